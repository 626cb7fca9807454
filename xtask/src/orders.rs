//! The benchmark's files: orders of shops that never were.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Result;

/// Customers for each thousand orders: 90,000 for a million.
const CUSTOMERS_PER_MILLE: u32 = 90;
const DAYS: u64 = 730;

/// Writes `rows` orders in the order in which they came: order, customer, time, amount, channel, country.
///
/// The shop begins with a fifth of its customers and gains the others evenly; old customers buy more often than new
/// ones. Every customer orders: the new ones as they come, the others within weeks.
pub fn write(path: &Path, rows: u32) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Under another name until it is whole: a run that was stopped leaves nothing that looks finished.
    let unfinished = path.with_extension("unfinished");
    let mut file = BufWriter::new(File::create(&unfinished)?);
    writeln!(file, "order_id,customer_id,ordered_at,amount,channel,country")?;
    let customers = u64::from(rows) * u64::from(CUSTOMERS_PER_MILLE) / 1000;
    let mut dice = Dice(42);
    let mut known = customers / 5;
    for row in 0..u64::from(rows) {
        let here = customers / 5 + (customers - customers / 5) * (row + 1) / u64::from(rows);
        let customer = if known < here {
            known += 1;
            known - 1
        } else {
            // The smaller of two: the early ones come up more often.
            dice.below(here).min(dice.below(here))
        };
        let seconds = DAYS * 86_400 * row / u64::from(rows);
        let cents = 300 + dice.below(60) * dice.below(60) * dice.below(9);
        writeln!(
            file,
            "{},{},{},{}.{:02},{},{}",
            row + 1,
            // Scattered, as the numbers of a shop are that had customers before the file begins. 7919 is a prime: two
            // customers share a number only where their count is a multiple of it.
            10_001 + customer * 7919 % customers,
            time(seconds),
            cents / 100,
            cents % 100,
            pick(&["web", "app", "pos"], &mut dice),
            pick(&["DE", "FR", "TW", "HK", "US"], &mut dice),
        )?;
    }
    file.into_inner()?.sync_all()?;
    fs::rename(unfinished, path)?;
    Ok(())
}

/// Writes the orders of so many customers whose lives follow the story of BG/NBD and Gamma-Gamma (Fader, Hardie and Lee
/// 2005; Fader and Hardie 2013), with parameters near those of CDNOW: a file on which those models are at home.
pub fn write_lives(path: &Path, customers: u32) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let unfinished = path.with_extension("unfinished");
    let mut file = BufWriter::new(File::create(&unfinished)?);
    writeln!(file, "order_id,customer_id,ordered_at,amount,channel,country")?;
    let (mut dice, mut order) = (Dice(7), 0);
    for customer in 0..customers {
        // Rates per week and chances of leaving after each order, different for every customer.
        let rate = dice.gamma(0.25) / 4.4;
        let (one, other) = (dice.gamma(0.8), dice.gamma(2.4));
        let leaving = one / (one + other);
        let usual = dice.gamma(3.7) / 15.4;
        let mut week = dice.unit() * 52.0;
        while week * 7.0 < DAYS as f64 {
            order += 1;
            let cents = (100.0 * dice.gamma(6.2) / usual).round().max(1.0) as u64;
            let when = time((week * 7.0 * 86_400.0) as u64);
            writeln!(file, "{order},{},{when},{}.{:02},web,DE", 10_001 + customer, cents / 100, cents % 100)?;
            if dice.unit() < leaving {
                break;
            }
            week += -dice.unit().ln() / rate;
        }
    }
    file.into_inner()?.sync_all()?;
    fs::rename(unfinished, path)?;
    Ok(())
}

/// Seconds since the start of 2022 as an ISO time. Its two years have no leap day.
fn time(seconds: u64) -> String {
    const MONTHS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let (day, second) = (seconds / 86_400, seconds % 86_400);
    let (year, mut day) = (2022 + day / 365, day % 365);
    let mut month = 1;
    for days in MONTHS {
        if day < days {
            break;
        }
        day -= days;
        month += 1;
    }
    format!(
        "{year}-{month:02}-{:02}T{:02}:{:02}:{:02}",
        day + 1,
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}

fn pick<'a>(choices: &[&'a str], dice: &mut Dice) -> &'a str {
    choices.get(dice.below(choices.len() as u64) as usize).copied().unwrap_or_default()
}

/// SplitMix64 (Steele, Lea and Flood 2014): a few lines, and the same numbers for ever.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end
    }

    /// Above 0 and below 1.
    fn unit(&mut self) -> f64 {
        const PARTS: u64 = 1 << 52;
        (self.below(PARTS) as f64 + 0.5) / PARTS as f64
    }

    /// A gamma variate of scale 1 (Marsaglia and Tsang 2000).
    fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            return self.gamma(shape + 1.0) * self.unit().powf(1.0 / shape);
        }
        let d = shape - 1.0 / 3.0;
        loop {
            let normal = (-2.0 * self.unit().ln()).sqrt() * (std::f64::consts::TAU * self.unit()).cos();
            let v = (1.0 + normal / (9.0 * d).sqrt()).powi(3);
            if v > 0.0 && self.unit().ln() < 0.5 * normal * normal + d - d * v + d * v.ln() {
                return d * v;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn times() {
        const DAY: u64 = 86_400;
        let cases = [
            (0, "2022-01-01T00:00:00"),
            (DAY - 1, "2022-01-01T23:59:59"),
            (59 * DAY, "2022-03-01T00:00:00"),
            (364 * DAY, "2022-12-31T00:00:00"),
            (365 * DAY + 3661, "2023-01-01T01:01:01"),
            (DAYS * DAY - 1, "2023-12-31T23:59:59"),
        ];
        for (seconds, text) in cases {
            assert_eq!(time(seconds), text);
        }
    }

    #[test]
    fn lives_are_as_long_and_as_dear_as_the_models_say() -> Result<()> {
        let path = std::env::temp_dir().join(format!("value-tiers-lives-{}.csv", std::process::id()));
        write_lives(&path, 4_000)?;
        let text = fs::read_to_string(&path)?;
        fs::remove_file(&path)?;
        let rows: Vec<_> = text.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>()).collect();
        assert_eq!(rows.iter().map(|row| row[1]).collect::<HashSet<_>>().len(), 4_000);
        // Gamma-Gamma with p 6.2, q 3.7, v 15.4: a mean amount of p v / (q − 1) = 35.4.
        let mean =
            rows.iter().map(|row| row[3].parse::<f64>().unwrap_or(0.0)).sum::<f64>() / rows.len() as f64;
        assert!((33.0..38.0).contains(&mean), "{mean}");
        let repeats = rows.len() as f64 / 4_000.0 - 1.0;
        assert!((1.0..3.0).contains(&repeats), "{repeats}");
        Ok(())
    }

    #[test]
    fn the_file_is_always_the_same_and_every_customer_is_in_it() -> Result<()> {
        let path = std::env::temp_dir().join(format!("value-tiers-orders-{}.csv", std::process::id()));
        write(&path, 10_000)?;
        let first = fs::read_to_string(&path)?;
        write(&path, 10_000)?;
        assert_eq!(first, fs::read_to_string(&path)?);
        fs::remove_file(&path)?;
        let rows: Vec<_> = first.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>()).collect();
        assert_eq!(rows.len(), 10_000);
        assert_eq!(rows.iter().map(|row| row[1]).collect::<HashSet<_>>().len(), 900);
        assert!(rows.is_sorted_by_key(|row| row[2]), "an export comes in the order of time");
        Ok(())
    }
}
