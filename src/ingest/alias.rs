//! The words that people and systems write: headers, totals, states of an order.
//!
//! One table says which header stands for which role, in English and in both Chinese scripts, with some German for
//! exports of European shops. Spellings are folded before they are compared ([`key`]): case, width, blanks, bracketed
//! units and script make no difference, so each word is listed once. A header that only ends in a known word, as
//! `MCH.Merchant Name` does, counts for less.
//!
//! A word proves nothing by itself: `role` checks it against the values.

mod words;

use serde::Serialize;

use crate::settings::Role;
use words::{EXACT_ONLY, HEADERS, NOT, PHRASES, SIMPLIFIED, STATES, TOTALS, TRADITIONAL};

/// A header that ends in the word: the head noun comes last in English and in Chinese.
const ENDING: f64 = 0.8;
/// A header that has the word elsewhere: `Customer Status` is no customer.
const WITHIN: f64 = 0.4;

/// How well a header fits a role: 0 (not at all) to 1 (known word for it), and whether the whole header is that word.
pub fn fit(header: &str, role: Role) -> (f64, bool) {
    let whole = key(header);
    let tokens = tokens(header);
    // The longest word found decides: "ship date" is a ship date although it ends in "date".
    let mut best: Option<(usize, f64, bool)> = None;
    for (_, strength, words) in HEADERS.iter().filter(|(r, _, _)| *r == role) {
        for word in *words {
            let factor = match place(&whole, &tokens, word) {
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
    if !exact
        && NOT
            .iter()
            .any(|(r, words)| *r == role && words.iter().any(|word| place(&whole, &tokens, word).is_some()))
    {
        return (0.0, false);
    }
    (score, exact)
}

enum Place {
    Whole,
    End,
    Within,
}

fn place(whole: &str, tokens: &[String], word: &str) -> Option<Place> {
    if whole == word {
        return Some(Place::Whole);
    }
    if !word.is_ascii() {
        // Chinese has no blanks between words.
        return if whole.ends_with(word) {
            Some(Place::End)
        } else {
            whole.contains(word).then_some(Place::Within)
        };
    }
    let mut found = None;
    for start in 0..tokens.len() {
        let mut joined = String::new();
        for (end, token) in tokens.iter().enumerate().skip(start) {
            joined.push_str(token);
            if joined == word {
                if end + 1 == tokens.len() {
                    return Some(Place::End);
                }
                found = Some(Place::Within);
            }
            if joined.len() >= word.len() {
                break;
            }
        }
    }
    found
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
    match TRADITIONAL.chars().zip(SIMPLIFIED.chars()).find(|(traditional, _)| *traditional == c) {
        Some((_, simplified)) => simplified,
        None => c.to_lowercase().next().unwrap_or(c),
    }
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
