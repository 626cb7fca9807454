//! The algebra that BG/NBD and MBG/NBD share: a chance to leave that comes with purchases.
//!
//! The two differ in one number, the purchases that gave a chance to leave before the observation started to count:
//! BG/NBD 0 (after repeat purchases only), MBG/NBD 1 (after the first purchase as well). With n = x + that number:
//!
//! ```text
//! L = Γ(r+x)/Γ(r) · α^r · B(a, b+n)/B(a, b) · [ (α+T)^-(r+x) + a/(b+n-1) · (α+t_x)^-(r+x) ]     second term only if n > 0
//! P(alive) = 1 / (1 + a/(b+n-1) · ((α+T)/(α+t_x))^(r+x))
//! ```
//!
//! Expected purchases use Euler's transformation of the ₂F₁ in the papers: in the papers' form it overflows for some hundred
//! purchases and divides 0 by 0 at a = 1. After the transformation no parameter of the series holds x on top.

use super::fit::{Edge, Fitted, Prior, Search, maximise};
use super::history::{History, Record, WEEK};
use super::special::{expm1_over, ln_rise, sigmoid, softplus};

/// The parameters, and the number of purchases that could end it all before the first repeat.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct BetaGeometric<const FIRST: u32> {
    pub(super) r: f64,
    pub(super) alpha: f64,
    pub(super) a: f64,
    pub(super) b: f64,
}

impl<const FIRST: u32> BetaGeometric<FIRST> {
    /// n: how often the customer could have left.
    fn chances(customer: Record) -> f64 {
        customer.x + f64::from(FIRST)
    }

    /// ln of the odds that the customer has left; −∞ where there was no chance to.
    fn ln_odds_gone(&self, customer: Record) -> f64 {
        let n = Self::chances(customer);
        if n == 0.0 {
            return f64::NEG_INFINITY;
        }
        let idle = libm::log1p((customer.t - customer.t_x) / (self.alpha + customer.t_x));
        libm::log(self.a / (self.b + n - 1.0)) + (self.r + customer.x) * idle
    }

    pub(super) fn ln_of_count(&self, x: f64) -> f64 {
        if x == 0.0 {
            return 0.0;
        }
        let n = x + f64::from(FIRST);
        ln_rise(self.r, x) + ln_rise(self.b, n) - ln_rise(self.a + self.b, n)
    }

    pub(super) fn ln_of_times(&self, customer: Record) -> f64 {
        let quiet = -self.r * libm::log1p(customer.t / self.alpha);
        if customer.x == 0.0 {
            // [b y + a]/(a + b) with y = (α/(α+T))^r, written around 1 where it is close to 1.
            let stayed = self.b / (self.a + self.b);
            return if FIRST == 0 { quiet } else { libm::log1p(stayed * libm::expm1(quiet)) };
        }
        let x = customer.x;
        quiet - x * libm::log(self.alpha + customer.t) + softplus(self.ln_odds_gone(customer))
    }

    pub(super) fn p_alive(&self, customer: Record) -> f64 {
        sigmoid(-self.ln_odds_gone(customer))
    }

    pub(super) fn p_buy(&self, customer: Record, weeks: f64) -> f64 {
        let rate = self.r + customer.x;
        let quiet = -rate * libm::log1p(weeks / (self.alpha + customer.t));
        self.p_alive(customer) * -libm::expm1(quiet)
    }

    pub(super) fn expected_if_active(&self, customer: Record, weeks: f64) -> f64 {
        self.expected_while(Self::chances(customer), customer.x, self.alpha + customer.t, weeks)
    }

    pub(super) fn expected_of_new(&self, weeks: f64) -> f64 {
        // MBG/NBD: b/(a+b) of the customers are still active just after the first purchase.
        let alive = if FIRST == 0 { 1.0 } else { self.b / (self.a + self.b) };
        if weeks <= 0.0 { 0.0 } else { alive * self.expected_while(f64::from(FIRST), 0.0, self.alpha, weeks) }
    }

    /// E[Y(t) | active], where the rate is gamma(r + x, `exposure`) and the chance to leave beta(a, b + n).
    ///
    /// With z = t/(exposure + t), c = a+b+n−1, L = ln(1−z) and S = Σ (c−r−x)_k (a)_{k−1} / ((c)_k k!) zᵏ:
    /// E = [c − c (1−z)^(a−1) (1 + (a−1) S)] / (a−1), here without the division by 0 at a = 1.
    fn expected_while(&self, n: f64, x: f64, exposure: f64, weeks: f64) -> f64 {
        let (a, c) = (self.a, self.a + self.b + n - 1.0);
        let top = c - self.r - x;
        let z = weeks / (exposure + weeks);
        // ln(1 − z), without the cancellation.
        let ln_rest = -libm::log1p(weeks / exposure);
        // c S: the c on top cancels the first factor of (c)_k, so that c = 0 (a + b = 1, n = 0) is no special case.
        let mut term = top * z;
        let mut sum = term;
        let mut k = 1.0;
        while k < LONGEST_SERIES {
            term *= (top + k) * (a + k - 1.0) * z / ((c + k) * (k + 1.0));
            sum += term;
            k += 1.0;
            if term.abs() <= 1e-17 * sum.abs() * (1.0 - z) || term == 0.0 {
                break;
            }
        }
        let e = a - 1.0;
        let expected = if c > 0.0 && e * sum > -0.5 * c {
            let w = e * ln_rest + libm::log1p(e * sum / c);
            if e == 0.0 { -c * (ln_rest + sum / c) } else { -c * libm::expm1(w) / e }
        } else {
            -c * expm1_over(e, ln_rest) - libm::exp(e * ln_rest) * sum
        };
        expected.max(0.0)
    }

    pub(super) fn fit(history: &History, search: Search<4>) -> Option<Fitted<4>> {
        let customers = history.len() as u64;
        if history.repeats() == 0 {
            return None;
        }
        let likelihood = Likelihood::<FIRST>::new(history);
        let scale = f64::from(history.oldest().max(7)) / WEEK;
        let start = [0.5, 0.2 * scale, 0.8, 2.0];
        let exposure: f64 = history.weighted().map(|(p, w)| w * p.t()).sum();
        let rate = (history.repeats() as f64 + 0.5) / (exposure + 0.5);
        maximise(search.or_from(start), customers, &priors(rate), &edge, &mut |at| likelihood.evaluate(at))
    }
}

/// Terms of the series after which the rest is below what a forecast needs, however slowly it converges.
const LONGEST_SERIES: f64 = 100_000.0;

/// Which edge of the parameters' range a fit is at.
fn edge(parameters: &[f64; 4]) -> Option<Edge> {
    let [r, _, a, b] = *parameters;
    let leaving = a / (a + b);
    if r > 1e3 {
        Some(Edge::SameRate)
    } else if r < 1e-3 {
        Some(Edge::ExtremeRates)
    } else if leaving < 1e-4 || a < 1e-3 {
        Some(Edge::NoDropout)
    } else if b > 1e3 || a > 1e3 {
        Some(Edge::SameDropout)
    } else if b < 1e-3 {
        Some(Edge::ExtremeDropout)
    } else {
        None
    }
}

/// The range in which shops are found, widely drawn: r near ½, the observed rate, every fourth purchase the last,
/// a and b near 1. The deviations allow a factor of three to five either way at one standard deviation.
fn priors(rate: f64) -> [Prior<4>; 4] {
    [
        Prior { weights: [1.0, 0.0, 0.0, 0.0], mean: libm::log(0.5), deviation: 1.0 },
        Prior { weights: [1.0, -1.0, 0.0, 0.0], mean: libm::log(rate), deviation: 1.5 },
        Prior { weights: [0.0, 0.0, 1.0, -1.0], mean: libm::log(1.0 / 3.0), deviation: 1.0 },
        Prior { weights: [0.0, 0.0, 0.5, 0.5], mean: 0.0, deviation: 1.0 },
    ]
}

/// The negative mean log-likelihood of a history, with its gradient.
struct Likelihood<'a, const FIRST: u32> {
    history: &'a History,
    /// Customers with more than k repeats, by k.
    more_than: Vec<f64>,
    /// The largest age in days: the ends of the table of ln(α + t).
    oldest: u32,
}

impl<'a, const FIRST: u32> Likelihood<'a, FIRST> {
    fn new(history: &'a History) -> Self {
        Likelihood { history, more_than: history.more_than(), oldest: history.oldest() }
    }

    /// At the logarithms of r, α, a, b.
    fn evaluate(&self, at: &[f64; 4]) -> (f64, [f64; 4]) {
        let [r, alpha, a, b] = at.map(libm::exp);
        let customers = self.history.len() as f64;
        let (mut value, mut by_r, mut by_alpha, mut by_a, mut by_b) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (k, weight) in self.more_than.iter().enumerate() {
            let k = k as f64;
            value += weight * libm::log(r + k);
            by_r += weight / (r + k);
            chance(k + f64::from(FIRST), *weight, a, b, &mut value, &mut by_a, &mut by_b);
        }
        if FIRST > 0 {
            chance(0.0, customers, a, b, &mut value, &mut by_a, &mut by_b);
        }
        // Times are whole days, so a table of the logarithms serves all customers.
        let ln_alpha = libm::log(alpha);
        let table: Vec<f64> =
            (0..=self.oldest).map(|day| libm::log1p(f64::from(day) / WEEK / alpha)).collect();
        let ln_over_alpha = |days: u32| table.get(days as usize).copied().unwrap_or(0.0);
        let ln_a = libm::log(a);
        // ln(b + n − 1) by x, as the patterns are sorted by x.
        let (mut ln_b, mut of) = (0.0, None);
        for (pattern, weight) in self.history.weighted() {
            let x = pattern.x();
            let (until_now, until_last) = (ln_over_alpha(pattern.age), ln_over_alpha(pattern.recency));
            let (now, last) = (alpha + pattern.t(), alpha + pattern.t_x());
            let mut ln_l = -(r + x) * until_now - x * ln_alpha;
            let mut d_r = -until_now;
            let mut d_alpha = r / alpha - (r + x) / now;
            let n = x + f64::from(FIRST);
            if n > 0.0 {
                if of != Some(pattern.repeats) {
                    of = Some(pattern.repeats);
                    ln_b = libm::log(b + n - 1.0);
                }
                let ln_odds = ln_a - ln_b + (r + x) * (until_now - until_last);
                let gone = sigmoid(ln_odds);
                ln_l += if ln_odds > 0.0 { ln_odds - libm::log(gone) } else { -libm::log1p(-gone) };
                d_r += gone * (until_now - until_last);
                d_alpha += gone * (r + x) * (1.0 / now - 1.0 / last);
                by_a += weight * gone / a;
                by_b -= weight * gone / (b + n - 1.0);
            }
            value += weight * ln_l;
            by_r += weight * d_r;
            by_alpha += weight * d_alpha;
        }
        (-value / customers, [-by_r * r, -by_alpha * alpha, -by_a * a, -by_b * b].map(|g| g / customers))
    }
}

/// One factor (b + k)/(a + b + k) of B(a, b + n)/B(a, b): a chance to leave that was not taken.
fn chance(k: f64, weight: f64, a: f64, b: f64, value: &mut f64, by_a: &mut f64, by_b: &mut f64) {
    *value -= weight * libm::log1p(a / (b + k));
    *by_a -= weight / (a + b + k);
    *by_b += weight * (1.0 / (b + k) - 1.0 / (a + b + k));
}
