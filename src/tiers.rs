//! Segments to tiers: high, medium and low by value index; gold, potential and general by current and potential value.
//!
//! - **High / medium / low**: the buyers by value index, cut at shares of customers. Customers with the same index are
//!   never split: a tier takes everybody at its cut.
//! - **Potential value** of a customer is the headroom to the 75th percentile of net spend among the buyers of the
//!   same stage ([`crate::value::potential`]), weighted by the chance to be still active where a model knows it; 0 for
//!   those above it, and for dormant and lost customers, whose room nobody can sell into.
//! - **Gold** is the high tier. **Potential** is not gold and among the best by potential value. **General** is the rest.

use crate::customers::Customers;
use crate::order;
use crate::report::{PotentialTier, Sensitivity, Stage, ValueTier};
use crate::settings::{Settings, TierCuts};
use crate::units::{MICROS, Total};
use crate::value::index::Ranks;
use crate::value::potential::headroom;

/// Tiers of all buyers.
#[derive(Clone, Debug)]
pub struct TierList {
    /// Value tier of each buyer.
    pub value: Vec<ValueTier>,
    /// Potential tier of each buyer.
    pub potential: Vec<PotentialTier>,
    /// Potential value of each buyer.
    pub potential_value: Vec<Total>,
    /// Lowest value index of the high and of the medium tier.
    pub index_cuts: [f64; 2],
    /// Lowest potential value that counts as potential. `None` where nobody has any.
    pub potential_cut: Option<f64>,
}

/// Tiers of the buyers, from their value index, their stage and the chance to be still active (empty: not known).
pub fn tiers(
    customers: &Customers,
    buyers: &[u32],
    index: &[f64],
    stages: &[Option<Stage>],
    alive: &[Option<f64>],
    cuts: &TierCuts,
) -> TierList {
    let (value, index_cuts) = by_index(index, cuts);
    let potential_value = potential_value(customers, buyers, stages, alive);
    let room: Vec<f64> = potential_value.iter().map(|p| p.to_f64()).collect();
    let potential_cut = Some(cut(&sorted(&room), cuts.potential).max(1.0 / MICROS as f64))
        .filter(|&c| c.is_finite() && room.iter().any(|&r| r >= c));
    let potential = value
        .iter()
        .zip(&room)
        .map(|(&tier, &room)| match potential_cut {
            _ if tier == ValueTier::High => PotentialTier::Gold,
            Some(cut) if room >= cut => PotentialTier::Potential,
            _ => PotentialTier::General,
        })
        .collect();
    TierList { value, potential, potential_value, index_cuts, potential_cut }
}

/// High, medium and low, and the lowest index of the first two.
fn by_index(index: &[f64], cuts: &TierCuts) -> (Vec<ValueTier>, [f64; 2]) {
    let cuts = index_cuts(index, cuts);
    (index.iter().map(|&v| tier(v, cuts)).collect(), cuts)
}

/// The lowest index of the high and of the medium tier.
pub fn index_cuts(index: &[f64], cuts: &TierCuts) -> [f64; 2] {
    let sorted = sorted(index);
    [cut(&sorted, cuts.high), cut(&sorted, cuts.high + cuts.medium)]
}

/// The tier of a value index, given the lowest index of the high and of the medium tier.
pub fn tier(index: f64, [high, medium]: [f64; 2]) -> ValueTier {
    match index {
        v if v >= high => ValueTier::High,
        v if v >= medium => ValueTier::Medium,
        _ => ValueTier::Low,
    }
}

/// Points of 100 by which weights are moved to see what they decide.
const POINTS: f64 = 10.0;

/// Who would change tier if each weight were a little more or less.
pub fn sensitivity(ranks: &Ranks, settings: &Settings, now: &[ValueTier]) -> Vec<Sensitivity> {
    let moves = ranks.parts().into_iter().flat_map(|part| [(part, -POINTS), (part, POINTS)]);
    let each = moves.filter_map(|(part, points)| {
        let weights = ranks.moved(&settings.weights, part, points)?;
        let (then, _) = by_index(&ranks.index(&weights), &settings.tiers);
        // High comes first in the enumeration.
        let up = then.iter().zip(now).filter(|(then, now)| then < now).count() as u64;
        let down = then.iter().zip(now).filter(|(then, now)| then > now).count() as u64;
        Some(Sensitivity { part, points, up, down })
    });
    each.collect()
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    order::floats(&mut sorted);
    sorted.reverse();
    sorted
}

/// The lowest of falling values that is still among the best `share` of all; infinite for a share of 0.
fn cut(sorted: &[f64], share: f64) -> f64 {
    // A hair less, so that 0.2 + 0.3 of ten customers is five of them and not six.
    let count = libm::ceil(share * sorted.len() as f64 - 1e-9) as usize;
    match count.min(sorted.len()).checked_sub(1) {
        Some(last) => sorted[last],
        None => f64::INFINITY,
    }
}

/// Headroom of each buyer to the upper quartile of the stage, weighted by the chance to be still active.
fn potential_value(
    customers: &Customers,
    buyers: &[u32],
    stages: &[Option<Stage>],
    alive: &[Option<f64>],
) -> Vec<Total> {
    let label = |stage: &Option<Stage>| stage.map_or(u8::MAX, |s| s as u8);
    let labels: Vec<u8> = stages.iter().map(label).collect();
    let net: Vec<f64> = buyers.iter().map(|&i| customers.net(i as usize).to_f64().max(0.0)).collect();
    headroom(&labels, &net, alive)
        .into_iter()
        .zip(stages)
        .map(|(room, stage)| match stage {
            Some(Stage::Dormant | Stage::Lost) => Total(0),
            // To the cent: the quartile is an interpolation, further digits would feign precision.
            _ => Total(libm::round(room.unwrap_or(0.0) * 100.0) as i128 * i128::from(MICROS / 100)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_takes_everybody_who_stands_on_it() {
        let values = [9.0, 8.0, 7.0, 7.0, 7.0, 3.0, 2.0, 1.0, 0.0, 0.0];
        assert_eq!(cut(&values, 0.2), 8.0);
        assert_eq!(cut(&values, 0.2 + 0.3), 7.0);
        assert_eq!(cut(&values, 0.0), f64::INFINITY);
        assert_eq!(cut(&values, 1.0), 0.0);
        assert_eq!(cut(&[], 0.5), f64::INFINITY);
    }
}
