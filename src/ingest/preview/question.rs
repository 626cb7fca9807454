//! What only a person can answer, and the cells that show why.

use serde::Serialize;

use super::plan::SummedColumns;
use super::{ALTERNATIVES, is_date, is_money};
use crate::ingest::alias::{self, Header};
use crate::ingest::amount::{self, AmountFormat};
use crate::ingest::date::{self, DateFormat};
use crate::ingest::head::Head;
use crate::ingest::profile::{Kind, Profile};
use crate::ingest::role::{self, Casting};
use crate::ledger::currency::{self, Currencies};
use crate::order;
use crate::settings::{DecimalMark, Role, Settings};
use crate::units::Day;

/// Sample cells with a question.
const SAMPLES: usize = 3;
/// Days from the middle date beyond which a date is asked about: 20 years.
pub const FAR_DAYS: i32 = 20 * 365;

/// What is asked, as a stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum QuestionCode {
    /// No row decides which part of a date is the day.
    DateOrderAmbiguous,
    /// No row decides whether 1.234 is a thousand.
    DecimalMarkAmbiguous,
    /// Several columns could be the customer, or the one was found by its values only.
    WhichCustomer,
    /// The same for the date.
    WhichDate,
    /// The same for the amount.
    WhichAmount,
    /// Amounts in several currencies can't be summed.
    SeveralCurrencies,
    /// Some dates lie far from all others.
    FarDates,
    /// No column is the money spent, or the number of orders, but several together may be: their sum.
    SumOfColumns,
    /// Another encoding would read the bytes as well, and letters of customers or products depend on it.
    EncodingUnsure,
}

/// Something only a person can answer. The answer goes into [`Settings`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Question {
    /// What is asked.
    pub code: QuestionCode,
    /// The column concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Up to three cells that show the problem.
    pub samples: Vec<String>,
    /// Possible answers: columns for a role, currencies seen.
    pub choices: Vec<String>,
}

/// The questions that a file leaves open, the layout first.
pub(super) fn questions(
    head: &Head,
    settings: &Settings,
    profiles: &[Profile],
    casting: &Casting,
) -> Vec<Question> {
    let mut questions = Vec::new();
    let name = |index: usize| profiles.get(index).map(|p| p.name.clone());
    if !head.layout.encoding_sure && settings.formats.encoding.is_none() && !is_borne_out(head) {
        // Only where it changes who a customer is, or what something is called.
        let texts = casting.chosen.iter().filter(|(role, _)| !is_date(**role) && !is_money(**role));
        let cells = texts.flat_map(|(_, index)| column(head, *index));
        let samples = distinct(cells.filter(|cell| !cell.is_ascii()).cloned(), SAMPLES);
        if !samples.is_empty() {
            let code = QuestionCode::EncodingUnsure;
            questions.push(Question { code, column: None, samples, choices: Vec::new() });
        }
    }
    for (role, code) in [
        (Role::Customer, QuestionCode::WhichCustomer),
        (Role::Date, QuestionCode::WhichDate),
        (Role::Amount, QuestionCode::WhichAmount),
    ] {
        let Some(index) = casting.chosen.get(&role).copied() else { continue };
        if settings.mapping.contains_key(&role) {
            continue;
        }
        let mut choices = role::rivals(casting, role, &head.rows);
        if casting.guessed.contains(&role) {
            let dialect = &head.layout.dialect;
            let candidates = casting.ranked.get(&role).map_or(&[][..], Vec::as_slice);
            let other = |column: usize| {
                let Some(profile) = profiles.get(column) else { return false };
                match role {
                    Role::Date => profile.kind == Kind::Date,
                    // Where nothing has a name, the only column with cents is the money.
                    Role::Amount => profile.has_fractions() || dialect.header && profile.number_share > 0.8,
                    _ => candidates.iter().any(|c| c.column == column && c.value_score >= 0.5),
                }
            };
            choices.extend(
                candidates.iter().map(|c| c.column).filter(|c| *c != index && other(*c)).take(ALTERNATIVES),
            );
            // A header that was no help is a reason to ask even if nothing else would do.
            if choices.is_empty() && !dialect.header && role != Role::Customer {
                continue;
            }
        } else if choices.is_empty() {
            continue;
        }
        choices.insert(0, index);
        questions.push(Question {
            code,
            column: name(index),
            samples: profiles.get(index).map(|p| p.samples.clone()).unwrap_or_default(),
            choices: choices.into_iter().filter_map(name).collect(),
        });
    }
    for (role, index) in &casting.chosen {
        let Some(profile) = profiles.get(*index) else { continue };
        let mut ask = |code, samples, choices| {
            questions.push(Question { code, column: Some(profile.name.clone()), samples, choices });
        };
        if let Some(date) = profile.date.filter(|_| is_date(*role)) {
            if date.ambiguous {
                ask(QuestionCode::DateOrderAmbiguous, exchangeable(head, *index), Vec::new());
            }
            if *role == Role::Date && settings.formats.far_dates.is_none() {
                let (far, _) = far_dates(head, *index, date.format);
                if !far.is_empty() {
                    ask(QuestionCode::FarDates, far, Vec::new());
                }
            }
        }
        if let Some(amount) = profile.amount.as_ref().filter(|_| is_money(*role)) {
            if amount.ambiguous {
                ask(QuestionCode::DecimalMarkAmbiguous, marked(head, *index), Vec::new());
            }
            if settings.formats.currency.is_none() && several(&amount.currencies) {
                ask(QuestionCode::SeveralCurrencies, profile.samples.clone(), amount.currencies.clone());
            }
        }
        if *role == Role::Currency && settings.formats.currency.is_none() {
            let named = distinct(column(head, *index).filter_map(|cell| currency::named(cell)), ALTERNATIVES);
            if several(&named) {
                ask(QuestionCode::SeveralCurrencies, profile.samples.clone(), named);
            }
        }
    }
    questions
}

/// The question whether columns add up; one for all sums. The answer goes into `settings.sums`.
pub(super) fn summed(sums: &[SummedColumns]) -> Option<Question> {
    let names: Vec<String> = sums.iter().flat_map(SummedColumns::names).collect();
    let question = Question {
        code: QuestionCode::SumOfColumns,
        column: None,
        samples: names.iter().take(SAMPLES).cloned().collect(),
        choices: names.clone(),
    };
    (!names.is_empty()).then_some(question)
}

/// Whether a header beyond ASCII is a word of the dictionary: in a wrong encoding none would be.
fn is_borne_out(head: &Head) -> bool {
    let mut beyond = head.names.iter().filter(|name| !alias::key(name).is_ascii());
    beyond.any(|name| {
        let header = Header::new(name);
        Role::ALL.into_iter().any(|role| matches!(header.fit(role), (score, true) if score >= 0.5))
    })
}

fn column(head: &Head, index: usize) -> impl Iterator<Item = &String> {
    head.rows.iter().filter_map(move |row| row.get(index))
}

/// Cells that are another day when day and month are exchanged.
fn exchangeable(head: &Head, index: usize) -> Vec<String> {
    let mut day_first = date::Column::new(DateFormat::DayMonthYear);
    let mut month_first = date::Column::new(DateFormat::MonthDayYear);
    distinct(
        column(head, index)
            .filter(|cell| day_first.read(cell.as_bytes()).ok() != month_first.read(cell.as_bytes()).ok())
            .cloned(),
        SAMPLES,
    )
}

/// Cells that are another number when point and comma are exchanged.
fn marked(head: &Head, index: usize) -> Vec<String> {
    let mut point = amount::Column::new(AmountFormat { decimal: DecimalMark::Point });
    let mut comma = amount::Column::new(AmountFormat { decimal: DecimalMark::Comma });
    distinct(
        column(head, index)
            .filter(|cell| point.read(cell.as_bytes()).ok() != comma.read(cell.as_bytes()).ok())
            .cloned(),
        SAMPLES,
    )
}

/// The first different ones, at most so many.
fn distinct(cells: impl Iterator<Item = String>, most: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for cell in cells {
        if found.len() == most {
            break;
        }
        if !found.contains(&cell) {
            found.push(cell);
        }
    }
    found
}

/// Whether these are the names of more than one currency.
fn several(currencies: &[String]) -> bool {
    currencies.first().is_some_and(|first| currencies.iter().any(|other| !currency::alike(first, other)))
}

/// The currency of most rows, where a column or the amounts name any.
pub(super) fn main_currency(head: &Head, profiles: &[Profile], casting: &Casting) -> Option<String> {
    let of = |role: Role| casting.chosen.get(&role).copied();
    let mut found = Currencies::default();
    if let Some(index) = of(Role::Currency) {
        for named in column(head, index).filter_map(|cell| currency::named(cell)) {
            found.takes(&named);
        }
    } else {
        let index = of(Role::Amount).or(of(Role::UnitPrice))?;
        let mut reader = amount::Column::new(profiles.get(index)?.amount.as_ref()?.format);
        for cell in column(head, index) {
            if reader.read(cell.as_bytes()).is_ok()
                && let Some(currency) = reader.currency()
            {
                found.takes(currency);
            }
        }
    }
    found.finish().1.into_iter().next().map(|most| most.currency)
}

/// The first and last day that do not lie far from the middle one, where some of the dates do.
pub(super) fn near(head: &Head, profiles: &[Profile], casting: &Casting) -> Option<(Day, Day)> {
    let index = *casting.chosen.get(&Role::Date)?;
    let (far, middle) = far_dates(head, index, profiles.get(index)?.date?.format);
    let middle = middle.filter(|_| !far.is_empty())?;
    Some((Day(middle.0 - FAR_DAYS), Day(middle.0 + FAR_DAYS)))
}

/// Cells whose dates lie far from the middle one, if they are few, and that one. One of them would move the as-of date.
fn far_dates(head: &Head, index: usize, format: DateFormat) -> (Vec<String>, Option<Day>) {
    let mut reader = date::Column::new(format);
    let dated: Vec<(Day, &String)> = column(head, index)
        .filter_map(|cell| reader.read(cell.as_bytes()).ok().map(|moment| (moment.day, cell)))
        .collect();
    let mut days: Vec<Day> = dated.iter().map(|(day, _)| *day).collect();
    order::ascending(&mut days);
    let Some(middle) = days.get(days.len() / 2).copied() else { return (Vec::new(), None) };
    let far = dated.iter().filter(|(day, _)| (day.0 - middle.0).abs() > FAR_DAYS);
    if far.clone().count() * 20 > days.len() {
        return (Vec::new(), None);
    }
    (distinct(far.map(|(_, cell)| (*cell).clone()), SAMPLES), Some(middle))
}
