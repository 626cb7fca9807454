//! Which money a row is in, and that different ones are never added up.
//!
//! A row says its currency in a column of its own or with a sign beside the amount; one that says nothing is in the
//! money of the file. Rows in another currency than the one that is summed up are set aside.

use crate::ingest::amount;
use crate::report::CurrencyRows;

/// The currencies of a file, as its rows come up.
#[derive(Debug, Default)]
pub struct Currencies {
    wanted: Option<String>,
    /// A person has said which one to sum up.
    told: bool,
    seen: Vec<CurrencyRows>,
    /// Cells of a currency column, and what they say.
    cells: Vec<(Vec<u8>, Option<String>)>,
}

impl Currencies {
    /// `wanted`: the one to sum up, where there are several; `told`: because a person said so.
    pub fn new(wanted: Option<&str>, told: bool) -> Self {
        Currencies { wanted: wanted.map(str::to_owned), told, ..Currencies::default() }
    }

    /// Notes the currency of a row, and says whether its money can be summed up.
    pub fn takes(&mut self, currency: &str) -> bool {
        match self.seen.iter_mut().find(|seen| seen.currency == currency) {
            Some(seen) => seen.rows += 1,
            None => self.seen.push(CurrencyRows { currency: currency.to_owned(), rows: 1 }),
        }
        self.wanted.as_deref().is_none_or(|wanted| alike(wanted, currency))
    }

    /// The same for a cell of a currency column. A file has few different ones, each is looked at once.
    pub fn takes_cell(&mut self, cell: &[u8]) -> bool {
        let known = self.cells.iter().position(|(known, _)| known == cell);
        let at = known.unwrap_or_else(|| {
            self.cells.push((cell.to_vec(), named(&String::from_utf8_lossy(cell))));
            self.cells.len() - 1
        });
        let Some((_, currency)) = self.cells.get_mut(at) else { return true };
        let Some(name) = currency.take() else { return true };
        let taken = self.takes(&name);
        if let Some((_, currency)) = self.cells.get_mut(at) {
            *currency = Some(name);
        }
        taken
    }

    /// The rows of each currency so far, which are forgotten.
    pub fn drain(&mut self) -> Vec<CurrencyRows> {
        std::mem::take(&mut self.seen)
    }

    /// Counts rows that were read elsewhere.
    pub fn learn(&mut self, rows: CurrencyRows) {
        match self.seen.iter_mut().find(|seen| seen.currency == rows.currency) {
            Some(seen) => seen.rows += rows.rows,
            None => self.seen.push(rows),
        }
    }

    /// The one that most rows are in, where another one was summed up and nobody said so.
    pub fn reread(&self) -> Option<&str> {
        let most = self.seen.iter().max_by(|a, b| a.rows.cmp(&b.rows).then(b.currency.cmp(&a.currency)))?;
        let several = self.seen.iter().any(|seen| !alike(&seen.currency, &most.currency));
        let other = self.wanted.as_deref().is_none_or(|wanted| !alike(wanted, &most.currency));
        (several && other && !self.told).then_some(most.currency.as_str())
    }

    /// The currency that is summed up, and the rows of each, most first.
    pub fn finish(mut self) -> (Option<String>, Vec<CurrencyRows>) {
        crate::order::by(&mut self.seen, |a, b| b.rows.cmp(&a.rows).then(a.currency.cmp(&b.currency)));
        let only = || self.seen.first().map(|seen| seen.currency.clone());
        let currency = self.wanted.clone().filter(|_| !self.seen.is_empty()).or_else(only);
        (currency, self.seen)
    }
}

/// What a cell of a currency column says: the code where it is a known word or sign, else the word in capitals.
pub fn named(cell: &str) -> Option<String> {
    let cell = cell.trim();
    let known = amount::currency(&cell.to_lowercase()).map(str::to_owned);
    known.or_else(|| (!cell.is_empty() && cell.chars().count() <= 8).then(|| cell.to_uppercase()))
}

/// A sign that several countries use stands for each of them.
pub fn alike(a: &str, b: &str) -> bool {
    let stands = |sign: &str, code: &str| match sign {
        "¥" => matches!(code, "CNY" | "JPY"),
        "$" => code.len() == 3 && code.ends_with('D') || code == "MOP",
        _ => false,
    };
    a == b || stands(a, b) || stands(b, a)
}
