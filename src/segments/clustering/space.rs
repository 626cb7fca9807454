//! Points of any number of coordinates, and k-means on them: smartcore's starts under the guards of
//! [`crate::segments::kmeans`], which has the same for the three coordinates of the first report, where speed counts.

use smartcore::cluster::kmeans::{KMeans, KMeansParameters};
use smartcore::linalg::basic::matrix::DenseMatrix;

use crate::order;

/// Iterations of smartcore's k-means; the own polish finishes what it began.
const START_ITERATIONS: usize = 10;
/// Iterations of the polish at most.
const POLISH_ITERATIONS: usize = 100;

/// Points of equal width, one after another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Points {
    /// Coordinates of a point.
    pub width: usize,
    /// All coordinates.
    pub values: Vec<f64>,
}

/// Groups of points.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The mean of each group.
    pub centres: Points,
    /// The group of each point.
    pub labels: Vec<u8>,
    /// Sum of squared distances to the own centre.
    pub inertia: f64,
}

impl Points {
    /// How many points.
    pub fn len(&self) -> usize {
        self.values.len() / self.width.max(1)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// All points.
    pub fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.values.chunks_exact(self.width.max(1))
    }

    /// Point `i`.
    pub fn row(&self, i: usize) -> &[f64] {
        &self.values[i * self.width..(i + 1) * self.width]
    }

    /// Some of the points; one may be taken several times.
    pub fn taken(&self, places: &[usize]) -> Points {
        Points { width: self.width, values: places.iter().flat_map(|&i| self.row(i)).copied().collect() }
    }

    /// As smartcore takes them.
    pub fn matrix(&self) -> Option<DenseMatrix<f64>> {
        DenseMatrix::new(self.len(), self.width, self.values.clone(), false).ok()
    }

    /// How many differ from all others, counted up to `enough`.
    pub fn distinct(&self, enough: usize) -> usize {
        let mut seen: Vec<&[f64]> = Vec::new();
        for row in self.rows() {
            if seen.len() >= enough {
                break;
            }
            if !seen.contains(&row) {
                seen.push(row);
            }
        }
        seen.len()
    }
}

/// Places of at most `most` of `n`, evenly spread.
pub fn spread(n: usize, most: usize) -> Vec<usize> {
    let take = n.min(most);
    (0..take).map(|i| i * n / take).collect()
}

/// k-means from several seeds, best first. Empty where there are fewer distinct points than groups.
pub fn fit(points: &Points, k: usize, seeds: std::ops::Range<u64>) -> Vec<Fit> {
    let finite = points.values.iter().all(|v| v.is_finite());
    if k < 2 || points.width == 0 || !finite || points.distinct(k) < k {
        return Vec::new();
    }
    let Some(matrix) = points.matrix() else { return Vec::new() };
    let mut fits: Vec<Fit> = seeds
        .filter_map(|seed| {
            let parameters = KMeansParameters { k, max_iter: START_ITERATIONS, seed: Some(seed) };
            let start = KMeans::<f64, i32, DenseMatrix<f64>, Vec<i32>>::fit(&matrix, parameters).ok()?;
            let labels: Vec<u8> = start.predict(&matrix).ok()?.into_iter().map(|l| l as u8).collect();
            polish(points, means(points, &labels, k)?)
        })
        .collect();
    order::by(&mut fits, |a, b| a.inertia.total_cmp(&b.inertia));
    fits
}

/// Lloyd's iteration until no point changes its group. `None` when a group empties.
pub fn polish(points: &Points, mut centres: Points) -> Option<Fit> {
    let k = centres.len();
    let (mut labels, mut inertia) = assign(points, &centres);
    for _ in 0..POLISH_ITERATIONS {
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

fn means(points: &Points, labels: &[u8], k: usize) -> Option<Points> {
    let width = points.width;
    let mut sizes = vec![0_u32; k];
    let mut sums = vec![0.0; k * width];
    for (row, &label) in points.rows().zip(labels) {
        let label = usize::from(label);
        sizes[label] += 1;
        for (sum, value) in sums[label * width..].iter_mut().zip(row) {
            *sum += value;
        }
    }
    if sizes.contains(&0) {
        return None;
    }
    for (group, size) in sums.chunks_exact_mut(width).zip(sizes) {
        for sum in group {
            *sum /= f64::from(size);
        }
    }
    Some(Points { width, values: sums })
}

/// The nearest centre of each point, the first of equally near ones, and the sum of squared distances.
pub fn assign(points: &Points, centres: &Points) -> (Vec<u8>, f64) {
    let mut total = 0.0;
    let labels = points.rows().map(|row| {
        let (mut best, mut nearest) = (0, f64::INFINITY);
        for (c, centre) in centres.rows().enumerate() {
            let distance = squared_distance(row, centre);
            if distance < nearest {
                (best, nearest) = (c as u8, distance);
            }
        }
        total += nearest;
        best
    });
    let labels = labels.collect();
    (labels, total)
}

fn squared_distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (x, y)| sum + (x - y) * (x - y))
}

/// Mean silhouette (Rousseeuw 1987) over all points. A point alone in its group counts 0.
pub fn silhouette(points: &Points, labels: &[u8], k: usize) -> f64 {
    let mut sizes = vec![0_u32; k];
    labels.iter().for_each(|&label| sizes[usize::from(label)] += 1);
    let mut total = 0.0;
    let mut sums = vec![0.0; k];
    for (row, &own) in points.rows().zip(labels) {
        let own = usize::from(own);
        if sizes[own] < 2 {
            continue;
        }
        sums.fill(0.0);
        for (other, &label) in points.rows().zip(labels) {
            // The standard library's square root is exact to the last bit everywhere.
            sums[usize::from(label)] += squared_distance(row, other).sqrt();
        }
        let inside = sums[own] / f64::from(sizes[own] - 1);
        let others = (0..k).filter(|&g| g != own && sizes[g] > 0);
        let outside = others.map(|g| sums[g] / f64::from(sizes[g])).fold(f64::INFINITY, f64::min);
        let largest = inside.max(outside);
        if outside.is_finite() && largest > 0.0 {
            total += (outside - inside) / largest;
        }
    }
    if points.is_empty() { 0.0 } else { total / points.len() as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silhouettes_by_hand() {
        for (values, labels, k, expected) in [
            // Inside 1; outside 10.5 and 9.5.
            (vec![0.0, 1.0, 10.0, 11.0], vec![0, 0, 1, 1], 2, (9.5 / 10.5 + 8.5 / 9.5) / 2.0),
            // The nearer of two others counts, and who is alone counts 0.
            (vec![0.0, 2.0, 5.0, 20.0], vec![0, 0, 1, 2], 3, (3.0 / 5.0 + 1.0 / 3.0) / 4.0),
            // In the wrong group.
            (vec![0.0, 10.0, 1.0, 11.0], vec![0, 0, 1, 1], 2, (-0.4 - 0.5 - 0.5 - 0.4) / 4.0),
            (vec![3.0, 3.0], vec![0, 1], 2, 0.0),
        ] {
            let found = silhouette(&Points { width: 1, values }, &labels, k);
            assert!((found - expected).abs() < 1e-12, "{labels:?}: {found} against {expected}");
        }
    }

    #[test]
    fn nothing_is_fitted_where_too_few_differ() {
        for (values, k, fits) in [
            (vec![1.0; 8], 2, false),
            (vec![1.0, 1.0, 2.0, 2.0], 2, true),
            (vec![1.0, f64::NAN, 2.0], 2, false),
        ] {
            let found = fit(&Points { width: 1, values: values.clone() }, k, 0..2);
            assert_eq!(!found.is_empty(), fits, "{values:?}");
        }
    }
}
