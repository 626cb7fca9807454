//! Measurements behind the limits and the priors.

use value_tiers::units::Day;
use value_tiers::value::buying::Buying;
use value_tiers::value::fit::{Search, Status};
use value_tiers::value::history::{History, Purchases};
use value_tiers::value::model::ModelId;
use value_tiers::value::models::{Options, value_customers};

use crate::cdnow::{CDNOW, Log};
use crate::simulate::Random;

/// A random part of CDNOW.
fn sample(random: &mut Random, n: usize) -> Log {
    let mut order: Vec<usize> = (0..2357).collect();
    let mut log = Log { starts: vec![0], days: vec![], amounts: vec![] };
    for k in 0..n {
        let other = k + (random.uniform() * (2357 - k) as f64) as usize;
        order.swap(k, other);
        let range = CDNOW.starts[order[k]] as usize..CDNOW.starts[order[k] + 1] as usize;
        log.days.extend_from_slice(&CDNOW.days[range.clone()]);
        log.amounts.extend_from_slice(&CDNOW.amounts[range]);
        log.starts.push(log.days.len() as u32);
    }
    log
}

fn orders_after(purchases: &Purchases, split: i32, to: i32) -> f64 {
    let history = History::build(purchases, Day(split));
    value_tiers::value::baseline::bought(purchases, &history, Day(split), Day(to)).iter().map(|b| b.0).sum()
}

#[test]
#[ignore = "a measurement"]
fn study_of_small_files() {
    let split = Day::parse_iso("1997-09-30").unwrap();
    for n in [30, 50, 100, 200, 500] {
        for id in ModelId::ALL {
            let mut random = Random::seeded(99);
            let (mut regularised, mut none) = (0, 0);
            let (mut errors, mut errors_regularised) = (vec![], vec![]);
            for _ in 0..100 {
                let log = sample(&mut random, n);
                let history = History::build(&log.purchases(), split);
                let actual = orders_after(&log.purchases(), split.0, split.0 + 273);
                let Some((model, fit)) = id.fit(&history, None, Search::default()) else {
                    none += 1;
                    continue;
                };
                let total: f64 = history.weighted().map(|(p, w)| w * model.expected(p.record(), 39.0)).sum();
                let error = (total / actual.max(1.0) - 1.0).abs();
                errors.push(error);
                if fit.quality.status == Status::Regularised {
                    regularised += 1;
                    errors_regularised.push(error);
                }
            }
            let median = |v: &mut Vec<f64>| {
                v.sort_by(f64::total_cmp);
                v.get(v.len() / 2).copied().unwrap_or(f64::NAN)
            };
            println!(
                "n {n:4} {id:?}: no fit {none}, regularised {regularised}, median |error| {:.3}, of the regularised {:.3}, worst {:.2}",
                median(&mut errors),
                median(&mut errors_regularised),
                errors.last().copied().unwrap_or(0.0)
            );
        }
    }
}

#[test]
#[ignore = "a measurement"]
fn study_of_bands() {
    let mut random = Random::seeded(5);
    for (ahead, months) in [(91, 0), (273, 1)] {
        for n in [2357, 500, 200] {
            let (mut inside, mut all, mut narrow) = (0, 0, 0);
            let mut widths = vec![];
            let repeats = if n == 2357 { 1 } else { 12 };
            for _ in 0..repeats {
                let log = if n == 2357 { sample(&mut random, 2357) } else { sample(&mut random, n) };
                let mut day = Day::parse_iso("1997-06-30").unwrap().0;
                while day + ahead <= Day::parse_iso("1998-06-30").unwrap().0 {
                    let models = value_customers(
                        &log.purchases(),
                        Day(day),
                        &Options { months: 9, ..Options::default() },
                    );
                    if let Some(outlook) = models.outlook.get(months) {
                        let actual = orders_after(&log.purchases(), day, day + ahead);
                        let band = outlook.orders;
                        // 9 months are 39.1 weeks; 3 months 13.0.
                        let scale = if months == 1 {
                            models.columns.expected_orders.iter().flatten().sum::<f64>() / band.expected
                        } else {
                            1.0
                        };
                        let half = 0.5 * (band.high - band.low) * scale;
                        let expected = band.expected * scale;
                        all += 1;
                        inside += i32::from((actual - expected).abs() <= half);
                        narrow += i32::from(
                            (actual - expected).abs()
                                <= 1.96
                                    * (band.parameter_deviation.unwrap_or(0.0).powi(2)
                                        + band.chance_deviation.powi(2))
                                    .sqrt()
                                    * scale,
                        );
                        widths.push(half / expected);
                        if n == 2357 {
                            println!(
                                "{} {ahead}: expected {expected:.0} ± {half:.0}, actual {actual} bt {:?}",
                                Day(day),
                                band.model_deviation
                            );
                        }
                    }
                    day += 28;
                }
            }
            widths.sort_by(f64::total_cmp);
            println!(
                "n {n} ahead {ahead}: inside {inside} of {all}, without the back-test {narrow}; median half width {:.2}",
                widths[widths.len() / 2]
            );
        }
    }
}
