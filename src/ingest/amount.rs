//! Amounts as people write them, read by column and never by cell.
//!
//! `1.234` is one thousand here and one and a bit there. [`detect`] proposes one [`AmountFormat`] for a column from its
//! first rows; [`Column`] reads every row by it, exactly ([`Amount`]), and gathers what proves or refutes it
//! ([`Column::verdict`]).
//!
//! What is read: currency signs and codes before or behind; `,` `.` `'` and blanks between thousands; `(12.50)`, `12.50-`
//! and U+2212 as negative; percent as hundredths; 万 萬 亿 億; `1.38E+10`; full-width digits; `="12.30"`. Numbers with more
//! than six decimals are rounded to a millionth, halves away from zero. Not read: fractions, formulas, numbers in words.

mod written;

use serde::Serialize;

use super::date::is_blank;
use crate::settings::DecimalMark;
use crate::units::{Amount, MICROS, Total};
use written::{CURRENCIES, take_apart};

/// What the amounts of one column look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct AmountFormat {
    /// The sign before the decimals; the other one, if it occurs, stands between thousands.
    pub decimal: DecimalMark,
}

/// Why a cell has no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum AmountFlaw {
    /// Nothing in it, or a word for nothing (`NULL`, `n/a`, `-`).
    Empty,
    /// Not an amount in this column's format.
    Unreadable,
    /// Beyond ±10¹².
    TooLarge,
}

/// What the first rows say about a column of amounts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DetectedAmount {
    /// The best format.
    pub format: AmountFormat,
    /// Share of the filled cells that it reads, 0 to 1.
    pub share_read: f64,
    /// No cell decides whether `1.234` or `1,234` is a thousand.
    pub ambiguous: bool,
    /// Some cell proves which sign is the decimal mark.
    pub decided: bool,
    /// The currency written in the cells: an ISO code where the sign has one meaning, else the sign (`$`, `¥`).
    pub currency: Option<String>,
    /// All currencies written in the cells, in order of appearance; more than one can't be summed.
    pub currencies: Vec<String>,
    /// Share of the read cells that end in a percent sign.
    pub percent_share: f64,
    /// Share of the read cells below zero.
    pub negative_share: f64,
    /// Share of the read cells without a fraction.
    pub whole_share: f64,
    /// Sum of the cells read, to show what the format makes of them.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub sum: Total,
    /// Smallest amount.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub least: Amount,
    /// Largest amount.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub most: Amount,
    /// Filled cells.
    #[serde(skip)]
    pub filled: usize,
}

/// What all rows say about the format a column was read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The rows bear the format out, or nothing speaks against it.
    Settled,
    /// Every marked number could be read either way.
    Ambiguous,
    /// The rows prove another format: read the file again with it.
    Reread(AmountFormat),
}

/// Largest amount, in units: beyond it there is no money, only mistakes.
const LARGEST: i128 = 1_000_000_000_000;

/// Finds the format of a column from its first rows. `mark` is what a person has decided, if anything.
///
/// `None`: fewer than half of the filled cells are amounts.
pub fn detect<'a>(cells: impl Iterator<Item = &'a str>, mark: Option<DecimalMark>) -> Option<DetectedAmount> {
    let cells: Vec<&str> = cells.filter(|cell| !is_blank(cell.as_bytes())).collect();
    let mut best: Option<(usize, Column)> = None;
    let candidates = match mark {
        Some(mark) => [Some(mark), None],
        None => [Some(DecimalMark::Point), Some(DecimalMark::Comma)],
    };
    for decimal in candidates.into_iter().flatten() {
        let mut column = Column::new(AmountFormat { decimal });
        let read = cells.iter().filter(|cell| column.read(cell.as_bytes()).is_ok()).count();
        if read > best.as_ref().map_or(0, |(most, _)| *most) {
            best = Some((read, column));
        }
    }
    let (read, column) = best?;
    if read * 2 < cells.len() {
        return None;
    }
    let mut again = Column::new(column.format);
    let amounts: Vec<Amount> = cells.iter().filter_map(|cell| again.read(cell.as_bytes()).ok()).collect();
    let share = |count: usize| count as f64 / read as f64;
    let currencies = column.currencies();
    Some(DetectedAmount {
        format: column.format,
        share_read: read as f64 / cells.len() as f64,
        ambiguous: mark.is_none() && column.verdict() == Verdict::Ambiguous,
        decided: column.evidence.point + column.evidence.comma > 0,
        currency: currencies.first().map(|c| (*c).to_string()),
        currencies: currencies.into_iter().map(str::to_string).collect(),
        percent_share: column.percents as f64 / read as f64,
        negative_share: share(amounts.iter().filter(|a| a.0 < 0).count()),
        whole_share: share(amounts.iter().filter(|a| a.0 % MICROS == 0).count()),
        sum: amounts.iter().copied().sum(),
        least: amounts.iter().copied().min()?,
        most: amounts.iter().copied().max()?,
        filled: cells.len(),
    })
}

/// The price of a quantity, exact, rounded to a millionth with halves away from zero. `None`: beyond ±10¹².
pub fn multiply(quantity: Amount, price: Amount) -> Option<Amount> {
    let product = i128::from(quantity.0) * i128::from(price.0);
    within(divide(product, i128::from(MICROS))).ok()
}

/// How the numbers of a column are marked.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    /// Only a point before the decimals explains the number: `12.5`, `1,234.50`, `1,234,567`.
    point: u64,
    /// Only a comma does.
    comma: u64,
    /// `1.234`
    open_point: u64,
    /// `1,234`
    open_comma: u64,
    /// Unmarked numbers of at most three digits.
    short: u64,
    /// Longer ones: thousands are not marked in this column.
    long: u64,
}

impl Evidence {
    /// A number with `whole` digits, one mark, and `fraction` digits behind it.
    #[inline]
    fn marked_once(&mut self, mark: u8, whole: usize, fraction: usize, leading_zero: bool) {
        let open = fraction == 3 && (1..=3).contains(&whole) && !leading_zero;
        *match (mark, open) {
            (b'.', true) => &mut self.open_point,
            (b'.', false) => &mut self.point,
            (_, true) => &mut self.open_comma,
            (_, false) => &mut self.comma,
        } += 1;
    }

    fn add(&mut self, body: &[u8]) {
        let mantissa = body.split(|b| *b == b'e').next().unwrap_or(&[]);
        let count = |mark: u8| mantissa.iter().filter(|b| **b == mark).count();
        let last = |mark: u8| mantissa.iter().rposition(|b| *b == mark);
        match (count(b'.'), count(b',')) {
            (0, 0) if mantissa.len() <= 3 => self.short += 1,
            (0, 0) => self.long += 1,
            (1, 0) | (0, 1) => {
                let mark = if count(b'.') == 1 { b'.' } else { b',' };
                let at = last(mark).unwrap_or(0);
                let zero = mantissa.first() == Some(&b'0');
                self.marked_once(mark, at, mantissa.len() - at - 1, zero);
            }
            // Marks that repeat stand between thousands.
            (0, _) => self.point += 1,
            (_, 0) => self.comma += 1,
            _ if last(b'.') > last(b',') => self.point += 1,
            _ => self.comma += 1,
        }
    }
}

/// Reads the cells of one column.
#[derive(Clone, Debug)]
pub struct Column {
    format: AmountFormat,
    evidence: Evidence,
    /// Cells that end in a percent sign.
    percents: u64,
    /// Indices into [`CURRENCIES`], in order of appearance.
    seen: [u8; 8],
    seen_length: usize,
    /// Index of the one in the last cell.
    last: Option<u8>,
}

impl Column {
    /// A reader for cells of this format.
    pub fn new(format: AmountFormat) -> Self {
        Column {
            format,
            evidence: Evidence::default(),
            percents: 0,
            seen: [0; 8],
            seen_length: 0,
            last: None,
        }
    }

    /// The format that this reader was made for.
    pub fn format(&self) -> AmountFormat {
        self.format
    }

    /// Reads one cell, UTF-8 text with or without blanks around it. Allocates nothing.
    ///
    /// # Errors
    ///
    /// [`AmountFlaw`] says why there is no amount; the row is then set aside, not the file.
    #[inline]
    pub fn read(&mut self, cell: &[u8]) -> Result<Amount, AmountFlaw> {
        self.last = None;
        match self.read_plain(cell) {
            Some(amount) => Ok(amount),
            None => self.read_written(cell),
        }
    }

    /// `-1234.56` and no more than that: what machines write.
    #[inline]
    fn read_plain(&mut self, cell: &[u8]) -> Option<Amount> {
        let mark = self.format.mark();
        let (negative, digits) = match cell {
            [b'-', rest @ ..] => (true, rest),
            _ => (false, cell),
        };
        let [mut value, mut whole, mut fraction] = [0_i64, 0, 0];
        let mut marked = false;
        for byte in digits {
            match byte {
                b'0'..=b'9' => {
                    value = value.wrapping_mul(10).wrapping_add(i64::from(byte - b'0'));
                    if marked { fraction += 1 } else { whole += 1 }
                }
                _ if *byte == mark && !marked => marked = true,
                _ => return None,
            }
        }
        if whole == 0 || whole > 12 || fraction > 6 || (marked && fraction == 0) {
            return None;
        }
        if marked {
            let zero = digits.first() == Some(&b'0');
            self.evidence.marked_once(mark, whole as usize, fraction as usize, zero);
        } else if whole <= 3 {
            self.evidence.short += 1;
        } else {
            self.evidence.long += 1;
        }
        let scale = [1_000_000, 100_000, 10_000, 1000, 100, 10, 1];
        let micros = value * scale.get(fraction as usize)?;
        Some(Amount(if negative { -micros } else { micros }))
    }

    fn read_written(&mut self, cell: &[u8]) -> Result<Amount, AmountFlaw> {
        if is_blank(cell) {
            return Err(AmountFlaw::Empty);
        }
        let written = take_apart(cell).ok_or(AmountFlaw::Unreadable)?;
        let body = written.body.get(..written.length).unwrap_or(&[]);
        self.evidence.add(body);
        let micros = value(body, self.format, written.power)?;
        self.percents += u64::from(written.percent);
        self.last = written.currency;
        if let Some(currency) = written.currency {
            self.notice(currency);
        }
        within(if written.negative { -micros } else { micros })
    }

    fn notice(&mut self, currency: u8) {
        let seen = self.seen.get(..self.seen_length).unwrap_or(&[]);
        if !seen.contains(&currency)
            && let Some(slot) = self.seen.get_mut(self.seen_length)
        {
            *slot = currency;
            self.seen_length += 1;
        }
    }

    /// The currency written in the cell read last.
    pub fn currency(&self) -> Option<&'static str> {
        CURRENCIES.get(usize::from(self.last?)).map(|(_, name)| *name)
    }

    /// The currencies written in the cells read so far, in order of appearance.
    pub fn currencies(&self) -> Vec<&'static str> {
        let mut found: Vec<&'static str> = Vec::new();
        for index in self.seen.iter().take(self.seen_length) {
            if let Some((_, name)) = CURRENCIES.get(usize::from(*index))
                && !found.contains(name)
            {
                found.push(name);
            }
        }
        found
    }

    /// What the rows read so far prove, as counts that travel.
    pub fn evidence(&self) -> [u64; 6] {
        let Evidence { point, comma, open_point, open_comma, short, long } = self.evidence;
        [point, comma, open_point, open_comma, short, long]
    }

    /// Takes in what other rows of the column prove.
    pub fn learn(&mut self, counts: [u64; 6]) {
        let Evidence { point, comma, open_point, open_comma, short, long } = &mut self.evidence;
        for (own, count) in [point, comma, open_point, open_comma, short, long].into_iter().zip(counts) {
            *own += count;
        }
    }

    /// Forgets what the rows so far prove: someone else has taken it in.
    pub fn unlearn(&mut self) {
        self.evidence = Evidence::default();
    }

    /// What the rows read so far say about the format. Where a person has decided the mark, the caller need not ask.
    pub fn verdict(&self) -> Verdict {
        let Evidence { point, comma, open_point, open_comma, short, long } = self.evidence;
        let other = match self.format.decimal {
            DecimalMark::Point if comma > point => Some(DecimalMark::Comma),
            DecimalMark::Comma if point > comma => Some(DecimalMark::Point),
            _ => None,
        };
        if let Some(decimal) = other {
            return Verdict::Reread(AmountFormat { decimal });
        }
        // Decimals would not be three in every marked number and none in all the others: 1,234 and 56 are whole.
        let thousands = open_point == 0 && short > 0 && long == 0;
        if point + comma == 0 && open_point + open_comma > 0 && !thousands {
            return Verdict::Ambiguous;
        }
        Verdict::Settled
    }
}

/// The signs and codes, in small letters, and what they mean.
pub fn currency_words() -> &'static [(&'static str, &'static str)] {
    &CURRENCIES
}

/// The currency that a sign or code in small letters means.
pub fn currency(word: &str) -> Option<&'static str> {
    CURRENCIES.iter().find(|(sign, _)| *sign == word).map(|(_, name)| *name)
}

impl AmountFormat {
    fn mark(self) -> u8 {
        match self.decimal {
            DecimalMark::Point => b'.',
            DecimalMark::Comma => b',',
        }
    }
}

/// The number in `body` times `10^power`, in millionths.
fn value(body: &[u8], format: AmountFormat, power: i32) -> Result<i128, AmountFlaw> {
    let unreadable = Err(AmountFlaw::Unreadable);
    let mut halves = body.splitn(2, |b| *b == b'e');
    let (mantissa, exponent) = (halves.next().unwrap_or(&[]), halves.next());
    let exponent = match exponent {
        None => 0,
        Some([b'-', digits @ ..]) if digits.len() <= 3 => -to_number(digits) as i32,
        Some(digits) if digits.len() <= 3 => to_number(digits) as i32,
        Some(_) => return unreadable,
    };
    let mut parts = mantissa.splitn(2, |b| *b == format.mark());
    let (whole, fraction) = (parts.next().unwrap_or(&[]), parts.next().unwrap_or(&[]));
    if !fraction.iter().all(u8::is_ascii_digit) || whole.len() + fraction.len() == 0 || !grouped(whole) {
        return unreadable;
    }
    let digits = whole.iter().chain(fraction).filter(|b| b.is_ascii_digit());
    let mut number: i128 = 0;
    let mut dropped = 0;
    let mut any = false;
    for digit in digits {
        any = true;
        // 30 digits hold every amount and all its millionths; what follows can't change the rounding.
        if number < 10_i128.pow(30) {
            number = number * 10 + i128::from(digit - b'0');
        } else {
            dropped += 1;
        }
    }
    if !any {
        return unreadable;
    }
    let shift = 6 + power + exponent + dropped - fraction.len() as i32;
    if number == 0 {
        return Ok(0);
    }
    match u32::try_from(shift) {
        Ok(up) => {
            10_i128.checked_pow(up).and_then(|scale| number.checked_mul(scale)).ok_or(AmountFlaw::TooLarge)
        }
        Err(_) => Ok(10_i128.checked_pow(shift.unsigned_abs()).map_or(0, |scale| divide(number, scale))),
    }
}

fn to_number(digits: &[u8]) -> i64 {
    digits.iter().fold(0, |n, b| n * 10 + i64::from(b - b'0'))
}

/// Whether the marks in the whole part stand where thousands do: 1,234,567 or, in India, 12,34,567.
fn grouped(whole: &[u8]) -> bool {
    if whole.iter().all(u8::is_ascii_digit) {
        return true;
    }
    // 0,435 is no thousand.
    if whole.first() == Some(&b'0') {
        return false;
    }
    let mut groups = whole.rsplit(|b| !b.is_ascii_digit());
    let last = groups.next().is_some_and(|g| g.len() == 3);
    let mut groups = groups.peekable();
    let mut width = None;
    while let Some(group) = groups.next() {
        let fits = match groups.peek() {
            // The first group, as read.
            None => (1..=3).contains(&group.len()),
            Some(_) => *width.get_or_insert(group.len()) == group.len() && (2..=3).contains(&group.len()),
        };
        if !fits {
            return false;
        }
    }
    let marks = whole.iter().filter(|b| !b.is_ascii_digit());
    let one_mark = marks.clone().min() == marks.max();
    last && one_mark
}

/// Division rounded to the nearest whole number, halves away from zero.
fn divide(number: i128, by: i128) -> i128 {
    let half = by / 2;
    if number < 0 { (number - half) / by } else { (number + half) / by }
}

fn within(micros: i128) -> Result<Amount, AmountFlaw> {
    if micros.abs() > LARGEST * i128::from(MICROS) {
        return Err(AmountFlaw::TooLarge);
    }
    i64::try_from(micros).map(Amount).map_err(|_| AmountFlaw::TooLarge)
}

#[cfg(test)]
mod tests;
