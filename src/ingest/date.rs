//! Dates as people write them, read by column and never by cell.
//!
//! `03/04/2024` says nothing alone. [`detect`] looks at the first rows of a column and proposes one [`DateFormat`] for
//! all of it; [`Column`] reads every row by that format, and gathers over the whole file what proves or refutes it
//! ([`Column::verdict`]). A cell that is clear by itself (`2024-03-04`, `4 March 2024`, `民國113年3月4日`) is read in any
//! column of written dates.
//!
//! What is read: year first, day first and month first with `/`, `-`, `.` or blanks; `20240304`, `20240304140355`;
//! `2024年3月4日`; ROC years (`113/03/04`, `民國113年3月4日`); month names in English; `下午 2:03`, `2:03 PM`; Excel day
//! numbers; Unix seconds and milliseconds; full-width digits. A time zone is noticed and ignored: the day is the one that
//! was written. Not read: a month without a day, week numbers, durations.

use std::str;

use serde::Serialize;

use crate::settings::DateOrder;
use crate::units::{Day, Moment};

/// What the dates of one column look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum DateFormat {
    /// `2024-12-31`, `24/12/31`, `20241231`.
    YearMonthDay,
    /// `31/12/2024`.
    DayMonthYear,
    /// `12/31/2024`.
    MonthDayYear,
    /// `113/12/31`: years of the Republic of China, 1912 being year 1.
    RocYearMonthDay,
    /// Days since the end of 1899 as Excel counts them, with the time as a fraction.
    ExcelSerial,
    /// The same since 1904-01-01, as old Excel for Mac counts.
    ExcelSerial1904,
    /// Seconds since 1970-01-01.
    UnixSeconds,
    /// Milliseconds since 1970-01-01.
    UnixMilliseconds,
}

impl DateFormat {
    /// The order of the parts, for written dates.
    pub fn order(self) -> Option<DateOrder> {
        match self {
            DateFormat::YearMonthDay | DateFormat::RocYearMonthDay => Some(DateOrder::YearMonthDay),
            DateFormat::DayMonthYear => Some(DateOrder::DayMonthYear),
            DateFormat::MonthDayYear => Some(DateOrder::MonthDayYear),
            _ => None,
        }
    }

    /// Whether the cells are plain numbers. Then only the header can say that they are dates.
    pub fn is_number(self) -> bool {
        self.order().is_none()
    }
}

impl From<DateOrder> for DateFormat {
    fn from(order: DateOrder) -> Self {
        match order {
            DateOrder::YearMonthDay => DateFormat::YearMonthDay,
            DateOrder::DayMonthYear => DateFormat::DayMonthYear,
            DateOrder::MonthDayYear => DateFormat::MonthDayYear,
        }
    }
}

/// Why a cell has no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum DateFlaw {
    /// Nothing in it, or a word for nothing (`NULL`, `n/a`, `-`).
    Empty,
    /// Not a date in this column's format.
    Unreadable,
    /// Shaped like a date, but the calendar has no such day, or the year is outside 1900 to 2200.
    Impossible,
}

/// What the first rows say about a column of dates.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DetectedDate {
    /// The best format.
    pub format: DateFormat,
    /// Share of the filled cells that it reads, 0 to 1.
    pub share_read: f64,
    /// No cell decides which part is the day and which the month.
    pub ambiguous: bool,
    /// Some cell proves the order of the parts.
    pub decided: bool,
    /// The cells are plain numbers: dates only if the header says so.
    pub plain_number: bool,
    /// Some cells have a time of day.
    pub timed: bool,
    /// Some cells name a time zone.
    pub zoned: bool,
    /// First day.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub first: Day,
    /// Last day.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub last: Day,
    /// Filled cells.
    #[serde(skip)]
    pub filled: usize,
}

/// What all rows say about the format a column was read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The rows bear the format out, or nothing speaks against it.
    Settled,
    /// Day and month could be exchanged in every row.
    Ambiguous,
    /// The rows prove another format: read the file again with it.
    Reread(DateFormat),
}

/// Years that a customer file can have. Outside of them a date is a mistake.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
/// Two-digit years up to this one are in the 2000s, later ones in the 1900s (as POSIX and Excel do, within a year).
const PIVOT: i32 = 69;
/// First year of the Republic of China less one.
const ROC_EPOCH: i32 = 1911;
/// Excel day number of 1970-01-01.
const EXCEL_EPOCH: i64 = 25_569;
/// The same in the 1904 system.
const EXCEL_1904_EPOCH: i64 = 24_107;
/// Excel day numbers of 1954 to 2119: what a number must be in for the column to be proposed as day numbers.
const LIKELY_SERIALS: std::ops::RangeInclusive<i64> = 20_000..=80_000;
/// Unix seconds of 1990 to 2100, likewise.
const LIKELY_SECONDS: std::ops::Range<i64> = 631_152_000..4_102_444_800;
/// Longest cell that is looked at, in bytes after normalising.
const LONGEST: usize = 64;

const DAY_SECONDS: i64 = 86_400;

/// Finds the format of a column from its first rows. `order` is what a person has decided, if anything.
///
/// `None`: fewer than half of the filled cells are dates in any one format.
pub fn detect<'a>(cells: impl Iterator<Item = &'a str>, order: Option<DateOrder>) -> Option<DetectedDate> {
    let cells: Vec<&str> = cells.filter(|cell| !is_blank(cell.as_bytes())).collect();
    let mut evidence = Evidence::default();
    for cell in &cells {
        if let Some(triple) = shape(cell.as_bytes()) {
            evidence.add(&triple);
        }
    }
    let mut formats = Vec::with_capacity(4);
    match order {
        Some(order) => formats.push(order.into()),
        None if evidence.day_first >= evidence.month_first => {
            formats.extend([DateFormat::DayMonthYear, DateFormat::MonthDayYear]);
        }
        None => formats.extend([DateFormat::MonthDayYear, DateFormat::DayMonthYear]),
    }
    // Two-digit years first are believed only where a part can't be a day.
    if order.is_none() && (evidence.triples == 0 && evidence.full_year > 0 || evidence.year_first > 0) {
        formats.insert(0, DateFormat::YearMonthDay);
    }
    if evidence.roc > 0 && order.is_none_or(|o| o == DateOrder::YearMonthDay) {
        formats.insert(0, DateFormat::RocYearMonthDay);
    }
    formats.extend(number_format(&cells));

    let mut best: Option<(usize, DateFormat)> = None;
    for format in formats {
        let mut column = Column::new(format);
        let read = cells.iter().filter(|cell| column.read(cell.as_bytes()).is_ok()).count();
        if read > best.map_or(0, |(most, _)| most) {
            best = Some((read, format));
        }
    }
    let (read, format) = best?;
    if read * 2 < cells.len() {
        return None;
    }
    let mut column = Column::new(format);
    let mut timed = false;
    let mut span: Option<(Day, Day)> = None;
    for moment in cells.iter().filter_map(|cell| column.read(cell.as_bytes()).ok()) {
        timed |= moment.second != 0;
        let (first, last) = span.unwrap_or((moment.day, moment.day));
        span = Some((first.min(moment.day), last.max(moment.day)));
    }
    let (first, last) = span?;
    Some(DetectedDate {
        format,
        share_read: read as f64 / cells.len() as f64,
        ambiguous: order.is_none() && column.verdict() == Verdict::Ambiguous,
        decided: match format {
            DateFormat::DayMonthYear => column.evidence.day_first > 0,
            DateFormat::MonthDayYear => column.evidence.month_first > 0,
            _ => false,
        },
        plain_number: format.is_number(),
        timed,
        zoned: column.zoned > 0,
        first,
        last,
        filled: cells.len(),
    })
}

/// The format of a column of plain numbers, if they can be dates at all.
fn number_format(cells: &[&str]) -> Option<DateFormat> {
    let [mut serials, mut seconds, mut milliseconds] = [0_usize; 3];
    for cell in cells {
        let Some((whole, _)) = plain_number(cell.as_bytes()) else { continue };
        serials += usize::from(LIKELY_SERIALS.contains(&whole));
        seconds += usize::from(LIKELY_SECONDS.contains(&whole));
        milliseconds += usize::from(LIKELY_SECONDS.contains(&(whole / 1000)));
    }
    [
        (serials, DateFormat::ExcelSerial),
        (seconds, DateFormat::UnixSeconds),
        (milliseconds, DateFormat::UnixMilliseconds),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0 && *count * 10 >= cells.len() * 9)
    .max_by_key(|(count, _)| *count)
    .map(|(_, format)| format)
}

/// Over the dates whose parts are all numbers, with the year last or in two digits: which part exceeds what.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    /// Such dates.
    triples: u64,
    /// Those where exchanging the first two parts gives another day.
    differing: u64,
    /// The first part exceeds 12 and the second does not: the day is first.
    day_first: u64,
    /// The second part exceeds 12 and the first does not.
    month_first: u64,
    /// The first part exceeds 31: the year is first.
    year_first: u64,
    /// The first part has three digits: a ROC year.
    roc: u64,
    /// Not among the triples: the year comes first and in full.
    full_year: u64,
}

impl Evidence {
    #[inline]
    fn add(&mut self, triple: &Triple) {
        let [first, second, _] = triple.parts;
        if triple.named || triple.roc || first.digits == 4 {
            self.full_year += u64::from(!triple.named);
            return;
        }
        if first.digits == 3 && (50..=200).contains(&first.value) {
            self.roc += 1;
            return;
        }
        self.triples += 1;
        self.differing += u64::from(first.value != second.value);
        self.day_first += u64::from(first.value > 12 && first.value <= 31 && second.value <= 12);
        self.month_first += u64::from(second.value > 12 && second.value <= 31 && first.value <= 12);
        self.year_first += u64::from(first.value > 31);
    }
}

/// Reads the cells of one column. One column, one reader: the reader remembers.
#[derive(Clone, Debug)]
pub struct Column {
    format: DateFormat,
    evidence: Evidence,
    /// Cells read that name a time zone.
    pub zoned: u64,
    /// The last cell and what it said: rows of one order, and of one day, follow each other.
    last_text: [u8; 24],
    last_length: usize,
    last: Moment,
}

impl Column {
    /// A reader for cells of this format.
    pub fn new(format: DateFormat) -> Self {
        Column {
            format,
            evidence: Evidence::default(),
            zoned: 0,
            last_text: [0; 24],
            last_length: 0,
            last: Moment { day: Day(0), second: 0 },
        }
    }

    /// The format that this reader was made for.
    pub fn format(&self) -> DateFormat {
        self.format
    }

    /// Reads one cell, UTF-8 text with or without blanks around it. Allocates nothing.
    ///
    /// # Errors
    ///
    /// [`DateFlaw`] says why there is no date; the row is then set aside, not the file.
    #[inline]
    pub fn read(&mut self, cell: &[u8]) -> Result<Moment, DateFlaw> {
        if self.last_length > 0 && self.last_text.get(..self.last_length) == Some(cell) {
            // The evidence of this cell is already in; saying it twice would prove nothing more.
            return Ok(self.last);
        }
        let moment = self.read_afresh(cell)?;
        match self.last_text.get_mut(..cell.len()) {
            Some(text) => {
                text.copy_from_slice(cell);
                self.last_length = cell.len();
            }
            None => self.last_length = 0,
        }
        self.last = moment;
        Ok(moment)
    }

    fn read_afresh(&mut self, cell: &[u8]) -> Result<Moment, DateFlaw> {
        if !self.format.is_number() {
            if let Some(result) = read_iso(cell) {
                return result;
            }
        }
        if is_blank(cell) {
            return Err(DateFlaw::Empty);
        }
        if self.format.is_number() {
            return match plain_number(cell) {
                Some((whole, nanos)) => self.read_number(whole, nanos),
                None => self.read_written(cell, DateFormat::YearMonthDay),
            };
        }
        self.read_written(cell, self.format)
    }

    fn read_number(&self, whole: i64, nanos: i64) -> Result<Moment, DateFlaw> {
        let (days, second) = match self.format {
            DateFormat::UnixSeconds => (whole.div_euclid(DAY_SECONDS), whole.rem_euclid(DAY_SECONDS)),
            DateFormat::UnixMilliseconds => {
                let seconds = whole.div_euclid(1000);
                (seconds.div_euclid(DAY_SECONDS), seconds.rem_euclid(DAY_SECONDS))
            }
            _ => {
                // Excel writes times as rounded fractions: the nearest second is the one meant.
                let second = (nanos * DAY_SECONDS + 500_000_000) / 1_000_000_000;
                let (whole, second) =
                    if second >= DAY_SECONDS { (whole.saturating_add(1), 0) } else { (whole, second) };
                let days = match (self.format, whole) {
                    (DateFormat::ExcelSerial1904, _) => whole.saturating_sub(EXCEL_1904_EPOCH),
                    // Excel's calendar has a 29 February 1900, which never was.
                    (_, 60) => return Err(DateFlaw::Impossible),
                    (_, ..60) => whole.saturating_sub(EXCEL_EPOCH - 1),
                    _ => whole.saturating_sub(EXCEL_EPOCH),
                };
                (days, second)
            }
        };
        let day = i32::try_from(days).map(Day).map_err(|_| DateFlaw::Impossible)?;
        if !YEARS.contains(&day.to_ymd().0) {
            return Err(DateFlaw::Impossible);
        }
        Ok(Moment { day, second: u32::try_from(second).unwrap_or(0) })
    }

    fn read_written(&mut self, cell: &[u8], format: DateFormat) -> Result<Moment, DateFlaw> {
        let triple = shape(cell).ok_or(DateFlaw::Unreadable)?;
        self.zoned += u64::from(triple.zoned);
        self.evidence.add(&triple);
        triple.moment(format)
    }

    /// What the rows read so far say about the format. Where a person has decided the order, the caller need not ask.
    pub fn verdict(&self) -> Verdict {
        let Evidence { triples, differing, day_first, month_first, year_first, roc, .. } = self.evidence;
        if roc > 0 && roc >= triples && self.format != DateFormat::RocYearMonthDay && !self.format.is_number()
        {
            return Verdict::Reread(DateFormat::RocYearMonthDay);
        }
        match self.format {
            DateFormat::DayMonthYear | DateFormat::MonthDayYear => {
                if year_first > day_first + month_first {
                    return Verdict::Reread(DateFormat::YearMonthDay);
                }
                if day_first == 0 && month_first == 0 && year_first == 0 {
                    return if differing > 0 { Verdict::Ambiguous } else { Verdict::Settled };
                }
                match self.format {
                    DateFormat::DayMonthYear if month_first > day_first => {
                        Verdict::Reread(DateFormat::MonthDayYear)
                    }
                    DateFormat::MonthDayYear if day_first > month_first => {
                        Verdict::Reread(DateFormat::DayMonthYear)
                    }
                    _ => Verdict::Settled,
                }
            }
            // The head was all ISO, and the rest of the file is not.
            DateFormat::YearMonthDay if triples > 0 && year_first == 0 => match (day_first, month_first) {
                (0, 0) => Verdict::Settled,
                (d, m) if d >= m => Verdict::Reread(DateFormat::DayMonthYear),
                _ => Verdict::Reread(DateFormat::MonthDayYear),
            },
            _ => Verdict::Settled,
        }
    }
}

/// `2024-12-31`, with `/` too, `2024-12-31 12:34[:56]` and `20241231`, the formats of machines, without the long way.
/// `None`: it is something else. Only what no other reading could claim is decided here.
#[inline]
fn read_iso(cell: &[u8]) -> Option<Result<Moment, DateFlaw>> {
    let digit = |b: &u8| b.is_ascii_digit().then(|| u32::from(*b - b'0'));
    let two = |a: &u8, b: &u8| Some(digit(a)? * 10 + digit(b)?);
    let (year, month, day, rest) = match cell {
        [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, rest @ ..]
        | [y1, y2, y3, y4, b'/', m1, m2, b'/', d1, d2, rest @ ..] => {
            (two(y1, y2)? * 100 + two(y3, y4)?, two(m1, m2)?, two(d1, d2)?, rest)
        }
        [y1, y2, y3, y4, m1, m2, d1, d2] => {
            (two(y1, y2)? * 100 + two(y3, y4)?, two(m1, m2)?, two(d1, d2)?, &[] as &[u8])
        }
        _ => return None,
    };
    let second = match rest {
        [] => 0,
        [b' ' | b'T', h1, h2, b':', m1, m2] => clock(two(h1, h2)?, two(m1, m2)?, 0)?,
        [b' ' | b'T', h1, h2, b':', m1, m2, b':', s1, s2] => clock(two(h1, h2)?, two(m1, m2)?, two(s1, s2)?)?,
        _ => return None,
    };
    Some(civil(year as i32, month, day).map(|day| Moment { day, second }))
}

fn clock(hour: u32, minute: u32, second: u32) -> Option<u32> {
    (hour < 24 && minute < 60 && second < 60).then_some(hour * 3600 + minute * 60 + second)
}

fn civil(year: i32, month: u32, day: u32) -> Result<Day, DateFlaw> {
    if !YEARS.contains(&year) {
        return Err(DateFlaw::Impossible);
    }
    match (u8::try_from(month), u8::try_from(day)) {
        (Ok(month), Ok(day)) => Day::from_ymd(year, month, day).ok_or(DateFlaw::Impossible),
        _ => Err(DateFlaw::Impossible),
    }
}

/// One number of a date and how many digits it was written with.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    value: u32,
    digits: u32,
}

/// A date before anyone has said which part is what.
#[derive(Clone, Copy, Debug)]
struct Triple {
    /// As written; where a month name stood, its number is here.
    parts: [Part; 3],
    /// Where the month name stood.
    month_at: usize,
    /// A part is a month name.
    named: bool,
    /// Marked as a year of the Republic of China.
    roc: bool,
    zoned: bool,
    /// Seconds since midnight; `None` if the clock has no such time.
    second: Option<u32>,
}

impl Triple {
    fn moment(&self, format: DateFormat) -> Result<Moment, DateFlaw> {
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
fn normalise(cell: &[u8], out: &mut [u8; LONGEST]) -> Option<usize> {
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
fn shape(cell: &[u8]) -> Option<Triple> {
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
                if scan.eat(|b| matches!(b, b':' | mark::MINUTE)) {
                    if let Some(part) = scan.number() {
                        second = part.value;
                        if scan.eat(|b| matches!(b, b'.' | b',')) {
                            // Fractions of seconds are more than anyone needs here.
                            scan.number()?;
                        }
                        scan.eat(|b| b == mark::SECOND);
                    }
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

/// A plain number: its whole part, and its fraction in billionths.
fn plain_number(cell: &[u8]) -> Option<(i64, i64)> {
    let mut buffer = [0; LONGEST];
    let length = normalise(cell, &mut buffer)?;
    let text = buffer.get(..length)?.trim_ascii();
    let (whole, fraction) = match text.iter().position(|b| *b == b'.') {
        Some(dot) => (text.get(..dot)?, text.get(dot + 1..)?),
        None => (text, &[] as &[u8]),
    };
    if whole.is_empty() || whole.len() > 15 || !whole.iter().chain(fraction).all(u8::is_ascii_digit) {
        return None;
    }
    let whole = whole.iter().fold(0, |n, b| n * 10 + i64::from(b - b'0'));
    let digits = fraction.iter().chain(std::iter::repeat(&b'0')).take(9);
    Some((whole, digits.fold(0, |n, b| n * 10 + i64::from(b - b'0'))))
}

/// Nothing, or a word for nothing.
pub(crate) fn is_blank(cell: &[u8]) -> bool {
    let text = cell.trim_ascii();
    match text {
        [] | [b'-'] | [b'\\', b'N'] | [b'-', b'-'] | [b'.'] => true,
        [first, ..] if first.is_ascii_digit() => false,
        _ if text.len() > 6 => false,
        _ => {
            let text = text.strip_prefix(b"'").unwrap_or(text);
            [
                "null", "n/a", "na", "nan", "none", "nat", "nil", "#n/a", "(null)", "\u{3000}", "\u{a0}",
                "—", "无", "無",
            ]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word.as_bytes()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateFormat::*;

    fn iso(text: &str, format: DateFormat) -> String {
        match Column::new(format).read(text.as_bytes()) {
            Ok(Moment { day, second: 0 }) => day.to_string(),
            Ok(Moment { day, second }) => {
                format!("{day} {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
            }
            Err(flaw) => format!("{flaw:?}"),
        }
    }

    #[test]
    fn cells_are_read_by_the_format_of_their_column() {
        for (text, format, expected) in [
            ("2024-12-31", YearMonthDay, "2024-12-31"),
            (" 2024-12-31 ", DayMonthYear, "2024-12-31"),
            ("2024-12-31 12:34:56", YearMonthDay, "2024-12-31 12:34:56"),
            ("2024-12-31T12:34", YearMonthDay, "2024-12-31 12:34:00"),
            ("2024-12-31T12:34:56.789Z", YearMonthDay, "2024-12-31 12:34:56"),
            ("1997-01-01T00:30:00+08:00", YearMonthDay, "1997-01-01 00:30:00"),
            ("2020-03-05 14:03:55 +0800", YearMonthDay, "2020-03-05 14:03:55"),
            ("2020-03-05 14:03:55 UTC", YearMonthDay, "2020-03-05 14:03:55"),
            ("2018/1/1 9:26", YearMonthDay, "2018-01-01 09:26:00"),
            ("19970101", YearMonthDay, "1997-01-01"),
            ("20240305 140355", YearMonthDay, "2024-03-05 14:03:55"),
            ("20240305140355", YearMonthDay, "2024-03-05 14:03:55"),
            ("202403051403", YearMonthDay, "2024-03-05 14:03:00"),
            ("97/01/05", YearMonthDay, "1997-01-05"),
            ("2024.3.5", YearMonthDay, "2024-03-05"),
            ("2024年3月5日", YearMonthDay, "2024-03-05"),
            ("2018年1月1日 09:26", YearMonthDay, "2018-01-01 09:26:00"),
            ("2024年3月5日14时05分33秒", YearMonthDay, "2024-03-05 14:05:33"),
            ("2024年3月5日 星期二 下午 2:03", YearMonthDay, "2024-03-05 14:03:00"),
            ("2024/3/5 下午 2:03", YearMonthDay, "2024-03-05 14:03:00"),
            ("2024/3/5 上午 12:03:09", YearMonthDay, "2024-03-05 00:03:09"),
            ("２０２４／３／５", YearMonthDay, "2024-03-05"),
            ("民國113年5月25日", YearMonthDay, "2024-05-25"),
            ("民國113/05/25", DayMonthYear, "2024-05-25"),
            ("113/05/25", RocYearMonthDay, "2024-05-25"),
            ("113.5.25", RocYearMonthDay, "2024-05-25"),
            ("98/05/25", RocYearMonthDay, "2009-05-25"),
            ("民國1130525", RocYearMonthDay, "2024-05-25"),
            ("2024/05/25", RocYearMonthDay, "2024-05-25"),
            ("113/05/25", YearMonthDay, "Unreadable"),
            ("31/12/2024", DayMonthYear, "2024-12-31"),
            ("31.12.24", DayMonthYear, "2024-12-31"),
            ("1-2-1970", DayMonthYear, "1970-02-01"),
            ("03/04/70", DayMonthYear, "1970-04-03"),
            ("03/04/69", DayMonthYear, "2069-04-03"),
            ("31/12/2024 23:59", DayMonthYear, "2024-12-31 23:59:00"),
            ("12/31/2024", MonthDayYear, "2024-12-31"),
            ("9/7/11", MonthDayYear, "2011-09-07"),
            ("3/5/2024 2:03:09 PM", MonthDayYear, "2024-03-05 14:03:09"),
            ("3/5/2024 12:03 a.m.", MonthDayYear, "2024-03-05 00:03:00"),
            ("3/5/2024 2 pm", MonthDayYear, "2024-03-05 14:00:00"),
            ("12/31/2024", DayMonthYear, "Impossible"),
            ("09-Mar-11", DayMonthYear, "2011-03-09"),
            ("09-MAR-2011", MonthDayYear, "2011-03-09"),
            ("09Mar2011", DayMonthYear, "2011-03-09"),
            ("Mar 9, 2011", DayMonthYear, "2011-03-09"),
            ("Wednesday, March 9, 2011", DayMonthYear, "2011-03-09"),
            ("9 March 2011", MonthDayYear, "2011-03-09"),
            ("9th Sept. 2011", MonthDayYear, "2011-09-09"),
            ("2011-Mar-09", YearMonthDay, "2011-03-09"),
            ("Jan 5, 2024 at", DayMonthYear, "Unreadable"),
            ("35431", ExcelSerial, "1997-01-01"),
            ("45356.585", ExcelSerial, "2024-03-05 14:02:24"),
            ("45356.9999999", ExcelSerial, "2024-03-06"),
            ("1", ExcelSerial, "1900-01-01"),
            ("59", ExcelSerial, "1900-02-28"),
            ("60", ExcelSerial, "Impossible"),
            ("61", ExcelSerial, "1900-03-01"),
            ("43894", ExcelSerial1904, "2024-03-05"),
            ("2024-03-05", ExcelSerial, "2024-03-05"),
            ("852076800", UnixSeconds, "1997-01-01"),
            ("852076800000", UnixMilliseconds, "1997-01-01"),
            ("1709647435", UnixSeconds, "2024-03-05 14:03:55"),
            ("=\"2024-03-05\"", YearMonthDay, "2024-03-05"),
            ("2023-02-30", YearMonthDay, "Impossible"),
            ("2023-02-29", YearMonthDay, "Impossible"),
            ("2023-13-01", YearMonthDay, "Impossible"),
            ("1899-12-31", YearMonthDay, "Impossible"),
            ("2201-01-01", YearMonthDay, "Impossible"),
            ("0000-00-00", YearMonthDay, "Impossible"),
            ("2024-03-05 25:00", YearMonthDay, "Impossible"),
            ("not a date", YearMonthDay, "Unreadable"),
            ("2024-03", YearMonthDay, "Unreadable"),
            ("29.33", YearMonthDay, "Unreadable"),
            ("1.2.3", DayMonthYear, "Unreadable"),
            ("192.168.0.1", DayMonthYear, "Unreadable"),
            ("12-31/2024", DayMonthYear, "Unreadable"),
            ("2024-03-05 and more", YearMonthDay, "Unreadable"),
            ("", YearMonthDay, "Empty"),
            ("  ", YearMonthDay, "Empty"),
            ("NULL", YearMonthDay, "Empty"),
            ("n/a", ExcelSerial, "Empty"),
        ] {
            assert_eq!(iso(text, format), expected, "{text} as {format:?}");
        }
        assert_eq!(Column::new(YearMonthDay).read(b"\xff\xfe2024"), Err(DateFlaw::Unreadable));
    }

    #[test]
    fn columns_are_recognised() {
        for (cells, format, ambiguous, share) in [
            (&["2024-01-02", "2024-03-04"][..], YearMonthDay, false, 1.0),
            (&["19970101", "19970118"], YearMonthDay, false, 1.0),
            (&["01/01/1997", "18/01/1997"], DayMonthYear, false, 1.0),
            (&["01/01/1997", "01/18/1997"], MonthDayYear, false, 1.0),
            (&["01/02/1997", "03/04/1997"], DayMonthYear, true, 1.0),
            (&["01/01/1997", "02/02/1997"], DayMonthYear, false, 1.0),
            (&["97/01/02", "97/03/04"], YearMonthDay, false, 1.0),
            (&["113/05/25", "98/01/03"], RocYearMonthDay, false, 1.0),
            (&["09-Mar-11", "16-Mar-11"], DayMonthYear, false, 1.0),
            (&["35431", "35448"], ExcelSerial, false, 1.0),
            (&["852076800000", "853545600000"], UnixMilliseconds, false, 1.0),
            (&["852076800", "853545600"], UnixSeconds, false, 1.0),
            (&["2024-01-02", "", "NULL", "unpaid", "2024-01-03", "2024-01-05"], YearMonthDay, false, 0.75),
        ] {
            let detected = detect(cells.iter().copied(), None).unwrap();
            assert_eq!((detected.format, detected.ambiguous), (format, ambiguous), "{cells:?}");
            assert_eq!(detected.share_read, share, "{cells:?}");
        }
        for cells in [&["12", "13"][..], &["a", "b"], &["29.33", "12.50"], &["", ""], &["1.2.3", "2.0.1"]] {
            assert_eq!(detect(cells.iter().copied(), None), None, "{cells:?}");
        }
    }

    #[test]
    fn a_person_decides_over_the_evidence() {
        let cells = ["01/02/1997", "03/04/1997"];
        let detected = detect(cells.into_iter(), Some(DateOrder::MonthDayYear)).unwrap();
        assert_eq!((detected.format, detected.ambiguous), (MonthDayYear, false));
        let detected = detect(["01/02/03"].into_iter(), Some(DateOrder::YearMonthDay)).unwrap();
        assert_eq!(detected.first.to_string(), "2001-02-03");
    }

    #[test]
    fn all_rows_settle_what_the_head_could_not() {
        for (format, cells, verdict) in [
            (DayMonthYear, &["01/02/1997", "18/02/1997"][..], Verdict::Settled),
            (DayMonthYear, &["01/02/1997", "02/18/1997"], Verdict::Reread(MonthDayYear)),
            (MonthDayYear, &["01/02/1997", "18/02/1997"], Verdict::Reread(DayMonthYear)),
            (DayMonthYear, &["01/02/1997", "03/04/1997"], Verdict::Ambiguous),
            (DayMonthYear, &["01/01/1997"], Verdict::Settled),
            (DayMonthYear, &["1997-01-02", "9 March 2011"], Verdict::Settled),
            (DayMonthYear, &["97/01/02"], Verdict::Reread(YearMonthDay)),
            (YearMonthDay, &["113/05/25"], Verdict::Reread(RocYearMonthDay)),
            (YearMonthDay, &["1997-01-02", "18/02/1997"], Verdict::Reread(DayMonthYear)),
        ] {
            let mut column = Column::new(format);
            for cell in cells {
                let _ = column.read(cell.as_bytes());
            }
            assert_eq!(column.verdict(), verdict, "{format:?} {cells:?}");
        }
    }

    #[test]
    fn the_memo_repeats_the_last_reading_only() {
        let mut column = Column::new(DayMonthYear);
        for (cell, day) in
            [("01/02/1997", 9893), ("01/02/1997", 9893), ("01/02/199", 0), ("02/02/1997", 9894)]
        {
            assert_eq!(column.read(cell.as_bytes()).map_or(0, |m| m.day.0), day, "{cell}");
        }
    }
}
