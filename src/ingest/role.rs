//! Which column plays which role.
//!
//! Two things speak for a column: its header ([`Header::fit`]) and its values ([`Profile`]). They are scored apart and
//! kept apart, so that the page can say why. A header without fitting values is never believed (a column named
//! `Payment Date` may hold numbers), and values without a header only where nothing else is left: `id` is half of all
//! headers, and text that repeats need not be a customer.
//!
//! One column plays one role. Within a role the better word wins: payment time before creation time, the amount paid
//! before the list total.

mod shape;
mod values;

use std::collections::BTreeMap;

use serde::Serialize;
use std::collections::HashMap;

use super::alias::Header;
use super::profile::{Kind, Profile};
use crate::order;
use crate::settings::{Role, Shape};
pub use shape::shape;
use values::value_score;

/// Why a column was proposed, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum RoleReasonCode {
    /// The header is a known word for the role.
    HeaderKnown,
    /// The header contains one.
    HeaderContains,
    /// `share` of the cells are dates.
    ValuesAreDates,
    /// `share` of the cells are numbers.
    ValuesAreNumbers,
    /// `share` of the cells are whole numbers.
    ValuesAreWhole,
    /// `share` of the cells are known states of an order.
    ValuesAreStates,
    /// `share` of the cells are e-mail addresses.
    ValuesAreEmails,
    /// `share` of the cells are telephone numbers.
    ValuesArePhones,
    /// `share` of the cells are the first of their kind; the others repeat.
    ValuesRepeat,
    /// Every row has another value.
    UniquePerRow,
    /// The values count the rows.
    RowNumber,
    /// Few different values.
    FewDistinct,
    /// The same value in every row.
    Constant,
    /// `share` of the amounts are negative.
    NegativeSeen,
    /// Only `share` of the rows have a value.
    PartlyEmpty,
    /// The header fits, the values do not.
    ValuesDoNotFit,
}

/// One reason, with the share of cells it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct RoleReason {
    /// What it is.
    pub code: RoleReasonCode,
    /// Share, 0 to 1, where the reason has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
}

/// A column considered for a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Index of the column.
    pub column: usize,
    /// How well the header fits, 0 to 1.
    pub name_score: f64,
    /// How well the values fit, 0 to 1.
    pub value_score: f64,
    /// Both together; 0 for a column that can't play the role.
    pub score: f64,
    /// Why.
    pub reasons: Vec<RoleReason>,
}

/// The proposal: for each role the columns considered, best first, and the one chosen.
#[derive(Clone, Debug, Default)]
pub struct Casting {
    /// What a row is.
    pub shape: Shape,
    /// The columns chosen.
    pub chosen: BTreeMap<Role, usize>,
    /// All candidates of each role, best first.
    pub ranked: BTreeMap<Role, Vec<Candidate>>,
    /// The column of a required role was found by its values only, or stands in for a better one.
    pub guessed: Vec<Role>,
}

/// The header counts for more: values only tell kinds of columns apart, not meanings.
const NAME_WEIGHT: f64 = 0.6;
/// Values that fit less than this refute the header.
const FITTING: f64 = 0.3;
/// Headers that fit less than this say nothing.
const NAMED: f64 = 0.35;
/// The same for roles that a file can do without: `NumStorePurchases` is no channel because a store is in it.
const NAMED_OPTIONAL: f64 = 0.5;
/// Two headers this near to each other are a question for the person.
const NEAR: f64 = 0.02;

fn is_named(role: Role, name_score: f64) -> bool {
    let required = matches!(role, Role::Customer | Role::Date | Role::Amount);
    name_score >= if required { NAMED } else { NAMED_OPTIONAL }
}

/// Roles that a row of this shape can have.
pub fn roles(shape: Shape) -> impl Iterator<Item = Role> {
    Role::ALL.into_iter().filter(move |role| !match shape {
        Shape::Orders => matches!(
            role,
            Role::Recency
                | Role::Frequency
                | Role::Monetary
                | Role::Tenure
                | Role::FirstOrder
                | Role::LastOrder
        ),
        Shape::Customers => matches!(
            role,
            Role::Date
                | Role::Amount
                | Role::OrderId
                | Role::Quantity
                | Role::UnitPrice
                | Role::Status
                | Role::Refund
        ),
    })
}

/// Proposes roles for the columns of a file. `fixed` is what a person has decided, `without` the roles taken away,
/// `nameless` a file without a header.
pub fn cast(
    profiles: &[Profile],
    shape: Shape,
    nameless: bool,
    fixed: &BTreeMap<Role, usize>,
    without: &[Role],
) -> Casting {
    let mut casting = Casting { shape, chosen: fixed.clone(), ..Casting::default() };
    for role in roles(shape) {
        casting.ranked.insert(role, rank(role, shape, profiles));
    }
    let open = |casting: &Casting, role: Role| {
        !casting.chosen.contains_key(&role) && !without.contains(&role) && casting.ranked.contains_key(&role)
    };
    // The customer first: an e-mail column is worth more as the customer than as an address.
    if open(&casting, Role::Customer)
        && let Some(column) = best(&casting, Role::Customer)
    {
        casting.chosen.insert(Role::Customer, column);
    }
    let mut pairs: Vec<(f64, Role, usize)> = Vec::new();
    for (role, candidates) in &casting.ranked {
        for candidate in candidates.iter().filter(|c| c.score > 0.0 && is_named(*role, c.name_score)) {
            pairs.push((candidate.score, *role, candidate.column));
        }
    }
    order::by(&mut pairs, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (_, role, column) in pairs {
        if open(&casting, role) && !casting.chosen.values().any(|taken| *taken == column) {
            casting.chosen.insert(role, column);
        }
    }
    if shape == Shape::Orders {
        let value_of = |casting: &Casting, role: Role| by_values(casting, role, profiles);
        if open(&casting, Role::Date)
            && let Some(column) = value_of(&casting, Role::Date)
        {
            casting.chosen.insert(Role::Date, column);
            casting.guessed.push(Role::Date);
        }
        let known = |casting: &Casting, role| casting.chosen.contains_key(&role);
        let priced = known(&casting, Role::Quantity) && known(&casting, Role::UnitPrice);
        let about = known(&casting, Role::Date) && (nameless || known(&casting, Role::Customer));
        if open(&casting, Role::Amount) && !priced && about {
            // Without quantities a price is what was paid.
            let price = casting.chosen.get(&Role::UnitPrice).copied();
            let price = price.filter(|_| !fixed.contains_key(&Role::UnitPrice));
            let column = match price {
                Some(column) => {
                    casting.chosen.remove(&Role::UnitPrice);
                    Some(column)
                }
                None => value_of(&casting, Role::Amount),
            };
            if let Some(column) = column {
                casting.chosen.insert(Role::Amount, column);
                casting.guessed.push(Role::Amount);
            }
        }
        // Only where no column has a name: a header that is not about customers must not be made so.
        if nameless
            && open(&casting, Role::Customer)
            && let Some(column) = value_of(&casting, Role::Customer)
        {
            casting.chosen.insert(Role::Customer, column);
            casting.guessed.push(Role::Customer);
        }
    }
    casting
}

fn best(casting: &Casting, role: Role) -> Option<usize> {
    let taken = |column: usize| casting.chosen.values().any(|t| *t == column);
    let candidates = casting.ranked.get(&role)?;
    candidates
        .iter()
        .find(|c| c.score > 0.0 && is_named(role, c.name_score) && !taken(c.column))
        .map(|c| c.column)
}

/// The free column whose values fit a role best, and fit well.
fn by_values(casting: &Casting, role: Role, profiles: &[Profile]) -> Option<usize> {
    let taken = |column: usize| casting.chosen.values().any(|t| *t == column);
    let mut free: Vec<&Candidate> = casting
        .ranked
        .get(&role)?
        .iter()
        .filter(|c| c.value_score >= 0.7 && !taken(c.column))
        // A column with a header of its own kind is that, and not this.
        .filter(|c| !profiles.get(c.column).is_some_and(|p| is_known_otherwise(&p.header, role)))
        .filter(|c| role != Role::Date || profiles.get(c.column).is_some_and(|p| p.kind == Kind::Date))
        .collect();
    order::by(&mut free, |a, b| b.value_score.total_cmp(&a.value_score).then(a.column.cmp(&b.column)));
    free.first().map(|c| c.column)
}

fn is_known_otherwise(header: &Header, role: Role) -> bool {
    let others = Role::ALL.into_iter().filter(|other| *other != role);
    // An order number under which there are dates is a header that has slipped.
    let others = others.filter(|other| role != Role::Date || *other != Role::OrderId);
    others.map(|other| header.fit(other)).any(|(score, exact)| exact && score >= 0.5)
}

/// All columns for one role, best first. Equal ones in the order of the file.
fn rank(role: Role, shape: Shape, profiles: &[Profile]) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = profiles
        .iter()
        .enumerate()
        .map(|(column, profile)| {
            let (mut name_score, exact) = name_score(role, profile);
            let (value_score, mut reasons) = value_score(role, shape, profile);
            if name_score > 0.0 {
                let code = if exact { RoleReasonCode::HeaderKnown } else { RoleReasonCode::HeaderContains };
                reasons.insert(0, RoleReason { code, share: None });
                // A leading underscore marks what a system keeps for itself.
                if profile.name.starts_with('_') {
                    name_score *= 0.9;
                }
            }
            let score = if value_score < FITTING {
                if name_score > 0.0 {
                    reasons.push(RoleReason { code: RoleReasonCode::ValuesDoNotFit, share: None });
                }
                0.0
            } else {
                name_score * NAME_WEIGHT + value_score * (1.0 - NAME_WEIGHT)
            };
            Candidate { column, name_score, value_score, score, reasons }
        })
        .collect();
    // Three columns that end in Purchases are the parts of a sum, and none of them is the sum.
    if matches!(role, Role::Frequency | Role::Monetary | Role::Recency | Role::Tenure) {
        let partly = |c: &Candidate| {
            c.name_score > 0.0
                && c.score > 0.0
                && c.reasons.iter().any(|r| r.code == RoleReasonCode::HeaderContains)
        };
        if candidates.iter().filter(|c| partly(c)).count() > 1 {
            for candidate in candidates.iter_mut().filter(|c| partly(c)) {
                candidate.name_score = 0.0;
                candidate.score = candidate.value_score * (1.0 - NAME_WEIGHT);
            }
        }
    }
    order::by(&mut candidates, |a, b| {
        let named = |c: &Candidate| is_named(role, c.name_score) && c.score > 0.0;
        named(b).cmp(&named(a)).then(b.score.total_cmp(&a.score)).then(a.column.cmp(&b.column))
    });
    candidates
}

fn name_score(role: Role, profile: &Profile) -> (f64, bool) {
    let (score, exact) = profile.header.fit(role);
    match role {
        // Who has no customer number has an address: better than a name, which two may share.
        Role::Customer if score < 0.7 => {
            let (email, email_exact) = profile.header.fit(Role::Email);
            let (phone, phone_exact) = profile.header.fit(Role::Phone);
            if email_exact && profile.email_share > 0.5 {
                (0.7 * email, true)
            } else if phone_exact && profile.phone_share > 0.5 {
                (0.66 * phone, true)
            } else {
                (score, exact)
            }
        }
        // Shopify calls its order number Name; elsewhere a name is a person's.
        Role::OrderId if score < 0.5 && profile.hash_share < 0.5 => (0.0, false),
        Role::OrderId if score < 0.5 && exact => (0.9, true),
        _ => (score, exact),
    }
}

/// Other columns that would do for a role as well as the chosen one, and hold something else.
pub fn rivals(casting: &Casting, role: Role, rows: &[Vec<String>]) -> Vec<usize> {
    let Some(chosen) = casting.chosen.get(&role) else { return Vec::new() };
    let Some(candidates) = casting.ranked.get(&role) else { return Vec::new() };
    let Some(own) = candidates.iter().find(|c| c.column == *chosen) else { return Vec::new() };
    candidates
        .iter()
        // By the words alone: of two columns that both fit, the better word is meant.
        .filter(|c| c.column != *chosen && c.value_score >= 0.5 && is_named(role, c.name_score))
        .filter(|c| c.name_score + NEAR >= own.name_score)
        .filter(|c| !casting.chosen.iter().any(|(other, column)| *other != role && *column == c.column))
        .filter(|c| match role {
            Role::Customer => !same_groups(rows, *chosen, c.column),
            _ => rows.iter().any(|row| row.get(*chosen) != row.get(c.column)),
        })
        .map(|c| c.column)
        .collect()
}

/// Whether two columns divide the rows in the same way, as a customer number and its older twin do.
fn same_groups(rows: &[Vec<String>], a: usize, b: usize) -> bool {
    let mut forth: HashMap<&str, &str> = HashMap::new();
    let mut back: HashMap<&str, &str> = HashMap::new();
    rows.iter().all(|row| match (row.get(a), row.get(b)) {
        (Some(a), Some(b)) => *forth.entry(a).or_insert(b) == b && *back.entry(b).or_insert(a) == a,
        _ => true,
    })
}
