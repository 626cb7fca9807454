//! What a person decides of rows: which currency, dates far from all others, rows that repeat, customers written alike.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{data, json, reorder, report, run};
use value_tiers::report::{NoteCode, Reason, Report};
use value_tiers::settings::{AlikeNames, Duplicates, FarDates, Formats, Settings};

fn with(formats: Formats) -> Settings {
    Settings { formats, ..Settings::default() }
}

fn aside(report: &Report, reason: Reason) -> u64 {
    report.input.rows_set_aside.iter().filter(|s| s.reason == reason).map(|s| s.rows).sum()
}

fn note(report: &Report, code: NoteCode) -> Option<f64> {
    report.notes.iter().find(|note| note.code == code).map(|note| note.value.unwrap_or(0.0))
}

/// Ten rows in euro, three in dollars, one that says nothing; with signs, and with a column.
fn signs() -> String {
    let mut text = String::from("customer,date,amount\n");
    for i in 0..10 {
        text += &format!("c{},2024-01-{:02},€{}.00\n", i % 4, i + 1, i + 10);
    }
    text + "c1,2024-02-01,US$100.00\nc2,2024-02-02,$100.00\nc3,2024-02-03,100.00 USD\nc3,2024-02-04,7.00\n"
}

fn codes() -> String {
    let row = |line: &str| {
        let (head, amount) = line.rsplit_once(',').unwrap();
        let currency = if amount.contains('€') {
            "eur"
        } else if amount == "7.00" {
            ""
        } else {
            " USD "
        };
        let bare: String = amount.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        format!("{head},{bare},{currency}\n")
    };
    let signs = signs();
    let mut lines = signs.lines();
    let header = lines.next().unwrap();
    format!("{header},currency\n") + &lines.map(row).collect::<String>()
}

#[test]
fn currencies_are_never_added_up() {
    for text in [signs(), codes()] {
        let report = report(text.as_bytes());
        // 10 + … + 19, and the row that names none.
        assert_eq!(report.totals.net.to_string(), "152.00", "{text}");
        assert_eq!(report.input.currency.as_deref(), Some("EUR"));
        assert_eq!(aside(&report, Reason::OtherCurrency), 3);
        assert_eq!(note(&report, NoteCode::OtherCurrencies), Some(3.0));
        let dollars = with(Formats { currency: Some("USD".into()), ..Formats::default() });
        let (_, dollars) = run(text.as_bytes(), &dollars).unwrap();
        assert_eq!(dollars.totals.net.to_string(), "307.00", "{text}");
        assert_eq!(aside(&dollars, Reason::OtherCurrency), 10);
    }
}

/// The head of the file is in yuan only; the rest, and the most of it, in dollars.
#[test]
fn the_currency_of_most_rows_is_that_of_the_whole_file() {
    let mut text = String::from("customer,date,amount,currency\n");
    for i in 0..30_000 {
        let currency = if i < 12_000 { "CNY" } else { "USD" };
        text += &format!("customer-{},2024-01-{:02},5.00,{currency}\n", i % 500, i % 28 + 1);
    }
    let expected = report(text.as_bytes());
    assert_eq!(expected.input.currency.as_deref(), Some("USD"));
    assert_eq!((expected.input.rows_used, aside(&expected, Reason::OtherCurrency)), (18_000, 12_000));
    for shuffle in [false, true] {
        let other = report(&reorder(text.as_bytes(), shuffle));
        assert!(json(&other)["totals"] == json(&expected)["totals"]);
        assert!(json(&other)["input"]["currencies"] == json(&expected)["input"]["currencies"]);
    }
}

#[test]
fn rows_far_from_all_others_are_left_out_when_a_person_says_so() {
    let mut text = String::from("customer,date,amount\n");
    for i in 0..60 {
        text += &format!("c{},2024-03-{:02},5.00\n", i % 9, i % 28 + 1);
    }
    text += "c1,1900-01-01,5.00\nc2,2099-12-31,5.00\n";
    let kept = report(text.as_bytes());
    assert_eq!(kept.as_of.unwrap().to_string(), "2099-12-31");
    let settings = with(Formats { far_dates: Some(FarDates::SetAside), ..Formats::default() });
    let (_, report) = run(text.as_bytes(), &settings).unwrap();
    assert_eq!(
        (report.as_of.unwrap().to_string().as_str(), aside(&report, Reason::FarDate)),
        ("2024-03-28", 2)
    );
}

/// The figures of `pandas.DataFrame.duplicated`; in the second file on the columns that are read, which are all but the
/// description of the goods.
#[test]
fn repeated_rows_are_noticed_and_kept_unless_told() {
    for (file, repeated) in [("cdnow_transactions.csv", 21), ("online_retail_slice.csv", 629)] {
        let bytes = data(file);
        let kept = report(&bytes);
        assert_eq!(kept.input.duplicates, repeated, "{file}");
        assert_eq!(note(&kept, NoteCode::Duplicates), Some(repeated as f64));
        let settings = with(Formats { duplicates: Some(Duplicates::SetAside), ..Formats::default() });
        let (_, once) = run(&bytes, &settings).unwrap();
        assert_eq!(once.input.rows_used + repeated, kept.input.rows_used, "{file}");
        assert_eq!((aside(&once, Reason::Duplicate), once.input.duplicates), (repeated, 0), "{file}");
    }
}

#[test]
fn customers_written_alike_are_suggested_and_merged_only_when_told() {
    let text = "e-mail,date,amount\nAnna@x.org,2024-01-01,1.00\nanna@x.org,2024-01-02,2.00\nbert@x.org,2024-01-03,4.00\n\
        ANNA@X.ORG,2024-01-04,8.00\n";
    let apart = report(text.as_bytes());
    let alike = apart.input.alike.as_ref().unwrap();
    assert_eq!((apart.totals.customers, alike.customers, alike.merged), (4, 2, false));
    assert_eq!(alike.examples[0], ("ANNA@X.ORG".to_string(), "Anna@x.org".to_string()));
    assert_eq!(note(&apart, NoteCode::AlikeNames), Some(2.0));
    let settings = with(Formats { alike: Some(AlikeNames::Merge), ..Formats::default() });
    let (session, merged) = run(text.as_bytes(), &settings).unwrap();
    assert_eq!((merged.totals.customers, merged.totals.net), (2, apart.totals.net));
    let names = &session.analysis().unwrap().customers.names;
    assert_eq!([names.text(0), names.text(1)], ["ANNA@X.ORG", "bert@x.org"]);
    assert_eq!(note(&merged, NoteCode::AlikeNames), None);
}

#[test]
fn rounded_customer_numbers_are_warned_about() {
    let text = "customer,date,amount\n1.38E+10,2024-01-01,1.00\n1.38E+10,2024-01-02,2.00\n1.39E+10,2024-01-03,4.00\n";
    assert_eq!(note(&report(text.as_bytes()), NoteCode::RoundedNames), Some(2.0));
}

/// What the report says of its settings makes the same report, for the next file of the same kind and for this one.
#[test]
fn settings_make_the_same_report_again() {
    for (text, settings) in [
        (signs(), with(Formats { currency: Some("USD".into()), ..Formats::default() })),
        (codes(), with(Formats { duplicates: Some(Duplicates::SetAside), ..Formats::default() })),
        (signs(), Settings { clusters: Some(3), models: false, ..Settings::default() }),
    ] {
        let (_, first) = run(text.as_bytes(), &settings).unwrap();
        let saved = serde_json::to_string(&first.settings).unwrap();
        let (_, again) = run(text.as_bytes(), &serde_json::from_str(&saved).unwrap()).unwrap();
        assert!(json(&first) == json(&again), "{saved}");
        for word in ["c0", "c1", "2024-01"] {
            assert!(!saved.contains(word), "no customer and no row of the file: {saved}");
        }
    }
}
