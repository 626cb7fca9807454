//! NES: new, existing and sleeping customers by multiples of the usual gap, as customary in Taiwan and Hong Kong.
//!
//! N: one order, within one gap. E0: repeat, within one gap. S1, S2, S3: one to two, two to three, more than three
//! gaps since the last order, whatever the number of orders. A person may set other multiples, and days for the gap.

use super::rules::SegmentRules;
use crate::customers::Customers;
use crate::report::Nes;

/// All states, in the order of the report.
pub const ALL: [Nes; 5] = [Nes::N, Nes::E0, Nes::S1, Nes::S2, Nes::S3];

/// The state of customer `i`. `None` without orders, or where nothing says how long a gap is.
pub fn state(customers: &Customers, i: usize, rules: &SegmentRules) -> Option<Nes> {
    let orders = customers.orders[i];
    let gaps = rules.cycles(customers, i).filter(|_| orders > 0)?;
    let [active, drowsy, half] = rules.nes;
    Some(match gaps {
        g if g <= active && orders == 1 => Nes::N,
        g if g <= active => Nes::E0,
        g if g <= drowsy => Nes::S1,
        g if g <= half => Nes::S2,
        _ => Nes::S3,
    })
}
