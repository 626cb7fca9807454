//! Ledger columns to attributes: one cell per customer, from the cells of their rows up to the as-of date.
//!
//! | what the column is | what becomes of it |
//! |---|---|
//! | product, category | how many different ones; category: the one of most rows too |
//! | channel | the one of most rows |
//! | discount | share of the rows that brought money in with one |
//! | cost, margin | sum |
//! | quantity, service tickets | sum |
//! | satisfaction, willingness to recommend | mean |
//! | anything else | the latest |
//!
//! Money given back is no purchase: its rows count for nothing here.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::ledger::column::EMPTY;
use crate::ledger::{CellKind, Column, Entry, Ledger};
use crate::order;
use crate::settings::Role;
use crate::units::{Day, MICROS};

/// How the cells of a customer's rows became one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// There was one row.
    AsIs,
    /// The cell of the latest row that has one.
    Latest,
    /// The word of most rows; of those the first by its bytes.
    Main,
    /// How many different words.
    Distinct,
    /// Share of the rows with something in it that is not zero, 0 to 1.
    Share,
    /// Sum.
    Sum,
    /// Mean.
    Mean,
}

/// One thing known of the customers.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// How it was found.
    pub measure: Measure,
    /// The cells, in the order of the customers.
    pub column: Arc<Column>,
}

/// The attributes of all customers of a ledger as of a day.
pub fn of(ledger: &Ledger, as_of: Day) -> Vec<Attribute> {
    let mut attributes = Vec::new();
    for column in &ledger.columns {
        let measures: &[Measure] = match (column.role, column.kind) {
            (Some(Role::Category), CellKind::Words) => &[Measure::Main, Measure::Distinct],
            (Some(Role::Product), CellKind::Words) => &[Measure::Distinct],
            (Some(Role::Channel), CellKind::Words) => &[Measure::Main],
            (Some(Role::Discount), _) => &[Measure::Share],
            (Some(Role::Cost | Role::Margin | Role::Quantity | Role::Tickets), CellKind::Numbers) => {
                &[Measure::Sum]
            }
            (Some(Role::Satisfaction | Role::Nps), CellKind::Numbers) => &[Measure::Mean],
            _ => &[Measure::Latest],
        };
        let mut scratch = Vec::new();
        for &measure in measures {
            let each = (0..ledger.names.len()).map(|i| {
                let bought = ledger
                    .with_cells(i, column)
                    .filter(|(entry, _)| entry.amount.0 >= 0 && entry.day() <= as_of);
                summed_up(measure, column, bought, &mut scratch)
            });
            let cells = each.collect();
            // Counts and shares are numbers whatever they count.
            let column = match measure {
                Measure::Distinct | Measure::Share => Column { cells, ..column.unfilled(CellKind::Numbers) },
                _ => column.with(cells),
            };
            attributes.push(Attribute { measure, column: Arc::new(column) });
        }
    }
    attributes
}

fn summed_up<'a>(
    measure: Measure,
    column: &Column,
    rows: impl Iterator<Item = (&'a Entry, &'a i64)>,
    scratch: &mut Vec<i64>,
) -> i64 {
    let filled = |cell: &i64| *cell != EMPTY;
    match measure {
        Measure::AsIs | Measure::Latest => {
            let known = rows.filter(|(_, cell)| filled(cell));
            known.max_by_key(|&(entry, &cell)| (entry.when, cell)).map_or(EMPTY, |(_, &cell)| cell)
        }
        Measure::Main | Measure::Distinct => {
            scratch.clear();
            scratch.extend(rows.map(|(_, &cell)| cell).filter(filled));
            if measure == Measure::Main {
                return most_frequent(scratch);
            }
            order::ascending(scratch);
            scratch.chunk_by(|a, b| a == b).count() as i64 * MICROS
        }
        Measure::Share => {
            let (mut all, mut with) = (0, 0);
            for (_, cell) in rows {
                all += 1;
                with += i64::from(column.is_given(*cell));
            }
            if all == 0 { EMPTY } else { with * MICROS / all }
        }
        Measure::Sum | Measure::Mean => {
            let (mut n, mut sum) = (0, 0_i128);
            for (_, cell) in rows.filter(|(_, cell)| filled(cell)) {
                n += 1;
                sum += i128::from(*cell);
            }
            let value = match (n, measure) {
                (0, _) => return EMPTY,
                (_, Measure::Mean) => sum / n,
                _ => sum,
            };
            i64::try_from(value).unwrap_or(EMPTY)
        }
    }
}

/// The most frequent of some cells, the least of several; [`EMPTY`] of none.
pub(super) fn most_frequent(cells: &mut [i64]) -> i64 {
    order::ascending(cells);
    let mut best: &[i64] = &[];
    for same in cells.chunk_by(|a, b| a == b) {
        if same.len() > best.len() {
            best = same;
        }
    }
    best.first().copied().unwrap_or(EMPTY)
}
