//! Logistic regression with a ridge, by Newton's method.
//!
//! Written out here, in fewer lines than a library's optimiser takes to call: exponentials come from `libm`, so the browser
//! and the command line give the same bits. Source: T. Hastie, R. Tibshirani and J. Friedman, "The Elements of Statistical
//! Learning" (2nd edition), sections 4.4.1 and 3.4.1.

/// Steps at most; a ridge of this size converges in six to eight.
const STEPS: usize = 12;
/// The weights stand still.
const STILL: f64 = 1e-7;

/// Intercept and weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Logistic {
    /// The first belongs to the constant.
    pub weights: Vec<f64>,
}

impl Logistic {
    /// Fits `rows` (`width` numbers each, about standardised) of the places `train` to whether they are `yes`. `ridge` is the
    /// penalty on half the sum of squared weights. `None` where the equations have no solution.
    pub fn fit(rows: &[f64], width: usize, yes: &[bool], train: &[u32], ridge: f64) -> Option<Logistic> {
        let n = width + 1;
        let mut weights = vec![0.0; n];
        let mut hessian = vec![0.0; n * n];
        let mut gradient = vec![0.0; n];
        let mut x = vec![1.0; n];
        for _ in 0..STEPS {
            hessian.fill(0.0);
            for (j, slot) in gradient.iter_mut().enumerate() {
                let penalty = if j == 0 { 0.0 } else { ridge };
                *slot = -penalty * weights[j];
                hessian[j * n + j] = penalty;
            }
            for &i in train {
                let i = i as usize;
                x[1..].copy_from_slice(rows.get(i * width..(i + 1) * width)?);
                let p = sigmoid(dot(&weights, &x));
                let miss = f64::from(u8::from(*yes.get(i)?)) - p;
                let curve = (p * (1.0 - p)).max(1e-9);
                for j in 0..n {
                    if x[j] == 0.0 {
                        continue;
                    }
                    gradient[j] += miss * x[j];
                    let scaled = curve * x[j];
                    for (slot, value) in hessian[j * n..=j * n + j].iter_mut().zip(&x) {
                        *slot += scaled * value;
                    }
                }
            }
            let step = solve(&mut hessian, &gradient, n)?;
            let mut most = 0.0;
            for (weight, step) in weights.iter_mut().zip(&step) {
                *weight += step;
                most = f64::max(most, step.abs());
            }
            if most < STILL {
                break;
            }
        }
        weights.iter().all(|w| w.is_finite()).then_some(Logistic { weights })
    }

    /// The probability of a row.
    pub fn of(&self, row: &[f64]) -> f64 {
        let (constant, weights) = self.weights.split_first().map_or((0.0, &[][..]), |(c, w)| (*c, w));
        sigmoid(constant + dot(weights, row))
    }
}

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-z))
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (a, b)| sum + a * b)
}

/// Solves a symmetric positive system, given by its lower half, by Cholesky's decomposition in place.
fn solve(a: &mut [f64], b: &[f64], n: usize) -> Option<Vec<f64>> {
    for j in 0..n {
        for i in j..n {
            let sum = a[i * n + j] - (0..j).fold(0.0, |s, k| s + a[i * n + k] * a[j * n + k]);
            if i == j {
                if sum <= 0.0 || !sum.is_finite() {
                    return None;
                }
                a[j * n + j] = libm::sqrt(sum);
            } else {
                a[i * n + j] = sum / a[j * n + j];
            }
        }
    }
    let mut x = b.to_vec();
    for i in 0..n {
        x[i] = (x[i] - (0..i).fold(0.0, |s, k| s + a[i * n + k] * x[k])) / a[i * n + i];
    }
    for i in (0..n).rev() {
        x[i] = (x[i] - (i + 1..n).fold(0.0, |s, k| s + a[k * n + i] * x[k])) / a[i * n + i];
    }
    Some(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_two_by_two_gives_its_log_odds() {
        // 10 of 40 without the mark, 30 of 40 with it: odds 1/3 and 3, so weights ln(1/3) and ln 9.
        let rows: Vec<f64> = (0..80).map(|i| f64::from(u8::from(i >= 40))).collect();
        let yes: Vec<bool> = (0..80).map(|i| if i < 40 { i < 10 } else { i < 70 }).collect();
        let all: Vec<u32> = (0..80).collect();
        let fit = Logistic::fit(&rows, 1, &yes, &all, 0.0).unwrap();
        assert!((fit.weights[0] - (1.0_f64 / 3.0).ln()).abs() < 1e-9, "{fit:?}");
        assert!((fit.weights[1] - 9.0_f64.ln()).abs() < 1e-9, "{fit:?}");
        assert!((fit.of(&[1.0]) - 0.75).abs() < 1e-9);
        // A ridge draws the weight to zero, and makes columns that repeat each other bearable.
        let twice: Vec<f64> = rows.iter().flat_map(|&x| [x, x]).collect();
        let drawn = Logistic::fit(&twice, 2, &yes, &all, 1.0).unwrap();
        assert!((drawn.weights[1] - drawn.weights[2]).abs() < 1e-9 && drawn.weights[1] < 1.1);
        assert_eq!(Logistic::fit(&twice, 2, &yes, &all, 0.0), None);
    }
}
