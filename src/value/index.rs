//! The value index: one number from 0 to 100 for what a customer is worth, from visible weights.
//!
//! Each part is the customer's percentile rank among the buyers (mid-rank: customers with the same value share the
//! middle of their places), times 100; the index is their weighted mean. A rank needs no unit, so money in cents or
//! in thousands gives the same index.

use crate::customers::Customers;
use crate::order;
use crate::settings::Weights;

/// The index of every buyer. Recency and frequency drop out of the mean where they are not known.
pub fn value_index(customers: &Customers, buyers: &[u32], weights: &Weights) -> Vec<f64> {
    let recency: Option<Vec<f64>> =
        buyers.iter().map(|&i| customers.recency[i as usize].map(|days| -f64::from(days))).collect();
    let frequency: Vec<f64> = buyers.iter().map(|&i| f64::from(customers.orders[i as usize])).collect();
    let monetary: Vec<f64> = buyers.iter().map(|&i| customers.net(i as usize).to_f64()).collect();
    let mut parts = vec![(weights.monetary, monetary)];
    if customers.orders_known {
        parts.push((weights.frequency, frequency));
    }
    if let Some(recency) = recency {
        parts.push((weights.recency, recency));
    }
    let total: f64 = parts.iter().map(|(weight, _)| weight).sum();
    let mut index = vec![0.0; buyers.len()];
    if total <= 0.0 {
        return index;
    }
    for (weight, values) in &parts {
        for (slot, rank) in index.iter_mut().zip(percentile_ranks(values)) {
            *slot += weight / total * rank;
        }
    }
    // A millionth of a point is far below anything that matters and far above rounding: equal customers stay equal.
    for slot in &mut index {
        *slot = libm::round(*slot * 1e6) / 1e6;
    }
    index
}

/// Mid-rank percentiles from 0 to 100: the share of values below, plus half the share of equal ones.
pub fn percentile_ranks(values: &[f64]) -> Vec<f64> {
    let order = order::of_floats(values);
    let mut ranks = vec![0.0; values.len()];
    let mut below = 0;
    for equal in order.chunk_by(|&a, &b| values[a as usize] == values[b as usize]) {
        let rank = 100.0 * (below as f64 + equal.len() as f64 / 2.0) / values.len() as f64;
        for &i in equal {
            ranks[i as usize] = rank;
        }
        below += equal.len();
    }
    ranks
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
}
