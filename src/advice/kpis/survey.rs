//! What customers answered: satisfaction and willingness to recommend, one answer for each customer (the mean of several).
//!
//! The intervals say what all customers of this kind would have answered, had all been asked and had silence no reason:
//! for a share that of Wilson (1927), for the net promoter score the normal one with the variance of a difference of two
//! shares of one sample, (p + d − (p − d)²) / n.

use super::kpi;
use crate::customers::Customers;
use crate::ledger::{CellKind, Column};
use crate::report::{Kpi, KpiId, Missing};
use crate::settings::Role;

/// 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// What was asked, on which scale, and who answered what.
pub struct Survey<'a> {
    column: &'a Column,
    /// Top of the scale: 5, 7 or 10.
    top: f64,
    id: KpiId,
}

/// What some customers answered.
pub struct Answered {
    /// A share from 0 to 1 (satisfaction), or points from −100 to 100 (net promoter score).
    pub value: f64,
    /// Answers.
    pub n: u64,
    /// The 95 % interval.
    pub interval: (f64, f64),
}

impl<'a> Survey<'a> {
    /// Share of the answers in the top two boxes: 4 and 5 of five, 6 and 7 of seven, 9 and 10 of ten. `None` without answers on
    /// such a scale.
    pub fn csat(customers: &'a Customers) -> Option<Self> {
        let (column, highest, _) = answers(customers, Role::Satisfaction)?;
        let top = [5.0, 7.0, 10.0].into_iter().find(|top| highest <= *top)?;
        Some(Survey { column, top, id: KpiId::Csat })
    }

    /// Share of 9 and 10 less that of 0 to 6, in points from −100 to 100. `None` without answers from 0 to 10.
    pub fn nps(customers: &'a Customers) -> Option<Self> {
        let (column, highest, lowest) = answers(customers, Role::Nps)?;
        (lowest >= 0.0 && highest <= 10.0).then_some(Survey { column, top: 10.0, id: KpiId::Nps })
    }

    /// What these customers answered; `None` where none did.
    pub fn of(&self, customers: impl Iterator<Item = usize>) -> Option<Answered> {
        let (mut n, mut best, mut worst) = (0_u64, 0_u64, 0_u64);
        for answer in customers.filter_map(|i| self.column.number(i)) {
            n += 1;
            best += u64::from(answer >= self.top - 1.0);
            worst += u64::from(answer < 7.0);
        }
        let share = |part: u64| part as f64 / n as f64;
        (n > 0).then(|| match self.id {
            KpiId::Csat => Answered { value: share(best), n, interval: wilson(share(best), n as f64) },
            _ => {
                let (value, half) = net(share(best), share(worst), n as f64);
                Answered { value, n, interval: ((value - half).max(-100.0), (value + half).min(100.0)) }
            }
        })
    }
}

pub(super) fn csat(customers: &Customers) -> Kpi {
    let survey = Survey::csat(customers);
    indicator(KpiId::Csat, survey, customers, "answers in the top two boxes / answers")
}

pub(super) fn nps(customers: &Customers) -> Kpi {
    indicator(KpiId::Nps, Survey::nps(customers), customers, "share of 9 and 10 - share of 0 to 6")
}

fn indicator(id: KpiId, survey: Option<Survey<'_>>, customers: &Customers, formula: &str) -> Kpi {
    match survey.and_then(|survey| survey.of(0..customers.len())) {
        Some(Answered { value, n, interval }) => {
            Kpi { interval: Some(interval), ..kpi(id, Some(value), n, formula, None) }
        }
        None => kpi(id, None, 0, formula, Some(Missing::NoSurvey)),
    }
}

/// The column of answers, the highest and the lowest of them.
fn answers(customers: &Customers, role: Role) -> Option<(&Column, f64, f64)> {
    let mut columns = customers.attributes.iter().map(|attribute| attribute.column.as_ref());
    let column = columns.find(|column| column.kind == CellKind::Numbers && column.role == Some(role))?;
    let all = (0..customers.len()).filter_map(|i| column.number(i));
    let (highest, lowest) =
        all.fold((0.0_f64, f64::INFINITY), |(high, low), answer| (high.max(answer), low.min(answer)));
    lowest.is_finite().then_some((column, highest, lowest))
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
