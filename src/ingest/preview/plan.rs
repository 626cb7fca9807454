//! How the ledger reads a row: which cell means what, and in which format.

use crate::error::{Code, Error, Result};
use crate::ingest::amount::AmountFormat;
use crate::ingest::date::DateFormat;
use crate::ingest::profile::{Kind, Profile};
use crate::settings::{Role, Settings, Shape};
use crate::units::Day;

/// What the ledger needs to read a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What a row is.
    pub shape: Shape,
    /// The columns that are read, in the order of the roles.
    pub columns: Vec<PlanColumn>,
    /// Columns without a role that are carried along, in the order of the file.
    pub others: Vec<OtherColumn>,
    /// Columns that together play a role.
    pub sums: Vec<SummedColumns>,
    /// The currency that is summed up where the file has several: the one a person has said, else that of most rows seen.
    pub currency: Option<String>,
    /// Where dates lie far from all others and are to be left out: the first and last day that are not.
    pub near: Option<(Day, Day)>,
    /// What a person has decided of the rows.
    pub rows: RowRules,
    /// Required roles whose column was found by its values only.
    pub guessed: Vec<Role>,
    /// Where a summary of a warehouse has the columns that no other table has ([`crate::sql::PAST`]); empty for any other file.
    pub past: Vec<usize>,
}

/// Columns that together play a role: their sum does.
#[derive(Clone, Debug, PartialEq)]
pub struct SummedColumns {
    /// The role.
    pub role: Role,
    /// Where the columns are, their names, and how they are read.
    pub parts: Vec<(usize, String, Reading)>,
}

impl SummedColumns {
    /// Names of the columns.
    pub fn names(&self) -> Vec<String> {
        self.parts.iter().map(|(_, name, _)| name.clone()).collect()
    }
}

/// What a person has decided of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowRules {
    /// The currency of the plan is theirs.
    pub currency_told: bool,
    /// Rows that repeat another are set aside.
    pub without_duplicates: bool,
    /// Customers written alike are one.
    pub merge_alike: bool,
}

/// One column without a role.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherColumn {
    /// Where it is in a row, from 0.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// How its cells are read.
    pub reading: Reading,
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

    /// Whether a column plays a role, or several together do.
    pub fn plays(&self, role: Role) -> bool {
        self.column(role).is_some() || self.sums.iter().any(|sum| sum.role == role)
    }

    /// Refuses a file from which no report can be made.
    ///
    /// # Errors
    ///
    /// [`Code::NoCustomerColumn`], [`Code::NoDateColumn`] or [`Code::NoAmountColumn`], the first that applies. A table of
    /// customers may do without the customer (each row is one), but not without any figure about them.
    pub fn check(&self) -> Result<()> {
        match missing(self.shape, |role| self.plays(role)).first() {
            Some(Role::Customer) => Err(Error::new(Code::NoCustomerColumn)),
            Some(Role::Date) => Err(Error::new(Code::NoDateColumn)),
            Some(_) => Err(Error::new(Code::NoAmountColumn)),
            None => Ok(()),
        }
    }
}

/// Columns carried along at most: a table of a thousand questions would only say that it has many.
const MOST_OTHERS: usize = 64;

/// The columns without a role that are carried along: those that a person has named, or of a customer table all that can
/// tell customers apart and are no numbering of them.
pub(super) fn others(
    profiles: &[Profile],
    columns: &[PlanColumn],
    shape: Shape,
    settings: &Settings,
) -> Vec<OtherColumn> {
    let tells = |p: &Profile| {
        let names = p.kind == Kind::Text && p.distinct_share() > 0.5 && p.distinct > 30;
        let same_length = p.kind == Kind::Integer && p.lengths.0 == p.lengths.1;
        let numbering = p.counter || p.label_share > 0.5 || (same_length && p.is_unique() && p.distinct > 30);
        !p.is_constant() && p.filled > 0 && !names && !numbering
    };
    let wanted = |p: &Profile| match &settings.attributes {
        Some(named) => named.contains(&p.name),
        None => shape == Shape::Customers && tells(p),
    };
    profiles
        .iter()
        .enumerate()
        .filter(|(index, p)| wanted(p) && !columns.iter().any(|column| column.index == *index))
        .map(|(index, p)| {
            let reading = match (p.kind, p.date, &p.amount) {
                (Kind::Date, Some(date), _) => Reading::Date(date.format),
                (Kind::Integer | Kind::Number, _, Some(amount)) => Reading::Amount(amount.format),
                _ => Reading::Text,
            };
            OtherColumn { index, name: p.name.clone(), reading }
        })
        .take(MOST_OTHERS)
        .collect()
}

/// The required roles that nobody plays.
pub(super) fn missing(shape: Shape, played: impl Fn(Role) -> bool) -> Vec<Role> {
    match shape {
        Shape::Orders => {
            let priced = played(Role::Quantity) && played(Role::UnitPrice);
            [Role::Customer, Role::Date, Role::Amount]
                .into_iter()
                .filter(|role| !(played(*role) || *role == Role::Amount && priced))
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
