//! Bytes to table.
