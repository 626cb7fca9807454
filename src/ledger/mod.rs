//! Table to ledger: who, when, how much, as compact entries grouped by customer.
//!
//! Takes the records of a file and a [`Plan`] that says which column is what. Gives a [`Ledger`] in which every row of
//! the file is either one entry (two for a refunded one) or set aside with a reason. Entries are in canonical order, so
//! the order of the rows in the file can't reach anything downstream.
//!
//! It does not decide what an order is worth or who is late: that is [`crate::customers`].

mod alike;
mod batch;
pub mod column;
pub mod currency;
mod names;
mod set_aside;
mod states;

pub use alike::{Alike, plain};
pub use batch::{Letter, Numbers, Sent};
pub use column::{CellKind, Column};
pub use names::{NameIndex, Names};
pub use set_aside::SetAsideRows;

use std::cmp::Ordering;

use crate::error::{Code, Error, Result};
use crate::ingest::alias::{self, State};
use crate::ingest::{FAR_DAYS, Plan, Reading, Record, RowRules, amount, date};
use crate::order;
use crate::report::{CurrencyRows, Reason, identifier};
use crate::settings::{DateOrder, DecimalMark, Role};
use crate::units::{Amount, Day, Moment};
use currency::Currencies;
use hashbrown::{HashTable, hash_table};
use names::fingerprint;
use states::States;

/// Seconds in a day.
pub const DAY: i64 = 86_400;

/// One row of the file that is used, without its customer.
///
/// The order of the fields is the canonical order of the entries of one customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Which order: fingerprint of the order id, or the moment where the file has no order ids.
    pub order: u64,
    /// Seconds since 1970-01-01, as written in the file.
    pub when: i64,
    /// Money in, or given back when negative.
    pub amount: Amount,
}

impl Entry {
    /// The civil day of the entry.
    pub fn day(&self) -> Day {
        Day(self.when.div_euclid(DAY) as i32)
    }
}

/// All rows used, grouped by customer, customers in the order of the bytes of their names.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Customer names, in canonical order.
    pub names: Names,
    /// Where the entries of each customer begin; one more than there are customers.
    pub starts: Vec<usize>,
    /// The entries of all customers.
    pub entries: Vec<Entry>,
    /// What the rows say beside: a cell for each entry. None for a file that says nothing of goods and customers.
    pub columns: Vec<Column>,
    /// What became of the rows.
    pub intake: Intake,
}

/// What became of the rows of a file: read = used + set aside.
#[derive(Clone, Debug, Default)]
pub struct Intake {
    /// Data rows in the file.
    pub rows_read: u64,
    /// Rows that were used.
    pub rows_used: u64,
    /// Rows that were not.
    pub set_aside: SetAsideRows,
    /// How the dates were read, where that was a choice.
    pub date_order: Option<DateOrder>,
    /// No row of the file decides between day and month.
    pub date_order_ambiguous: bool,
    /// How decimals were read.
    pub decimal_mark: Option<DecimalMark>,
    /// The currency that is summed up.
    pub currency: Option<String>,
    /// Rows by currency.
    pub currencies: Vec<CurrencyRows>,
    /// Rows that repeat another and were used.
    pub duplicates: u64,
    /// Customers written alike.
    pub alike: Option<Alike>,
    /// Customers whose number a spreadsheet has rounded.
    pub rounded: u64,
}

impl Intake {
    /// Refuses an intake without a row that can be used.
    ///
    /// # Errors
    ///
    /// [`Code::HeaderOnly`] when there was no row, [`Code::NoUsableRow`] when every row was set aside.
    pub fn check(&self) -> Result<()> {
        if self.rows_read == 0 {
            return Err(Error::new(Code::HeaderOnly));
        }
        if self.rows_used == 0 {
            let reason = self.set_aside.summary().first().map(|s| identifier(&s.reason));
            return Err(Error::new(Code::NoUsableRow).value(reason.unwrap_or_default()));
        }
        Ok(())
    }
}

impl Ledger {
    /// The entries of customer `i`.
    pub fn of(&self, i: usize) -> &[Entry] {
        match (self.starts.get(i), self.starts.get(i + 1)) {
            (Some(&a), Some(&b)) => &self.entries[a..b],
            _ => &[],
        }
    }

    /// The entries of customer `i` with their cells in one of the columns.
    pub fn with_cells<'a>(
        &'a self,
        i: usize,
        column: &'a Column,
    ) -> impl Iterator<Item = (&'a Entry, &'a i64)> {
        let cells = self.starts.get(i).and_then(|&start| column.cells.get(start..)).unwrap_or_default();
        self.of(i).iter().zip(cells)
    }

    /// First and last day with an entry.
    pub fn span(&self) -> Option<(Day, Day)> {
        let first = self.entries.iter().map(|e| e.when).min()?;
        let last = self.entries.iter().map(|e| e.when).max()?;
        Some((Day(first.div_euclid(DAY) as i32), Day(last.div_euclid(DAY) as i32)))
    }

    /// Entries whose day lies far from the middle one, if they are few: slips of the pen, of which one may be the last day
    /// of the file.
    pub fn far(&self) -> u64 {
        let Some((first, last)) = self.span().filter(|(first, last)| last.0 - first.0 > FAR_DAYS) else {
            return 0;
        };
        let mut each_day = vec![0_u64; (last.0 - first.0) as usize + 1];
        for entry in &self.entries {
            each_day[(entry.day().0 - first.0) as usize] += 1;
        }
        let half = self.entries.len() as u64 / 2;
        let mut before = 0;
        let middle = each_day.iter().position(|rows| {
            before += rows;
            before > half
        });
        let middle = middle.unwrap_or(0) as i64;
        let is_far = |day: i64| (day - middle).abs() > i64::from(FAR_DAYS);
        let far = each_day.iter().zip(0..).filter(|(_, day)| is_far(*day)).map(|(rows, _)| rows).sum::<u64>();
        if far * 20 > self.entries.len() as u64 { 0 } else { far }
    }
}

/// Where a cell is and how it is read.
#[derive(Debug)]
struct Cell<T> {
    index: usize,
    column: T,
}

impl<T> Cell<T> {
    fn of<'a>(&self, record: &'a Record<'a>) -> &'a [u8] {
        record.get(self.index).unwrap_or_default()
    }
}

/// What the money of a row is read from.
#[derive(Debug)]
enum Money {
    Amount(Cell<amount::Column>),
    QuantityTimesPrice(Cell<amount::Column>, Cell<amount::Column>),
}

/// Reads records of an order file into a ledger.
#[derive(Debug)]
pub struct Builder {
    customer: usize,
    date: Cell<date::Column>,
    money: Money,
    order: Option<usize>,
    refund: Option<Cell<amount::Column>>,
    status: Option<usize>,
    states: States,
    currency: Option<usize>,
    currencies: Currencies,
    near: Option<(Day, Day)>,
    rules: RowRules,
    /// Rows seen, where those that repeat one are set aside.
    rows: HashTable<u64>,
    /// Columns whose cells are kept for rows set aside.
    kept: Vec<usize>,
    /// A row with fewer cells than this lacks a mapped one.
    width: usize,
    index: NameIndex,
    /// Customers so far.
    seen: u32,
    /// Of them, those whose name says that their rows sum up others.
    totals: Vec<u32>,
    who: Vec<u32>,
    entries: Vec<Entry>,
    columns: Vec<column::Builder>,
    intake: Intake,
}

/// Roles whose cells are carried along with the entries.
const CARRIED: [Role; 18] = [
    Role::Product,
    Role::Category,
    Role::Channel,
    Role::Discount,
    Role::Cost,
    Role::Margin,
    Role::Quantity,
    Role::Region,
    Role::Email,
    Role::Phone,
    Role::Birthday,
    Role::Since,
    Role::LastContact,
    Role::Satisfaction,
    Role::Nps,
    Role::Tickets,
    Role::Referrer,
    Role::Churned,
];

impl Builder {
    /// A builder for order files.
    ///
    /// # Errors
    ///
    /// The plan lacks a customer, a date or an amount.
    pub fn new(plan: &Plan) -> Result<Self> {
        plan.check()?;
        let index = |role: Role| plan.columns.iter().find(|c| c.role == role).map(|c| c.index);
        let number = |role: Role| {
            plan.columns.iter().find(|c| c.role == role).and_then(|c| match c.reading {
                Reading::Amount(format) => Some(Cell { index: c.index, column: amount::Column::new(format) }),
                _ => None,
            })
        };
        let date = plan.columns.iter().find(|c| c.role == Role::Date).and_then(|c| match c.reading {
            Reading::Date(format) => Some(Cell { index: c.index, column: date::Column::new(format) }),
            _ => None,
        });
        let money = match (number(Role::Amount), number(Role::Quantity), number(Role::UnitPrice)) {
            (Some(amount), _, _) => Money::Amount(amount),
            (None, Some(quantity), Some(price)) => Money::QuantityTimesPrice(quantity, price),
            _ => return Err(Error::new(Code::NoAmountColumn)),
        };
        let kept: Vec<usize> = plan.columns.iter().map(|c| c.index).collect();
        let customer = index(Role::Customer).ok_or_else(|| Error::new(Code::NoCustomerColumn))?;
        let date = date.ok_or_else(|| Error::new(Code::NoDateColumn))?;
        let mut needed = vec![customer, date.index];
        match &money {
            Money::Amount(cell) => needed.push(cell.index),
            Money::QuantityTimesPrice(a, b) => needed.extend([a.index, b.index]),
        }
        Ok(Builder {
            customer,
            date,
            money,
            order: index(Role::OrderId),
            refund: number(Role::Refund),
            status: index(Role::Status),
            states: States::default(),
            currency: index(Role::Currency),
            currencies: Currencies::new(plan.currency.as_deref(), plan.rows.currency_told),
            near: plan.near,
            rules: plan.rows,
            rows: HashTable::new(),
            width: needed.into_iter().max().map_or(0, |i| i + 1),
            kept,
            index: NameIndex::default(),
            seen: 0,
            totals: Vec::new(),
            who: Vec::new(),
            entries: Vec::new(),
            columns: column::builders(plan, &CARRIED),
            intake: Intake::default(),
        })
    }

    /// Goes on with another file of orders. What its plan lacks beside who, when and how much stays empty.
    ///
    /// # Errors
    ///
    /// The plan lacks a customer, a date or an amount.
    pub fn next_file(&mut self, plan: &Plan) -> Result<()> {
        let mut next = Builder::new(plan)?;
        for column in &mut self.columns {
            column.move_to(plan);
        }
        let rows = self.entries.len();
        for mut column in std::mem::take(&mut next.columns) {
            if !self.columns.iter().any(|known| known.is(&column)) {
                column.fill(rows);
                self.columns.push(column);
            }
        }
        self.intake.set_aside.next_file();
        self.customer = next.customer;
        self.date = next.date;
        self.money = next.money;
        self.order = next.order;
        self.refund = next.refund;
        self.status = next.status;
        self.currency = next.currency;
        self.near = next.near;
        self.kept = next.kept;
        self.width = next.width;
        Ok(())
    }

    /// What became of the rows so far.
    pub fn intake(&self) -> &Intake {
        &self.intake
    }

    /// Customers seen so far.
    pub fn customers(&self) -> u64 {
        self.index.count() as u64
    }

    /// Makes room for about as many rows, of which each takes 28 bytes, and 8 for each column carried along.
    pub fn expect(&mut self, rows: usize) {
        let more = (rows + rows / 50).saturating_sub(self.entries.len());
        self.who.reserve_exact(more);
        self.entries.reserve_exact(more);
        self.columns.iter_mut().for_each(|column| column.expect(more));
    }

    /// Takes one row of the file.
    pub fn add(&mut self, record: Record<'_>) {
        self.intake.rows_read += 1;
        match self.read(&record) {
            Ok(()) => self.intake.rows_used += 1,
            Err(reason) => {
                let reason = self.better_reason(&record, reason);
                let Self { intake, kept, .. } = self;
                intake.set_aside.push(
                    record.line(),
                    reason,
                    kept.iter().map(|&i| record.get(i).unwrap_or_default()),
                );
            }
        }
    }

    fn read(&mut self, record: &Record<'_>) -> std::result::Result<(), Reason> {
        let customer = record.get(self.customer).unwrap_or_default();
        if customer.is_empty() {
            return Err(Reason::NoCustomer);
        }
        let moment = self.date.column.read(self.date.of(record)).map_err(|flaw| match flaw {
            date::DateFlaw::Empty => Reason::NoDate,
            date::DateFlaw::Impossible => Reason::ImpossibleDate,
            date::DateFlaw::Unreadable => Reason::UnreadableDate,
        })?;
        let amount = match &mut self.money {
            Money::Amount(cell) => cell.column.read(record.get(cell.index).unwrap_or_default()),
            Money::QuantityTimesPrice(quantity, price) => {
                let quantity = quantity.column.read(record.get(quantity.index).unwrap_or_default());
                let price = price.column.read(record.get(price.index).unwrap_or_default());
                match (quantity, price) {
                    (Ok(q), Ok(p)) => amount::multiply(q, p).ok_or(amount::AmountFlaw::TooLarge),
                    (Err(flaw), _) | (_, Err(flaw)) => Err(flaw),
                }
            }
        }
        .map_err(|flaw| match flaw {
            amount::AmountFlaw::Empty => Reason::NoAmount,
            amount::AmountFlaw::TooLarge => Reason::AmountTooLarge,
            amount::AmountFlaw::Unreadable => Reason::UnreadableAmount,
        })?;
        let mut refund = Amount(0);
        if let Some(cell) = &mut self.refund {
            refund = match cell.column.read(record.get(cell.index).unwrap_or_default()) {
                Ok(money) => Amount(money.0.abs()),
                Err(amount::AmountFlaw::Empty) => Amount(0),
                Err(_) => return Err(Reason::UnreadableAmount),
            };
        }
        if let Some(status) = self.status {
            match self.states.of(record.get(status).unwrap_or_default()) {
                Some(State::Unpaid) => return Err(Reason::Unpaid),
                Some(State::Cancelled) => return Err(Reason::Cancelled),
                Some(State::Refunded) if refund.0 == 0 && amount.0 > 0 => refund = amount,
                _ => {}
            }
        }
        let taken = match (self.currency.and_then(|i| record.get(i)), &self.money) {
            (Some(cell), _) => self.currencies.takes_cell(cell),
            (None, Money::Amount(cell) | Money::QuantityTimesPrice(_, cell)) => {
                cell.column.currency().is_none_or(|currency| self.currencies.takes(currency))
            }
        };
        if !taken {
            return Err(Reason::OtherCurrency);
        }
        if self.near.is_some_and(|(first, last)| moment.day < first || moment.day > last) {
            return Err(Reason::FarDate);
        }
        let when = seconds(moment);
        let order = match self.order.and_then(|i| record.get(i)).filter(|id| !id.is_empty()) {
            Some(id) => fingerprint(id),
            None => when as u64,
        };
        let who = self.index.number(customer);
        // A word is looked at once, when it comes up as a new customer.
        if who == self.seen {
            self.seen += 1;
            if alias::is_total_word(&String::from_utf8_lossy(customer)) {
                self.totals.push(who);
            }
        }
        if self.totals.contains(&who) {
            return Err(Reason::TotalRow);
        }
        if self.rules.without_duplicates
            && self.is_seen(record, [u64::from(who), order, when as u64, amount.0 as u64])
        {
            return Err(Reason::Duplicate);
        }
        self.who.push(who);
        self.entries.push(Entry { order, when, amount });
        for column in &mut self.columns {
            column.push(record);
        }
        if refund.0 != 0 {
            self.columns.iter_mut().for_each(column::Builder::again);
            self.who.push(who);
            self.entries.push(Entry { order, when, amount: Amount(-refund.0) });
        }
        Ok(())
    }

    /// Whether a row like this one was there before: the same in every column that is read.
    fn is_seen(&mut self, record: &Record<'_>, entry: [u64; 4]) -> bool {
        let cells = self.columns.iter().map(|column| fingerprint(column.cell_of(record)));
        let print = entry.into_iter().chain(cells).fold(0, |print: u64, part| {
            let mut both = [0; 16];
            both[..8].copy_from_slice(&print.to_le_bytes());
            both[8..].copy_from_slice(&part.to_le_bytes());
            fingerprint(&both)
        });
        match self.rows.entry(print, |seen| *seen == print, |seen| *seen) {
            hash_table::Entry::Occupied(_) => true,
            hash_table::Entry::Vacant(slot) => {
                slot.insert(print);
                false
            }
        }
    }

    /// A row that can't be used because a cell is empty may be a total below the table, or cut short.
    fn better_reason(&self, record: &Record<'_>, reason: Reason) -> Reason {
        let is_total =
            |i: usize| alias::is_total_word(&String::from_utf8_lossy(record.get(i).unwrap_or_default()));
        if (0..record.len().min(self.width.max(3))).any(is_total) {
            return Reason::TotalRow;
        }
        if record.len() < self.width { Reason::ShortRow } else { reason }
    }

    /// The date format that all rows together prove, where it is another than the one used so far.
    pub fn reread(&self) -> Option<Reread> {
        if let Some(currency) = self.currencies.reread() {
            return Some(Reread::Currency(currency.to_owned()));
        }
        if let date::Verdict::Reread(format) = self.date.column.verdict() {
            return Some(Reread::Date(format));
        }
        let columns: &[&Cell<amount::Column>] = match &self.money {
            Money::Amount(cell) => &[cell],
            Money::QuantityTimesPrice(quantity, price) => &[quantity, price],
        };
        columns.iter().find_map(|cell| match cell.column.verdict() {
            amount::Verdict::Reread(format) => Some(Reread::Amount(cell.index, format)),
            _ => None,
        })
    }

    /// Groups the entries by customer.
    ///
    /// # Errors
    ///
    /// [`Code::NoUsableRow`] when every row was set aside; [`Code::HeaderOnly`] when there was none.
    pub fn finish(mut self) -> Result<Ledger> {
        self.intake.check()?;
        self.intake.date_order_ambiguous = matches!(self.date.column.verdict(), date::Verdict::Ambiguous);
        self.intake.date_order = self.date.column.format().order();
        self.intake.decimal_mark = Some(match &self.money {
            Money::Amount(cell) => cell.column.format().decimal,
            Money::QuantityTimesPrice(_, price) => price.column.format().decimal,
        });
        let Builder { currencies, .. } = self;
        (self.intake.currency, self.intake.currencies) = currencies.finish();
        let names = self.index.into_names();
        let mut order = names.sorted();
        self.intake.rounded = alike::rounded(&names);
        let (stands, mut alike) = alike::standing(&names, &order);
        let merge = self.rules.merge_alike;
        alike.merged = merge;
        self.intake.alike = (alike.customers > 0).then_some(alike);
        if merge {
            order.retain(|&name| stands[name as usize] == name);
        }
        let mut rank = vec![0_u32; names.len()];
        let mut canonical = Names::default();
        for (new, &old) in order.iter().enumerate() {
            rank[old as usize] = new as u32;
            canonical.push(names.bytes(old));
        }
        if merge {
            rank = stands.iter().map(|&name| rank[name as usize]).collect();
        }
        // Counting sort by customer, then each customer's few entries by themselves.
        let mut starts = vec![0_usize; order.len() + 1];
        for &who in &self.who {
            starts[rank[who as usize] as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let slots = self.who.iter().map(|&who| {
            let slot = &mut next[rank[who as usize] as usize];
            *slot += 1;
            *slot - 1
        });
        if self.columns.is_empty() {
            let mut entries = vec![Entry { order: 0, when: 0, amount: Amount(0) }; self.entries.len()];
            for (entry, slot) in self.entries.iter().zip(slots) {
                entries[slot] = *entry;
            }
            for pair in starts.windows(2) {
                entries[pair[0]..pair[1]].sort_unstable();
                let same = entries[pair[0]..pair[1]].windows(2).filter(|two| is_repeated(two));
                self.intake.duplicates += same.count() as u64;
            }
            return Ok(Ledger {
                names: canonical,
                starts,
                entries,
                columns: Vec::new(),
                intake: self.intake,
            });
        }
        // With cells beside them, entries take their number along, by which their cells then follow. Entries that are the
        // same but for their cells are in the order of these.
        let columns: Vec<Column> = self.columns.into_iter().map(column::Builder::finish).collect();
        let mut from = vec![0_u32; self.entries.len()];
        let mut entries = vec![Entry { order: 0, when: 0, amount: Amount(0) }; self.entries.len()];
        for ((entry, at), slot) in self.entries.iter().zip(0..).zip(slots) {
            (entries[slot], from[slot]) = (*entry, at);
        }
        drop(self.entries);
        // A customer's rows lie together here, so comparing them doesn't wait for memory.
        let mut rows: Vec<(Entry, u32)> = Vec::new();
        for pair in starts.windows(2) {
            let (entries, from) = (&mut entries[pair[0]..pair[1]], &mut from[pair[0]..pair[1]]);
            rows.clear();
            rows.extend(entries.iter().copied().zip(from.iter().copied()));
            order::by(&mut rows, |(a, i), (b, j)| {
                let (i, j) = (*i as usize, *j as usize);
                let cells = || columns.iter().map(|c| c.cells[i].cmp(&c.cells[j])).find(|o| o.is_ne());
                a.cmp(b).then_with(|| cells().unwrap_or(Ordering::Equal))
            });
            let same = rows.windows(2).filter(|two| {
                let ((one, i), (other, j)) = (two[0], two[1]);
                is_repeated(&[one, other])
                    && columns.iter().all(|c| c.cells[i as usize] == c.cells[j as usize])
            });
            self.intake.duplicates += same.count() as u64;
            for ((entry, at), row) in entries.iter_mut().zip(from).zip(&rows) {
                (*entry, *at) = *row;
            }
        }
        let columns = columns
            .into_iter()
            .map(|mut column| {
                column.cells = from.iter().map(|&at| column.cells[at as usize]).collect();
                column
            })
            .collect();
        Ok(Ledger { names: canonical, starts, entries, columns, intake: self.intake })
    }
}

/// A format that only the whole file could prove.
#[derive(Clone, Debug)]
pub enum Reread {
    /// Of the date column.
    Date(date::DateFormat),
    /// Of the number column at this index.
    Amount(usize, amount::AmountFormat),
    /// Most rows are in this currency.
    Currency(String),
}

/// Whether two neighbours are the same. What was given back is no row of its own.
fn is_repeated(two: &[Entry]) -> bool {
    matches!(two, [a, b] if a == b && a.amount.0 >= 0)
}

fn seconds(moment: Moment) -> i64 {
    i64::from(moment.day.0) * DAY + i64::from(moment.second)
}
