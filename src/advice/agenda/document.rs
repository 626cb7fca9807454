//! What to do this week, and how: types only.

use serde::{Deserialize, Serialize};

use crate::document::document;
use crate::report::{ActionId, Channel, Offer, SegmentId, Stage, ValueTier, Watch};
use crate::segments::templates::Template;
use crate::units::{Day, Total};
use crate::warning::document::{CauseId, Owner, ResponseKpi};

/// Version of the document. It grows when a field changes its meaning.
pub const VERSION: u32 = 1;

/// Which days, how many contacts, and how much of each list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct AgendaQuery {
    /// Days after the as-of date, 1 to 60.
    pub days: u32,
    /// Contacts that can be made on a working day, 1 to 1000.
    pub per_day: u32,
    /// Rows of each list at most.
    pub limit: usize,
    /// Days after the first order on which to follow it up, rising, 1 to 365, at most 6.
    pub follow_ups: Vec<u32>,
    /// Days from one contact to the next at least, of customers of high, medium and low value. For files that say when
    /// somebody was last contacted.
    pub cadence: [u32; 3],
    /// Gives each customer a pseudonym under this key instead of the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mask: Option<String>,
}

impl Default for AgendaQuery {
    fn default() -> Self {
        AgendaQuery {
            days: 7,
            per_day: 10,
            limit: 10,
            follow_ups: vec![3, 14, 30],
            cadence: [14, 30, 60],
            mask: None,
        }
    }
}

/// Declares an enum of identifiers: snake_case in the document, a union of strings in TypeScript.
macro_rules! identifiers {
    ($($item:item)*) => { $(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(rename_all = "snake_case")]
        $item
    )* };
}

identifiers! {
/// What a list lacks.
pub enum AgendaMissing {
    /// The file has no dates: nothing can be due.
    NoDates,
    /// No risks: nobody to follow up.
    NoRisk,
    /// Nobody has bought on three days: no own rhythm.
    NoRhythm,
    /// No column with birthdays.
    NoBirthdays,
    /// No column says when somebody was last contacted.
    NoContacts,
    /// No column says where orders were placed.
    NoChannel,
    /// No column with discounts: nobody is called price-sensitive.
    NoDiscount,
}

/// What to say of the goods.
pub enum Proposition {
    /// Quality and service.
    Quality,
    /// Value for money: they buy with discounts.
    ValueForMoney,
    /// Use and fit: nothing says that price matters to them.
    Fit,
}

/// What a membership could do.
pub enum Membership {
    /// Ask for a referral; recognition instead of points.
    Referral,
    /// Show what is left to the next level.
    NextLevel,
    /// Invite to the programme.
    Join,
    /// Points on the next order.
    NextOrder,
    /// Leave it: points don't bring back who has left.
    Nothing,
}
}

document! {
/// What to do in the days after the as-of date.
pub struct Agenda {
    /// Version of this document.
    pub version: u32,
    /// The as-of date. Absent without dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// The last day of the lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// How much falls on each day, from the first to the last.
    pub days: Vec<AgendaDay>,
    /// What the file doesn't say.
    pub missing: Vec<AgendaMissing>,
    /// Whom to contact: red and amber customers who can be reached, the most at stake first, so many on each working day.
    pub contacts: Lane,
    /// Red and amber customers who are left out because their last contact is too near.
    pub contacted: u64,
    /// Who is due to order again by the own rhythm.
    pub due: Lane,
    /// Whose first order was so many days ago that it is followed up.
    pub follow_ups: Lane,
    /// The same by the days after the first order.
    pub steps: Vec<FollowUp>,
    /// Whose birthday it is.
    pub birthdays: Lane,
    /// Whose first order was years ago to the day.
    pub anniversaries: Lane,
    /// What to do with customers of one segment, stage, tier and cause, the most money first.
    pub plays: Vec<PlayGroup>,
    /// Customers in no play that is listed.
    pub others: u64,
    /// Where customers bought, as observed.
    pub channels: Vec<ChannelFit>,
}

/// What falls on one day.
pub struct AgendaDay {
    /// Which.
    pub day: Day,
    /// Whether it is a working day: contacts are planned on those alone.
    pub works: bool,
    /// Contacts planned.
    pub contacts: u64,
    /// Customers due to order.
    pub due: u64,
    /// First orders to follow up.
    pub follow_ups: u64,
    /// Birthdays.
    pub birthdays: u64,
    /// Anniversaries.
    pub anniversaries: u64,
}

/// One of the days on which first orders are followed up.
pub struct FollowUp {
    /// Days after the first order.
    pub after: u32,
    /// Whether those who have ordered again are left out: at every step but the first, which asks how the goods do.
    pub once: bool,
    /// The earliest first order whose day it is in this period.
    pub first_from: Day,
    /// The latest.
    pub first_to: Day,
    /// Customers to follow up.
    pub customers: u64,
    /// Customers left out because they have ordered again.
    pub ordered_again: u64,
}

/// A list of customers with a day for each.
pub struct Lane {
    /// Customers who fit.
    pub total: u64,
    /// Of them with a day in this period.
    pub planned: u64,
    /// Value at stake with those planned; of lists without risks 0.
    pub at_stake: Total,
    /// The first of those planned.
    pub rows: Vec<AgendaRow>,
}

/// One customer of a list.
pub struct AgendaRow {
    /// Number of the customer, for the card.
    pub number: u32,
    /// Who.
    pub customer: String,
    /// When.
    pub day: Day,
    /// Named segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<SegmentId>,
    /// Value tier.
    pub tier: ValueTier,
    /// The cause that says most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<CauseId>,
    /// The first way to reach them.
    pub channel: Channel,
    /// What they brought.
    pub net: Total,
    /// Value at stake.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_stake: Option<Total>,
    /// Years since the first order, of an anniversary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    /// Days since the first order, where it is followed up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<u32>,
    /// When they were last contacted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contacted: Option<Day>,
}

/// Customers of one segment, stage, tier and cause, and what to do with them.
pub struct PlayGroup {
    /// Named segment.
    pub segment: SegmentId,
    /// Its action group.
    pub action: ActionId,
    /// Stage of the relationship.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Value tier.
    pub tier: ValueTier,
    /// Cause of the risk, where it is red or amber and one is seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<CauseId>,
    /// How many.
    pub customers: u64,
    /// What they brought.
    pub net: Total,
    /// Value at stake.
    pub at_stake: Total,
    /// How to do it.
    pub play: Play,
}

/// How to do it.
pub struct Play {
    /// Who does it.
    pub owner: Owner,
    /// Ways to reach them, best first.
    pub channel: Vec<Channel>,
    /// What to offer.
    pub offer: Offer,
    /// A discount is out of place.
    pub no_discount: bool,
    /// What to say of the goods.
    pub proposition: Proposition,
    /// What a membership could do.
    pub membership: Membership,
    /// What to watch: that of the segment, or of the service.
    pub watch: Watch,
    /// The trade whose service for the tier it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<Template>,
    /// What shows whether the cause is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kpi: Option<ResponseKpi>,
}

/// Customers who mostly bought in one place.
pub struct ChannelFit {
    /// As the file calls it.
    pub name: String,
    /// How many.
    pub customers: u64,
    /// Share of them who ordered more than once.
    pub repeat: f64,
    /// Net revenue for each.
    pub net_each: f64,
    /// Share of them at red risk. Absent without risks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub red: Option<f64>,
}
}
