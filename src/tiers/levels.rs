//! The tiers as the levels of a programme: a what-if, computed when it is asked for and no part of the report.
//!
//! - **One order away**: the customer buys once more today, for the money of an order so far. Recency, orders, money and margin
//!   become what they would be, are ranked among the buyers as they are, and the cuts stay where they are.
//! - **Points** are a share of the money spent in the year up to the as-of date; a person sets the share.
//! - **Balance** puts the hours of service that a person gives each tier against what the tier brings. Without any, everybody gets
//!   the same, and a tier's share of the hours is its share of the customers.

use super::document::{Level, Levels, TenureGrade};
use super::{ALL, Cuts};
use crate::analysis::Analysis;
use crate::customers::Customers;
use crate::order;
use crate::report::{Period, ValueTier};
use crate::settings::Programme;
use crate::units::{Day, MICROS, Total};
use crate::value::index::Scale;

/// Days of a year of points.
const YEAR: i32 = 365;
/// Days of a year of tenure.
const DAYS_OF_YEAR: f64 = 365.25;

/// The day before the first day whose money earns points; `None` where all of it does.
pub fn before_period(analysis: &Analysis, first: Option<Day>) -> Option<Day> {
    let day = Day(analysis.customers.as_of?.0 - YEAR);
    first.filter(|first| *first <= day).map(|_| day)
}

/// The levels of an analysis; `earlier` are its customers as of [`before_period`], and `first` is the first day of the file.
pub fn levels(analysis: &Analysis, earlier: Option<&Customers>, first: Option<Day>) -> Levels {
    let Analysis { customers, buyers, tiers, settings, .. } = analysis;
    let Programme { points, hours, .. } = settings.programme;
    let cuts = tiers.cuts;
    let net_all: i128 = (0..buyers.len()).map(|p| analysis.net(p)).sum();
    let next = next_levels(analysis);
    let mut list: Vec<Level> = ALL.map(|id| empty(id, &cuts, next.is_some())).into();
    for (p, (&i, &tier)) in buyers.iter().zip(&tiers.value).enumerate() {
        let net = analysis.net(p);
        let line = analysis.on_the_line(p);
        if let Some(level) = line.and_then(|line| list.get_mut(line as usize)) {
            level.on_the_line += 1;
        }
        let reached = next.as_ref().and_then(|next| next.get(p).copied().flatten());
        if let Some(level) = reached.and_then(|reached| list.get_mut(reached as usize)) {
            level.one_order = level.one_order.map(|count| count + 1);
            level.one_order_money =
                level.one_order_money.map(|money| Total(money.0 + usual_order(customers, i as usize)));
        }
        let Some(level) = list.get_mut(tier as usize) else { continue };
        level.customers += 1;
        level.net.0 += net;
        level.kept += u64::from(tiers.kept.get(p) == Some(&true));
        level.spent.0 += net - earlier.map_or(0, |earlier| earlier.net(i as usize).0);
    }
    let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    let all_hours = hours.map(|hours| hours.iter().fold(0.0, |sum, hours| sum + hours));
    for (place, level) in list.iter_mut().enumerate() {
        level.share_customers = share(level.customers as f64, buyers.len() as f64);
        level.share_net = share(level.net.0 as f64, net_all as f64);
        level.points_cost = Total(libm::round(level.spent.0.max(0) as f64 * points) as i128);
        level.hours = hours.and_then(|hours| hours.get(place).copied());
        level.share_hours = match (level.hours, all_hours) {
            (Some(hours), Some(all)) => share(hours, all),
            _ => level.share_customers,
        };
        level.hours_by_value = all_hours.map(|all| all * level.share_net.clamp(0.0, 1.0));
    }
    let period = customers.as_of.zip(first).map(|(to, first)| {
        let from = before_period(analysis, Some(first)).map_or(first, |day| Day(day.0 + 1));
        Period { from, to }
    });
    Levels {
        by: cuts.by,
        keep: cuts.keep,
        since: settings.tiers.since,
        points,
        period,
        points_cost: Total(list.iter().map(|level| level.points_cost.0).sum()),
        levels: list,
        hours_set: hours.is_some(),
        tenure: tenure(analysis, &settings.programme),
    }
}

fn empty(id: ValueTier, cuts: &Cuts, counted: bool) -> Level {
    let from = cuts.from.get(id as usize).copied().filter(|from| from.is_finite());
    let counted = counted && id != ValueTier::Low;
    Level {
        id,
        customers: 0,
        share_customers: 0.0,
        net: Total(0),
        share_net: 0.0,
        from,
        keep_from: from.map(|from| from * cuts.keep),
        kept: 0,
        on_the_line: 0,
        one_order: counted.then_some(0),
        one_order_money: counted.then_some(Total(0)),
        spent: Total(0),
        points_cost: Total(0),
        share_hours: 0.0,
        hours: None,
        hours_by_value: None,
    }
}

/// Money of an order so far, to the cent, in millionths; 0 where more was given back.
fn usual_order(customers: &Customers, i: usize) -> i128 {
    let cent = i128::from(MICROS / 100);
    let orders = i128::from(customers.orders.get(i).copied().unwrap_or(0).max(1));
    (customers.net(i).0.max(0) / orders + cent / 2) / cent * cent
}

/// For each buyer the better tier that one more order today would lead to. `None` where orders are not counted.
pub fn next_levels(analysis: &Analysis) -> Option<Vec<Option<ValueTier>>> {
    let Analysis { customers: now, buyers, tiers, settings, .. } = analysis;
    if !now.orders_known {
        return None;
    }
    let more = |i: usize, money: Total| Total(money.0 + usual_order(now, i));
    let after = Customers {
        as_of: now.as_of,
        orders_known: true,
        orders: now.orders.iter().map(|orders| orders.saturating_add(1)).collect(),
        recency: now.recency.iter().map(|days| days.map(|_| 0)).collect(),
        gross: now.gross.iter().enumerate().map(|(i, &gross)| more(i, gross)).collect(),
        refunds: now.refunds.clone(),
        first_order: now.first_order.clone(),
        margin: now
            .margin
            .as_ref()
            .map(|margin| margin.iter().enumerate().map(|(i, m)| margin_after(now, i, *m)).collect()),
        attributes: now.attributes.clone(),
        ..Customers::default()
    };
    let index = Scale::new(now, buyers).ranks(&after, buyers).index(&settings.weights);
    let each = buyers.iter().zip(&index).zip(&tiers.value).map(|((&i, &index), &tier)| {
        let then = tiers.cuts.tier(tiers.cuts.measure(index, after.net(i as usize).0));
        // High comes first in the enumeration.
        (then < tier).then_some(then)
    });
    Some(each.collect())
}

fn margin_after(customers: &Customers, i: usize, margin: Total) -> Total {
    let orders = i128::from(customers.orders.get(i).copied().unwrap_or(0).max(1));
    Total(margin.0 + margin.0 / orders)
}

/// Grades by years since the first order, the longest first.
fn tenure(analysis: &Analysis, programme: &Programme) -> Vec<TenureGrade> {
    let Analysis { customers, buyers, tiers, .. } = analysis;
    let Some(as_of) = customers.as_of else { return Vec::new() };
    let mut starts = vec![0.0];
    starts.extend(programme.tenure);
    let mut grades: Vec<TenureGrade> = starts
        .iter()
        .enumerate()
        .map(|(place, &from)| TenureGrade {
            from,
            to: starts.get(place + 1).copied(),
            customers: 0,
            net: Total(0),
            tiers: [0; 3],
        })
        .collect();
    let mut known = 0;
    for (p, (&i, &tier)) in buyers.iter().zip(&tiers.value).enumerate() {
        let Some(first) = customers.first_order.get(i as usize).copied().flatten() else { continue };
        let years = f64::from(as_of.0 - first.0) / DAYS_OF_YEAR;
        let Some(grade) = grades.iter_mut().rfind(|grade| years >= grade.from) else { continue };
        known += 1;
        grade.customers += 1;
        grade.net.0 += analysis.net(p);
        if let Some(count) = grade.tiers.get_mut(tier as usize) {
            *count += 1;
        }
    }
    if known == 0 {
        return Vec::new();
    }
    order::by(&mut grades, |a, b| b.from.total_cmp(&a.from));
    grades
}
