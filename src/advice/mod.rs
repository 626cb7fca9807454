//! Tiers to advice: what to do with each segment, and the indicators to judge it by.

pub mod customer;
pub mod kpis;
pub mod playbook;
