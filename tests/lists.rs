//! Lists that leave as files, and what became of them: who is on them, in what form, and the lift against a plain recount.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{data, reorder, run};
use value_tiers::error::Code;
use value_tiers::hash::xxh64;
use value_tiers::lists::lift::{LiftMissing, OutcomeSource};
use value_tiers::lists::preset::Preset;
use value_tiers::lists::{ListFormat, ListRequest, drawn, identity};
use value_tiers::query::CustomerQuery;
use value_tiers::report::SegmentId;
use value_tiers::session::Session;
use value_tiers::settings::{Role, Settings};
use value_tiers::units::Day;

fn fast() -> Settings {
    Settings { models: false, ..Settings::default() }
}

/// The rows of a CSV of ours, without quotes in it.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{feff}').expect("a byte order mark");
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// A shop with addresses: some without, two with the same, one whose name is a formula.
fn shop() -> String {
    let mut file = String::from("customer,date,amount,order id,email,phone\n");
    for i in 0..60 {
        let email = match i {
            0 => String::new(),
            1 | 2 => "Shared@Example.org".into(),
            _ => format!("C{i}@Example.org"),
        };
        let name = if i == 5 { "=1+1".into() } else { format!("c{i:02}") };
        file.push_str(&format!("{name},2024-01-{:02},10.00,a{i},{email},0912-000-{i:03}\n", 1 + i % 28));
    }
    file
}

fn shop_session() -> Session {
    let mut settings = fast();
    for (role, name) in [(Role::Customer, "customer"), (Role::Email, "email"), (Role::Phone, "phone")] {
        settings.mapping.insert(role, name.into());
    }
    run(shop().as_bytes(), &settings).unwrap().0
}

fn held_out(rows: &[Vec<String>]) -> BTreeSet<String> {
    rows.iter().filter(|row| row[1] == "hold_out").map(|row| row[3].clone()).collect()
}

#[test]
fn a_plain_list_holds_both_groups_drawn_by_name_alone() {
    let bytes = data("cdnow_transactions.csv");
    let (session, _) = run(&bytes, &fast()).unwrap();
    let request = ListRequest { hold_out: 0.1, seed: 7, ..ListRequest::default() };
    let all = session.list(&request).unwrap();
    let table = rows(&all.bytes);
    assert_eq!((table.len(), all.about.customers, all.about.rows), (2358, 2357, 2357));
    let held = held_out(&table);
    assert_eq!(held.len() as u64, all.about.held_out);
    for row in &table[1..] {
        assert_eq!(held.contains(&row[3]), drawn(row[3].as_bytes(), 7, 0.1));
        assert_eq!(row[0], all.about.list_id);
    }
    // A tenth, give or take four standard deviations.
    assert!((held.len() as f64 - 235.7).abs() < 4.0 * 14.6, "{}", held.len());

    // Another order of the rows is the same file; other lots are another list; part of the customers keep their lots.
    let again = run(&reorder(&bytes, true), &fast()).unwrap().0.list(&request).unwrap();
    assert_eq!(again.bytes, all.bytes);
    let other = session.list(&ListRequest { seed: 8, ..request.clone() }).unwrap();
    assert!(other.about.list_id != all.about.list_id && held_out(&rows(&other.bytes)) != held);
    let query = CustomerQuery { segment: Some(SegmentId::Champions), ..CustomerQuery::default() };
    let part = session.list(&ListRequest { query, ..request }).unwrap();
    for row in &rows(&part.bytes)[1..] {
        assert_eq!((row[6].as_str(), row[1] == "hold_out"), ("champions", held.contains(&row[3])));
    }

    // What is needed to make it again.
    let about = serde_json::to_value(&all.about).unwrap();
    assert_eq!(about["files"][0]["xxh64"], format!("{:016x}", xxh64(&bytes, 0)));
    assert_eq!(
        (&about["seed"], &about["as_of"], &about["hold_out"]),
        (&7.into(), &"1998-06-30".into(), &0.1.into())
    );
    assert!(about["settings"]["tiers"].is_object() && about["engine"].is_string());
}

#[test]
fn tools_get_the_treated_alone_each_address_once() {
    let session = shop_session();
    let request = ListRequest { hold_out: 0.3, seed: 3, ..ListRequest::default() };
    let of = |preset: Preset| session.list(&ListRequest { preset, ..request.clone() }).unwrap();
    let plain = rows(&of(Preset::Plain).bytes);
    let held = held_out(&plain);
    let mail = of(Preset::Mailchimp);
    let table = rows(&mail.bytes);
    assert_eq!(table[0][..3], ["Email Address", "Phone", "Tags"]);
    assert_eq!((mail.about.customers, mail.about.unreachable), (59, 1));
    let sent: BTreeSet<&str> = table[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(sent.len(), table.len() - 1, "each address once");
    for row in &plain[1..] {
        let (address, out) = (row[4].to_lowercase(), held.contains(&row[3]));
        let alone = !address.starts_with("shared");
        assert!(!alone || address.is_empty() || sent.contains(address.as_str()) != out, "{row:?}");
    }
    let shared_held = held.contains("c01") || held.contains("c02");
    assert_eq!(sent.contains("shared@example.org"), !shared_held);
    assert_eq!(rows(&of(Preset::Klaviyo).bytes)[0][0], "Email Address");

    // The record of the same list knows both groups.
    let record = ListRequest { preset: Preset::Mailchimp, record: true, ..request.clone() };
    let record = session.list(&record).unwrap();
    assert_eq!(record.about.list_id, mail.about.list_id);
    assert_eq!((rows(&record.bytes).len(), record.about.rows), (60, 59));

    // Audiences: hashed, and nothing else.
    let code = ListRequest { calling_code: Some("886".into()), hold_out: 0.0, ..request };
    let google = session.list(&ListRequest { preset: Preset::GoogleAds, ..code.clone() }).unwrap();
    let meta = session.list(&ListRequest { preset: Preset::Meta, ..code }).unwrap();
    let (google, meta) = (rows(&google.bytes), rows(&meta.bytes));
    assert_eq!((google[0].join(","), meta[0].join(",")), ("Email,Phone".into(), "email,phone".into()));
    let hashed = |email: &str, phone: &str| vec![identity::sha256(email), identity::sha256(phone)];
    assert!(google.contains(&hashed("c7@example.org", "+886912000007")));
    assert!(meta.contains(&hashed("c7@example.org", "886912000007")));
    // Who has no address has a number.
    assert!(google.contains(&vec![String::new(), identity::sha256("+886912000000")]));
    for cell in google[1..].iter().chain(&meta[1..]).flatten() {
        assert!(cell.is_empty() || (cell.len() == 64 && cell.bytes().all(|b| b.is_ascii_hexdigit())));
    }
}

#[test]
fn text_is_no_formula_in_a_csv_and_is_itself_in_a_workbook() {
    let session = shop_session();
    let plain = rows(&session.list(&ListRequest::default()).unwrap().bytes);
    assert!(plain.iter().any(|row| row[3] == "'=1+1" && row[12] == "10.00"));
    let request = ListRequest { format: ListFormat::Xlsx, hold_out: 0.2, seed: 1, ..ListRequest::default() };
    let made = session.list(&request).unwrap();
    let mut book = value_tiers_excel::Workbook::open(made.bytes).unwrap();
    let mut sheet = |place: usize| {
        let mut csv = Vec::new();
        book.convert(place, &mut |piece| {
            csv.extend_from_slice(piece);
            Ok(())
        })
        .unwrap();
        String::from_utf8(csv).unwrap()
    };
    let list = sheet(0);
    assert_eq!(list.lines().count(), 61);
    assert!(list.contains("=1+1") && !list.contains("'=1+1"), "no formula there, so no apostrophe");
    let about = sheet(1);
    for name in [&made.about.list_id, "xxh64", "drawn_by", "tiers.high", "warning.red"] {
        assert!(about.contains(name), "{name} in {about}");
    }
}

#[test]
fn masked_lists_name_nobody() {
    let session = shop_session();
    let masked = CustomerQuery { mask: Some("a key".into()), ..CustomerQuery::default() };
    let made = session.list(&ListRequest { query: masked.clone(), ..ListRequest::default() }).unwrap();
    let text = String::from_utf8(made.bytes).unwrap().to_lowercase();
    assert!(!text.contains("example.org") && !text.contains("c07,") && !text.contains("0912"));
    let about = serde_json::to_string(&made.about).unwrap();
    assert!(made.about.masked && !about.contains("a key"));
    for preset in [Preset::Mailchimp, Preset::Klaviyo, Preset::GoogleAds, Preset::Meta] {
        let refused = session.list(&ListRequest { query: masked.clone(), preset, ..ListRequest::default() });
        assert_eq!(refused.unwrap_err().value.as_deref(), Some("preset"));
    }
    for (request, value) in [
        (ListRequest { hold_out: 0.6, ..ListRequest::default() }, "hold_out"),
        (ListRequest { hold_out: f64::NAN, ..ListRequest::default() }, "hold_out"),
        (ListRequest { calling_code: Some("+886".into()), ..ListRequest::default() }, "calling_code"),
    ] {
        let error = session.list(&request).unwrap_err();
        assert_eq!((error.code, error.value.as_deref()), (Code::BadSetting, Some(value)));
    }
}

/// Exported as of a day in the past, and dropped again beside the orders of the whole file.
#[test]
fn a_list_is_measured_by_the_orders_that_followed() {
    let bytes = data("cdnow_transactions.csv");
    let day = Day::parse_iso("1997-12-31").unwrap();
    let (then, _) = run(&bytes, &Settings { as_of: Some(day), ..fast() }).unwrap();
    let request = ListRequest { hold_out: 0.3, seed: 11, ..ListRequest::default() };
    let list = then.list(&request).unwrap();
    let (now, _) = run(&bytes, &fast()).unwrap();
    let found = now.lift(&list.bytes, None, None).unwrap();
    assert_eq!((found.source, found.lists.len()), (OutcomeSource::Orders, 1));
    let lift = &found.lists[0];
    assert_eq!((lift.from, lift.to), (Some(Day(day.0 + 1)), Day::parse_iso("1998-06-30")));
    assert_eq!((lift.missing, lift.unknown, lift.in_both), (None, 0, 0));

    // Recounted from the rows: customer, day as 19970101, cents.
    let text = String::from_utf8(bytes).unwrap();
    let mut spent: BTreeMap<&str, (bool, i64)> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let known = spent.entry(cells[1]).or_default();
        if cells[2] > "19971231" {
            let cents = (cells[4].parse::<f64>().unwrap() * 100.0).round() as i64;
            known.0 |= true;
            known.1 += cents;
        }
    }
    let table = rows(&list.bytes);
    for (group, held) in [(&lift.treated, false), (&lift.hold_out, true)] {
        let members =
            table[1..].iter().filter(|row| (row[1] == "hold_out") == held).map(|row| spent[row[3].as_str()]);
        assert_eq!(group.customers, members.clone().count() as u64);
        let cents: i64 = members.clone().map(|(_, cents)| cents).sum();
        assert_eq!(group.revenue.unwrap().0, i128::from(cents) * 10_000);
        // A free order is an order: CDNOW has some. So the count is of those with a row at all.
        assert_eq!(group.responded, members.filter(|(bought, _)| *bought).count() as u64);
    }
    let response = lift.response.as_ref().unwrap();
    assert!((response.difference - (lift.treated.share - lift.hold_out.share)).abs() < 1e-15);
    // Nobody did anything to either group: the interval holds zero.
    assert!(!response.clear && !lift.revenue.as_ref().unwrap().clear, "{lift:?}");

    // Under pseudonyms it takes the key.
    let query = CustomerQuery { mask: Some("key".into()), ..CustomerQuery::default() };
    let masked = then.list(&ListRequest { query, ..request }).unwrap();
    let again = now.lift(&masked.bytes, None, Some("key")).unwrap();
    assert_eq!((again.lists[0].treated.responded, again.lists[0].unknown), (lift.treated.responded, 0));
    assert_eq!(now.lift(&masked.bytes, None, None).unwrap().lists[0].missing, Some(LiftMissing::NobodyFound));
    // The orders of the day itself say nothing of what came after.
    assert_eq!(
        now.lift(&now.list(&ListRequest::default()).unwrap().bytes, None, None).unwrap().lists[0].missing,
        Some(LiftMissing::NoLaterOrders)
    );
}

/// Exported, outcomes filled in by hand, and dropped again.
#[test]
fn a_list_with_outcomes_in_it_reports_its_lift() {
    let session = shop_session();
    let list = session.list(&ListRequest { hold_out: 0.4, seed: 5, ..ListRequest::default() }).unwrap();
    let table = rows(&list.bytes);
    // Half of the treated respond with 20, every fourth of those held out with 10.
    let (mut filled, mut results) = (table[0].join(","), String::from("customer,revenue,responded\n"));
    filled.push('\n');
    let mut seen = [0_u64; 2];
    let mut hits = [0_u64; 2];
    for row in &table[1..] {
        let held = usize::from(row[1] == "hold_out");
        seen[held] += 1;
        let responds = seen[held] % [2, 4][held] == 0;
        hits[held] += u64::from(responds);
        let said = if responds { ["yes,20.00", "yes,10.00"][held] } else { "no,0" };
        filled.push_str(&format!("{},{said}\n", row[..20].join(",")));
        if responds {
            let (answer, money) = said.split_once(',').unwrap();
            results.push_str(&format!("{},{money},{answer}\n", row[3]));
        }
    }
    let check = |found: value_tiers::lists::lift::Lifts, source: OutcomeSource| {
        let lift = &found.lists[0];
        assert_eq!(
            (found.source, lift.missing, lift.list_id.as_str()),
            (source, None, list.about.list_id.as_str())
        );
        assert_eq!([lift.treated.customers, lift.hold_out.customers], seen);
        assert_eq!([lift.treated.responded, lift.hold_out.responded], hits);
        let response = lift.response.as_ref().unwrap();
        let share = |i: usize| hits[i] as f64 / seen[i] as f64;
        assert!((response.difference - (share(0) - share(1))).abs() < 1e-12);
        assert!((response.brought - response.difference * seen[0] as f64).abs() < 1e-9);
        let revenue = lift.revenue.as_ref().unwrap();
        assert!((revenue.difference - (20.0 * share(0) - 10.0 * share(1))).abs() < 1e-9);
        assert!(revenue.clear && revenue.interval.0 > 0.0, "{revenue:?}");
        // At 2 a contact: (brought − cost) / cost, and with everything that the treated spent.
        let (cost, brought) = (2.0 * seen[0] as f64, revenue.brought);
        let roi = found.clone().costing(2.0).unwrap().lists[0].roi.clone().unwrap();
        assert_eq!(roi.cost.to_f64(), cost);
        assert!((roi.attributed - (20.0 * hits[0] as f64 - cost) / cost).abs() < 1e-12);
        assert!((roi.incremental.unwrap() - (brought - cost) / cost).abs() < 1e-9);
        let interval = roi.interval.unwrap();
        assert!(interval.0 < roi.incremental.unwrap() && roi.incremental.unwrap() < interval.1);
        assert!(found.clone().costing(0.0).is_err());
    };
    // No file needs to be open for it.
    check(Session::new().lift(filled.as_bytes(), None, None).unwrap(), OutcomeSource::List);
    check(Session::new().lift(&list.bytes, Some(results.as_bytes()), None).unwrap(), OutcomeSource::Results);
    // The empty columns of the record are no outcomes.
    let error = Session::new().lift(&list.bytes, None, None).unwrap_err();
    assert_eq!((error.code, error.value.as_deref()), (Code::UnknownColumn, Some("responded")));
    let error = Session::new().lift(b"a,b\n1,2\n", None, None).unwrap_err();
    assert_eq!((error.code, error.value.as_deref()), (Code::UnknownColumn, Some("customer")));
    let nobody = session.list(&ListRequest::default()).unwrap();
    let none = Session::new().lift(&nobody.bytes, Some(results.as_bytes()), None).unwrap();
    assert_eq!(
        (none.lists[0].missing, none.lists[0].response.is_some()),
        (Some(LiftMissing::NoHoldOut), false)
    );
}
