//! Gamma-Gamma: what a customer spends per purchase.
//!
//! What it assumes, in words (Fader and Hardie, "The Gamma-Gamma Model of Monetary Value", 2013; Fader, Hardie and Lee,
//! Journal of Marketing Research 42 (2005)):
//!
//! 1. The amounts of one customer scatter around a mean of his or her own (gamma distribution with shape p and rate ν).
//! 2. These means differ between customers (ν has a gamma distribution with shape q and rate γ, here v).
//! 3. What is spent per purchase has nothing to do with how often purchases come.
//!
//! | symbol | meaning | unit |
//! |---|---|---|
//! | p | how closely a customer keeps to his or her mean | – |
//! | q, v | how the means differ; the mean of all is p v/(q−1), finite only for q > 1 | –, money |
//! | x, m | paid repeat purchases of a customer and their mean amount | –, money |
//!
//! The first purchase is left out, as in the papers: it is what makes somebody a customer.

use super::fit::{Edge, Fitted, Prior, Search, maximise};
use super::history::History;
use super::special::{digamma, ln_gamma, ln_rise};
use crate::order;

/// The model with its parameters, all positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GammaGamma {
    /// Shape of the amounts of one customer.
    pub p: f64,
    /// Shape of the distribution of customers.
    pub q: f64,
    /// Rate of the distribution of customers, in money.
    pub v: f64,
}

/// Fewest customers with paid repeats on which a spread between customers and one within can be told apart at all.
const FEWEST: u64 = 5;

impl GammaGamma {
    /// Maximum likelihood, or the regularised fit where there is no maximum with a finite mean.
    ///
    /// `None` with fewer than five customers with paid repeats, or where all their means are equal: then there is
    /// nothing to model, and the mean says it all.
    pub fn fit(history: &History) -> Option<Fitted<3>> {
        let likelihood = Likelihood::new(history)?;
        let customers = likelihood.customers.len() as u64;
        // Amounts that scatter by about half within and between customers.
        let mean = likelihood.mean;
        let start = [4.0, 2.0, 0.5 * mean];
        let priors = [
            Prior { weights: [1.0, 0.0, 0.0], mean: libm::log(4.0), deviation: 1.0 },
            Prior { weights: [0.0, 1.0, 0.0], mean: libm::log(3.0), deviation: 0.5 },
            Prior { weights: [1.0, -1.0, 1.0], mean: libm::log(mean), deviation: 0.5 },
        ];
        let search = Search::default().or_from(start);
        // The search is in q − 1, so that there is always a mean. The maximum is the same.
        let mut fit = maximise(search, customers, &priors, &edge, &mut |at| likelihood.evaluate(at))?;
        let above = fit.parameters[1];
        fit.parameters[1] = 1.0 + above;
        if let Some(covariance) = &mut fit.covariance {
            // From ln(q − 1) to ln q.
            let factor = above / (1.0 + above);
            covariance.iter_mut().for_each(|row| row[1] *= factor);
            covariance[1].iter_mut().for_each(|cell| *cell *= factor);
        }
        Some(fit)
    }

    /// ln of the density of the mean `m` > 0 of `x` ≥ 1 amounts: equation (1a) of the 2013 note.
    pub fn ln_likelihood(&self, x: f64, m: f64) -> f64 {
        let GammaGamma { p, q, v } = *self;
        let px = p * x;
        // (px) ln(x m/(v + x m)) and −q ln(…) are taken apart so that large numbers never meet.
        ln_rise(px, q) - ln_gamma(q) + q * libm::log(v / (v + m * x))
            - px * libm::log1p(v / (m * x))
            - libm::log(m)
    }

    /// The sum of [`GammaGamma::ln_likelihood`] over the customers with paid repeats.
    pub fn ln_likelihood_of(&self, history: &History) -> f64 {
        // Sorted, so that the sum does not depend on the order of rows.
        paid_repeaters(history).iter().map(|(x, m)| self.ln_likelihood(f64::from(*x), *m)).sum()
    }

    /// The expected amount of a future purchase of a customer whose `x` paid repeats had the mean `m`: equation (5).
    ///
    /// A weighted mean of the customer's own and everybody's; with x = 0, everybody's.
    pub fn expected(&self, x: f64, m: f64) -> f64 {
        let GammaGamma { p, q, v } = *self;
        p * (v + m * x) / (p * x + q - 1.0)
    }

    /// The mean over all customers, p v/(q − 1). Infinite for q ≤ 1, which [`GammaGamma::fit`] never returns.
    pub fn population_mean(&self) -> f64 {
        if self.q > 1.0 { self.p * self.v / (self.q - 1.0) } else { f64::INFINITY }
    }

    /// The model with these parameters.
    pub fn with([p, q, v]: [f64; 3]) -> GammaGamma {
        GammaGamma { p, q, v }
    }
}

/// Which edge the parameters p, q − 1, v are at.
fn edge([p, above, _]: &[f64; 3]) -> Option<Edge> {
    if *above < 0.01 || *p < 1e-3 {
        Some(Edge::NoMean)
    } else if *p > 1e3 || *above > 1e3 {
        Some(Edge::SameSpend)
    } else {
        None
    }
}

/// x and m of the customers with paid repeats, sorted.
fn paid_repeaters(history: &History) -> Vec<(u32, f64)> {
    let each = history.spend.iter().zip(&history.paid);
    let customers: Vec<(u32, f64)> = each.filter_map(|(m, x)| m.map(|m| (*x, m))).collect();
    // By amount, then by number of repeats: sums come out the same in whatever order the customers stand.
    let amounts: Vec<f64> = customers.iter().map(|(_, m)| *m).collect();
    let by_amount = order::of_floats(&amounts);
    let by_amount: Vec<(u32, f64)> =
        by_amount.into_iter().filter_map(|i| customers.get(i as usize).copied()).collect();
    let order = order::of_keys(by_amount.iter().map(|(x, _)| u64::from(*x)));
    order.into_iter().filter_map(|i| by_amount.get(i as usize).copied()).collect()
}

/// The negative mean log-likelihood, with its gradient.
struct Likelihood {
    /// x and m of the customers with paid repeats, sorted.
    customers: Vec<(u32, f64)>,
    /// Mean of m, weighted by x.
    mean: f64,
    /// Σ ln m, which the parameters don't change.
    ln_amounts: f64,
}

impl Likelihood {
    fn new(history: &History) -> Option<Likelihood> {
        let customers = paid_repeaters(history);
        let paid: f64 = customers.iter().map(|(x, _)| f64::from(*x)).sum();
        let mean = customers.iter().map(|(x, m)| f64::from(*x) * m).sum::<f64>() / paid;
        let spread = customers.iter().map(|(_, m)| (m - mean).abs()).fold(0.0, f64::max);
        if (customers.len() as u64) < FEWEST || !mean.is_finite() || spread <= 1e-6 * mean {
            return None;
        }
        let ln_amounts = customers.iter().map(|(_, m)| libm::log(*m)).sum();
        Some(Likelihood { customers, mean, ln_amounts })
    }

    /// At the logarithms of p, q − 1, v.
    fn evaluate(&self, at: &[f64; 3]) -> (f64, [f64; 3]) {
        let [p, above, v] = at.map(libm::exp);
        let q = 1.0 + above;
        let (ln_gamma_q, digamma_q) = (ln_gamma(q), digamma(q));
        let (mut value, mut by_p, mut by_q, mut by_v) = (0.0, 0.0, 0.0, 0.0);
        // The gamma functions depend on x alone, and customers are sorted by it.
        let mut of = None;
        let (mut rise, mut digamma_px, mut digamma_all) = (0.0, 0.0, 0.0);
        for (count, m) in &self.customers {
            let x = f64::from(*count);
            let px = p * x;
            if of != Some(*count) {
                of = Some(*count);
                rise = ln_rise(px, q);
                digamma_px = digamma(px);
                digamma_all = digamma(px + q);
            }
            let spent = m * x;
            let share = libm::log1p(v / spent);
            let other = libm::log1p(spent / v);
            value += rise - ln_gamma_q - q * other - px * share;
            by_p += x * (digamma_all - digamma_px - share);
            by_q += digamma_all - digamma_q - other;
            by_v += q / v - (px + q) / (v + spent);
        }
        let customers = self.customers.len() as f64;
        let value = (self.ln_amounts - value) / customers;
        (value, [-by_p * p, -by_q * above, -by_v * v].map(|g| g / customers))
    }
}
