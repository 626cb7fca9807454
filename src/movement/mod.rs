//! Movement in time, from one file: who stood where on two days, and what that did to the money.
//!
//! Takes a [`Ledger`] and two days; gives a [`Movement`], computed when it is asked for and no part of the report.
//!
//! ```text
//! ledger ─▶ customers as of both days ─▶ standing by the later day's scale ─▶ migration, risers and fallers
//!        └▶ tier mix at the end of every period · cohorts · value change split into its factors
//! ```
//!
//! A second, newer file goes the same way: [`compare`] takes the customers of any two days, paired by name.

mod calendar;
mod change;
mod cohorts;
mod document;
mod indicators;
mod migration;
mod shifts;
mod standing;

pub(crate) use change::period_of;
pub use document::*;
pub use migration::{Move, Moves};
pub use standing::{Standing, Yardstick};

use crate::customers::Customers;
use crate::error::{Code, Error, Result};
use crate::ledger::Ledger;
use crate::report::GroupSize;
use crate::settings::Settings;
use crate::units::{Day, Total};
use standing::{NONE, TIERS};

/// Days of a year, and of the two that let one be compared with the one before.
const YEAR: i32 = 365;

/// Days of which the tier mix is shown at most, besides the later one.
const MOST_MIXES: i32 = 12;

/// Where the customers of two days stood, the earlier ones by the scale of the later. Customers of two files are paired by
/// name; of one ledger they have the same places (`same`).
pub fn compare(
    earlier: &mut Customers,
    later: &mut Customers,
    same: bool,
    settings: &Settings,
) -> (Moves, Yardstick) {
    let yardstick = Yardstick::new(later, settings);
    let before = yardstick.measure(earlier);
    let after = yardstick.measure(later);
    let names = (!same).then_some(&earlier.names);
    let to = later.as_of.unwrap_or(Day(0));
    (Moves::new(before, names, after, later.names.clone(), to), yardstick)
}

/// What moved between two days of a ledger, and who; `on` gives its customers as of a day.
///
/// # Errors
///
/// [`Code::BadSetting`] with `from` or `to` for days that are not in this order within the file, or a file of a single day.
pub fn movement(
    ledger: &Ledger,
    query: &MovementQuery,
    to: Day,
    settings: &Settings,
    on: &dyn Fn(Day) -> Customers,
) -> Result<(Movement, Moves)> {
    let bad = |name: &str| Error::new(Code::BadSetting).value(name);
    let (first, last) = ledger.span().ok_or_else(|| bad("to"))?;
    let to = query.to.unwrap_or(to);
    if to < first || to.0 - last.0 > 100 * YEAR {
        return Err(bad("to"));
    }
    let from = query.from.unwrap_or_else(|| usual_from(first, to));
    if from >= to || from < first {
        return Err(bad("from"));
    }
    let mut later = Customers { names: ledger.names.clone(), ..on(to) };
    let mut earlier = on(from);
    // Of each day by its own rhythm, before both are held against one scale.
    let churn = [&earlier, &later].map(|customers| indicators::churn(customers, first));
    let (moves, yardstick) = compare(&mut earlier, &mut later, true, settings);
    // The period before has to be in the file, too.
    let length = to.0 - from.0;
    let change = (from.0 - length + 1 >= first.0).then(|| change::change(ledger, from, to));
    let deeds = change.as_ref().map(|_| indicators::deeds(ledger, from, to, &churn)).unwrap_or_default();
    let indicators =
        change.as_ref().map_or_else(Vec::new, |_| indicators::indicators(ledger, from, to, &deeds));
    let mut start = change.is_some().then(|| on(Day(from.0 - length)));
    let net_before = start.as_ref().map(|before| {
        let mut net = 0;
        for i in moves.each().filter(|moved| moved.high().0).filter_map(|moved| moved.number()) {
            net += earlier.net(i).0 - before.net(i).0;
        }
        Total(net)
    });
    // Where somebody stood is known after a period of the same length.
    let standing = start
        .as_mut()
        .filter(|_| yardstick.scores() && from.0 - 2 * length + 1 >= first.0)
        .map(|start| yardstick.measure(start));
    let periods = shifts::Periods { ledger, from, to, deeds: &deeds };
    let shifts = if change.is_some() { periods.shifts(standing.as_ref()) } else { Vec::new() };
    let shifts_by = standing.map(|_| Day(from.0 - length));
    let with_scores = |view| yardstick.scores().then(|| moves.migration(view));
    let mut both = 0;
    let mut new = 0;
    let mut gone = 0;
    let mut risers = GroupSize { customers: 0, net: Total(0) };
    let mut fallers = risers.clone();
    for moved in moves.each() {
        match (moved.placed_before(), moved.placed_after()) {
            (true, true) => both += 1,
            (false, _) => new += 1,
            (true, false) => gone += 1,
        }
        let group = match moved.direction() {
            Some(Direction::Up) => &mut risers,
            Some(Direction::Down) => &mut fallers,
            None => continue,
        };
        group.customers += 1;
        group.net.0 += moved.net_between();
    }
    let document = Movement {
        version: VERSION,
        from,
        to,
        first_day: first,
        both,
        new,
        gone,
        not_yet: later.len() as u64 - both - new - gone,
        segments: with_scores(MoveView::Segments),
        actions: with_scores(MoveView::Actions),
        tiers: moves.migration(MoveView::Tiers),
        risers,
        fallers,
        high: high(&moves, net_before),
        mix: mix(on, first, &moves.later, to, &yardstick),
        cohorts: cohorts::cohorts(ledger, &later, first, to, query.step),
        change,
        indicators,
        shifts,
        shifts_by,
    };
    Ok((document, moves))
}

/// A year before the later day; half the file where it is too short for a year and the year before.
pub(crate) fn usual_from(first: Day, to: Day) -> Day {
    let days = to.0 - first.0 + 1;
    Day(to.0 - if days >= 2 * YEAR { YEAR } else { days / 2 })
}

fn high(moves: &Moves, net_before: Option<Total>) -> HighRetention {
    let (mut customers, mut bought, mut still_high, mut net) = (0_u64, 0_u64, 0_u64, 0);
    for moved in moves.each().filter(|moved| moved.high().0) {
        customers += 1;
        bought += u64::from(moved.orders_between() > 0);
        still_high += u64::from(moved.high().1);
        net += moved.net_between();
    }
    let share = |part: u64| (customers > 0).then(|| part as f64 / customers as f64);
    HighRetention {
        customers,
        bought,
        bought_share: share(bought),
        still_high,
        still_high_share: share(still_high),
        net_before,
        net_between: Total(net),
    }
}

/// The tiers at the end of every period, and on the later day.
fn mix(
    on: &dyn Fn(Day) -> Customers,
    first: Day,
    later: &Standing,
    to: Day,
    yardstick: &Yardstick,
) -> Vec<TierMix> {
    let step = Step::fitting(first, to, MOST_MIXES);
    let (from, until) = (step.period(first), step.period(to));
    let mut list = Vec::new();
    for period in (from..until).skip((until - from - MOST_MIXES).max(0) as usize) {
        let day = Day(step.start(period + 1).0 - 1);
        // The later day itself may be the end of a period.
        if day < to {
            list.push(tiers_on(&yardstick.measure(&mut on(day)), day));
        }
    }
    list.push(tiers_on(later, to));
    list
}

fn tiers_on(standing: &Standing, day: Day) -> TierMix {
    let buyers = standing.tier.iter().filter(|tier| **tier != NONE).count();
    let parts = TIERS.iter().enumerate().map(|(place, id)| {
        let members = (0..standing.tier.len()).filter(|&i| usize::from(standing.tier[i]) == place);
        let (mut customers, mut net) = (0_u64, 0);
        for i in members {
            customers += 1;
            net += standing.net(i);
        }
        let share = if buyers > 0 { customers as f64 / buyers as f64 } else { 0.0 };
        TierPart { id: *id, customers, share, net: Total(net) }
    });
    TierMix { day, tiers: parts.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_comparison_is_a_year_or_half_the_file() {
        let day = |text| Day::parse_iso(text).unwrap();
        for (first, to, from) in [
            ("1997-01-01", "1998-06-30", "1997-09-30"),
            ("2022-01-01", "2023-12-31", "2022-12-31"),
            ("2020-01-01", "2023-12-31", "2022-12-31"),
            ("2024-01-01", "2024-01-02", "2024-01-01"),
            ("2024-01-01", "2024-01-01", "2024-01-01"),
        ] {
            assert_eq!(usual_from(day(first), day(to)), day(from));
        }
    }
}
