//! CDNOW: the figures of the papers and of independent implementations.

use std::sync::LazyLock;

use value_tiers::units::{Amount, Day};
use value_tiers::value::baseline::{bought, same_rate};
use value_tiers::value::bg_nbd::BgNbd;
use value_tiers::value::buying::Buying;
use value_tiers::value::clv::Discount;
use value_tiers::value::fit::{Fitted, Search, Status};
use value_tiers::value::gamma_gamma::GammaGamma;
use value_tiers::value::history::{History, Past, Purchases, Record};
use value_tiers::value::interval::{Forecast, Quantity};
use value_tiers::value::mbg_nbd::MbgNbd;
use value_tiers::value::model::ModelId;
use value_tiers::value::models::{Options, value_customers, value_summary};
use value_tiers::value::pareto_nbd::ParetoNbd;
use value_tiers::value::score::{auc, score};
use value_tiers::value::verdict::Finding;

pub struct Log {
    pub starts: Vec<u32>,
    pub days: Vec<Day>,
    pub amounts: Vec<Amount>,
}

impl Log {
    pub fn purchases(&self) -> Purchases<'_> {
        Purchases { starts: &self.starts, days: &self.days, amounts: &self.amounts }
    }
}

/// The sample with purchases of one day merged.
pub static CDNOW: LazyLock<Log> = LazyLock::new(|| {
    let mut rows: Vec<(u32, Day, i64)> = include_str!("../data/cdnow_transactions.csv")
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let date: i32 = cells[2].parse().unwrap();
            let day = Day::from_ymd(date / 10_000, (date / 100 % 100) as u8, (date % 100) as u8).unwrap();
            let (whole, part) = cells[4].split_once('.').unwrap_or((cells[4], "0"));
            let micros =
                whole.parse::<i64>().unwrap() * 1_000_000 + format!("{part:0<6}").parse::<i64>().unwrap();
            (cells[1].parse().unwrap(), day, micros)
        })
        .collect();
    rows.sort();
    let mut log = Log { starts: vec![], days: vec![], amounts: vec![] };
    let mut last = None;
    for (customer, day, micros) in rows {
        if last == Some((customer, day)) {
            log.amounts.last_mut().unwrap().0 += micros;
            continue;
        }
        if last.map(|(c, _)| c) != Some(customer) {
            log.starts.push(log.days.len() as u32);
        }
        log.days.push(day);
        log.amounts.push(Amount(micros));
        last = Some((customer, day));
    }
    log.starts.push(log.days.len() as u32);
    log
});

/// Observed to the end of week 39, as in the papers.
pub static CALIBRATION: LazyLock<History> =
    LazyLock::new(|| History::build(&CDNOW.purchases(), Day::parse_iso("1997-09-30").unwrap()));

pub fn relative(what: &str, got: f64, want: f64, tolerance: f64) {
    assert!(((got - want) / want).abs() <= tolerance, "{what}: {got} is not {want}");
}

fn fitted<M: Buying>(
    with: fn([f64; 4]) -> M,
    fit: Option<Fitted<4>>,
    parameters: [f64; 4],
    ln_likelihood: f64,
    tolerance: f64,
) -> M {
    let fit = fit.unwrap();
    assert_eq!(fit.quality.status, Status::MaximumLikelihood);
    println!("{:?} {:?}", fit.parameters, fit.quality);
    let model = with(fit.parameters);
    relative("ln likelihood", model.ln_likelihood_of(&CALIBRATION), ln_likelihood, 1e-10);
    for (got, want) in fit.parameters.iter().zip(parameters) {
        relative("parameter", *got, want, tolerance);
    }
    model
}

#[test]
fn history_is_the_published_one() {
    assert_eq!((CALIBRATION.len(), CALIBRATION.repeaters(), CALIBRATION.repeats()), (2357, 946, 2457));
}

#[test]
fn bg_nbd_has_the_published_maximum() {
    let model: BgNbd = fitted(
        BgNbd::with,
        BgNbd::fit(&CALIBRATION),
        [0.2425945, 4.4136019, 0.7929220, 2.4259067],
        -9582.429207,
        2e-7,
    );
    let total: f64 = CALIBRATION.weighted().map(|(p, w)| w * model.expected(p.record(), 39.0)).sum();
    relative("purchases in the next 39 weeks", total, 1653.409, 1e-6);
    let alive: f64 = CALIBRATION.weighted().map(|(p, w)| w * model.p_alive(p.record())).sum();
    relative("customers alive", alive, 1917.277, 1e-6);
}

#[test]
fn mbg_nbd_has_the_published_maximum() {
    let model: MbgNbd = fitted(
        MbgNbd::with,
        MbgNbd::fit(&CALIBRATION),
        [0.5248431, 6.1830851, 0.8913594, 1.6140024],
        -9582.135716,
        2e-7,
    );
    let total: f64 = CALIBRATION.weighted().map(|(p, w)| w * model.expected(p.record(), 39.0)).sum();
    relative("purchases in the next 39 weeks", total, 1576.728, 1e-6);
    let alive: f64 = CALIBRATION.weighted().map(|(p, w)| w * model.p_alive(p.record())).sum();
    relative("customers alive", alive, 1057.636, 1e-6);
}

#[test]
fn pareto_nbd_has_the_published_maximum() {
    let model = fitted(
        ParetoNbd::with,
        ParetoNbd::fit(&CALIBRATION),
        [0.5532770, 10.577683, 0.6062398, 11.668731],
        -9594.976179,
        1e-6,
    );
    let total: f64 = CALIBRATION.weighted().map(|(p, w)| w * model.expected(p.record(), 39.0)).sum();
    relative("purchases in the next 39 weeks", total, 1665.513, 1e-6);
    let alive: f64 = CALIBRATION.weighted().map(|(p, w)| w * model.p_alive(p.record())).sum();
    relative("customers alive", alive, 1051.875, 1e-6);
}

fn spend_model() -> GammaGamma {
    let fit = GammaGamma::fit(&CALIBRATION).unwrap();
    println!("Gamma-Gamma {:?} {:?}", fit.parameters, fit.quality);
    assert_eq!(fit.quality.status, Status::MaximumLikelihood);
    GammaGamma::with(fit.parameters)
}

#[test]
fn gamma_gamma_has_the_published_maximum() {
    let model = spend_model();
    assert_eq!(CALIBRATION.spend.iter().flatten().count(), 946);
    relative("ln likelihood", model.ln_likelihood_of(&CALIBRATION), -4055.917695, 1e-9);
    for (got, want) in [model.p, model.q, model.v].iter().zip([6.2495715, 3.7442243, 15.443521]) {
        relative("Gamma-Gamma", *got, want, 1e-6);
    }
    let spend: f64 = (0..CALIBRATION.len())
        .map(|i| match CALIBRATION.spend[i] {
            Some(m) => model.expected(f64::from(CALIBRATION.paid[i]), m),
            None => model.population_mean(),
        })
        .sum();
    relative("sum of expected spend", spend, 83_089.61, 1e-6);
}

fn value<M: Buying>(model: &M, discount: Discount) -> f64 {
    let spend = spend_model();
    (0..CALIBRATION.len())
        .map(|i| {
            let m = CALIBRATION.spend[i].unwrap_or(0.0);
            let each = spend.expected(f64::from(CALIBRATION.paid[i]), m);
            each * discount.purchases(model, CALIBRATION.of(i).record())
        })
        .sum()
}

#[test]
fn lifetime_value_is_that_of_the_reference_implementations() {
    let bg = BgNbd::with(BgNbd::fit(&CALIBRATION).unwrap().parameters);
    let mbg = MbgNbd::with(MbgNbd::fit(&CALIBRATION).unwrap().parameters);
    let pareto = ParetoNbd::with(ParetoNbd::fit(&CALIBRATION).unwrap().parameters);
    // One percent a month, which is 12.68 % a year.
    let year = |per_month: f64| Discount::monthly(12, libm::pow(1.0 + per_month, 12.0) - 1.0);
    relative("BG/NBD, 1 % a month", value(&bg, year(0.01)), 71_507.95, 1e-6);
    relative("MBG/NBD, 1 % a month", value(&mbg, year(0.01)), 67_774.14, 1e-6);
    relative("Pareto/NBD, 1 % a month", value(&pareto, year(0.01)), 72_315.61, 1e-6);
    relative("BG/NBD, undiscounted", value(&bg, year(0.0)), 75_870.05, 1e-6);
    let weekly = Discount { periods: 52, weeks: 1.0, rate: libm::pow(1.01, 12.0 / 52.0) - 1.0 };
    relative("BG/NBD, 52 weeks", value(&bg, weekly), 71_630.81, 1e-6);
    let months_of_30_days = Discount { periods: 12, weeks: 30.0 / 7.0, rate: 0.01 };
    relative("BG/NBD, months of 30 days", value(&bg, months_of_30_days), 70_726.72, 1e-6);
}

#[test]
fn standard_errors_are_those_of_other_implementations() {
    let fit = BgNbd::fit(&CALIBRATION).unwrap();
    // models of the same data in R's CLVTools: .0126 .378 .186 .705
    for (got, want) in fit.quality.standard_errors.iter().zip([0.0126, 0.378, 0.186, 0.705]) {
        relative("standard error", *got, want, 5e-3);
    }
    for (i, row) in fit.quality.correlations.iter().enumerate() {
        assert!((row[i] - 1.0).abs() < 1e-12 && row.iter().all(|c| c.abs() <= 1.0 + 1e-12));
    }
}

/// Purchases in the 39 weeks after the calibration.
fn next_39_weeks() -> Vec<f64> {
    let split = Day::parse_iso("1997-09-30").unwrap();
    let orders = bought(&CDNOW.purchases(), &CALIBRATION, split, Day(split.0 + 39 * 7));
    orders.iter().map(|(count, _)| *count).collect()
}

#[test]
fn expectations_by_frequency_are_the_papers() {
    let actual = next_39_weeks();
    assert_eq!(actual.iter().sum::<f64>(), 1882.0);
    let models = [
        (ModelId::BgNbd, [0.225, 0.523, 1.044, 1.520, 2.164, 2.654, 3.504, 6.157], (0.785, 1.608), -0.121),
        (ModelId::MbgNbd, [0.185, 0.551, 1.049, 1.493, 2.104, 2.564, 3.361, 5.849], (0.765, 1.607), -0.162),
        (
            ModelId::ParetoNbd,
            [0.138, 0.599, 1.196, 1.714, 2.398, 2.907, 3.819, 6.403],
            (0.755, 1.603),
            -0.115,
        ),
    ];
    for (id, buckets, (absolute, squared), total) in models {
        let (model, _) = id.fit(&CALIBRATION, None, Search::default()).unwrap();
        let predicted: Vec<f64> =
            (0..CALIBRATION.len()).map(|i| model.expected(CALIBRATION.of(i).record(), 39.0)).collect();
        for (frequency, want) in buckets.iter().enumerate() {
            let members: Vec<usize> = (0..CALIBRATION.len())
                .filter(|i| CALIBRATION.of(*i).repeats.min(7) as usize == frequency)
                .collect();
            let mean = members.iter().map(|i| predicted[*i]).sum::<f64>() / members.len() as f64;
            assert!((mean - want).abs() < 6e-4, "{id:?} {frequency}: {mean} is not {want}");
        }
        let got = score(&predicted, &actual).unwrap();
        assert!((got.mean_absolute_error - absolute).abs() < 6e-4, "{got:?}");
        assert!((got.root_mean_squared_error - squared).abs() < 6e-4, "{got:?}");
        assert!((got.total_error - total).abs() < 6e-4, "{got:?}");
    }
}

/// Why P(alive) is not a score of risk, and what simple rules reach.
#[test]
fn rankings_are_the_published_ones() {
    let actual = next_39_weeks();
    let bg = BgNbd::with(BgNbd::fit(&CALIBRATION).unwrap().parameters);
    let by = |value: &dyn Fn(Record) -> f64| -> Vec<f64> {
        (0..CALIBRATION.len()).map(|i| value(CALIBRATION.of(i).record())).collect()
    };
    let alive = by(&|c| bg.p_alive(c));
    let buy = by(&|c| bg.p_buy(c, 39.0));
    let orders = by(&|c| bg.expected(c, 39.0));
    let silence = by(&|c| c.t_x - c.t);
    for (what, ranking, want) in [
        ("P(alive)", &alive, 0.316),
        ("P(buy)", &buy, 0.757),
        ("orders", &orders, 0.773),
        ("silence", &silence, 0.771),
    ] {
        let got = auc(ranking, &actual).unwrap();
        assert!((got - want).abs() < 6e-4, "{what}: {got} is not {want}");
    }
    let brier = |p: &[f64]| {
        p.iter().zip(&actual).map(|(p, a)| (p - f64::from(u8::from(*a > 0.0))).powi(2)).sum::<f64>() / 2357.0
    };
    assert!((brier(&alive) - 0.608).abs() < 6e-4);
    assert!((brier(&buy) - 0.161).abs() < 6e-4);
    let naive = score(&by(&|c| same_rate(c, 39.0)), &actual).unwrap();
    assert!((naive.total_error - 0.557).abs() < 6e-4 && (naive.mean_absolute_error - 1.024).abs() < 6e-4);
}

/// What everybody was expected to buy from the first purchase to week 78: nothing of the customers' later doings is used.
#[test]
fn cumulative_purchases_are_the_papers() {
    let end = Day::parse_iso("1997-01-01").unwrap().0 + 78 * 7;
    let weeks: Vec<f64> = (0..CALIBRATION.len())
        .map(|i| f64::from(end) - f64::from(CDNOW.days[CDNOW.starts[i] as usize].0))
        .map(|days| days / 7.0)
        .collect();
    for (id, want) in [(ModelId::BgNbd, 4165.7), (ModelId::MbgNbd, 4054.6), (ModelId::ParetoNbd, 4275.4)] {
        let (model, _) = id.fit(&CALIBRATION, None, Search::default()).unwrap();
        let total: f64 = weeks.iter().map(|w| model.expected_of_new(*w)).sum();
        relative("repeat purchases to week 78", total, want, 2e-5);
    }
}

#[test]
fn the_unit_of_time_changes_nothing_but_the_unit() {
    let bg = BgNbd::with(BgNbd::fit(&CALIBRATION).unwrap().parameters);
    let in_days = BgNbd { alpha: bg.alpha * 7.0, ..bg };
    let shift: f64 = CALIBRATION
        .weighted()
        .map(|(p, w)| {
            let Record { x, t_x, t } = p.record();
            w * (in_days.ln_likelihood(Record { x, t_x: t_x * 7.0, t: t * 7.0 })
                - bg.ln_likelihood(p.record()))
        })
        .sum();
    relative("ln likelihood in days", shift, -4781.1012, 1e-8);
}

#[test]
fn the_entry_reports_the_published_fits_and_proves_them() {
    let day = Day::parse_iso("1997-09-30").unwrap();
    let models = value_customers(&CDNOW.purchases(), day, &Options::default());
    relative("b", models.bg_nbd.as_ref().unwrap().b, 2.4259067, 1e-6);
    relative("a", models.mbg_nbd.as_ref().unwrap().a, 0.8913594, 1e-6);
    relative("s", models.pareto_nbd.as_ref().unwrap().s, 0.6062398, 1e-6);
    relative("q", models.gamma_gamma.as_ref().unwrap().q, 3.7442243, 1e-6);
    let json = serde_json::to_value(&models).unwrap();
    for (path, want) in [
        ("/bg_nbd/unit", "\"week\""),
        ("/bg_nbd/quality/status", "\"maximum-likelihood\""),
        ("/spend", "\"gamma-gamma\""),
        ("/trusted", "true"),
        ("/back_test/split", "\"1997-07-08\""),
    ] {
        assert_eq!(json.pointer(path).unwrap().to_string(), want, "{path}");
    }

    let test = models.back_test.as_ref().unwrap();
    assert_eq!(Some(test.model), models.chosen);
    assert_eq!(test.candidates[0].behind, 0.0);
    assert!(test.candidates.windows(2).all(|c| c[0].held_out_log_likelihood >= c[1].held_out_log_likelihood));
    assert_eq!(test.rivals.len(), 4);
    assert_eq!(test.by_frequency.iter().map(|b| b.customers).sum::<u64>(), test.customers);
    assert_eq!(test.by_decile.iter().map(|b| b.customers).sum::<u64>(), test.customers);
    assert_eq!(test.p_buy.bins.iter().map(|b| b.customers).sum::<u64>(), test.customers);
    let last = test.weeks.last().unwrap();
    assert_eq!((last.until, last.actual), (day, test.actual_orders));
    relative("last point of the running total", last.predicted, test.orders.predicted, 1e-9);

    let columns = &models.columns;
    let sum: f64 = columns.expected_value.iter().flatten().sum();
    relative("total value", models.value.unwrap().expected, sum, 1e-12);
    assert_eq!(columns.p_buy.iter().flatten().count(), 2357);
    let year: f64 = columns.expected_orders.iter().flatten().sum();
    relative("orders of a year", models.outlook[1].orders.expected, year, 1e-9);
}

#[test]
fn margin_and_discount_scale_the_value() {
    let day = Day::parse_iso("1997-09-30").unwrap();
    let value = |options: Options| value_customers(&CDNOW.purchases(), day, &options).value.unwrap();
    let plain = Options { discount_per_year: 0.0, ..Options::default() };
    let (full, third) = (value(plain), value(Options { margin: Some(0.3), ..plain }));
    relative("margin", third.expected, 0.3 * full.expected, 1e-12);
    relative("margin of the band", third.high, 0.3 * full.high, 1e-12);
    assert!(value(Options::default()).expected < full.expected);
}

/// The delta method against the published standard deviation of the 39-week total, 74.4 (bootstrap: 76.3).
#[test]
fn the_band_of_parameters_is_the_published_one() {
    let (model, fitted) = ModelId::BgNbd.fit(&CALIBRATION, None, Search::default()).unwrap();
    let forecast = Forecast::new(CALIBRATION.clone(), model, fitted, None, None);
    let all = forecast.ahead(39.0);
    let band = all.total(Quantity::Orders, |_| true);
    relative("deviation of the total", band.parameter_deviation.unwrap(), 74.4, 2e-3);
    // Parts have wider bands, relative to their size, than the whole.
    let part = all.total(Quantity::Orders, |i| i % 10 == 0);
    assert!((part.high - part.low) / part.expected > (band.high - band.low) / band.expected);
}

/// A table of customers with x, t_x, T and m, and no purchases: the same fits and the same value, and no claim to trust.
#[test]
fn a_summary_gives_the_same_value() {
    let each: Vec<_> = (0..CALIBRATION.len()).map(|i| CALIBRATION.of(i)).collect();
    let history = History::from_patterns(CALIBRATION.customers.clone(), &each, CALIBRATION.spend.clone());
    let got = value_summary(Past { history, paid: Vec::new() }, 2357, &Options::default());
    relative("r", got.bg_nbd.as_ref().unwrap().r, 0.2425945, 1e-6);
    relative("p", got.gamma_gamma.as_ref().unwrap().p, 6.2495715, 1e-6);
    assert!(!got.trusted && got.why[0].code == Finding::NoBackTest);
    assert_eq!(got.columns.expected_value.iter().flatten().count(), 2357);
}

#[test]
fn totals_of_segments_add_up() {
    let day = Day::parse_iso("1998-06-30").unwrap();
    let models = value_customers(&CDNOW.purchases(), day, &Options::default());
    let ahead = models.forecast.as_ref().unwrap().ahead(52.14);
    let all = models.outlook[1].revenue.unwrap();
    let parts: Vec<_> = (0..3).map(|k| ahead.total(Quantity::Revenue, |c| c % 3 == k)).collect();
    relative("sum of segments", parts.iter().map(|p| p.expected).sum(), all.expected, 1e-9);
    for part in parts {
        assert!(
            part.low < part.expected
                && part.expected < part.high
                && part.chance_deviation < all.chance_deviation
        );
    }
}
