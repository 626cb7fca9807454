//! Ledger to customers: one row per customer, column by column.
//!
//! Takes a [`Ledger`] and an as-of date; rows after that date do not exist for the result. Gives recency, frequency,
//! monetary, first and last order, and each customer's own rhythm.
//!
//! - An **order** is all rows of one customer with one order id (or one moment). It counts when money is left after
//!   refunds, or when it was free from the start; one that was refunded in full is no order.
//! - A **purchase day** is a customer-day with an order that counts. Its amount is everything of that day, refunds too.
//! - **Recency** is the number of days from the last purchase day to the as-of date; 0 on that date itself.
//! - The **usual gap** is the median number of days between neighbouring purchase days, known from three of them on.

pub mod attributes;
mod dropped;
pub mod joined;
pub mod margin;
pub mod part;
mod past;
pub mod table;

use std::sync::Arc;

use crate::ledger::{self, Ledger, Names};
use crate::order;
use crate::settings::Role;
use crate::units::{Amount, Day, Total};
use crate::value::history::{History, Past, Pattern, Purchases};
pub use attributes::{Attribute, Measure};

/// Every customer, column by column, in the order of the bytes of their names.
#[derive(Clone, Debug, Default)]
pub struct Customers {
    /// Who.
    pub names: Names,
    /// The date recency is counted to. `None` for a customer table without dates.
    pub as_of: Option<Day>,
    /// Whether customers have rows up to the as-of date at all.
    pub present: Vec<bool>,
    /// Orders that count.
    pub orders: Vec<u32>,
    /// Whether orders were counted; `false` for a customer table that does not say.
    pub orders_known: bool,
    /// Days since the last order. `None` without orders, or without dates.
    pub recency: Vec<Option<u32>>,
    /// Day of the first order.
    pub first_order: Vec<Option<Day>>,
    /// Day of the last order.
    pub last_order: Vec<Option<Day>>,
    /// Money in.
    pub gross: Vec<Total>,
    /// Money given back, as a positive number.
    pub refunds: Vec<Total>,
    /// Own rhythm, from three purchase days on.
    pub rhythm: Vec<Option<Rhythm>>,
    /// Purchase days.
    pub days: PurchaseDays,
    /// Median of the repeat customers' typical gaps.
    pub usual_gap: Option<f64>,
    /// Rows of the ledger after the as-of date.
    pub rows_after: u64,
    /// What was left after the cost of the goods, where it is known of everybody.
    pub margin: Option<Vec<Total>>,
    /// What the file says of them beside.
    pub attributes: Vec<Attribute>,
    /// Whether a regular category is no longer bought; `None` without a regular one, empty without categories.
    pub category_dropped: Vec<Option<bool>>,
    /// Days between the last two purchase days, where there are no [`Customers::days`] to say so and a summary does.
    pub last_gap: Vec<Option<f64>>,
    /// The same of the past that the models ask for.
    pub past: Option<Arc<Past>>,
}

/// A customer's own rhythm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rhythm {
    /// Median gap between purchase days, in days.
    pub median: f64,
    /// 80th percentile of the gaps.
    pub p80: f64,
    /// The last gap.
    pub last: f64,
}

/// Purchase days of all customers, one after another.
#[derive(Clone, Debug, Default)]
pub struct PurchaseDays {
    /// Where each customer's days begin; one more than there are customers.
    pub starts: Vec<u32>,
    /// The days, ascending for each customer.
    pub days: Vec<Day>,
    /// Net money of the day.
    pub amounts: Vec<Amount>,
}

impl PurchaseDays {
    /// The same, as the value models take it.
    pub fn purchases(&self) -> Purchases<'_> {
        Purchases { starts: &self.starts, days: &self.days, amounts: &self.amounts }
    }

    /// The purchase days of customer `i`.
    pub fn of(&self, i: usize) -> &[Day] {
        match (self.starts.get(i), self.starts.get(i + 1)) {
            (Some(&a), Some(&b)) => &self.days[a as usize..b as usize],
            _ => &[],
        }
    }

    /// The money of those days.
    pub fn amounts_of(&self, i: usize) -> &[Amount] {
        match (self.starts.get(i), self.starts.get(i + 1)) {
            (Some(&a), Some(&b)) => self.amounts.get(a as usize..b as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

impl Customers {
    /// How many customers.
    pub fn len(&self) -> usize {
        self.orders.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.orders.is_empty()
    }

    /// Gross less refunds of customer `i`.
    pub fn net(&self, i: usize) -> Total {
        Total(self.gross[i].0 - self.refunds[i].0)
    }

    /// Customers with at least one order that counts: everything that is scored.
    pub fn buyers(&self) -> Vec<u32> {
        (0..self.len() as u32).filter(|&i| self.orders[i as usize] > 0).collect()
    }

    /// The gap a customer is measured by: the own one, else that of all repeat customers.
    pub fn cycle(&self, i: usize) -> Option<f64> {
        self.rhythm[i].map(|r| r.median).or(self.usual_gap).filter(|gap| *gap > 0.0)
    }

    /// Recency divided by the usual gap: above 1 is later than usual.
    pub fn overdue(&self, i: usize) -> Option<f64> {
        Some(f64::from(self.recency[i]?) / self.cycle(i)?)
    }

    /// Sums up a ledger as of a day.
    pub fn from_ledger(ledger: &Ledger, as_of: Day) -> Customers {
        let attributes = attributes::of(ledger, as_of);
        Customers { names: ledger.names.clone(), attributes, ..Customers::counted(ledger, as_of) }
    }

    /// The same without names and attributes: what comparing many days needs.
    pub fn counted(ledger: &Ledger, as_of: Day) -> Customers {
        let n = ledger.names.len();
        let mut c = Customers { as_of: Some(as_of), orders_known: true, ..Customers::default() };
        c.reserve(n);
        c.days.starts.push(0);
        let mut scratch = Vec::new();
        let mut gaps = Vec::new();
        let mut typical = Vec::new();
        for i in 0..n {
            c.add(ledger.of(i), as_of, &mut scratch);
            let days = c.days.of(i);
            gaps.clear();
            gaps.extend(days.windows(2).map(|pair| f64::from(pair[1].0 - pair[0].0)));
            let last = gaps.last().copied().unwrap_or(0.0);
            order::floats(&mut gaps);
            if !gaps.is_empty() {
                typical.push(quantile(&gaps, 0.5));
            }
            let rhythm = (gaps.len() >= 2).then(|| Rhythm {
                median: quantile(&gaps, 0.5),
                p80: quantile(&gaps, 0.8),
                last,
            });
            c.rhythm.push(rhythm);
        }
        c.margin = margin::of_ledger(ledger, as_of, |i| c.net(i));
        order::floats(&mut typical);
        c.usual_gap = (!typical.is_empty()).then(|| quantile(&typical, 0.5));
        c.category_dropped = dropped::dropped(ledger, &c, as_of);
        c
    }

    /// What a customer table says of each customer's past, as the value models take it: orders, and the first and last day,
    /// or the days since the last order and the length of the relationship in a unit that its header names. `None` where
    /// it has no number of orders or nothing of the kind. Orders count as purchase days, which is one too many for
    /// each day with two of them; the amount of an order is the mean of all.
    pub fn summed_up(&self) -> Option<Past> {
        if let Some(past) = &self.past {
            return Some(Past::clone(past));
        }
        if !self.orders_known {
            return None;
        }
        let tenure = self.attributes.iter().map(|attribute| &attribute.column);
        let tenure = tenure
            .filter(|column| column.role == Some(Role::Tenure))
            .find_map(|column| Some((column, days_in(&column.name)?)));
        let (mut who, mut patterns, mut spend) = (Vec::new(), Vec::new(), Vec::new());
        for i in 0..self.len() {
            let (recency, age) = match (self.first_order[i], self.last_order[i], self.as_of, tenure) {
                (Some(first), Some(last), Some(as_of), _) => (last.0 - first.0, as_of.0 - first.0),
                (_, _, _, Some((column, unit))) => {
                    let (Some(since), Some(length)) = (self.recency[i], column.number(i)) else { continue };
                    let age = libm::round(length * unit) as i32;
                    (age.saturating_sub_unsigned(since), age)
                }
                _ => continue,
            };
            if self.orders[i] == 0 || recency < 0 || age < recency {
                continue;
            }
            // Orders of one day are no repeat.
            let repeats = (self.orders[i] - 1).min(recency as u32);
            let recency = if repeats == 0 { 0 } else { recency as u32 };
            let mean = self.net(i).to_f64() / f64::from(self.orders[i]);
            who.push(i as u32);
            patterns.push(Pattern { repeats, recency, age: age as u32 });
            spend.push((repeats > 0 && mean > 0.0).then_some(mean));
        }
        let history = || History::from_patterns(who, &patterns, spend);
        (!patterns.is_empty()).then(|| Past { history: history(), paid: Vec::new() })
    }

    fn reserve(&mut self, n: usize) {
        self.present.reserve(n);
        self.orders.reserve(n);
        self.recency.reserve(n);
        self.first_order.reserve(n);
        self.last_order.reserve(n);
        self.gross.reserve(n);
        self.refunds.reserve(n);
        self.rhythm.reserve(n);
        self.days.starts.reserve(n + 1);
    }

    /// Adds one customer. `entries` are sorted by order, so the rows of one order are neighbours.
    fn add(&mut self, entries: &[ledger::Entry], as_of: Day, scratch: &mut Vec<(Day, i64, bool)>) {
        let (mut gross, mut refunds, mut orders, mut used) = (Total(0), Total(0), 0_u32, 0_usize);
        let end = (i64::from(as_of.0) + 1) * ledger::DAY;
        scratch.clear();
        for order in entries.chunk_by(|a, b| a.order == b.order) {
            let (mut money_in, mut money_back, first) = (0_i128, 0_i128, scratch.len());
            for entry in order.iter().filter(|e| e.when < end) {
                match entry.amount.0 {
                    money if money >= 0 => money_in += i128::from(money),
                    money => money_back -= i128::from(money),
                }
                scratch.push((entry.day(), entry.amount.0, false));
            }
            let rows = scratch.len() - first;
            self.rows_after += (order.len() - rows) as u64;
            used += rows;
            gross.0 += money_in;
            refunds.0 += money_back;
            let counts = money_in > money_back || (money_in == 0 && money_back == 0);
            // The order lies on the day of its first row.
            if let (true, Some(row)) = (counts, scratch.get_mut(first)) {
                orders += 1;
                row.2 = true;
            }
        }
        // Files are mostly in the order of time.
        if !scratch.is_sorted_by_key(|entry| entry.0) {
            scratch.sort_unstable_by_key(|entry| entry.0);
        }
        for day in scratch.chunk_by(|a, b| a.0 == b.0) {
            if day.iter().any(|&(_, _, order)| order) {
                let net: i128 = day.iter().map(|&(_, amount, _)| i128::from(amount)).sum();
                self.days.days.push(day[0].0);
                self.days.amounts.push(Amount(i64::try_from(net).unwrap_or(i64::MAX)));
            }
        }
        let start = self.days.starts.last().copied().unwrap_or(0) as usize;
        let days = &self.days.days[start..];
        let (first, last) = (days.first().copied(), days.last().copied());
        self.days.starts.push(self.days.days.len() as u32);
        self.present.push(used > 0);
        self.orders.push(orders);
        self.recency.push(last.map(|day| (as_of.0 - day.0).max(0) as u32));
        self.first_order.push(first);
        self.last_order.push(last);
        self.gross.push(gross);
        self.refunds.push(refunds);
    }
}

/// Days in the unit that a header names: `tenure_days`, `Tenure (months)`, 入会天数. `None` where it names none.
fn days_in(header: &str) -> Option<f64> {
    let header = header.to_lowercase();
    let units: [(&[&str], f64); 4] = [
        (&["day", "天", "日"], 1.0),
        (&["week", "周", "週"], 7.0),
        (&["month", "月"], 365.25 / 12.0),
        (&["year", "年"], 365.25),
    ];
    units.iter().find(|(words, _)| words.iter().any(|word| header.contains(word))).map(|(_, days)| *days)
}

/// Quantile of sorted values by linear interpolation between neighbours (type 7 of Hyndman and Fan 1996, the default
/// of R, NumPy and Excel). `sorted` must not be empty; an empty slice gives 0.
pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let position = share * last as f64;
    let below = position as usize;
    let (a, b) = (sorted[below.min(last)], sorted[(below + 1).min(last)]);
    a + (b - a) * (position - below as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_interpolate_as_numpy_does() {
        // numpy.quantile([1, 2, 4, 8], [0, .2, .5, .8, 1])
        for (share, expected) in [(0.0, 1.0), (0.2, 1.6), (0.5, 3.0), (0.8, 5.6), (1.0, 8.0)] {
            assert!((quantile(&[1.0, 2.0, 4.0, 8.0], share) - expected).abs() < 1e-12);
        }
        assert_eq!(quantile(&[], 0.5), 0.0);
    }
}
