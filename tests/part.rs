//! A report of part of the customers is the report of a file that holds only their rows.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{data, json, reorder, run};
use serde_json::Value;
use value_tiers::customers::Measure;
use value_tiers::movement::MovementQuery;
use value_tiers::query::CustomerQuery;
use value_tiers::report::{NoteCode, Report};
use value_tiers::settings::{Only, Settings};
use value_tiers::units::Day;

fn only(column: &str, measure: Option<Measure>, value: &str) -> Option<Only> {
    Some(Only { column: column.into(), measure, value: value.into() })
}

/// Header and the lines that fit.
fn lines(bytes: &[u8], fits: impl Fn(&str) -> bool) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let kept = text.lines().enumerate().filter(|(at, line)| *at == 0 || fits(line));
    kept.flat_map(|(_, line)| [line, "\n"]).collect::<String>().into_bytes()
}

/// The report without what it says of the file, and the settings.
fn of_customers(report: &Report) -> Value {
    let mut json = json(report);
    for key in ["input", "settings", "splits", "part", "first_day", "last_day"] {
        json.as_object_mut().unwrap().remove(key);
    }
    // Repeated rows and the like are the file's.
    json["notes"].as_array_mut().unwrap().retain(|note| note["code"] != "duplicates");
    json
}

#[test]
fn orders_of_one_country_are_a_file_of_its_own() {
    let bytes = data("online_retail_slice.csv");
    let (_, all) = run(&bytes, &Settings::default()).unwrap();
    let country = all.splits.iter().find(|split| split.column == "Country").unwrap();
    let germany = country.values.iter().find(|value| value.value == "Germany").unwrap();

    let settings =
        Settings { only: only("Country", Some(country.measure), "Germany"), ..Settings::default() };
    let (mut session, part) = run(&bytes, &settings).unwrap();
    let shown = part.part.as_ref().unwrap();
    assert_eq!((shown.of, shown.only.value.as_str()), (all.totals.customers, "Germany"));
    assert_eq!(part.totals.buyers, germany.customers);
    assert_eq!(part.splits, all.splits, "what else to choose is the whole file's");
    assert_eq!((part.as_of, part.input.rows_read), (all.as_of, all.input.rows_read));

    // Customers of one country only, so that their rows are the country's.
    let alone = lines(&bytes, |line| line.trim_end().ends_with(",Germany"));
    let (mut other, report) = run(&alone, &Settings { as_of: all.as_of, ..Settings::default() }).unwrap();
    assert_eq!(shown.customers, report.totals.customers);
    // Where the file begins decides on indicators that hang on its length.
    let without = |mut json: Value| {
        json.as_object_mut().unwrap().remove("kpis");
        json
    };
    assert_eq!(without(of_customers(&part)), without(of_customers(&report)));

    // What is asked for on demand is of the same customers.
    let csv = |session: &value_tiers::session::Session| {
        session.customers_csv(&CustomerQuery::default()).unwrap().split(|byte| *byte == b'\n').count()
    };
    assert_eq!(csv(&session), csv(&other));
    let moved = |session: &mut value_tiers::session::Session| {
        let query = MovementQuery { from: Day::parse_iso("2011-01-15"), ..MovementQuery::default() };
        session
            .movement(&query)
            .map(|movement| (movement.both, movement.new, movement.gone, movement.not_yet))
    };
    assert_eq!(moved(&mut session).ok(), moved(&mut other).ok());

    // Back to everybody, and to nobody, in the same session.
    let back = session.report(&Settings::default()).unwrap();
    assert_eq!(json(&back), json(&all));
    let settings =
        Settings { only: only("Country", Some(country.measure), "Atlantis"), ..Settings::default() };
    let nobody = session.report(&settings).unwrap();
    assert_eq!((nobody.part.is_none(), nobody.totals), (true, all.totals));
    assert!(nobody.notes.iter().any(|note| note.code == NoteCode::NoSuchPart));
}

#[test]
fn rows_of_a_customer_table_are_a_table_of_their_own() {
    let bytes = data("telco_churn.csv");
    let settings =
        Settings { only: only("Contract", None, "Two year"), models: false, ..Settings::default() };
    let (_, part) = run(&bytes, &settings).unwrap();
    let alone = lines(&bytes, |line| line.contains(",Two year,"));
    let (_, report) = run(&alone, &Settings { models: false, ..Settings::default() }).unwrap();
    assert_eq!(part.part.as_ref().unwrap().customers, 1685, "1,695 lines, ten of them without TotalCharges");
    assert_eq!(of_customers(&part), of_customers(&report));
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let bytes = data("online_retail_slice.csv");
    let settings = Settings {
        only: only("Country", Some(Measure::Latest), "France"),
        models: false,
        ..Settings::default()
    };
    let (_, report) = run(&bytes, &settings).unwrap();
    assert!(report.part.is_some());
    for shuffle in [false, true] {
        let (_, other) = run(&reorder(&bytes, shuffle), &settings).unwrap();
        assert_eq!(of_customers(&other), of_customers(&report));
        assert_eq!((other.splits, other.part), (report.splits.clone(), report.part.clone()));
    }
}
