//! What a customer spends per purchase: by Gamma-Gamma where it can be fitted, by the plain mean where it can't.

use serde::Serialize;

use super::fit::Fitted;
use super::gamma_gamma::GammaGamma;
use super::history::{History, Purchases};

/// Where expected spend comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum SpendMethod {
    /// Gamma-Gamma: between the customer's own mean and everybody's.
    GammaGamma,
    /// The mean of all paid purchase days, the same for everybody: too few repeats, or all of one amount.
    Mean,
}

/// Expected spend per purchase.
#[derive(Clone, Debug, PartialEq)]
pub struct Spend {
    /// The fit, where there is one.
    pub fitted: Option<Fitted<3>>,
    /// Mean of all paid purchase days.
    mean: f64,
}

impl Spend {
    /// From what was known on the day of `history`, which was built from `purchases`. `None` if nobody ever paid.
    pub fn fit(history: &History, purchases: &Purchases, until: crate::units::Day) -> Option<Spend> {
        let (mut days, mut sum) = (0_u64, 0_i128);
        for customer in &history.customers {
            for (_, amount) in purchases.of(*customer as usize).take_while(|(day, _)| *day <= until) {
                days += u64::from(amount.0 > 0);
                sum += i128::from(amount.0);
            }
        }
        let mean = crate::units::Total(sum).to_f64() / days as f64;
        (days > 0).then(|| Spend { fitted: GammaGamma::fit(history), mean })
    }

    /// The same where only the number of days that each customer paid for is known, and the money of all days in millionths.
    pub fn of_days(history: &History, each: impl Iterator<Item = (u32, i64)>) -> Option<Spend> {
        let of = |(days, sum): (u64, i128), (paid, money)| (days + u64::from(paid), sum + i128::from(money));
        let (days, sum) = each.fold((0, 0), of);
        let mean = crate::units::Total(sum).to_f64() / days as f64;
        (days > 0).then(|| Spend { fitted: GammaGamma::fit(history), mean })
    }

    /// From a history alone: a table of customers without their purchases. The mean is then that of the repeats.
    pub fn of_repeats(history: &History) -> Option<Spend> {
        let each =
            || history.spend.iter().zip(&history.paid).filter_map(|(m, x)| m.map(|m| (f64::from(*x), m)));
        let paid: f64 = each().map(|(x, _)| x).sum();
        let mean = each().map(|(x, m)| x * m).sum::<f64>() / paid;
        (paid > 0.0).then(|| Spend { fitted: GammaGamma::fit(history), mean })
    }

    /// Mean of all paid purchase days: what everybody is expected to spend where there is no model.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// How it is estimated.
    pub fn method(&self) -> SpendMethod {
        if self.fitted.is_some() { SpendMethod::GammaGamma } else { SpendMethod::Mean }
    }

    /// The model, where there is one.
    pub fn model(&self) -> Option<GammaGamma> {
        self.fitted.as_ref().map(|f| GammaGamma::with(f.parameters))
    }

    /// Expected spend per purchase of every customer of `history`.
    pub fn of(&self, history: &History) -> Vec<f64> {
        let Some(model) = self.model() else { return vec![self.mean; history.len()] };
        let customers = history.spend.iter().zip(&history.paid);
        customers.map(|(m, x)| model.expected(f64::from(*x), m.unwrap_or(0.0))).collect()
    }
}
