//! Special functions the models need and `libm` lacks.
//!
//! Everything is built on `libm`, so that the browser and the command line agree to the last bit.

/// ln Γ(a + b) − ln Γ(a) for a > 0, b ≥ 0, without the cancellation of two large logarithms.
///
/// Below [`STIRLING_FROM`] the recurrence Γ(z + 1) = z Γ(z) lifts `a`; above it the two Stirling series are
/// subtracted term by term (Abramowitz and Stegun 6.1.41).
pub fn ln_rise(a: f64, b: f64) -> f64 {
    let mut low = a;
    let mut lifted = 0.0;
    while low < STIRLING_FROM {
        lifted += libm::log1p(b / low);
        low += 1.0;
    }
    let high = low + b;
    let leading = (low - 0.5) * libm::log1p(b / low) + b * (libm::log(high) - 1.0);
    leading + stirling_rest(high) - stirling_rest(low) - lifted
}

/// ln Γ(z) for z > 0.
pub fn ln_gamma(z: f64) -> f64 {
    libm::lgamma(z)
}

/// ψ(z), the derivative of ln Γ, for z > 0 (Abramowitz and Stegun 6.3.5 and 6.3.18).
pub fn digamma(z: f64) -> f64 {
    let mut z = z;
    let mut lifted = 0.0;
    while z < STIRLING_FROM {
        lifted += 1.0 / z;
        z += 1.0;
    }
    let w = 1.0 / (z * z);
    let series = w
        * (1.0 / 12.0
            - w * (1.0 / 120.0
                - w * (1.0 / 252.0 - w * (1.0 / 240.0 - w * (1.0 / 132.0 - w * (691.0 / 32760.0))))));
    libm::log(z) - 0.5 / z - series - lifted
}

/// ln(1 + eˣ) without overflow.
pub fn softplus(x: f64) -> f64 {
    if x > 0.0 { x + libm::log1p(libm::exp(-x)) } else { libm::log1p(libm::exp(x)) }
}

/// 1 / (1 + e⁻ˣ) without overflow, exact to the last digits in both tails.
pub fn sigmoid(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + libm::exp(-x))
    } else {
        let e = libm::exp(x);
        e / (1.0 + e)
    }
}

/// (eᵉᴸ − 1) / e, which is L where e is 0.
pub fn expm1_over(e: f64, l: f64) -> f64 {
    if e == 0.0 { l } else { libm::expm1(e * l) / e }
}

/// The error function's complement on both sides: the probability that a standard normal lies below `z`.
pub fn normal_below(z: f64) -> f64 {
    0.5 * libm::erfc(-z / core::f64::consts::SQRT_2)
}

/// Nodes and weights of the Gauss-Legendre rule with `N` points on [−1, 1].
///
/// The nodes are the roots of the Legendre polynomial, found by Newton's method from the usual cosine guess.
pub fn gauss_legendre<const N: usize>() -> [(f64, f64); N] {
    let n = N as f64;
    std::array::from_fn(|i| {
        let mut x = libm::cos(core::f64::consts::PI * (i as f64 + 0.75) / (n + 0.5));
        let mut slope = 1.0;
        for _ in 0..100 {
            let (mut previous, mut current) = (1.0, x);
            for k in 2..=N {
                let k = k as f64;
                let next = ((2.0 * k - 1.0) * x * current - (k - 1.0) * previous) / k;
                previous = current;
                current = next;
            }
            slope = n * (x * current - previous) / (x * x - 1.0);
            let step = current / slope;
            x -= step;
            if step.abs() < 1e-16 {
                break;
            }
        }
        (x, 2.0 / ((1.0 - x * x) * slope * slope))
    })
}

/// From here on the Stirling series below reach double precision.
const STIRLING_FROM: f64 = 10.0;

/// ln Γ(z) − [(z − ½) ln z − z + ½ ln 2π] for z ≥ [`STIRLING_FROM`].
fn stirling_rest(z: f64) -> f64 {
    let w = 1.0 / (z * z);
    (1.0 / 12.0
        - w * (1.0 / 360.0
            - w * (1.0 / 1260.0 - w * (1.0 / 1680.0 - w * (1.0 / 1188.0 - w * (691.0 / 360_360.0))))))
        / z
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(got: f64, want: f64, tolerance: f64) {
        assert!((got - want).abs() <= tolerance * want.abs().max(1.0), "{got} is not {want}");
    }

    #[test]
    fn rises_of_gamma_are_products() {
        // ln Γ(a+n) − ln Γ(a) = Σ ln(a+k), exactly.
        for a in [0.001, 0.243, 1.0, 3.7, 12.5, 900.0] {
            for n in [0, 1, 2, 7, 60] {
                let product: f64 = (0..n).map(|k| libm::log(a + f64::from(k))).sum();
                close(ln_rise(a, f64::from(n)), product, 1e-14);
            }
        }
        // Γ(½) = √π.
        close(ln_rise(0.5, 0.5), -0.5 * libm::log(core::f64::consts::PI), 1e-15);
    }

    #[test]
    fn digamma_has_its_known_values() {
        // Euler's constant; ψ(½) = −γ − 2 ln 2; ψ(z+1) = ψ(z) + 1/z.
        let euler = 0.577_215_664_901_532_9;
        close(digamma(1.0), -euler, 4e-15);
        close(digamma(0.5), -euler - 2.0 * core::f64::consts::LN_2, 4e-15);
        for z in [0.01, 0.3, 5.5, 9.99, 10.0, 300.0] {
            close(digamma(z), digamma(z + 1.0) - 1.0 / z, 1e-15);
        }
    }

    #[test]
    fn logistic_functions_do_not_overflow() {
        assert_eq!(softplus(800.0), 800.0);
        assert_eq!(softplus(-800.0), 0.0);
        assert_eq!(sigmoid(800.0), 1.0);
        assert!(sigmoid(-700.0) > 0.0);
        close(sigmoid(0.3) + sigmoid(-0.3), 1.0, 1e-15);
        close(expm1_over(1e-12, 2.0), 2.0, 1e-11);
        assert_eq!(expm1_over(0.0, 2.0), 2.0);
    }

    #[test]
    fn quadrature_is_exact_for_polynomials_of_degree_2n_minus_1() {
        let rule = gauss_legendre::<8>();
        let weight: f64 = rule.iter().map(|(_, w)| w).sum();
        close(weight, 2.0, 1e-15);
        let moment: f64 = rule.iter().map(|(x, w)| w * x.powi(14)).sum();
        close(moment, 2.0 / 15.0, 1e-14);
    }

    #[test]
    fn normal_tail_is_the_tables() {
        close(normal_below(1.959_963_984_540_054), 0.975, 1e-14);
        close(normal_below(0.0), 0.5, 1e-15);
    }
}
