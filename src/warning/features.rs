//! Columns of a customer table as numbers for a model, and those that must not be used.
//!
//! Numbers are standardised, a missing one is the mean and marked; words become one mark each. A column is refused when it
//! **is** the answer: by its name (churn score, churn reason, 流失原因), or because by itself it separates who left from
//! who stayed nearly without error, which nothing known beforehand does.

use serde::Serialize;

use crate::customers::Customers;
use crate::ledger::CellKind;
use crate::settings::Role;
use crate::value::score::auc;

/// A column as it comes: numbers, or words by number.
#[derive(Clone, Debug, PartialEq)]
pub enum Cells {
    /// Numbers; `None` where missing.
    Numbers(Vec<Option<f64>>),
    /// Words, by their place in the list.
    Words(Vec<Option<u32>>, Vec<String>),
}

/// A column with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// Name of the column in the file.
    pub name: String,
    /// Its cells, one for each customer.
    pub cells: Cells,
}

/// Why a column is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Its name says that it is known only once the customer has left.
    NamesTheAnswer,
    /// By itself it tells who left nearly without error.
    GivesTheAnswer,
    /// Too many different words to learn from: a name, a number, a free text.
    TooManyWords,
    /// The same everywhere.
    Constant,
}

/// More words than these are no kinds.
const MOST_WORDS: usize = 24;
/// A column that ranks this well by itself is the answer in another form.
const GIVEN_AWAY: f64 = 0.985;

/// Parts of names that only the answer has.
const ANSWERS: [&str; 10] = [
    "churn",
    "attrit",
    "exited",
    "cancelreason",
    "cancellationreason",
    "leavereason",
    "流失",
    "离网",
    "離網",
    "退订原因",
];

impl Feature {
    /// Why it must not be used to foretell `left`, of the customers in `known`.
    pub fn refusal(&self, left: &[bool], known: &[u32]) -> Option<Refusal> {
        let plain: String = self.name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        if ANSWERS.iter().any(|part| plain.contains(part)) {
            return Some(Refusal::NamesTheAnswer);
        }
        let mut filled = known.iter().filter(|&&i| self.filled(i as usize)).peekable();
        let first = filled.peek().copied();
        let same = filled.all(|&i| self.equal(i, first)) && first.is_none_or(|_| self.gapless(known));
        if same {
            return Some(Refusal::Constant);
        }
        let answers = self.alone(left, known) >= GIVEN_AWAY;
        if !answers && matches!(&self.cells, Cells::Words(_, words) if words.len() > MOST_WORDS) {
            return Some(Refusal::TooManyWords);
        }
        answers.then_some(Refusal::GivesTheAnswer)
    }

    /// How well the column ranks those who left by itself, 0.5 to 1: by its numbers, by the share of each word, or by being
    /// filled at all.
    pub fn alone(&self, left: &[bool], known: &[u32]) -> f64 {
        let outcome: Vec<f64> = known.iter().map(|&i| f64::from(u8::from(left[i as usize]))).collect();
        let ranks = |value: &dyn Fn(usize) -> f64| {
            let values: Vec<f64> = known.iter().map(|&i| value(i as usize)).collect();
            auc(&values, &outcome).map_or(0.5, |a| a.max(1.0 - a))
        };
        let by_filled = ranks(&|i| f64::from(u8::from(self.filled(i))));
        let by_cell = match &self.cells {
            Cells::Numbers(cells) => {
                let values = || known.iter().filter_map(|&i| cells[i as usize]);
                let (low, high) =
                    (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
                // Where it is missing it says nothing: the middle of the two ends.
                ranks(&|i| cells[i].unwrap_or(0.5 * (low + high)))
            }
            // A word for everybody tells everybody apart, and nothing.
            Cells::Words(_, words) if words.len() > MOST_WORDS => 0.5,
            Cells::Words(cells, words) => {
                let rates = rates(cells, words.len(), left, known);
                ranks(&|i| cells[i].map_or(-1.0, |word| rates[word as usize].0))
            }
        };
        f64::max(by_filled, by_cell)
    }

    fn equal(&self, i: u32, first: Option<&u32>) -> bool {
        first.is_none_or(|&first| match &self.cells {
            Cells::Numbers(cells) => cells[i as usize] == cells[first as usize],
            Cells::Words(cells, _) => cells[i as usize] == cells[first as usize],
        })
    }

    fn gapless(&self, known: &[u32]) -> bool {
        known.iter().all(|&i| self.filled(i as usize))
    }

    fn filled(&self, i: usize) -> bool {
        match &self.cells {
            Cells::Numbers(cells) => cells[i].is_some(),
            Cells::Words(cells, _) => cells[i].is_some(),
        }
    }

    /// Appends its numbers: for each customer a slice of the same width. `known` are the customers it is standardised over.
    pub fn numbers(&self, known: &[u32]) -> Vec<Vec<f64>> {
        match &self.cells {
            Cells::Numbers(cells) => {
                let values = || known.iter().filter_map(|&i| cells[i as usize]);
                let n = values().count().max(1) as f64;
                let mean = values().fold(0.0, |a, b| a + b) / n;
                let spread = libm::sqrt(values().fold(0.0, |a, v| a + (v - mean) * (v - mean)) / n);
                let scale = if spread > 0.0 { 1.0 / spread } else { 0.0 };
                let mut columns =
                    vec![cells.iter().map(|v| v.map_or(0.0, |v| (v - mean) * scale)).collect::<Vec<f64>>()];
                // A few missing cells are no pattern.
                if known.iter().filter(|&&i| cells[i as usize].is_none()).count() * 50 > known.len() {
                    columns.push(cells.iter().map(|v| f64::from(u8::from(v.is_none()))).collect());
                }
                columns
            }
            Cells::Words(cells, words) => {
                let mut counts = vec![0_u64; words.len()];
                for word in known.iter().filter_map(|&i| cells[i as usize]) {
                    counts[word as usize] += 1;
                }
                // The most frequent word is what the others are compared with.
                let most = counts.iter().copied().max().unwrap_or(0);
                let base = counts.iter().position(|count| *count == most).unwrap_or(0);
                let marked = (0..words.len()).filter(|&word| word != base && counts[word] > 0);
                let mark = |word: usize| {
                    cells.iter().map(|cell| f64::from(u8::from(*cell == Some(word as u32)))).collect()
                };
                let mut columns: Vec<Vec<f64>> = marked.map(mark).collect();
                if known.iter().any(|&i| cells[i as usize].is_none()) {
                    columns.push(cells.iter().map(|cell| f64::from(u8::from(cell.is_none()))).collect());
                }
                columns
            }
        }
    }
}

/// Share who left and number of customers, for each word.
pub fn rates(cells: &[Option<u32>], words: usize, left: &[bool], known: &[u32]) -> Vec<(f64, u64)> {
    let mut sums = vec![(0_u64, 0_u64); words];
    for &i in known {
        if let Some(sum) = cells[i as usize].and_then(|word| sums.get_mut(word as usize)) {
            sum.0 += u64::from(left[i as usize]);
            sum.1 += 1;
        }
    }
    sums.into_iter().map(|(gone, all)| (if all > 0 { gone as f64 / all as f64 } else { 0.0 }, all)).collect()
}

/// What the file says of its customers, column by column: attributes but the label, and what was read of orders and money.
pub fn of(customers: &Customers) -> Vec<Feature> {
    let n = customers.len();
    let mut features = vec![Feature {
        name: "net".into(),
        cells: Cells::Numbers((0..n).map(|i| Some(customers.net(i).to_f64())).collect()),
    }];
    if customers.orders_known {
        let cells = (0..n).map(|i| Some(f64::from(customers.orders[i]))).collect();
        features.push(Feature { name: "orders".into(), cells: Cells::Numbers(cells) });
    }
    if customers.recency.iter().any(Option::is_some) {
        let cells = customers.recency.iter().map(|days| days.map(f64::from)).collect();
        features.push(Feature { name: "recency_days".into(), cells: Cells::Numbers(cells) });
    }
    let personal = [Role::Churned, Role::Email, Role::Phone];
    for attribute in &customers.attributes {
        let column = &attribute.column;
        if column.role.is_some_and(|role| personal.contains(&role)) {
            continue;
        }
        let cells =
            match column.kind {
                CellKind::Words => Cells::Words(
                    (0..n).map(|i| column.word(i)).collect(),
                    // Of a column with a word for everybody the words are not needed.
                    (0..column.words.len() as u32)
                        .map(|w| {
                            if column.words.len() > MOST_WORDS { String::new() } else { column.words.text(w) }
                        })
                        .collect(),
                ),
                _ => Cells::Numbers((0..n).map(|i| column.measure(i)).collect()),
            };
        features.push(Feature { name: column.name.clone(), cells });
    }
    features
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(name: &str, of: impl Fn(u32) -> Option<f64>) -> Feature {
        Feature { name: name.into(), cells: Cells::Numbers((0..200).map(of).collect()) }
    }

    #[test]
    fn columns_that_are_the_answer_are_refused() {
        let left: Vec<bool> = (0..200).map(|i| i % 4 == 0).collect();
        let known: Vec<u32> = (0..200).collect();
        let gone = |i: u32| i.is_multiple_of(4);
        let words = |name: &str, of: &dyn Fn(u32) -> Option<u32>, words: usize| Feature {
            name: name.into(),
            cells: Cells::Words((0..200).map(of).collect(), vec![String::new(); words]),
        };
        for (feature, expected) in [
            (numbers("Churn Score", |i| Some(f64::from(i % 7))), Some(Refusal::NamesTheAnswer)),
            (numbers("流失原因", |i| Some(f64::from(i % 7))), Some(Refusal::NamesTheAnswer)),
            (numbers("last_bill", |i| Some(if gone(i) { 9.0 } else { 3.0 })), Some(Refusal::GivesTheAnswer)),
            (numbers("closing_fee", |i| gone(i).then(|| f64::from(i))), Some(Refusal::GivesTheAnswer)),
            (
                words("Status", &|i| Some(if gone(i) { 1 } else { 2 * (i % 2) }), 3),
                Some(Refusal::GivesTheAnswer),
            ),
            (numbers("always", |_| Some(1.0)), Some(Refusal::Constant)),
            (words("note", &Some, 200), Some(Refusal::TooManyWords)),
            (numbers("age", |i| Some(f64::from(i % 50))), None),
            (words("plan", &|i| Some(i % 3), 3), None),
        ] {
            assert_eq!(feature.refusal(&left, &known), expected, "{}", feature.name);
        }
    }

    #[test]
    fn words_become_marks_and_missing_numbers_are_marked() {
        let known: Vec<u32> = (0..4).collect();
        let plan = Feature {
            name: "plan".into(),
            cells: Cells::Words(vec![Some(0), Some(1), Some(1), None], vec!["a".into(), "b".into()]),
        };
        assert_eq!(plan.numbers(&known), [vec![1.0, 0.0, 0.0, 0.0], vec![0.0, 0.0, 0.0, 1.0]]);
        let age = Feature {
            name: "age".into(),
            cells: Cells::Numbers(vec![Some(1.0), Some(3.0), None, Some(2.0)]),
        };
        let [values, missing] = &age.numbers(&known)[..] else { panic!("two columns") };
        assert!((values[1] + values[0]).abs() < 1e-12 && values[2] == 0.0 && values[1] > 1.2);
        assert_eq!(missing, &[0.0, 0.0, 1.0, 0.0]);
    }
}
