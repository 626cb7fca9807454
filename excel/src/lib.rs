//! # Workbooks
//!
//! Opens a workbook from its bytes, lists its sheets, and gives one of them as CSV in UTF-8. Whatever comes after that is
//! the way of every text file.
//!
//! ```text
//! bytes ─▶ guard ─▶ book ─▶ look: which sheet      (calamine: XLSX, XLSB, XLS, ODS)
//!          measure    │ └──▶ cell ─▶ csv ─▶ pieces
//!                   table ◀─ markup                (HTML tables, XML of Excel 2003)
//! ```
//!
//! ```no_run
//! let bytes = std::fs::read("orders.xlsx")?;
//! let mut book = value_tiers_excel::Workbook::open(bytes)?;
//! let sheet = book.choose(None)?;
//! let mut csv = Vec::new();
//! book.convert(sheet, &mut |piece| {
//!     csv.extend_from_slice(piece);
//!     Ok(())
//! })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A format is told by its bytes, never by its name. In the browser this is a WebAssembly module of its own, loaded into a
//! Worker that ends when the sheet is converted: what calamine can't take without a panic ends the Worker, not the page.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

mod book;
pub mod cell;
mod compound;
pub mod csv;
mod error;
pub mod guard;
pub mod look;
mod markup;
mod table;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use book::{SheetView, Workbook};
pub use error::{Code, Error, Result};
