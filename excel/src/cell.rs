//! One cell as text, the way a person would have typed it into a CSV file.
//!
//! | in the sheet | text |
//! |---|---|
//! | text | as it is; a line break becomes a blank, so that a row is a line |
//! | number | plain decimals without exponent: `17850`, `0.1`, `1234567.891` |
//! | date, date and time | `2024-03-05`, `2024-03-05 14:02:24`, in either day count (from 1900, from 1904) |
//! | time of day, duration | `14:02:24`, `255:10:10` |
//! | yes or no | `TRUE`, `FALSE`, as Excel's own CSV has it |
//! | error (`#N/A`, `#DIV/0!` …) | nothing: a customer named `#N/A` would gather the rows of many |
//! | formula | the value it had when the file was saved; nothing where none was saved |

use std::borrow::Cow;
use std::fmt::Write;

/// What stands in a filled cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Text, or what the file already has as text (an ISO date).
    Text(Cow<'a, str>),
    /// A number.
    Number(f64),
    /// A number that the sheet shows as a date or a time.
    Moment {
        /// Days, with the time as a fraction.
        serial: f64,
        /// Whether they are counted from 1904.
        from_1904: bool,
        /// Whether it is a length of time rather than a point in it.
        duration: bool,
    },
    /// Yes or no.
    Bool(bool),
}

/// Excel works with this many digits, and shows no more.
const DIGITS: usize = 15;
/// Whole numbers up to here are exact.
const EXACT: f64 = 9_007_199_254_740_992.0;
const SECONDS: f64 = 86_400.0;
/// Days between the two counts.
const FROM_1904: i64 = 1462;
/// 9999-12-31, the last day of Excel's calendar.
const LAST: i64 = 2_958_465;
/// Day number of 1970-01-01.
const EPOCH: i64 = 25_569;

impl Value<'_> {
    /// Writes the text of the cell to `out`.
    pub fn write(&self, out: &mut String) {
        match self {
            Value::Text(text) => plain(text, out),
            Value::Number(number) => decimal(*number, out),
            Value::Moment { serial, from_1904, duration } => moment(*serial, *from_1904, *duration, out),
            Value::Bool(yes) => out.push_str(if *yes { "TRUE" } else { "FALSE" }),
        }
    }

    /// Whether there is anything to read in it.
    pub fn is_blank(&self) -> bool {
        matches!(self, Value::Text(text) if text.chars().all(char::is_whitespace))
    }
}

fn plain(text: &str, out: &mut String) {
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\r' => out.push(' '),
            '\n' if after_return => {}
            '\n' => out.push(' '),
            c => out.push(c),
        }
        after_return = c == '\r';
    }
}

/// The shortest decimal that is this number, with no more digits than Excel has: a sum of prices is stored as
/// `0.30000000000000004` and was `0.3` for whoever looked at it.
fn decimal(number: f64, out: &mut String) {
    if !number.is_finite() {
        return;
    }
    let from = out.len();
    // Writing to a String can't fail.
    let _ = write!(out, "{number}");
    if number.fract() == 0.0 {
        if number.abs() <= EXACT && number == 0.0 {
            out.truncate(from);
            out.push('0');
        }
        return;
    }
    let written = out.get(from..).unwrap_or_default();
    let digits = written.trim_start_matches(['-', '0', '.']).chars().filter(char::is_ascii_digit).count();
    if digits > DIGITS
        && let Ok(rounded) = format!("{number:.*e}", DIGITS - 1).parse::<f64>()
    {
        out.truncate(from);
        let _ = write!(out, "{rounded}");
    }
}

fn moment(serial: f64, from_1904: bool, duration: bool, out: &mut String) {
    let seconds = (serial * SECONDS).round();
    if !(0.0..=LAST as f64 * SECONDS).contains(&seconds) {
        // No day: the number says at least what is in the cell.
        return decimal(serial, out);
    }
    let seconds = seconds as i64;
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    if duration || days == 0 && !from_1904 {
        let hours = if duration { seconds / 3600 } else { rest / 3600 };
        return clock(hours, rest, out);
    }
    let days = if from_1904 { days + FROM_1904 } else { days };
    if days == 60 {
        // Excel's calendar has this day.
        out.push_str("1900-02-29");
    } else {
        let (year, month, day) = civil(days - EPOCH + i64::from(days < 60));
        let _ = write!(out, "{year:04}-{month:02}-{day:02}");
    }
    if rest > 0 {
        out.push(' ');
        clock(rest / 3600, rest, out);
    }
}

fn clock(hours: i64, seconds: i64, out: &mut String) {
    let _ = write!(out, "{hours:02}:{:02}:{:02}", seconds / 60 % 60, seconds % 60);
}

/// Year, month and day of a day counted from 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &Value<'_>) -> String {
        let mut out = String::new();
        value.write(&mut out);
        out
    }

    #[test]
    fn numbers_are_plain_decimals() {
        for (number, expected) in [
            (17850.0, "17850"),
            (0.0, "0"),
            (-0.0, "0"),
            (-12.5, "-12.5"),
            (0.1 + 0.2, "0.3"),
            (1.1 * 1.1, "1.21"),
            (1234567.891, "1234567.891"),
            (0.000001234, "0.000001234"),
            (4_000_000_000_000_123.0, "4000000000000123"),
            (9_007_199_254_740_992.0, "9007199254740992"),
            (6.2e18, "6200000000000000000"),
            (1e21, "1000000000000000000000"),
            (123_456_789_012.345_67, "123456789012.346"),
            (f64::NAN, ""),
            (f64::INFINITY, ""),
        ] {
            assert_eq!(text(&Value::Number(number)), expected, "{number:e}");
        }
    }

    #[test]
    fn days_and_times_are_iso() {
        let (day, length) = (false, true);
        for (serial, from_1904, duration, expected) in [
            (1.0, false, day, "1900-01-01"),
            (59.0, false, day, "1900-02-28"),
            (60.0, false, day, "1900-02-29"),
            (61.0, false, day, "1900-03-01"),
            (35431.0, false, day, "1997-01-01"),
            (43101.3932638889, false, day, "2018-01-01 09:26:18"),
            (45351.999999999, false, day, "2024-03-01"),
            (45351.0, false, day, "2024-02-29"),
            (2958465.0, false, day, "9999-12-31"),
            (42735.0, true, day, "2021-01-01"),
            (0.0, true, day, "1904-01-01"),
            (0.585, false, day, "14:02:24"),
            (10.6320601851852, false, length, "255:10:10"),
            (-1.0, false, day, "-1"),
            (1e9, false, day, "1000000000"),
        ] {
            assert_eq!(text(&Value::Moment { serial, from_1904, duration }), expected, "{serial}");
        }
    }

    #[test]
    fn a_line_break_is_a_blank_and_the_rest_is_verbatim() {
        for (cell, expected) in [
            ("=\"007\"", "=\"007\""),
            (" a ", " a "),
            ("a\r\nb\nc\rd", "a b c d"),
            ("买家会员名", "买家会员名"),
        ] {
            assert_eq!(text(&Value::Text(cell.into())), expected);
        }
        assert_eq!(text(&Value::Bool(true)), "TRUE");
    }
}
