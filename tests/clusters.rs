//! Clusters: known structure is found, its absence is said, order of rows changes nothing, and every figure is compared with
//! one from elsewhere.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod common;

use std::fmt::Write;

use common::{data, run};
use value_tiers::query::CustomerQuery;
use value_tiers::random::Random;
use value_tiers::segments::clustering::{Clustering, FIT_SAMPLE, Structure, space};
use value_tiers::segments::features::{FeatureId, FeatureRefusal};
use value_tiers::segments::{choose, kmeans};
use value_tiers::session::Session;
use value_tiers::settings::{Formats, Settings, Shape};
use value_tiers::units::Day;

/// Names of the columns of [`table`].
const COLUMNS: [&str; 3] = ["height", "width", "depth"];

/// A customer table of up to three numbers.
fn table(rows: &[Vec<f64>]) -> Vec<u8> {
    let width = rows.first().map_or(0, Vec::len);
    let mut text = String::from("customer_id,total_spent");
    COLUMNS[..width].iter().for_each(|name| write!(text, ",{name}").unwrap());
    text.push('\n');
    for (i, row) in rows.iter().enumerate() {
        write!(text, "c{i:06},{}.50", 20 + i % 9).unwrap();
        row.iter().for_each(|value| write!(text, ",{value:.6}").unwrap());
        text.push('\n');
    }
    text.into_bytes()
}

/// Settings that cluster by the columns of [`table`] alone.
fn by_columns(width: usize) -> Settings {
    let names: Vec<String> = COLUMNS[..width].iter().map(|name| (*name).to_string()).collect();
    let features = names.iter().map(|name| format!("as_is:{name}")).collect();
    Settings {
        features: Some(features),
        attributes: Some(names),
        formats: Formats { shape: Some(Shape::Customers), ..Formats::default() },
        models: false,
        ..Settings::default()
    }
}

fn clustered(bytes: &[u8], settings: &Settings) -> (Session, Clustering) {
    let (mut session, _) = run(bytes, settings).unwrap();
    // Nobody has a cluster until they are asked for.
    let query = CustomerQuery { cluster: Some(1), ..CustomerQuery::default() };
    assert_eq!(session.customers(&query).unwrap().total, 0);
    let clusters = session.clusters().unwrap();
    (session, clusters)
}

fn labels(session: &Session) -> Vec<u8> {
    session.analysis().unwrap().clusters.clone().unwrap()
}

/// A mixture of `groups` normal groups, and which customer is of which.
fn mixture(groups: usize, each: usize, width: usize, apart: f64, seed: u64) -> (Vec<Vec<f64>>, Vec<u8>) {
    let mut random = Random::new(seed);
    let mut centres: Vec<Vec<f64>> = Vec::new();
    while centres.len() < groups {
        let centre: Vec<f64> = (0..width).map(|_| apart * 2.5 * (random.unit() - 0.5)).collect();
        let far = |other: &Vec<f64>| {
            other.iter().zip(&centre).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt() >= apart
        };
        if centres.iter().all(far) {
            centres.push(centre);
        }
    }
    let truth: Vec<u8> = (0..groups * each).map(|i| (i % groups) as u8).collect();
    let rows = truth.iter().map(|&g| centres[usize::from(g)].iter().map(|c| c + random.normal()).collect());
    (rows.collect(), truth)
}

#[test]
fn three_to_eight_true_groups_are_found() {
    for groups in 3..=8 {
        for seed in [1, 2] {
            let (rows, truth) = mixture(groups, 120, 3, 7.0, 10 * groups as u64 + seed);
            let (session, found) = clustered(&table(&rows), &by_columns(3));
            let index = kmeans::adjusted_rand(&labels(&session), &truth);
            println!("{groups} groups, seed {seed}: k {}, adjusted Rand index {index:.3}", found.k);
            assert_eq!(found.k as usize, groups, "seed {seed}");
            assert!(index > 0.97, "{groups} groups, seed {seed}: {index}");
            assert_eq!(found.structure, Structure::Clear);
            let tree = found.tree.unwrap();
            // Three questions along the axes don't part every two balls.
            assert!(tree.accuracy > tree.largest + 0.3, "{tree:?}");
        }
    }
}

#[test]
fn the_absence_of_groups_is_said() {
    let drawn = |each: &dyn Fn(&mut Random) -> Vec<f64>, seed: u64| {
        let mut random = Random::new(seed);
        (0..1_000).map(|_| each(&mut random)).collect::<Vec<Vec<f64>>>()
    };
    type Draw = fn(&mut Random) -> Vec<f64>;
    let cases: [(&str, Draw); 5] = [
        ("uniform noise", |r| (0..3).map(|_| r.unit()).collect()),
        ("uniform noise, flat", |r| vec![r.unit(), r.unit()]),
        ("one blob", |r| (0..3).map(|_| r.normal()).collect()),
        ("one long blob", |r| {
            let long = 3.0 * r.normal();
            vec![long + r.normal(), long + r.normal(), -long + r.normal()]
        }),
        ("one skewed blob", |r| vec![(0.8 * r.normal()).exp(), (0.8 * r.normal()).exp(), r.normal()]),
    ];
    for (name, each) in cases {
        for seed in 1..=2 {
            let rows = drawn(&each, seed);
            let (_, found) = clustered(&table(&rows), &by_columns(rows[0].len()));
            println!("{name} {seed}: k {} {:.3} against {:.3}", found.k, found.silhouette, found.reference);
            assert_eq!(found.structure, Structure::Absent, "{name} {seed}: {:?}", found.tried);
            // They are shown all the same, as slices.
            assert!(found.k >= 3 && found.members.len() == found.k as usize);
        }
    }
}

#[test]
fn words_dealt_at_random_are_no_groups_and_words_that_go_together_are() {
    let mut random = Random::new(5);
    let mut random_words = String::from("customer_id,total_spent,plan,region,device\n");
    let mut together = random_words.clone();
    for i in 0..1_200 {
        let pick = |random: &mut Random| ["a", "b", "c"][random.below(3)];
        let (x, y, z) = (pick(&mut random), pick(&mut random), pick(&mut random));
        writeln!(random_words, "c{i:05},{}.5,{x},{y},{z}", 20 + i % 9).unwrap();
        let (x, other) = (["a", "b", "c"][i % 3], random.unit() < 0.05);
        let z = if other { z } else { x };
        writeln!(together, "c{i:05},{}.5,{x},{x},{z}", 20 + i % 9).unwrap();
    }
    let names = ["plan", "region", "device"].map(String::from);
    let features = ["as_is:plan", "main:region", "as_is:region", "as_is:device"].map(String::from);
    let settings = Settings {
        features: Some(features.to_vec()),
        attributes: Some(names.to_vec()),
        models: false,
        ..Settings::default()
    };
    let (_, found) = clustered(random_words.as_bytes(), &settings);
    println!("random words: k {} {:.3} against {:.3}", found.k, found.silhouette, found.reference);
    assert_eq!(found.features.iter().filter(|feature| feature.used).count(), 3);
    assert_eq!(found.structure, Structure::Absent);
    let (session, found) = clustered(together.as_bytes(), &settings);
    assert_eq!((found.structure, found.k), (Structure::Clear, 3));
    let truth: Vec<u8> = (0..1_200).map(|i| (i % 3) as u8).collect();
    assert!(kmeans::adjusted_rand(&labels(&session), &truth) > 0.95);
    let first = &found.members[0].traits[0];
    assert!(first.word.is_some() && first.share.unwrap() - first.share_others.unwrap() > 0.5, "{first:?}");
}

#[test]
fn few_or_equal_customers_are_not_grouped() {
    let same = vec![vec![1.0, 2.0, 3.0]; 300];
    let mut two = same.clone();
    two.iter_mut().step_by(2).for_each(|row| *row = vec![4.0, 5.0, 6.0]);
    for (name, rows, structure) in [
        ("duplicates only", same, Structure::NoFeatures),
        ("two kinds", two, Structure::TooFew),
        ("two customers", vec![vec![1.0, 2.0, 3.0], vec![4.0, 5.0, 6.0]], Structure::TooFew),
        ("one customer", vec![vec![1.0, 2.0, 3.0]], Structure::NoFeatures),
    ] {
        let (session, found) = clustered(&table(&rows), &by_columns(3));
        assert_eq!((found.structure, found.k, found.members.len()), (structure, 0, 0), "{name}");
        assert!(found.tree.is_none() && found.map.x.is_empty(), "{name}");
        assert!(labels(&session).iter().all(|id| *id == 0), "{name}");
    }
    let (_, found) = clustered(
        &table(&mixture(3, 50, 2, 7.0, 1).0),
        &Settings { features: Some(Vec::new()), ..by_columns(2) },
    );
    assert_eq!(found.structure, Structure::NoFeatures);
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let (rows, _) = mixture(4, 700, 3, 5.0, 3);
    let bytes = table(&rows);
    assert!(rows.len() > FIT_SAMPLE);
    let text = String::from_utf8(bytes.clone()).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines[1..].reverse();
    let reversed = lines.join("\n") + "\n";
    let (a, found) = clustered(&bytes, &by_columns(3));
    let (b, again) = clustered(reversed.as_bytes(), &by_columns(3));
    assert_eq!(found, again);
    assert_eq!(labels(&a), labels(&b));
}

#[test]
fn settings_choose_the_number_and_the_features_and_come_back_from_their_document() {
    let (rows, _) = mixture(4, 100, 3, 6.0, 9);
    let settings = Settings { clusters: Some(5), ..by_columns(3) };
    let text = serde_json::to_string(&settings).unwrap();
    assert_eq!(serde_json::from_str::<Settings>(&text).unwrap(), settings);
    let (_, found) = clustered(&table(&rows), &settings);
    assert_eq!((found.k, found.chosen_by_person, found.features_by_person), (5, true, true));
    // A feature that is switched off has no say.
    let features = Some(vec!["as_is:height".to_string(), "as_is:depth".into(), "gone".into()]);
    let (_, fewer) = clustered(&table(&rows), &Settings { features, ..settings.clone() });
    let used: Vec<&str> = fewer.features.iter().filter(|f| f.used).map(|f| f.key.as_str()).collect();
    assert_eq!(used, ["as_is:height", "as_is:depth"]);
    assert_ne!(fewer.silhouette, found.silhouette);
    let two = Settings { clusters: Some(2), ..settings };
    assert_eq!(clustered(&table(&rows), &two).1.k, 2);
}

#[test]
fn skew_gaps_and_outliers_are_treated_and_said() {
    let mut random = Random::new(2);
    let mut text = String::from("customer_id,total_spent,age,income,note,member\n");
    for i in 0..1_000 {
        let income = (8.0 + 1.2 * random.normal()).exp();
        let age = if i % 10 == 0 { String::new() } else { format!("{:.0}", 40.0 + 10.0 * random.normal()) };
        let income = if i == 500 { "99999999".to_string() } else { format!("{income:.2}") };
        writeln!(text, "c{i:05},{}.5,{age},{income},n{i},yes", 20 + i % 90).unwrap();
    }
    let names = ["age", "income", "note", "member"].map(String::from).to_vec();
    let settings = Settings { attributes: Some(names), models: false, ..Settings::default() };
    let (_, found) = clustered(text.as_bytes(), &settings);
    let feature = |name: &str| found.features.iter().find(|f| f.column.as_deref() == Some(name)).unwrap();
    let (age, income) = (feature("age"), feature("income"));
    assert!(!age.log && age.missing == 100 && (age.filled.unwrap() - 40.0).abs() < 2.0, "{age:?}");
    assert!(income.log && income.skew > 5.0 && income.skew_after.unwrap().abs() < 1.0, "{income:?}");
    assert!(income.capped >= 1, "{income:?}");
    assert_eq!(feature("note").refusal, Some(FeatureRefusal::TooManyWords));
    assert_eq!(feature("member").refusal, Some(FeatureRefusal::Constant));
    assert!(!feature("note").used && age.used && income.used);
}

/// scikit-learn 1.9.1: `KMeans(k, n_init=100, tol=0, max_iter=1000)`, best of five seeds, and `silhouette_score` on all
/// 2,357 customers of CDNOW; standardised log1p of recency (to 1998-07-01), purchase days and money. Then the same score of
/// customers dealt to k groups in turn, in the order of the bytes of their ids, which is a partition of any k.
const SILHOUETTES: [(usize, f64, f64, f64); 7] = [
    (2, 2_880.828_171, 0.578_664_919, -0.000_235_497),
    (3, 1_985.307_568, 0.489_042_320, -0.011_702_168),
    (4, 1_591.732_441, 0.410_599_661, -0.021_072_655),
    (5, 1_304.773_619, 0.415_614_999, -0.028_291_828),
    (6, 1_101.035_293, 0.404_520_902, -0.043_336_667),
    (7, 960.719_362, 0.410_690_891, -0.040_129_296),
    (8, 864.588_967, 0.427_726_546, -0.036_067_385),
];

#[test]
fn the_silhouette_on_all_points_is_scikit_learns() {
    let bytes = data("cdnow_transactions.csv");
    let as_of = Day::parse_iso("1998-07-01");
    let (session, _) = run(&bytes, &Settings { as_of, models: false, ..Settings::default() }).unwrap();
    let analysis = session.analysis().unwrap();
    let (points, _) = choose::features(&analysis.customers, &analysis.buyers).unwrap();
    let all = space::Points { width: 3, values: points.iter().flatten().copied().collect() };
    let mut fewer: Option<kmeans::Fit> = None;
    let mut compared = 0;
    for (k, inertia, silhouette, in_turn) in SILHOUETTES {
        let dealt: Vec<u8> = (0..all.len()).map(|i| (i % k) as u8).collect();
        let found = space::silhouette(&all, &dealt, k);
        assert!((found - in_turn).abs() < 1e-6, "k {k}: {found} against {in_turn}");
        let best = kmeans::fit(&points, k, 30, fewer.as_ref()).swap_remove(0);
        assert!(best.inertia <= inertia * 1.001, "k {k}: {} against {inertia}", best.inertia);
        // Where both found the same groups, to the last customer.
        if (best.inertia - inertia).abs() < 1e-5 {
            let found = space::silhouette(&all, &best.labels, k);
            assert!((found - silhouette).abs() < 1e-6, "k {k}: {found} against {silhouette}");
            compared += 1;
        }
        fewer = Some(best);
    }
    println!("the same groups for {compared} of 7");
    assert!(compared >= 3);
}

#[test]
fn one_time_buyers_of_cdnow_are_a_group_and_the_rest_has_clusters() {
    let (session, found) = clustered(&data("cdnow_transactions.csv"), &Settings::default());
    let keys: Vec<FeatureId> = found.features.iter().filter(|f| f.used).map(|f| f.id).collect();
    assert_eq!(keys, [FeatureId::Recency, FeatureId::Frequency, FeatureId::Monetary]);
    let last = found.members.last().unwrap();
    assert!(found.one_time && last.one_time && last.id == found.k + 1 && last.jaccard.is_none());
    let analysis = session.analysis().unwrap();
    let labels = labels(&session);
    for (p, &i) in analysis.buyers.iter().enumerate() {
        assert_eq!(analysis.customers.orders[i as usize] == 1, u32::from(labels[p]) == last.id);
    }
    let customers: u64 = found.members.iter().map(|member| member.customers).sum();
    assert_eq!(customers, analysis.buyers.len() as u64);
    assert_eq!(found.customers + last.customers, customers);
    let net: i128 = found.members.iter().map(|member| member.net.0).sum();
    assert_eq!(net, analysis.buyers.iter().map(|&i| analysis.customers.net(i as usize).0).sum::<i128>());
    assert_ne!(found.structure, Structure::Absent);
    // The rules are true of the customers: counted again from the document alone.
    for member in &found.members[..found.k as usize] {
        let rule = member.rule.as_ref().unwrap();
        let value = |id: FeatureId, i: usize| match id {
            FeatureId::Recency => f64::from(analysis.customers.recency[i].unwrap()),
            FeatureId::Frequency => f64::from(analysis.customers.orders[i]),
            _ => analysis.customers.net(i).to_f64(),
        };
        let fits = |i: usize| {
            rule.conditions.iter().all(|condition| {
                let value = value(found.features[condition.feature as usize].id, i);
                condition.over.is_none_or(|over| value > over)
                    && condition.up_to.is_none_or(|up_to| value <= up_to)
            })
        };
        let mut counts = (0_u64, 0_u64);
        for (p, &i) in analysis.buyers.iter().enumerate() {
            if u32::from(labels[p]) <= found.k && fits(i as usize) {
                counts.0 += 1;
                counts.1 += u64::from(u32::from(labels[p]) == member.id);
            }
        }
        assert_eq!(counts.0, rule.customers);
        assert!((counts.1 as f64 / counts.0 as f64 - rule.precision).abs() < 1e-12);
        assert!((counts.1 as f64 / member.customers as f64 - rule.recall).abs() < 1e-12);
    }
    // Lists and exports follow.
    let query = CustomerQuery { cluster: Some(last.id), ..Default::default() };
    assert_eq!(session.customers(&query).unwrap().total, last.customers);
}

/// The three customer tables, where they are at hand: groups that a marketer would know.
#[test]
fn customer_tables_give_groups_that_can_be_named() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/customers");
    for (name, features, accuracy, apart) in [
        // Its customers differ by degrees: slices, with names all the same.
        ("airline_lrfmc_15000.csv", 4, 0.75, false),
        ("marketing_campaign.csv", 4, 0.75, true),
        ("telco_churn.csv", 3, 0.9, true),
    ] {
        let Ok(bytes) = std::fs::read(folder.join(name)) else { continue };
        let (_, found) = clustered(&bytes, &Settings { models: false, ..Settings::default() });
        println!("{name}: k {}, {:?}, accuracy {:?}", found.k, found.structure, found.tree);
        assert!(found.features.iter().filter(|f| f.used).count() >= features, "{name}");
        assert_eq!(found.structure != Structure::Absent, apart, "{name}");
        assert!(found.tree.unwrap().accuracy > accuracy, "{name}");
        assert!(found.members.iter().filter(|m| !m.name.is_empty()).count() >= 2, "{name}");
        // Every cluster has its own name.
        let said = |m: &value_tiers::segments::clustering::Cluster| {
            m.name.iter().map(|t| (t.feature, t.high, t.word.clone())).collect::<Vec<_>>()
        };
        for (i, a) in found.members.iter().enumerate() {
            assert!(found.members[..i].iter().all(|b| said(a) != said(b)), "{name}: {}", a.id);
        }
    }
}
