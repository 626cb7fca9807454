//! The eight types: recency, frequency and money each better than a cut, or not.
//!
//! The cut is the median and not the mean unless a person wants it, on purpose: money is skewed, and cut at the mean most
//! customers fall into two boxes.

use super::rules::{EightBy, EightCuts};
use crate::customers::{Customers, quantile};
use crate::order;

/// The types of the buyers, and what divides them.
#[derive(Clone, Debug)]
pub struct EightTypes {
    /// For each buyer whether recency, frequency and money are strictly better than the cut.
    pub types: Vec<[bool; 3]>,
    /// Days since the last order, orders and net spend at the cut.
    pub cuts: [f64; 3],
    /// Of each, the mean of the buyers less their median in standard deviations (Pearson's second skewness is three times it),
    /// higher numbers being more days, orders or money; 0 where all are the same.
    pub skew: [f64; 3],
}

/// The eight types. `None` where recency is not known.
pub fn types(customers: &Customers, buyers: &[u32], given: &EightCuts) -> Option<EightTypes> {
    let recency: Vec<f64> =
        buyers.iter().map(|&i| customers.recency[i as usize].map(f64::from)).collect::<Option<_>>()?;
    let frequency: Vec<f64> = buyers.iter().map(|&i| f64::from(customers.orders[i as usize])).collect();
    let monetary: Vec<f64> = buyers.iter().map(|&i| customers.net(i as usize).to_f64()).collect();
    let each = [recency, frequency, monetary];
    let places = [Place::of(&each[0]), Place::of(&each[1]), Place::of(&each[2])];
    let cuts = match given.by {
        EightBy::Median => places.map(|place| place.median),
        EightBy::Mean => places.map(|place| place.mean),
        EightBy::Given => [given.recency, given.frequency, given.monetary],
    };
    let [recency, frequency, monetary] = &each;
    let types = (0..buyers.len())
        .map(|b| [recency[b] < cuts[0], frequency[b] > cuts[1], monetary[b] > cuts[2]])
        .collect();
    Some(EightTypes { types, cuts, skew: places.map(|place| place.skew) })
}

#[derive(Clone, Copy)]
struct Place {
    median: f64,
    mean: f64,
    skew: f64,
}

impl Place {
    fn of(values: &[f64]) -> Place {
        let mut sorted = values.to_vec();
        order::floats(&mut sorted);
        let median = quantile(&sorted, 0.5);
        let n = sorted.len().max(1) as f64;
        // Summed in the order of the values, so that the order of the customers doesn't matter.
        let mean = sorted.iter().fold(0.0, |sum, v| sum + v) / n;
        let variance = sorted.iter().fold(0.0, |sum, v| sum + (v - mean) * (v - mean)) / n;
        let skew = if variance > 0.0 { (mean - median) / libm::sqrt(variance) } else { 0.0 };
        Place { median, mean, skew }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_lies_where_few_spend_much() {
        for (values, median, mean, skewed) in [
            (&[1.0, 1.0, 1.0, 1.0, 96.0][..], 1.0, 20.0, true),
            (&[1.0, 2.0, 3.0][..], 2.0, 2.0, false),
            (&[5.0, 5.0][..], 5.0, 5.0, false),
            (&[][..], 0.0, 0.0, false),
        ] {
            let place = Place::of(values);
            assert_eq!((place.median, place.mean), (median, mean));
            // (20 - 1) / 38: the numbers above by hand.
            assert!((place.skew - if skewed { 0.5 } else { 0.0 }).abs() < 1e-12, "{}", place.skew);
        }
    }
}
