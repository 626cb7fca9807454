//! Churn early warning: who may not come back, why, what it puts at risk, and what to do about it.
//!
//! Takes the customers and what the value models expect of them. Gives each buyer a risk from 0 to 100: the calibrated
//! probability of **no purchase in the next N days** (one usual cycle, or as chosen). Never P(alive), which is 1 for every
//! one-time buyer by construction.
//!
//! | file | idea |
//! |---|---|
//! | [`horizon`] | N, and the days in the past from which the file is asked the same question |
//! | [`score`] | a probability for each customer: from the model, or from a table of the file's own past |
//! | [`calibration`] | probabilities made to agree with what happened (isotonic regression) |
//! | [`hit_rate`] | the same warning given one horizon ago, against who really left |
//! | [`causes`] | evidence for each cause: seen, not seen, no data |
//! | [`season`] | the same silence a year ago |
//! | [`response`] | what to do about each cause |
//! | [`label`], [`features`], [`logistic`] | a model of the file's own churn label, where it has one |
//! | [`document`] | what it hands to the report |

pub mod calibration;
pub mod causes;
pub mod document;
pub mod features;
pub mod hit_rate;
pub mod horizon;
pub mod label;
pub mod logistic;
pub mod response;
pub mod score;
pub mod season;

use crate::customers::Customers;
use crate::settings::WarningSettings;
use crate::units::{MICROS, Total};
use crate::value::history::{History, Sample};
use crate::value::models::{FIT_SAMPLE, Models};
use causes::Evidence;
use document::{
    BandGroup, CauseGroup, CauseId, RiskBand, RiskSource, Season, Seen, ValueBasis, WarningReason, Warnings,
};
use hit_rate::HitRate;
use score::{Risks, Scorer};

/// What is known of each buyer, and of all of them.
#[derive(Clone, Debug)]
pub struct Warning {
    /// Risk of each buyer, 0 to 100.
    pub risk: Vec<Option<f64>>,
    /// Red, amber or green.
    pub band: Vec<Option<RiskBand>>,
    /// What each buyer would bring in a year, as [`Warnings::value_basis`] says.
    pub value: Vec<Option<f64>>,
    /// Money at stake: risk times that.
    pub at_risk: Vec<Option<Total>>,
    /// Evidence for each cause.
    pub evidence: Vec<Evidence>,
    /// The cause that says most of a red or amber buyer.
    pub cause: Vec<Option<CauseId>>,
    /// What the report says.
    pub document: Warnings,
    /// Where the risks come from, unless it is a label of the file.
    scorer: Option<Scorer>,
}

/// Days in a year of 52 weeks: the same weekday a year ago.
const YEAR: i32 = 364;

impl Warning {
    /// Warns of the buyers (`buyers` are their places among the customers).
    pub fn new(
        customers: &Customers,
        buyers: &[u32],
        models: Option<&Models>,
        settings: &WarningSettings,
    ) -> Warning {
        let evidence = causes::evidence(customers, buyers);
        let mut document = Warnings::new(settings);
        let mut scorer = None;
        let risk = match label::train(customers, buyers, settings) {
            Some(trained) => {
                document.source = Some(RiskSource::Label);
                document.label = Some(trained.document);
                trained.risk
            }
            None => by_purchases(customers, buyers, models, &evidence, settings, &mut document, &mut scorer),
        };
        let bands: Vec<Option<RiskBand>> =
            risk.iter().map(|risk| risk.map(|risk| settings.band(risk))).collect();
        let (basis, values) = yearly_values(customers, buyers, models);
        document.value_basis = basis;
        let at_risk: Vec<Option<Total>> = risk
            .iter()
            .zip(&values)
            .map(|(risk, value)| {
                let money = (*risk)? / 100.0 * (*value)?.max(0.0) * MICROS as f64;
                Some(Total(libm::round(money) as i128))
            })
            .collect();
        let warned = |p: usize| matches!(bands[p], Some(RiskBand::Red | RiskBand::Amber));
        let cause = (0..buyers.len()).map(|p| evidence[p].main().filter(|_| warned(p))).collect();
        let mut warning =
            Warning { risk, band: bands, value: values, at_risk, evidence, cause, document, scorer };
        warning.sum_up();
        warning
    }

    /// How the risk of a customer follows from the past, where it does: not from a label, and not where some customers are
    /// silent by season.
    pub fn risks(&self) -> Option<Risks<'_>> {
        let season = &self.document.season;
        if season.customers > 0 && season.factor.is_some() {
            return None;
        }
        Some(self.scorer.as_ref()?.learned(self.document.days?))
    }

    /// Counts and sums for the report.
    fn sum_up(&mut self) {
        let money = |fits: &dyn Fn(usize) -> bool| {
            let each = (0..self.risk.len()).filter(|&p| fits(p));
            Total(each.filter_map(|p| self.at_risk[p]).map(|money| money.0).sum())
        };
        let count = |fits: &dyn Fn(usize) -> bool| (0..self.risk.len()).filter(|&p| fits(p)).count() as u64;
        let cuts = [self.document.red_from, self.document.amber_from, 0.0];
        let mut bands = Vec::new();
        for (id, from) in [RiskBand::Red, RiskBand::Amber, RiskBand::Green].into_iter().zip(cuts) {
            let fits = |p: usize| self.band[p] == Some(id);
            bands.push(BandGroup { id, from, customers: count(&fits), value_at_risk: money(&fits) });
        }
        let mut causes = Vec::new();
        for id in causes::ALL {
            let among = |p: usize, seen: Seen| {
                matches!(self.band[p], Some(RiskBand::Red | RiskBand::Amber))
                    && self.evidence[p].of(id) == seen
            };
            causes.push(CauseGroup {
                id,
                customers: count(&|p| among(p, Seen::Seen)),
                not_seen: count(&|p| among(p, Seen::NotSeen)),
                no_data: count(&|p| among(p, Seen::NoData)),
                main: count(&|p| self.cause[p] == Some(id)),
                value_at_risk: money(&|p| among(p, Seen::Seen)),
                response: response::of(id),
            });
        }
        let all = money(&|_| true);
        let scored = count(&|p| self.risk[p].is_some());
        let d = &mut self.document;
        [d.red, d.amber, d.green] = std::array::from_fn(|i| bands[i].customers);
        d.scored = scored;
        d.value_at_risk = all;
        d.bands = bands;
        if d.red * 10 > d.scored * 9 {
            d.why.push(WarningReason::NearlyAllRed);
        }
        d.causes = causes;
    }
}

/// Risks from what the customers bought, and the proof; says in the document why there are none.
fn by_purchases(
    customers: &Customers,
    buyers: &[u32],
    models: Option<&Models>,
    evidence: &[Evidence],
    settings: &WarningSettings,
    document: &mut Warnings,
    learned: &mut Option<Scorer>,
) -> Vec<Option<f64>> {
    let none = vec![None; buyers.len()];
    let Some(as_of) = customers.as_of.filter(|_| !customers.days.days.is_empty()) else {
        document.why.push(WarningReason::NoDates);
        return none;
    };
    let Some(horizon) = horizon::horizon(customers, as_of, settings.days) else {
        let why = if customers.usual_gap.is_none() {
            WarningReason::NoRepeat
        } else {
            WarningReason::HistoryTooShort
        };
        document.why.push(why);
        return none;
    };
    document.days = Some(horizon.days);
    let purchases = customers.days.purchases();
    let sample = Sample::of(&purchases, FIT_SAMPLE);
    let past = sample.as_ref().map_or(purchases, Sample::purchases);
    let model = models.filter(|m| m.trusted).and_then(|m| m.forecast.as_ref()).map(|f| &f.model);
    let period = models.and_then(|m| m.bg_bb.as_ref()).map(|fit| fit.period);

    let Some(scorer) = Scorer::learn(&past, model.copied(), horizon.back(1), horizon.days) else {
        document.why.push(WarningReason::TooFewLeft);
        return none;
    };
    document.source = Some(scorer.source());
    let built;
    let scored = match models.and_then(|m| m.forecast.as_ref()) {
        Some(forecast) => &forecast.history,
        None => {
            built = History::build(&purchases, as_of);
            &built
        }
    };
    let risks = scorer.risks(scored, horizon.days);
    let mut risk = none;
    let mut place = vec![u32::MAX; customers.len()];
    for (p, &i) in buyers.iter().enumerate() {
        place[i as usize] = p as u32;
    }
    for (customer, value) in scored.customers.iter().zip(&risks) {
        if let Some(slot) = risk.get_mut(place[*customer as usize] as usize) {
            *slot = Some(100.0 * value);
        }
    }

    *learned = Some(scorer);
    document.hit_rate = hit_rate::hit_rate(&past, &horizon, model.copied(), period, settings);
    if document.hit_rate.is_none() {
        document.why.push(WarningReason::NotTested);
    } else if document.hit_rate.as_ref().is_some_and(|hit| !hit.better) {
        document.why.push(WarningReason::NoBetterThanRecency);
    }

    let known = as_of.0 - horizon.first.0 >= YEAR + horizon.days as i32;
    let factor = document.hit_rate.as_ref().and_then(|hit: &HitRate| hit.season_factor);
    document.season = Season {
        known,
        customers: evidence.iter().filter(|e| e.of(CauseId::Seasonal) == Seen::Seen).count() as u64,
        factor,
        base: season::base(&customers.days, as_of, horizon.days),
    };
    if let Some(factor) = factor {
        for (risk, evidence) in risk.iter_mut().zip(evidence) {
            if let (Some(risk), Seen::Seen) = (risk, evidence.of(CauseId::Seasonal)) {
                *risk *= factor;
            }
        }
    }
    risk
}

/// What each buyer would bring in a year: by the model where it is trusted, else as much a year as so far.
fn yearly_values(
    customers: &Customers,
    buyers: &[u32],
    models: Option<&Models>,
) -> (ValueBasis, Vec<Option<f64>>) {
    let expected = models.filter(|m| m.trusted).map(|m| &m.columns.expected_value);
    if let Some(expected) = expected.filter(|values| values.iter().any(Option::is_some)) {
        let each = buyers.iter().map(|&i| expected.get(i as usize).copied().flatten());
        return (ValueBasis::Expected, each.collect());
    }
    let dated = buyers.iter().any(|&i| customers.first_order[i as usize].is_some());
    let each = buyers.iter().map(|&i| {
        let i = i as usize;
        let since = customers.as_of.zip(customers.first_order[i]).map(|(end, first)| end.0 - first.0);
        // Whoever bought first last month has not shown a year yet.
        let years = since.map_or(1.0, |days| (f64::from(days) / 365.0).max(1.0));
        Some(customers.net(i).to_f64() / years)
    });
    (if dated { ValueBasis::Yearly } else { ValueBasis::SoFar }, each.collect())
}
