//! Stage of the relationship, by the customer's own rhythm.
//!
//! A cycle is the customer's own usual gap, or that of all repeat customers where there are fewer than three purchase
//! days. The first rule that fits decides, from top to bottom:
//!
//! | stage | rule |
//! |---|---|
//! | prospect | no order |
//! | lost | more than 6 cycles since the last order, or twice the dormant limit |
//! | dormant | more than 3 cycles; after a single order more than 2 |
//! | new | one order, at most 1 cycle |
//! | returned | the last gap was longer than the dormant limit, and at most 1 cycle has passed since |
//! | slowing | more than 1.5 cycles (1 after a single order), or a last gap and a wait both above the own 80th percentile |
//! | developing | two or three orders |
//! | mature | four orders or more |
//!
//! A person may set other multiples, and days for the cycle of everybody.

use super::rules::{SegmentRules, StageCuts};
use crate::customers::Customers;
use crate::report::Stage;

/// All stages, in the order of the report.
pub const ALL: [Stage; 8] = [
    Stage::Prospect,
    Stage::New,
    Stage::Developing,
    Stage::Mature,
    Stage::Returned,
    Stage::Slowing,
    Stage::Dormant,
    Stage::Lost,
];

/// The stage of customer `i`. `None` where nothing says how long a cycle is: no repeat customer, or no dates.
pub fn stage(customers: &Customers, i: usize, rules: &SegmentRules) -> Option<Stage> {
    let orders = customers.orders[i];
    if orders == 0 {
        return Some(Stage::Prospect);
    }
    let cycle = rules.cycle(customers, i)?;
    let waited = rules.cycles(customers, i)?;
    let StageCuts { slowing, dormant, dormant_one, lost } = rules.stages;
    let dormant = if orders == 1 { dormant_one } else { dormant };
    Some(if waited > lost * dormant {
        Stage::Lost
    } else if waited > dormant {
        Stage::Dormant
    } else if orders == 1 {
        if waited <= 1.0 { Stage::New } else { Stage::Slowing }
    } else if waited <= 1.0 && last_gap(customers, i) > dormant * cycle {
        Stage::Returned
    } else if waited > slowing || (rules.cycle_days.is_none() && slower_than_ever(customers, i)) {
        Stage::Slowing
    } else if orders <= 3 {
        Stage::Developing
    } else {
        Stage::Mature
    })
}

fn last_gap(customers: &Customers, i: usize) -> f64 {
    match customers.days.of(i) {
        [.., before, last] => f64::from(last.0 - before.0),
        _ => customers.last_gap.get(i).copied().flatten().unwrap_or(0.0),
    }
}

/// The last gap was above the own 80th percentile, and the present wait is already, too.
fn slower_than_ever(customers: &Customers, i: usize) -> bool {
    match (customers.rhythm[i], customers.recency[i]) {
        (Some(rhythm), Some(days)) => rhythm.last > rhythm.p80 && f64::from(days) > rhythm.p80,
        _ => false,
    }
}
