//! # Value Tiers
//!
//! Turns a customer file into segments, value tiers and next steps. Everything runs where the file is: in the browser
//! tab (as WebAssembly) or on the command line.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod error;
pub mod ingest;
pub mod settings;
pub mod units;
pub mod value;
