//! Whether the rows of a file are orders or customers.

use super::values::value_score;
use super::{FITTING, name_score};
use crate::ingest::profile::Profile;
use crate::settings::{Role, Shape};

/// What a row of the file is, as far as its columns say.
pub fn shape(profiles: &[Profile]) -> Shape {
    let plays = |role: Role, least: f64, shape: Shape| {
        profiles
            .iter()
            .filter(|p| name_score(role, p).0 >= least && value_score(role, shape, p).0 >= FITTING)
            .count()
    };
    let summary =
        [Role::Recency, Role::Frequency, Role::Monetary, Role::Tenure, Role::FirstOrder, Role::LastOrder];
    // Only words that mean nothing else: `amount` also stands in every order.
    let summed = profiles
        .iter()
        .filter(|p| {
            summary.iter().any(|role| {
                let (score, exact) = name_score(*role, p);
                exact
                    && score >= 0.6
                    && score > name_score(Role::Amount, p).0
                    && value_score(*role, Shape::Customers, p).0 >= FITTING
            })
        })
        .count();
    let person: usize = [Role::Since, Role::Birthday, Role::Churned, Role::Satisfaction, Role::Nps]
        .into_iter()
        .map(|role| usize::from(plays(role, 0.7, Shape::Customers) > 0))
        .sum();
    let dated = profiles.iter().any(|p| {
        let date = name_score(Role::Date, p).0;
        let person = [Role::Since, Role::LastContact, Role::Birthday, Role::FirstOrder, Role::LastOrder];
        let other = person.into_iter().map(|role| name_score(role, p).0).fold(0.0, f64::max);
        date >= 0.5 && date > other && value_score(Role::Date, Shape::Orders, p).0 >= 0.5
    });
    let ordered = plays(Role::OrderId, 0.8, Shape::Orders) > 0;
    let customers: Vec<&Profile> =
        profiles.iter().filter(|p| name_score(Role::Customer, p).0 >= 0.45 && p.filled > 0).collect();
    let one_row_each = customers.iter().any(|p| p.is_unique() && p.filled_share() > 0.95);
    let customers_table = if customers.is_empty() {
        summed >= 2 && !dated && !ordered
    } else if one_row_each {
        summed >= 2 || !dated && (summed + person > 0)
    } else {
        false
    };
    if customers_table { Shape::Customers } else { Shape::Orders }
}
