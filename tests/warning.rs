//! The early warning on real files: how it did one horizon ago, and when it says that it has nothing to say.
//!
//! Figures marked "recounted" were found by a plain recount in Python: customers, who left, and the ranking by days since the
//! last order, straight from the rows.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{data, json, reorder, report, run};
use value_tiers::query::{CustomerQuery, CustomerSort};
use value_tiers::report::Report;
use value_tiers::settings::{Role, Settings, WarningSettings};
use value_tiers::warning::document::{CauseId, RiskBand, RiskSource, Seen, WarningReason, Warnings};
use value_tiers::warning::features::{self, Refusal};

fn warnings(report: &Report) -> &Warnings {
    report.warnings.as_ref().expect("models are on")
}

fn close(value: Option<f64>, expected: f64, within: f64) {
    let value = value.expect("a figure");
    assert!((value - expected).abs() <= within, "{value}, expected {expected}");
}

#[test]
fn cdnow_is_warned_of_by_its_model_and_days_alone_rank_as_well() {
    let report = report(&data("cdnow_transactions.csv"));
    let w = warnings(&report);
    let hit = w.hit_rate.as_ref().unwrap();
    assert_eq!((w.source, w.days, w.scored), (Some(RiskSource::Model), Some(60), 2357));
    assert_eq!(w.red + w.amber + w.green, 2357);
    // Recounted: 2357 customers by 1998-05-01, 2128 without a purchase in the 60 days after it, AUC 0.84147.
    assert_eq!((hit.day.to_string().as_str(), hit.customers, hit.left), ("1998-05-01", 2357, 2128));
    close(hit.recency_auc, 0.841_474_250_58, 1e-9);
    assert!(hit.auc.unwrap() > 0.83 && !hit.better, "{hit:?}");
    assert!(w.why.contains(&WarningReason::NoBetterThanRecency));
    // Risks mean what they say: no tenth with a hundred customers is off by more than a tenth.
    assert!(hit.brier < hit.brier_of_share);
    for bin in hit.bins.iter().filter(|bin| bin.customers >= 100) {
        assert!((bin.predicted - bin.actual).abs() < 0.1, "{bin:?}");
    }
}

#[test]
fn the_gift_wholesaler_is_warned_of_by_its_own_past_and_better_than_by_days_alone() {
    let report = report(&data("online_retail_slice.csv"));
    let w = warnings(&report);
    let hit = w.hit_rate.as_ref().unwrap();
    assert_eq!((w.source, w.days, w.scored), (Some(RiskSource::Table), Some(51), 555));
    // Recounted: 502 customers by 2011-10-19, 289 left, AUC 0.65876.
    assert_eq!((hit.customers, hit.left), (502, 289));
    close(hit.recency_auc, 0.658_763_422_5, 1e-9);
    assert!(hit.auc.unwrap() > 0.70 && hit.better && !w.why.contains(&WarningReason::NoBetterThanRecency));
    assert!(hit.precision.unwrap() > 0.75 && hit.lift.unwrap() > 1.3, "{hit:?}");
    // The file spans a year and eight days: nothing can be said of seasons. It has refunds, no survey, no discounts.
    assert!(!w.season.known && w.season.base.is_none());
    for cause in &w.causes {
        assert_eq!(cause.customers + cause.not_seen + cause.no_data, w.red + w.amber, "{:?}", cause.id);
        let unknown = cause.no_data == w.red + w.amber;
        let expected =
            [CauseId::Category, CauseId::Balance, CauseId::Service, CauseId::Price, CauseId::Unreachable];
        assert_eq!(unknown, expected.contains(&cause.id), "{cause:?}");
    }
}

#[test]
fn a_book_shop_on_taobao_is_told_that_days_alone_do_better() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/messy/derived/taobao_gb18030.csv");
    let Ok(bytes) = std::fs::read(path) else {
        eprintln!("skipped: {path} is not there");
        return;
    };
    let report = report(&bytes);
    let w = warnings(&report);
    assert!(w.scored > 2000, "{}", w.scored);
    let hit = w.hit_rate.as_ref().unwrap();
    assert!(!hit.better && w.why.contains(&WarningReason::NoBetterThanRecency), "{hit:?}");
    // Nearly everybody buys once: every customer is red, and that is said, not hidden.
    assert!(hit.left * 10 > hit.customers * 9 && w.red * 10 > w.scored * 9);
    assert!(w.why.contains(&WarningReason::NearlyAllRed));
}

#[test]
fn a_warning_knows_only_what_was_known_by_its_day() {
    // Half a year of everything after the day is cut off: what was learned up to then is the same.
    let bytes = data("cdnow_transactions.csv");
    let whole = report(&bytes);
    let day = warnings(&whole).hit_rate.as_ref().unwrap().day;
    let warning = WarningSettings { days: Some(60), ..WarningSettings::default() };
    let then = run(&bytes, &Settings { as_of: Some(day), warning, ..Settings::default() }).unwrap().1;
    let w = warnings(&then);
    // The warning of that day, made on that day, and the warning that is tested today agree on how many are red.
    let (made, tested) = (w.red as f64, warnings(&whole).hit_rate.as_ref().unwrap().red as f64);
    assert!((made / tested - 1.0).abs() < 0.05, "{made} made, {tested} tested");
}

#[test]
fn too_little_to_say_is_said() {
    let one = "customer,date,amount\nann,2024-01-05,20.00\n".to_string();
    let lines = |line: &dyn Fn(usize) -> String| {
        let rows: String = (0..200).map(|i| line(i) + "\n").collect();
        format!("customer,date,amount\n{rows}")
    };
    let same_day = lines(&|i| format!("c{},2024-01-05,{}.00", i % 90, 10 + i % 7));
    let once_each = lines(&|i| format!("c{i},2024-{:02}-{:02},10.00", 1 + i % 12, 1 + i % 28));
    let few = lines(&|i| format!("c{},2024-{:02}-{:02},10.00", i % 9, 1 + i % 12, 1 + i % 28));
    for (file, why) in [
        (one, WarningReason::NoRepeat),
        (same_day, WarningReason::NoRepeat),
        (once_each, WarningReason::NoRepeat),
        (few, WarningReason::TooFewLeft),
    ] {
        let mut settings = Settings::default();
        for (role, column) in [(Role::Customer, "customer"), (Role::Date, "date"), (Role::Amount, "amount")] {
            settings.mapping.insert(role, column.into());
        }
        let report = run(file.as_bytes(), &settings).unwrap().1;
        let w = warnings(&report);
        assert_eq!((w.source, w.scored, w.red, w.hit_rate.is_some()), (None, 0, 0, false), "{file:.60}");
        assert_eq!((w.why.first(), w.value_at_risk.0), (Some(&why), 0), "{file:.60}");
    }
}

#[test]
fn without_models_there_is_no_warning() {
    let settings = Settings { models: false, ..Settings::default() };
    let (session, report) = run(&data("cdnow_transactions.csv"), &settings).unwrap();
    assert!(report.warnings.is_none());
    let page = session.customers(&CustomerQuery { limit: 1, ..CustomerQuery::default() }).unwrap();
    assert!(page.rows[0].risk.is_none() && page.rows[0].evidence.is_empty());
}

#[test]
fn the_order_of_the_rows_changes_nothing() {
    for name in ["cdnow_transactions.csv", "online_retail_slice.csv", "telco_churn.csv"] {
        let bytes = data(name);
        let expected = json(&report(&bytes))["warnings"].clone();
        assert_eq!(json(&report(&reorder(&bytes, true)))["warnings"], expected, "{name}");
    }
}

#[test]
fn customers_are_listed_by_the_money_at_stake() {
    let (session, report) = run(&data("cdnow_transactions.csv"), &Settings::default()).unwrap();
    let w = warnings(&report);
    for (band, expected) in [(RiskBand::Red, w.red), (RiskBand::Amber, w.amber), (RiskBand::Green, w.green)] {
        let query = CustomerQuery {
            risk_band: Some(band),
            sort: Some(CustomerSort::ValueAtRisk),
            descending: true,
            limit: 5000,
            ..CustomerQuery::default()
        };
        let page = session.customers(&query).unwrap();
        assert_eq!(page.total, expected);
        assert!(page.rows.is_sorted_by_key(|row| std::cmp::Reverse(row.value_at_risk.unwrap().0)));
        let sum: i128 = page.rows.iter().map(|row| row.value_at_risk.unwrap().0).sum();
        assert_eq!(w.bands.iter().find(|group| group.id == band).unwrap().value_at_risk.0, sum);
        // A cause is named for those who are warned of, and only where it is seen.
        for row in &page.rows {
            if let Some(cause) = row.risk_cause {
                let found = row.evidence.iter().find(|evidence| evidence.cause == cause).unwrap();
                assert!(found.seen == Seen::Seen && band != RiskBand::Green, "{row:?}");
            }
        }
    }
    let overdue = w.causes.iter().find(|cause| cause.id == CauseId::Overdue).unwrap();
    let query = CustomerQuery { cause: Some(CauseId::Overdue), limit: 1, ..CustomerQuery::default() };
    assert_eq!(session.customers(&query).unwrap().total, overdue.customers);
}

#[test]
fn evidence_comes_from_the_columns_that_are_there() {
    let mut file = String::from("customer,date,amount,order id,category,coupon,rating,email\n");
    let mut id = 0;
    let mut add = |file: &mut String, who: &str, day: i32, amount: &str, rest: &str| {
        id += 1;
        let date = value_tiers::units::Day(19_700 + day);
        file.push_str(&format!("{who},{date},{amount},{id},{rest}\n"));
    };
    for k in 0..8 {
        // Tea for half a year, then cups only; always with a coupon; content.
        add(
            &mut file,
            "tea",
            30 * k,
            "20.00",
            if k < 4 { "Tea,X1,5,a@example.org" } else { "Cups,X1,5,a@example.org" },
        );
        // Never a coupon; rates badly; no address.
        add(&mut file, "mug", 30 * k + 3, "20.00", "Cups,,2,");
    }
    add(&mut file, "mug", 220, "-15.00", "Cups,,,");
    let (session, _) = run(file.as_bytes(), &Settings::default()).unwrap();
    let page = session.customers(&CustomerQuery { limit: 9, ..CustomerQuery::default() }).unwrap();
    let seen = |who: &str, cause: CauseId| {
        let row = page.rows.iter().find(|row| row.customer == who).unwrap();
        row.evidence.iter().find(|evidence| evidence.cause == cause).unwrap().seen
    };
    for (cause, tea, mug) in [
        (CauseId::Category, Seen::Seen, Seen::NotSeen),
        (CauseId::Price, Seen::Seen, Seen::NotSeen),
        (CauseId::Service, Seen::NotSeen, Seen::Seen),
        (CauseId::Unreachable, Seen::NotSeen, Seen::Seen),
        (CauseId::Product, Seen::NotSeen, Seen::Seen),
        (CauseId::OneAndDone, Seen::NotSeen, Seen::NotSeen),
        (CauseId::Seasonal, Seen::NoData, Seen::NoData),
    ] {
        assert_eq!((seen("tea", cause), seen("mug", cause)), (tea, mug), "{cause:?}");
    }
}

#[test]
fn a_balance_that_fell_and_many_tickets_are_evidence() {
    let mut file =
        String::from("customer id,joined,last order,orders,total spent,previous balance,tickets\n");
    for i in 0..100 {
        // Every fourth balance is below 70 % of the one before, one is exactly there; the last ten have a ticket or two.
        let before = match i {
            1 => "1010",
            2 => "",
            _ if i % 4 == 0 => "1100",
            _ => "900",
        };
        let (joined, last, orders, balance) = (1 + i % 28, 1 + i % 30, 2 + i % 9, 700 + 7 * (i % 3));
        let tickets = if i >= 90 { 1 + i % 2 } else { 0 };
        file +=
            &format!("c{i:02},2023-01-{joined:02},2024-03-{last:02},{orders},{balance},{before},{tickets}\n");
    }
    let (session, report) = run(file.as_bytes(), &Settings::default()).unwrap();
    assert!(report.warnings.is_some());
    let page = session.customers(&CustomerQuery { limit: 200, ..CustomerQuery::default() }).unwrap();
    assert_eq!(page.rows.len(), 100);
    for row in &page.rows {
        let i: usize = row.customer[1..].parse().unwrap();
        let seen = |cause| row.evidence.iter().find(|evidence| evidence.cause == cause).unwrap().seen;
        let balance = if i == 2 {
            Seen::NoData
        } else if i.is_multiple_of(4) {
            Seen::Seen
        } else {
            Seen::NotSeen
        };
        assert_eq!(seen(CauseId::Balance), balance, "{}", row.customer);
        assert_eq!(
            seen(CauseId::Service),
            if i >= 90 { Seen::Seen } else { Seen::NotSeen },
            "{}",
            row.customer
        );
    }
}

#[test]
fn a_churn_label_is_learned_and_its_drivers_are_named() {
    let report = report(&data("telco_churn.csv"));
    let w = warnings(&report);
    let label = w.label.as_ref().unwrap();
    // 11 of the 7043 have no total charges.
    assert_eq!((label.customers, label.left, label.folds), (7032, 1869, 5));
    assert!(label.auc.unwrap() >= 0.83, "{:?}", label.auc);
    assert!(label.brier < 0.145 && label.lift_top_fifth.unwrap() > 2.3);
    let names: Vec<&str> = label.drivers.iter().map(|driver| driver.column.as_str()).take(4).collect();
    assert!(names.contains(&"tenure") && names.contains(&"Contract"), "{names:?}");
    let contract = label.drivers.iter().find(|driver| driver.column == "Contract").unwrap();
    // Counted in the file: 1655 of 3875 month to month, 214 of 3157 others (of those with total charges).
    assert_eq!(contract.word.as_deref(), Some("Month-to-month"));
    assert!(
        (contract.share - 1655.0 / 3875.0).abs() < 1e-9
            && (contract.share_others - 214.0 / 3157.0).abs() < 1e-9
    );
    // Who has left is warned of no more.
    assert_eq!(w.scored, 7032 - 1869);
    for bin in label.bins.iter().filter(|bin| bin.customers >= 200) {
        assert!((bin.predicted - bin.actual).abs() < 0.06, "{bin:?}");
    }
}

/// Columns made from the label, as vendors' tables have them beside it.
#[test]
fn columns_that_give_the_label_away_are_refused() {
    let text = String::from_utf8(data("telco_churn.csv")).unwrap();
    let mut lines = text.lines();
    let mut file =
        format!("{},Churn Score,Churn Reason,Customer Status,Churn Value\n", lines.next().unwrap());
    for (i, line) in lines.enumerate() {
        let gone = line.trim_end().ends_with("Yes");
        let (reason, status) = if gone {
            (["Competitor", "Price"][i % 2], "Churned")
        } else {
            ("", ["Stayed", "Joined"][i % 2])
        };
        let score = if gone { 60 + i % 40 } else { 5 + i % 70 };
        file.push_str(&format!("{},{score},{reason},{status},{}\n", line.trim_end(), u8::from(gone)));
    }
    let mut settings = Settings::default();
    settings.mapping.insert(Role::Churned, "Churn".into());
    let report = run(file.as_bytes(), &settings).unwrap().1;
    let label = warnings(&report).label.as_ref().unwrap();
    for (column, reason) in [
        ("Churn Score", Refusal::NamesTheAnswer),
        ("Churn Reason", Refusal::NamesTheAnswer),
        ("Churn Value", Refusal::NamesTheAnswer),
        ("Customer Status", Refusal::GivesTheAnswer),
    ] {
        let found = label.refused.iter().find(|refused| refused.column == column);
        assert_eq!(found.map(|refused| refused.reason), Some(reason), "{column}");
    }
    let honest = common::report(&data("telco_churn.csv"));
    assert_eq!(label.auc, warnings(&honest).label.as_ref().unwrap().auc, "nothing of them is used");
}

/// What a forest would add, measured on the same columns and parts. It is not part of the engine.
#[test]
fn a_forest_does_no_better_than_the_regression() {
    use smartcore::ensemble::random_forest_regressor::{
        RandomForestRegressor, RandomForestRegressorParameters,
    };
    use smartcore::linalg::basic::matrix::DenseMatrix;

    let (session, report) = run(&data("telco_churn.csv"), &Settings::default()).unwrap();
    let customers = &session.analysis().unwrap().customers;
    let known: Vec<u32> = (0..customers.len() as u32).collect();
    let label = customers.attributes.iter().find(|a| a.column.name == "Churn").unwrap();
    let y: Vec<f64> =
        known.iter().map(|&i| f64::from(u8::from(label.column.text(i as usize) == "Yes"))).collect();
    let columns: Vec<Vec<f64>> = features::of(customers)
        .iter()
        .filter(|f| f.name != "customerID")
        .flat_map(|f| f.numbers(&known))
        .collect();
    let rows = |of: &[usize]| -> DenseMatrix<f64> {
        let rows: Vec<Vec<f64>> =
            of.iter().map(|&i| columns.iter().map(|column| column[i]).collect()).collect();
        DenseMatrix::from_2d_vec(&rows).unwrap()
    };
    let mut risks = vec![0.0; y.len()];
    for part in 0..5 {
        let (test, train): (Vec<usize>, Vec<usize>) =
            (0..y.len()).partition(|i| i * 2_654_435_761 / 97 % 5 == part);
        let parameters = RandomForestRegressorParameters::default()
            .with_n_trees(40)
            .with_max_depth(9)
            .with_min_samples_leaf(10)
            .with_m(6)
            .with_seed(7);
        let answers: Vec<f64> = train.iter().map(|&i| y[i]).collect();
        let forest = RandomForestRegressor::fit(&rows(&train), &answers, parameters).unwrap();
        for (i, risk) in test.iter().zip(forest.predict(&rows(&test)).unwrap()) {
            risks[*i] = risk;
        }
    }
    let forest = value_tiers::value::score::auc(&risks, &y).unwrap();
    let ours = warnings(&report).label.as_ref().unwrap().auc.unwrap();
    println!("forest {forest:.4}, regression {ours:.4}");
    assert!(forest > 0.8, "a forest that learns: {forest}");
    assert!(ours > forest - 0.005, "forest {forest}, regression {ours}");
}
