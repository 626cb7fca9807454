//! Settings that fit a trade: which money is cut how, by whose clock, and which view comes first.
//!
//! - **E-commerce**: many customers, each with a rhythm of their own: scores by fifths, tiers by share of customers.
//! - **Bank**: the money is a balance and activity is monthly, so the cycle is 30 days for everybody; the years of the
//!   relationship count as much as recency; tiers by the share of the assets they hold.
//! - **Manufacturing and B2B**: few accounts. Fifths of few mean little: fixed thresholds in days, orders and average orders, ABC
//!   first, tiers by share of the revenue, and the years of the relationship count.
//!
//! A template is a place to begin: everything it sets is in the settings and can be changed.

use serde::{Deserialize, Serialize};

use super::rules::{ScoreCuts, SegmentRules};
use crate::report::{RuleView, TemplateSettings};
use crate::settings::{CutBy, TierCuts, Weights};
use crate::value::rfm;

/// A trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Template {
    /// Shops that sell to people.
    Ecommerce,
    /// Banks.
    Bank,
    /// Manufacturers, and others who sell to companies.
    Manufacturing,
}

/// Days of a month of activity.
const MONTH: f64 = 30.0;

/// The settings of every trade, given the money of an average order.
pub fn templates(average_order: f64) -> Vec<TemplateSettings> {
    // Tenure counts as much as recency.
    let with_tenure = Weights { tenure: Weights::default().recency, ..Weights::default() };
    let by_revenue = TierCuts { by: CutBy::Revenue, high: 0.8, medium: 0.15, ..TierCuts::default() };
    vec![
        TemplateSettings {
            id: Template::Ecommerce,
            view: RuleView::Segments,
            weights: Weights::default(),
            tiers: TierCuts::default(),
            segments: SegmentRules::default(),
        },
        TemplateSettings {
            id: Template::Bank,
            view: RuleView::Lifecycle,
            weights: with_tenure,
            tiers: by_revenue,
            segments: SegmentRules { cycle_days: Some(MONTH), ..SegmentRules::default() },
        },
        TemplateSettings {
            id: Template::Manufacturing,
            view: RuleView::Abc,
            weights: with_tenure,
            tiers: by_revenue,
            segments: SegmentRules { scores: fixed(average_order), ..SegmentRules::default() },
        },
    ]
}

/// Fixed cuts in days, orders and average orders; `None` where an order is worth nothing.
pub fn fixed(average_order: f64) -> Option<ScoreCuts> {
    let cents = |times: f64| libm::round(times * average_order * 100.0) / 100.0;
    let cuts = ScoreCuts {
        recency: rfm::FIXED_RECENCY,
        frequency: rfm::FIXED_FREQUENCY,
        monetary: rfm::FIXED_MONETARY.map(cents),
    };
    let sound = SegmentRules { scores: Some(cuts), ..SegmentRules::default() }.fault().is_none();
    (average_order > 0.0 && sound).then_some(cuts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn every_template_is_sound() {
        for average in [0.0, 0.01, 35.5, 1e6] {
            for TemplateSettings { id, weights, tiers, segments, .. } in templates(average) {
                let settings =
                    Settings { weights, tiers, segments, template: Some(id), ..Settings::default() };
                assert!(settings.check().is_ok(), "{id:?} {average}");
            }
        }
        assert_eq!(fixed(0.0), None);
        assert_eq!(fixed(40.0).unwrap().monetary, [30.0, 60.0, 120.0, 240.0]);
    }
}
