//! Pareto/NBD: who buys again, and how often, when customers can leave at any moment.
//!
//! What it assumes, in words (Schmittlein, Morrison and Colombo, "Counting Your Customers", Management Science 33 (1987);
//! Fader and Hardie, "A Note on Deriving the Pareto/NBD Model", 2005):
//!
//! 1. While active, a customer buys at random moments at a steady rate (a Poisson process with rate λ).
//! 2. Rates differ between customers (gamma distribution with shape r and rate α).
//! 3. A customer leaves for good at a random moment (exponential with rate μ), purchase or not.
//! 4. These rates differ between customers (gamma distribution with shape s and rate β).
//! 5. λ and μ have nothing to do with each other.
//!
//! | symbol | meaning | unit |
//! |---|---|---|
//! | r, α | shape and rate of the buying rates; mean r/α | –, weeks |
//! | s, β | shape and rate of the leaving rates; mean s/β | –, weeks |
//! | x, t_x, T | see [`super::history`] | –, weeks, weeks |
//!
//! The papers write the likelihood with two ₂F₁, whose difference loses all digits for frequent buyers. Here the integral that
//! they stand for is taken numerically:
//!
//! ```text
//! L = Γ(r+x)/Γ(r) · α^r β^s [ (α+T)^-(r+x) (β+T)^-s + s ∫_{t_x}^{T} (α+u)^-(r+x) (β+u)^-(s+1) du ]
//! ```

use super::buying::Buying;
use super::fit::{Edge, Fitted, Prior, Search, maximise};
use super::history::{History, Record, WEEK};
use super::special::{expm1_over, gauss_legendre, ln_rise, sigmoid, softplus};

/// The model with its parameters, all positive. α and β are in weeks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParetoNbd {
    /// Shape of the gamma distribution of buying rates.
    pub r: f64,
    /// Rate of that distribution, in weeks.
    pub alpha: f64,
    /// Shape of the gamma distribution of leaving rates.
    pub s: f64,
    /// Rate of that distribution, in weeks.
    pub beta: f64,
}

impl ParetoNbd {
    /// Maximum likelihood, or the regularised fit where there is no maximum ([`super::fit`]).
    /// `None` without a customer or without a repeat purchase, or where a purchase is more than a century old.
    pub fn fit(history: &History) -> Option<Fitted<4>> {
        ParetoNbd::search(history, Search::default())
    }

    /// The same with a start or a precision of one's own.
    pub fn search(history: &History, search: Search<4>) -> Option<Fitted<4>> {
        if history.repeats() == 0 || history.oldest() > OLDEST {
            return None;
        }
        let likelihood = Likelihood::new(history);
        let scale = f64::from(history.oldest().max(7)) / WEEK;
        let exposure: f64 = history.weighted().map(|(p, w)| w * p.t()).sum();
        let rate = (history.repeats() as f64 + 0.5) / (exposure + 0.5);
        let start = [0.5, 0.2 * scale, 0.6, 0.3 * scale];
        let priors = [
            Prior { weights: [1.0, 0.0, 0.0, 0.0], mean: libm::log(0.5), deviation: 1.0 },
            Prior { weights: [1.0, -1.0, 0.0, 0.0], mean: libm::log(rate), deviation: 1.5 },
            Prior { weights: [0.0, 0.0, 1.0, 0.0], mean: libm::log(0.6), deviation: 1.0 },
            // One in two leaves within the time seen.
            Prior { weights: [0.0, 0.0, 1.0, -1.0], mean: -libm::log(scale), deviation: 1.5 },
        ];
        let edge = |parameters: &[f64; 4]| edge(parameters, scale);
        maximise(search.or_from(start), history.len() as u64, &priors, &edge, &mut |at| {
            likelihood.evaluate(at)
        })
    }

    /// The model with these parameters: r, α, s, β.
    pub fn with([r, alpha, s, beta]: [f64; 4]) -> ParetoNbd {
        ParetoNbd { r, alpha, s, beta }
    }

    /// ln of the odds that the customer has left.
    fn ln_odds_gone(&self, customer: Record) -> f64 {
        let ParetoNbd { r, alpha, s, beta } = *self;
        let Record { x, t_x, t } = customer;
        let idle = t - t_x;
        if idle <= 0.0 {
            return f64::NEG_INFINITY;
        }
        // In w = ln((α+u)/(α+t_x)) the integrand falls about as e^(−k w).
        let (now, last) = (alpha + t_x, beta + t_x);
        let width = libm::log1p(idle / now);
        let k = r + x - 1.0 + (s + 1.0) * now / last;
        let integral = falling_integral(width, k, |w| {
            let gone = now * libm::expm1(w);
            let (buying, leaving) = (-(r + x - 1.0) * w, -(s + 1.0) * libm::log1p(gone / last));
            libm::exp(buying + leaving)
        });
        let peak = (r + x) * width + s * libm::log1p(idle / last);
        peak + libm::log(s * now / last * integral)
    }
}

impl Buying for ParetoNbd {
    fn parameters(&self) -> [f64; 4] {
        [self.r, self.alpha, self.s, self.beta]
    }

    fn at(&self, parameters: [f64; 4]) -> Self {
        ParetoNbd::with(parameters)
    }

    fn ln_of_count(&self, repeats: f64) -> f64 {
        ln_rise(self.r, repeats)
    }

    /// Equation (15) of the 2005 note.
    fn ln_of_times(&self, customer: Record) -> f64 {
        let ParetoNbd { r, alpha, s, beta } = *self;
        let Record { x, t, .. } = customer;
        let quiet = -r * libm::log1p(t / alpha) - s * libm::log1p(t / beta);
        quiet - x * libm::log(alpha + t) + softplus(self.ln_odds_gone(customer))
    }

    /// Equation (18) of the 2005 note.
    fn p_alive(&self, customer: Record) -> f64 {
        sigmoid(-self.ln_odds_gone(customer))
    }

    /// P(alive) times the chance that a purchase comes before the departure and within `weeks`:
    /// ∫₀ᵗ E[λ e^(−(λ+μ)u]) du over the rates of an active customer.
    fn p_buy(&self, customer: Record, weeks: f64) -> f64 {
        let alive = self.p_alive(customer);
        if alive == 0.0 || weeks <= 0.0 {
            return 0.0;
        }
        let shape = self.r + customer.x;
        let (buying, leaving) = (self.alpha + customer.t, self.beta + customer.t);
        let width = libm::log1p(weeks / buying);
        let k = shape + self.s * buying / leaving;
        let chance = falling_integral(width, k, |w| {
            let passed = buying * libm::expm1(w);
            libm::exp(-shape * w - self.s * libm::log1p(passed / leaving))
        });
        (alive * shape * chance).min(1.0)
    }

    /// Equation (22) of the 2005 note, (r+x)(β+T)/((α+T)(s−1)) · [1 − ((β+T)/(β+T+t))^(s−1)], with its limit at s = 1.
    fn expected_if_active(&self, customer: Record, weeks: f64) -> f64 {
        let leaving = self.beta + customer.t;
        let active_weeks = -leaving * expm1_over(self.s - 1.0, -libm::log1p(weeks / leaving));
        (self.r + customer.x) / (self.alpha + customer.t) * active_weeks
    }

    /// Equation (17) of the 2005 note.
    fn expected_of_new(&self, weeks: f64) -> f64 {
        let active_weeks = -self.beta * expm1_over(self.s - 1.0, -libm::log1p(weeks.max(0.0) / self.beta));
        self.r / self.alpha * active_weeks
    }
}

/// The tables of the likelihood have an entry for every day; a mistyped year must not fill the memory.
const OLDEST: u32 = 36_525;

/// Which edge of the parameters' range a fit is at. `scale` is the length of the history in weeks.
fn edge(parameters: &[f64; 4], scale: f64) -> Option<Edge> {
    let [r, _, s, beta] = *parameters;
    if r > 1e3 {
        Some(Edge::SameRate)
    } else if r < 1e-3 {
        Some(Edge::ExtremeRates)
    } else if s / beta * scale < 1e-3 || s < 1e-3 {
        Some(Edge::NoDropout)
    } else if s > 1e3 {
        Some(Edge::SameDropout)
    } else if beta < 1e-3 {
        Some(Edge::ExtremeDropout)
    } else {
        None
    }
}

/// ∫₀^`width` f(w) dw of a function that falls about as e^(−k w).
///
/// Gauss-Legendre with as many points as the fall asks for; where it is over long before the end, in two pieces.
fn falling_integral(width: f64, k: f64, f: impl Fn(f64) -> f64) -> f64 {
    const STEEP: f64 = 36.0;
    if k * width > STEEP {
        let end = STEEP / k;
        return piece(0.0, end, &RULES.large, &f) + piece(end, width, &RULES.large, &f);
    }
    if k.abs() * width < 1.5 && width < 1.0 {
        piece(0.0, width, &RULES.small, &f)
    } else if k.abs() * width < 6.0 && width < 2.0 {
        piece(0.0, width, &RULES.middle, &f)
    } else {
        piece(0.0, width, &RULES.large, &f)
    }
}

fn piece(from: f64, to: f64, rule: &[(f64, f64)], f: &impl Fn(f64) -> f64) -> f64 {
    let (half, middle) = (0.5 * (to - from), 0.5 * (to + from));
    half * rule.iter().map(|(node, weight)| weight * f(middle + half * node)).sum::<f64>()
}

struct Rules {
    small: [(f64, f64); 12],
    middle: [(f64, f64); 24],
    large: [(f64, f64); 64],
}

static RULES: std::sync::LazyLock<Rules> = std::sync::LazyLock::new(|| Rules {
    small: gauss_legendre(),
    middle: gauss_legendre(),
    large: gauss_legendre(),
});

/// The negative mean log-likelihood of a history, with its gradient.
///
/// An integral for every pattern would be slow. All times are whole days, so for each x the integrals from every day to the end
/// are summed up backwards once, and a pattern's is the difference of two, both relative to the integrand at their start.
struct Likelihood<'a> {
    history: &'a History,
    more_than: Vec<f64>,
    /// The patterns of each x: first, one past the last, and the earliest last purchase and highest age among them.
    groups: Vec<Group>,
}

struct Group {
    from: usize,
    to: usize,
    earliest: u32,
    oldest: u32,
}

/// Points per day. The integrand falls by at most about a factor e a day: x repeats take x days at least.
const POINTS: usize = 4;

/// An integral over u with the weights that its derivatives need.
#[derive(Clone, Copy, Default)]
struct Moments {
    one: f64,
    ln_buying: f64,
    per_buying: f64,
    ln_leaving: f64,
    per_leaving: f64,
}

impl Moments {
    fn plus(self, factor: f64, other: Moments) -> Moments {
        Moments {
            one: self.one + factor * other.one,
            ln_buying: self.ln_buying + factor * other.ln_buying,
            per_buying: self.per_buying + factor * other.per_buying,
            ln_leaving: self.ln_leaving + factor * other.ln_leaving,
            per_leaving: self.per_leaving + factor * other.per_leaving,
        }
    }
}

impl<'a> Likelihood<'a> {
    fn new(history: &'a History) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let mut of = None;
        for (i, pattern) in history.patterns.iter().enumerate() {
            if of != Some(pattern.repeats) {
                of = Some(pattern.repeats);
                groups.push(Group { from: i, to: i, earliest: pattern.recency, oldest: pattern.age });
            }
            if let Some(group) = groups.last_mut() {
                group.to = i + 1;
                group.earliest = group.earliest.min(pattern.recency);
                group.oldest = group.oldest.max(pattern.age);
            }
        }
        Likelihood { history, more_than: history.more_than(), groups }
    }

    /// At the logarithms of r, α, s, β.
    fn evaluate(&self, at: &[f64; 4]) -> (f64, [f64; 4]) {
        let [r, alpha, s, beta] = at.map(libm::exp);
        let (mut value, mut by_r, mut by_alpha, mut by_s, mut by_beta) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (k, weight) in self.more_than.iter().enumerate() {
            let k = k as f64;
            value += weight * libm::log(r + k);
            by_r += weight / (r + k);
        }
        // Logarithms and reciprocals at the start of each day and at the points within it, as moments of one point.
        let point = |u: f64| Moments {
            one: 1.0,
            ln_buying: libm::log(alpha + u),
            per_buying: 1.0 / (alpha + u),
            ln_leaving: libm::log(beta + u),
            per_leaving: 1.0 / (beta + u),
        };
        let rule: [(f64, f64); POINTS] = gauss_legendre();
        let days = self.history.oldest() as usize + 1;
        let starts: Vec<Moments> = (0..=days).map(|day| point(day as f64 / WEEK)).collect();
        let inside: Vec<[Moments; POINTS]> = (0..days)
            .map(|day| rule.map(|(node, _)| point((day as f64 + 0.5 + 0.5 * node) / WEEK)))
            .collect();
        let ln_f = |x: f64, m: &Moments| -(r + x) * m.ln_buying - (s + 1.0) * m.ln_leaving;

        let mut to_end: Vec<Moments> = vec![Moments::default(); days + 1];
        for group in &self.groups {
            let Some(patterns) = self.history.patterns.get(group.from..group.to) else { continue };
            let Some(weights) = self.history.weights.get(group.from..group.to) else { continue };
            let x = patterns.first().map_or(0.0, |p| p.x());
            let (first, last) = (group.earliest as usize, group.oldest as usize);
            let mut after = Moments::default();
            let mut ln_f_next = starts.get(last).map_or(0.0, |m| ln_f(x, m));
            for day in (first..=last).rev() {
                let (Some(start), Some(points)) = (starts.get(day), inside.get(day)) else { continue };
                let ln_f_here = ln_f(x, start);
                let mut sum = Moments::default();
                if day < last {
                    for (point, (_, weight)) in points.iter().zip(rule) {
                        let f = 0.5 * weight / WEEK * libm::exp(ln_f(x, point) - ln_f_here);
                        let weighted = Moments { one: 1.0, ..*point };
                        sum = sum.plus(f, weighted);
                    }
                    sum = sum.plus(libm::exp(ln_f_next - ln_f_here), after);
                }
                after = sum;
                ln_f_next = ln_f_here;
                if let Some(slot) = to_end.get_mut(day) {
                    *slot = sum;
                }
            }
            for (pattern, weight) in patterns.iter().zip(weights) {
                let (tx, t) = (pattern.recency as usize, pattern.age as usize);
                let (Some(then), Some(now)) = (starts.get(tx), starts.get(t)) else { continue };
                let (Some(from_then), Some(from_now)) = (to_end.get(tx), to_end.get(t)) else { continue };
                let ln_ratio = ln_f(x, now) - ln_f(x, then);
                let integral = from_then.plus(-libm::exp(ln_ratio), *from_now);
                // Odds of having left: s ∫ f / [(α+T)^-(r+x) (β+T)^-s] = s (β+T)^-1 ∫ f / f(T).
                let ln_odds = if tx == t || integral.one <= 0.0 {
                    f64::NEG_INFINITY
                } else {
                    libm::log(s * now.per_leaving * integral.one) - ln_ratio
                };
                let gone = sigmoid(ln_odds);
                // Means over the moment of leaving, given that the customer left.
                let mean = |moment: f64| if integral.one > 0.0 { moment / integral.one } else { 0.0 };
                let weight = f64::from(*weight);
                let ln_l = -(r + x) * now.ln_buying - s * now.ln_leaving + softplus(ln_odds);
                value += weight * ln_l;
                by_r += weight * (gone * (now.ln_buying - mean(integral.ln_buying)) - now.ln_buying);
                by_alpha +=
                    weight * (r + x) * (gone * (now.per_buying - mean(integral.per_buying)) - now.per_buying);
                by_s +=
                    weight * (gone * (1.0 / s + now.ln_leaving - mean(integral.ln_leaving)) - now.ln_leaving);
                by_beta += weight
                    * (gone * (s * now.per_leaving - (s + 1.0) * mean(integral.per_leaving))
                        - s * now.per_leaving);
            }
        }
        let customers = self.history.len() as f64;
        value += customers * (r * at[1] + s * at[3]);
        by_r += customers * at[1];
        by_alpha += customers * r / alpha;
        by_s += customers * at[3];
        by_beta += customers * s / beta;
        (
            -value / customers,
            [-by_r * r, -by_alpha * alpha, -by_s * s, -by_beta * beta].map(|g| g / customers),
        )
    }
}
