//! Several files: more orders are read on, what says more of the same customers is joined, and every row is counted.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{data, json, reorder, report};
use value_tiers::advice::customer::CardQuery;
use value_tiers::error::Result;
use value_tiers::lists::ListRequest;
use value_tiers::notes::CustomerNote;
use value_tiers::query::CustomerQuery;
use value_tiers::report::{InputFile, Report};
use value_tiers::session::{Finish, Part, Session};
use value_tiers::settings::{FileSettings, Role, Settings};

const ORDERS: &str = "customer id,date,amount,e-mail\n\
    1001,2024-01-05,10.00,Anna@example.org\n\
    1001,2024-02-09,30.00,anna@example.org\n\
    1002,2024-02-02,5.50,bert@example.org\n\
    1003,2024-01-31,7.00,cleo@example.org\n";
/// A spreadsheet has written the numbers with `.0`; 1009 has never bought; one row names nobody.
const CUSTOMERS: &str = "customer id,city,age,joined on\n\
    1001.0,Oslo,31,2020-05-01\n\
    1003.0,Rome,44,2021-06-01\n\
    1009.0,Lima,27,2022-07-01\n\
    ,Lima,30,2022-08-01\n";
/// By e-mail, and one customer twice.
const SURVEY: &str = "respondent,satisfaction,remark\n\
    ANNA@EXAMPLE.ORG,2,slow\n\
    anna@example.org ,4,fine\n\
    bert@example.org,5,fine\n\
    dora@example.org,1,never\n";

/// Runs files as the page does: the first leads, the others are what the session says they are.
fn run(files: &[(&str, &[u8])], settings: &Settings) -> Result<(Session, Report)> {
    let file = |(name, bytes): &(&str, &[u8])| InputFile {
        name: (*name).into(),
        bytes: bytes.len() as u64,
        sheet: None,
    };
    let mut session = Session::new();
    session.inspect(files[0].1, true, settings)?;
    let mut files = files.to_vec();
    if let Some(lead) = (1..files.len()).find(|&at| {
        let other = session.inspect_also(files[at].1, true, files[at].0, settings).unwrap();
        other.part == Part::Lead
    }) {
        files.swap(0, lead);
        session.inspect(files[0].1, true, settings)?;
    }
    let mut orders = vec![files[0]];
    for other in &files[1..] {
        match session.inspect_also(other.1, true, other.0, settings)?.part {
            Part::Append => orders.push(*other),
            _ => {
                session.join(other.1, true, file(other), settings)?;
                session.push(other.1)?;
                session.joined()?;
            }
        }
    }
    session.start(orders.iter().map(file).collect(), settings)?;
    loop {
        session.push(orders[0].1)?;
        for other in &orders[1..] {
            session.append(other.1, true, settings)?;
            session.push(other.1)?;
        }
        if let Finish::Report(report) = session.finish()? {
            return Ok((session, *report));
        }
    }
}

fn cells(session: &Session, column: &str) -> Vec<String> {
    let customers = &session.analysis().unwrap().customers;
    let attribute = customers.attributes.iter().find(|a| a.column.name == column);
    let attribute = attribute.unwrap_or_else(|| panic!("no {column}"));
    (0..customers.len()).map(|i| attribute.column.text(i)).collect()
}

#[test]
fn a_customer_list_and_a_survey_are_joined_and_every_row_is_counted() {
    let files = [("o.csv", ORDERS.as_bytes()), ("c.csv", CUSTOMERS.as_bytes()), ("s.csv", SURVEY.as_bytes())];
    let (session, report) = run(&files, &Settings::default()).unwrap();
    assert_eq!(report.totals.customers, 3);
    assert_eq!(cells(&session, "city"), ["Oslo", "", "Rome"]);
    assert_eq!(cells(&session, "age"), ["31", "", "44"]);
    // Two answers of one customer: their mean. The address stands in for the number.
    assert_eq!(cells(&session, "satisfaction"), ["3", "5", ""]);
    let counts: Vec<_> = report
        .input
        .joined
        .iter()
        .map(|j| {
            let rows = (j.rows, j.rows_without_key, j.rows_unmatched);
            (j.key.as_deref().unwrap_or_default(), rows, j.customers_matched, j.customers_unmatched)
        })
        .collect();
    assert_eq!(counts, [("customer id", (4, 1, 1), 2, 1), ("respondent", (4, 0, 1), 2, 1)]);
}

#[test]
fn the_orders_lead_whichever_file_comes_first() {
    let orders = ("o.csv", ORDERS.as_bytes());
    let list = ("c.csv", CUSTOMERS.as_bytes());
    let settings = Settings::default();
    let (one, other) =
        (run(&[orders, list], &settings).unwrap().1, run(&[list, orders], &settings).unwrap().1);
    assert!(json(&one) == json(&other));
}

#[test]
fn a_person_says_which_column_names_the_customer() {
    let list = "code,customer id\n1001,9\n1002,9\n1003,9\n";
    let mapping = [(Role::Customer, "code".to_string())].into();
    let settings = Settings {
        files: [("c.csv".to_string(), FileSettings { mapping, ..FileSettings::default() })].into(),
        ..Settings::default()
    };
    let (_, report) = run(&[("o.csv", ORDERS.as_bytes()), ("c.csv", list.as_bytes())], &settings).unwrap();
    assert_eq!(
        (report.input.joined[0].key.as_deref().unwrap(), report.input.joined[0].customers_matched),
        ("code", 3)
    );
}

#[test]
fn a_file_about_other_customers_says_nothing_and_is_named() {
    let list = "customer id,city\nA,Oslo\nB,Rome\n";
    let files = [("o.csv", ORDERS.as_bytes()), ("list.csv", list.as_bytes())];
    let (_, report) = run(&files, &Settings::default()).unwrap();
    let joined = &report.input.joined[0];
    assert_eq!((joined.file.name.as_str(), &joined.key, joined.rows_unmatched), ("list.csv", &None, 2));
}

/// CDNOW cut in two anywhere, the second half with its columns in another order, is CDNOW.
#[test]
fn orders_in_several_files_are_one_file_of_orders() {
    let whole = data("cdnow_transactions.csv");
    let expected = report(&whole);
    let text = String::from_utf8(reorder(&whole, true)).unwrap();
    let (header, body) = text.split_once('\n').unwrap();
    let lines: Vec<&str> = body.lines().collect();
    let (first, second) = lines.split_at(lines.len() / 3);
    let turned = |line: &str| line.split(',').rev().collect::<Vec<_>>().join(";");
    let first = format!("{header}\n{}\n", first.join("\n"));
    let second: Vec<String> = std::iter::once(header).chain(second.iter().copied()).map(turned).collect();
    let second = second.join("\n");
    let files = [("a.csv", first.as_bytes()), ("b.csv", second.as_bytes())];
    let (_, report) = run(&files, &Settings::default()).unwrap();
    assert_eq!(report.input.rows_used, expected.input.rows_used);
    assert_eq!(json(&report)["totals"], json(&expected)["totals"]);
    assert_eq!(json(&report)["models"], json(&expected)["models"]);
    assert_eq!(json(&report)["tiers"], json(&expected)["tiers"]);
}

/// The first file reads one way only as a whole, and the second has its own order of day and month.
#[test]
fn each_file_has_its_own_dates() {
    let mut first = String::from("customer,date,amount\n");
    for i in 0..4_000 {
        first += &format!("c{},0{}/0{}/2023,5.00\n", i % 50, i % 9 + 1, i % 8 + 1);
    }
    first += "c1,25/12/2023,5.00\n";
    let second = "customer,date,amount\nc1,01/13/2024,9.00\nc2,02/14/2024,9.00\n";
    let settings = Settings::default();
    let (_, report) = run(&[("a.csv", first.as_bytes()), ("b.csv", second.as_bytes())], &settings).unwrap();
    assert_eq!(report.input.rows_used, 4_003, "{:?}", report.input.rows_set_aside);
    assert_eq!(report.as_of.unwrap().to_string(), "2024-02-14");
}

#[test]
fn rows_set_aside_name_their_file() {
    let second = "customer id,date,amount\n1001,2024-03-01,2.00\n1001,2024-13-40,1.00\n1002,2024-03-02,3.50\n1003,2024-03-05,4.00\n";
    let files = [("o.csv", ORDERS.as_bytes()), ("p.csv", second.as_bytes())];
    let settings = Settings::default();
    let (session, report) = run(&files, &settings).unwrap();
    assert_eq!((report.input.rows_read, report.input.rows_used), (8, 7));
    assert_eq!(session.set_aside(0, 10).unwrap().rows[0].file, Some(1));
    let csv = String::from_utf8(session.set_aside_csv().unwrap()).unwrap();
    assert!(csv.contains("file,line,reason") && csv.contains("p.csv,3,"), "{csv}");
}

#[test]
fn notes_leave_with_the_lists_and_come_back() {
    let note = |customer: &str, text: &str| CustomerNote { customer: customer.into(), text: text.into() };
    let orders = ("orders.csv", ORDERS.as_bytes());
    let settings = Settings { models: false, ..Settings::default() };
    let column = |bytes: &[u8], name: &str| {
        let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}').to_owned();
        let rows: Vec<Vec<String>> =
            text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
        let at = rows[0].iter().position(|cell| cell == name);
        at.map(|at| rows[1..].iter().map(|row| row[at].clone()).collect::<Vec<_>>())
    };
    let (session, _) = run(&[orders], &settings).unwrap();
    assert_eq!(column(&session.customers_csv(&CustomerQuery::default()).unwrap(), "note"), None);
    let query = CustomerQuery {
        notes: vec![note("1001", "prefers mail"), note("1003", "=2+2"), note("nobody", "lost")],
        ..CustomerQuery::default()
    };
    let list = session.customers_csv(&query).unwrap();
    assert_eq!(column(&list, "note").unwrap(), ["prefers mail", "", "'=2+2"]);
    let request = ListRequest { query: query.clone(), ..ListRequest::default() };
    let plain = session.list(&request).unwrap();
    assert_eq!(column(&plain.bytes, "note"), column(&list, "note"));
    assert_eq!(plain.about.query.notes, []);
    let masked = CustomerQuery { mask: Some("key".into()), ..query };
    assert_eq!(column(&session.customers_csv(&masked).unwrap(), "note"), None);

    // Dropped beside the orders the list gives its notes again, as they were typed; a new one takes the place of an old one.
    let (session, _) = run(&[orders, ("list.csv", &list)], &settings).unwrap();
    let card = |number: u32, mask: Option<&str>| {
        session
            .customer(&CardQuery {
                number: Some(number),
                mask: mask.map(str::to_owned),
                ..CardQuery::default()
            })
            .unwrap()
    };
    assert_eq!(card(0, None).note.as_deref(), Some("prefers mail"));
    assert_eq!(card(2, None).note.as_deref(), Some("=2+2"));
    assert!(card(2, None).attributes.iter().all(|attribute| attribute.column != "note"));
    assert_eq!((card(1, None).note, card(0, Some("key")).note), (None, None));
    let query =
        CustomerQuery { notes: vec![note("1001", ""), note("1002", "new")], ..CustomerQuery::default() };
    assert_eq!(column(&session.customers_csv(&query).unwrap(), "note").unwrap(), ["", "new", "'=2+2"]);
}
