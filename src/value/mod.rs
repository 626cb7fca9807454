//! Customers to value: scores for recency, frequency and money, and the value index made of them.

pub mod index;
pub mod rfm;
