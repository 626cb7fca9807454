//! Weights from comparisons of pairs: the analytic hierarchy process (Saaty 1980).
//!
//! A person says of each two parts which counts more, on Saaty's scale from 1 (equally) to 9 (extremely), or 1/2 … 1/9
//! the other way. Weights are the geometric means of the rows of the matrix of comparisons (Crawford and Williams 1985).
//! Comparisons may contradict each other; the consistency ratio says how much: up to 0.1 is held to be sound.

use crate::settings::Weights;

/// What comparisons come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Priorities {
    /// The weights, in points of 100.
    pub weights: Weights,
    /// (λ_max − n) / (n − 1) over the same for random comparisons: 0 without contradiction, 1 like chance.
    pub consistency_ratio: f64,
}

/// Consistency index of random comparisons of three and of four parts (Saaty 1980, table 1.1).
const RANDOM: [f64; 2] = [0.58, 0.90];

/// How many parts are compared by so many comparisons: three by three, four by six.
pub fn parts(comparisons: usize) -> Option<usize> {
    match comparisons {
        3 => Some(3),
        6 => Some(4),
        _ => None,
    }
}

/// Weights of recency, frequency, money and (with six comparisons) tenure. The comparisons are those of the first with
/// each later part, then of the second, and so on. `None` for another number of them, or one that is not positive.
#[expect(clippy::needless_range_loop, reason = "indices are what the matrix is written in")]
pub fn priorities(comparisons: &[f64]) -> Option<Priorities> {
    let n = parts(comparisons.len())?;
    if comparisons.iter().any(|c| !c.is_finite() || *c <= 0.0) {
        return None;
    }
    let mut matrix = [[1.0; 4]; 4];
    let mut next = comparisons.iter();
    for row in 0..n {
        for column in row + 1..n {
            let value = *next.next()?;
            matrix[row][column] = value;
            matrix[column][row] = 1.0 / value;
        }
    }
    let mut points = [0.0; 4];
    for (point, row) in points.iter_mut().zip(&matrix).take(n) {
        *point = libm::exp(row[..n].iter().map(|c| libm::log(*c)).sum::<f64>() / n as f64);
    }
    let sum: f64 = points.iter().sum();
    points = points.map(|point| 100.0 * point / sum);
    let stretched = |row: usize| (0..n).map(|column| matrix[row][column] * points[column]).sum::<f64>();
    let largest = (0..n).map(|row| stretched(row) / points[row]).sum::<f64>() / n as f64;
    let index = (largest - n as f64) / (n - 1) as f64;
    let [recency, frequency, monetary, tenure] = points;
    Some(Priorities {
        weights: Weights { recency, frequency, monetary, tenure, ..Weights::NONE },
        consistency_ratio: (index / RANDOM[n - 3]).max(0.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_and_consistency() {
        for (comparisons, weights, ratio) in [
            // Everything counts the same.
            (vec![1.0; 3], [100.0 / 3.0; 4], 0.0),
            // Without contradiction: 1 : 2 : 6.
            (vec![0.5, 1.0 / 6.0, 1.0 / 3.0], [11.111111, 22.222222, 66.666667, 0.0], 0.0),
            // Four parts, 1 : 2 : 4 : 1.
            (vec![0.5, 0.25, 1.0, 0.5, 2.0, 4.0], [12.5, 25.0, 50.0, 12.5], 0.0),
            // By hand: the rows' geometric means are 15^(1/3), 1 and 15^(-1/3), λ_max is 3 + (x + 1/x − 2) with
            // x = (3 · 3 / 5)^(1/3).
            (vec![3.0, 5.0, 3.0], [63.698557, 25.828499, 10.472943, 0.0], 0.033199),
        ] {
            let got = priorities(&comparisons).unwrap();
            let Weights { recency, frequency, monetary, tenure, .. } = got.weights;
            for (got, want) in [recency, frequency, monetary].into_iter().zip(weights) {
                assert!((got - want).abs() < 1e-5, "{comparisons:?}: {:?}", got);
            }
            assert!(comparisons.len() == 3 && tenure == 0.0 || (tenure - weights[3]).abs() < 1e-5);
            assert!(
                (got.consistency_ratio - ratio).abs() < 1e-5,
                "{comparisons:?}: {}",
                got.consistency_ratio
            );
        }
        // Each beats the next in a ring: nobody can rank that.
        assert!(priorities(&[9.0, 1.0 / 9.0, 9.0]).unwrap().consistency_ratio > 1.0);
        for wrong in [vec![], vec![1.0; 4], vec![0.0, 1.0, 1.0], vec![f64::NAN, 1.0, 1.0]] {
            assert_eq!(priorities(&wrong), None);
        }
    }
}
