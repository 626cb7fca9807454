//! Columns of a customer table that are the parts of a sum: money by group of goods, orders by where they were placed.
//!
//! A table without a column for the money spent may have `MntWines`, `MntFruits`, `MntMeat` …, and beside them
//! `NumWebPurchases`, `NumStorePurchases`. What they have in common says what they count. Whether they add up is asked.

use super::plan::{PlanColumn, Reading, SummedColumns};
use crate::ingest::alias::tokens;
use crate::ingest::profile::{Kind, Profile};
use crate::settings::{Role, Settings, Shape};

/// Words that the parts of a sum of money begin with.
const MONEY: [&str; 8] = ["mnt", "amt", "amount", "spend", "spent", "sales", "revenue", "expenses"];
/// Words that counts of orders end with.
const ORDERS: [&str; 3] = ["purchases", "orders", "transactions"];
/// Parts that lie across the others: orders with a discount are counted where they were placed, too.
const ACROSS: [&str; 6] = ["deal", "deals", "discount", "coupon", "promo", "total"];
/// Fewest parts of a sum.
const FEWEST: usize = 2;

/// The sums of a table, for the roles that no column plays: as a person has said, else as the headers suggest.
pub(super) fn sums(
    profiles: &[Profile],
    columns: &[PlanColumn],
    shape: Shape,
    settings: &Settings,
) -> Vec<SummedColumns> {
    if shape != Shape::Customers {
        return Vec::new();
    }
    let roles = [Role::Monetary, Role::Frequency].into_iter();
    let open = roles.filter(|role| !columns.iter().any(|column| column.role == *role));
    let found = open.map(|role| {
        let is_part = |p: &Profile| match &settings.sums {
            Some(told) => told.get(&role).is_some_and(|names| names.contains(&p.name)),
            None => !settings.without.contains(&role) && fits(role, p),
        };
        let parts = profiles.iter().enumerate().filter(|(index, p)| {
            p.amount.is_some() && !columns.iter().any(|column| column.index == *index) && is_part(p)
        });
        let parts = parts.map(|(index, p)| {
            let format = p.amount.as_ref().map(|amount| Reading::Amount(amount.format));
            (index, p.name.clone(), format.unwrap_or(Reading::Text))
        });
        SummedColumns { role, parts: parts.collect() }
    });
    found.filter(|sum| sum.parts.len() >= FEWEST).collect()
}

fn fits(role: Role, p: &Profile) -> bool {
    if !matches!(p.kind, Kind::Integer | Kind::Number) || p.range().is_some_and(|(least, _)| least < 0) {
        return false;
    }
    let words = tokens(&p.name);
    if words.len() < 2 || words.iter().any(|word| ACROSS.contains(&word.as_str())) {
        return false;
    }
    let is = |word: Option<&String>, of: &[&str]| word.is_some_and(|word| of.contains(&word.as_str()));
    match role {
        Role::Monetary => is(words.first(), &MONEY),
        _ => is(words.last(), &ORDERS),
    }
}
