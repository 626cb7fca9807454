//! The words that people and systems write: headers, totals, states of an order.
//!
//! One table says which header stands for which role, in English and in both Chinese scripts, with some German for
//! exports of European shops. Spellings are folded before they are compared ([`key`]): case, width, blanks, bracketed
//! units and script make no difference, so each word is listed once. A header that only ends in a known word, as
//! `MCH.Merchant Name` does, counts for less.
//!
//! A word proves nothing by itself: `role` checks it against the values.

mod words;

use std::sync::OnceLock;

use serde::Serialize;

use crate::order;
use crate::settings::Role;
use words::{EXACT_ONLY, HEADERS, NOT, PHRASES, SIMPLIFIED, STATES, TOTALS, TRADITIONAL};

/// A header that ends in the word: the head noun comes last in English and in Chinese.
const ENDING: f64 = 0.8;
/// A header that has the word elsewhere: `Customer Status` is no customer.
const WITHIN: f64 = 0.4;

/// A header as it is compared: folded, with the places where a word of it may begin or end.
#[derive(Clone, Debug)]
pub struct Header {
    whole: String,
    /// Where the words begin, and the end of the last one.
    borders: Vec<usize>,
}

enum Place {
    Whole,
    End,
    Within,
}

impl Header {
    /// A header as it is written.
    pub fn new(header: &str) -> Self {
        let mut borders = vec![0];
        for token in tokens(header) {
            borders.push(borders.last().map_or(0, |end| end + token.len()));
        }
        Header { whole: key(header), borders }
    }

    /// How well it fits a role: 0 (not at all) to 1 (known word for it), and whether the whole header is that word.
    pub fn fit(&self, role: Role) -> (f64, bool) {
        // The longest word found decides: "ship date" is a ship date although it ends in "date".
        let mut best: Option<(usize, f64, bool)> = None;
        for (_, strength, words) in HEADERS.iter().filter(|(r, _, _)| *r == role) {
            for word in *words {
                let factor = match self.place(word) {
                    Some(Place::Whole) => 1.0,
                    Some(_) if *strength < EXACT_ONLY => continue,
                    Some(Place::End) => ENDING,
                    Some(Place::Within) => WITHIN,
                    None => continue,
                };
                let found = (word.chars().count(), strength * factor, factor == 1.0);
                // Of equal words the one that says more.
                if best.is_none_or(|(length, score, _)| (found.0, found.1) > (length, score)) {
                    best = Some(found);
                }
            }
        }
        let (_, score, exact) = best.unwrap_or((0, 0.0, false));
        let other = || NOT.iter().filter(|(r, _)| *r == role).flat_map(|(_, words)| words.iter());
        if !exact && other().any(|word| self.place(word).is_some()) {
            return (0.0, false);
        }
        (score, exact)
    }

    /// Where in the header a folded word stands.
    fn place(&self, word: &str) -> Option<Place> {
        let Header { whole, borders } = self;
        if whole.len() <= word.len() {
            return (whole == word).then_some(Place::Whole);
        }
        // Chinese has no blanks between words.
        if !word.is_ascii() {
            let end = whole.ends_with(word).then_some(Place::End);
            return end.or_else(|| whole.contains(word).then_some(Place::Within));
        }
        let (last, inner) = borders.split_last()?;
        let ends_at = |end: usize| {
            let start = end.checked_sub(word.len()).filter(|start| borders.contains(start));
            start.is_some_and(|start| whole.get(start..end) == Some(word))
        };
        if ends_at(*last) {
            return Some(Place::End);
        }
        inner.iter().any(|end| ends_at(*end)).then_some(Place::Within)
    }
}

/// A spelling without what makes no difference: case, width, blanks, punctuation, bracketed units, Chinese script.
pub fn key(text: &str) -> String {
    let bare = without_brackets(text);
    let folded: String = bare.chars().map(fold).filter(|c| c.is_alphanumeric()).collect();
    if folded.is_empty() { text.chars().map(fold).filter(|c| c.is_alphanumeric()).collect() } else { folded }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' | '（' | '[' | '【' | '［' | '{' => depth += 1,
            ')' | '）' | ']' | '】' | '］' | '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// The words of a header: split at anything that is no letter, and at `camelCase`.
pub(super) fn tokens(header: &str) -> Vec<String> {
    let bare = without_brackets(header);
    let mut tokens = Vec::new();
    let mut token = String::new();
    let mut before = ' ';
    let mut chars = bare.chars().peekable();
    while let Some(c) = chars.next() {
        let hump = c.is_uppercase()
            && (before.is_lowercase()
                || before.is_uppercase() && chars.peek().is_some_and(|n| n.is_lowercase()));
        let changes = c.is_ascii() != before.is_ascii();
        if (hump || changes || !c.is_alphanumeric()) && !token.is_empty() {
            tokens.push(std::mem::take(&mut token));
        }
        let folded = fold(c);
        if folded.is_alphanumeric() {
            token.push(folded);
        }
        before = c;
    }
    if !token.is_empty() {
        tokens.push(token);
    }
    tokens
}

fn fold(c: char) -> char {
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap_or(c),
        '帐' => '账',
        _ => c,
    };
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    simplified(c).unwrap_or_else(|| c.to_lowercase().next().unwrap_or(c))
}

/// What is written for a traditional character in the simplified script, if that is another.
fn simplified(c: char) -> Option<char> {
    static PAIRS: OnceLock<Vec<(char, char)>> = OnceLock::new();
    let pairs = PAIRS.get_or_init(|| {
        let mut pairs: Vec<(char, char)> = TRADITIONAL.chars().zip(SIMPLIFIED.chars()).collect();
        order::ascending(&mut pairs);
        pairs
    });
    let at = pairs.binary_search_by_key(&c, |(traditional, _)| *traditional).ok()?;
    pairs.get(at).map(|(_, simplified)| *simplified)
}

/// Whether a cell says that its row sums up others: 合计, 總計, Subtotal …
pub fn is_total_word(cell: &str) -> bool {
    // Totals are short; a long cell is not worth folding.
    cell.len() <= 60 && TOTALS.contains(&key(cell).as_str())
}

/// The words for a row that sums up others, folded.
pub fn total_words() -> impl Iterator<Item = &'static str> {
    TOTALS.into_iter()
}

/// The words that are a whole status cell, folded.
pub fn state_words() -> impl Iterator<Item = &'static (State, &'static [&'static str])> {
    STATES.iter()
}

/// Phrases within a status cell, folded; the first that occurs decides.
pub fn state_phrases() -> impl Iterator<Item = &'static (&'static str, State)> {
    PHRASES.iter()
}

/// A folded word in every mixture of simplified and traditional characters: for whom can't fold.
pub fn spellings(word: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for c in word.chars() {
        let same = TRADITIONAL.chars().zip(SIMPLIFIED.chars()).filter(|(_, simplified)| *simplified == c);
        let written: Vec<char> = std::iter::once(c).chain(same.map(|(traditional, _)| traditional)).collect();
        let longer = all.iter().flat_map(|start| written.iter().map(move |c| format!("{start}{c}")));
        all = longer.collect();
    }
    all
}

/// Where an order stands, as far as money is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Money was received, and at least some of it kept.
    Paid,
    /// No money yet.
    Unpaid,
    /// Will not be paid.
    Cancelled,
    /// All the money was given back.
    Refunded,
}

/// What a status cell says about the money. `None`: the word is not known, and the row counts as any other.
pub fn order_state(cell: &str) -> Option<State> {
    if cell.len() > 120 {
        return None;
    }
    let word = key(cell);
    // WooCommerce stores its states as wc-completed.
    let word = word.strip_prefix("wc").unwrap_or(&word);
    let whole = STATES.iter().find(|(_, words)| words.contains(&word)).map(|(state, _)| *state);
    whole.or_else(|| PHRASES.iter().find(|(phrase, _)| word.contains(phrase)).map(|(_, state)| *state))
}

#[cfg(test)]
mod tests;
