//! Groups side by side: the habits and the value of each group of buyers, however they are divided. On demand.
//!
//! A purchase day is that of [`crate::customers`]; the gap of a buyer is the median of the days between theirs, known from two of
//! them on. Without purchase days (a customer table) it is what the table says of the rhythm.

pub mod document;
mod split;

use document::{CompareQuery, ComparedGroup, Comparison, MainCategory, SplitBy, Surveyed, VERSION};
use split::Part;

use crate::advice::kpis::Survey;
use crate::analysis::Analysis;
use crate::customers::{Attribute, Customers, Measure, quantile};
use crate::error::Result;
use crate::ledger::column::EMPTY;
use crate::order;
use crate::settings::Role;
use crate::units::{Day, Total};

/// Groups with fewer buyers say little.
const FEW: u64 = 30;
/// Categories of a group at most.
const CATEGORIES: usize = 3;

/// The groups of a question.
///
/// # Errors
///
/// The column is none that buyers can be divided by.
pub fn compare(analysis: &Analysis, query: &CompareQuery) -> Result<Comparison> {
    let parts = split::parts(analysis, query)?;
    let customers = &analysis.customers;
    let whole = Whole {
        analysis,
        net: (0..analysis.buyers.len()).map(|p| analysis.net(p)).sum(),
        refunds: analysis.buyers.iter().any(|&i| customers.refunds.get(i as usize).is_some_and(|r| r.0 > 0)),
        discounts: column(customers, Role::Discount, Measure::Share),
        surveys: [Survey::csat(customers), Survey::nps(customers)],
        categories: column(customers, Role::Category, Measure::Main)
            .or_else(|| column(customers, Role::Category, Measure::AsIs)),
    };
    Ok(Comparison {
        version: VERSION,
        split: query.split,
        column: (query.split == SplitBy::Column).then_some(query.column),
        columns: split::columns(analysis),
        few: FEW,
        months: analysis.settings.value.months,
        by_day: customers.days.days.iter().any(|day| day.to_ymd().2 != 1),
        groups: parts.into_iter().map(|part| whole.group(part)).collect(),
    })
}

fn column(customers: &Customers, role: Role, measure: Measure) -> Option<&Attribute> {
    customers.attributes.iter().find(|a| a.column.role == Some(role) && a.measure == measure)
}

/// What all groups are measured by.
struct Whole<'a> {
    analysis: &'a Analysis,
    net: i128,
    refunds: bool,
    discounts: Option<&'a Attribute>,
    /// Satisfaction, and willingness to recommend.
    surveys: [Option<Survey<'a>>; 2],
    categories: Option<&'a Attribute>,
}

impl Whole<'_> {
    fn group(&self, part: Part) -> ComparedGroup {
        let customers = &self.analysis.customers;
        let who: Vec<usize> =
            part.places.iter().filter_map(|&p| Some(*self.analysis.buyers.get(p)? as usize)).collect();
        let mut nets: Vec<i128> = part.places.iter().map(|&p| self.analysis.net(p)).collect();
        let net: i128 = nets.iter().sum();
        let sum = |of: &[Total]| who.iter().filter_map(|&i| of.get(i)).map(|total| total.0).sum::<i128>();
        let orders = customers
            .orders_known
            .then(|| who.iter().filter_map(|&i| customers.orders.get(i)).map(|&n| u64::from(n)).sum::<u64>());
        let orders = orders.filter(|orders| *orders > 0);
        let n = who.len() as f64;
        order::ascending(&mut nets);
        let best: i128 = nets.iter().rev().take(nets.len().div_ceil(5)).sum();
        let mut gaps: Vec<f64> = who.iter().filter_map(|&i| gap(customers, i)).collect();
        order::floats(&mut gaps);
        let known = |share: f64| (!gaps.is_empty()).then(|| quantile(&gaps, share));
        let mut baskets: Vec<f64> =
            who.iter().flat_map(|&i| customers.days.amounts_of(i)).map(|amount| amount.to_f64()).collect();
        order::floats(&mut baskets);
        let gross = sum(&customers.gross);
        let days = || who.iter().flat_map(|&i| customers.days.of(i)).copied();
        ComparedGroup {
            kind: part.kind,
            segment: part.segment,
            tier: part.tier,
            stage: part.stage,
            value: part.value,
            customers: who.len() as u64,
            share_customers: n / self.analysis.buyers.len().max(1) as f64,
            net: Total(net),
            share_net: ratio(net, self.net),
            orders,
            orders_each: orders.map(|orders| orders as f64 / n),
            order_value: orders.map(|orders| Total(net).to_f64() / orders as f64),
            basket: (!baskets.is_empty()).then(|| quantile(&baskets, 0.5)),
            gap_customers: gaps.len() as u64,
            gap: known(0.5),
            gap_p80: known(0.8),
            refunds: ratio(sum(&customers.refunds), gross).filter(|_| self.refunds),
            discounts: self.discounts.and_then(|attribute| {
                let shares: Vec<f64> = who.iter().filter_map(|&i| attribute.column.number(i)).collect();
                (!shares.is_empty())
                    .then(|| shares.iter().fold(0.0, |all, share| all + share) / shares.len() as f64)
            }),
            csat: self.surveyed(0, &who),
            nps: self.surveyed(1, &who),
            categories: self.categories.map_or_else(Vec::new, |attribute| categories(attribute, &who)),
            expected: self.expected(&who),
            top_fifth: ratio(best, net),
            weekdays: tally(7, days().map(weekday)),
            months: tally(12, days().map(|day| usize::from(day.to_ymd().1) - 1)),
        }
    }

    fn surveyed(&self, which: usize, who: &[usize]) -> Option<Surveyed> {
        let answered = self.surveys[which].as_ref()?.of(who.iter().copied())?;
        Some(Surveyed { value: answered.value, n: answered.n, interval: answered.interval })
    }

    fn expected(&self, who: &[usize]) -> Option<f64> {
        let models = self.analysis.models.as_ref().filter(|models| models.chosen.is_some())?;
        let each = who.iter().filter_map(|&i| models.columns.expected_value.get(i).copied().flatten());
        let (n, sum) = each.fold((0, 0.0), |(n, sum), value| (n + 1, sum + value));
        (n > 0).then_some(sum)
    }
}

/// A part of a whole that is above zero.
fn ratio(part: i128, whole: i128) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn gap(customers: &Customers, i: usize) -> Option<f64> {
    let days = customers.days.of(i);
    let mut gaps: Vec<f64> =
        days.iter().zip(days.iter().skip(1)).map(|(a, b)| f64::from(b.0 - a.0)).collect();
    if gaps.is_empty() {
        return customers.rhythm.get(i).copied().flatten().map(|rhythm| rhythm.median);
    }
    order::floats(&mut gaps);
    Some(quantile(&gaps, 0.5))
}

/// 0 for Monday; 1970-01-01 was a Thursday.
fn weekday(day: Day) -> usize {
    (day.0 + 3).rem_euclid(7) as usize
}

/// How often each of the first `n` numbers comes; empty where none does.
fn tally(n: usize, numbers: impl Iterator<Item = usize>) -> Vec<u64> {
    let mut counts = vec![0; n];
    for number in numbers {
        if let Some(count) = counts.get_mut(number) {
            *count += 1;
        }
    }
    if counts.iter().all(|count| *count == 0) { Vec::new() } else { counts }
}

fn categories(attribute: &Attribute, who: &[usize]) -> Vec<MainCategory> {
    let column = &attribute.column;
    let mut words: Vec<(i64, usize)> = who
        .iter()
        .filter_map(|&i| Some((column.cells.get(i).copied().filter(|cell| *cell != EMPTY)?, i)))
        .collect();
    order::ascending(&mut words);
    let mut found: Vec<&[(i64, usize)]> = words.chunk_by(|a, b| a.0 == b.0).collect();
    order::by(&mut found, |a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    let main = found.iter().take(CATEGORIES).filter_map(|same| {
        let (_, i) = *same.first()?;
        let (customers, share) = (same.len() as u64, same.len() as f64 / words.len() as f64);
        Some(MainCategory { name: column.text(i), customers, share })
    });
    main.collect()
}
