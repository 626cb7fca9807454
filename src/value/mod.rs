//! What is each customer worth: models of buying, of spend and of value, with proof on the file's own data.
//!
//! Takes purchase days ([`history::Purchases`]) and a day; gives what each customer is expected to buy and to be worth, and how far
//! that can be trusted.
//!
//! | file | idea |
//! |---|---|
//! | [`history`] | purchases to x, t_x, T, m |
//! | [`bg_nbd`], [`mbg_nbd`] | how often: buying rate and silent departure |
//! | [`fit`], [`minimise`], [`special`] | maximum likelihood and its tools |

mod beta_geometric;
pub mod bg_nbd;
pub mod buying;
pub mod clv;
pub mod fit;
pub mod gamma_gamma;
pub mod history;
pub mod mbg_nbd;
pub mod minimise;
pub mod special;
