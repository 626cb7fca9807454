//! The document of movement: types only. The other modules of [`super`] fill them.

use serde::{Deserialize, Serialize};

use crate::document::document;
use crate::report::{GroupSize, SegmentId, ValueTier};
use crate::units::{Day, Total};

/// Version of this document. It grows when a field changes its meaning.
pub const VERSION: u32 = 1;

/// Declares an enum of identifiers: snake_case in the document, a union of strings in TypeScript.
macro_rules! identifiers {
    ($($item:item)*) => { $(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(rename_all = "snake_case")]
        $item
    )* };
}

/// Which two days to compare, and how long the periods of the cohorts are.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct MovementQuery {
    /// The earlier day. `None`: a year before the later one, or half the file where it covers less than two years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The later day. `None`: the as-of date of the report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// Periods of the cohorts. `None`: the shortest of which the file has at most 24.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<Step>,
}

/// Which customers of a movement to list. Every field that is given narrows the selection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct MoverQuery {
    /// Those whose value tier rose, or fell; furthest first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// What `from` and `to` are groups of.
    pub by: MoveView,
    /// Group on the earlier day, by its identifier; `none` for those who had no order yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Group on the later day; `none` for those whose orders were all refunded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Customers to skip.
    pub offset: usize,
    /// Customers to give at most.
    pub limit: usize,
}

identifiers! {
    /// An indicator that can be had for any period.
    pub enum IndicatorId {
        /// Money in less refunds.
        Revenue,
        /// Customers who ordered.
        ActiveCustomers,
        /// Customers whose first order in the file lies in the period, by those who ordered. Only where the file holds a
        /// period before both to tell them by.
        NewShare,
        /// Revenue by customers who ordered.
        NetPerCustomer,
        /// Orders by customers who ordered.
        OrdersPerCustomer,
        /// Money in by orders.
        Basket,
        /// Customers with two orders or more in the period, by those with one.
        RepeatRate,
        /// Of those who first ordered in the period, 30 days before its end at the latest: who ordered again within 30 days.
        SecondOrder30,
        /// The same with 90 days.
        SecondOrder90,
        /// On the last day, by the rule of the report's churn rate: repeat buyers later than three usual gaps, by repeat buyers.
        ChurnRate,
        /// Refunds by money in.
        RefundRate,
        /// Mean of the days between purchase days, of gaps that end in the period.
        Gap,
        /// Rows that brought money in with a discount, by all that did. Only where a column says so.
        DiscountShare,
    }
}

identifiers! {
    /// Whose shift.
    pub enum ShiftGroup {
        /// Everybody's.
        All,
        /// A segment's.
        Segment,
        /// That of those without an order on the day.
        NotYet,
    }
}

document! {
/// Who moved where between two days of one file, and what that did to the money.
pub struct Movement {
    /// Version of this document.
    pub version: u32,
    /// The earlier day.
    pub from: Day,
    /// The later day.
    pub to: Day,
    /// First day of the file.
    pub first_day: Day,
    /// Customers with an order on or before both days.
    pub both: u64,
    /// Customers whose first order lies between the days.
    pub new: u64,
    /// Customers whose orders were all refunded between the days.
    pub gone: u64,
    /// Customers of the file who had no order by the later day.
    pub not_yet: u64,
    /// From segment to segment. Absent where there are no scores.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segments: Option<Migration>,
    /// From action group to action group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actions: Option<Migration>,
    /// From value tier to value tier.
    pub tiers: Migration,
    /// Customers now in a higher value tier, and what they brought between the days.
    pub risers: GroupSize,
    /// Customers now in a lower one, and what they brought between the days.
    pub fallers: GroupSize,
    /// What became of the high tier.
    pub high: HighRetention,
    /// Value tiers at the end of each period up to the later day, by the cuts of the later day.
    pub mix: Vec<TierMix>,
    /// Customers by the period of their first order.
    pub cohorts: CohortTable,
    /// Why the money of the period between the days differs from that of the equally long one before. Absent where that
    /// one begins before the file does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<ValueChange>,
    /// The indicators of the same two periods. Empty where the earlier begins before the file does.
    pub indicators: Vec<Indicator>,
    /// What else changed between the two periods: of everybody the categories, of each segment the habits too.
    pub shifts: Vec<Shift>,
    /// The day before both periods, by which the segments of the shifts are. Absent where the file holds no third period
    /// before it to tell them by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shifts_by: Option<Day>,
}

/// What changed in a group. The group is by the day before both periods: one by a later day would be chosen by what it did in
/// them, and fall back to the mean of itself.
pub struct Shift {
    /// Which group.
    pub group: ShiftGroup,
    /// The segment, of a group by segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<SegmentId>,
    /// Customers of the group who ordered in one of the periods.
    pub customers: u64,
    /// Their indicators; empty of everybody, whose are in the movement.
    pub indicators: Vec<Indicator>,
    /// Shares of the largest categories in money in; empty without a column of categories.
    pub categories: Vec<CategoryShift>,
}

/// The share of one category in two periods.
pub struct CategoryShift {
    /// As the file writes it.
    pub name: String,
    /// Of the money in, in the earlier period.
    pub before: f64,
    /// In the later.
    pub after: f64,
    /// 95 % interval of the difference. Absent with fewer than 30 customers in a period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<(f64, f64)>,
    /// Larger than chance, with every other comparison in view.
    pub clear: bool,
}

/// One indicator in two equally long periods.
pub struct Indicator {
    /// Which one.
    pub id: IndicatorId,
    /// In the earlier period; money in the file's currency, shares from 0 to 1. Absent without anybody to count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<f64>,
    /// In the later one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<f64>,
    /// Customers it rests on in the earlier period.
    pub n_before: u64,
    /// And in the later.
    pub n_after: u64,
    /// After less before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<f64>,
    /// 95 % interval of the difference. Absent with fewer than 30 customers in a period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<(f64, f64)>,
    /// The difference by what it was before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relative: Option<f64>,
    /// Its interval, by the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relative_interval: Option<(f64, f64)>,
    /// Whether the interval leaves out zero: the difference is larger than chance.
    pub clear: bool,
}

/// Customers by group on the earlier day and group on the later day.
pub struct Migration {
    /// Identifiers of the groups, in the order of the report.
    pub groups: Vec<String>,
    /// One cell for each pair of groups that has customers: row by row, those without an order last.
    pub cells: Vec<MigrationCell>,
}

/// Customers who went from one group to another, or stayed.
pub struct MigrationCell {
    /// Place of the group on the earlier day. Absent: no order yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u8>,
    /// Place of the group on the later day. Absent: every order was refunded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u8>,
    /// How many customers.
    pub customers: u64,
    /// Their share of the customers who were in the row's group.
    pub share: f64,
    /// What they brought up to the later day.
    pub net: Total,
    /// What they brought between the days.
    pub net_between: Total,
}

/// What became of the customers who were in the high tier on the earlier day.
pub struct HighRetention {
    /// How many there were.
    pub customers: u64,
    /// Of them, with an order between the days.
    pub bought: u64,
    /// Their share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bought_share: Option<f64>,
    /// Of all, still in the high tier on the later day.
    pub still_high: u64,
    /// Their share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub still_high_share: Option<f64>,
    /// What they brought in the equally long period before the earlier day. Absent where that begins before the file does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net_before: Option<Total>,
    /// What they brought between the days.
    pub net_between: Total,
}

/// The value tiers on one day.
pub struct TierMix {
    /// The day.
    pub day: Day,
    /// High, medium, low.
    pub tiers: Vec<TierPart>,
}

/// One tier on one day.
pub struct TierPart {
    /// Which one.
    pub id: ValueTier,
    /// How many customers.
    pub customers: u64,
    /// Their share of the buyers of the day.
    pub share: f64,
    /// What they had brought.
    pub net: Total,
}

/// Customers by the period of their first order.
pub struct CohortTable {
    /// Length of a period.
    pub step: Step,
    /// Whether the last period had ended on the later day.
    pub complete: bool,
    /// One for each period in which somebody ordered for the first time, the earliest first.
    pub cohorts: Vec<Cohort>,
    /// Share of the customers who ordered in the k-th period after that of their first order, over all cohorts that have
    /// come so far in full.
    pub average: Vec<f64>,
    /// Customers of earlier cohorts, where there are more than 24.
    pub older: u64,
}

/// Customers whose first order lies in one period.
pub struct Cohort {
    /// First day of the period.
    pub start: Day,
    /// How many.
    pub customers: u64,
    /// Of them, with an order in the k-th period after; 0 is the period of the first order.
    pub active: Vec<u64>,
    /// Their share.
    pub retention: Vec<f64>,
    /// What all of them had brought by the end of the k-th period.
    pub net: Vec<Total>,
    /// The same for each customer of the cohort.
    pub value: Vec<f64>,
}

/// The money of two equally long periods, and the difference split into its factors.
///
/// Money in = customers × orders for each × money in by order. The difference of that product is shared out by the Shapley
/// value (the mean over all six orders in which the factors could have changed one after another), customers and orders
/// rounded to the cent, the basket taking what is left: the parts add up to the difference exactly.
pub struct ValueChange {
    /// The earlier period.
    pub before: PeriodFacts,
    /// The later one.
    pub after: PeriodFacts,
    /// By more or fewer customers.
    pub customers: Total,
    /// By more or fewer orders of each.
    pub orders: Total,
    /// By larger or smaller orders.
    pub basket: Total,
    /// By fewer refunds (positive) or more.
    pub refunds: Total,
    /// All of them: net of the later period less net of the earlier.
    pub net: Total,
    /// Customers who ordered in both periods.
    pub kept: u64,
}

/// What happened in one period.
pub struct PeriodFacts {
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// Customers who ordered.
    pub customers: u64,
    /// Orders placed, also those refunded later.
    pub orders: u64,
    /// Money of these orders.
    pub gross: Total,
    /// Money given back in the period.
    pub refunds: Total,
    /// Gross less refunds.
    pub net: Total,
    /// Orders for each customer. Absent without orders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub orders_each: Option<f64>,
    /// Money in by order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basket: Option<f64>,
}

/// Part of the customers of a movement.
pub struct MoverPage {
    /// How many the query selects.
    pub total: u64,
    /// Those asked for.
    pub rows: Vec<Mover>,
}

/// One customer between the two days.
pub struct Mover {
    /// The customer as written in the file.
    pub customer: String,
    /// Named segment on the earlier day. Absent: no order yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment_before: Option<SegmentId>,
    /// Named segment on the later day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment_after: Option<SegmentId>,
    /// Value tier on the earlier day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier_before: Option<ValueTier>,
    /// Value tier on the later day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier_after: Option<ValueTier>,
    /// Value index on the earlier day, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index_before: Option<f64>,
    /// Value index on the later day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index_after: Option<f64>,
    /// Orders that count, between the days; negative where more were refunded than placed.
    pub orders: i64,
    /// What the customer brought between the days.
    pub net: Total,
    /// Money given back between the days.
    pub refunds: Total,
    /// Days from the last order to the later day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recency_days: Option<u32>,
    /// Money of an order between the days, divided by that of an order before. Absent without orders in both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basket_ratio: Option<f64>,
    /// What moved the customer most plainly.
    pub reason: MoveReason,
}
}

identifiers! {
/// Length of a period of the calendar.
pub enum Step {
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A year.
    Year,
}

/// Up or down.
pub enum Direction {
    /// Into a higher value tier.
    Up,
    /// Into a lower one.
    Down,
}

/// What customers are grouped by.
#[derive(Default)]
pub enum MoveView {
    /// The eleven named segments.
    Segments,
    /// The action groups.
    Actions,
    /// The value tiers.
    #[default]
    Tiers,
}

/// Why a customer moved.
pub enum MoveReason {
    /// The first order lies between the days.
    FirstOrder,
    /// More was given back than came in.
    Refund,
    /// Ordered again.
    OrderedAgain,
    /// Ordered again, for at least a quarter more than before.
    LargerBasket,
    /// Ordered again, for at least a fifth less than before.
    SmallerBasket,
    /// The last order lies further back than it did.
    NoOrder,
    /// Nothing changed but the length of the relationship, which has a weight.
    LongerCustomer,
}
}
