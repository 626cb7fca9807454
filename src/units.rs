//! Money and days: the two units that everything is measured in.
//!
//! [`Amount`] is exact (fixed point, millionths), so sums never depend on the order of rows.
//! [`Day`] is a civil calendar day without a time zone, as written in the file.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use time::Date;

/// Millionths in one unit of money.
pub const MICROS: i64 = 1_000_000;

/// An exact amount of money, in millionths of the file's currency unit.
///
/// Sums are taken in `i128` ([`Total`]), which no file can overflow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(pub i64);

/// A sum of [`Amount`]s, in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Total(pub i128);

impl Amount {
    /// The amount as a floating point number, for models and plots only.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / MICROS as f64
    }
}

impl Total {
    /// The sum as a floating point number, for shares, models and plots only.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / MICROS as f64
    }

    /// Adds one amount.
    pub fn add(&mut self, amount: Amount) {
        self.0 += i128::from(amount.0);
    }
}

impl std::iter::Sum<Amount> for Total {
    fn sum<I: Iterator<Item = Amount>>(iter: I) -> Self {
        Total(iter.map(|a| i128::from(a.0)).sum())
    }
}

impl From<Amount> for Total {
    fn from(amount: Amount) -> Self {
        Total(i128::from(amount.0))
    }
}

impl fmt::Display for Total {
    /// Plain decimal with at least two and at most six decimals: `-12.50`, `0.00`, `3.141593`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let whole = magnitude / MICROS as u128;
        let mut fraction = (magnitude % MICROS as u128) as u64;
        let mut digits = 6;
        while digits > 2 && fraction.is_multiple_of(10) {
            fraction /= 10;
            digits -= 1;
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{whole}.{fraction:0digits$}")
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Total::from(*self).fmt(f)
    }
}

impl Serialize for Total {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A civil day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// Julian day number of 1970-01-01.
const EPOCH_JULIAN: i32 = 2_440_588;

impl Day {
    /// The day of a calendar date, or `None` where there is no such date.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Day> {
        let month = time::Month::try_from(month).ok()?;
        let date = Date::from_calendar_date(year, month, day).ok()?;
        Some(Day(date.to_julian_day() - EPOCH_JULIAN))
    }

    /// Year, month (1 to 12) and day (1 to 31).
    pub fn to_ymd(self) -> (i32, u8, u8) {
        match Date::from_julian_day(self.0.saturating_add(EPOCH_JULIAN)) {
            Ok(date) => (date.year(), date.month() as u8, date.day()),
            Err(_) => (0, 1, 1),
        }
    }

    /// Reads an ISO date, `1998-06-30`, and nothing else.
    pub fn parse_iso(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || y.len() != 4 || m.len() != 2 || d.len() != 2 {
            return None;
        }
        Day::from_ymd(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.to_ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Day::parse_iso(&text).ok_or_else(|| serde::de::Error::custom("a day is written 2024-12-31"))
    }
}

/// A day and the second within it, as written in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The civil day.
    pub day: Day,
    /// Seconds since midnight, 0 where the file has no time.
    pub second: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_print_two_to_six_decimals() {
        for (micros, text) in [
            (0, "0.00"),
            (244_091_940_000, "244091.94"),
            (-12_500_000, "-12.50"),
            (1, "0.000001"),
            (1_234_000, "1.234"),
            (-10_000, "-0.01"),
        ] {
            assert_eq!(Total(micros).to_string(), text);
        }
    }

    #[test]
    fn days_round_trip() {
        for text in ["1970-01-01", "1998-06-30", "2000-02-29", "1899-12-30", "2099-12-31"] {
            assert_eq!(Day::parse_iso(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Day::from_ymd(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::from_ymd(2023, 2, 29), None);
    }
}
