//! CDNOW: the figures of the papers and of independent implementations.

use std::sync::LazyLock;

use value_tiers::units::{Amount, Day};
use value_tiers::value::bg_nbd::BgNbd;
use value_tiers::value::buying::Buying;
use value_tiers::value::clv::Discount;
use value_tiers::value::fit::{Fitted, Status};
use value_tiers::value::gamma_gamma::GammaGamma;
use value_tiers::value::history::{History, Purchases};
use value_tiers::value::mbg_nbd::MbgNbd;
use value_tiers::value::pareto_nbd::ParetoNbd;

pub struct Log {
    starts: Vec<u32>,
    days: Vec<Day>,
    amounts: Vec<Amount>,
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
fn print() {
    let purchases = CDNOW.purchases();
    for day in ["1997-09-30", "1998-06-30"] {
        let got = value_tiers::value::models::value_customers(
            &purchases,
            Day::parse_iso(day).unwrap(),
            &value_tiers::value::models::Options::default(),
        );
        println!("{}", serde_json::to_string_pretty(&got).unwrap());
    }
}
