//! E-mail addresses and telephone numbers as the advertising platforms want them before they are hashed, and the hash.
//!
//! - E-mail, both: without blanks, in lower case. Dots and `+` stay: Google's and Meta's rules for customer lists ask for no
//!   more.
//! - Telephone, Google (Customer Match): E.164, `+886912345678`; Meta (Custom Audiences): the same digits without the plus.
//! - Both: SHA-256 of the UTF-8 bytes, as 64 lower-case hexadecimal digits.
//!
//! A number without a country can't be told from that of another country: it is completed by the calling code that a person
//! has given, else left out.

use sha2::{Digest, Sha256};

/// Digits of a telephone number with its country, least and most (E.164, and no country has shorter ones).
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

/// An address in the form that is hashed. `None` for what is none.
pub fn email(text: &str) -> Option<String> {
    let address: String =
        text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect();
    let (name, domain) = address.split_once('@')?;
    let fits = !name.is_empty() && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.');
    (fits && !domain.contains('@')).then_some(address)
}

/// A number in E.164. `code` is the calling code of numbers without a country, digits only.
pub fn phone(text: &str, code: Option<&str>) -> Option<String> {
    let international = text.trim_start().starts_with(['+', '＋']);
    // (0) is what is left out from abroad.
    let (before, after) = text.split_once("(0)").filter(|_| international).unwrap_or((text, ""));
    let text = format!("{before}{after}");
    if text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let digits: String =
        text.chars().filter_map(|letter| letter.to_digit(10)).map(|d| d.to_string()).collect();
    let number = match (digits.strip_prefix("00"), code.filter(|code| !code.is_empty())) {
        _ if international => digits,
        (Some(rest), _) => rest.to_owned(),
        (None, Some(code)) => match digits.strip_prefix(code).filter(|rest| rest.len() >= 8) {
            Some(_) => digits,
            None => format!("{code}{}", digits.trim_start_matches('0')),
        },
        (None, None) => return None,
    };
    (DIGITS.contains(&number.len()) && !number.starts_with('0')).then(|| format!("+{number}"))
}

/// SHA-256 in lower-case hexadecimal digits.
pub fn sha256(text: &str) -> String {
    let hex = b"0123456789abcdef";
    let digest = Sha256::digest(text.as_bytes());
    digest
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|half| char::from(hex[usize::from(half)]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_in_one_form() {
        for (text, expected) in [
            (" Ann.Lee+shop@Example.ORG ", Some("ann.lee+shop@example.org")),
            ("王@例子.tw", Some("王@例子.tw")),
            ("no address", None),
            ("@example.org", None),
            ("a@b", None),
            ("a@b@c.org", None),
            ("", None),
        ] {
            assert_eq!(email(text).as_deref(), expected, "{text}");
        }
        for (text, code, expected) in [
            ("+886 912-345-678", None, Some("+886912345678")),
            ("0912 345 678", Some("886"), Some("+886912345678")),
            ("886912345678", Some("886"), Some("+886912345678")),
            ("0044 20 7946 0000", Some("886"), Some("+442079460000")),
            ("+44 (0)20 7946 0000", None, Some("+442079460000")),
            ("138 0013 8000", Some("86"), Some("+8613800138000")),
            ("0912345678", None, None),
            ("ext. 12", Some("1"), None),
            ("123", Some("1"), None),
            ("", Some("1"), None),
        ] {
            assert_eq!(phone(text, code).as_deref(), expected, "{text} {code:?}");
        }
    }

    #[test]
    fn hashes_are_those_of_the_standard() {
        // FIPS 180-4, examples; and Google's own example of an address.
        for (text, expected) in [
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("test@example.com", "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"),
        ] {
            assert_eq!(sha256(text), expected);
        }
    }
}
