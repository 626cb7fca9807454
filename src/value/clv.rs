//! Customer lifetime value: expected purchases times expected spend, month by month, discounted.
//!
//! ```text
//! CLV = margin · E[spend] · Σ_{k = 1 … months} (E[purchases by month k] − E[purchases by month k−1]) / (1 + d)^k
//! ```
//!
//! A month is 4.345 weeks (30.415 days), the definition of the reference implementations, so twelve months are 364.98 days;
//! money of a month is discounted as if it came at its end. Packages that define a month as 30 days, or discount by the
//! week, differ by one percent and less. Value beyond the horizon is not counted: the data can't support it.

use super::buying::Buying;
use super::history::Record;

/// Weeks in a month.
pub const MONTH: f64 = 4.345;

/// What the value is discounted by and counted over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Discount {
    /// Number of periods.
    pub periods: u32,
    /// Length of a period, in weeks.
    pub weeks: f64,
    /// Rate per period: 0.01 is one percent.
    pub rate: f64,
}

impl Discount {
    /// Months at a rate per year: 0.10 is ten percent a year, compounded.
    pub fn monthly(months: u32, per_year: f64) -> Discount {
        let rate = libm::expm1(libm::log1p(per_year.max(-0.99)) / 12.0);
        Discount { periods: months, weeks: MONTH, rate }
    }

    /// Discounted expected purchases of one customer, to be multiplied by spend and margin.
    pub fn purchases(&self, model: &impl Buying, customer: Record) -> f64 {
        self.purchases_given(model.p_alive(customer), model, customer)
    }

    /// The same where P(alive) is known already.
    pub fn purchases_given(&self, alive: f64, model: &impl Buying, customer: Record) -> f64 {
        if alive == 0.0 {
            return 0.0;
        }
        let (mut sum, mut before, mut factor) = (0.0, 0.0, 1.0);
        for period in 1..=self.periods {
            let by_then = model.expected_if_active(customer, f64::from(period) * self.weeks);
            factor /= 1.0 + self.rate;
            sum += (by_then - before).max(0.0) * factor;
            before = by_then;
        }
        alive * sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::bg_nbd::BgNbd;

    #[test]
    fn without_a_rate_the_months_add_up_to_the_year() {
        let model = BgNbd { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
        let customer = Record { x: 2.0, t_x: 30.43, t: 38.86 };
        let year = Discount::monthly(12, 0.0).purchases(&model, customer);
        assert!((year - model.expected(customer, 12.0 * MONTH)).abs() < 1e-14);
        assert!(Discount::monthly(12, 0.1).purchases(&model, customer) < year);
    }

    #[test]
    fn a_rate_per_year_is_compounded_over_twelve_months() {
        let monthly = Discount::monthly(12, 0.10);
        assert!((libm::pow(1.0 + monthly.rate, 12.0) - 1.10).abs() < 1e-14);
    }
}
