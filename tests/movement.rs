//! Movement between two days against a plain recount of the file's rows, written here without the engine.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{data, reorder, run};
use value_tiers::error::Code;
use value_tiers::movement::{
    CategoryShift, Direction, IndicatorId, Migration, MoveReason, MoveView, Movement, MovementQuery,
    MoverQuery, Shift, ShiftGroup, Step,
};
use value_tiers::query::CustomerQuery;
use value_tiers::report::{KpiId, Report};
use value_tiers::session::Session;
use value_tiers::settings::{Settings, Weights};
use value_tiers::units::{Day, Total};

const CENT: i128 = 10_000;

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

fn quick() -> Settings {
    Settings { models: false, ..Settings::default() }
}

fn moved(bytes: &[u8], query: &MovementQuery) -> (Session, Report, Movement) {
    let (mut session, report) = run(bytes, &quick()).unwrap();
    let movement = session.movement(query).unwrap();
    (session, report, movement)
}

/// Customer → day as `19970101` → cents, all rows of a day together.
type Purchases = BTreeMap<String, BTreeMap<u32, i128>>;

fn cdnow() -> Purchases {
    let mut all = Purchases::new();
    for line in String::from_utf8(data("cdnow_transactions.csv")).unwrap().lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let (whole, cents) = cells[4].split_once('.').unwrap();
        let cents = whole.parse::<i128>().unwrap() * 100 + format!("{cents:0<2}").parse::<i128>().unwrap();
        let days = all.entry(cells[1].into()).or_default();
        *days.entry(cells[2].parse().unwrap()).or_default() += cents;
    }
    all
}

/// Months since January 1997.
fn month(day: u32) -> usize {
    ((day / 10_000 - 1997) * 12 + day / 100 % 100 - 1) as usize
}

/// Customers and money of a matrix by the later day's group; `None` is last.
fn columns(migration: &Migration) -> Vec<(u64, i128)> {
    let mut columns = vec![(0, 0); migration.groups.len() + 1];
    for cell in &migration.cells {
        let column = &mut columns[cell.to.map_or(migration.groups.len(), usize::from)];
        column.0 += cell.customers;
        column.1 += cell.net.0;
    }
    columns
}

#[test]
fn cohorts_of_cdnow() {
    let all = cdnow();
    let (_, report, movement) = moved(&data("cdnow_transactions.csv"), &MovementQuery::default());
    let table = &movement.cohorts;
    assert_eq!((table.step, table.complete, table.older), (Step::Month, true, 0));
    assert_eq!(table.cohorts.len(), 3, "everybody first bought in the first quarter of 1997");
    for (born, cohort) in table.cohorts.iter().enumerate() {
        let members = || all.values().filter(|days| month(*days.keys().next().unwrap()) == born);
        assert_eq!(cohort.customers, members().count() as u64);
        assert_eq!(cohort.active.len(), 18 - born);
        for after in 0..18 - born {
            let active = members().filter(|d| d.keys().any(|day| month(*day) == born + after)).count() as u64;
            let cents: i128 =
                members().flatten().filter(|(day, _)| month(**day) <= born + after).map(|(_, c)| c).sum();
            assert_eq!(cohort.active[after], active, "cohort {born}, {after} months on");
            assert_eq!(cohort.net[after], Total(cents * CENT), "cohort {born}, {after} months on");
            let (retention, value) = (cohort.retention[after], cohort.value[after]);
            assert!((retention - active as f64 / cohort.customers as f64).abs() < 1e-12);
            assert!((value - cents as f64 / 100.0 / cohort.customers as f64).abs() < 1e-9);
        }
    }
    let brought: i128 = table.cohorts.iter().map(|cohort| cohort.net.last().unwrap().0).sum();
    assert_eq!(Total(brought), report.totals.net);

    // In quarters there is one cohort of all: who came back in the second quarter is the retention of the first.
    let query = MovementQuery { step: Some(Step::Quarter), ..MovementQuery::default() };
    let (_, _, movement) = moved(&data("cdnow_transactions.csv"), &query);
    let [cohort] = &movement.cohorts.cohorts[..] else { panic!("one cohort") };
    let back = all.values().filter(|days| days.keys().any(|day| (3..6).contains(&month(*day)))).count();
    assert_eq!((cohort.customers, cohort.active[1]), (2357, back as u64));
    assert_eq!(movement.cohorts.average, cohort.retention);
}

#[test]
fn a_period_that_still_runs_is_marked_and_left_out_of_the_average() {
    let query = MovementQuery { to: Some(day("1998-06-29")), ..MovementQuery::default() };
    let (_, _, movement) = moved(&data("cdnow_transactions.csv"), &query);
    assert!(!movement.cohorts.complete);
    assert_eq!(movement.cohorts.cohorts[0].active.len(), 18);
    assert_eq!(movement.cohorts.average.len(), 17);
}

#[test]
fn the_change_of_cdnow_is_split_to_the_last_cent() {
    let all = cdnow();
    for (from, to, periods) in [
        (None, None, [19_970_101..19_971_001, 19_971_001..19_980_701]),
        (
            Some(day("1998-03-31")),
            Some(day("1998-06-30")),
            // Ninety-one days each: the ones before begin on 31 December.
            [19_971_231..19_980_401, 19_980_401..19_980_701],
        ),
    ] {
        let (_, _, movement) =
            moved(&data("cdnow_transactions.csv"), &MovementQuery { from, to, step: None });
        let change = movement.change.unwrap();
        for (facts, period) in [&change.before, &change.after].into_iter().zip(&periods) {
            let within = || all.values().map(|days| days.range(period.clone()));
            assert_eq!(facts.customers, within().filter(|d| d.clone().next().is_some()).count() as u64);
            assert_eq!(facts.orders, within().flatten().count() as u64);
            assert_eq!(facts.net, Total(within().flatten().map(|(_, cents)| cents * CENT).sum()));
            assert_eq!(facts.refunds, Total(0));
        }
        let parts = change.customers.0 + change.orders.0 + change.basket.0 + change.refunds.0;
        assert_eq!(parts, change.after.net.0 - change.before.net.0);
        assert_eq!(change.net.0, parts);
        let both = all.values().filter(|d| periods.iter().all(|p| d.range(p.clone()).next().is_some()));
        assert_eq!(change.kept, both.count() as u64);
    }
}

#[test]
fn the_indicators_of_cdnow_are_a_recount() {
    let all = cdnow();
    let (_, _, movement) = moved(&data("cdnow_transactions.csv"), &MovementQuery::default());
    let got = |id| movement.indicators.iter().find(|indicator| indicator.id == id).unwrap();
    for (late, period) in [(false, 19_970_101..19_971_001), (true, 19_971_001..19_980_701)] {
        let orders =
            || all.values().map(|days| days.range(period.clone())).filter(|d| d.clone().next().is_some());
        let customers = orders().count() as f64;
        let count = orders().flatten().count() as f64;
        let money = orders().flatten().map(|(_, cents)| *cents as f64).sum::<f64>() / 100.0;
        let repeat = orders().filter(|d| d.clone().count() >= 2).count() as f64;
        for (id, want) in [
            (IndicatorId::Revenue, money),
            (IndicatorId::ActiveCustomers, customers),
            (IndicatorId::NetPerCustomer, money / customers),
            (IndicatorId::OrdersPerCustomer, count / customers),
            (IndicatorId::Basket, money / count),
            (IndicatorId::RepeatRate, repeat / customers),
            (IndicatorId::RefundRate, 0.0),
        ] {
            let is = if late { got(id).after } else { got(id).before }.unwrap();
            assert!((is - want).abs() < 1e-6, "{id:?} {late}: {is} {want}");
        }
    }
    // Everybody came in the first quarter: whose second day is within 90 of the first. Nobody is new afterwards.
    let number = |d: u32| day(&format!("{}-{:02}-{:02}", d / 10_000, d / 100 % 100, d % 100)).0;
    let again = all.values().filter(|days| {
        let mut days = days.keys().map(|d| number(*d));
        let first = days.next().unwrap();
        days.next().is_some_and(|second| second - first <= 90)
    });
    let second = got(IndicatorId::SecondOrder90);
    assert_eq!((second.n_before, second.n_after, second.after), (2357, 0, None));
    assert!((second.before.unwrap() - again.count() as f64 / 2357.0).abs() < 1e-12);
    assert_eq!((second.interval, second.clear), (None, false));
    // Free orders count, too: the customers behind the revenue are those who ordered.
    let revenue = got(IndicatorId::Revenue);
    assert_eq!((revenue.n_before, revenue.n_after), (2357, 684));
    // Active customers: who is in one period only is the variance.
    let active = got(IndicatorId::ActiveCustomers);
    let kept = movement.change.as_ref().unwrap().kept;
    let half = 1.959_963_984_540_054 * ((active.n_before + active.n_after - 2 * kept) as f64).sqrt();
    let (low, high) = active.interval.unwrap();
    assert!((high - low - 2.0 * half).abs() < 1e-9 && active.clear);

    // Churn is what a report of either last day says.
    let churn = got(IndicatorId::ChurnRate);
    let ends = [(movement.from, churn.before, churn.n_before), (movement.to, churn.after, churn.n_after)];
    for (as_of, value, n) in ends {
        let settings = Settings { as_of: Some(as_of), ..quick() };
        let (_, report) = run(&data("cdnow_transactions.csv"), &settings).unwrap();
        let tile = report.kpis.into_iter().find(|kpi| kpi.id == KpiId::ChurnRate).unwrap();
        assert_eq!((tile.value, tile.n), (value, n));
        assert!(value.is_some());
    }
    // Everybody came in the first quarter of 1997: who is new is told only with a quarter before both periods.
    assert!(movement.indicators.iter().all(|indicator| indicator.id != IndicatorId::NewShare));
    let query = MovementQuery { from: Some(day("1998-03-31")), to: Some(day("1998-06-30")), step: None };
    let quarters = moved(&data("cdnow_transactions.csv"), &query).2;
    let new = quarters.indicators.iter().find(|indicator| indicator.id == IndicatorId::NewShare).unwrap();
    assert_eq!((new.before, new.after), (Some(0.0), Some(0.0)));

    // The order of the rows changes nothing, and a period before the file is none.
    let bytes = reorder(&data("cdnow_transactions.csv"), true);
    assert_eq!(moved(&bytes, &MovementQuery::default()).2.indicators, movement.indicators);
    let query = MovementQuery { from: Some(day("1997-02-15")), ..MovementQuery::default() };
    assert!(moved(&data("cdnow_transactions.csv"), &query).2.indicators.is_empty());
}

/// A year in thirds: 60 customers of every third order tea twice and then coffee, 40 who come in the second always tea.
fn thirds() -> String {
    let mut text = String::from("customer,date,amount,category,discount\n");
    let mut row = |who: String, month: u32, day: u32, amount: u32, category: &str, discount: u32| {
        text += &format!("{who},2024-{month:02}-{day:02},{amount}.00,{category},{discount}\n");
    };
    for i in 0..60 {
        let (start, third) = (1 + i % 4, i % 3);
        for month in [1, 3, 5, 7] {
            row(format!("a{i}"), month, start, 20 + third, "tea", 0);
        }
        for month in [9, 11] {
            row(format!("a{i}"), month, start, 35 + third, if i % 6 == 0 { "tea" } else { "coffee" }, 5);
        }
    }
    for i in 0..40 {
        for month in [5, 6, 9, 12] {
            row(format!("b{i}"), month, 10 + i % 9, 10 + i % 4, "tea", 0);
        }
    }
    text
}

#[test]
fn shifts_of_segments_are_a_recount() {
    let text = thirds();
    let query = MovementQuery { from: Some(day("2024-08-31")), to: Some(day("2024-12-28")), step: None };
    let (_, report, movement) = moved(text.as_bytes(), &query);
    assert_eq!(report.totals.customers, 100);
    assert_eq!(movement.shifts_by, Some(day("2024-05-04")));
    // Rows of a period, of some customers.
    let rows = |late: bool, name: char| {
        let lines = text.lines().skip(1).filter(move |line| line.starts_with(name));
        lines.filter_map(move |line| {
            let cells: Vec<&str> = line.split(',').collect();
            let on = day(cells[1]);
            let after = on > day("2024-08-31");
            (on > day("2024-05-04") && after == late)
                .then(|| (cells[2].parse::<f64>().unwrap(), cells[3] == "tea", cells[4] != "0"))
        })
    };
    let tea = |late: bool, names: &[char]| {
        let all = || names.iter().flat_map(|name| rows(late, *name));
        all().filter(|row| row.1).map(|row| row.0).sum::<f64>() / all().map(|row| row.0).sum::<f64>()
    };
    let close = |got: f64, want: f64| assert!((got - want).abs() < 1e-9, "{got} {want}");
    let shift = |group| movement.shifts.iter().filter(move |shift| shift.group == group);
    let named = |categories: &[CategoryShift], name: &str| {
        categories.iter().find(|category| category.name == name).unwrap().clone()
    };

    let all = shift(ShiftGroup::All).next().unwrap();
    let drunk = named(&all.categories, "tea");
    close(drunk.before, tea(false, &['a', 'b']));
    close(drunk.after, tea(true, &['a', 'b']));
    assert!(drunk.clear && all.indicators.is_empty());
    close(drunk.after - drunk.before, -(named(&all.categories, "coffee").after));

    // Those who come later, and what they never do: change their mind.
    let later = shift(ShiftGroup::NotYet).next().unwrap();
    assert_eq!((later.customers, later.segment), (40, None));
    let got = |shift: &Shift, id| shift.indicators.iter().find(|one| one.id == id).unwrap().clone();
    let basket = got(later, IndicatorId::Basket);
    let mean = |late: bool| rows(late, 'b').map(|row| row.0).sum::<f64>() / rows(late, 'b').count() as f64;
    close(basket.before.unwrap(), mean(false));
    assert_eq!((basket.difference, basket.clear), (Some(0.0), false));
    // From May to June 31 days; from June to September 92, and 91 to December.
    let gap = got(later, IndicatorId::Gap);
    assert_eq!((gap.before, gap.after), (Some(31.0), Some(91.5)));
    assert!(!named(&later.categories, "tea").clear && named(&later.categories, "tea").after == 1.0);

    // The others are in segments, everybody once, and all of them changed.
    let segments: Vec<&Shift> = shift(ShiftGroup::Segment).collect();
    assert_eq!(segments.iter().map(|shift| shift.customers).sum::<u64>(), 60);
    for segment in segments.iter().filter(|segment| segment.customers >= 30) {
        let discount = got(segment, IndicatorId::DiscountShare);
        assert_eq!((discount.before, discount.after, discount.clear), (Some(0.0), Some(1.0), true));
        assert!(got(segment, IndicatorId::Basket).clear && named(&segment.categories, "coffee").clear);
    }
    assert!(segments.iter().any(|segment| segment.customers >= 30), "{segments:?}");

    // Without a third period nobody is put into a segment; of everybody the categories still are there.
    let query = MovementQuery { from: Some(day("2024-07-01")), to: Some(day("2024-12-28")), step: None };
    let halves = moved(text.as_bytes(), &query).2;
    assert_eq!((halves.shifts_by, halves.shifts.len()), (None, 1));
    assert_eq!(moved(&reorder(text.as_bytes(), true), &query).2.shifts, halves.shifts);
}

#[test]
fn refunds_are_a_part_of_their_own_and_everything_adds_up() {
    let bytes = data("online_retail_slice.csv");
    let (_, report, movement) = moved(&bytes, &MovementQuery::default());
    let change = movement.change.unwrap();
    assert!(change.before.refunds.0 > 0 && change.after.refunds.0 > 0);
    assert_eq!(change.refunds.0, change.before.refunds.0 - change.after.refunds.0);
    let parts = change.customers.0 + change.orders.0 + change.basket.0 + change.refunds.0;
    assert_eq!(parts, change.after.net.0 - change.before.net.0);
    // Both periods together are the file but for one day at most.
    if movement.first_day == change.before.first {
        assert_eq!(change.before.net.0 + change.after.net.0, report.totals.net.0);
    }
    let customers = movement.both + movement.new + movement.gone + movement.not_yet;
    assert_eq!(customers, report.totals.customers);
    assert!(movement.new > 0, "a shop with newcomers");
}

/// On the later day everybody stands where the report says, so the columns of each matrix are the groups of the report.
#[test]
fn the_columns_are_the_groups_of_the_report_and_the_rows_everybody() {
    for file in ["cdnow_transactions.csv", "online_retail_slice.csv"] {
        for from in [None, Some(1), Some(60)] {
            let bytes = data(file);
            let (_, report, _) = moved(&bytes, &MovementQuery::default());
            let from = from.map(|days| Day(report.first_day.unwrap().0 + days));
            let (_, _, movement) = moved(&bytes, &MovementQuery { from, ..MovementQuery::default() });
            let segments: Vec<_> = report.segments.rfm.iter().map(|s| (s.customers, s.net.0)).collect();
            let tiers: Vec<_> = report.tiers.value.iter().map(|t| (t.customers, t.net.0)).collect();
            let actions: Vec<_> = report.actions[..5].iter().map(|a| (a.customers, a.net.0)).collect();
            for (migration, groups) in [
                (movement.segments.as_ref().unwrap(), segments),
                (movement.actions.as_ref().unwrap(), actions),
                (&movement.tiers, tiers),
            ] {
                let columns = columns(migration);
                assert_eq!(columns[..groups.len()], groups, "{file} {from:?}");
                assert_eq!(columns[groups.len()].0, movement.gone);
                let new = migration.cells.iter().filter(|c| c.from.is_none()).map(|c| c.customers);
                assert_eq!(new.sum::<u64>(), movement.new);
                let total: u64 = migration.cells.iter().map(|c| c.customers).sum();
                assert_eq!(total, movement.both + movement.new + movement.gone);
                let mut shares = vec![0.0; migration.groups.len() + 1];
                for cell in &migration.cells {
                    shares[cell.from.map_or(migration.groups.len(), usize::from)] += cell.share;
                }
                assert!(shares.iter().all(|s| *s == 0.0 || (s - 1.0).abs() < 1e-9), "{shares:?}");
            }
            let last = movement.mix.last().unwrap();
            assert_eq!(last.day, report.as_of.unwrap());
            for (part, tier) in last.tiers.iter().zip(&report.tiers.value) {
                assert_eq!((part.id, part.customers, part.net), (tier.id, tier.customers, tier.net));
            }
        }
    }
}

/// Before the earlier day the file is the same file cut there: counts and money of its rows come out of it.
#[test]
fn the_rows_are_the_customers_of_the_file_cut_at_the_earlier_day() {
    let bytes = data("cdnow_transactions.csv");
    let query = MovementQuery { from: Some(day("1997-02-15")), ..MovementQuery::default() };
    let (_, _, movement) = moved(&bytes, &query);
    let all = cdnow();
    let known = all.values().filter(|days| *days.keys().next().unwrap() <= 19_970_215).count() as u64;
    assert_eq!((movement.both, movement.new), (known, 2357 - known));
    assert!(movement.change.is_none(), "the period before begins before the file");
    assert!(movement.high.net_before.is_none());
    let cut = Settings { as_of: query.from, ..quick() };
    let (_, before) = run(&bytes, &cut).unwrap();
    let total: i128 = movement.tiers.cells.iter().map(|c| c.net.0 - c.net_between.0).sum();
    assert_eq!(Total(total), before.totals.net);
    assert_eq!(before.totals.buyers, known);
}

#[test]
fn movers_are_the_cells_beside_the_diagonal_and_moved_for_a_reason() {
    let bytes = data("cdnow_transactions.csv");
    let all = cdnow();
    let (session, _, movement) = moved(&bytes, &MovementQuery::default());
    let beside = |up: bool| {
        let cells = movement.tiers.cells.iter();
        let beside = cells.filter(|c| c.from.zip(c.to).is_some_and(|(a, b)| if up { b < a } else { b > a }));
        beside.fold((0, 0), |sum, c| (sum.0 + c.customers, sum.1 + c.net_between.0))
    };
    for (direction, group) in [(Direction::Up, &movement.risers), (Direction::Down, &movement.fallers)] {
        assert_eq!((group.customers, group.net.0), beside(direction == Direction::Up));
        assert!(group.customers > 100);
        let query = MoverQuery { direction: Some(direction), limit: 5000, ..MoverQuery::default() };
        let page = session.movers(&query).unwrap();
        assert_eq!((page.total, page.rows.len() as u64), (group.customers, group.customers));
        let mut last = f64::INFINITY;
        for row in &page.rows {
            let change = row.index_after.unwrap() - row.index_before.unwrap();
            assert!(change.abs() <= last);
            last = change.abs();
            let days = &all[row.customer.as_str()];
            let since: i128 = days.range(19_971_001..).map(|(_, cents)| cents * CENT).sum();
            assert_eq!(row.orders, days.range(19_971_001..).count() as i64);
            assert_eq!(row.net, Total(since));
            match direction {
                // The scale is held: whoever did nothing never rises, however others fall.
                Direction::Up => {
                    assert!(row.orders > 0 && row.tier_after < row.tier_before);
                    assert!(matches!(row.reason, MoveReason::OrderedAgain | MoveReason::LargerBasket));
                }
                Direction::Down => {
                    assert!(row.tier_after > row.tier_before);
                    assert!(matches!(row.reason, MoveReason::NoOrder | MoveReason::SmallerBasket));
                }
            }
        }
    }
    // The list behind one cell.
    let cell = movement.tiers.cells.iter().find(|c| (c.from, c.to) == (Some(0), Some(1))).unwrap();
    let query = MoverQuery {
        by: MoveView::Tiers,
        from: Some("high".into()),
        to: Some("medium".into()),
        offset: 3,
        limit: 10,
        ..MoverQuery::default()
    };
    let page = session.movers(&query).unwrap();
    assert_eq!((page.total, page.rows.len()), (cell.customers, 10));
    // A customer of the report stands where the movement says.
    let row = &page.rows[0];
    let query = CustomerQuery { search: Some(row.customer.clone()), limit: 3000, ..CustomerQuery::default() };
    let found = session.customers(&query).unwrap();
    let same = found.rows.iter().find(|r| r.customer == row.customer).unwrap();
    assert_eq!((same.value_tier, same.rfm_segment), (row.tier_after, row.segment_after));
    assert_eq!((same.value_index, same.recency_days), (row.index_after, row.recency_days));
}

#[test]
fn high_value_retention_is_that_of_the_customers_who_were_high() {
    let (session, _, movement) = moved(&data("cdnow_transactions.csv"), &MovementQuery::default());
    let query = MoverQuery { from: Some("high".into()), limit: 5000, ..MoverQuery::default() };
    let rows = session.movers(&query).unwrap().rows;
    let high = &movement.high;
    assert_eq!(high.customers, rows.len() as u64);
    assert_eq!(high.bought, rows.iter().filter(|r| r.orders > 0).count() as u64);
    assert_eq!(high.still_high, rows.iter().filter(|r| r.tier_after == r.tier_before).count() as u64);
    assert_eq!(high.net_between.0, rows.iter().map(|r| r.net.0).sum::<i128>());
    let all = cdnow();
    let before: i128 = rows
        .iter()
        .flat_map(|r| all[r.customer.as_str()].range(..19_971_001).map(|(_, cents)| cents * CENT))
        .sum();
    assert_eq!(high.net_before, Some(Total(before)));
}

#[test]
fn the_order_of_the_rows_changes_nothing() {
    for file in ["cdnow_transactions.csv", "online_retail_slice.csv"] {
        let bytes = data(file);
        let list = |bytes: &[u8]| {
            let (session, _, movement) = moved(bytes, &MovementQuery::default());
            let page = session.movers(&MoverQuery { limit: 100, ..MoverQuery::default() }).unwrap();
            (serde_json::to_string(&movement).unwrap(), serde_json::to_string(&page).unwrap())
        };
        let plain = list(&bytes);
        assert_eq!(plain, list(&reorder(&bytes, true)), "{file} shuffled");
        assert_eq!(plain, list(&reorder(&bytes, false)), "{file} reversed");
    }
}

#[test]
fn tenure_alone_may_lift_a_customer_and_says_so() {
    let settings = Settings {
        weights: Weights { recency: 0.0, frequency: 0.0, monetary: 0.0, tenure: 1.0, ..Weights::default() },
        ..quick()
    };
    let (mut session, _) = run(&data("cdnow_transactions.csv"), &settings).unwrap();
    session.movement(&MovementQuery::default()).unwrap();
    let up = MoverQuery { direction: Some(Direction::Up), limit: 5000, ..MoverQuery::default() };
    let rows = session.movers(&up).unwrap().rows;
    let silent: BTreeSet<String> =
        rows.iter().filter(|r| r.orders == 0).map(|r| format!("{:?}", r.reason)).collect();
    assert_eq!(silent, BTreeSet::from(["LongerCustomer".to_string()]));
}

#[test]
fn what_can_not_be_compared_is_refused() {
    let (mut session, report) = run(&data("cdnow_transactions.csv"), &quick()).unwrap();
    let list = MoverQuery { limit: 1, ..MoverQuery::default() };
    assert_eq!(session.movers(&list).unwrap_err().code, Code::OutOfOrder);
    for (from, to, setting) in [
        (Some("1998-06-30"), None, "from"),
        (Some("1996-12-31"), None, "from"),
        (None, Some("1996-01-01"), "to"),
        (None, Some("1997-01-01"), "from"),
    ] {
        let query = MovementQuery { from: from.map(day), to: to.map(day), step: None };
        let error = session.movement(&query).unwrap_err();
        assert_eq!((error.code, error.value.as_deref()), (Code::BadSetting, Some(setting)), "{query:?}");
    }
    session.movement(&MovementQuery::default()).unwrap();
    session.movers(&list).unwrap();
    // Another report forgets who moved under the one before.
    session.report(&report.settings).unwrap();
    assert_eq!(session.movers(&list).unwrap_err().code, Code::OutOfOrder);

    let (mut table, _) = run(&data("telco_churn.csv"), &quick()).unwrap();
    assert_eq!(table.movement(&MovementQuery::default()).unwrap_err().code, Code::NoDateColumn);
}

/// What follows the slider says the same as the report that comes after it, as far as it goes.
#[test]
fn a_glance_is_the_report_without_what_takes_long() {
    let (mut session, _) = run(&data("online_retail_slice.csv"), &Settings::default()).unwrap();
    let before = serde_json::to_string(&session.customers(&CustomerQuery::default()).unwrap()).unwrap();
    for days_back in [0, 20, 40] {
        let last = session.glance(&Settings::default()).unwrap().last_day.unwrap();
        let settings = Settings { as_of: Some(Day(last.0 - days_back)), ..quick() };
        let glance = session.glance(&settings).unwrap();
        assert!(glance.models.is_none() && glance.segments.clusters.is_none());
        assert_eq!(
            serde_json::to_string(&session.customers(&CustomerQuery::default()).unwrap()).unwrap(),
            before
        );
        let (mut other, _) = run(&data("online_retail_slice.csv"), &Settings::default()).unwrap();
        let mut whole = other.report(&settings).unwrap();
        whole.segments.clusters = None;
        whole.input.attributes.clear();
        whole.tiers.sensitivity.clear();
        let (glance, whole) = (common::json(&glance), common::json(&whole));
        for (part, of_whole) in whole.as_object().unwrap() {
            assert_eq!(glance.get(part), Some(of_whole), "{part}, {days_back} days back");
        }
    }
    let too_early = Settings { as_of: Day::parse_iso("1990-01-01"), ..quick() };
    assert_eq!(session.glance(&too_early).unwrap_err().code, Code::AsOfTooEarly);
}
