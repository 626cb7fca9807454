//! A written amount, taken apart: the number on one side, its sign, currency and multiplier on the other.
//!
//! Which of `.` and `,` is the decimal mark is not decided here: the number keeps its marks.

use std::str;

/// Signs and codes of currencies, and what they are reported as. A sign that several countries use stays a sign. Longer
/// ones come before those that they begin with. 元 and 圆 count units of whatever the money is: they name no currency.
pub(super) const CURRENCIES: [(&str, &str); 57] = [
    ("nt$", "TWD"),
    ("hk$", "HKD"),
    ("us$", "USD"),
    ("au$", "AUD"),
    ("ca$", "CAD"),
    ("mop$", "MOP"),
    ("s$", "SGD"),
    ("a$", "AUD"),
    ("c$", "CAD"),
    ("r$", "BRL"),
    ("cn¥", "CNY"),
    ("jp¥", "JPY"),
    ("$", "$"),
    ("¥", "¥"),
    ("£", "GBP"),
    ("€", "EUR"),
    ("₩", "KRW"),
    ("₹", "INR"),
    ("฿", "THB"),
    ("₫", "VND"),
    ("₱", "PHP"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₴", "UAH"),
    ("人民币", "CNY"),
    ("人民幣", "CNY"),
    ("新台幣", "TWD"),
    ("新臺幣", "TWD"),
    ("台幣", "TWD"),
    ("港幣", "HKD"),
    ("港币", "HKD"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("欧元", "EUR"),
    ("歐元", "EUR"),
    ("日元", "JPY"),
    ("日圓", "JPY"),
    ("港元", "HKD"),
    ("円", "JPY"),
    ("rmb", "CNY"),
    ("cny", "CNY"),
    ("cnh", "CNY"),
    ("twd", "TWD"),
    ("ntd", "TWD"),
    ("hkd", "HKD"),
    ("usd", "USD"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("jpy", "JPY"),
    ("krw", "KRW"),
    ("sgd", "SGD"),
    ("aud", "AUD"),
    ("cad", "CAD"),
    ("chf", "CHF"),
    ("inr", "INR"),
    ("myr", "MYR"),
    ("mop", "MOP"),
];

/// Longest number that is looked at, in characters.
pub(super) const LONGEST: usize = 64;

/// A number as it was written: the text without currency and sign.
pub(super) struct Written {
    pub(super) body: [u8; LONGEST],
    pub(super) length: usize,
    pub(super) negative: bool,
    /// Power of ten from 万, 亿 and percent.
    pub(super) power: i32,
    pub(super) percent: bool,
    pub(super) currency: Option<u8>,
}

/// Separates the number from what is written around it. `None`: there is something that belongs to no amount.
pub(super) fn take_apart(cell: &[u8]) -> Option<Written> {
    let text = str::from_utf8(cell).ok()?;
    let mut written =
        Written { body: [0; LONGEST], length: 0, negative: false, power: 0, percent: false, currency: None };
    let mut ended = false;
    let mut open = false;
    let mut rest = text;
    while let Some(raw) = rest.chars().next() {
        let c = half_width(raw);
        let after = rest.get(raw.len_utf8()..)?;
        let next = after.chars().next().map(half_width);
        let begun = written.length > 0;
        match c {
            '"' | '=' | '\0' => {}
            '\'' if !begun => {}
            ' ' => {
                if begun && !ended && next.is_some_and(|n| n.is_ascii_digit()) {
                    written.push(b' ')?;
                } else {
                    ended = begun;
                }
            }
            '0'..='9' | '.' | ',' if !ended => written.push(c as u8)?,
            '\'' if !ended && next.is_some_and(|n| n.is_ascii_digit()) => written.push(b' ')?,
            '(' if !begun && !open => {
                open = true;
                written.negative = true;
            }
            ')' if begun && open => {
                open = false;
                ended = true;
            }
            '-' => {
                if written.negative {
                    return None;
                }
                written.negative = true;
                ended = begun;
            }
            '+' if !begun => {}
            'e' | 'E'
                if begun && !ended && next.is_some_and(|n| n.is_ascii_digit() || n == '+' || n == '-') =>
            {
                written.push(b'e')?;
                let signed = after.strip_prefix('-');
                let digits = signed.or(after.strip_prefix('+')).unwrap_or(after);
                if signed.is_some() {
                    written.push(b'-')?;
                }
                let count = digits.bytes().take_while(u8::is_ascii_digit).count();
                digits.bytes().take(count).try_for_each(|b| written.push(b))?;
                rest = digits.get(count..)?;
                ended = true;
                continue;
            }
            '%' if begun && !written.percent => {
                written.percent = true;
                written.power -= 2;
                ended = true;
            }
            '万' | '萬' if begun => {
                written.power += 4;
                ended = true;
            }
            '亿' | '億' if begun => {
                written.power += 8;
                ended = true;
            }
            // Units of money that name no currency; 元 may also follow 美 or 日, which the table knows.
            '元' | '圆' | '圓' | '块' | '塊' if begun => ended = true,
            _ => {
                let (index, length) = currency_at(rest)?;
                if written.currency.is_some_and(|known| known != index) && begun {
                    // "$12.30 USD" names one currency twice: the code says more than the sign.
                    written.currency = Some(index);
                } else {
                    written.currency.get_or_insert(index);
                }
                ended = begun;
                rest = rest.get(length..)?;
                continue;
            }
        }
        rest = after;
    }
    (written.length > 0 && !open).then_some(written)
}

impl Written {
    fn push(&mut self, byte: u8) -> Option<()> {
        *self.body.get_mut(self.length)? = byte;
        self.length += 1;
        Some(())
    }
}

fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap_or(c),
        '\u{ffe5}' => '¥',
        '\u{ffe1}' => '£',
        '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\u{3000}' => ' ',
        '\u{2212}' | '\u{2013}' | '\u{2012}' | '\u{fe63}' => '-',
        '\u{2019}' => '\'',
        _ => c,
    }
}

/// The currency that the text begins with: its index and its length in bytes.
fn currency_at(text: &str) -> Option<(u8, usize)> {
    CURRENCIES.iter().zip(0..).find_map(|((sign, _), index)| {
        let mut chars = text.chars();
        let mut length = 0;
        for wanted in sign.chars() {
            let c = chars.next()?;
            if half_width(c).to_ascii_lowercase() != wanted {
                return None;
            }
            length += c.len_utf8();
        }
        // A word that only begins like a code is not one.
        let word = sign.bytes().all(|b| b.is_ascii_lowercase());
        if word && chars.next().is_some_and(char::is_alphabetic) {
            return None;
        }
        Some((index, length))
    })
}
