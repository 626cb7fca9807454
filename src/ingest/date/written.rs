//! A written date, taken apart before anyone decides which part is what.
//!
//! In goes the text of a cell, out come three numbers, how each was written, and the time of day. Which number is the
//! year, month or day is the column's decision ([`Triple::moment`]), unless the cell is clear by itself.

use std::str;

use super::{DateFlaw, DateFormat, LONGEST, civil, clock};
use crate::units::Moment;

/// Two-digit years up to this one are in the 2000s, later ones in the 1900s (as POSIX has it, within a year).
const PIVOT: i32 = 69;
/// First year of the Republic of China less one.
const ROC_EPOCH: i32 = 1911;

/// One number of a date and how many digits it was written with.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Part {
    pub(super) value: u32,
    pub(super) digits: u32,
}

/// A date before anyone has said which part is what.
#[derive(Clone, Copy, Debug)]
pub(super) struct Triple {
    /// As written; where a month name stood, its number is here.
    pub(super) parts: [Part; 3],
    /// Where the month name stood.
    month_at: usize,
    /// A part is a month name.
    pub(super) named: bool,
    /// Marked as a year of the Republic of China.
    pub(super) roc: bool,
    pub(super) zoned: bool,
    /// Seconds since midnight; `None` if the clock has no such time.
    second: Option<u32>,
}

impl Triple {
    pub(super) fn moment(&self, format: DateFormat) -> Result<Moment, DateFlaw> {
        let [a, b, c] = self.parts;
        let (year, month, day) = if self.named {
            match self.month_at {
                // Mar 9, 2011
                0 => (c, a, b),
                // 2011-Mar-09
                1 if a.digits == 4 => (a, b, c),
                1 if c.digits != 4 && format == DateFormat::YearMonthDay && a.value > 31 => (a, b, c),
                // 9 March 2011
                1 => (c, b, a),
                _ => return Err(DateFlaw::Unreadable),
            }
        } else if self.roc || a.digits == 4 {
            (a, b, c)
        } else {
            match format {
                DateFormat::DayMonthYear => (c, b, a),
                DateFormat::MonthDayYear => (c, a, b),
                _ => (a, b, c),
            }
        };
        let roc = self.roc || (format == DateFormat::RocYearMonthDay && year.digits < 4 && !self.named);
        let value = i32::try_from(year.value).map_err(|_| DateFlaw::Unreadable)?;
        let year = match year.digits {
            _ if roc => value + ROC_EPOCH,
            4 => value,
            2 if value <= PIVOT => 2000 + value,
            2 => 1900 + value,
            _ => return Err(DateFlaw::Unreadable),
        };
        if month.digits > 2 || day.digits > 2 {
            return Err(DateFlaw::Unreadable);
        }
        let day = civil(year, month.value, day.value)?;
        let second = self.second.ok_or(DateFlaw::Impossible)?;
        Ok(Moment { day, second })
    }
}

/// Bytes that stand for Chinese characters in normalised text.
mod mark {
    pub const YEAR: u8 = 1;
    pub const MONTH: u8 = 2;
    pub const DAY: u8 = 3;
    pub const HOUR: u8 = 4;
    pub const MINUTE: u8 = 5;
    pub const SECOND: u8 = 6;
    pub const MORNING: u8 = 14;
    pub const AFTERNOON: u8 = 15;
    pub const REPUBLIC: u8 = 16;
}

/// The cell in one alphabet: half-width, lower case, Chinese words as [`mark`]s. `None`: something else is in it.
pub(super) fn normalise(cell: &[u8], out: &mut [u8; LONGEST]) -> Option<usize> {
    let text = str::from_utf8(cell).ok()?;
    let mut length = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let byte = match c {
            // Formula quotes: ="2024-01-01"
            '"' | '=' | '\'' | '\0' => continue,
            '!'..='~' => c.to_ascii_lowercase() as u8,
            ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{202f}' | '\u{2009}' => b' ',
            '\u{ff01}'..='\u{ff5e}' => u8::try_from(u32::from(c) - 0xff01 + 0x21).ok()?.to_ascii_lowercase(),
            '\u{2013}' | '\u{2212}' | '\u{2010}' | '\u{2011}' => b'-',
            '年' => mark::YEAR,
            '月' => mark::MONTH,
            '日' | '号' | '號' => mark::DAY,
            '時' | '时' | '点' | '點' => mark::HOUR,
            '分' => mark::MINUTE,
            '秒' => mark::SECOND,
            '民' if chars.next_if(|n| matches!(n, '國' | '国')).is_some() => mark::REPUBLIC,
            '上' | '下' if chars.peek() == Some(&'午') => {
                chars.next();
                if c == '上' { mark::MORNING } else { mark::AFTERNOON }
            }
            '凌' | '早' if chars.next_if(|n| matches!(n, '晨' | '上')).is_some() => mark::MORNING,
            '中' if chars.next_if_eq(&'午').is_some() => mark::AFTERNOON,
            '晚' if chars.next_if_eq(&'上').is_some() => mark::AFTERNOON,
            // Days of the week say nothing new.
            '星' if chars.next_if_eq(&'期').is_some() => {
                chars.next();
                continue;
            }
            '週' | '周' => {
                chars.next();
                continue;
            }
            _ => return None,
        };
        *out.get_mut(length)? = byte;
        length += 1;
    }
    Some(length)
}

/// A cursor over normalised text.
struct Scan<'a> {
    rest: &'a [u8],
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    fn skip(&mut self, n: usize) {
        self.rest = self.rest.get(n..).unwrap_or(&[]);
    }

    fn eat(&mut self, wanted: impl Fn(u8) -> bool) -> bool {
        let found = self.peek().is_some_and(wanted);
        if found {
            self.skip(1);
        }
        found
    }

    fn blanks(&mut self) {
        while self.eat(|b| b == b' ') {}
    }

    /// At most nine digits.
    fn number(&mut self) -> Option<Part> {
        let digits = self.rest.iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 || digits > 9 {
            return None;
        }
        let value = self.rest.iter().take(digits).fold(0, |n, b| n * 10 + u32::from(b - b'0'));
        self.skip(digits);
        Some(Part { value, digits: digits as u32 })
    }

    fn word_length(&self) -> usize {
        self.rest.iter().take_while(|b| b.is_ascii_alphabetic()).count()
    }

    /// A month name in English, whole or cut to three letters or more, with or without a full stop.
    fn month(&mut self) -> Option<u32> {
        let length = self.word_length();
        let month = month_number(self.rest.get(..length)?)?;
        self.skip(length);
        self.eat(|b| b == b'.');
        Some(month)
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn month_number(word: &[u8]) -> Option<u32> {
    if word.len() < 3 {
        return None;
    }
    MONTHS.iter().zip(1..).find(|(name, _)| name.as_bytes().starts_with(word)).map(|(_, number)| number)
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Takes a written date apart without deciding which part is what.
pub(super) fn shape(cell: &[u8]) -> Option<Triple> {
    let mut buffer = [0; LONGEST];
    let length = normalise(cell, &mut buffer)?;
    let mut scan = Scan { rest: buffer.get(..length)? };
    scan.blanks();
    let word = scan.word_length();
    if word >= 3
        && scan.rest.get(..word).is_some_and(|w| WEEKDAYS.iter().any(|d| d.as_bytes().starts_with(w)))
    {
        scan.skip(word);
        while scan.eat(|b| matches!(b, b' ' | b',' | b'.')) {}
    }
    let mut roc = scan.eat(|b| b == mark::REPUBLIC);
    if !roc && scan.rest.starts_with(b"roc") {
        scan.skip(3);
        roc = true;
    }
    scan.blanks();
    let mut triple =
        Triple { parts: [Part::default(); 3], month_at: 0, named: false, roc, zoned: false, second: Some(0) };
    if let Some(parts) = compact(&mut scan, roc) {
        triple.parts = parts;
        time(&mut scan, &mut triple, true)?;
        return Some(triple);
    }
    let mut separator = None;
    for (at, slot) in triple.parts.iter_mut().enumerate() {
        *slot = match scan.number() {
            Some(part) if part.digits <= 4 => part,
            Some(_) => return None,
            None if !triple.named => {
                triple.named = true;
                triple.month_at = at;
                Part { value: scan.month()?, digits: 2 }
            }
            None => return None,
        };
        if at < 2 {
            // 9th March
            if matches!(scan.rest.get(..2), Some(b"st" | b"nd" | b"rd" | b"th")) {
                scan.skip(2);
            }
            let between = scan.peek()?;
            let blank = scan.rest.iter().take_while(|b| matches!(b, b' ' | b',')).count();
            match between {
                b'/' | b'-' | b'.' => {
                    // 12-31/2024 is nothing that anyone writes.
                    if !triple.named && separator.is_some_and(|s| s != between) {
                        return None;
                    }
                    separator = Some(between);
                    scan.skip(1);
                }
                mark::YEAR if at == 0 => scan.skip(1),
                mark::MONTH if at == 1 => scan.skip(1),
                b' ' | b',' => scan.skip(blank),
                // 09Mar2011
                _ if between.is_ascii_alphabetic() || triple.named => {}
                _ => return None,
            }
            scan.blanks();
            // Mar '11 keeps its apostrophe out: see `normalise`.
        }
    }
    scan.eat(|b| b == mark::DAY);
    time(&mut scan, &mut triple, false)?;
    Some(triple)
}

/// `20240305`, `20240305140355` (the time is left to be read), or `1130305` where the year is marked as ROC.
fn compact(scan: &mut Scan, roc: bool) -> Option<[Part; 3]> {
    let digits = scan.rest.iter().take_while(|b| b.is_ascii_digit()).count();
    let year_digits = match digits {
        8 | 12 | 14 => 4,
        7 if roc => 3,
        _ => return None,
    };
    let number = |from: usize, to: usize| {
        let digits = scan.rest.get(from..to)?;
        let value = digits.iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
        Some(Part { value, digits: (to - from) as u32 })
    };
    let parts = [
        number(0, year_digits)?,
        number(year_digits, year_digits + 2)?,
        number(year_digits + 2, year_digits + 4)?,
    ];
    scan.skip(year_digits + 4);
    Some(parts)
}

/// The time after a date, if there is one, and the zone. `None`: what follows is no time.
fn time(scan: &mut Scan, triple: &mut Triple, compact: bool) -> Option<()> {
    let before = scan.rest.len();
    while scan.eat(|b| matches!(b, b' ' | b',')) {}
    if scan.rest.first() == Some(&b't') && scan.rest.get(1).is_some_and(u8::is_ascii_digit) {
        scan.skip(1);
    }
    if scan.rest.is_empty() {
        return Some(());
    }
    // Nothing stands between the day and the hour in 20240305140355 and in 5日14时.
    let glued = scan.rest.len() == before;
    let mut afternoon = half_day(scan);
    scan.blanks();
    let hour = scan.number()?;
    if compact && matches!(hour.digits, 4 | 6) {
        let (hhmm, ss) =
            if hour.digits == 6 { (hour.value / 100, hour.value % 100) } else { (hour.value, 0) };
        triple.second = clock(hhmm / 100, hhmm % 100, ss);
    } else {
        if hour.digits > 2 || (glued && compact) {
            return None;
        }
        let [mut minute, mut second] = [0; 2];
        if scan.eat(|b| matches!(b, b':' | mark::HOUR)) {
            if let Some(part) = scan.number() {
                minute = part.value;
                if scan.eat(|b| matches!(b, b':' | mark::MINUTE))
                    && let Some(part) = scan.number()
                {
                    second = part.value;
                    if scan.eat(|b| matches!(b, b'.' | b',')) {
                        // Fractions of seconds are more than anyone needs here.
                        scan.number()?;
                    }
                    scan.eat(|b| b == mark::SECOND);
                }
            }
        } else if afternoon.is_none() {
            // "2 PM" is a time; a lone number is not.
            let mut ahead = Scan { rest: scan.rest };
            ahead.blanks();
            half_day(&mut ahead)?;
        }
        scan.blanks();
        afternoon = afternoon.or_else(|| half_day(scan));
        let hour = match (hour.value, afternoon) {
            (12, Some(false)) => 0,
            (hour @ 1..=11, Some(true)) => hour + 12,
            (hour, _) => hour,
        };
        triple.second = clock(hour, minute, second);
    }
    scan.blanks();
    zone(scan, triple)
}

/// AM (`false`) or PM (`true`).
fn half_day(scan: &mut Scan) -> Option<bool> {
    let (afternoon, length) = match scan.rest {
        [mark::MORNING, ..] => (false, 1),
        [mark::AFTERNOON, ..] => (true, 1),
        [b'a', b'm', ..] => (false, 2),
        [b'p', b'm', ..] => (true, 2),
        [b'a', b'.', b'm', b'.', ..] => (false, 4),
        [b'p', b'.', b'm', b'.', ..] => (true, 4),
        _ => return None,
    };
    scan.skip(length);
    Some(afternoon)
}

/// `Z`, `UTC`, `CST`, `+08:00`, ` +0800`, `GMT+8`. `None`: something else is left over.
fn zone(scan: &mut Scan, triple: &mut Triple) -> Option<()> {
    if scan.rest.is_empty() {
        return Some(());
    }
    let word = scan.word_length();
    if word > 5 {
        return None;
    }
    scan.skip(word);
    if scan.eat(|b| matches!(b, b'+' | b'-')) {
        scan.number().filter(|part| part.digits <= 4)?;
        if scan.eat(|b| b == b':') {
            scan.number().filter(|part| part.digits == 2)?;
        }
    } else if word == 0 {
        return None;
    }
    scan.blanks();
    triple.zoned = true;
    scan.rest.is_empty().then_some(())
}
