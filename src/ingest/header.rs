//! Where the table starts: below which preamble, and whether its first row names the columns.
//!
//! The first row is a header where its cells differ in kind from those below: words above numbers or dates. Where
//! everything is words, a first row of different words is taken for a header, since an export without one is rare.

use super::dialect::{Dialect, Row, usual};

/// Rows below the header that are compared with it.
const COMPARED: usize = 200;

/// Share of a column that must be of one kind for the kind to count.
const MOSTLY: f64 = 0.7;

/// Where the table starts among these rows, which hold everything but blank lines.
pub(super) struct Start {
    /// Index of the header, or of the first row of data.
    pub at: usize,
    /// Whether that row is a header.
    pub header: bool,
    /// Number of columns.
    pub width: usize,
}

/// Finds the start of the table. `forced` is a person's word on whether there is a header.
pub(super) fn find(rows: &[Row], forced: Option<bool>) -> Start {
    let widths: Vec<usize> = rows.iter().filter(|r| r.filled() > 0).map(|r| r.cells.len()).collect();
    let (width, _) = usual(&widths);
    // Empty columns to the right of the table are no reason to look for a fuller row.
    let mut filled: Vec<usize> =
        rows.iter().filter(|r| r.cells.len() == width).map(Row::filled).filter(|n| *n > 0).collect();
    filled.sort_unstable();
    let median = filled.get(filled.len() / 2).copied().unwrap_or(2);
    let full = |row: &Row| row.filled() >= median.div_ceil(2).max(2);
    let at = rows.iter().position(|r| r.cells.len() == width && full(r)).unwrap_or(0);
    let is_header = |i: usize| forced.unwrap_or_else(|| names_columns(rows, i));
    // A header may have a cell more or less than its rows: R leaves out the name of the first column.
    if let Some(above) = at.checked_sub(1)
        && let Some(row) = rows.get(above)
        && row.cells.len() + 1 >= width
        && row.cells.len() != width
        && row.filled() + 1 >= row.cells.len().min(width)
        && row.filled() >= 2
        && !names_columns(rows, at)
        && names_columns(rows, above)
    {
        return Start { at: above, header: forced.unwrap_or(true), width };
    }
    Start { at, header: is_header(at), width }
}

/// What a cell looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Nothing,
    Word,
    /// Numbers, dates, times, amounts of money: mostly digits.
    Figure,
}

fn look(cell: &str) -> Look {
    let missing = ["null", "nan", "n/a", "na", "none", "nil", "\\n", "-", "--", ".", "?"];
    if cell.is_empty() || missing.iter().any(|word| cell.eq_ignore_ascii_case(word)) {
        return Look::Nothing;
    }
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    // `12 Mar 2011`, `T00:30+08:00`, `US$ 12`, `2018年1月1日` have a few letters; `Q1 2018 revenue` has many.
    if digits > 0 && digits >= letters { Look::Figure } else { Look::Word }
}

/// Whether row `at` names the columns of the rows below it.
fn names_columns(rows: &[Row], at: usize) -> bool {
    let Some(row) = rows.get(at) else { return false };
    let body: Vec<&Row> = rows.iter().skip(at + 1).filter(|r| r.filled() > 1).take(COMPARED).collect();
    let years = counts_years(&row.cells);
    let mut votes = 0;
    for (i, cell) in row.cells.iter().enumerate() {
        let below: Vec<&str> = body
            .iter()
            .filter_map(|r| r.cells.get(i))
            .map(String::as_str)
            .filter(|c| look(c) != Look::Nothing)
            .collect();
        if below.is_empty() {
            // `null` in a first row is a missing value, not a name.
            votes -= i32::from(!body.is_empty() && look(cell) == Look::Figure);
            continue;
        }
        let figures = below.iter().filter(|c| look(c) == Look::Figure).count() as f64 / below.len() as f64;
        votes += match look(cell) {
            Look::Word if figures >= MOSTLY => 1,
            // A column's name doesn't come up again among its values.
            Look::Word if below.iter().any(|c| *c == cell) => -1,
            Look::Figure if years => 0,
            Look::Figure if figures >= MOSTLY => -2,
            Look::Figure => -1,
            _ => 0,
        };
    }
    let words = row.cells.iter().filter(|c| look(c) == Look::Word);
    let mut names: Vec<&String> = words.collect();
    let named = names.len();
    names.sort_unstable();
    names.dedup();
    votes > 0 || (votes == 0 && named > 0 && names.len() == named)
}

/// Whether the figures in a row are years in a line, as over the columns of a report.
fn counts_years(cells: &[String]) -> bool {
    let figures: Vec<&String> = cells.iter().filter(|c| look(c) == Look::Figure).collect();
    let years: Vec<u32> =
        figures.iter().filter_map(|c| c.parse().ok()).filter(|y| (1900..2100).contains(y)).collect();
    years.len() >= 2 && years.len() == figures.len() && years.is_sorted_by(|a, b| a < b)
}

/// Unique, non-empty names for `width` columns: a blank name becomes `column 3`, a repeated one `amount (2)`.
pub(super) fn names(header: Option<&Row>, width: usize) -> Vec<String> {
    let cells = header.map_or(&[][..], |row| &row.cells);
    let mut names: Vec<String> = Vec::new();
    for i in 0..cells.len().max(width) {
        let written = cells.get(i).map(|c| c.split_whitespace().collect::<Vec<_>>().join(" "));
        let base = written.filter(|c| !c.is_empty()).unwrap_or_else(|| format!("column {}", i + 1));
        let mut name = base.clone();
        let mut copy = 2;
        while names.contains(&name) {
            name = format!("{base} ({copy})");
            copy += 1;
        }
        names.push(name);
    }
    names
}

/// The comment character, where the file has comments: records of one cell that begin with `#` in a wider table.
pub(super) fn comment(rows: &[Row], dialect: &Dialect) -> Option<u8> {
    let comments = rows.iter().any(|r| r.cells.len() == 1 && r.cells.iter().any(|c| c.starts_with('#')));
    (comments && dialect.delimiter != b'#').then_some(b'#')
}
