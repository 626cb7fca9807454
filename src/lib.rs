//! # Value Tiers
//!
//! Turns a customer file into segments, value tiers and next steps. Everything runs where the file is: in the browser
//! tab (as WebAssembly) or on the command line.
//!
//! Data flows one way; the modules in the order of the flow:
//!
//! ```text
//! bytes ─▶ table ─▶ ledger ─▶ customers ─▶ value ─▶ segments ─▶ tiers ─▶ advice ─▶ report ─▶ page
//! ingest           ledger     customers    value    segments    tiers    advice    summary   wasm
//! ```
//!
//! [`session::Session`] runs it for one file. What is asked for on demand, as who moved between two days ([`movement`]), takes
//! the ledger of the same file:
//!
//! ```
//! use value_tiers::session::{Finish, Session};
//! use value_tiers::settings::Settings;
//!
//! let file = b"customer,date,amount\nann,2024-01-05,20.00\nbob,2024-02-01,35.50\nann,2024-03-09,14.50\n";
//! let settings = Settings::default();
//! let mut session = Session::new();
//! session.inspect(file, true, &settings)?;
//! session.start(Vec::new(), &settings)?;
//! session.push(file)?;
//! let Finish::Report(report) = session.finish()? else { panic!("nothing to read again") };
//! assert_eq!(report.totals.customers, 2);
//! assert_eq!(report.totals.net.to_string(), "70.00");
//! # Ok::<(), value_tiers::error::Error>(())
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod advice;
pub mod analysis;
pub mod compare;
pub mod customers;
mod document;
pub mod error;
pub mod export;
pub mod hash;
pub mod ingest;
pub mod ledger;
pub mod lists;
mod mask;
pub mod movement;
pub mod notes;
mod order;
pub mod query;
pub mod random;
pub mod report;
pub mod sample;
pub mod segments;
pub mod session;
pub mod settings;
pub mod sql;
pub mod summary;
pub mod tiers;
pub mod units;
pub mod value;
pub mod warning;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
