//! Accounts that weigh: the customers who bring most, one by one, and those who cost more than they bring.
//!
//! - **Key accounts** are the [`MOST`] customers with the highest net money, fewer where fewer brought any; among equal ones the
//!   first by name. Nobody is one by judgement: a share of revenue says how much depends on one customer.
//! - **Cadence** is the gaps between a customer's own purchase days. Its spread is the coefficient of variation (standard
//!   deviation with n − 1, by the mean), from [`GAPS`] gaps on: below 1 steadier than orders at random.
//! - **Trend** is the net money of two equally long periods, those a movement usually has.
//! - **Losses** are customers whose margin is below zero, where the file says a cost or a margin of everybody.

use serde::{Deserialize, Serialize};

use super::baskets::ItemKind;
use super::referrals::{Referrals, referrals};
use crate::analysis::Analysis;
use crate::customers::{Customers, Measure};
use crate::document::document;
use crate::ledger::{Column, Ledger};
use crate::movement::{period_of, usual_from};
use crate::order;
use crate::query::CustomerQuery;
use crate::report::{Period, SegmentId, Stage, ValueTier};
use crate::settings::Role;
use crate::units::{Day, Total};
use crate::warning::document::RiskBand;

/// Version of the document. It grows when a field changes its meaning.
pub const VERSION: u32 = 1;
/// Key accounts at most.
pub const MOST: usize = 20;
/// Gaps between purchase days from which on their spread is said.
pub const GAPS: usize = 3;

/// How the accounts are named.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct AccountsQuery {
    /// Gives each customer a pseudonym under this key instead of the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mask: Option<String>,
}

document! {
/// The customers who bring most, one by one, and those who cost more than they bring.
pub struct Accounts {
    /// Version of this document.
    pub version: u32,
    /// Key accounts at most.
    pub most: u64,
    /// Customers with an order.
    pub buyers: u64,
    /// Net money of all customers.
    pub net: Total,
    /// Share of all key accounts in it. Absent where it is not above zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// Share of the largest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest: Option<f64>,
    /// Share of the three largest. Absent with fewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest_three: Option<f64>,
    /// Gaps from which on the spread of a cadence is said.
    pub gaps: u64,
    /// What breadth is counted in: categories where there are some, else products. Absent without either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<ItemKind>,
    /// The earlier period of the trend. Absent for a table of customers, or a file too short for two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Period>,
    /// The later one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Period>,
    /// The largest first.
    pub accounts: Vec<Account>,
    /// Those who cost more than they bring. Absent where the file does not say a cost or a margin of everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub losses: Option<Losses>,
    /// Who brought whom. Absent where no column says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referrals: Option<Referrals>,
}

/// One key account.
pub struct Account {
    /// Number of the customer.
    pub number: u32,
    /// Its name as written in the file, or its pseudonym.
    pub customer: String,
    /// Net money.
    pub net: Total,
    /// Share of the net money of all. Absent where that is not above zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// Day of the first order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_order: Option<Day>,
    /// Days from it to the as-of date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenure_days: Option<u32>,
    /// Gaps between purchase days.
    pub gaps: u64,
    /// Their median, in days, from two on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_gap: Option<f64>,
    /// Their standard deviation by their mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variation: Option<f64>,
    /// Different categories, or products, bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breadth: Option<u64>,
    /// Net money of the earlier period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Total>,
    /// Net money of the later period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Total>,
    /// Their difference by the earlier. Absent where that is not above zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trend: Option<f64>,
    /// Named segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<SegmentId>,
    /// Stage of the relationship.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Value tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_tier: Option<ValueTier>,
    /// Level of the early warning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk_band: Option<RiskBand>,
}

/// Customers who cost more than they bring.
pub struct Losses {
    /// How many.
    pub customers: u64,
    /// Of how many.
    pub of: u64,
    /// What they brought, before the cost.
    pub net: Total,
    /// Their margin: below zero.
    pub margin: Total,
    /// The margin of all customers.
    pub margin_all: Total,
}
}

/// The accounts of an analysis; `ledger` is that of its file, where it is one of orders.
pub fn accounts(analysis: &Analysis, ledger: Option<&Ledger>, query: &AccountsQuery) -> Accounts {
    let customers = &analysis.customers;
    let net: i128 = (0..customers.len()).map(|i| customers.net(i).0).sum();
    let share = |part: i128| (net > 0).then(|| part as f64 / net as f64);
    let key = key_accounts(customers);
    let together = |n: usize| key.iter().take(n).map(|&i| customers.net(i as usize).0).sum::<i128>();
    let span = ledger.and_then(|ledger| ledger.span()).zip(customers.as_of);
    let periods = span.and_then(|((first, _), to)| {
        let from = usual_from(first, to);
        (from < to && 2 * from.0 - to.0 + 1 >= first.0).then_some((from, to))
    });
    let breadth = breadth(customers);
    let one = |&i: &u32| {
        let row = analysis.shown(i, &CustomerQuery { mask: query.mask.clone(), ..CustomerQuery::default() });
        let gaps = gaps(customers, i as usize);
        let both = ledger.zip(periods).map(|(ledger, (from, to))| money(ledger, i as usize, from, to));
        Account {
            number: i,
            customer: row.customer,
            net: row.net,
            share: share(row.net.0),
            first_order: row.first_order,
            tenure_days: row
                .first_order
                .zip(customers.as_of)
                .and_then(|(first, as_of)| u32::try_from(as_of.0 - first.0).ok()),
            gaps: gaps.len() as u64,
            median_gap: row.usual_gap,
            variation: variation(&gaps),
            breadth: breadth.and_then(|(_, column)| column.number(i as usize)).map(|n| n as u64),
            before: both.map(|[before, _]| Total(before)),
            after: both.map(|[_, after]| Total(after)),
            trend: both
                .filter(|[before, _]| *before > 0)
                .map(|[before, after]| (after - before) as f64 / before as f64),
            segment: row.rfm_segment,
            stage: row.lifecycle,
            value_tier: row.value_tier,
            risk_band: row.risk_band,
        }
    };
    Accounts {
        version: VERSION,
        most: MOST as u64,
        buyers: analysis.buyers.len() as u64,
        net: Total(net),
        share: share(together(MOST)).filter(|_| !key.is_empty()),
        largest: share(together(1)).filter(|_| !key.is_empty()),
        largest_three: share(together(3)).filter(|_| key.len() >= 3),
        gaps: GAPS as u64,
        by: breadth.map(|(by, _)| by),
        before: periods.map(|(from, to)| Period { from: Day(2 * from.0 - to.0 + 1), to: from }),
        after: periods.map(|(from, to)| Period { from: Day(from.0 + 1), to }),
        accounts: key.iter().map(one).collect(),
        losses: losses(customers),
        referrals: referrals(analysis, query.mask.as_ref()),
    }
}

/// The customers who bring most, the largest first.
pub fn key_accounts(customers: &Customers) -> Vec<u32> {
    let mut all: Vec<(i128, u32)> = (0..customers.len() as u32)
        .map(|i| (customers.net(i as usize).0, i))
        .filter(|(net, i)| *net > 0 && customers.orders.get(*i as usize).is_some_and(|orders| *orders > 0))
        .collect();
    order::by(&mut all, |a, b| b.0.cmp(&a.0));
    all.truncate(MOST);
    all.into_iter().map(|(_, i)| i).collect()
}

/// Whether customer `i` costs more than it brings; `None` where that is not known.
pub fn at_a_loss(customers: &Customers, i: usize) -> Option<bool> {
    Some(customers.margin.as_ref()?.get(i)?.0 < 0)
}

fn losses(customers: &Customers) -> Option<Losses> {
    let margin = customers.margin.as_ref()?;
    let mut found = Losses { customers: 0, of: 0, net: Total(0), margin: Total(0), margin_all: Total(0) };
    for (i, margin) in margin.iter().enumerate().filter(|(i, _)| customers.present.get(*i) == Some(&true)) {
        found.of += 1;
        found.margin_all.0 += margin.0;
        if at_a_loss(customers, i) == Some(true) {
            found.customers += 1;
            found.net.0 += customers.net(i).0;
            found.margin.0 += margin.0;
        }
    }
    Some(found)
}

/// Days between neighbouring purchase days.
fn gaps(customers: &Customers, i: usize) -> Vec<f64> {
    customers.days.of(i).windows(2).map(|pair| f64::from(pair[1].0 - pair[0].0)).collect()
}

/// Standard deviation by mean.
fn variation(gaps: &[f64]) -> Option<f64> {
    let n = gaps.len() as f64;
    let mean = gaps.iter().fold(0.0, |sum, gap| sum + gap) / n;
    (gaps.len() >= GAPS && mean > 0.0).then(|| {
        let squares = gaps.iter().fold(0.0, |sum, gap| sum + (gap - mean) * (gap - mean));
        (squares / (n - 1.0)).sqrt() / mean
    })
}

/// Net money of the two periods.
fn money(ledger: &Ledger, i: usize, from: Day, to: Day) -> [i128; 2] {
    let mut both = [0; 2];
    for entry in ledger.of(i) {
        if let Some(p) = period_of(entry.day(), from, to) {
            both[p] += i128::from(entry.amount.0);
        }
    }
    both
}

/// How many different things each customer bought.
fn breadth(customers: &Customers) -> Option<(ItemKind, &Column)> {
    [(ItemKind::Category, Role::Category), (ItemKind::Product, Role::Product)].into_iter().find_map(
        |(by, role)| {
            let found = customers.attributes.iter();
            let mut fits = found.filter(|a| a.measure == Measure::Distinct && a.column.role == Some(role));
            Some((by, fits.next()?.column.as_ref()))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spread_of_gaps_is_the_textbooks() {
        for (gaps, want) in [
            (&[10.0, 10.0, 10.0][..], Some(0.0)),
            // Mean 20, variance (100 + 0 + 100) / 2.
            (&[10.0, 20.0, 30.0], Some(0.5)),
            (&[10.0, 30.0], None),
            (&[], None),
        ] {
            assert_eq!(variation(gaps), want, "{gaps:?}");
        }
    }

    #[test]
    fn the_largest_are_first_and_nobody_who_brought_nothing_is_one() {
        let net = [5, 9, 0, 9, -3, 7];
        let customers = Customers {
            orders: vec![1, 1, 1, 1, 1, 0],
            gross: net.iter().map(|net| Total(*net)).collect(),
            refunds: vec![Total(0); 6],
            ..Customers::default()
        };
        assert_eq!(key_accounts(&customers), [1, 3, 0]);
    }
}
