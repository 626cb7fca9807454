//! What customers can be clustered by: everything known of them, as columns of one scale.
//!
//! | feature | what it is |
//! |---|---|
//! | recency, frequency, monetary | days since the last order, orders, net money |
//! | tenure | days since the first order; `since`: the day itself, where the file has no day to count to |
//! | gap, regularity | median days between purchase days; standard deviation of the gaps divided by their mean |
//! | basket | net money for each order |
//! | margin | what was left after the cost of the goods |
//! | attribute | any further column: category breadth, discount share, channel, age, income, region … |
//!
//! A number is taken as `ln(1 + value)` where it is never negative, its skewness is above 1 and the logarithm lessens it;
//! recency, frequency and money of an order file always are (negative money counts as 0). Numbers are then standardised
//! (population formula) and capped at [`CAP`] standard deviations. A missing number is the median. A column of words
//! becomes one indicator for each word, all of one weight, so that its variances add up to 1: a word counts as much as a
//! number does, however many words there are. A missing word is a word of its own. All of this is said in the document.

use serde::Serialize;

use crate::customers::{Attribute, Customers, Measure, quantile};
use crate::ledger::CellKind;
use crate::order;
use crate::settings::Role;

/// Standard deviations from the mean beyond which a number counts no further.
pub const CAP: f64 = 4.0;
/// Words of a column that have an indicator of their own; the others share one.
const MOST_LEVELS: usize = 12;
/// A word that fewer than this share of the customers have joins the others.
const RARE: f64 = 0.01;
/// Different words of a column that is still a kind and not a name.
const MOST_WORDS: usize = 60;
/// Skewness from which the logarithm is considered.
const SKEWED: f64 = 1.0;
/// Share of missing cells beyond which a column says too little.
const MOSTLY_MISSING: f64 = 0.5;
/// Correlation with a feature in use from which a further column is not used without being asked for: it would count the
/// same thing twice, as the parts of a sum do.
const SAME: f64 = 0.75;
/// Different values that a number of a table needs to be used without being asked for.
const TELLING: usize = 5;
/// Features of a table that are used without being asked for.
const MOST_USED: usize = 8;
/// Numbers of a table below which words are used, too.
const FEW_NUMBERS: usize = 3;
/// Words of a column that is used without being asked for.
const FEW_LEVELS: usize = 8;
/// Customers that correlations are computed on.
const CORRELATED: usize = 5_000;

/// What a feature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum FeatureId {
    /// Days since the last order.
    Recency,
    /// Orders.
    Frequency,
    /// Net money.
    Monetary,
    /// Days since the first order.
    Tenure,
    /// Day of the first order, where there is no day to count to.
    Since,
    /// Median days between purchase days.
    Gap,
    /// Coefficient of variation of those gaps: 0 is clockwork.
    Regularity,
    /// Net money for each order.
    Basket,
    /// Money left after the cost of the goods.
    Margin,
    /// A further column.
    Attribute,
}

/// What the numbers of a feature are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum FeatureUnit {
    /// Days.
    Days,
    /// A count.
    Count,
    /// Money.
    Money,
    /// A share, from 0 to 1.
    Share,
    /// A number of a unit that only the file knows.
    Number,
    /// A civil day, as days since 1970-01-01.
    Date,
    /// Words.
    Words,
}

/// Why a feature can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum FeatureRefusal {
    /// The same for everybody.
    Constant,
    /// Missing of more than half of the customers.
    MostlyMissing,
    /// Too many different words: names, numbers or free text.
    TooManyWords,
    /// It says who a person is or how to reach them.
    Personal,
    /// The label of those who left: groups are described by it, not made of it.
    Label,
}

/// One thing known of every customer.
#[derive(Clone, Copy, Debug)]
pub struct Feature<'a> {
    customers: &'a Customers,
    /// What it is.
    pub id: FeatureId,
    /// What its numbers are.
    pub unit: FeatureUnit,
    /// The column, for an attribute.
    pub attribute: Option<&'a Attribute>,
}

impl<'a> Feature<'a> {
    /// Its name in the settings: `recency`, or `as_is:Income` for a column.
    pub fn key(&self) -> String {
        match self.attribute {
            Some(Attribute { measure, column }) => format!("{}:{}", word(*measure), column.name),
            None => match self.id {
                FeatureId::Recency => "recency",
                FeatureId::Frequency => "frequency",
                FeatureId::Monetary => "monetary",
                FeatureId::Tenure => "tenure",
                FeatureId::Since => "since",
                FeatureId::Gap => "gap",
                FeatureId::Regularity => "regularity",
                FeatureId::Basket => "basket",
                FeatureId::Margin | FeatureId::Attribute => "margin",
            }
            .into(),
        }
    }

    /// The number of customer `i`. Words have none.
    pub fn number(&self, i: usize) -> Option<f64> {
        let c = self.customers;
        match self.id {
            FeatureId::Recency => c.recency[i].map(f64::from),
            FeatureId::Frequency => Some(f64::from(c.orders[i])),
            FeatureId::Monetary => Some(c.net(i).to_f64()),
            FeatureId::Tenure => Some(f64::from(c.as_of?.0 - c.first_order[i]?.0)),
            FeatureId::Since => c.first_order[i].map(|day| f64::from(day.0)),
            FeatureId::Gap => c.rhythm[i].map(|rhythm| rhythm.median),
            FeatureId::Regularity => regularity(c.days.of(i)),
            FeatureId::Basket => (c.orders[i] > 0).then(|| c.net(i).to_f64() / f64::from(c.orders[i])),
            FeatureId::Margin => c.margin.as_ref().and_then(|margin| margin.get(i)).map(|m| m.to_f64()),
            FeatureId::Attribute => self.attribute?.column.measure(i),
        }
    }

    /// The number of the word of customer `i`.
    pub fn word(&self, i: usize) -> Option<u32> {
        self.attribute?.column.word(i)
    }

    /// A word by its number; `None` is the missing one.
    pub fn text(&self, word: Option<u32>) -> Option<String> {
        Some(self.attribute?.column.words.text(word?))
    }

    /// Whether its cells are words.
    pub fn is_words(&self) -> bool {
        self.unit == FeatureUnit::Words
    }
}

/// How far apart and how even: standard deviation of the gaps divided by their mean, from two gaps on.
fn regularity(days: &[crate::units::Day]) -> Option<f64> {
    let n = days.len().checked_sub(1).filter(|n| *n >= 2)? as f64;
    let gaps = || days.windows(2).map(|pair| f64::from(pair[1].0 - pair[0].0));
    let mean = gaps().fold(0.0, |a, b| a + b) / n;
    let variance = gaps().fold(0.0, |a, gap| a + (gap - mean) * (gap - mean)) / n;
    (mean > 0.0).then(|| libm::sqrt(variance) / mean)
}

fn word(measure: Measure) -> &'static str {
    match measure {
        Measure::AsIs => "as_is",
        Measure::Latest => "latest",
        Measure::Main => "main",
        Measure::Distinct => "distinct",
        Measure::Share => "share",
        Measure::Sum => "sum",
        Measure::Mean => "mean",
    }
}

/// Everything known of the customers, whether it can be used or not.
pub fn known(customers: &Customers) -> Vec<Feature<'_>> {
    let dated = customers.first_order.iter().any(Option::is_some);
    let has_days = !customers.days.days.is_empty();
    let own = [
        (FeatureId::Recency, FeatureUnit::Days, customers.recency.iter().any(Option::is_some)),
        (FeatureId::Frequency, FeatureUnit::Count, customers.orders_known),
        (FeatureId::Monetary, FeatureUnit::Money, true),
        (FeatureId::Tenure, FeatureUnit::Days, dated && customers.as_of.is_some()),
        (FeatureId::Since, FeatureUnit::Date, dated && customers.as_of.is_none()),
        (FeatureId::Gap, FeatureUnit::Days, has_days),
        (FeatureId::Regularity, FeatureUnit::Number, has_days),
        (FeatureId::Basket, FeatureUnit::Money, customers.orders_known),
        (FeatureId::Margin, FeatureUnit::Money, customers.margin.is_some()),
    ];
    let own = own.into_iter().filter(|(_, _, there)| *there);
    let own = own.map(|(id, unit, _)| Feature { customers, id, unit, attribute: None });
    let columns = customers.attributes.iter().map(|attribute| {
        let unit = match (attribute.measure, attribute.column.kind) {
            (Measure::Distinct, _) => FeatureUnit::Count,
            (Measure::Share, _) => FeatureUnit::Share,
            (_, CellKind::Words) => FeatureUnit::Words,
            (_, CellKind::Days) => FeatureUnit::Date,
            (_, CellKind::Numbers) => FeatureUnit::Number,
        };
        Feature { customers, id: FeatureId::Attribute, unit, attribute: Some(attribute) }
    });
    own.chain(columns).collect()
}

/// How the cells of a feature become coordinates.
#[derive(Clone, Debug, PartialEq)]
pub struct Encoding {
    /// Taken as `ln(1 + value)`.
    pub log: bool,
    /// Skewness of the numbers, and of their logarithms where these are taken.
    pub skew: f64,
    /// Skewness after the logarithm.
    pub skew_after: Option<f64>,
    /// Customers without a value.
    pub missing: u64,
    /// What a missing number is taken as: the median.
    pub filled: f64,
    /// Mean after the transformation.
    pub mean: f64,
    /// Standard deviation after the transformation.
    pub deviation: f64,
    /// Customers whose number counts as if it were [`CAP`] standard deviations from the mean.
    pub capped: u64,
    /// Words with an indicator of their own, most frequent first; `None` is the missing word.
    pub levels: Vec<Option<u32>>,
    /// Whether the rest of the words share an indicator.
    pub rest: bool,
    /// Weight of an indicator.
    pub weight: f64,
    /// Different values.
    pub distinct: usize,
    /// Why it can't be used.
    pub refusal: Option<FeatureRefusal>,
}

impl Encoding {
    /// Learns a feature on some customers. `log` asks for the logarithm wherever it leaves less skewness, however little there is.
    pub fn new(feature: &Feature<'_>, rows: &[u32], log: bool) -> Encoding {
        let mut encoding = match feature.is_words() {
            true => Encoding::of_words(feature, rows),
            false => Encoding::of_numbers(feature, rows, log),
        };
        let column = feature.attribute.map(|attribute| &attribute.column);
        let refusal = match column.and_then(|column| column.role) {
            Some(Role::Email | Role::Phone | Role::Customer) => Some(FeatureRefusal::Personal),
            Some(Role::Churned) => Some(FeatureRefusal::Label),
            _ if encoding.missing as f64 > MOSTLY_MISSING * rows.len() as f64 => {
                Some(FeatureRefusal::MostlyMissing)
            }
            _ if encoding.distinct < 2 => Some(FeatureRefusal::Constant),
            _ if feature.is_words() && column.is_some_and(|c| c.words.len() > MOST_WORDS) => {
                Some(FeatureRefusal::TooManyWords)
            }
            _ => None,
        };
        encoding.refusal = refusal;
        encoding
    }

    fn of_numbers(feature: &Feature<'_>, rows: &[u32], log: bool) -> Encoding {
        let mut values: Vec<f64> =
            rows.iter().filter_map(|&i| feature.number(i as usize)).filter(|v| v.is_finite()).collect();
        let missing = (rows.len() - values.len()) as u64;
        order::floats(&mut values);
        let filled = quantile(&values, 0.5);
        let distinct = values.chunk_by(|a, b| a == b).count() + usize::from(missing > 0 && values.is_empty());
        let mut encoding = Encoding {
            log: false,
            skew: skewness(&values, |v| v),
            skew_after: None,
            missing,
            filled,
            mean: 0.0,
            deviation: 1.0,
            capped: 0,
            levels: Vec::new(),
            rest: false,
            weight: 1.0,
            distinct,
            refusal: None,
        };
        let never_negative = values.first().is_some_and(|least| *least >= 0.0);
        if log || (never_negative && encoding.skew > SKEWED) {
            let after = skewness(&values, |v| libm::log1p(v.max(0.0)));
            if after.abs() < encoding.skew.abs() {
                (encoding.log, encoding.skew_after) = (true, Some(after));
            }
        }
        let n = rows.len().max(1) as f64;
        let filled = encoding.scale(filled);
        let missing = missing as f64;
        let mean = (values.iter().fold(0.0, |a, &v| a + encoding.scale(v)) + missing * filled) / n;
        let square = |v: f64| (v - mean) * (v - mean);
        let squares = values.iter().fold(0.0, |a, &v| a + square(encoding.scale(v)));
        let variance = (squares + missing * square(filled)) / n;
        encoding.mean = mean;
        // Rounding leaves a trace of variance in a column of equal values; it must not be blown up to 1.
        if variance > 1e-18 * (1.0 + mean * mean) {
            encoding.deviation = libm::sqrt(variance);
        } else {
            encoding.distinct = encoding.distinct.min(1);
        }
        let far = |v: &&f64| ((encoding.scale(**v) - mean) / encoding.deviation).abs() > CAP;
        encoding.capped = values.iter().filter(far).count() as u64;
        encoding
    }

    fn of_words(feature: &Feature<'_>, rows: &[u32]) -> Encoding {
        let words = feature.attribute.map_or(0, |attribute| attribute.column.words.len());
        let mut counts = vec![0_u64; words + 1];
        for &i in rows {
            let slot = feature.word(i as usize).map_or(words, |word| word as usize);
            counts[slot.min(words)] += 1;
        }
        let distinct = counts.iter().filter(|count| **count > 0).count();
        let by_count =
            order::places(words + 1, &|a, b| counts[b].cmp(&counts[a]).then(a.cmp(&b))).into_iter();
        let n = rows.len().max(1) as f64;
        let often = |slot: &usize| counts[*slot] as f64 >= RARE * n && counts[*slot] > 0;
        let kept: Vec<usize> = by_count.map(|slot| slot as usize).filter(often).take(MOST_LEVELS).collect();
        let shares = kept.iter().map(|&slot| counts[slot] as f64 / n);
        let (sum, squares) = shares.fold((0.0, 0.0), |(a, b), p| (a + p, b + p * p));
        let others = (1.0 - sum).max(0.0);
        let variance = 1.0 - squares - others * others;
        Encoding {
            log: false,
            skew: 0.0,
            skew_after: None,
            missing: counts[words],
            filled: 0.0,
            mean: 0.0,
            deviation: 1.0,
            capped: 0,
            rest: kept.iter().map(|&slot| counts[slot]).sum::<u64>() < rows.len() as u64,
            levels: kept.into_iter().map(|slot| (slot < words).then_some(slot as u32)).collect(),
            weight: if variance > 1e-9 { 1.0 / libm::sqrt(variance) } else { 0.0 },
            distinct,
            refusal: None,
        }
    }

    /// A number on the scale that means are taken on.
    pub fn scale(&self, value: f64) -> f64 {
        if self.log { libm::log1p(value.max(0.0)) } else { value }
    }

    /// The number of customer `i`, or what stands for it.
    pub fn number(&self, feature: &Feature<'_>, i: usize) -> f64 {
        feature.number(i).filter(|v| v.is_finite()).unwrap_or(self.filled)
    }

    /// How many coordinates it has.
    pub fn width(&self) -> usize {
        if self.levels.is_empty() { 1 } else { self.levels.len() + usize::from(self.rest) }
    }

    /// Writes the coordinates of customer `i`.
    pub fn encode(&self, feature: &Feature<'_>, i: usize, slots: &mut [f64]) {
        if !feature.is_words() {
            let z = (self.scale(self.number(feature, i)) - self.mean) / self.deviation;
            slots[0] = z.clamp(-CAP, CAP);
            return;
        }
        slots.fill(0.0);
        let word = feature.word(i);
        let at = self.levels.iter().position(|level| *level == word).unwrap_or(self.levels.len());
        if let Some(slot) = slots.get_mut(at) {
            *slot = self.weight;
        }
    }
}

/// Third standardised moment; 0 where there is no variance. `values` may be in any order.
fn skewness(values: &[f64], scale: impl Fn(f64) -> f64) -> f64 {
    let n = values.len().max(1) as f64;
    let mean = values.iter().fold(0.0, |a, &v| a + scale(v)) / n;
    let (mut second, mut third) = (0.0, 0.0);
    for &value in values {
        let apart = scale(value) - mean;
        second += apart * apart / n;
        third += apart * apart * apart / n;
    }
    if second > 1e-18 * (1.0 + mean * mean) { third / (second * libm::sqrt(second)) } else { 0.0 }
}

/// The features that are used: those that a person switched on, or those that fit the file. In the order of `features`.
pub fn used(
    features: &[Feature<'_>],
    encodings: &[Encoding],
    rows: &[u32],
    wanted: Option<&Vec<String>>,
) -> Vec<usize> {
    let usable = |f: &usize| encodings[*f].refusal.is_none();
    let all = (0..features.len()).filter(usable);
    if let Some(wanted) = wanted {
        return all.filter(|&f| wanted.contains(&features[f].key())).collect();
    }
    let rfm = [FeatureId::Recency, FeatureId::Frequency, FeatureId::Monetary];
    if features.first().is_some_and(|feature| !feature.customers.days.days.is_empty()) {
        return all.filter(|&f| rfm.contains(&features[f].id)).collect();
    }
    let step = rows.len().div_ceil(CORRELATED).max(1);
    let sample: Vec<u32> = rows.iter().copied().step_by(step).collect();
    let mut chosen: Vec<usize> = Vec::new();
    for f in all.clone() {
        let feature = &features[f];
        // A basket is money divided by orders: the two are there already.
        let tenure = feature.attribute.is_some_and(|a| a.column.role == Some(Role::Tenure));
        let dated = matches!(feature.id, FeatureId::Tenure | FeatureId::Since);
        let own = rfm.contains(&feature.id) || dated || tenure;
        let column = feature.attribute.is_some() && !feature.is_words() && encodings[f].distinct >= TELLING;
        let same = |&g: &usize| {
            correlation((feature, &encodings[f]), (&features[g], &encodings[g]), &sample).abs() > SAME
        };
        if own || (column && chosen.len() < MOST_USED && !chosen.iter().any(same)) {
            chosen.push(f);
        }
    }
    if chosen.len() < FEW_NUMBERS {
        let words = all.filter(|&f| features[f].is_words() && encodings[f].width() <= FEW_LEVELS);
        chosen.extend(words.take(2 * FEW_NUMBERS - chosen.len()));
        order::ascending(&mut chosen);
    }
    chosen
}

/// Pearson's correlation of two features of numbers, as they are scaled.
fn correlation(a: (&Feature<'_>, &Encoding), b: (&Feature<'_>, &Encoding), rows: &[u32]) -> f64 {
    let pairs = || {
        rows.iter().map(|&i| {
            let value = |(feature, encoding): (&Feature<'_>, &Encoding)| {
                encoding.scale(encoding.number(feature, i as usize))
            };
            (value(a), value(b))
        })
    };
    let n = rows.len().max(1) as f64;
    let (x, y) = pairs().fold((0.0, 0.0), |(x, y), pair| (x + pair.0 / n, y + pair.1 / n));
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (a, b) in pairs() {
        xx += (a - x) * (a - x);
        yy += (b - y) * (b - y);
        xy += (a - x) * (b - y);
    }
    if xx > 0.0 && yy > 0.0 { xy / libm::sqrt(xx * yy) } else { 0.0 }
}
