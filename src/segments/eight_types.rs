//! The eight types: recency, frequency and money each better than the median, or not.
//!
//! The median and not the mean, on purpose: money is skewed, and cut at the mean most customers fall into two boxes.

use crate::customers::{Customers, quantile};
use crate::order;

/// For each buyer, whether recency, frequency and money are strictly better than the median. `None` where recency is
/// not known.
pub fn types(customers: &Customers, buyers: &[u32]) -> Option<Vec<[bool; 3]>> {
    let recency: Vec<f64> = buyers
        .iter()
        .map(|&i| customers.recency[i as usize].map(|d| -f64::from(d)))
        .collect::<Option<_>>()?;
    let frequency: Vec<f64> = buyers.iter().map(|&i| f64::from(customers.orders[i as usize])).collect();
    let monetary: Vec<f64> = buyers.iter().map(|&i| customers.net(i as usize).to_f64()).collect();
    let above = |values: Vec<f64>| {
        let mut sorted = values.clone();
        order::floats(&mut sorted);
        let median = quantile(&sorted, 0.5);
        values.into_iter().map(move |v| v > median).collect::<Vec<bool>>()
    };
    let (r, f, m) = (above(recency), above(frequency), above(monetary));
    Some((0..buyers.len()).map(|b| [r[b], f[b], m[b]]).collect())
}
