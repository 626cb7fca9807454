//! The thresholds of the views by rule, as a person may set them; what is not set comes from the data or from custom.
//!
//! Every threshold has a unit that a person knows: days, orders, money, multiples of the usual gap. [`SegmentRules::fault`]
//! finds thresholds that don't divide the customers into groups of which each customer is in exactly one: those that don't rise.

use serde::{Deserialize, Serialize};

use crate::customers::Customers;

/// Thresholds of the views by rule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct SegmentRules {
    /// Cuts between the scores. `None`: quantiles of the buyers, or fixed ones where there are few.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scores: Option<ScoreCuts>,
    /// What divides high from low in the eight types.
    pub eight: EightCuts,
    /// Days of everybody's cycle, 1 to 3650. `None`: the customer's own rhythm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cycle_days: Option<f64>,
    /// Cycles since the last order that end active, drowsy and half asleep.
    pub nes: [f64; 3],
    /// Cycles that divide the stages.
    pub stages: StageCuts,
    /// Shares of the revenue that A, and A and B together, bring.
    pub abc: [f64; 2],
}

/// Cuts between the scores: four each, in order.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct ScoreCuts {
    /// Days since the last order: upper ends of the scores 5, 4, 3 and 2.
    pub recency: [f64; 4],
    /// Orders: upper ends of the scores 1, 2, 3 and 4.
    pub frequency: [f64; 4],
    /// Net spend: upper ends of the scores 1, 2, 3 and 4.
    pub monetary: [f64; 4],
}

/// What divides high from low.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum EightBy {
    /// The median of the buyers.
    #[default]
    Median,
    /// Their mean.
    Mean,
    /// Values that a person gave.
    Given,
}

/// Cuts of the eight types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct EightCuts {
    /// Where they come from.
    pub by: EightBy,
    /// Given: days since the last order; fewer are high.
    pub recency: f64,
    /// Given: orders; more are high.
    pub frequency: f64,
    /// Given: net spend; more is high.
    pub monetary: f64,
}

/// Cycles that divide the stages of the relationship.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct StageCuts {
    /// Cycles after which a repeat customer is slowing.
    pub slowing: f64,
    /// Cycles after which a repeat customer is dormant.
    pub dormant: f64,
    /// Cycles after which a customer with a single order is dormant.
    pub dormant_one: f64,
    /// The dormant limit times this is lost.
    pub lost: f64,
}

impl Default for StageCuts {
    fn default() -> Self {
        StageCuts { slowing: 1.5, dormant: 3.0, dormant_one: 2.0, lost: 2.0 }
    }
}

impl Default for SegmentRules {
    fn default() -> Self {
        SegmentRules {
            scores: None,
            eight: EightCuts::default(),
            cycle_days: None,
            nes: [1.0, 2.0, 3.0],
            stages: StageCuts::default(),
            abc: [0.8, 0.95],
        }
    }
}

impl SegmentRules {
    /// The cycle that customer `i` is measured by: the given one, else the customer's own rhythm.
    pub fn cycle(&self, customers: &Customers, i: usize) -> Option<f64> {
        self.cycle_days.or_else(|| customers.cycle(i))
    }

    /// Cycles since the last order.
    pub fn cycles(&self, customers: &Customers, i: usize) -> Option<f64> {
        Some(f64::from(*customers.recency.get(i)?.as_ref()?) / self.cycle(customers, i)?)
    }

    /// The first setting whose thresholds are no partition of the customers.
    pub fn fault(&self) -> Option<&'static str> {
        let SegmentRules { scores, eight, cycle_days, nes, stages, abc } = self;
        if let Some(ScoreCuts { recency, frequency, monetary }) = scores {
            if !ordered(recency, 0.0) {
                return Some("segments.scores.recency");
            }
            if !ordered(frequency, 0.0) {
                return Some("segments.scores.frequency");
            }
            if !ordered(monetary, f64::MIN) {
                return Some("segments.scores.monetary");
            }
        }
        if [eight.recency, eight.frequency, eight.monetary].iter().any(|cut| !cut.is_finite()) {
            return Some("segments.eight");
        }
        if cycle_days.is_some_and(|days| !(1.0..=3650.0).contains(&days)) {
            return Some("segments.cycle_days");
        }
        if !rising(nes, f64::MIN_POSITIVE) {
            return Some("segments.nes");
        }
        let StageCuts { slowing, dormant, dormant_one, lost } = *stages;
        if !rising(&[1.0, slowing, dormant], 0.0)
            || !rising(&[1.0, dormant_one], 0.0)
            || !rising(&[1.0, lost], 0.0)
        {
            return Some("segments.stages");
        }
        if !rising(abc, 0.0) || abc[1] > 1.0 {
            return Some("segments.abc");
        }
        None
    }
}

/// Whether cuts are in order. Two may be the same, as those of the data are where many customers share a value: nobody is in the
/// level between them.
fn ordered(cuts: &[f64], least: f64) -> bool {
    cuts.iter().all(|cut| cut.is_finite() && *cut >= least) && cuts.windows(2).all(|pair| pair[0] <= pair[1])
}

/// Whether thresholds rise, one above the other: then every value is in exactly one of the levels between them.
fn rising(cuts: &[f64], least: f64) -> bool {
    cuts.iter().all(|cut| cut.is_finite() && *cut >= least) && cuts.windows(2).all(|pair| pair[0] < pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thresholds_that_do_not_rise_are_no_partition() {
        let whole = SegmentRules::default();
        let cuts = ScoreCuts {
            recency: [30.0, 90.0, 180.0, 365.0],
            frequency: [1.0, 2.0, 4.0, 9.0],
            monetary: [-5.0, 10.0, 20.0, 40.0],
        };
        let with = |scores| SegmentRules { scores: Some(scores), ..whole };
        for (rules, fault) in [
            (whole, None),
            (with(cuts), None),
            (with(ScoreCuts { frequency: [1.0, 1.0, 2.0, 4.0], ..cuts }), None),
            (with(ScoreCuts { recency: [30.0, 90.0, 80.0, 365.0], ..cuts }), Some("segments.scores.recency")),
            (
                with(ScoreCuts { recency: [-1.0, 90.0, 180.0, 365.0], ..cuts }),
                Some("segments.scores.recency"),
            ),
            (with(ScoreCuts { frequency: [1.0, 4.0, 2.0, 9.0], ..cuts }), Some("segments.scores.frequency")),
            (
                with(ScoreCuts { monetary: [f64::NAN, 4.0, 5.0, 9.0], ..cuts }),
                Some("segments.scores.monetary"),
            ),
            (SegmentRules { cycle_days: Some(0.0), ..whole }, Some("segments.cycle_days")),
            (SegmentRules { nes: [1.0, 3.0, 2.0], ..whole }, Some("segments.nes")),
            (
                SegmentRules { stages: StageCuts { slowing: 4.0, ..StageCuts::default() }, ..whole },
                Some("segments.stages"),
            ),
            (SegmentRules { abc: [0.95, 0.8], ..whole }, Some("segments.abc")),
            (SegmentRules { abc: [0.8, 1.1], ..whole }, Some("segments.abc")),
        ] {
            assert_eq!(rules.fault(), fault, "{rules:?}");
        }
    }
}
