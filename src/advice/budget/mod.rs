//! A budget, and what a person assumes, to the contacts that keep most value; hours of service against value; what if.
//!
//! The value at stake is the early warning's: risk × value to come, customer by customer. Costs and responses are the
//! person's own and stay so: nothing is assumed in their place.
//!
//! | file | idea |
//! |---|---|
//! | [`allocate`] | how many of each group, best for whole contacts |
//! | [`document`] | the assumptions, and what it hands to the page |

pub mod allocate;
pub mod document;

use crate::analysis::Analysis;
use crate::error::{Code, Error, Result};
use crate::order;
use crate::report::{ActionId, ValueTier};
use crate::segments::named;
use crate::units::{MICROS, Total};
use crate::warning::document::ValueBasis;
use allocate::{Choice, allocate};
use document::*;

/// Groups that can be contacted, in the order of the report. Without an order there is nothing at stake.
const GROUPS: [ActionId; 5] =
    [ActionId::Protect, ActionId::Grow, ActionId::Welcome, ActionId::Save, ActionId::Rest];

/// What a budget could keep of an analysis.
///
/// # Errors
///
/// An assumption is out of range.
pub fn budget(analysis: &Analysis, settings: &BudgetSettings) -> Result<Budget> {
    if !settings.fits() {
        return Err(Error::new(Code::BadSetting).value("budget"));
    }
    let stakes = Stakes::new(analysis);
    let mut budget = Budget {
        version: VERSION,
        value_basis: stakes.basis,
        margin: stakes.basis == ValueBasis::Expected && analysis.settings.value.margin.is_some(),
        months: if stakes.basis == ValueBasis::Expected { analysis.settings.value.months } else { 12 },
        missing: Vec::new(),
        amount: settings.amount.map(|amount| Total(micros(amount))),
        spent: Total(0),
        kept: Total(0),
        at_stake: Total(stakes.at_stake.iter().sum()),
        exact: false,
        groups: Vec::new(),
        service: Vec::new(),
        hours: settings.hours,
        what_if: Vec::new(),
        base: Total(0),
        next: Total(0),
    };
    if !stakes.known {
        budget.missing.push(BudgetMissing::NoRisk);
    }
    spend(analysis, settings, &stakes, &mut budget);
    budget.service = service(analysis, settings.hours, &stakes);
    budget.what_if = what_if(analysis, settings, &stakes);
    budget.base = Total(budget.what_if.iter().map(|segment| segment.base.0).sum());
    budget.next = Total(budget.what_if.iter().map(|segment| segment.next.0).sum());
    Ok(budget)
}

/// What each buyer would bring, and what of it is at stake, in millionths.
struct Stakes {
    basis: ValueBasis,
    known: bool,
    value: Vec<i128>,
    at_stake: Vec<i128>,
}

impl Stakes {
    fn new(analysis: &Analysis) -> Stakes {
        let n = analysis.buyers.len();
        let Some(warning) = &analysis.warning else {
            return Stakes {
                basis: ValueBasis::SoFar,
                known: false,
                value: vec![0; n],
                at_stake: vec![0; n],
            };
        };
        Stakes {
            basis: warning.document.value_basis,
            known: warning.risk.iter().any(Option::is_some),
            value: warning.value.iter().map(|value| micros(value.unwrap_or(0.0).max(0.0))).collect(),
            at_stake: warning.at_risk.iter().map(|money| money.map_or(0, |money| money.0)).collect(),
        }
    }

    fn sum(of: &[i128], members: &[usize]) -> i128 {
        members.iter().filter_map(|&p| of.get(p)).sum()
    }
}

fn micros(money: f64) -> i128 {
    libm::round(money * MICROS as f64) as i128
}

/// Places of the buyers in a group.
fn members(analysis: &Analysis, fits: impl Fn(usize) -> bool) -> Vec<usize> {
    (0..analysis.buyers.len()).filter(|&p| fits(p)).collect()
}

fn action(analysis: &Analysis, p: usize) -> Option<ActionId> {
    analysis.named.get(p).map(|(segment, _)| named::action(*segment))
}

/// Shares the budget out.
fn spend(analysis: &Analysis, settings: &BudgetSettings, stakes: &Stakes, budget: &mut Budget) {
    let mut choices = Vec::new();
    // Of each choice its group, and the response.
    let mut chosen = Vec::new();
    let mut stakes_of = Vec::new();
    for id in GROUPS {
        let members = members(analysis, |p| action(analysis, p) == Some(id));
        let assumed = settings.groups.get(&id).cloned().unwrap_or_default();
        let at_stake = Stakes::sum(&stakes.at_stake, &members);
        let cost = assumed.cost.map(micros);
        let mut each: Vec<i128> = members.iter().filter_map(|&p| stakes.at_stake.get(p).copied()).collect();
        order::ascending(&mut each);
        each.reverse();
        if let (Some(cost), Some(response)) = (cost, assumed.response) {
            let times = |money: Option<f64>| match (money.map(micros), cost) {
                (None, _) => None,
                (Some(_), 0) => Some(usize::MAX),
                (Some(money), cost) => usize::try_from(money / cost).ok(),
            };
            // A floor is reached, a cap is not passed.
            let least = match assumed.floor.map(micros) {
                Some(floor) if cost > 0 => usize::try_from((floor + cost - 1) / cost).unwrap_or(usize::MAX),
                _ => 0,
            };
            let gains = each.iter().map(|&money| kept(money, response) - cost).collect();
            let most = times(assumed.cap).unwrap_or(usize::MAX);
            chosen.push((budget.groups.len(), response));
            choices.push(Choice { gains, cost, least, most });
        }
        budget.groups.push(BudgetGroup {
            id,
            customers: members.len() as u64,
            at_stake: Total(at_stake),
            cost: cost.map(Total),
            break_even: cost.and_then(|cost| break_even(cost * members.len() as i128, at_stake)),
            contacts: 0,
            spend: Total(0),
            reached: Total(0),
            kept: Total(0),
            contact_break_even: None,
        });
        stakes_of.push(each);
    }
    let Some(amount) = budget.amount else { return budget.missing.push(BudgetMissing::NoAmount) };
    if choices.is_empty() {
        return budget.missing.push(BudgetMissing::NoAssumptions);
    }
    if !stakes.known {
        return;
    }
    let Some(found) = allocate(&choices, amount.0) else {
        return budget.missing.push(BudgetMissing::FloorsOverBudget);
    };
    budget.exact = found.exact;
    for (((at, response), choice), contacts) in chosen.into_iter().zip(&choices).zip(found.contacts) {
        let (Some(group), Some(each)) = (budget.groups.get_mut(at), stakes_of.get(at)) else { continue };
        let contacted = each.get(..contacts).unwrap_or(each);
        let reached: i128 = contacted.iter().sum();
        group.contacts = contacts as u64;
        group.spend = Total(choice.cost * contacts as i128);
        group.reached = Total(reached);
        group.kept = Total(contacted.iter().map(|&money| kept(money, response)).sum());
        group.contact_break_even = break_even(group.spend.0, reached).filter(|_| contacts > 0);
        budget.spent.0 += group.spend.0;
        budget.kept.0 += group.kept.0;
    }
}

/// Value that a contact is expected to keep.
fn kept(at_stake: i128, response: f64) -> i128 {
    libm::round(response * at_stake as f64) as i128
}

fn break_even(cost: i128, at_stake: i128) -> Option<f64> {
    (at_stake > 0).then(|| cost as f64 / at_stake as f64)
}

/// Hours in proportion to the value at stake.
fn service(analysis: &Analysis, hours: Option<f64>, stakes: &Stakes) -> Vec<ServiceCell> {
    let all: i128 = stakes.at_stake.iter().sum();
    let mut cells = Vec::new();
    for id in GROUPS {
        for tier in [ValueTier::High, ValueTier::Medium, ValueTier::Low] {
            let fits = |p: usize| {
                action(analysis, p) == Some(id) && analysis.tiers.value.get(p).copied() == Some(tier)
            };
            let members = members(analysis, fits);
            let at_stake = Stakes::sum(&stakes.at_stake, &members);
            let share = if all > 0 { at_stake as f64 / all as f64 } else { 0.0 };
            let hours = hours.filter(|_| all > 0).map(|hours| hours * share);
            let n = members.len() as f64;
            cells.push(ServiceCell {
                action: id,
                tier,
                customers: members.len() as u64,
                value: Total(Stakes::sum(&stakes.value, &members)),
                at_stake: Total(at_stake),
                share,
                hours,
                minutes: hours.filter(|_| n > 0.0).map(|hours| 60.0 * hours / n),
            });
        }
    }
    cells
}

fn what_if(analysis: &Analysis, settings: &BudgetSettings, stakes: &Stakes) -> Vec<WhatIf> {
    let mut segments = Vec::new();
    for segment in named::ALL {
        let members = members(analysis, |p| analysis.named.get(p).is_some_and(|(id, _)| *id == segment));
        if members.is_empty() {
            continue;
        }
        let value = Stakes::sum(&stakes.value, &members);
        let at_stake = Stakes::sum(&stakes.at_stake, &members);
        let change = settings.what_if.get(&segment).cloned().unwrap_or_default();
        let held = value as f64 - (1.0 - change.retention) * at_stake as f64;
        let next = (1.0 + change.frequency) * (1.0 + change.basket) * held;
        segments.push(WhatIf {
            segment,
            customers: members.len() as u64,
            value: Total(value),
            at_stake: Total(at_stake),
            base: Total(value - at_stake),
            next: Total(if change == Change::default() {
                value - at_stake
            } else {
                libm::round(next) as i128
            }),
            change,
        });
    }
    segments
}
