//! Tiers, levels and the views by rule, on the data of the issue and on files small enough to count by hand.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fmt::Write;

use common::{data, json, reorder, report, run};
use value_tiers::error::Code;
use value_tiers::query::CustomerQuery;
use value_tiers::report::{Abc, GateReason, Report, RuleView, ScoreMethod, ValueTier};
use value_tiers::segments::rules::{EightBy, EightCuts, ScoreCuts, SegmentRules};
use value_tiers::session::Session;
use value_tiers::settings::{CutBy, Programme, Settings, TierCuts, Weights};
use value_tiers::tiers::Levels;
use value_tiers::units::{Day, Total};

const CDNOW: &str = "cdnow_transactions.csv";

fn with(tiers: TierCuts) -> Settings {
    Settings { models: false, tiers, ..Settings::default() }
}

fn sizes(report: &Report) -> [u64; 3] {
    [0, 1, 2].map(|tier| report.tiers.value[tier].customers)
}

fn total(session: &Session, query: &CustomerQuery) -> u64 {
    session.customers(query).unwrap().total
}

/// Ten customers; customer n spent 10 n in one order.
fn ten() -> String {
    let mut csv = String::from("customer,date,amount\n");
    for n in 1..=10 {
        writeln!(csv, "c{n:02},2024-0{}-15,{}.00", 1 + n % 3, 10 * n).unwrap();
    }
    csv
}

#[test]
fn named_segments_and_tiers_do_not_depend_on_the_order_of_the_rows() {
    for file in [CDNOW, "online_retail_slice.csv"] {
        let bytes = data(file);
        let settings = with(TierCuts { by: CutBy::Revenue, high: 0.5, medium: 0.3, ..TierCuts::default() });
        let all = |bytes: &[u8]| {
            let (session, report) = run(bytes, &settings).unwrap();
            (
                serde_json::to_value(&report.segments).unwrap(),
                json(&report)["tiers"].clone(),
                session.levels().unwrap(),
            )
        };
        let first = all(&bytes);
        for shuffle in [false, true] {
            assert!(first == all(&reorder(&bytes, shuffle)), "{file}, shuffled: {shuffle}");
        }
    }
}

#[test]
fn every_view_puts_every_buyer_in_exactly_one_group() {
    let given = SegmentRules {
        scores: Some(ScoreCuts {
            recency: [14.0, 60.0, 180.0, 400.0],
            frequency: [1.0, 2.0, 3.0, 8.0],
            monetary: [10.0, 40.0, 90.0, 200.0],
        }),
        eight: EightCuts { by: EightBy::Given, recency: 90.0, frequency: 2.0, monetary: 50.0 },
        cycle_days: Some(30.0),
        ..SegmentRules::default()
    };
    for (segments, eight) in [(SegmentRules::default(), EightBy::Median), (given, EightBy::Given)] {
        let settings = Settings { segments, models: false, ..Settings::default() };
        for file in [CDNOW, "online_retail_slice.csv"] {
            let (_, report) = run(&data(file), &settings).unwrap();
            let sums = [
                report.segments.rfm.iter().map(|s| s.customers).sum::<u64>(),
                report.segments.eight_types.iter().map(|s| s.customers).sum(),
                report.segments.nes.iter().map(|s| s.customers).sum(),
                report.segments.lifecycle.iter().map(|s| s.customers).sum(),
                report.segments.abc.iter().map(|s| s.customers).sum(),
                report.tiers.value.iter().map(|s| s.customers).sum(),
                report.tiers.potential.iter().map(|s| s.customers).sum(),
            ];
            assert_eq!(sums, [report.totals.buyers; 7], "{file} {eight:?}");
        }
    }
}

#[test]
fn stages_meet_tiers_as_the_customer_table_has_them() {
    for file in [CDNOW, "online_retail_slice.csv"] {
        let (session, report) = run(&data(file), &Settings { models: false, ..Settings::default() }).unwrap();
        for stage in &report.segments.lifecycle {
            for (tier, found) in
                [ValueTier::High, ValueTier::Medium, ValueTier::Low].into_iter().zip(&stage.tiers)
            {
                let query = CustomerQuery {
                    stage: Some(stage.id),
                    value_tier: Some(tier),
                    limit: usize::MAX,
                    ..CustomerQuery::default()
                };
                let page = session.customers(&query).unwrap();
                let net: i128 = page.rows.iter().map(|row| row.net.0).sum();
                assert_eq!(
                    (found.customers, found.net.0),
                    (page.total, net),
                    "{file} {:?} {tier:?}",
                    stage.id
                );
            }
            let all: u64 = stage.tiers.iter().map(|tier| tier.customers).sum();
            assert_eq!(all, stage.customers, "{file} {:?}", stage.id);
        }
    }
}

#[test]
fn every_group_of_every_view_is_reached() {
    let mut reached = std::collections::BTreeSet::new();
    for (bytes, days) in [
        (data(CDNOW), &["1997-02-15", "1997-04-30", "1997-09-30", "1998-06-30"][..]),
        (data("online_retail_slice.csv"), &["2010-12-20", "2011-02-28"]),
        (value_tiers::sample::csv().into_bytes(), &[]),
    ] {
        let days = days.iter().map(|day| Day::parse_iso(day)).chain([None]);
        for as_of in days {
            let segments =
                run(&bytes, &Settings { as_of, models: false, ..Settings::default() }).unwrap().1.segments;
            let mut found = |view: &str, id: String, customers: u64| {
                if customers > 0 {
                    reached.insert(format!("{view} {id}"));
                }
            };
            segments.rfm.iter().for_each(|s| found("segment", format!("{:?}", s.id), s.customers));
            segments.nes.iter().for_each(|s| found("nes", format!("{:?}", s.id), s.customers));
            segments.lifecycle.iter().for_each(|s| found("stage", format!("{:?}", s.id), s.customers));
            segments.abc.iter().for_each(|s| found("abc", format!("{:?}", s.id), s.customers));
            for s in &segments.eight_types {
                found("type", format!("{:?}", [s.r_high, s.f_high, s.m_high]), s.customers);
            }
        }
    }
    let of = |view: &str| reached.iter().filter(|group| group.starts_with(view)).count();
    // Prospects have no orders, so that no order file has any.
    assert_eq!(["segment", "nes", "stage", "abc", "type"].map(of), [11, 5, 7, 3, 8], "{reached:?}");
}

#[test]
fn given_cuts_are_the_levels_of_the_report() {
    let scores = ScoreCuts {
        recency: [10.0, 30.0, 60.0, 90.0],
        frequency: [1.0, 2.0, 3.0, 4.0],
        monetary: [25.0, 45.0, 65.0, 85.0],
    };
    let settings = Settings {
        segments: SegmentRules { scores: Some(scores), ..SegmentRules::default() },
        ..Settings::default()
    };
    let (session, report) = run(ten().as_bytes(), &settings).unwrap();
    let rfm = report.rfm.as_ref().unwrap();
    assert_eq!((rfm.method, &rfm.monetary_edges[..]), (ScoreMethod::Given, &scores.monetary[..]));
    // 10 and 20 are up to 25, 30 and 40 up to 45 …
    let page = session.customers(&CustomerQuery { limit: 10, ..CustomerQuery::default() }).unwrap();
    let money: Vec<u8> = page.rows.iter().map(|row| row.m.unwrap()).collect();
    assert_eq!(money, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
}

#[test]
fn thresholds_that_are_no_partition_are_refused_by_name() {
    let bad = |change: &dyn Fn(&mut Settings)| {
        let mut settings = Settings::default();
        change(&mut settings);
        let error = run(ten().as_bytes(), &settings).unwrap_err();
        assert_eq!(error.code, Code::BadSetting);
        error.value.unwrap()
    };
    assert_eq!(bad(&|s| s.segments.nes = [1.0, 1.0, 2.0]), "segments.nes");
    assert_eq!(bad(&|s| s.segments.stages.dormant = 1.2), "segments.stages");
    assert_eq!(bad(&|s| s.tiers.money = [10.0, 20.0]), "tiers.money");
    assert_eq!(bad(&|s| s.tiers.keep = 1.1), "tiers.keep");
    assert_eq!(bad(&|s| s.programme.tenure = [3.0, 1.0, 5.0]), "programme");
}

#[test]
fn tiers_are_cut_by_share_by_revenue_or_by_money() {
    let weights = Weights { monetary: 1.0, ..Weights::NONE };
    // 550 in all: the best two bring 190, the best four 340, the best five 400.
    for (tiers, want) in [
        (TierCuts::default(), [2, 3, 5]),
        (TierCuts { high: 0.8, medium: 0.2, ..TierCuts::default() }, [8, 2, 0]),
        (TierCuts { by: CutBy::Revenue, high: 0.34, medium: 0.27, ..TierCuts::default() }, [2, 2, 6]),
        (TierCuts { by: CutBy::Revenue, high: 0.35, medium: 0.3, ..TierCuts::default() }, [3, 2, 5]),
        (TierCuts { by: CutBy::Revenue, high: 1.0, medium: 0.0, ..TierCuts::default() }, [10, 0, 0]),
        (TierCuts { by: CutBy::Money, money: [90.0, 50.0], ..TierCuts::default() }, [2, 4, 4]),
        (TierCuts { by: CutBy::Money, money: [1e9, 0.0], ..TierCuts::default() }, [0, 10, 0]),
    ] {
        let (_, report) = run(ten().as_bytes(), &Settings { weights, ..with(tiers) }).unwrap();
        assert_eq!(sizes(&report), want, "{tiers:?}");
        assert_eq!(report.tiers.by, tiers.by);
        assert_eq!(report.tiers.sensitivity.is_empty(), tiers.by == CutBy::Money);
    }
}

#[test]
fn nobody_changes_tier_for_standing_on_a_line() {
    // By the review day Ann had spent 100, Bob 95; by the end 5 was given back to Ann, and Bob is as before.
    let csv =
        "customer,date,amount\nann,2024-01-01,100\nbob,2024-01-02,95\ncat,2024-01-03,10\nann,2024-03-01,-5\n";
    let cuts = TierCuts { by: CutBy::Money, money: [100.0, 20.0], ..TierCuts::default() };
    let since = TierCuts { since: Day::parse_iso("2024-02-01"), ..cuts };
    let tier = |tiers: TierCuts, name: &str| {
        let (session, report) = run(csv.as_bytes(), &with(tiers)).unwrap();
        let query = CustomerQuery { search: Some(name.into()), limit: 1, ..CustomerQuery::default() };
        (
            session.customers(&query).unwrap().rows[0].value_tier.unwrap(),
            report.tiers.value[0].kept,
            report.tiers.value[0].on_the_line,
        )
    };
    // Nothing known from before: both are on the line of high, neither in it.
    assert_eq!(tier(cuts, "ann"), (ValueTier::Medium, 0, 2));
    // Ann was in it and keeps it; Bob was not.
    assert_eq!(tier(since, "ann"), (ValueTier::High, 1, 1));
    assert_eq!(tier(since, "bob"), (ValueTier::Medium, 1, 1));
    // Below the keep-threshold nothing is kept.
    assert_eq!(tier(TierCuts { keep: 0.96, ..since }, "ann"), (ValueTier::Medium, 0, 0));
    // A review day that is not before the as-of date says nothing.
    let late = TierCuts { since: Day::parse_iso("2024-03-01"), ..cuts };
    assert_eq!(tier(late, "ann"), (ValueTier::Medium, 0, 2));
}

#[test]
fn one_order_more_is_what_the_engine_says_of_a_file_with_that_order() {
    let bytes = data(CDNOW);
    let (session, report) = run(&bytes, &with(TierCuts::default())).unwrap();
    let levels = session.levels().unwrap();
    let high = CustomerQuery { one_order: Some(ValueTier::High), limit: 5, ..CustomerQuery::default() };
    assert_eq!(levels.levels[0].one_order, Some(total(&session, &high)));
    let page = session.customers(&high).unwrap();
    assert!(page.total > 100);
    // The first of them buys once more on the last day: with the others as they are, the cut hardly moves.
    let by_money = with(TierCuts { by: CutBy::Money, money: [200.0, 50.0], ..TierCuts::default() });
    let (session, _) = run(&bytes, &by_money).unwrap();
    let page = session.customers(&high).unwrap();
    let day = report.as_of.unwrap().to_string().replace('-', "");
    for row in &page.rows {
        let order = row.net.to_f64() / f64::from(row.orders);
        let mut more = bytes.clone();
        more.extend(format!("0,{},{day},1,{order:.2}\n", row.customer).as_bytes());
        let (then, _) = run(&more, &by_money).unwrap();
        let query =
            CustomerQuery { search: Some(row.customer.clone()), limit: 100, ..CustomerQuery::default() };
        let page = then.customers(&query).unwrap();
        let found = page.rows.iter().find(|found| found.customer == row.customer).unwrap();
        assert_eq!(
            (row.value_tier == Some(ValueTier::High), found.value_tier),
            (false, Some(ValueTier::High))
        );
        assert_eq!(found.orders, row.orders + 1);
    }
}

#[test]
fn levels_add_up_to_the_report() {
    let settings = Settings {
        programme: Programme { points: 0.02, hours: Some([60.0, 30.0, 10.0]), ..Programme::default() },
        ..with(TierCuts::default())
    };
    let (session, report) = run(&data(CDNOW), &settings).unwrap();
    let Levels { levels, tenure, points_cost, period, .. } = session.levels().unwrap();
    for (level, tier) in levels.iter().zip(&report.tiers.value) {
        assert_eq!((level.id, level.customers, level.net), (tier.id, tier.customers, tier.net));
        assert_eq!(level.on_the_line, tier.on_the_line);
        let query = CustomerQuery { on_the_line: Some(level.id), ..CustomerQuery::default() };
        assert_eq!(total(&session, &query), level.on_the_line);
    }
    assert_eq!(levels.iter().map(|level| level.share_hours).collect::<Vec<_>>(), [0.6, 0.3, 0.1]);
    assert_eq!(levels.iter().map(|level| level.on_the_line).filter(|&n| n > 0).count(), 2);
    // The last year of the file, 1997-07-01 to 1998-06-30, from its rows.
    let text = String::from_utf8(data(CDNOW)).unwrap();
    let spent: i128 = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect::<Vec<_>>())
        .filter(|cells| cells[2] > "19970630")
        .map(|cells| (cells[4].parse::<f64>().unwrap() * 1e6).round() as i128)
        .sum();
    assert_eq!(levels.iter().map(|level| level.spent.0).sum::<i128>(), spent);
    assert!((points_cost.0 - spent / 50).abs() <= 3);
    assert_eq!(period.unwrap().from.to_string(), "1997-07-01");
    // Everybody's first order was in the first quarter of 1997: one grade.
    assert_eq!(tenure.iter().map(|grade| grade.customers).collect::<Vec<_>>(), [0, 0, 2357, 0]);
    assert_eq!(tenure[2].tiers, sizes(&report));
}

#[test]
fn a_simpler_view_is_picked_and_says_why() {
    let csv = |rows: &[String]| format!("customer,date,amount\n{}\n", rows.join("\n"));
    let few = ten();
    let once: Vec<String> = (0..60).map(|i| format!("c{i},2024-{:02}-11,{}.00", 1 + i % 12, 5 + i)).collect();
    let short: Vec<String> = (0..60).map(|i| format!("c{},2024-05-{:02},9.00", i % 40, 1 + i % 20)).collect();
    let table: Vec<String> = (0..60).map(|i| format!("t{i},{}.00", 5 + i)).collect();
    let table = format!("customer,total spend\n{}\n", table.join("\n"));
    for (file, view, why) in [
        (few, RuleView::Abc, GateReason::FewCustomers),
        (csv(&once), RuleView::Segments, GateReason::NoRepeat),
        (csv(&short), RuleView::Abc, GateReason::FewDays),
        (table, RuleView::Abc, GateReason::NoDates),
    ] {
        let gate = report(file.as_bytes()).segments.gate.unwrap();
        assert_eq!((gate.view, gate.why), (view, why));
    }
    assert_eq!(report(&data(CDNOW)).segments.gate, None);
}

#[test]
fn abc_takes_the_largest_up_to_the_share() {
    let (session, report) = run(ten().as_bytes(), &Settings::default()).unwrap();
    // 550 in all: 100 … 60 bring 400, so 50 crosses 440 and is in A; 40 and 30 come to 520, so 20 crosses 522.5 and is in B.
    let found: Vec<_> = report.segments.abc.iter().map(|class| (class.id, class.customers)).collect();
    assert_eq!(found, [(Abc::A, 6), (Abc::B, 3), (Abc::C, 1)]);
    assert_eq!(report.segments.abc[0].from, Some(Total(50_000_000)));
    assert_eq!(total(&session, &CustomerQuery { abc: Some(Abc::B), ..CustomerQuery::default() }), 3);
}

#[test]
fn the_mean_is_warned_of_where_money_is_skewed() {
    let at = |by| {
        let segments =
            SegmentRules { eight: EightCuts { by, ..EightCuts::default() }, ..SegmentRules::default() };
        let settings = Settings { segments, models: false, ..Settings::default() };
        run(&data(CDNOW), &settings).unwrap().1.segments.eight_cuts.unwrap()
    };
    let (median, mean) = (at(EightBy::Median), at(EightBy::Mean));
    assert_eq!(median.skewed, mean.skewed);
    assert!(median.skewed.contains(&value_tiers::report::Axis::Monetary));
    // Fewer are above the mean than above the median.
    assert!(mean.high[2] < median.high[2] && mean.monetary > median.monetary);
}

#[test]
fn moved_cuts_give_the_report_that_a_whole_run_gives() {
    let bytes = data(CDNOW);
    let (mut session, first) = run(&bytes, &Settings::default()).unwrap();
    let base = first.settings;
    let mut day = base.as_of;
    let rules = SegmentRules { cycle_days: Some(45.0), abc: [0.7, 0.9], ..SegmentRules::default() };
    for change in [
        Settings { weights: Weights { tenure: 25.0, ..Weights::default() }, ..base.clone() },
        Settings {
            tiers: TierCuts {
                by: CutBy::Revenue,
                since: Day::parse_iso("1998-01-31"),
                ..TierCuts::default()
            },
            ..base.clone()
        },
        Settings { segments: rules, ..base.clone() },
        Settings { comparisons: vec![1.0, 0.5, 0.5], ..base.clone() },
        // Another day, its weights, and back to the last day.
        Settings { as_of: Day::parse_iso("1998-01-31"), ..base.clone() },
        Settings {
            as_of: Day::parse_iso("1998-01-31"),
            weights: Weights { tenure: 9.0, ..Weights::default() },
            ..base.clone()
        },
        base.clone(),
    ] {
        // Only another day costs the models for a moment.
        let quick = session.glance(&change).unwrap();
        assert_eq!(quick.models.is_some(), std::mem::replace(&mut day, change.as_of) == change.as_of);
        let again = json(&session.report(&change).unwrap());
        let whole = json(&run(&bytes, &change).unwrap().1);
        assert!(again == whole, "{change:?}");
    }
}
