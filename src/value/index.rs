//! The value index: one number from 0 to 100 for what a customer is worth, from visible weights.
//!
//! Each part is the customer's percentile rank among the buyers (mid-rank: customers with the same value share the
//! middle of their places), times 100; the index is their weighted mean. A rank needs no unit, so money in cents or
//! in thousands gives the same index.

use crate::customers::Customers;
use crate::ledger::{CellKind, Column};
use crate::order;
use crate::report::IndexPart;
use crate::settings::{Role, Weights};

/// The parts of the index that are known, each as percentile ranks of the buyers. Weights are applied afterwards, so that
/// moving one costs a sum and no sorting.
#[derive(Clone, Debug)]
pub struct Ranks(Vec<(IndexPart, Vec<f64>)>);

impl Ranks {
    /// Ranks the buyers. Recency, frequency, tenure and margin are left out where they are not known of everybody.
    pub fn new(customers: &Customers, buyers: &[u32]) -> Ranks {
        let parts = parts(customers, buyers).into_iter();
        Ranks(parts.map(|(part, values)| (part, ranks_of_known(&values))).collect())
    }

    /// The parts that are known.
    pub fn parts(&self) -> Vec<IndexPart> {
        self.0.iter().map(|(part, _)| *part).collect()
    }

    /// The index of every buyer; 0 for all where no part with a weight is known.
    pub fn index(&self, weights: &Weights) -> Vec<f64> {
        let buyers = self.0.first().map_or(0, |(_, ranks)| ranks.len());
        let mut index = vec![0.0; buyers];
        let total: f64 = self.0.iter().map(|(part, _)| weights.of(*part)).sum();
        if total <= 0.0 {
            return index;
        }
        for (part, ranks) in &self.0 {
            let share = weights.of(*part) / total;
            for (slot, rank) in index.iter_mut().zip(ranks).filter(|_| share > 0.0) {
                *slot += share * rank;
            }
        }
        // A millionth of a point is far below anything that matters and far above rounding: equal customers stay equal.
        for slot in &mut index {
            *slot = libm::round(*slot * 1e6) / 1e6;
        }
        index
    }

    /// The weights in points of 100 with one part moved by `points`, at the cost or to the gain of the others in
    /// proportion (in equal parts where they have none). `None` where the part can't move so far.
    pub fn moved(&self, weights: &Weights, moved: IndexPart, points: f64) -> Option<Weights> {
        let total: f64 = self.0.iter().map(|(part, _)| weights.of(*part)).sum();
        let now = 100.0 * weights.of(moved) / total;
        if self.0.len() < 2 || total <= 0.0 || !(-1e-9..=100.0 + 1e-9).contains(&(now + points)) {
            return None;
        }
        let mut changed = Weights::NONE;
        for (part, _) in &self.0 {
            let of_others = if now < 100.0 {
                100.0 * weights.of(*part) / total / (100.0 - now)
            } else {
                1.0 / (self.0.len() - 1) as f64
            };
            let points = if *part == moved { now + points } else { of_others * (100.0 - now - points) };
            *changed.part(*part) = points.max(0.0);
        }
        Some(changed)
    }
}

/// The values of one day's buyers as the scale for those of another.
#[derive(Clone, Debug)]
pub struct Scale(Vec<(IndexPart, Vec<f64>)>);

impl Scale {
    /// The scale of these buyers.
    pub fn new(customers: &Customers, buyers: &[u32]) -> Scale {
        let mut scale = parts(customers, buyers);
        for (_, values) in &mut scale {
            values.retain(|value| !value.is_nan());
            order::floats(values);
        }
        Scale(scale)
    }

    /// Ranks other buyers by the places that their values would have among these. Those it was made of keep their ranks.
    pub fn ranks(&self, customers: &Customers, buyers: &[u32]) -> Ranks {
        let mut ranks = Vec::new();
        for (part, values) in parts(customers, buyers) {
            let Some((_, scale)) = self.0.iter().find(|(other, _)| *other == part) else { continue };
            ranks.push((part, values.iter().map(|&value| rank_among(scale, value)).collect()));
        }
        Ranks(ranks)
    }

    /// What one of the buyers it was made of has in each of its parts; NaN for what was not stated.
    pub fn values(&self, customers: &Customers, buyer: u32) -> Vec<(IndexPart, f64)> {
        let own = parts(customers, &[buyer]);
        let value = |part: IndexPart| own.iter().find(|(other, _)| *other == part)?.1.first().copied();
        self.0.iter().map(|&(part, _)| (part, value(part).unwrap_or(f64::NAN))).collect()
    }

    /// The percentile rank that a value of a part has; the middle for NaN.
    pub fn rank(&self, part: IndexPart, value: f64) -> f64 {
        let scale = self.0.iter().find(|(other, _)| *other == part);
        scale.map_or(MIDDLE, |(_, scale)| rank_among(scale, value))
    }

    /// The index of somebody with these values.
    pub fn index(&self, values: &[(IndexPart, f64)], weights: &Weights) -> f64 {
        let ranks = values.iter().map(|&(part, value)| (part, vec![self.rank(part, value)])).collect();
        Ranks(ranks).index(weights).first().copied().unwrap_or(0.0)
    }
}

/// The place of a value among sorted ones; of NaN the middle.
fn rank_among(scale: &[f64], value: f64) -> f64 {
    if value.is_nan() {
        return MIDDLE;
    }
    let below = scale.partition_point(|&other| other < value);
    let equal = scale.partition_point(|&other| other <= value) - below;
    mid_rank(below, equal, scale.len())
}

/// Percentile ranks among what is known; the rest stands in the middle.
fn ranks_of_known(values: &[f64]) -> Vec<f64> {
    let places: Vec<usize> = (0..values.len()).filter(|&p| !values[p].is_nan()).collect();
    if places.len() == values.len() {
        return percentile_ranks(values);
    }
    let known: Vec<f64> = places.iter().map(|&p| values[p]).collect();
    let mut ranks = vec![MIDDLE; values.len()];
    for (place, rank) in places.into_iter().zip(percentile_ranks(&known)) {
        ranks[place] = rank;
    }
    ranks
}

/// Mid-rank percentiles from 0 to 100: the share of values below, plus half the share of equal ones.
pub fn percentile_ranks(values: &[f64]) -> Vec<f64> {
    let order = order::of_floats(values);
    let mut ranks = vec![0.0; values.len()];
    let mut below = 0;
    for equal in order.chunk_by(|&a, &b| values[a as usize] == values[b as usize]) {
        let rank = mid_rank(below, equal.len(), values.len());
        for &i in equal {
            ranks[i as usize] = rank;
        }
        below += equal.len();
    }
    ranks
}

fn mid_rank(below: usize, equal: usize, all: usize) -> f64 {
    100.0 * (below as f64 + equal as f64 / 2.0) / all as f64
}

/// Rank of whoever stated nothing: silence is neither good nor bad.
const MIDDLE: f64 = 50.0;

/// What is known of the buyers, more being better; NaN for what one of them did not state. Recency, frequency, tenure and
/// margin are left out where they are not known of everybody.
fn parts(customers: &Customers, buyers: &[u32]) -> Vec<(IndexPart, Vec<f64>)> {
    let each = |value: &dyn Fn(usize) -> Option<f64>| -> Option<Vec<f64>> {
        buyers.iter().map(|&i| value(i as usize)).collect()
    };
    let stated_tenure = customers.attributes.iter().find(|a| a.column.role == Some(Role::Tenure));
    let tenure = |i: usize| match (customers.as_of, customers.first_order[i]) {
        (Some(as_of), Some(first)) => Some(f64::from(as_of.0 - first.0)),
        _ => stated_tenure?.column.number(i),
    };
    let orders = |i: usize| customers.orders_known.then_some(f64::from(customers.orders[i]));
    let parts = [
        (IndexPart::Recency, each(&|i| customers.recency[i].map(|days| -f64::from(days)))),
        (IndexPart::Frequency, each(&orders)),
        (IndexPart::Monetary, each(&|i| Some(customers.net(i).to_f64()))),
        (IndexPart::Tenure, each(&tenure)),
        (IndexPart::Margin, each(&|i| customers.margin.as_ref().map(|margin| margin[i].to_f64()))),
        (IndexPart::Satisfaction, stated(customers, buyers, Role::Satisfaction)),
        (IndexPart::Referral, stated(customers, buyers, Role::Nps)),
    ];
    parts.into_iter().filter_map(|(part, values)| Some((part, values?))).collect()
}

/// What the buyers stated. `None` where nobody did.
fn stated(customers: &Customers, buyers: &[u32], role: Role) -> Option<Vec<f64>> {
    let fits = |column: &Column| column.role == Some(role) && column.kind == CellKind::Numbers;
    let column = &customers.attributes.iter().find(|attribute| fits(&attribute.column))?.column;
    let values: Vec<f64> = buyers.iter().map(|&i| column.number(i as usize).unwrap_or(f64::NAN)).collect();
    values.iter().any(|value| !value.is_nan()).then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_the_middle_of_their_places() {
        assert_eq!(percentile_ranks(&[5.0, 1.0, 1.0, 3.0]), [87.5, 25.0, 25.0, 62.5]);
        assert_eq!(percentile_ranks(&[7.0]), [50.0]);
        assert!(percentile_ranks(&[]).is_empty());
    }

    #[test]
    fn a_weight_moves_at_the_cost_of_the_others() {
        let known = [IndexPart::Recency, IndexPart::Frequency, IndexPart::Monetary];
        let ranks = Ranks(known.into_iter().map(|part| (part, vec![50.0])).collect());
        let weights =
            |recency, frequency, monetary| Weights { recency, frequency, monetary, ..Weights::NONE };
        for (now, part, points, then) in [
            (weights(25.0, 25.0, 50.0), IndexPart::Monetary, 10.0, Some([20.0, 20.0, 60.0])),
            (weights(1.0, 1.0, 2.0), IndexPart::Monetary, -10.0, Some([30.0, 30.0, 40.0])),
            (weights(0.0, 25.0, 75.0), IndexPart::Recency, 10.0, Some([10.0, 22.5, 67.5])),
            (weights(0.0, 25.0, 75.0), IndexPart::Recency, -10.0, None),
            (weights(0.0, 0.0, 7.0), IndexPart::Monetary, -10.0, Some([5.0, 5.0, 90.0])),
            (weights(0.0, 0.0, 7.0), IndexPart::Monetary, 10.0, None),
        ] {
            let got = ranks.moved(&now, part, points).map(|w| [w.recency, w.frequency, w.monetary]);
            let close = match (got, then) {
                (Some(got), Some(then)) => got.iter().zip(then).all(|(a, b)| (a - b).abs() < 1e-9),
                (got, then) => got == then,
            };
            assert!(close, "{part:?} {points}: {got:?}");
        }
    }
}
