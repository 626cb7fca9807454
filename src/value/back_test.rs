//! Proof on the file's own data: the last part is held back, models are fitted on the rest, and predictions are laid
//! beside what happened.
//!
//! A third of the time is held back, at least four weeks and at most a year. Customers who first bought in that part are
//! left out and counted: nothing was known of them.

use serde::Serialize;

use super::baseline::{Table, bought, same_rate, silence};
use super::buying::Buying;
use super::choose::{Candidate, choose};
use super::fit::Search;
use super::history::{History, Purchases, WEEK};
use super::interval::Miss;
use super::model::{Model, ModelId};
use super::score::{Score, auc, score};
use super::spend::Spend;
use crate::order;
use crate::units::Day;

/// Predicted beside actual, for the part held back.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct BackTest {
    /// Last day that the models knew.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub split: Day,
    /// Days held back.
    pub days: u32,
    /// Customers predicted: those who had bought by the split.
    pub customers: u64,
    /// Customers left out because they first bought after it.
    pub new_customers: u64,
    /// Purchases that happened.
    pub actual_orders: f64,
    /// Money that came with them.
    pub actual_revenue: f64,
    /// The model used below: the best of `candidates`.
    pub model: ModelId,
    /// All models, by how well they foresaw the part held back.
    pub candidates: Vec<Candidate>,
    /// The model's prediction of orders.
    pub orders: Score,
    /// The same of revenue: orders times expected spend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<Score>,
    /// The models not chosen, and the simple rules.
    pub rivals: Vec<Rival>,
    /// The model's squared error is below that of both simple rules.
    pub beats_baselines: bool,
    /// Its error divided by the better rule's: below 1 it is worth having.
    pub error_ratio: f64,
    /// Probability to buy within the days held back against what happened, as a ranking and as a number.
    pub p_buy: Calibration,
    /// P(alive) against "bought again". Only a lower bound can be checked: who bought was alive.
    pub p_alive: Calibration,
    /// Ranking by days since the last purchase alone (1 is perfect, 0.5 a coin).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub silence_auc: Option<f64>,
    /// By number of repeat purchases before the split: 0, 1, … 6, 7 and more.
    pub by_frequency: Vec<Bucket>,
    /// By tenth of the predicted revenue, highest first. Empty without spend.
    pub by_decile: Vec<Bucket>,
    /// Running total week by week.
    pub weeks: Vec<Week>,
}

/// A rule other than the model chosen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Rival {
    /// Which.
    pub rule: Rule,
    /// Its prediction of orders.
    pub orders: Score,
}

/// What can be put against the model chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Another model.
    BgNbd,
    /// Another model.
    MbgNbd,
    /// Another model.
    ParetoNbd,
    /// Another model.
    BgBb,
    /// The same rate as before ([`super::baseline::same_rate`]).
    SameRate,
    /// A table of recency and frequency ([`super::baseline::Table`]).
    RecencyFrequencyTable,
}

/// Customers with something in common.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Bucket {
    /// Lowest value of what they have in common: repeat purchases, or the tenth from 1.
    pub from: u32,
    /// How many.
    pub customers: u64,
    /// Mean predicted per customer.
    pub predicted: f64,
    /// Mean that came.
    pub actual: f64,
    /// Mean that the same rate as before would have been.
    pub same_rate: f64,
}

/// A predicted probability against what happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Calibration {
    /// Mean squared difference between probability and outcome.
    pub brier: f64,
    /// The same for a probability that is everybody's share: what a forecast must stay below.
    pub brier_of_share: f64,
    /// As a ranking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auc: Option<f64>,
    /// By tenth of the probability; tenths without customers are left out.
    pub bins: Vec<Bin>,
}

/// Customers whose probability lies in one tenth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Bin {
    /// Lower end of the tenth.
    pub from: f64,
    /// How many.
    pub customers: u64,
    /// Their mean probability.
    pub predicted: f64,
    /// Share of them who bought.
    pub actual: f64,
}

/// One point of the running total.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Week {
    /// Last day of the week.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub until: Day,
    /// Purchases predicted since the split.
    pub predicted: f64,
    /// Purchases that happened since then.
    pub actual: f64,
}

/// A back-test with the models it fitted, from which the fits on all data can start.
pub struct Tested {
    /// What to report.
    pub report: BackTest,
    /// Fits on the part before the split.
    pub models: Vec<Model>,
}

/// Shortest part that can be held back.
const FEWEST_DAYS: u32 = 28;
/// From here on the running total has half the points.
const MANY_PATTERNS: usize = 10_000;
/// Longest.
const MOST_DAYS: u32 = 364;

/// Days to hold back of a file of `span` days: whole weeks.
pub fn days_to_hold(span: u32) -> u32 {
    (span / 3).min(MOST_DAYS) / 7 * 7
}

/// Runs it, with the models that suit the file ([`ModelId::candidates`]); `None` where there is too little time, nobody
/// came back before the split, or no model could be fitted.
pub fn back_test(
    purchases: &Purchases,
    history: &History,
    as_of: Day,
    period: Option<f64>,
) -> Option<Tested> {
    let days = days_to_hold(history.oldest());
    if days < FEWEST_DAYS {
        return None;
    }
    let split = Day(as_of.0 - i32::try_from(days).ok()?);
    let before = History::build(purchases, split);
    let after = History::build_for(purchases, as_of, split);
    let search = Search { precise: false, ..Search::default() };
    let fit = |id: &ModelId| id.fit(&before, period, search).map(|(model, _)| model);
    let models: Vec<Model> = ModelId::candidates(period).iter().filter_map(fit).collect();
    let candidates = choose(&models, &before, &after);
    let best = candidates.first()?.model;
    let model = models.iter().find(|m| m.id() == best)?;

    let weeks = f64::from(days) / WEEK;
    let came = bought(purchases, &before, split, as_of);
    let orders: Vec<f64> = came.iter().map(|c| c.0).collect();
    let money: Vec<f64> = came.iter().map(|c| c.1).collect();
    let predict = |model: &Model| by_pattern(&before, |record| model.expected(record, weeks));
    let predicted = predict(model);
    let rate = by_pattern(&before, |record| same_rate(record, weeks));
    let spend = Spend::fit(&before, purchases, split).map(|s| s.of(&before));

    let mut rivals: Vec<Rival> = Vec::new();
    for other in models.iter().filter(|m| m.id() != best) {
        let rule = match other.id() {
            ModelId::BgNbd => Rule::BgNbd,
            ModelId::MbgNbd => Rule::MbgNbd,
            ModelId::ParetoNbd => Rule::ParetoNbd,
            ModelId::BgBb => Rule::BgBb,
        };
        rivals.push(Rival { rule, orders: score(&predict(other), &orders)? });
    }
    let same_rate = score(&rate, &orders)?;
    rivals.push(Rival { rule: Rule::SameRate, orders: same_rate });
    let mut hardest = same_rate.root_mean_squared_error;
    // One period earlier, or as much of one as there is.
    let earlier = days.min(before.oldest() / 2);
    if let Some(table) = Table::learn(purchases, split, earlier) {
        let table = score(&table.predict(&before, days), &orders)?;
        rivals.push(Rival { rule: Rule::RecencyFrequencyTable, orders: table });
        hardest = hardest.min(table.root_mean_squared_error);
    }
    let scored = score(&predicted, &orders)?;
    let error_ratio = if hardest > 0.0 { scored.root_mean_squared_error / hardest } else { 1.0 };

    let in_money = |orders: &[f64]| -> Option<Vec<f64>> {
        spend.as_ref().map(|spend| orders.iter().zip(spend).map(|(o, s)| o * s).collect())
    };
    let (value, rate_value) = (in_money(&predicted), in_money(&rate));
    let quiet: Vec<f64> = (0..before.len()).map(|i| -f64::from(silence(&before, i))).collect();
    let frequency: Vec<u32> = (0..before.len()).map(|i| before.of(i).repeats.min(7)).collect();
    let report = BackTest {
        split,
        days,
        customers: before.len() as u64,
        new_customers: (history.len() - before.len()) as u64,
        actual_orders: orders.iter().sum(),
        actual_revenue: money.iter().sum(),
        model: best,
        candidates,
        orders: scored,
        revenue: value.as_ref().and_then(|v| score(v, &money)),
        rivals,
        beats_baselines: error_ratio < 1.0,
        error_ratio,
        p_buy: calibration(&by_pattern(&before, |record| model.p_buy(record, weeks)), &orders)?,
        p_alive: calibration(&by_pattern(&before, |record| model.p_alive(record)), &orders)?,
        silence_auc: auc(&quiet, &orders),
        by_frequency: buckets(&frequency, &predicted, &orders, &rate),
        by_decile: value.zip(rate_value).map(|(v, r)| deciles(&v, &money, &r)).unwrap_or_default(),
        weeks: running_total(purchases, &before, model, split, days),
    };
    Some(Tested { report, models })
}

impl BackTest {
    /// How far the prediction was off: the largest error of the running total in its second half.
    ///
    /// Not the error at the end alone: a running total that was 10 % off and crosses the actual one on the last day was not
    /// a good prediction.
    pub fn miss(&self) -> Miss {
        let half = self.weeks.len() / 2;
        let off = |predicted: f64, actual: f64| {
            if predicted > 0.0 && actual > 0.0 { libm::log(predicted / actual).abs() } else { 0.0 }
        };
        let orders = self.weeks.iter().skip(half).map(|w| off(w.predicted, w.actual)).fold(0.0, f64::max);
        let revenue = self.revenue.map_or(0.0, |r| off(r.predicted, self.actual_revenue)).max(orders);
        Miss { weeks: f64::from(self.days) / WEEK, orders, revenue }
    }
}

/// Computes a value once for each pattern and gives it to every customer.
pub fn by_pattern(history: &History, value: impl Fn(super::history::Record) -> f64) -> Vec<f64> {
    let values: Vec<f64> = history.patterns.iter().map(|p| value(p.record())).collect();
    history.pattern.iter().map(|p| values.get(*p as usize).copied().unwrap_or(0.0)).collect()
}

fn buckets(group: &[u32], predicted: &[f64], actual: &[f64], rate: &[f64]) -> Vec<Bucket> {
    let most = group.iter().copied().max().unwrap_or(0);
    let each = (0..=most).filter_map(|from| {
        let members = || group.iter().enumerate().filter(move |(_, g)| **g == from).map(|(i, _)| i);
        let customers = members().count() as u64;
        let mean = |of: &[f64]| members().filter_map(|i| of.get(i)).sum::<f64>() / customers as f64;
        (customers > 0).then(|| Bucket {
            from,
            customers,
            predicted: mean(predicted),
            actual: mean(actual),
            same_rate: mean(rate),
        })
    });
    each.collect()
}

/// Tenths by predicted value, the highest first. Customers with equal predictions stay together in the higher tenth.
fn deciles(value: &[f64], money: &[f64], rate: &[f64]) -> Vec<Bucket> {
    let falling: Vec<f64> = value.iter().map(|v| -v).collect();
    let order = order::of_floats(&falling);
    let of = |i: &u32| value.get(*i as usize).copied().unwrap_or(0.0);
    let mut group = vec![0_u32; value.len()];
    let (mut tenth, mut last) = (1, f64::NAN);
    for (place, i) in order.iter().enumerate() {
        if of(i) != last {
            tenth = (place * 10 / value.len()) as u32 + 1;
            last = of(i);
        }
        if let Some(slot) = group.get_mut(*i as usize) {
            *slot = tenth;
        }
    }
    buckets(&group, value, money, rate)
}

fn calibration(probability: &[f64], orders: &[f64]) -> Option<Calibration> {
    let n = probability.len() as f64;
    if n == 0.0 {
        return None;
    }
    let outcome = |o: &f64| f64::from(u8::from(*o > 0.0));
    let share = orders.iter().map(outcome).sum::<f64>() / n;
    let mut sums = [(0_u64, 0.0, 0.0); 10];
    let mut brier = 0.0;
    for (p, o) in probability.iter().zip(orders) {
        let outcome = outcome(o);
        brier += (p - outcome) * (p - outcome) / n;
        let tenth = ((p * 10.0) as usize).min(9);
        sums[tenth].0 += 1;
        sums[tenth].1 += p;
        sums[tenth].2 += outcome;
    }
    let bins = sums.iter().enumerate().filter(|(_, (customers, ..))| *customers > 0);
    let bins = bins.map(|(i, (customers, p, o))| Bin {
        from: i as f64 / 10.0,
        customers: *customers,
        predicted: p / *customers as f64,
        actual: o / *customers as f64,
    });
    Some(Calibration {
        brier,
        brier_of_share: share * (1.0 - share),
        auc: auc(probability, orders),
        bins: bins.collect(),
    })
}

fn running_total(purchases: &Purchases, before: &History, model: &Model, split: Day, days: u32) -> Vec<Week> {
    // At most a point a week, and fewer for large files: every point costs a prediction of every pattern.
    let most = if before.patterns.len() > MANY_PATTERNS { 13 } else { 26 };
    let step = (days / 7).div_ceil(most).max(1) * 7;
    let alive: Vec<f64> = before.weighted().map(|(p, w)| w * model.p_alive(p.record())).collect();
    let mut ends: Vec<u32> = (1..).map(|k| k * step).take_while(|end| *end < days).collect();
    ends.push(days);
    let mut counts = vec![0_u64; ends.len()];
    for customer in &before.customers {
        let mut last = None;
        for (day, _) in purchases.of(*customer as usize).filter(|(day, _)| *day > split) {
            let slot = (day.0.abs_diff(split.0) - 1) / step;
            let counted = last != Some(day) && day.0.abs_diff(split.0) <= days;
            if let Some(count) = counts.get_mut(slot as usize).filter(|_| counted) {
                *count += 1;
            }
            last = Some(day);
        }
    }
    let mut actual = 0;
    let each = ends.iter().zip(counts).map(|(end, count)| {
        actual += count;
        let weeks = f64::from(*end) / WEEK;
        let each = before.patterns.iter().zip(&alive).filter(|(_, alive)| **alive > 0.0);
        let predicted = each.map(|(p, alive)| alive * model.expected_if_active(p.record(), weeks)).sum();
        Week { until: Day(split.0 + *end as i32), predicted, actual: actual as f64 }
    });
    each.collect()
}
