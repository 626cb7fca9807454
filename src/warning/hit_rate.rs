//! The hit rate: the same warning given one horizon ago, with the rows up to that day only, against who really left.
//!
//! The model is fitted again on those rows, and calibrated on the horizon before: nothing of what is to be foretold is
//! known to it.

use serde::Serialize;

use super::document::{RiskBand, Seen};
use super::horizon::Horizon;
use super::score::{Scorer, left};
use super::season;
use crate::settings::WarningSettings;
use crate::units::Day;
use crate::value::back_test::Bin;
use crate::value::baseline::silence;
use crate::value::buying::Buying;
use crate::value::fit::Search;
use crate::value::history::{History, Purchases};
use crate::value::model::Model;
use crate::value::score::{auc, lift};

/// A ranking has to be better by this much to be called better.
const MARGIN: f64 = 0.01;
/// Customers who paused last year too, from whom the effect of the season can be told.
const SEASONAL: f64 = 20.0;

/// How the warning did.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct HitRate {
    /// The day on which it was given.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub day: Day,
    /// Days it looked ahead.
    pub days: u32,
    /// Customers warned of or not: those who had bought by then (of large files a sample).
    pub customers: u64,
    /// Of them, those who then bought nothing.
    pub left: u64,
    /// Customers who were red.
    pub red: u64,
    /// Of those, who left.
    pub red_left: u64,
    /// Share of the red who left. `None` without a red one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<f64>,
    /// Share of those who left who had been red.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recall: Option<f64>,
    /// Precision divided by the share of all who left: 1 is no better than warning of everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lift: Option<f64>,
    /// What the fifth with the highest risk had of those who left, divided by a fifth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lift_top_fifth: Option<f64>,
    /// Probability that of two customers, one who left and one who stayed, the first had the higher risk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auc: Option<f64>,
    /// The same, ranked by the days since the last order alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recency_auc: Option<f64>,
    /// The risk ranks better than those days alone, by more than a hundredth.
    pub better: bool,
    /// Mean squared difference between the risk (0 to 1) and what happened.
    pub brier: f64,
    /// The same if everybody were given the share of all.
    pub brier_of_share: f64,
    /// By tenth of the risk: mean risk, and share who left.
    pub bins: Vec<Bin>,
    /// What the risk of customers who paused last year too is multiplied with: those who left among them against those
    /// expected to, never above 1. `None` with fewer than twenty of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub season_factor: Option<f64>,
}

/// Gives the warning of `horizon.back(1)` and looks what came. `None` where there was too little to learn from by then.
pub fn hit_rate(
    purchases: &Purchases,
    horizon: &Horizon,
    model: Option<Model>,
    period: Option<f64>,
    settings: &WarningSettings,
) -> Option<HitRate> {
    let (day, days) = (horizon.back(1), horizon.days);
    let before = History::build(purchases, day);
    let model = match model {
        Some(model) => {
            let search = Search { precise: false, start: Some(model.parameters()) };
            Some(model.id().fit(&before, period, search)?.0)
        }
        None => None,
    };
    let scorer = Scorer::learn(purchases, model, horizon.back(2), days)?;
    let risks = scorer.risks(&before, days);
    let left = left(purchases, &before, day, days);
    let outcome: Vec<f64> = left.iter().map(|left| f64::from(u8::from(*left))).collect();
    let silences: Vec<f64> = (0..before.len()).map(|i| f64::from(silence(&before, i))).collect();
    let n = outcome.len() as f64;
    let gone = outcome.iter().fold(0.0, |a, b| a + b);
    if gone == 0.0 || gone == n {
        return None;
    }
    let (mut red, mut red_left, mut brier) = (0_u64, 0_u64, 0.0);
    for (risk, outcome) in risks.iter().zip(&outcome) {
        if settings.band(100.0 * risk) == RiskBand::Red {
            red += 1;
            red_left += *outcome as u64;
        }
        brier += (risk - outcome) * (risk - outcome) / n;
    }
    let share = gone / n;
    let precision = (red > 0).then(|| red_left as f64 / red as f64);
    let (auc, recency_auc) = (auc(&risks, &outcome), auc(&silences, &outcome));
    Some(HitRate {
        day,
        days,
        customers: outcome.len() as u64,
        left: gone as u64,
        red,
        red_left,
        precision,
        recall: (red > 0).then(|| red_left as f64 / gone),
        lift: precision.map(|precision| precision / share),
        lift_top_fifth: lift(&risks, &outcome, 0.2),
        auc,
        recency_auc,
        better: auc.zip(recency_auc).is_some_and(|(ours, recency)| ours > recency + MARGIN),
        brier,
        brier_of_share: share * (1.0 - share),
        bins: bins(&risks, &outcome),
        season_factor: season_factor(purchases, &before, &risks, &outcome, day),
    })
}

/// By tenth of the risk: how many, their mean risk, and the share who left.
pub fn bins(risks: &[f64], outcome: &[f64]) -> Vec<Bin> {
    let mut sums = [(0_u64, 0.0, 0.0); 10];
    for (risk, outcome) in risks.iter().zip(outcome) {
        let tenth = &mut sums[((risk * 10.0) as usize).min(9)];
        *tenth = (tenth.0 + 1, tenth.1 + risk, tenth.2 + outcome);
    }
    let bins = sums.iter().enumerate().filter(|(_, (customers, ..))| *customers > 0);
    let bins = bins.map(|(i, &(customers, risk, gone))| Bin {
        from: i as f64 / 10.0,
        customers,
        predicted: risk / customers as f64,
        actual: gone / customers as f64,
    });
    bins.collect()
}

/// Expectation and outcome of the customers who had made the same pause a year before.
fn season_factor(
    purchases: &Purchases,
    before: &History,
    risks: &[f64],
    outcome: &[f64],
    day: Day,
) -> Option<f64> {
    let (mut n, mut expected, mut left) = (0.0, 0.0, 0.0);
    let (mut gaps, mut days) = (Vec::new(), Vec::new());
    for ((customer, risk), outcome) in before.customers.iter().zip(risks).zip(outcome) {
        days.clear();
        days.extend(purchases.of(*customer as usize).map(|(day, _)| day));
        if season::pause(&days, day, &mut gaps) == Seen::Seen {
            n += 1.0;
            expected += risk;
            left += outcome;
        }
    }
    // Five customers who did as expected keep a handful from deciding.
    (n >= SEASONAL).then(|| f64::min((left + 5.0) / (expected + 5.0), 1.0))
}
