//! Treated against held out: what a list has brought that would not have come by itself.
//!
//! - **Response**: the difference of two shares with the interval of R. G. Newcombe (Interval estimation for the difference between
//!   independent proportions: comparison of eleven methods. Statistics in Medicine 17, 1998, 873–890; method 10, from two
//!   Wilson intervals without correction for continuity).
//! - **Revenue per head**: the difference of two means with the interval of B. L. Welch (Biometrika 34, 1947, 28–35), the quantile
//!   of Student's t after G. W. Hill (CACM algorithm 396, 1970).
//!
//! Both at 95 %. Everybody who was drawn counts, whether they opened the mail or not: the difference is that of being on
//! the list.

use std::collections::BTreeMap;

use serde::Serialize;

use super::record::{Listed, Outcome};
use crate::advice::baskets;
use crate::advice::kpis::{self, wilson};
use crate::document::document;
use crate::error::{Code, Error, Result};
use crate::ledger::Ledger;
use crate::mask::pseudonym;
use crate::units::{Amount, Day, MICROS, Total};

/// Version of this document.
pub const VERSION: u32 = 1;

/// Where outcomes come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum OutcomeSource {
    /// Columns of the list itself.
    List,
    /// A file of results.
    Results,
    /// Orders of the file that is read, after the day of the list.
    Orders,
}

/// Why there is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum LiftMissing {
    /// Nobody was held out.
    NoHoldOut,
    /// Everybody was held out.
    NoTreated,
    /// The list names no day, or the orders end before it.
    NoLaterOrders,
    /// No customer of the list is in the file.
    NobodyFound,
}

document! {
/// What lists have brought.
pub struct Lifts {
    /// Version of this document.
    pub version: u32,
    /// Where outcomes come from.
    pub source: OutcomeSource,
    /// Each list of the file, by its id.
    pub lists: Vec<Lift>,
}

/// What one list has brought.
pub struct Lift {
    /// The list.
    pub list_id: String,
    /// Why there is no difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<LiftMissing>,
    /// First day of orders that count. Absent where outcomes are not orders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day of orders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// Customers who are in both groups by the file: counted in neither.
    pub in_both: u64,
    /// Customers of the list of whom the outcomes know nothing: counted as without response.
    pub unknown: u64,
    /// Those addressed.
    pub treated: ListGroup,
    /// Those held out.
    pub hold_out: ListGroup,
    /// Response of the treated less that of the held out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<ListDifference>,
    /// Revenue per head of the treated less that of the held out. Absent without revenue, or with fewer than two of a group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<ListDifference>,
    /// Return on what the contacts cost. Absent without a cost, and without revenue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roi: Option<Roi>,
}

/// Return on the cost of a campaign, from revenue: (revenue − cost) / cost. 0 pays its cost, and no more.
pub struct Roi {
    /// Cost of a contact × treated.
    pub cost: Total,
    /// Attributed: everything that the treated spent, whether the list moved them or not.
    pub attributed: f64,
    /// Incremental: what they spent above those held out. Absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incremental: Option<f64>,
    /// Its 95 % interval, from that of the revenue brought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<(f64, f64)>,
}

/// One group of a list.
pub struct ListGroup {
    /// Customers.
    pub customers: u64,
    /// Of them those who responded.
    pub responded: u64,
    /// Their share; 0 of none.
    pub share: f64,
    /// Its 95 % interval (Wilson).
    pub interval: (f64, f64),
    /// Money since, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<Total>,
    /// By head.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue_per_head: Option<f64>,
}

/// A difference between treated and held out.
pub struct ListDifference {
    /// Treated less held out.
    pub difference: f64,
    /// Its 95 % interval.
    pub interval: (f64, f64),
    /// ListDifference by the held out: 0.2 is a fifth more. Absent where that is zero or less.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relative: Option<f64>,
    /// ListDifference × treated: responses or money that the list has brought.
    pub brought: f64,
    /// Its interval.
    pub brought_interval: (f64, f64),
    /// Whether the interval lies on one side of zero.
    pub clear: bool,
}
}

/// Outcomes by customer, and the days they are of.
pub type Since = (BTreeMap<String, Outcome>, Option<(Day, Day)>);

/// Orders of a ledger after a day and up to another, by customer, under pseudonyms where there is a key.
pub fn orders(ledger: &Ledger, after: Day, to: Day, mask: Option<&str>) -> BTreeMap<String, Outcome> {
    let mut found = BTreeMap::new();
    let mut orders = Vec::new();
    for i in 0..ledger.names.len() {
        baskets::orders(ledger, i, to, &mut orders);
        let since = ledger.of(i).iter().filter(|entry| entry.day() > after && entry.day() <= to);
        let revenue: i128 = since.map(|entry| i128::from(entry.amount.0)).sum();
        let outcome = Outcome {
            responded: orders.iter().any(|order| order.day() > after),
            revenue: Some(Amount(i64::try_from(revenue).unwrap_or(i64::MAX))),
        };
        let name = ledger.names.text(i as u32);
        found.insert(mask.map_or_else(|| name.clone(), |key| pseudonym(&name, key)), outcome);
    }
    found
}

/// Measures every list of a file. `of` gives the outcomes of a list by its day, with the days they are of.
pub fn measure(listed: &[Listed], source: OutcomeSource, of: &dyn Fn(Option<Day>) -> Since) -> Lifts {
    let mut by_list: BTreeMap<&str, Vec<&Listed>> = BTreeMap::new();
    for one in listed.iter().filter(|one| !one.customer.is_empty()) {
        by_list.entry(&one.list_id).or_default().push(one);
    }
    let lists = by_list.into_iter().map(|(id, members)| {
        // One day for each list; of several the latest, so that nothing counts that the list knew.
        let as_of = members.iter().filter_map(|one| one.as_of).max();
        let (outcomes, days) = of(as_of);
        lift(id, &members, source, &outcomes, days)
    });
    Lifts { version: VERSION, source, lists: lists.collect() }
}

fn lift(
    id: &str,
    members: &[&Listed],
    source: OutcomeSource,
    outcomes: &BTreeMap<String, Outcome>,
    days: Option<(Day, Day)>,
) -> Lift {
    // Several rows of one customer are one; of both groups none.
    let mut each: BTreeMap<&str, (bool, Option<Outcome>, bool)> = BTreeMap::new();
    for one in members {
        let said =
            if source == OutcomeSource::List { one.outcome } else { outcomes.get(&one.customer).copied() };
        let known = each.entry(&one.customer).or_insert((one.held_out, said, false));
        known.2 |= known.0 != one.held_out;
    }
    let in_both = each.values().filter(|(_, _, both)| *both).count() as u64;
    let of_group = |held: bool| -> Vec<Option<Outcome>> {
        let group = each.values().filter(|(held_out, _, both)| *held_out == held && !both);
        group.map(|(_, said, _)| *said).collect()
    };
    let (treated, held) = (of_group(false), of_group(true));
    let unknown = treated.iter().chain(&held).filter(|said| said.is_none()).count() as u64;
    let revenue_known = treated.iter().chain(&held).flatten().any(|said| said.revenue.is_some());
    let missing = if source == OutcomeSource::Orders && days.is_none() {
        Some(LiftMissing::NoLaterOrders)
    } else if unknown as usize == treated.len() + held.len() {
        Some(LiftMissing::NobodyFound)
    } else if held.is_empty() {
        Some(LiftMissing::NoHoldOut)
    } else if treated.is_empty() {
        Some(LiftMissing::NoTreated)
    } else {
        None
    };
    let (group, control) = (ListGroup::of(&treated, revenue_known), ListGroup::of(&held, revenue_known));
    let measured = missing.is_none();
    Lift {
        list_id: id.into(),
        missing,
        from: days.map(|(from, _)| from),
        to: days.map(|(_, to)| to),
        in_both,
        unknown,
        response: measured.then(|| newcombe(&group, &control)),
        revenue: (measured && revenue_known).then(|| welch(&spent(&treated), &spent(&held))).flatten(),
        treated: group,
        hold_out: control,
        roi: None,
    }
}

impl Lifts {
    /// The same with the return on what a contact cost.
    ///
    /// # Errors
    ///
    /// The cost is not above 0.
    pub fn costing(mut self, contact: f64) -> Result<Lifts> {
        if !(contact.is_finite() && contact > 0.0) {
            return Err(Error::new(Code::BadSetting).value("cost"));
        }
        for lift in &mut self.lists {
            let cost = contact * lift.treated.customers as f64;
            let back = |money: f64| (money - cost) / cost;
            let brought = lift.revenue.as_ref();
            lift.roi = lift.treated.revenue.filter(|_| cost > 0.0).map(|spent| Roi {
                cost: Total(libm::round(cost * MICROS as f64) as i128),
                attributed: back(spent.to_f64()),
                incremental: brought.map(|money| back(money.brought)),
                interval: brought
                    .map(|money| (back(money.brought_interval.0), back(money.brought_interval.1))),
            });
        }
        Ok(self)
    }
}

impl ListGroup {
    fn of(members: &[Option<Outcome>], revenue_known: bool) -> ListGroup {
        let n = members.len() as f64;
        let responded = members.iter().flatten().filter(|said| said.responded).count() as u64;
        let share = if members.is_empty() { 0.0 } else { responded as f64 / n };
        let revenue: Total = members.iter().flatten().filter_map(|said| said.revenue).sum();
        ListGroup {
            customers: members.len() as u64,
            responded,
            share,
            interval: if members.is_empty() { (0.0, 0.0) } else { wilson(share, n) },
            revenue: revenue_known.then_some(revenue),
            revenue_per_head: (revenue_known && !members.is_empty()).then(|| revenue.to_f64() / n),
        }
    }
}

fn spent(members: &[Option<Outcome>]) -> Vec<f64> {
    let each = members.iter().map(|said| said.and_then(|said| said.revenue).unwrap_or_default());
    each.map(|money| money.0 as f64 / MICROS as f64).collect()
}

impl ListDifference {
    fn new(difference: f64, low: f64, high: f64, base: f64, treated: f64) -> ListDifference {
        ListDifference {
            difference,
            interval: (low, high),
            relative: (base > 0.0).then(|| difference / base),
            brought: difference * treated,
            brought_interval: (low * treated, high * treated),
            clear: low > 0.0 || high < 0.0,
        }
    }
}

/// ListDifference of two shares.
fn newcombe(a: &ListGroup, b: &ListGroup) -> ListDifference {
    let difference = a.share - b.share;
    let (low, high) = kpis::newcombe((a.share, a.interval), (b.share, b.interval));
    ListDifference::new(difference, low, high, b.share, a.customers as f64)
}

/// ListDifference of two means. `None` with fewer than two of either.
fn welch(a: &[f64], b: &[f64]) -> Option<ListDifference> {
    let moments = |values: &[f64]| {
        let n = values.len() as f64;
        let mean = values.iter().fold(0.0, |sum, value| sum + value) / n;
        let squares = values.iter().fold(0.0, |sum, value| sum + (value - mean) * (value - mean));
        // Variance of the mean.
        (values.len() > 1).then(|| (mean, squares / (n - 1.0) / n, n))
    };
    let ((mean_a, var_a, n_a), (mean_b, var_b, n_b)) = (moments(a)?, moments(b)?);
    let variance = var_a + var_b;
    let freedom = variance * variance / (var_a * var_a / (n_a - 1.0) + var_b * var_b / (n_b - 1.0));
    // Nobody spent anything, or all the same: the difference is what it is.
    let half = if variance > 0.0 { student(freedom) * variance.sqrt() } else { 0.0 };
    let difference = mean_a - mean_b;
    Some(ListDifference::new(difference, difference - half, difference + half, mean_b, n_a))
}

/// 97.5 % quantile of Student's t.
fn student(n: f64) -> f64 {
    const P: f64 = 0.05;
    const HALF_PI: f64 = std::f64::consts::FRAC_PI_2;
    if n <= 2.0 {
        // Between the two that have a closed form.
        let (one, two) = (12.706_204_736_174_7, 4.302_652_729_749_46);
        return one + (two - one) * (n - 1.0).max(0.0);
    }
    let a = 1.0 / (n - 0.5);
    let b = 48.0 / (a * a);
    let mut c = ((20_700.0 * a / b - 98.0) * a - 16.0) * a + 96.36;
    let d = ((94.5 / (b + c) - 3.0) / b + 1.0) * (a * HALF_PI).sqrt() * n;
    let mut y = libm::pow(d * P, 2.0 / n);
    if y > 0.05 + a {
        let x = -1.959_963_984_540_054_f64;
        y = x * x;
        if n < 5.0 {
            c += 0.3 * (n - 4.5) * (x + 0.6);
        }
        c += (((0.05 * d * x - 5.0) * x - 7.0) * x - 2.0) * x + b;
        y = (((((0.4 * y + 6.3) * y + 36.0) * y + 94.5) / c - y - 3.0) / b + 1.0) * x;
        y = libm::expm1(a * y * y);
    } else {
        let first = 1.0 / (((n + 6.0) / (n * y) - 0.089 * d - 0.822) * (n + 2.0) * 3.0) + 0.5 / (n + 4.0);
        y = (first * y - 1.0) * (n + 1.0) / (n + 2.0) + 1.0 / y;
    }
    (n * y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_of_two_shares_is_newcombes() {
        // Newcombe (1998), table II, method 10: 56/70 − 48/80, 9/10 − 3/10, 6/7 − 2/7, 5/56 − 0/29, 10/10 − 0/20.
        for (x, m, y, n, low, high) in [
            (56, 70, 48, 80, 0.0524, 0.3339),
            (9, 10, 3, 10, 0.1705, 0.8090),
            (6, 7, 2, 7, 0.0582, 0.8062),
            (5, 56, 0, 29, -0.0381, 0.1926),
            (10, 10, 0, 20, 0.6791, 1.0),
        ] {
            let group = |hits: usize, all: usize| {
                let said = |i: usize| Some(Outcome { responded: i < hits, revenue: None });
                ListGroup::of(&(0..all).map(said).collect::<Vec<_>>(), false)
            };
            let found = newcombe(&group(x, m), &group(y, n));
            assert!((found.interval.0 - low).abs() < 5e-5, "{x}/{m} {y}/{n}: {found:?}");
            assert!((found.interval.1 - high).abs() < 5e-5, "{x}/{m} {y}/{n}: {found:?}");
        }
    }

    #[test]
    fn the_difference_of_two_means_is_welchs() {
        // Quantiles of a printed table.
        for (n, t) in [
            (1.0, 12.7062),
            (2.0, 4.3027),
            (3.0, 3.1824),
            (5.0, 2.5706),
            (10.0, 2.2281),
            (30.0, 2.0423),
            (1000.0, 1.9623),
        ] {
            assert!((student(n) - t).abs() < 6e-4, "{n}: {}", student(n));
        }
        // Means 22 and 28.5, variances 6.5 and 3.5.
        let found = welch(&[20.0, 22.0, 19.0, 24.0, 25.0], &[28.0, 27.0, 29.0, 30.0, 26.0, 31.0]).unwrap();
        // Standard error √(6.5/5 + 3.5/6), 7.2305 degrees of freedom; t by integrating the density numerically.
        let error = (6.5_f64 / 5.0 + 3.5 / 6.0).sqrt();
        assert!((found.difference + 6.5).abs() < 1e-12);
        assert!(((found.interval.1 - found.difference) / error - 2.349_431).abs() < 1e-5, "{found:?}");
        assert!(found.clear && welch(&[1.0], &[1.0, 2.0]).is_none());
        let same = welch(&[0.0, 0.0], &[0.0, 0.0]).unwrap();
        assert_eq!((same.difference, same.interval, same.clear), (0.0, (0.0, 0.0), false));
    }
}
