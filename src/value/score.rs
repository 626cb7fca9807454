//! How well a prediction per customer came true.

use crate::order;
use serde::Serialize;

/// Errors of a prediction, and how well it ranks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Score {
    /// Sum predicted.
    pub predicted: f64,
    /// Error of the sum: 0.1 is 10 % too many. 0 where nothing happened and nothing was predicted.
    pub total_error: f64,
    /// Mean absolute error per customer.
    pub mean_absolute_error: f64,
    /// Square root of the mean squared error per customer: large misses count more.
    pub root_mean_squared_error: f64,
    /// Probability that of two customers, one who bought again and one who didn't, the first was ranked higher:
    /// 0.5 is a coin. `None` where all bought or none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auc: Option<f64>,
    /// What the fifth of customers ranked highest got of all that came, divided by a fifth: 1 is no better than chance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lift_top_fifth: Option<f64>,
}

/// Scores `predicted` against `actual`; `None` without customers.
pub fn score(predicted: &[f64], actual: &[f64]) -> Option<Score> {
    let n = predicted.len().min(actual.len()) as f64;
    if n == 0.0 {
        return None;
    }
    let pairs = || predicted.iter().zip(actual);
    let sum: f64 = predicted.iter().sum();
    let came: f64 = actual.iter().sum();
    let total_error = if came > 0.0 {
        sum / came - 1.0
    } else if sum > 0.0 {
        1.0
    } else {
        0.0
    };
    Some(Score {
        predicted: sum,
        total_error,
        mean_absolute_error: pairs().map(|(p, a)| (p - a).abs()).sum::<f64>() / n,
        root_mean_squared_error: libm::sqrt(pairs().map(|(p, a)| (p - a) * (p - a)).sum::<f64>() / n),
        auc: auc(predicted, actual),
        lift_top_fifth: lift(predicted, actual, 0.2),
    })
}

/// Area under the receiver operating characteristic for "did anything come": ties count half.
pub fn auc(predicted: &[f64], actual: &[f64]) -> Option<f64> {
    let (mut ranks, mut yes, mut below) = (0.0, 0.0, 0.0);
    for tie in ties(predicted, actual) {
        let size = tie.customers;
        ranks += tie.bought * (below + 0.5 * (size + 1.0));
        yes += tie.bought;
        below += size;
    }
    let no = below - yes;
    (yes > 0.0 && no > 0.0).then(|| (ranks - 0.5 * yes * (yes + 1.0)) / (yes * no))
}

/// Share of all that came which the top `share` of customers got, over `share`. Customers ranked equal share what they got, so
/// the order of rows doesn't matter.
pub fn lift(predicted: &[f64], actual: &[f64], share: f64) -> Option<f64> {
    let all: f64 = actual.iter().sum();
    let mut left = share * predicted.len() as f64;
    let mut got = 0.0;
    for tie in ties(predicted, actual).iter().rev() {
        let taken = (left / tie.customers).min(1.0);
        got += taken * tie.came;
        left -= taken * tie.customers;
        if left <= 0.0 {
            break;
        }
    }
    (all > 0.0).then(|| got / all / share)
}

/// Customers with the same prediction.
struct Tie {
    customers: f64,
    bought: f64,
    came: f64,
}

/// From the lowest prediction to the highest.
fn ties(predicted: &[f64], actual: &[f64]) -> Vec<Tie> {
    let mut ties: Vec<Tie> = Vec::new();
    let mut last = f64::NAN;
    for place in order::of_floats(predicted) {
        let of = |values: &[f64]| values.get(place as usize).copied().unwrap_or(0.0);
        let (predicted, actual) = (of(predicted), of(actual));
        if predicted != last {
            ties.push(Tie { customers: 0.0, bought: 0.0, came: 0.0 });
            last = predicted;
        }
        if let Some(tie) = ties.last_mut() {
            tie.customers += 1.0;
            tie.bought += f64::from(u8::from(actual > 0.0));
            tie.came += actual;
        }
    }
    ties
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranking_is_counted_pair_by_pair() {
        for (predicted, actual, want) in [
            (vec![1.0, 2.0, 3.0, 4.0], vec![0.0, 0.0, 1.0, 5.0], Some(1.0)),
            (vec![4.0, 3.0, 2.0, 1.0], vec![0.0, 0.0, 1.0, 5.0], Some(0.0)),
            (vec![1.0, 1.0, 1.0, 1.0], vec![0.0, 1.0, 0.0, 1.0], Some(0.5)),
            // Pairs (2 yes, 2 no): 3>1 won, 3>2 won, 2>1 won, 2=2 half: 3.5 of 4.
            (vec![3.0, 2.0, 2.0, 1.0], vec![1.0, 1.0, 0.0, 0.0], Some(0.875)),
            (vec![1.0, 2.0], vec![1.0, 1.0], None),
        ] {
            assert_eq!(auc(&predicted, &actual), want);
        }
    }

    #[test]
    fn lift_shares_ties_fairly() {
        assert_eq!(lift(&[5.0, 4.0, 3.0, 2.0, 1.0], &[10.0, 0.0, 0.0, 0.0, 0.0], 0.2), Some(5.0));
        let even = lift(&[1.0; 5], &[10.0, 0.0, 0.0, 0.0, 0.0], 0.2).unwrap();
        assert!((even - 1.0).abs() < 1e-12);
        assert_eq!(lift(&[1.0; 5], &[0.0; 5], 0.2), None);
    }

    #[test]
    fn errors_are_per_customer() {
        let got = score(&[1.0, 3.0], &[2.0, 0.0]).unwrap();
        assert_eq!((got.predicted, got.total_error, got.mean_absolute_error), (4.0, 1.0, 2.0));
        assert!((got.root_mean_squared_error - 5.0_f64.sqrt()).abs() < 1e-15);
        assert!(score(&[], &[]).is_none());
    }
}
