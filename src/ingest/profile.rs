//! What the cells of one column look like, over the first rows of the file.
//!
//! A [`Profile`] describes and does not judge: `role` decides what a column of that kind can mean.

use serde::Serialize;
use std::collections::HashSet;

use super::alias::{self, Header};
use super::amount::{self, DetectedAmount};
use super::date::{self, DetectedDate, is_blank};
use crate::settings::Formats;
use crate::units::MICROS;

/// What most cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// No cell has anything in it.
    Empty,
    /// Written dates.
    Date,
    /// Whole numbers.
    Integer,
    /// Numbers, some with a fraction.
    Number,
    /// Two opposite words, or 0 and 1.
    YesNo,
    /// Anything else.
    Text,
}

/// A column in figures. Shares are of the filled cells, 0 to 1.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Name of the column.
    pub name: String,
    /// The name as it is compared with known ones.
    pub header: Header,
    /// Rows looked at.
    pub rows: usize,
    /// Cells with something in them.
    pub filled: usize,
    /// Different filled cells.
    pub distinct: usize,
    /// What most cells are.
    pub kind: Kind,
    /// Cells that are dates in the column's format.
    pub date_share: f64,
    /// Cells that are numbers in the column's format.
    pub number_share: f64,
    /// Cells that are whole numbers; `12347.0` counts.
    pub integer_share: f64,
    /// Cells that say yes or no.
    pub yes_no_share: f64,
    /// Cells that are neither number nor date.
    pub text_share: f64,
    /// Cells with an e-mail address.
    pub email_share: f64,
    /// Cells that could be telephone numbers.
    pub phone_share: f64,
    /// Cells that are a known state of an order.
    pub state_share: f64,
    /// Cells with an order number as shops print it: `#1001`.
    pub hash_share: f64,
    /// Whole numbers that begin with 0 or have 16 digits and more: numbers to name, not to count.
    pub label_share: f64,
    /// Up to three different filled cells.
    pub samples: Vec<String>,
    /// Characters in the shortest and the longest filled cell.
    pub lengths: (usize, usize),
    /// Every cell is a whole number one above the cell before.
    pub counter: bool,
    /// As dates, if they can be.
    pub date: Option<DetectedDate>,
    /// As amounts, if they can be.
    pub amount: Option<DetectedAmount>,
}

const YES_NO: [&str; 22] = [
    "yes", "no", "y", "n", "true", "false", "t", "f", "1", "0", "是", "否", "有", "无", "無", "对", "错",
    "on", "off", "ja", "nein", "1.0",
];
/// Samples shown for a column.
const SAMPLES: usize = 3;

impl Profile {
    /// Describes the column at `index` of the rows.
    pub fn new(name: &str, index: usize, rows: &[Vec<String>], formats: &Formats) -> Self {
        // Rows of totals say nothing about what a column holds.
        let rows: Vec<&Vec<String>> = rows.iter().filter(|row| !is_total(row)).collect();
        let cells: Vec<&str> = rows
            .iter()
            .filter_map(|row| row.get(index))
            .map(|cell| cell.trim())
            .filter(|cell| !is_blank(cell.as_bytes()))
            .collect();
        let filled = cells.len();
        let share = |count: usize| if filled == 0 { 0.0 } else { count as f64 / filled as f64 };
        let count = |test: &dyn Fn(&str) -> bool| share(cells.iter().filter(|cell| test(cell)).count());

        let mut seen: HashSet<&str> = HashSet::new();
        let mut samples = Vec::new();
        for cell in &cells {
            if seen.insert(cell) && samples.len() < SAMPLES {
                samples.push((*cell).to_string());
            }
        }
        let distinct = seen.len();
        let date = date::detect(cells.iter().copied(), formats.date_order);
        let amount = amount::detect(cells.iter().copied(), formats.decimal_mark);
        let date_share = date.filter(|d| !d.plain_number).map_or(0.0, |d| d.share_read);
        let number_share = amount.as_ref().map_or(0.0, |a| a.share_read);
        let integer_share = amount.as_ref().map_or(0.0, |a| a.share_read * a.whole_share);
        let yes_no_share = count(&|cell| YES_NO.iter().any(|word| cell.eq_ignore_ascii_case(word)));
        let kind = if filled == 0 {
            Kind::Empty
        } else if yes_no_share > 0.95 && distinct <= 2 {
            Kind::YesNo
        } else if date_share >= 0.5 && date_share >= number_share {
            Kind::Date
        } else if integer_share > 0.9 {
            Kind::Integer
        } else if number_share > 0.8 {
            Kind::Number
        } else {
            Kind::Text
        };
        Profile {
            name: name.to_string(),
            header: Header::new(name),
            rows: rows.len(),
            filled,
            distinct,
            kind,
            date_share,
            number_share,
            integer_share,
            yes_no_share,
            text_share: if filled == 0 { 0.0 } else { 1.0 - date_share.max(number_share) },
            email_share: count(&is_email),
            phone_share: count(&is_phone),
            state_share: count(&|cell| alias::order_state(cell).is_some()),
            hash_share: count(&|cell| {
                cell.strip_prefix('#').is_some_and(|n| n.starts_with(|c: char| c.is_ascii_alphanumeric()))
            }),
            label_share: count(&|cell| {
                let digits = cell.trim_start_matches("=\"").trim_end_matches('"');
                digits.len() > 1
                    && digits.bytes().all(|b| b.is_ascii_digit())
                    && (digits.starts_with('0') || digits.len() > 15)
            }),
            samples,
            lengths: (
                cells.iter().map(|cell| cell.chars().count()).min().unwrap_or(0),
                cells.iter().map(|cell| cell.chars().count()).max().unwrap_or(0),
            ),
            counter: is_counter(&cells),
            date,
            amount,
        }
    }

    /// Share of the rows that have something in this column.
    pub fn filled_share(&self) -> f64 {
        if self.rows == 0 { 0.0 } else { self.filled as f64 / self.rows as f64 }
    }

    /// Share of the filled cells that differ from all before them.
    pub fn distinct_share(&self) -> f64 {
        if self.filled == 0 { 0.0 } else { self.distinct as f64 / self.filled as f64 }
    }

    /// Every filled cell is the same. Two rows and more, or it says nothing.
    pub fn is_constant(&self) -> bool {
        self.filled > 1 && self.distinct == 1
    }

    /// Every filled cell is different.
    pub fn is_unique(&self) -> bool {
        self.filled > 1 && self.distinct == self.filled
    }

    /// Whether the cells are numbers in the sense of arithmetic.
    pub fn has_fractions(&self) -> bool {
        self.amount.as_ref().is_some_and(|a| a.whole_share < 0.9)
    }

    /// Smallest and largest number, in whole units.
    pub fn range(&self) -> Option<(i64, i64)> {
        self.amount.as_ref().map(|a| (a.least.0.div_euclid(MICROS), a.most.0.div_euclid(MICROS)))
    }
}

/// Whether a row sums up others: its first filled cell says so.
pub(crate) fn is_total(row: &[String]) -> bool {
    row.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).is_some_and(alias::is_total_word)
}

fn is_email(cell: &str) -> bool {
    match cell.split_once('@') {
        Some((user, host)) => {
            !user.is_empty() && host.contains('.') && !host.contains('@') && !cell.contains(' ')
        }
        None => false,
    }
}

/// 7 to 15 digits with what people put between them; stars where the shop has hidden some.
fn is_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(|c| c.is_ascii_digit() || *c == '*').count();
    let others = cell.chars().filter(|c| !c.is_ascii_digit() && !"*+-() .'/".contains(*c)).count();
    others == 0 && (7..=15).contains(&digits) && !cell.contains("..")
}

fn is_counter(cells: &[&str]) -> bool {
    if cells.len() < 3 {
        return false;
    }
    let mut before: Option<i64> = None;
    cells.iter().all(|cell| match cell.parse::<i64>() {
        Ok(number) => {
            let follows = before.is_none_or(|b| b.checked_add(1) == Some(number));
            before = Some(number);
            follows
        }
        Err(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(cells: &[&str]) -> Profile {
        let rows: Vec<Vec<String>> = cells.iter().map(|cell| vec![(*cell).to_string()]).collect();
        Profile::new("column", 0, &rows, &Formats::default())
    }

    #[test]
    fn kinds_are_told_apart() {
        for (cells, kind) in [
            (&["2024-01-02", "2024-01-03"][..], Kind::Date),
            (&["19970101", "19970118"], Kind::Date),
            (&["1", "2", "17"], Kind::Integer),
            (&["12347.0", "12348.0"], Kind::Integer),
            (&["1.5", "2"], Kind::Number),
            (&["$1.50", "($2.00)"], Kind::Number),
            (&["Yes", "No", "No"], Kind::YesNo),
            (&["0", "1", "1"], Kind::YesNo),
            (&["是", "否"], Kind::YesNo),
            (&["mr0932", "mr0121"], Kind::Text),
            (&["", "NULL"], Kind::Empty),
            (&[], Kind::Empty),
        ] {
            assert_eq!(profile(cells).kind, kind, "{cells:?}");
        }
    }

    #[test]
    fn cells_are_counted() {
        let p = profile(&["a@b.org", "a@b.org", "", "c@d.com"]);
        assert_eq!((p.rows, p.filled, p.distinct, p.email_share), (4, 3, 2, 1.0));
        assert_eq!(p.samples, ["a@b.org", "c@d.com"]);
        assert_eq!(p.lengths, (7, 7));
        assert!(profile(&["4", "5", "6"]).counter);
        assert!(!profile(&["4", "6", "7"]).counter);
        assert!(profile(&["138****1234", "+886 912-345-678"]).phone_share == 1.0);
        assert!(profile(&["000001", "000002"]).label_share == 1.0);
        assert!(profile(&["#1001", "#1002"]).hash_share == 1.0);
    }

    #[test]
    fn rows_of_totals_are_left_out() {
        let p = profile(&["12", "13", "合计"]);
        assert_eq!((p.rows, p.kind), (2, Kind::Integer));
    }
}
