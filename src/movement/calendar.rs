//! Months, quarters and years as numbers that follow each other.

use super::document::Step;
use crate::units::Day;

impl Step {
    /// From the shortest to the longest.
    pub const ALL: [Step; 3] = [Step::Month, Step::Quarter, Step::Year];

    fn of_a_year(self) -> i32 {
        match self {
            Step::Month => 12,
            Step::Quarter => 4,
            Step::Year => 1,
        }
    }

    /// The period that a day lies in.
    pub fn period(self, day: Day) -> i32 {
        let (year, month, _) = day.to_ymd();
        let n = self.of_a_year();
        year * n + (i32::from(month) - 1) * n / 12
    }

    /// First day of a period.
    pub fn start(self, period: i32) -> Day {
        let n = self.of_a_year();
        let month = 1 + period.rem_euclid(n) * 12 / n;
        Day::from_ymd(period.div_euclid(n), month as u8, 1).unwrap_or(Day(0))
    }

    /// The shortest step of which a span has at most `most` periods; else a year.
    pub fn fitting(first: Day, last: Day, most: i32) -> Step {
        let fits = |step: &Step| step.period(last) - step.period(first) < most;
        Step::ALL.into_iter().find(fits).unwrap_or(Step::Year)
    }
}

/// The periods of all days from one to another: looked up, as files have many rows of few days.
pub struct Periods {
    first: Day,
    each: Vec<u32>,
}

impl Periods {
    /// Counted from the period of the first day, which is 0.
    pub fn new(step: Step, first: Day, last: Day) -> Periods {
        let zero = step.period(first);
        let each = (first.0..=last.0).map(|day| (step.period(Day(day)) - zero) as u32).collect();
        Periods { first, each }
    }

    /// The period of a day; days outside count as the nearest.
    pub fn of(&self, day: Day) -> usize {
        let last = self.each.len().saturating_sub(1);
        let place = (day.0 - self.first.0).max(0) as usize;
        self.each.get(place.min(last)).copied().unwrap_or(0) as usize
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.each.last().map_or(0, |last| *last as usize + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_begin_where_the_calendar_says() {
        for (step, day, start) in [
            (Step::Month, "1997-12-31", "1997-12-01"),
            (Step::Month, "1998-01-01", "1998-01-01"),
            (Step::Quarter, "1998-06-30", "1998-04-01"),
            (Step::Quarter, "1998-12-01", "1998-10-01"),
            (Step::Year, "2000-02-29", "2000-01-01"),
        ] {
            let day = Day::parse_iso(day).unwrap();
            assert_eq!(step.start(step.period(day)).to_string(), start);
            assert_eq!(step.period(step.start(step.period(day) + 1)), step.period(day) + 1);
        }
        let (first, last) = (Day::parse_iso("1997-01-15").unwrap(), Day::parse_iso("1998-06-30").unwrap());
        for (most, step) in [(18, Step::Month), (17, Step::Quarter), (5, Step::Year), (1, Step::Year)] {
            assert_eq!(Step::fitting(first, last, most), step);
        }
        let periods = Periods::new(Step::Month, first, last);
        assert_eq!(
            (periods.of(first), periods.of(last), periods.of(Day(0)), periods.count()),
            (0, 17, 0, 18)
        );
    }
}
