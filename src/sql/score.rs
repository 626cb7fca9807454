//! One row for each customer to scores, segments, tiers and forecasts: the rules of [`crate::segments`], [`crate::tiers`] and
//! [`crate::value`], with the cuts and parameters that a report came to.
//!
//! Ranks are those among the customers of the table; cuts, centres and parameters are those of the report.

use super::dialect::Dialect;
use super::forecast::{self, Forecasts};
use super::select::{Select, Steps};
use crate::analysis::Analysis;
use crate::report::{IndexPart, Nes, ScoreMethod, SegmentId, Stage, ValueTier, identifier};
use crate::segments::named;
use crate::segments::rules::{SegmentRules, StageCuts};
use crate::settings::CutBy;

/// What a scoring query does not say, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// No value models, or none of BG/NBD, MBG/NBD and Pareto/NBD was chosen.
    Forecast,
    /// The value index weighs what a summary has not: margin, satisfaction, recommendation.
    ValueIndex,
    /// The report has no groups.
    Cluster,
    /// The report has no risk, or it comes from a label or depends on the season.
    Risk,
    /// Tiers that were kept from a review day: the query knows of no day before.
    Kept,
}

impl LeftOut {
    /// For the command line.
    #[cold]
    pub fn sentence(self) -> &'static str {
        match self {
            LeftOut::Forecast => {
                "Without forecasts: the report has none, or chose a model that is not covered (BG/BB)."
            }
            LeftOut::ValueIndex => "Without the value index: it weighs what a summary has not.",
            LeftOut::Cluster => "Without clusters: the report has none.",
            LeftOut::Risk => {
                "Without risk: the report has none, or one that depends on a label or on the season."
            }
            LeftOut::Kept => {
                "Without tiers kept from the review day: join kept_tier with the tiers of that day."
            }
        }
    }
}

/// Adds the steps from `vt_customers` to `vt_scored`, and says what they leave out.
#[cold]
pub(super) fn score(steps: &mut Steps, analysis: &Analysis, d: Dialect) -> (Select, Vec<LeftOut>) {
    let mut left_out = Vec::new();
    let cycle = match analysis.customers.usual_gap {
        Some(gap) => {
            format!("CASE WHEN gaps >= 2 THEN {} ELSE {} END", d.double("gap_median"), d.constant(gap))
        }
        None => format!("CASE WHEN gaps >= 2 THEN {} END", d.double("gap_median")),
    };
    let rules = &analysis.settings.segments;
    let everybody = rules.cycle_days.map_or(cycle.clone(), |days| d.constant(days));
    let known = Select::from("vt_customers")
        .keep(&["customer", "recency_days", "orders", "repeat_days", "repeat_span_days", "age_days", "gaps"])
        .with("vt_net", d.double("net"))
        .with("vt_gap", cycle)
        .with("vt_cycle", everybody)
        .with("vt_p80", d.double("gap_p80"))
        .with("vt_last_gap", d.double("gap_last"))
        .with("vt_paid", d.double("repeat_paid_days"))
        .with("vt_paid_amount", d.double("repeat_paid_amount"))
        .with("vt_tenure", format!("recency_days + {}", d.days("first_order", "last_order")))
        .only("orders > 0");
    steps.step("vt_known", "customers with an order that counts", known);

    let all = [
        "customer",
        "recency_days",
        "orders",
        "repeat_days",
        "repeat_span_days",
        "age_days",
        "gaps",
        "vt_net",
        "vt_cycle",
        "vt_p80",
        "vt_last_gap",
        "vt_paid",
        "vt_paid_amount",
    ];
    let mut ranked = Select::from("vt_known").keep(&all);
    let since = d.double("recency_days");
    ranked = ranked
        .with("vt_overdue", format!("{since} / vt_gap"))
        .with("vt_waited", format!("{since} / vt_cycle"));
    if let Some(scores) = &analysis.scores {
        let level = |edges: &[f64], value: &str| {
            let step = if scores.method == ScoreMethod::Tertiles { 2 } else { 1 };
            let above = edges.iter().map(|edge| {
                format!(" + CASE WHEN {} > {} THEN {step} ELSE 0 END", d.double(value), d.constant(*edge))
            });
            format!("1{}", above.collect::<String>())
        };
        let top = 1 + scores.recency_edges.len() * if scores.method == ScoreMethod::Tertiles { 2 } else { 1 };
        ranked = ranked
            .with("r", format!("{} - ({})", top + 1, level(&scores.recency_edges, "recency_days")))
            .with("f", level(&scores.frequency_edges, "orders"))
            .with("m", level(&scores.monetary_edges, "vt_net"));
    }
    match index(analysis, d) {
        Some(index) => ranked = ranked.with("vt_index", index),
        None => left_out.push(LeftOut::ValueIndex),
    }
    if let Some(grouping) = &analysis.grouping {
        let coordinates = ["recency_days", "orders", "CASE WHEN vt_net > 0 THEN vt_net ELSE 0 END"];
        for (k, centre) in grouping.centres.iter().enumerate() {
            let parts = centre.iter().zip(coordinates).enumerate().map(|(f, (at, value))| {
                let (mean, deviation) = (grouping.scale.mean[f], grouping.scale.deviation[f]);
                let far = format!(
                    "((LN({} + {}) - {}) / {} - {})",
                    d.constant(1.0),
                    d.double(value),
                    signed(d, mean),
                    d.constant(deviation),
                    signed(d, *at)
                );
                format!("{far} * {far}")
            });
            let parts: Vec<String> = parts.collect();
            ranked = ranked.with(&format!("vt_far_{}", k + 1), parts.join(" + "));
        }
    } else {
        left_out.push(LeftOut::Cluster);
    }
    steps.step(
        "vt_ranked_scores",
        "scores by the cuts of the report, ranks among the customers of the table",
        ranked,
    );

    let mut named_step = Select::from("vt_ranked_scores").keep(&all).keep(&["vt_overdue", "vt_waited"]);
    let scores = analysis.scores.is_some();
    if scores {
        named_step = named_step
            .keep(&["r", "f", "m"])
            .with("vt_code", "100 * r + 10 * f + m")
            .with("vt_late", "CASE WHEN r > 2 THEN 200 ELSE 100 * r END + 10 * f + m");
    }
    if !left_out.contains(&LeftOut::ValueIndex) {
        // A millionth of a point: equal customers stay equal.
        let round =
            format!("FLOOR(vt_index * {} + {}) / {}", d.constant(1e6), d.constant(0.5), d.constant(1e6));
        named_step = named_step.with("value_index", round);
    }
    if let Some(grouping) = &analysis.grouping {
        let n = grouping.centres.len();
        let mut cases = String::from("CASE");
        for k in 1..n {
            let nearer: Vec<String> =
                (k + 1..=n).map(|other| format!("vt_far_{k} <= vt_far_{other}")).collect();
            let first: Vec<String> = (1..k).map(|other| format!("vt_far_{k} < vt_far_{other}")).collect();
            let both: Vec<String> = first.into_iter().chain(nearer).collect();
            cases.push_str(&format!(" WHEN {} THEN {k}", both.join(" AND ")));
        }
        named_step = named_step.with("cluster", format!("{cases} ELSE {n} END"));
    }
    steps.step("vt_coded", "codes", named_step);

    let mut scored = Select::from("vt_coded").keep(&all).keep(&["vt_overdue", "vt_waited"]);
    let mut shown = vec!["customer"];
    if scores {
        let segment = format!(
            "CASE WHEN vt_overdue > {} AND {} IN ('champions', 'loyal', 'new') THEN {} ELSE {} END",
            d.constant(named::OVERDUE),
            by_code("vt_code"),
            by_code("vt_late"),
            by_code("vt_code")
        );
        scored = scored.keep(&["r", "f", "m"]).with("rfm_segment", segment);
        shown.extend(["r", "f", "m", "rfm_segment"]);
    }
    scored = scored.with("lifecycle", stage(d, rules)).with("nes", nes(d, rules));
    shown.extend(["lifecycle", "nes"]);
    if analysis.grouping.is_some() {
        scored = scored.keep(&["cluster"]);
        shown.push("cluster");
    }
    let cuts = analysis.tiers.cuts;
    let measure = if cuts.by == CutBy::Money { "vt_net" } else { "value_index" };
    if !left_out.contains(&LeftOut::ValueIndex) {
        scored = scored.keep(&["value_index"]);
        shown.push("value_index");
    }
    if cuts.by == CutBy::Money || !left_out.contains(&LeftOut::ValueIndex) {
        let tier = |share: f64| {
            let tiers = [ValueTier::High, ValueTier::Medium].into_iter().zip(cuts.from);
            let cases = tiers.filter(|(_, from)| from.is_finite()).map(|(tier, from)| {
                format!(" WHEN {measure} >= {} THEN '{}'", signed(d, share * from), identifier(&tier))
            });
            let cases: String = cases.collect();
            let low = identifier(&ValueTier::Low);
            if cases.is_empty() { format!("'{low}'") } else { format!("CASE{cases} ELSE '{low}' END") }
        };
        // Whoever was in a better tier keeps this one.
        scored = scored.with("value_tier", tier(1.0)).with("kept_tier", tier(cuts.keep));
        shown.extend(["value_tier", "kept_tier"]);
    }
    if analysis.settings.tiers.since.is_some() {
        left_out.push(LeftOut::Kept);
    }
    steps.step("vt_scored", "segments, stages and tiers", scored);

    let forecasts = Forecasts::new(analysis);
    if forecasts.is_none() {
        left_out.push(LeftOut::Forecast);
    }
    let risk = analysis.warning.as_ref().and_then(|warning| forecast::Risk::new(warning, forecasts.as_ref()));
    if risk.is_none() {
        left_out.push(LeftOut::Risk);
    }
    let mut last = Select::from("vt_scored").keep(&shown);
    if let Some(forecasts) = &forecasts {
        forecasts.steps(steps, d, risk.as_ref().and_then(forecast::Risk::weeks));
        last = Select::from(
            "vt_scored\nLEFT JOIN vt_forecasts ON vt_forecasts.vt_x = vt_scored.repeat_days\n  AND vt_forecasts.vt_span = \
             vt_scored.repeat_span_days AND vt_forecasts.vt_age = vt_scored.age_days",
        )
        .keep(&shown);
        last = forecasts.columns(last, d);
    }
    if let Some(risk) = &risk {
        last = last.with("risk", risk.expression(d));
    }
    (last.by(d.by_bytes("customer")), left_out)
}

/// A constant that may be below zero.
#[cold]
pub(super) fn signed(d: Dialect, number: f64) -> String {
    if number < 0.0 { format!("(-{})", d.constant(-number)) } else { d.constant(number) }
}

/// The value index before it is rounded. `None` where it weighs what a summary has not.
#[cold]
fn index(analysis: &Analysis, d: Dialect) -> Option<String> {
    let weights = &analysis.settings.weights;
    let total: f64 = analysis.parts.iter().map(|part| weights.of(*part)).sum();
    if total <= 0.0 {
        return None;
    }
    let mut sum = d.constant(0.0);
    for part in &analysis.parts {
        let share = weights.of(*part) / total;
        if share <= 0.0 {
            continue;
        }
        let (value, order) = match part {
            IndexPart::Recency => ("recency_days", "DESC"),
            IndexPart::Frequency => ("orders", "ASC"),
            IndexPart::Monetary => ("vt_net", "ASC"),
            IndexPart::Tenure => ("vt_tenure", "ASC"),
            _ => return None,
        };
        // Those with the same value share the middle of their places.
        let rank = format!(
            "{} * ({} + {} / 2) / {}",
            d.constant(100.0),
            d.double(&format!("(RANK() OVER (ORDER BY {value} {order}) - 1)")),
            d.double(&format!("COUNT(*) OVER (PARTITION BY {value})")),
            d.double("COUNT(*) OVER ()")
        );
        sum = format!("{sum} + {} * ({rank})", d.constant(share));
    }
    Some(sum)
}

/// The segment of a code of three digits.
#[cold]
fn by_code(code: &str) -> String {
    let mut cases = String::from("CASE");
    for segment in named::ALL {
        let codes = (1..=5).flat_map(|r| (1..=5).flat_map(move |f| (1..=5).map(move |m| [r, f, m])));
        let codes: Vec<String> = codes
            .filter(|code| named::by_code(*code) == segment)
            .map(|[r, f, m]| format!("{r}{f}{m}"))
            .collect();
        cases.push_str(&format!(" WHEN {code} IN ({}) THEN '{}'", codes.join(", "), identifier(&segment)));
    }
    debug_assert!(named::ALL.contains(&SegmentId::Champions));
    format!("{cases} END")
}

/// The stage of the relationship: the first rule of [`crate::segments::lifecycle`] that fits.
#[cold]
fn stage(d: Dialect, rules: &SegmentRules) -> String {
    let StageCuts { slowing, dormant, dormant_one, lost } = rules.stages;
    // A cycle that a person gave for everybody says nothing of a customer's own rhythm.
    let slower = if rules.cycle_days.is_none() {
        " OR (gaps >= 2 AND vt_last_gap > vt_p80 AND recency_days > vt_p80)"
    } else {
        ""
    };
    let limit =
        format!("CASE WHEN orders = 1 THEN {} ELSE {} END", d.constant(dormant_one), d.constant(dormant));
    let rules = [
        ("vt_waited IS NULL".to_owned(), None),
        (format!("vt_waited > {} * ({limit})", d.constant(lost)), Some(Stage::Lost)),
        (format!("vt_waited > {limit}"), Some(Stage::Dormant)),
        ("orders = 1 AND vt_waited <= 1".into(), Some(Stage::New)),
        ("orders = 1".into(), Some(Stage::Slowing)),
        (
            format!("vt_waited <= 1 AND COALESCE(vt_last_gap, 0) > {} * vt_cycle", d.constant(dormant)),
            Some(Stage::Returned),
        ),
        (format!("vt_waited > {}{slower}", d.constant(slowing)), Some(Stage::Slowing)),
        ("orders <= 3".into(), Some(Stage::Developing)),
    ];
    let cases = rules.into_iter().map(|(when, then)| {
        let then = then.map_or("NULL".into(), |stage| format!("'{}'", identifier(&stage)));
        format!(" WHEN {when} THEN {then}")
    });
    format!("CASE{} ELSE '{}' END", cases.collect::<String>(), identifier(&Stage::Mature))
}

#[cold]
fn nes(d: Dialect, rules: &SegmentRules) -> String {
    let [active, drowsy, half] = rules.nes.map(|cut| d.constant(cut));
    let rules = [
        ("vt_waited IS NULL".to_owned(), None),
        (format!("vt_waited <= {active} AND orders = 1"), Some(Nes::N)),
        (format!("vt_waited <= {active}"), Some(Nes::E0)),
        (format!("vt_waited <= {drowsy}"), Some(Nes::S1)),
        (format!("vt_waited <= {half}"), Some(Nes::S2)),
    ];
    let cases = rules.into_iter().map(|(when, then)| {
        let then = then.map_or("NULL".into(), |state| format!("'{}'", identifier(&state)));
        format!(" WHEN {when} THEN {then}")
    });
    format!("CASE{} ELSE '{}' END", cases.collect::<String>(), identifier(&Nes::S3))
}
