//! Why one period brought more, or less, than the one before: customers × orders × basket − refunds.
//!
//! An order is placed on the day of its first row with money coming in (or free), and all its money with it, also when it
//! was refunded later; refunds are a step of their own, on the day on which they were given. So every row of the two
//! periods is in exactly one figure.

use super::document::{PeriodFacts, ValueChange};
use crate::ledger::Ledger;
use crate::units::{Day, MICROS, Total};

/// Millionths in a hundredth.
const CENT: f64 = (MICROS / 100) as f64;

/// Counts and exact sums of one period.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Facts {
    customers: u64,
    orders: u64,
    gross: i128,
    refunds: i128,
}

/// Which of the two periods a day lies in: 0 the earlier, 1 the later.
pub fn period_of(day: Day, from: Day, to: Day) -> Option<usize> {
    let length = to.0 - from.0;
    match to.0 - day.0 {
        days if days < 0 => None,
        days if days < length => Some(1),
        days if days < 2 * length => Some(0),
        _ => None,
    }
}

/// The periods (2 `from` − `to`, `from`] and (`from`, `to`].
pub fn change(ledger: &Ledger, from: Day, to: Day) -> ValueChange {
    let length = to.0 - from.0;
    let period = |day: Day| period_of(day, from, to);
    let mut facts = [Facts::default(); 2];
    let mut kept = 0;
    for i in 0..ledger.names.len() {
        let mut ordered = [false; 2];
        for order in ledger.of(i).chunk_by(|a, b| a.order == b.order) {
            let rows = || order.iter().filter(|entry| entry.day() <= to);
            for entry in rows().filter(|entry| entry.amount.0 < 0) {
                if let Some(p) = period(entry.day()) {
                    facts[p].refunds -= i128::from(entry.amount.0);
                }
            }
            let mut placed = rows().filter(|entry| entry.amount.0 >= 0).peekable();
            if let Some(p) = placed.peek().and_then(|entry| period(entry.day())) {
                ordered[p] = true;
                facts[p].orders += 1;
                facts[p].gross += placed.map(|entry| i128::from(entry.amount.0)).sum::<i128>();
            }
        }
        for (facts, ordered) in facts.iter_mut().zip(ordered) {
            facts.customers += u64::from(ordered);
        }
        kept += u64::from(ordered == [true, true]);
    }
    let [before, after] = facts;
    let [customers, orders, basket] = factors(&before, &after);
    let refunds = before.refunds - after.refunds;
    ValueChange {
        before: before.document(Day(from.0 - length + 1), from),
        after: after.document(Day(from.0 + 1), to),
        customers: Total(customers),
        orders: Total(orders),
        basket: Total(basket),
        refunds: Total(refunds),
        net: Total(customers + orders + basket + refunds),
        kept,
    }
}

/// The difference of money in, shared out to customers, orders each, and basket.
fn factors(before: &Facts, after: &Facts) -> [i128; 3] {
    let difference = after.gross - before.gross;
    let parts = |facts: &Facts| {
        let (customers, orders) = (facts.customers as f64, facts.orders as f64);
        (facts.orders > 0).then(|| [customers, orders / customers, facts.gross as f64 / orders])
    };
    let (Some(a), Some(b)) = (parts(before), parts(after)) else {
        // Without an order there is no basket to compare: everything came, or went, with the customers.
        return [difference, 0, 0];
    };
    // The mean over all orders in which three factors can change: alone first or last in a third of them each, in the
    // middle in a sixth with either of the others changed.
    let share = |x: usize, y: usize, z: usize| {
        let others = (a[y] * a[z] + b[y] * b[z]) / 3.0 + (a[y] * b[z] + b[y] * a[z]) / 6.0;
        let money = (b[x] - a[x]) * others;
        (libm::round(money / CENT) * CENT) as i128
    };
    let (customers, orders) = (share(0, 1, 2), share(1, 0, 2));
    [customers, orders, difference - customers - orders]
}

impl Facts {
    fn document(&self, first: Day, last: Day) -> PeriodFacts {
        let each = |whole: f64, by: u64| (by > 0).then(|| whole / by as f64);
        PeriodFacts {
            first,
            last,
            customers: self.customers,
            orders: self.orders,
            gross: Total(self.gross),
            refunds: Total(self.refunds),
            net: Total(self.gross - self.refunds),
            orders_each: each(self.orders as f64, self.customers),
            basket: each(Total(self.gross).to_f64(), self.orders),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(customers: u64, orders: u64, euro: i128) -> Facts {
        Facts { customers, orders, gross: euro * i128::from(MICROS), refunds: 0 }
    }

    #[test]
    fn each_factor_alone_takes_all() {
        for (before, after, parts) in [
            (facts(10, 20, 1000), facts(20, 40, 2000), [1000, 0, 0]),
            (facts(10, 10, 1000), facts(10, 30, 3000), [0, 2000, 0]),
            (facts(10, 20, 1000), facts(10, 20, 700), [0, 0, -300]),
            (facts(0, 0, 0), facts(3, 4, 90), [90, 0, 0]),
            (facts(3, 4, 90), facts(0, 0, 0), [-90, 0, 0]),
            (facts(0, 0, 0), facts(0, 0, 0), [0, 0, 0]),
            // Free orders have a basket of nothing.
            (facts(2, 2, 0), facts(4, 4, 0), [0, 0, 0]),
            // 1 × 1 × 1 to 2 × 2 × 2: seven, and all three alike; the cent left over is the basket's.
            (facts(1, 1, 1), facts(2, 4, 8), [2, 2, 2]),
        ] {
            let got = factors(&before, &after);
            let euro = got.map(|part| part / i128::from(MICROS));
            assert_eq!(euro, parts, "{before:?} {after:?}");
            assert_eq!(got.iter().sum::<i128>(), after.gross - before.gross);
        }
        let thirds = factors(&facts(1, 1, 1), &facts(2, 4, 8));
        assert_eq!(thirds, [2_330_000, 2_330_000, 2_340_000]);
    }

    /// The sum over the six orders of change, step by step.
    #[test]
    fn the_parts_are_the_mean_over_all_orders_of_change() {
        let (before, after) = (facts(120, 310, 15_500), facts(95, 400, 26_000));
        let values = |f: &Facts| {
            let (c, o) = (f.customers as f64, f.orders as f64);
            [c, o / c, f.gross as f64 / o]
        };
        let (a, b) = (values(&before), values(&after));
        let mut sums = [0.0; 3];
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let mut now = a;
            for factor in order {
                let was: f64 = now.iter().product();
                now[factor] = b[factor];
                sums[factor] += (now.iter().product::<f64>() - was) / 6.0;
            }
        }
        for (got, want) in factors(&before, &after).iter().zip(sums) {
            assert!((*got as f64 - want).abs() <= CENT, "{got} {want}");
        }
    }
}
