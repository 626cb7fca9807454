//! Where cells begin and end: delimiter, quote, escape and comments, found from decoded text.
//!
//! A delimiter is right when it gives the same number of cells in record after record. Quotes are respected while
//! counting, so that `"1,234.50"` is one cell of a file with commas.

use crate::order;
use memchr::{memchr, memchr_iter, memmem};

use super::parser::Parser;
use super::records::Record;

/// How a file writes its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// ASCII character between cells.
    pub delimiter: u8,
    /// Character around cells that hold delimiters or line ends.
    pub quote: Option<u8>,
    /// Character that takes the meaning from a quote between quotes, where the file doesn't double it.
    pub escape: Option<u8>,
    /// Records before the header, or before the first row where there is no header: titles, notes, a `sep=` line,
    /// rows of empty cells. Blank lines don't count.
    pub skip: u32,
    /// Whether the next record names the columns.
    pub header: bool,
    /// First character of comments. Only a record of one cell can be one, so that an order number `#1001` never is.
    pub comment: Option<u8>,
}

impl Default for Dialect {
    /// Commas, double quotes, a header in the first record.
    fn default() -> Self {
        Dialect { delimiter: b',', quote: Some(b'"'), escape: None, skip: 0, header: true, comment: None }
    }
}

/// The candidates, each with a weight that decides between equally regular readings: a comma is often a decimal mark
/// or part of a text, a colon part of a time of day; semicolons, tabs and bars hardly ever come regularly by chance.
const DELIMITERS: [(u8, f64); 5] = [(b',', 1.0), (b';', 1.15), (b'\t', 1.25), (b'|', 1.15), (b':', 0.3)];

/// Records that are counted.
const COUNTED: usize = 1000;

/// Share of records, at least, that must have the most frequent number of cells for it to be a table. Low, because
/// notes and padding can outnumber the rows of a short table.
const REGULAR: f64 = 0.1;

/// A record as the text has it, for the decisions that need many records at once.
pub(super) struct Row {
    pub line: u64,
    pub cells: Vec<String>,
}

impl Row {
    pub fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    fn of(record: Record<'_>) -> Row {
        let cell = |bytes| String::from_utf8_lossy(bytes).into_owned();
        Row { line: record.line(), cells: record.cells().map(cell).collect() }
    }
}

/// Reads up to `limit` rows of data. The last one is left out where the text goes on.
pub(super) fn rows(text: &str, dialect: &Dialect, whole: bool, limit: usize) -> Vec<Row> {
    collect(Parser::new(dialect), text, whole, limit)
}

/// Reads up to `limit` records of any kind, leaving out nothing but blank lines.
pub(super) fn records(text: &str, dialect: &Dialect, whole: bool, limit: usize) -> Vec<Row> {
    collect(Parser::of_everything(dialect), text, whole, limit)
}

fn collect(mut parser: Parser, text: &str, whole: bool, limit: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut sink = |record: Record<'_>| {
        if rows.len() < limit {
            rows.push(Row::of(record));
        }
    };
    parser.feed(text.as_bytes(), &mut sink);
    if whole {
        parser.finish(&mut sink);
    }
    rows
}

/// The delimiter, quote and escape of a text. `None` where no delimiter makes a table of it.
///
/// `forced` is a delimiter that a person has chosen.
pub(super) fn detect(text: &str, forced: Option<u8>) -> Option<Dialect> {
    let sep = sep_line(text);
    let base =
        Dialect { header: false, quote: Some(quote(text)), escape: escape(text), ..Dialect::default() };
    if let Some(delimiter) = forced.or(sep) {
        return Some(Dialect { delimiter, ..base });
    }
    let mut best: Option<(f64, Dialect)> = None;
    for (delimiter, weight) in DELIMITERS {
        if memchr(delimiter, text.as_bytes()).is_none() || (delimiter == b':' && tells_time(text)) {
            continue;
        }
        let dialect = Dialect { delimiter, ..base };
        let score = weight * regularity(&widths(text, &dialect));
        if score > best.map_or(0.0, |(score, _)| score) {
            best = Some((score, dialect));
        }
    }
    best.map(|(_, dialect)| dialect)
}

/// Whether the colons of a text stand in times of day for the most part.
fn tells_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let (mut all, mut times) = (0, 0);
    for at in memchr_iter(b':', bytes) {
        all += 1;
        times += usize::from(digit(at.checked_sub(1)) && digit(Some(at + 1)));
    }
    times * 2 > all
}

/// The delimiter that a first line `sep=;` names, as Excel writes and reads it.
fn sep_line(text: &str) -> Option<u8> {
    let line = text.trim_start_matches(['\u{feff}', '\r', '\n']).lines().next()?;
    let line = line.trim_end_matches(['\r', '\n']).trim_matches('"');
    let (name, value) = line.split_at_checked(4)?;
    match value.as_bytes() {
        [delimiter, ..] if name.eq_ignore_ascii_case("sep=") && allowed(*delimiter) => {
            // `sep=,,` is the line after a program has padded it to the width of the table.
            value.bytes().all(|b| b == *delimiter).then_some(*delimiter)
        }
        _ => None,
    }
}

/// Whether a character can stand between cells.
pub(super) fn allowed(delimiter: u8) -> bool {
    delimiter.is_ascii()
        && !delimiter.is_ascii_alphanumeric()
        && !matches!(delimiter, b'"' | b'\n' | b'\r' | 0)
}

/// Single quotes where cells stand between them and there are no double ones; otherwise double quotes, which do no
/// harm where there are none.
fn quote(text: &str) -> u8 {
    let single = |d: &(u8, f64)| memmem::find_iter(text.as_bytes(), &[b'\'', d.0, b'\'']).count();
    let between = DELIMITERS.iter().map(single).max().unwrap_or(0);
    let lines = text.lines().take(COUNTED).count();
    if memchr(b'"', text.as_bytes()).is_none() && between * 2 >= lines.max(2) { b'\'' } else { b'"' }
}

/// A backslash, where quotes inside cells are written `\"` more often than doubled. `\"` at the end of a cell proves
/// nothing: `"C:\"` ends a path.
fn escape(text: &str) -> Option<u8> {
    let bytes = text.as_bytes();
    let ends = |b: &u8| matches!(b, b'\n' | b'\r' | b'"') || DELIMITERS.iter().any(|(d, _)| d == b);
    let escaped =
        memmem::find_iter(bytes, b"\\\"").filter(|at| bytes.get(at + 2).is_some_and(|b| !ends(b))).count();
    let within = |at: &usize| {
        let around = [at.checked_sub(1).and_then(|i| bytes.get(i)), bytes.get(at + 2)];
        around.iter().all(|b| b.is_some_and(|b| !ends(b)))
    };
    let doubled = memmem::find_iter(bytes, b"\"\"").filter(within).count();
    (escaped > doubled).then_some(b'\\')
}

/// Number of cells of each record.
fn widths(text: &str, dialect: &Dialect) -> Vec<usize> {
    let mut parser = Parser::new(dialect);
    let mut widths = Vec::new();
    let mut sink = |record: Record<'_>| {
        if widths.len() < COUNTED {
            widths.push(record.len());
        }
    };
    parser.feed(text.as_bytes(), &mut sink);
    // One record cut by the end of the head doesn't tip the scales, and may be all there is.
    parser.finish(&mut sink);
    widths
}

/// How much this looks like a table: the share of records with the most frequent width above one, squared because one
/// misfit in ten is a bad sign already, times a little more for wider tables.
fn regularity(widths: &[usize]) -> f64 {
    let (width, share) = usual(widths);
    if width < 2 || share < REGULAR { 0.0 } else { share * share * libm::log2(1.0 + width as f64) }
}

/// The most frequent width above one, the wider one of two equals, and the share of records that have it.
pub(super) fn usual(widths: &[usize]) -> (usize, f64) {
    let mut sorted: Vec<usize> = widths.iter().copied().filter(|w| *w > 1).collect();
    order::ascending(&mut sorted);
    let (width, count) = sorted
        .chunk_by(|a, b| a == b)
        .map(|same| (same.first().copied().unwrap_or(1), same.len()))
        .max_by_key(|(width, count)| (*count, *width))
        .unwrap_or((1, 0));
    (width, count as f64 / widths.len().max(1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_are_told_by_regularity() {
        for (case, text, expected) in [
            ("comma", "id,day,sum\n1,2024-01-01,5.00\n2,2024-01-02,6.50\n", Some(',')),
            ("semicolon", "id;day;sum\n1;01.02.2024;5,00\n2;02.02.2024;6,50\n", Some(';')),
            ("more decimal commas than columns", "a;b;c\n1,0;2,0;3,0\n1,0;2,0;3,0\n", Some(';')),
            ("tab", "id\tname\n1\tSmith, Ada\n2\tJones, Bob\n", Some('\t')),
            ("bar", "id|name\n1|a;b\n2|c\n", Some('|')),
            ("colon", "city:population\nSouthborough:9686\nConcord:42605\n", Some(':')),
            ("comma with times", "id,at\n1,10:30:00\n2,11:30:00\n", Some(',')),
            ("comma with quoted semicolons", "id,tags\n1,\"a;b;c\"\n2,\"d;e;f\"\n", Some(',')),
            ("title above", "Orders, all of them, to date\nid;day;sum\n1;2;3\n4;5;6\n", Some(';')),
            ("sep line", "sep=|\na,b|c\n1,2|3\n", Some('|')),
            ("sep line, padded", "sep=,,,\na,b,c\n", Some(',')),
            ("one column", "id\n1\n2\n", None),
            ("one column of times", "at\n10:30\n11:30\n", None),
            ("prose", "Dear all,\nhere are no data at all\nand no table\neither\n", Some(',')),
        ] {
            let found = detect(text, None).map(|d| char::from(d.delimiter));
            assert_eq!(found, expected, "{case}");
        }
        assert_eq!(detect("a,b\n1,2\n", Some(b';')).map(|d| d.delimiter), Some(b';'));
    }

    #[test]
    fn quotes_and_escapes_are_told_by_use() {
        for (text, expected) in [
            ("a,b\n\"x\",\"y\"\n", (Some(b'"'), None)),
            ("'a','b'\n'x, y','z'\n", (Some(b'\''), None)),
            ("a,b\n'tis,x\n", (Some(b'"'), None)),
            ("a,b\n\"\\\"Big\\\" Jim\",1\n", (Some(b'"'), Some(b'\\'))),
            ("a,b\n\"C:\\dir\\\",1\n", (Some(b'"'), None)),
            ("a,b\n\"say \"\"hi\"\" now\",1\n", (Some(b'"'), None)),
        ] {
            assert_eq!(detect(text, None).map(|d| (d.quote, d.escape)), Some(expected), "{text}");
        }
    }
}
