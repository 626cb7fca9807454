//! A model of the file's own churn label: logistic regression, cross-validated.
//!
//! A customer's risk comes from a model that has not seen this customer: the file is parted in five, each part judged by what
//! the other four teach. The parts are dealt by a stated seed. A forest did no better on the tables it was measured on
//! (`tests/warning.rs`) and would double this module in the browser, so there is none.

use serde::Serialize;

use super::document::RiskBand;
use super::features::{self, Cells, Feature, Refusal, rates};
use super::logistic::Logistic;
use crate::customers::{Customers, quantile};
use crate::ledger::{CellKind, Column};
use crate::order;
use crate::settings::{Role, WarningSettings};
use crate::value::back_test::Bin;
use crate::value::score::{auc, lift};

/// Parts of the file.
const FOLDS: usize = 5;
/// What the parts are dealt by.
const SEED: u64 = 20_250_101;
/// Penalty on the weights.
const RIDGE: f64 = 1.0;
/// Fewest customers who left, and who stayed.
const FEWEST: usize = 30;
/// Customers that are learned from at most; all are judged.
const MOST: usize = 10_000;
/// Numbers per customer at most.
const WIDEST: usize = 80;

/// Words for "has left".
const YES: [&str; 18] = [
    "yes",
    "y",
    "true",
    "t",
    "1",
    "churn",
    "churned",
    "left",
    "lost",
    "exited",
    "attrited",
    "是",
    "流失",
    "已流失",
    "离网",
    "離網",
    "oui",
    "si",
];

/// What was learned from a churn label.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct LabelModel {
    /// Name of the label's column.
    pub column: String,
    /// What a cell says when the customer has left.
    pub word: String,
    /// Customers with a label.
    pub customers: u64,
    /// Of them, those who left.
    pub left: u64,
    /// Customers learned from.
    pub learned: u64,
    /// Parts of the cross-validation.
    pub folds: u32,
    /// What they were dealt by.
    pub seed: u64,
    /// Numbers that each customer became.
    pub width: u32,
    /// Probability that of two customers, one who left and one who stayed, the first had the higher risk; out of the parts
    /// that the model had not seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auc: Option<f64>,
    /// What the fifth with the highest risk had of those who left, divided by a fifth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lift_top_fifth: Option<f64>,
    /// Share of the red who left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<f64>,
    /// Share of those who left who are red.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recall: Option<f64>,
    /// Mean squared difference between the risk (0 to 1) and the label.
    pub brier: f64,
    /// By tenth of the risk: mean risk, and share who left.
    pub bins: Vec<Bin>,
    /// The columns that move the risk most, first the one that moves it most.
    pub drivers: Vec<Driver>,
    /// Columns that were not used, and why.
    pub refused: Vec<Refused>,
}

/// A column that moves the risk.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Driver {
    /// Name of the column.
    pub column: String,
    /// Standard deviation of what it adds to the log-odds, over the customers.
    pub effect: f64,
    /// How well it ranks by itself; from 0.9 on it is worth a look whether it was known before the customer left.
    pub auc: f64,
    /// The word with whom most left; `None` for numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Of numbers: the side on which more left begins here. `None` for words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cut: Option<f64>,
    /// Whether that side is above the cut.
    pub above: bool,
    /// Customers with that word, or on that side.
    pub customers: u64,
    /// Share of them who left.
    pub share: f64,
    /// Share of the others who left.
    pub share_others: f64,
}

/// A column that was not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Refused {
    /// Name of the column.
    pub column: String,
    /// Why.
    pub reason: Refusal,
}

/// A model of the label, and the risk of each buyer.
#[derive(Clone, Debug)]
pub struct Trained {
    /// 0 to 100.
    pub risk: Vec<Option<f64>>,
    /// What the report says.
    pub document: LabelModel,
}

/// Learns from the label of the file. `None` without one, or where too few left or stayed to learn from.
pub fn train(customers: &Customers, buyers: &[u32], settings: &WarningSettings) -> Option<Trained> {
    let label = customers.attributes.iter().find(|a| a.column.role == Some(Role::Churned))?;
    let (labels, word) = read(&label.column, customers.len())?;
    let features = features::of(customers);
    let known: Vec<u32> = (0..customers.len() as u32).filter(|&i| labels[i as usize].is_some()).collect();
    let left: Vec<bool> = labels.iter().map(|label| *label == Some(true)).collect();
    let (risks, mut document) = fit(&features, &left, &known, settings)?;
    document.column = label.column.name.clone();
    document.word = word;
    // Who has left is not at risk any more.
    let stays = |i: usize| labels[i] == Some(false);
    let risk = buyers.iter().map(|&i| risks[i as usize].filter(|_| stays(i as usize))).collect();
    Some(Trained { risk, document })
}

/// Whether each customer left, and the word that says so. `None` unless the column has two kinds of cells.
fn read(column: &Column, n: usize) -> Option<(Vec<Option<bool>>, String)> {
    match column.kind {
        CellKind::Words => {
            let words: Vec<String> =
                (0..column.words.len().min(4) as u32).map(|w| column.words.text(w)).collect();
            let yes = words.iter().position(|w| YES.contains(&w.trim().to_lowercase().as_str()))?;
            if column.words.len() > 2 {
                return None;
            }
            let cells = (0..n).map(|i| column.word(i).map(|w| w as usize == yes)).collect();
            Some((cells, words[yes].clone()))
        }
        CellKind::Numbers => {
            let cells: Vec<Option<f64>> = (0..n).map(|i| column.number(i)).collect();
            let binary = cells.iter().flatten().all(|v| *v == 0.0 || *v == 1.0);
            binary.then(|| (cells.iter().map(|v| v.map(|v| v == 1.0)).collect(), "1".into()))
        }
        CellKind::Days => None,
    }
}

/// Fits and judges: risk from 0 to 100 of each customer in `known`, and what the report says but the label's name.
pub fn fit(
    all: &[Feature],
    left: &[bool],
    known: &[u32],
    settings: &WarningSettings,
) -> Option<(Vec<Option<f64>>, LabelModel)> {
    let gone = known.iter().filter(|&&i| left[i as usize]).count();
    if gone < FEWEST || known.len() - gone < FEWEST {
        return None;
    }
    let mut refused = Vec::new();
    let mut used: Vec<(&Feature, std::ops::Range<usize>)> = Vec::new();
    let mut columns: Vec<Vec<f64>> = Vec::new();
    for feature in all {
        if let Some(reason) = feature.refusal(left, known) {
            refused.push(Refused { column: feature.name.clone(), reason });
            continue;
        }
        let numbers = feature.numbers(known);
        if columns.len() + numbers.len() <= WIDEST {
            used.push((feature, columns.len()..columns.len() + numbers.len()));
            columns.extend(numbers);
        }
    }
    let width = columns.len();
    if width == 0 {
        return None;
    }
    let n = left.len();
    let mut rows = vec![0.0; n * width];
    for (j, column) in columns.iter().enumerate() {
        for (i, value) in column.iter().enumerate() {
            rows[i * width + j] = *value;
        }
    }
    // Learned from a sample spread evenly over the customers; dealt by a hash of the place.
    let take = known.len().min(MOST);
    let sample: Vec<u32> = (0..take).map(|k| known[k * known.len() / take]).collect();
    let mut risks: Vec<Option<f64>> = vec![None; n];
    for part in 0..FOLDS {
        let train: Vec<u32> = sample.iter().copied().filter(|&i| fold(i) != part).collect();
        let model = Logistic::fit(&rows, width, left, &train, RIDGE)?;
        for &i in known.iter().filter(|&&i| fold(i) == part) {
            let i = i as usize;
            risks[i] = Some(100.0 * model.of(&rows[i * width..(i + 1) * width]));
        }
    }
    let whole = Logistic::fit(&rows, width, left, &sample, RIDGE)?;
    let mut drivers: Vec<Driver> = used
        .iter()
        .map(|(feature, range)| {
            let add = |i: u32| {
                let row = &rows[i as usize * width..][range.clone()];
                row.iter().zip(&whole.weights[1 + range.start..]).fold(0.0, |sum, (x, w)| sum + x * w)
            };
            driver(feature, &add, left, known)
        })
        .collect();
    order::by(&mut drivers, |a, b| b.effect.total_cmp(&a.effect).then_with(|| a.column.cmp(&b.column)));
    let document = judge(&risks, left, known, settings);
    let document = LabelModel { learned: take as u64, width: width as u32, drivers, refused, ..document };
    Some((risks, document))
}

/// Which part a customer is dealt to.
fn fold(i: u32) -> usize {
    // SplitMix64: neighbours fall apart.
    let mut z = (u64::from(i) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ SEED;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) % FOLDS as u64) as usize
}

fn judge(risks: &[Option<f64>], left: &[bool], known: &[u32], settings: &WarningSettings) -> LabelModel {
    let risk: Vec<f64> = known.iter().map(|&i| risks[i as usize].unwrap_or(0.0) / 100.0).collect();
    let outcome: Vec<f64> = known.iter().map(|&i| f64::from(u8::from(left[i as usize]))).collect();
    let (n, gone) = (outcome.len() as f64, outcome.iter().fold(0.0, |a, b| a + b));
    let (mut red, mut red_left, mut brier) = (0.0, 0.0, 0.0);
    for (risk, outcome) in risk.iter().zip(&outcome) {
        brier += (risk - outcome) * (risk - outcome) / n;
        if settings.band(100.0 * risk) == RiskBand::Red {
            red += 1.0;
            red_left += outcome;
        }
    }
    LabelModel {
        column: String::new(),
        word: String::new(),
        customers: known.len() as u64,
        left: gone as u64,
        learned: 0,
        folds: FOLDS as u32,
        seed: SEED,
        width: 0,
        auc: auc(&risk, &outcome),
        lift_top_fifth: lift(&risk, &outcome, 0.2),
        precision: (red > 0.0).then(|| red_left / red),
        recall: (red > 0.0).then(|| red_left / gone),
        brier,
        bins: super::hit_rate::bins(&risk, &outcome),
        drivers: Vec::new(),
        refused: Vec::new(),
    }
}

fn driver(feature: &Feature, add: &dyn Fn(u32) -> f64, left: &[bool], known: &[u32]) -> Driver {
    let n = known.len() as f64;
    let mean = known.iter().fold(0.0, |sum, &i| sum + add(i)) / n;
    let spread = known.iter().fold(0.0, |sum, &i| sum + (add(i) - mean) * (add(i) - mean)) / n;
    let auc = feature.alone(left, known);
    let share = |fits: &dyn Fn(usize) -> Option<bool>, wanted: bool| {
        let (mut gone, mut all) = (0_u64, 0_u64);
        for &i in known.iter().filter(|&&i| fits(i as usize) == Some(wanted)) {
            gone += u64::from(left[i as usize]);
            all += 1;
        }
        (if all > 0 { gone as f64 / all as f64 } else { 0.0 }, all)
    };
    let of = |fits: &dyn Fn(usize) -> Option<bool>, word, cut, above| {
        let ((share_of, customers), (share_others, _)) = (share(fits, true), share(fits, false));
        let column = feature.name.clone();
        Driver {
            column,
            effect: libm::sqrt(spread),
            auc,
            word,
            cut,
            above,
            customers,
            share: share_of,
            share_others,
        }
    };
    match &feature.cells {
        Cells::Words(cells, words) => {
            let rates = rates(cells, words.len(), left, known);
            // A word of a handful says nothing; the first by its bytes of equal ones.
            let few = known.len() as u64 / 50;
            let mut worst = 0;
            for (word, (rate, customers)) in rates.iter().enumerate() {
                if *customers >= few && (*rate > rates[worst].0 || rates[worst].1 < few) {
                    worst = word;
                }
            }
            let fits = |i: usize| Some(cells[i] == Some(worst as u32));
            of(&fits, words.get(worst).cloned(), None, false)
        }
        Cells::Numbers(cells) => {
            let mut values: Vec<f64> = known.iter().filter_map(|&i| cells[i as usize]).collect();
            order::floats(&mut values);
            let cut = quantile(&values, 0.5);
            let above = |i: usize| cells[i].map(|value| value > cut);
            let below = |i: usize| cells[i].map(|value| value <= cut);
            if share(&above, true).0 >= share(&below, true).0 {
                of(&above, None, Some(cut), true)
            } else {
                of(&below, None, Some(cut), false)
            }
        }
    }
}
