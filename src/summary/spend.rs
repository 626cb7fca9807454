//! How many buyers spent how much: bins whose edges are round numbers.

use crate::report::SpendBin;
use crate::units::Total;

/// Bins at most, the two open ones included.
const MOST: usize = 12;

/// Bins of net spends, which come from the most to the least. The edges are 1, 2 and 5 times powers of ten, between the least
/// and the most of the middle nine tenths of those who left money; with too many of these, the powers of ten alone.
pub fn bins(falling: &[i128]) -> Vec<SpendBin> {
    // Of those who left money; the others are all less than the first edge.
    let positive = falling.iter().take_while(|net| **net > 0).count();
    let at = |share: f64| {
        let place = (share * positive as f64) as usize;
        falling.get(place.min(positive.saturating_sub(1))).copied().unwrap_or(0)
    };
    let (low, high) = (at(0.95), at(0.05));
    let edges = |steps: &[i128]| -> Vec<i128> {
        let powers = (0..30).map(|power| 10_i128.pow(power));
        let all = powers.flat_map(|power| steps.iter().map(move |step| step * power));
        all.filter(|edge| (low..=high).contains(edge)).collect()
    };
    let mut edges_found = edges(&[1, 2, 5]);
    if edges_found.len() >= MOST {
        edges_found = edges(&[1]);
    }
    // Pennies beside fortunes: the fortunes are told apart.
    edges_found.drain(..edges_found.len().saturating_sub(MOST - 1));
    if falling.is_empty() || edges_found.is_empty() {
        return Vec::new();
    }
    let mut bins: Vec<SpendBin> = (0..=edges_found.len())
        .map(|i| SpendBin {
            from: i.checked_sub(1).and_then(|i| edges_found.get(i)).map(|edge| Total(*edge)),
            to: edges_found.get(i).map(|edge| Total(*edge)),
            customers: 0,
            net: Total(0),
        })
        .collect();
    for net in falling {
        let bin = edges_found.iter().filter(|edge| *edge <= net).count();
        if let Some(bin) = bins.get_mut(bin) {
            bin.customers += 1;
            bin.net.0 += net;
        }
    }
    bins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_buyer_is_in_one_bin_and_the_edges_are_round() {
        for n in [1_usize, 2, 30, 1000] {
            for scale in [1_i128, 1_000_000, 37_000_000_000] {
                let mut net: Vec<i128> = (0..n as i128).map(|i| (i - 2) * i * scale).collect();
                net.sort_by(|a, b| b.cmp(a));
                let bins = bins(&net);
                if bins.is_empty() {
                    continue;
                }
                assert!(bins.len() <= MOST, "{}", bins.len());
                assert_eq!(bins.iter().map(|bin| bin.customers).sum::<u64>(), n as u64);
                assert_eq!(bins.iter().map(|bin| bin.net.0).sum::<i128>(), net.iter().sum::<i128>());
                for pair in bins.windows(2) {
                    assert!(pair[0].to == pair[1].from && pair[0].to.is_some());
                }
                let counted = |from: Option<Total>, to: Option<Total>| {
                    net.iter()
                        .filter(|v| from.is_none_or(|f| **v >= f.0) && to.is_none_or(|t| **v < t.0))
                        .count()
                };
                assert!(bins.iter().all(|bin| counted(bin.from, bin.to) as u64 == bin.customers));
            }
        }
        assert!(bins(&[]).is_empty());
    }
}
