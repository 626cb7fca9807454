//! What stops an analysis. Flaws of single rows never do: those are counted in the ledger and reported.
//!
//! An [`Error`] is a stable code with the place and the value concerned. It holds no sentence: the page and the
//! command line turn the code into one, in the reader's language.

use std::fmt;

use serde::Serialize;

/// What went wrong, as a stable kebab-case identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Code {
    /// The file has no bytes, or nothing but blank lines.
    EmptyFile,
    /// There is a header, and no row below it.
    HeaderOnly,
    /// Every row has a single column: the delimiter was not found, or it is not a table.
    OneColumn,
    /// The bytes are not text. `value` says what they seem to be (`pdf`, `png`, `zip`, `xlsx`, `zeros`, `unknown` …).
    NotText,
    /// No column can be the customer.
    NoCustomerColumn,
    /// No column can be the date of an order.
    NoDateColumn,
    /// No column can be the amount (nor quantity and unit price).
    NoAmountColumn,
    /// The mapping names a column that the file has not (`value`).
    UnknownColumn,
    /// The mapping gives no meaning to the role in `value`.
    UnknownRole,
    /// No customer has the name in `value`, or none a row up to the as-of date.
    UnknownCustomer,
    /// Every row was set aside. `value` is the most frequent reason.
    NoUsableRow,
    /// The as-of date in `value` lies before the first row.
    AsOfTooEarly,
    /// A setting is outside its range. `value` names it.
    BadSetting,
    /// The settings were written by a newer version than this one.
    SettingsTooNew,
    /// The encoding label in `value` is not known.
    UnknownEncoding,
    /// More customers or rows than memory holds.
    TooLarge,
    /// A call came out of order, for example rows after the end of the file. A defect of the caller.
    OutOfOrder,
}

/// An analysis that can't go on: what, where, and the value concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Error {
    /// What went wrong.
    pub code: Code,
    /// Line in the file, from 1, where one line is to blame.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// Name of the column, where one is to blame.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The value that could not be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// The result of anything that can be stopped by an [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error without a place.
    pub fn new(code: Code) -> Self {
        Error { code, line: None, column: None, value: None }
    }

    /// Adds the value concerned.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Adds the column concerned.
    pub fn column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }
}

impl fmt::Display for Error {
    /// For logs and for the command line: the sentence in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.value.as_deref().unwrap_or("?");
        match self.code {
            Code::EmptyFile => write!(f, "The file is empty. Export it again with at least one order."),
            Code::HeaderOnly => {
                write!(f, "The file has a header but no rows. Export it again with the orders.")
            }
            Code::OneColumn => write!(
                f,
                "Only one column was found. A customer file needs at least a customer, a date and an amount in separate columns."
            ),
            Code::NotText => {
                write!(f, "This is not a table in text form (it looks like: {value}). Export it as CSV.")
            }
            Code::NoCustomerColumn => {
                write!(f, "No column says who the customer is. Choose it with --map customer=COLUMN.")
            }
            Code::NoDateColumn => {
                write!(f, "No column says when the order was. Choose it with --map date=COLUMN.")
            }
            Code::NoAmountColumn => write!(
                f,
                "No column says how much was paid. Choose it with --map amount=COLUMN, or quantity=COLUMN and unit_price=COLUMN."
            ),
            Code::UnknownColumn => write!(f, "The file has no column named {value}."),
            Code::UnknownRole => write!(f, "{value} is not something a column can be."),
            Code::UnknownCustomer => write!(f, "There is no customer {value} in this report."),
            Code::NoUsableRow => write!(f, "No row could be used. Most frequent reason: {value}."),
            Code::AsOfTooEarly => {
                write!(f, "The as-of date {value} lies before the first order in the file.")
            }
            Code::BadSetting => write!(f, "The setting {value} is outside its range."),
            Code::SettingsTooNew => write!(f, "These settings were saved by a newer version of Value Tiers."),
            Code::UnknownEncoding => write!(f, "The encoding {value} is not known."),
            Code::TooLarge => write!(f, "The file has more customers or rows than memory holds."),
            Code::OutOfOrder => write!(f, "The engine was called out of order ({value})."),
        }?;
        if let Some(column) = &self.column {
            write!(f, " Column: {column}.")?;
        }
        if let Some(line) = self.line {
            write!(f, " Line: {line}.")?;
        }
        Ok(())
    }
}
