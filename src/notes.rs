//! What a person noted about customers. Nothing is kept here: a note comes with the question for a file, leaves in its column
//! [`NOTE`], and is found again where such a file is read.

use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::customers::Customers;
use crate::export;
use crate::ledger::Column;
use crate::query::CustomerQuery;

/// Name of the column.
pub const NOTE: &str = "note";

/// A note.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct CustomerNote {
    /// Whom it is about, as written in the file.
    pub customer: String,
    /// The text. Empty: a note that the file has is taken back.
    pub text: String,
}

/// The notes that a file takes along.
pub struct Notes<'a> {
    given: &'a [CustomerNote],
    read: Option<&'a Column>,
    analysis: &'a Analysis,
}

impl<'a> Notes<'a> {
    /// Those of a query and of the files that were read; `None` where there are none, or customers are masked: nobody can
    /// tell whom a text names.
    pub fn of(analysis: &'a Analysis, query: &'a CustomerQuery) -> Option<Self> {
        let read = column(&analysis.customers);
        let some = read.is_some() || !query.notes.is_empty();
        (some && query.mask.is_none()).then_some(Notes { given: &query.notes, read, analysis })
    }

    /// The note on a customer: what was given, else what was read.
    pub fn on(&self, i: u32) -> String {
        let name = self.analysis.customers.names.text(i);
        match self.given.iter().rev().find(|note| note.customer == name) {
            Some(note) => note.text.clone(),
            None => self.read.map(|column| read(column, i as usize)).unwrap_or_default(),
        }
    }
}

/// The column of notes that a file came with.
pub fn column(customers: &Customers) -> Option<&Column> {
    let mut columns = customers.attributes.iter().map(|attribute| attribute.column.as_ref());
    columns.find(|column| column.name.trim().eq_ignore_ascii_case(NOTE))
}

/// A note that was read, without the apostrophe that our own files put before what looks like a formula.
pub fn read(column: &Column, i: usize) -> String {
    let text = column.text(i);
    match text.strip_prefix('\'') {
        Some(inner) if export::text(inner) == text => inner.to_owned(),
        _ => text,
    }
}
