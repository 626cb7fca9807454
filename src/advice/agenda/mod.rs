//! Analysis to agenda: whom to contact in the days after the as-of date, on which day, and how.
//!
//! | file | idea |
//! |---|---|
//! | [`play`] | one play out of the playbooks of segment, stage, tier and cause |
//! | [`document`] | the question, and what it hands to the page |

pub mod document;
pub mod play;

use std::collections::BTreeMap;

use crate::analysis::Analysis;
use crate::customers::{Attribute, Measure};
use crate::error::{Code, Error, Result};
use crate::ledger::CellKind;
use crate::mask::pseudonym;
use crate::order;
use crate::report::{Channel, SegmentId, Stage, ValueTier};
use crate::segments::named;
use crate::settings::Role;
use crate::units::{Day, Total};
use crate::warning::causes::DISCOUNTED;
use crate::warning::document::{CauseId, RiskBand, Seen};
use document::*;
use play::play;

/// Plays that are listed.
const PLAYS: usize = 12;
/// Days after the first order that are followed up at most.
const STEPS: usize = 6;
/// Channels that are listed.
const CHANNELS: usize = 8;

/// What to do in the days after the as-of date.
///
/// # Errors
///
/// The question is out of range.
pub fn agenda(analysis: &Analysis, query: &AgendaQuery) -> Result<Agenda> {
    let steps = &query.follow_ups;
    let rising = steps.len() <= STEPS
        && steps.iter().all(|after| (1..=365).contains(after))
        && steps.windows(2).all(|pair| pair[0] < pair[1]);
    if !(1..=60).contains(&query.days)
        || !(1..=1000).contains(&query.per_day)
        || !rising
        || query.cadence.iter().any(|days| *days > 365)
    {
        return Err(Error::new(Code::BadSetting).value("agenda"));
    }
    let book = Book::new(analysis, query);
    let mut missing = Vec::new();
    let as_of = analysis.customers.as_of;
    let dated = analysis.customers.first_order.iter().any(Option::is_some);
    if as_of.is_none() || !dated {
        missing.push(AgendaMissing::NoDates);
    }
    if !analysis.warning.as_ref().is_some_and(|w| w.risk.iter().any(Option::is_some)) {
        missing.push(AgendaMissing::NoRisk);
    }
    if analysis.customers.rhythm.iter().all(Option::is_none) {
        missing.push(AgendaMissing::NoRhythm);
    }
    let birthdays = analysis
        .customers
        .attributes
        .iter()
        .find(|a| a.column.role == Some(Role::Birthday) && a.column.kind == CellKind::Days);
    for (there, what) in [
        (birthdays.is_some(), AgendaMissing::NoBirthdays),
        (book.contact.is_some(), AgendaMissing::NoContacts),
        (book.channel.is_some(), AgendaMissing::NoChannel),
        (book.discount.is_some(), AgendaMissing::NoDiscount),
    ] {
        if !there {
            missing.push(what);
        }
    }
    let (plays, others) = book.plays();
    let Some(as_of) = as_of else {
        let none = || Lane { total: 0, planned: 0, at_stake: Total(0), rows: Vec::new() };
        return Ok(Agenda {
            version: VERSION,
            as_of: None,
            until: None,
            days: Vec::new(),
            missing,
            contacts: none(),
            contacted: 0,
            due: none(),
            follow_ups: none(),
            steps: Vec::new(),
            birthdays: none(),
            anniversaries: none(),
            plays,
            others,
            channels: book.channels(),
        });
    };
    let until = Day(as_of.0 + query.days as i32);
    let c = &analysis.customers;
    let within = |day: Day| (day > as_of && day <= until).then_some(day);
    let mut days: Vec<AgendaDay> = (as_of.0 + 1..=until.0).map(|day| free(Day(day))).collect();
    let due = book.lane(
        &mut days,
        |day| &mut day.due,
        |_, _| (),
        |i| {
            let rhythm = c.rhythm.get(i).copied().flatten()?;
            let last = c.last_order.get(i).copied().flatten()?;
            within(Day(last.0 + libm::round(rhythm.median.max(1.0)) as i32)).map(|day| (day, 0))
        },
    );
    // The first time asks how the goods do; later ones are for a second order, which some have made by then.
    let once = |after: u32| steps.first() != Some(&after);
    let step = |i: usize, after: u32| {
        let first = c.first_order.get(i).copied().flatten()?;
        Some((within(Day(first.0 + after as i32))?, after))
    };
    let ordered = |i: usize| c.orders.get(i).is_some_and(|orders| *orders > 1);
    let follow_ups = book.lane(
        &mut days,
        |day| &mut day.follow_ups,
        |row, after| row.after = Some(after),
        |i| {
            let due = steps.iter().filter(move |&&after| !(once(after) && ordered(i)));
            due.filter_map(move |&after| step(i, after)).collect::<Vec<_>>()
        },
    );
    let steps = steps.iter().map(|&after| {
        let due = analysis.buyers.iter().filter(|&&i| step(i as usize, after).is_some());
        let (again, customers) = due.partition::<Vec<u32>, _>(|&&i| once(after) && ordered(i as usize));
        FollowUp {
            after,
            once: once(after),
            first_from: Day(as_of.0 + 1 - after as i32),
            first_to: Day(until.0 - after as i32),
            customers: customers.len() as u64,
            ordered_again: again.len() as u64,
        }
    });
    let steps = steps.collect();
    let again = |born: Day| within(next_year_day(born, as_of));
    let birthdays = book.lane(
        &mut days,
        |day| &mut day.birthdays,
        |_, _| (),
        |i| Some((again(birthdays?.column.day(i)?)?, 0)),
    );
    let anniversaries = book.lane(
        &mut days,
        |day| &mut day.anniversaries,
        |row, years| row.years = Some(years),
        |i| {
            let first = c.first_order.get(i).copied().flatten()?;
            let day = again(first)?;
            let years = u32::try_from(day.to_ymd().0 - first.to_ymd().0).ok()?;
            (years > 0).then_some((day, years))
        },
    );
    let (contacts, contacted) = book.contacts(&mut days, as_of);
    Ok(Agenda {
        version: VERSION,
        as_of: Some(as_of),
        until: Some(until),
        days,
        missing,
        contacts,
        contacted,
        due,
        follow_ups,
        steps,
        birthdays,
        anniversaries,
        plays,
        others,
        channels: book.channels(),
    })
}

/// A day on which nothing is planned yet.
fn free(day: Day) -> AgendaDay {
    AgendaDay { day, works: works(day), contacts: 0, due: 0, follow_ups: 0, birthdays: 0, anniversaries: 0 }
}

/// The next time after a day that it is the day and month of another; 29 February is kept on 28 February where there is none.
fn next_year_day(of: Day, after: Day) -> Day {
    let (_, month, day) = of.to_ymd();
    let (year, ..) = after.to_ymd();
    let on = |year: i32| Day::from_ymd(year, month, day).or(Day::from_ymd(year, month, 28));
    on(year).filter(|day| *day > after).or(on(year + 1)).unwrap_or(of)
}

/// Days on which nobody works: Saturday and Sunday. Day 0 was a Thursday.
fn works(day: Day) -> bool {
    !matches!(day.0.rem_euclid(7), 2 | 3)
}

/// What the lists are made of.
struct Book<'a> {
    analysis: &'a Analysis,
    query: &'a AgendaQuery,
    contact: Option<&'a Attribute>,
    channel: Option<&'a Attribute>,
    discount: Option<&'a Attribute>,
}

impl<'a> Book<'a> {
    fn new(analysis: &'a Analysis, query: &'a AgendaQuery) -> Book<'a> {
        let of =
            |role: Role| analysis.customers.attributes.iter().filter(move |a| a.column.role == Some(role));
        Book {
            analysis,
            query,
            contact: of(Role::LastContact).find(|a| a.column.kind == CellKind::Days),
            channel: of(Role::Channel).find(|a| a.column.kind == CellKind::Words),
            discount: of(Role::Discount).find(|a| a.measure == Measure::Share),
        }
    }

    fn band(&self, p: usize) -> Option<RiskBand> {
        self.analysis.warning.as_ref()?.band.get(p).copied().flatten()
    }

    fn at_stake(&self, p: usize) -> Option<Total> {
        self.analysis.warning.as_ref()?.at_risk.get(p).copied().flatten()
    }

    fn cause(&self, p: usize) -> Option<CauseId> {
        self.analysis.warning.as_ref()?.cause.get(p).copied().flatten()
    }

    fn reachable(&self, p: usize) -> bool {
        let evidence = self.analysis.warning.as_ref().and_then(|w| w.evidence.get(p));
        evidence.is_none_or(|evidence| evidence.of(CauseId::Unreachable) != Seen::Seen)
    }

    fn segment(&self, p: usize) -> Option<SegmentId> {
        self.analysis.named.get(p).map(|(segment, _)| *segment)
    }

    fn stage(&self, p: usize) -> Option<Stage> {
        self.analysis.stages.get(p).copied().flatten()
    }

    fn tier(&self, p: usize) -> ValueTier {
        self.analysis.tiers.value.get(p).copied().unwrap_or(ValueTier::Low)
    }

    /// Whether most purchases had a discount.
    fn priced(&self, i: u32) -> Option<bool> {
        self.discount?.column.number(i as usize).map(|share| share >= DISCOUNTED)
    }

    fn row(&self, p: usize, day: Day) -> Option<AgendaRow> {
        let i = *self.analysis.buyers.get(p)?;
        let name = self.analysis.customers.names.text(i);
        let (segment, tier, cause) = (self.segment(p), self.tier(p), self.cause(p));
        let how = segment.map(|segment| {
            play(segment, self.stage(p), tier, cause, self.priced(i), self.analysis.settings.template)
        });
        Some(AgendaRow {
            number: i,
            customer: match &self.query.mask {
                Some(key) => pseudonym(&name, key),
                None => name,
            },
            day,
            segment,
            tier,
            cause,
            channel: how.and_then(|play| play.channel.first().copied()).unwrap_or(Channel::Email),
            net: Total(self.analysis.net(p)),
            at_stake: self.at_stake(p),
            years: None,
            after: None,
            contacted: self.contacted(i),
        })
    }

    /// The last contact with a customer, up to the as-of date.
    fn contacted(&self, i: u32) -> Option<Day> {
        let day = self.contact?.column.day(i as usize)?;
        self.analysis.customers.as_of.is_none_or(|as_of| day <= as_of).then_some(day)
    }

    /// Red and amber customers who can be reached and whose last contact is long enough ago, the most at stake first, so many
    /// on each working day; and how many were contacted too lately.
    fn contacts(&self, days: &mut [AgendaDay], as_of: Day) -> (Lane, u64) {
        let warned = |p: usize| matches!(self.band(p), Some(RiskBand::Red | RiskBand::Amber));
        let rested = |&p: &usize| {
            let least = self.query.cadence.get(self.tier(p) as usize).copied().unwrap_or(0);
            let last = self.analysis.buyers.get(p).and_then(|&i| self.contacted(i));
            last.is_none_or(|last| as_of.0 - last.0 >= least as i32)
        };
        let warned = (0..self.analysis.buyers.len()).filter(|&p| warned(p) && self.reachable(p));
        let (rested, lately): (Vec<usize>, Vec<usize>) = warned.partition(rested);
        let mut found: Vec<(i128, usize)> =
            rested.into_iter().map(|p| (self.at_stake(p).map_or(0, |money| money.0), p)).collect();
        let total = found.len() as u64;
        order::by(&mut found, |a, b| b.0.cmp(&a.0));
        let mut planned: Vec<(usize, Day)> = Vec::new();
        let mut rest = found.into_iter().map(|(_, p)| p);
        for day in days.iter_mut().filter(|day| day.works) {
            let before = planned.len();
            planned.extend(rest.by_ref().take(self.query.per_day as usize).map(|p| (p, day.day)));
            day.contacts = (planned.len() - before) as u64;
        }
        let lane = Lane {
            total,
            planned: planned.len() as u64,
            at_stake: Total(planned.iter().filter_map(|&(p, _)| self.at_stake(p)).map(|m| m.0).sum()),
            rows: planned.iter().take(self.query.limit).filter_map(|&(p, day)| self.row(p, day)).collect(),
        };
        (lane, lately.len() as u64)
    }

    /// Customers with their days, in the order of the days, the most valuable first. `note` writes on the row what comes with
    /// the day.
    fn lane<I: IntoIterator<Item = (Day, u32)>>(
        &self,
        days: &mut [AgendaDay],
        count: impl Fn(&mut AgendaDay) -> &mut u64,
        note: impl Fn(&mut AgendaRow, u32),
        days_of: impl Fn(usize) -> I,
    ) -> Lane {
        let mut found: Vec<(Day, i128, usize, u32)> = Vec::new();
        for (p, &i) in self.analysis.buyers.iter().enumerate() {
            for (day, what) in days_of(i as usize) {
                found.push((day, self.analysis.net(p), p, what));
                if let Some(day) = days.iter_mut().find(|each| each.day == day) {
                    *count(day) += 1;
                }
            }
        }
        order::by(&mut found, |a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        Lane {
            total: found.len() as u64,
            planned: found.len() as u64,
            at_stake: Total(found.iter().filter_map(|&(_, _, p, _)| self.at_stake(p)).map(|m| m.0).sum()),
            rows: found
                .iter()
                .take(self.query.limit)
                .filter_map(|&(day, _, p, what)| {
                    let mut row = self.row(p, day)?;
                    note(&mut row, what);
                    Some(row)
                })
                .collect(),
        }
    }

    /// The plays with most money, and the customers of all others.
    fn plays(&self) -> (Vec<PlayGroup>, u64) {
        type Key = (SegmentId, Option<Stage>, ValueTier, Option<CauseId>);
        // Customers, what they brought, what is at stake, how many buy with discounts, of how many that is known.
        let mut sums: BTreeMap<Key, (u64, i128, i128, u64, u64)> = BTreeMap::new();
        for (p, &i) in self.analysis.buyers.iter().enumerate() {
            let Some(segment) = self.segment(p) else { continue };
            let sum = sums.entry((segment, self.stage(p), self.tier(p), self.cause(p))).or_default();
            sum.0 += 1;
            sum.1 += self.analysis.net(p);
            sum.2 += self.at_stake(p).map_or(0, |money| money.0);
            sum.3 += u64::from(self.priced(i) == Some(true));
            sum.4 += u64::from(self.priced(i).is_some());
        }
        let mut list: Vec<PlayGroup> = sums
            .into_iter()
            .map(|((segment, stage, tier, cause), (customers, net, at_stake, priced, known))| PlayGroup {
                segment,
                action: named::action(segment),
                stage,
                tier,
                cause,
                customers,
                net: Total(net),
                at_stake: Total(at_stake),
                play: play(
                    segment,
                    stage,
                    tier,
                    cause,
                    (known > 0).then_some(2 * priced > known),
                    self.analysis.settings.template,
                ),
            })
            .collect();
        order::by(&mut list, |a, b| b.at_stake.cmp(&a.at_stake).then(b.net.cmp(&a.net)));
        let others = list.iter().skip(PLAYS).map(|group| group.customers).sum();
        list.truncate(PLAYS);
        (list, others)
    }

    /// Where customers bought, the most customers first.
    fn channels(&self) -> Vec<ChannelFit> {
        let Some(channel) = self.channel else { return Vec::new() };
        let mut sums: BTreeMap<String, (u64, u64, i128, u64, u64)> = BTreeMap::new();
        for (p, &i) in self.analysis.buyers.iter().enumerate() {
            if channel.column.word(i as usize).is_none() {
                continue;
            }
            let sum = sums.entry(channel.column.text(i as usize)).or_default();
            sum.0 += 1;
            sum.1 += u64::from(self.analysis.customers.orders.get(i as usize).is_some_and(|n| *n > 1));
            sum.2 += self.analysis.net(p);
            sum.3 += u64::from(self.band(p) == Some(RiskBand::Red));
            sum.4 += u64::from(self.band(p).is_some());
        }
        let mut list: Vec<ChannelFit> = sums
            .into_iter()
            .map(|(name, (customers, repeat, net, red, known))| ChannelFit {
                name,
                customers,
                repeat: repeat as f64 / customers as f64,
                net_each: Total(net).to_f64() / customers as f64,
                red: (known > 0).then(|| red as f64 / known as f64),
            })
            .collect();
        order::by(&mut list, |a, b| b.customers.cmp(&a.customers));
        list.truncate(CHANNELS);
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_comes_again_within_a_year() {
        for (of, after, expected) in [
            ("1980-03-05", "2024-03-01", "2024-03-05"),
            ("1980-03-05", "2024-03-05", "2025-03-05"),
            ("1980-01-02", "2024-12-30", "2025-01-02"),
            ("1980-02-29", "2023-02-01", "2023-02-28"),
            ("1980-02-29", "2024-02-01", "2024-02-29"),
        ] {
            let day = |text: &str| Day::parse_iso(text).unwrap();
            assert_eq!(next_year_day(day(of), day(after)).to_string(), expected, "{of} after {after}");
        }
    }

    #[test]
    fn nobody_works_at_the_weekend() {
        let days: Vec<bool> = (0..7)
            .map(|day| works(Day::parse_iso("2024-03-04").map_or(Day(0), |d| Day(d.0 + day))))
            .collect();
        assert_eq!(days, [true, true, true, true, true, false, false]);
    }
}
