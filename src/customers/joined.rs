//! A second file about the same customers: a customer list, a survey, a campaign. Joined on whatever names the customer.
//!
//! The join key is the column that plays the customer, matched with the customers' names; where that finds fewer than half
//! of what another pair finds (a survey by e-mail beside orders by number), the better pair: any column of words with the
//! names, or with the e-mail addresses or telephone numbers in the orders. Keys match when they are written
//! [alike](crate::ledger::plain).
//!
//! Several rows of one customer become one cell: the mean of numbers, the most frequent word, the latest day. Rows of
//! nobody are counted and not made into customers.

use std::sync::Arc;

use super::{Attribute, Customers, Measure};
use crate::error::{Code, Error, Result};
use crate::ingest::{Plan, Reading, Record};
use crate::ledger::column::{self, EMPTY};
use crate::ledger::{CellKind, Column, NameIndex, plain};
use crate::order;
use crate::report::{InputFile, JoinedFile};
use crate::settings::Role;

/// Reads the rows of a file to be joined.
#[derive(Debug)]
pub struct Builder {
    columns: Vec<column::Builder>,
    told: bool,
    rows: u64,
}

/// A file to be joined, column by column.
#[derive(Debug)]
pub struct Joined {
    file: InputFile,
    /// A person has said which column names the customer.
    told: bool,
    columns: Vec<Column>,
    rows: u64,
}

/// Nobody: a row of no customer.
const NOBODY: u32 = u32::MAX;

impl Builder {
    /// A builder for a file with this plan. `told`: a person has said which column names the customer, and no other will do.
    ///
    /// # Errors
    ///
    /// [`Code::NoCustomerColumn`] when no column could name a customer.
    pub fn new(plan: &Plan, told: bool) -> Result<Self> {
        let played = plan.columns.iter().map(|c| {
            // A customer number is a name, an e-mail address and a telephone number too.
            let named = matches!(c.role, Role::Customer | Role::Email | Role::Phone);
            let reading = if named { Reading::Text } else { c.reading };
            column::Builder::new(c.index, &c.name, Some(c.role), reading)
        });
        let others = plan.others.iter().map(|c| column::Builder::new(c.index, &c.name, None, c.reading));
        let columns: Vec<_> = played.chain(others).collect();
        if columns.is_empty() {
            return Err(Error::new(Code::NoCustomerColumn));
        }
        Ok(Builder { columns, told, rows: 0 })
    }

    /// Takes one row of the file.
    pub fn add(&mut self, record: Record<'_>) {
        self.rows += 1;
        for column in &mut self.columns {
            column.push(&record);
        }
    }

    /// Data rows so far.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The columns of the file.
    pub fn finish(self, file: InputFile) -> Joined {
        Joined {
            file,
            told: self.told,
            columns: self.columns.into_iter().map(column::Builder::finish).collect(),
            rows: self.rows,
        }
    }
}

impl Joined {
    /// What the file says of the customers, and how the join went. A file that knows none of them says nothing.
    pub fn attach(&self, customers: &Customers) -> (Vec<Attribute>, JoinedFile) {
        let Some((key, who)) = self.key(customers) else {
            let summary = JoinedFile {
                file: self.file.clone(),
                key: None,
                rows: self.rows,
                rows_without_key: 0,
                rows_unmatched: self.rows,
                customers_matched: 0,
                customers_unmatched: customers.len() as u64,
                columns: Vec::new(),
            };
            return (Vec::new(), summary);
        };
        let rows = who.len();
        // Rows grouped by customer, as positions.
        let mut order = order::of_keys(who.iter().map(|&who| u64::from(who)));
        order.retain(|&row| who[row as usize] != NOBODY);
        let groups: Vec<&[u32]> = order.chunk_by(|&a, &b| who[a as usize] == who[b as usize]).collect();
        let several = groups.iter().any(|rows| rows.len() > 1);
        let mut scratch = Vec::new();
        let mut attributes = Vec::new();
        for column in self.columns.iter().filter(|column| !std::ptr::eq(*column, key)) {
            let mut cells = vec![EMPTY; customers.len()];
            for rows in &groups {
                let Some(cell) = rows.first().map(|&row| &mut cells[who[row as usize] as usize]) else {
                    continue;
                };
                scratch.clear();
                scratch.extend(rows.iter().map(|&row| column.cells[row as usize]).filter(|&c| c != EMPTY));
                *cell = one(column.kind, &mut scratch);
            }
            let measure = match column.kind {
                _ if !several => Measure::AsIs,
                CellKind::Words => Measure::Main,
                CellKind::Numbers => Measure::Mean,
                CellKind::Days => Measure::Latest,
            };
            attributes.push(Attribute { measure, column: Arc::new(column.with(cells)) });
        }
        let without_key = key.cells.iter().filter(|&&cell| cell == EMPTY).count();
        let summary = JoinedFile {
            file: self.file.clone(),
            key: Some(key.name.clone()),
            rows: self.rows,
            rows_without_key: without_key as u64,
            rows_unmatched: (rows - without_key - order.len()) as u64,
            customers_matched: groups.len() as u64,
            customers_unmatched: (customers.len() - groups.len()) as u64,
            columns: attributes.iter().map(|a| a.column.name.clone()).collect(),
        };
        (attributes, summary)
    }

    /// The column that names the customer, and the customer of each row.
    fn key(&self, customers: &Customers) -> Option<(&Column, Vec<u32>)> {
        let mut targets = vec![Target::new((0..customers.len()).map(|i| customers.names.bytes(i as u32)))];
        for attribute in &customers.attributes {
            let column = &attribute.column;
            if matches!(column.role, Some(Role::Email | Role::Phone)) && column.kind == CellKind::Words {
                let cells = (0..customers.len()).map(|i| match column.word(i) {
                    Some(word) => column.words.bytes(word),
                    None => &[],
                });
                targets.push(Target::new(cells));
            }
        }
        let mut best: Option<(usize, &Column, Vec<u32>)> = None;
        let named = |column: &Column| column.role == Some(Role::Customer);
        let words = self.columns.iter().filter(|column| column.kind == CellKind::Words);
        let (first, rest): (Vec<&Column>, Vec<&Column>) = words.partition(|column| named(column));
        let rest = rest.into_iter().filter(|_| !self.told);
        for column in first.into_iter().chain(rest) {
            for target in &targets {
                let of_word = target.customers(column);
                let found = of_word.iter().filter(|&&who| who != NOBODY).count();
                if found > 0 && best.as_ref().is_none_or(|(most, ..)| found > 2 * most) {
                    best = Some((found, column, of_word));
                }
            }
        }
        let (_, column, of_word) = best?;
        let of_row = |row: usize| column.word(row).map_or(NOBODY, |word| of_word[word as usize]);
        Some((column, (0..column.cells.len()).map(of_row).collect()))
    }
}

/// What a key can be: one text for each customer.
struct Target {
    index: NameIndex,
    /// The customer of each text; the first of several.
    customers: Vec<u32>,
}

impl Target {
    fn new<'a>(texts: impl Iterator<Item = &'a [u8]>) -> Target {
        let (mut target, mut key) =
            (Target { index: NameIndex::default(), customers: Vec::new() }, Vec::new());
        for (i, text) in texts.enumerate().filter(|(_, text)| !text.is_empty()) {
            plain(text, &mut key);
            if target.index.number(&key) as usize == target.customers.len() {
                target.customers.push(i as u32);
            }
        }
        target
    }

    /// The customer that each word of a column names.
    fn customers(&self, column: &Column) -> Vec<u32> {
        let mut key = Vec::new();
        let words = 0..column.words.len() as u32;
        let customer = |word: u32| {
            plain(column.words.bytes(word), &mut key);
            self.index.find(&key).map_or(NOBODY, |number| self.customers[number as usize])
        };
        words.map(customer).collect()
    }
}

/// One cell for several.
fn one(kind: CellKind, cells: &mut [i64]) -> i64 {
    match kind {
        CellKind::Days => cells.iter().copied().max().unwrap_or(EMPTY),
        CellKind::Numbers if cells.is_empty() => EMPTY,
        CellKind::Numbers => {
            let sum: i128 = cells.iter().map(|&cell| i128::from(cell)).sum();
            i64::try_from(sum / cells.len() as i128).unwrap_or(EMPTY)
        }
        CellKind::Words => super::attributes::most_frequent(cells),
    }
}
