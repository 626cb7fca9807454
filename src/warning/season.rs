//! The same silence a year ago: a pause in a customer's year, or in everybody's, is no sign of leaving.

use super::YEAR;
use super::document::Seen;
use crate::customers::{PurchaseDays, quantile};
use crate::order;
use crate::units::Day;

/// A longer silence can't be compared with the same one a year ago.
const LONGEST: i32 = 300;

/// Whether a customer made the same pause last year: silent now for longer than the own 80th percentile of gaps, silent on
/// the same days a year ago, and bought before and after. No data where the purchases don't reach back that far.
pub fn pause(days: &[Day], as_of: Day, gaps: &mut Vec<f64>) -> Seen {
    let days = &days[..days.partition_point(|day| *day <= as_of)];
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Seen::NoData };
    let silence = as_of.0 - last.0;
    if first.0 > last.0 - YEAR || days.len() < 3 {
        return Seen::NoData;
    }
    if silence > LONGEST {
        return Seen::NotSeen;
    }
    gaps.clear();
    gaps.extend(days.windows(2).map(|pair| f64::from(pair[1].0 - pair[0].0)));
    order::floats(gaps);
    let paused = |day: &&Day| day.0 > last.0 - YEAR && day.0 <= as_of.0 - YEAR;
    let unusual = f64::from(silence) > quantile(gaps, 0.8);
    if unusual && days.iter().find(paused).is_none() { Seen::Seen } else { Seen::NotSeen }
}

/// Repeat purchases in the N days up to this day a year ago, divided by the mean of the N days before and after: below 1
/// everybody was quieter then. First purchases are left out: they come when the shop advertises. `None` where the file
/// doesn't reach back that far, or there was next to nothing.
pub fn base(purchases: &PurchaseDays, as_of: Day, horizon: u32) -> Option<f64> {
    let (n, end) = (horizon as i32, as_of.0 - YEAR);
    let first = purchases.days.iter().min()?;
    if first.0 > end - 2 * n || n > YEAR / 3 {
        return None;
    }
    let mut counts = [0.0; 3];
    for i in 0..purchases.starts.len().saturating_sub(1) {
        for day in purchases.of(i).iter().skip(1) {
            let window = (day.0 - (end - 2 * n) - 1).div_euclid(n);
            if let Some(count) = usize::try_from(window).ok().and_then(|window| counts.get_mut(window)) {
                *count += 1.0;
            }
        }
    }
    let [before, then, after] = counts;
    let around = 0.5 * (before + after);
    (around >= 20.0).then(|| then / around)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_seasonal_when_it_was_made_last_year_too() {
        // Buys every month from April to September, silent in winter; as of a day in February.
        let summer = |year: i32| (0..6).map(move |month| Day(365 * year + 90 + 30 * month));
        let two: Vec<Day> = summer(0).chain(summer(1)).collect();
        let as_of = Day(365 + 400);
        for (days, expected) in [
            (two.clone(), Seen::Seen),
            // Bought through last winter.
            (two.iter().copied().chain((8..14).map(|m| Day(90 + 30 * m))).collect(), Seen::NotSeen),
            // First came this summer.
            (summer(1).collect(), Seen::NoData),
            (Vec::new(), Seen::NoData),
        ] {
            let mut days: Vec<Day> = days;
            order::ascending(&mut days);
            assert_eq!(pause(&days, as_of, &mut Vec::new()), expected, "{days:?}");
        }
    }

    #[test]
    fn a_quiet_time_of_the_year_is_seen_against_its_neighbours() {
        // One purchase a day for two years, but for thirty days before the same day last year, in which every third.
        let as_of = Day(729);
        let days: Vec<Day> = (0..730).filter(|d| !(336..=365).contains(d) || d % 3 == 0).map(Day).collect();
        let starts = vec![0, days.len() as u32];
        let purchases = PurchaseDays { starts, days, ..PurchaseDays::default() };
        let ratio = base(&purchases, as_of, 30).unwrap();
        assert!((ratio - 1.0 / 3.0).abs() < 0.02, "{ratio}");
        assert_eq!(base(&purchases, Day(300), 30), None);
    }
}
