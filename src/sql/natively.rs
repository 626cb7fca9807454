//! The summary of an order file as this engine makes it: what the queries are checked against, row for row.

use serde::Serialize;

use super::COLUMNS;
use crate::analysis::Analysis;
use crate::customers::{Customers, quantile};
use crate::export::line;
use crate::order;
use crate::report::identifier;
use crate::units::Total;
use crate::value::history::History;

/// The summary as a CSV file. Customers without a row up to the as-of date are not in it.
pub fn summary_csv(customers: &Customers) -> Vec<u8> {
    let mut out = String::new();
    line(&mut out, std::iter::once("customer").chain(COLUMNS).map(str::to_owned));
    let past =
        customers.as_of.map(|as_of| History::build(&customers.days.purchases(), as_of)).unwrap_or_default();
    for i in (0..customers.len()).filter(|&i| customers.present.get(i) == Some(&true)) {
        let days = customers.days.of(i);
        let mut gaps: Vec<f64> = days.windows(2).map(|pair| f64::from(pair[1].0 - pair[0].0)).collect();
        let last_gap = gaps.last().copied();
        order::floats(&mut gaps);
        let place = past.customers.binary_search(&(i as u32)).ok();
        let pattern = place.map(|place| past.of(place));
        let bought: Vec<i128> = days
            .iter()
            .zip(customers.days.amounts_of(i))
            .filter(|(_, amount)| amount.0 >= 0)
            .map(|(_, amount)| i128::from(amount.0))
            .collect();
        let paid = |amounts: &[i128]| amounts.iter().filter(|amount| **amount > 0).count().to_string();
        let money = |amounts: &[i128]| Total(amounts.iter().sum()).to_string();
        let repeats = bought.get(1..).unwrap_or_default();
        let cells = [
            customers.names.text(i as u32),
            show(customers.first_order[i]),
            show(customers.last_order[i]),
            show(customers.recency[i]),
            customers.orders[i].to_string(),
            customers.gross[i].to_string(),
            customers.refunds[i].to_string(),
            customers.net(i).to_string(),
            pattern.map_or(0, |p| p.repeats).to_string(),
            show(pattern.map(|p| p.recency)),
            show(pattern.map(|p| p.age)),
            paid(repeats),
            money(repeats),
            paid(&bought),
            money(&bought),
            gaps.len().to_string(),
            show((!gaps.is_empty()).then(|| quantile(&gaps, 0.5))),
            show((gaps.len() >= 2).then(|| quantile(&gaps, 0.8))),
            show(last_gap),
        ];
        line(&mut out, cells.into_iter());
    }
    out.into_bytes()
}

/// The scores as a CSV file: what a scoring query gives, to the last digit.
pub fn scores_csv(analysis: &Analysis) -> Vec<u8> {
    let mut out = String::new();
    let columns = [
        "customer",
        "r",
        "f",
        "m",
        "rfm_segment",
        "lifecycle",
        "nes",
        "cluster",
        "value_index",
        "value_tier",
        "p_alive",
        "p_buy",
        "expected_orders",
        "expected_spend",
        "expected_value",
        "risk",
    ];
    line(&mut out, columns.into_iter().map(str::to_owned));
    for (p, &i) in analysis.buyers.iter().enumerate() {
        let row = analysis.row(i);
        let spend =
            analysis.models.as_ref().and_then(|models| *models.columns.expected_spend.get(i as usize)?);
        let cells = [
            row.customer,
            show(row.r),
            show(row.f),
            show(row.m),
            word(&row.rfm_segment),
            word(&row.lifecycle),
            word(&row.nes),
            show(analysis.grouping.as_ref().and_then(|grouping| Some(grouping.labels.get(p)? + 1))),
            show(row.value_index),
            word(&row.value_tier),
            show(row.p_alive),
            show(row.p_buy_90d),
            show(row.expected_orders_12m),
            show(spend),
            show(row.expected_value_12m),
            show(row.risk),
        ];
        line(&mut out, cells.into_iter());
    }
    out.into_bytes()
}

fn word<T: Serialize>(value: &Option<T>) -> String {
    value.as_ref().map(identifier).unwrap_or_default()
}

fn show<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
