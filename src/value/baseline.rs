//! Two simple rules that a model has to beat to be worth its parameters.

use super::history::{History, Purchases, Record};
use crate::order;
use crate::units::Day;

/// "The same rate as before": x/T purchases a week, for ever.
pub fn same_rate(customer: Record, weeks: f64) -> f64 {
    if customer.x > 0.0 && customer.t > 0.0 { customer.x / customer.t * weeks } else { 0.0 }
}

/// "What customers like this one did last time": a table of purchases by frequency and by days since the last purchase,
/// learned one period earlier, so that nothing of the period to be predicted is known to it.
#[derive(Clone, Debug)]
pub struct Table {
    /// Days since the last purchase that part the columns.
    edges: [u32; COLUMNS - 1],
    /// Mean purchases per day.
    cells: [[f64; COLUMNS]; ROWS],
}

/// 1, 2, 3, 4 to 5, 6 and more purchases.
const ROWS: usize = 5;
const COLUMNS: usize = 5;
/// A cell with fewer customers says what its row says, a row with fewer what all say.
const FEWEST: f64 = 10.0;

impl Table {
    /// Learns from what the customers of `split − days` did until `split`. `None` without customers or days.
    pub fn learn(purchases: &Purchases, split: Day, days: u32) -> Option<Table> {
        let before = History::build(purchases, Day(split.0 - i32::try_from(days).ok()?));
        if before.is_empty() || days == 0 {
            return None;
        }
        let bought = bought(purchases, &before, Day(split.0 - i32::try_from(days).ok()?), split);
        let silences: Vec<u32> = (0..before.len()).map(|i| silence(&before, i)).collect();
        let order = order::of_keys(silences.iter().map(|days| u64::from(*days)));
        let quantile = |k: usize| {
            order.get(k * order.len() / COLUMNS).and_then(|i| silences.get(*i as usize)).copied().unwrap_or(0)
        };
        let mut table = Table { edges: std::array::from_fn(|k| quantile(k + 1)), cells: Default::default() };
        let (mut sums, mut counts) = ([[0.0; COLUMNS]; ROWS], [[0.0; COLUMNS]; ROWS]);
        for (i, bought) in bought.iter().enumerate() {
            let (row, column) = table.place(&before, i);
            sums[row][column] += bought.0;
            counts[row][column] += 1.0;
        }
        let days = f64::from(days);
        let all = sums.as_flattened().iter().sum::<f64>() / counts.as_flattened().iter().sum::<f64>();
        for row in 0..ROWS {
            let in_row: f64 = counts[row].iter().sum();
            let by_row = if in_row < FEWEST { all } else { sums[row].iter().sum::<f64>() / in_row };
            for column in 0..COLUMNS {
                let few = counts[row][column] < FEWEST;
                let mean = if few { by_row } else { sums[row][column] / counts[row][column] };
                table.cells[row][column] = mean / days;
            }
        }
        Some(table)
    }

    /// Expected purchases of each customer of `history` in the next `days`.
    pub fn predict(&self, history: &History, days: u32) -> Vec<f64> {
        let each = (0..history.len()).map(|i| {
            let (row, column) = self.place(history, i);
            self.cells[row][column] * f64::from(days)
        });
        each.collect()
    }

    fn place(&self, history: &History, i: usize) -> (usize, usize) {
        let row = match history.of(i).repeats {
            0 => 0,
            1 => 1,
            2 => 2,
            3..=4 => 3,
            _ => 4,
        };
        let silence = silence(history, i);
        (row, self.edges.iter().filter(|edge| silence >= **edge).count())
    }
}

/// Days since the last purchase.
pub fn silence(history: &History, i: usize) -> u32 {
    let pattern = history.of(i);
    pattern.age.saturating_sub(pattern.recency)
}

/// Purchases and money of each customer of `history` after `from` and until `to`.
pub fn bought(purchases: &Purchases, history: &History, from: Day, to: Day) -> Vec<(f64, f64)> {
    let each = history.customers.iter().map(|customer| {
        let (mut count, mut sum, mut last) = (0.0, 0_i128, None);
        for (day, amount) in purchases.of(*customer as usize) {
            if day > from && day <= to {
                count += f64::from(u8::from(last != Some(day)));
                sum += i128::from(amount.0);
                last = Some(day);
            }
        }
        (count, crate::units::Total(sum).to_f64())
    });
    each.collect()
}
