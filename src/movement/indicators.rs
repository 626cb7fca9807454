//! The indicators of two equally long periods side by side, and which differences are larger than chance.
//!
//! Each indicator is a sum over customers, or a ratio of two. Its difference between the periods is linearised (delta
//! method) with the customer as the unit: `d = (x₁ − R₁y₁) / Y₁ − (x₀ − R₀y₀) / Y₀`, for a sum `d = x₁ − x₀`; the variance is
//! `Σ d²`. A customer of both periods enters once, with both, so that what one person does twice is not counted as two
//! pieces of evidence. The interval is ±1.96 standard errors, and given from [`ENOUGH`] customers in each period on.

use super::change::period_of;
use super::document::{Indicator, IndicatorId};
use crate::advice::kpis::{churn_lacks, churned};
use crate::customers::Customers;
use crate::ledger::{Column, Ledger};
use crate::settings::Role;
use crate::units::{Day, Total};

/// Customers in each period from which on an interval is given.
pub const ENOUGH: u64 = 30;

/// The normal quantile of a 95 % interval.
pub const Z: f64 = 1.959_963_984_540_054;

const IDS: [IndicatorId; 13] = [
    IndicatorId::Revenue,
    IndicatorId::ActiveCustomers,
    IndicatorId::NewShare,
    IndicatorId::NetPerCustomer,
    IndicatorId::OrdersPerCustomer,
    IndicatorId::Basket,
    IndicatorId::RepeatRate,
    IndicatorId::SecondOrder30,
    IndicatorId::SecondOrder90,
    IndicatorId::ChurnRate,
    IndicatorId::RefundRate,
    IndicatorId::Gap,
    IndicatorId::DiscountShare,
];

/// What one customer did in one period.
#[derive(Clone, Copy, Default)]
pub struct Deeds {
    pub gross: i128,
    refunds: i128,
    pub orders: u32,
    /// Days between purchase days, of gaps that end in the period, and how many these are.
    gap_days: u32,
    gaps: u32,
    /// Rows with money in, and of them with a discount.
    rows: u32,
    discounted: u32,
    /// The first order of all lies in the period.
    new: bool,
    /// Whether a repeat buyer had churned on the last day.
    churned: Option<bool>,
    /// First order in the period, at least 30 and 90 days before its end; and a second one within them.
    ripe: [bool; 2],
    again: [bool; 2],
}

impl Deeds {
    /// Numerator and denominator of an indicator; without a denominator, a sum.
    fn parts(&self, id: IndicatorId) -> (i128, Option<i128>) {
        let active = i128::from(self.orders > 0);
        let orders = i128::from(self.orders);
        let window = |w: usize| (i128::from(self.again[w]), Some(i128::from(self.ripe[w])));
        match id {
            IndicatorId::Revenue => (self.gross - self.refunds, None),
            IndicatorId::ActiveCustomers => (active, None),
            IndicatorId::NewShare => (i128::from(self.new), Some(active)),
            IndicatorId::NetPerCustomer => (self.gross - self.refunds, Some(active)),
            IndicatorId::OrdersPerCustomer => (orders, Some(active)),
            IndicatorId::Basket => (self.gross, Some(orders)),
            IndicatorId::RepeatRate => (i128::from(self.orders >= 2), Some(active)),
            IndicatorId::SecondOrder30 => window(0),
            IndicatorId::SecondOrder90 => window(1),
            IndicatorId::ChurnRate => {
                (i128::from(self.churned == Some(true)), Some(i128::from(self.churned.is_some())))
            }
            IndicatorId::RefundRate => (self.refunds, Some(self.gross)),
            IndicatorId::Gap => (self.gap_days.into(), Some(self.gaps.into())),
            IndicatorId::DiscountShare => (self.discounted.into(), Some(self.rows.into())),
        }
    }
}

/// Of each repeat buyer of a ledger that begins on `first`, whether they had churned on the day `customers` are of.
pub fn churn(customers: &Customers, first: Day) -> Vec<Option<bool>> {
    let span = customers.as_of.map(|last| (first, last));
    if churn_lacks(customers, span).is_some() {
        return Vec::new();
    }
    let bought = |i: usize| customers.orders.get(i).is_some_and(|orders| *orders > 0);
    (0..customers.len()).map(|i| churned(customers, i).filter(|_| bought(i))).collect()
}

/// Of each customer what they did in the periods (2 `from` − `to`, `from`] and (`from`, `to`]; `churn` is of the ends of both.
pub fn deeds(ledger: &Ledger, from: Day, to: Day, churn: &[Vec<Option<bool>>; 2]) -> Vec<[Deeds; 2]> {
    let late = |p: usize, i: usize| churn[p].get(i).copied().flatten();
    let discount = ledger.columns.iter().find(|column| column.role == Some(Role::Discount));
    let mut days = Vec::new();
    (0..ledger.names.len())
        .map(|i| {
            let [before, after] = of(ledger, i, from, to, discount, &mut days);
            [Deeds { churned: late(0, i), ..before }, Deeds { churned: late(1, i), ..after }]
        })
        .collect()
}

/// The indicators of two periods.
pub fn indicators(ledger: &Ledger, from: Day, to: Day, all: &[[Deeds; 2]]) -> Vec<Indicator> {
    // At the start of a file everybody is new: it has to hold a period without comparison first.
    let told = ledger.span().is_some_and(|(first, _)| first.0 <= from.0 - 2 * (to.0 - from.0) + 1);
    let shown = |id: &&IndicatorId| match id {
        IndicatorId::NewShare => told,
        IndicatorId::DiscountShare => ledger.columns.iter().any(|column| column.role == Some(Role::Discount)),
        _ => true,
    };
    IDS.iter().filter(shown).map(|&id| compared(id, all)).collect()
}

fn of(
    ledger: &Ledger,
    i: usize,
    from: Day,
    to: Day,
    discount: Option<&Column>,
    days: &mut Vec<Day>,
) -> [Deeds; 2] {
    let mut both = [Deeds::default(); 2];
    days.clear();
    for order in ledger.of(i).chunk_by(|a, b| a.order == b.order) {
        let rows = || order.iter().filter(|entry| entry.day() <= to);
        for entry in rows().filter(|entry| entry.amount.0 < 0) {
            if let Some(p) = period_of(entry.day(), from, to) {
                both[p].refunds -= i128::from(entry.amount.0);
            }
        }
        let mut placed = rows().filter(|entry| entry.amount.0 >= 0).peekable();
        let Some(day) = placed.peek().map(|entry| entry.day()) else { continue };
        days.push(day);
        if let Some(p) = period_of(day, from, to) {
            both[p].orders += 1;
            both[p].gross += placed.map(|entry| i128::from(entry.amount.0)).sum::<i128>();
        }
    }
    if let Some(column) = discount {
        for (entry, &cell) in ledger.with_cells(i, column).filter(|(entry, _)| entry.amount.0 >= 0) {
            if let Some(p) = period_of(entry.day(), from, to) {
                both[p].rows += 1;
                both[p].discounted += u32::from(column.is_given(cell));
            }
        }
    }
    days.sort_unstable();
    days.dedup();
    for pair in days.windows(2) {
        if let Some(p) = period_of(pair[1], from, to) {
            both[p].gap_days += (pair[1].0 - pair[0].0) as u32;
            both[p].gaps += 1;
        }
    }
    if let Some((first, p)) = days.first().and_then(|day| Some((*day, period_of(*day, from, to)?))) {
        both[p].new = true;
        let end = if p == 0 { from } else { to };
        for (w, window) in [30, 90].into_iter().enumerate().filter(|(_, window)| end.0 - first.0 >= *window) {
            both[p].ripe[w] = true;
            both[p].again[w] = days.get(1).is_some_and(|second| second.0 - first.0 <= window);
        }
    }
    both
}

/// One indicator of some customers.
pub fn compared(id: IndicatorId, all: &[[Deeds; 2]]) -> Indicator {
    let mut top = [0_i128; 2];
    let mut bottom = [0_i128; 2];
    let mut n = [0_u64; 2];
    for deeds in all {
        for p in 0..2 {
            let (x, y) = deeds[p].parts(id);
            top[p] += x;
            bottom[p] += y.unwrap_or(0);
            n[p] += u64::from(y.map_or(deeds[p].orders > 0, |y| y != 0));
        }
    }
    let sum = matches!(id, IndicatorId::Revenue | IndicatorId::ActiveCustomers);
    let money = matches!(id, IndicatorId::Revenue | IndicatorId::NetPerCustomer | IndicatorId::Basket);
    // Money is counted in millionths.
    let unit = |x: i128| if money { Total(x).to_f64() } else { x as f64 };
    let value = |p: usize| match (sum, bottom[p]) {
        (true, _) => Some(unit(top[p])),
        (false, y) => (y > 0).then(|| unit(top[p]) / y as f64),
    };
    let (before, after) = (value(0), value(1));
    let difference = before.zip(after).map(|(before, after)| after - before);
    let enough = n[0] >= ENOUGH && n[1] >= ENOUGH;
    let interval = difference.filter(|_| enough).map(|difference| {
        let mut variance = 0.0;
        for deeds in all {
            let part = |p: usize| {
                let (x, y) = deeds[p].parts(id);
                match (y, value(p)) {
                    (Some(y), Some(ratio)) => (unit(x) - ratio * y as f64) / bottom[p] as f64,
                    _ => unit(x),
                }
            };
            let d = part(1) - part(0);
            variance += d * d;
        }
        let half = Z * variance.sqrt();
        (difference - half, difference + half)
    });
    let relative = |x: f64| before.filter(|before| *before > 0.0).map(|before| x / before);
    Indicator {
        id,
        before,
        after,
        n_before: n[0],
        n_after: n[1],
        difference,
        interval,
        relative: difference.and_then(relative),
        relative_interval: interval.and_then(|(low, high)| relative(low).zip(relative(high))),
        clear: interval.is_some_and(|(low, high)| low > 0.0 || high < 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn buyers(orders: [u32; 2], times: usize) -> Vec<[Deeds; 2]> {
        vec![orders.map(|orders| Deeds { orders, ..Deeds::default() }); times]
    }

    /// The textbook's intervals: McNemar's for who comes and goes, Wald's for two independent shares.
    #[test]
    fn intervals_are_the_textbooks() {
        // 40 in both, 25 only before, 60 only after: 100 less 65, the variance is those of one period.
        let all = [buyers([1, 1], 40), buyers([1, 0], 25), buyers([0, 1], 60)].concat();
        let got = compared(IndicatorId::ActiveCustomers, &all);
        assert_eq!((got.before, got.after, got.clear), (Some(65.0), Some(100.0), true));
        let (low, high) = got.interval.unwrap();
        assert!((low - (35.0 - Z * 85_f64.sqrt())).abs() < 1e-9 && (high + low - 70.0).abs() < 1e-9);

        // Nobody in both: 30 of 100 against 45 of 150 again is no difference, against 90 of 150 is one.
        for (again, clear) in [(45, false), (90, true)] {
            let all =
                [buyers([2, 0], 30), buyers([1, 0], 70), buyers([0, 2], again), buyers([0, 1], 150 - again)]
                    .concat();
            let got = compared(IndicatorId::RepeatRate, &all);
            let share = again as f64 / 150.0;
            let half = Z * (0.3 * 0.7 / 100.0 + share * (1.0 - share) / 150.0).sqrt();
            let (low, high) = got.interval.unwrap();
            assert!((low - (share - 0.3 - half)).abs() < 1e-9 && (high - (share - 0.3 + half)).abs() < 1e-9);
            assert_eq!((got.clear, got.n_before, got.n_after), (clear, 100, 150));
        }
    }

    #[test]
    fn too_few_are_no_evidence() {
        for (times, known) in [(29, false), (30, true)] {
            let got =
                compared(IndicatorId::RepeatRate, &[buyers([1, 0], times), buyers([0, 2], times)].concat());
            assert_eq!((got.difference, got.interval.is_some(), got.clear), (Some(1.0), known, known));
        }
        let got = compared(IndicatorId::RepeatRate, &[]);
        assert_eq!((got.before, got.difference, got.clear), (None, None, false));
    }
}
