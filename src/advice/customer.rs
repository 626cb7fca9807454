//! One customer explained: their orders, where each score comes from, and what would change where they stand.
//!
//! The outlook scores the customer again with everything else as it is: the cuts of the scores, the ranks of the value index
//! and the cuts of the tiers are those of the report, so only this customer moves.
//!
//! - **With orders**: `n` more orders of the usual size, one every usual gap from the as-of date on, judged on the day of the
//!   last of them. The usual size is the median of the orders that count; the usual gap the customer's own, else that of all
//!   repeat customers, else 30 days.
//! - **Without**: the first day on which waiting alone costs the segment or the tier.

use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::customers::{Measure, quantile};
use crate::document::document;
use crate::error::{Code, Error, Result};
use crate::ledger::{CellKind, DAY, Entry};
use crate::mask::pseudonym;
use crate::notes;
use crate::order;
use crate::report::{Axis, CustomerRow, IndexPart, SegmentId, ValueTier};
use crate::segments::named;
use crate::settings::{CutBy, Role};
use crate::units::{Day, MICROS, Total};
use crate::value::index::Scale;
use crate::warning::document::Response;
use crate::warning::response;

/// Orders that a card shows; of more the last ones.
pub const ORDERS: usize = 200;
/// More orders than this are no advice.
pub const MOST_ORDERS: u32 = 24;
/// Days without an order that are looked ahead.
pub const MOST_DAYS: u32 = 730;
/// The gap where nobody has come back yet.
const ANY_GAP: f64 = 30.0;
/// With names masked, a word that fewer customers share could name one.
const SHARED: usize = 10;

/// Which customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct CardQuery {
    /// By the number in [`CustomerRow::number`].
    pub number: Option<u32>,
    /// By the name as written in the file.
    pub customer: Option<String>,
    /// Gives the customer a pseudonym under this key instead of the name, and leaves out what could name them otherwise.
    pub mask: Option<String>,
}

document! {
/// Everything known of one customer, and why.
pub struct CustomerCard {
    /// The figures of the table.
    pub row: CustomerRow,
    /// The day that recency counts to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// The orders up to that day, oldest first; empty for a customer table. Of many the last 200.
    pub orders: Vec<CardOrder>,
    /// How many there are in all, those that money given back made void among them.
    pub orders_total: u64,
    /// When the next order is due by the usual gap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_order: Option<Day>,
    /// That gap in days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<f64>,
    /// Whether it is the customer's own, and not that of all repeat customers.
    pub own_gap: bool,
    /// Recency, frequency and money, and the cuts they fell between.
    pub scores: Vec<CardScore>,
    /// What the value index adds up from.
    pub parts: Vec<CardPart>,
    /// Lowest value index of the high and of the medium tier; absent where a tier has nobody.
    pub tier_cuts: [Option<f64>; 2],
    /// What else the files say.
    pub attributes: Vec<CardAttribute>,
    /// What a file has in its column of notes. Absent where customers are masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What to do about the cause that says most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
    /// What would change where the customer stands. Absent without an order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlook: Option<Outlook>,
}

/// One order.
pub struct CardOrder {
    /// Its day.
    pub day: Day,
    /// Money in less money back.
    pub net: Total,
    /// Whether it counts: money given back in full, or on its own, is no order.
    pub counts: bool,
}

/// A score, and the cuts it fell between.
pub struct CardScore {
    /// Of what.
    pub axis: Axis,
    /// 1 to 5.
    pub score: u8,
    /// Days, orders or money.
    pub value: f64,
    /// The value is above this cut. Absent in the lowest level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<f64>,
    /// The value is at most this cut. Absent in the highest level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub up_to: Option<f64>,
}

/// A part of the value index.
pub struct CardPart {
    /// Which one.
    pub part: IndexPart,
    /// Percentile rank among the buyers, 0 to 100.
    pub rank: f64,
    /// Its share of the weights, 0 to 1.
    pub weight: f64,
    /// What it adds to the index: rank times weight.
    pub points: f64,
}

/// One thing that the files say of the customer.
pub struct CardAttribute {
    /// Name of the column.
    pub column: String,
    /// What it means, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// How the cells of the customer's rows became one.
    pub measure: Measure,
    /// What the cell is.
    pub kind: CellKind,
    /// The cell.
    pub value: String,
}

/// What would change where the customer stands.
pub struct Outlook {
    /// Size of the orders that are supposed.
    pub usual_order: Total,
    /// Days from one to the next.
    pub days: u32,
    /// One more order, and then each number of orders with which segment or tier become other ones.
    pub steps: Vec<OutlookStep>,
    /// Orders that were tried.
    pub tried: u32,
    /// The tier above, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_tier: Option<ValueTier>,
    /// Orders until the customer is in it or above. Absent where none of those tried is enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub orders_to_tier: Option<u32>,
    /// The money of those orders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money_to_tier: Option<Total>,
    /// Where waiting leads first. Absent where it changes nothing within two years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<Waiting>,
}

/// Where so many more orders lead.
pub struct OutlookStep {
    /// How many.
    pub orders: u32,
    /// Days until the last of them.
    pub days: u32,
    /// The day of the last of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Where the customer then stands.
    pub standing: OutlookPlace,
}

/// Where waiting leads.
pub struct Waiting {
    /// Days from the as-of date.
    pub days: u32,
    /// That day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Where the customer then stands.
    pub standing: OutlookPlace,
}

/// Where a customer stands.
pub struct OutlookPlace {
    /// Named segment. Absent without scores.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<SegmentId>,
    /// Value tier.
    pub tier: ValueTier,
    /// Value index.
    pub value_index: f64,
}
}

/// The card of a customer. `entries` are the customer's rows in the ledger; none for a customer table.
///
/// # Errors
///
/// [`Code::UnknownCustomer`] where there is no such customer.
pub fn card<'a>(
    analysis: &Analysis,
    query: &CardQuery,
    entries: &dyn Fn(usize) -> &'a [Entry],
) -> Result<CustomerCard> {
    let customers = &analysis.customers;
    let i = find(analysis, query).ok_or_else(|| {
        let asked = query.customer.clone().or_else(|| query.number.map(|n| n.to_string()));
        Error::new(Code::UnknownCustomer).value(asked.unwrap_or_default())
    })?;
    let at = i as usize;
    let mut row = analysis.row(i);
    if let Some(key) = &query.mask {
        row.customer = pseudonym(&row.customer, key);
    }
    let mut orders = customers.as_of.map_or_else(Vec::new, |as_of| orders(entries(at), as_of));
    let orders_total = orders.len() as u64;
    let usual_order = usual_order(&orders, &row);
    orders.drain(..orders.len().saturating_sub(ORDERS));
    let gap = customers.cycle(at);
    let next_order = customers.last_order[at].zip(gap).map(|(last, gap)| after(last, gap));
    let seat = Seat::of(analysis, i);
    let response = row.risk_cause.map(response::of);
    let cuts = analysis.tiers.cuts;
    let cut = |cut: f64| (cuts.by != CutBy::Money && cut.is_finite()).then_some(cut);
    Ok(CustomerCard {
        as_of: customers.as_of,
        orders,
        orders_total,
        next_order,
        gap,
        own_gap: customers.rhythm[at].is_some(),
        scores: scores(analysis, &row),
        parts: seat.as_ref().map_or_else(Vec::new, Seat::parts),
        tier_cuts: cuts.from.map(cut),
        attributes: attributes(analysis, at, query.mask.is_some()),
        note: notes::column(customers)
            .filter(|_| query.mask.is_none())
            .map(|column| notes::read(column, at))
            .filter(|note| !note.is_empty()),
        response,
        outlook: seat.and_then(|seat| seat.outlook(usual_order?)),
        row,
    })
}

fn find(analysis: &Analysis, query: &CardQuery) -> Option<u32> {
    let customers = &analysis.customers;
    let number = query.number.or_else(|| {
        let wanted = query.customer.as_deref()?.as_bytes();
        // Names are in the order of their bytes.
        let (mut low, mut high) = (0, customers.len() as u32);
        while low < high {
            let middle = low + (high - low) / 2;
            if customers.names.bytes(middle) < wanted {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Some(low).filter(|&found| customers.names.bytes(found) == wanted)
    });
    number.filter(|&i| customers.present.get(i as usize) == Some(&true))
}

/// The orders of a customer up to a day, oldest first. The rows of one order are neighbours; it lies on the day of its first.
fn orders(entries: &[Entry], as_of: Day) -> Vec<CardOrder> {
    let end = (i64::from(as_of.0) + 1) * DAY;
    let mut found = Vec::new();
    for rows in entries.chunk_by(|a, b| a.order == b.order) {
        let rows = || rows.iter().filter(|entry| entry.when < end);
        let Some(first) = rows().next() else { continue };
        let sum = |sign: i64| {
            rows().filter(|e| e.amount.0.signum() == sign).map(|e| i128::from(e.amount.0)).sum::<i128>()
        };
        let (money_in, money_back) = (sum(1), -sum(-1));
        let counts = money_in > money_back || (money_in == 0 && money_back == 0);
        found.push((first.when, CardOrder { day: first.day(), net: Total(money_in - money_back), counts }));
    }
    // Ties are in the order of the ledger, which is canonical.
    order::by(&mut found, |a, b| a.0.cmp(&b.0));
    found.into_iter().map(|(_, order)| order).collect()
}

/// Median of the orders that count; for a customer table the mean. `None` where that brings nothing in.
fn usual_order(orders: &[CardOrder], row: &CustomerRow) -> Option<Total> {
    let mut sizes: Vec<f64> = orders.iter().filter(|o| o.counts).map(|o| o.net.to_f64()).collect();
    order::floats(&mut sizes);
    let size = if sizes.is_empty() {
        row.net.to_f64() / f64::from(row.orders.max(1))
    } else {
        quantile(&sizes, 0.5)
    };
    // To the cent: the middle of two orders feigns precision.
    let cents = libm::round(size * 100.0) as i128;
    (cents > 0).then(|| Total(cents * i128::from(MICROS / 100)))
}

fn scores(analysis: &Analysis, row: &CustomerRow) -> Vec<CardScore> {
    let (Some(scores), Some(days)) = (&analysis.scores, row.recency_days) else { return Vec::new() };
    let each = [
        (Axis::Recency, row.r, f64::from(days), &scores.recency_edges),
        (Axis::Frequency, row.f, f64::from(row.orders), &scores.frequency_edges),
        (Axis::Monetary, row.m, row.net.to_f64(), &scores.monetary_edges),
    ];
    let shown = each.into_iter().filter_map(|(axis, score, value, edges)| {
        let above = edges.iter().rev().find(|&&edge| edge < value).copied();
        let up_to = edges.iter().find(|&&edge| edge >= value).copied();
        Some(CardScore { axis, score: score?, value, above, up_to })
    });
    shown.collect()
}

fn attributes(analysis: &Analysis, at: usize, masked: bool) -> Vec<CardAttribute> {
    let names_them = |role: Option<Role>| matches!(role, Some(Role::Email | Role::Phone | Role::Birthday));
    let mut found = Vec::new();
    let note = notes::column(&analysis.customers).map(std::ptr::from_ref);
    for attribute in &analysis.customers.attributes {
        let column = &attribute.column;
        if note == Some(std::ptr::from_ref(column.as_ref())) {
            continue;
        }
        let value = column.text(at);
        let alone = || {
            let word = column.word(at);
            word.is_some()
                && column.cells.iter().filter(|&&cell| Some(cell as u32) == word).take(SHARED).count()
                    < SHARED
        };
        if value.is_empty() || (masked && (names_them(column.role) || alone())) {
            continue;
        }
        found.push(CardAttribute {
            column: column.name.clone(),
            role: column.role,
            measure: attribute.measure,
            kind: column.kind,
            value,
        });
    }
    found
}

fn after(day: Day, days: f64) -> Day {
    Day(day.0.saturating_add(libm::round(days) as i32))
}

/// Where a customer sits among all: enough to say where they would with other figures.
struct Seat<'a> {
    analysis: &'a Analysis,
    scale: Scale,
    /// Today's values of the parts of the index, more being better; NaN where not stated.
    values: Vec<(IndexPart, f64)>,
    at: usize,
    place: usize,
}

impl Seat<'_> {
    fn of(analysis: &Analysis, i: u32) -> Option<Seat<'_>> {
        let place = analysis.place.get(i as usize).copied().filter(|&p| p != u32::MAX)? as usize;
        let scale = Scale::new(&analysis.customers, &analysis.buyers);
        let values = scale.values(&analysis.customers, i);
        Some(Seat { analysis, scale, values, at: i as usize, place })
    }

    fn parts(&self) -> Vec<CardPart> {
        let weights = &self.analysis.settings.weights;
        let total: f64 = self.values.iter().fold(0.0, |sum, (part, _)| sum + weights.of(*part));
        let each = self.values.iter().map(|&(part, value)| {
            let weight = if total > 0.0 { weights.of(part) / total } else { 0.0 };
            let rank = self.scale.rank(part, value);
            CardPart { part, rank, weight, points: weight * rank }
        });
        each.filter(|part| part.weight > 0.0).collect()
    }

    /// Where the customer would stand after `days` more days with so many more orders, the last of them on the last day.
    fn standing(&self, days: u32, orders: u32, size: Total) -> OutlookPlace {
        let Seat { analysis, scale, values, at, .. } = self;
        let customers = &analysis.customers;
        let recency = customers.recency[*at].map(|now| if orders > 0 { 0 } else { now + days });
        let frequency = f64::from(customers.orders[*at]) + f64::from(orders);
        let money = Total(customers.net(*at).0 + size.0 * i128::from(orders));
        let net = money.to_f64();
        let then: Vec<(IndexPart, f64)> = values
            .iter()
            .map(|&(part, now)| match part {
                IndexPart::Recency => (part, recency.map_or(now, |days| -f64::from(days))),
                IndexPart::Frequency => (part, frequency),
                IndexPart::Monetary => (part, net),
                // A stated length of the relationship has no unit to add days in.
                IndexPart::Tenure if customers.first_order[*at].is_some() => (part, now + f64::from(days)),
                _ => (part, now),
            })
            .collect();
        let value_index = scale.index(&then, &analysis.settings.weights);
        let segment = analysis.scores.as_ref().zip(recency).map(|(scores, recency)| {
            let recency = f64::from(recency);
            let overdue = customers.cycle(*at).map(|cycle| recency / cycle);
            named::segment(scores.code(recency, frequency, net), overdue).0
        });
        let cuts = analysis.tiers.cuts;
        // Where tiers are reviewed, the one of today is kept down to its threshold.
        let today = analysis.settings.tiers.since.and_then(|_| analysis.tiers.value.get(self.place).copied());
        let tier = cuts.kept(cuts.measure(value_index, money.0), today);
        OutlookPlace { segment, tier, value_index }
    }

    fn outlook(&self, usual_order: Total) -> Option<Outlook> {
        let customers = &self.analysis.customers;
        let now = *self.analysis.tiers.value.get(self.place)?;
        let segment = self.analysis.named.get(self.place).map(|(segment, _)| *segment);
        let days = libm::round(customers.cycle(self.at).unwrap_or(ANY_GAP)).clamp(1.0, 365.0) as u32;
        let day = |days: u32| customers.as_of.map(|as_of| after(as_of, f64::from(days)));
        let next_tier = match now {
            ValueTier::High => None,
            ValueTier::Medium => Some(ValueTier::High),
            ValueTier::Low => Some(ValueTier::Medium),
        };
        let (mut steps, mut orders_to_tier): (Vec<OutlookStep>, _) = (Vec::new(), None);
        for orders in 1..=MOST_ORDERS {
            let standing = self.standing(orders * days, orders, usual_order);
            // High comes first in the enumeration.
            if orders_to_tier.is_none() && next_tier.is_some_and(|tier| standing.tier <= tier) {
                orders_to_tier = Some(orders);
            }
            let same = |step: &OutlookStep| {
                step.standing.segment == standing.segment && step.standing.tier == standing.tier
            };
            if !steps.last().is_some_and(same) {
                steps.push(OutlookStep { orders, days: orders * days, day: day(orders * days), standing });
            }
        }
        let known = customers.recency[self.at].is_some();
        let waiting = (1..=MOST_DAYS).filter(|_| known).find_map(|days| {
            let standing = self.standing(days, 0, Total(0));
            let moved = standing.segment != segment || standing.tier != now;
            moved.then(|| Waiting { days, day: day(days), standing })
        });
        let money_to_tier = orders_to_tier.map(|orders: u32| Total(usual_order.0 * i128::from(orders)));
        Some(Outlook {
            usual_order,
            days,
            steps,
            tried: MOST_ORDERS,
            next_tier,
            orders_to_tier,
            money_to_tier,
            waiting,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Amount;

    fn entry(order: u64, day: i64, amount: i64) -> Entry {
        Entry { order, when: day * DAY, amount: Amount(amount * MICROS) }
    }

    #[test]
    fn orders_are_in_the_order_of_time_and_refunds_are_none() {
        // In canonical order: by order, then by time.
        let entries = [
            entry(1, 9, 20),
            entry(1, 12, -20),
            entry(2, 3, 5),
            entry(2, 3, 7),
            entry(3, 11, -4),
            entry(4, 30, 8),
        ];
        let found: Vec<_> =
            orders(&entries, Day(20)).iter().map(|o| (o.day.0, o.net.to_f64(), o.counts)).collect();
        assert_eq!(found, [(3, 12.0, true), (9, 0.0, false), (11, -4.0, false)]);
        // Before the refund came the order counted.
        let found: Vec<_> =
            orders(&entries, Day(10)).iter().map(|o| (o.day.0, o.net.to_f64(), o.counts)).collect();
        assert_eq!(found, [(3, 12.0, true), (9, 20.0, true)]);
    }
}
