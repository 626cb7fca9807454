//! Every closed form against 50-digit arithmetic.

use serde_json::Value;
use value_tiers::value::bg_nbd::BgNbd;
use value_tiers::value::buying::Buying;
use value_tiers::value::gamma_gamma::GammaGamma;
use value_tiers::value::history::Record;
use value_tiers::value::mbg_nbd::MbgNbd;
use value_tiers::value::pareto_nbd::ParetoNbd;

const CASES: &str = include_str!("../data/golden_formulas.json");

fn number(value: &Value) -> f64 {
    match value {
        Value::String(text) => text.parse().unwrap(),
        other => other.as_f64().unwrap(),
    }
}

fn check<M: Buying>(name: &str, with: fn([f64; 4]) -> M) -> usize {
    let all: Value = serde_json::from_str(CASES).unwrap();
    let mut checked = 0;
    for case in all["cases"].as_array().unwrap().iter().filter(|c| c["model"] == name) {
        let parameters: Vec<f64> = case["params"].as_array().unwrap().iter().map(number).collect();
        let model = with(parameters.try_into().unwrap());
        let customer = Record { x: number(&case["x"]), t_x: number(&case["t_x"]), t: number(&case["T"]) };
        let weeks = number(&case["t"]);
        let results = [
            ("loglik", model.ln_likelihood(customer), 1e-12),
            ("palive", model.p_alive(customer), 1e-12),
            ("expected_purchases", model.expected(customer, weeks), 1e-10),
            ("p_buy_within_t", model.p_buy(customer, weeks), 1e-10),
        ];
        for (key, got, tolerance) in results {
            if case[key].is_null() {
                continue;
            }
            let want = number(&case[key]);
            let off = ((got - want) / want).abs();
            assert!(off <= tolerance, "{key} {got} is not {want} (off by {off:e}): {case}");
            checked += 1;
        }
    }
    checked
}

#[test]
fn bg_nbd() {
    assert_eq!(check("bgnbd", BgNbd::with), 4 * 62);
}

#[test]
fn mbg_nbd() {
    assert_eq!(check("mbgnbd", MbgNbd::with), 4 * 34);
}

#[test]
fn pareto_nbd() {
    assert_eq!(check("pnbd", ParetoNbd::with), 3 * 64);
}

#[test]
fn gamma_gamma() {
    let all: Value = serde_json::from_str(CASES).unwrap();
    let cases = all["gamma_gamma"].as_array().unwrap();
    assert_eq!(cases.len(), 12);
    for case in cases {
        let parameters: Vec<f64> = case["params"].as_array().unwrap().iter().map(number).collect();
        let model = GammaGamma::with(parameters.try_into().unwrap());
        let (x, m) = (number(&case["x"]), number(&case["m"]));
        let mut results = vec![
            ("expected_spend", model.expected(x, m), 1e-12),
            ("loglik", model.ln_likelihood(x, m), 1e-12),
        ];
        if model.q > 1.0 {
            results.push(("population_mean", model.population_mean(), 1e-12));
        }
        for (key, got, tolerance) in results {
            let want = number(&case[key]);
            let off = ((got - want) / want).abs();
            assert!(off <= tolerance, "{key} {got} is not {want} (off by {off:e}): {case}");
        }
    }
}
