//! What customers left after the cost of the goods, where the file says it.
//!
//! A margin column is taken as it is. A cost is taken off the net money; a cost that its header calls that of one unit is
//! times the quantity of the row, where the file has one. Money given back does not bring the goods back: their cost
//! stays, unless the row that gives it back has a cost below zero itself.

use super::{Customers, Measure};
use crate::ledger::column::EMPTY;
use crate::ledger::{CellKind, Column, Ledger};
use crate::settings::Role;
use crate::units::{Day, MICROS, Total};

/// Words of a header that mean one unit.
const UNIT: [&str; 8] = ["unit", "price", "each", "单", "單", "价", "價", "进价"];

/// Margin of each customer of a ledger as of a day. `None` for a file that says nothing of it, or where a row that
/// brought money in has no cost.
pub fn of_ledger(ledger: &Ledger, as_of: Day, net: impl Fn(usize) -> Total) -> Option<Vec<Total>> {
    let column = |role| ledger.columns.iter().find(|c| c.role == Some(role) && c.kind == CellKind::Numbers);
    let (cells, margin) = match (column(Role::Margin), column(Role::Cost)) {
        (Some(margin), _) => (margin, true),
        (None, Some(cost)) => (cost, false),
        (None, None) => return None,
    };
    let quantity = column(Role::Quantity).filter(|_| per_unit(cells));
    let mut all = Vec::with_capacity(ledger.names.len());
    for i in 0..ledger.names.len() {
        let mut sum = 0_i128;
        for at in ledger.starts[i]..ledger.starts[i + 1] {
            let entry = ledger.entries[at];
            let cell = cells.cells[at];
            if entry.day() > as_of || (cell == EMPTY && entry.amount.0 <= 0) {
                continue;
            }
            if cell == EMPTY {
                return None;
            }
            let units = quantity.map_or(MICROS, |q| if q.cells[at] == EMPTY { MICROS } else { q.cells[at] });
            let value = i128::from(cell) * i128::from(units) / i128::from(MICROS);
            // The second entry of a refunded row repeats the cell of the first.
            if entry.amount.0 >= 0 || value < 0 {
                sum += value;
            } else if margin {
                sum += i128::from(entry.amount.0);
            }
        }
        all.push(Total(if margin { sum } else { net(i).0 - sum }));
    }
    Some(all)
}

/// Margin of each customer of a table, where it has one for everybody.
pub fn of_table(customers: &Customers) -> Option<Vec<Total>> {
    let column = |role| {
        let fits = |column: &Column| column.role == Some(role) && column.kind == CellKind::Numbers;
        customers.attributes.iter().find(|a| a.measure == Measure::AsIs && fits(&a.column)).map(|a| &a.column)
    };
    let (column, margin) = match (column(Role::Margin), column(Role::Cost)) {
        (Some(margin), _) => (margin, true),
        (None, cost) => (cost?, false),
    };
    let each = column.cells.iter().enumerate().map(|(i, &cell)| {
        let value = i128::from(cell);
        (cell != EMPTY).then_some(Total(if margin { value } else { customers.net(i).0 - value }))
    });
    each.collect()
}

fn per_unit(column: &Column) -> bool {
    let name = column.name.to_lowercase();
    UNIT.iter().any(|word| name.contains(word))
}
