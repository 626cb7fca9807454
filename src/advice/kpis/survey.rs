//! What customers answered: satisfaction and willingness to recommend, one answer for each customer (the mean of several).
//!
//! The intervals say what all customers of this kind would have answered, had all been asked and had silence no reason:
//! for a share that of Wilson (1927), for the net promoter score the normal one with the variance of a difference of two
//! shares of one sample, (p + d − (p − d)²) / n.

use super::kpi;
use crate::customers::Customers;
use crate::ledger::CellKind;
use crate::report::{Kpi, KpiId, Missing};
use crate::settings::Role;

/// 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Share of the answers in the top two boxes: 4 and 5 of five, 6 and 7 of seven, 9 and 10 of ten.
pub(super) fn csat(customers: &Customers) -> Kpi {
    let answers = answers(customers, Role::Satisfaction);
    let highest = answers.iter().copied().fold(0.0, f64::max);
    let scale = [5.0, 7.0, 10.0].into_iter().find(|top| highest <= *top);
    let formula = "answers in the top two boxes / answers";
    let (Some(top), n @ 1..) = (scale, answers.len()) else {
        return kpi(KpiId::Csat, None, 0, formula, Some(Missing::NoSurvey));
    };
    let content = answers.iter().filter(|answer| **answer >= top - 1.0).count();
    let share = content as f64 / n as f64;
    Kpi { interval: Some(wilson(share, n as f64)), ..kpi(KpiId::Csat, Some(share), n as u64, formula, None) }
}

/// Share of 9 and 10 less that of 0 to 6, in points from −100 to 100.
pub(super) fn nps(customers: &Customers) -> Kpi {
    let answers = answers(customers, Role::Nps);
    let formula = "share of 9 and 10 - share of 0 to 6";
    let n = answers.len() as f64;
    if answers.is_empty() || answers.iter().any(|answer| !(0.0..=10.0).contains(answer)) {
        return kpi(KpiId::Nps, None, 0, formula, Some(Missing::NoSurvey));
    }
    let share = |fits: &dyn Fn(f64) -> bool| answers.iter().filter(|a| fits(**a)).count() as f64 / n;
    let (promoters, detractors) = (share(&|a| a >= 9.0), share(&|a| a < 7.0));
    let (score, half) = net(promoters, detractors, n);
    Kpi {
        interval: Some(((score - half).max(-100.0), (score + half).min(100.0))),
        ..kpi(KpiId::Nps, Some(score), answers.len() as u64, formula, None)
    }
}

/// The answers of all customers who gave one.
fn answers(customers: &Customers, role: Role) -> Vec<f64> {
    let fits = customers.attributes.iter().map(|attribute| &attribute.column);
    let column = fits.filter(|column| column.kind == CellKind::Numbers).find(|c| c.role == Some(role));
    column.map_or_else(Vec::new, |column| (0..customers.len()).filter_map(|i| column.number(i)).collect())
}

/// Net promoter score in points, and half the width of its interval.
fn net(promoters: f64, detractors: f64, n: f64) -> (f64, f64) {
    let score = promoters - detractors;
    let variance = (promoters + detractors - score * score) / n;
    (100.0 * score, 100.0 * Z * variance.max(0.0).sqrt())
}

/// Interval of a share of n.
pub fn wilson(share: f64, n: f64) -> (f64, f64) {
    let z2 = Z * Z;
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

/// The 95 % interval of the difference of two independent shares, from the interval of each: R. G. Newcombe (Statistics in
/// Medicine 17, 1998, 873–890), method 10.
pub fn newcombe(a: (f64, (f64, f64)), b: (f64, (f64, f64))) -> (f64, f64) {
    let root = |x: f64, y: f64| (x * x + y * y).sqrt();
    let (((a, (a_low, a_high)), (b, (b_low, b_high))), difference) = ((a, b), a.0 - b.0);
    let (low, high) = (root(a - a_low, b_high - b), root(a_high - a, b - b_low));
    ((difference - low).max(-1.0), (difference + high).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_the_textbooks() {
        // Newcombe (1998), table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        for (x, n, low, high) in [
            (81.0, 263.0, 0.2553, 0.3662),
            (15.0, 148.0, 0.0624, 0.1605),
            (0.0, 20.0, 0.0, 0.1611),
            (1.0, 29.0, 0.0061, 0.1718),
        ] {
            let (a, b) = wilson(x / n, n);
            assert!((a - low).abs() < 5e-5 && (b - high).abs() < 5e-5, "{x}/{n}: {a} {b}");
        }
        // 50 promoters and 20 detractors of 100: 30 points, and 1.96 × √0.0061 on either side.
        let (score, half) = net(0.5, 0.2, 100.0);
        assert!((score - 30.0).abs() < 1e-9 && (half - 15.308).abs() < 1e-3, "{score} {half}");
    }
}
