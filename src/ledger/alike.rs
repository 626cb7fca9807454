//! Names that may be one customer: the same but for how they are written.
//!
//! Upper and lower case, blanks around, full-width letters and digits, `.0` behind a number that a spreadsheet has
//! written, and for what looks like a telephone number its dashes, brackets and the code of mainland China or Taiwan.
//! Only a person knows whether they are one; [`Plan`](crate::ingest::Plan) says whether they are to be merged.

use super::names::{NameIndex, Names};
use serde::Serialize;

/// Pairs shown.
const EXAMPLES: usize = 3;
/// Fewest digits of a telephone number.
const PHONE: usize = 10;

/// Customers who may be the same person.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Alike {
    /// How many customers there would be fewer.
    pub customers: u64,
    /// Up to three pairs of names.
    pub examples: Vec<(String, String)>,
    /// Whether they were merged, because a person has said so.
    pub merged: bool,
}

/// Of names in canonical order the one that stands for each: itself, or the first that is written alike.
pub fn standing(names: &Names, order: &[u32]) -> (Vec<u32>, Alike) {
    let (mut index, mut first, mut key) = (NameIndex::default(), Vec::new(), Vec::new());
    let mut stands = vec![0; order.len()];
    let mut alike = Alike::default();
    for &name in order {
        plain(names.bytes(name), &mut key);
        let number = index.number(&key) as usize;
        if number == first.len() {
            first.push(name);
        } else {
            alike.customers += 1;
            if alike.examples.len() < EXAMPLES {
                alike.examples.push((names.text(first[number]), names.text(name)));
            }
        }
        stands[name as usize] = first[number];
    }
    (stands, alike)
}

/// Names that a spreadsheet has rounded: `1.38E+10` may have been many customers.
pub fn rounded(names: &Names) -> u64 {
    let is = |name: &[u8]| {
        let exponent = name.iter().position(|b| b.eq_ignore_ascii_case(&b'e'));
        exponent.and_then(|at| name.split_at_checked(at)).is_some_and(|(number, power)| {
            number.contains(&b'.')
                && number.iter().all(|b| b.is_ascii_digit() || *b == b'.')
                && matches!(power, [_, b'+', rest @ ..] if !rest.is_empty() && rest.iter().all(u8::is_ascii_digit))
        })
    };
    (0..names.len() as u32).filter(|&i| is(names.bytes(i))).count() as u64
}

/// A name without what differs only in writing.
pub fn plain(name: &[u8], key: &mut Vec<u8>) {
    key.clear();
    let mut rest = name.trim_ascii();
    while let Some((byte, after)) = rest.split_first() {
        rest = match rest {
            // Full-width forms, U+FF01 to U+FF5E, and the ideographic blank.
            [0xEF, 0xBC, low @ 0x81..=0xBF, after @ ..] => {
                key.push((low - 0x60).to_ascii_lowercase());
                after
            }
            [0xEF, 0xBD, low @ 0x80..=0x9E, after @ ..] => {
                key.push((low - 0x20).to_ascii_lowercase());
                after
            }
            [0xE3, 0x80, 0x80, after @ ..] => {
                key.push(b' ');
                after
            }
            _ => {
                key.push(byte.to_ascii_lowercase());
                after
            }
        };
    }
    while key.last() == Some(&b' ') {
        key.pop();
    }
    if let [whole @ .., b'.', b'0'] = key.as_slice()
        && !whole.is_empty()
        && whole.iter().all(u8::is_ascii_digit)
    {
        key.truncate(key.len() - 2);
    }
    telephone(key);
}

/// Leaves of a telephone number its digits, without the code of the country and the zero before the area.
fn telephone(key: &mut Vec<u8>) {
    let written = |b: &u8| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b' ' | b'(' | b')');
    let digits = key.iter().filter(|b| b.is_ascii_digit()).count();
    if digits < PHONE || !key.iter().all(written) {
        return;
    }
    let abroad = key.first() == Some(&b'+') || key.starts_with(b"00");
    key.retain(u8::is_ascii_digit);
    let zeros = key.iter().take_while(|b| **b == b'0').count();
    let number = &key[zeros..];
    let code = match abroad {
        true if number.starts_with(b"886") => 3,
        true if number.starts_with(b"86") => 2,
        _ => 0,
    };
    let area = usize::from(code > 0 && number.get(code) == Some(&b'0'));
    key.drain(..zeros + code + area);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writing_differs_and_the_customer_does_not() {
        for (one, other, same) in [
            ("Anna@Example.org", "anna@example.org ", true),
            ("17850.0", "17850", true),
            ("ＡＢＣ１２", "abc12", true),
            ("王　", "王", true),
            ("+86 138-0013-8000", "13800138000", true),
            ("+886 912 345 678", "0912345678", true),
            ("(0)912345678 ", "0912345678", true),
            ("000004", "4", false),
            ("1.5", "15", false),
            ("anna b", "annab", false),
            ("13800138000", "13800138001", false),
        ] {
            let (mut a, mut b) = (Vec::new(), Vec::new());
            plain(one.as_bytes(), &mut a);
            plain(other.as_bytes(), &mut b);
            assert_eq!(a == b, same, "{one} {other}");
        }
    }

    #[test]
    fn rounded_numbers_are_told_from_names() {
        let mut names = Names::default();
        for name in ["1.38E+10", "1.38e+05", "E+10", "12E+3", "1.5", "A1.2E+3"] {
            names.push(name.as_bytes());
        }
        assert_eq!(rounded(&names), 2);
    }
}
