//! Bytes to columns.
//!
//! ```text
//! first 256 KB ──▶ sniff ──▶ Head: layout, column names, first rows
//!                   kind · encoding · dialect · header
//! all bytes ─────▶ Reader ─▶ Records: a line number and trimmed cells
//!                   decoder · parser
//! ```
//!
//! [`sniff`] looks at the start of a file and refuses what is no table, with a reason. [`Reader`] takes all of its bytes,
//! from the first, in any chunks, and gives its rows. Neither knows what a column means.

mod decoder;
mod dialect;
mod encoding;
mod guess;
mod head;
mod header;
mod kind;
mod parser;
mod records;

pub use decoder::Decoder;
pub use dialect::Dialect;
pub use encoding::Encoding;
pub use head::{HEAD, Head, Layout, ROWS, sniff};
pub use parser::{LONGEST, QUOTED, STRAYS};
pub use records::{Reader, Record, trim};
