//! Scores made into probabilities by what happened: isotonic regression over rank bins.
//!
//! Customers are sorted by score and put into bins of about equal size, equal scores together; the share of each bin that
//! left is made rising by pooling neighbours that are not (pool adjacent violators). Between the middles of two bins the
//! probability goes in a straight line. Source: A. Niculescu-Mizil and R. Caruana, "Predicting good probabilities with
//! supervised learning" (ICML 2005), section 3.

use crate::order;

/// Bins to begin with.
const BINS: usize = 20;
/// Fewest customers in a bin.
const FEWEST: usize = 25;

/// A rising line from score to probability.
#[derive(Clone, Debug, PartialEq)]
pub struct Isotonic {
    /// Mean score and probability of each pool, both rising.
    points: Vec<(f64, f64)>,
}

impl Isotonic {
    /// Fits the line to scores (higher: more likely to leave) and to who left. `None` without customers.
    pub fn fit(scores: &[f64], left: &[bool]) -> Option<Isotonic> {
        let order = order::of_floats(scores);
        let n = order.len();
        let per_bin = (n / BINS).max(FEWEST);
        let mut pools: Vec<Pool> = Vec::new();
        let mut bin = Pool::default();
        let mut last = f64::NAN;
        for &i in &order {
            let (score, left) = (*scores.get(i as usize)?, *left.get(i as usize)?);
            if bin.customers >= per_bin as f64 && score != last {
                push(&mut pools, std::mem::take(&mut bin));
            }
            bin.customers += 1.0;
            bin.scores += score;
            bin.left += f64::from(u8::from(left));
            last = score;
        }
        if bin.customers > 0.0 {
            // What is left over is too little for a bin of its own.
            if bin.customers < FEWEST as f64
                && let Some(before) = pools.pop()
            {
                bin.add(&before);
            }
            push(&mut pools, bin);
        }
        let points: Vec<(f64, f64)> =
            pools.iter().map(|pool| (pool.scores / pool.customers, pool.share())).collect();
        (!points.is_empty()).then_some(Isotonic { points })
    }

    /// Scores and their probabilities, both rising; a straight line between two, the nearest probability beyond.
    pub fn points(&self) -> &[(f64, f64)] {
        &self.points
    }

    /// The probability of a score.
    pub fn of(&self, score: f64) -> f64 {
        let above = self.points.iter().position(|(at, _)| *at >= score);
        match above {
            Some(0) => self.points.first().map_or(0.0, |point| point.1),
            Some(k) => {
                let ((x0, y0), (x1, y1)) = (self.points[k - 1], self.points[k]);
                if x1 > x0 { y0 + (y1 - y0) * (score - x0) / (x1 - x0) } else { y1 }
            }
            None => self.points.last().map_or(0.0, |point| point.1),
        }
    }
}

/// Neighbouring bins with one probability.
#[derive(Clone, Copy, Debug, Default)]
struct Pool {
    customers: f64,
    scores: f64,
    left: f64,
}

impl Pool {
    /// Share that left, after Laplace: of a few customers none is never.
    fn share(&self) -> f64 {
        (self.left + 1.0) / (self.customers + 2.0)
    }

    fn add(&mut self, other: &Pool) {
        self.customers += other.customers;
        self.scores += other.scores;
        self.left += other.left;
    }
}

/// Adds a bin, pooled with those before it that left more.
fn push(pools: &mut Vec<Pool>, mut pool: Pool) {
    while let Some(before) = pools.last().filter(|before| before.share() >= pool.share()).copied() {
        pool.add(&before);
        pools.pop();
    }
    pools.push(pool);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_rise_with_the_score_and_keep_to_what_happened() {
        // 200 customers; the score overstates by far, and its two middle bins are the wrong way round.
        let scores: Vec<f64> = (0..200).map(|i| f64::from(i / 50) / 4.0).collect();
        let left: Vec<bool> = (0..200).map(|i| i % 50 < [5, 20, 15, 45][i / 50]).collect();
        let line = Isotonic::fit(&scores, &left).unwrap();
        for (score, expected) in [
            (0.0, 6.0 / 52.0),
            (-1.0, 6.0 / 52.0),
            (0.375, 36.0 / 102.0),
            (0.75, 46.0 / 52.0),
            (2.0, 46.0 / 52.0),
        ] {
            assert!((line.of(score) - expected).abs() < 1e-12, "{score}: {}", line.of(score));
        }
        let mut before = 0.0;
        for k in 0..=100 {
            let p = line.of(f64::from(k) / 100.0);
            assert!(p >= before, "at {k}");
            before = p;
        }
    }

    #[test]
    fn the_order_of_customers_changes_nothing() {
        let scores: Vec<f64> = (0..300).map(|i| f64::from((i * 37) % 101) / 7.0).collect();
        let left: Vec<bool> = (0..300).map(|i| (i * 37) % 101 > 60 || i % 11 == 0).collect();
        let turned: Vec<f64> = scores.iter().rev().copied().collect();
        let turned_left: Vec<bool> = left.iter().rev().copied().collect();
        assert_eq!(Isotonic::fit(&scores, &left), Isotonic::fit(&turned, &turned_left));
        assert_eq!(Isotonic::fit(&[], &[]), None);
    }
}
