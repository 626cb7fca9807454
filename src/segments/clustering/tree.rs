//! Groups in words: a small decision tree (CART, Breiman et al. 1984) that says in the file's own units who is in which.
//!
//! At most three questions lead to a group. Splits lower the Gini impurity most; a number is cut at the roundest value between
//! two that occur. The tree is grown on a sample and its accuracy measured on everybody.

use crate::order;

/// Questions one after another at most.
const DEPTH: usize = 3;
/// Cuts of a number that are tried.
const CUTS: usize = 48;
/// Least share of the customers behind an answer.
const LEAST: f64 = 0.01;

/// Words too rare to be asked about.
pub const REST: u32 = u32::MAX;

/// A column the tree may ask about.
#[derive(Clone, Debug)]
pub enum Column {
    /// Numbers.
    Numbers(Vec<f64>),
    /// Words by number; equal numbers are equal words.
    Words(Vec<u32>),
}

/// A question, answered by yes or no.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Question {
    /// At most so much?
    UpTo(f64),
    /// This word?
    Is(u32),
}

/// A tree, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// The group that most have here.
    Leaf(u8),
    /// A question about a column, and what follows from yes and from no.
    Split(usize, Question, Box<Tree>, Box<Tree>),
}

/// One way through the tree: columns, questions and whether the answer is yes; and the group at its end.
pub type Path = (Vec<(usize, Question, bool)>, u8);

impl Question {
    /// The answer for row `i`.
    pub fn holds(self, column: &Column, i: usize) -> bool {
        match (self, column) {
            (Question::UpTo(cut), Column::Numbers(values)) => values[i] <= cut,
            (Question::Is(word), Column::Words(words)) => words[i] == word,
            _ => false,
        }
    }
}

impl Tree {
    /// Grows a tree that tells `groups` groups apart.
    pub fn grow(columns: &[Column], labels: &[u8], groups: usize) -> Tree {
        let rows: Vec<u32> = (0..labels.len() as u32).collect();
        let least = ((LEAST * rows.len() as f64) as usize).max(2);
        grow(columns, labels, groups, &rows, DEPTH, least)
    }

    /// Every way through it.
    pub fn paths(&self) -> Vec<Path> {
        match self {
            Tree::Leaf(group) => vec![(Vec::new(), *group)],
            Tree::Split(column, question, yes, no) => {
                let parts = [(yes, true), (no, false)];
                let led = |(part, answer): (&Tree, bool)| {
                    let paths = part.paths().into_iter();
                    paths
                        .map(move |(mut asked, group)| {
                            asked.insert(0, (*column, *question, answer));
                            (asked, group)
                        })
                        .collect::<Vec<Path>>()
                };
                parts.into_iter().flat_map(|(part, answer)| led((part.as_ref(), answer))).collect()
            }
        }
    }
}

fn counts(labels: &[u8], groups: usize, rows: &[u32]) -> Vec<u32> {
    let mut counts = vec![0; groups];
    rows.iter().for_each(|&i| counts[usize::from(labels[i as usize])] += 1);
    counts
}

/// Gini impurity times the number of rows.
fn impurity(counts: &[u32]) -> f64 {
    let (n, squares) = counts.iter().fold((0.0, 0.0), |(n, squares), &count| {
        (n + f64::from(count), squares + f64::from(count) * f64::from(count))
    });
    if n > 0.0 { n - squares / n } else { 0.0 }
}

fn grow(columns: &[Column], labels: &[u8], groups: usize, rows: &[u32], depth: usize, least: usize) -> Tree {
    let here = counts(labels, groups, rows);
    let most = here.iter().max().copied().unwrap_or(0);
    let leaf = Tree::Leaf(here.iter().position(|count| *count == most).unwrap_or(0) as u8);
    let before = impurity(&here);
    if depth == 0 || before <= 0.0 || rows.len() < 2 * least {
        return leaf;
    }
    let mut best: Option<(f64, usize, Question)> = None;
    for (c, column) in columns.iter().enumerate() {
        for question in questions(column, rows) {
            let mut yes = vec![0_u32; groups];
            for &i in rows.iter().filter(|&&i| question.holds(column, i as usize)) {
                yes[usize::from(labels[i as usize])] += 1;
            }
            let no: Vec<u32> = here.iter().zip(&yes).map(|(all, yes)| all - yes).collect();
            let (yes_n, no_n) = (yes.iter().sum::<u32>() as usize, no.iter().sum::<u32>() as usize);
            let after = impurity(&yes) + impurity(&no);
            let better = best.is_none_or(|(found, _, _)| after < found - 1e-9);
            if yes_n >= least && no_n >= least && better && after < before - 1e-9 {
                best = Some((after, c, question));
            }
        }
    }
    let Some((_, c, question)) = best else { return leaf };
    let (yes, no): (Vec<u32>, Vec<u32>) =
        rows.iter().partition(|&&i| question.holds(&columns[c], i as usize));
    let yes = grow(columns, labels, groups, &yes, depth - 1, least);
    let no = grow(columns, labels, groups, &no, depth - 1, least);
    // A question whose answers lead to the same group need not be asked.
    if matches!((&yes, &no), (Tree::Leaf(a), Tree::Leaf(b)) if a == b) {
        return yes;
    }
    Tree::Split(c, question, Box::new(yes), Box::new(no))
}

fn questions(column: &Column, rows: &[u32]) -> Vec<Question> {
    match column {
        Column::Numbers(values) => {
            let mut here: Vec<f64> = rows.iter().map(|&i| values[i as usize]).collect();
            order::floats(&mut here);
            let n = here.len();
            let at = (1..=CUTS).filter_map(|cut| {
                // The two different values around this share of the rows.
                let low = *here.get(cut * n / (CUTS + 1))?;
                let high = here[here.partition_point(|v| *v <= low)..].first()?;
                Some(Question::UpTo(round_between(low, *high)))
            });
            let mut questions: Vec<Question> = at.collect();
            questions.dedup();
            questions
        }
        Column::Words(words) => {
            let mut here: Vec<u32> = rows.iter().map(|&i| words[i as usize]).collect();
            order::ascending(&mut here);
            here.dedup();
            here.into_iter().filter(|word| *word != REST).map(Question::Is).collect()
        }
    }
}

/// The roundest number from `low` to below `high`, which is higher.
pub fn round_between(low: f64, high: f64) -> f64 {
    for power in (-6..=12).rev() {
        let step = libm::pow(10.0, f64::from(power));
        // Divided, not multiplied, by what is exact: 3 / 10 is 0.3, 3 × 0.1 is not.
        let up = |per: f64| libm::ceil(low / step / per) * per;
        for per in [5.0, 1.0] {
            let steps = up(per) + 0.0;
            let value = if power < 0 { steps / libm::pow(10.0, f64::from(-power)) } else { steps * step };
            if value >= low && value < high {
                return value;
            }
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_are_round_and_between_the_values() {
        for (low, high, expected) in [
            (29.0, 31.0, 30.0),
            (5.0, 6.0, 5.0),
            (0.31, 0.42, 0.4),
            (1234.5, 1876.0, 1500.0),
            (-3.0, 2.0, 0.0),
            (99.0, 120.0, 100.0),
            (1.25, 1.26, 1.25),
        ] {
            assert_eq!(round_between(low, high), expected, "{low} {high}");
        }
    }

    #[test]
    fn three_questions_tell_four_groups_apart() {
        let days: Vec<f64> = (0..400).map(|i| f64::from(i % 20)).collect();
        let plan: Vec<u32> = (0..400).map(|i| (i / 20) % 2).collect();
        let labels: Vec<u8> =
            days.iter().zip(&plan).map(|(d, &p)| u8::from(*d > 9.0) * 2 + p as u8).collect();
        let tree = Tree::grow(&[Column::Numbers(days.clone()), Column::Words(plan.clone())], &labels, 4);
        let paths = tree.paths();
        assert_eq!(paths.len(), 4);
        for (i, &label) in labels.iter().enumerate() {
            let columns = [Column::Numbers(days.clone()), Column::Words(plan.clone())];
            let led = paths.iter().find(|(asked, _)| {
                asked.iter().all(|(c, question, answer)| question.holds(&columns[*c], i) == *answer)
            });
            assert_eq!(led.map(|(_, group)| *group), Some(label));
        }
    }

    #[test]
    fn where_all_are_one_group_nothing_is_asked() {
        let tree = Tree::grow(&[Column::Numbers(vec![1.0, 2.0, 3.0, 4.0])], &[0; 4], 1);
        assert_eq!(tree, Tree::Leaf(0));
    }
}
