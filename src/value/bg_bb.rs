//! BG/BB: who buys again when purchases can only happen once a period: a monthly box, a yearly donation.
//!
//! What it assumes, in words (Fader, Hardie and Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting",
//! Marketing Science 29 (2010)):
//!
//! 1. While active, a customer buys in each period with a probability p of his or her own (beta distribution with α and β).
//! 2. At the start of each period the customer leaves for good with a probability θ of his or her own (beta distribution with γ and δ).
//! 3. p and θ have nothing to do with each other.
//!
//! | symbol | meaning | unit |
//! |---|---|---|
//! | α, β | shapes of the chances to buy; mean α/(α+β) | – |
//! | γ, δ | shapes of the chances to leave; mean γ/(γ+δ) | – |
//! | x, t_x, n | purchases, period of the last one, periods observed; the first purchase is not counted | periods |
//!
//! With m periods in which the customer was active, every likelihood is a product of beta functions:
//!
//! ```text
//! L = A(n) D(n) + Σ_{m = t_x}^{n−1} A(m) [D(m) − D(m+1)]
//! A(m) = B(α+x, β+m−x)/B(α, β)     D(m) = B(γ, δ+m)/B(γ, δ)
//! ```

use super::buying::Buying;
use super::fit::{Edge, Fitted, Prior, Search, maximise};
use super::history::{History, Purchases, Record, WEEK};
use super::special::sigmoid;
use crate::order;
use crate::units::Day;

/// The model with its parameters, all positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BgBb {
    /// First shape of the chances to buy.
    pub alpha: f64,
    /// Second shape.
    pub beta: f64,
    /// First shape of the chances to leave.
    pub gamma: f64,
    /// Second shape.
    pub delta: f64,
    /// Length of a period in weeks.
    pub period: f64,
}

impl BgBb {
    /// Maximum likelihood, or the regularised fit where there is no maximum ([`super::fit`]), with periods of `period`
    /// weeks. `None` without a customer or without a repeat purchase.
    pub fn fit(history: &History, period: f64) -> Option<Fitted<4>> {
        BgBb::search(history, period, Search::default())
    }

    /// The same with a start or a precision of one's own.
    pub fn search(history: &History, period: f64, search: Search<4>) -> Option<Fitted<4>> {
        if history.repeats() == 0 {
            return None;
        }
        let customers = history.len() as f64;
        let mut patterns: Vec<(Counts, f64)> =
            history.weighted().map(|(p, w)| (Counts::of(p.record(), period), w)).collect();
        order::by(&mut patterns, |a, b| a.0.cmp(&b.0));
        patterns.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0.0 };
            same
        });
        let longest = patterns.iter().map(|(c, _)| c.n).max().unwrap_or(0);
        let even = |weights: [f64; 4]| Prior { weights, mean: 0.0, deviation: 1.0 };
        let priors = [
            Prior { weights: [1.0, -1.0, 0.0, 0.0], mean: 0.0, deviation: 1.5 },
            even([0.5, 0.5, 0.0, 0.0]),
            Prior { weights: [0.0, 0.0, 1.0, -1.0], mean: libm::log(1.0 / 3.0), deviation: 1.0 },
            even([0.0, 0.0, 0.5, 0.5]),
        ];
        let search = search.or_from([1.0, 1.0, 0.7, 2.0]);
        maximise(search, history.len() as u64, &priors, &edge, &mut |at| {
            let tables = Tables::new(at.map(libm::exp), longest);
            let (mut value, mut gradient) = (0.0, [0.0; 4]);
            for (counts, weight) in &patterns {
                let (ln_likelihood, slopes) = tables.ln_likelihood(*counts);
                value -= weight * ln_likelihood;
                for (sum, slope) in gradient.iter_mut().zip(slopes) {
                    *sum -= weight * slope;
                }
            }
            let scaled = std::array::from_fn(|i| gradient[i] * libm::exp(at[i]) / customers);
            (value / customers, scaled)
        })
    }

    /// The model with these parameters: α, β, γ, δ, and periods of `period` weeks.
    pub fn with([alpha, beta, gamma, delta]: [f64; 4], period: f64) -> BgBb {
        BgBb { alpha, beta, gamma, delta, period }
    }

    fn tables(&self, longest: u32) -> Tables {
        Tables::new(self.parameters(), longest)
    }

    /// Sums `value(k)` over the periods 1 … `weeks`, in order, a last broken one in proportion.
    fn over_periods(&self, weeks: f64, mut value: impl FnMut(f64) -> f64) -> f64 {
        let periods = weeks / self.period;
        let (mut sum, mut k) = (0.0, 1.0);
        while k <= periods {
            sum += value(k);
            k += 1.0;
        }
        let broken = periods - (k - 1.0);
        // Rounding of 52.14 / 4.345 and the like is no broken period.
        if broken > 1e-9 { sum + broken * value(k) } else { sum }
    }
}

impl Buying for BgBb {
    fn parameters(&self) -> [f64; 4] {
        [self.alpha, self.beta, self.gamma, self.delta]
    }

    fn at(&self, parameters: [f64; 4]) -> Self {
        BgBb::with(parameters, self.period)
    }

    fn ln_of_count(&self, _repeats: f64) -> f64 {
        0.0
    }

    /// Equation (7) of the paper: the probability of one customer's sequence of periods.
    fn ln_of_times(&self, customer: Record) -> f64 {
        let counts = Counts::of(customer, self.period);
        self.tables(counts.n).ln_likelihood(counts).0
    }

    /// The probability to be active at the end of the observation, before the chance to leave of the period to come.
    fn p_alive(&self, customer: Record) -> f64 {
        let counts = Counts::of(customer, self.period);
        let tables = self.tables(counts.n);
        sigmoid(-tables.ln_odds_gone(counts))
    }

    /// The first purchase comes in period n+k: active until then, and no purchase in the k−1 periods before.
    fn p_buy(&self, customer: Record, weeks: f64) -> f64 {
        let counts = Counts::of(customer, self.period);
        let (buy, miss) = self.chances(counts);
        let alive = self.p_alive(customer);
        let mut missed = 1.0;
        let first = self.over_periods(weeks, |k| {
            let all = buy + miss + k - 1.0;
            let first = missed * buy / all * self.stays(counts, k);
            missed *= (miss + k - 1.0) / all;
            first
        });
        (alive * first).clamp(0.0, alive)
    }

    /// Equation (13) of the paper as the sum it comes from: the chance to be active in each of the periods times that to buy.
    fn expected_if_active(&self, customer: Record, weeks: f64) -> f64 {
        let counts = Counts::of(customer, self.period);
        let (buy, miss) = self.chances(counts);
        buy / (buy + miss) * self.over_periods(weeks, |k| self.stays(counts, k))
    }

    /// Equation (11) of the paper.
    fn expected_of_new(&self, weeks: f64) -> f64 {
        self.expected_if_active(Record { x: 0.0, t_x: 0.0, t: 0.0 }, weeks)
    }
}

impl BgBb {
    /// Shapes of an active customer's chance to buy.
    fn chances(&self, counts: Counts) -> (f64, f64) {
        (self.alpha + f64::from(counts.x), self.beta + f64::from(counts.n - counts.x))
    }

    /// The probability that a customer active after n periods is active in period n + `k`: D(n+k)/D(n).
    fn stays(&self, counts: Counts, k: f64) -> f64 {
        let from = self.delta + f64::from(counts.n);
        libm::exp(super::special::ln_rise(from, k) - super::special::ln_rise(self.gamma + from, k))
    }
}

/// x, t_x and n in periods; x ≤ t_x ≤ n.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Counts {
    x: u32,
    t_x: u32,
    n: u32,
}

impl Counts {
    fn of(customer: Record, period: f64) -> Counts {
        let x = customer.x as u32;
        let t_x = (customer.t_x / period).round() as u32;
        // A period that has just begun has not been observed; months of 31 days begin a little early.
        let n = (customer.t / period + 0.1).floor() as u32;
        let t_x = t_x.max(x);
        Counts { x, t_x, n: n.max(t_x) }
    }
}

/// Σ ln(c + j) and Σ 1/(c + j) over j < k, by k, for one shape or sum of shapes c.
struct Rises {
    logs: Vec<f64>,
    slopes: Vec<f64>,
}

impl Rises {
    fn new(c: f64, longest: u32) -> Rises {
        let (mut log, mut slope) = (0.0, 0.0);
        let mut rises = Rises { logs: vec![0.0], slopes: vec![0.0] };
        for j in 0..=longest {
            let factor = c + f64::from(j);
            log += libm::log(factor);
            slope += 1.0 / factor;
            rises.logs.push(log);
            rises.slopes.push(slope);
        }
        rises
    }

    fn at(&self, k: u32) -> (f64, f64) {
        let k = k as usize;
        (self.logs.get(k).copied().unwrap_or(0.0), self.slopes.get(k).copied().unwrap_or(0.0))
    }
}

/// The beta functions of all counts up to a number of periods.
struct Tables {
    gamma: f64,
    alpha: Rises,
    beta: Rises,
    both_buy: Rises,
    delta: Rises,
    both_leave: Rises,
}

impl Tables {
    fn new([alpha, beta, gamma, delta]: [f64; 4], longest: u32) -> Tables {
        let rises = |c: f64| Rises::new(c, longest + 1);
        Tables {
            gamma,
            alpha: rises(alpha),
            beta: rises(beta),
            both_buy: rises(alpha + beta),
            delta: rises(delta),
            both_leave: rises(gamma + delta),
        }
    }

    /// ln of A(m) D(m), or of A(m) [D(m) − D(m+1)] where the customer leaves after m, with its slopes.
    fn term(&self, x: u32, m: u32, leaves: bool) -> (f64, [f64; 4]) {
        let (a, b, ab) = (self.alpha.at(x), self.beta.at(m - x), self.both_buy.at(m));
        let (d, cd) = (self.delta.at(m), self.both_leave.at(m + u32::from(leaves)));
        // D(m) − D(m+1) = B(γ+1, δ+m)/B(γ, δ).
        let (ln_c, by_c) = if leaves { (libm::log(self.gamma), 1.0 / self.gamma) } else { (0.0, 0.0) };
        (a.0 + b.0 - ab.0 + d.0 - cd.0 + ln_c, [a.1 - ab.1, b.1 - ab.1, by_c - cd.1, d.1 - cd.1])
    }

    /// ln of the odds that the customer left before the end.
    fn ln_odds_gone(&self, Counts { x, t_x, n }: Counts) -> f64 {
        let (ln_stayed, _) = self.term(x, n, false);
        let gone: Vec<f64> = (t_x..n).map(|m| self.term(x, m, true).0 - ln_stayed).collect();
        let most = gone.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if gone.is_empty() {
            return f64::NEG_INFINITY;
        }
        most + libm::log(gone.iter().map(|g| libm::exp(g - most)).sum())
    }

    fn ln_likelihood(&self, counts: Counts) -> (f64, [f64; 4]) {
        let Counts { x, t_x, n } = counts;
        let mut terms: Vec<(f64, [f64; 4])> = (t_x..n).map(|m| self.term(x, m, true)).collect();
        terms.push(self.term(x, n, false));
        let most = terms.iter().map(|t| t.0).fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = terms.iter().map(|t| libm::exp(t.0 - most)).sum();
        let mut slopes = [0.0; 4];
        for (ln, slope) in &terms {
            let share = libm::exp(ln - most) / sum;
            for (total, slope) in slopes.iter_mut().zip(slope) {
                *total += share * slope;
            }
        }
        (most + libm::log(sum), slopes)
    }
}

/// Which edge of the parameters' range a fit is at.
fn edge([alpha, beta, gamma, delta]: &[f64; 4]) -> Option<Edge> {
    if *alpha > 1e3 || *beta > 1e3 {
        Some(Edge::SameRate)
    } else if *alpha < 1e-3 || *beta < 1e-3 {
        Some(Edge::ExtremeRates)
    } else if *gamma < 1e-3 || gamma / delta < 1e-4 {
        Some(Edge::NoDropout)
    } else if *gamma > 1e3 || *delta > 1e3 {
        Some(Edge::SameDropout)
    } else if *delta < 1e-3 {
        Some(Edge::ExtremeDropout)
    } else {
        None
    }
}

/// The period in weeks, if all purchases of the file fall on one day a period: every 1st of the month, every Monday.
///
/// Such files were summed up by period, or the shop sells once a period. The days of the whole file must be at least six days
/// apart, and every distance close to a multiple of the shortest.
pub fn period(purchases: &Purchases, until: Day) -> Option<f64> {
    let first = purchases.days.iter().min()?.0;
    let last = purchases.days.iter().filter(|day| **day <= until).max()?.0;
    let mut with = vec![false; (i64::from(last) - i64::from(first) + 1).try_into().ok()?];
    for day in purchases.days {
        if let Some(seen) = with.get_mut((day.0 - first) as usize) {
            *seen = true;
        }
    }
    let days: Vec<i32> = (first..).zip(&with).filter(|(_, seen)| **seen).map(|(day, _)| day).collect();
    let gaps: Vec<i32> = days.iter().zip(days.get(1..)?).map(|(a, b)| b - a).collect();
    let shortest = *gaps.iter().min()?;
    if gaps.len() < FEWEST_GAPS || shortest < SHORTEST_PERIOD {
        return None;
    }
    // Months have 28 to 31 days: the shortest gap counts periods, their mean measures them.
    let periods: f64 =
        gaps.iter().map(|gap| (f64::from(*gap) / (1.08 * f64::from(shortest))).round().max(1.0)).sum();
    let mean = f64::from(days.last()? - days.first()?) / periods;
    let regular = gaps.iter().all(|gap| {
        let count = (f64::from(*gap) / mean).round().max(1.0);
        (f64::from(*gap) / count - mean).abs() < 0.1 * mean
    });
    regular.then_some(mean / WEEK)
}

/// Fewer distances between days than this say nothing about a rhythm.
const FEWEST_GAPS: usize = 4;
/// Days apart: below, purchases can't be told from those of a shop open every few days.
const SHORTEST_PERIOD: i32 = 6;
