//! Potential value: the room between a customer and the better ones of his or her kind.
//!
//! Takes the stage of the relationship (new, active, …) as a label and the money of a year; gives what would come in if the
//! customer rose to the 75th percentile of the customers at the same stage. It is room, not a forecast: nobody is expected to fill
//! it all. Weighted by the chance that the customer is still active, where that is known.

use crate::customers::quantile;
use crate::order;

/// Fewest customers of one stage whose 75th percentile means anything.
pub const FEWEST_PEERS: usize = 20;

/// Headroom of each customer, in money; `None` at a stage with fewer than twenty customers.
///
/// All slices are parallel. `p_alive` may be shorter or hold `None`: the weight is then 1.
pub fn headroom(stages: &[u8], money: &[f64], p_alive: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut peers: Vec<Vec<f64>> = vec![Vec::new(); 256];
    for (stage, money) in stages.iter().zip(money).filter(|(_, money)| money.is_finite()) {
        peers[usize::from(*stage)].push(*money);
    }
    let targets: Vec<Option<f64>> = peers
        .into_iter()
        .map(|mut peers| {
            order::floats(&mut peers);
            (peers.len() >= FEWEST_PEERS).then(|| quantile(&peers, 0.75))
        })
        .collect();
    let each = stages.iter().zip(money).enumerate().map(|(i, (stage, money))| {
        let weight = p_alive.get(i).copied().flatten().unwrap_or(1.0);
        targets[usize::from(*stage)].map(|target| ((target - money) * weight).max(0.0))
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_up_to_the_better_quarter_of_the_same_stage() {
        // 21 customers with 0, 10, … 200: the 75th percentile is 150. Two at another stage: too few to compare.
        let mut stages = vec![3; 21];
        let mut money: Vec<f64> = (0..21).map(|i| f64::from(i) * 10.0).collect();
        stages.extend([7, 7]);
        money.extend([5.0, 500.0]);
        let alive = vec![Some(0.5), None, Some(1.0)];
        let got = headroom(&stages, &money, &alive);
        assert_eq!(got[0], Some(75.0));
        assert_eq!(got[1], Some(140.0));
        assert_eq!(got[14], Some(10.0));
        assert_eq!(got[20], Some(0.0));
        assert_eq!(got[21..], [None, None]);
    }
}
