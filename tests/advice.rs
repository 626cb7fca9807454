//! From report to action on real files: budgets, findings, what to do this week.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{data, reorder, report, run};
use value_tiers::advice::agenda::document::{Agenda, AgendaMissing, AgendaQuery, AgendaRow, Lane};
use value_tiers::advice::budget::document::{BudgetMissing, BudgetSettings, Change, GroupAssumption};
use value_tiers::advice::findings::{Finding, FindingMoney, FindingRule, Goal};
use value_tiers::query::{CustomerQuery, CustomerSort};
use value_tiers::report::{ActionId, KpiId, Missing, SegmentId, ValueTier};
use value_tiers::segments::templates::Template;
use value_tiers::settings::Settings;
use value_tiers::units::Day;

fn assumed(cost: f64, response: f64) -> GroupAssumption {
    GroupAssumption { cost: Some(cost), response: Some(response), ..GroupAssumption::default() }
}

#[test]
fn a_budget_goes_where_it_keeps_most_and_the_groups_add_up() {
    let (session, _) = run(&data("online_retail_slice.csv"), &Settings::default()).unwrap();
    // Nothing is assumed in a person's place.
    let blank = session.budget(&BudgetSettings::default()).unwrap();
    assert_eq!(blank.missing, [BudgetMissing::NoAmount]);
    assert!(
        blank.at_stake.0 > 0 && blank.spent.0 == 0 && blank.groups.iter().all(|g| g.break_even.is_none())
    );

    let groups = [
        (ActionId::Save, assumed(12.0, 0.1)),
        (ActionId::Protect, GroupAssumption { cap: Some(120.0), ..assumed(20.0, 0.2) }),
        (ActionId::Rest, GroupAssumption { floor: Some(30.0), ..assumed(1.0, 0.01) }),
    ];
    let settings = BudgetSettings { amount: Some(900.0), groups: groups.into(), ..BudgetSettings::default() };
    let found = session.budget(&settings).unwrap();
    assert!(
        found.missing.is_empty() && found.exact && found.spent.0 <= 900_000_000 && found.kept > found.spent
    );
    let group = |id| found.groups.iter().find(|g| g.id == id).unwrap();
    assert!(group(ActionId::Protect).spend.0 <= 120_000_000 && group(ActionId::Rest).spend.0 >= 30_000_000);
    assert_eq!(group(ActionId::Grow).contacts, 0);
    // The contacts are those with the most at stake: the list says the same.
    let save = group(ActionId::Save);
    let query = CustomerQuery {
        action: Some(ActionId::Save),
        sort: Some(CustomerSort::ValueAtRisk),
        descending: true,
        limit: usize::try_from(save.contacts).unwrap(),
        ..CustomerQuery::default()
    };
    let reached: i128 =
        session.customers(&query).unwrap().rows.iter().map(|row| row.value_at_risk.unwrap().0).sum();
    assert!(save.contacts > 0);
    assert_eq!(save.reached.0, reached);
    let even = save.contact_break_even.unwrap();
    assert!((even * reached as f64 - save.spend.0 as f64).abs() < 1.0);
    let all = save.customers as f64 * 12.0 / save.at_stake.to_f64();
    assert!((save.break_even.unwrap() - all).abs() < 1e-12);

    let too_much = BudgetSettings { amount: Some(29.0), ..settings.clone() };
    assert_eq!(session.budget(&too_much).unwrap().missing, [BudgetMissing::FloorsOverBudget]);
    assert!(session.budget(&BudgetSettings { amount: Some(-1.0), ..settings }).is_err());
}

#[test]
fn hours_follow_the_value_at_stake_and_what_if_its_formula() {
    let bytes = data("online_retail_slice.csv");
    let (session, report) = run(&bytes, &Settings::default()).unwrap();
    let change = Change { frequency: 0.1, basket: -0.05, retention: 0.25 };
    let settings = BudgetSettings {
        hours: Some(40.0),
        what_if: [(SegmentId::AtRisk, change)].into(),
        ..BudgetSettings::default()
    };
    let found = session.budget(&settings).unwrap();
    let hours: f64 = found.service.iter().filter_map(|cell| cell.hours).sum();
    assert!((hours - 40.0).abs() < 1e-9);
    assert_eq!(found.service.iter().map(|cell| cell.customers).sum::<u64>(), report.totals.buyers);
    for segment in &found.what_if {
        let (value, stake) = (segment.value.to_f64(), segment.at_stake.to_f64());
        let expected = match segment.segment {
            SegmentId::AtRisk => 1.1 * 0.95 * (value - 0.75 * stake),
            _ => value - stake,
        };
        assert!((segment.next.to_f64() - expected).abs() < 1e-5, "{segment:?}");
    }
    assert_eq!(report.warnings.unwrap().value_at_risk, found.at_stake);

    // The order of the rows changes nothing.
    let (other, _) = run(&reorder(&bytes, true), &Settings::default()).unwrap();
    assert_eq!(other.budget(&settings).unwrap(), found);
}

#[test]
fn five_findings_at_most_the_goal_first_and_the_most_money() {
    let money = |found: &[Finding]| found.iter().filter_map(|f| f.money).map(|m| m.0).collect::<Vec<_>>();
    for (name, leads) in [("cdnow_transactions.csv", true), ("online_retail_slice.csv", false)] {
        let plain = report(&data(name));
        let found = &plain.findings;
        assert_eq!(found.len(), 5, "{name}");
        assert!(money(found).is_sorted_by(|a, b| a >= b) && found.iter().all(|f| !f.for_goal), "{name}");
        // A shop of one-time buyers hears about the second order, one of regulars does not.
        assert_eq!(found.iter().any(|f| f.rule == FindingRule::OneTime), leads, "{name}");
        // Money at stake is that of the list behind it.
        let (session, _) = run(&data(name), &Settings::default()).unwrap();
        for finding in found.iter().filter(|f| f.money_is == Some(FindingMoney::AtStake)) {
            let list = finding.list.unwrap();
            let query = CustomerQuery {
                action: list.action,
                value_tier: list.value_tier,
                risk_band: list.risk_band,
                cause: list.cause,
                limit: usize::MAX,
                ..CustomerQuery::default()
            };
            let rows = session.customers(&query).unwrap();
            let sum: i128 = rows.rows.iter().filter_map(|row| row.value_at_risk).map(|m| m.0).sum();
            assert_eq!(
                (rows.total, finding.money.unwrap().0),
                (finding.customers, sum),
                "{name} {finding:?}"
            );
        }
    }
    for (goal, first) in [
        (Goal::ProtectVips, FindingRule::Core),
        (Goal::StopChurn, FindingRule::Late),
        (Goal::GrowMiddle, FindingRule::Headroom),
        (Goal::SplitBudget, FindingRule::Core),
        // No categories in this file: said, not made up.
        (Goal::CrossSell, FindingRule::Grow),
    ] {
        let settings = Settings { goal: Some(goal), ..Settings::default() };
        let (_, report) = run(&data("online_retail_slice.csv"), &settings).unwrap();
        let found = report.findings;
        assert_eq!(found[0].rule, first, "{goal:?}: {:?}", found.iter().map(|f| f.rule).collect::<Vec<_>>());
        assert!(found[0].for_goal && found.is_sorted_by(|a, b| a.for_goal >= b.for_goal), "{goal:?}");
        let none = found.iter().any(|f| f.rule == FindingRule::NoCategories);
        assert_eq!(none, goal == Goal::CrossSell);
    }
}

#[test]
fn customers_of_one_category_are_counted_and_a_big_customer_is_named() {
    let mut text = String::from("customer,date,amount,category\n");
    for i in 0..40 {
        let other = if i < 10 { "tea" } else { "cups" };
        text += &format!(
            "c{i:02},2024-01-{:02},10.00,cups\nc{i:02},2024-02-{:02},20.00,{other}\n",
            i % 28 + 1,
            i % 28 + 1
        );
    }
    text += "big,2024-02-20,900.00,tea\n";
    let report = report(text.as_bytes());
    let of = |rule| report.findings.iter().find(|f| f.rule == rule);
    let one = of(FindingRule::OneCategory).unwrap();
    assert_eq!((one.customers, one.money.unwrap().to_string().as_str()), (31, "1800.00"));
    let big = of(FindingRule::OneCustomer).unwrap();
    assert_eq!((big.customers, big.money.unwrap().to_string().as_str()), (1, "900.00"));
    assert!((big.share - 900.0 / 2100.0).abs() < 1e-12);
}

#[test]
fn the_plays_of_a_bank_are_by_tier_without_discounts() {
    let plays = |template| {
        let settings = Settings { template, models: false, ..Settings::default() };
        let (session, _) = run(&data("cdnow_transactions.csv"), &settings).unwrap();
        session.agenda(&AgendaQuery::default()).unwrap().plays
    };
    let bank = plays(Some(Template::Bank));
    assert!(!bank.is_empty() && bank.iter().all(|group| group.play.no_discount));
    assert!(bank.iter().all(|group| group.play.service == Some(Template::Bank)));
    assert!(plays(None).iter().all(|group| group.play.service.is_none()));
}

#[test]
fn the_agenda_has_so_many_contacts_a_working_day_and_who_is_due() {
    let (session, report) = run(&data("cdnow_transactions.csv"), &Settings::default()).unwrap();
    let found = session.agenda(&AgendaQuery::default()).unwrap();
    // Recounted in Python: last purchase day plus the median of the own gaps, three purchase days at least.
    let due: Vec<u64> = found.days.iter().map(|day| day.due).collect();
    assert_eq!((due, found.due.planned), (vec![3, 5, 3, 6, 3, 2, 1], 23));
    // 1 July 1998 was a Wednesday.
    let contacts: Vec<u64> = found.days.iter().map(|day| day.contacts).collect();
    assert_eq!(contacts, [10, 10, 10, 0, 0, 10, 10]);
    assert_eq!((found.contacts.planned, found.contacts.rows.len()), (50, 10));
    let stakes: Vec<_> = found.contacts.rows.iter().map(|row| row.at_stake).collect();
    assert!(stakes.is_sorted_by(|a, b| a >= b), "{stakes:?}");
    // Every buyer is in one play.
    let played: u64 = found.plays.iter().map(|group| group.customers).sum();
    assert_eq!(played + found.others, report.totals.buyers);
    assert_eq!(
        found.missing,
        [
            AgendaMissing::NoBirthdays,
            AgendaMissing::NoContacts,
            AgendaMissing::NoChannel,
            AgendaMissing::NoDiscount
        ]
    );
    assert!(found.plays.iter().all(|group| group.play.no_discount), "nothing shows that price matters");

    let more = session.agenda(&AgendaQuery { per_day: 1000, ..AgendaQuery::default() }).unwrap();
    assert_eq!(more.contacts.planned, more.contacts.total);
    let masked = session.agenda(&AgendaQuery { mask: Some("key".into()), ..AgendaQuery::default() }).unwrap();
    assert!(masked.due.rows.iter().zip(&found.due.rows).all(|(a, b)| a.customer != b.customer));
    for wrong in [
        AgendaQuery { days: 0, ..AgendaQuery::default() },
        AgendaQuery { per_day: 0, ..AgendaQuery::default() },
    ] {
        assert!(session.agenda(&wrong).is_err());
    }
    let (other, _) = run(&reorder(&data("cdnow_transactions.csv"), true), &Settings::default()).unwrap();
    let names = |agenda: &Agenda| -> Vec<String> {
        [&agenda.contacts, &agenda.due]
            .iter()
            .flat_map(|lane| lane.rows.iter().map(|row| row.customer.clone()))
            .collect()
    };
    assert_eq!(names(&other.agenda(&AgendaQuery::default()).unwrap()), names(&found));
}

#[test]
fn birthdays_and_anniversaries_come_from_the_columns_and_the_channel_from_where_they_bought() {
    let rows: String = (0..40)
        .map(|i| {
            let (born, where_) =
                (if i == 3 { "1980-03-05" } else { "1990-09-09" }, if i % 4 == 0 { "shop" } else { "web" });
            let first = if i < 2 { "2022-03-04" } else { "2023-11-20" };
            format!("c{i:02},{first},20.00,{where_},{born},0\nc{i:02},2024-03-01,30.00,{where_},{born},5\n")
        })
        .collect();
    let text = format!("customer,date,amount,channel,birthday,discount\n{rows}");
    let (session, _) = run(text.as_bytes(), &Settings::default()).unwrap();
    let found = session.agenda(&AgendaQuery::default()).unwrap();
    let lane = |lane: &Lane| -> Vec<(String, String)> {
        lane.rows.iter().map(|row| (row.customer.clone(), row.day.to_string())).collect()
    };
    assert_eq!(lane(&found.birthdays), [("c03".into(), "2024-03-05".into())]);
    let anniversaries = [("c00".into(), "2024-03-04".into()), ("c01".into(), "2024-03-04".into())];
    assert_eq!(lane(&found.anniversaries), anniversaries);
    assert_eq!(found.anniversaries.rows[0].years, Some(2));
    let channels: Vec<(&str, u64, f64)> =
        found.channels.iter().map(|c| (c.name.as_str(), c.customers, c.net_each)).collect();
    assert_eq!(channels, [("web", 30, 50.0), ("shop", 10, 50.0)]);
}

#[test]
fn first_orders_are_followed_up_until_there_is_a_second() {
    // First orders 0 to 40 days before the as-of date, one customer a day; every third has ordered again on the last day.
    let last = Day::parse_iso("2024-03-31").unwrap();
    let text: String = (0..=40)
        .map(|back| {
            let first = Day(last.0 - back);
            let again =
                if back % 3 == 0 && back > 0 { format!("c{back:02},{last},5.00\n") } else { String::new() };
            format!("c{back:02},{first},20.00\n{again}")
        })
        .collect();
    let (session, _) = run(format!("customer,date,amount\n{text}").as_bytes(), &Settings::default()).unwrap();
    let found = session.agenda(&AgendaQuery { limit: 100, ..AgendaQuery::default() }).unwrap();
    let got: Vec<(String, String, u32)> = found
        .follow_ups
        .rows
        .iter()
        .map(|row| (row.customer.clone(), row.day.to_string(), row.after.unwrap()))
        .collect();
    // A recount: each step's day is one of the seven after the as-of date.
    let mut expected = Vec::new();
    for (at, after) in [3, 14, 30].into_iter().enumerate() {
        for back in 0..=40 {
            let day = Day(last.0 - back + after);
            let again = back % 3 == 0 && back > 0;
            if day > last && day <= Day(last.0 + 7) && !(at > 0 && again) {
                expected.push((format!("c{back:02}"), day.to_string(), after as u32));
            }
        }
    }
    let sorted = |mut rows: Vec<(String, String, u32)>| {
        rows.sort();
        rows
    };
    assert!(got.is_sorted_by_key(|(_, day, _)| day.clone()), "in the order of the days");
    assert_eq!(sorted(got), sorted(expected.clone()));
    let counted: Vec<(u32, u64, u64)> =
        found.steps.iter().map(|step| (step.after, step.customers, step.ordered_again)).collect();
    assert_eq!(counted, [(3, 3, 0), (14, 5, 2), (30, 5, 2)]);
    assert_eq!(found.follow_ups.planned, 13);
    assert_eq!(found.days.iter().map(|day| day.follow_ups).sum::<u64>(), 13);
    for step in &found.steps {
        let query = CustomerQuery {
            first_from: Some(step.first_from),
            first_to: Some(step.first_to),
            once: step.once,
            limit: 100,
            ..CustomerQuery::default()
        };
        let page = session.customers(&query).unwrap();
        assert_eq!(page.total, step.customers, "{} days", step.after);
        let of_step = |row: &&(String, String, u32)| row.2 == step.after;
        let mut names: Vec<&str> = page.rows.iter().map(|row| row.customer.as_str()).collect();
        names.sort_unstable();
        let mut wanted: Vec<&str> = expected.iter().filter(of_step).map(|row| row.0.as_str()).collect();
        wanted.sort_unstable();
        assert_eq!(names, wanted);
    }
    for wrong in [vec![0], vec![14, 3], vec![3, 3], vec![366], vec![1, 2, 3, 4, 5, 6, 7]] {
        assert!(session.agenda(&AgendaQuery { follow_ups: wrong, ..AgendaQuery::default() }).is_err());
    }
    let none = session.agenda(&AgendaQuery { follow_ups: Vec::new(), ..AgendaQuery::default() }).unwrap();
    assert_eq!((none.follow_ups.total, none.steps.len()), (0, 0));
}

#[test]
fn who_was_contacted_lately_is_left_alone() {
    // CDNOW with a column of contacts: every second customer on one of the last days, by their number.
    let text = String::from_utf8(data("cdnow_transactions.csv")).unwrap();
    let mut lines = text.lines();
    let header = lines.next().unwrap();
    let at = header.split(',').position(|name| name == "id").unwrap();
    let contact = |line: &str| -> Option<String> {
        let customer: i32 = line.split(',').nth(at)?.trim().parse().ok()?;
        let last = Day::parse_iso("1998-06-30")?;
        (customer % 2 == 0).then(|| Day(last.0 - customer % 90).to_string())
    };
    let with: String = lines.map(|line| format!("{line},{}\n", contact(line).unwrap_or_default())).collect();
    let (session, _) =
        run(format!("{header},last contact\n{with}").as_bytes(), &Settings::default()).unwrap();
    let all = AgendaQuery { per_day: 1000, limit: 10_000, ..AgendaQuery::default() };
    let found = session.agenda(&all).unwrap();
    assert!(!found.missing.contains(&AgendaMissing::NoContacts));
    let free = session.agenda(&AgendaQuery { cadence: [0, 0, 0], ..all.clone() }).unwrap();
    assert_eq!(free.contacted, 0);
    assert_eq!(free.contacts.total, found.contacts.total + found.contacted);
    assert!(found.contacted > 100 && found.contacts.total > 100);
    let least = |tier: ValueTier| match tier {
        ValueTier::High => 14,
        ValueTier::Medium => 30,
        ValueTier::Low => 60,
    };
    let as_of = found.as_of.unwrap();
    let rested = |row: &&AgendaRow| row.contacted.is_none_or(|day| as_of.0 - day.0 >= least(row.tier));
    assert_eq!(found.contacts.rows.iter().filter(rested).count() as u64, found.contacts.total);
    assert_eq!(free.contacts.rows.iter().filter(rested).count() as u64, found.contacts.total);
    for row in &free.contacts.rows {
        let number: i32 = row.customer.parse().unwrap();
        let expected = (number % 2 == 0).then(|| Day(as_of.0 - number % 90));
        assert_eq!(row.contacted, expected, "{}", row.customer);
    }
    assert!(session.agenda(&AgendaQuery { cadence: [1, 2, 366], ..AgendaQuery::default() }).is_err());
}

#[test]
fn who_can_be_reached_is_counted_by_what_has_the_form_of_an_address() {
    let kpis = |file: &str| {
        let (_, report) = run(file.as_bytes(), &Settings { models: false, ..Settings::default() }).unwrap();
        let found = report
            .kpis
            .into_iter()
            .filter(|kpi| [KpiId::Reachable, KpiId::ReachableEmail, KpiId::ReachablePhone].contains(&kpi.id));
        found.map(|kpi| (kpi.id, kpi.value, kpi.n, kpi.missing)).collect::<Vec<_>>()
    };
    let rows = [
        ("a", "a@example.org", "0912 000 001"),
        ("b", "B@Example.org", ""),
        ("c", "none", "02-1234-5678"),
        ("d", "", "12"),
        ("e", "e@example.org", "0912 000 005"),
    ];
    let mut file = String::from("customer,date,amount,email,phone\n");
    for (i, (name, email, phone)) in rows.iter().enumerate() {
        file.push_str(&format!("{name},2024-01-0{},10.00,{email},{phone}\n", i + 1));
    }
    assert_eq!(
        kpis(&file),
        [
            (KpiId::Reachable, Some(0.8), 5, None),
            (KpiId::ReachableEmail, Some(0.6), 5, None),
            (KpiId::ReachablePhone, Some(0.6), 5, None),
        ]
    );
    // Shops that name their customers by address.
    let named = "customer,date,amount\na@example.org,2024-01-01,1.00\nguest,2024-01-02,2.00\n";
    assert_eq!(kpis(named), [(KpiId::Reachable, Some(0.5), 2, None)]);
    let none = "customer,date,amount\na,2024-01-01,1.00\nb,2024-01-02,2.00\n";
    assert_eq!(kpis(none), [(KpiId::Reachable, None, 0, Some(Missing::NoContacts))]);
}
