//! Ledger to baskets: the orders of a customer that count, in time, and what was in them.
//!
//! An order counts as in [`crate::customers`]: money is left of it, or it was free from the start. What was given back is no
//! part of it: only rows that brought money in, or were free, say what was bought.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::ledger::column::EMPTY;
use crate::ledger::{CellKind, Column, Ledger};
use crate::order;
use crate::settings::Role;
use crate::units::Day;

/// What baskets are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// Categories of goods.
    Category,
    /// Single products.
    Product,
}

impl ItemKind {
    /// Both, the broader first: it has more support.
    pub const ALL: [ItemKind; 2] = [ItemKind::Category, ItemKind::Product];

    /// The column of a ledger that names them.
    pub fn column(self, ledger: &Ledger) -> Option<&Column> {
        let role = match self {
            ItemKind::Category => Role::Category,
            ItemKind::Product => Role::Product,
        };
        ledger.columns.iter().find(|column| column.role == Some(role) && column.kind == CellKind::Words)
    }
}

/// One order of a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The moment of its first row.
    pub when: i64,
    /// Its rows among all entries of the ledger.
    pub rows: Range<usize>,
}

impl Order {
    /// The civil day of its first row.
    pub fn day(&self) -> Day {
        Day(self.when.div_euclid(crate::ledger::DAY) as i32)
    }
}

/// The orders of customer `i` up to a day that count, the earliest first.
pub fn orders(ledger: &Ledger, i: usize, as_of: Day, found: &mut Vec<Order>) {
    found.clear();
    let mut at = ledger.starts.get(i).copied().unwrap_or(0);
    for order in ledger.of(i).chunk_by(|a, b| a.order == b.order) {
        let (mut money, mut money_in, mut when) = (0_i128, false, None);
        for entry in order.iter().filter(|entry| entry.day() <= as_of) {
            money += i128::from(entry.amount.0);
            money_in |= entry.amount.0 != 0;
            when = Some(when.map_or(entry.when, |first: i64| first.min(entry.when)));
        }
        if let Some(when) = when.filter(|_| money > 0 || !money_in) {
            found.push(Order { when, rows: at..at + order.len() });
        }
        at += order.len();
    }
    // Orders of one moment stay in the order of their fingerprints, which the rows of the file do not change.
    order::by(found, |a, b| a.when.cmp(&b.when));
}

/// What was in an order: each item with the money it brought, in the order of the column's words.
pub fn items(ledger: &Ledger, column: &Column, order: &Order, as_of: Day, found: &mut Vec<(u32, i64)>) {
    found.clear();
    let rows = ledger.entries.get(order.rows.clone()).unwrap_or_default();
    let cells = column.cells.get(order.rows.clone()).unwrap_or_default();
    for (entry, &cell) in rows.iter().zip(cells) {
        if cell != EMPTY && entry.amount.0 >= 0 && entry.day() <= as_of {
            found.push((cell as u32, entry.amount.0));
        }
    }
    order::ascending(found);
    // Rows of one item become one.
    let mut kept = 0;
    for at in 0..found.len() {
        let (item, money) = found[at];
        if kept > 0 && found[kept - 1].0 == item {
            found[kept - 1].1 = found[kept - 1].1.saturating_add(money);
        } else {
            found[kept] = (item, money);
            kept += 1;
        }
    }
    found.truncate(kept);
}
