//! The value models as SQL: P(alive), the chance to buy, expected orders and value, with fixed quadratures for what is no closed
//! formula, so that every engine gives the same figures to nine digits.
//!
//! **BG/NBD and MBG/NBD.** The expected purchases of an active customer are a mean over the chance p to leave, which is
//! beta(a, b + n): E\[(1 − (1 + p τ)^−ρ) / p\] with τ = t/(α + T), ρ = r + x. In y = ln(p/(1 − p)) the integrand is smooth and falls on
//! both sides as an exponential, where the trapezoid rule converges faster than any power of its step. The nodes are the same for all
//! customers; their weights depend on n alone. Left of the last node the integrand is e^(a y), and the rest of that geometric
//! series is in its weight.
//!
//! **Pareto/NBD.** The two integrals of [`crate::value::pareto_nbd`], by 64 points of Gauss and Legendre in two pieces, as there.

use super::dialect::Dialect;
use super::score::signed;
use super::select::{Select, Steps};
use crate::analysis::Analysis;
use crate::value::clv::{Discount, MONTH};
use crate::value::gamma_gamma::GammaGamma;
use crate::value::history::WEEK;
use crate::value::model::Model;
use crate::value::special::gauss_legendre;
use crate::warning::Warning;
use crate::warning::calibration::Isotonic;
use crate::warning::score::Risks;

/// What is expected, from the model that a report chose.
pub(super) struct Forecasts {
    model: Model,
    spend: Option<SpendBy>,
    months: u32,
    discount: Discount,
    margin: f64,
    buy_weeks: f64,
}

enum SpendBy {
    GammaGamma(GammaGamma),
    Mean(f64),
}

/// Numbers below this are what engines call an underflow, and some refuse.
const LEAST: &str = "-600";
/// Logarithm of the largest chance times exposure that the left end of the grid leaves out.
const LEFT: f64 = -42.0;
/// The right end of the grid, times the least shape there.
const RIGHT: f64 = 40.0;
/// Nodes at most.
const MOST: f64 = 4_000.0;

impl Forecasts {
    /// `None` where no model was chosen, or one that is not covered.
    #[cold]
    pub(super) fn new(analysis: &Analysis) -> Option<Forecasts> {
        let models = analysis.models.as_ref()?;
        let forecast = models.forecast.as_ref()?;
        if matches!(forecast.model, Model::BgBb(_)) {
            return None;
        }
        let spend = forecast.spend.as_ref().map(|spend| match spend.model() {
            Some(model) => SpendBy::GammaGamma(model),
            None => SpendBy::Mean(spend.mean()),
        });
        Some(Forecasts {
            model: forecast.model,
            spend,
            months: models.months,
            discount: Discount::monthly(models.months, models.discount_per_year),
            margin: models.margin.unwrap_or(1.0),
            buy_weeks: f64::from(models.p_buy_days) / WEEK,
        })
    }

    /// Adds the steps to `vt_forecasts`: one row for each x, t_x and T that occurs. `risk` are weeks for which the chance to buy
    /// is asked for beside.
    #[cold]
    pub(super) fn steps(&self, steps: &mut Steps, d: Dialect, risk: Option<f64>) {
        let patterns = Select::from("vt_known")
            .with("vt_x", "repeat_days")
            .with("vt_span", "repeat_span_days")
            .with("vt_age", "age_days")
            .with("vt_n", d.double("repeat_days"))
            .with("vt_seen", format!("{} / 7", d.double("repeat_span_days")))
            .with("vt_old", format!("{} / 7", d.double("age_days")))
            .only("age_days IS NOT NULL")
            .each("repeat_days, repeat_span_days, age_days");
        steps.step(
            "vt_patterns",
            "customers with the same x, t_x and T are the same to the models; weeks",
            patterns,
        );
        let horizons: Vec<f64> = std::iter::once(self.buy_weeks).chain(risk).collect();
        match self.model {
            Model::BgNbd(m) => {
                beta_geometric(steps, d, [m.r, m.alpha, m.a, m.b], 0.0, self.months, &horizons)
            }
            Model::MbgNbd(m) => {
                beta_geometric(steps, d, [m.r, m.alpha, m.a, m.b], 1.0, self.months, &horizons)
            }
            Model::ParetoNbd(m) => pareto(steps, d, [m.r, m.alpha, m.s, m.beta], self.months, &horizons),
            Model::BgBb(_) => {}
        }
    }

    /// Adds the columns of the forecast.
    #[cold]
    pub(super) fn columns(&self, select: Select, d: Dialect) -> Select {
        let months = self.months;
        let mut select = select
            .with("p_alive", "vt_alive")
            .with("p_buy", "vt_buy_1")
            .with("expected_orders", format!("vt_alive * vt_ahead_{months}"));
        let spend = match &self.spend {
            Some(SpendBy::GammaGamma(GammaGamma { p, q, v })) => format!(
                "{} * ({} + vt_paid_amount) / ({} * vt_paid + {})",
                d.constant(*p),
                d.constant(*v),
                d.constant(*p),
                d.constant(q - 1.0)
            ),
            Some(SpendBy::Mean(mean)) => d.constant(*mean),
            None => return select,
        };
        select = select.with("expected_spend", &spend);
        // Month by month, each discounted as if it came at its end: the sum of E(k) times what one month later is worth less.
        let mut worth = 1.0;
        let mut factors = Vec::new();
        for _ in 0..months {
            worth /= 1.0 + self.discount.rate;
            factors.push(worth);
        }
        let terms = (1..=months as usize).map(|k| {
            let here = factors.get(k - 1).copied().unwrap_or(0.0);
            let next = factors.get(k).copied().unwrap_or(0.0);
            format!("{} * vt_ahead_{k}", signed(d, here - next))
        });
        let sum: Vec<String> = terms.collect();
        let value = format!("{} * ({spend}) * vt_alive * ({})", d.constant(self.margin), sum.join(" + "));
        select.with("expected_value", value)
    }
}

/// Adds the quadrature of the expected purchases, and the closed formulas beside it. `first` is 1 where the first purchase gives a
/// chance to leave.
#[cold]
fn beta_geometric(
    steps: &mut Steps,
    d: Dialect,
    [r, alpha, a, b]: [f64; 4],
    first: f64,
    months: u32,
    horizons: &[f64],
) {
    let least_b = b + first;
    // The narrower the distribution of p, the closer the nodes.
    let step = (0.8 / a.max(1.0).sqrt()).min(0.25).max((RIGHT / least_b.min(1.0) - LEFT) / MOST);
    let right = RIGHT / least_b.min(1.0);
    let count = libm::ceil((right - LEFT) / step) as u32;
    let rows: Vec<Vec<String>> = (0..=count)
        .map(|i| {
            let y = LEFT + f64::from(i) * step;
            // ln p and ln(1 − p) without cancellation on either side.
            let ln_p = -libm::log1p(libm::exp(-y));
            let ln_rest = -libm::log1p(libm::exp(y));
            let tail = if i == 0 { -libm::log(-libm::expm1(-a * step)) } else { 0.0 };
            let weight = a * ln_p + b * ln_rest + tail;
            vec![signed(d, libm::exp(ln_p)), signed(d, ln_rest), signed(d, weight)]
        })
        .collect();
    steps.constants(
        "vt_nodes",
        "chances to leave, ln of those to stay, ln of their weights",
        d,
        &["vt_p", "vt_ln_stay", "vt_ln_weight"],
        &rows,
    );

    let rate = format!("({} + vt_n)", d.constant(r));
    let now = format!("({} + vt_old)", d.constant(alpha));
    let mut grid =
        Select::from("vt_patterns CROSS JOIN vt_nodes").keep(&["vt_x", "vt_span", "vt_age", "vt_n", "vt_p"]);
    let exponent = format!("vt_ln_weight + (vt_n + {}) * vt_ln_stay", d.constant(first));
    grid = grid.with("vt_weight", format!("EXP(GREATEST({exponent}, {LEAST}))"));
    for k in 1..=months {
        let s = format!("(vt_p * {} / {now})", d.constant(f64::from(k) * MONTH));
        grid = grid.with(&format!("vt_v_{k}"), format!("{rate} * {}", ln_one_plus(d, &s)));
    }
    steps.step("vt_grid", "the integrand at each node: ρ ln(1 + p τ)", grid);
    let mut sums = Select::from("vt_grid").keep(&["vt_x", "vt_span", "vt_age"]);
    for k in 1..=months {
        let term = one_minus_exp(d, &format!("vt_v_{k}"));
        sums =
            sums.with(&format!("vt_ahead_{k}"), format!("SUM(vt_weight * ({term}) / vt_p) / SUM(vt_weight)"));
    }
    steps.step(
        "vt_means",
        "expected purchases of those who are active, by months",
        sums.each("vt_x, vt_span, vt_age"),
    );

    let chances = format!("(vt_n + {})", d.constant(first));
    let odds = format!(
        "{} / ({} + {chances} - 1) * EXP(LEAST({rate} * LN({now} / ({} + vt_seen)), 600))",
        d.constant(a),
        d.constant(b),
        d.constant(alpha)
    );
    let alive = format!("CASE WHEN {chances} = 0 THEN {} ELSE 1 / (1 + {odds}) END", d.constant(1.0));
    let closed = Select::from("vt_patterns")
        .keep(&["vt_x", "vt_span", "vt_age", "vt_n", "vt_old"])
        .with("vt_alive", alive);
    steps.step("vt_closed", "the probability to be still active", closed);
    let mut both = Select::from(
        "vt_closed\n  JOIN vt_means ON vt_means.vt_x = vt_closed.vt_x AND vt_means.vt_span = vt_closed.vt_span\n    AND \
         vt_means.vt_age = vt_closed.vt_age",
    );
    for name in ["vt_x", "vt_span", "vt_age"] {
        both = both.with(name, format!("vt_closed.{name}"));
    }
    both = both.keep(&["vt_alive"]);
    for (at, weeks) in horizons.iter().enumerate() {
        let quiet = format!("{rate} * {}", ln_one_plus(d, &format!("({} / {now})", d.constant(*weeks))));
        both = both.with(
            &format!("vt_buy_{}", at + 1),
            format!("vt_alive * ({})", one_minus_exp(d, &format!("({quiet})"))),
        );
    }
    for k in 1..=months {
        both = both.keep(&[&format!("vt_ahead_{k}")]);
    }
    steps.step("vt_forecasts", "what is expected of each", both);
}

/// Adds the two integrals of Pareto/NBD and what comes of them.
#[cold]
fn pareto(steps: &mut Steps, d: Dialect, [r, alpha, s, beta]: [f64; 4], months: u32, horizons: &[f64]) {
    let rule: [(f64, f64); 64] = gauss_legendre();
    let rows: Vec<Vec<String>> = rule
        .iter()
        .map(|(node, weight)| vec![d.constant(0.5 * (1.0 + node)), d.constant(0.5 * weight)])
        .collect();
    steps.constants("vt_nodes", "places within a piece, and their weights", d, &["vt_u", "vt_weight"], &rows);
    let [rc, ac, sc, bc] = [r, alpha, s, beta].map(|p| d.constant(p));
    let rate = format!("({rc} + vt_n)");
    let mut widths = Select::from("vt_patterns")
        .keep(&["vt_x", "vt_span", "vt_age", "vt_n", "vt_seen", "vt_old"])
        .with("vt_width_0", format!("LN(({ac} + vt_old) / ({ac} + vt_seen))"))
        .with("vt_k_0", format!("{rate} - 1 + ({sc} + 1) * ({ac} + vt_seen) / ({bc} + vt_seen)"));
    for (at, weeks) in horizons.iter().enumerate() {
        let h = at + 1;
        widths = widths
            .with(&format!("vt_width_{h}"), format!("LN(1 + {} / ({ac} + vt_old))", d.constant(*weeks)))
            .with(&format!("vt_k_{h}"), format!("{rate} + {sc} * ({ac} + vt_old) / ({bc} + vt_old)"));
    }
    steps.step("vt_widths", "how far each integral goes, and how fast it falls", widths);
    let integrals = 0..=horizons.len();
    let mut pieces =
        Select::from("vt_widths").keep(&["vt_x", "vt_span", "vt_age", "vt_n", "vt_seen", "vt_old"]);
    for h in integrals.clone() {
        // Where it is over long before the end, two pieces.
        let end = format!("CASE WHEN vt_k_{h} * vt_width_{h} > 36 THEN 36 / vt_k_{h} ELSE vt_width_{h} END");
        pieces = pieces.with(&format!("vt_end_{h}"), end).keep(&[&format!("vt_width_{h}")]);
    }
    steps.step("vt_pieces", "where the first piece ends", pieces);
    let integrand = |h: usize, w: &str| {
        let (shape, leaving, from) = match h {
            0 => (format!("({rate} - 1)"), format!("({sc} + 1)"), "vt_seen"),
            _ => (rate.clone(), sc.clone(), "vt_old"),
        };
        let passed = format!("({ac} + {from}) * (EXP({w}) - 1) / ({bc} + {from})");
        format!("EXP(GREATEST(-{shape} * ({w}) - {leaving} * LN(1 + {passed}), {LEAST}))")
    };
    let mut sums = Select::from("vt_pieces CROSS JOIN vt_nodes")
        .keep(&["vt_x", "vt_span", "vt_age", "vt_n", "vt_seen", "vt_old"]);
    for h in integrals {
        let first = integrand(h, &format!("vt_u * vt_end_{h}"));
        let second = integrand(h, &format!("vt_end_{h} + vt_u * (vt_width_{h} - vt_end_{h})"));
        let sum = format!("SUM(vt_weight * (vt_end_{h} * {first} + (vt_width_{h} - vt_end_{h}) * {second}))");
        sums = sums.with(&format!("vt_integral_{h}"), sum);
    }
    steps.step("vt_integrals", "the integrals", sums.each("vt_x, vt_span, vt_age, vt_n, vt_seen, vt_old"));
    let odds = format!(
        "EXP(LEAST({rate} * LN(({ac} + vt_old) / ({ac} + vt_seen)) + {sc} * LN(({bc} + vt_old) / ({bc} + vt_seen)), 600)) * \
         {sc} * ({ac} + vt_seen) / ({bc} + vt_seen) * vt_integral_0"
    );
    let mut alive = Select::from("vt_integrals").keep(&["vt_x", "vt_span", "vt_age", "vt_n", "vt_old"]);
    alive = alive.with(
        "vt_alive",
        format!("CASE WHEN vt_age <= vt_span THEN {} ELSE 1 / (1 + {odds}) END", d.constant(1.0)),
    );
    for h in 1..=horizons.len() {
        alive = alive.keep(&[&format!("vt_integral_{h}")]);
    }
    steps.step("vt_closed", "the probability to be still active", alive);
    let mut all = Select::from("vt_closed").keep(&["vt_x", "vt_span", "vt_age", "vt_alive"]);
    for h in 1..=horizons.len() {
        let chance = format!("vt_alive * {rate} * vt_integral_{h}");
        all = all.with(&format!("vt_buy_{h}"), format!("LEAST({chance}, {})", d.constant(1.0)));
    }
    for k in 1..=months {
        let weeks = d.constant(f64::from(k) * MONTH);
        let l = format!("LN(1 + {weeks} / ({bc} + vt_old))");
        let e = s - 1.0;
        let active = if e.abs() < 1e-5 {
            format!("{l} * (1 - {} * {l} / 2)", signed(d, e))
        } else {
            format!("(1 - EXP(-{} * {l})) / {}", signed(d, e), signed(d, e))
        };
        all = all
            .with(&format!("vt_ahead_{k}"), format!("{rate} / ({ac} + vt_old) * ({bc} + vt_old) * {active}"));
    }
    steps.step("vt_forecasts", "what is expected of each", all);
}

/// ln(1 + s), by its series where s is small.
#[cold]
fn ln_one_plus(d: Dialect, s: &str) -> String {
    let third = d.constant(1.0 / 3.0);
    format!(
        "CASE WHEN {s} < {} THEN {s} * (1 - {s} * ({} - {s} * ({third} - {s} * {}))) ELSE LN(1 + {s}) END",
        d.constant(1e-4),
        d.constant(0.5),
        d.constant(0.25)
    )
}

/// 1 − e^−v, by its series where v is small.
#[cold]
fn one_minus_exp(d: Dialect, v: &str) -> String {
    let [half, sixth, further, last] = [0.5, 1.0 / 6.0, 1.0 / 24.0, 1.0 / 120.0].map(|c| d.constant(c));
    format!(
        "CASE WHEN {v} < {} THEN {v} * (1 - {v} * ({half} - {v} * ({sixth} - {v} * ({further} - {v} * {last})))) ELSE 1 - \
         EXP(GREATEST(-{v}, {LEAST})) END",
        d.constant(1e-3)
    )
}

/// How a risk is read off what is known of a customer.
pub(super) struct Risk<'a> {
    risks: Risks<'a>,
}

impl<'a> Risk<'a> {
    /// `None` where a report has no risk, or one that the columns of a summary don't give.
    #[cold]
    pub(super) fn new(warning: &'a Warning, forecasts: Option<&Forecasts>) -> Option<Risk<'a>> {
        let risks = warning.risks()?;
        let fits = match &risks {
            Risks::Model { .. } => forecasts.is_some(),
            Risks::Table { .. } => true,
        };
        fits.then_some(Risk { risks })
    }

    /// The weeks for which it asks the model.
    #[cold]
    pub(super) fn weeks(&self) -> Option<f64> {
        match &self.risks {
            Risks::Model { days, .. } => Some(f64::from(*days) / WEEK),
            Risks::Table { .. } => None,
        }
    }

    /// The risk, from 0 to 100.
    #[cold]
    pub(super) fn expression(&self, d: Dialect) -> String {
        match &self.risks {
            Risks::Model { line, .. } => format!("100 * ({})", along(d, line, "(1 - vt_buy_2)")),
            Risks::Table { lines } => {
                let silence = d.double("(age_days - repeat_span_days)");
                let cases = lines.iter().map(|(fewest, line)| {
                    format!(" WHEN repeat_days >= {fewest} THEN 100 * ({})", along(d, line, &silence))
                });
                format!("CASE{} END", cases.collect::<String>())
            }
        }
    }
}

/// The value of a line at a score.
#[cold]
fn along(d: Dialect, line: &Isotonic, score: &str) -> String {
    let points = line.points();
    let mut cases = String::from("CASE");
    for (k, (x1, y1)) in points.iter().enumerate() {
        let value = match k.checked_sub(1).and_then(|before| points.get(before)) {
            Some((x0, y0)) if x1 > x0 => format!(
                "{} + {} * ({score} - {}) / {}",
                signed(d, *y0),
                signed(d, y1 - y0),
                signed(d, *x0),
                signed(d, x1 - x0)
            ),
            _ => signed(d, *y1),
        };
        cases.push_str(&format!(" WHEN {score} <= {} THEN {value}", signed(d, *x1)));
    }
    let last = points.last().map_or(0.0, |point| point.1);
    format!("{cases} WHEN {score} IS NOT NULL THEN {} END", signed(d, last))
}
