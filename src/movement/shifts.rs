//! What changed within a group of customers: their habits, and what their money goes to.
//!
//! The comparisons are those of [`super::indicators`]: the customer is the unit. With dozens of them one in twenty would be
//! larger than chance by chance, so a shift is clear where its p value, times their number, is 0.05 at most (Bonferroni).

use super::change::period_of;
use super::document::{CategoryShift, Indicator, IndicatorId, Shift, ShiftGroup};
use super::indicators::{Deeds, ENOUGH, Z, compared};
use super::standing::Standing;
use crate::ledger::column::EMPTY;
use crate::ledger::{CellKind, Column, Ledger};
use crate::order;
use crate::segments::named;
use crate::settings::Role;
use crate::units::{Day, Total};

/// The habits of a group. Counts and sums of one by an earlier day can only fall, as customers leave.
const HABITS: [IndicatorId; 6] = [
    IndicatorId::NetPerCustomer,
    IndicatorId::OrdersPerCustomer,
    IndicatorId::Basket,
    IndicatorId::Gap,
    IndicatorId::DiscountShare,
    IndicatorId::RefundRate,
];
/// Categories at most.
const MOST: usize = 6;
/// Share of false alarms among all comparisons.
const ALARM: f64 = 0.05;

/// The two periods of a ledger.
pub struct Periods<'a> {
    pub ledger: &'a Ledger,
    pub from: Day,
    pub to: Day,
    pub deeds: &'a [[Deeds; 2]],
}

impl Periods<'_> {
    /// The shift of everybody, and of the groups where everybody stood before.
    pub fn shifts(&self, standing: Option<&Standing>) -> Vec<Shift> {
        let largest = self.largest();
        let everybody: Vec<usize> = (0..self.deeds.len()).collect();
        let mut shifts = Vec::new();
        if !largest.is_empty() {
            let mut all = self.shift(ShiftGroup::All, &everybody, &largest);
            all.indicators.clear();
            judge(std::slice::from_mut(&mut all));
            shifts.push(all);
        }
        let Some(standing) = standing else { return shifts };
        let mut groups = Vec::new();
        for segment in named::ALL.into_iter().map(Some).chain([None]) {
            let who: Vec<usize> =
                everybody.iter().copied().filter(|&i| standing.segment(i) == segment).collect();
            let group = if segment.is_some() { ShiftGroup::Segment } else { ShiftGroup::NotYet };
            let shift = Shift { segment, ..self.shift(group, &who, &largest) };
            if shift.customers > 0 {
                groups.push(shift);
            }
        }
        judge(&mut groups);
        shifts.extend(groups);
        shifts
    }

    fn shift(&self, group: ShiftGroup, who: &[usize], largest: &[i64]) -> Shift {
        let deeds: Vec<[Deeds; 2]> = who.iter().filter_map(|&i| self.deeds.get(i)).copied().collect();
        let shown =
            |id: &&IndicatorId| **id != IndicatorId::DiscountShare || self.column(Role::Discount).is_some();
        Shift {
            group,
            segment: None,
            customers: deeds.iter().filter(|[a, b]| a.orders + b.orders > 0).count() as u64,
            indicators: HABITS.iter().filter(shown).map(|&id| compared(id, &deeds)).collect(),
            categories: self.categories(who, largest),
        }
    }

    fn column(&self, role: Role) -> Option<&Column> {
        self.ledger.columns.iter().find(|column| column.role == Some(role))
    }

    fn words(&self) -> Option<&Column> {
        self.column(Role::Category).filter(|column| column.kind == CellKind::Words)
    }

    /// Money in of one customer by category and period.
    fn spent(&self, i: usize, column: &Column, mut add: impl FnMut(i64, usize, i128)) {
        for (entry, &cell) in self.ledger.with_cells(i, column) {
            if let Some(p) = period_of(entry.day(), self.from, self.to)
                && entry.amount.0 > 0
                && cell != EMPTY
            {
                add(cell, p, i128::from(entry.amount.0));
            }
        }
    }

    /// The categories with the most money in of both periods together.
    fn largest(&self) -> Vec<i64> {
        let Some(column) = self.words() else { return Vec::new() };
        let mut money = vec![0_i128; column.words.len()];
        for i in 0..self.deeds.len() {
            self.spent(i, column, |cell, _, amount| {
                if let Some(sum) = money.get_mut(cell as usize) {
                    *sum += amount;
                }
            });
        }
        let mut cells: Vec<(i128, i64)> = money.into_iter().zip(0..).filter(|(sum, _)| *sum > 0).collect();
        order::by(&mut cells, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        // A single category is always all of it.
        if cells.len() < 2 {
            return Vec::new();
        }
        cells.into_iter().take(MOST).map(|(_, cell)| cell).collect()
    }

    fn categories(&self, who: &[usize], largest: &[i64]) -> Vec<CategoryShift> {
        let Some(column) = self.words().filter(|_| !largest.is_empty()) else { return Vec::new() };
        // Of each category and of all together, by period.
        let each = |i: usize| {
            let mut sums = [[0_i128; 2]; MOST + 1];
            self.spent(i, column, |cell, p, amount| {
                sums[MOST][p] += amount;
                if let Some(at) = largest.iter().position(|known| *known == cell) {
                    sums[at][p] += amount;
                }
            });
            sums
        };
        let mut sums = [[0_i128; 2]; MOST + 1];
        let mut n = [0_u64; 2];
        for &i in who {
            let own = each(i);
            for (all, own) in sums.iter_mut().zip(own) {
                all[0] += own[0];
                all[1] += own[1];
            }
            n[0] += u64::from(own[MOST][0] > 0);
            n[1] += u64::from(own[MOST][1] > 0);
        }
        let whole = sums[MOST].map(|sum| Total(sum).to_f64());
        if whole[0] <= 0.0 || whole[1] <= 0.0 {
            return Vec::new();
        }
        let share = |at: usize, p: usize| Total(sums[at][p]).to_f64() / whole[p];
        let mut variance = [0.0; MOST];
        for &i in who {
            let own = each(i);
            for (at, variance) in variance.iter_mut().enumerate().take(largest.len()) {
                let part = |p: usize| {
                    (Total(own[at][p]).to_f64() - share(at, p) * Total(own[MOST][p]).to_f64()) / whole[p]
                };
                let d = part(1) - part(0);
                *variance += d * d;
            }
        }
        let enough = n[0] >= ENOUGH && n[1] >= ENOUGH;
        let shift = |(at, &cell): (usize, &i64)| {
            let (before, after) = (share(at, 0), share(at, 1));
            let half = Z * variance[at].sqrt();
            let interval = enough.then_some((after - before - half, after - before + half));
            CategoryShift { name: column.shown(cell), before, after, interval, clear: false }
        };
        largest.iter().enumerate().map(shift).collect()
    }
}

/// Says of each comparison whether it is clear, given that there are so many.
fn judge(shifts: &mut [Shift]) {
    let known = |interval: &Option<(f64, f64)>| interval.is_some();
    let comparisons: usize = shifts
        .iter()
        .map(|shift| {
            shift.indicators.iter().filter(|one| known(&one.interval)).count()
                + shift.categories.iter().filter(|one| known(&one.interval)).count()
        })
        .sum();
    let clear = |interval: Option<(f64, f64)>| {
        interval.is_some_and(|(low, high)| {
            let (middle, error) = ((low + high) / 2.0, (high - low) / 2.0 / Z);
            // Without any spread a difference is no chance.
            let p = if error > 0.0 {
                libm::erfc(middle.abs() / error / std::f64::consts::SQRT_2)
            } else {
                f64::from(u8::from(middle == 0.0))
            };
            p * comparisons as f64 <= ALARM
        })
    };
    for shift in shifts {
        for Indicator { interval, clear: is_clear, .. } in &mut shift.indicators {
            *is_clear = clear(*interval);
        }
        for CategoryShift { interval, clear: is_clear, .. } in &mut shift.categories {
            *is_clear = clear(*interval);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn category(low: f64, high: f64) -> CategoryShift {
        CategoryShift {
            name: String::new(),
            before: 0.5,
            after: 0.5,
            interval: Some((low, high)),
            clear: false,
        }
    }

    /// A p value of 0.01 is clear alone and among four, not among six.
    #[test]
    fn many_comparisons_ask_for_more() {
        // The normal quantile of 0.995.
        let z = 2.575_829_303_548_901;
        for (others, clear) in [(0, true), (3, true), (5, false)] {
            let mut categories = vec![category(z - Z, z + Z)];
            categories.extend((0..others).map(|_| category(-Z, Z)));
            let unknown = CategoryShift { interval: None, ..category(0.0, 0.0) };
            categories.push(unknown);
            let group = ShiftGroup::Segment;
            let mut shift =
                [Shift { group, segment: None, customers: 1, indicators: Vec::new(), categories }];
            judge(&mut shift);
            let got: Vec<bool> = shift[0].categories.iter().map(|category| category.clear).collect();
            assert_eq!(got[0], clear, "{others}");
            assert!(!got[1..].contains(&true));
        }
    }
}
