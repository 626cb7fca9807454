//! What every buy-till-you-die model can say about a customer.
//!
//! All of them tell the same story with other details: while a customer is active, purchases come at random with a rate of
//! his or her own; after some unseen moment there are none. Rates and moments differ between customers, and the four
//! parameters describe how. Time is in weeks ([`super::history::WEEK`]).

use super::history::{History, Record};

/// A model with its parameters.
pub trait Buying: Copy {
    /// The four parameters, in the order of the paper.
    fn parameters(&self) -> [f64; 4];

    /// The same model with other parameters, all of them positive.
    fn at(&self, parameters: [f64; 4]) -> Self;

    /// ln of the density of one customer's purchase times.
    fn ln_likelihood(&self, customer: Record) -> f64;

    /// The probability that the customer is still active: 0 to 1.
    fn p_alive(&self, customer: Record) -> f64;

    /// The probability of at least one purchase in the next `weeks`: 0 to 1.
    fn p_buy(&self, customer: Record, weeks: f64) -> f64;

    /// The expected number of purchases in the next `weeks` (more than 0), if the customer is still active.
    fn expected_if_active(&self, customer: Record, weeks: f64) -> f64;

    /// The expected number of purchases in the next `weeks`.
    fn expected(&self, customer: Record, weeks: f64) -> f64 {
        let alive = self.p_alive(customer);
        // A customer who is surely gone may have an expectation too large for a number.
        if alive == 0.0 || weeks <= 0.0 { 0.0 } else { alive * self.expected_if_active(customer, weeks) }
    }

    /// The expected number of repeat purchases of a customer in the first `weeks` after the first purchase.
    fn expected_of_new(&self, weeks: f64) -> f64;

    /// The sum of [`Buying::ln_likelihood`] over all customers.
    fn ln_likelihood_of(&self, history: &History) -> f64 {
        history.weighted().map(|(p, w)| w * self.ln_likelihood(p.record())).sum()
    }
}
