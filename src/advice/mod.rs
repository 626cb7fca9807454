//! Tiers to advice: what to do with each segment, and the indicators to judge it by.

pub mod budget;
pub mod findings;
pub mod kpis;
pub mod playbook;
