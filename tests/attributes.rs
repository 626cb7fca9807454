//! What a file says of its customers beside their orders: the same for every order of its rows.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{json, reorder, run};
use value_tiers::customers::Measure;
use value_tiers::report::IndexPart;
use value_tiers::settings::{Role, Settings, Weights};
use value_tiers::units::Day;

const ORDERS: &str = "customer,date,amount,order id,category,product,channel,coupon,region,rating,note\n\
    anna,2024-01-05,10.00,1,Tea,Green,web,,North,4,x\n\
    anna,2024-01-05,20.00,1,Cups,Blue,web,AB12,North,,x\n\
    anna,2024-02-09,30.00,2,Tea,Black,shop,,,5,y\n\
    anna,2024-03-01,40.00,3,Tea,Green,app,,South,n/a,z\n\
    anna,2024-03-02,-40.00,3,Pots,Green,app,,East,1,z\n\
    bert,2024-02-02,5.50,4,Pots,Red,shop,XY,West,3,x\n\
    cleo,2024-01-31,7.00,5,,,,,,,\n";

fn attribute(bytes: &[u8], settings: &Settings, role: Option<Role>, measure: Measure) -> Vec<String> {
    let (session, _) = run(bytes, settings).expect("a report");
    let customers = &session.analysis().unwrap().customers;
    let found = customers.attributes.iter().find(|a| a.column.role == role && a.measure == measure);
    let found = found.unwrap_or_else(|| panic!("no {role:?} {measure:?}"));
    (0..customers.len()).map(|i| found.column.text(i)).collect()
}

#[test]
fn rows_become_one_cell_by_what_the_column_is() {
    let settings = Settings::default();
    for (role, measure, expected) in [
        (Role::Category, Measure::Main, ["Tea", "Pots", ""]),
        (Role::Category, Measure::Distinct, ["2", "1", "0"]),
        (Role::Product, Measure::Distinct, ["3", "1", "0"]),
        // Web has two rows, shop and app one each.
        (Role::Channel, Measure::Main, ["web", "shop", ""]),
        (Role::Discount, Measure::Share, ["0.25", "1", "0"]),
        // The refund of March is no purchase: East never counts.
        (Role::Region, Measure::Latest, ["South", "West", ""]),
        (Role::Satisfaction, Measure::Mean, ["4.50", "3", ""]),
    ] {
        assert_eq!(attribute(ORDERS.as_bytes(), &settings, Some(role), measure), expected, "{role:?}");
    }
}

#[test]
fn rows_after_the_as_of_date_say_nothing() {
    let settings = Settings { as_of: Day::from_ymd(2024, 2, 10), ..Settings::default() };
    let region = attribute(ORDERS.as_bytes(), &settings, Some(Role::Region), Measure::Latest);
    assert_eq!(region, ["North", "West", ""]);
}

#[test]
fn a_column_without_a_role_comes_along_when_it_is_named() {
    let settings = Settings { attributes: Some(vec!["note".into()]), ..Settings::default() };
    assert_eq!(attribute(ORDERS.as_bytes(), &settings, None, Measure::Latest), ["z", "x", ""]);
}

#[test]
fn a_customer_table_brings_what_tells_its_customers_apart() {
    let mut table = String::from("id,orders,spent,age,city,joined,same,serial\n");
    for i in 0..60 {
        table += &format!(
            "c{i:03},{},{}.50,{},{},2020-01-{:02},x,{}\n",
            i % 7 + 1,
            i * 3,
            20 + i % 40,
            ["Oslo", "Rome", "Lima"][i % 3],
            i % 28 + 1,
            1000 + i
        );
    }
    let (_, report) = run(table.as_bytes(), &Settings::default()).unwrap();
    let columns: Vec<&str> = report.input.attributes.iter().map(|a| a.column.as_str()).collect();
    assert!(columns.contains(&"age") && columns.contains(&"city"), "{columns:?}");
    assert!(!columns.contains(&"same") && !columns.contains(&"serial"), "{columns:?}");
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let expected = json(&run(ORDERS.as_bytes(), &Settings::default()).unwrap().1);
    for shuffle in [false, true] {
        assert_eq!(
            json(&run(&reorder(ORDERS.as_bytes(), shuffle), &Settings::default()).unwrap().1),
            expected
        );
    }
}

/// Anna brought 60 and 40 of it went back; what the goods cost her shop stays spent.
#[test]
fn margin_is_what_the_goods_left() {
    let head = "customer,date,amount,order id,refund,quantity";
    let rows = |cost: [&str; 4]| {
        format!(
            "{head},{}\nanna,2024-01-05,20.00,1,,2,{}\nanna,2024-02-09,40.00,2,40.00,1,{}\nbert,2024-02-02,5.50,4,,3,{}\n",
            cost[0], cost[1], cost[2], cost[3]
        )
    };
    for (cost, expected) in [
        (["cost", "6.00", "10.00", "1.50"], Some(["4.00", "4.00"])),
        (["unit cost", "6.00", "10.00", "1.50"], Some(["-2.00", "1.00"])),
        (["margin", "14.00", "30.00", "4.00"], Some(["4.00", "4.00"])),
        // One row does not say.
        (["cost", "6.00", "", "1.50"], None),
    ] {
        let (session, report) = run(rows(cost).as_bytes(), &Settings::default()).unwrap();
        let margin = session.analysis().unwrap().customers.margin.as_ref();
        let margin = margin.map(|m| m.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(
            margin.as_deref(),
            expected.map(|e| e.map(String::from)).as_ref().map(<[String; 2]>::as_slice),
            "{cost:?}"
        );
        assert_eq!(report.tiers.parts.contains(&IndexPart::Margin), expected.is_some(), "{cost:?}");
    }
}

/// Cleo gave no rating and stands in the middle.
#[test]
fn what_customers_state_counts_where_a_person_wants_it() {
    let weights = Weights { satisfaction: 1.0, ..Weights::NONE };
    let (session, report) = run(ORDERS.as_bytes(), &Settings { weights, ..Settings::default() }).unwrap();
    assert!(report.tiers.parts.contains(&IndexPart::Satisfaction));
    // Anna's mean is 4.5, Bert's 3.
    assert_eq!(session.analysis().unwrap().index, [75.0, 25.0, 50.0]);
}

/// Six groups of goods and three places to buy them, as a food shop's table has them; a deal is counted where it was bought.
#[test]
fn columns_that_are_parts_of_a_sum_are_added_up_and_asked_about() {
    let mut table = String::from(
        "ID,Income,MntWines,MntFruits,NumDealsPurchases,NumWebPurchases,NumStorePurchases,Recency\n",
    );
    for i in 0..50 {
        table += &format!(
            "c{i:02},{},{},{},{},{},{},{}\n",
            20_000 + i * 37,
            i,
            i * 2,
            i % 3,
            i % 4,
            1 + i % 2,
            i % 60
        );
    }
    let settings = Settings::default();
    let mut session = value_tiers::session::Session::new();
    let preview = session.inspect(table.as_bytes(), true, &settings).unwrap();
    assert_eq!(preview.sums[&Role::Monetary], ["MntWines", "MntFruits"]);
    assert_eq!(preview.sums[&Role::Frequency], ["NumWebPurchases", "NumStorePurchases"]);
    assert!(!preview.sure && preview.missing.is_empty());
    let (_, report) = run(table.as_bytes(), &settings).unwrap();
    let orders: u64 = (0..50).map(|i| i % 4 + 1 + i % 2).sum();
    assert_eq!((report.totals.net.to_string().as_str(), report.totals.orders), ("3675.00", orders));
    let told = Settings { sums: Some(preview.sums.clone()), ..Settings::default() };
    assert!(session.inspect(table.as_bytes(), true, &told).unwrap().sure);
    let none = Settings { sums: Some(std::collections::BTreeMap::new()), ..Settings::default() };
    assert_eq!(run(table.as_bytes(), &none).unwrap_err().code, value_tiers::error::Code::NoAmountColumn);
}

#[test]
fn surveys_are_summed_up_with_their_intervals() {
    let mut table = String::from("customer id,total spent,orders,satisfaction,nps\n");
    for i in 0..40 {
        let (rating, nps) = if i % 4 == 0 {
            (String::new(), String::new())
        } else {
            ((i % 5 + 1).to_string(), (i % 11).to_string())
        };
        table += &format!("c{i:02},{}.50,{},{rating},{nps}\n", 10 + i, i % 3 + 1);
    }
    let (_, report) = run(table.as_bytes(), &Settings::default()).unwrap();
    let asked: Vec<u32> = (0..40).filter(|i| i % 4 != 0).collect();
    let count = |fits: &dyn Fn(u32) -> bool| asked.iter().filter(|i| fits(**i)).count() as f64;
    let n = asked.len() as f64;
    let kpi = |id| report.kpis.iter().find(|kpi| kpi.id == id).unwrap();
    let csat = kpi(value_tiers::report::KpiId::Csat);
    assert_eq!((csat.n, csat.value), (30, Some(count(&|i| i % 5 + 1 >= 4) / n)));
    let nps = kpi(value_tiers::report::KpiId::Nps);
    let points = 100.0 * (count(&|i| i % 11 >= 9) - count(&|i| i % 11 <= 6)) / n;
    assert!((nps.value.unwrap() - points).abs() < 1e-9);
    for kpi in [csat, nps] {
        let (low, high) = kpi.interval.unwrap();
        assert!(low < kpi.value.unwrap() && kpi.value.unwrap() < high);
    }
}
