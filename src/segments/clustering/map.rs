//! Customers on a plane: principal components, by smartcore.
//!
//! smartcore keeps the eigenvalues to itself, so the variance along an axis is measured on the points. The sign of an axis
//! is free; here its largest part is positive.

use smartcore::decomposition::pca::{PCA, PCAParameters};
use smartcore::linalg::basic::arrays::Array;

use super::space::Points;
use crate::order;

/// An axis of the points.
#[derive(Clone, Debug)]
pub struct Axis {
    /// Its direction, of length 1.
    pub direction: Vec<f64>,
    /// Standard deviation of the points along it.
    pub deviation: f64,
}

/// The axes of some points, the longest first.
#[derive(Clone, Debug, Default)]
pub struct Axes {
    /// Mean of the points.
    pub mean: Vec<f64>,
    /// Their axes.
    pub axes: Vec<Axis>,
}

impl Axes {
    /// Share of the variance along the first axes.
    pub fn explained(&self, first: usize) -> f64 {
        let variance =
            |axes: &[Axis]| axes.iter().fold(0.0, |sum, axis| sum + axis.deviation * axis.deviation);
        let all = variance(&self.axes);
        if all > 0.0 { variance(&self.axes[..first.min(self.axes.len())]) / all } else { 0.0 }
    }

    /// Where a point lies along an axis.
    pub fn along(&self, axis: usize, row: &[f64]) -> f64 {
        let Some(axis) = self.axes.get(axis) else { return 0.0 };
        let parts = row.iter().zip(&self.mean).zip(&axis.direction);
        parts.fold(0.0, |sum, ((value, mean), part)| sum + (value - mean) * part)
    }
}

/// The principal axes of some points. None where there are fewer than two points.
pub fn axes(points: &Points) -> Axes {
    let (n, width) = (points.len(), points.width);
    if n < 2 || width == 0 {
        return Axes::default();
    }
    let mut mean = vec![0.0; width];
    for row in points.rows() {
        for (sum, value) in mean.iter_mut().zip(row) {
            *sum += value / n as f64;
        }
    }
    let directions: Vec<Vec<f64>> = match width {
        1 => vec![vec![1.0]],
        _ => {
            let Some(matrix) = points.matrix() else { return Axes::default() };
            let parameters = PCAParameters::default().with_n_components(width);
            let Ok(pca) = PCA::fit(&matrix, parameters) else { return Axes::default() };
            // One axis a column.
            let parts = pca.components();
            (0..width).map(|c| (0..width).map(|slot| *parts.get((slot, c))).collect()).collect()
        }
    };
    let mut found = Axes { mean, axes: Vec::new() };
    for mut direction in directions.into_iter().filter(|d| d.iter().all(|part| part.is_finite())) {
        let largest = direction.iter().fold(0.0, |a: f64, &b| if b.abs() > a.abs() { b } else { a });
        if largest < 0.0 {
            direction.iter_mut().for_each(|part| *part = -*part);
        }
        found.axes.push(Axis { direction, deviation: 0.0 });
    }
    for c in 0..found.axes.len() {
        let squares = points.rows().fold(0.0, |sum, row| {
            let at = found.along(c, row);
            sum + at * at
        });
        found.axes[c].deviation = libm::sqrt(squares / n as f64);
    }
    order::by(&mut found.axes, |a, b| b.deviation.total_cmp(&a.deviation));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn axes_are_the_directions_of_the_spread() {
        // Along (3, 4, 12) / 13, (4, -3, 0) / 5 and what is at right angles to both.
        let known =
            [[3.0 / 13.0, 4.0 / 13.0, 12.0 / 13.0], [0.8, -0.6, 0.0], [-7.2 / 13.0, -9.6 / 13.0, 5.0 / 13.0]];
        let mut random = Random::new(1);
        let mut values = Vec::new();
        for _ in 0..4_000 {
            let at = [5.0, 2.0, 0.5].map(|deviation| deviation * random.normal());
            values
                .extend((0..3).map(|slot| (0..3).fold(7.0, |sum, axis| sum + at[axis] * known[axis][slot])));
        }
        let found = axes(&Points { width: 3, values });
        for ((axis, direction), deviation) in found.axes.iter().zip(known).zip([5.0, 2.0, 0.5]) {
            let same = axis.direction.iter().zip(direction).fold(0.0, |sum, (a, b)| sum + a * b);
            assert!(same.abs() > 0.999, "{axis:?}");
            assert!((axis.deviation - deviation).abs() < 0.05 * deviation, "{axis:?}");
        }
        assert!((found.explained(2) - 29.0 / 29.25).abs() < 0.01);
    }
}
