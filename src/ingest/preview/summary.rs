//! The summary that [`crate::sql`] makes in a warehouse, known by its header: its columns need no guessing.

use std::collections::BTreeMap;

use crate::settings::{Role, Settings, Shape};
use crate::sql::{COLUMNS, PAST};

/// Where the columns of a summary are.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Summary {
    /// Those with a role.
    pub(super) roles: BTreeMap<Role, usize>,
    /// The others: [`PAST`].
    pub(super) past: Vec<usize>,
}

/// Headers that play a role.
const ROLES: [(Role, &str); 6] = [
    (Role::Customer, "customer"),
    (Role::Monetary, "net"),
    (Role::Frequency, "orders"),
    (Role::Recency, "recency_days"),
    (Role::FirstOrder, "first_order"),
    (Role::LastOrder, "last_order"),
];

impl Summary {
    /// `None` for any other table, and where a person has said that it is to be read otherwise.
    pub(super) fn find(names: &[String], settings: &Settings) -> Option<Summary> {
        let place = |name: &str| names.iter().position(|known| known.eq_ignore_ascii_case(name));
        if settings.formats.shape == Some(Shape::Orders) || COLUMNS.iter().any(|name| place(name).is_none()) {
            return None;
        }
        let roles: BTreeMap<Role, usize> =
            ROLES.into_iter().filter_map(|(role, name)| Some((role, place(name)?))).collect();
        let kept = |(role, index): (&Role, &usize)| {
            let told = settings.mapping.get(role);
            !settings.without.contains(role) && told.is_none_or(|told| names.get(*index) == Some(told))
        };
        let whole = roles.len() == ROLES.len() && roles.iter().all(kept);
        let past = PAST.iter().filter_map(|name| place(name)).collect();
        whole.then_some(Summary { roles, past })
    }
}
