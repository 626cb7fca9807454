//! Bytes to table.

pub mod alias;
pub mod amount;
pub mod date;
pub mod head;
pub mod preview;
pub mod profile;
pub mod role;
