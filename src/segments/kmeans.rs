//! The guard around smartcore's k-means.
//!
//! smartcore 0.7 makes one k-means++ start, keeps labels and centres to itself, and returns NaN centres when there are
//! fewer distinct points than clusters. So: points are finite and distinct ones are counted before, several seeds are
//! tried, labels come from `predict`, and centres and inertia are our own, polished by Lloyd's iteration until no point
//! changes its group. The seeds are fixed and its generator (ChaCha) is the same in wasm, so the groups are, too.

use crate::order;
use smartcore::cluster::kmeans::{KMeans, KMeansParameters};
use smartcore::linalg::basic::matrix::DenseMatrix;

/// Number of features of a point: recency, frequency, money.
pub const D: usize = 3;

/// A point in standardised units.
pub type Point = [f64; D];

/// Iterations of smartcore's k-means, which has no tolerance: our own polish finishes what it began.
const START_ITERATIONS: usize = 10;
/// Iterations after which the starts are compared: by then most that will not win are behind.
const ROUGH_ITERATIONS: usize = 10;
/// Starts that are polished to their end.
const POLISHED: usize = 4;
/// Iterations of the polish at most, on the points that the starts are made on.
const POLISH_ITERATIONS: usize = 300;

/// Points whose nearest centres are found together.
const BLOCK: usize = 32;

/// Groups found in some points.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The mean of each group.
    pub centres: Vec<Point>,
    /// The group of each point.
    pub labels: Vec<u8>,
    /// Sum of squared distances to the own centre.
    pub inertia: f64,
}

/// How many points differ from all others, counted up to `enough`.
pub fn distinct(points: &[Point], enough: usize) -> usize {
    let mut seen: Vec<Point> = Vec::new();
    for point in points {
        if seen.len() >= enough {
            break;
        }
        if !seen.contains(point) {
            seen.push(*point);
        }
    }
    seen.len()
}

/// The best of several starts, and the next best for comparison; best first. Empty where there are fewer distinct points
/// than `k`, or a point is not finite.
///
/// With the best groups for one fewer (`fewer`), there is a further start for each of them: the same centres and, as
/// the new one, the point of that group farthest from its centre (the idea of global k-means, Likas et al. 2003).
/// Random starts alone seldom find the best eight groups.
pub fn fit(points: &[Point], k: usize, seeds: u64, fewer: Option<&Fit>) -> Vec<Fit> {
    let finite = points.iter().flatten().all(|v| v.is_finite());
    if k < 2 || k > usize::from(u8::MAX) || !finite || distinct(points, k) < k {
        return Vec::new();
    }
    let values: Vec<f64> = points.iter().flatten().copied().collect();
    let Ok(matrix) = DenseMatrix::new(points.len(), D, values, false) else { return Vec::new() };
    let mut fits: Vec<Fit> = (0..seeds).filter_map(|seed| one(&matrix, points, k, seed)).collect();
    if let Some(fewer) = fewer.filter(|f| f.centres.len() + 1 == k) {
        fits.extend(farthest(points, fewer).into_iter().filter_map(|point| {
            let centres = fewer.centres.iter().copied().chain([point]).collect();
            polish(points, centres, ROUGH_ITERATIONS)
        }));
    }
    let best_first = |a: &Fit, b: &Fit| a.inertia.total_cmp(&b.inertia);
    order::by(&mut fits, best_first);
    fits.truncate(POLISHED);
    let mut fits: Vec<Fit> =
        fits.into_iter().filter_map(|fit| polish(points, fit.centres, POLISH_ITERATIONS)).collect();
    order::by(&mut fits, best_first);
    fits
}

fn one(matrix: &DenseMatrix<f64>, points: &[Point], k: usize, seed: u64) -> Option<Fit> {
    let parameters = KMeansParameters { k, max_iter: START_ITERATIONS, seed: Some(seed) };
    let start = KMeans::<f64, i32, DenseMatrix<f64>, Vec<i32>>::fit(matrix, parameters).ok()?;
    let labels: Vec<u8> = start.predict(matrix).ok()?.into_iter().map(|l| l as u8).collect();
    let centres = means(points, &labels, k)?;
    polish(points, centres, ROUGH_ITERATIONS)
}

/// The point of each group that is farthest from its centre, the first of equally far ones.
fn farthest(points: &[Point], fit: &Fit) -> Vec<Point> {
    let mut found: Vec<(f64, Point)> = fit.centres.iter().map(|&centre| (0.0, centre)).collect();
    for (point, &label) in points.iter().zip(&fit.labels) {
        let label = usize::from(label);
        let distance = squared_distance(point, &fit.centres[label]);
        if distance > found[label].0 {
            found[label] = (distance, *point);
        }
    }
    found.into_iter().filter(|(distance, _)| *distance > 0.0).map(|(_, point)| point).collect()
}

/// The mean of each group. `None` when a group is empty.
fn means(points: &[Point], labels: &[u8], k: usize) -> Option<Vec<Point>> {
    let mut sums = vec![[0.0; D]; k];
    let mut sizes = vec![0_u32; k];
    for (point, &label) in points.iter().zip(labels) {
        let label = usize::from(label);
        sizes[label] += 1;
        for (sum, value) in sums[label].iter_mut().zip(point) {
            *sum += value;
        }
    }
    if sizes.contains(&0) {
        return None;
    }
    for (sum, &size) in sums.iter_mut().zip(&sizes) {
        for value in sum {
            *value /= f64::from(size);
        }
    }
    Some(sums)
}

/// Lloyd's iteration from given centres until no point changes its group, or the iterations are used up. `None` when a
/// group empties.
pub fn polish(points: &[Point], mut centres: Vec<Point>, iterations: usize) -> Option<Fit> {
    let k = centres.len();
    let (mut labels, mut inertia) = assign(points, &centres);
    for _ in 0..iterations {
        centres = means(points, &labels, k)?;
        let (next, distance) = assign(points, &centres);
        let settled = next == labels;
        (labels, inertia) = (next, distance);
        if settled {
            break;
        }
    }
    Some(Fit { centres, labels, inertia })
}

/// The nearest centre of each point (the first of equally near ones), and the sum of squared distances.
///
/// In blocks, feature by feature: the compiler turns the loop over a block into vector instructions.
pub fn assign(points: &[Point], centres: &[Point]) -> (Vec<u8>, f64) {
    let mut labels = vec![0; points.len()];
    let mut total = 0.0;
    for (points, labels) in points.chunks(BLOCK).zip(labels.chunks_mut(BLOCK)) {
        let mut features = [[0.0; BLOCK]; D];
        for (i, point) in points.iter().enumerate() {
            for (feature, value) in features.iter_mut().zip(point) {
                feature[i] = *value;
            }
        }
        let (mut nearest, mut best) = ([f64::INFINITY; BLOCK], [0_u64; BLOCK]);
        for (c, centre) in centres.iter().enumerate() {
            for i in 0..BLOCK {
                let apart =
                    [features[0][i] - centre[0], features[1][i] - centre[1], features[2][i] - centre[2]];
                let distance = apart[0] * apart[0] + apart[1] * apart[1] + apart[2] * apart[2];
                let nearer = distance < nearest[i];
                nearest[i] = if nearer { distance } else { nearest[i] };
                best[i] = if nearer { c as u64 } else { best[i] };
            }
        }
        for (i, label) in labels.iter_mut().enumerate() {
            *label = best[i] as u8;
            total += nearest[i];
        }
    }
    (labels, total)
}

/// Squared Euclidean distance.
pub fn squared_distance(a: &Point, b: &Point) -> f64 {
    a.iter().zip(b).map(|(x, y)| (x - y) * (x - y)).sum()
}

/// Adjusted Rand index of two groupings of the same points (Hubert and Arabie 1985): 1 for the same groups, about 0
/// for chance.
pub fn adjusted_rand(a: &[u8], b: &[u8]) -> f64 {
    let groups = |labels: &[u8]| labels.iter().max().map_or(0, |&m| usize::from(m) + 1);
    let (rows, columns) = (groups(a), groups(b));
    let mut table = vec![0_u64; rows * columns];
    for (&x, &y) in a.iter().zip(b) {
        table[usize::from(x) * columns + usize::from(y)] += 1;
    }
    let pairs = |n: u64| (n * n.saturating_sub(1) / 2) as f64;
    let both: f64 = table.iter().map(|&n| pairs(n)).sum();
    let in_a: f64 = (0..rows).map(|r| pairs(table[r * columns..(r + 1) * columns].iter().sum())).sum();
    let in_b: f64 = (0..columns).map(|c| pairs((0..rows).map(|r| table[r * columns + c]).sum())).sum();
    let all = pairs(a.len() as u64);
    let expected = if all > 0.0 { in_a * in_b / all } else { 0.0 };
    let largest = (in_a + in_b) / 2.0;
    if largest == expected { 1.0 } else { (both - expected) / (largest - expected) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_few_distinct_points_give_no_groups() {
        assert!(fit(&[[1.0; D]; 100], 2, 3, None).is_empty());
        assert!(fit(&[[1.0; D], [2.0; D], [f64::NAN; D]], 2, 3, None).is_empty());
        assert!(fit(&[], 3, 3, None).is_empty());
    }

    #[test]
    fn three_heaps_are_found() {
        let points: Vec<Point> = (0..300)
            .map(|i| {
                let heap = f64::from(i % 3) * 10.0;
                [heap + f64::from(i % 7) * 0.1, heap, heap - f64::from(i % 5) * 0.1]
            })
            .collect();
        let fits = fit(&points, 3, 5, None);
        let truth: Vec<u8> = (0..300).map(|i| (i % 3) as u8).collect();
        assert_eq!(adjusted_rand(&fits[0].labels, &truth), 1.0);
    }

    #[test]
    fn adjusted_rand_agrees_with_scikit_learn() {
        // sklearn.metrics.adjusted_rand_score([0,0,1,1,2,2], [0,0,1,2,2,2]) = 0.44444…
        assert!((adjusted_rand(&[0, 0, 1, 1, 2, 2], &[0, 0, 1, 2, 2, 2]) - 4.0 / 9.0).abs() < 1e-12);
        assert_eq!(adjusted_rand(&[0, 0, 1, 1], &[1, 1, 0, 0]), 1.0);
    }
}
