//! How far ahead the warning looks, and from which days in the past the file is asked the same question.
//!
//! ```text
//! first ─────────── back(2) ─────── back(1) ─────── as of ─────── ?
//!                      └── N days ──┴── N days ──┴── N days ──┘
//!                       calibrates      tests        warns
//!                       the test
//! ```

use crate::customers::Customers;
use crate::units::Day;

/// Fewest days ahead: below a week a warning comes too late to act on.
const FEWEST: u32 = 7;
/// Most days ahead.
const MOST: u32 = 365;

/// N and the days it is counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Horizon {
    /// N.
    pub days: u32,
    /// First day with a purchase.
    pub first: Day,
    /// The day of the report.
    pub as_of: Day,
}

impl Horizon {
    /// The day `windows` horizons before the as-of date.
    pub fn back(&self, windows: i32) -> Day {
        Day(self.as_of.0 - windows * self.days as i32)
    }
}

/// N as `chosen`, else one usual gap; of its own accord it is at most a third of the file, so that the warning can be tested.
/// `None` where nobody came back, or the file is too short.
pub fn horizon(customers: &Customers, as_of: Day, chosen: Option<u32>) -> Option<Horizon> {
    let first = *customers.days.days.iter().min()?;
    let gap = customers.usual_gap?;
    let third = u32::try_from(as_of.0 - first.0).ok()? / 3;
    let usual = (libm::round(gap) as u32).clamp(FEWEST, MOST).min(third);
    let days = chosen.unwrap_or(usual);
    let horizon = Horizon { days, first, as_of };
    (days >= FEWEST && horizon.back(1) > first).then_some(horizon)
}
