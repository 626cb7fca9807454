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

    /// The part of [`Buying::ln_likelihood`] that depends on the number of repeats alone, and costs most.
    fn ln_of_count(&self, repeats: f64) -> f64;

    /// The rest of it.
    fn ln_of_times(&self, customer: Record) -> f64;

    /// ln of the density of one customer's purchase times.
    fn ln_likelihood(&self, customer: Record) -> f64 {
        self.ln_of_count(customer.x) + self.ln_of_times(customer)
    }

    /// The probability that the customer is still active: 0 to 1.
    fn p_alive(&self, customer: Record) -> f64;

    /// The probability of at least one purchase in the next `weeks`: 0 to 1.
    fn p_buy(&self, customer: Record, weeks: f64) -> f64;

    /// The expected number of purchases in the next `weeks` (more than 0), if the customer is still active.
    fn expected_if_active(&self, customer: Record, weeks: f64) -> f64;

    /// The expected number of purchases in the next `weeks`.
    fn expected(&self, customer: Record, weeks: f64) -> f64 {
        self.expected_given(self.p_alive(customer), customer, weeks)
    }

    /// The same where P(alive) is known already.
    fn expected_given(&self, alive: f64, customer: Record, weeks: f64) -> f64 {
        // A customer who is surely gone may have an expectation too large for a number.
        if alive == 0.0 || weeks <= 0.0 { 0.0 } else { alive * self.expected_if_active(customer, weeks) }
    }

    /// The expected number of repeat purchases of a customer in the first `weeks` after the first purchase.
    fn expected_of_new(&self, weeks: f64) -> f64;

    /// [`Buying::ln_likelihood`] of every pattern. They are sorted by repeats, so each count is computed once.
    fn ln_likelihoods(&self, history: &History) -> Vec<f64> {
        let (mut of, mut ln_of_count) = (None, 0.0);
        let each = history.patterns.iter().map(|pattern| {
            if of != Some(pattern.repeats) {
                of = Some(pattern.repeats);
                ln_of_count = self.ln_of_count(pattern.x());
            }
            ln_of_count + self.ln_of_times(pattern.record())
        });
        each.collect()
    }

    /// The sum of [`Buying::ln_likelihood`] over all customers.
    fn ln_likelihood_of(&self, history: &History) -> f64 {
        self.ln_likelihoods(history).iter().zip(&history.weights).map(|(l, w)| f64::from(*w) * l).sum()
    }
}
