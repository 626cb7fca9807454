//! How fast files are read, in MB a second. Not a test of anything, so it runs only when asked:
//! `cargo test --release --test speed -- --ignored --nocapture`

#![allow(clippy::expect_used)]

use std::hint::black_box;
use std::time::Instant;

use value_tiers::ingest::{HEAD, Reader, Record, sniff};
use value_tiers::movement::MovementQuery;
use value_tiers::segments::rules::SegmentRules;
use value_tiers::session::{Finish, Session};
use value_tiers::settings::{Formats, Settings, Weights};
use value_tiers::units::Day;

/// A million orders, 45 MB.
fn orders() -> String {
    let mut text = String::from("customer_id,order_id,order_date,amount,product\n");
    for i in 0..1_000_000_u64 {
        let draw = i.wrapping_mul(6_364_136_223_846_793_005).rotate_left(17);
        let (customer, day, cents) = (draw % 90_246, draw % 28 + 1, draw % 50_000);
        text += &format!(
            "C{customer:06},{},2024-{:02}-{day:02},{}.{:02},Article {}\n",
            1_000_000 + i,
            draw % 12 + 1,
            cents / 100,
            cents % 100,
            draw % 1000
        );
    }
    text
}

#[test]
#[ignore = "a measurement"]
fn megabytes_a_second() {
    let plain = orders();
    let quoted: String =
        plain.lines().map(|line| format!("\"{}\"\r\n", line.replace(',', "\",\""))).collect();
    let chinese = plain.replace("Article", "围巾羊毛");
    let (gb18030, ..) = encoding_rs::GB18030.encode(&chinese);
    for (case, bytes) in [
        ("plain", plain.as_bytes()),
        ("all quoted, CRLF", quoted.as_bytes()),
        ("UTF-8 with Chinese", chinese.as_bytes()),
        ("GB18030", &gb18030),
    ] {
        let head = sniff(bytes.get(..HEAD).unwrap_or(bytes), false, &Formats::default()).expect("a table");
        for _ in 0..3 {
            let start = Instant::now();
            let mut reader = Reader::new(&head.layout).expect("a known encoding");
            let (mut rows, mut letters) = (0, 0);
            let mut sink = |record: Record<'_>| {
                rows += 1;
                letters += record.cells().map(<[u8]>::len).sum::<usize>();
            };
            for chunk in bytes.chunks(4 << 20) {
                reader.feed(chunk, &mut sink);
            }
            reader.finish(&mut sink);
            report(case, bytes.len(), start, rows, black_box(letters));
        }
    }
    for _ in 0..3 {
        let start = Instant::now();
        let (rows, letters) = with_csv_core(plain.as_bytes());
        report("plain, csv-core", plain.len(), start, rows, letters);
    }
    let start = Instant::now();
    for _ in 0..10 {
        black_box(sniff(&plain.as_bytes()[..HEAD], false, &Formats::default())).expect("a table");
    }
    println!("sniff: {:.1} ms", start.elapsed().as_secs_f64() * 100.0);
}

/// What moving the as-of date, a weight or a threshold costs, on the benchmark's file where it was written.
#[test]
#[ignore = "a measurement"]
fn another_day() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/target/bench/orders-1000000.csv");
    let bytes = std::fs::read(path).unwrap_or_else(|_| orders().into_bytes());
    let settings = Settings { models: false, ..Settings::default() };
    let mut session = Session::new();
    session.inspect(&bytes[..HEAD], false, &settings).expect("a table");
    session.start(Vec::new(), &settings).expect("a pass");
    session.push(&bytes).expect("rows");
    let Ok(Finish::Report(first)) = session.finish() else { panic!("a report") };
    let last = first.last_day.expect("a day").0;
    let mut timed = |case: &str, work: &mut dyn FnMut(&mut Session, Day)| {
        let mut times: Vec<f64> = (1..=7)
            .map(|step| {
                let start = Instant::now();
                work(&mut session, Day(last - 50 * step));
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("{case}: {:.0} ms ({:.0} to {:.0})", times[3], times[0], times[6]);
    };
    let with = |models, day| Settings { models, as_of: Some(day), ..Settings::default() };
    timed("whole report", &mut |session, day| drop(session.report(&with(true, day)).expect("a report")));
    timed("report without models", &mut |session, day| {
        drop(session.report(&with(false, day)).expect("a report"));
    });
    timed("glance", &mut |session, day| drop(session.glance(&with(true, day)).expect("a report")));
    let whole = with(true, Day(last));
    // Only the first of them is made anew.
    timed("the same report again", &mut |session, _| drop(session.report(&whole).expect("a report")));
    let weighed = |day: Day| {
        let weights = Weights { monetary: f64::from(day.0 % 97), ..Weights::default() };
        Settings { weights, ..whole.clone() }
    };
    let scored = |day: Day| {
        let segments =
            SegmentRules { cycle_days: Some(f64::from(30 + day.0 % 97)), ..SegmentRules::default() };
        Settings { segments, ..whole.clone() }
    };
    timed("weights moved", &mut |session, day| drop(session.glance(&weighed(day)).expect("a report")));
    timed("thresholds moved", &mut |session, day| drop(session.glance(&scored(day)).expect("a report")));
    timed("whole report of moved weights", &mut |session, day| {
        drop(session.report(&weighed(day)).expect("a report"))
    });
    timed("levels", &mut |session, _| drop(session.levels().expect("levels")));
    timed("movement", &mut |session, day| {
        drop(
            session
                .movement(&MovementQuery { to: Some(day), ..MovementQuery::default() })
                .expect("a movement"),
        );
    });
}

fn report(case: &str, bytes: usize, start: Instant, rows: usize, letters: usize) {
    let seconds = start.elapsed().as_secs_f64();
    let megabytes = bytes as f64 / 1e6;
    println!(
        "{case}: {rows} rows, {letters} letters, {megabytes:.0} MB in {:.0} ms, {:.0} MB/s",
        seconds * 1e3,
        megabytes / seconds
    );
}

fn with_csv_core(bytes: &[u8]) -> (usize, usize) {
    let mut reader = csv_core::Reader::new();
    let (mut output, mut ends) = ([0; 4096], [0; 64]);
    let (mut rest, mut rows, mut letters) = (bytes, 0, 0);
    loop {
        let (result, read, written, _) = reader.read_record(rest, &mut output, &mut ends);
        rest = &rest[read..];
        match result {
            csv_core::ReadRecordResult::End => return (rows, letters),
            csv_core::ReadRecordResult::Record => {
                rows += 1;
                letters += black_box(written);
            }
            _ => {}
        }
    }
}
