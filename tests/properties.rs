//! What must hold for any file: the slices it comes in don't matter, nor the order of its rows; every row is accounted
//! for; money is exact.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{data, json, reorder, report, run, run_in_slices};
use proptest::prelude::*;
use value_tiers::error::Code;
use value_tiers::settings::{Formats, Role, Settings, Shape};

/// A row of an order file, good or bad.
#[derive(Clone, Debug)]
struct Row {
    customer: String,
    date: String,
    cents: i64,
    broken: u8,
}

fn row() -> impl Strategy<Value = Row> {
    ("[a-f]{1,2}|\"x, \"\"y\"\"\n z\"|客户[甲乙丙]", 0..700_i64, -5_000..50_000_i64, 0..20_u8).prop_map(
        |(customer, day, cents, broken)| Row {
            customer,
            date: value_tiers::units::Day(19_000 + day as i32).to_string(),
            cents,
            broken,
        },
    )
}

fn file(rows: &[Row]) -> String {
    let mut out = String::from("customer,order date,amount\r\n");
    for row in rows {
        let sign = if row.cents < 0 { "-" } else { "" };
        let amount = format!("{sign}{}.{:02}", row.cents.abs() / 100, row.cents.abs() % 100);
        match row.broken {
            0 => out.push_str(&format!(",{},{amount}\r\n", row.date)),
            1 => out.push_str(&format!("{},,{amount}\r\n", row.customer)),
            2 => out.push_str(&format!("{},{},\r\n", row.customer, row.date)),
            3 => out.push_str(&format!("{},2023-02-30,{amount}\r\n", row.customer)),
            4 => out.push_str(&format!("{},{},n/a\r\n", row.customer, row.date)),
            5 => out.push_str(&format!("{}\r\n", row.customer)),
            _ => out.push_str(&format!("{},{},{amount}\r\n", row.customer, row.date)),
        }
    }
    out
}

/// What the columns are is said, not guessed: made-up rows may look like anything.
fn settings() -> Settings {
    let mapping = [(Role::Customer, "customer"), (Role::Date, "order date"), (Role::Amount, "amount")];
    Settings {
        mapping: mapping.into_iter().map(|(role, name)| (role, name.to_owned())).collect(),
        formats: Formats { shape: Some(Shape::Orders), header: Some(true), ..Formats::default() },
        ..Settings::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn slices_do_not_matter_and_every_row_is_accounted_for(
        rows in prop::collection::vec(row(), 5..120),
        sizes in prop::collection::vec(1..50_usize, 1..20),
    ) {
        let text = file(&rows);
        let whole = run(text.as_bytes(), &settings());
        let sliced = run_in_slices(text.as_bytes(), &settings(), &sizes);
        match (whole, sliced) {
            (Ok((_, whole)), Ok((_, sliced))) => {
                prop_assert_eq!(json(&whole), json(&sliced));
                prop_assert_eq!(whole.input.rows_read, rows.len() as u64);
                let aside: u64 = whole.input.rows_set_aside.iter().map(|s| s.rows).sum();
                prop_assert_eq!(aside, rows.iter().filter(|r| r.broken < 6).count() as u64);
                prop_assert_eq!(whole.input.rows_used + aside, whole.input.rows_read);
                let cents: i64 = rows.iter().filter(|r| r.broken >= 6).map(|r| r.cents).sum();
                prop_assert_eq!(whole.totals.net.0, i128::from(cents) * 10_000);
            }
            (Err(a), Err(b)) => {
                prop_assert_eq!(&a, &b);
                prop_assert!(matches!(a.code, Code::NoUsableRow), "{}", a);
            }
            (a, b) => prop_assert!(false, "{:?} {:?}", a.map(|r| r.1), b.map(|r| r.1)),
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in prop::collection::vec(row(), 5..120)) {
        let plain: Vec<Row> = rows.into_iter().filter(|r| r.broken >= 6 && !r.customer.contains('\n')).collect();
        prop_assume!(!plain.is_empty());
        let text = file(&plain);
        let original = run(text.as_bytes(), &settings()).unwrap().1;
        let shuffled = reorder(text.as_bytes(), true);
        let mut other = json(&run(&shuffled, &settings()).unwrap().1);
        other["input"]["files"] = json(&original)["input"]["files"].clone();
        prop_assert_eq!(other, json(&original));
    }
}

#[test]
fn a_real_file_byte_by_byte() {
    let bytes = data("cdnow_transactions.csv");
    let whole = report(&bytes);
    for sizes in [&[1][..], &[7, 4096, 1, 65_537], &[262_144]] {
        let (_, sliced) = run_in_slices(&bytes, &Settings::default(), sizes).unwrap();
        assert_eq!(json(&sliced), json(&whole), "{sizes:?}");
    }
}
