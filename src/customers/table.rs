//! A customer table, already summed up, to customers: one row of the file is one customer.
//!
//! Takes recency (days) or the day of the last order, the number of orders, and the money spent, as far as the table
//! has them. What it lacks stays unknown and is not made up; only money is needed.

use std::cmp::Ordering;
use std::sync::Arc;

use super::{Attribute, Customers, Measure, PurchaseDays, Rhythm, margin, quantile};
use crate::error::{Code, Error, Result};
use crate::ingest::{Plan, Reading, Record, alias, amount, date};
use crate::ledger::{Column, Intake, Names, column};
use crate::order;
use crate::report::Reason;
use crate::settings::Role;
use crate::units::{Day, MICROS, Total};

/// A number column and where it is.
type Number = (usize, amount::Column);

/// Reads the rows of a customer table.
#[derive(Debug)]
pub struct Builder {
    customer: Option<usize>,
    monetary: Number,
    frequency: Option<Number>,
    recency: Option<Number>,
    first_order: Option<(usize, date::Column)>,
    last_order: Option<(usize, date::Column)>,
    kept: Vec<usize>,
    names: Names,
    rows: Vec<Row>,
    columns: Vec<column::Builder>,
    intake: Intake,
}

/// Roles whose cells become attributes as they are.
const CARRIED: [Role; 17] = [
    Role::Quantity,
    Role::Currency,
    Role::Status,
    Role::Discount,
    Role::Cost,
    Role::Margin,
    Role::Product,
    Role::Category,
    Role::Channel,
    Role::Region,
    Role::Email,
    Role::Phone,
    Role::Birthday,
    Role::Satisfaction,
    Role::Nps,
    Role::Churned,
    Role::Tenure,
];

/// What one row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    net: i64,
    orders: Option<u32>,
    recency: Option<u32>,
    first_order: Option<Day>,
    last_order: Option<Day>,
}

/// All customers of a table, before an as-of date is applied.
#[derive(Clone, Debug, Default)]
pub struct Table {
    customers: Customers,
    /// What became of the rows.
    pub intake: Intake,
}

impl Builder {
    /// A builder for customer tables.
    ///
    /// # Errors
    ///
    /// [`Code::NoAmountColumn`] when no column says how much was spent.
    pub fn new(plan: &Plan) -> Result<Self> {
        let number = |roles: &[Role]| {
            roles.iter().find_map(|&role| {
                plan.columns.iter().find(|c| c.role == role).and_then(|c| match c.reading {
                    Reading::Amount(format) => Some((c.index, amount::Column::new(format))),
                    _ => None,
                })
            })
        };
        let day = |roles: &[Role]| {
            roles.iter().find_map(|&role| {
                plan.columns.iter().find(|c| c.role == role).and_then(|c| match c.reading {
                    Reading::Date(format) => Some((c.index, date::Column::new(format))),
                    _ => None,
                })
            })
        };
        Ok(Builder {
            customer: plan.columns.iter().find(|c| c.role == Role::Customer).map(|c| c.index),
            monetary: number(&[Role::Monetary, Role::Amount])
                .ok_or_else(|| Error::new(Code::NoAmountColumn))?,
            frequency: number(&[Role::Frequency]),
            recency: number(&[Role::Recency]),
            first_order: day(&[Role::FirstOrder, Role::Since]),
            last_order: day(&[Role::LastOrder, Role::Date]),
            kept: plan.columns.iter().map(|c| c.index).collect(),
            names: Names::default(),
            rows: Vec::new(),
            columns: column::builders(plan, &CARRIED),
            intake: Intake::default(),
        })
    }

    /// What became of the rows so far.
    pub fn intake(&self) -> &Intake {
        &self.intake
    }

    /// Takes one row of the file.
    pub fn add(&mut self, record: Record<'_>) {
        self.intake.rows_read += 1;
        match self.read(&record) {
            Ok(row) => {
                self.intake.rows_used += 1;
                self.rows.push(row);
                for column in &mut self.columns {
                    column.push(&record);
                }
                match self.customer {
                    Some(index) => self.names.push(record.get(index).unwrap_or_default()),
                    None => self.names.push(format!("#{}", record.line()).as_bytes()),
                }
            }
            Err(reason) => {
                let cells = self.kept.iter().map(|&i| record.get(i).unwrap_or_default());
                self.intake.set_aside.push(record.line(), reason, cells);
            }
        }
    }

    fn read(&mut self, record: &Record<'_>) -> std::result::Result<Row, Reason> {
        let cell = |index: usize| record.get(index).unwrap_or_default();
        if self.customer.is_some_and(|index| cell(index).is_empty()) {
            return Err(Reason::NoCustomer);
        }
        if self.customer.is_some_and(|index| alias::is_total_word(&String::from_utf8_lossy(cell(index)))) {
            return Err(Reason::TotalRow);
        }
        let net = self.monetary.1.read(cell(self.monetary.0)).map_err(|flaw| match flaw {
            amount::AmountFlaw::Empty => Reason::NoAmount,
            amount::AmountFlaw::TooLarge => Reason::AmountTooLarge,
            amount::AmountFlaw::Unreadable => Reason::UnreadableAmount,
        })?;
        let count = |number: &mut Option<Number>| match number {
            Some((index, column)) => match column.read(cell(*index)) {
                Ok(value) => Ok(u32::try_from(value.0 / MICROS).ok()),
                Err(amount::AmountFlaw::Empty) => Ok(None),
                Err(_) => Err(Reason::UnreadableAmount),
            },
            None => Ok(None),
        };
        let day = |column: &mut Option<(usize, date::Column)>| match column {
            Some((index, column)) => match column.read(cell(*index)) {
                Ok(moment) => Ok(Some(moment.day)),
                Err(date::DateFlaw::Empty) => Ok(None),
                Err(date::DateFlaw::Impossible) => Err(Reason::ImpossibleDate),
                Err(date::DateFlaw::Unreadable) => Err(Reason::UnreadableDate),
            },
            None => Ok(None),
        };
        Ok(Row {
            net: net.0,
            orders: count(&mut self.frequency)?,
            recency: count(&mut self.recency)?,
            first_order: day(&mut self.first_order)?,
            last_order: day(&mut self.last_order)?,
        })
    }

    /// The customers in canonical order.
    ///
    /// # Errors
    ///
    /// No row could be used.
    pub fn finish(mut self) -> Result<Table> {
        let mut order = self.names.sorted();
        // Rows with one name stay apart; among them their values decide, not their place in the file.
        let columns: Vec<Column> = self.columns.into_iter().map(column::Builder::finish).collect();
        for same in order.chunk_by_mut(|&a, &b| self.names.bytes(a) == self.names.bytes(b)) {
            if same.len() > 1 {
                order::by(same, |&a, &b| {
                    let (a, b) = (a as usize, b as usize);
                    let cells = || columns.iter().map(|c| c.cells[a].cmp(&c.cells[b])).find(|o| o.is_ne());
                    self.rows[a].cmp(&self.rows[b]).then_with(|| cells().unwrap_or(Ordering::Equal))
                });
            }
        }
        let mut c = Customers::default();
        let as_of = self.rows.iter().filter_map(|row| row.last_order).max();
        c.as_of = as_of;
        c.orders_known = self.frequency.is_some();
        let mut typical = Vec::new();
        for &i in &order {
            let row = self.rows[i as usize];
            // Without a count, a customer in the table counts as one order: they are there because they bought.
            let orders = if c.orders_known { row.orders.unwrap_or(0) } else { 1 };
            let recency = match (as_of, row.last_order) {
                (Some(end), Some(last)) => Some((end.0 - last.0).max(0) as u32),
                _ => row.recency,
            };
            let span = row.first_order.zip(row.last_order).map(|(a, b)| f64::from(b.0 - a.0));
            let gap =
                span.filter(|_| orders >= 2).map(|days| days / f64::from(orders - 1)).filter(|g| *g > 0.0);
            typical.extend(gap);
            c.names.push(self.names.bytes(i));
            c.present.push(true);
            c.orders.push(orders);
            c.recency.push(recency);
            c.first_order.push(row.first_order);
            c.last_order.push(row.last_order);
            c.gross.push(Total(i128::from(row.net.max(0))));
            c.refunds.push(Total(i128::from(row.net.min(0).unsigned_abs() as i64)));
            c.rhythm.push(gap.filter(|_| orders >= 3).map(|g| Rhythm { median: g, p80: g, last: g }));
        }
        order::floats(&mut typical);
        c.usual_gap = (!typical.is_empty()).then(|| quantile(&typical, 0.5));
        c.days = PurchaseDays { starts: vec![0; order.len() + 1], ..PurchaseDays::default() };
        let attributes = columns.into_iter().map(|column| {
            let cells = order.iter().map(|&i| column.cells[i as usize]).collect();
            Attribute { measure: Measure::AsIs, column: Arc::new(Column { cells, ..column }) }
        });
        c.attributes = attributes.collect();
        c.margin = margin::of_table(&c);
        self.intake.decimal_mark = Some(self.monetary.1.format().decimal);
        self.intake.check()?;
        Ok(Table { customers: c, intake: self.intake })
    }
}

impl Table {
    /// The customers. A table has one date only: its own.
    pub fn customers(&self) -> Customers {
        self.customers.clone()
    }

    /// First and last day of an order, where the table has them.
    pub fn span(&self) -> Option<(Day, Day)> {
        let last = self.customers.as_of?;
        let first = self.customers.first_order.iter().chain(&self.customers.last_order).flatten().min()?;
        Some((*first, last))
    }
}
