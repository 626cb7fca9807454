//! Tiers to advice: what to do with each segment, what to offer next, and the indicators to judge it by.

pub mod accounts;
pub mod agenda;
pub mod baskets;
pub mod budget;
pub mod cross_sell;
pub mod customer;
pub mod findings;
pub mod journey;
pub mod kpis;
pub mod playbook;
pub mod referrals;
