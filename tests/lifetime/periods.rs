//! BG/BB: the donations of Fader, Hardie and Shang (2010), table 2 and its estimates.

use value_tiers::units::{Amount, Day};
use value_tiers::value::bg_bb::{BgBb, period};
use value_tiers::value::buying::Buying;
use value_tiers::value::fit::Status;
use value_tiers::value::history::{History, Pattern, Purchases, Record};
use value_tiers::value::model::ModelId;
use value_tiers::value::models::{Options, value_customers};
use value_tiers::value::verdict::Finding;

use crate::cdnow::{CDNOW, relative};
use crate::simulate::Random;

/// x, t_x, donors: 11,104 who first gave in 1995, and the six years after.
const DONORS: [(u32, u32, usize); 22] = [
    (6, 6, 1203),
    (5, 6, 728),
    (4, 6, 512),
    (3, 6, 357),
    (2, 6, 234),
    (1, 6, 129),
    (5, 5, 335),
    (4, 5, 284),
    (3, 5, 225),
    (2, 5, 173),
    (1, 5, 119),
    (4, 4, 240),
    (3, 4, 181),
    (2, 4, 155),
    (1, 4, 78),
    (3, 3, 322),
    (2, 3, 255),
    (1, 3, 129),
    (2, 2, 613),
    (1, 2, 277),
    (1, 1, 1091),
    (0, 0, 3464),
];

/// One period is one week here, so that days are sevenths.
fn donors() -> History {
    let each: Vec<Pattern> = DONORS
        .iter()
        .flat_map(|(x, t_x, n)| vec![Pattern { repeats: *x, recency: t_x * 7, age: 42 }; *n])
        .collect();
    History::from_patterns((0..each.len() as u32).collect(), &each, vec![None; each.len()])
}

#[test]
fn donations_have_the_published_maximum() {
    let history = donors();
    assert_eq!(history.len(), 11_104);
    let fit = BgBb::fit(&history, 1.0).unwrap();
    assert_eq!(fit.quality.status, Status::MaximumLikelihood);
    println!("{fit:?}");
    for (got, want) in fit.parameters.iter().zip([1.2035, 0.7497, 0.6567, 2.7834]) {
        relative("BG/BB", *got, want, 1e-4);
    }
    let model = BgBb::with(fit.parameters, 1.0);
    relative("ln likelihood", model.ln_likelihood_of(&history), -33225.6, 2e-6);
    // Expected donations in the five years to come, by what was seen in six: the corners of the paper's table 4.
    for (x, t_x, want) in [(6.0, 6.0, 3.75), (0.0, 0.0, 0.07)] {
        let got = model.expected(Record { x, t_x, t: 6.0 }, 5.0);
        assert!((got - want).abs() < 0.005, "{got} is not {want}");
    }
}

/// Plays periods, and compares customers alike with what the model expects of them.
#[test]
fn customers_alike_go_on_as_expected() {
    let model = BgBb::with([1.2, 0.75, 0.66, 2.8], 1.0);
    let (n, ahead) = (6, 5);
    let mut random = Random::seeded(41);
    let mut sums = [[0.0_f64; 5]; 3];
    let groups = [(0, 0), (2, 4), (5, 6)];
    for _ in 0..300_000 {
        let (buy, leave) = (random.beta(1.2, 0.75), random.beta(0.66, 2.8));
        let (mut x, mut t_x, mut next, mut active) = (0, 0, 0.0, true);
        for period in 1..=n + ahead {
            active = active && random.uniform() >= leave;
            if active && random.uniform() < buy {
                if period <= n {
                    (x, t_x) = (x + 1, period);
                } else {
                    next += 1.0;
                }
            }
        }
        for (group, sum) in groups.iter().zip(&mut sums) {
            if (x, t_x) == *group {
                let customer = Record { x: f64::from(x), t_x: f64::from(t_x), t: f64::from(n) };
                let off = next - model.expected(customer, f64::from(ahead));
                let missed = f64::from(u8::from(next > 0.0)) - model.p_buy(customer, f64::from(ahead));
                for (slot, value) in sum.iter_mut().zip([1.0, off, off * off, missed, missed * missed]) {
                    *slot += value;
                }
            }
        }
    }
    for (group, [count, off, squared, missed, missed_squared]) in groups.iter().zip(sums) {
        assert!(count > 1000.0);
        assert!((off / squared.sqrt()).abs() < 4.0, "{group:?}: {}", off / squared.sqrt());
        assert!(
            (missed / missed_squared.sqrt()).abs() < 4.0,
            "{group:?}: {}",
            missed / missed_squared.sqrt()
        );
    }
}

/// All sequences of a short observation have probabilities that add up to 1: C(t_x − 1, x − 1) sequences share one (x, t_x).
#[test]
fn probabilities_add_up() {
    let model = BgBb::with([1.2, 0.75, 0.66, 2.8], 1.0);
    let choose = |n: u32, k: u32| (0..k).fold(1.0, |c, i| c * f64::from(n - i) / f64::from(i + 1));
    let p =
        |x: u32, t_x: u32| model.ln_likelihood(Record { x: f64::from(x), t_x: f64::from(t_x), t: 6.0 }).exp();
    let mut sum = p(0, 0);
    for t_x in 1..=6 {
        for x in 1..=t_x {
            sum += choose(t_x - 1, x - 1) * p(x, t_x);
        }
    }
    relative("sum", sum, 1.0, 1e-12);
}

#[test]
fn periods_are_seen_where_there_are_some() {
    let month_starts: Vec<i32> =
        (0..14).map(|m| Day::from_ymd(2023 + m / 12, (m % 12 + 1) as u8, 1).unwrap().0).collect();
    for (days, want) in [
        (month_starts, Some(30.42 / 7.0)),
        ((0..20).map(|k| k * 7).collect(), Some(1.0)),
        ((0..20).filter(|k| k % 5 != 3).map(|k| k * 7).collect(), Some(1.0)),
        ((0..20).map(|k| k * 3).collect(), None),
        (vec![0, 7, 14], None),
        (vec![0, 10, 25, 33, 60, 71, 90], None),
    ] {
        let amounts = vec![Amount(1_000_000); days.len()];
        let log: Vec<Day> = days.iter().map(|d| Day(*d)).collect();
        let purchases = Purchases { starts: &[0, log.len() as u32], days: &log, amounts: &amounts };
        match (period(&purchases, Day(100_000)), want) {
            (Some(got), Some(want)) => assert!((got - want).abs() < 0.02, "{got} is not {want}"),
            (got, want) => assert_eq!(got, want, "{days:?}"),
        }
    }
    assert_eq!(period(&CDNOW.purchases(), Day(100_000)), None);
}

/// A shop that sells on the first of the month: BG/BB is chosen, and what it predicts beats the simple rules.
#[test]
fn a_monthly_shop_is_valued_by_periods() {
    let firsts: Vec<Day> =
        (0..30).map(|m| Day::from_ymd(2022 + m / 12, (m % 12 + 1) as u8, 1).unwrap()).collect();
    let mut random = Random::seeded(51);
    let (mut starts, mut days, mut amounts) = (vec![0], vec![], vec![]);
    for _ in 0..1500 {
        let (buy, leave) = (random.beta(1.2, 1.5), random.beta(0.7, 6.0));
        let first = (random.uniform() * 20.0) as usize;
        let mut active = true;
        for (k, day) in firsts[first..].iter().enumerate() {
            active = active && (k == 0 || random.uniform() >= leave);
            if k == 0 || active && random.uniform() < buy {
                days.push(*day);
                amounts.push(Amount(10_000 * (1000.0 + 3000.0 * random.gamma(2.0)) as i64));
            }
        }
        starts.push(days.len() as u32);
    }
    let purchases = Purchases { starts: &starts, days: &days, amounts: &amounts };
    let as_of = Day(firsts[29].0 + 20);
    let models = value_customers(&purchases, as_of, &Options::default());
    assert_eq!(models.chosen, Some(ModelId::BgBb));
    let fit = models.bg_bb.as_ref().unwrap();
    relative("weeks in a month", fit.period, 365.25 / 12.0 / 7.0, 5e-3);
    for (i, (got, truth)) in
        [(fit.alpha, 1.2), (fit.beta, 1.5), (fit.gamma, 0.7), (fit.delta, 6.0)].iter().enumerate()
    {
        let z = (got - truth) / fit.quality.standard_errors[i];
        assert!(z.abs() < 3.5, "{got} for {truth}: {z} errors");
    }
    assert!(models.why.iter().any(|reason| reason.code == Finding::Periodic));
    let test = models.back_test.as_ref().unwrap();
    assert!(test.beats_baselines && test.orders.total_error.abs() < 0.1, "{:?}", test.orders);
}
