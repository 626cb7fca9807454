//! What the models need to know of each customer: how often, how recently, since when, how much.
//!
//! Takes [`Purchases`] and a day; gives a [`History`] that uses that day and the days before it, and nothing later. This
//! is also how the back-test looks at the past: build it twice, with two days.
//!
//! | symbol | meaning | here |
//! |---|---|---|
//! | x | repeat purchases: days with a purchase, less the first | [`Pattern::repeats`] |
//! | t_x | time from the first purchase to the last | [`Pattern::recency`] |
//! | T | time from the first purchase to the day of observation | [`Pattern::age`] |
//! | m | mean amount of the repeat days that were paid for | [`History::spend`] |
//!
//! Purchases of one day are one purchase, time is measured in weeks of seven days: merging by day and counting in weeks
//! are two decisions, and mixing them up is the most frequent error in the field.

use crate::order;
use crate::units::{Amount, Day};

/// Purchase days of every customer, sorted by day within a customer; customers in canonical order.
#[derive(Clone, Copy, Debug)]
pub struct Purchases<'a> {
    /// Where each customer's days start, and one more: the total. Length: customers + 1.
    pub starts: &'a [u32],
    /// The days.
    pub days: &'a [Day],
    /// Net amount of each day. Days below zero (refunds only) are not purchases and are passed over.
    pub amounts: &'a [Amount],
}

impl<'a> Purchases<'a> {
    /// Number of customers.
    pub fn customers(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Days and amounts of one customer: days in order, days with a negative amount left out.
    pub fn of(&self, customer: usize) -> impl Iterator<Item = (Day, Amount)> + 'a {
        let range = match (self.starts.get(customer), self.starts.get(customer + 1)) {
            (Some(&from), Some(&to)) => from as usize..to as usize,
            _ => 0..0,
        };
        let days = self.days.get(range.clone()).unwrap_or_default();
        let amounts = self.amounts.get(range).unwrap_or_default();
        days.iter().copied().zip(amounts.iter().copied()).filter(|(_, amount)| amount.0 >= 0)
    }
}

/// Purchase days of some of the customers.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    starts: Vec<u32>,
    days: Vec<Day>,
    amounts: Vec<Amount>,
}

impl Sample {
    /// At most `most` customers, evenly spread over the canonical order; `None` where that is everybody.
    pub fn of(purchases: &Purchases, most: usize) -> Option<Sample> {
        let all = purchases.customers();
        if all <= most {
            return None;
        }
        let mut sample = Sample { starts: vec![0], ..Sample::default() };
        for i in 0..most {
            for (day, amount) in purchases.of(i * all / most) {
                sample.days.push(day);
                sample.amounts.push(amount);
            }
            sample.starts.push(sample.days.len() as u32);
        }
        Some(sample)
    }

    /// The purchases of the sample.
    pub fn purchases(&self) -> Purchases<'_> {
        Purchases { starts: &self.starts, days: &self.days, amounts: &self.amounts }
    }
}

/// Customers with the same repeats, recency and age are the same to the models: one pattern, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pattern {
    /// x, repeat purchases.
    pub repeats: u32,
    /// t_x, days from the first purchase to the last.
    pub recency: u32,
    /// T, days from the first purchase to the day of observation.
    pub age: u32,
}

/// The same in the models' unit of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Record {
    /// x, repeat purchases: a whole number.
    pub x: f64,
    /// t_x, weeks from the first purchase to the last: 0 to T, and 0 where x is 0.
    pub t_x: f64,
    /// T, weeks from the first purchase to the day of observation.
    pub t: f64,
}

/// Days in a week: the models' unit of time.
pub const WEEK: f64 = 7.0;

impl Pattern {
    /// x as a number.
    pub fn x(&self) -> f64 {
        f64::from(self.repeats)
    }

    /// t_x in weeks.
    pub fn t_x(&self) -> f64 {
        f64::from(self.recency) / WEEK
    }

    /// T in weeks.
    pub fn t(&self) -> f64 {
        f64::from(self.age) / WEEK
    }

    /// All three.
    pub fn record(&self) -> Record {
        Record { x: self.x(), t_x: self.t_x(), t: self.t() }
    }
}

/// What a customer table says of the past.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// Repeats, recency, age, mean amount.
    pub history: History,
    /// For each customer of it the days that were paid for, the first too, and the money of all days in millionths. Empty for
    /// a table that is no summary of [`crate::sql`].
    pub paid: Vec<(u32, i64)>,
}

/// All customers who had bought by one day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Index of each customer in [`Purchases`]. All columns here are parallel to this one.
    pub customers: Vec<u32>,
    /// m, the mean amount of the repeat days that were paid for; `None` without such a day.
    pub spend: Vec<Option<f64>>,
    /// Number of repeat days that were paid for: what [`History::spend`] is the mean of.
    pub paid: Vec<u32>,
    /// Index of each customer's pattern.
    pub pattern: Vec<u32>,
    /// The distinct patterns, sorted, so that no sum depends on the order of rows.
    pub patterns: Vec<Pattern>,
    /// Number of customers with each pattern.
    pub weights: Vec<u32>,
}

impl History {
    /// What was known on the evening of `until`. Customers without a purchase by then are absent.
    pub fn build(purchases: &Purchases, until: Day) -> History {
        History::build_for(purchases, until, until)
    }

    /// The same for those customers only who had bought by `born`: how the back-test's customers went on.
    pub fn build_for(purchases: &Purchases, until: Day, born: Day) -> History {
        let mut history = History::default();
        let mut each = Vec::new();
        for customer in 0..purchases.customers() {
            let mut first = None;
            let mut last = Day(0);
            let (mut repeats, mut paid, mut sum) = (0_u32, 0_u32, 0_i128);
            for (day, amount) in purchases.of(customer).take_while(|(day, _)| *day <= until) {
                match first {
                    None => first = Some(day),
                    Some(_) => {
                        repeats += u32::from(day != last);
                        paid += u32::from(day != last && amount.0 > 0);
                        sum += if Some(day) == first { 0 } else { i128::from(amount.0) };
                    }
                }
                last = day;
            }
            let Some(first) = first.filter(|first| *first <= born) else { continue };
            history.customers.push(customer as u32);
            history.paid.push(paid);
            let mean = sum as f64 / f64::from(paid) / crate::units::MICROS as f64;
            history.spend.push((paid > 0).then_some(mean));
            each.push(Pattern { repeats, recency: last.0.abs_diff(first.0), age: until.0.abs_diff(first.0) });
        }
        history.group(&each);
        history
    }

    /// Builds a history from patterns and spends directly: a customer table without dates per order.
    ///
    /// `customers[i]` is the index of the i-th customer in the caller's table.
    pub fn from_patterns(customers: Vec<u32>, each: &[Pattern], spend: Vec<Option<f64>>) -> History {
        let paid = each.iter().zip(&spend).map(|(p, m)| if m.is_some() { p.repeats } else { 0 }).collect();
        let mut history = History { customers, spend, paid, ..History::default() };
        history.group(each);
        history
    }

    /// The same where the number of repeat days that were paid for is known apart.
    pub fn from_parts(
        customers: Vec<u32>,
        each: &[Pattern],
        spend: Vec<Option<f64>>,
        paid: Vec<u32>,
    ) -> History {
        let mut history = History { customers, spend, paid, ..History::default() };
        history.group(each);
        history
    }

    /// At most `most` of `all` customers, those that [`Sample::of`] takes; `None` where that is everybody.
    pub fn sample(&self, all: usize, most: usize) -> Option<History> {
        if all <= most {
            return None;
        }
        let mut taken = (0..most).map(|i| i * all / most).peekable();
        let (mut customers, mut each, mut spend, mut paid) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (i, &customer) in self.customers.iter().enumerate() {
            while taken.next_if(|&place| place < customer as usize).is_some() {}
            if taken.next_if_eq(&(customer as usize)).is_some() {
                customers.push(customer);
                each.push(self.of(i));
                spend.push(self.spend.get(i).copied().flatten());
                paid.push(self.paid.get(i).copied().unwrap_or(0));
            }
        }
        Some(History::from_parts(customers, &each, spend, paid))
    }

    /// Number of customers.
    pub fn len(&self) -> usize {
        self.customers.len()
    }

    /// Whether nobody had bought.
    pub fn is_empty(&self) -> bool {
        self.customers.is_empty()
    }

    /// The pattern of the i-th customer.
    pub fn of(&self, i: usize) -> Pattern {
        let index = self.pattern.get(i).copied().unwrap_or_default() as usize;
        self.patterns.get(index).copied().unwrap_or(Pattern { repeats: 0, recency: 0, age: 0 })
    }

    /// The distinct patterns with the number of customers of each.
    pub fn weighted(&self) -> impl Iterator<Item = (Pattern, f64)> + '_ {
        self.patterns.iter().copied().zip(self.weights.iter().map(|w| f64::from(*w)))
    }

    /// Repeat purchases of all customers together.
    pub fn repeats(&self) -> u64 {
        self.patterns.iter().zip(&self.weights).map(|(p, w)| u64::from(p.repeats) * u64::from(*w)).sum()
    }

    /// Customers with at least one repeat purchase.
    pub fn repeaters(&self) -> u64 {
        self.patterns
            .iter()
            .zip(&self.weights)
            .filter(|(p, _)| p.repeats > 0)
            .map(|(_, w)| u64::from(*w))
            .sum()
    }

    /// `spread[k]` is the number of customers with more than k repeats.
    ///
    /// Sums of ln Γ(r + x) − ln Γ(r) over customers are sums of ln(r + k) with these weights: no gamma function needed.
    pub fn more_than(&self) -> Vec<f64> {
        let most = self.patterns.iter().map(|p| p.repeats).max().unwrap_or(0) as usize;
        let mut counts = vec![0.0; most];
        for (pattern, weight) in self.weighted() {
            // Only the last one here; the running sum below spreads it to the lower ones.
            if let Some(count) = counts.get_mut((pattern.repeats as usize).wrapping_sub(1)) {
                *count += weight;
            }
        }
        let mut running = 0.0;
        for count in counts.iter_mut().rev() {
            running += *count;
            *count = running;
        }
        counts
    }

    /// The largest age in days.
    pub fn oldest(&self) -> u32 {
        self.patterns.iter().map(|p| p.age).max().unwrap_or(0)
    }

    fn group(&mut self, each: &[Pattern]) {
        // 22 bits are eleven thousand years of days. Customers with a million repeats would merely not be grouped.
        let key = |p: &Pattern| {
            u64::from(p.repeats.min(0xF_FFFF)) << 44 | u64::from(p.recency) << 22 | u64::from(p.age)
        };
        let order = order::of_keys(each.iter().map(key));
        self.pattern = vec![0; each.len()];
        for i in order {
            let (Some(pattern), Some(slot)) = (each.get(i as usize), self.pattern.get_mut(i as usize)) else {
                continue;
            };
            if self.patterns.last() != Some(pattern) {
                self.patterns.push(*pattern);
                self.weights.push(0);
            }
            *slot = self.patterns.len() as u32 - 1;
            if let Some(weight) = self.weights.last_mut() {
                *weight += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EURO: i64 = crate::units::MICROS;

    fn history(customers: &[&[(i32, i64)]], until: i32) -> History {
        let mut starts = vec![0];
        let (mut days, mut amounts) = (Vec::new(), Vec::new());
        for customer in customers {
            for (day, euro) in *customer {
                days.push(Day(*day));
                amounts.push(Amount(euro * EURO));
            }
            starts.push(days.len() as u32);
        }
        History::build(&Purchases { starts: &starts, days: &days, amounts: &amounts }, Day(until))
    }

    #[test]
    fn a_customer_is_what_was_known_on_the_day() {
        let log: &[(i32, i64)] = &[(10, 50), (17, 20), (17, 5), (24, 0), (31, -9), (38, 40)];
        for (until, repeats, recency, spend) in
            [(10, 0, 0, None), (17, 1, 7, Some(25.0)), (30, 2, 14, Some(25.0)), (40, 3, 28, Some(32.5))]
        {
            let got = history(&[log], until);
            let pattern = Pattern { repeats, recency, age: (until - 10) as u32 };
            assert_eq!((got.of(0), got.spend[0]), (pattern, spend), "until {until}");
        }
        assert!(history(&[log], 9).is_empty());
    }

    #[test]
    fn equal_customers_are_one_pattern_and_keep_their_place() {
        let got = history(&[&[(5, 1)], &[(1, 1), (4, 1)], &[(50, 1)], &[(5, 2)]], 20);
        assert_eq!(got.customers, [0, 1, 3]);
        assert_eq!(got.weights, [2, 1]);
        assert_eq!(got.pattern, [0, 1, 0]);
        assert_eq!((got.repeats(), got.repeaters(), got.oldest()), (1, 1, 19));
        assert_eq!(got.more_than(), [1.0]);
    }

    #[test]
    fn more_than_counts_customers_by_repeats() {
        let got = history(&[&[(0, 1), (1, 1), (2, 1), (3, 1)], &[(0, 1), (3, 1)], &[(0, 1)]], 9);
        assert_eq!(got.more_than(), [2.0, 1.0, 1.0]);
    }
}
