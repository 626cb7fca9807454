//! The columns that only a summary of a warehouse has ([`crate::sql`]), back to what single orders would have given: exact gross and
//! refunds, the models' x, t_x, T and m, and each customer's own rhythm.

use std::sync::Arc;

use super::{Customers, Rhythm};
use crate::ledger::column::EMPTY;
use crate::sql::PAST;
use crate::units::{MICROS, Total};
use crate::value::history::{History, Past, Pattern};

/// Fills the customers from the rows of a summary, in their order.
pub(super) fn fill(c: &mut Customers, rows: &[[i64; PAST.len()]]) {
    let (mut who, mut patterns, mut spend, mut repeats_paid) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut all_paid = Vec::new();
    let whole = |cell: i64| u32::try_from(cell / MICROS).ok();
    for (i, row) in rows.iter().enumerate() {
        let &[
            gross,
            refunds,
            repeats,
            span,
            age,
            paid,
            paid_amount,
            days,
            days_amount,
            gaps,
            median,
            p80,
            last,
        ] = row;
        let known = |cell: i64| if cell == EMPTY { 0 } else { cell };
        if let (Some(of_gross), Some(of_refunds)) = (c.gross.get_mut(i), c.refunds.get_mut(i)) {
            *of_gross = Total(i128::from(known(gross)));
            *of_refunds = Total(i128::from(known(refunds)));
        }
        let real = |cell: i64| (cell != EMPTY).then_some(cell as f64 / MICROS as f64);
        let rhythm = real(median).zip(real(p80)).zip(real(last)).filter(|_| known(gaps) >= 2 * MICROS);
        if let Some(of) = c.rhythm.get_mut(i) {
            *of = rhythm.map(|((median, p80), last)| Rhythm { median, p80, last });
        }
        c.last_gap.push(real(last));
        let (Some(repeats), Some(recency), Some(age)) = (whole(repeats), whole(span), whole(age)) else {
            continue;
        };
        let paid = whole(paid).unwrap_or(0);
        who.push(i as u32);
        patterns.push(Pattern { repeats, recency, age });
        repeats_paid.push(paid);
        let mean = known(paid_amount) as f64 / f64::from(paid) / MICROS as f64;
        spend.push((paid > 0).then_some(mean));
        all_paid.push((whole(days).unwrap_or(0), known(days_amount)));
    }
    if !who.is_empty() {
        let history = History::from_parts(who, &patterns, spend, repeats_paid);
        c.past = Some(Arc::new(Past { history, paid: all_paid }));
    }
}
