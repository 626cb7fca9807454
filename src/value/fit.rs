//! How a model is fitted, and how good the fit is.
//!
//! Maximum likelihood on the logarithms of the parameters. Small files often have no maximum inside: the likelihood keeps
//! rising while a parameter runs to 0 or to infinity. Then the search is repeated with a weak prior that only keeps the
//! parameters in the range in which shops are found, and the fit says so.
//!
//! Measured with BG/NBD on 100 random parts of CDNOW each, against the 39 weeks that followed:
//!
//! | customers | 30 | 50 | 100 | 200 | 500 |
//! |---|---|---|---|---|---|
//! | parts that needed the prior | 57 | 38 | 25 | 4 | 1 |
//! | median error of the total | 28 % | 23 % | 21 % | 17 % | 13 % |

use serde::Serialize;

use super::minimise::{Function, Minimum, Settings, invert_positive, minimise};

/// How the parameters were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The likelihood has a maximum and this is it.
    MaximumLikelihood,
    /// It has none inside; a weak prior decided where the data could not.
    Regularised,
}

/// The edge that the likelihood ran to before the prior held it back: the limit model that the data resemble.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Edge {
    /// All customers seem to buy at one rate: differences in the rate can't be detected.
    SameRate,
    /// Differences in the rate seem to be without limit: a few buy, most never come again.
    ExtremeRates,
    /// Nobody seems to leave: departure can't be detected.
    NoDropout,
    /// All customers seem equally likely to leave: differences can't be detected.
    SameDropout,
    /// Departure is all or nothing.
    ExtremeDropout,
    /// Amounts are so uneven that their mean is not finite.
    NoMean,
    /// Customers, or the purchases of one, seem to be all of one amount.
    SameSpend,
    /// The search did not settle, for another reason.
    Flat,
}

/// How much a fit can be relied on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Quality {
    /// How the parameters were found.
    pub status: Status,
    /// Where the unregularised search ended, if at an edge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edge: Option<Edge>,
    /// Customers fitted on.
    pub customers: u64,
    /// Evaluations of the likelihood.
    pub evaluations: u32,
    /// Standard errors of the parameters in their order, from the second derivatives of the likelihood.
    /// Empty where the likelihood has no maximum inside.
    pub standard_errors: Vec<f64>,
    /// Correlations of the parameters' estimates, row by row in their order. Empty like the standard errors.
    pub correlations: Vec<Vec<f64>>,
}

/// The outcome of a search in `N` parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted<const N: usize> {
    /// The parameters.
    pub parameters: [f64; N],
    /// Covariance of the *logarithms* of the parameters (for a regularised fit: of the posterior), where there is one.
    pub covariance: Option<[[f64; N]; N]>,
    /// How good it is.
    pub quality: Quality,
}

/// A normal prior on a weighted sum of log parameters.
#[derive(Clone, Copy, Debug)]
pub struct Prior<const N: usize> {
    /// Weights of the log parameters.
    pub weights: [f64; N],
    /// Where the weighted sum is expected.
    pub mean: f64,
    /// How far it may be from there.
    pub deviation: f64,
}

/// Where a search starts and how far it goes.
#[derive(Clone, Copy, Debug)]
pub struct Search<const N: usize> {
    /// Parameters to start from; `None`: those that suit most files.
    pub start: Option<[f64; N]>,
    /// Go to the last digits and compute standard errors. Without, five digits: enough to predict by.
    pub precise: bool,
}

impl<const N: usize> Default for Search<N> {
    fn default() -> Self {
        Search { start: None, precise: true }
    }
}

impl<const N: usize> Search<N> {
    /// With a start for where none was given.
    pub fn or_from(self, usual: [f64; N]) -> Search<N> {
        Search { start: Some(self.start.unwrap_or(usual)), ..self }
    }
}

/// Maximises a likelihood, with priors only where it has no maximum inside.
///
/// `function` takes log parameters and returns the negative mean log-likelihood per customer with its gradient. `edge`
/// takes parameters and says which edge they are at, if any.
pub fn maximise<const N: usize>(
    search: Search<N>,
    customers: u64,
    priors: &[Prior<N>],
    edge: &dyn Fn(&[f64; N]) -> Option<Edge>,
    function: Function<'_, N>,
) -> Option<Fitted<N>> {
    if customers == 0 {
        return None;
    }
    let start = search.start?.map(libm::log);
    let settings = Settings { polish: search.precise, ..Settings::default() };
    let free = minimise(start, settings, function);
    let parameters = free.at.map(libm::exp);
    let at_edge = edge(&parameters).or((!free.converged).then_some(Edge::Flat));
    let Some(at_edge) = at_edge else {
        return finish(free, customers, Status::MaximumLikelihood, None);
    };
    let share = 1.0 / customers as f64;
    let held = minimise(start, settings, &mut |at| {
        let (mut value, mut gradient) = function(at);
        for prior in priors {
            let sum: f64 = prior.weights.iter().zip(at).map(|(w, v)| w * v).sum();
            let off = (sum - prior.mean) / prior.deviation;
            value += 0.5 * off * off * share;
            for (slope, weight) in gradient.iter_mut().zip(prior.weights) {
                *slope += off / prior.deviation * weight * share;
            }
        }
        (value, gradient)
    });
    if !held.converged {
        return None;
    }
    let evaluations = free.evaluations + held.evaluations;
    finish(Minimum { evaluations, ..held }, customers, Status::Regularised, Some(at_edge))
}

fn finish<const N: usize>(
    found: Minimum<N>,
    customers: u64,
    status: Status,
    edge: Option<Edge>,
) -> Option<Fitted<N>> {
    let parameters = found.at.map(libm::exp);
    if parameters.iter().any(|p| !p.is_finite() || *p <= 0.0) {
        return None;
    }
    let covariance = invert_positive(&found.hessian).map(|c| c.map(|row| row.map(|v| v / customers as f64)));
    let mut standard_errors = Vec::new();
    let mut correlations = Vec::new();
    if let (Some(c), Status::MaximumLikelihood) = (&covariance, status) {
        let deviations: [f64; N] = std::array::from_fn(|i| libm::sqrt(c[i][i]));
        standard_errors = deviations.iter().zip(parameters).map(|(d, p)| d * p).collect();
        correlations =
            (0..N).map(|i| (0..N).map(|j| c[i][j] / (deviations[i] * deviations[j])).collect()).collect();
    }
    let evaluations = found.evaluations;
    let quality = Quality { status, edge, customers, evaluations, standard_errors, correlations };
    Some(Fitted { parameters, covariance, quality })
}
