//! Formulas against the stories they were derived from, played out; and parameters found again in simulated shops.

use value_tiers::units::Day;
use value_tiers::value::bg_nbd::BgNbd;
use value_tiers::value::buying::Buying;
use value_tiers::value::fit::{Fitted, Status};
use value_tiers::value::gamma_gamma::GammaGamma;
use value_tiers::value::history::{History, Record};
use value_tiers::value::mbg_nbd::MbgNbd;
use value_tiers::value::pareto_nbd::ParetoNbd;

use crate::simulate::{Leaving, Random, Shop, moments};

/// Customers are played for `age` weeks and `ahead` more. Those with `x` repeats, the last in a window around `t_x`, are
/// kept: what they do next is what the model expects of such a customer.
fn next_of_the_alike(model: &impl Buying, leaving: Leaving, seed: u64) {
    let [r, alpha, ..] = model.parameters();
    let (age, ahead) = (20.0, 15.0);
    let mut random = Random::seeded(seed);
    // By group: customers, purchases ahead, customers with any, and the same three as the model expects them.
    let groups = [(0.0, 0.0, 0.0), (1.0, 0.0, 10.0), (1.0, 10.0, 20.0), (2.0, 5.0, 15.0), (3.0, 12.0, 20.0)];
    let mut sums = [[0.0_f64; 6]; 5];
    for _ in 0..400_000 {
        let times = moments(&mut random, r, alpha, leaving, age + ahead);
        let x = times.iter().filter(|t| **t <= age).count() as f64 - 1.0;
        let t_x = times.iter().copied().filter(|t| *t <= age).fold(0.0, f64::max);
        let next = times.len() as f64 - 1.0 - x;
        for ((count, from, to), sum) in groups.iter().zip(&mut sums) {
            if x == *count && t_x >= *from && t_x <= *to {
                let customer = Record { x, t_x, t: age };
                let (expected, p_buy) = (model.expected(customer, ahead), model.p_buy(customer, ahead));
                let bought = f64::from(u8::from(next > 0.0));
                for (slot, value) in sum.iter_mut().zip([
                    1.0,
                    next - expected,
                    (next - expected).powi(2),
                    bought - p_buy,
                    (bought - p_buy).powi(2),
                    expected,
                ]) {
                    *slot += value;
                }
            }
        }
    }
    for ((x, ..), [n, off, off_squared, missed, missed_squared, expected]) in groups.iter().zip(sums) {
        assert!(n > 1000.0, "only {n} customers with {x} repeats");
        let (z, z_buy) = (off / off_squared.sqrt(), missed / missed_squared.sqrt());
        // Ten comparisons a model: four standard errors by chance once in a thousand runs, and the seed is fixed.
        assert!(z.abs() < 4.0, "{x} repeats: mean expected {} is off by {z} errors", expected / n);
        assert!(z_buy.abs() < 4.0, "{x} repeats: P(buy) is off by {z_buy} errors");
    }
}

#[test]
fn customers_alike_go_on_as_bg_nbd_expects() {
    let model = BgNbd { r: 0.8, alpha: 4.4, a: 0.8, b: 2.4 };
    next_of_the_alike(&model, Leaving::AfterRepeat(0.8, 2.4), 11);
}

#[test]
fn customers_alike_go_on_as_mbg_nbd_expects() {
    let model = MbgNbd { r: 0.8, alpha: 5.0, a: 0.9, b: 1.6 };
    next_of_the_alike(&model, Leaving::AfterAny(0.9, 1.6), 12);
}

#[test]
fn customers_alike_go_on_as_pareto_nbd_expects() {
    let model = ParetoNbd { r: 0.8, alpha: 8.0, s: 0.6, beta: 11.0 };
    next_of_the_alike(&model, Leaving::AnyMoment(0.6, 11.0), 13);
}

#[test]
fn new_customers_buy_as_expected() {
    fn check(model: impl Buying, leaving: Leaving) {
        let [r, alpha, ..] = model.parameters();
        for weeks in [4.0, 40.0] {
            let mut random = Random::seeded(14);
            let (mut off, mut squared) = (0.0, 0.0);
            for _ in 0..100_000 {
                let count = moments(&mut random, r, alpha, leaving, weeks).len() as f64 - 1.0;
                let missed = count - model.expected_of_new(weeks);
                off += missed;
                squared += missed * missed;
            }
            assert!((off / f64::sqrt(squared)).abs() < 4.0, "{weeks} weeks: {off}");
        }
    }
    check(BgNbd { r: 0.8, alpha: 4.4, a: 0.8, b: 2.4 }, Leaving::AfterRepeat(0.8, 2.4));
    check(MbgNbd { r: 0.8, alpha: 5.0, a: 0.9, b: 1.6 }, Leaving::AfterAny(0.9, 1.6));
    check(ParetoNbd { r: 0.8, alpha: 8.0, s: 0.6, beta: 11.0 }, Leaving::AnyMoment(0.6, 11.0));
}

/// Fits a shop of 20,000 customers. Purchases are merged by day, which the models don't know of, so the rate is low enough for
/// two on one day to be rare.
fn found_again(fit: impl Fn(&History) -> Option<Fitted<4>>, truth: [f64; 4], leaving: Leaving, seed: u64) {
    let shop = Shop::open(seed, 20_000, 700, truth[0], truth[1], leaving);
    let fit = fit(&History::build(&shop.purchases(), Day(700))).unwrap();
    assert_eq!(fit.quality.status, Status::MaximumLikelihood);
    for ((got, truth), error) in fit.parameters.iter().zip(truth).zip(&fit.quality.standard_errors) {
        let z = (got - truth) / error;
        println!("{got} found for {truth}: {z:.2} errors");
        assert!(z.abs() < 3.5, "{got} found for {truth}: {z} errors");
        // An error so large that anything would do proves nothing.
        assert!(*error < 0.25 * truth);
    }
}

#[test]
fn parameters_of_simulated_shops_are_found_again() {
    found_again(BgNbd::fit, [0.7, 20.0, 0.8, 2.4], Leaving::AfterRepeat(0.8, 2.4), 21);
    found_again(MbgNbd::fit, [0.7, 20.0, 0.8, 2.4], Leaving::AfterAny(0.8, 2.4), 22);
    found_again(ParetoNbd::fit, [0.7, 20.0, 0.8, 30.0], Leaving::AnyMoment(0.8, 30.0), 23);
}

#[test]
fn spend_of_a_simulated_shop_is_found_again() {
    let shop = Shop::open(31, 20_000, 700, 0.7, 20.0, Leaving::AfterRepeat(0.8, 2.4));
    let fit = GammaGamma::fit(&History::build(&shop.purchases(), Day(700))).unwrap();
    for i in 0..3 {
        let truth = [6.0, 4.0, 15.0][i];
        let z = (fit.parameters[i] - truth) / fit.quality.standard_errors[i];
        assert!(z.abs() < 3.5, "{} found for {truth}: {z} errors", fit.parameters[i]);
        assert!(fit.quality.standard_errors[i] < 0.25 * truth);
    }
}

/// ∫₀¹ f(p) dp by the tanh-sinh rule, which bears the ends of a beta density.
fn over_unit(f: impl Fn(f64, f64) -> f64) -> f64 {
    let step = 1.0 / 64.0;
    (-400..=400)
        .map(|k| {
            let s = f64::from(k) * step;
            let u = 0.5 * std::f64::consts::PI * s.sinh();
            // p and 1 − p, each to its own last digit.
            let (p, rest) = (1.0 / (1.0 + (-2.0 * u).exp()), 1.0 / (1.0 + (2.0 * u).exp()));
            let weight = std::f64::consts::PI * s.cosh() * p * rest;
            let value = weight * f(p, rest);
            if value.is_finite() { value } else { 0.0 }
        })
        .sum::<f64>()
        * step
}

/// Given that the customer is active, the chance to leave is beta(a, b + n) and the rate gamma(r + x, α + T); with rate λ and
/// chance p, purchases within t number (1 − e^(−λ p t))/p. No series, no hypergeometric function.
#[test]
fn series_agree_with_numerical_integration() {
    for (r, alpha, a, b) in
        [(0.243, 4.414, 0.793, 2.426), (0.3, 5.0, 1.0, 2.0), (1.5, 1.4, 0.4, 8.0), (2.0, 9.0, 3.5, 2.0)]
    {
        for (x, t_x, t) in [(0.0, 0.0, 3.0), (1.0, 1.71, 38.86), (4.0, 30.0, 38.0), (60.0, 51.0, 52.0)] {
            for weeks in [1.0, 13.0, 52.0, 500.0] {
                let customer = Record { x, t_x, t };
                let integral = |n: f64| {
                    let below = |p: f64, rest: f64| p.powf(a - 1.0) * rest.powf(b + n - 1.0);
                    let bought = |p: f64| -(-(r + x) * (p * weeks / (alpha + t)).ln_1p()).exp_m1() / p;
                    over_unit(|p, rest| below(p, rest) * bought(p)) / over_unit(below)
                };
                let bg = BgNbd { r, alpha, a, b };
                let mbg = MbgNbd { r, alpha, a, b };
                for (got, want) in [
                    (bg.expected_if_active(customer, weeks), integral(x)),
                    (mbg.expected_if_active(customer, weeks), integral(x + 1.0)),
                ] {
                    let off = ((got - want) / want).abs();
                    assert!(
                        off < 1e-9,
                        "{got} is not {want} at {r} {alpha} {a} {b}, {customer:?}, {weeks} weeks"
                    );
                }
            }
        }
    }
}

/// P(buy) rises with time, never above P(alive) nor above the expected number of purchases, and is that number when the
/// time is too short for two.
#[test]
fn p_buy_is_a_probability_that_grows() {
    fn check(model: impl Buying) {
        for customer in [
            Record { x: 0.0, t_x: 0.0, t: 38.86 },
            Record { x: 2.0, t_x: 30.0, t: 38.0 },
            Record { x: 40.0, t_x: 37.0, t: 38.0 },
        ] {
            let alive = model.p_alive(customer);
            let mut before = 0.0;
            for weeks in [1e-4, 0.1, 1.0, 10.0, 100.0, 1e4] {
                let now = model.p_buy(customer, weeks);
                let expected = model.expected(customer, weeks);
                assert!(now >= before && now <= alive && now <= expected, "{customer:?} {weeks}: {now}");
                before = now;
            }
            let short = 1e-6;
            assert!((model.p_buy(customer, short) / model.expected(customer, short) - 1.0).abs() < 1e-4);
        }
    }
    check(ParetoNbd { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 });
    check(BgNbd { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
    check(MbgNbd { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 });
}
