//! Bytes to table: what the cells are, and what each column means.
//!
//! ```text
//! first 256 KB ──▶ sniff ──▶ Head ──▶ preview ──▶ Preview: columns, proposed roles, questions (for the page)
//!                  encoding · dialect · header     Plan: which column is what, and how it is read (for the ledger)
//! all bytes ─────▶ Reader ─▶ Records: a line number and trimmed cells
//!                  decoder · parser
//! ```
//!
//! [`sniff`] looks at the start of a file and refuses what is no table, with a reason. [`preview()`] weighs headers and
//! values and proposes roles. [`Reader`] takes all bytes of the file, from the first, in any chunks, and gives its rows.
//! Dates and numbers are read by column, never by cell: [`date`] and [`amount`] gather evidence over all rows.

pub mod alias;
pub mod amount;
pub mod date;
mod decoder;
mod dialect;
mod encoding;
mod guess;
mod head;
mod header;
mod kind;
mod parser;
pub mod preview;
pub mod profile;
mod records;
pub mod role;

pub use decoder::Decoder;
pub use dialect::Dialect;
pub use encoding::Encoding;
pub use head::{HEAD, Head, Layout, ROWS, sniff};
pub use parser::{LONGEST, QUOTED, STRAYS};
pub use preview::{FAR_DAYS, OtherColumn, Plan, PlanColumn, Preview, Question, Reading, RowRules, preview};
pub use records::{Reader, Record, trim};
