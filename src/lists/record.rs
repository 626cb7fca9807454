//! A list that comes back: who was on it, in which group, and what is said of them since.

use std::collections::BTreeMap;

use crate::error::{Code, Error, Result};
use crate::ingest::amount::{self, AmountFormat};
use crate::ingest::{self, Reader};
use crate::settings::{DecimalMark, Formats};
use crate::units::{Amount, Day};

/// Names that a column of outcomes may have.
const RESPONDED: [&str; 6] = ["responded", "response", "converted", "回应", "響應", "回應"];
const REVENUE: [&str; 5] = ["revenue", "sales", "amount", "收入", "營收"];
const CUSTOMER: [&str; 6] = ["customer", "customer_id", "customer id", "id", "客户", "客戶"];
const YES: [&str; 6] = ["yes", "y", "true", "x", "是", "✓"];

/// What is said of one customer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Whether there was a response.
    pub responded: bool,
    /// Money since.
    pub revenue: Option<Amount>,
}

/// A customer of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Who.
    pub customer: String,
    /// Which list.
    pub list_id: String,
    /// Not addressed.
    pub held_out: bool,
    /// The day up to which the list knew.
    pub as_of: Option<Day>,
    /// What the list itself says of them.
    pub outcome: Option<Outcome>,
}

/// A small table: the names of its columns in lower case, and its rows.
struct Table {
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn read(bytes: &[u8]) -> Result<Table> {
        let whole = bytes.len() <= ingest::HEAD;
        let formats = Formats { header: Some(true), ..Formats::default() };
        let head = ingest::sniff(bytes.get(..ingest::HEAD).unwrap_or(bytes), whole, &formats)?;
        let mut reader = Reader::new(&head.layout)?;
        let mut rows = Vec::new();
        let mut add = |record: ingest::Record<'_>| {
            rows.push(record.cells().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect());
        };
        reader.feed(bytes, &mut add);
        reader.finish(&mut add);
        let names = head.names.iter().map(|name| name.trim().to_lowercase()).collect();
        Ok(Table { names, rows })
    }

    fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.names.iter().position(|found| found == name))
    }

    /// Where outcomes are: responses, revenue. A column without anything in it is none.
    fn outcomes(&self) -> Option<Outcomes> {
        let filled = |names: &[&str]| {
            let at = self.column(names)?;
            self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty())).then_some(at)
        };
        let revenue = filled(&REVENUE).map(|at| {
            let cells = self.rows.iter().filter_map(|row| row.get(at)).map(String::as_str);
            let format = amount::detect(cells, None).map(|found| found.format);
            (at, format.unwrap_or(AmountFormat { decimal: DecimalMark::Point }))
        });
        let responded = filled(&RESPONDED);
        (responded.is_some() || revenue.is_some()).then_some(Outcomes { responded, revenue })
    }
}

/// Places of the columns of outcomes.
struct Outcomes {
    responded: Option<usize>,
    revenue: Option<(usize, AmountFormat)>,
}

impl Outcomes {
    fn of(&self, row: &[String]) -> Outcome {
        let cell = |at: usize| row.get(at).map(String::as_str).unwrap_or_default();
        let revenue = self
            .revenue
            .map(|(at, format)| amount::Column::new(format).read(cell(at).as_bytes()).unwrap_or_default());
        let responded = match self.responded {
            Some(at) => {
                let said = cell(at).to_lowercase();
                let point = AmountFormat { decimal: DecimalMark::Point };
                let counted = amount::Column::new(point).read(said.as_bytes()).is_ok_and(|count| count.0 > 0);
                counted || YES.contains(&said.as_str())
            }
            None => revenue.is_some_and(|revenue| revenue.0 > 0),
        };
        Outcome { responded, revenue }
    }
}

/// Whether a file says of customers whether they responded, or what became of a list; else it may be orders.
pub fn is_results(bytes: &[u8]) -> bool {
    Table::read(bytes).is_ok_and(|table| table.column(&RESPONDED).or(table.column(&["list_id"])).is_some())
}

/// Reads a list.
///
/// # Errors
///
/// It is no table, or lacks a column ([`Code::UnknownColumn`] with its name).
pub fn list(bytes: &[u8]) -> Result<Vec<Listed>> {
    let table = Table::read(bytes)?;
    let needed =
        |name: &str| table.column(&[name]).ok_or_else(|| Error::new(Code::UnknownColumn).value(name));
    let (customer, id, group) = (needed("customer")?, needed("list_id")?, needed("group")?);
    let as_of = table.column(&["as_of"]);
    let outcomes = table.outcomes();
    let cell = |row: &Vec<String>, at: usize| row.get(at).cloned().unwrap_or_default();
    let listed = table.rows.iter().map(|row| Listed {
        customer: cell(row, customer),
        list_id: cell(row, id),
        held_out: cell(row, group) == "hold_out",
        as_of: as_of.and_then(|at| Day::parse_iso(&cell(row, at).replace('/', "-"))),
        outcome: outcomes.as_ref().map(|outcomes| outcomes.of(row)),
    });
    Ok(listed.collect())
}

/// Reads results: what is said of each customer; of several rows whether any responded, and the sum.
///
/// # Errors
///
/// It is no table, or says neither who nor what ([`Code::UnknownColumn`]).
pub fn results(bytes: &[u8]) -> Result<BTreeMap<String, Outcome>> {
    let table = Table::read(bytes)?;
    let unknown = |name: &str| Error::new(Code::UnknownColumn).value(name);
    let customer = table.column(&CUSTOMER).ok_or_else(|| unknown("customer"))?;
    let outcomes = table.outcomes().ok_or_else(|| unknown("responded"))?;
    let mut found: BTreeMap<String, Outcome> = BTreeMap::new();
    for row in &table.rows {
        let said = outcomes.of(row);
        let known = found.entry(row.get(customer).cloned().unwrap_or_default()).or_default();
        known.responded |= said.responded;
        if let Some(revenue) = said.revenue {
            let sum = known.revenue.unwrap_or_default().0.saturating_add(revenue.0);
            known.revenue = Some(Amount(sum));
        }
    }
    Ok(found)
}
