//! What groups are worth beside what they brought: expected by the model, with its band, and potential.

use crate::analysis::Analysis;
use crate::report::{GroupValues, ModelValue};
use crate::units::Total;
use crate::value::clv::MONTH;
use crate::value::interval::{Ahead, Quantity};
use crate::value::models::Models;

/// What all groups need, computed once.
pub struct Values<'a> {
    analysis: &'a Analysis,
    ahead: Option<(&'a Models, Ahead<'a>)>,
    /// The place of each customer in the model's history, or `u32::MAX`.
    places: Vec<u32>,
}

impl<'a> Values<'a> {
    /// For the groups of an analysis.
    pub fn new(analysis: &'a Analysis) -> Values<'a> {
        let mut places = vec![u32::MAX; analysis.customers.len()];
        let forecast = analysis.models.as_ref().and_then(|models| Some((models, models.forecast.as_ref()?)));
        // Without spend there are orders to come, but no money.
        let ahead = forecast.filter(|(_, forecast)| forecast.spend.is_some()).map(|(models, forecast)| {
            for (customer, place) in forecast.history.customers.iter().zip(0..) {
                places[*customer as usize] = place;
            }
            let weeks = analysis.weeks.get_or_init(|| forecast.weeks(f64::from(models.months) * MONTH));
            (models, forecast.ahead_of(weeks))
        });
        Values { analysis, ahead, places }
    }

    /// The values of some buyers, by place.
    pub fn of(&self, members: &[usize]) -> GroupValues {
        let Analysis { buyers, tiers, .. } = self.analysis;
        GroupValues {
            model: self.ahead.as_ref().map(|(models, ahead)| {
                let customers = || members.iter().map(|&p| buyers[p] as usize);
                let places: Vec<u32> =
                    customers().map(|i| self.places[i]).filter(|&place| place != u32::MAX).collect();
                // Discounted and times the margin: the sum of what stands at each customer.
                let each =
                    customers().filter_map(|i| models.columns.expected_value.get(i).copied().flatten());
                // From zero: the sum of nothing is −0, which a browser writes as 0.
                let sum = each.fold(0.0, |sum, value| sum + value);
                let band = ahead.total_of(Quantity::Revenue, &places).scaled_to(sum);
                ModelValue { expected: band.expected, low: band.low, high: band.high }
            }),
            margin: self
                .analysis
                .customers
                .margin
                .as_ref()
                .map(|margin| Total(members.iter().map(|&p| margin[buyers[p] as usize].0).sum())),
            potential: Total(members.iter().map(|&p| tiers.potential_value[p].0).sum()),
        }
    }
}
