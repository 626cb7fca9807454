//! Which model to use: the one that found the held-back purchases least surprising.
//!
//! The parameters come from the part before the split. The score is the log density of what happened after it given what
//! happened before, ln L(all) − ln L(before), which needs no simulation: it is a difference of two likelihoods.

use crate::order;
use serde::Serialize;

use super::buying::Buying;
use super::history::History;
use super::model::{Model, ModelId};

/// One model's score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Candidate {
    /// The model.
    pub model: ModelId,
    /// ln density of the part held back, given the part before.
    pub held_out_log_likelihood: f64,
    /// How much less than the best. 0 for the best.
    pub behind: f64,
    /// Standard error of `behind`, from the differences customer by customer. A distance of less than two of them may
    /// be chance.
    pub behind_error: f64,
}

/// Scores the models, best first; ties keep the order given.
///
/// `before` and `after` hold the same customers, on the day of the split and on the last day.
pub fn choose(models: &[Model], before: &History, after: &History) -> Vec<Candidate> {
    let surprise = |model: &Model| -> Vec<f64> {
        let (then, now) = (model.ln_likelihoods(before), model.ln_likelihoods(after));
        let of = |table: &[f64], pattern: &u32| table.get(*pattern as usize).copied().unwrap_or(0.0);
        before.pattern.iter().zip(&after.pattern).map(|(b, a)| of(&now, a) - of(&then, b)).collect()
    };
    let each: Vec<(ModelId, Vec<f64>, f64)> = models
        .iter()
        .map(|model| {
            let customers = surprise(model);
            let sum = customers.iter().sum();
            (model.id(), customers, sum)
        })
        .collect();
    let mut ranked: Vec<&(ModelId, Vec<f64>, f64)> =
        each.iter().filter(|(.., sum)| sum.is_finite()).collect();
    order::by(&mut ranked, |a, b| b.2.total_cmp(&a.2));
    let Some((_, best, most)) = ranked.first().copied() else { return Vec::new() };
    let candidate = |(model, customers, sum): &(ModelId, Vec<f64>, f64)| {
        let n = customers.len() as f64;
        let mean = (most - sum) / n;
        let spread: f64 = best.iter().zip(customers).map(|(b, c)| (b - c - mean) * (b - c - mean)).sum();
        Candidate {
            model: *model,
            held_out_log_likelihood: *sum,
            behind: most - sum,
            behind_error: if n > 1.0 { libm::sqrt(spread * n / (n - 1.0)) } else { 0.0 },
        }
    };
    ranked.into_iter().map(candidate).collect()
}
