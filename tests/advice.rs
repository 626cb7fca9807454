//! From report to action on real files: budgets, findings, what to do this week.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{data, reorder, run};
use value_tiers::advice::budget::document::{BudgetMissing, BudgetSettings, Change, GroupAssumption};
use value_tiers::query::{CustomerQuery, CustomerSort};
use value_tiers::report::{ActionId, SegmentId};
use value_tiers::settings::Settings;

fn assumed(cost: f64, response: f64) -> GroupAssumption {
    GroupAssumption { cost: Some(cost), response: Some(response), ..GroupAssumption::default() }
}

#[test]
fn a_budget_goes_where_it_keeps_most_and_the_groups_add_up() {
    let (session, _) = run(&data("online_retail_slice.csv"), &Settings::default()).unwrap();
    // Nothing is assumed in a person's place.
    let blank = session.budget(&BudgetSettings::default()).unwrap();
    assert_eq!(blank.missing, [BudgetMissing::NoAmount]);
    assert!(
        blank.at_stake.0 > 0 && blank.spent.0 == 0 && blank.groups.iter().all(|g| g.break_even.is_none())
    );

    let groups = [
        (ActionId::Save, assumed(12.0, 0.1)),
        (ActionId::Protect, GroupAssumption { cap: Some(120.0), ..assumed(20.0, 0.2) }),
        (ActionId::Rest, GroupAssumption { floor: Some(30.0), ..assumed(1.0, 0.01) }),
    ];
    let settings = BudgetSettings { amount: Some(900.0), groups: groups.into(), ..BudgetSettings::default() };
    let found = session.budget(&settings).unwrap();
    assert!(
        found.missing.is_empty() && found.exact && found.spent.0 <= 900_000_000 && found.kept > found.spent
    );
    let group = |id| found.groups.iter().find(|g| g.id == id).unwrap();
    assert!(group(ActionId::Protect).spend.0 <= 120_000_000 && group(ActionId::Rest).spend.0 >= 30_000_000);
    assert_eq!(group(ActionId::Grow).contacts, 0);
    // The contacts are those with the most at stake: the list says the same.
    let save = group(ActionId::Save);
    let query = CustomerQuery {
        action: Some(ActionId::Save),
        sort: Some(CustomerSort::ValueAtRisk),
        descending: true,
        limit: usize::try_from(save.contacts).unwrap(),
        ..CustomerQuery::default()
    };
    let reached: i128 =
        session.customers(&query).unwrap().rows.iter().map(|row| row.value_at_risk.unwrap().0).sum();
    assert!(save.contacts > 0);
    assert_eq!(save.reached.0, reached);
    let even = save.contact_break_even.unwrap();
    assert!((even * reached as f64 - save.spend.0 as f64).abs() < 1.0);
    let all = save.customers as f64 * 12.0 / save.at_stake.to_f64();
    assert!((save.break_even.unwrap() - all).abs() < 1e-12);

    let too_much = BudgetSettings { amount: Some(29.0), ..settings.clone() };
    assert_eq!(session.budget(&too_much).unwrap().missing, [BudgetMissing::FloorsOverBudget]);
    assert!(session.budget(&BudgetSettings { amount: Some(-1.0), ..settings }).is_err());
}

#[test]
fn hours_follow_the_value_at_stake_and_what_if_its_formula() {
    let bytes = data("online_retail_slice.csv");
    let (session, report) = run(&bytes, &Settings::default()).unwrap();
    let change = Change { frequency: 0.1, basket: -0.05, retention: 0.25 };
    let settings = BudgetSettings {
        hours: Some(40.0),
        what_if: [(SegmentId::AtRisk, change)].into(),
        ..BudgetSettings::default()
    };
    let found = session.budget(&settings).unwrap();
    let hours: f64 = found.service.iter().filter_map(|cell| cell.hours).sum();
    assert!((hours - 40.0).abs() < 1e-9);
    assert_eq!(found.service.iter().map(|cell| cell.customers).sum::<u64>(), report.totals.buyers);
    for segment in &found.what_if {
        let (value, stake) = (segment.value.to_f64(), segment.at_stake.to_f64());
        let expected = match segment.segment {
            SegmentId::AtRisk => 1.1 * 0.95 * (value - 0.75 * stake),
            _ => value - stake,
        };
        assert!((segment.next.to_f64() - expected).abs() < 1e-5, "{segment:?}");
    }
    assert_eq!(report.warnings.unwrap().value_at_risk, found.at_stake);

    // The order of the rows changes nothing.
    let (other, _) = run(&reorder(&bytes, true), &Settings::default()).unwrap();
    assert_eq!(other.budget(&settings).unwrap(), found);
}
