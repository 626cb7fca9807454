//! The probability that a customer buys nothing in the next N days.
//!
//! Where a model is trusted, it is the model's, made to agree with what happened in the N days before
//! ([`super::calibration`]). Else it is what customers like this one did in those N days: those with as many purchase days,
//! by the days since the last one.

use super::calibration::Isotonic;
use super::document::RiskSource;
use crate::units::Day;
use crate::value::back_test::by_pattern;
use crate::value::baseline::{bought, silence};
use crate::value::buying::Buying;
use crate::value::history::{History, Purchases, WEEK};
use crate::value::model::Model;

/// Fewest customers to learn from.
const FEWEST: usize = 30;
/// Fewest who left, and who stayed.
const FEWEST_OF_EACH: usize = 5;

/// Gives risks, as learned from one window of the past.
#[derive(Clone, Debug)]
pub struct Scorer {
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Model(Model, Isotonic),
    Table(Table),
}

/// Who bought nothing in the `days` after `from`, of those who had bought by then.
pub fn left(purchases: &Purchases, history: &History, from: Day, days: u32) -> Vec<bool> {
    let came = bought(purchases, history, from, Day(from.0 + days as i32));
    came.iter().map(|(orders, _)| *orders == 0.0).collect()
}

impl Scorer {
    /// Learns from what the customers of `from` did in the `days` after it. `None` where they were too few, or nearly all of
    /// them did the same.
    pub fn learn(purchases: &Purchases, model: Option<Model>, from: Day, days: u32) -> Option<Scorer> {
        let history = History::build(purchases, from);
        let left = left(purchases, &history, from, days);
        let gone = left.iter().filter(|left| **left).count();
        if left.len() < FEWEST || gone < FEWEST_OF_EACH || left.len() - gone < FEWEST_OF_EACH {
            return None;
        }
        let kind = match model {
            Some(model) => Kind::Model(model, Isotonic::fit(&raw(&model, &history, days), &left)?),
            None => Kind::Table(Table::learn(&history, &left)?),
        };
        Some(Scorer { kind })
    }

    /// Where the risks come from.
    pub fn source(&self) -> RiskSource {
        match self.kind {
            Kind::Model(..) => RiskSource::Model,
            Kind::Table(_) => RiskSource::Table,
        }
    }

    /// The risks of the customers of a history, from 0 to 1.
    pub fn risks(&self, history: &History, days: u32) -> Vec<f64> {
        match &self.kind {
            Kind::Model(model, line) => {
                let weeks = f64::from(days) / WEEK;
                by_pattern(history, |record| line.of(1.0 - model.p_buy(record, weeks)))
            }
            Kind::Table(table) => (0..history.len()).map(|i| table.of(history, i)).collect(),
        }
    }
}

/// What a scorer has learned, for whoever scores elsewhere.
#[derive(Clone, Debug)]
pub enum Risks<'a> {
    /// A line over the model's probability of no purchase within so many days.
    Model {
        /// The line.
        line: &'a Isotonic,
        /// The days.
        days: u32,
    },
    /// Lines over the days since the last purchase.
    Table {
        /// Fewest repeats of a class, most frequent first, and its line.
        lines: Vec<(u32, &'a Isotonic)>,
    },
}

impl Scorer {
    /// What was learned.
    pub fn learned(&self, days: u32) -> Risks<'_> {
        match &self.kind {
            Kind::Model(_, line) => Risks::Model { line, days },
            Kind::Table(table) => {
                let rows = FEWEST_REPEATS.iter().zip(&table.line_of).rev();
                let lines = rows.filter_map(|(fewest, line)| Some((*fewest, table.lines.get(*line)?)));
                Risks::Table { lines: lines.collect() }
            }
        }
    }
}

/// The model's probability of no purchase, before it is calibrated.
fn raw(model: &Model, history: &History, days: u32) -> Vec<f64> {
    let weeks = f64::from(days) / WEEK;
    by_pattern(history, |record| 1.0 - model.p_buy(record, weeks))
}

/// 1, 2, 3, 4 to 5, 6 and more purchase days.
const ROWS: usize = 5;
/// Fewest repeats of each class.
const FEWEST_REPEATS: [u32; ROWS] = [0, 1, 2, 3, 5];
/// Fewest customers in a row; with fewer it is one with the row before.
const FEWEST_IN_ROW: usize = 50;

/// What customers of the same frequency did, by the days since their last purchase.
#[derive(Clone, Debug)]
struct Table {
    /// For each class of frequency its line from silence to probability.
    lines: Vec<Isotonic>,
    /// Which line a class has.
    line_of: [usize; ROWS],
}

impl Table {
    fn learn(history: &History, left: &[bool]) -> Option<Table> {
        let mut table = Table { lines: Vec::new(), line_of: [0; ROWS] };
        let mut sizes = [0; ROWS];
        for i in 0..history.len() {
            sizes[row_of(history, i)] += 1;
        }
        let (mut from, mut size) = (0, 0);
        for row in 0..ROWS {
            size += sizes[row];
            let rest: usize = sizes[row + 1..].iter().sum();
            // The last row takes along what is too little for one of its own.
            if row + 1 < ROWS && (size < FEWEST_IN_ROW || rest < FEWEST_IN_ROW) {
                continue;
            }
            let members = || (0..history.len()).filter(|&i| (from..=row).contains(&row_of(history, i)));
            let silences: Vec<f64> = members().map(|i| f64::from(silence(history, i))).collect();
            let left: Vec<bool> = members().filter_map(|i| left.get(i).copied()).collect();
            table.line_of[from..=row].fill(table.lines.len());
            table.lines.push(Isotonic::fit(&silences, &left)?);
            (from, size) = (row + 1, 0);
        }
        Some(table)
    }

    fn of(&self, history: &History, i: usize) -> f64 {
        let line = self.lines.get(self.line_of[row_of(history, i)]);
        line.map_or(0.0, |line| line.of(f64::from(silence(history, i))))
    }
}

fn row_of(history: &History, i: usize) -> usize {
    match history.of(i).repeats {
        repeats @ 0..=2 => repeats as usize,
        3..=4 => 3,
        _ => 4,
    }
}
