//! Segments to tiers: high, medium and low by value index; gold, potential and general by current and potential value.
//!
//! - **High / medium / low**: the buyers by value index, cut at shares of customers or where the best together reach a share
//!   of the revenue; or by net spend, cut at amounts of money. Customers on one place are never split: a tier takes everybody
//!   at its cut.
//! - **Keeping**: on a review day, those who were in a tier keep it while they reach the keep-threshold, a share of its cut, so
//!   that nobody changes tier for standing on a line. Without a review day nothing is known of before, and nobody keeps anything.
//! - **Potential value** of a customer is the headroom to the 75th percentile of net spend among the buyers of the
//!   same stage ([`crate::value::potential`]), weighted by the chance to be still active where a model knows it; 0 for
//!   those above it, and for dormant and lost customers, whose room nobody can sell into.
//! - **Gold** is the high tier. **Potential** is not gold and among the best by potential value. **General** is the rest.

mod document;
pub mod levels;

pub use document::*;

use crate::customers::Customers;
use crate::order;
use crate::report::{PotentialTier, Sensitivity, Stage, ValueTier};
use crate::settings::{CutBy, Settings, TierCuts};
use crate::units::{MICROS, Total};
use crate::value::index::Ranks;
use crate::value::potential::headroom;

/// All value tiers, the best first.
pub const ALL: [ValueTier; 3] = [ValueTier::High, ValueTier::Medium, ValueTier::Low];

/// Where the high and the medium tier begin.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cuts {
    /// On what: the value index, or net spend.
    pub by: CutBy,
    /// The lowest value index, or net spend, of the high and of the medium tier; infinite where nobody is in it.
    pub from: [f64; 2],
    /// Share of a cut that is enough to keep the tier.
    pub keep: f64,
}

impl Cuts {
    /// The cuts of these buyers, given the value index and the net spend (in millionths) of each.
    pub fn new(index: &[f64], net: &[i128], cuts: &TierCuts) -> Cuts {
        let TierCuts { by, high, medium, keep, money, .. } = *cuts;
        let from = match by {
            CutBy::Customers => {
                let sorted = sorted(index);
                [cut(&sorted, high), cut(&sorted, high + medium)]
            }
            CutBy::Revenue => by_revenue(index, net, [high, high + medium]),
            CutBy::Money => money,
        };
        Cuts { by, from, keep }
    }

    /// What a customer is measured by: the value index, or net spend.
    pub fn measure(&self, index: f64, net: i128) -> f64 {
        if self.by == CutBy::Money { Total(net).to_f64() } else { index }
    }

    /// The tier of a customer of whom nothing is known from before.
    pub fn tier(&self, measure: f64) -> ValueTier {
        let [high, medium] = self.from;
        match measure {
            v if v >= high => ValueTier::High,
            v if v >= medium => ValueTier::Medium,
            _ => ValueTier::Low,
        }
    }

    /// The tier of a customer who was in `before`: kept from its keep-threshold on.
    pub fn kept(&self, measure: f64, before: Option<ValueTier>) -> ValueTier {
        let now = self.tier(measure);
        let reached = |tier: ValueTier| {
            now <= tier || self.from.get(tier as usize).is_some_and(|from| measure >= self.keep * from)
        };
        // High comes first in the enumeration: the best tier that was held before, or is held by right.
        let held = ALL.into_iter().find(|&tier| before.is_some_and(|before| before <= tier) && reached(tier));
        held.map_or(now, |held| held.min(now))
    }

    /// The better tier whose keep-threshold a customer reaches without reaching its cut.
    pub fn on_the_line(&self, measure: f64) -> Option<ValueTier> {
        let above = ALL.get((self.tier(measure) as usize).checked_sub(1)?)?;
        (measure >= self.keep * self.from.get(*above as usize)?).then_some(*above)
    }
}

/// The index at which the best by value index together reach each share of the revenue.
fn by_revenue(index: &[f64], net: &[i128], shares: [f64; 2]) -> [f64; 2] {
    // Money given back in excess of what came in is no revenue of anybody else.
    let money = |place: u32| net.get(place as usize).map_or(0, |&net| net.max(0));
    let whole: i128 = net.iter().map(|&net| net.max(0)).sum();
    let order = order::of_floats(index);
    shares.map(|share| {
        let mut sum = 0;
        let wanted = share * whole as f64 * (1.0 - 1e-12);
        if wanted <= 0.0 {
            return f64::INFINITY;
        }
        for &place in order.iter().rev() {
            sum += money(place);
            if sum as f64 >= wanted {
                return index.get(place as usize).copied().unwrap_or(f64::INFINITY);
            }
        }
        0.0
    })
}

/// Tiers of all buyers.
#[derive(Clone, Debug, Default)]
pub struct TierList {
    /// Value tier of each buyer.
    pub value: Vec<ValueTier>,
    /// Whether it is only kept: the buyer is below its cut.
    pub kept: Vec<bool>,
    /// Potential tier of each buyer.
    pub potential: Vec<PotentialTier>,
    /// Potential value of each buyer.
    pub potential_value: Vec<Total>,
    /// Where the high and the medium tier begin.
    pub cuts: Cuts,
    /// Lowest potential value that counts as potential. `None` where nobody has any.
    pub potential_cut: Option<f64>,
}

/// What the tiers are made from, buyer by buyer.
pub struct Standing<'a> {
    /// Value index.
    pub index: &'a [f64],
    /// Stage of the relationship.
    pub stages: &'a [Option<Stage>],
    /// Chance to be still active; empty: not known.
    pub alive: &'a [Option<f64>],
    /// Tier on the review day; empty: there is none.
    pub before: &'a [Option<ValueTier>],
}

/// Tiers of the buyers. `room` is their potential value where it is known already, else empty.
pub fn tiers(
    customers: &Customers,
    buyers: &[u32],
    standing: &Standing<'_>,
    room: Vec<Total>,
    settings: &TierCuts,
) -> TierList {
    let Standing { index, stages, alive, before } = *standing;
    let net: Vec<i128> = buyers.iter().map(|&i| customers.net(i as usize).0).collect();
    let cuts = Cuts::new(index, &net, settings);
    let measures = || index.iter().zip(&net).map(|(&index, &net)| cuts.measure(index, net));
    let before = |p: usize| before.get(p).copied().flatten();
    let value: Vec<ValueTier> = measures().enumerate().map(|(p, m)| cuts.kept(m, before(p))).collect();
    let kept = measures().zip(&value).map(|(measure, &tier)| cuts.tier(measure) != tier).collect();
    let potential_value =
        if room.len() == buyers.len() { room } else { potential_value(customers, buyers, stages, alive) };
    let room: Vec<f64> = potential_value.iter().map(|p| p.to_f64()).collect();
    let potential_cut = Some(cut(&sorted(&room), settings.potential).max(1.0 / MICROS as f64))
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
    TierList { value, kept, potential, potential_value, cuts, potential_cut }
}

/// Points of 100 by which weights are moved to see what they decide.
const POINTS: f64 = 10.0;

/// Who would change tier if each weight were a little more or less. Empty where money alone decides.
pub fn sensitivity(ranks: &Ranks, net: &[i128], settings: &Settings, index: &[f64]) -> Vec<Sensitivity> {
    if settings.tiers.by == CutBy::Money {
        return Vec::new();
    }
    let tiers = |index: &[f64]| -> Vec<ValueTier> {
        let cuts = Cuts::new(index, net, &settings.tiers);
        index.iter().map(|&index| cuts.tier(index)).collect()
    };
    let now = tiers(index);
    let moves = ranks.parts().into_iter().flat_map(|part| [(part, -POINTS), (part, POINTS)]);
    let each = moves.filter_map(|(part, points)| {
        let weights = ranks.moved(&settings.weights, part, points)?;
        let then = tiers(&ranks.index(&weights));
        // High comes first in the enumeration.
        let up = then.iter().zip(&now).filter(|(then, now)| then < now).count() as u64;
        let down = then.iter().zip(&now).filter(|(then, now)| then > now).count() as u64;
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

    #[test]
    fn revenue_cuts_take_the_best_until_they_bring_the_share() {
        // The best two bring 80 of 100; the refunded one brings nothing, and takes nothing from the others.
        let (index, net) = ([90.0, 80.0, 70.0, 60.0, 50.0], [50, 30, 15, 5, -40]);
        let unit = net.map(|net| net * i128::from(MICROS));
        for (shares, want) in
            [([0.5, 0.8], [90.0, 80.0]), ([0.51, 0.95], [80.0, 70.0]), ([0.0, 1.0], [f64::INFINITY, 60.0])]
        {
            assert_eq!(by_revenue(&index, &unit, shares), want, "{shares:?}");
        }
        assert_eq!(by_revenue(&[], &[], [0.5, 0.8]), [f64::INFINITY; 2]);
    }

    #[test]
    fn a_tier_is_kept_down_to_its_threshold_and_given_from_its_cut() {
        use ValueTier::{High, Low, Medium};
        let cuts = Cuts { by: CutBy::Customers, from: [80.0, 50.0], keep: 0.9 };
        for (measure, before, kept, line) in [
            (80.0, None, High, None),
            (79.0, None, Medium, Some(High)),
            (72.0, Some(High), High, Some(High)),
            (71.9, Some(High), Medium, None),
            (79.0, Some(Medium), Medium, Some(High)),
            (79.0, Some(Low), Medium, Some(High)),
            (46.0, Some(High), Medium, Some(Medium)),
            (46.0, Some(Medium), Medium, Some(Medium)),
            (46.0, Some(Low), Low, Some(Medium)),
            (44.0, Some(High), Low, None),
            (99.0, Some(Low), High, None),
        ] {
            assert_eq!(cuts.kept(measure, before), kept, "{measure} {before:?}");
            assert_eq!(cuts.on_the_line(measure), line, "{measure}");
        }
    }
}
