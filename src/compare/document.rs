//! Groups side by side: types only.

use serde::{Deserialize, Serialize};

use crate::customers::Measure;
use crate::document::document;
use crate::report::{SegmentId, Stage, ValueTier};
use crate::units::Total;

/// Version of the document. It grows when a field changes its meaning.
pub const VERSION: u32 = 1;

/// What the buyers are divided by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum SplitBy {
    /// The named segments.
    #[default]
    Segments,
    /// The tiers by value.
    Tiers,
    /// Stages of the relationship.
    Stages,
    /// A column of the file.
    Column,
}

/// The question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct CompareQuery {
    /// What divides the buyers.
    pub split: SplitBy,
    /// Number of the column, as [`Comparison::columns`] has it; for [`SplitBy::Column`] only.
    pub column: usize,
}

/// What a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// Of a rule: it has an id.
    Named,
    /// Everybody with one value of the column.
    Value,
    /// Those of all values with fewer buyers.
    Others,
    /// The column is empty, or the rule says nothing of them.
    Blank,
}

document! {
/// Groups of buyers side by side.
pub struct Comparison {
    /// [`VERSION`].
    pub version: u32,
    /// What divides the buyers.
    pub split: SplitBy,
    /// The column that does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The columns that could.
    pub columns: Vec<SplitColumn>,
    /// Groups with fewer buyers say little.
    pub few: u64,
    /// Months that [`ComparedGroup::expected`] looks ahead.
    pub months: u32,
    /// Whether the days of orders are days: not where all of them are the first of a month.
    pub by_day: bool,
    /// The groups that have buyers: rules in their own order, values by buyers, the largest first.
    pub groups: Vec<ComparedGroup>,
}

/// A column that buyers can be divided by.
pub struct SplitColumn {
    /// Its number.
    pub column: usize,
    /// Its name in the file.
    pub name: String,
    /// How a customer's cells became one.
    pub measure: Measure,
    /// Different values.
    pub values: u64,
}

/// One group.
pub struct ComparedGroup {
    /// What it is.
    pub kind: GroupKind,
    /// Named segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<SegmentId>,
    /// Tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<ValueTier>,
    /// Stage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Value of the column: text of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Buyers.
    pub customers: u64,
    /// Of all buyers, 0 to 1.
    pub share_customers: f64,
    /// Net revenue.
    pub net: Total,
    /// Of all buyers' net revenue, 0 to 1; `None` where that is not above zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share_net: Option<f64>,
    /// Orders; `None` where they are not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub orders: Option<u64>,
    /// Orders per buyer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub orders_each: Option<f64>,
    /// Net revenue per order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_value: Option<f64>,
    /// Median net revenue of a purchase day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basket: Option<f64>,
    /// Buyers with a gap between two purchase days.
    pub gap_customers: u64,
    /// Median of their usual (median) gaps, in days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<f64>,
    /// 80th percentile of the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap_p80: Option<f64>,
    /// Money given back, of the money that came in, 0 to 1; `None` where nobody in the file was given any back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refunds: Option<f64>,
    /// Mean over buyers of the share of their rows with a discount, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discounts: Option<f64>,
    /// Share of satisfied answers, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub csat: Option<Surveyed>,
    /// Net promoter score, −100 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nps: Option<Surveyed>,
    /// Main categories of the most buyers, three at most.
    pub categories: Vec<MainCategory>,
    /// What the models expect of the months ahead, in money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// Share of the group's revenue that its best fifth of buyers (rounded up) brings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub top_fifth: Option<f64>,
    /// Purchase days by day of the week, Monday first; empty without days.
    pub weekdays: Vec<u64>,
    /// Purchase days by month, January first; empty without days.
    pub months: Vec<u64>,
}

/// What the buyers of a group answered, as [`crate::advice::kpis`] counts it.
pub struct Surveyed {
    /// The share, or the score.
    pub value: f64,
    /// Answers.
    pub n: u64,
    /// The 95 % interval.
    pub interval: (f64, f64),
}

/// A category and how many buyers it is the main one of.
pub struct MainCategory {
    /// Text of the file.
    pub name: String,
    /// Buyers.
    pub customers: u64,
    /// Of the group's buyers with a category, 0 to 1.
    pub share: f64,
}
}
