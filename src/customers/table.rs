//! A customer table, already summed up, to customers: one row of the file is one customer.
//!
//! Takes recency (days) or the day of the last order, the number of orders, and the money spent, as far as the table
//! has them. What it lacks stays unknown and is not made up; only money is needed.

use std::cmp::Ordering;
use std::sync::Arc;

use super::{Attribute, Customers, Measure, PurchaseDays, Rhythm, margin, part, past, quantile};
use crate::error::{Code, Error, Result};
use crate::ingest::{Plan, Reading, Record, alias, amount, date};
use crate::ledger::column::EMPTY;
use crate::ledger::{Column, Intake, Names, column};
use crate::order;
use crate::report::Reason;
use crate::settings::{DecimalMark, Role};
use crate::sql::PAST;
use crate::units::{Amount, Day, MICROS, Total};

/// A number column and where it is.
type Number = (usize, amount::Column);

/// Reads the rows of a customer table.
#[derive(Debug)]
pub struct Builder {
    customer: Option<usize>,
    monetary: Vec<Number>,
    frequency: Vec<Number>,
    recency: Option<Number>,
    first_order: Option<(usize, date::Column)>,
    last_order: Option<(usize, date::Column)>,
    kept: Vec<usize>,
    names: Names,
    rows: Vec<Row>,
    columns: Vec<column::Builder>,
    /// Columns of a summary, and their cells row by row.
    past: Vec<Number>,
    past_rows: Vec<[i64; PAST.len()]>,
    intake: Intake,
}

/// Roles whose cells become attributes as they are.
const CARRIED: [Role; 21] = [
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
    Role::LastContact,
    Role::Satisfaction,
    Role::Nps,
    Role::Tickets,
    Role::Referrer,
    Role::BalanceBefore,
    Role::Churned,
    Role::Tenure,
];

/// How a summary writes numbers.
const POINT: amount::AmountFormat = amount::AmountFormat { decimal: DecimalMark::Point };

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
        // One column, or the parts of a sum.
        let all = |roles: &[Role]| -> Vec<Number> {
            let parts = plan.sums.iter().filter(|sum| roles.contains(&sum.role)).flat_map(|sum| &sum.parts);
            let parts = parts.filter_map(|(index, _, reading)| match reading {
                Reading::Amount(format) => Some((*index, amount::Column::new(*format))),
                _ => None,
            });
            number(roles).map_or_else(|| parts.collect(), |one| vec![one])
        };
        let monetary = all(&[Role::Monetary, Role::Amount]);
        if monetary.is_empty() {
            return Err(Error::new(Code::NoAmountColumn));
        }
        Ok(Builder {
            customer: plan.columns.iter().find(|c| c.role == Role::Customer).map(|c| c.index),
            monetary,
            frequency: all(&[Role::Frequency]),
            recency: number(&[Role::Recency]),
            first_order: day(&[Role::FirstOrder, Role::Since]),
            last_order: day(&[Role::LastOrder, Role::Date]),
            kept: plan.columns.iter().map(|c| c.index).collect(),
            names: Names::default(),
            rows: Vec::new(),
            columns: column::builders(plan, &CARRIED),
            past: plan.past.iter().map(|&index| (index, amount::Column::new(POINT))).collect(),
            past_rows: Vec::new(),
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
        match self.read(&record).and_then(|row| Ok((row, self.past(&record)?))) {
            Ok((row, past)) => {
                self.intake.rows_used += 1;
                self.rows.push(row);
                self.past_rows.extend(past);
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

    /// The cells of a summary, in millionths. `None` for any other table.
    fn past(&mut self, record: &Record<'_>) -> std::result::Result<Option<[i64; PAST.len()]>, Reason> {
        let mut cells = [EMPTY; PAST.len()];
        for ((index, column), cell) in self.past.iter_mut().zip(&mut cells) {
            match column.read(record.get(*index).unwrap_or_default()) {
                Ok(value) => *cell = value.0,
                Err(amount::AmountFlaw::Empty) => {}
                Err(_) => return Err(Reason::UnreadableAmount),
            }
        }
        Ok((!self.past.is_empty()).then_some(cells))
    }

    fn read(&mut self, record: &Record<'_>) -> std::result::Result<Row, Reason> {
        let cell = |index: usize| record.get(index).unwrap_or_default();
        if self.customer.is_some_and(|index| cell(index).is_empty()) {
            return Err(Reason::NoCustomer);
        }
        if self.customer.is_some_and(|index| alias::is_total_word(&String::from_utf8_lossy(cell(index)))) {
            return Err(Reason::TotalRow);
        }
        let net = sum(&mut self.monetary, record).map_err(|flaw| match flaw {
            amount::AmountFlaw::Empty => Reason::NoAmount,
            amount::AmountFlaw::TooLarge => Reason::AmountTooLarge,
            amount::AmountFlaw::Unreadable => Reason::UnreadableAmount,
        })?;
        let count = |numbers: &mut [Number]| match sum(numbers, record) {
            Ok(value) => Ok(u32::try_from(value.0 / MICROS).ok()),
            Err(amount::AmountFlaw::Empty) => Ok(None),
            Err(_) => Err(Reason::UnreadableAmount),
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
            recency: count(self.recency.as_mut_slice())?,
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
        // A summary says how long ago the last order was, and with it of which day it is.
        let told = |row: &Row| Some(Day(row.last_order?.0 + i32::try_from(row.recency?).ok()?));
        let as_of = match self.past.is_empty() {
            true => self.rows.iter().filter_map(|row| row.last_order).max(),
            false => self.rows.iter().filter_map(told).max(),
        };
        c.as_of = as_of;
        c.orders_known = !self.frequency.is_empty();
        for &i in &order {
            let row = self.rows[i as usize];
            // Without a count, a customer in the table counts as one order: they are there because they bought.
            let orders = if c.orders_known { row.orders.unwrap_or(0) } else { 1 };
            let recency = match (as_of, row.last_order) {
                (Some(end), Some(last)) => Some((end.0 - last.0).max(0) as u32),
                _ => row.recency,
            };
            let gap = mean_gap(row.first_order, row.last_order, orders);
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
        if !self.past.is_empty() {
            let rows: Vec<[i64; PAST.len()]> =
                order.iter().filter_map(|&i| self.past_rows.get(i as usize).copied()).collect();
            past::fill(&mut c, &rows);
        }
        c.usual_gap = usual_gap(&c);
        c.days = PurchaseDays { starts: vec![0; order.len() + 1], ..PurchaseDays::default() };
        let attributes = columns.into_iter().map(|column| {
            let cells = order.iter().map(|&i| column.cells[i as usize]).collect();
            Attribute { measure: Measure::AsIs, column: Arc::new(Column { cells, ..column }) }
        });
        c.attributes = attributes.collect();
        c.margin = margin::of_table(&c);
        self.intake.decimal_mark = self.monetary.first().map(|(_, column)| column.format().decimal);
        self.intake.check()?;
        Ok(Table { customers: c, intake: self.intake })
    }
}

/// Days between orders in the mean.
fn mean_gap(first: Option<Day>, last: Option<Day>, orders: u32) -> Option<f64> {
    let span = first.zip(last).map(|(a, b)| f64::from(b.0 - a.0));
    span.filter(|_| orders >= 2).map(|days| days / f64::from(orders - 1)).filter(|gap| *gap > 0.0)
}

/// Median of the repeat customers' gaps: the own rhythm, the only gap, or the mean one.
pub(super) fn usual_gap(c: &Customers) -> Option<f64> {
    let gap = |i: usize| {
        let rhythm = c.rhythm.get(i).copied().flatten().map(|rhythm| rhythm.median);
        let only = || c.last_gap.get(i).copied().flatten();
        rhythm.or_else(only).or_else(|| mean_gap(c.first_order[i], c.last_order[i], c.orders[i]))
    };
    let mut gaps: Vec<f64> = (0..c.len()).filter_map(gap).collect();
    order::floats(&mut gaps);
    (!gaps.is_empty()).then(|| quantile(&gaps, 0.5))
}

/// The sum of the cells of some columns. An empty cell adds nothing where another one is filled.
fn sum(numbers: &mut [Number], record: &Record<'_>) -> std::result::Result<Amount, amount::AmountFlaw> {
    let mut sum = None;
    for (index, column) in numbers {
        match column.read(record.get(*index).unwrap_or_default()) {
            Ok(part) => sum = Some(Amount(sum.map_or(0, |s: Amount| s.0).saturating_add(part.0))),
            Err(amount::AmountFlaw::Empty) => {}
            Err(flaw) => return Err(flaw),
        }
    }
    sum.ok_or(amount::AmountFlaw::Empty)
}

impl Table {
    /// The customers. A table has one date only: its own.
    pub fn customers(&self) -> Customers {
        self.customers.clone()
    }

    /// A table of some of them. What became of the rows of the file is not said again.
    pub fn only(&self, keep: &[bool]) -> Table {
        Table { customers: part::customers(&self.customers, keep), intake: Intake::default() }
    }

    /// First and last day of an order, where the table has them.
    pub fn span(&self) -> Option<(Day, Day)> {
        let last = self.customers.as_of?;
        let first = self.customers.first_order.iter().chain(&self.customers.last_order).flatten().min()?;
        Some((*first, last))
    }
}
