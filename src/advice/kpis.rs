//! Indicators, each with its formula, its denominator, its period, the target a person has set, and, where it can't be known,
//! what is missing.

mod reach;
mod survey;

pub(crate) use survey::{Survey, newcombe, wilson};

use std::collections::BTreeMap;

use crate::customers::Customers;
use crate::report::{Kpi, KpiId, Missing, Period, Totals};
use crate::units::Day;

/// Usual gaps after which a repeat buyer counts as churned.
pub const CHURN_GAPS: f64 = 3.0;

/// All indicators, in the order of the page. `top_share` is the share of revenue of the best fifth; `targets` are a person's.
pub fn kpis(
    customers: &Customers,
    buyers: &[u32],
    totals: &Totals,
    top_share: f64,
    span: Option<(Day, Day)>,
    targets: &BTreeMap<KpiId, f64>,
) -> Vec<Kpi> {
    let n = buyers.len() as u64;
    let repeat = buyers.iter().filter(|&&i| customers.orders[i as usize] >= 2).count() as f64;
    let orders = totals.orders as f64;
    let (gross, refunds, net) = (totals.gross.to_f64(), totals.refunds.to_f64(), totals.net.to_f64());
    let mut list = vec![
        ratio(KpiId::RepeatRate, repeat, n, "buyers with orders >= 2 / buyers", Missing::NoBuyers),
        ratio(KpiId::AverageOrderValue, net, totals.orders, "net / orders", Missing::NoBuyers),
        ratio(KpiId::OrdersPerCustomer, orders, n, "orders / buyers", Missing::NoBuyers),
        ratio(KpiId::NetPerCustomer, net, n, "net / buyers", Missing::NoBuyers),
        kpi(
            KpiId::RefundRate,
            (gross > 0.0).then(|| refunds / gross),
            totals.orders,
            "refunds / gross",
            (gross <= 0.0).then_some(Missing::NoMoney),
        ),
        kpi(
            KpiId::TopShare,
            (n > 0 && net > 0.0).then_some(top_share),
            n,
            "net of the best 20 % of buyers / net of all buyers",
            (n == 0 || net <= 0.0).then_some(Missing::NoMoney),
        ),
    ];
    if !customers.orders_known {
        let counted = [KpiId::RepeatRate, KpiId::AverageOrderValue, KpiId::OrdersPerCustomer];
        for kpi in list.iter_mut().filter(|kpi| counted.contains(&kpi.id)) {
            (kpi.value, kpi.missing) = (None, Some(Missing::NoOrderCounts));
        }
    }
    for (id, days) in [(KpiId::SecondOrder30, 30), (KpiId::SecondOrder60, 60), (KpiId::SecondOrder90, 90)] {
        list.push(second_order(customers, buyers, id, days));
    }
    let retention = retention(customers, buyers, span);
    list.push(retention);
    list.push(churn(customers, buyers, span));
    list.push(survey::csat(customers));
    list.push(survey::nps(customers));
    list.extend(reach::reach(customers, buyers));
    list.push(kpi(KpiId::Roi, None, 0, "(revenue brought - cost) / cost", Some(Missing::NoCost)));
    for kpi in &mut list {
        if kpi.value.is_some() && kpi.period.is_none() {
            kpi.period = span.map(|(from, to)| Period { from, to });
        }
        kpi.target = targets.get(&kpi.id).copied();
        let lower = [KpiId::RefundRate, KpiId::ChurnRate, KpiId::TopShare].contains(&kpi.id);
        kpi.on_target = kpi.value.zip(kpi.target).map(
            |(value, target)| {
                if lower { value <= target } else { value >= target }
            },
        );
    }
    list
}

fn kpi(id: KpiId, value: Option<f64>, n: u64, formula: &str, missing: Option<Missing>) -> Kpi {
    Kpi {
        id,
        value,
        n,
        formula: formula.into(),
        interval: None,
        missing,
        period: None,
        target: None,
        on_target: None,
    }
}

fn ratio(id: KpiId, numerator: f64, n: u64, formula: &str, missing: Missing) -> Kpi {
    kpi(id, (n > 0).then(|| numerator / n as f64), n, formula, (n == 0).then_some(missing))
}

/// Second orders within a window, only among buyers whose window has fully passed.
fn second_order(customers: &Customers, buyers: &[u32], id: KpiId, window: i32) -> Kpi {
    let formula = format!(
        "buyers whose second purchase day is within {window} days of the first / buyers whose first is {window} days ago or more"
    );
    let Some(as_of) = customers.as_of.filter(|_| !customers.days.days.is_empty()) else {
        return kpi(id, None, 0, &formula, Some(Missing::NoDates));
    };
    let (mut ripe, mut converted) = (0_u64, 0_u64);
    for &i in buyers {
        let days = customers.days.of(i as usize);
        if let Some(first) = days.first().filter(|first| as_of.0 - first.0 >= window) {
            ripe += 1;
            converted += u64::from(days.get(1).is_some_and(|second| second.0 - first.0 <= window));
        }
    }
    ratio(id, converted as f64, ripe, &formula, Missing::HistoryTooShort)
}

/// Buyers of one period who bought in the next one as well: a year where the file spans two, else 90 days.
fn retention(customers: &Customers, buyers: &[u32], span: Option<(Day, Day)>) -> Kpi {
    let id = KpiId::RetentionRate;
    let days = span.map_or(0, |(first, last)| last.0 - first.0 + 1);
    let period = if days >= 2 * 365 { 365 } else { 90 };
    let formula = format!(
        "buyers with a purchase day in the last {period} days and in the {period} before / buyers with one in the {period} before"
    );
    if customers.days.days.is_empty() {
        return kpi(id, None, 0, &formula, Some(Missing::NoDates));
    }
    let Some((_, end)) = span.filter(|_| days >= 2 * period) else {
        return kpi(id, None, 0, &formula, Some(Missing::HistoryTooShort));
    };
    let (mut before, mut again) = (0_u64, 0_u64);
    for &i in buyers {
        let days = customers.days.of(i as usize);
        let within = |from: i32, to: i32| days.iter().any(|day| day.0 > from && day.0 <= to);
        if within(end.0 - 2 * period, end.0 - period) {
            before += 1;
            again += u64::from(within(end.0 - period, end.0));
        }
    }
    let period = Period { from: Day(end.0 - 2 * period + 1), to: end };
    Kpi { period: Some(period), ..ratio(id, again as f64, before, &formula, Missing::NoBuyers) }
}

/// Whether a repeat buyer is later than [`CHURN_GAPS`] usual gaps. `None` for everybody else.
pub(crate) fn churned(customers: &Customers, i: usize) -> Option<bool> {
    (customers.days.of(i).len() >= 2).then(|| customers.overdue(i).is_some_and(|times| times > CHURN_GAPS))
}

/// What [`churned`] lacks in the days of `span`.
pub(crate) fn churn_lacks(customers: &Customers, span: Option<(Day, Day)>) -> Option<Missing> {
    if customers.days.days.is_empty() {
        return Some(Missing::NoDates);
    }
    let Some(gap) = customers.usual_gap else { return Some(Missing::NoRepeat) };
    let short = span.is_none_or(|(first, last)| f64::from(last.0 - first.0) < 2.0 * gap);
    short.then_some(Missing::HistoryTooShort)
}

fn churn(customers: &Customers, buyers: &[u32], span: Option<(Day, Day)>) -> Kpi {
    let formula =
        format!("repeat buyers without an order for more than {CHURN_GAPS} usual gaps / repeat buyers");
    if let Some(missing) = churn_lacks(customers, span) {
        return kpi(KpiId::ChurnRate, None, 0, &formula, Some(missing));
    }
    let (mut repeat, mut gone) = (0_u64, 0_u64);
    for late in buyers.iter().filter_map(|&i| churned(customers, i as usize)) {
        repeat += 1;
        gone += u64::from(late);
    }
    ratio(KpiId::ChurnRate, gone as f64, repeat, &formula, Missing::NoRepeat)
}
