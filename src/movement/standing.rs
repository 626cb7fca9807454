//! Where everybody stands on one day, measured by the scale of another.
//!
//! The cuts of the scores, the usual gap of all and the ranks of the value index are those of the later day. Cuts of each
//! day's own would move customers who did nothing, because others did: with them held, a move is a move of the customer.

use crate::customers::Customers;
use crate::report::{SegmentId, ValueTier};
use crate::segments::named;
use crate::settings::{Settings, Weights};
use crate::tiers::Cuts;
use crate::units::{Day, Total};
use crate::value::index::Scale;
use crate::value::rfm::{self, Scores};

/// No group: no order yet, or no scores.
pub const NONE: u8 = u8::MAX;

/// The value tiers, the best first.
pub const TIERS: [ValueTier; 3] = [ValueTier::High, ValueTier::Medium, ValueTier::Low];

/// What one day's customers are measured by.
pub struct Yardstick {
    scores: Option<Scores>,
    usual_gap: Option<f64>,
    scale: Scale,
    cuts: Cuts,
    weights: Weights,
}

/// Where everybody stands; columns in the order of the customers.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Place in [`named::ALL`], or `NONE`.
    pub segment: Vec<u8>,
    /// Place in `TIERS`, or `NONE`.
    pub tier: Vec<u8>,
    /// Value index; 0 without orders.
    pub index: Vec<f64>,
    /// Orders that count.
    pub orders: Vec<u32>,
    /// Money in.
    pub gross: Vec<Total>,
    /// Money given back.
    pub refunds: Vec<Total>,
    /// Day of the last order.
    pub last_order: Vec<Option<Day>>,
}

impl Yardstick {
    /// The scale of these customers.
    pub fn new(customers: &Customers, settings: &Settings) -> Yardstick {
        let buyers = customers.buyers();
        let scale = Scale::new(customers, &buyers);
        let index = scale.ranks(customers, &buyers).index(&settings.weights);
        let net: Vec<i128> = buyers.iter().map(|&i| customers.net(i as usize).0).collect();
        Yardstick {
            scores: rfm::score(customers, &buyers, settings.segments.scores.as_ref()),
            usual_gap: customers.usual_gap,
            scale,
            cuts: Cuts::new(&index, &net, &settings.tiers),
            weights: settings.weights,
        }
    }

    /// Whether there are scores, so that customers have segments.
    pub fn scores(&self) -> bool {
        self.scores.is_some()
    }

    /// Where customers stand by this scale.
    pub fn measure(&self, customers: &mut Customers) -> Standing {
        customers.usual_gap = self.usual_gap;
        let customers = &*customers;
        let buyers = customers.buyers();
        let n = customers.len();
        let mut standing = Standing {
            segment: vec![NONE; n],
            tier: vec![NONE; n],
            index: vec![0.0; n],
            orders: customers.orders.clone(),
            gross: customers.gross.clone(),
            refunds: customers.refunds.clone(),
            last_order: customers.last_order.clone(),
        };
        let index = self.scale.ranks(customers, &buyers).index(&self.weights);
        for (&i, &index) in buyers.iter().zip(&index) {
            let i = i as usize;
            standing.index[i] = index;
            standing.tier[i] = self.cuts.tier(self.cuts.measure(index, customers.net(i).0)) as u8;
            if let (Some(scores), Some(days)) = (&self.scores, customers.recency[i]) {
                let (orders, net) = (f64::from(customers.orders[i]), customers.net(i).to_f64());
                let code = scores.code(f64::from(days), orders, net);
                standing.segment[i] = named::segment(code, customers.overdue(i)).0 as u8;
            }
        }
        standing
    }
}

impl Standing {
    /// Gross less refunds of customer `i`.
    pub fn net(&self, i: usize) -> i128 {
        self.gross[i].0 - self.refunds[i].0
    }

    /// Named segment of customer `i`.
    pub fn segment(&self, i: usize) -> Option<SegmentId> {
        named::ALL.get(usize::from(self.segment[i])).copied()
    }

    /// Value tier of customer `i`.
    pub fn tier(&self, i: usize) -> Option<ValueTier> {
        TIERS.get(usize::from(self.tier[i])).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stand_at_their_numbers() {
        for (place, segment) in named::ALL.into_iter().enumerate() {
            assert_eq!(segment as usize, place);
        }
        for (place, tier) in TIERS.into_iter().enumerate() {
            assert_eq!(tier as usize, place);
        }
    }
}
