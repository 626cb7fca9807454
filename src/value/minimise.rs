//! Finds the minimum of a smooth function of a few variables.
//!
//! Takes a function that returns its value and its gradient; gives the minimum, the Hessian there and whether it
//! converged. BFGS with a backtracking line search does the way (Nocedal and Wright, Numerical Optimization, 2nd ed.,
//! algorithm 6.1), Newton steps on a Hessian of gradient differences do the last digits.
//!
//! The variables are logarithms of model parameters, so that any real number is allowed; a search that wanders off
//! towards infinity is stopped at [`Settings::bound`] and reported, because it means that the data hold no maximum.

use std::cell::Cell;

/// How long to search and how far.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The gradient's largest component at a minimum.
    pub tolerance: f64,
    /// Evaluations after which BFGS gives up. Files with a maximum take fewer than 130; where there is none, a valley without
    /// end would be followed for thousands.
    pub patience: u32,
    /// Largest absolute value of a variable.
    pub bound: f64,
    /// Go on with Newton's method to the last digits. Without, the end of BFGS is the result and there is no Hessian.
    pub polish: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { tolerance: 1e-10, patience: 500, bound: 16.0, polish: true }
    }
}

/// Where the search ended.
#[derive(Clone, Copy, Debug)]
pub struct Minimum<const N: usize> {
    /// The variables.
    pub at: [f64; N],
    /// The function there.
    pub value: f64,
    /// The gradient there.
    pub gradient: [f64; N],
    /// The second derivatives there.
    pub hessian: [[f64; N]; N],
    /// How often the function was evaluated.
    pub evaluations: u32,
    /// The gradient vanishes and the Hessian is positive definite.
    pub converged: bool,
}

/// A function of N variables with its gradient. By reference: compiled for each model, the search would be five times
/// in the engine.
pub type Function<'a, const N: usize> = &'a mut dyn FnMut(&[f64; N]) -> (f64, [f64; N]);

/// Minimises `function`, which returns its value and gradient, from `start`.
pub fn minimise<const N: usize>(
    start: [f64; N],
    settings: Settings,
    function: Function<'_, N>,
) -> Minimum<N> {
    let evaluations = Cell::new(0);
    let mut evaluate = |at: &[f64; N]| {
        evaluations.set(evaluations.get() + 1);
        function(at)
    };
    let (mut at, (mut value, mut gradient)) = (start, evaluate(&start));
    let mut inverse = identity::<N>();
    let mut fresh = true;
    while evaluations.get() < settings.patience {
        // Beyond this the differences of function values are rounding; Newton's method below needs gradients only.
        if largest(&gradient) < settings.tolerance.max(1e-6) || !inside(&at, settings.bound) {
            break;
        }
        let mut direction = times(&inverse, &gradient).map(|d| -d);
        if dot(&direction, &gradient) >= 0.0 {
            inverse = identity();
            direction = gradient.map(|g| -g);
        }
        let longest = largest(&direction);
        let slope = dot(&direction, &gradient);
        let mut length = if longest > LONGEST_STEP { LONGEST_STEP / longest } else { 1.0 };
        let mut moved = None;
        for _ in 0..40 {
            let next = along(&at, length, &direction);
            let (next_value, next_gradient) = evaluate(&next);
            if next_value.is_finite() && next_value <= value + 1e-4 * length * slope {
                moved = Some((next, next_value, next_gradient));
                break;
            }
            // The parabola through the value, the slope and the failed trial.
            let curve = next_value - value - length * slope;
            let parabola = -0.5 * slope * length * length / curve;
            length =
                if parabola.is_finite() { parabola.clamp(0.1 * length, 0.5 * length) } else { 0.1 * length };
        }
        let Some((next, next_value, next_gradient)) = moved else { break };
        let step = difference(&next, &at);
        let change = difference(&next_gradient, &gradient);
        let gained = value - next_value;
        (at, value, gradient) = (next, next_value, next_gradient);
        let curvature = dot(&step, &change);
        if curvature > 1e-14 * dot(&change, &change) {
            if std::mem::take(&mut fresh) {
                inverse = scaled_identity(curvature / dot(&change, &change));
            }
            update(&mut inverse, &step, &change, curvature);
        }
        if gained <= 1e-15 * value.abs() && largest(&gradient) < 1e-5 {
            break;
        }
    }
    let mut hessian = [[f64::NAN; N]; N];
    let mut converged = false;
    if !settings.polish {
        converged = inside(&at, settings.bound) && largest(&gradient) < 1e-5;
    } else if inside(&at, settings.bound) {
        let mut moved = f64::INFINITY;
        for _ in 0..6 {
            // After a tiny step the second derivatives are the same to more digits than anyone needs.
            if moved > 1e-4 {
                hessian = second_derivatives(&at, &mut evaluate);
            }
            let Some(inverse) = invert_positive(&hessian) else { break };
            if largest(&gradient) < settings.tolerance {
                converged = true;
                break;
            }
            let step = times(&inverse, &gradient);
            if largest(&step) > LONGEST_STEP {
                break;
            }
            let next = along(&at, -1.0, &step);
            let (next_value, next_gradient) = evaluate(&next);
            if !next_value.is_finite() || largest(&next_gradient) > 0.9 * largest(&gradient) {
                // No better gradient to be had: rounding decides whether this is a minimum.
                converged = largest(&gradient) < 1e-7;
                break;
            }
            (at, value, gradient) = (next, next_value, next_gradient);
            moved = largest(&step);
        }
    }
    Minimum { at, value, gradient, hessian, evaluations: evaluations.get(), converged }
}

/// The inverse of a positive definite matrix by Cholesky's decomposition; `None` where it is not positive definite.
#[expect(clippy::needless_range_loop, reason = "indices are what the algorithm is written in")]
pub fn invert_positive<const N: usize>(matrix: &[[f64; N]; N]) -> Option<[[f64; N]; N]> {
    let mut low = [[0.0; N]; N];
    for i in 0..N {
        for j in 0..=i {
            let mut sum = matrix[i][j];
            for k in 0..j {
                sum -= low[i][k] * low[j][k];
            }
            if i == j {
                // A pivot lost to rounding is no pivot.
                if sum.is_nan() || sum <= 1e-13 * matrix[i][i].abs() {
                    return None;
                }
                low[i][i] = libm::sqrt(sum);
            } else {
                low[i][j] = sum / low[j][j];
            }
        }
    }
    let mut inverse = [[0.0; N]; N];
    for column in 0..N {
        let mut y = [0.0; N];
        for i in 0..N {
            let mut sum = if i == column { 1.0 } else { 0.0 };
            for k in 0..i {
                sum -= low[i][k] * y[k];
            }
            y[i] = sum / low[i][i];
        }
        for i in (0..N).rev() {
            let mut sum = y[i];
            for k in i + 1..N {
                sum -= low[k][i] * inverse[k][column];
            }
            inverse[i][column] = sum / low[i][i];
        }
    }
    Some(inverse)
}

/// One step never changes a logarithm by more than this: a factor of twenty.
const LONGEST_STEP: f64 = 3.0;

/// Half the distance of the gradients whose difference is a second derivative.
const HALF_DIFFERENCE: f64 = 1e-4;

fn second_derivatives<const N: usize>(at: &[f64; N], evaluate: Function<'_, N>) -> [[f64; N]; N] {
    let mut rows = [[0.0; N]; N];
    for (i, row) in rows.iter_mut().enumerate() {
        let mut shifted = *at;
        shifted[i] = at[i] + HALF_DIFFERENCE;
        let (_, above) = evaluate(&shifted);
        shifted[i] = at[i] - HALF_DIFFERENCE;
        let (_, below) = evaluate(&shifted);
        *row = difference(&above, &below).map(|d| d / (2.0 * HALF_DIFFERENCE));
    }
    std::array::from_fn(|i| std::array::from_fn(|j| 0.5 * (rows[i][j] + rows[j][i])))
}

/// The BFGS update of the inverse Hessian.
fn update<const N: usize>(inverse: &mut [[f64; N]; N], step: &[f64; N], change: &[f64; N], curvature: f64) {
    let bent = times(inverse, change);
    let scale = (1.0 + dot(change, &bent) / curvature) / curvature;
    for i in 0..N {
        for j in 0..N {
            inverse[i][j] += scale * step[i] * step[j] - (bent[i] * step[j] + step[i] * bent[j]) / curvature;
        }
    }
}

fn inside<const N: usize>(at: &[f64; N], bound: f64) -> bool {
    at.iter().all(|v| v.abs() < bound)
}

fn identity<const N: usize>() -> [[f64; N]; N] {
    scaled_identity(1.0)
}

fn scaled_identity<const N: usize>(scale: f64) -> [[f64; N]; N] {
    std::array::from_fn(|i| std::array::from_fn(|j| if i == j { scale } else { 0.0 }))
}

fn times<const N: usize>(matrix: &[[f64; N]; N], vector: &[f64; N]) -> [f64; N] {
    std::array::from_fn(|i| dot(&matrix[i], vector))
}

fn along<const N: usize>(at: &[f64; N], length: f64, direction: &[f64; N]) -> [f64; N] {
    std::array::from_fn(|i| at[i] + length * direction[i])
}

fn difference<const N: usize>(a: &[f64; N], b: &[f64; N]) -> [f64; N] {
    std::array::from_fn(|i| a[i] - b[i])
}

fn dot<const N: usize>(a: &[f64; N], b: &[f64; N]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn largest<const N: usize>(vector: &[f64; N]) -> f64 {
    // Not `fold(max)`: a NaN must not vanish.
    vector.iter().fold(0.0, |worst, v| if v.abs() <= worst { worst } else { v.abs() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rosenbrock_valley_is_followed_to_its_end() {
        let found = minimise([-1.2, 1.0], Settings::default(), &mut |[x, y]| {
            let bend = y - x * x;
            let value = (1.0 - x) * (1.0 - x) + 100.0 * bend * bend;
            (value, [-2.0 * (1.0 - x) - 400.0 * x * bend, 200.0 * bend])
        });
        assert!(found.converged);
        for v in found.at {
            assert!((v - 1.0).abs() < 1e-9, "{v}");
        }
    }

    #[test]
    fn a_slope_without_end_does_not_converge() {
        let found = minimise([0.0, 0.0], Settings::default(), &mut |[x, y]| {
            (libm::exp(-x) + y * y, [-libm::exp(-x), 2.0 * y])
        });
        // The minimum lies at infinity: a large variable, and no claim on a unique minimum in tight tolerance.
        assert!(found.at[0] > 10.0, "{:?}", found.at);
    }

    #[test]
    fn an_inverse_times_its_matrix_is_one() {
        let matrix = [[4.0, 1.0, 0.5], [1.0, 3.0, -0.2], [0.5, -0.2, 2.0]];
        let inverse = invert_positive(&matrix).unwrap();
        for (i, row) in matrix.iter().enumerate() {
            for j in 0..3 {
                let product: f64 = row.iter().zip(inverse).map(|(m, inverse)| m * inverse[j]).sum();
                assert!((product - if i == j { 1.0 } else { 0.0 }).abs() < 1e-14);
            }
        }
        assert!(invert_positive(&[[1.0, 2.0], [2.0, 1.0]]).is_none());
    }
}
