//! Cells, row by row, to the bytes of a CSV file in UTF-8 (RFC 4180, lines end in LF).
//!
//! Line n of the text is row n of the sheet: blank rows stay as blank lines. Columns left of the table's first one are
//! left out, and every row is as wide as the table, as Excel's own CSV has it; a longer row stays longer.
//!
//! Cells merged over several rows say the same of each of them: a text or a date (a customer, an order number, a header
//! over two rows) is repeated in every row that has anything in it. A number is not: the total of an order, merged over its
//! lines, would be counted once for each.

use std::ops::Range;

use crate::cell::Value;
use crate::error::{Error, Result};
use crate::guard;

/// Bytes after which a piece is handed over.
const PIECE: usize = 1 << 20;

/// A cell that reaches over several rows. Rows and columns count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// Row in which its value stands.
    pub first: u32,
    /// Last row it reaches.
    pub last: u32,
    /// Its column.
    pub column: usize,
}

/// Takes cells in the order of rows; gives pieces of text.
pub struct Writer<'a> {
    columns: Range<usize>,
    /// Where a line has a single cell there is nothing to quote: the sheet may be a text table pasted into one column.
    bare: bool,
    row: u32,
    cells: Vec<String>,
    /// Merged cells further down, the next one last.
    waiting: Vec<Merge>,
    /// Those that reach the current row, with what is repeated.
    open: Vec<(Merge, Option<String>)>,
    out: String,
    given: u64,
    give: &'a mut dyn FnMut(&[u8]) -> Result<()>,
}

impl<'a> Writer<'a> {
    /// `columns` are those of the table, `merges` those that are known before the first cell.
    pub fn new(
        columns: Range<usize>,
        mut merges: Vec<Merge>,
        give: &'a mut dyn FnMut(&[u8]) -> Result<()>,
    ) -> Writer<'a> {
        merges.retain(|merge| merge.first < merge.last);
        merges.sort_by_key(|merge| std::cmp::Reverse(merge.first));
        let bare = columns.len() == 1;
        let (cells, open) = (Vec::new(), Vec::new());
        let mut writer = Writer {
            columns,
            bare,
            row: 0,
            cells,
            waiting: merges,
            open,
            out: String::new(),
            given: 0,
            give,
        };
        writer.begin_row();
        writer
    }

    /// A merged cell of the row that is being written, told before its value.
    pub fn merge(&mut self, merge: Merge) {
        if merge.first < merge.last {
            self.open.push((merge, None));
        }
    }

    /// Takes a cell; rows and columns count from 0.
    ///
    /// # Errors
    ///
    /// The row lies before the last one or far behind it, the text is larger than [`guard::TEXT`], or whoever takes the
    /// pieces refuses one.
    pub fn cell(&mut self, row: u32, column: usize, value: &Value<'_>) -> Result<()> {
        if row < self.row {
            return Err(Error::damaged("rows out of order"));
        }
        if row - self.row > guard::ROWS || column >= guard::COLUMNS {
            return Err(Error::damaged(format!("a cell in row {row}, column {column}")));
        }
        while self.row < row {
            self.end_row()?;
        }
        let Some(place) = column.checked_sub(self.columns.start) else { return Ok(()) };
        if self.cells.len() <= place {
            self.cells.resize(place + 1, String::new());
        }
        if let Some(cell) = self.cells.get_mut(place) {
            // Of two cells at one place the last one counts.
            cell.clear();
            value.write(cell);
            let repeated = !matches!(value, Value::Number(_) | Value::Bool(_)) && !value.is_blank();
            let merged = self.open.iter_mut().find(|(merge, _)| merge.first == row && merge.column == column);
            if let Some((_, text)) = merged.filter(|_| repeated) {
                *text = Some(cell.clone());
            }
        }
        Ok(())
    }

    /// Ends the last row and hands over what is left.
    ///
    /// # Errors
    ///
    /// Whoever takes the pieces refuses one.
    pub fn finish(mut self) -> Result<()> {
        self.end_row()?;
        (self.give)(self.out.as_bytes())
    }

    fn begin_row(&mut self) {
        let row = self.row;
        while let Some(merge) = self.waiting.pop_if(|merge| merge.first <= row) {
            self.open.push((merge, None));
        }
    }

    /// Puts the texts of merged cells into a row that has something else in it.
    fn fill(&mut self) {
        if !self.cells.iter().any(|cell| !cell.is_empty()) {
            return;
        }
        for (merge, text) in &self.open {
            let Some(place) = merge.column.checked_sub(self.columns.start) else { continue };
            let Some(text) = text.as_ref().filter(|_| merge.first < self.row) else { continue };
            if self.cells.len() <= place {
                self.cells.resize(place + 1, String::new());
            }
            if let Some(cell) = self.cells.get_mut(place).filter(|cell| cell.is_empty()) {
                cell.push_str(text);
            }
        }
    }

    fn end_row(&mut self) -> Result<()> {
        self.fill();
        let row = self.row;
        self.open.retain(|(merge, _)| merge.last > row);
        let filled = self.cells.iter().rposition(|cell| !cell.is_empty());
        if let Some(last) = filled {
            self.cells.truncate(last + 1);
            for (place, cell) in self.cells.iter().enumerate() {
                if place > 0 {
                    self.out.push(',');
                }
                if !self.bare && cell.contains([',', '"', ';', '\t', '|']) {
                    self.out.push('"');
                    for c in cell.chars() {
                        self.out.push(c);
                        if c == '"' {
                            self.out.push('"');
                        }
                    }
                    self.out.push('"');
                } else {
                    self.out.push_str(cell);
                }
            }
            for _ in last + 1..self.columns.len() {
                self.out.push(',');
            }
        }
        self.cells.clear();
        self.out.push('\n');
        self.row += 1;
        self.begin_row();
        if self.out.len() >= PIECE {
            self.given += self.out.len() as u64;
            if self.given > guard::TEXT {
                return Err(guard::too_large(guard::TEXT));
            }
            (self.give)(self.out.as_bytes())?;
            self.out.clear();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells as (row, column, text).
    fn csv(columns: Range<usize>, merges: &[Merge], cells: &[(u32, usize, &str)]) -> Result<String> {
        let mut text = Vec::new();
        let mut give = |piece: &[u8]| {
            text.extend_from_slice(piece);
            Ok(())
        };
        let mut writer = Writer::new(columns, merges.to_vec(), &mut give);
        for (row, column, cell) in cells {
            let number = cell.parse().map(Value::Number);
            writer.cell(*row, *column, &number.unwrap_or_else(|_| Value::Text((*cell).into())))?;
        }
        writer.finish()?;
        Ok(String::from_utf8(text).unwrap())
    }

    #[test]
    fn a_line_is_a_row() {
        for (columns, cells, expected) in [
            (0..2, &[(0, 0, "a"), (0, 1, "b"), (1, 0, "1"), (1, 1, "2")][..], "a,b\n1,2\n"),
            // Blank rows stay, trailing cells are filled up, blank first columns are left out.
            (1..4, &[(2, 1, "a"), (2, 3, "c"), (4, 1, "1")], "\n\na,,c\n\n1,,\n"),
            // A cell beyond the table makes its row longer.
            (0..2, &[(0, 0, "a"), (1, 3, "x")], "a,\n,,,x\n"),
            (
                0..2,
                &[(0, 0, "a,b"), (0, 1, "say \"so\""), (1, 0, "c;d")],
                "\"a,b\",\"say \"\"so\"\"\"\n\"c;d\",\n",
            ),
            // One column: a text table inside a sheet.
            (0..1, &[(0, 0, "a,b"), (1, 0, "1,\"2,5\"")], "a,b\n1,\"2,5\"\n"),
            (0..2, &[(0, 0, "old"), (0, 0, "new")], "new,\n"),
        ] {
            assert_eq!(csv(columns, &[], cells).unwrap(), expected);
        }
        assert_eq!(
            csv(0..2, &[], &[(3, 0, "a"), (1, 0, "b")]).unwrap_err().value.unwrap(),
            "rows out of order"
        );
        let lie = csv(0..2, &[], &[(u32::MAX, 0, "a")]).unwrap_err();
        assert_eq!(lie.code, crate::error::Code::WorkbookDamaged);
    }

    #[test]
    fn merged_cells_repeat_texts_never_numbers() {
        let merge = |first, last, column| Merge { first, last, column };
        let merges = [merge(1, 3, 0), merge(1, 3, 2), merge(0, 0, 1), merge(5, 9, 0)];
        let cells = [
            (0, 0, "buyer"),
            (0, 1, "item"),
            (0, 2, "paid"),
            (1, 0, "ann"),
            (1, 1, "tea"),
            (1, 2, "30"),
            (2, 1, "cup"),
            // Row 3 has nothing else in it; row 4 is no longer merged.
            (4, 1, "pot"),
            (5, 0, "bob"),
            (5, 1, "tea"),
            (6, 0, "cid"),
            (6, 1, "cup"),
        ];
        let text = csv(0..3, &merges, &cells).unwrap();
        assert_eq!(text, "buyer,item,paid\nann,tea,30\nann,cup,\n\n,pot,\nbob,tea,\ncid,cup,\n");
    }

    #[test]
    fn pieces_are_handed_over_on_the_way() {
        let (mut pieces, mut bytes) = (0, 0);
        let mut give = |piece: &[u8]| {
            pieces += 1;
            bytes += piece.len();
            Ok(())
        };
        let mut writer = Writer::new(0..2, Vec::new(), &mut give);
        for row in 0..300_000 {
            writer.cell(row, 0, &Value::Number(1234567.0)).unwrap();
        }
        writer.finish().unwrap();
        assert_eq!((pieces, bytes), (3, 300_000 * 9));
    }
}
