//! Customers by the period of their first order: who came back in each period after, and what they brought.
//!
//! An order lies on its purchase day ([`crate::customers`]). Money is everything of the customers of a cohort up to the end
//! of a period, refunds too, so that the last figures of all cohorts add up to the net revenue of all buyers.

use super::calendar::Periods;
use super::document::{Cohort, CohortTable, Step};
use crate::customers::Customers;
use crate::ledger::Ledger;
use crate::units::{Day, Total};

/// Cohorts that a table has at most.
pub const MOST: i32 = 24;

/// The cohorts of a ledger; `customers` are its customers as of `to`.
pub fn cohorts(
    ledger: &Ledger,
    customers: &Customers,
    first: Day,
    to: Day,
    step: Option<Step>,
) -> CohortTable {
    let step = step.unwrap_or_else(|| Step::fitting(first, to, MOST));
    let periods = Periods::new(step, first, to);
    let count = periods.count();
    let zero = step.period(first);
    let complete = step.period(Day(to.0 + 1)) > step.period(to);
    let skipped = count.saturating_sub(MOST as usize);
    let mut table: Vec<Cohort> = (0..count)
        .map(|born| Cohort {
            start: step.start(zero + born as i32),
            customers: 0,
            active: vec![0; count - born],
            retention: Vec::new(),
            net: vec![Total(0); count - born],
            value: Vec::new(),
        })
        .collect();
    for i in 0..customers.len() {
        let days = customers.days.of(i);
        let Some(born) = days.first().map(|day| periods.of(*day)) else { continue };
        let cohort = &mut table[born];
        cohort.customers += 1;
        let mut last = None;
        for after in days.iter().map(|day| periods.of(*day) - born) {
            if last != Some(after) {
                cohort.active[after] += 1;
                last = Some(after);
            }
        }
        for entry in ledger.of(i).iter().filter(|entry| entry.day() <= to) {
            // Money before the first order that counts: of orders that were refunded in full.
            cohort.net[periods.of(entry.day()).saturating_sub(born)].add(entry.amount);
        }
    }
    let older = table.iter().take(skipped).map(|cohort| cohort.customers).sum();
    let mut cohorts: Vec<Cohort> = table.into_iter().skip(skipped).filter(|c| c.customers > 0).collect();
    for cohort in &mut cohorts {
        let customers = cohort.customers as f64;
        cohort.retention = cohort.active.iter().map(|&active| active as f64 / customers).collect();
        let mut running = Total(0);
        for net in &mut cohort.net {
            running.0 += net.0;
            *net = running;
        }
        cohort.value = cohort.net.iter().map(|net| net.to_f64() / customers).collect();
    }
    CohortTable { step, complete, average: average(&cohorts, complete), cohorts, older }
}

/// Retention over all cohorts that have come so far, without a last period that is still running.
fn average(cohorts: &[Cohort], complete: bool) -> Vec<f64> {
    let reached = |cohort: &Cohort| cohort.active.len() - usize::from(!complete);
    let longest = cohorts.iter().map(reached).max().unwrap_or(0);
    let mut average = Vec::with_capacity(longest);
    for after in 0..longest {
        let (mut active, mut customers) = (0, 0);
        for cohort in cohorts.iter().filter(|cohort| after < reached(cohort)) {
            active += cohort.active[after];
            customers += cohort.customers;
        }
        average.push(active as f64 / customers as f64);
    }
    average
}
