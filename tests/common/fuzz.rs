//! What is fuzzed: any bytes lead to a value or an error, never to a panic.
//!
//! `fuzz/` gives these functions what libFuzzer finds; `tests/fuzzed.rs` goes over the kept corpus and seeded changes of it.

use value_tiers::ingest::amount::{self, AmountFormat};
use value_tiers::ingest::date::{self, DateFormat};
use value_tiers::ingest::{self};
use value_tiers::report::InputFile;
use value_tiers::session::{Finish, Session};
use value_tiers::settings::{DecimalMark, Settings};
use value_tiers_excel::Workbook;

/// Bytes to report, in slices of uneven size. A last byte of 0 fits models, too.
pub fn report(bytes: &[u8]) {
    let settings = Settings { models: bytes.last().is_some_and(|b| *b == 0), ..Settings::default() };
    let mut session = Session::new();
    let head = &bytes[..bytes.len().min(ingest::HEAD)];
    if session.inspect(head, bytes.len() <= ingest::HEAD, &settings).is_err() {
        return;
    }
    let file = InputFile { name: String::new(), bytes: bytes.len() as u64, sheet: None };
    if session.start(vec![file], &settings).is_err() {
        return;
    }
    for _ in 0..2 {
        for slice in bytes.chunks(bytes.len() / 3 + 1) {
            if session.push(slice).is_err() {
                return;
            }
        }
        match session.finish() {
            Ok(Finish::Reread) => {}
            Ok(Finish::Report(report)) => {
                let input = &report.input;
                let aside: u64 = input.rows_set_aside.iter().map(|s| s.rows).sum();
                assert_eq!(input.rows_read, input.rows_used + aside, "every row is accounted for");
                assert_eq!(report.totals.net.0, report.totals.gross.0 - report.totals.refunds.0);
                let text = serde_json::to_string(&report).unwrap_or_default();
                assert!(!text.is_empty(), "the report can be written");
                return;
            }
            Err(_) => return,
        }
    }
    unreachable!("a file is read twice at most");
}

/// Bytes to the text of every sheet. What opens workbooks may panic on damage it did not foresee: its Worker is thrown away
/// then. It may not hang or take memory without end.
pub fn workbook(bytes: &[u8]) {
    // libFuzzer's hook would end the process at a panic that is caught here.
    std::panic::set_hook(Box::new(|_| {}));
    let opened = std::panic::catch_unwind(|| {
        let Ok(mut book) = Workbook::open(bytes.to_vec()) else { return };
        for sheet in 0..book.sheets().len().min(4) {
            let mut size = 0;
            let _ = book.convert(sheet, &mut |piece: &[u8]| {
                size += piece.len();
                Ok(())
            });
        }
    });
    drop(opened);
}

/// A cell as a date, in every format, and a column of lines.
pub fn dates(bytes: &[u8]) {
    for format in [
        DateFormat::YearMonthDay,
        DateFormat::DayMonthYear,
        DateFormat::MonthDayYear,
        DateFormat::RocYearMonthDay,
        DateFormat::ExcelSerial,
        DateFormat::ExcelSerial1904,
        DateFormat::UnixSeconds,
        DateFormat::UnixMilliseconds,
    ] {
        if let Ok(moment) = date::Column::new(format).read(bytes) {
            assert!(moment.second < 86_400);
            let _ = moment.day.to_string();
        }
    }
    let text = String::from_utf8_lossy(bytes);
    let _ = date::detect(text.lines(), None);
}

/// A cell as an amount, with either decimal mark, and a column of lines.
pub fn numbers(bytes: &[u8]) {
    for decimal in [DecimalMark::Point, DecimalMark::Comma] {
        if let Ok(amount) = amount::Column::new(AmountFormat { decimal }).read(bytes) {
            let _ = amount.to_string();
        }
    }
    let text = String::from_utf8_lossy(bytes);
    let _ = amount::detect(text.lines(), None);
}
