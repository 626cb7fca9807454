//! A first look at a sheet: where its table lies, and how much it looks like one.
//!
//! The sheet that is proposed has the most rows with a number or a date beside something else; dates count twice, since
//! orders have them and lists of products, rates and notes have not. A hidden sheet is proposed only where no other has
//! any such row; among equals the first is.

use std::ops::Range;

use crate::cell::Value;

/// Rows with something in them that are looked at.
const ROWS: u32 = 1000;
/// Cells that are looked at.
const CELLS: u32 = 100_000;
/// Columns a table may have. Rows are filled up to its width: a stray cell far to the right must not fill a million rows.
const WIDTH: usize = 512;

/// What a sheet seems to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Rows with something in them.
    pub rows: u32,
    /// Rows with a number or a date beside something else.
    pub data: u32,
    /// Of them, rows with a date.
    pub dated: u32,
    /// Whether the sheet goes on behind what was looked at.
    pub more: bool,
    /// The columns of its table, from 0.
    pub columns: Range<usize>,
    cells: u32,
    row: Row,
}

/// The row that is being looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Row {
    number: u32,
    first: usize,
    last: usize,
    filled: usize,
    data: bool,
    dated: bool,
}

impl Look {
    /// Takes a cell, in the order of rows; false when enough was seen.
    pub fn cell(&mut self, row: u32, column: usize, value: &Value<'_>) -> bool {
        if value.is_blank() {
            return true;
        }
        if self.row.filled > 0 && self.row.number != row {
            self.end_row();
        }
        self.cells += 1;
        if self.rows >= ROWS || self.cells > CELLS {
            self.more = true;
            return false;
        }
        let (data, dated) = kind(value);
        let now = &mut self.row;
        now.number = row;
        now.first = if now.filled == 0 { column } else { now.first.min(column) };
        now.last = now.last.max(column);
        now.filled += 1;
        now.data |= data;
        now.dated |= dated;
        true
    }

    /// Ends the look.
    pub fn finish(mut self) -> Look {
        self.end_row();
        self.columns.end = self.columns.end.min(self.columns.start + WIDTH);
        self
    }

    /// How much the sheet looks like orders.
    pub fn score(&self) -> u32 {
        if self.dated * 2 > self.data { self.data * 2 } else { self.data }
    }

    /// Whether most of the rows with data have a date.
    pub fn is_dated(&self) -> bool {
        self.data > 0 && self.dated * 2 > self.data
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        if row.filled == 0 {
            return;
        }
        self.rows += 1;
        // A row with a single cell is a title or a note, unless there is nothing else.
        let wide = row.filled > 1;
        if wide {
            self.data += u32::from(row.data);
            self.dated += u32::from(row.data && row.dated);
        }
        let was_wide = self.columns.len() > 1;
        if self.columns.is_empty() || wide && !was_wide {
            self.columns = row.first..row.last + 1;
        } else if wide == was_wide {
            self.columns = self.columns.start.min(row.first)..self.columns.end.max(row.last + 1);
        }
    }
}

/// Whether a cell is a number or a date, and whether it is a date. Text counts too: exports often have nothing else.
fn kind(value: &Value<'_>) -> (bool, bool) {
    match value {
        Value::Number(_) => (true, false),
        Value::Moment { .. } => (true, true),
        Value::Bool(_) => (false, false),
        Value::Text(text) => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let others = text.chars().filter(|c| c.is_alphabetic()).count();
            let separators = text.chars().filter(|c| matches!(c, '-' | '/' | '.' | '年' | '月')).count();
            let dated = (4..=17).contains(&digits) && separators >= 2 && others <= 4;
            (digits > others, dated)
        }
    }
}

/// The sheet to propose: its place among the looks, each with whether it is hidden. None where no sheet has a filled cell.
pub fn choose(looks: &[(bool, &Look)]) -> Option<usize> {
    let best = |wanted: &dyn Fn(bool, &Look) -> Option<u32>| {
        let scored = looks
            .iter()
            .enumerate()
            .filter_map(|(place, (hidden, look))| Some((place, wanted(*hidden, look)?)));
        // Of equals, `max_by_key` gives the last.
        scored.rev().max_by_key(|(_, score)| *score).map(|(place, _)| place)
    };
    let data = |hidden: bool| best(&move |is, look| (is == hidden && look.data > 0).then(|| look.score()));
    let any = |hidden: bool| best(&move |is, look| (is == hidden && look.rows > 0).then_some(look.rows));
    data(false).or_else(|| data(true)).or_else(|| any(false)).or_else(|| any(true))
}

/// Whether the proposed sheet is the only one a person can have meant: no other that they see has dated rows too. Shops put
/// each month on a sheet of its own, and one of them is not the year.
pub fn is_sure(looks: &[(bool, &Look)], chosen: usize) -> bool {
    let others = looks.iter().enumerate().filter(|(place, _)| *place != chosen);
    !others.into_iter().any(|(_, (hidden, look))| !hidden && look.is_dated())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(rows: &[&[&str]]) -> Look {
        let mut look = Look::default();
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let number = cell.parse().map(Value::Number);
                look.cell(row as u32, column, &number.unwrap_or_else(|_| Value::Text((*cell).into())));
            }
        }
        look.finish()
    }

    #[test]
    fn the_sheet_with_orders_is_proposed() {
        let orders = look(&[&["id", "day"], &["a", "2024-01-05"], &["b", "2024-01-06"]]);
        let rates = look(&[&["code", "rate"], &["EUR", "1.08"], &["GBP", "1.27"], &["JPY", "0.007"]]);
        let note = look(&[&["Exported 2024-01-05"], &["by Ann"]]);
        let header = look(&[&["id", "day"]]);
        let empty = look(&[]);
        let (shown, hidden) = (false, true);
        for (name, looks, expected, sure) in [
            ("dates count twice", &[(shown, &rates), (shown, &orders)][..], Some(1), true),
            ("a hidden sheet waits", &[(hidden, &orders), (shown, &rates)], Some(1), true),
            ("unless it is the only one with data", &[(shown, &note), (hidden, &orders)], Some(1), true),
            ("the first of equals, which is a guess", &[(shown, &orders), (shown, &orders)], Some(0), false),
            ("something rather than nothing", &[(shown, &empty), (shown, &header)], Some(1), true),
            ("nothing", &[(shown, &empty)], None, true),
            ("no sheet", &[], None, true),
        ] {
            let chosen = choose(looks);
            assert_eq!(chosen, expected, "{name}");
            assert!(chosen.is_none_or(|chosen| is_sure(looks, chosen) == sure), "{name}");
        }
    }

    #[test]
    fn the_table_is_found_under_its_title() {
        for (rows, columns, data) in [
            (&[&["Orders"][..], &["", "id", "day", "paid"], &["", "a", "2024-01-05", "3"]][..], 1..4, 1),
            (&[&["id", "paid"], &["a", "3"], &["b", "4", "x"]], 0..3, 2),
            (&[&["a,b"], &["1,2"]], 0..1, 0),
        ] {
            let look = look(rows);
            assert_eq!((look.columns.clone(), look.data), (columns, data));
        }
    }

    #[test]
    fn a_long_sheet_is_not_looked_at_as_a_whole() {
        let mut look = Look::default();
        let seen = (0..5000).take_while(|row| look.cell(*row, 0, &Value::Number(1.0))).count();
        let look = look.finish();
        assert_eq!((seen, look.rows, look.more), (1000, 1000, true));
    }
}
