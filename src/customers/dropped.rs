//! Categories that a customer used to buy: regular once, and absent since, while other goods were bought.

use super::Customers;
use crate::ledger::column::EMPTY;
use crate::ledger::{CellKind, Ledger};
use crate::order;
use crate::settings::Role;
use crate::units::Day;

/// Days with a category that make it a regular one, at least.
const FEWEST: usize = 3;
/// Own cycles of absence that count.
const CYCLES: f64 = 2.0;

/// For each customer whether a regular category (on three days or more, and on half of the purchase days up to its last one) is
/// absent from all purchases since, over two own cycles or more. `None` for a customer without a regular category; empty for
/// a file without a category column.
pub fn dropped(ledger: &Ledger, customers: &Customers, as_of: Day) -> Vec<Option<bool>> {
    let words = |column: &&crate::ledger::Column| {
        column.role == Some(Role::Category) && column.kind == CellKind::Words
    };
    let Some(column) = ledger.columns.iter().find(words) else { return Vec::new() };
    let mut bought: Vec<(i64, Day)> = Vec::new();
    let each = (0..customers.len()).map(|i| {
        let days = customers.days.of(i);
        let (Some(&last), Some(cycle)) = (days.last(), customers.cycle(i)) else { return None };
        let (from, to) = (ledger.starts[i], ledger.starts[i + 1]);
        bought.clear();
        for (entry, &cell) in ledger.entries[from..to].iter().zip(&column.cells[from..to]) {
            if cell != EMPTY && entry.amount.0 >= 0 && entry.day() <= as_of {
                bought.push((cell, entry.day()));
            }
        }
        order::ascending(&mut bought);
        let mut regular = None;
        for same in bought.chunk_by(|a, b| a.0 == b.0) {
            let on = same.chunk_by(|a, b| a.1 == b.1).count();
            let end = same.last().map_or(last, |(_, day)| *day);
            if on >= FEWEST && 2 * on >= days.partition_point(|day| *day <= end) {
                let absent = f64::from(last.0 - end.0) >= CYCLES * cycle;
                regular = Some(absent || regular == Some(true));
            }
        }
        regular
    });
    each.collect()
}
