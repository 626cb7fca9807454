//! Evidence for the causes of a risk: each is seen, not seen, or the file doesn't say.
//!
//! | cause | seen when | no data when |
//! |---|---|---|
//! | overdue | silent for longer than the own 80th percentile of gaps or 1.5 median gaps; with two purchase days 1.5 usual gaps | one purchase day |
//! | slowing | the last three gaps rise, or purchase days of the last year are 30 % below those of the year before | fewer than four purchase days |
//! | basket | mean of the last two purchase days below 70 % of the own median | fewer than four purchase days |
//! | category | [`Customers::category_dropped`] | no category column, or no regular category |
//! | balance | of a customer table, the money below 70 % of the balance before | no such column |
//! | service | mean satisfaction at most 3 of 5 (4 of 7, 6 of 10), or willingness to recommend at most 6, or more tickets than 80 % of the buyers | no such column, or no answer |
//! | product | share of money given back above that of 80 % of the buyers | no refund in the file |
//! | price | at least 60 % of the rows with a discount | no discount column |
//! | one and done | one purchase day, longer ago than one usual gap | no usual gap |
//! | unreachable | neither address nor telephone number | no such column |
//! | seasonal | [`season::pause`] | purchases don't reach back a year |

use super::document::{CauseId, Seen};
use super::{YEAR, season};
use crate::customers::{Attribute, Customers, Measure, quantile};
use crate::ledger::CellKind;
use crate::order;
use crate::settings::Role;
use crate::units::{Amount, Day};

/// All kinds, in the order of the page. The last one lowers the risk.
pub const ALL: [CauseId; 11] = [
    CauseId::Overdue,
    CauseId::Slowing,
    CauseId::Basket,
    CauseId::Category,
    CauseId::Balance,
    CauseId::Service,
    CauseId::Product,
    CauseId::Price,
    CauseId::OneAndDone,
    CauseId::Unreachable,
    CauseId::Seasonal,
];

/// Which cause says most where several are seen: what someone can repair first, then what narrows it down, silence last.
const TELLING: [CauseId; 11] = [
    CauseId::Seasonal,
    CauseId::Service,
    CauseId::Product,
    CauseId::Balance,
    CauseId::Category,
    CauseId::Price,
    CauseId::OneAndDone,
    CauseId::Basket,
    CauseId::Slowing,
    CauseId::Overdue,
    CauseId::Unreachable,
];

/// Median gaps after which a customer is overdue.
const OVERDUE: f64 = 1.5;
/// Share of the own median below which a basket has shrunk, of the balance before below which one has, and of last year's
/// purchase days below which they are fewer.
const FEWER: f64 = 0.7;
/// Share of discounted rows from which on price is a pattern.
pub const DISCOUNTED: f64 = 0.6;

/// Evidence for every cause, two bits each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence(u32);

impl Evidence {
    /// What the data say of a cause.
    pub fn of(self, cause: CauseId) -> Seen {
        match self.0 >> (2 * cause as u32) & 3 {
            1 => Seen::Seen,
            2 => Seen::NotSeen,
            _ => Seen::NoData,
        }
    }

    /// The seen cause that says most.
    pub fn main(self) -> Option<CauseId> {
        TELLING.into_iter().find(|&cause| self.of(cause) == Seen::Seen)
    }

    fn set(&mut self, cause: CauseId, seen: Seen) {
        let bits = match seen {
            Seen::Seen => 1,
            Seen::NotSeen => 2,
            Seen::NoData => 0,
        };
        self.0 |= bits << (2 * cause as u32);
    }
}

/// Evidence of each buyer.
pub fn evidence(customers: &Customers, buyers: &[u32]) -> Vec<Evidence> {
    let file = File::new(customers, buyers);
    let (mut gaps, mut amounts) = (Vec::new(), Vec::new());
    let each = buyers.iter().map(|&i| {
        let i = i as usize;
        let mut evidence = Evidence::default();
        let days = customers.days.of(i);
        let paid = customers.days.amounts_of(i);
        evidence.set(CauseId::Overdue, overdue(customers, i, days.len()));
        evidence.set(CauseId::Slowing, slowing(days, customers.as_of));
        evidence.set(CauseId::Basket, basket(paid, &mut amounts));
        let dropped = customers.category_dropped.get(i).copied().flatten();
        evidence.set(CauseId::Category, dropped.map_or(Seen::NoData, seen));
        evidence.set(CauseId::Balance, file.balance(customers, i));
        evidence.set(CauseId::Service, file.service(i));
        evidence.set(CauseId::Product, file.product(customers, i));
        evidence.set(CauseId::Price, file.price(i));
        evidence.set(CauseId::OneAndDone, one_and_done(customers, i, days.len()));
        evidence.set(CauseId::Unreachable, file.unreachable(i));
        let pause = customers.as_of.map_or(Seen::NoData, |as_of| season::pause(days, as_of, &mut gaps));
        evidence.set(CauseId::Seasonal, pause);
        evidence
    });
    each.collect()
}

fn seen(seen: bool) -> Seen {
    if seen { Seen::Seen } else { Seen::NotSeen }
}

fn overdue(customers: &Customers, i: usize, purchase_days: usize) -> Seen {
    let Some(silence) = customers.recency[i].map(f64::from).filter(|_| purchase_days >= 2) else {
        return Seen::NoData;
    };
    match (customers.rhythm[i], customers.usual_gap) {
        (Some(rhythm), _) => seen(silence > rhythm.p80.min(OVERDUE * rhythm.median).max(1.0)),
        (None, Some(gap)) => seen(silence > OVERDUE * gap),
        (None, None) => Seen::NoData,
    }
}

fn slowing(days: &[Day], as_of: Option<Day>) -> Seen {
    let [.., a, b, c, d] = days else { return Seen::NoData };
    let rising = b.0 - a.0 < c.0 - b.0 && c.0 - b.0 < d.0 - c.0;
    let fewer = as_of.filter(|end| days[0].0 <= end.0 - 2 * YEAR).is_some_and(|end| {
        let within = |from: i32, to: i32| days.iter().filter(|day| day.0 > from && day.0 <= to).count();
        let before = within(end.0 - 2 * YEAR, end.0 - YEAR);
        before >= 3 && within(end.0 - YEAR, end.0) as f64 <= FEWER * before as f64
    });
    seen(rising || fewer)
}

fn basket(paid: &[Amount], scratch: &mut Vec<f64>) -> Seen {
    let [.., last_but_one, last] = paid else { return Seen::NoData };
    if paid.len() < 4 {
        return Seen::NoData;
    }
    scratch.clear();
    scratch.extend(paid.iter().map(|amount| amount.0 as f64));
    order::floats(scratch);
    let recent = 0.5 * (last_but_one.0 as f64 + last.0 as f64);
    seen(recent < FEWER * quantile(scratch, 0.5))
}

fn one_and_done(customers: &Customers, i: usize, purchase_days: usize) -> Seen {
    let (Some(gap), Some(silence)) = (customers.usual_gap, customers.recency[i]) else { return Seen::NoData };
    seen(purchase_days == 1 && f64::from(silence) > gap)
}

/// What the file says beside the orders, as far as it speaks of causes.
struct File<'a> {
    /// A score, and the highest value that is a bad one.
    scores: Vec<(&'a Attribute, f64)>,
    /// Numbers of tickets, and how many 80 % of the buyers don't exceed.
    tickets: Option<(&'a Attribute, f64)>,
    balance: Option<&'a Attribute>,
    discount: Option<&'a Attribute>,
    contacts: Vec<&'a Attribute>,
    /// Share of money given back that 80 % of the buyers stay below; `None` without refunds.
    refunds: Option<f64>,
}

impl<'a> File<'a> {
    fn new(customers: &'a Customers, buyers: &[u32]) -> File<'a> {
        let of = |role: Role| customers.attributes.iter().filter(move |a| a.column.role == Some(role));
        let numbers = |a: &&Attribute| a.column.kind == CellKind::Numbers;
        let satisfaction = of(Role::Satisfaction).filter(numbers).map(|a| {
            let cells = (0..customers.len()).filter_map(|i| a.column.number(i));
            let most = cells.fold(0.0, f64::max);
            (
                a,
                if most <= 5.0 {
                    3.0
                } else if most <= 7.0 {
                    4.0
                } else {
                    0.6 * most.max(10.0)
                },
            )
        });
        let scores = satisfaction.chain(of(Role::Nps).filter(numbers).map(|a| (a, 6.0))).collect();
        let tickets = of(Role::Tickets).find(numbers).map(|a| {
            let mut each: Vec<f64> = buyers.iter().filter_map(|&i| a.column.number(i as usize)).collect();
            order::floats(&mut each);
            (a, quantile(&each, 0.8))
        });
        let rates: Vec<f64> = buyers.iter().filter_map(|&i| refund_rate(customers, i as usize)).collect();
        let any = rates.iter().any(|&rate| rate > 0.0);
        let mut sorted = rates;
        order::floats(&mut sorted);
        File {
            scores,
            tickets,
            balance: of(Role::BalanceBefore).find(numbers),
            discount: of(Role::Discount).find(|a| a.measure == Measure::Share),
            contacts: of(Role::Email).chain(of(Role::Phone)).collect(),
            refunds: any.then(|| quantile(&sorted, 0.8)),
        }
    }

    fn service(&self, i: usize) -> Seen {
        let bad = self.scores.iter().filter_map(|(a, bad)| Some(a.column.number(i)? <= *bad));
        let many = self.tickets.and_then(|(a, usual)| Some(a.column.number(i)? > usual));
        bad.chain(many).reduce(|a, b| a || b).map_or(Seen::NoData, seen)
    }

    fn balance(&self, customers: &Customers, i: usize) -> Seen {
        let before = self.balance.and_then(|a| a.column.number(i)).filter(|before| *before > 0.0);
        before.map_or(Seen::NoData, |before| seen(customers.net(i).to_f64() < FEWER * before))
    }

    fn product(&self, customers: &Customers, i: usize) -> Seen {
        match (self.refunds, refund_rate(customers, i)) {
            (Some(usual), Some(rate)) => seen(rate > 0.0 && rate > usual),
            _ => Seen::NoData,
        }
    }

    fn price(&self, i: usize) -> Seen {
        let share = self.discount.and_then(|a| a.column.number(i));
        share.map_or(Seen::NoData, |share| seen(share >= DISCOUNTED))
    }

    fn unreachable(&self, i: usize) -> Seen {
        if self.contacts.is_empty() {
            return Seen::NoData;
        }
        seen(self.contacts.iter().all(|a| a.column.word(i).is_none() && a.column.measure(i).is_none()))
    }
}

fn refund_rate(customers: &Customers, i: usize) -> Option<f64> {
    let gross = customers.gross[i].to_f64();
    (gross > 0.0).then(|| customers.refunds[i].to_f64() / gross)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_keeps_each_cause_apart() {
        let mut evidence = Evidence::default();
        assert_eq!(evidence.main(), None);
        for (cause, seen) in [
            (CauseId::Overdue, Seen::Seen),
            (CauseId::Product, Seen::NotSeen),
            (CauseId::Seasonal, Seen::NotSeen),
            (CauseId::Basket, Seen::Seen),
        ] {
            evidence.set(cause, seen);
            assert_eq!(evidence.of(cause), seen, "{cause:?}");
        }
        assert_eq!(evidence.of(CauseId::Price), Seen::NoData);
        assert_eq!(evidence.main(), Some(CauseId::Basket));
    }

    #[test]
    fn gaps_that_rise_and_years_that_fall_are_slowing() {
        let cases: [(&[i32], i32, Seen); 5] = [
            (&[0, 10, 30, 70], 80, Seen::Seen),
            (&[0, 20, 40, 50], 80, Seen::NotSeen),
            (&[0, 10, 30], 80, Seen::NoData),
            // Four purchase days in the year before, two in the last.
            (&[0, 400, 500, 600, 700, 900, 950], 1100, Seen::Seen),
            (&[0, 400, 500, 600, 800, 900, 950], 1100, Seen::NotSeen),
        ];
        for (days, as_of, expected) in cases {
            let days: Vec<Day> = days.iter().map(|&day| Day(day)).collect();
            assert_eq!(slowing(&days, Some(Day(as_of))), expected, "{days:?}");
        }
    }

    #[test]
    fn a_basket_is_compared_with_its_own_median() {
        for (paid, expected) in [
            (vec![100, 100, 100, 60, 60], Seen::Seen),
            (vec![100, 100, 100, 80, 80], Seen::NotSeen),
            (vec![100, 10, 10], Seen::NoData),
        ] {
            let paid: Vec<Amount> = paid.into_iter().map(Amount).collect();
            assert_eq!(basket(&paid, &mut Vec::new()), expected, "{paid:?}");
        }
    }
}
