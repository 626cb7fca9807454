//! Lists that leave as files: CSV in UTF-8 with a byte order mark, which Excel needs to read Chinese.
//!
//! A cell that came from the file as text and begins like a formula gets an apostrophe in front, so that no spreadsheet
//! runs it. Numbers and dates of our own are never touched: `-12.50` stays a number.

use serde::Serialize;

use crate::analysis::Analysis;
use crate::ledger::SetAsideRows;
use crate::notes::{NOTE, Notes};
use crate::query::CustomerQuery;
use crate::report::{CustomerRow, InputFile, identifier};
use crate::units::{MICROS, Total};

/// Byte order mark.
pub(crate) const BOM: &str = "\u{feff}";

/// Columns of the customer list, as everywhere else in the project. A column is empty where its value is not known. Behind them
/// stands [`NOTE`] where there are notes.
pub const CUSTOMER_COLUMNS: [&str; 31] = [
    "customer",
    "first_order",
    "last_order",
    "orders",
    "gross",
    "refunds",
    "net",
    "recency_days",
    "frequency",
    "monetary",
    "r",
    "f",
    "m",
    "rfm_segment",
    "lifecycle",
    "cluster",
    "value_tier",
    "potential_tier",
    "p_alive",
    "p_buy_90d",
    "expected_orders_12m",
    "expected_value_12m",
    "potential_value",
    "value_index",
    "risk",
    "risk_cause",
    "moved_from",
    "action",
    "nes",
    "overdue",
    "value_at_risk",
];

/// The customers a query selects, one line each, all of them whatever its offset and limit.
pub fn customers_csv(analysis: &Analysis, query: &CustomerQuery) -> Vec<u8> {
    let mut out = String::from(BOM);
    let notes = Notes::of(analysis, query);
    let head = CUSTOMER_COLUMNS.iter().copied().chain(notes.as_ref().map(|_| NOTE));
    line(&mut out, head.map(str::to_owned));
    for i in analysis.select(query) {
        let row = analysis.shown(i, query);
        let note = notes.as_ref().map(|notes| text(&notes.on(i)));
        line(&mut out, cells(&row).into_iter().chain(note));
    }
    out.into_bytes()
}

fn cells(row: &CustomerRow) -> [String; 31] {
    [
        text(&row.customer),
        show(row.first_order),
        show(row.last_order),
        row.orders.to_string(),
        row.gross.to_string(),
        row.refunds.to_string(),
        row.net.to_string(),
        show(row.recency_days),
        row.orders.to_string(),
        row.net.to_string(),
        show(row.r),
        show(row.f),
        show(row.m),
        id(&row.rfm_segment),
        id(&row.lifecycle),
        show(row.cluster),
        id(&row.value_tier),
        id(&row.potential_tier),
        decimal(row.p_alive),
        decimal(row.p_buy_90d),
        decimal(row.expected_orders_12m),
        decimal(row.expected_value_12m),
        show(row.potential_value),
        decimal(row.value_index),
        decimal(row.risk),
        id(&row.risk_cause),
        id(&row.moved_from),
        id(&row.action),
        id(&row.nes),
        decimal(row.overdue),
        show(row.value_at_risk),
    ]
}

/// The rows that were set aside: line, reason, and the mapped cells under their column names.
pub fn set_aside_csv(rows: &SetAsideRows, columns: &[String], files: &[InputFile]) -> Vec<u8> {
    let mut out = String::from(BOM);
    let several = (files.len() > 1).then(|| "file".to_owned());
    let head = several.into_iter().chain(["line", "reason"].into_iter().map(str::to_owned));
    line(&mut out, head.chain(columns.iter().map(|name| text(name))));
    for row in rows.page(0, usize::MAX).rows {
        let file = row.file.and_then(|file| files.get(file as usize)).map(|file| text(&file.name));
        let cells = row.cells.iter().map(|cell| text(cell));
        let place = file.into_iter().chain([row.line.to_string(), identifier(&row.reason)]);
        line(&mut out, place.chain(cells));
    }
    out.into_bytes()
}

/// Digits with a sign, and at most one decimal point: nothing a spreadsheet could run.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    plain && digits.bytes().any(|b| b.is_ascii_digit()) && digits.bytes().filter(|&b| b == b'.').count() <= 1
}

/// Text from a file, disarmed where a spreadsheet would take it for a formula.
#[inline(never)]
pub(crate) fn text(cell: &str) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') if !is_number(cell) => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

/// A computed number to a millionth: as plain digits, and without the code that prints floating point numbers.
#[inline(never)]
pub(crate) fn decimal(value: Option<f64>) -> String {
    show(value.map(|v| Total(libm::round(v * MICROS as f64) as i128)))
}

pub(crate) fn show(value: Option<impl ToString>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

pub(crate) fn id<T: Serialize>(value: &Option<T>) -> String {
    value.as_ref().map(identifier).unwrap_or_default()
}

#[inline(never)]
pub(crate) fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_looks_like_a_formula_is_disarmed_and_numbers_are_not() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
            ("-12.50", "-12.50"),
            ("+886912345678", "+886912345678"),
            ("王小明", "王小明"),
            ("", ""),
        ] {
            assert_eq!(text(cell), expected);
        }
    }
}
