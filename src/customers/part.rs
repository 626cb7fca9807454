//! Part of the customers: those with one value of a column.
//!
//! A report of a part is that of a file which holds only its customers, but for the span of days: parts are as of the same
//! day as the whole.

use std::sync::Arc;

use super::{Attribute, Customers, PurchaseDays};
use crate::ledger::column::EMPTY;
use crate::ledger::{CellKind, Column, Ledger, Names};
use crate::order;
use crate::report::{Split, SplitValue};
use crate::settings::{Only, Role};
use crate::value::history::{History, Past};

/// Different numbers of a column that still divide customers.
const MOST_NUMBERS: usize = 12;
/// Values of a column to choose from at most.
const MOST_VALUES: usize = 24;

/// The values of a column among some customers with the number of these, ascending; without empty cells.
pub fn counted(attribute: &Attribute, who: &[u32]) -> Vec<(i64, usize)> {
    let cell = |i: &u32| attribute.column.cells.get(*i as usize).copied().filter(|cell| *cell != EMPTY);
    let mut cells: Vec<i64> = who.iter().filter_map(cell).collect();
    order::ascending(&mut cells);
    cells.chunk_by(|a, b| a == b).filter_map(|same| Some((*same.first()?, same.len()))).collect()
}

/// The same; `None` of a column that divides nobody, or says who somebody is: an address, or a word for every other customer.
pub fn dividing(attribute: &Attribute, who: &[u32]) -> Option<Vec<(i64, usize)>> {
    let column = &attribute.column;
    if matches!(column.role, Some(Role::Email | Role::Phone | Role::Birthday))
        || column.kind == CellKind::Days
    {
        return None;
    }
    let found = counted(attribute, who);
    let filled: usize = found.iter().map(|(_, customers)| customers).sum();
    let few = column.kind == CellKind::Words || found.len() <= MOST_NUMBERS;
    (few && found.len() * 2 <= filled && found.len() >= 2).then_some(found)
}

/// The columns that divide the buyers, each with its values of the most buyers; of values with as many, the lesser first.
pub fn splits(customers: &Customers) -> Vec<Split> {
    let buyers = customers.buyers();
    let columns = customers.attributes.iter().filter_map(|attribute| {
        let mut found = dividing(attribute, &buyers)?;
        order::by(&mut found, |a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(MOST_VALUES);
        let value = |&(cell, customers): &(i64, usize)| SplitValue {
            value: attribute.column.shown(cell),
            customers: customers as u64,
        };
        let values = found.iter().map(value).collect();
        Some(Split { column: attribute.column.name.clone(), measure: attribute.measure, values })
    });
    columns.collect()
}

/// Which customers are of a part; `None` where no customer is.
pub fn members(customers: &Customers, only: &Only) -> Option<Vec<bool>> {
    let named = |a: &&Attribute| {
        a.column.name == only.column && only.measure.is_none_or(|measure| measure == a.measure)
    };
    let column = &customers.attributes.iter().find(named)?.column;
    let keep: Vec<bool> = (0..customers.len()).map(|i| column.text(i) == only.value).collect();
    (keep.contains(&true) && !only.value.is_empty()).then_some(keep)
}

fn kept<T: Clone>(all: &[T], keep: &[bool]) -> Vec<T> {
    all.iter().zip(keep).filter(|(_, keep)| **keep).map(|(one, _)| one.clone()).collect()
}

fn names(all: &Names, keep: &[bool]) -> Names {
    let mut names = Names::default();
    for (i, _) in keep.iter().enumerate().filter(|(_, keep)| **keep) {
        names.push(all.bytes(i as u32));
    }
    names
}

/// The rows of some customers. What became of the rows of the file is not said again.
pub fn ledger(all: &Ledger, keep: &[bool]) -> Ledger {
    let rows = |i: usize| all.starts[i]..all.starts[i + 1];
    let who = || (0..keep.len()).filter(|&i| keep[i]);
    let mut starts = vec![0];
    let mut entries = Vec::new();
    for i in who() {
        entries.extend_from_slice(all.of(i));
        starts.push(entries.len());
    }
    let cells = |column: &Column| who().flat_map(|i| column.cells[rows(i)].iter().copied()).collect();
    let columns = all.columns.iter().map(|column| column.with(cells(column))).collect();
    Ledger { names: names(&all.names, keep), starts, entries, columns, intake: Default::default() }
}

/// The cells of some customers.
pub fn attribute(all: &Attribute, keep: &[bool]) -> Attribute {
    let column = all.column.with(kept(&all.column.cells, keep));
    Attribute { measure: all.measure, column: Arc::new(column) }
}

/// Some customers of a table.
pub fn customers(all: &Customers, keep: &[bool]) -> Customers {
    let n = keep.iter().filter(|keep| **keep).count();
    let mut part = Customers {
        names: names(&all.names, keep),
        as_of: all.as_of,
        present: kept(&all.present, keep),
        orders: kept(&all.orders, keep),
        orders_known: all.orders_known,
        recency: kept(&all.recency, keep),
        first_order: kept(&all.first_order, keep),
        last_order: kept(&all.last_order, keep),
        gross: kept(&all.gross, keep),
        refunds: kept(&all.refunds, keep),
        rhythm: kept(&all.rhythm, keep),
        days: PurchaseDays { starts: vec![0; n + 1], ..PurchaseDays::default() },
        usual_gap: None,
        rows_after: 0,
        margin: all.margin.as_ref().map(|margin| kept(margin, keep)),
        attributes: all.attributes.iter().map(|column| attribute(column, keep)).collect(),
        category_dropped: kept(&all.category_dropped, keep),
        last_gap: kept(&all.last_gap, keep),
        past: all.past.as_ref().map(|past| Arc::new(self::past(past, keep))),
    };
    part.usual_gap = super::table::usual_gap(&part);
    part
}

fn past(all: &Past, keep: &[bool]) -> Past {
    let places: Vec<u32> = keep
        .iter()
        .scan(0, |next, keep| {
            let place = *next;
            *next += u32::from(*keep);
            Some(place)
        })
        .collect();
    let history = &all.history;
    let stays: Vec<bool> =
        history.customers.iter().map(|&i| keep.get(i as usize).copied().unwrap_or(false)).collect();
    let who = kept(&history.customers, &stays).into_iter().map(|i| places[i as usize]).collect();
    let each: Vec<_> = (0..history.len()).map(|i| history.of(i)).collect();
    let (spend, paid) = (kept(&history.spend, &stays), kept(&history.paid, &stays));
    Past {
        history: History::from_parts(who, &kept(&each, &stays), spend, paid),
        paid: kept(&all.paid, &stays),
    }
}
