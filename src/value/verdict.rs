//! The verdict on the data that comes before the numbers: can models of buying say anything about this file?
//!
//! Takes purchases, what is known of each customer, and the day; gives findings: a code, the value found and the limit
//! it missed. A *gate* that is missed means that figures are shown with a warning and not called trusted; a *note* is
//! something to know when reading them. The page turns the codes into sentences.

use serde::Serialize;

use super::history::{History, Purchases};
use crate::units::Day;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// Nobody has bought by that day.
    NoPurchases,
    /// Fewer customers than a stable fit needs. Value: customers.
    FewCustomers,
    /// The file covers too short a time. Value: days.
    ShortHistory,
    /// Nobody ever bought on a second day. Value: 0.
    NoRepeats,
    /// Hardly anybody did. Value: customers with a repeat purchase.
    FewRepeaters,
    /// The likelihood of the chosen model has no maximum; a weak prior decided. Value: customers.
    Regularised,
    /// No model could be fitted.
    NoFit,
    /// The back-test could not be run: there is not enough time before or in the part held back. Value: days held back.
    NoBackTest,
    /// A simple rule predicted the part held back better. Value: the model's error as a share of the rule's.
    BeatenByBaseline,
    /// The prediction of the total was far off. Value: error of the total (0.5 is 50 % too many).
    TotalFarOff,
    /// Nobody ever paid: no spend, no value.
    NoSpend,
    /// Most customers "first" bought at the very start of the file: their true first purchase lies before it, or the file is a
    /// selection of one period's new customers. Value: their share.
    LeftCensored,
    /// No new customer in the second half of the time: a file of one cohort. Value: days since the last new customer.
    ClosedCohort,
    /// The day of observation lies long after the last purchase: if the file simply ends earlier, every customer looks lost.
    /// Value: days.
    QuietEnd,
    /// Less than a full year: seasons can't be told from trends. Value: days.
    NoFullYear,
    /// The forecast reaches further ahead than the file reaches back. Value: days of history.
    HorizonBeyondHistory,
    /// Spend grows or falls with the number of purchases, which Gamma-Gamma rules out. Value: correlation on repeaters.
    SpendDependsOnFrequency,
    /// Expected spend is everybody's mean: too few paid repeats, or all of one amount. Value: customers with paid repeats.
    SpendIsMean,
    /// Amounts are too uneven, or too much alike, for Gamma-Gamma; a weak prior decided. Value: customers with paid repeats.
    SpendRegularised,
    /// All purchases fall on one day a period: a model of periods is used. Value: days in a period.
    Periodic,
    /// Purchase days of amount 0 count as purchases but not for spend. Value: days.
    ZeroAmounts,
}

/// Whether a finding forbids trust or asks for care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// The figures are not to be trusted.
    Gate,
    /// To know when reading them.
    Note,
}

/// One reason.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ModelReason {
    /// What was found.
    pub code: Finding,
    /// Whether it forbids trust.
    pub weight: Weight,
    /// The value found, in the unit that the code says.
    pub value: f64,
    /// The limit that it missed.
    pub limit: f64,
}

/// Below this the likelihood may have no maximum: in 4 of 100 random parts of CDNOW with 200 customers, in 1 with 500
/// ([`super::fit`]).
pub const FEWEST_CUSTOMERS: u64 = 500;
/// Below half a year a silence of months, which is what tells the active from the lost, has hardly been seen.
pub const FEWEST_DAYS: u32 = 180;
/// Four parameters need some dozens of customers who came back.
pub const FEWEST_REPEATERS: u64 = 50;

impl ModelReason {
    /// A reason that forbids trust.
    pub fn gate(code: Finding, value: f64, limit: f64) -> ModelReason {
        ModelReason { code, weight: Weight::Gate, value, limit }
    }

    /// A reason for care.
    pub fn note(code: Finding, value: f64, limit: f64) -> ModelReason {
        ModelReason { code, weight: Weight::Note, value, limit }
    }
}

/// Looks at the purchases and at what they come to, before any fit. `horizon` is the reach of the forecast in days.
pub fn verdict(purchases: &Purchases, history: &History, as_of: Day, horizon: u32) -> Vec<ModelReason> {
    let mut reasons = verdict_on_history(history, horizon);
    let zero = (0..purchases.customers())
        .flat_map(|c| purchases.of(c).take_while(|(day, _)| *day <= as_of))
        .filter(|(_, amount)| amount.0 == 0)
        .count();
    if zero > 0 && !history.is_empty() {
        reasons.push(ModelReason::note(Finding::ZeroAmounts, zero as f64, 0.0));
    }
    reasons
}

/// The same where the purchases themselves are not known.
pub fn verdict_on_history(history: &History, horizon: u32) -> Vec<ModelReason> {
    let mut reasons = Vec::new();
    if history.is_empty() {
        return vec![ModelReason::gate(Finding::NoPurchases, 0.0, 1.0)];
    }
    let customers = history.len() as u64;
    let span = history.oldest();
    let repeaters = history.repeaters();
    if customers < FEWEST_CUSTOMERS {
        reasons.push(ModelReason::gate(Finding::FewCustomers, customers as f64, FEWEST_CUSTOMERS as f64));
    }
    if span < FEWEST_DAYS {
        reasons.push(ModelReason::gate(Finding::ShortHistory, f64::from(span), f64::from(FEWEST_DAYS)));
    }
    if repeaters == 0 {
        reasons.push(ModelReason::gate(Finding::NoRepeats, 0.0, 1.0));
    } else if repeaters < FEWEST_REPEATERS {
        reasons.push(ModelReason::gate(Finding::FewRepeaters, repeaters as f64, FEWEST_REPEATERS as f64));
    }
    let age_of_file = f64::from(span);
    let at_start: f64 =
        history.weighted().filter(|(p, _)| f64::from(p.age) >= 0.9 * age_of_file).map(|(_, w)| w).sum();
    let share = at_start / customers as f64;
    if share > 0.5 && span > 0 {
        reasons.push(ModelReason::note(Finding::LeftCensored, share, 0.5));
    }
    let youngest = history.patterns.iter().map(|p| p.age).min().unwrap_or(0);
    if 2 * youngest > span {
        reasons.push(ModelReason::note(Finding::ClosedCohort, f64::from(youngest), f64::from(span / 2)));
    }
    let quiet = history.patterns.iter().map(|p| p.age - p.recency.min(p.age)).min().unwrap_or(0);
    let quiet_limit = 28.0_f64.min((0.05 * age_of_file).max(7.0));
    if f64::from(quiet) > quiet_limit {
        reasons.push(ModelReason::note(Finding::QuietEnd, f64::from(quiet), quiet_limit));
    }
    if span < 365 {
        reasons.push(ModelReason::note(Finding::NoFullYear, f64::from(span), 365.0));
    }
    if horizon > span {
        reasons.push(ModelReason::note(Finding::HorizonBeyondHistory, f64::from(span), f64::from(horizon)));
    }
    let rho = spend_correlation(history);
    if rho.abs() > STRONG_CORRELATION {
        reasons.push(ModelReason::note(Finding::SpendDependsOnFrequency, rho, STRONG_CORRELATION));
    }
    reasons
}

/// Above this the independence of spend and frequency is in doubt (CDNOW, on which the model is known to work: 0.11).
const STRONG_CORRELATION: f64 = 0.3;

/// Pearson's correlation of x and m over the customers with paid repeats; 0 where it is not defined.
///
/// On repeaters only: with one-time buyers as zeros, or with total instead of mean spend, it is large by construction.
pub fn spend_correlation(history: &History) -> f64 {
    let pairs = || {
        let each = history.spend.iter().enumerate();
        each.filter_map(|(i, m)| m.map(|m| (history.of(i).x(), m)))
    };
    let n = pairs().count() as f64;
    let (mean_x, mean_m) = (pairs().map(|p| p.0).sum::<f64>() / n, pairs().map(|p| p.1).sum::<f64>() / n);
    let (mut xx, mut xm, mut mm) = (0.0, 0.0, 0.0);
    for (x, m) in pairs() {
        let (x, m) = (x - mean_x, m - mean_m);
        xx += x * x;
        xm += x * m;
        mm += m * m;
    }
    let rho = xm / libm::sqrt(xx * mm);
    if n > 2.0 && rho.is_finite() { rho } else { 0.0 }
}
