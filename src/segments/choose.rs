//! How many clusters, and which: features, the choice of k, and the groups themselves.
//!
//! Features are recency, frequency and net spend as `ln(1 + value)` (negative spend counts as 0), each standardised to
//! mean 0 and standard deviation 1 (population formula). k runs from 3 to 8; the one with the highest silhouette
//! (Rousseeuw 1987) is taken, unless a person chose. All of them are fitted and compared on a sample of at most
//! [`FIT_SAMPLE`] customers, evenly spread; the chosen groups then settle on everybody.

use super::kmeans::{self, Fit, Point, adjusted_rand, squared_distance};
use crate::customers::Customers;
use crate::order;

/// Numbers of groups that are tried.
const TRIED: std::ops::RangeInclusive<usize> = 3..=8;
/// Customers the groups are fitted on at most.
pub const FIT_SAMPLE: usize = 2_500;
/// Customers the silhouette is computed on at most: its cost grows with the square.
pub const SILHOUETTE_SAMPLE: usize = 1_000;
/// Rounds in which the chosen groups settle on all customers: centres that fit a sample move little.
const SETTLE_ITERATIONS: usize = 10;
/// Work for starts of k-means, in points: small files get more starts, which they can afford and need.
const START_BUDGET: usize = 24_000;
/// Random starts on a sample, for the first number of groups; every further one starts from the groups before it, which is
/// better, and once at random.
const SAMPLE_STARTS: u64 = 3;

/// Groups of all buyers.
#[derive(Clone, Debug)]
pub struct Grouping {
    /// Group of each buyer, from 0; the group with the highest mean spend first.
    pub labels: Vec<u8>,
    /// Centre of each group in standardised units.
    pub centres: Vec<Point>,
    /// Inertia over all buyers.
    pub inertia: f64,
    /// Silhouette over `silhouette_n` buyers.
    pub silhouette: f64,
    /// Size of the silhouette's sample.
    pub silhouette_n: usize,
    /// Mean adjusted Rand index between the best run and the others.
    pub stability: f64,
    /// Every k tried, with silhouette and inertia. Inertia is that of the sample the groups were fitted on, scaled up to
    /// all buyers.
    pub tried: Vec<(usize, f64, f64)>,
    /// The scale of the features.
    pub scale: Scale,
}

/// Mean and standard deviation of each log feature.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// Means.
    pub mean: Point,
    /// Standard deviations; 1 where a feature is the same for everybody.
    pub deviation: Point,
}

impl Scale {
    /// From standardised units back to days, orders and money.
    pub fn restore(&self, z: &Point) -> Point {
        let mut out = [0.0; 3];
        for i in 0..3 {
            out[i] = libm::expm1(z[i] * self.deviation[i] + self.mean[i]);
        }
        out
    }
}

/// Standardised log recency, frequency and money of the buyers. `None` where recency is not known.
pub fn features(customers: &Customers, buyers: &[u32]) -> Option<(Vec<Point>, Scale)> {
    let mut points: Vec<Point> = Vec::with_capacity(buyers.len());
    for &i in buyers {
        let i = i as usize;
        points.push([
            libm::log1p(f64::from(customers.recency[i]?)),
            libm::log1p(f64::from(customers.orders[i])),
            libm::log1p(customers.net(i).to_f64().max(0.0)),
        ]);
    }
    let n = points.len().max(1) as f64;
    let mut scale = Scale { mean: [0.0; 3], deviation: [1.0; 3] };
    for f in 0..3 {
        let mean = points.iter().map(|p| p[f]).sum::<f64>() / n;
        let variance = points.iter().map(|p| (p[f] - mean) * (p[f] - mean)).sum::<f64>() / n;
        scale.mean[f] = mean;
        // Rounding leaves a trace of variance in a column of equal values; it must not be blown up to 1.
        if variance > 1e-18 * (1.0 + mean * mean) {
            scale.deviation[f] = libm::sqrt(variance);
        }
        for point in &mut points {
            point[f] = (point[f] - mean) / scale.deviation[f];
        }
    }
    Some((points, scale))
}

/// Groups the buyers. `None` where there are fewer distinct customers than groups.
pub fn group(customers: &Customers, buyers: &[u32], wanted: Option<u32>) -> Option<Grouping> {
    if !customers.orders_known {
        return None;
    }
    let (points, scale) = features(customers, buyers)?;
    let sample = spread(&points, FIT_SAMPLE);
    let sampled = sample.len() < points.len();
    let seeds = match (START_BUDGET / sample.len().max(1)).clamp(5, 30) as u64 {
        _ if sampled => SAMPLE_STARTS,
        seeds => seeds,
    };
    let mut ks: Vec<usize> = TRIED.collect();
    if let Some(k) = wanted.map(|k| k as usize).filter(|k| !ks.contains(k)) {
        ks.insert(0, k);
    }
    let mut candidates: Vec<(usize, Fit, f64)> = Vec::new();
    let mut fewer: Option<Fit> = None;
    for k in ks {
        let seeds = if sampled && fewer.is_some() { 1 } else { seeds };
        let fits = kmeans::fit(&sample, k, seeds, fewer.as_ref());
        let Some(best) = fits.first() else { continue };
        let others = fits.len().saturating_sub(1);
        let stability = if others == 0 {
            1.0
        } else {
            fits[1..].iter().map(|f| adjusted_rand(&f.labels, &best.labels)).sum::<f64>() / others as f64
        };
        fewer = Some(best.clone());
        candidates.extend(fits.into_iter().next().map(|best| (k, best, stability)));
    }
    let silhouettes = silhouettes(&sample, &candidates);
    let silhouette_n = sample.len().min(SILHOUETTE_SAMPLE);
    let scale_up = points.len() as f64 / sample.len().max(1) as f64;
    let tried: Vec<(usize, f64, f64)> = candidates
        .iter()
        .zip(&silhouettes)
        .map(|((k, fit, _), &s)| (*k, s, fit.inertia * scale_up))
        .collect();
    let chosen = match wanted {
        Some(k) => candidates.iter().position(|(tried, _, _)| *tried == k as usize)?,
        None => best_of(&silhouettes)?,
    };
    let (_, fit, stability) = candidates.swap_remove(chosen);
    let fit = match sampled {
        true => settle(&points, fit.centres),
        false => fit,
    };
    let (labels, centres) = by_spend(fit.labels, fit.centres, customers, buyers);
    Some(Grouping {
        labels,
        centres,
        inertia: fit.inertia,
        silhouette: silhouettes[chosen],
        silhouette_n,
        stability,
        tried,
        scale,
    })
}

/// The first of the highest values.
fn best_of(values: &[f64]) -> Option<usize> {
    (0..values.len()).reduce(|best, i| if values[i] > values[best] { i } else { best })
}

/// At most `most` points, evenly spread over the canonical order of the customers.
fn spread(points: &[Point], most: usize) -> Vec<Point> {
    if points.len() <= most {
        return points.to_vec();
    }
    (0..most).map(|i| points[i * points.len() / most]).collect()
}

/// Groups of a sample on everybody.
fn settle(points: &[Point], centres: Vec<Point>) -> Fit {
    kmeans::polish(points, centres.clone(), SETTLE_ITERATIONS).unwrap_or_else(|| {
        let (labels, inertia) = kmeans::assign(points, &centres);
        Fit { centres, labels, inertia }
    })
}

/// Mean silhouette of every candidate over one sample of `points`, in one pass over its distances. The labels of the
/// candidates are those of `points`.
fn silhouettes(points: &[Point], candidates: &[(usize, Fit, f64)]) -> Vec<f64> {
    let n = points.len().min(SILHOUETTE_SAMPLE);
    let at = |i: usize| i * points.len() / n.max(1);
    let sample: Vec<Point> = (0..n).map(|i| points[at(i)]).collect();
    // All groups of all candidates in one row of columns: the sums of a point's distances are one small array.
    let first: Vec<usize> =
        candidates.iter().scan(0, |next, (k, _, _)| Some(std::mem::replace(next, *next + k))).collect();
    let width: usize = candidates.iter().map(|(k, _, _)| k).sum();
    let columns: Vec<Vec<usize>> = (0..n)
        .map(|i| {
            candidates.iter().zip(&first).map(|((_, fit, _), c)| c + usize::from(fit.labels[at(i)])).collect()
        })
        .collect();
    let mut sizes = vec![0_u32; width];
    columns.iter().flatten().for_each(|&c| sizes[c] += 1);
    let mut totals = vec![0.0; candidates.len()];
    let mut sums = vec![0.0; width];
    for i in 0..n {
        sums.fill(0.0);
        for (other, theirs) in sample.iter().zip(&columns) {
            // The standard library's square root is exact to the last bit everywhere, unlike its logarithm.
            let distance = squared_distance(&sample[i], other).sqrt();
            for &c in theirs {
                sums[c] += distance;
            }
        }
        for (candidate, &own) in columns[i].iter().enumerate() {
            // A point alone in its group counts 0, by definition.
            if sizes[own] > 1 {
                let inside = sums[own] / f64::from(sizes[own] - 1);
                let groups = first[candidate]..first.get(candidate + 1).copied().unwrap_or(width);
                let outside = groups
                    .filter(|&g| g != own && sizes[g] > 0)
                    .map(|g| sums[g] / f64::from(sizes[g]))
                    .fold(f64::INFINITY, f64::min);
                let largest = inside.max(outside);
                if outside.is_finite() && largest > 0.0 {
                    totals[candidate] += (outside - inside) / largest;
                }
            }
        }
    }
    totals.into_iter().map(|total| if n > 0 { total / n as f64 } else { 0.0 }).collect()
}

/// Numbers the groups by mean net spend, highest first.
fn by_spend(
    labels: Vec<u8>,
    centres: Vec<Point>,
    customers: &Customers,
    buyers: &[u32],
) -> (Vec<u8>, Vec<Point>) {
    let mut spend = vec![(0_i128, 0_i128); centres.len()];
    for (&label, &i) in labels.iter().zip(buyers) {
        let slot = &mut spend[usize::from(label)];
        slot.0 += customers.net(i as usize).0;
        slot.1 += 1;
    }
    let mean = |g: usize| spend[g].0 / spend[g].1.max(1);
    let order = order::places(centres.len(), &|a, b| mean(b).cmp(&mean(a)));
    let mut rank = vec![0_u8; centres.len()];
    for (new, &old) in order.iter().enumerate() {
        rank[old as usize] = new as u8;
    }
    let labels = labels.into_iter().map(|l| rank[usize::from(l)]).collect();
    (labels, order.into_iter().map(|old| centres[old as usize]).collect())
}
