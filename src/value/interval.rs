//! How far a forecast of a total can be off.
//!
//! Three sources, added as variances; the band is ±1.96 of their standard deviation, never below zero:
//!
//! 1. **Parameters**: the delta method. The total's derivative by the log parameters, taken numerically, on their covariance.
//!    On CDNOW it gives the same as a bootstrap (standard deviation of the 39-week total 74.4 against 76.3).
//! 2. **Chance**: with the parameters known, purchases still come at random. For a customer with expectation E, chance
//!    to be active P and shape r + x: Var = E + E² ((1 + 1/(r+x))/P − 1); amounts scatter by 1/p of their square.
//! 3. **The model itself**: the error of the back-test's total, as a share. Intervals of parameters alone are far too
//!    narrow for forecasts: the 39 weeks of CDNOW that followed lie outside theirs.

use serde::Serialize;

use super::buying::Buying;
use super::fit::Fitted;
use super::gamma_gamma::GammaGamma;
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
    /// Error of the back-test's total, as a share; `None` without a back-test: the band is then too narrow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub back_test_error: Option<f64>,
}

/// What is forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Number of purchases.
    Orders,
    /// Purchases times expected spend.
    Revenue,
}

/// Everything a forecast of a total needs.
#[derive(Clone, Copy)]
pub struct Outlook<'a> {
    /// The customers.
    pub history: &'a History,
    /// The model with its covariance.
    pub model: Model,
    /// The fit it comes from.
    pub fitted: &'a Fitted<4>,
    /// Expected spend.
    pub spend: Option<&'a Spend>,
    /// Error of the back-test's totals, as shares: orders, revenue.
    pub back_test: Option<(f64, f64)>,
}

/// Distance, in logarithms, of the parameters whose totals are compared for a derivative.
const STEP: f64 = 1e-3;
/// A 95 % band of a normal distribution.
const NORMAL_95: f64 = 1.96;

impl Outlook<'_> {
    /// The total over the next `weeks` of the customers for whom `member` is true, by their place in the history.
    pub fn total(&self, quantity: Quantity, weeks: f64, member: impl Fn(usize) -> bool) -> Band {
        let ones = vec![1.0; self.history.len()];
        let spend_model = self.spend.and_then(|s| s.model());
        let spend = match (quantity, self.spend) {
            (Quantity::Revenue, Some(spend)) => spend.of(self.history),
            (Quantity::Revenue, None) => vec![0.0; self.history.len()],
            (Quantity::Orders, _) => ones,
        };
        let spend: Vec<f64> =
            spend.iter().enumerate().map(|(i, s)| if member(i) { *s } else { 0.0 }).collect();
        let (weights, squares) = (self.gather(&spend, |s| s), self.gather(&spend, |s| s * s));
        let at = |model: &Model| -> f64 {
            let each = self.history.patterns.iter().zip(&weights).filter(|(_, w)| **w > 0.0);
            each.map(|(p, w)| w * model.expected(p.record(), weeks)).sum()
        };
        let expected = at(&self.model);

        let mut parameters = self.fitted.covariance.map(|covariance| {
            let parameters = self.model.parameters();
            let slope: [f64; 4] = std::array::from_fn(|i| {
                let shifted = |by: f64| {
                    let mut moved = parameters;
                    moved[i] *= libm::exp(by);
                    at(&self.model.at(moved))
                };
                (shifted(STEP) - shifted(-STEP)) / (2.0 * STEP)
            });
            form(&slope, &covariance)
        });
        let mut scatter = 0.0;
        if let (Quantity::Revenue, Some(model), Some(spend)) = (quantity, spend_model, self.spend) {
            scatter = 1.0 / model.p;
            if let Some(covariance) = spend.fitted.as_ref().and_then(|f| f.covariance) {
                let orders = super::back_test::by_pattern(self.history, |r| self.model.expected(r, weeks));
                let total = |model: GammaGamma| -> f64 {
                    let each = spend.by(Some(model), self.history);
                    let each = each.iter().zip(&orders).enumerate().filter(|(i, _)| member(*i));
                    each.map(|(_, (s, o))| s * o).sum()
                };
                let slope: [f64; 3] = std::array::from_fn(|i| {
                    let shifted = |by: f64| {
                        let mut moved = [model.p, model.q, model.v];
                        moved[i] *= libm::exp(by);
                        total(GammaGamma::with(moved))
                    };
                    (shifted(STEP) - shifted(-STEP)) / (2.0 * STEP)
                });
                parameters = parameters.map(|v| v + form(&slope, &covariance));
            }
        }
        let shape = self.model.parameters()[0];
        let chance: f64 = self
            .history
            .patterns
            .iter()
            .zip(&squares)
            .filter(|(_, w)| **w > 0.0)
            .map(|(p, w)| {
                let record = p.record();
                let (mean, alive) = (self.model.expected(record, weeks), self.model.p_alive(record));
                let spread = if alive > 0.0 { (1.0 + 1.0 / (shape + record.x)) / alive - 1.0 } else { 0.0 };
                w * (mean * (1.0 + scatter) + mean * mean * spread)
            })
            .sum();
        let error = self.back_test.map(|(orders, revenue)| match quantity {
            Quantity::Orders => orders,
            Quantity::Revenue => revenue,
        });
        band(expected, parameters.filter(|v| v.is_finite() && *v >= 0.0), chance, error)
    }

    /// Sums a value per customer by pattern.
    fn gather(&self, each: &[f64], value: impl Fn(f64) -> f64) -> Vec<f64> {
        let mut sums = vec![0.0; self.history.patterns.len()];
        for (pattern, v) in self.history.pattern.iter().zip(each) {
            if let Some(sum) = sums.get_mut(*pattern as usize) {
                *sum += value(*v);
            }
        }
        sums
    }
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
            back_test_error: self.back_test_error,
        }
    }
}

fn band(expected: f64, parameters: Option<f64>, chance: f64, error: Option<f64>) -> Band {
    let missed = error.unwrap_or(0.0) * expected;
    let deviation = libm::sqrt(parameters.unwrap_or(0.0) + chance + missed * missed);
    Band {
        expected,
        low: (expected - NORMAL_95 * deviation).max(0.0),
        high: expected + NORMAL_95 * deviation,
        parameter_deviation: parameters.map(libm::sqrt),
        chance_deviation: libm::sqrt(chance),
        back_test_error: error,
    }
}

/// gᵀ C g.
fn form<const N: usize>(g: &[f64; N], c: &[[f64; N]; N]) -> f64 {
    (0..N).map(|i| (0..N).map(|j| g[i] * c[i][j] * g[j]).sum::<f64>()).sum()
}
