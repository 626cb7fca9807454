//! What the report says of the warning: codes, counts and money.

use serde::{Deserialize, Serialize};

use super::hit_rate::HitRate;
use super::label::LabelModel;
use crate::document::document;
use crate::report::{Channel, Offer};
use crate::settings::WarningSettings;
use crate::units::Total;

/// Declares an enum of identifiers: snake_case in the document, a union of strings in TypeScript.
macro_rules! identifiers {
    ($($item:item)*) => { $(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(rename_all = "snake_case")]
        $item
    )* };
}

identifiers! {
/// How high a risk is.
pub enum RiskBand {
    /// From the upper cut.
    Red,
    /// From the lower cut.
    Amber,
    /// Below both.
    Green,
}

/// Where the risks come from.
pub enum RiskSource {
    /// The value model that passed its test, calibrated on the file's last days.
    Model,
    /// What customers of the same frequency and silence did before.
    Table,
    /// A model of the file's own churn label.
    Label,
}

/// What the money at stake is a part of.
pub enum ValueBasis {
    /// What the model expects in the months it looks ahead.
    Expected,
    /// What the customer brought, a year.
    Yearly,
    /// What the customer brought in all: the file doesn't say in how long.
    SoFar,
}

/// What limits the warning, or why there is none.
pub enum WarningReason {
    /// The file has no purchase days, and no churn label.
    NoDates,
    /// Nobody came back: there is no cycle to be late by.
    NoRepeat,
    /// Too few days to look back one horizon.
    HistoryTooShort,
    /// Too few customers, or nearly all of them left or stayed: nothing to tell them apart by.
    TooFewLeft,
    /// The warning could not be tested one horizon ago.
    NotTested,
    /// Days since the last order alone rank as well.
    NoBetterThanRecency,
    /// Nearly nobody buys within the days of the warning, so nearly everybody is red.
    NearlyAllRed,
}

/// Kinds of causes. All are patterns in the data, none a proof.
pub enum CauseId {
    /// Silent for longer than the own rhythm.
    Overdue,
    /// Longer and longer gaps, or fewer orders than in the year before.
    Slowing,
    /// The last orders far below the own median.
    Basket,
    /// A regular category no longer bought.
    Category,
    /// The balance far below the one before.
    Balance,
    /// Low satisfaction, tickets, complaints.
    Service,
    /// More money given back than with nearly all others.
    Product,
    /// Buys mostly with a discount.
    Price,
    /// One order, and past one usual gap.
    OneAndDone,
    /// No way to reach them.
    Unreachable,
    /// The same pause a year ago. It lowers the risk.
    Seasonal,
}

/// What the data say of a cause.
pub enum Seen {
    /// The pattern is there.
    Seen,
    /// It is not.
    NotSeen,
    /// The file doesn't say.
    NoData,
}

/// Whose task it is.
pub enum Owner {
    /// Marketing.
    Marketing,
    /// The person in charge of the account.
    AccountManager,
    /// Customer service.
    Service,
    /// Whoever is in charge of the goods.
    Product,
}

/// What shows whether a response worked.
pub enum ResponseKpi {
    /// Reordered within one usual gap.
    ReorderInOneGap,
    /// The gap is back at its median.
    GapBackToMedian,
    /// Money per order.
    AverageOrderValue,
    /// The category is bought again.
    CategoryReturn,
    /// The balance comes back.
    BalanceReturn,
    /// Satisfaction, and orders after a complaint.
    SatisfactionAndRepeat,
    /// Refunds, and orders after one.
    RefundsAndRepeat,
    /// Margin per customer.
    MarginPerCustomer,
    /// Second order.
    SecondOrder,
    /// Share of customers who can be reached.
    ReachableShare,
    /// Back in their season.
    ReturnInSeason,
}
}

document! {
/// What to do about a cause.
pub struct Response {
    /// Whose task it is.
    pub owner: Owner,
    /// Ways to reach them, best first.
    pub channel: Vec<Channel>,
    /// What to offer.
    pub offer: Offer,
    /// What shows whether it worked.
    pub kpi: ResponseKpi,
    /// Whether a discount is out of place.
    pub no_discount: bool,
}

/// Customers of one risk.
pub struct BandGroup {
    /// Which one.
    pub id: RiskBand,
    /// Lowest risk.
    pub from: f64,
    /// How many.
    pub customers: u64,
    /// Money at stake.
    pub value_at_risk: Total,
}

/// The red and amber customers by the evidence for one cause.
pub struct CauseGroup {
    /// Which one.
    pub id: CauseId,
    /// The pattern is seen.
    pub customers: u64,
    /// It is not.
    pub not_seen: u64,
    /// The file doesn't say.
    pub no_data: u64,
    /// Customers of whom it says most.
    pub main: u64,
    /// Money at stake with those of whom it is seen.
    pub value_at_risk: Total,
    /// What to do.
    pub response: Response,
}

/// What the time of the year says.
pub struct Season {
    /// The file reaches back far enough to tell.
    pub known: bool,
    /// Customers who made the same pause last year.
    pub customers: u64,
    /// What their risk was multiplied with; `None` where its effect could not be measured, and it was left as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub factor: Option<f64>,
    /// Purchases in the last horizon a year ago against those before and after it: below 1 everybody was quiet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<f64>,
}

/// The early warning.
pub struct Warnings {
    /// Days ahead. `None` with a churn label, which says nothing of time, and where there is no warning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// Where the risks come from; `None` where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<RiskSource>,
    /// Red from this risk.
    pub red_from: f64,
    /// Amber from this risk.
    pub amber_from: f64,
    /// Customers with a risk; with a churn label those who have not left.
    pub scored: u64,
    /// Red customers.
    pub red: u64,
    /// Amber customers.
    pub amber: u64,
    /// Green customers.
    pub green: u64,
    /// Money at stake with all of them: risk times value.
    pub value_at_risk: Total,
    /// What that value is.
    pub value_basis: ValueBasis,
    /// The same by band.
    pub bands: Vec<BandGroup>,
    /// How the warning did one horizon ago.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hit_rate: Option<HitRate>,
    /// Evidence by cause.
    pub causes: Vec<CauseGroup>,
    /// The time of the year.
    pub season: Season,
    /// The model of the file's churn label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<LabelModel>,
    /// What limits the warning, or why there is none.
    pub why: Vec<WarningReason>,
}
}

impl Warnings {
    /// Nothing found yet.
    pub fn new(settings: &WarningSettings) -> Warnings {
        Warnings {
            days: None,
            source: None,
            red_from: settings.red,
            amber_from: settings.amber,
            scored: 0,
            red: 0,
            amber: 0,
            green: 0,
            value_at_risk: Total(0),
            value_basis: ValueBasis::Yearly,
            bands: Vec::new(),
            hit_rate: None,
            causes: Vec::new(),
            season: Season { known: false, customers: 0, factor: None, base: None },
            label: None,
            why: Vec::new(),
        }
    }
}
