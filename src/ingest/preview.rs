//! What the file seems to be, before it is read: layout, columns, roles, and the questions that only a person can answer.
//!
//! [`preview`] looks at the head of the file and gives two things: a [`Preview`] for people and a [`Plan`] for the
//! ledger. A missing customer or date does not fail it, because then the page must show the columns to choose from;
//! [`Plan::check`] is what refuses.

use std::collections::BTreeMap;

use serde::Serialize;

use super::amount::{self, AmountFormat, DetectedAmount};
use super::date::{self, DateFormat, DetectedDate};
use super::head::Head;
use super::profile::{Kind, Profile, is_total};
use super::role::{self, Casting, Reason};
use crate::error::{Code, Error, Result};
use crate::settings::{DateOrder, DecimalMark, Formats, Mapping, Role, Settings, Shape};
use crate::units::Day;

/// Rows shown.
const ROWS: usize = 8;
/// Sample cells with a question.
const SAMPLES: usize = 3;
/// Other columns offered for a role.
const ALTERNATIVES: usize = 5;
/// Years from the middle date beyond which a date is asked about.
const FAR_DAYS: i32 = 20 * 365;

/// What the head of the file says.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(into_wasm_abi))]
pub struct Preview {
    /// Label of the encoding.
    pub encoding: String,
    /// Nothing speaks for another encoding.
    pub encoding_sure: bool,
    /// The text was damaged before it came here.
    pub damaged: bool,
    /// Character between cells.
    pub delimiter: char,
    /// Whether the columns have names in the file.
    pub header: bool,
    /// Records above the header.
    pub skip: u32,
    /// What a row is.
    pub shape: Shape,
    /// The columns, in the order of the file.
    pub columns: Vec<ColumnView>,
    /// The roles that a row of this shape can have.
    pub roles: Vec<RoleView>,
    /// The column of each role that is played.
    pub mapping: Mapping,
    /// First rows as read.
    pub rows: Vec<Vec<String>>,
    /// What only a person can answer.
    pub questions: Vec<Question>,
    /// Nothing to ask and nothing missing: the report can follow at once.
    pub sure: bool,
    /// Required roles that no column plays.
    pub missing: Vec<Role>,
}

/// A column as the page shows it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ColumnView {
    /// Its name.
    pub name: String,
    /// What most of its cells are.
    pub kind: Kind,
    /// Share of rows with something in it, 0 to 1.
    pub filled_share: f64,
    /// Different values in the rows looked at.
    pub distinct: u32,
    /// Up to three of them.
    pub samples: Vec<String>,
    /// How it reads as dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DetectedDate>,
    /// How it reads as amounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<DetectedAmount>,
}

/// A role as the page shows it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct RoleView {
    /// The role.
    pub role: Role,
    /// The column that plays it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// How well its header fits, 0 to 1.
    pub name_score: f64,
    /// How well its values fit, 0 to 1.
    pub value_score: f64,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Other columns that could play it, best first.
    pub alternatives: Vec<String>,
}

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
    /// Another encoding would read the bytes as well.
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

/// What the ledger needs to read a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What a row is.
    pub shape: Shape,
    /// The columns that are read, in the order of the roles.
    pub columns: Vec<PlanColumn>,
}

/// One column that is read.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanColumn {
    /// What it means.
    pub role: Role,
    /// Where it is in a row, from 0.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// How its cells are read.
    pub reading: Reading,
}

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As they are.
    Text,
    /// As dates.
    Date(DateFormat),
    /// As amounts; quantities and counts too.
    Amount(AmountFormat),
}

impl Plan {
    /// The column of a role.
    pub fn column(&self, role: Role) -> Option<&PlanColumn> {
        self.columns.iter().find(|column| column.role == role)
    }

    /// Refuses a file from which no report can be made.
    ///
    /// # Errors
    ///
    /// [`Code::NoCustomerColumn`], [`Code::NoDateColumn`] or [`Code::NoAmountColumn`], the first that applies. A table of
    /// customers may do without the customer (each row is one), but not without any figure about them.
    pub fn check(&self) -> Result<()> {
        match missing(self.shape, |role| self.column(role).is_some()).first() {
            Some(Role::Customer) => Err(Error::new(Code::NoCustomerColumn)),
            Some(Role::Date) => Err(Error::new(Code::NoDateColumn)),
            Some(_) => Err(Error::new(Code::NoAmountColumn)),
            None => Ok(()),
        }
    }
}

/// The required roles that nobody plays.
fn missing(shape: Shape, played: impl Fn(Role) -> bool) -> Vec<Role> {
    match shape {
        Shape::Orders => {
            let priced = played(Role::Quantity) && played(Role::UnitPrice);
            [Role::Customer, Role::Date, Role::Amount]
                .into_iter()
                .filter(|role| !played(*role) && !(*role == Role::Amount && priced))
                .collect()
        }
        Shape::Customers => {
            let figures = [
                Role::Monetary,
                Role::Frequency,
                Role::Recency,
                Role::Tenure,
                Role::LastOrder,
                Role::FirstOrder,
                Role::Since,
                Role::Churned,
                Role::Satisfaction,
                Role::Nps,
            ];
            if figures.into_iter().any(played) { Vec::new() } else { vec![Role::Monetary] }
        }
    }
}

/// Looks at the head of a file.
///
/// # Errors
///
/// [`Code::UnknownColumn`] where the settings name a column that is not there.
pub fn preview(head: &Head, settings: &Settings) -> Result<(Preview, Plan)> {
    let mut fixed = BTreeMap::new();
    for (role, name) in &settings.mapping {
        let index = head.names.iter().position(|n| n == name);
        let index = index.ok_or_else(|| Error::new(Code::UnknownColumn).value(name))?;
        fixed.insert(*role, index);
    }
    let mut profiles: Vec<Profile> = head
        .names
        .iter()
        .enumerate()
        .map(|(index, name)| Profile::new(name, index, &head.rows, &settings.formats))
        .collect();
    let shape =
        settings.formats.shape.or_else(|| told_shape(settings)).unwrap_or_else(|| role::shape(&profiles));
    let casting = role::cast(&profiles, shape, !head.layout.dialect.header, &fixed, &settings.without);
    agree(&mut profiles, &casting, head, &settings.formats);

    let columns: Vec<PlanColumn> = casting
        .chosen
        .iter()
        .filter_map(|(role, index)| {
            let profile = profiles.get(*index)?;
            let reading = reading(*role, profile, &settings.formats);
            Some(PlanColumn { role: *role, index: *index, name: profile.name.clone(), reading })
        })
        .collect();
    let plan = Plan { shape, columns };
    let missing = missing(shape, |role| plan.column(role).is_some());
    let questions = questions(head, settings, &profiles, &casting);
    let layout = &head.layout;
    let preview = Preview {
        encoding: layout.encoding.label().to_string(),
        encoding_sure: layout.encoding_sure,
        damaged: layout.damaged,
        delimiter: char::from(layout.dialect.delimiter),
        header: layout.dialect.header,
        skip: layout.dialect.skip,
        shape,
        roles: role::roles(shape).map(|role| role_view(role, &casting, &profiles)).collect(),
        mapping: plan.columns.iter().map(|c| (c.role, c.name.clone())).collect(),
        rows: head.rows.iter().take(ROWS).cloned().collect(),
        sure: questions.is_empty() && missing.is_empty(),
        questions,
        missing,
        columns: profiles.into_iter().map(ColumnView::from).collect(),
    };
    Ok((preview, plan))
}

/// The shape that the roles given by a person imply.
fn told_shape(settings: &Settings) -> Option<Shape> {
    let told = |roles: &[Role]| roles.iter().any(|role| settings.mapping.contains_key(role));
    if told(&[Role::Date, Role::Amount, Role::Quantity, Role::UnitPrice, Role::OrderId]) {
        Some(Shape::Orders)
    } else if told(&[Role::Recency, Role::Frequency, Role::Monetary, Role::LastOrder, Role::Tenure]) {
        Some(Shape::Customers)
    } else {
        None
    }
}

impl From<Profile> for ColumnView {
    fn from(profile: Profile) -> Self {
        ColumnView {
            filled_share: profile.filled_share(),
            distinct: u32::try_from(profile.distinct).unwrap_or(u32::MAX),
            name: profile.name,
            kind: profile.kind,
            samples: profile.samples,
            date: profile.date,
            amount: profile.amount,
        }
    }
}

fn role_view(role: Role, casting: &Casting, profiles: &[Profile]) -> RoleView {
    let name = |index: usize| profiles.get(index).map(|p| p.name.clone());
    let chosen = casting.chosen.get(&role).copied();
    let candidates = casting.ranked.get(&role).map_or(&[][..], Vec::as_slice);
    let own = candidates.iter().find(|c| Some(c.column) == chosen);
    RoleView {
        role,
        column: chosen.and_then(name),
        name_score: own.map_or(0.0, |c| c.name_score),
        value_score: own.map_or(0.0, |c| c.value_score),
        reasons: own.map(|c| c.reasons.clone()).unwrap_or_default(),
        alternatives: candidates
            .iter()
            .filter(|c| Some(c.column) != chosen && c.score > 0.0)
            .filter_map(|c| name(c.column))
            .take(ALTERNATIVES)
            .collect(),
    }
}

fn is_date(role: Role) -> bool {
    matches!(role, Role::Date | Role::Since | Role::FirstOrder | Role::LastOrder)
}

fn is_money(role: Role) -> bool {
    matches!(role, Role::Amount | Role::UnitPrice | Role::Refund | Role::Cost | Role::Monetary)
}

fn reading(role: Role, profile: &Profile, formats: &Formats) -> Reading {
    let date = || {
        let default = formats.date_order.unwrap_or(DateOrder::YearMonthDay);
        Reading::Date(profile.date.map_or(default.into(), |d| d.format))
    };
    let amount = || {
        let decimal = formats.decimal_mark.unwrap_or(DecimalMark::Point);
        Reading::Amount(profile.amount.as_ref().map_or(AmountFormat { decimal }, |a| a.format))
    };
    match role {
        _ if is_date(role) => date(),
        // A year of birth is text, a whole birthday a date.
        Role::Birthday if profile.date.is_some_and(|d| !d.plain_number) => date(),
        _ if is_money(role) => amount(),
        Role::Quantity | Role::Recency | Role::Frequency | Role::Tenure | Role::Satisfaction | Role::Nps => {
            amount()
        }
        // Money or a share here, a code there.
        Role::Discount if profile.number_share > 0.8 => amount(),
        _ => Reading::Text,
    }
}

/// A column that does not say how it is meant follows those of the same file that do.
fn agree(profiles: &mut [Profile], casting: &Casting, head: &Head, formats: &Formats) {
    let cells = |index: usize| {
        head.rows
            .iter()
            .filter(|row| !is_total(row))
            .filter_map(move |row| row.get(index))
            .map(String::as_str)
    };
    let played = |index: usize, kind: fn(Role) -> bool| {
        casting.chosen.iter().any(|(role, column)| *column == index && kind(*role))
    };
    let mut orders: Vec<DateOrder> = Vec::new();
    let mut marks: Vec<DecimalMark> = Vec::new();
    for (index, profile) in profiles.iter().enumerate() {
        if let Some(date) = profile.date.filter(|d| d.decided && d.share_read > 0.9) {
            orders.extend(date.format.order());
        }
        if let Some(amount) = profile.amount.as_ref().filter(|a| a.decided && a.share_read > 0.9) {
            if profile.kind != Kind::Date && played(index, |role| is_money(role) || role == Role::Discount) {
                marks.push(amount.format.decimal);
            }
        }
    }
    let order = orders.first().copied().filter(|first| orders.iter().all(|o| o == first));
    let mark = marks.first().copied().filter(|first| marks.iter().all(|m| m == first));
    for (index, profile) in profiles.iter_mut().enumerate() {
        if let (Some(order), true) = (order, profile.date.is_some_and(|d| d.ambiguous)) {
            profile.date = date::detect(cells(index), Some(order));
        }
        if profile.amount.as_ref().is_some_and(|a| a.ambiguous) {
            if mark.is_some() {
                profile.amount = amount::detect(cells(index), mark);
            } else if head.layout.dialect.delimiter == b';' && formats.decimal_mark.is_none() {
                // Semicolons are there because commas are taken. A hint only: it is still asked.
                profile.amount = amount::detect(cells(index), Some(DecimalMark::Comma))
                    .map(|a| DetectedAmount { ambiguous: true, ..a });
            }
        }
    }
}

fn questions(head: &Head, settings: &Settings, profiles: &[Profile], casting: &Casting) -> Vec<Question> {
    let mut questions = Vec::new();
    let name = |index: usize| profiles.get(index).map(|p| p.name.clone());
    if !head.layout.encoding_sure && settings.formats.encoding.is_none() {
        let cells = head.names.iter().chain(head.rows.iter().flatten());
        let samples = cells.filter(|cell| !cell.is_ascii()).take(SAMPLES).cloned().collect();
        questions.push(Question {
            code: QuestionCode::EncodingUnsure,
            column: None,
            samples,
            choices: Vec::new(),
        });
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
            if *role == Role::Date {
                let far = far_dates(head, *index, date.format);
                if !far.is_empty() {
                    ask(QuestionCode::FarDates, far, Vec::new());
                }
            }
        }
        if let Some(amount) = profile.amount.as_ref().filter(|_| is_money(*role)) {
            if amount.ambiguous {
                ask(QuestionCode::DecimalMarkAmbiguous, marked(head, *index), Vec::new());
            }
            if amount.currencies.len() > 1 {
                ask(QuestionCode::SeveralCurrencies, profile.samples.clone(), amount.currencies.clone());
            }
        }
        if *role == Role::Currency && profile.distinct > 1 {
            ask(QuestionCode::SeveralCurrencies, profile.samples.clone(), profile.samples.clone());
        }
    }
    questions
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
            .filter(|cell| day_first.read(cell.as_bytes()).ok() != month_first.read(cell.as_bytes()).ok()),
    )
}

/// Cells that are another number when point and comma are exchanged.
fn marked(head: &Head, index: usize) -> Vec<String> {
    let mut point = amount::Column::new(AmountFormat { decimal: DecimalMark::Point });
    let mut comma = amount::Column::new(AmountFormat { decimal: DecimalMark::Comma });
    distinct(
        column(head, index)
            .filter(|cell| point.read(cell.as_bytes()).ok() != comma.read(cell.as_bytes()).ok()),
    )
}

fn distinct<'a>(cells: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for cell in cells {
        if found.len() == SAMPLES {
            break;
        }
        if !found.contains(cell) {
            found.push(cell.clone());
        }
    }
    found
}

/// Cells whose dates lie far from the middle one, if they are few. One of them would move the as-of date.
fn far_dates(head: &Head, index: usize, format: DateFormat) -> Vec<String> {
    let mut reader = date::Column::new(format);
    let dated: Vec<(Day, &String)> = column(head, index)
        .filter_map(|cell| reader.read(cell.as_bytes()).ok().map(|moment| (moment.day, cell)))
        .collect();
    let mut days: Vec<Day> = dated.iter().map(|(day, _)| *day).collect();
    days.sort_unstable();
    let Some(middle) = days.get(days.len() / 2).copied() else { return Vec::new() };
    let far = dated.iter().filter(|(day, _)| (day.0 - middle.0).abs() > FAR_DAYS);
    if far.clone().count() * 20 > days.len() {
        return Vec::new();
    }
    distinct(far.map(|(_, cell)| *cell))
}
