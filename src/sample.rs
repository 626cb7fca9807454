//! A shop that does not exist: orders to try the page with, always the same ones.
//!
//! Customers differ in how often they buy and how much they spend, and leave at some time, as buyers in models of
//! repeat purchase do; December is busier. The numbers come from a small generator with a fixed seed, so the sample
//! needs no download and every build makes the same file.

use std::fmt::Write;

use crate::order;
use crate::random::Random;
use crate::units::Day;

/// Customers of the sample shop.
const CUSTOMERS: u32 = 900;
/// First day of the sample: 2024-01-01.
const FIRST: i32 = 19_723;
/// Days covered: two years.
const DAYS: f64 = 731.0;

const CATEGORIES: [(&str, f64); 6] = [
    ("Coffee", 18.0),
    ("Tea", 14.0),
    ("Filters", 6.5),
    ("Grinders", 89.0),
    ("Cups", 12.0),
    ("Gift sets", 45.0),
];

/// The sample as a CSV file: order lines with order id, customer, date and time, category, quantity, price, amount.
pub fn csv() -> String {
    let mut random = Random::new(0x5EED_5A3B_7E11_0001);
    let mut lines: Vec<(i32, u32, String)> = Vec::new();
    for customer in 1..=CUSTOMERS {
        shop(&mut random, customer, &mut lines);
    }
    order::ascending(&mut lines);
    let mut out = String::from("order_id,customer,order_date,category,quantity,unit_price,amount\n");
    let (mut order, mut before) = (10_000, (0, 0, 0));
    for (day, second, rest) in &lines {
        let customer = rest.split(',').next().and_then(|c| c.get(1..)?.parse().ok()).unwrap_or(0);
        if before != (*day, *second, customer) {
            order += 1;
            before = (*day, *second, customer);
        }
        let (customer, goods) = rest.split_once(',').unwrap_or((rest, ""));
        let date = Day(*day);
        let (hour, minute) = (second / 3600, second / 60 % 60);
        // Writing to a String can't fail.
        let _ = writeln!(out, "{order},{customer},{date} {hour:02}:{minute:02},{goods}");
    }
    out
}

/// The orders of one customer: day, second of the day, and the rest of the line.
fn shop(random: &mut Random, customer: u32, lines: &mut Vec<(i32, u32, String)>) {
    // More customers join early; each has a usual gap, a usual basket and a chance to leave after each order.
    let mut day = DAYS * random.unit() * random.unit();
    let gap = 18.0 + 70.0 * random.unit() * random.unit() + if random.unit() < 0.3 { 90.0 } else { 0.0 };
    let basket = 1.0 + 2.5 * random.unit() * random.unit();
    let leaves = 0.04 + 0.55 * random.unit() * random.unit();
    let favourite = (random.unit() * 3.0) as usize;
    while day < DAYS {
        let december = matches!(Day(FIRST + day as i32).to_ymd(), (_, 12, _));
        let second = 8 * 3600 + (random.unit() * 13.0 * 60.0) as u32 * 60;
        let rows = 1 + (random.unit() * basket) as usize;
        for _ in 0..rows {
            let other = (random.unit() * CATEGORIES.len() as f64) as usize;
            let category = match random.unit() {
                _ if december && random.unit() < 0.25 => CATEGORIES.len() - 1,
                u if u < 0.6 => favourite,
                _ => other.min(CATEGORIES.len() - 1),
            };
            let (name, price) = CATEGORIES[category];
            let price = (price * (0.8 + 0.5 * random.unit()) * 20.0) as i64 * 5;
            let quantity = 1 + (random.unit() * random.unit() * 4.0) as i64;
            let returned = random.unit() < 0.025;
            let quantity = if returned { -quantity } else { quantity };
            let amount = price * quantity;
            let rest = format!("C{customer:04},{name},{quantity},{},{}", cents(price), cents(amount));
            let on = if returned { day + 9.0 } else { day };
            if on < DAYS {
                lines.push((FIRST + on as i32, second, rest));
            }
        }
        if random.unit() < leaves {
            break;
        }
        let season = if december { 0.7 } else { 1.0 };
        day += 1.0 + gap * season * (0.4 + 1.2 * random.unit());
    }
}

fn cents(amount: i64) -> String {
    let sign = if amount < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", amount.abs() / 100, amount.abs() % 100)
}
