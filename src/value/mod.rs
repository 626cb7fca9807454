//! What is each customer worth: models of buying, of spend and of value, with proof on the file's own data.
//!
//! Takes purchase days ([`history::Purchases`]) and a day; gives what each customer is expected to buy and to be worth,
//! and how far that can be trusted. [`models::value_customers`] is the entry.
//!
//! | file | idea |
//! |---|---|
//! | [`rfm`] | scores for recency, frequency and money |
//! | [`index`] | the value index: one number from 0 to 100, from visible weights |
//! | [`ahp`] | those weights from comparisons of pairs |
//! | [`history`] | purchases to x, t_x, T, m |
//! | [`verdict`] | can models say anything about this file? |
//! | [`bg_nbd`], [`mbg_nbd`], [`pareto_nbd`] | how often: buying rates and silent departure, one story each ([`buying`], [`model`]) |
//! | [`bg_bb`] | the same where purchases come once a period at most |
//! | [`gamma_gamma`], [`spend`] | how much per purchase |
//! | [`clv`] | both together, month by month, discounted |
//! | [`back_test`], [`baseline`], [`score`], [`choose`] | the last part held back; simple rules to beat; which model |
//! | [`interval`] | how far a total can be off |
//! | [`potential`] | room to grow |
//! | [`models`], [`document`] | the entry, and what it hands to the report |
//! | [`fit`], [`minimise`], [`special`] | maximum likelihood and its tools |

pub mod ahp;
pub mod back_test;
pub mod baseline;
mod beta_geometric;
pub mod bg_bb;
pub mod bg_nbd;
pub mod buying;
pub mod choose;
pub mod clv;
pub mod document;
pub mod fit;
pub mod gamma_gamma;
pub mod history;
pub mod index;
pub mod interval;
pub mod mbg_nbd;
pub mod minimise;
pub mod model;
pub mod models;
pub mod pareto_nbd;
pub mod potential;
pub mod rfm;
pub mod score;
pub mod special;
pub mod spend;
pub mod verdict;
