//! Groups side by side: against a plain count of the file's rows, and whatever the order of the rows.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeMap;

use common::{data, reorder, run};
use value_tiers::compare::document::{CompareQuery, Comparison, GroupKind, SplitBy};
use value_tiers::error::Code;
use value_tiers::settings::Settings;
use value_tiers::units::{Day, Total};

const CITIES: &str = "\
customer,date,amount,city,note
a,2024-01-01,10.00,Ulm,n1
a,2024-01-11,30.00,Ulm,n2
b,2024-01-02,100.00,Ulm,n3
c,2024-02-05,7.50,Bonn,n4
c,2024-02-09,7.50,Bonn,n5
c,2024-02-29,-5.00,Bonn,n6
d,2024-03-01,20.00,,n7
e,2024-03-01,1.00,Bonn,n8
";

fn comparison(bytes: &[u8], query: &CompareQuery) -> Comparison {
    let settings = Settings { models: false, ..Settings::default() };
    run(bytes, &settings).unwrap().0.comparison(query).unwrap()
}

fn split(split: SplitBy) -> CompareQuery {
    CompareQuery { split, ..CompareQuery::default() }
}

#[test]
fn a_column_divides_as_counted_by_hand() {
    let found = comparison(CITIES.as_bytes(), &split(SplitBy::Tiers));
    let names: Vec<&str> = found.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["city"], "a note for each customer divides nobody");
    let found = comparison(
        CITIES.as_bytes(),
        &CompareQuery { split: SplitBy::Column, column: found.columns[0].column },
    );
    let groups: Vec<(GroupKind, Option<&str>, u64, i128, u64)> = found
        .groups
        .iter()
        .map(|g| (g.kind, g.value.as_deref(), g.customers, g.net.0 / 10_000, g.orders.unwrap()))
        .collect();
    assert_eq!(
        groups,
        [
            (GroupKind::Value, Some("Bonn"), 2, 1_100, 3),
            (GroupKind::Value, Some("Ulm"), 2, 14_000, 3),
            (GroupKind::Blank, None, 1, 2_000, 1),
        ]
    );
    let (bonn, ulm) = (&found.groups[0], &found.groups[1]);
    assert_eq!((bonn.gap_customers, bonn.gap, bonn.refunds), (1, Some(4.0), Some(5.0 / 16.0)));
    assert_eq!((ulm.gap, ulm.basket, ulm.refunds), (Some(10.0), Some(30.0), Some(0.0)));
    assert_eq!(ulm.top_fifth, Some(100.0 / 140.0));
    // The first of January 2024 was a Monday.
    assert_eq!(ulm.weekdays, [1, 1, 0, 1, 0, 0, 0]);
    assert_eq!(ulm.months[..3], [3, 0, 0]);
}

#[test]
fn segments_of_a_real_file_agree_with_a_plain_loop_over_its_rows() {
    let bytes = data("cdnow_transactions.csv");
    let settings = Settings { models: false, ..Settings::default() };
    let (session, _) = run(&bytes, &settings).unwrap();
    let found = session.comparison(&split(SplitBy::Tiers)).unwrap();
    let (mut all, mut days) = (0_i128, BTreeMap::<String, BTreeMap<String, i128>>::new());
    let text = String::from_utf8(bytes).unwrap();
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let at = |word: &str| header.iter().position(|name| *name == word).unwrap();
    let (who, when, money) = (at("id"), at("date"), at("spent"));
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        let (whole, cents) = cells[money].split_once('.').unwrap_or((cells[money], "0"));
        let amount = whole.parse::<i128>().unwrap() * 100 + format!("{cents:0<2}").parse::<i128>().unwrap();
        all += amount;
        *days.entry(cells[who].into()).or_default().entry(cells[when].into()).or_default() += amount;
    }
    assert_eq!(Total(found.groups.iter().map(|g| g.net.0).sum()), Total(all * 10_000));
    assert_eq!(found.groups.iter().map(|g| g.customers).sum::<u64>(), days.len() as u64);
    let gaps = days.values().filter(|of| of.len() >= 2).count() as u64;
    assert_eq!(found.groups.iter().map(|g| g.gap_customers).sum::<u64>(), gaps);
    let mut weekdays = [0_u64; 7];
    for day in days.values().flat_map(BTreeMap::keys) {
        let day = if day.contains('-') {
            day.clone()
        } else {
            format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..])
        };
        // 1997-01-06 was a Monday.
        let since = Day::parse_iso(&day).unwrap().0 - Day::parse_iso("1997-01-06").unwrap().0;
        weekdays[since.rem_euclid(7) as usize] += 1;
    }
    let sums: Vec<u64> = (0..7).map(|d| found.groups.iter().map(|g| g.weekdays[d]).sum()).collect();
    assert_eq!(sums, weekdays);
}

#[test]
fn the_order_of_the_rows_changes_nothing() {
    for file in ["cdnow_transactions.csv", "online_retail_slice.csv"] {
        let bytes = data(file);
        let column = comparison(&bytes, &split(SplitBy::Tiers)).columns.first().map(|column| column.column);
        let mut queries = vec![split(SplitBy::Segments), split(SplitBy::Stages)];
        queries.extend(column.map(|column| CompareQuery { split: SplitBy::Column, column }));
        for query in queries {
            let first = comparison(&bytes, &query);
            assert!(first == comparison(&reorder(&bytes, true), &query), "{file} {query:?}");
        }
    }
}

#[test]
fn a_column_that_is_not_there_is_refused() {
    let settings = Settings { models: false, ..Settings::default() };
    let (session, _) = run(CITIES.as_bytes(), &settings).unwrap();
    for column in [1, 99] {
        let refused = session.comparison(&CompareQuery { split: SplitBy::Column, column }).unwrap_err();
        assert_eq!(refused.code, Code::BadSetting);
    }
}

#[test]
fn answers_by_group_are_the_textbooks() {
    // Ulm: 4 of 5 content (5, 4, 4, 5, 2); Bonn: 1 of 4 (3, 3, 2, 4), and one without an answer.
    let cities = [("Ulm", [5, 4, 4, 5, 2]), ("Bonn", [3, 3, 2, 4, 0])];
    let mut file = String::from("customer,date,amount,city,satisfaction,nps\n");
    for (city, answers) in cities {
        for (i, answer) in answers.into_iter().enumerate() {
            let answer = if answer == 0 { ",".into() } else { format!("{answer},{}", answer * 2) };
            file.push_str(&format!("{city}{i},2024-01-0{},10.00,{city},{answer}\n", i + 1));
        }
    }
    let tiers = comparison(file.as_bytes(), &split(SplitBy::Tiers));
    let city = tiers.columns.iter().find(|column| column.name == "city").unwrap().column;
    let found = comparison(file.as_bytes(), &CompareQuery { split: SplitBy::Column, column: city });
    let [bonn, ulm] = &found.groups[..] else { panic!("{:?}", found.groups) };
    let (csat, nps) = (ulm.csat.as_ref().unwrap(), ulm.nps.as_ref().unwrap());
    assert_eq!((csat.value, csat.n), (0.8, 5));
    // Wilson (1927) for 4 of 5.
    assert!((csat.interval.0 - 0.3755).abs() < 5e-5 && (csat.interval.1 - 0.9638).abs() < 5e-5, "{csat:?}");
    // 10, 8, 8, 10, 4: two promoters, one detractor.
    assert!((nps.value - 20.0).abs() < 1e-9 && nps.n == 5);
    assert_eq!(bonn.csat.as_ref().map(|csat| (csat.value, csat.n)), Some((0.25, 4)));
    assert_eq!(comparison(CITIES.as_bytes(), &split(SplitBy::Tiers)).groups[0].csat, None);
}
