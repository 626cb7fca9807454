//! The summary of an order file as this engine makes it: what the queries are checked against, row for row.

use super::COLUMNS;
use crate::customers::{Customers, quantile};
use crate::export::line;
use crate::order;
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

fn show<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
