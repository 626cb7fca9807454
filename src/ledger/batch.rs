//! Rows of a later range of the file, read by another engine, on their way into the ledger of the one that reads its start.
//!
//! A batch is what came up since the one before it: new names, rows, their cells, rows set aside, and what proves or refutes
//! formats. It travels as bytes from Worker to Worker, little end first. Numbers of names in it are those of its sender;
//! [`Numbers`] says what they are to the receiver, which gives new names the numbers that they would have had.

use super::column::EMPTY;
use super::names::{NameIndex, Names};
use super::{Builder, Entry, Money};
use crate::ingest::amount;
use crate::report::{CurrencyRows, Reason};
use crate::units::Amount;

/// Which names the receiver knows: customers, then the words of each column.
#[derive(Debug, Default)]
pub struct Sent(Vec<usize>);

/// What a sender's numbers of names are to the receiver: customers, then the words of each column.
#[derive(Debug, Default)]
pub struct Numbers(Vec<Vec<u32>>);

/// Reasons as they travel: by their place.
const REASONS: [Reason; 15] = [
    Reason::NoCustomer,
    Reason::NoDate,
    Reason::UnreadableDate,
    Reason::ImpossibleDate,
    Reason::NoAmount,
    Reason::UnreadableAmount,
    Reason::AmountTooLarge,
    Reason::ShortRow,
    Reason::TotalRow,
    Reason::Unpaid,
    Reason::Cancelled,
    Reason::OtherCurrency,
    Reason::FarDate,
    Reason::Duplicate,
    Reason::AfterAsOf,
];

/// Bytes to be read one thing after another. `None` when they end too soon, or are no text where text should be.
#[derive(Debug)]
pub struct Letter<'a>(pub &'a [u8]);

impl<'a> Letter<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// The next number.
    pub fn number(&mut self) -> Option<u64> {
        self.numbers(1)?.next()
    }

    fn numbers(&mut self, count: usize) -> Option<impl Iterator<Item = u64> + use<'a>> {
        Some(self.take(count.checked_mul(8)?)?.as_chunks().0.iter().map(|eight| u64::from_le_bytes(*eight)))
    }

    fn array<const N: usize>(&mut self) -> Option<[u64; N]> {
        let mut all = [0; N];
        for (slot, number) in all.iter_mut().zip(self.numbers(N)?) {
            *slot = number;
        }
        Some(all)
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.length()?;
        self.take(length)
    }

    fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// New names, and their numbers here.
    fn names(&mut self, index: &mut NameIndex, numbers: &mut Vec<u32>) -> Option<()> {
        for _ in 0..self.length()? {
            numbers.push(index.number(self.bytes()?));
        }
        Some(())
    }
}

/// Writes what [`Letter`] reads.
fn numbers(out: &mut Vec<u8>, all: impl IntoIterator<Item = u64>) {
    for number in all {
        out.extend_from_slice(&number.to_le_bytes());
    }
}

fn bytes(out: &mut Vec<u8>, text: &[u8]) {
    numbers(out, [text.len() as u64]);
    out.extend_from_slice(text);
}

fn names(out: &mut Vec<u8>, names: &Names, sent: &mut usize) {
    numbers(out, [(names.len() - *sent) as u64]);
    for i in *sent..names.len() {
        bytes(out, names.bytes(i as u32));
    }
    *sent = names.len();
}

impl Money {
    fn columns(&mut self) -> Vec<&mut amount::Column> {
        match self {
            Money::Amount(cell) => vec![&mut cell.column],
            Money::QuantityTimesPrice(quantity, price) => vec![&mut quantity.column, &mut price.column],
        }
    }
}

impl Builder {
    /// Whether another builder with the same plan can read a later range of the file for this one: what becomes of a row must
    /// not depend on the rows before it.
    pub fn is_divisible(&self) -> bool {
        !self.rules.without_duplicates
    }

    /// Writes down what came up since the last batch, and forgets it, but for the names.
    pub fn batch(&mut self, sent: &mut Sent, out: &mut Vec<u8>) {
        sent.0.resize(self.columns.len() + 1, 0);
        let (customers, words) = sent.0.split_at_mut(1);
        out.reserve(self.who.len() * (28 + 8 * self.columns.len()) + 1024);
        numbers(out, [self.intake.rows_read, self.intake.rows_used]);
        (self.intake.rows_read, self.intake.rows_used) = (0, 0);
        numbers(out, self.date.column.evidence().counts());
        self.date.column.unlearn();
        for column in self.money.columns() {
            numbers(out, column.evidence());
            column.unlearn();
        }
        let currencies = self.currencies.drain();
        numbers(out, [currencies.len() as u64]);
        for CurrencyRows { currency, rows } in currencies {
            bytes(out, currency.as_bytes());
            numbers(out, [rows]);
        }
        names(out, self.index.names(), &mut customers[0]);
        numbers(out, [self.totals.len() as u64]);
        numbers(out, self.totals.iter().map(|who| u64::from(*who)));
        numbers(out, [self.who.len() as u64]);
        for who in self.who.drain(..) {
            out.extend_from_slice(&who.to_le_bytes());
        }
        for Entry { order, when, amount } in self.entries.drain(..) {
            numbers(out, [order, when as u64, amount.0 as u64]);
        }
        for (column, sent) in self.columns.iter_mut().zip(words) {
            numbers(out, [std::mem::take(&mut column.unread)]);
            if let Some(index) = column.words() {
                names(out, index.names(), sent);
            }
            numbers(out, column.cells.drain(..).map(|cell| cell as u64));
        }
        let aside = std::mem::take(&mut self.intake.set_aside);
        numbers(out, [aside.len() as u64]);
        for (line, reason, cells) in aside.rows() {
            numbers(out, [line, reason as u64, u64::from(cells.is_some())]);
            if let Some(cells) = cells {
                bytes(out, cells.as_bytes());
            }
        }
    }

    /// Takes the rows of a batch as if they had been read here, behind so many `lines`. `None`: it is no batch of a builder with
    /// this plan.
    pub fn take(&mut self, known: &mut Numbers, batch: &mut Letter<'_>, lines: u64) -> Option<()> {
        known.0.resize_with(self.columns.len() + 1, Vec::new);
        let (customers, words) = known.0.split_at_mut(1);
        let customers = &mut customers[0];
        self.intake.rows_read += batch.number()?;
        self.intake.rows_used += batch.number()?;
        self.date.column.learn(batch.array()?);
        for column in self.money.columns() {
            column.learn(batch.array()?);
        }
        for _ in 0..batch.length()? {
            let currency = batch.text()?.to_owned();
            self.currencies.learn(CurrencyRows { currency, rows: batch.number()? });
        }
        batch.names(&mut self.index, customers)?;
        self.seen = self.index.count() as u32;
        let here = |who: usize| customers.get(who).copied();
        for _ in 0..batch.length()? {
            let who = here(batch.length()?)?;
            if !self.totals.contains(&who) {
                self.totals.push(who);
            }
        }
        let rows = batch.length()?;
        for who in batch.take(rows.checked_mul(4)?)?.as_chunks().0 {
            self.who.push(here(u32::from_le_bytes(*who) as usize)?);
        }
        let mut entries = batch.numbers(rows.checked_mul(3)?)?;
        while let (Some(order), Some(when), Some(amount)) = (entries.next(), entries.next(), entries.next()) {
            self.entries.push(Entry { order, when: when as i64, amount: Amount(amount as i64) });
        }
        for (column, numbers) in self.columns.iter_mut().zip(words) {
            column.unread += batch.number()?;
            let worded = match column.words() {
                Some(index) => {
                    batch.names(index, numbers)?;
                    true
                }
                None => false,
            };
            for cell in batch.numbers(rows)?.map(|cell| cell as i64) {
                column.cells.push(match cell {
                    EMPTY => EMPTY,
                    word if worded => i64::from(*numbers.get(word as usize)?),
                    value => value,
                });
            }
        }
        for _ in 0..batch.length()? {
            let [line, reason, kept] = batch.array()?;
            let cells = if kept == 1 { Some(batch.text()?) } else { None };
            self.intake.set_aside.take(lines + line, *REASONS.get(reason as usize)?, cells);
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_travel_by_their_place() {
        for (place, reason) in REASONS.into_iter().enumerate() {
            assert_eq!(reason as usize, place);
        }
        assert_eq!(Reason::AfterAsOf as usize + 1, REASONS.len(), "the last one is there");
    }

    #[test]
    fn a_letter_that_is_cut_short_says_nothing() {
        let mut out = Vec::new();
        numbers(&mut out, [1, 2]);
        bytes(&mut out, "買家".as_bytes());
        for length in 0..out.len() {
            let mut letter = Letter(&out[..length]);
            let read = letter.array::<2>().and_then(|_| letter.text());
            assert_eq!(read, None, "{length} bytes");
        }
        let mut letter = Letter(&out);
        assert_eq!((letter.array(), letter.text()), (Some([1, 2]), Some("買家")));
        assert!(letter.number().is_none());
    }
}
