//! The one entry to the value models: purchases in, the report's part on models and a value for each customer out.

use std::sync::Arc;

use super::back_test::{BackTest, Tested, back_test, days_to_hold};
use super::bg_bb;
use super::buying::Buying;
use super::clv::{Discount, MONTH};
use super::fit::{Fitted, Search, Status};
use super::history::{History, Past, Purchases, Record, Sample, WEEK};
use super::interval::{Forecast, Quantity};
use super::model::{Model, ModelId};
use super::spend::{Spend, SpendMethod};
use super::verdict::{Finding, ModelReason, Weight, verdict, verdict_on_history};
use crate::order;
use crate::units::Day;

pub use super::document::{
    BetaBinomialFit, BetaGeometricFit, ChosenBy, Columns, GammaGammaFit, Models, Months, ParetoFit,
};

/// What the user may choose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Months that expected orders and expected value look ahead.
    pub months: u32,
    /// Discount rate per year: 0.10 is ten percent.
    pub discount_per_year: f64,
    /// Share of the amount that is margin; `None`: value is revenue, not profit.
    pub margin: Option<f64>,
    /// Days that the probability to buy looks ahead.
    pub p_buy_days: u32,
}

impl Default for Options {
    /// A year, a quarter, and the ten percent that most textbooks discount by.
    fn default() -> Self {
        Options { months: 12, discount_per_year: 0.10, margin: None, p_buy_days: 90 }
    }
}

/// Beyond this the back-test's total is too far off for a forecast, however well it ranks.
const TOTAL_LIMIT: f64 = 0.5;

/// Customers that parameters are fitted on, and the back-test is made with, at most. The report says how many they were
/// (`quality.customers`), and its standard errors and bands are those of the sample. Every customer is valued.
pub const FIT_SAMPLE: usize = 3_000;

/// Values every customer of `purchases` by what was known on `as_of`.
///
/// Never fails: where the data say too little, models and columns are empty and [`Models::why`] says so.
pub fn value_customers(purchases: &Purchases, as_of: Day, options: &Options) -> Models {
    let history = History::build(purchases, as_of);
    let mut why = verdict(purchases, &history, as_of, horizon(options));
    let period = bg_bb::period(purchases, as_of);
    if let Some(period) = period {
        why.push(ModelReason::note(Finding::Periodic, period * WEEK, 0.0));
    }
    let sample = Sample::of(purchases, FIT_SAMPLE);
    let sampled = sample.as_ref().map_or(*purchases, Sample::purchases);
    let fit_on = sample.as_ref().map(|sample| History::build(&sample.purchases(), as_of));
    let fit_on = fit_on.unwrap_or_else(|| history.clone());
    let tested = back_test(&sampled, &fit_on, as_of, period);
    let spend = Spend::fit(&fit_on, &sampled, as_of);
    let known = Known { history, fit_on, why, period, tested, spend };
    value(known, purchases.customers(), options)
}

/// Values the customers of a table that has no purchases, only what they come to: repeats, recency, age, mean amount.
///
/// `customers` is the number of rows of the table, to which [`History::customers`] points. There is nothing to hold back, so
/// these figures are never called trusted.
pub fn value_summary(past: Past, customers: usize, options: &Options) -> Models {
    let Past { history, paid } = past;
    let why = verdict_on_history(&history, horizon(options));
    // A summary is fitted on the customers that its orders would have been fitted on.
    let sample = if paid.is_empty() { None } else { history.sample(customers, FIT_SAMPLE) };
    let fit_on = sample.unwrap_or_else(|| history.clone());
    let spend = if paid.is_empty() {
        Spend::of_repeats(&history)
    } else {
        let known = history.customers.iter().zip(&paid);
        let sampled = known.filter(|(customer, _)| fit_on.customers.binary_search(customer).is_ok());
        Spend::of_days(&fit_on, sampled.map(|(_, paid)| *paid))
    };
    value(Known { history, fit_on, why, period: None, tested: None, spend }, customers, options)
}

/// What is known before the fits on all data.
struct Known {
    history: History,
    /// All of the history, or a sample of its customers.
    fit_on: History,
    why: Vec<ModelReason>,
    period: Option<f64>,
    tested: Option<Tested>,
    spend: Option<Spend>,
}

fn months(options: &Options) -> u32 {
    options.months.clamp(1, 120)
}

fn horizon(options: &Options) -> u32 {
    (f64::from(months(options)) * MONTH * WEEK) as u32
}

fn value(known: Known, customers: usize, options: &Options) -> Models {
    let Known { history, fit_on, mut why, period, tested, spend } = known;
    // The part before the split has told roughly where to look.
    let start = |id: ModelId| {
        let near = tested.iter().flat_map(|t| &t.models).find(|m| m.id() == id);
        Search { start: near.map(|m| m.parameters()), ..Search::default() }
    };
    let fit = |id: &ModelId| {
        let (model, fit) = id.fit(&fit_on, period, start(*id))?;
        Some(Fit { model, fit, log_likelihood: model.ln_likelihood_of(&fit_on) })
    };
    let fits: Vec<Fit> = ModelId::ALL.iter().chain(&[ModelId::BgBb]).filter_map(fit).collect();

    let foreseen = tested
        .iter()
        .flat_map(|t| &t.report.candidates)
        .find_map(|candidate| fits.iter().find(|fit| fit.model.id() == candidate.model));
    let suits = |fit: &&Fit| ModelId::candidates(period).contains(&fit.model.id());
    let fitting = fits.iter().filter(suits).max_by(|a, b| a.log_likelihood.total_cmp(&b.log_likelihood));
    let chosen = foreseen.or(fitting);
    let chosen_by = match (foreseen, chosen) {
        (Some(_), _) => Some(ChosenBy::HeldOutLikelihood),
        (None, Some(_)) => Some(ChosenBy::Likelihood),
        (None, None) => None,
    };

    let mut models = Models {
        bg_nbd: None,
        mbg_nbd: None,
        pareto_nbd: None,
        bg_bb: None,
        gamma_gamma: spend.as_ref().and_then(|s| gamma_gamma(s, &fit_on)),
        spend: spend.as_ref().map(Spend::method),
        chosen: chosen.map(|fit| fit.model.id()),
        chosen_by,
        back_test: tested.map(|t| t.report),
        trusted: false,
        why: Vec::new(),
        outlook: Vec::new(),
        value: None,
        months: months(options),
        discount_per_year: options.discount_per_year,
        margin: options.margin,
        p_buy_days: options.p_buy_days,
        columns: Arc::new(Columns::empty(customers)),
        forecast: None,
    };
    for Fit { model, fit, log_likelihood } in &fits {
        match model.id() {
            ModelId::BgNbd => models.bg_nbd = Some(beta_geometric(fit, *log_likelihood)),
            ModelId::MbgNbd => models.mbg_nbd = Some(beta_geometric(fit, *log_likelihood)),
            ModelId::ParetoNbd => models.pareto_nbd = Some(pareto(fit, *log_likelihood)),
            ModelId::BgBb => models.bg_bb = period.map(|weeks| beta_binomial(fit, *log_likelihood, weeks)),
        }
    }
    judge(&mut why, &models, &fit_on, chosen.map(|chosen| &chosen.fit));
    order::by(&mut why, |a, b| a.weight.cmp(&b.weight));
    models.trusted = !why.iter().any(|reason| reason.weight == Weight::Gate);
    models.why = why;

    let chosen = chosen.map(|fit| (fit.model, fit.fit.clone()));
    if let Some((model, fitted)) = chosen {
        let miss = models.back_test.as_ref().map(BackTest::miss);
        let forecast = Forecast::new(history, model, fitted, spend, miss);
        fill(&mut models, &forecast, options);
        models.forecast = Some(Arc::new(forecast));
    }
    models
}

struct Fit {
    model: Model,
    fit: Fitted<4>,
    log_likelihood: f64,
}

impl Columns {
    fn empty(customers: usize) -> Columns {
        let none = || vec![None; customers];
        Columns {
            p_alive: none(),
            p_buy: none(),
            expected_orders: none(),
            expected_spend: none(),
            expected_value: none(),
        }
    }
}

/// Adds to the verdict on the data what the fits and the back-test have to say.
fn judge(why: &mut Vec<ModelReason>, models: &Models, history: &History, chosen: Option<&Fitted<4>>) {
    if history.is_empty() {
        return;
    }
    let customers = history.len() as f64;
    match chosen.map(|fit| fit.quality.status) {
        None if history.repeats() > 0 => why.push(ModelReason::gate(Finding::NoFit, 0.0, 1.0)),
        Some(Status::Regularised) => why.push(ModelReason::gate(Finding::Regularised, customers, 0.0)),
        _ => {}
    }
    match &models.back_test {
        None if history.repeats() > 0 => {
            let days = f64::from(days_to_hold(history.oldest()));
            why.push(ModelReason::gate(Finding::NoBackTest, days, 28.0));
        }
        None => {}
        Some(test) => {
            if !test.beats_baselines {
                why.push(ModelReason::gate(Finding::BeatenByBaseline, test.error_ratio, 1.0));
            }
            if test.orders.total_error.abs() > TOTAL_LIMIT {
                why.push(ModelReason::gate(Finding::TotalFarOff, test.orders.total_error, TOTAL_LIMIT));
            }
        }
    }
    let paid = history.spend.iter().flatten().count() as f64;
    match models.spend {
        None => why.push(ModelReason::gate(Finding::NoSpend, 0.0, 1.0)),
        Some(SpendMethod::Mean) => why.push(ModelReason::note(Finding::SpendIsMean, paid, 5.0)),
        Some(SpendMethod::GammaGamma) => {
            let status = models.gamma_gamma.as_ref().map(|fit| fit.quality.status);
            if status == Some(Status::Regularised) {
                why.push(ModelReason::note(Finding::SpendRegularised, paid, 0.0));
            }
        }
    }
}

/// Fills what needs a chosen model: columns, outlook, total value.
fn fill(models: &mut Models, forecast: &Forecast, options: &Options) {
    let (history, model) = (&forecast.history, forecast.model);
    let weeks = f64::from(models.months) * MONTH;
    let discount = Discount::monthly(models.months, options.discount_per_year);
    let p_buy_weeks = f64::from(options.p_buy_days) / WEEK;
    let margin = options.margin.unwrap_or(1.0);
    let each = |value: &dyn Fn(f64, Record) -> f64| -> Vec<f64> {
        let by_pattern = history.patterns.iter().zip(forecast.alive());
        let by_pattern: Vec<f64> = by_pattern.map(|(p, alive)| value(*alive, p.record())).collect();
        history.pattern.iter().map(|p| by_pattern.get(*p as usize).copied().unwrap_or(0.0)).collect()
    };
    let discounted = each(&|alive, record| discount.purchases_given(alive, &model, record));

    let columns = Arc::make_mut(&mut models.columns);
    scatter(history, &each(&|alive, _| alive), &mut columns.p_alive);
    scatter(history, &each(&|_, record| model.p_buy(record, p_buy_weeks)), &mut columns.p_buy);
    let expected = each(&|alive, record| model.expected_given(alive, record, weeks));
    scatter(history, &expected, &mut columns.expected_orders);
    for months in [3, 12] {
        let ahead = forecast.ahead(f64::from(months) * MONTH);
        models.outlook.push(Months {
            months,
            orders: ahead.total(Quantity::Orders, |_| true),
            revenue: forecast.spend.is_some().then(|| ahead.total(Quantity::Revenue, |_| true)),
        });
    }
    let Some(spend) = forecast.spend.as_ref().map(|s| s.of(history)) else { return };
    let value: Vec<f64> = spend.iter().zip(&discounted).map(|(s, d)| margin * s * d).collect();
    scatter(history, &spend, &mut columns.expected_spend);
    scatter(history, &value, &mut columns.expected_value);
    let same = models.outlook.iter().find(|o| o.months == models.months).and_then(|o| o.revenue);
    let revenue = same.unwrap_or_else(|| forecast.ahead(weeks).total(Quantity::Revenue, |_| true));
    models.value = Some(revenue.scaled_to(value.iter().sum()));
}

/// From the customers of the history to the rows of the purchases. A figure that is not finite is not known.
fn scatter(history: &History, values: &[f64], column: &mut [Option<f64>]) {
    for (customer, value) in history.customers.iter().zip(values) {
        if let Some(slot) = column.get_mut(*customer as usize) {
            *slot = value.is_finite().then_some(*value);
        }
    }
}

fn beta_geometric(fit: &Fitted<4>, log_likelihood: f64) -> BetaGeometricFit {
    let [r, alpha, a, b] = fit.parameters;
    let quality = fit.quality.clone();
    BetaGeometricFit { r, alpha, a, b, log_likelihood, unit: "week", mean_dropout: a / (a + b), quality }
}

fn pareto(fit: &Fitted<4>, log_likelihood: f64) -> ParetoFit {
    let [r, alpha, s, beta] = fit.parameters;
    ParetoFit { r, alpha, s, beta, log_likelihood, unit: "week", quality: fit.quality.clone() }
}

fn beta_binomial(fit: &Fitted<4>, log_likelihood: f64, period: f64) -> BetaBinomialFit {
    let [alpha, beta, gamma, delta] = fit.parameters;
    BetaBinomialFit { alpha, beta, gamma, delta, log_likelihood, period, quality: fit.quality.clone() }
}

fn gamma_gamma(spend: &Spend, history: &History) -> Option<GammaGammaFit> {
    let (fit, model) = (spend.fitted.as_ref()?, spend.model()?);
    let [p, q, v] = fit.parameters;
    let log_likelihood = model.ln_likelihood_of(history);
    let quality = fit.quality.clone();
    Some(GammaGammaFit { p, q, v, log_likelihood, population_mean: model.population_mean(), quality })
}
