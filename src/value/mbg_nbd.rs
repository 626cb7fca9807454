//! MBG/NBD: BG/NBD in which a customer can also leave right after the first purchase.
//!
//! What it assumes, in words (Batislam, Denizel and Filiztekin, International Journal of Research in Marketing 24 (2007); Hoppe and Wagner, Marketing ZFP 29 (2007)):
//!
//! 1. While active, a customer buys at random moments at a steady rate (a Poisson process with rate λ).
//! 2. Rates differ between customers (gamma distribution with shape r and rate α).
//! 3. After each purchase, the first one included, the customer leaves for good with a probability p of his or her own.
//! 4. These probabilities differ between customers (beta distribution with a and b).
//! 5. λ and p have nothing to do with each other.
//!
//! | symbol | meaning | unit |
//! |---|---|---|
//! | r, α | shape and rate of the buying rates; mean r/α | –, weeks |
//! | a, b | shape of the chances to leave; mean a/(a+b) | – |
//! | x, t_x, T | see [`super::history`] | –, weeks, weeks |
//!
//! P(alive) of a one-time buyer is below 1 here and falls with time.

use super::beta_geometric::BetaGeometric;
use super::buying::Buying;
use super::fit::{Fitted, Search};
use super::history::{History, Record};

/// The model with its parameters, all positive. α is in weeks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MbgNbd {
    /// Shape of the gamma distribution of buying rates.
    pub r: f64,
    /// Rate of that distribution, in weeks.
    pub alpha: f64,
    /// First shape of the beta distribution of chances to leave.
    pub a: f64,
    /// Second shape.
    pub b: f64,
}

impl MbgNbd {
    /// Maximum likelihood, or the regularised fit where there is no maximum ([`super::fit`]).
    /// `None` without a customer or without a repeat purchase.
    pub fn fit(history: &History) -> Option<Fitted<4>> {
        MbgNbd::search(history, Search::default())
    }

    /// The same with a start or a precision of one's own.
    pub fn search(history: &History, search: Search<4>) -> Option<Fitted<4>> {
        BetaGeometric::<1>::fit(history, search)
    }

    /// The model with these parameters: r, α, a, b.
    pub fn with([r, alpha, a, b]: [f64; 4]) -> MbgNbd {
        MbgNbd { r, alpha, a, b }
    }

    fn shape(&self) -> BetaGeometric<1> {
        let MbgNbd { r, alpha, a, b } = *self;
        BetaGeometric { r, alpha, a, b }
    }
}

impl Buying for MbgNbd {
    fn parameters(&self) -> [f64; 4] {
        [self.r, self.alpha, self.a, self.b]
    }

    fn at(&self, parameters: [f64; 4]) -> Self {
        MbgNbd::with(parameters)
    }

    /// Batislam, Denizel and Filiztekin, section 3.
    fn ln_likelihood(&self, customer: Record) -> f64 {
        self.shape().ln_likelihood(customer)
    }

    /// The same, section 3.
    fn p_alive(&self, customer: Record) -> f64 {
        self.shape().p_alive(customer)
    }

    /// P(alive) · [1 − ((α+T)/(α+T+t))^(r+x)].
    fn p_buy(&self, customer: Record, weeks: f64) -> f64 {
        self.shape().p_buy(customer, weeks)
    }

    /// The same, section 3; Hoppe and Wagner's central result.
    fn expected_if_active(&self, customer: Record, weeks: f64) -> f64 {
        self.shape().expected_if_active(customer, weeks)
    }

    /// The same with x = 0 and T = 0, times the share b/(a+b) who did not leave at once.
    fn expected_of_new(&self, weeks: f64) -> f64 {
        self.shape().expected_of_new(weeks)
    }
}
