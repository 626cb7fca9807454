//! Segments of one's own: named rules over what is known of each customer, from the figures of the report to the columns of
//! the file.
//!
//! A rule is a list of conditions of which all or any have to hold. A condition on a value that is not known does not hold,
//! whatever it asks, except [`OwnTestId::Missing`]: nobody is in a segment for what nobody knows. Customers may be in several own
//! segments, or in none.
//!
//! Each condition is evaluated for all customers at once, a column at a time. Words are compared as they stand in the file,
//! byte by byte; only [`OwnTestId::Contains`] takes upper and lower case alike.

use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::customers::{Attribute, Measure};
use crate::ledger::CellKind;
use crate::order;
use crate::report::{ActionId, Nes, PotentialTier, SegmentId, Stage, ValueTier, identifier};
use crate::segments::{lifecycle, named, nes};
use crate::settings::Role;
use crate::units::{Day, Total};
use crate::value::models::Columns;
use crate::warning::Warning;
use crate::warning::document::RiskBand;

/// Own segments that a settings document may hold.
pub const MOST_SEGMENTS: usize = 50;
/// Conditions of one.
pub const MOST_CONDITIONS: usize = 20;
/// Letters of a name.
const MOST_LETTERS: usize = 80;
/// Words of a column that are offered to choose from, the most frequent ones.
const MOST_WORDS: usize = 100;
/// With names masked, a word that fewer customers share could name one.
const SHARED: u32 = 10;

/// Declares enums and structs of the document that come from outside and go there.
macro_rules! document {
    ($($item:item)*) => { $(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(rename_all = "snake_case", deny_unknown_fields)]
        $item
    )* };
}

/// The same of what only goes there.
macro_rules! answer {
    ($($item:item)*) => { $(
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(rename_all = "snake_case")]
        $item
    )* };
}

document! {
/// A segment of one's own.
pub struct OwnSegment {
    /// What a person calls it.
    pub name: String,
    /// How many of the conditions have to hold.
    pub matching: OwnMatching,
    /// The conditions.
    pub conditions: Vec<OwnCondition>,
}

/// How many conditions have to hold.
#[derive(Copy, Eq)]
pub enum OwnMatching {
    /// Every one.
    All,
    /// One of them.
    Any,
}

/// One condition: what is looked at, by `figure` or by `column`, and what it has to be.
#[derive(Default)]
pub struct OwnCondition {
    /// A figure of the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<OwnFigureId>,
    /// A column of the file, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Where the rows of a customer gave several cells of that column, which of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// What it has to be.
    pub test: OwnTestId,
    /// The number to compare with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<f64>,
    /// The day to compare with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// The words to compare with; of [`OwnTestId::Contains`] one text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
}

/// What a value has to be.
#[derive(Copy, Default, Eq)]
pub enum OwnTestId {
    /// A number not below this one.
    AtLeast,
    /// A number not above this one.
    AtMost,
    /// This number.
    Equals,
    /// A day not before this one.
    From,
    /// A day not after this one.
    Until,
    /// One of these words.
    Is,
    /// Known, and none of these words.
    IsNot,
    /// A word with this text in it, upper and lower case alike.
    Contains,
    /// Anything at all.
    #[default]
    Known,
    /// Nothing.
    Missing,
}

/// Figures of the report that a condition can look at.
#[derive(Copy, Eq)]
pub enum OwnFigureId {
    /// Orders that count.
    Orders,
    /// Net spend.
    Net,
    /// Money in.
    Gross,
    /// Money given back.
    Refunds,
    /// Days since the last order.
    RecencyDays,
    /// Recency in usual gaps.
    Overdue,
    /// The own usual gap, in days.
    UsualGap,
    /// Day of the first order.
    FirstOrder,
    /// Day of the last order.
    LastOrder,
    /// Recency score.
    RecencyScore,
    /// Frequency score.
    FrequencyScore,
    /// Money score.
    MonetaryScore,
    /// Named segment.
    Segment,
    /// Action group.
    Action,
    /// Stage of the relationship.
    Stage,
    /// State of NES.
    Nes,
    /// Number of the k-means group.
    Cluster,
    /// Value index.
    ValueIndex,
    /// Value tier.
    ValueTier,
    /// Potential value.
    PotentialValue,
    /// Potential tier.
    PotentialTier,
    /// Probability to be still active.
    PAlive,
    /// Probability of an order within the days that the model looks ahead.
    PBuy,
    /// Orders expected.
    ExpectedOrders,
    /// Money expected.
    ExpectedValue,
    /// Risk of the early warning.
    Risk,
    /// Level of it.
    RiskBand,
    /// Money at stake.
    ValueAtRisk,
}

}

answer! {
/// Why a rule can't be applied to this file.
pub struct OwnProblem {
    /// What is wrong.
    pub code: OwnProblemCode,
    /// The column, figure or word concerned.
    pub value: String,
}

/// What is wrong with a rule.
#[derive(Copy, Eq)]
pub enum OwnProblemCode {
    /// It has no name or no condition, or too many, or a number that is none.
    Malformed,
    /// The file has no such column.
    UnknownColumn,
    /// The report knows no such figure of anybody: no dates, no scores, no model.
    NotKnown,
    /// The test does not go with what the column holds: a number asked of words.
    WrongTest,
    /// There is no such segment, stage or tier.
    UnknownWord,
}

/// What a condition can be about in this report.
pub struct OwnFields {
    /// Figures that are known of somebody.
    pub figures: Vec<OwnFigure>,
    /// Columns of the file.
    pub columns: Vec<OwnColumn>,
}

/// A figure to choose.
pub struct OwnFigure {
    /// Which one.
    pub figure: OwnFigureId,
    /// What it holds.
    pub kind: CellKind,
    /// The words it can be, where it is words.
    pub words: Vec<String>,
}

/// A column to choose.
pub struct OwnColumn {
    /// Its name.
    pub column: String,
    /// How the rows of a customer became one cell.
    pub measure: Measure,
    /// What it means, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// What it holds.
    pub kind: CellKind,
    /// The most frequent words, where it is words.
    pub words: Vec<String>,
    /// Whether there are more of them.
    pub more: bool,
}

/// Who is in an own segment, or why that can't be said.
pub struct OwnCount {
    /// The segment's name.
    pub name: String,
    /// Customers in it.
    pub customers: u64,
    /// Their share of all customers, 0 to 1.
    pub share_customers: f64,
    /// Their net spend.
    pub net: Total,
    /// Its share of all net spend; 0 where there is none.
    pub share_net: f64,
    /// Why it is empty, where it can't be applied to this file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<OwnProblem>,
}
}

fn problem(code: OwnProblemCode, value: impl Into<String>) -> OwnProblem {
    OwnProblem { code, value: value.into() }
}

impl OwnSegment {
    /// Whether a rule is complete, whatever the file.
    pub fn is_complete(&self) -> bool {
        let name = self.name.trim();
        !name.is_empty()
            && name.chars().count() <= MOST_LETTERS
            && (1..=MOST_CONDITIONS).contains(&self.conditions.len())
            && self.conditions.iter().all(|condition| condition.test().is_some())
    }

    /// For each customer whether the rule holds.
    ///
    /// # Errors
    ///
    /// Why it can't be applied to this file.
    pub fn members(&self, analysis: &Analysis) -> Result<Vec<bool>, OwnProblem> {
        if !self.is_complete() {
            return Err(problem(OwnProblemCode::Malformed, &self.name));
        }
        let customers = &analysis.customers;
        let mut found = vec![self.matching == OwnMatching::All; customers.len()];
        for condition in &self.conditions {
            let holds = condition.holds(analysis)?;
            for (i, found) in found.iter_mut().enumerate() {
                match self.matching {
                    OwnMatching::All => *found = *found && holds(i),
                    OwnMatching::Any => *found = *found || holds(i),
                }
            }
        }
        for (found, present) in found.iter_mut().zip(&customers.present) {
            *found &= *present;
        }
        Ok(found)
    }
}

/// How many are in each of some segments, and what they brought.
pub fn count(analysis: &Analysis, segments: &[OwnSegment]) -> Vec<OwnCount> {
    let customers = &analysis.customers;
    let present = |i: &usize| customers.present[*i];
    let all = (0..customers.len()).filter(present).count() as f64;
    let whole: i128 = (0..customers.len()).filter(present).map(|i| customers.net(i).0).sum();
    let each = segments.iter().map(|segment| {
        let (members, problem) = match segment.members(analysis) {
            Ok(members) => (members, None),
            Err(problem) => (Vec::new(), Some(problem)),
        };
        let within = || members.iter().enumerate().filter(|(_, holds)| **holds);
        let number = within().count() as u64;
        let net = Total(within().map(|(i, _)| customers.net(i).0).sum());
        OwnCount {
            name: segment.name.clone(),
            customers: number,
            share_customers: if all > 0.0 { number as f64 / all } else { 0.0 },
            net,
            share_net: if whole > 0 { net.to_f64() / Total(whole).to_f64() } else { 0.0 },
            problem,
        }
    });
    each.collect()
}

/// What conditions can be about. Masked: without columns and words that could name somebody.
pub fn fields(analysis: &Analysis, masked: bool) -> OwnFields {
    let customers = &analysis.customers;
    let known = |figure: &&OwnFigureId| {
        let value = Values::of(analysis, **figure);
        (0..customers.len()).any(|i| customers.present[i] && value.is_known(i))
    };
    let figures = ALL.iter().filter(known).map(|&figure| match Values::of(analysis, figure) {
        Values::Numbers(_) => OwnFigure { figure, kind: CellKind::Numbers, words: Vec::new() },
        Values::Days(_) => OwnFigure { figure, kind: CellKind::Days, words: Vec::new() },
        Values::Choice(_, words) => OwnFigure { figure, kind: CellKind::Words, words },
    });
    let names_them =
        |a: &&Attribute| matches!(a.column.role, Some(Role::Email | Role::Phone | Role::Birthday));
    let shown = customers.attributes.iter().filter(|a| !(masked && names_them(a)));
    let columns = shown.map(|attribute| {
        let column = &attribute.column;
        let (words, more) = frequent(attribute, &customers.present, masked);
        OwnColumn {
            column: column.name.clone(),
            measure: attribute.measure,
            role: column.role,
            kind: column.kind,
            words,
            more,
        }
    });
    OwnFields { figures: figures.collect(), columns: columns.collect() }
}

/// The most frequent words of a column, and whether there are more.
fn frequent(attribute: &Attribute, present: &[bool], masked: bool) -> (Vec<String>, bool) {
    let column = &attribute.column;
    let mut counts = vec![0_u32; if column.kind == CellKind::Words { column.words.len() } else { 0 }];
    for i in (0..present.len()).filter(|&i| present[i]) {
        if let Some(count) = column.word(i).and_then(|word| counts.get_mut(word as usize)) {
            *count += 1;
        }
    }
    let least = if masked { SHARED } else { 1 };
    let mut words: Vec<u32> = (0..counts.len() as u32).filter(|&w| counts[w as usize] >= least).collect();
    // Words are in the order of their bytes: among equally frequent ones that order stays.
    order::by(&mut words, |&a, &b| counts[b as usize].cmp(&counts[a as usize]).then(a.cmp(&b)));
    let more = words.len() > MOST_WORDS;
    words.truncate(MOST_WORDS);
    (words.into_iter().map(|word| column.words.text(word)).collect(), more)
}

/// Whether a condition holds of customer `i`.
type Holds<'a> = Box<dyn Fn(usize) -> bool + 'a>;

/// A test with what it compares with.
#[derive(Clone, Copy)]
enum Test<'a> {
    AtLeast(f64),
    AtMost(f64),
    Equals(f64),
    From(Day),
    Until(Day),
    Is(&'a [String]),
    IsNot(&'a [String]),
    Contains(&'a str),
    Known,
    Missing,
}

impl OwnCondition {
    /// `None` where it lacks what to compare with.
    fn test(&self) -> Option<Test<'_>> {
        let number = || self.number.filter(|number| number.is_finite());
        let words = || (!self.words.is_empty()).then_some(self.words.as_slice());
        Some(match self.test {
            OwnTestId::AtLeast => Test::AtLeast(number()?),
            OwnTestId::AtMost => Test::AtMost(number()?),
            OwnTestId::Equals => Test::Equals(number()?),
            OwnTestId::From => Test::From(self.day?),
            OwnTestId::Until => Test::Until(self.day?),
            OwnTestId::Is => Test::Is(words()?),
            OwnTestId::IsNot => Test::IsNot(words()?),
            OwnTestId::Contains => Test::Contains(self.words.first().filter(|text| !text.is_empty())?),
            OwnTestId::Known => Test::Known,
            OwnTestId::Missing => Test::Missing,
        })
    }

    fn holds<'a>(&'a self, analysis: &'a Analysis) -> Result<Holds<'a>, OwnProblem> {
        match (self.figure, &self.column, self.test()) {
            (Some(figure), None, Some(test)) => of_figure(analysis, figure, test),
            (None, Some(name), Some(test)) => of_column(analysis, name, self.measure, test),
            _ => Err(problem(OwnProblemCode::Malformed, "")),
        }
    }
}

fn of_figure<'a>(
    analysis: &'a Analysis,
    figure: OwnFigureId,
    test: Test<'a>,
) -> Result<Holds<'a>, OwnProblem> {
    let values = Values::of(analysis, figure);
    let named = || identifier(&figure);
    let n = analysis.customers.len();
    if !matches!(test, Test::Missing) && !(0..n).any(|i| values.is_known(i)) {
        return Err(problem(OwnProblemCode::NotKnown, named()));
    }
    let found: Result<Holds<'a>, String> = match (test, values) {
        (Test::Known, values) => Ok(Box::new(move |i| values.is_known(i))),
        (Test::Missing, values) => Ok(Box::new(move |i| !values.is_known(i))),
        (test, Values::Numbers(number)) => numbers(test, number).ok_or_else(named),
        (test, Values::Days(day)) => days(test, day).ok_or_else(named),
        (Test::Is(wanted) | Test::IsNot(wanted), Values::Choice(code, words)) => {
            if let Some(unknown) = wanted.iter().find(|word| !words.contains(word)) {
                return Err(problem(OwnProblemCode::UnknownWord, unknown));
            }
            let wants = matches!(test, Test::Is(_));
            let among: Vec<bool> = words.iter().map(|word| wanted.contains(word) == wants).collect();
            Ok(Box::new(move |i| code(i).is_some_and(|code| among.get(usize::from(code)) == Some(&true))))
        }
        _ => Err(named()),
    };
    found.map_err(|figure| problem(OwnProblemCode::WrongTest, figure))
}

fn of_column<'a>(
    analysis: &'a Analysis,
    name: &'a str,
    measure: Option<Measure>,
    test: Test<'a>,
) -> Result<Holds<'a>, OwnProblem> {
    let fits = |a: &&Attribute| a.column.name == name && measure.is_none_or(|m| m == a.measure);
    let attribute = analysis.customers.attributes.iter().find(fits);
    let column = &*attribute.ok_or_else(|| problem(OwnProblemCode::UnknownColumn, name))?.column;
    let wrong = || problem(OwnProblemCode::WrongTest, name);
    let known = |i: usize| column.word(i).is_some() || column.measure(i).is_some();
    match (test, column.kind) {
        (Test::Known, _) => Ok(Box::new(known)),
        (Test::Missing, _) => Ok(Box::new(move |i| !known(i))),
        (test, CellKind::Numbers) => numbers(test, Box::new(|i| column.number(i))).ok_or_else(wrong),
        (test, CellKind::Days) => days(test, Box::new(|i| column.day(i))).ok_or_else(wrong),
        (test, CellKind::Words) => {
            // Every word is looked at once, not every customer's.
            let fits: Box<dyn Fn(&str) -> bool> = match test {
                Test::Is(words) => Box::new(|text| words.iter().any(|word| word == text)),
                Test::IsNot(words) => Box::new(|text| !words.iter().any(|word| word == text)),
                Test::Contains(part) => {
                    let part = part.to_lowercase();
                    Box::new(move |text| text.to_lowercase().contains(&part))
                }
                _ => return Err(wrong()),
            };
            let among: Vec<bool> =
                (0..column.words.len() as u32).map(|word| fits(&column.words.text(word))).collect();
            Ok(Box::new(move |i| column.word(i).is_some_and(|word| among.get(word as usize) == Some(&true))))
        }
    }
}

/// `None` where the test is none for numbers.
fn numbers<'a>(test: Test<'a>, number: Box<dyn Fn(usize) -> Option<f64> + 'a>) -> Option<Holds<'a>> {
    match test {
        Test::AtLeast(least) => Some(Box::new(move |i| number(i).is_some_and(|value| value >= least))),
        Test::AtMost(most) => Some(Box::new(move |i| number(i).is_some_and(|value| value <= most))),
        Test::Equals(wanted) => Some(Box::new(move |i| number(i) == Some(wanted))),
        _ => None,
    }
}

/// `None` where the test is none for days.
fn days<'a>(test: Test<'a>, day: Box<dyn Fn(usize) -> Option<Day> + 'a>) -> Option<Holds<'a>> {
    match test {
        Test::From(first) => Some(Box::new(move |i| day(i).is_some_and(|value| value >= first))),
        Test::Until(last) => Some(Box::new(move |i| day(i).is_some_and(|value| value <= last))),
        _ => None,
    }
}

/// Every figure, in the order in which the page lists them.
pub const ALL: [OwnFigureId; 28] = [
    OwnFigureId::RecencyDays,
    OwnFigureId::Orders,
    OwnFigureId::Net,
    OwnFigureId::Gross,
    OwnFigureId::Refunds,
    OwnFigureId::FirstOrder,
    OwnFigureId::LastOrder,
    OwnFigureId::UsualGap,
    OwnFigureId::Overdue,
    OwnFigureId::RecencyScore,
    OwnFigureId::FrequencyScore,
    OwnFigureId::MonetaryScore,
    OwnFigureId::Segment,
    OwnFigureId::Action,
    OwnFigureId::Stage,
    OwnFigureId::Nes,
    OwnFigureId::Cluster,
    OwnFigureId::ValueIndex,
    OwnFigureId::ValueTier,
    OwnFigureId::PotentialValue,
    OwnFigureId::PotentialTier,
    OwnFigureId::PAlive,
    OwnFigureId::PBuy,
    OwnFigureId::ExpectedOrders,
    OwnFigureId::ExpectedValue,
    OwnFigureId::Risk,
    OwnFigureId::RiskBand,
    OwnFigureId::ValueAtRisk,
];

/// A figure of all customers.
enum Values<'a> {
    Numbers(Box<dyn Fn(usize) -> Option<f64> + 'a>),
    Days(Box<dyn Fn(usize) -> Option<Day> + 'a>),
    /// Places in a list of words.
    Choice(Box<dyn Fn(usize) -> Option<u8> + 'a>, Vec<String>),
}

impl<'a> Values<'a> {
    fn is_known(&self, i: usize) -> bool {
        match self {
            Values::Numbers(number) => number(i).is_some(),
            Values::Days(day) => day(i).is_some(),
            Values::Choice(code, _) => code(i).is_some(),
        }
    }

    fn of(analysis: &'a Analysis, figure: OwnFigureId) -> Values<'a> {
        let c = &analysis.customers;
        // `u32::MAX` for whoever has no order: behind the end of every column of buyers.
        let place = |i: usize| analysis.place.get(i).map_or(usize::MAX, |&p| p as usize);
        let expected = |column: fn(&Columns) -> &Vec<Option<f64>>| {
            let column = analysis.models.as_ref().map(|models| column(&models.columns));
            Values::Numbers(Box::new(move |i| column?.get(i).copied().flatten()))
        };
        let score = |axis: usize| -> Values<'a> {
            let codes = analysis.scores.as_ref().map(|scores| &scores.rfm);
            Values::Numbers(Box::new(move |i| Some(f64::from(*codes?.get(place(i))?.get(axis)?))))
        };
        let warned = |value: fn(&Warning, usize) -> Option<f64>| {
            let warning = analysis.warning.as_ref();
            Values::Numbers(Box::new(move |i| value(warning?, place(i))))
        };
        match figure {
            OwnFigureId::Orders => Values::Numbers(Box::new(|i| {
                c.orders.get(i).filter(|_| c.orders_known).map(|&orders| f64::from(orders))
            })),
            OwnFigureId::Net => Values::Numbers(Box::new(|i| Some(c.net(i).to_f64()))),
            OwnFigureId::Gross => Values::Numbers(Box::new(|i| c.gross.get(i).map(|money| money.to_f64()))),
            OwnFigureId::Refunds => {
                Values::Numbers(Box::new(|i| c.refunds.get(i).map(|money| money.to_f64())))
            }
            OwnFigureId::RecencyDays => {
                Values::Numbers(Box::new(|i| c.recency.get(i).copied().flatten().map(f64::from)))
            }
            OwnFigureId::Overdue => Values::Numbers(Box::new(|i| c.overdue(i))),
            OwnFigureId::UsualGap => {
                Values::Numbers(Box::new(|i| c.rhythm.get(i)?.map(|rhythm| rhythm.median)))
            }
            OwnFigureId::FirstOrder => Values::Days(Box::new(|i| c.first_order.get(i).copied().flatten())),
            OwnFigureId::LastOrder => Values::Days(Box::new(|i| c.last_order.get(i).copied().flatten())),
            OwnFigureId::RecencyScore => score(0),
            OwnFigureId::FrequencyScore => score(1),
            OwnFigureId::MonetaryScore => score(2),
            OwnFigureId::Segment => Values::Choice(
                Box::new(move |i| analysis.named.get(place(i)).map(|(segment, _)| *segment as u8)),
                words(named::ALL.map(|id: SegmentId| (id as u8, identifier(&id)))),
            ),
            OwnFigureId::Action => Values::Choice(
                Box::new(move |i| {
                    analysis.named.get(place(i)).map(|(segment, _)| named::action(*segment) as u8)
                }),
                words(named::ACTIONS.map(|id: ActionId| (id as u8, identifier(&id)))),
            ),
            OwnFigureId::Stage => Values::Choice(
                Box::new(move |i| analysis.stages.get(place(i)).copied().flatten().map(|stage| stage as u8)),
                words(lifecycle::ALL.map(|id: Stage| (id as u8, identifier(&id)))),
            ),
            OwnFigureId::Nes => Values::Choice(
                Box::new(move |i| analysis.nes.get(place(i)).copied().flatten().map(|state| state as u8)),
                words(nes::ALL.map(|id: Nes| (id as u8, identifier(&id)))),
            ),
            OwnFigureId::Cluster => {
                let labels = analysis.grouping.as_ref().map(|grouping| &grouping.labels);
                Values::Numbers(Box::new(move |i| labels?.get(place(i)).map(|&label| f64::from(label) + 1.0)))
            }
            OwnFigureId::ValueIndex => {
                Values::Numbers(Box::new(move |i| analysis.index.get(place(i)).copied()))
            }
            OwnFigureId::ValueTier => Values::Choice(
                Box::new(move |i| analysis.tiers.value.get(place(i)).map(|&tier| tier as u8)),
                words(
                    [ValueTier::High, ValueTier::Medium, ValueTier::Low]
                        .map(|id| (id as u8, identifier(&id))),
                ),
            ),
            OwnFigureId::PotentialValue => Values::Numbers(Box::new(move |i| {
                analysis.tiers.potential_value.get(place(i)).map(|money| money.to_f64())
            })),
            OwnFigureId::PotentialTier => Values::Choice(
                Box::new(move |i| analysis.tiers.potential.get(place(i)).map(|&tier| tier as u8)),
                words(
                    [PotentialTier::Gold, PotentialTier::Potential, PotentialTier::General]
                        .map(|id| (id as u8, identifier(&id))),
                ),
            ),
            OwnFigureId::PAlive => expected(|columns| &columns.p_alive),
            OwnFigureId::PBuy => expected(|columns| &columns.p_buy),
            OwnFigureId::ExpectedOrders => expected(|columns| &columns.expected_orders),
            OwnFigureId::ExpectedValue => expected(|columns| &columns.expected_value),
            OwnFigureId::Risk => warned(|warning, p| warning.risk.get(p).copied().flatten()),
            OwnFigureId::RiskBand => {
                let bands = analysis.warning.as_ref().map(|warning| &warning.band);
                Values::Choice(
                    Box::new(move |i| bands?.get(place(i)).copied().flatten().map(|band| band as u8)),
                    words(
                        [RiskBand::Red, RiskBand::Amber, RiskBand::Green]
                            .map(|id| (id as u8, identifier(&id))),
                    ),
                )
            }
            OwnFigureId::ValueAtRisk => {
                warned(|warning, p| warning.at_risk.get(p).copied().flatten().map(|money| money.to_f64()))
            }
        }
    }
}

/// The words of an enumeration at the places of its codes.
fn words<const N: usize>(all: [(u8, String); N]) -> Vec<String> {
    let mut words = vec![String::new(); N];
    for (code, word) in all {
        if let Some(slot) = words.get_mut(usize::from(code)) {
            *slot = word;
        }
    }
    words
}
