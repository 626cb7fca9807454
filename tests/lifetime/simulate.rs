//! The models' stories, played out with a seeded generator: independent of every formula under test.

use value_tiers::units::{Amount, Day};
use value_tiers::value::history::Purchases;

/// PCG32 (O'Neill 2014).
pub struct Random {
    state: u64,
}

impl Random {
    pub fn seeded(seed: u64) -> Random {
        let mut random = Random { state: seed.wrapping_add(0x9e37_79b9_7f4a_7c15) };
        random.next();
        random
    }

    fn next(&mut self) -> u32 {
        let old = self.state;
        self.state = old.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let shifted = (((old >> 18) ^ old) >> 27) as u32;
        shifted.rotate_right((old >> 59) as u32)
    }

    /// In (0, 1).
    pub fn uniform(&mut self) -> f64 {
        let bits = (u64::from(self.next()) << 20) | u64::from(self.next() >> 12);
        (bits as f64 + 0.5) / (1_u64 << 52) as f64
    }

    pub fn exponential(&mut self, rate: f64) -> f64 {
        -self.uniform().ln() / rate
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * self.uniform().ln()).sqrt();
        radius * (2.0 * std::f64::consts::PI * self.uniform()).cos()
    }

    /// Marsaglia and Tsang (2000).
    pub fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            let boost = self.uniform().powf(1.0 / shape);
            return self.gamma(shape + 1.0) * boost;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = (1.0 + c * x).powi(3);
            if v > 0.0 && self.uniform().ln() < 0.5 * x * x + d - d * v + d * v.ln() {
                return d * v;
            }
        }
    }

    pub fn beta(&mut self, a: f64, b: f64) -> f64 {
        let (x, y) = (self.gamma(a), self.gamma(b));
        x / (x + y)
    }
}

/// How customers leave.
#[derive(Clone, Copy)]
pub enum Leaving {
    /// BG/NBD: a, b; a chance after each repeat purchase.
    AfterRepeat(f64, f64),
    /// MBG/NBD: a, b; a chance after the first purchase as well.
    AfterAny(f64, f64),
    /// Pareto/NBD: s, β in weeks.
    AnyMoment(f64, f64),
}

/// The moments, in weeks since the first purchase, of all purchases until `end` of one customer drawn at random.
pub fn moments(random: &mut Random, r: f64, alpha: f64, leaving: Leaving, end: f64) -> Vec<f64> {
    let rate = random.gamma(r) / alpha;
    let (chance, first, death) = match leaving {
        Leaving::AfterRepeat(a, b) => (random.beta(a, b), false, f64::INFINITY),
        Leaving::AfterAny(a, b) => (random.beta(a, b), true, f64::INFINITY),
        Leaving::AnyMoment(s, beta) => {
            let rate = random.gamma(s) / beta;
            (0.0, false, random.exponential(rate))
        }
    };
    let mut moments = vec![0.0];
    if first && random.uniform() < chance {
        return moments;
    }
    let mut now = 0.0;
    loop {
        now += random.exponential(rate);
        if now > end.min(death) {
            return moments;
        }
        moments.push(now);
        if chance > 0.0 && random.uniform() < chance {
            return moments;
        }
    }
}

/// A whole shop, by day: purchases of one day merged, amounts from Gamma-Gamma with p 6, q 4, v 15.
pub struct Shop {
    pub starts: Vec<u32>,
    pub days: Vec<Day>,
    pub amounts: Vec<Amount>,
}

impl Shop {
    pub fn open(seed: u64, customers: usize, days: i32, r: f64, alpha: f64, leaving: Leaving) -> Shop {
        let mut random = Random::seeded(seed);
        let mut shop = Shop { starts: vec![0], days: Vec::new(), amounts: Vec::new() };
        for _ in 0..customers {
            let first = (random.uniform() * f64::from(days) * 0.9) as i32;
            let scale = random.gamma(4.0) / 15.0;
            let weeks = f64::from(days - first) / 7.0;
            let mut last = None;
            for moment in moments(&mut random, r, alpha, leaving, weeks) {
                let day = first + (moment * 7.0) as i32;
                if last != Some(day) && day <= days {
                    shop.days.push(Day(day));
                    let amount = random.gamma(6.0) / scale;
                    shop.amounts.push(Amount(((amount * 100.0) as i64).max(1) * 10_000));
                    last = Some(day);
                }
            }
            shop.starts.push(shop.days.len() as u32);
        }
        shop
    }

    pub fn purchases(&self) -> Purchases<'_> {
        Purchases { starts: &self.starts, days: &self.days, amounts: &self.amounts }
    }
}
