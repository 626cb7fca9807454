//! What a warehouse gives back is what the orders would have given: the summary of a file, read as a file. That the queries make
//! that summary is checked in the engines themselves: `tests/warehouse`.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::run;
use value_tiers::query::CustomerQuery;
use value_tiers::report::{CustomerRow, Report};
use value_tiers::session::Session;
use value_tiers::settings::{Role, Settings};
use value_tiers::sql::{COLUMNS, Dialect, SqlQuery, summary_csv};

fn read(bytes: &[u8], settings: &Settings) -> (Session, Report) {
    run(bytes, settings).unwrap()
}

fn rows(session: &Session) -> Vec<CustomerRow> {
    let query = CustomerQuery { limit: 100_000, ..CustomerQuery::default() };
    let mut rows = session.customers(&query).unwrap().rows;
    rows.sort_by(|a, b| a.customer.cmp(&b.customer));
    rows
}

#[test]
fn a_summary_gives_the_report_of_its_orders() {
    let shop = value_tiers::sample::csv().into_bytes();
    let cdnow = std::fs::read("tests/data/cdnow_transactions.csv").unwrap();
    let early = Settings {
        as_of: Some(value_tiers::units::Day::from_ymd(1997, 9, 30).unwrap()),
        ..Settings::default()
    };
    for (name, file, settings) in [
        ("shop", shop, Settings::default()),
        ("cdnow", cdnow.clone(), Settings::default()),
        ("early", cdnow, early),
    ] {
        let (session, report) = read(&file, &settings);
        let summary = summary_csv(&session.analysis().unwrap().customers);
        let (summed, again) = read(&summary, &Settings::default());
        assert_eq!(report.totals.net, again.totals.net, "{name}");
        assert_eq!(report.totals.refunds, again.totals.refunds, "{name}");
        assert_eq!(report.totals.orders, again.totals.orders, "{name}");
        assert_eq!(report.as_of, again.as_of, "{name}");
        let (one, two) = (rows(&session), rows(&summed));
        assert_eq!(one.len(), two.len(), "{name}");
        for (a, b) in one.iter().zip(&two) {
            assert_eq!(
                (&a.customer, a.first_order, a.last_order, a.gross, a.refunds, a.recency_days, a.r, a.f, a.m),
                (&b.customer, b.first_order, b.last_order, b.gross, b.refunds, b.recency_days, b.r, b.f, b.m),
                "{name}"
            );
            assert_eq!(
                (a.rfm_segment, a.lifecycle, a.nes),
                (b.rfm_segment, b.lifecycle, b.nes),
                "{name} {}",
                a.customer
            );
            assert_eq!(
                (a.value_index, a.value_tier, a.usual_gap),
                (b.value_index, b.value_tier, b.usual_gap),
                "{name}"
            );
        }
        let (one, two) = (report.models.unwrap(), again.models.unwrap());
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-4 * a.abs();
        for (a, b) in [(one.bg_nbd, two.bg_nbd), (one.mbg_nbd, two.mbg_nbd)] {
            let (a, b) = (a.unwrap(), b.unwrap());
            assert!(
                close(a.r, b.r) && close(a.alpha, b.alpha) && close(a.a, b.a) && close(a.b, b.b),
                "{name}"
            );
        }
        let (a, b) = (one.gamma_gamma.unwrap(), two.gamma_gamma.unwrap());
        assert!(close(a.p, b.p) && close(a.q, b.q) && close(a.v, b.v), "{name}");
    }
}

#[test]
fn hostile_names_stay_names_in_every_dialect() {
    let file = "客户,日期,\"amount\"\"; DROP TABLE x; --\",状态\n王,2024-01-05,20.00,交易成功\n李,2024-02-01,35.50,已退款\n";
    let mut settings = Settings::default();
    settings.mapping.insert(Role::Amount, "amount\"; DROP TABLE x; --".into());
    let (session, _) = read(file.as_bytes(), &settings);
    for dialect in Dialect::ALL {
        let query = SqlQuery { dialect, table: "orders; DROP TABLE y".into() };
        let sql = session.sql(&query, &settings).unwrap();
        for text in [sql.summary.unwrap(), sql.reconciliation.unwrap(), sql.score.unwrap()] {
            let quoted = dialect.name("amount\"; DROP TABLE x; --");
            assert_eq!(text.matches("DROP TABLE x").count(), text.matches(&quoted).count(), "{dialect:?}");
            assert_eq!(
                text.matches("DROP TABLE y").count(),
                text.matches(&dialect.name("orders; DROP TABLE y")).count()
            );
            assert!(text.contains(&dialect.name("客户")), "{dialect:?}");
        }
    }
}

#[test]
fn a_summary_is_known_by_its_header_unless_a_person_says_otherwise() {
    let header = format!("customer,{}\n", COLUMNS.join(","));
    let row = "a,2024-01-01,2024-02-01,10,2,50.00,0.00,50.00,1,31,41,1,20.00,2,50.00,1,31,,31\n";
    let file = [header.as_str(), row, &row.replace("a,", "b,")].concat();
    let mut session = Session::new();
    let preview = session.inspect(file.as_bytes(), true, &Settings::default()).unwrap();
    assert!(preview.sure);
    assert_eq!(preview.mapping.get(&Role::Monetary).map(String::as_str), Some("net"));
    assert!(session.sql(&SqlQuery::default(), &Settings::default()).unwrap().summary.is_none());
    let mut told = Settings::default();
    told.mapping.insert(Role::Monetary, "gross".into());
    let preview = session.inspect(file.as_bytes(), true, &told).unwrap();
    assert_eq!(preview.mapping.get(&Role::Monetary).map(String::as_str), Some("gross"));
}
