//! The document of the levels: types only. [`super::levels`] fills them.

use serde::Serialize;

use crate::document::document;
use crate::report::{Period, ValueTier};
use crate::settings::CutBy;
use crate::units::{Day, Total};

document! {
/// The tiers as the levels of a programme: who is in each, what it costs, and who is close to the next.
pub struct Levels {
    /// What the levels are cut by.
    pub by: CutBy,
    /// Share of a cut that is enough to keep the level.
    pub keep: f64,
    /// The review day whose levels are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// Points, as a share of the money spent. A person set it.
    pub points: f64,
    /// The days whose money earns points. Absent where the file has no dates: then it is all money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Points for everybody.
    pub points_cost: Total,
    /// High, medium, low.
    pub levels: Vec<Level>,
    /// Whether `hours` are those that a person set; else everybody gets the same.
    pub hours_set: bool,
    /// Years with us against tiers. Empty where first orders are not known.
    pub tenure: Vec<TenureGrade>,
}

/// One level.
pub struct Level {
    /// Which one.
    pub id: ValueTier,
    /// How many customers.
    pub customers: u64,
    /// Share of the buyers.
    pub share_customers: f64,
    /// What they brought.
    pub net: Total,
    /// Share of the buyers' net revenue.
    pub share_net: f64,
    /// Lowest value index, or net spend. Absent for the last level, and where nobody could be in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<f64>,
    /// Lowest that keeps the level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep_from: Option<f64>,
    /// Of its customers, those below its cut, who keep it from the review day.
    pub kept: u64,
    /// Customers below who reach its keep-threshold but not its cut, and did not have it.
    pub on_the_line: u64,
    /// Customers below who would be in it after one more order of their usual size today. Absent where orders are not
    /// counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_order: Option<u64>,
    /// What those orders would bring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_order_money: Option<Total>,
    /// What its customers spent in the period.
    pub spent: Total,
    /// What their points for it cost.
    pub points_cost: Total,
    /// Its share of the service hours.
    pub share_hours: f64,
    /// Hours it gets a month, where a person set them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<f64>,
    /// Hours it would get by its share of the revenue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours_by_value: Option<f64>,
}

/// Customers of so many years.
pub struct TenureGrade {
    /// From so many years on.
    pub from: f64,
    /// Up to so many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
    /// How many customers.
    pub customers: u64,
    /// What they brought.
    pub net: Total,
    /// Of them in the high, medium and low tier.
    pub tiers: [u64; 3],
}
}
