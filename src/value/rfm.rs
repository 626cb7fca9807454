//! Scores for recency, frequency and money.
//!
//! A score says in which part of the customers one stands: 5 is the best fifth, 1 the last. Customers with the same
//! value always get the same score, whatever the order of the rows; where so many share a value that two cuts fall
//! together, the scores between them are merged and the report says so.
//!
//! Cuts are the 20, 40, 60 and 80 % quantiles (linear interpolation), bins closed on the right: a value equal to a cut
//! belongs to the part below it. For recency fewer days are better. With few customers the cuts are fewer, or fixed:
//! see [`ScoreMethod`](Method). A person may give cuts instead.

use crate::customers::{Customers, quantile};
use crate::order;
use crate::report::{Axis, Merged, ScoreMethod as Method};
use crate::segments::rules::ScoreCuts;

/// Below this many buyers quantiles say nothing: fixed cuts are used.
pub const FEW_BUYERS: usize = 30;
/// Below this many buyers or orders, thirds instead of fifths.
const SOME_BUYERS: usize = 100;
const SOME_ORDERS: u64 = 200;
/// Days since the last order that end the levels 5, 4, 3 and 2.
pub const FIXED_RECENCY: [f64; 4] = [30.0, 90.0, 180.0, 365.0];
/// Orders that end the levels 1, 2, 3 and 4.
pub const FIXED_FREQUENCY: [f64; 4] = [1.0, 2.0, 4.0, 9.0];
/// Net spend that ends the levels 1, 2, 3 and 4, in average order values.
pub const FIXED_MONETARY: [f64; 4] = [0.75, 1.5, 3.0, 6.0];

/// Scores of all buyers, and the cuts they come from.
#[derive(Clone, Debug)]
pub struct Scores {
    /// How the cuts were found.
    pub method: Method,
    /// Days since the last order: upper ends of the best level, the second best, and so on.
    pub recency_edges: Vec<f64>,
    /// Orders: upper ends of the worst level, the second worst, and so on.
    pub frequency_edges: Vec<f64>,
    /// Net spend: upper ends of the worst level, the second worst, and so on.
    pub monetary_edges: Vec<f64>,
    /// Neighbouring scores that fell together.
    pub merged: Vec<Merged>,
    /// For each buyer recency, frequency and money, from 1 (worst) to 5.
    pub rfm: Vec<[u8; 3]>,
}

/// Scores the buyers, by given cuts or their own. `None` without buyers, or where recency or the number of orders is not known
/// (customer tables).
pub fn score(customers: &Customers, buyers: &[u32], given: Option<&ScoreCuts>) -> Option<Scores> {
    let recency: Vec<f64> =
        buyers.iter().map(|&i| customers.recency[i as usize].map(f64::from)).collect::<Option<_>>()?;
    let frequency: Vec<f64> = buyers.iter().map(|&i| f64::from(customers.orders[i as usize])).collect();
    let monetary: Vec<f64> = buyers.iter().map(|&i| customers.net(i as usize).to_f64()).collect();
    if buyers.is_empty() || !customers.orders_known {
        return None;
    }
    let orders: u64 = buyers.iter().map(|&i| u64::from(customers.orders[i as usize])).sum();
    let method = if given.is_some() {
        Method::Given
    } else if buyers.len() < FEW_BUYERS {
        Method::Fixed
    } else if buyers.len() < SOME_BUYERS || orders < SOME_ORDERS {
        Method::Tertiles
    } else {
        Method::Quintiles
    };
    let shares: &[f64] = match method {
        Method::Tertiles => &[1.0 / 3.0, 2.0 / 3.0],
        _ => &[0.2, 0.4, 0.6, 0.8],
    };
    let (recency_edges, frequency_edges, monetary_edges) = match (given, method) {
        (Some(given), _) => (given.recency.to_vec(), given.frequency.to_vec(), given.monetary.to_vec()),
        (_, Method::Fixed) => {
            let average = monetary.iter().sum::<f64>() / orders.max(1) as f64;
            let money = FIXED_MONETARY.iter().map(|m| m * average.max(0.0)).collect();
            (FIXED_RECENCY.to_vec(), FIXED_FREQUENCY.to_vec(), money)
        }
        _ => (edges(&recency, shares), edges(&frequency, shares), edges(&monetary, shares)),
    };
    let mut merged = Vec::new();
    for (axis, edges) in [
        (Axis::Recency, &recency_edges),
        (Axis::Frequency, &frequency_edges),
        (Axis::Monetary, &monetary_edges),
    ] {
        merged.extend(merged_scores(axis, edges, method));
    }
    let mut scores =
        Scores { method, recency_edges, frequency_edges, monetary_edges, merged, rfm: Vec::new() };
    scores.rfm = (0..buyers.len()).map(|b| scores.code(recency[b], frequency[b], monetary[b])).collect();
    Some(scores)
}

impl Scores {
    /// Recency, frequency and money scores by these cuts, also of somebody who is not among those they come from.
    pub fn code(&self, recency: f64, frequency: f64, monetary: f64) -> [u8; 3] {
        let top = level(self.recency_edges.len(), self.method);
        [
            top + 1 - level(below(&self.recency_edges, recency), self.method),
            level(below(&self.frequency_edges, frequency), self.method),
            level(below(&self.monetary_edges, monetary), self.method),
        ]
    }
}

/// The cuts at the given shares.
fn edges(values: &[f64], shares: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    order::floats(&mut sorted);
    shares.iter().map(|&share| quantile(&sorted, share)).collect()
}

/// How many cuts lie below a value.
fn below(edges: &[f64], value: f64) -> usize {
    edges.iter().filter(|&&edge| edge < value).count()
}

/// The score of the level above `cuts` cuts.
fn level(cuts: usize, method: Method) -> u8 {
    let step = if method == Method::Tertiles { 2 } else { 1 };
    1 + step * cuts as u8
}

/// Runs of equal cuts: the scores between them share their customers.
fn merged_scores(axis: Axis, edges: &[f64], method: Method) -> Vec<Merged> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < edges.len() {
        let same = edges[i..].iter().take_while(|&&e| e == edges[i]).count();
        if same > 1 {
            let (low, high) = (level(i, method), level(i + same - 1, method));
            let top = level(edges.len(), method);
            found.push(match axis {
                Axis::Recency => Merged { axis, from: top + 1 - high, to: top + 1 - low },
                _ => Merged { axis, from: low, to: high },
            });
        }
        i += same;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_one_score() {
        // The worked case of 15 customers in which ranking by row order gives three scores to frequency 1.
        let frequencies = [12.0, 9.0, 1.0, 1.0, 4.0, 1.0, 2.0, 1.0, 3.0, 1.0, 1.0, 2.0, 1.0, 1.0, 6.0];
        let cuts = edges(&frequencies, &[0.2, 0.4, 0.6, 0.8]);
        assert_eq!(cuts[0], 1.0);
        assert_eq!(cuts[1], 1.0);
        let scores: Vec<u8> =
            frequencies.iter().map(|&f| level(below(&cuts, f), Method::Quintiles)).collect();
        assert_eq!(scores, [5, 5, 1, 1, 4, 1, 3, 1, 4, 1, 1, 3, 1, 1, 5]);
        assert_eq!(
            merged_scores(Axis::Frequency, &cuts, Method::Quintiles),
            [Merged { axis: Axis::Frequency, from: 1, to: 2 }]
        );
    }
}
