//! The card of a customer: that it says what the report says, and that its outlook is what the report's cuts give.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{data, reorder, run};
use value_tiers::advice::customer::{CardQuery, CustomerCard, MOST_ORDERS, ORDERS};
use value_tiers::error::Code;
use value_tiers::report::{Axis, ValueTier};
use value_tiers::segments::named;
use value_tiers::session::Session;
use value_tiers::settings::{Role, Settings};

fn named_card(session: &Session, name: &str) -> CustomerCard {
    session.customer(&CardQuery { customer: Some(name.into()), ..CardQuery::default() }).expect("a card")
}

fn numbered(session: &Session, number: u32) -> CustomerCard {
    session.customer(&CardQuery { number: Some(number), ..CardQuery::default() }).expect("a card")
}

#[test]
fn every_card_agrees_with_the_report() {
    for file in ["cdnow_transactions.csv", "online_retail_slice.csv"] {
        let (session, report) = run(&data(file), &Settings::default()).unwrap();
        let analysis = session.analysis().unwrap();
        let scores = analysis.scores.as_ref().unwrap();
        for p in (0..analysis.buyers.len()).step_by(17) {
            let i = analysis.buyers[p];
            let card = numbered(&session, i);
            assert_eq!((card.row.number, card.as_of), (i, report.as_of));
            let counted: Vec<_> = card.orders.iter().filter(|order| order.counts).collect();
            assert_eq!(counted.len(), card.row.orders as usize, "{}", card.row.customer);
            assert_eq!(card.orders.iter().map(|o| o.net.0).sum::<i128>(), card.row.net.0);
            assert!(card.orders.is_sorted_by_key(|order| order.day));
            assert_eq!(counted.last().map(|order| order.day), card.row.last_order);

            for score in &card.scores {
                assert!(score.above.is_none_or(|cut| cut < score.value), "{score:?}");
                assert!(score.up_to.is_none_or(|cut| score.value <= cut), "{score:?}");
            }
            let points: f64 = card.parts.iter().map(|part| part.points).sum();
            assert!((points - card.row.value_index.unwrap()).abs() < 2e-6, "{points} {:?}", card.row);

            // The first order of the outlook, by the report's own cuts.
            let Some(outlook) = &card.outlook else { continue };
            let first = &outlook.steps[0];
            let net = card.row.net.to_f64() + outlook.usual_order.to_f64();
            let code = scores.code(0.0, f64::from(card.row.orders + 1), net);
            assert_eq!(first.standing.segment, Some(named::by_code(code)));
            assert_eq!(first.orders, 1);
            assert_eq!(analysis.tiers.cuts.tier(first.standing.value_index), first.standing.tier);
            // An order never costs a tier.
            assert!(first.standing.tier <= card.row.value_tier.unwrap());
            assert_eq!(outlook.next_tier.is_none(), card.row.value_tier == Some(ValueTier::High));
            // Waiting until the day before changes nothing that a report of that day would see in the cuts.
            if let Some(waiting) = &outlook.waiting {
                let changed = |days: u32| {
                    let recency = f64::from(card.row.recency_days.unwrap() + days);
                    let code = scores.code(recency, f64::from(card.row.orders), card.row.net.to_f64());
                    let overdue = card.gap.map(|gap| recency / gap);
                    Some(named::segment(code, overdue).0) != card.row.rfm_segment
                };
                assert!(!changed(waiting.days - 1));
                assert!(changed(waiting.days) || Some(waiting.standing.tier) > card.row.value_tier);
            }
        }
    }
}

#[test]
fn worked_by_hand() {
    // Forty customers with one order each on days a week apart, and one who comes every ten days.
    let mut file = String::from("customer,date,amount\n");
    for c in 0..40 {
        file.push_str(&format!("c{c:02},2024-{:02}-{:02},{}.00\n", 1 + c % 6, 1 + c % 25, 10 + c));
    }
    for day in ["05-01", "05-11", "05-21", "05-31"] {
        file.push_str(&format!("zoe,2024-{day},30.00\n"));
    }
    let settings =
        Settings { as_of: value_tiers::units::Day::parse_iso("2024-06-25"), ..Settings::default() };
    let (session, _) = run(file.as_bytes(), &settings).unwrap();
    let card = named_card(&session, "zoe");
    assert_eq!((card.gap, card.own_gap), (Some(10.0), true));
    assert_eq!(card.next_order.unwrap().to_string(), "2024-06-10");
    let outlook = card.outlook.unwrap();
    assert_eq!((outlook.usual_order.to_string().as_str(), outlook.days), ("30.00", 10));
    assert_eq!(outlook.steps[0].day.unwrap().to_string(), "2024-07-05");
    assert_eq!(card.scores[0].axis, Axis::Recency);
    assert_eq!(card.scores[0].value, 25.0);

    // One with a single order is measured by the gap of the only one who came back.
    let card = named_card(&session, "c05");
    assert_eq!((card.gap, card.own_gap, card.orders_total), (Some(10.0), false, 1));
}

#[test]
fn the_order_of_the_rows_changes_no_card() {
    let bytes = data("cdnow_transactions.csv");
    let (first, _) = run(&bytes, &Settings::default()).unwrap();
    let (second, _) = run(&reorder(&bytes, true), &Settings::default()).unwrap();
    for number in (0..2357).step_by(97) {
        assert_eq!(numbered(&first, number), numbered(&second, number));
    }
}

#[test]
fn of_thousands_of_orders_the_last_are_shown() {
    let mut file = String::from("customer,order id,date,amount\n");
    for n in 0..3000 {
        file.push_str(&format!("big,{n},2024-{:02}-{:02},1.00\n", 1 + n % 12, 1 + n % 28));
    }
    for n in 0..40 {
        file.push_str(&format!("c{n},x{n},2024-{:02}-{:02},1.00\n", 1 + n % 12, 1 + n % 28));
    }
    // Nobody would guess it of a column that says the same in nearly all rows.
    let mut settings = Settings::default();
    settings.mapping.insert(Role::Customer, "customer".into());
    let (session, _) = run(file.as_bytes(), &settings).unwrap();
    let card = named_card(&session, "big");
    assert_eq!((card.orders.len(), card.orders_total), (ORDERS, 3000));
    assert_eq!(card.orders.last().map(|order| order.day), card.row.last_order);
    // Nobody is above them.
    let outlook = card.outlook.unwrap();
    assert_eq!((outlook.next_tier, outlook.orders_to_tier, outlook.tried), (None, None, MOST_ORDERS));
}

#[test]
fn who_is_not_there_is_said() {
    let (session, _) = run(b"customer,date,amount\nann,2024-01-05,20.00\n", &Settings::default()).unwrap();
    for query in [
        CardQuery { customer: Some("bob".into()), ..CardQuery::default() },
        CardQuery { number: Some(7), ..CardQuery::default() },
        CardQuery::default(),
    ] {
        assert_eq!(session.customer(&query).map(|_| ()).unwrap_err().code, Code::UnknownCustomer);
    }
}

#[test]
fn a_masked_card_names_nobody() {
    let mut file = String::from("customer,date,amount,email,region\n");
    for c in 0..30 {
        let region = if c == 7 { "Elba" } else { "North" };
        file.push_str(&format!("c{c:02},2024-01-{:02},20.00,c{c:02}@example.org,{region}\n", 1 + c % 28));
    }
    let (session, _) = run(file.as_bytes(), &Settings::default()).unwrap();
    let card = |number: u32, mask: Option<&str>| {
        let query = CardQuery { number: Some(number), mask: mask.map(str::to_owned), ..CardQuery::default() };
        serde_json::to_string(&session.customer(&query).unwrap()).unwrap()
    };
    assert!(card(7, None).contains("c07@example.org") && card(7, None).contains("Elba"));
    for (number, region) in [(7, false), (8, true)] {
        let masked = card(number, Some("key"));
        assert!(!masked.contains("example.org") && !masked.contains("\"c0"), "{masked}");
        assert_eq!(masked.contains("North"), region);
        assert!(!masked.contains("Elba"));
    }
}

#[test]
fn a_customer_table_has_no_orders_to_show() {
    let file = data("telco_churn.csv");
    let (session, _) = run(&file, &Settings::default()).unwrap();
    let card = numbered(&session, 0);
    assert!(card.orders.is_empty() && card.scores.is_empty());
    assert!(!card.attributes.is_empty() && !card.parts.is_empty());
}
