//! Key accounts and losses against a recount of the file's rows, written here without the engine.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{data, reorder, run};
use value_tiers::advice::accounts::{Accounts, AccountsQuery};
use value_tiers::advice::baskets::ItemKind;
use value_tiers::query::{CustomerQuery, CustomerSort};
use value_tiers::report::Report;
use value_tiers::session::Session;
use value_tiers::settings::Settings;
use value_tiers::units::{Day, Total};

const CENT: i128 = 10_000;

fn found(bytes: &[u8]) -> (Session, Report, Accounts) {
    let (session, report) = run(bytes, &Settings { models: false, ..Settings::default() }).unwrap();
    let accounts = session.accounts(&AccountsQuery::default()).unwrap();
    (session, report, accounts)
}

/// Of each customer of CDNOW, cents by day, counted from the first of 1970.
fn cdnow() -> BTreeMap<String, BTreeMap<i32, i128>> {
    let mut all: BTreeMap<String, BTreeMap<i32, i128>> = BTreeMap::new();
    for line in String::from_utf8(data("cdnow_transactions.csv")).unwrap().lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let (year, rest) = cells[2].split_at(4);
        let day = Day::parse_iso(&format!("{year}-{}-{}", &rest[..2], &rest[2..])).unwrap().0;
        let cents = (cells[4].parse::<f64>().unwrap() * 100.0).round() as i128;
        *all.entry(cells[1].into()).or_default().entry(day).or_default() += cents;
    }
    all
}

#[test]
fn the_key_accounts_of_cdnow_are_a_recount() {
    let all = cdnow();
    let (session, report, accounts) = found(&data("cdnow_transactions.csv"));
    let mut largest: Vec<(i128, &String)> =
        all.iter().map(|(name, days)| (days.values().sum(), name)).collect();
    largest.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let net: i128 = largest.iter().map(|(net, _)| net).sum();
    assert_eq!(accounts.net, Total(net * CENT));
    assert_eq!(accounts.net, report.totals.net);
    assert_eq!(accounts.accounts.len(), 20);
    let share = |n: usize| largest[..n].iter().map(|(net, _)| net).sum::<i128>() as f64 / net as f64;
    for (got, want) in
        [(accounts.largest, share(1)), (accounts.largest_three, share(3)), (accounts.share, share(20))]
    {
        assert!((got.unwrap() - want).abs() < 1e-12, "{got:?} {want}");
    }
    // Half the file each: 1 January 1997 to 30 June 1998.
    let (before, after) = (accounts.before.clone().unwrap(), accounts.after.clone().unwrap());
    assert_eq!((before.to.0 + 1, before.to.0 - before.from.0), (after.from.0, after.to.0 - after.from.0));
    assert_eq!(Some(after.to), report.as_of);
    for (account, (net, name)) in accounts.accounts.iter().zip(&largest) {
        let days = &all[*name];
        assert_eq!((&account.customer, account.net), (*name, Total(net * CENT)));
        let (first, last) = (*days.keys().next().unwrap(), after.to.0);
        assert_eq!(account.tenure_days, Some((last - first) as u32));
        let keys: Vec<i32> = days.keys().copied().collect();
        let gaps: Vec<f64> = keys.windows(2).map(|pair| f64::from(pair[1] - pair[0])).collect();
        assert_eq!(account.gaps, gaps.len() as u64);
        if gaps.len() >= 3 {
            let mean = gaps.iter().sum::<f64>() / gaps.len() as f64;
            let variance = gaps.iter().map(|gap| (gap - mean).powi(2)).sum::<f64>() / (gaps.len() - 1) as f64;
            assert!((account.variation.unwrap() - variance.sqrt() / mean).abs() < 1e-12);
        } else {
            assert_eq!(account.variation, None);
        }
        let within = |from: Day, to: Day| days.range(from.0..=to.0).map(|(_, cents)| cents).sum::<i128>();
        let (was, is) = (within(before.from, before.to), within(after.from, after.to));
        assert_eq!((account.before, account.after), (Some(Total(was * CENT)), Some(Total(is * CENT))));
        assert_eq!(account.trend.is_some(), was > 0);
        if let Some(trend) = account.trend {
            assert!((trend - (is - was) as f64 / was as f64).abs() < 1e-12);
        }
        assert!(account.value_tier.is_some() && account.breadth.is_none());
    }
    // The list that leaves holds the same customers.
    let query = CustomerQuery {
        key_account: true,
        sort: Some(CustomerSort::Net),
        descending: true,
        limit: 100,
        ..CustomerQuery::default()
    };
    let rows = session.customers(&query).unwrap().rows;
    let names = |row: &dyn Fn(usize) -> String| (0..20).map(row).collect::<BTreeSet<String>>();
    assert_eq!(rows.len(), 20);
    assert_eq!(names(&|i| rows[i].customer.clone()), names(&|i| accounts.accounts[i].customer.clone()));
    // The order of the rows changes nothing; masked, no name is left.
    assert_eq!(found(&reorder(&data("cdnow_transactions.csv"), true)).2, accounts);
    let masked = session.accounts(&AccountsQuery { mask: Some("key".into()) }).unwrap();
    assert!(masked.accounts.iter().zip(&accounts.accounts).all(|(a, b)| a.customer != b.customer));
    assert_eq!(accounts.losses, None);
}

#[test]
fn breadth_is_categories_where_there_are_some_and_losses_are_who_costs_more_than_they_bring() {
    let file = "customer,date,amount,category,cost\n\
        ann,2024-01-05,100.00,tea,40\nann,2024-02-05,50.00,pots,20\nann,2024-03-05,-20.00,pots,0\n\
        bob,2024-01-09,30.00,tea,45\nbob,2024-02-09,10.00,tea,5\n\
        cat,2024-02-11,25.00,cups,25\n\
        dan,2024-03-01,8.00,tea,20.50\n";
    let (session, report, accounts) = found(file.as_bytes());
    assert_eq!(accounts.by, Some(ItemKind::Category));
    let breadth: Vec<_> =
        accounts.accounts.iter().map(|a| (a.customer.as_str(), a.net.0 / 1_000_000, a.breadth)).collect();
    let want = [("ann", 130, Some(2)), ("bob", 40, Some(1)), ("cat", 25, Some(1)), ("dan", 8, Some(1))];
    assert_eq!(breadth, want);
    assert!((accounts.largest.unwrap() - 130.0 / 203.0).abs() < 1e-12);
    assert_eq!(report.totals.net, accounts.net);

    // Bob brought 40 for 50, Dan 8 for 20.50; Cat's 25 for 25 is no loss.
    let losses = accounts.losses.clone().unwrap();
    assert_eq!((losses.customers, losses.of), (2, 4));
    assert_eq!((losses.net.to_string(), losses.margin.to_string()), ("48.00".into(), "-22.50".into()));
    assert_eq!(losses.margin_all.to_string(), "47.50");
    let query = CustomerQuery {
        at_a_loss: true,
        sort: Some(CustomerSort::Margin),
        limit: 10,
        ..CustomerQuery::default()
    };
    let rows = session.customers(&query).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.customer.as_str()).collect::<Vec<_>>(), ["dan", "bob"]);
}

#[test]
fn a_table_of_customers_has_shares_and_what_it_says_of_margins() {
    let file = "customer,total_spend,orders,profit\na,60,3,12\nb,30,2,-4\nc,10,1,0\nd,0,0,-1\n";
    let (_, _, accounts) = found(file.as_bytes());
    assert_eq!(accounts.accounts.len(), 3);
    assert!((accounts.largest.unwrap() - 0.6).abs() < 1e-12 && accounts.largest_three == Some(1.0));
    let first = &accounts.accounts[0];
    assert_eq!((first.gaps, first.variation, first.trend, first.tenure_days), (0, None, None, None));
    assert_eq!((accounts.before, accounts.after, accounts.by), (None, None, None));
}

/// `b` and `c` by `a`, `d` by `c`, `e` and `f` by each other, `g` by somebody of another file.
const REFERRED: &str = "\
customer,date,amount,referred_by
a,2024-01-01,10.00,
b,2024-01-02,20.00,a
c,2024-01-03,30.00,a
c,2024-02-03,5.00,a
d,2024-01-04,40.00,c
e,2024-01-05,50.00,f
f,2024-01-06,60.00,e
g,2024-01-07,70.00,stranger
";

#[test]
fn referrals_are_a_tree_counted_by_hand() {
    let (session, _, accounts) = found(REFERRED.as_bytes());
    let referrals = accounts.referrals.as_ref().unwrap();
    assert_eq!((referrals.referred, referrals.unknown, referrals.referrers), (3, 3, 2));
    assert_eq!(referrals.net, Total(95 * 100 * CENT));
    assert!((referrals.share.unwrap() - 95.0 / 285.0).abs() < 1e-12);
    let rows: Vec<_> = referrals
        .list
        .iter()
        .map(|one| {
            (one.customer.as_str(), one.referred, one.descendants, one.depth, one.net_descendants.0 / CENT)
        })
        .collect();
    assert_eq!(rows, [("a", 2, 3, 2, 9500), ("c", 1, 1, 1, 4000)]);
    // Pseudonyms, and rows in another order.
    let masked = session.accounts(&AccountsQuery { mask: Some("key".into()) }).unwrap();
    assert!(masked.referrals.unwrap().list.iter().all(|one| one.customer.len() > 1));
    assert_eq!(found(&reorder(REFERRED.as_bytes(), false)).2.referrals, accounts.referrals);
    // A column that names nobody here, or none.
    let others = REFERRED
        .replace(",a\n", ",x\n")
        .replace(",c\n", ",y\n")
        .replace(",f\n", ",\n")
        .replace(",e\n", ",\n");
    assert!(found(others.as_bytes()).2.referrals.is_none());
    assert!(found(&data("cdnow_transactions.csv")).2.referrals.is_none());
}
