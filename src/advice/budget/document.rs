//! What a person assumes of a budget, and what follows from it: types only.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::document;
use crate::report::{ActionId, SegmentId, ValueTier};
use crate::units::Total;
use crate::warning::document::ValueBasis;

/// Version of the document. It grows when a field changes its meaning.
pub const VERSION: u32 = 1;

/// Declares a struct of the settings: what is left out is not assumed.
macro_rules! assumptions {
    ($($item:item)*) => { $(
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(hashmap_as_object))]
        #[serde(default, deny_unknown_fields)]
        $item
    )* };
}

assumptions! {
/// A budget and what a person assumes of it. Money in the currency of the file; nothing here is measured.
pub struct BudgetSettings {
    /// Money to be spent on contacts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    /// Assumptions for each group.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Partial<Record<ActionId, GroupAssumption>>"))]
    pub groups: BTreeMap<ActionId, GroupAssumption>,
    /// Hours of service to be shared out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<f64>,
    /// What if segments bought otherwise.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Partial<Record<SegmentId, Change>>"))]
    pub what_if: BTreeMap<SegmentId, Change>,
}

/// What a person assumes of contacts with one group.
pub struct GroupAssumption {
    /// Cost of one contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<f64>,
    /// Share of the value at stake that a contact keeps, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<f64>,
    /// Money to be spent at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<f64>,
    /// Money to be spent at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap: Option<f64>,
}

/// How a segment would buy: −0.1 is ten percent less.
pub struct Change {
    /// Orders, from −1 to 1.
    pub frequency: f64,
    /// Money per order, from −1 to 1.
    pub basket: f64,
    /// Share of the value at stake that is kept, 0 to 1.
    pub retention: f64,
}
}

impl BudgetSettings {
    /// Whether everything is within its range.
    pub fn fits(&self) -> bool {
        // Money beyond this would not be counted exactly.
        let money = |value: Option<f64>| value.is_none_or(|v| (0.0..=1e12).contains(&v));
        money(self.amount)
            && self.hours.is_none_or(|hours| (0.0..=1e9).contains(&hours))
            && self.groups.values().all(|group| {
                let GroupAssumption { cost, response, floor, cap } = *group;
                [cost, floor, cap].into_iter().all(money)
                    && response.is_none_or(|share| (0.0..=1.0).contains(&share))
                    && floor.zip(cap).is_none_or(|(floor, cap)| floor <= cap)
            })
            && self.what_if.values().all(|change| {
                (-1.0..=1.0).contains(&change.frequency)
                    && (-1.0..=1.0).contains(&change.basket)
                    && (0.0..=1.0).contains(&change.retention)
            })
    }
}

/// Why there is no allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum BudgetMissing {
    /// The early warning gives no risks: no value is known to be at stake.
    NoRisk,
    /// No budget was given.
    NoAmount,
    /// No group has both a cost and a response.
    NoAssumptions,
    /// What is to be spent at least is more than the budget.
    FloorsOverBudget,
}

document! {
/// What a budget could keep, hours of service against value, and what if segments bought otherwise.
pub struct Budget {
    /// Version of this document.
    pub version: u32,
    /// What the value at stake is a part of.
    pub value_basis: ValueBasis,
    /// The value is margin: a person has set one. Else it is revenue, and a cost set against it looks too cheap.
    pub margin: bool,
    /// Months that the value lies ahead.
    pub months: u32,
    /// Why nothing is allocated.
    pub missing: Vec<BudgetMissing>,
    /// The budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Total>,
    /// Of it spent. The rest would cost more than it is expected to keep, or is less than one contact.
    pub spent: Total,
    /// Value expected to be kept under the assumptions.
    pub kept: Total,
    /// Value at stake, of all groups.
    pub at_stake: Total,
    /// No other allocation of whole contacts keeps more after cost.
    pub exact: bool,
    /// The groups, in the order of the report.
    pub groups: Vec<BudgetGroup>,
    /// Hours for each group and tier.
    pub service: Vec<ServiceCell>,
    /// The hours that were shared out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<f64>,
    /// The segments that have customers.
    pub what_if: Vec<WhatIf>,
    /// Value to come of all of them as things are, and with the changes.
    pub base: Total,
    /// With the changes.
    pub next: Total,
}

/// One group.
pub struct BudgetGroup {
    /// Which one.
    pub id: ActionId,
    /// How many customers.
    pub customers: u64,
    /// Value at stake with all of them.
    pub at_stake: Total,
    /// The person's cost of a contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Total>,
    /// Response at which contacting all of them pays its cost: customers × cost / value at stake. Absent without a cost or
    /// anything at stake; above 1 it never does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub break_even: Option<f64>,
    /// Contacts: so many of those with the most at stake.
    pub contacts: u64,
    /// What they cost.
    pub spend: Total,
    /// Value at stake with those.
    pub reached: Total,
    /// Response × value at stake with those.
    pub kept: Total,
    /// Response at which these contacts pay their cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_break_even: Option<f64>,
}

/// Customers of one group and tier.
pub struct ServiceCell {
    /// Action group.
    pub action: ActionId,
    /// Value tier.
    pub tier: ValueTier,
    /// How many.
    pub customers: u64,
    /// Value to come.
    pub value: Total,
    /// Of it at stake.
    pub at_stake: Total,
    /// Share of all value at stake.
    pub share: f64,
    /// The same share of the hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<f64>,
    /// Minutes for each customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<f64>,
}

/// One segment as it is, and as it would be.
pub struct WhatIf {
    /// Which one.
    pub segment: SegmentId,
    /// How many customers.
    pub customers: u64,
    /// Value to come.
    pub value: Total,
    /// Of it at stake.
    pub at_stake: Total,
    /// Value less what is at stake.
    pub base: Total,
    /// (1 + frequency) × (1 + basket) × (value − (1 − retention) × at stake).
    pub next: Total,
    /// The person's change.
    pub change: Change,
}
}
