//! What customers buy next and how orders follow each other, against a plain recount of the rows.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{data, reorder, run};
use value_tiers::advice::baskets::ItemKind;
use value_tiers::advice::cross_sell::CrossSell;
use value_tiers::error::Code;
use value_tiers::query::CustomerQuery;
use value_tiers::settings::{CrossSellSettings, Role, Settings};
use value_tiers::units::Day;

/// One row: customer, order, day, money in cents, item.
type Row = (String, String, i32, i64, String);

/// An order: the day of its first row, items with their money.
type Order = (i32, BTreeMap<String, i64>);

/// The cells of a line; quotes hold commas together.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().unwrap().push(letter),
        }
    }
    cells
}

/// The orders of each customer that count, by time: first row's day, items with their money.
fn orders(rows: &[Row]) -> BTreeMap<String, Vec<Order>> {
    let mut by_order: BTreeMap<(&str, &str), Vec<&Row>> = BTreeMap::new();
    for row in rows {
        by_order.entry((&row.0, &row.1)).or_default().push(row);
    }
    let mut found: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for ((who, _), rows) in by_order {
        let money: i64 = rows.iter().map(|row| row.3).sum();
        if money <= 0 && rows.iter().any(|row| row.3 != 0) {
            continue;
        }
        let mut items = BTreeMap::new();
        for row in rows.iter().filter(|row| row.3 >= 0 && !row.4.is_empty()) {
            *items.entry(row.4.clone()).or_insert(0) += row.3;
        }
        found.entry(who.into()).or_default().push((rows.iter().map(|row| row.2).min().unwrap(), items));
    }
    found.values_mut().for_each(|orders| orders.sort_by_key(|(day, _)| *day));
    found
}

/// Recounts every rule of a document, what is next, and the steps.
fn check(found: &CrossSell, rows: &[Row]) {
    let orders = orders(rows);
    let bought: BTreeMap<&String, BTreeMap<&String, i32>> = orders
        .iter()
        .map(|(who, orders)| {
            let mut first = BTreeMap::new();
            for (day, items) in orders {
                for item in items.keys() {
                    first.entry(item).or_insert(*day);
                }
            }
            (who, first)
        })
        .filter(|(_, items): &(_, BTreeMap<_, _>)| !items.is_empty())
        .collect();
    let all = bought.len() as f64;
    assert_eq!(found.customers, bought.len() as u64);
    let names: BTreeSet<_> = bought.values().flat_map(|items| items.keys()).collect();
    assert_eq!(found.items, names.len() as u64);
    let with = |item: &String| bought.values().filter(|items| items.contains_key(item)).count() as u64;
    for item in &found.top {
        assert_eq!(item.customers, with(&item.name), "{item:?}");
    }
    let frequent = names.iter().filter(|name| with(name) >= found.min_customers).count() as u64;
    assert_eq!(frequent, found.top.len() as u64 + found.items_left);
    for rule in &found.rules {
        let both = bought.values().filter_map(|items| Some((items.get(&rule.from)?, items.get(&rule.to)?)));
        let n = both.clone().count() as u64;
        let (from, to) = (with(&rule.from), with(&rule.to));
        assert_eq!((rule.n, rule.from_customers, rule.to_customers), (n, from, to), "{rule:?}");
        assert_eq!(rule.open, from - n);
        assert_eq!(rule.later, both.filter(|(a, b)| b > a).count() as u64, "{rule:?}");
        assert!((rule.support - n as f64 / all).abs() < 1e-12);
        assert!((rule.confidence - n as f64 / from as f64).abs() < 1e-12);
        assert!((rule.lift - n as f64 * all / (from as f64 * to as f64)).abs() < 1e-9);
        assert!(rule.n >= found.min_customers && rule.interval.0 > to as f64 / all, "{rule:?}");
    }
    assert_eq!(found.with_next, found.next.iter().map(|next| next.customers).sum::<u64>());
    let segments = found.segments.iter().map(|segment| segment.customers).sum::<u64>();
    assert_eq!(segments, found.customers);

    for (at, step) in found.journey.steps.iter().enumerate() {
        let reached = orders.values().filter(|orders| orders.len() > at);
        assert_eq!(step.customers, reached.clone().count() as u64);
        if at > 0 {
            let mut days: Vec<i32> = reached.map(|orders| orders[at].0 - orders[at - 1].0).collect();
            days.sort_unstable();
            let middle = (f64::from(days[(days.len() - 1) / 2]) + f64::from(days[days.len() / 2])) / 2.0;
            assert_eq!(step.days.unwrap().1, middle);
            let before = orders.values().filter(|orders| orders.len() >= at).count();
            assert!((step.share.unwrap() - days.len() as f64 / before as f64).abs() < 1e-12);
        }
    }
    // Whoever has placed an order goes somewhere, if only to no next one.
    for (at, step) in found.journey.steps.iter().enumerate().take(2) {
        let flows = found.journey.flows.iter().filter(|flow| flow.order as usize == at + 1);
        assert_eq!(flows.clone().map(|flow| flow.customers).sum::<u64>(), step.customers);
        let on = flows.filter(|flow| flow.to.is_some()).map(|flow| flow.customers).sum::<u64>();
        assert_eq!(on, found.journey.steps[at + 1].customers);
    }
    // The item that brought most of the first order's money, the first by name of several.
    let named = &found.journey.items;
    for start in &found.journey.starts {
        let began = orders.values().filter(|orders| {
            let most = orders[0].1.iter().rev().max_by_key(|(_, money)| **money);
            let place = most.and_then(|(item, _)| named.iter().position(|name| name == item));
            place.unwrap_or(named.len()) == start.item as usize
        });
        assert_eq!(start.customers, began.clone().count() as u64, "{start:?}");
        assert_eq!(start.came_back, began.filter(|orders| orders.len() > 1).count() as u64);
    }
}

fn settings(of: &[(Role, &str)]) -> Settings {
    let mapping = of.iter().map(|(role, column)| (*role, (*column).to_owned())).collect();
    Settings { mapping, models: false, ..Settings::default() }
}

fn day(text: &str) -> i32 {
    Day::parse_iso(&text[..10]).unwrap().0
}

#[test]
fn the_gift_wholesaler_by_a_plain_recount() {
    let bytes = data("online_retail_slice.csv");
    let settings = settings(&[(Role::Product, "StockCode")]);
    let (session, _) = run(&bytes, &settings).unwrap();
    let found = session.cross_sell().unwrap();
    assert_eq!((found.by, found.min_customers), (Some(ItemKind::Product), 10));
    let text = String::from_utf8(bytes.clone()).unwrap();
    let rows: Vec<Row> = text
        .lines()
        .skip(1)
        .map(cells)
        .filter(|c| !c[6].is_empty())
        .map(|c| {
            let price = (c[5].parse::<f64>().unwrap() * 1000.0).round() as i64;
            let money = c[3].parse::<i64>().unwrap() * price;
            (c[6].clone(), c[0].clone(), day(&c[4]), money, c[1].clone())
        })
        .collect();
    check(&found, &rows);
    assert!(found.rules_found >= found.rules.len() as u64 && found.rules.len() == 200);

    // The order of the rows changes nothing.
    let again = run(&reorder(&bytes, true), &settings).unwrap().0.cross_sell().unwrap();
    assert_eq!(again, found);

    // The lists are as long as the document says.
    let listed =
        |query: CustomerQuery| session.customers(&CustomerQuery { limit: 1, ..query }).unwrap().total;
    for next in found.next.iter().take(5) {
        let query = CustomerQuery { next: Some(next.item.clone()), ..CustomerQuery::default() };
        assert_eq!(listed(query), next.customers);
    }
    let rule = &found.rules[0];
    let open = CustomerQuery {
        bought: Some(rule.from.clone()),
        not_bought: Some(rule.to.clone()),
        ..CustomerQuery::default()
    };
    assert_eq!(listed(open), rule.open);
}

#[test]
fn the_demo_shop_by_a_plain_recount() {
    let bytes = value_tiers::sample::csv().into_bytes();
    let (session, _) = run(&bytes, &settings(&[])).unwrap();
    let found = session.cross_sell().unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let rows: Vec<Row> = text
        .lines()
        .skip(1)
        .map(cells)
        .map(|c| {
            let money = (c[6].parse::<f64>().unwrap() * 100.0).round() as i64;
            (c[1].clone(), c[0].clone(), day(&c[2]), money, c[3].clone())
        })
        .collect();
    assert_eq!(found.by, Some(ItemKind::Category));
    check(&found, &rows);
}

/// Twenty customers: ten bought tea and then cups, five only tea, five only soap; the fifth wanted no soap, and gave it back.
#[test]
fn a_case_that_fits_on_a_page() {
    let mut file = String::from("customer,date,amount,order id,product\n");
    for i in 0..10 {
        file.push_str(&format!(
            "both{i},2024-01-01,9.00,a{i},Tea\nboth{i},2024-02-{:02},5.00,b{i},Cups\n",
            i + 1
        ));
    }
    for i in 0..5 {
        file.push_str(&format!("tea{i},2024-01-05,9.00,c{i},Tea\nsoap{i},2024-01-06,4.00,d{i},Soap\n"));
    }
    file.push_str("tea4,2024-01-07,4.00,e,Soap\ntea4,2024-01-09,-4.00,e,Soap\n");
    let least = CrossSellSettings { min_customers: Some(5), ..CrossSellSettings::default() };
    let (session, _) = run(file.as_bytes(), &Settings { cross_sell: least, ..settings(&[]) }).unwrap();
    let found = session.cross_sell().unwrap();
    let rules: Vec<_> = found.rules.iter().map(|r| (r.from.as_str(), r.to.as_str(), r.n, r.open)).collect();
    // 10 of 15 with tea have cups (half of all do); all 10 with cups have tea (three quarters of all do): Wilson's lower end is
    // 0.417 for the first, below the half, and 0.722 for the second.
    assert_eq!((found.customers, found.pairs, rules), (20, 2, vec![]));
    let least = CrossSellSettings { min_customers: Some(5), without: vec!["Soap".into()], by: None };
    let (session, _) = run(file.as_bytes(), &Settings { cross_sell: least, ..settings(&[]) }).unwrap();
    assert_eq!(session.cross_sell().unwrap().customers, 15);

    let steps = &found.journey.steps;
    // 20 buyers; ten came back, after 31 to 40 days; nobody a third time. The order given back is none.
    assert_eq!((steps[0].customers, steps[1].customers, steps[2].customers), (20, 10, 0));
    assert_eq!((steps[1].share, steps[1].days), (Some(0.5), Some((33.25, 35.5, 37.75))));
    let tea = found.journey.starts.iter().find(|start| start.item == 0).unwrap();
    assert_eq!((found.journey.items[0].as_str(), tea.customers, tea.came_back), ("Tea", 15, 10));
}

#[test]
fn a_rule_is_the_next_step_of_those_who_have_not_taken_it() {
    // 40 with tea, 38 of them with cups; 60 with soap alone.
    let mut file = String::from("customer,date,amount,order id,category\n");
    for i in 0..100 {
        let what = if i < 40 { "Tea" } else { "Soap" };
        file.push_str(&format!("c{i:03},2024-01-01,9.00,a{i},{what}\n"));
        if i < 38 {
            file.push_str(&format!("c{i:03},2024-02-01,9.00,b{i},Cups\n"));
        }
    }
    let (session, _) = run(file.as_bytes(), &settings(&[])).unwrap();
    let found = session.cross_sell().unwrap();
    assert_eq!((found.with_next, found.next[0].item.as_str(), found.next[0].customers), (2, "Cups", 2));
    let rule = found.rules.iter().find(|rule| rule.from == "Tea").unwrap();
    assert_eq!((rule.n, rule.open, rule.later), (38, 2, 38));
    let page =
        session.customers(&CustomerQuery { next: Some("Cups".into()), limit: 9, ..CustomerQuery::default() });
    let rows = page.unwrap().rows;
    let names: Vec<_> = rows.iter().map(|row| (row.customer.as_str(), row.next_item.as_deref())).collect();
    assert_eq!(names, [("c038", Some("Cups")), ("c039", Some("Cups"))]);
}

#[test]
fn what_is_missing_is_said() {
    let (session, _) = run(&data("cdnow_transactions.csv"), &settings(&[])).unwrap();
    let found = session.cross_sell().unwrap();
    assert_eq!((found.by, found.rules.len(), found.journey.flows.len()), (None, 0, 0));
    // The journey needs no products.
    assert_eq!(found.journey.steps[0].customers, 2357);
    let (session, _) = run(&data("telco_churn.csv"), &settings(&[])).unwrap();
    assert_eq!(session.cross_sell().unwrap_err().code, Code::NoDateColumn);
    assert_eq!(
        session
            .customers(&CustomerQuery { next: Some("x".into()), ..CustomerQuery::default() })
            .unwrap()
            .total,
        0
    );
}
