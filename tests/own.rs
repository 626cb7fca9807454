//! Segments of one's own: every test on every kind of value, what is missing, and what a file has not.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{data, reorder, run};
use value_tiers::customers::Measure;
use value_tiers::error::Code;
use value_tiers::ledger::CellKind;
use value_tiers::query::CustomerQuery;
use value_tiers::report::SegmentId;
use value_tiers::segments::own::{
    OwnCondition, OwnFigureId, OwnMatching, OwnProblemCode, OwnSegment, OwnTestId,
};
use value_tiers::session::Session;
use value_tiers::settings::{Role, Settings};
use value_tiers::units::Day;

const FILE: &str = "\
customer,date,amount,region,email,birthday,satisfaction
ann,2024-01-05,20.00,North,ann@example.org,1990-02-01,5
bob,2024-02-01,35.50,=1+1,,,2
cid,2024-02-09,14.50,\"<img src=x onerror=alert(1)>\",cid@example.org,1985-07-30,
dee,2024-03-01,99.00,,dee@example.com,,3
eve,2024-03-02,-10.00,north,,2001-12-31,4
fay,2024-03-03,0.50,東區,,,1
";

fn session(file: &str) -> Session {
    run(file.as_bytes(), &Settings::default()).expect("a report").0
}

/// A test with what it compares with.
enum Test {
    AtLeast(f64),
    AtMost(f64),
    Equals(f64),
    From(Day),
    Until(Day),
    Is(Vec<String>),
    IsNot(Vec<String>),
    Contains(String),
    Known,
    Missing,
}

fn condition(test: Test) -> OwnCondition {
    let empty = OwnCondition::default();
    match test {
        Test::AtLeast(number) => OwnCondition { test: OwnTestId::AtLeast, number: Some(number), ..empty },
        Test::AtMost(number) => OwnCondition { test: OwnTestId::AtMost, number: Some(number), ..empty },
        Test::Equals(number) => OwnCondition { test: OwnTestId::Equals, number: Some(number), ..empty },
        Test::From(day) => OwnCondition { test: OwnTestId::From, day: Some(day), ..empty },
        Test::Until(day) => OwnCondition { test: OwnTestId::Until, day: Some(day), ..empty },
        Test::Is(words) => OwnCondition { test: OwnTestId::Is, words, ..empty },
        Test::IsNot(words) => OwnCondition { test: OwnTestId::IsNot, words, ..empty },
        Test::Contains(text) => OwnCondition { test: OwnTestId::Contains, words: vec![text], ..empty },
        Test::Known => OwnCondition { test: OwnTestId::Known, ..empty },
        Test::Missing => OwnCondition { test: OwnTestId::Missing, ..empty },
    }
}

fn figure(of: OwnFigureId, test: Test) -> OwnCondition {
    OwnCondition { figure: Some(of), ..condition(test) }
}

fn column(name: &str, test: Test) -> OwnCondition {
    OwnCondition { column: Some(name.into()), ..condition(test) }
}

fn rule(matching: OwnMatching, conditions: Vec<OwnCondition>) -> OwnSegment {
    OwnSegment { name: "own".into(), matching, conditions }
}

/// Who is in it, by name.
fn members(session: &Session, rule: &OwnSegment) -> String {
    let query = CustomerQuery { own: Some(rule.clone()), limit: 100, ..CustomerQuery::default() };
    let rows = session.customers(&query).unwrap().rows;
    rows.iter().map(|row| row.customer.as_str()).collect::<Vec<_>>().join(" ")
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

#[test]
fn every_test_on_every_kind_of_value() {
    let session = session(FILE);
    for (condition, expected) in [
        (figure(OwnFigureId::Net, Test::AtLeast(20.0)), "ann bob dee"),
        (figure(OwnFigureId::Net, Test::AtMost(0.5)), "eve fay"),
        (figure(OwnFigureId::Net, Test::Equals(35.5)), "bob"),
        (figure(OwnFigureId::Refunds, Test::AtLeast(10.0)), "eve"),
        (figure(OwnFigureId::LastOrder, Test::From(day("2024-02-09"))), "cid dee fay"),
        (figure(OwnFigureId::LastOrder, Test::Until(day("2024-02-01"))), "ann bob"),
        // Without an order there is no day of one.
        (figure(OwnFigureId::LastOrder, Test::Missing), "eve"),
        // A fifth of five buyers.
        (figure(OwnFigureId::ValueTier, Test::Is(words(&["high"]))), "dee"),
        (figure(OwnFigureId::ValueTier, Test::Known), "ann bob cid dee fay"),
        (column("region", Test::Is(words(&["North"]))), "ann"),
        (column("region", Test::Is(words(&["=1+1", "東區"]))), "bob fay"),
        (column("region", Test::Is(words(&["<img src=x onerror=alert(1)>"]))), "cid"),
        (column("region", Test::Contains("NORTH".into())), "ann"),
        (column("region", Test::Contains("東".into())), "fay"),
        (column("region", Test::Contains("\"".into())), ""),
        // What is not known is not something else.
        (column("region", Test::IsNot(words(&["North"]))), "bob cid fay"),
        (column("region", Test::Is(words(&[""]))), ""),
        (column("satisfaction", Test::AtLeast(3.0)), "ann dee"),
        (column("satisfaction", Test::Equals(3.0)), "dee"),
        (column("birthday", Test::Until(day("1989-12-31"))), "cid"),
        (column("birthday", Test::From(day("1985-07-30"))), "ann cid"),
        (column("email", Test::Contains("example.ORG".into())), "ann cid"),
    ] {
        let rule = rule(OwnMatching::All, vec![condition]);
        assert_eq!(members(&session, &rule), expected, "{:?}", rule.conditions);
        let count = &session.own_segments(std::slice::from_ref(&rule)).unwrap()[0];
        let problem = &count.problem;
        assert_eq!(count.customers as usize, expected.split_whitespace().count(), "{rule:?} {problem:?}");
        assert_eq!(*problem, None);
    }
}

#[test]
fn rows_of_money_given_back_say_nothing_of_the_customer() {
    // Attributes are of purchases: eve has none.
    let session = session(FILE);
    for name in ["region", "satisfaction", "birthday"] {
        let missing = rule(OwnMatching::All, vec![column(name, Test::Missing)]);
        assert!(members(&session, &missing).contains("eve"), "{name}");
    }
}

#[test]
fn all_narrow_and_any_widen() {
    let session = session(FILE);
    let conditions = vec![figure(OwnFigureId::Net, Test::AtLeast(20.0)), column("email", Test::Known)];
    assert_eq!(members(&session, &rule(OwnMatching::All, conditions.clone())), "ann dee");
    assert_eq!(members(&session, &rule(OwnMatching::Any, conditions.clone())), "ann bob cid dee");
    let count = &session.own_segments(&[rule(OwnMatching::All, conditions)]).unwrap()[0];
    assert_eq!((count.customers, count.net.to_string().as_str()), (2, "119.00"));
    assert!((count.share_customers - 2.0 / 6.0).abs() < 1e-12);
    assert!((count.share_net - 119.0 / 159.5).abs() < 1e-12);
}

#[test]
fn what_does_not_fit_the_file_is_said_and_holds_of_nobody() {
    let session = session(FILE);
    for (condition, code, value) in [
        (column("Shoe size", Test::AtLeast(40.0)), OwnProblemCode::UnknownColumn, "Shoe size"),
        (column("region", Test::AtLeast(40.0)), OwnProblemCode::WrongTest, "region"),
        (column("satisfaction", Test::Contains("5".into())), OwnProblemCode::WrongTest, "satisfaction"),
        (column("satisfaction", Test::Is(words(&["good"]))), OwnProblemCode::WrongTest, "satisfaction"),
        (column("birthday", Test::AtMost(3.0)), OwnProblemCode::WrongTest, "birthday"),
        (figure(OwnFigureId::Net, Test::From(day("2024-01-01"))), OwnProblemCode::WrongTest, "net"),
        (figure(OwnFigureId::ValueTier, Test::Is(words(&["golden"]))), OwnProblemCode::UnknownWord, "golden"),
        (figure(OwnFigureId::Risk, Test::AtLeast(1.0)), OwnProblemCode::NotKnown, "risk"),
        (figure(OwnFigureId::Net, Test::AtLeast(f64::NAN)), OwnProblemCode::Malformed, "own"),
        (condition(Test::Known), OwnProblemCode::Malformed, ""),
        (
            OwnCondition { figure: Some(OwnFigureId::Net), ..column("region", Test::Known) },
            OwnProblemCode::Malformed,
            "",
        ),
        (column("region", Test::Is(Vec::new())), OwnProblemCode::Malformed, "own"),
    ] {
        // Also where another condition holds.
        let rule = rule(OwnMatching::Any, vec![figure(OwnFigureId::Net, Test::AtLeast(0.0)), condition]);
        assert_eq!(members(&session, &rule), "");
        let count = &session.own_segments(&[rule]).unwrap()[0];
        let problem = count.problem.as_ref().expect(value);
        assert_eq!((count.customers, problem.code, problem.value.as_str()), (0, code, value));
    }
}

#[test]
fn a_report_stands_whatever_its_own_segments_name_and_a_malformed_one_is_refused() {
    let text = r#"{"version":1,"own_segments":[{"name":"Tall","matching":"all","conditions":[
        {"column":"Height","measure":"latest","test":"at_least","number":180},
        {"figure":"value_tier","test":"is","words":["high"]},
        {"figure":"last_order","test":"from","day":"2024-01-01"},
        {"column":"region","test":"missing"}]}]}"#;
    let settings: Settings = serde_json::from_str(text).unwrap();
    let (session, report) = run(FILE.as_bytes(), &settings).unwrap();
    assert_eq!(report.settings.own_segments, settings.own_segments);
    let again: Settings = serde_json::from_str(&serde_json::to_string(&report.settings).unwrap()).unwrap();
    assert_eq!(again, report.settings);
    let count = &session.own_segments(&settings.own_segments).unwrap()[0];
    assert_eq!(count.problem.as_ref().unwrap().value, "Height");

    for own in [
        rule(OwnMatching::All, Vec::new()),
        OwnSegment { name: " ".into(), ..settings.own_segments[0].clone() },
        OwnSegment { name: "x".repeat(81), ..settings.own_segments[0].clone() },
        rule(OwnMatching::All, vec![figure(OwnFigureId::Net, Test::AtLeast(f64::INFINITY))]),
    ] {
        let settings = Settings { own_segments: vec![own], ..Settings::default() };
        let error = settings.check().unwrap_err();
        assert_eq!((error.code, error.value.as_deref()), (Code::BadSetting, Some("own_segments")));
    }
    for text in [
        r#"{"own_segments":[{"name":"x","matching":"none","conditions":[]}]}"#,
        r#"{"own_segments":[{"name":"x","matching":"all","conditions":[{"figure":"shoe","test":"known"}]}]}"#,
    ] {
        assert!(serde_json::from_str::<Settings>(text).is_err());
    }
}

#[test]
fn what_can_be_asked_is_what_is_known() {
    let session = session(FILE);
    let fields = session.own_fields(false).unwrap();
    // Nobody came back: there is no risk to rank.
    assert!(fields.figures.iter().any(|f| f.figure == OwnFigureId::Net && f.kind == CellKind::Numbers));
    assert!(!fields.figures.iter().any(|f| f.figure == OwnFigureId::Risk));
    let tier = fields.figures.iter().find(|f| f.figure == OwnFigureId::ValueTier).unwrap();
    assert_eq!(tier.words, ["high", "medium", "low"]);
    let named = |name: &str| fields.columns.iter().find(|c| c.column == name);
    assert_eq!(named("satisfaction").unwrap().measure, Measure::Mean);
    assert_eq!(named("region").unwrap().words, ["<img src=x onerror=alert(1)>", "=1+1", "North", "東區"]);

    // Masked: nothing that is of fewer than ten customers, nor what is only one person's.
    let masked = session.own_fields(true).unwrap();
    assert!(masked.columns.iter().all(|c| c.words.is_empty()));
    assert!(!masked.columns.iter().any(|c| matches!(c.role, Some(Role::Email | Role::Birthday))));
}

#[test]
fn named_segments_come_out_as_in_the_report_and_in_the_list() {
    let bytes = data("cdnow_transactions.csv");
    let (session, report) = run(&bytes, &Settings::default()).unwrap();
    for segment in &report.segments.rfm {
        let name = value_tiers::report::identifier(&segment.id);
        let own = rule(OwnMatching::All, vec![figure(OwnFigureId::Segment, Test::Is(vec![name]))]);
        let count = &session.own_segments(std::slice::from_ref(&own)).unwrap()[0];
        assert_eq!((count.customers, count.net), (segment.customers, segment.net), "{:?}", segment.id);
        let query = CustomerQuery { own: Some(own), ..CustomerQuery::default() };
        let lines = session.customers_csv(&query).unwrap().iter().filter(|&&b| b == b'\n').count();
        assert_eq!(lines as u64, segment.customers + 1);
    }
    // The order of the rows changes nothing.
    let champions = rule(
        OwnMatching::All,
        vec![
            figure(OwnFigureId::Segment, Test::Is(vec!["champions".into()])),
            figure(OwnFigureId::Orders, Test::AtLeast(9.0)),
        ],
    );
    let query = CustomerQuery {
        own: Some(champions),
        segment: Some(SegmentId::Champions),
        limit: 1000,
        ..CustomerQuery::default()
    };
    let (other, _) = run(&reorder(&bytes, true), &Settings::default()).unwrap();
    let found = session.customers(&query).unwrap();
    assert_eq!(found, other.customers(&query).unwrap());
    assert!(found.total > 0 && found.rows.iter().all(|row| row.orders >= 9));
}
