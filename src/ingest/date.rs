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

mod written;

use serde::Serialize;

use crate::settings::DateOrder;
use crate::units::{Day, Moment};
use written::{Triple, normalise, shape};

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
            evidence.add(Evidence::of(&triple).counts(), 1);
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
            DateFormat::DayMonthYear => column.evidence().day_first > 0,
            DateFormat::MonthDayYear => column.evidence().month_first > 0,
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
pub struct Evidence {
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
    /// What one date proves.
    #[inline]
    fn of(triple: &Triple) -> Evidence {
        let [first, second, _] = triple.parts;
        let none = Evidence::default();
        if triple.named || triple.roc || first.digits == 4 {
            return Evidence { full_year: u64::from(!triple.named), ..none };
        }
        if first.digits == 3 && (50..=200).contains(&first.value) {
            return Evidence { roc: 1, ..none };
        }
        Evidence {
            triples: 1,
            differing: u64::from(first.value != second.value),
            day_first: u64::from(first.value > 12 && first.value <= 31 && second.value <= 12),
            month_first: u64::from(second.value > 12 && second.value <= 31 && first.value <= 12),
            year_first: u64::from(first.value > 31),
            ..none
        }
    }

    /// The counts, as they travel.
    pub fn counts(&self) -> [u64; 7] {
        let Evidence { triples, differing, day_first, month_first, year_first, roc, full_year } = *self;
        [triples, differing, day_first, month_first, year_first, roc, full_year]
    }

    /// Adds the same counts of other cells of the column, so many times.
    pub fn add(&mut self, counts: [u64; 7], times: u64) {
        let Evidence { triples, differing, day_first, month_first, year_first, roc, full_year } = self;
        let own = [triples, differing, day_first, month_first, year_first, roc, full_year];
        for (own, count) in own.into_iter().zip(counts) {
            *own += count * times;
        }
    }
}

/// Reads the cells of one column. One column, one reader: the reader remembers.
#[derive(Clone, Debug)]
pub struct Column {
    format: DateFormat,
    /// Of all cells but the last ones, where these are the same.
    evidence: Evidence,
    /// Cells read that name a time zone.
    pub zoned: u64,
    /// The last cell and what it said: rows of one order, and of one day, follow each other.
    last_text: [u8; 24],
    last_length: usize,
    last: Moment,
    /// What it proves, and how often it came up again.
    last_evidence: Evidence,
    repeated: u64,
    /// What the cell proves that is being read.
    found: Evidence,
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
            last_evidence: Evidence::default(),
            repeated: 0,
            found: Evidence::default(),
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
            self.repeated += 1;
            return Ok(self.last);
        }
        if self.repeated > 0 {
            self.evidence = self.evidence();
            self.repeated = 0;
        }
        self.found = Evidence::default();
        let moment = self.read_afresh(cell)?;
        self.last_evidence = self.found;
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
        if !self.format.is_number()
            && let Some(result) = read_iso(cell)
        {
            return result;
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
        self.found = Evidence::of(&triple);
        self.evidence.add(self.found.counts(), 1);
        triple.moment(format)
    }

    /// What the rows read so far prove.
    pub fn evidence(&self) -> Evidence {
        let mut evidence = self.evidence;
        evidence.add(self.last_evidence.counts(), self.repeated);
        evidence
    }

    /// Takes in what other rows of the column prove.
    pub fn learn(&mut self, counts: [u64; 7]) {
        self.evidence.add(counts, 1);
    }

    /// Forgets what the rows so far prove: someone else has taken it in.
    pub fn unlearn(&mut self) {
        (self.evidence, self.repeated) = (Evidence::default(), 0);
    }

    /// What the rows read so far say about the format. Where a person has decided the order, the caller need not ask.
    pub fn verdict(&self) -> Verdict {
        let Evidence { triples, differing, day_first, month_first, year_first, roc, .. } = self.evidence();
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
    (hour < 24 && minute < 60 && second < 60).then(|| hour * 3600 + minute * 60 + second)
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
        // No such word begins otherwise.
        [first, ..] if !matches!(first, b'n' | b'N' | b'#' | b'(' | b'\'' | 0x80..) => false,
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
mod tests;
