//! Questions to an analysis: which customers, in which order, which part of them.

use serde::{Deserialize, Serialize};

use crate::advice::accounts;
use crate::analysis::Analysis;
use crate::mask::pseudonym;
use crate::notes::CustomerNote;
use crate::order;
use crate::report::{
    Abc, ActionId, CauseEvidence, CustomerPage, CustomerRow, PotentialTier, SegmentId, Stage, ValueTier,
};
use crate::segments::named;
use crate::segments::own::OwnSegment;
use crate::tiers::levels;
use crate::units::Day;
use crate::value::models::Columns;
use crate::warning::causes;
use crate::warning::document::{CauseId, RiskBand, Seen};

/// Which customers to show. Every field that is given narrows the selection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct CustomerQuery {
    /// Part of the customer's name, upper and lower case alike.
    pub search: Option<String>,
    /// Named segment.
    pub segment: Option<SegmentId>,
    /// Action group.
    pub action: Option<ActionId>,
    /// Stage of the relationship.
    pub stage: Option<Stage>,
    /// Value tier.
    pub value_tier: Option<ValueTier>,
    /// Potential tier.
    pub potential_tier: Option<PotentialTier>,
    /// Reaches the keep-threshold of this value tier without being in it.
    pub on_the_line: Option<ValueTier>,
    /// Would be in this value tier after one more order.
    pub one_order: Option<ValueTier>,
    /// Class by revenue.
    pub abc: Option<Abc>,
    /// Cluster, from 1: nobody until the clusters were asked for ([`crate::session::Session::clusters`]).
    pub cluster: Option<u32>,
    /// Level of the early warning.
    pub risk_band: Option<RiskBand>,
    /// Red or amber, and the evidence for this cause is seen.
    pub cause: Option<CauseId>,
    /// A segment of one's own. A rule that can't be applied to the file holds of nobody.
    pub own: Option<OwnSegment>,
    /// First order on this day or later.
    pub first_from: Option<Day>,
    /// First order on this day or earlier.
    pub first_to: Option<Day>,
    /// They have ordered once.
    pub once: bool,
    /// They are among those who bring most ([`accounts::key_accounts`]).
    pub key_account: bool,
    /// They cost more than they bring.
    pub at_a_loss: bool,
    /// Recency score.
    pub r: Option<u8>,
    /// Frequency score.
    pub f: Option<u8>,
    /// What is next for them ([`crate::advice::cross_sell`]).
    pub next: Option<String>,
    /// They have bought this item.
    pub bought: Option<String>,
    /// They have not bought this item.
    pub not_bought: Option<String>,
    /// Sort by this column; by name among equal ones.
    pub sort: Option<CustomerSort>,
    /// Highest first.
    pub descending: bool,
    /// Gives each customer a pseudonym under this key instead of the name, and searches in those.
    pub mask: Option<String>,
    /// What was noted about customers: for a file that leaves. Nobody is chosen by it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<CustomerNote>,
    /// Rows to skip.
    pub offset: usize,
    /// Rows to give at most.
    pub limit: usize,
}

/// Columns a customer table can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum CustomerSort {
    /// Name.
    Customer,
    /// First order.
    FirstOrder,
    /// Last order.
    LastOrder,
    /// Number of orders.
    Orders,
    /// Net spend.
    Net,
    /// Days since the last order.
    RecencyDays,
    /// Value index.
    ValueIndex,
    /// Potential value.
    PotentialValue,
    /// Recency in usual gaps.
    Overdue,
    /// Money expected in the next 12 months.
    #[serde(rename = "expected_value_12m")]
    ExpectedValue,
    /// Risk of the early warning.
    Risk,
    /// Money at stake.
    ValueAtRisk,
    /// What was left after the cost.
    Margin,
}

impl CustomerQuery {
    /// Whether it asks what was bought.
    pub fn of_items(&self) -> bool {
        self.next.is_some() || self.bought.is_some() || self.not_bought.is_some()
    }
}

impl Analysis {
    /// The customers a query selects, in its order, by their number.
    pub fn select(&self, query: &CustomerQuery) -> Vec<u32> {
        let needle = query.search.as_deref().map(str::to_lowercase).filter(|s| !s.is_empty());
        let own = query.own.as_ref().map(|own| own.members(self).unwrap_or_default());
        let within = |i: u32| own.as_ref().is_none_or(|own| own.get(i as usize) == Some(&true));
        let all = 0..self.customers.len() as u32;
        let mut found: Vec<u32> =
            all.filter(|&i| within(i) && self.fits(i, query, needle.as_deref())).collect();
        if query.one_order.is_some() {
            let next = levels::next_levels(self).unwrap_or_default();
            let place = |i: u32| self.place.get(i as usize).copied().unwrap_or(u32::MAX) as usize;
            found.retain(|&i| next.get(place(i)).copied().flatten() == query.one_order);
        }
        if query.key_account {
            let key = accounts::key_accounts(&self.customers);
            found.retain(|i| key.contains(i));
        }
        let by = query.sort.unwrap_or(CustomerSort::Customer);
        if by != CustomerSort::Customer {
            // Unknown values come last in either direction.
            let (mut known, mut keys, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
            for &i in &found {
                match self.key(i as usize, by) {
                    Some(key) => {
                        known.push(i);
                        keys.push(if query.descending { -key } else { key });
                    }
                    None => unknown.push(i),
                }
            }
            let order = order::of_floats(&keys);
            found = order.into_iter().map(|at| known[at as usize]).chain(unknown).collect();
        } else if query.descending {
            found.reverse();
        }
        found
    }

    /// One page of the customers a query selects.
    pub fn customers_page(&self, query: &CustomerQuery) -> CustomerPage {
        let found = self.select(query);
        let end = query.offset.saturating_add(query.limit).min(found.len());
        let rows = found[query.offset.min(end)..end].iter().map(|&i| self.shown(i, query)).collect();
        CustomerPage { total: found.len() as u64, rows }
    }

    /// What the query shows of customer number `i`.
    pub fn shown(&self, i: u32, query: &CustomerQuery) -> CustomerRow {
        let mut row = self.row(i);
        if let Some(key) = &query.mask {
            row.customer = pseudonym(&row.customer, key);
        }
        row
    }

    fn fits(&self, i: u32, query: &CustomerQuery, needle: Option<&str>) -> bool {
        let c = &self.customers;
        if !c.present[i as usize] {
            return false;
        }
        let p = self.place[i as usize] as usize;
        let named = self.named.get(p).map(|(segment, _)| *segment);
        let score = |axis: usize| self.scores.as_ref().and_then(|s| s.rfm.get(p)).map(|code| code[axis]);
        let affinity = self.affinity.get();
        let same = |wanted: bool, found: bool| !wanted || found;
        same(query.segment.is_some(), named == query.segment)
            && same(query.action.is_some(), named.map(named::action) == query.action)
            && same(query.stage.is_some(), self.stages.get(p).copied().flatten() == query.stage)
            && same(query.value_tier.is_some(), self.tiers.value.get(p).copied() == query.value_tier)
            && same(
                query.potential_tier.is_some(),
                self.tiers.potential.get(p).copied() == query.potential_tier,
            )
            && same(query.on_the_line.is_some(), self.on_the_line(p) == query.on_the_line)
            && same(query.abc.is_some(), self.abc.get(p).copied() == query.abc)
            && same(query.cluster.is_some(), self.cluster(p) == query.cluster)
            && same(query.risk_band.is_some(), self.band(p) == query.risk_band)
            && query.cause.is_none_or(|cause| {
                matches!(self.band(p), Some(RiskBand::Red | RiskBand::Amber)) && self.seen(p, cause)
            })
            && query.next.as_ref().is_none_or(|item| affinity.is_some_and(|a| a.is_next(p, item)))
            && query.bought.as_ref().is_none_or(|item| affinity.is_some_and(|a| a.has_bought(p, item)))
            && query.not_bought.as_ref().is_none_or(|item| affinity.is_none_or(|a| !a.has_bought(p, item)))
            && query.first_from.is_none_or(|day| c.first_order[i as usize].is_some_and(|first| first >= day))
            && query.first_to.is_none_or(|day| c.first_order[i as usize].is_some_and(|first| first <= day))
            && same(query.once, c.orders[i as usize] == 1)
            && same(query.at_a_loss, accounts::at_a_loss(c, i as usize) == Some(true))
            && same(query.r.is_some(), score(0) == query.r)
            && same(query.f.is_some(), score(1) == query.f)
            && needle.is_none_or(|needle| {
                let name = c.names.text(i);
                let name = query.mask.as_ref().map_or_else(|| name.clone(), |key| pseudonym(&name, key));
                name.to_lowercase().contains(needle)
            })
    }

    fn cluster(&self, p: usize) -> Option<u32> {
        self.clusters.as_ref()?.get(p).copied().filter(|id| *id > 0).map(u32::from)
    }

    fn band(&self, p: usize) -> Option<RiskBand> {
        self.warning.as_ref().and_then(|warning| warning.band.get(p).copied().flatten())
    }

    fn seen(&self, p: usize, cause: CauseId) -> bool {
        let evidence = self.warning.as_ref().and_then(|warning| warning.evidence.get(p));
        evidence.is_some_and(|evidence| evidence.of(cause) == Seen::Seen)
    }

    fn key(&self, i: usize, by: CustomerSort) -> Option<f64> {
        let c = &self.customers;
        let p = self.place[i] as usize;
        match by {
            CustomerSort::Customer => None,
            CustomerSort::FirstOrder => c.first_order[i].map(|d| f64::from(d.0)),
            // A customer table may say how long ago it was, and not when.
            CustomerSort::LastOrder => {
                c.last_order[i].map(|d| f64::from(d.0)).or(c.recency[i].map(|days| -f64::from(days)))
            }
            CustomerSort::Orders => Some(f64::from(c.orders[i])),
            CustomerSort::Net => Some(c.net(i).to_f64()),
            CustomerSort::RecencyDays => c.recency[i].map(f64::from),
            CustomerSort::ValueIndex => self.index.get(p).copied(),
            CustomerSort::PotentialValue => self.tiers.potential_value.get(p).map(|v| v.to_f64()),
            CustomerSort::Overdue => c.overdue(i),
            CustomerSort::ExpectedValue => {
                self.models.as_ref().and_then(|m| m.columns.expected_value.get(i).copied().flatten())
            }
            CustomerSort::Margin => Some(c.margin.as_ref()?.get(i)?.to_f64()),
            CustomerSort::Risk => self.warning.as_ref().and_then(|w| w.risk.get(p).copied().flatten()),
            CustomerSort::ValueAtRisk => {
                let money = self.warning.as_ref().and_then(|w| w.at_risk.get(p).copied().flatten());
                money.map(|money| money.to_f64())
            }
        }
    }

    /// Everything known of customer number `i`.
    pub fn row(&self, i: u32) -> CustomerRow {
        let c = &self.customers;
        let p = self.place[i as usize] as usize;
        let name = c.names.text(i);
        let number = i;
        let i = i as usize;
        let scores = self.scores.as_ref().and_then(|s| s.rfm.get(p));
        let named = self.named.get(p);
        let expected = |column: fn(&Columns) -> &Vec<Option<f64>>| {
            self.models.as_ref().and_then(|m| column(&m.columns).get(i).copied().flatten())
        };
        let warning = self.warning.as_ref().filter(|_| p < self.buyers.len());
        let evidence = warning.and_then(|w| w.evidence.get(p)).map_or_else(Vec::new, |evidence| {
            causes::ALL.iter().map(|&cause| CauseEvidence { cause, seen: evidence.of(cause) }).collect()
        });
        CustomerRow {
            number,
            customer: name,
            first_order: c.first_order[i],
            last_order: c.last_order[i],
            orders: c.orders[i],
            gross: c.gross[i],
            refunds: c.refunds[i],
            net: c.net(i),
            recency_days: c.recency[i],
            usual_gap: c.rhythm[i].map(|r| r.median),
            overdue: c.overdue(i),
            r: scores.map(|s| s[0]),
            f: scores.map(|s| s[1]),
            m: scores.map(|s| s[2]),
            rfm_segment: named.map(|(segment, _)| *segment),
            moved_from: named.and_then(|(_, from)| *from),
            action: named.map(|(segment, _)| named::action(*segment)),
            lifecycle: self.stages.get(p).copied().flatten(),
            nes: self.nes.get(p).copied().flatten(),
            cluster: self.cluster(p),
            value_tier: self.tiers.value.get(p).copied(),
            potential_tier: self.tiers.potential.get(p).copied(),
            p_alive: expected(|columns| &columns.p_alive),
            p_buy_90d: expected(|columns| &columns.p_buy),
            expected_orders_12m: expected(|columns| &columns.expected_orders),
            expected_value_12m: expected(|columns| &columns.expected_value),
            potential_value: self.tiers.potential_value.get(p).copied(),
            value_index: self.index.get(p).copied(),
            risk: warning.and_then(|w| w.risk.get(p).copied().flatten()),
            risk_band: self.band(p),
            risk_cause: warning.and_then(|w| w.cause.get(p).copied().flatten()),
            value_at_risk: warning.and_then(|w| w.at_risk.get(p).copied().flatten()),
            evidence,
            next_item: self.affinity.get().and_then(|affinity| affinity.next_of(p)),
        }
    }
}
