//! Bytes to table.

pub mod amount;
pub mod date;
