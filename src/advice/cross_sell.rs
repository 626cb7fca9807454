//! What customers who have bought one thing buy too, and what each customer has not bought yet.
//!
//! Counts customers, not baskets: a rule A → B speaks of all who have bought A, on whatever day (R. Agrawal, T. Imielinski,
//! A. Swami: Mining association rules between sets of items in large databases. SIGMOD 1993).
//!
//! - **support**: share of all customers with a known item who have bought A and B;
//! - **confidence**: of those who have bought A, the share who have bought B, with Wilson's interval;
//! - **lift**: confidence divided by the share of all customers who have bought B;
//! - **n**: customers who have bought both; no rule stands on fewer than the minimum.
//!
//! A rule counts where the lower end of its confidence lies above B's share of all customers. Of the rules for what a customer
//! has bought, that of the highest confidence says what is next. Whoever buys much buys more of everything: every lift is
//! a little above 1 by that alone, and none of it says why.

use serde::Serialize;

use super::baskets::{self, ItemKind};
use super::journey::{self, Journey};
use super::kpis::wilson;
use crate::analysis::Analysis;
use crate::document::document;
use crate::ledger::{Ledger, Names};
use crate::order;
use crate::report::SegmentId;
use crate::segments::named;
use crate::settings::CrossSellSettings;
use crate::units::Day;

/// Version of the document. It grows when a field changes its meaning.
pub const VERSION: u32 = 1;

/// Items of which pairs are counted at most, those of most customers: the square of it is the memory.
pub const MOST_ITEMS: usize = 400;
/// Rules in the document at most.
const MOST_RULES: usize = 200;
/// Customers that a rule stands on at least, where nothing else is chosen, …
const FEWEST: u64 = 10;
/// … or one in so many.
const ONE_IN: u64 = 100;

document! {
/// What to offer next, to whom, and how orders follow each other.
pub struct CrossSell {
    /// Version of this document.
    pub version: u32,
    /// Rows up to and including this day were used.
    pub as_of: Day,
    /// What was counted. Absent for a file without products and categories.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<ItemKind>,
    /// What the file could be counted by.
    pub choices: Vec<ItemKind>,
    /// Customers with a known item: all of whom shares are taken.
    pub customers: u64,
    /// Different items that were bought.
    pub items: u64,
    /// Customers that an item or a rule needs at least.
    pub min_customers: u64,
    /// Items that pairs were counted of, those of most customers first.
    pub top: Vec<BoughtItem>,
    /// Items that were left out because others have more customers, although they have the minimum.
    pub items_left: u64,
    /// Pairs A → B with the minimum of customers.
    pub pairs: u64,
    /// Rules among them that count.
    pub rules_found: u64,
    /// The rules that count, by the lower end of their lift, 200 at most.
    pub rules: Vec<ItemRule>,
    /// What is next, and for how many; those of most customers first.
    pub next: Vec<NextItem>,
    /// Customers for whom something is next.
    pub with_next: u64,
    /// The same for each segment, in the order of the report.
    pub segments: Vec<SegmentNext>,
    /// First, second and third order.
    pub journey: Journey,
}

/// Something that is bought.
pub struct BoughtItem {
    /// Its name in the file.
    pub name: String,
    /// Customers who have bought it.
    pub customers: u64,
    /// Of all customers with a known item.
    pub share: f64,
}

/// Who has bought `from` buys `to`.
pub struct ItemRule {
    /// What was bought.
    pub from: String,
    /// What is bought too.
    pub to: String,
    /// Customers who have bought both.
    pub n: u64,
    /// Customers who have bought `from`.
    pub from_customers: u64,
    /// Customers who have bought `to`.
    pub to_customers: u64,
    /// n of all customers with a known item.
    pub support: f64,
    /// n of those who have bought `from`.
    pub confidence: f64,
    /// Its 95 % interval (Wilson).
    pub interval: (f64, f64),
    /// Confidence by the share of `to` among all.
    pub lift: f64,
    /// Of n, those who bought `to` first on a later day than `from`.
    pub later: u64,
    /// Customers who have bought `from` and not `to`: the list.
    pub open: u64,
}

/// What is next for some customers.
pub struct NextItem {
    /// The item.
    pub item: String,
    /// Customers for whom it is next.
    pub customers: u64,
}

/// What is next in a segment.
pub struct SegmentNext {
    /// The segment.
    pub id: SegmentId,
    /// Its customers with a known item.
    pub customers: u64,
    /// What is next for most of them, by the rules of all customers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<NextItem>,
    /// The best rule among its own customers alone; absent where none has the minimum and counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<ItemRule>,
}
}

/// Who has bought what, as far as it is counted, and what is next.
#[derive(Clone, Debug, Default)]
pub struct Affinity {
    by: Option<ItemKind>,
    /// Words of the items that are counted, in the order of the file's words.
    names: Names,
    /// Where each buyer's items begin; one more than there are buyers. Empty without a column.
    starts: Vec<u32>,
    /// Their places among the counted items, and the day of the first purchase.
    items: Vec<(u16, i32)>,
    /// The item that is next for each buyer, and the rule that says so.
    next: Vec<Option<u16>>,
    /// Customers with a known item, counted or not.
    known: Vec<bool>,
    all_items: u64,
    items_left: u64,
    min_customers: u64,
}

impl Affinity {
    /// Counts what buyers have bought.
    pub fn new(ledger: &Ledger, analysis: &Analysis, as_of: Day, settings: &CrossSellSettings) -> Affinity {
        let choices = ItemKind::ALL.into_iter().filter(|kind| kind.column(ledger).is_some());
        let by = choices.clone().find(|kind| settings.by == Some(*kind)).or_else(|| choices.clone().next());
        let Some((by, column)) = by.and_then(|by| Some((by, by.column(ledger)?))) else {
            return Affinity::default();
        };
        let left_out = |word: u32| settings.without.contains(&column.words.text(word));
        let without: Vec<bool> = (0..column.words.len() as u32).map(left_out).collect();
        let (mut starts, mut bought) = (vec![0_u32], Vec::<(u32, i32)>::new());
        let mut known = Vec::with_capacity(analysis.buyers.len());
        let mut customers = vec![0_u64; column.words.len()];
        let (mut orders, mut items) = (Vec::new(), Vec::new());
        for &i in &analysis.buyers {
            let begin = bought.len();
            baskets::orders(ledger, i as usize, as_of, &mut orders);
            for order in &orders {
                baskets::items(ledger, column, order, as_of, &mut items);
                let kept = items.iter().filter(|(word, _)| !without[*word as usize]);
                bought.extend(kept.map(|&(word, _)| (word, order.day().0)));
            }
            // The first day of each item.
            let mut own = bought.split_off(begin);
            order::ascending(&mut own);
            own.dedup_by_key(|(word, _)| *word);
            own.iter().for_each(|&(word, _)| customers[word as usize] += 1);
            known.push(!own.is_empty());
            bought.append(&mut own);
            starts.push(bought.len() as u32);
        }
        let all = known.iter().filter(|known| **known).count() as u64;
        let usual = FEWEST.max(all.div_ceil(ONE_IN));
        let min_customers = settings.min_customers.map_or(usual, u64::from).max(1);
        let mut counted: Vec<u32> =
            (0..customers.len() as u32).filter(|&word| customers[word as usize] >= min_customers).collect();
        let items_left = counted.len().saturating_sub(MOST_ITEMS) as u64;
        order::by(&mut counted, |a, b| customers[*b as usize].cmp(&customers[*a as usize]).then(a.cmp(b)));
        counted.truncate(MOST_ITEMS);
        order::ascending(&mut counted);
        let mut place = vec![u16::MAX; customers.len()];
        let mut names = Names::default();
        for (at, &word) in counted.iter().enumerate() {
            place[word as usize] = at as u16;
            names.push(column.words.bytes(word));
        }
        let mut affinity = Affinity {
            by: Some(by),
            names,
            starts: vec![0],
            known,
            all_items: customers.iter().filter(|n| **n > 0).count() as u64,
            items_left,
            min_customers,
            ..Affinity::default()
        };
        for pair in starts.windows(2) {
            let own = bought.get(pair[0] as usize..pair[1] as usize).unwrap_or_default();
            let kept = own.iter().map(|&(word, day)| (place[word as usize], day));
            affinity.items.extend(kept.filter(|(at, _)| *at != u16::MAX));
            affinity.starts.push(affinity.items.len() as u32);
        }
        let counts = Counts::of(&affinity, &|_| true);
        let rules = counts.rules(min_customers);
        affinity.next = (0..analysis.buyers.len()).map(|p| next(&rules, affinity.of(p))).collect();
        affinity
    }

    /// What the buyer at place `p` has bought: places of items and the first day, in the order of places.
    fn of(&self, p: usize) -> &[(u16, i32)] {
        match (self.starts.get(p), self.starts.get(p + 1)) {
            (Some(&a), Some(&b)) => self.items.get(a as usize..b as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// What is next for the buyer at place `p`.
    pub fn next_of(&self, p: usize) -> Option<String> {
        self.next.get(p).copied().flatten().map(|item| self.names.text(u32::from(item)))
    }

    /// Whether `item` is next for the buyer at place `p`.
    pub fn is_next(&self, p: usize, item: &str) -> bool {
        let next = self.next.get(p).copied().flatten();
        next.is_some_and(|next| self.names.bytes(u32::from(next)) == item.as_bytes())
    }

    /// Whether the buyer at place `p` has bought an item that is counted.
    pub fn has_bought(&self, p: usize, item: &str) -> bool {
        self.of(p).iter().any(|(at, _)| self.names.bytes(u32::from(*at)) == item.as_bytes())
    }
}

/// Customers by item and by pair of items.
struct Counts {
    items: usize,
    /// Customers with a known item.
    all: u64,
    each: Vec<u32>,
    /// Customers who have bought both, by place of the first × items + place of the second.
    both: Vec<u32>,
    /// Of them, those who bought the second on a later day.
    later: Vec<u32>,
}

/// A rule by the places of its items.
#[derive(Clone, Copy, Debug)]
struct RulePair {
    from: usize,
    to: usize,
    confidence: f64,
    low: f64,
    high: f64,
    lift: f64,
}

impl Counts {
    /// Counts the buyers that fit, by their place.
    fn of(affinity: &Affinity, fits: &dyn Fn(usize) -> bool) -> Counts {
        let items = affinity.names.len();
        let (mut each, mut both, mut later) =
            (vec![0; items], vec![0; items * items], vec![0; items * items]);
        let mut all = 0;
        for p in (0..affinity.known.len()).filter(|&p| affinity.known[p] && fits(p)) {
            all += 1;
            let own = affinity.of(p);
            for &(a, first) in own {
                each[usize::from(a)] += 1;
                let row = usize::from(a) * items;
                for &(b, second) in own.iter().filter(|(b, _)| *b != a) {
                    both[row + usize::from(b)] += 1;
                    later[row + usize::from(b)] += u32::from(second > first);
                }
            }
        }
        Counts { items, all, each, both, later }
    }

    /// Pairs that have the minimum, whether they count or not.
    fn pairs(&self, min: u64) -> u64 {
        self.both.iter().filter(|n| u64::from(**n) >= min).count() as u64
    }

    /// The rules that count, by the lower end of their lift.
    fn rules(&self, min: u64) -> Vec<RulePair> {
        let mut rules = Vec::new();
        for from in 0..self.items {
            for to in 0..self.items {
                let n = self.both[from * self.items + to];
                if u64::from(n) < min || self.each[from] == 0 {
                    continue;
                }
                let confidence = f64::from(n) / f64::from(self.each[from]);
                let base = f64::from(self.each[to]) / self.all as f64;
                let (low, high) = wilson(confidence, f64::from(self.each[from]));
                if low > base {
                    rules.push(RulePair { from, to, confidence, low, high, lift: confidence / base });
                }
            }
        }
        let surest = |rule: &RulePair| rule.low * rule.lift / rule.confidence;
        order::by(&mut rules, |a, b| {
            surest(b).total_cmp(&surest(a)).then((a.from, a.to).cmp(&(b.from, b.to)))
        });
        rules
    }

    fn rule(&self, pair: &RulePair, names: &Names) -> ItemRule {
        let n = self.both[pair.from * self.items + pair.to];
        let from = self.each[pair.from];
        ItemRule {
            from: names.text(pair.from as u32),
            to: names.text(pair.to as u32),
            n: n.into(),
            from_customers: from.into(),
            to_customers: self.each[pair.to].into(),
            support: f64::from(n) / self.all as f64,
            confidence: pair.confidence,
            interval: (pair.low, pair.high),
            lift: pair.lift,
            later: self.later[pair.from * self.items + pair.to].into(),
            open: (from - n).into(),
        }
    }
}

/// What has not been bought, by the rule of the highest confidence for what has; then by lift, then by name.
fn next(rules: &[RulePair], own: &[(u16, i32)]) -> Option<u16> {
    let has = |item: usize| own.binary_search_by(|(at, _)| usize::from(*at).cmp(&item)).is_ok();
    let fitting = rules.iter().filter(|rule| has(rule.from) && !has(rule.to));
    let best = fitting.max_by(|a, b| {
        a.confidence.total_cmp(&b.confidence).then(a.lift.total_cmp(&b.lift)).then(b.to.cmp(&a.to))
    });
    best.map(|rule| rule.to as u16)
}

/// The document of an analysis.
pub fn cross_sell(ledger: &Ledger, analysis: &Analysis, affinity: &Affinity, as_of: Day) -> CrossSell {
    let counts = Counts::of(affinity, &|_| true);
    let min = affinity.min_customers;
    let rules = counts.rules(min);
    let names = &affinity.names;
    let mut segments = Vec::new();
    for id in named::ALL.into_iter().filter(|_| affinity.by.is_some()) {
        let fits = |p: usize| analysis.named.get(p).is_some_and(|(segment, _)| *segment == id);
        let own = Counts::of(affinity, &fits);
        if own.all == 0 {
            continue;
        }
        let rule = own.rules(min).first().map(|pair| own.rule(pair, names));
        segments.push(SegmentNext {
            id,
            customers: own.all,
            next: nexts(affinity, &fits).into_iter().next(),
            rule,
        });
    }
    let mut top: Vec<BoughtItem> = (0..names.len())
        .map(|at| BoughtItem {
            name: names.text(at as u32),
            customers: counts.each[at].into(),
            share: f64::from(counts.each[at]) / counts.all as f64,
        })
        .collect();
    order::by(&mut top, |a, b| b.customers.cmp(&a.customers));
    CrossSell {
        version: VERSION,
        as_of,
        by: affinity.by,
        choices: ItemKind::ALL.into_iter().filter(|kind| kind.column(ledger).is_some()).collect(),
        customers: counts.all,
        items: affinity.all_items,
        min_customers: min,
        top,
        items_left: affinity.items_left,
        pairs: counts.pairs(min),
        rules_found: rules.len() as u64,
        rules: rules.iter().take(MOST_RULES).map(|pair| counts.rule(pair, names)).collect(),
        next: nexts(affinity, &|_| true),
        with_next: affinity.next.iter().flatten().count() as u64,
        segments,
        journey: journey::journey(ledger, analysis, as_of, affinity.by, min),
    }
}

/// What is next for the buyers that fit, those of most customers first.
fn nexts(affinity: &Affinity, fits: &dyn Fn(usize) -> bool) -> Vec<NextItem> {
    let mut customers = vec![0_u64; affinity.names.len()];
    for (p, next) in affinity.next.iter().enumerate() {
        if let Some(item) = next.filter(|_| fits(p)) {
            customers[usize::from(item)] += 1;
        }
    }
    let mut found: Vec<NextItem> = (0..customers.len())
        .filter(|&at| customers[at] > 0)
        .map(|at| NextItem { item: affinity.names.text(at as u32), customers: customers[at] })
        .collect();
    order::by(&mut found, |a, b| b.customers.cmp(&a.customers));
    found
}
