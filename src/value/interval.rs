//! How far a forecast of a total can be off.
//!
//! Three sources, added as variances of the logarithm; the band is 1.96 of their standard deviation to either side, as a factor:
//! a total is never negative, and a prediction of half is as wrong as one of twice.
//!
//! 1. **Parameters**: the delta method. The total's derivative by the log parameters on their covariance.
//!    On CDNOW it gives the same as a bootstrap (standard deviation of the 39-week total 74.4 against 76.3).
//! 2. **Chance**: with the parameters known, purchases still come at random. For a customer with expectation E, chance
//!    to be active P and shape r + x (α + x in BG/BB, where it is an upper bound): Var = E + E² ((1 + 1/(r+x))/P − 1); amounts scatter by 1/p of their square.
//! 3. **The model itself**: the error of the back-test's running total, as ln(predicted/actual), growing with the square root of the time
//!    ahead where that is longer than the back-test's. Intervals of parameters alone are far too narrow for forecasts: the 39
//!    weeks of CDNOW that followed lie outside theirs.
//!
//! Measured on random parts of CDNOW with 200 and 500 customers, observed to ten days in turn: 234 of 240 bands for the next 13
//! weeks held what came, and 95 of 96 for the next 39; without the third source 198 and 69.

use std::borrow::Cow;

use serde::Serialize;

use super::buying::Buying;
use super::fit::Fitted;
use super::history::History;
use super::model::Model;
use super::spend::Spend;

/// A total with its band.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Band {
    /// The expected total.
    pub expected: f64,
    /// Lower end of the 95 % band.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Standard deviation from the uncertainty of the parameters (delta method); `None` where the fit has no covariance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter_deviation: Option<f64>,
    /// Standard deviation from chance.
    pub chance_deviation: f64,
    /// Deviation of the model itself, of the total's logarithm, by the back-test; `None` without one: the band is then too narrow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model_deviation: Option<f64>,
}

/// What is forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Number of purchases.
    Orders,
    /// Purchases times expected spend.
    Revenue,
}

/// Everything a forecast of a total needs. Kept beside the report, so that the totals of segments and tiers get bands as well.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The customers.
    pub history: History,
    /// The model that values them.
    pub model: Model,
    /// The fit it comes from, with its covariance.
    pub fitted: Fitted<4>,
    /// Expected spend; `None` if nobody ever paid.
    pub spend: Option<Spend>,
    /// How far the back-test was off.
    pub miss: Option<Miss>,
    /// P(alive) by pattern: with the fitted parameters, and (for every [`stride`]-th
    /// pattern) with each of them moved. What costs most in a forecast, and
    /// does not depend on how far it looks.
    alive: [Vec<f64>; 5],
}

/// How far a back-test was off: |ln(predicted/actual)|, about the share for small ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Miss {
    /// Weeks predicted.
    pub weeks: f64,
    /// Error of the orders.
    pub orders: f64,
    /// Error of the revenue.
    pub revenue: f64,
}

/// Change of a log parameter by which a derivative is taken.
const STEP: f64 = 1e-4;
/// Patterns that derivatives are taken at, at most.
const SLOPE_PATTERNS: usize = 5_000;
/// A 95 % band of a normal distribution.
const NORMAL_95: f64 = 1.96;

impl Forecast {
    /// A forecast for the customers of a history by a fitted model.
    pub fn new(
        history: History,
        model: Model,
        fitted: Fitted<4>,
        spend: Option<Spend>,
        miss: Option<Miss>,
    ) -> Forecast {
        let stride = stride(&history);
        let alive = std::array::from_fn(|i| {
            let (model, step) = (moved(model, i), if i == 0 { 1 } else { stride });
            history.patterns.iter().step_by(step).map(|p| model.p_alive(p.record())).collect()
        });
        Forecast { history, model, fitted, spend, miss, alive }
    }

    /// P(alive) by pattern.
    pub fn alive(&self) -> &[f64] {
        &self.alive[0]
    }

    /// Computes once what the totals over the next `weeks` need, for all customers or some.
    pub fn ahead(&self, weeks: f64) -> Ahead<'_> {
        Ahead { forecast: self, weeks: Cow::Owned(self.weeks(weeks)) }
    }

    /// The same of weeks that were kept.
    pub fn ahead_of<'a>(&'a self, weeks: &'a Weeks) -> Ahead<'a> {
        Ahead { forecast: self, weeks: Cow::Borrowed(weeks) }
    }

    /// What [`Forecast::ahead_of`] takes.
    pub fn weeks(&self, weeks: f64) -> Weeks {
        let patterns = &self.history.patterns;
        let orders: Vec<f64> = patterns
            .iter()
            .zip(&self.alive[0])
            .map(|(p, alive)| self.model.expected_given(*alive, p.record(), weeks))
            .collect();
        let stride = stride(&self.history);
        let slopes = std::array::from_fn(|i| {
            let model = moved(self.model, i + 1);
            let mut slope = vec![0.0; patterns.len()];
            for (k, alive) in self.alive[i + 1].iter().enumerate() {
                let at = k * stride;
                let change = model.expected_given(*alive, patterns[at].record(), weeks) - orders[at];
                slope[at] = stride as f64 * change / STEP;
            }
            slope
        });
        let shape = self.model.parameters()[0];
        let spread = patterns.iter().zip(&orders).zip(&self.alive[0]).map(|((pattern, mean), alive)| {
            let factor = if *alive > 0.0 { (1.0 + 1.0 / (shape + pattern.x())) / alive - 1.0 } else { 0.0 };
            mean * mean * factor
        });
        let spread = spread.collect();
        let spend = self.spend.as_ref().map(|s| s.of(&self.history));
        Weeks { weeks, orders, slopes, spread, spend }
    }
}

/// Every how many patterns the derivatives are taken, each then counted as often: where there are very many patterns,
/// a spread part of them says how a total moves with the parameters.
fn stride(history: &History) -> usize {
    history.patterns.len().div_ceil(SLOPE_PATTERNS).max(1)
}

/// The model with its i-th parameter, counted from 1, moved by a step of its logarithm; 0 moves none.
fn moved(model: Model, i: usize) -> Model {
    let mut parameters = model.parameters();
    if let Some(parameter) = i.checked_sub(1).and_then(|i| parameters.get_mut(i)) {
        *parameter *= libm::exp(STEP);
    }
    model.at(parameters)
}

/// The next weeks of every customer, and how they move with the parameters.
pub struct Ahead<'a> {
    forecast: &'a Forecast,
    weeks: Cow<'a, Weeks>,
}

/// What the next weeks of every customer are, to be kept where they are asked for again and again.
#[derive(Clone, Debug)]
pub struct Weeks {
    weeks: f64,
    /// Expected orders by pattern.
    orders: Vec<f64>,
    /// Their derivatives by the log parameters.
    slopes: [Vec<f64>; 4],
    /// Their variance beyond that of a Poisson count.
    spread: Vec<f64>,
    /// Expected spend by customer.
    spend: Option<Vec<f64>>,
}

impl Ahead<'_> {
    /// The total of the customers for whom `member` is true, by their index in the purchases. Customers who had not bought by
    /// the day are not part of it. Revenue is 0 where nobody ever paid.
    pub fn total(&self, quantity: Quantity, member: impl Fn(u32) -> bool) -> Band {
        let customers = self.forecast.history.customers.iter().zip(0_u32..);
        let places: Vec<u32> = customers.filter(|(customer, _)| member(**customer)).map(|(_, i)| i).collect();
        self.total_of(quantity, &places)
    }

    /// The same for the customers at these places of the history.
    pub fn total_of(&self, quantity: Quantity, places: &[u32]) -> Band {
        let Forecast { history, fitted, spend, miss, .. } = self.forecast;
        let at = |values: &[f64], i: usize| values.get(i).copied().unwrap_or(0.0);
        let (mut expected, mut slope, mut counted, mut spread) = (0.0, [0.0; 4], 0.0, 0.0);
        let mut by_spend = [0.0; 3];
        let spend_fit =
            spend.as_ref().and_then(|s| s.fitted.as_ref()).filter(|_| quantity == Quantity::Revenue);
        for place in places {
            let place = *place as usize;
            let pattern = history.pattern.get(place).map_or(usize::MAX, |p| *p as usize);
            let money = match (quantity, &self.weeks.spend) {
                (Quantity::Orders, _) => 1.0,
                (Quantity::Revenue, Some(spend)) => at(spend, place),
                (Quantity::Revenue, None) => 0.0,
            };
            let orders = at(&self.weeks.orders, pattern);
            expected += money * orders;
            counted += money * money * orders;
            spread += money * money * at(&self.weeks.spread, pattern);
            for (sum, slopes) in slope.iter_mut().zip(&self.weeks.slopes) {
                *sum += money * at(slopes, pattern);
            }
            if let Some(fit) = spend_fit {
                for (sum, change) in by_spend.iter_mut().zip(spend_slopes(history, fit.parameters, place)) {
                    *sum += orders * change;
                }
            }
        }
        let mut parameters = fitted.covariance.map(|covariance| form(&slope, &covariance));
        let mut scatter = 0.0;
        if let Some(fit) = spend_fit {
            scatter = 1.0 / fit.parameters[0];
            let spend_variance = fit.covariance.map(|c| form(&by_spend, &c));
            parameters = parameters.zip(spend_variance).map(|(a, b)| a + b);
        }
        let chance = (1.0 + scatter) * counted + spread;
        let error = miss.map(|miss| {
            let longer = libm::sqrt((self.weeks.weeks / miss.weeks).max(1.0));
            longer * if quantity == Quantity::Orders { miss.orders } else { miss.revenue }
        });
        band(expected, parameters.filter(|v| v.is_finite() && *v >= 0.0), chance, error)
    }
}

/// How a customer's expected spend, p (v + m x)/(p x + q − 1), moves with ln p, ln q and ln v.
fn spend_slopes(history: &History, [p, q, v]: [f64; 3], place: usize) -> [f64; 3] {
    let (m, x) = (history.spend.get(place).copied().flatten(), history.paid.get(place).copied());
    let x = x.map_or(0.0, f64::from);
    let below = p * x + q - 1.0;
    let spend = p * (v + m.unwrap_or(0.0) * x) / below;
    [spend * (q - 1.0) / below, -spend * q / below, p * v / below]
}

impl Band {
    /// The same band for a multiple of the total: discounted, or times a margin.
    pub fn scaled_to(&self, expected: f64) -> Band {
        let factor = if self.expected > 0.0 { expected / self.expected } else { 0.0 };
        Band {
            expected,
            low: self.low * factor,
            high: self.high * factor,
            parameter_deviation: self.parameter_deviation.map(|d| d * factor),
            chance_deviation: self.chance_deviation * factor,
            model_deviation: self.model_deviation,
        }
    }
}

fn band(expected: f64, parameters: Option<f64>, chance: f64, miss: Option<f64>) -> Band {
    let share =
        if expected > 0.0 { (parameters.unwrap_or(0.0) + chance) / (expected * expected) } else { 0.0 };
    let missed = miss.unwrap_or(0.0);
    let deviation = libm::sqrt(libm::log1p(share) + missed * missed);
    let factor = libm::exp((NORMAL_95 * deviation).min(LARGEST_FACTOR));
    Band {
        expected,
        low: expected / factor,
        high: expected * factor,
        parameter_deviation: parameters.map(libm::sqrt),
        chance_deviation: libm::sqrt(chance),
        model_deviation: miss,
    }
}

/// A band that reaches further, in logarithms, says "anything" and only has to stay a number.
const LARGEST_FACTOR: f64 = 20.0;

/// gᵀ C g.
fn form<const N: usize>(g: &[f64; N], c: &[[f64; N]; N]) -> f64 {
    (0..N).map(|i| (0..N).map(|j| g[i] * c[i][j] * g[j]).sum::<f64>()).sum()
}
