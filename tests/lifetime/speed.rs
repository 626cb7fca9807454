//! How long it takes. Run: `cargo test --release --test lifetime_oracle speed -- --ignored --nocapture`

use std::time::Instant;

use value_tiers::units::Day;
use value_tiers::value::bg_nbd::BgNbd;
use value_tiers::value::buying::Buying;
use value_tiers::value::gamma_gamma::GammaGamma;
use value_tiers::value::history::History;
use value_tiers::value::mbg_nbd::MbgNbd;
use value_tiers::value::models::{Options, value_customers};
use value_tiers::value::pareto_nbd::ParetoNbd;

use crate::simulate::{Leaving, Shop};

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    println!("{what:<40} {:>8.1} ms", start.elapsed().as_secs_f64() * 1e3);
    result
}

#[test]
#[ignore = "a measurement, for release builds"]
fn speed_of_100_000_customers() {
    let shop = Shop::open(1, 100_000, 730, 0.25, 4.4, Leaving::AfterRepeat(0.8, 2.4));
    let purchases = shop.purchases();
    let history = timed("history", || History::build(&purchases, Day(730)));
    println!(
        "{} customers, {} patterns, {} repeats",
        history.len(),
        history.patterns.len(),
        history.repeats()
    );
    let bg = timed("BG/NBD fit", || BgNbd::fit(&history)).unwrap();
    timed("MBG/NBD fit", || MbgNbd::fit(&history));
    timed("Pareto/NBD fit", || ParetoNbd::fit(&history));
    timed("Gamma-Gamma fit", || GammaGamma::fit(&history));
    let model = BgNbd::with(bg.parameters);
    timed("BG/NBD expected purchases", || -> f64 {
        history.patterns.iter().map(|p| model.expected(p.record(), 52.0)).sum()
    });
    println!("evaluations {}", bg.quality.evaluations);
    let tested =
        timed("back-test", || value_tiers::value::back_test::back_test(&purchases, &history, Day(730), None));
    println!("chosen {:?}", tested.unwrap().report.model);
    let pareto = ParetoNbd::with(ParetoNbd::fit(&history).unwrap().parameters);
    timed("BG/NBD likelihood", || model.ln_likelihood_of(&history));
    timed("Pareto/NBD likelihood", || pareto.ln_likelihood_of(&history));
    timed("Pareto/NBD expected purchases", || -> f64 {
        history.patterns.iter().map(|p| pareto.expected(p.record(), 52.0)).sum()
    });
    let models = timed("everything, back-test included", || {
        value_customers(&purchases, Day(730), &Options::default())
    });
    assert_eq!(models.columns.p_buy.iter().flatten().count(), 100_000);
}
