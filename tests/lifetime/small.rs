//! Files that say little: always a finite answer, or a clear "not enough to say".

use value_tiers::units::{Amount, Day};
use value_tiers::value::history::Purchases;
use value_tiers::value::models::{Models, Options, value_customers};
use value_tiers::value::verdict::Finding;

/// Customers as lists of days and cents.
fn value(customers: &[Vec<(i32, i64)>], as_of: i32) -> Models {
    let mut starts = vec![0];
    let (mut days, mut amounts) = (Vec::new(), Vec::new());
    for customer in customers {
        for (day, cents) in customer {
            days.push(Day(*day));
            amounts.push(Amount(cents * 10_000));
        }
        starts.push(days.len() as u32);
    }
    let purchases = Purchases { starts: &starts, days: &days, amounts: &amounts };
    let models = value_customers(&purchases, Day(as_of), &Options::default());
    assert_eq!(models.columns.p_buy.len(), customers.len());
    check(&models);
    models
}

/// JSON has no NaN and no infinity: serde_json writes null for them, and nothing else here is null.
fn check(models: &Models) {
    let json = serde_json::to_string(models).unwrap();
    assert!(!json.contains("null"), "{json}");
    let columns = &models.columns;
    for column in [&columns.expected_orders, &columns.expected_spend, &columns.expected_value] {
        assert!(column.iter().flatten().all(|v| v.is_finite() && *v >= 0.0));
    }
    for column in [&columns.p_alive, &columns.p_buy] {
        assert!(column.iter().flatten().all(|v| (0.0..=1.0).contains(v)));
    }
    for (buy, alive) in columns.p_buy.iter().zip(&columns.p_alive) {
        assert!(buy.unwrap_or(0.0) <= alive.unwrap_or(1.0) + 1e-12);
    }
    assert!(models.why.windows(2).all(|pair| pair[0].weight <= pair[1].weight));
}

fn codes(models: &Models) -> Vec<Finding> {
    models.why.iter().map(|reason| reason.code).collect()
}

/// A shop of `n` customers without any chance in it: customer i buys every 9 + i % 50 days, i % 5 times.
fn regular(n: i32) -> Vec<Vec<(i32, i64)>> {
    (0..n)
        .map(|i| {
            (0..=i % 5).map(|k| ((i * 7) % 200 + k * (9 + i % 50), 1000 + i64::from(i * 37 % 900))).collect()
        })
        .collect()
}

#[test]
fn nobody_at_all() {
    for models in [value(&[], 100), value(&[vec![]], 100), value(&[vec![(200, 500)]], 100)] {
        assert_eq!(codes(&models), [Finding::NoPurchases]);
        assert!(!models.trusted && models.chosen.is_none() && models.value.is_none());
    }
}

#[test]
fn all_bought_once() {
    let customers: Vec<_> = (0..600).map(|i| vec![(i % 300, 2500 + i64::from(i))]).collect();
    let models = value(&customers, 400);
    assert!(codes(&models).contains(&Finding::NoRepeats));
    assert!(!models.trusted && models.chosen.is_none());
    assert!(models.columns.p_buy.iter().all(Option::is_none));
}

#[test]
fn one_customer() {
    for customer in
        [vec![(0, 100)], vec![(0, 100), (30, 200)], vec![(0, 100), (30, 200), (60, 300), (90, 100)]]
    {
        let models = value(&[customer], 120);
        assert!(codes(&models).contains(&Finding::FewCustomers));
        assert!(!models.trusted);
    }
}

#[test]
fn thirty_customers() {
    for n in [30, 100] {
        let models = value(&regular(n), 420);
        assert!(codes(&models).contains(&Finding::FewCustomers));
        assert!(!models.trusted);
        // The prior holds where the data don't: figures, marked as not to be trusted.
        assert!(models.chosen.is_some());
        assert_eq!(models.columns.expected_value.iter().flatten().count(), n as usize);
    }
}

#[test]
fn all_on_one_day() {
    let customers: Vec<_> = (0..700).map(|i| vec![(50, 100 + i)]).collect();
    for as_of in [50, 51, 500] {
        let models = value(&customers, as_of);
        assert!(codes(&models).contains(&Finding::NoRepeats));
        assert!(!models.trusted);
    }
    // All on the same two days.
    let twice: Vec<_> = (0..700).map(|i| vec![(50, 100 + i), (51, 200)]).collect();
    for as_of in [51, 60, 900] {
        assert!(!value(&twice, as_of).trusted);
    }
}

#[test]
fn ten_thousand_purchases_by_one() {
    let often: Vec<_> = (0..10_000).map(|day| (day, 199)).collect();
    let mut customers = regular(800);
    customers.push(often.clone());
    let models = value(&customers, 10_000);
    assert!(models.columns.expected_orders.iter().flatten().all(|v| v.is_finite()));
    value(&[often], 10_000);
}

#[test]
fn all_spend_the_same() {
    let mut customers = regular(600);
    for purchase in customers.iter_mut().flatten() {
        purchase.1 = 990;
    }
    let models = value(&customers, 420);
    assert!(codes(&models).contains(&Finding::SpendIsMean));
    assert!(models.gamma_gamma.is_none());
    for spend in models.columns.expected_spend.iter().flatten() {
        assert!((spend - 9.9).abs() < 1e-9);
    }
}

#[test]
fn nothing_paid_or_only_refunds() {
    let mut free = regular(600);
    free.iter_mut().flatten().for_each(|purchase| purchase.1 = 0);
    let models = value(&free, 420);
    assert!(codes(&models).contains(&Finding::NoSpend));
    assert!(!models.trusted && models.value.is_none());
    assert!(models.columns.p_buy.iter().all(Option::is_some));

    let mut refunds = regular(600);
    refunds.iter_mut().flatten().for_each(|purchase| purchase.1 = -100);
    assert_eq!(codes(&value(&refunds, 420)), [Finding::NoPurchases]);
}

#[test]
fn extreme_amounts() {
    for factor in [1, 1_000_000, 100_000_000] {
        let mut customers = regular(600);
        for (i, purchase) in customers.iter_mut().flatten().enumerate() {
            purchase.1 = if i % 97 == 0 { purchase.1 * factor } else { 1 };
        }
        value(&customers, 420);
    }
}

#[test]
fn order_of_rows_does_not_matter() {
    let customers = regular(600);
    let mut reversed = customers.clone();
    reversed.reverse();
    let (forth, mut back) = (value(&customers, 420), value(&reversed, 420));
    std::sync::Arc::make_mut(&mut back.columns).expected_orders.reverse();
    assert_eq!(forth.bg_nbd, back.bg_nbd);
    assert_eq!(forth.pareto_nbd, back.pareto_nbd);
    assert_eq!(forth.gamma_gamma, back.gamma_gamma);
    assert_eq!(forth.columns.expected_orders, back.columns.expected_orders);
}

#[test]
fn nothing_later_than_the_day_is_used() {
    let customers = regular(600);
    let cut: Vec<Vec<_>> =
        customers.iter().map(|c| c.iter().copied().filter(|(day, _)| *day <= 250).collect()).collect();
    assert_eq!(value(&customers, 250), value(&cut, 250));
}
