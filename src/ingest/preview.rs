//! What the file seems to be, before it is read: layout, columns, roles, and the questions that only a person can answer.
//!
//! [`preview`] looks at the head of the file and gives two things: a [`Preview`] for people and a [`Plan`] for the
//! ledger. A missing customer or date does not fail it, because then the page must show the columns to choose from;
//! [`Plan::check`] is what refuses.

mod plan;
mod question;
mod summary;
mod sums;

use std::collections::BTreeMap;

use serde::Serialize;

use super::amount::{self, AmountFormat, DetectedAmount};
use super::date::{self, DetectedDate};
use super::head::Head;
use super::profile::{Kind, Profile, is_total};
use super::role::{self, Casting, RoleReason};
use crate::error::{Code, Error, Result};
use crate::settings::{
    AlikeNames, DateOrder, DecimalMark, Duplicates, FarDates, Formats, Mapping, Role, Settings, Shape,
};
pub use plan::{OtherColumn, Plan, PlanColumn, Reading, RowRules, SummedColumns};
pub use question::{FAR_DAYS, Question, QuestionCode};

use plan::{missing, others};
use question::{main_currency, near, questions};

/// Rows shown.
const ROWS: usize = 8;
/// Other columns offered for a role.
const ALTERNATIVES: usize = 5;

/// What the head of the file says.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(hashmap_as_object))]
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
    /// Roles that several columns play together: their sum does.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Partial<Record<Role, string[]>>"))]
    pub sums: BTreeMap<Role, Vec<String>>,
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
    pub reasons: Vec<RoleReason>,
    /// Other columns that could play it, best first.
    pub alternatives: Vec<String>,
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
    let summary = summary::Summary::find(&head.names, settings);
    let summed_shape = summary.as_ref().map(|summary| {
        fixed.extend(summary.roles.iter().map(|(role, index)| (*role, *index)));
        Shape::Customers
    });
    let past = summary.map(|summary| summary.past).unwrap_or_default();
    let mut profiles: Vec<Profile> = head
        .names
        .iter()
        .enumerate()
        .map(|(index, name)| Profile::new(name, index, &head.rows, &settings.formats))
        .collect();
    let shape = settings.formats.shape.or(summed_shape).or_else(|| told_shape(settings));
    let shape = shape.unwrap_or_else(|| role::shape(&profiles));
    let mut casting = role::cast(&profiles, shape, !head.layout.dialect.header, &fixed, &settings.without);
    casting.chosen.retain(|_, index| !past.contains(index));
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
    let mut others = others(&profiles, &columns, shape, settings);
    others.retain(|column| !past.contains(&column.index));
    let formats = &settings.formats;
    let sums = sums::sums(&profiles, &columns, shape, settings);
    let plan = Plan {
        shape,
        columns,
        others,
        sums,
        currency: formats.currency.clone().or_else(|| main_currency(head, &profiles, &casting)),
        near: near(head, &profiles, &casting).filter(|_| formats.far_dates == Some(FarDates::SetAside)),
        rows: RowRules {
            currency_told: formats.currency.is_some(),
            without_duplicates: formats.duplicates == Some(Duplicates::SetAside),
            merge_alike: formats.alike == Some(AlikeNames::Merge),
        },
        guessed: casting.guessed.clone(),
        past,
    };
    let missing = missing(shape, |role| plan.plays(role));
    let mut questions = questions(head, settings, &profiles, &casting);
    if settings.sums.is_none() {
        questions.extend(question::summed(&plan.sums));
    }
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
        sums: plan.sums.iter().map(|sum| (sum.role, sum.names())).collect(),
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
    matches!(role, Role::Date | Role::Since | Role::LastContact | Role::FirstOrder | Role::LastOrder)
}

fn is_money(role: Role) -> bool {
    matches!(
        role,
        Role::Amount
            | Role::UnitPrice
            | Role::Refund
            | Role::Cost
            | Role::Margin
            | Role::Monetary
            | Role::BalanceBefore
    )
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
        Role::Quantity
        | Role::Recency
        | Role::Frequency
        | Role::Tenure
        | Role::Satisfaction
        | Role::Nps
        | Role::Tickets => amount(),
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
        if let Some(amount) = profile.amount.as_ref().filter(|a| a.decided && a.share_read > 0.9)
            && profile.kind != Kind::Date
            && played(index, |role| is_money(role) || role == Role::Discount)
        {
            marks.push(amount.format.decimal);
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
