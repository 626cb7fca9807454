//! Columns beside who, when and how much: what a row says of the goods and of the customer.
//!
//! Three kinds of cells fit one shape: a word is its number in the column's dictionary, a number is in millionths, a day
//! in days since 1970-01-01; [`EMPTY`] is a cell without a value. The dictionary is in the order of its bytes, so
//! neither the numbers nor anything sorted by them depends on the order of the rows.

use crate::ingest::{Plan, Reading, Record, amount, date};
use crate::ledger::names::{NameIndex, Names};
use crate::settings::Role;
use crate::units::{Day, MICROS};
use serde::{Deserialize, Serialize};

/// A cell without a value.
pub const EMPTY: i64 = i64::MIN;

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum CellKind {
    /// Text; equal text is equal.
    Words,
    /// Numbers.
    Numbers,
    /// Civil days.
    Days,
}

/// A column, cell by cell.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name in the file.
    pub name: String,
    /// What it means; `None` for a column that is carried as it is.
    pub role: Option<Role>,
    /// What its cells are.
    pub kind: CellKind,
    /// The words, in the order of their bytes.
    pub words: Names,
    /// The cells: see the module.
    pub cells: Vec<i64>,
    /// Cells with something in them that is no number or day, and stays out.
    pub unread: u64,
}

impl Column {
    /// The number of the word in cell `i`.
    pub fn word(&self, i: usize) -> Option<u32> {
        self.cell(i).filter(|_| self.kind == CellKind::Words).map(|cell| cell as u32)
    }

    /// The number in cell `i`.
    pub fn number(&self, i: usize) -> Option<f64> {
        self.cell(i).filter(|_| self.kind == CellKind::Numbers).map(|cell| cell as f64 / MICROS as f64)
    }

    /// The day in cell `i`.
    pub fn day(&self, i: usize) -> Option<Day> {
        self.cell(i).filter(|_| self.kind == CellKind::Days).map(|cell| Day(cell as i32))
    }

    /// The cell as a number of any kind: for comparing and for models, not for showing. Words have none.
    pub fn measure(&self, i: usize) -> Option<f64> {
        self.number(i).or_else(|| self.day(i).map(|day| f64::from(day.0)))
    }

    /// The cell as text, as the exports write it.
    pub fn text(&self, i: usize) -> String {
        self.cells.get(i).map_or_else(String::new, |&cell| self.shown(cell))
    }

    /// What is in a cell, as the exports write it.
    pub fn shown(&self, cell: i64) -> String {
        match (self.kind, cell) {
            (_, EMPTY) => String::new(),
            (CellKind::Words, word) => self.words.text(word as u32),
            (CellKind::Numbers, number) => {
                let text = crate::units::Amount(number).to_string();
                text.strip_suffix(".00").map(str::to_string).unwrap_or(text)
            }
            (CellKind::Days, day) => Day(day as i32).to_string(),
        }
    }

    /// Whether a cell says that there is something: no zero, and not empty.
    pub fn is_given(&self, cell: i64) -> bool {
        cell != EMPTY && !(self.kind == CellKind::Numbers && cell == 0)
    }

    /// The same column with other cells.
    pub fn with(&self, cells: Vec<i64>) -> Column {
        Column { words: self.words.clone(), cells, ..self.unfilled(self.kind) }
    }

    /// A column of this name and role without words and cells.
    pub fn unfilled(&self, kind: CellKind) -> Column {
        Column {
            name: self.name.clone(),
            role: self.role,
            kind,
            words: Names::default(),
            cells: Vec::new(),
            unread: self.unread,
        }
    }

    fn cell(&self, i: usize) -> Option<i64> {
        self.cells.get(i).copied().filter(|&cell| cell != EMPTY)
    }
}

/// Reads one column, row by row.
#[derive(Debug)]
pub struct Builder {
    index: usize,
    name: String,
    role: Option<Role>,
    reader: Reader,
    pub(super) cells: Vec<i64>,
    pub(super) unread: u64,
}

#[derive(Debug)]
enum Reader {
    Words(NameIndex),
    Numbers(amount::Column),
    Days(date::Column),
}

impl Builder {
    /// A builder for the column at `index`.
    pub fn new(index: usize, name: &str, role: Option<Role>, reading: Reading) -> Self {
        let reader = match reading {
            Reading::Text => Reader::Words(NameIndex::default()),
            Reading::Amount(format) => Reader::Numbers(amount::Column::new(format)),
            Reading::Date(format) => Reader::Days(date::Column::new(format)),
        };
        Builder { index, name: name.into(), role, reader, cells: Vec::new(), unread: 0 }
    }

    /// The column's cell of a row.
    pub fn cell_of<'a>(&self, record: &'a Record<'a>) -> &'a [u8] {
        record.get(self.index).unwrap_or_default()
    }

    /// Takes the column's cell of a row.
    pub fn push(&mut self, record: &Record<'_>) {
        let cell = record.get(self.index).unwrap_or_default();
        let value = match &mut self.reader {
            _ if date::is_blank(cell) => Some(EMPTY),
            Reader::Words(words) => Some(i64::from(words.number(cell))),
            Reader::Numbers(column) => column.read(cell).ok().map(|number| number.0),
            Reader::Days(column) => column.read(cell).ok().map(|moment| i64::from(moment.day.0)),
        };
        self.unread += u64::from(value.is_none());
        self.cells.push(value.unwrap_or(EMPTY));
    }

    /// The words so far, of a column of words.
    pub(super) fn words(&mut self) -> Option<&mut NameIndex> {
        match &mut self.reader {
            Reader::Words(index) => Some(index),
            _ => None,
        }
    }

    /// Goes on with another file, whose columns lie elsewhere. A column it has not stays empty.
    pub fn move_to(&mut self, plan: &Plan) {
        let played = plan.columns.iter().find(|c| self.role == Some(c.role)).map(|c| c.index);
        let other = plan.others.iter().find(|c| self.role.is_none() && c.name == self.name).map(|c| c.index);
        self.index = played.or(other).unwrap_or(usize::MAX);
    }

    /// Makes up for rows that had no such column.
    pub fn fill(&mut self, rows: usize) {
        self.cells.resize(rows, EMPTY);
    }

    /// Whether this is the column of a role, or of a name without one.
    pub fn is(&self, other: &Builder) -> bool {
        self.role == other.role && (self.role.is_some() || self.name == other.name)
    }

    /// Makes room for about as many more rows.
    pub fn expect(&mut self, rows: usize) {
        self.cells.reserve_exact(rows);
    }

    /// Repeats the last cell: one row that becomes two entries.
    pub fn again(&mut self) {
        self.cells.extend(self.cells.last().copied());
    }

    /// The column, its dictionary in canonical order.
    pub fn finish(mut self) -> Column {
        let mut words = Names::default();
        let kind = match self.reader {
            Reader::Words(index) => {
                let found = index.into_names();
                let order = found.sorted();
                let mut rank = vec![0_i64; order.len()];
                for (new, &old) in order.iter().enumerate() {
                    rank[old as usize] = new as i64;
                    words.push(found.bytes(old));
                }
                for cell in self.cells.iter_mut().filter(|cell| **cell != EMPTY) {
                    *cell = rank[*cell as usize];
                }
                CellKind::Words
            }
            Reader::Numbers(_) => CellKind::Numbers,
            Reader::Days(_) => CellKind::Days,
        };
        Column { name: self.name, role: self.role, kind, words, cells: self.cells, unread: self.unread }
    }
}

/// Builders for the columns of a plan that play one of `roles`, and for those without a role.
pub fn builders(plan: &Plan, roles: &[Role]) -> Vec<Builder> {
    let played = plan.columns.iter().filter(|column| roles.contains(&column.role));
    let played = played.map(|c| Builder::new(c.index, &c.name, Some(c.role), c.reading));
    played.chain(plan.others.iter().map(|c| Builder::new(c.index, &c.name, None, c.reading))).collect()
}
