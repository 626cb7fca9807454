//! The usual gap between purchases: what can be said without a model.
//!
//! Shown in place of a forecast where the models are not trusted, and beside it where they are.

use serde::Serialize;

use super::history::Purchases;
use super::potential::quantile;
use crate::units::Day;

/// The gaps of all customers together.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct UsualGap {
    /// Number of gaps: pairs of consecutive purchase days of a customer.
    pub gaps: u64,
    /// A quarter of them is shorter, in days.
    pub quarter: f64,
    /// Half of them is shorter.
    pub median: f64,
    /// Three quarters are shorter.
    pub three_quarters: f64,
}

/// Fewest gaps of one customer that make a rhythm of his or her own.
const FEWEST_OWN: usize = 3;

/// The usual gap of the file and, in days, of each customer with at least four purchases; only purchases up to `as_of`.
pub fn usual_gap(purchases: &Purchases, as_of: Day) -> (Option<UsualGap>, Vec<Option<f64>>) {
    let mut all = Vec::new();
    let mut own = Vec::with_capacity(purchases.customers());
    for customer in 0..purchases.customers() {
        let from = all.len();
        let mut last: Option<Day> = None;
        for (day, _) in purchases.of(customer).take_while(|(day, _)| *day <= as_of) {
            if let Some(last) = last.filter(|last| *last != day) {
                all.push(f64::from(day.0.abs_diff(last.0)));
            }
            last = Some(day);
        }
        let mut gaps = all.get(from..).unwrap_or_default().to_vec();
        gaps.sort_unstable_by(f64::total_cmp);
        own.push(if gaps.len() >= FEWEST_OWN { quantile(&gaps, 0.5) } else { None });
    }
    all.sort_unstable_by(f64::total_cmp);
    let usual = match (quantile(&all, 0.25), quantile(&all, 0.5), quantile(&all, 0.75)) {
        (Some(quarter), Some(median), Some(three_quarters)) => {
            Some(UsualGap { gaps: all.len() as u64, quarter, median, three_quarters })
        }
        _ => None,
    };
    (usual, own)
}
