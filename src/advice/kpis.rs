//! Indicators, each with its formula, its denominator and, where it can't be known, what is missing.

use crate::customers::Customers;
use crate::report::{Kpi, KpiId, Missing, Totals};
use crate::units::Day;

/// Usual gaps after which a repeat buyer counts as churned.
pub const CHURN_GAPS: f64 = 3.0;

/// All indicators, in the order of the page. `top_share` is the share of revenue of the best fifth.
pub fn kpis(
    customers: &Customers,
    buyers: &[u32],
    totals: &Totals,
    top_share: f64,
    span: Option<(Day, Day)>,
) -> Vec<Kpi> {
    let n = buyers.len() as u64;
    let repeat = buyers.iter().filter(|&&i| customers.orders[i as usize] >= 2).count() as f64;
    let orders = totals.orders as f64;
    let (gross, refunds, net) = (totals.gross.to_f64(), totals.refunds.to_f64(), totals.net.to_f64());
    let mut list = vec![
        ratio(KpiId::RepeatRate, repeat, n, "buyers with orders >= 2 / buyers", Missing::NoBuyers),
        ratio(KpiId::AverageOrderValue, net, totals.orders, "net / orders", Missing::NoBuyers),
        ratio(KpiId::OrdersPerCustomer, orders, n, "orders / buyers", Missing::NoBuyers),
        ratio(KpiId::NetPerCustomer, net, n, "net / buyers", Missing::NoBuyers),
        Kpi {
            id: KpiId::RefundRate,
            value: (gross > 0.0).then(|| refunds / gross),
            n: totals.orders,
            formula: "refunds / gross".into(),
            missing: (gross <= 0.0).then_some(Missing::NoMoney),
        },
        Kpi {
            id: KpiId::TopShare,
            value: (n > 0 && net > 0.0).then_some(top_share),
            n,
            formula: "net of the best 20 % of buyers / net of all buyers".into(),
            missing: (n == 0 || net <= 0.0).then_some(Missing::NoMoney),
        },
    ];
    if !customers.orders_known {
        let counted = [KpiId::RepeatRate, KpiId::AverageOrderValue, KpiId::OrdersPerCustomer];
        for kpi in list.iter_mut().filter(|kpi| counted.contains(&kpi.id)) {
            (kpi.value, kpi.missing) = (None, Some(Missing::NoOrderCounts));
        }
    }
    for (id, days) in [(KpiId::SecondOrder30, 30), (KpiId::SecondOrder60, 60), (KpiId::SecondOrder90, 90)] {
        list.push(second_order(customers, buyers, id, days));
    }
    list.push(churn(customers, buyers, span));
    for (id, formula, missing) in [
        (KpiId::Csat, "answers in the top two boxes / answers", Missing::NoSurvey),
        (KpiId::Nps, "share of 9 and 10 - share of 0 to 6", Missing::NoSurvey),
        (KpiId::Roi, "(incremental margin - cost) / cost", Missing::NoCost),
    ] {
        list.push(Kpi { id, value: None, n: 0, formula: formula.into(), missing: Some(missing) });
    }
    list
}

fn ratio(id: KpiId, numerator: f64, n: u64, formula: &str, missing: Missing) -> Kpi {
    Kpi {
        id,
        value: (n > 0).then(|| numerator / n as f64),
        n,
        formula: formula.into(),
        missing: (n == 0).then_some(missing),
    }
}

/// Second orders within a window, only among buyers whose window has fully passed.
fn second_order(customers: &Customers, buyers: &[u32], id: KpiId, window: i32) -> Kpi {
    let formula = format!(
        "buyers whose second purchase day is within {window} days of the first / buyers whose first is {window} days ago or more"
    );
    let Some(as_of) = customers.as_of.filter(|_| !customers.days.days.is_empty()) else {
        return Kpi { id, value: None, n: 0, formula, missing: Some(Missing::NoDates) };
    };
    let (mut ripe, mut converted) = (0_u64, 0_u64);
    for &i in buyers {
        let days = customers.days.of(i as usize);
        if let Some(first) = days.first().filter(|first| as_of.0 - first.0 >= window) {
            ripe += 1;
            converted += u64::from(days.get(1).is_some_and(|second| second.0 - first.0 <= window));
        }
    }
    ratio(id, converted as f64, ripe, &formula, Missing::HistoryTooShort)
}

/// Repeat buyers who are later than [`CHURN_GAPS`] usual gaps.
fn churn(customers: &Customers, buyers: &[u32], span: Option<(Day, Day)>) -> Kpi {
    let formula =
        format!("repeat buyers without an order for more than {CHURN_GAPS} usual gaps / repeat buyers");
    let none = |missing| Kpi {
        id: KpiId::ChurnRate,
        value: None,
        n: 0,
        formula: formula.clone(),
        missing: Some(missing),
    };
    let Some(gap) = customers.usual_gap else { return none(Missing::NoRepeat) };
    if span.is_none_or(|(first, last)| f64::from(last.0 - first.0) < 2.0 * gap) {
        return none(Missing::HistoryTooShort);
    }
    let (mut repeat, mut gone) = (0_u64, 0_u64);
    for &i in buyers {
        if customers.days.of(i as usize).len() >= 2 {
            repeat += 1;
            gone += u64::from(customers.overdue(i as usize).is_some_and(|times| times > CHURN_GAPS));
        }
    }
    ratio(KpiId::ChurnRate, gone as f64, repeat, &formula, Missing::NoRepeat)
}
