//! How far groups can be trusted: whether they come again, and whether there are any.
//!
//! - **Bootstrap Jaccard** (Hennig 2007): the points are drawn again with replacement and grouped anew; of each group the
//!   mean over the draws of the Jaccard index with the new group most like it. From 0.75 on a group is stable, below 0.6 it
//!   should not be trusted.
//! - **Agreement of seeds**: mean adjusted Rand index of the best start with the others.
//! - **Reference**: the silhouette that as many groups have in data of the same spread and direction without any groups.
//!   Numbers are drawn anew along their principal axes, from a normal and from a uniform distribution of the same variance
//!   (Tibshirani, Walther and Hastie 2001, reference b); words and numbers of few values, which fall in heaps by themselves,
//!   are dealt out anew, each column by itself. Groups are real where the data do better than the best of these draws.

use super::map;
use super::space::{self, Points};
use crate::random::Random;
use crate::segments::kmeans::adjusted_rand;

/// Bootstrap draws.
pub const DRAWS: usize = 20;
/// Reference draws: half of them normal, half uniform.
pub const REFERENCES: usize = 10;
/// Points of a reference draw at most.
const REFERENCE_POINTS: usize = 500;
/// Starts of each grouping here.
const STARTS: u64 = 2;
/// The seed of everything drawn.
const SEED: u64 = 20_070_901;

/// Mean Jaccard index of each group over the draws. A draw that could not be grouped counts 0.
pub fn jaccard(points: &Points, labels: &[u8], k: usize) -> Vec<f64> {
    let n = points.len();
    let mut random = Random::new(SEED ^ k as u64);
    let mut sums = vec![0.0; k];
    for draw in 0..DRAWS {
        let places: Vec<usize> = (0..n).map(|_| random.below(n)).collect();
        let seed = 100 + STARTS * draw as u64;
        let fits = space::fit(&points.taken(&places), k, seed..seed + STARTS);
        let Some(fit) = fits.first() else { continue };
        // Points drawn several times count once: they are alike in any grouping.
        let mut again = vec![u8::MAX; n];
        for (&place, &label) in places.iter().zip(&fit.labels) {
            again[place] = label;
        }
        let mut both = vec![0_u32; k * k];
        for (&old, &new) in labels.iter().zip(&again).filter(|(_, new)| **new != u8::MAX) {
            both[usize::from(old) * k + usize::from(new)] += 1;
        }
        let of_new: Vec<u32> = (0..k).map(|new| (0..k).map(|old| both[old * k + new]).sum()).collect();
        for (old, sum) in sums.iter_mut().enumerate() {
            let of_old: u32 = both[old * k..(old + 1) * k].iter().sum();
            let index = |new: usize| {
                let shared = both[old * k + new];
                f64::from(shared) / f64::from((of_old + of_new[new] - shared).max(1))
            };
            *sum += (0..k).map(index).fold(0.0, f64::max);
        }
    }
    sums.into_iter().map(|sum| sum / DRAWS as f64).collect()
}

/// Mean adjusted Rand index of the first grouping with the others; 1 without others.
pub fn agreement(fits: &[space::Fit]) -> f64 {
    let Some((best, others)) = fits.split_first().filter(|(_, others)| !others.is_empty()) else {
        return 1.0;
    };
    others.iter().fold(0.0, |sum, fit| sum + adjusted_rand(&fit.labels, &best.labels)) / others.len() as f64
}

/// Data like some points but without groups.
#[derive(Debug)]
pub struct References {
    draws: Vec<Points>,
}

impl References {
    /// Draws them. `heaps` are the slots, first and behind last, of features that fall in heaps; all others are numbers.
    pub fn new(points: &Points, heaps: &[(usize, usize)]) -> References {
        let width = points.width;
        let smooth: Vec<usize> =
            (0..width).filter(|slot| !heaps.iter().any(|(from, to)| (from..to).contains(&slot))).collect();
        let values = points.rows().flat_map(|row| smooth.iter().map(|&slot| row[slot]));
        let numbers = Points { width: smooth.len(), values: values.collect() };
        let axes = map::axes(&numbers);
        let n = points.len().min(REFERENCE_POINTS);
        let taken = space::spread(points.len(), n);
        let mut random = Random::new(SEED);
        let draws = (0..REFERENCES).map(|draw| {
            let mut drawn = points.taken(&taken);
            for row in drawn.values.chunks_exact_mut(width.max(1)) {
                let mut moved = axes.mean.clone();
                for axis in &axes.axes {
                    let at = match draw % 2 {
                        0 => random.normal(),
                        // Of variance 1.
                        _ => (2.0 * random.unit() - 1.0) * 1.732_050_807_568_877_2,
                    };
                    for (value, part) in moved.iter_mut().zip(&axis.direction) {
                        *value += at * axis.deviation * part;
                    }
                }
                for (&slot, value) in smooth.iter().zip(moved) {
                    row[slot] = value;
                }
            }
            for &(from, to) in heaps {
                // Fisher and Yates.
                for i in (1..n).rev() {
                    let j = random.below(i + 1);
                    for slot in from..to {
                        drawn.values.swap(i * width + slot, j * width + slot);
                    }
                }
            }
            drawn
        });
        References { draws: draws.collect() }
    }

    /// The highest silhouette of `k` groups in any of them.
    pub fn silhouette(&self, k: usize) -> f64 {
        let each = self.draws.iter().map(|points| {
            let fits = space::fit(points, k, 0..STARTS);
            fits.first().map_or(0.0, |fit| space::silhouette(points, &fit.labels, k))
        });
        each.fold(0.0, f64::max)
    }
}
