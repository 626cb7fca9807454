//! First, second and third order: how many go on, after how many days, and from what to what.
//!
//! An order stands under the item that brought most of its money (the first by name of several); items with
//! which fewer customers began than a rule needs stand among the others. Whoever has no next order
//! may still order: those whose wait is no longer than the usual gap are counted as waiting, not as gone.

use serde::Serialize;

use super::baskets::{self, ItemKind};
use super::kpis::wilson;
use crate::analysis::Analysis;
use crate::customers::quantile;
use crate::document::document;
use crate::ledger::Ledger;
use crate::order;
use crate::units::Day;

/// Orders that are followed.
const STEPS: usize = 3;
/// Items with a name of their own; all others are one.
const NAMED: usize = 7;

document! {
/// How orders follow each other.
pub struct Journey {
    /// First, second, third order.
    pub steps: Vec<JourneyStep>,
    /// Items of the orders, those of most customers first; what follows counts by place. Empty without items.
    pub items: Vec<String>,
    /// Customers by item of an order and of the next one.
    pub flows: Vec<JourneyFlow>,
    /// What the first order leads to.
    pub starts: Vec<JourneyStart>,
}

/// One order in the sequence.
pub struct JourneyStep {
    /// 1 for the first order.
    pub order: u32,
    /// Customers who have placed it.
    pub customers: u64,
    /// Of those with the order before it. Absent for the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// Of those without it, the ones whose order before it is no longer ago than the usual gap.
    pub waiting: u64,
    /// Days since the order before it: lower quartile, median, upper quartile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<(f64, f64, f64)>,
}

/// Customers who went from an item to an item.
pub struct JourneyFlow {
    /// Number of the earlier order, from 1.
    pub order: u32,
    /// Place of its item; as many as there are items for any other one.
    pub from: u32,
    /// Place of the next order's item. Absent without a next order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u32>,
    /// Customers.
    pub customers: u64,
}

/// What a first order leads to.
pub struct JourneyStart {
    /// Place of the first order's item; as many as there are items for any other one.
    pub item: u32,
    /// Customers who began with it.
    pub customers: u64,
    /// Of them, those with a second order.
    pub came_back: u64,
    /// Their share.
    pub share: f64,
    /// Its 95 % interval (Wilson).
    pub interval: (f64, f64),
    /// Median of the days to the second order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<f64>,
}
}

/// The first orders of one buyer: their days, and the words of their items.
#[derive(Clone, Copy, Default)]
struct Path {
    orders: usize,
    days: [i32; STEPS],
    items: [Option<u32>; STEPS],
}

/// The journey of all buyers; `by` says what orders stand under.
pub fn journey(
    ledger: &Ledger,
    analysis: &Analysis,
    as_of: Day,
    by: Option<ItemKind>,
    least: u64,
) -> Journey {
    let column = by.and_then(|by| by.column(ledger));
    let (mut orders, mut items) = (Vec::new(), Vec::new());
    let mut paths = Vec::with_capacity(analysis.buyers.len());
    for &i in &analysis.buyers {
        baskets::orders(ledger, i as usize, as_of, &mut orders);
        let mut path = Path { orders: orders.len(), ..Path::default() };
        for (at, order) in orders.iter().take(STEPS).enumerate() {
            path.days[at] = order.day().0;
            if let Some(column) = column {
                baskets::items(ledger, column, order, as_of, &mut items);
                // Of equal ones the first.
                path.items[at] = items.iter().rev().max_by_key(|(_, money)| *money).map(|(word, _)| *word);
            }
        }
        paths.push(path);
    }
    let words = column.map_or(0, |column| column.words.len());
    let named = most_frequent(&paths, words, least);
    let place = |word: Option<u32>| {
        let found = named.iter().position(|name| Some(*name) == word);
        found.unwrap_or(named.len()) as u32
    };
    let items = match column {
        Some(column) => named.iter().map(|&word| column.words.text(word)).collect(),
        None => Vec::new(),
    };
    let gap = analysis.customers.usual_gap;
    let (flows, starts) = match column {
        Some(_) => (flows(&paths, named.len() + 1, &place), starts(&paths, named.len() + 1, &place)),
        None => (Vec::new(), Vec::new()),
    };
    Journey { steps: steps(&paths, as_of, gap), items, flows, starts }
}

/// The words that most orders stand under, of those with which the minimum of customers began.
fn most_frequent(paths: &[Path], words: usize, least: u64) -> Vec<u32> {
    let (mut count, mut began) = (vec![0_u64; words], vec![0_u64; words]);
    for word in paths.iter().filter_map(|path| path.items[0]) {
        began[word as usize] += 1;
    }
    for word in paths.iter().flat_map(|path| path.items.iter().flatten()) {
        count[*word as usize] += 1;
    }
    let mut order: Vec<u32> = (0..words as u32).filter(|&word| began[word as usize] >= least).collect();
    order::by(&mut order, |a, b| count[*b as usize].cmp(&count[*a as usize]).then(a.cmp(b)));
    order.truncate(NAMED);
    order
}

fn steps(paths: &[Path], as_of: Day, gap: Option<f64>) -> Vec<JourneyStep> {
    let mut steps = Vec::new();
    for at in 0..STEPS {
        let reached = paths.iter().filter(|path| path.orders > at).count() as u64;
        let mut step =
            JourneyStep { order: at as u32 + 1, customers: reached, share: None, waiting: 0, days: None };
        if let Some(before) = at.checked_sub(1) {
            let with_before = paths.iter().filter(|path| path.orders > before);
            let all = with_before.clone().count();
            step.share = (all > 0).then(|| reached as f64 / all as f64);
            let waits = |path: &&Path| {
                path.orders == at && gap.is_some_and(|gap| f64::from(as_of.0 - path.days[before]) <= gap)
            };
            step.waiting = with_before.filter(waits).count() as u64;
            let gone_on = paths.iter().filter(|path| path.orders > at);
            let mut days: Vec<f64> =
                gone_on.map(|path| f64::from(path.days[at] - path.days[before])).collect();
            order::floats(&mut days);
            if !days.is_empty() {
                step.days = Some((quantile(&days, 0.25), quantile(&days, 0.5), quantile(&days, 0.75)));
            }
        }
        steps.push(step);
    }
    steps
}

fn flows(paths: &[Path], groups: usize, place: &dyn Fn(Option<u32>) -> u32) -> Vec<JourneyFlow> {
    let mut flows = Vec::new();
    for at in 0..STEPS - 1 {
        // The last column: no next order.
        let width = groups + 1;
        let mut count = vec![0_u64; groups * width];
        for path in paths.iter().filter(|path| path.orders > at) {
            let to = if path.orders > at + 1 { place(path.items[at + 1]) as usize } else { groups };
            count[place(path.items[at]) as usize * width + to] += 1;
        }
        for (cell, &customers) in count.iter().enumerate().filter(|(_, customers)| **customers > 0) {
            let (from, to) = ((cell / width) as u32, cell % width);
            let to = (to < groups).then_some(to as u32);
            flows.push(JourneyFlow { order: at as u32 + 1, from, to, customers });
        }
    }
    flows
}

fn starts(paths: &[Path], groups: usize, place: &dyn Fn(Option<u32>) -> u32) -> Vec<JourneyStart> {
    let mut starts = Vec::new();
    for item in 0..groups as u32 {
        let began = paths.iter().filter(|path| place(path.items[0]) == item);
        let customers = began.clone().count() as u64;
        if customers == 0 {
            continue;
        }
        let mut days: Vec<f64> =
            began.filter(|path| path.orders > 1).map(|path| f64::from(path.days[1] - path.days[0])).collect();
        order::floats(&mut days);
        let share = days.len() as f64 / customers as f64;
        starts.push(JourneyStart {
            item,
            customers,
            came_back: days.len() as u64,
            share,
            interval: wilson(share, customers as f64),
            days: (!days.is_empty()).then(|| quantile(&days, 0.5)),
        });
    }
    starts
}
