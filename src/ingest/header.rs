//! Where the table starts: below which preamble, and whether its first row names the columns.
//!
//! The first row is a header where its cells differ in kind from those below: words above numbers or dates. Where
//! everything is words, a first row of different words is taken for a header, since an export without one is rare.

use super::dialect::{Dialect, Row, usual};
use crate::order;

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
    let full = fullness(rows, width);
    let wide = |row: &Row| row.cells.len() == width;
    let first = rows.iter().position(|r| wide(r) && r.filled() >= full).unwrap_or(0);
    let start = |at, header| Start { at, header, width };
    if forced == Some(true) || (forced.is_none() && names_columns(rows, first)) {
        return start(first, true);
    }
    if forced.is_none() {
        // A header may have a cell more or less than its rows: R leaves out the name of the first column.
        let above = first.checked_sub(1);
        let beside = |r: &Row| !wide(r) && r.cells.len() + 1 >= width && r.filled() >= full.max(width - 1);
        if let Some(at) = above.filter(|at| rows.get(*at).is_some_and(beside) && names_columns(rows, *at)) {
            return start(at, true);
        }
        // Notes can be as wide as the table: `Period, 2024-01-01, 2024-12-31`.
        let below = (first + 1..rows.len().min(first + NOTES)).find(|at| {
            rows.get(*at).is_some_and(|r| wide(r) && r.filled() >= full) && surely_names(rows, *at)
        });
        if let Some(at) = below {
            return start(at, true);
        }
    }
    // Without a header, the rows above that were too empty for one are data all the same.
    let sparse = rows.iter().take(first).rev().take_while(|r| wide(r) && r.filled() > 1).count();
    start(first - sparse, false)
}

/// Rows of notes, at most, that have as many cells as the table below them.
const NOTES: usize = 20;

/// Cells with text, at least, that the first row of a table has: two thirds of what its rows usually have. Columns
/// without a name and columns without values are both frequent.
fn fullness(rows: &[Row], width: usize) -> usize {
    let mut filled: Vec<usize> =
        rows.iter().filter(|r| r.cells.len() == width).map(Row::filled).filter(|n| *n > 0).collect();
    order::ascending(&mut filled);
    let median = filled.get(filled.len() / 2).copied().unwrap_or(2);
    (median * 2).div_ceil(3).max(2)
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
    let votes = votes(rows, at);
    votes > 0 || (votes == 0 && words(rows, at).is_some_and(|n| n > 0))
}

/// The same, without the benefit of the doubt: nothing but words, at least two of them above figures.
fn surely_names(rows: &[Row], at: usize) -> bool {
    let figure = rows.get(at).is_some_and(|r| r.cells.iter().any(|c| look(c) == Look::Figure));
    !figure && votes(rows, at) > 1 && words(rows, at).is_some()
}

/// Number of words in a row. `None` where one comes twice.
fn words(rows: &[Row], at: usize) -> Option<usize> {
    let mut words: Vec<&str> =
        rows.get(at)?.cells.iter().map(String::as_str).filter(|c| look(c) == Look::Word).collect();
    let all = words.len();
    order::ascending(&mut words);
    words.dedup();
    (words.len() == all).then_some(all)
}

/// Columns that speak for a header in row `at`, less those that speak against it.
fn votes(rows: &[Row], at: usize) -> i32 {
    let Some(row) = rows.get(at) else { return 0 };
    // A file made of several exports repeats its header.
    let below = rows.iter().skip(at + 1).filter(|r| r.filled() > 1 && r.cells != row.cells);
    let below: Vec<&Row> = below.take(COMPARED).collect();
    let years = counts_years(&row.cells);
    let vote = |(i, cell): (usize, &String)| {
        let values = below.iter().filter_map(|r| r.cells.get(i)).filter(|c| look(c) != Look::Nothing);
        let values: Vec<&String> = values.collect();
        let figures = values.iter().filter(|c| look(c) == Look::Figure).count() as f64;
        let mostly = !values.is_empty() && figures >= MOSTLY * values.len() as f64;
        match look(cell) {
            Look::Nothing => 0,
            Look::Word if mostly => 1,
            // A column's name doesn't come up again among its values.
            Look::Word => -i32::from(values.contains(&cell)),
            Look::Figure if years => 0,
            Look::Figure => -1 - i32::from(mostly),
        }
    };
    row.cells.iter().enumerate().map(vote).sum()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::dialect;

    fn rows(text: &str) -> Vec<Row> {
        dialect::records(text, &Dialect::default(), true, usize::MAX)
    }

    #[test]
    fn tables_start_below_their_preamble() {
        for (case, text, expected) in [
            ("plain", "id,day,sum\n1,2024-01-01,5\n2,2024-01-02,6", (0, true)),
            ("no header", "1,2024-01-01,5\n2,2024-01-02,6", (0, false)),
            ("no header, words first", "Ada,2024-01-01,5\nBob,2024-01-02,6", (0, false)),
            ("all words", "name,city,plan\nAda,London,gold\nBob,Paris,gold", (0, true)),
            ("all words, no header", "Ada,Paris,gold\nBob,Paris,gold\nEve,Rome,gold", (0, false)),
            ("title", "Orders\n\nid,day,sum\n1,2024-01-01,5\n2,2024-01-02,6", (1, true)),
            ("padded title", "Orders,,\n,,\nid,day,sum\n1,2024-01-01,5\n2,2024-01-02,6", (2, true)),
            ("wide note", "From,2024-01-01,UTC\nid,day,sum\n1,2024-01-01,5\n2,2024-01-02,6", (1, true)),
            ("title, no header", "Orders\n1,2024-01-01,5\n2,2024-01-02,6", (1, false)),
            ("a name missing", ",day,sum\n1,2024-01-01,5\n2,2024-01-02,6", (0, true)),
            ("first name left out", "day,sum,city\n1,2024-01-01,5,Rome\n2,2024-01-02,6,Bern", (0, true)),
            ("a name too many", "id,day,sum,\n1,2024-01-01,5\n2,2024-01-02,6", (0, true)),
            ("sparse first row", "1,,,5\n2,2024-01-02,6,7\n3,2024-01-02,6,7\n4,2024-01-02,6,7", (0, false)),
            ("years as names", "item,2019,2020\nshoes,5,6\nhats,7,8", (0, true)),
            ("header repeated", "id,city,plan,sum\n1,Rome,a,5\nid,city,plan,sum\n2,Bern,b,6", (0, true)),
            ("header only", "id,day,sum", (0, true)),
            ("one row, no header", "Ada,2024-01-01,5", (0, false)),
            ("null", "1,null,0\n2,0,null\n3,null,null", (0, false)),
        ] {
            let start = find(&rows(text), None);
            assert_eq!((start.at, start.header), expected, "{case}");
        }
    }

    #[test]
    fn a_person_has_the_last_word() {
        let text = "Orders\nAda,2024-01-01,5\nBob,2024-01-02,6";
        for (forced, header) in [(None, false), (Some(true), true), (Some(false), false)] {
            let start = find(&rows(text), forced);
            assert_eq!((start.at, start.header), (1, header));
        }
        assert!(!find(&rows("id,sum\n1,5\n2,6"), Some(false)).header);
    }

    #[test]
    fn names_are_unique_and_never_blank() {
        for (text, width, expected) in [
            ("id,,amount,amount, ", 5, "id|column 2|amount|amount (2)|column 5"),
            ("a,a,a (2),a", 4, "a|a (2)|a (2) (2)|a (3)"),
            ("\"two\nlines\",b", 3, "two lines|b|column 3"),
        ] {
            assert_eq!(names(rows(text).first(), width).join("|"), expected);
        }
        assert_eq!(names(None, 2), ["column 1", "column 2"]);
    }
}
