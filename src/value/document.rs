//! The report's part on models: types only. [`super::models`] fills them.

use std::sync::Arc;

use serde::Serialize;

use super::back_test::BackTest;
use super::fit::Quality;
use super::interval::{Band, Forecast};
use super::model::ModelId;
use super::spend::SpendMethod;
use super::verdict::ModelReason;

/// The report's part on models.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Models {
    /// BG/NBD, where it could be fitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bg_nbd: Option<BetaGeometricFit>,
    /// MBG/NBD, where it could be fitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mbg_nbd: Option<BetaGeometricFit>,
    /// Pareto/NBD, where it could be fitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pareto_nbd: Option<ParetoFit>,
    /// BG/BB, where purchases come once a period and it could be fitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bg_bb: Option<BetaBinomialFit>,
    /// Gamma-Gamma, where it could be fitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gamma_gamma: Option<GammaGammaFit>,
    /// Where expected spend comes from; `None` if nobody ever paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spend: Option<SpendMethod>,
    /// The model that values customers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen: Option<ModelId>,
    /// How it was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen_by: Option<ChosenBy>,
    /// Predicted against actual for the last part of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub back_test: Option<BackTest>,
    /// Every gate is passed and the back-test beats the simple rules.
    pub trusted: bool,
    /// Why not, first; then what to know.
    pub why: Vec<ModelReason>,
    /// Repeat purchases and revenue of today's customers in the next 3 and 12 months, undiscounted.
    pub outlook: Vec<Months>,
    /// Sum of the expected values of all customers: discounted, and times the margin where there is one. Its band is that
    /// of the undiscounted revenue over the same months, in proportion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Band>,
    /// Months that expected orders and value look ahead, of 4.345 weeks each.
    pub months: u32,
    /// Discount rate per year.
    pub discount_per_year: f64,
    /// Margin, where value is profit and not revenue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<f64>,
    /// Days that the probability to buy looks ahead.
    pub p_buy_days: u32,
    /// One row per customer. Shared, so that every report of the same models costs no copy of it.
    #[serde(skip)]
    pub columns: Arc<Columns>,
    /// For totals of segments and tiers with their bands.
    #[serde(skip)]
    pub forecast: Option<Arc<Forecast>>,
}

/// What is expected of each customer, parallel to the purchases' customers; `None` where it is not known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// Probability to be still active: 0 to 1. With BG/NBD 1 for every one-time buyer: not a score of risk.
    pub p_alive: Vec<Option<f64>>,
    /// Probability of at least one purchase within [`super::models::Options::p_buy_days`].
    pub p_buy: Vec<Option<f64>>,
    /// Expected purchases within [`super::models::Options::months`].
    pub expected_orders: Vec<Option<f64>>,
    /// Expected money per purchase.
    pub expected_spend: Vec<Option<f64>>,
    /// Expected money within [`super::models::Options::months`], discounted, times the margin where there is one.
    pub expected_value: Vec<Option<f64>>,
}

/// How the model was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum ChosenBy {
    /// It found the held-back purchases least surprising ([`super::choose`]).
    HeldOutLikelihood,
    /// It fits best what there is: too little to hold a part back.
    Likelihood,
}

/// BG/NBD or MBG/NBD as fitted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct BetaGeometricFit {
    /// Shape of the buying rates.
    pub r: f64,
    /// Rate of the buying rates, in weeks.
    pub alpha: f64,
    /// First shape of the chances to leave.
    pub a: f64,
    /// Second shape.
    pub b: f64,
    /// At these parameters, on all customers.
    pub log_likelihood: f64,
    /// Unit of time of the parameters.
    pub unit: &'static str,
    /// Mean chance to leave after a purchase, a/(a+b): well determined where a and b are not.
    pub mean_dropout: f64,
    /// How good the fit is.
    pub quality: Quality,
}

/// Pareto/NBD as fitted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ParetoFit {
    /// Shape of the buying rates.
    pub r: f64,
    /// Rate of the buying rates, in weeks.
    pub alpha: f64,
    /// Shape of the leaving rates.
    pub s: f64,
    /// Rate of the leaving rates, in weeks.
    pub beta: f64,
    /// At these parameters, on all customers.
    pub log_likelihood: f64,
    /// Unit of time of the parameters.
    pub unit: &'static str,
    /// How good the fit is.
    pub quality: Quality,
}

/// BG/BB as fitted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct BetaBinomialFit {
    /// First shape of the chances to buy.
    pub alpha: f64,
    /// Second shape.
    pub beta: f64,
    /// First shape of the chances to leave.
    pub gamma: f64,
    /// Second shape.
    pub delta: f64,
    /// At these parameters, on all customers: ln of probabilities, not of densities as in the other models.
    pub log_likelihood: f64,
    /// Length of a period in weeks.
    pub period: f64,
    /// How good the fit is.
    pub quality: Quality,
}

/// Gamma-Gamma as fitted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct GammaGammaFit {
    /// Shape of one customer's amounts.
    pub p: f64,
    /// Shape of the customers' means.
    pub q: f64,
    /// Rate of the customers' means, in money.
    pub v: f64,
    /// At these parameters, on the customers with paid repeats.
    pub log_likelihood: f64,
    /// Mean of all customers' means, in money: what is expected of somebody without a paid repeat.
    pub population_mean: f64,
    /// How good the fit is.
    pub quality: Quality,
}

/// The next months of today's customers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Months {
    /// How many.
    pub months: u32,
    /// Repeat purchases.
    pub orders: Band,
    /// Repeat revenue, undiscounted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<Band>,
}
