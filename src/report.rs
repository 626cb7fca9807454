//! The report: one typed document that the page, the exports, the command line and the tests read.
//!
//! Takes what every stage before it found and gives it in one place. It holds codes and numbers, never sentences;
//! money as decimal strings, days as ISO dates, shares from 0 to 1. Its TypeScript types are made from these types.

use serde::Serialize;

use crate::advice::findings::Finding;
use crate::customers::Measure;
use crate::ledger::{Alike, CellKind};
use crate::segments::rules::SegmentRules;
use crate::segments::templates::Template;
use crate::settings::{
    CutBy, DateOrder, DecimalMark, Mapping, Only, Role, Settings, Shape, TierCuts, Weights,
};
use crate::units::{Day, Total};
use crate::value::models::Models;
use crate::warning::document::{CauseId, RiskBand, Seen, Warnings};

/// Version of this document. It grows when a field changes its meaning.
pub const VERSION: u32 = 1;

/// Declares a struct of the report: serialisable, and a TypeScript interface in the browser.
macro_rules! document {
    ($($item:item)*) => { $(
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(hashmap_as_object))]
        $item
    )* };
}

/// Declares an enum of identifiers: snake_case in the document, a union of strings in TypeScript.
macro_rules! identifiers {
    ($($item:item)*) => { $(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(rename_all = "snake_case")]
        $item
    )* };
}

/// The identifier of an enum value, as the document spells it: `potential_loyalist`.
pub fn identifier<T: Serialize>(value: &T) -> String {
    struct Shown<'a, T>(&'a T);
    impl<T: Serialize> std::fmt::Display for Shown<'_, T> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            self.0.serialize(f)
        }
    }
    Shown(value).to_string()
}

document! {
/// Everything that was found in one file (or several).
pub struct Report {
    /// Version of this document.
    pub version: u32,
    /// Version of the engine that made it.
    pub engine: String,
    /// The day up to which rows were used, and from which recency is counted.
    ///
    /// Absent for a customer table without any date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// First day with a row that was used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_day: Option<Day>,
    /// Last day in the file, whatever the as-of date: the latest that the as-of date can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Day>,
    /// What was read, and how.
    pub input: Input,
    /// What the customers can be divided by, so that a report is of some of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub splits: Vec<Split>,
    /// Who everything below is of. Absent where it is of everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<CustomerPart>,
    /// Money and counts over all rows used.
    pub totals: Totals,
    /// Indicators, each with its formula.
    pub kpis: Vec<Kpi>,
    /// Scores for recency, frequency and money. Absent where the file has too little to score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rfm: Option<Rfm>,
    /// The six groups of the first screen, in fixed order.
    pub actions: Vec<ActionGroup>,
    /// Named views over the same customers.
    pub segments: Segments,
    /// How few customers make how much of the revenue.
    pub concentration: Concentration,
    /// What value models expect, and how good they were on the last part of the file. Absent for a customer table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub models: Option<Models>,
    /// Who may not come back. Absent where models are switched off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warnings: Option<Warnings>,
    /// Value tiers.
    pub tiers: Tiers,
    /// One recommendation for each named segment that has customers.
    pub advice: Vec<Advice>,
    /// What to hear first, for the goal of the settings.
    pub findings: Vec<Finding>,
    /// Things a reader should know before believing the numbers.
    pub notes: Vec<Note>,
    /// The settings the report was made with; given back to the engine, they make the same report.
    pub settings: Settings,
}

/// A column that divides customers.
pub struct Split {
    /// Its name.
    pub column: String,
    /// How a customer's cells became one.
    pub measure: Measure,
    /// Its values of the most customers with an order that counts, the largest first.
    pub values: Vec<SplitValue>,
}

/// A value of a column.
pub struct SplitValue {
    /// As the exports write it.
    pub value: String,
    /// Customers with an order that counts.
    pub customers: u64,
}

/// Part of the customers.
pub struct CustomerPart {
    /// What they have in common.
    pub only: Only,
    /// How many they are.
    pub customers: u64,
    /// Of how many.
    pub of: u64,
}

/// What was read, and how every row was accounted for.
pub struct Input {
    /// The files, in the order in which they were given.
    pub files: Vec<InputFile>,
    /// Encoding, as the WHATWG standard spells it.
    pub encoding: String,
    /// Character between cells.
    pub delimiter: String,
    /// Whether the first row of the table names the columns.
    pub header: bool,
    /// What a row is.
    pub shape: Shape,
    /// Which column played which role.
    pub mapping: Mapping,
    /// How dates were read, where that was a choice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// Whether no row of the file decides between day and month.
    pub date_order_ambiguous: bool,
    /// How decimals were read, where that was a choice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal_mark: Option<DecimalMark>,
    /// Data rows in the file: used and set aside.
    pub rows_read: u64,
    /// Rows the numbers are made of.
    pub rows_used: u64,
    /// Rows left out because they lie after the as-of date. Part of `rows_set_aside`.
    pub rows_after_as_of: u64,
    /// Rows not used, by reason, most frequent first.
    pub rows_set_aside: Vec<SetAside>,
    /// The currency that is summed up, where the file names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Rows by the currency they name, most first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub currencies: Vec<CurrencyRows>,
    /// Rows that repeat another in every column that is read, beyond the first. They were used, unless set aside.
    pub duplicates: u64,
    /// Customers whose names are the same but for how they are written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alike: Option<Alike>,
    /// Files joined on the customer, in the order in which they were given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub joined: Vec<JoinedFile>,
    /// What else the file says of its customers, in the order of the roles, then of the file.
    pub attributes: Vec<AttributeSummary>,
}

/// A file that says more of the same customers.
pub struct JoinedFile {
    /// The file.
    pub file: InputFile,
    /// Its column that names the customer. Absent where none names a single one: the file says nothing then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Its data rows.
    pub rows: u64,
    /// Of them, without a customer's name.
    pub rows_without_key: u64,
    /// Of them, of customers that the orders don't know.
    pub rows_unmatched: u64,
    /// Customers with a row in it.
    pub customers_matched: u64,
    /// Customers without one.
    pub customers_unmatched: u64,
    /// Columns that came along.
    pub columns: Vec<String>,
}

/// One thing known of the customers beside their orders.
pub struct AttributeSummary {
    /// Name of the column.
    pub column: String,
    /// What it means, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// How the cells of a customer's rows became one.
    pub measure: Measure,
    /// What the cells are.
    pub kind: CellKind,
    /// Customers of whom it is known.
    pub known: u64,
    /// Different words, where it is words.
    pub words: u64,
    /// Cells in the file that could not be read, and count as empty.
    pub unread: u64,
}

/// Rows in one currency.
pub struct CurrencyRows {
    /// Its code or sign.
    pub currency: String,
    /// How many.
    pub rows: u64,
}

/// One file that was given.
#[derive(serde::Deserialize)]
pub struct InputFile {
    /// Its name, without a path.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Of a workbook, the sheet that was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
}

/// Rows set aside for one reason.
pub struct SetAside {
    /// Why.
    pub reason: Reason,
    /// How many. Their lines are in [`SetAsidePage`].
    pub rows: u64,
}

/// Money and counts over all rows used.
pub struct Totals {
    /// Customers with at least one row that was used.
    pub customers: u64,
    /// Customers with at least one order that counts.
    pub buyers: u64,
    /// Orders that count: not refunded in full.
    pub orders: u64,
    /// Sum of the rows with money coming in.
    pub gross: Total,
    /// Sum of the rows with money given back, as a positive number.
    pub refunds: Total,
    /// Gross less refunds.
    pub net: Total,
}

/// One indicator.
pub struct Kpi {
    /// Which one.
    pub id: KpiId,
    /// Its value; absent where it can't be known, and `missing` says why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// How many customers (or orders) it rests on: the denominator.
    pub n: u64,
    /// The formula, in the names of this document.
    pub formula: String,
    /// Its 95 % interval, where it rests on the answers of some: what all would have answered lies in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<(f64, f64)>,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Missing>,
    /// The days it was counted over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The target a person has set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// Whether the value reaches the target: of refunds, churn and concentration less is better, of everything else more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_target: Option<bool>,
}

/// From one day to another, both included.
pub struct Period {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

/// Scores, their edges, and the grid of recency against frequency.
pub struct Rfm {
    /// How the cuts between the scores were found.
    pub method: ScoreMethod,
    /// Days since the last order: upper ends of the best, second best … level (right-closed).
    pub recency_edges: Vec<f64>,
    /// Orders: upper ends of the worst, second worst … level (right-closed).
    pub frequency_edges: Vec<f64>,
    /// Net spend: upper ends of the worst, second worst … level (right-closed).
    pub monetary_edges: Vec<f64>,
    /// Scores that hold the same customers because too many share one value.
    pub merged: Vec<Merged>,
    /// One cell for each recency and frequency score.
    pub grid: Vec<GridCell>,
    /// The usual gap between two order days, in days: median over repeat customers. Absent without any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual_gap: Option<f64>,
}

/// Neighbouring scores that fell together.
pub struct Merged {
    /// Which score.
    pub axis: Axis,
    /// Lowest of them.
    pub from: u8,
    /// Highest of them.
    pub to: u8,
}

/// Customers of one recency and one frequency score.
pub struct GridCell {
    /// Recency score, from 1 (long ago) up.
    pub r: u8,
    /// Frequency score, from 1 (seldom) up.
    pub f: u8,
    /// How many customers.
    pub customers: u64,
    /// What they brought.
    pub net: Total,
    /// Their share of net revenue.
    pub share_net: f64,
}

/// One of the six groups that say what to do.
pub struct ActionGroup {
    /// Which one.
    pub id: ActionId,
    /// The named segments in it.
    pub segments: Vec<SegmentId>,
    /// Of them the one that brought most: its step is the group's first. Absent where the group has nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leading: Option<SegmentId>,
    /// How many customers.
    pub customers: u64,
    /// Share of the buyers.
    pub share_customers: f64,
    /// What they brought.
    pub net: Total,
    /// Share of the buyers' net revenue.
    pub share_net: f64,
    /// Median days since the last order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_recency_days: Option<f64>,
    /// Median number of orders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_orders: Option<f64>,
    /// What they are worth beside what they brought.
    pub values: GroupValues,
}

/// The customers, seen by several rules.
pub struct Segments {
    /// Eleven named segments of the RFM code table.
    pub rfm: Vec<RfmSegment>,
    /// Eight types: each letter above or below the median.
    pub eight_types: Vec<EightType>,
    /// What divides high from low in them. Absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eight_cuts: Option<EightCutsFound>,
    /// A, B and C: who brings how much of the revenue.
    pub abc: Vec<AbcClass>,
    /// The simpler view that the data carry. Absent where they carry any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gate: Option<Gate>,
    /// Settings that fit a trade.
    pub templates: Vec<TemplateSettings>,
    /// New, existing, sleeping by multiples of the usual gap.
    pub nes: Vec<NesSegment>,
    /// Stage of the relationship by the customer's own rhythm.
    pub lifecycle: Vec<LifecycleSegment>,
    /// Groups found by k-means. Absent where there is too little to cluster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clusters: Option<Clusters>,
    /// Customers whose every row is a refund, or whose orders were all refunded: in no segment.
    pub without_orders: GroupSize,
}

/// Size of a group.
pub struct GroupSize {
    /// How many customers.
    pub customers: u64,
    /// What they brought.
    pub net: Total,
}

/// One named segment.
pub struct RfmSegment {
    /// Which one.
    pub id: SegmentId,
    /// How many customers.
    pub customers: u64,
    /// Share of the buyers.
    pub share_customers: f64,
    /// What they brought.
    pub net: Total,
    /// Share of the buyers' net revenue.
    pub share_net: f64,
    /// Of these, moved here because they are later than twice the usual gap.
    pub moved_in: u64,
    /// Median days since the last order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_recency_days: Option<f64>,
    /// Median number of orders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_orders: Option<f64>,
    /// Median net spend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_net: Option<f64>,
    /// What they are worth beside what they brought.
    pub values: GroupValues,
}

/// What divides high from low in the eight types.
pub struct EightCutsFound {
    /// Days since the last order: fewer are high.
    pub recency: f64,
    /// Orders: more are high.
    pub frequency: f64,
    /// Net spend: more is high.
    pub monetary: f64,
    /// Axes on which the mean lies so far from the median that a cut there would put most customers on one side: more than a
    /// tenth of a standard deviation.
    pub skewed: Vec<Axis>,
    /// Buyers on the high side of each, in the order of the axes.
    pub high: [u64; 3],
}

/// One class of ABC.
pub struct AbcClass {
    /// Which one.
    pub id: Abc,
    /// How many customers.
    pub customers: u64,
    /// Share of the buyers.
    pub share_customers: f64,
    /// What they brought.
    pub net: Total,
    /// Share of the buyers' net revenue.
    pub share_net: f64,
    /// Lowest net spend in the class. Absent where nobody is in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Total>,
}

/// A view that few data carry, and why the others say little.
pub struct Gate {
    /// Which one.
    pub view: RuleView,
    /// Why.
    pub why: GateReason,
    /// The number that decided: customers, or days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
}

/// Settings that fit a trade, and the view that comes first.
pub struct TemplateSettings {
    /// Which one.
    pub id: Template,
    /// The view.
    pub view: RuleView,
    /// Weights of the value index.
    pub weights: Weights,
    /// Where the tiers are cut.
    pub tiers: TierCuts,
    /// Thresholds of the views by rule.
    pub segments: SegmentRules,
}

/// One of the eight types.
pub struct EightType {
    /// Recency better than the cut.
    pub r_high: bool,
    /// More orders than the cut.
    pub f_high: bool,
    /// More net spend than the cut.
    pub m_high: bool,
    /// How many customers.
    pub customers: u64,
    /// What they brought.
    pub net: Total,
}

/// One state of the NES model.
pub struct NesSegment {
    /// Which one.
    pub id: Nes,
    /// How many customers.
    pub customers: u64,
    /// What they brought.
    pub net: Total,
}

/// One stage of the relationship.
pub struct LifecycleSegment {
    /// Which one.
    pub id: Stage,
    /// How many customers.
    pub customers: u64,
    /// What they brought.
    pub net: Total,
    /// Of them in the high, medium and low value tier.
    pub tiers: [GroupSize; 3],
}

/// Groups found by k-means on standardised log recency, frequency and money.
pub struct Clusters {
    /// Number of groups.
    pub k: u32,
    /// Whether a person chose k.
    pub chosen_by_person: bool,
    /// Silhouette at k, from -1 to 1, over a sample of `silhouette_n` customers.
    pub silhouette: f64,
    /// Customers in the silhouette's sample.
    pub silhouette_n: u64,
    /// The same for every k tried.
    pub tried: Vec<ClusterCount>,
    /// Sum of squared distances to the centres, in standardised units, over all customers.
    pub inertia: f64,
    /// Mean adjusted Rand index between the best run and the runs from other seeds: 1 is always the same groups.
    pub stability: f64,
    /// The groups, the one with the highest mean spend first.
    pub members: Vec<ClusterGroup>,
}

/// How well one k did.
pub struct ClusterCount {
    /// Number of groups.
    pub k: u32,
    /// Sampled silhouette.
    pub silhouette: f64,
    /// Inertia over all customers.
    pub inertia: f64,
}

/// One group found by k-means.
pub struct ClusterGroup {
    /// Number of the group, from 1.
    pub id: u32,
    /// How many customers.
    pub customers: u64,
    /// Share of the buyers.
    pub share_customers: f64,
    /// What they brought.
    pub net: Total,
    /// Share of the buyers' net revenue.
    pub share_net: f64,
    /// Days since the last order at the centre.
    pub recency_days: f64,
    /// Orders at the centre.
    pub orders: f64,
    /// Net spend at the centre.
    pub monetary: f64,
    /// The centre's distance from the average customer on each axis, in standard deviations of the log: recency,
    /// frequency, money.
    pub z: [f64; 3],
}

/// How few customers make how much of the revenue.
pub struct Concentration {
    /// Cumulative share of net revenue of the best `i` percent of buyers, for i from 0 to 100.
    pub curve: Vec<f64>,
    /// Number of best customers who make half of net revenue.
    pub half: u64,
    /// Share of net revenue made by the best 20 % of buyers.
    pub top_20_share: f64,
    /// Share made by the single best customer.
    pub top_1_customer_share: f64,
    /// Gini coefficient of net spend over buyers, negative spend counted as 0.
    pub gini: f64,
    /// How many buyers spent how much, from the least to the most.
    pub spend: Vec<SpendBin>,
}

/// Buyers who spent so much.
pub struct SpendBin {
    /// From this net spend on. Absent: whatever is less.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Total>,
    /// And less than this. Absent: whatever is more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Total>,
    /// How many.
    pub customers: u64,
    /// Their net spend together.
    pub net: Total,
}

/// Value tiers.
pub struct Tiers {
    /// What high, medium and low are cut by: what `from` counts.
    pub by: CutBy,
    /// High, medium, low by value index.
    pub value: Vec<ValueTierGroup>,
    /// Gold, potential, general by current and potential value.
    pub potential: Vec<PotentialTierGroup>,
    /// The parts of the value index that are known, in the order of the weights.
    pub parts: Vec<IndexPart>,
    /// Who would change between high, medium and low if a weight of the index were ten points of 100 more, or less.
    pub sensitivity: Vec<Sensitivity>,
    /// How far the comparisons that the weights come from contradict each other: sound up to 0.1. Absent where the
    /// weights were set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consistency_ratio: Option<f64>,
}

/// What one weight of the value index decides.
pub struct Sensitivity {
    /// The part whose weight is moved; the other parts give or take in proportion.
    pub part: IndexPart,
    /// By how many points of 100.
    pub points: f64,
    /// Customers who would be in a higher tier.
    pub up: u64,
    /// Customers who would be in a lower one.
    pub down: u64,
}

/// Customers of one value tier.
pub struct ValueTierGroup {
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
    /// Lowest value index, or net spend, in the tier: the cut.
    pub from: f64,
    /// Of them, below the cut: they keep the tier from the review day.
    pub kept: u64,
    /// Customers below who reach the keep-threshold of this tier but not its cut.
    pub on_the_line: u64,
    /// Lowest and highest net spend in the tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net_range: Option<(Total, Total)>,
    /// Median net spend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_net: Option<f64>,
    /// What they are worth beside what they brought.
    pub values: GroupValues,
}

/// What a group is worth beside what it brought. The three answer different questions and are never added up.
pub struct GroupValues {
    /// Expected over the months of [`ValueSettings`](crate::settings::ValueSettings), discounted, times the margin where
    /// there is one, with its 95 % band. Absent without a model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<ModelValue>,
    /// Sum of the potential value of its customers.
    pub potential: Total,
    /// What was left after the cost of the goods, where the file says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<Total>,
}

/// A total that a model expects.
pub struct ModelValue {
    /// The expected total.
    pub expected: f64,
    /// Lower end of the 95 % band.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Customers of one potential tier.
pub struct PotentialTierGroup {
    /// Which one.
    pub id: PotentialTier,
    /// How many customers.
    pub customers: u64,
    /// Share of the buyers.
    pub share_customers: f64,
    /// What they brought.
    pub net: Total,
    /// Share of the buyers' net revenue.
    pub share_net: f64,
    /// Sum of their potential value.
    pub potential: Total,
    /// Lowest value index (gold) or lowest potential value (potential) in the tier: the cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<f64>,
    /// What they are worth beside what they brought.
    pub values: GroupValues,
}

/// What to do with one named segment.
pub struct Advice {
    /// Whom it is for.
    pub segment: SegmentId,
    /// The group of the first screen it belongs to.
    pub action: ActionId,
    /// Ways to reach them, best first.
    pub channel: Vec<Channel>,
    /// What to offer.
    pub offer: Vec<Offer>,
    /// What to watch.
    pub kpi: Watch,
    /// How many customers.
    pub customers: u64,
    /// What they brought so far.
    pub money: Total,
}

/// Something a reader should know.
pub struct Note {
    /// What.
    pub code: NoteCode,
    /// The number it is about, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
}

/// Part of the customers, in the order asked for.
pub struct CustomerPage {
    /// How many customers match the query.
    pub total: u64,
    /// The rows asked for.
    pub rows: Vec<CustomerRow>,
}

/// One customer.
pub struct CustomerRow {
    /// Number of the customer in this report: by it the card is asked for.
    pub number: u32,
    /// The customer as written in the file.
    pub customer: String,
    /// Day of the first order. Absent without orders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_order: Option<Day>,
    /// Day of the last order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_order: Option<Day>,
    /// Orders that count.
    pub orders: u32,
    /// Money in.
    pub gross: Total,
    /// Money given back.
    pub refunds: Total,
    /// Gross less refunds: money, the M of RFM.
    pub net: Total,
    /// Days from the last order to the as-of date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recency_days: Option<u32>,
    /// The customer's own usual gap in days (three orders or more), else absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual_gap: Option<f64>,
    /// Recency divided by the usual gap: the customer's own, or that of all repeat customers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overdue: Option<f64>,
    /// Recency score. Absent where there are no scores.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r: Option<u8>,
    /// Frequency score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub f: Option<u8>,
    /// Money score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub m: Option<u8>,
    /// Named segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rfm_segment: Option<SegmentId>,
    /// The segment the scores alone would give, where being overdue moved the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<SegmentId>,
    /// Action group of the segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<ActionId>,
    /// Stage of the relationship.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lifecycle: Option<Stage>,
    /// State of the NES model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nes: Option<Nes>,
    /// Cluster, from 1. Absent until the clusters were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cluster: Option<u32>,
    /// Value tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_tier: Option<ValueTier>,
    /// Potential tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub potential_tier: Option<PotentialTier>,
    /// Probability to be still active. With BG/NBD 1 for every one-time buyer: not a score of risk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p_alive: Option<f64>,
    /// Probability of an order within 90 days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p_buy_90d: Option<f64>,
    /// Orders expected in the next 12 months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_orders_12m: Option<f64>,
    /// Money expected in the next 12 months, discounted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_value_12m: Option<f64>,
    /// Headroom to the upper quartile of customers of the same stage, weighted by the chance to be still active.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub potential_value: Option<Total>,
    /// Value index, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_index: Option<f64>,
    /// Risk of no purchase in the days the warning looks ahead, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<f64>,
    /// Red, amber or green.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk_band: Option<RiskBand>,
    /// The cause that says most of a red or amber customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk_cause: Option<CauseId>,
    /// Money at stake: risk times the value of a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_at_risk: Option<Total>,
    /// What the data say of each cause.
    pub evidence: Vec<CauseEvidence>,
    /// What is next for the customer, once it was asked what customers buy next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_item: Option<String>,
}

/// What the data say of a cause with one customer.
pub struct CauseEvidence {
    /// Which cause.
    pub cause: CauseId,
    /// Seen or not.
    pub seen: Seen,
}

/// Part of the rows that were set aside.
pub struct SetAsidePage {
    /// How many there are.
    pub total: u64,
    /// The rows asked for, in the order of the file.
    pub rows: Vec<SetAsideRow>,
}

/// One row that was set aside.
pub struct SetAsideRow {
    /// Which of several files it is in, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<u32>,
    /// Line in the file, from 1.
    pub line: u64,
    /// Why.
    pub reason: Reason,
    /// Its mapped cells as written, in the order of the roles; empty where they were not kept (very many such rows).
    pub cells: Vec<String>,
}
}

identifiers! {
/// A part of the value index.
pub enum IndexPart {
    /// Days since the last order; fewer are better.
    Recency,
    /// Number of orders.
    Frequency,
    /// Net spend.
    Monetary,
    /// Days since the first order.
    Tenure,
    /// Money left after the cost of the goods: more is better.
    Margin,
    /// Stated satisfaction: higher is better.
    Satisfaction,
    /// Willingness to recommend: higher is better.
    Referral,
}

/// Why a row was set aside.
pub enum Reason {
    /// The customer cell is empty.
    NoCustomer,
    /// The date cell is empty.
    NoDate,
    /// The date can't be read.
    UnreadableDate,
    /// There is no such day.
    ImpossibleDate,
    /// The amount cell (or quantity or unit price) is empty.
    NoAmount,
    /// The amount can't be read.
    UnreadableAmount,
    /// The amount is larger than any order.
    AmountTooLarge,
    /// The row has fewer cells than the mapped columns need.
    ShortRow,
    /// The row sums up others.
    TotalRow,
    /// The order was never paid.
    Unpaid,
    /// The order was cancelled.
    Cancelled,
    /// The row is in another currency than the one that is summed up.
    OtherCurrency,
    /// The date lies far from all others, and a person has said to leave such rows out.
    FarDate,
    /// The row repeats another, and a person has said to count such rows once.
    Duplicate,
    /// The row lies after the as-of date.
    AfterAsOf,
}

/// How the cuts between scores were found.
pub enum ScoreMethod {
    /// Fifths of the customers: scores 1 to 5.
    Quintiles,
    /// Thirds, for fewer than 100 customers or 200 orders: scores 1, 3 and 5.
    Tertiles,
    /// Fixed cuts, for fewer than 30 customers: scores 1 to 5.
    Fixed,
    /// Cuts that a person gave: scores 1 to 5.
    Given,
}

/// Classes by revenue.
pub enum Abc {
    /// The largest, who bring most of the revenue.
    A,
    /// The next.
    B,
    /// The rest.
    C,
}

/// Views by rule.
pub enum RuleView {
    /// Eleven named segments.
    Segments,
    /// Stages of the relationship.
    Lifecycle,
    /// Eight types.
    EightTypes,
    /// New, existing, sleeping.
    Nes,
    /// Classes by revenue.
    Abc,
}

/// Why the data carry a simpler view only.
pub enum GateReason {
    /// Nothing says when somebody bought.
    NoDates,
    /// Nothing says how often.
    NoOrderCounts,
    /// Fewer customers than scores need.
    FewCustomers,
    /// Fewer days than a rhythm needs.
    FewDays,
    /// Nobody came back, so that there is no rhythm.
    NoRepeat,
}

/// A score axis.
pub enum Axis {
    /// Days since the last order.
    Recency,
    /// Number of orders.
    Frequency,
    /// Net spend.
    Monetary,
}

/// The eleven named segments.
pub enum SegmentId {
    /// Bought lately, often and much.
    Champions,
    /// Buy often.
    Loyal,
    /// Recent, on the way to loyal.
    PotentialLoyalist,
    /// First order lately.
    New,
    /// Recent, few orders, good money.
    Promising,
    /// Above average, slipping.
    NeedAttention,
    /// Below average, slipping.
    AboutToSleep,
    /// Bought often, long ago.
    AtRisk,
    /// Spent much, long ago.
    CannotLoseThem,
    /// Low on all, long ago.
    Hibernating,
    /// Lowest on all.
    Lost,
}

/// The six groups of the first screen.
pub enum ActionId {
    /// Champions, loyal.
    Protect,
    /// Potential loyalist, promising, need attention.
    Grow,
    /// New.
    Welcome,
    /// At risk, cannot lose them, about to sleep.
    Save,
    /// Hibernating, lost.
    Rest,
    /// In the customer file, without an order.
    Convert,
}

/// States of the NES model.
pub enum Nes {
    /// One order, within one usual gap.
    N,
    /// Repeat, within one usual gap.
    E0,
    /// One to two usual gaps.
    S1,
    /// Two to three usual gaps.
    S2,
    /// More than three usual gaps.
    S3,
}

/// Stage of the relationship.
pub enum Stage {
    /// Known, no order.
    Prospect,
    /// One order, within one usual gap.
    New,
    /// Two or three orders, on time.
    Developing,
    /// Four orders or more, on time.
    Mature,
    /// Came back after being dormant, within one usual gap.
    Returned,
    /// Late.
    Slowing,
    /// Very late.
    Dormant,
    /// Gone.
    Lost,
}

/// High, medium, low.
pub enum ValueTier {
    /// The best by value index.
    High,
    /// The next.
    Medium,
    /// The rest.
    Low,
}

/// Gold, potential, general.
pub enum PotentialTier {
    /// High value today.
    Gold,
    /// Not high today, much headroom.
    Potential,
    /// The rest.
    General,
}

/// Indicators.
pub enum KpiId {
    /// Buyers with two orders or more among all buyers.
    RepeatRate,
    /// Net revenue by order.
    AverageOrderValue,
    /// Orders by buyer.
    OrdersPerCustomer,
    /// Net revenue by buyer.
    NetPerCustomer,
    /// Refunds among gross money.
    RefundRate,
    /// Buyers with a second order within 30 days, among those whose 30 days have passed.
    #[serde(rename = "second_order_30")]
    SecondOrder30,
    /// The same for 60 days.
    #[serde(rename = "second_order_60")]
    SecondOrder60,
    /// The same for 90 days.
    #[serde(rename = "second_order_90")]
    SecondOrder90,
    /// Buyers of one period who bought in the next one as well.
    RetentionRate,
    /// Repeat buyers later than three usual gaps, among repeat buyers.
    ChurnRate,
    /// Share of net revenue of the best 20 % of buyers.
    TopShare,
    /// Satisfaction, from a survey column.
    Csat,
    /// Net promoter score, from a survey column.
    Nps,
    /// Buyers with an e-mail address or a telephone number among all buyers.
    Reachable,
    /// Buyers with an e-mail address.
    ReachableEmail,
    /// Buyers with a telephone number.
    ReachablePhone,
    /// Return on marketing spend.
    Roi,
}

/// What is missing for an indicator.
pub enum Missing {
    /// No buyers.
    NoBuyers,
    /// No repeat buyers, so no usual gap.
    NoRepeat,
    /// Nobody's window has fully passed.
    HistoryTooShort,
    /// The file has no dates.
    NoDates,
    /// No survey column.
    NoSurvey,
    /// No cost of campaigns.
    NoCost,
    /// No column of addresses or telephone numbers.
    NoContacts,
    /// No money came in.
    NoMoney,
    /// The customer table does not say how many orders there were.
    NoOrderCounts,
}

/// Ways to reach a customer.
pub enum Channel {
    /// A named person.
    Personal,
    /// Telephone.
    Phone,
    /// A visit.
    Visit,
    /// Messenger (WeCom, LINE, WhatsApp).
    Messenger,
    /// The shop's app, push messages.
    App,
    /// E-mail.
    Email,
    /// Text message.
    Sms,
    /// Advertising audiences.
    Ads,
}

/// Kinds of offer.
pub enum Offer {
    /// Access, service, content: no discount.
    Value,
    /// Points or a step towards the next level.
    Points,
    /// A bundle or another category.
    Bundle,
    /// A small coupon.
    SmallCoupon,
    /// A deep discount, limited in time.
    DeepDiscount,
    /// Nothing.
    Nothing,
}

/// What to watch after acting.
pub enum Watch {
    /// High-value retention, referrals.
    HighValueRetention,
    /// Order value and categories by customer.
    BasketAndCategories,
    /// Moves to loyal within 90 days.
    MoveToLoyal,
    /// Second order within 30, 60, 90 days.
    SecondOrder,
    /// Orders by customer, order value.
    OrdersAndBasket,
    /// Another order within one usual gap.
    ReorderInOneGap,
    /// Active again within two usual gaps.
    ReactivationInTwoGaps,
    /// Money saved against the hold-out.
    MoneySaved,
    /// Win-back rate, value of returners after 90 days.
    WinBack,
    /// Cost of each reactivated customer.
    CostPerReactivated,
    /// Unsubscribes, spend saved.
    Unsubscribes,
    /// Of a bank, the balance that stays.
    BalanceKept,
    /// Of a bank, products by customer.
    ProductsHeld,
    /// Share of customers who are active.
    ActiveShare,
    /// Orders when they are due, service tickets by unit.
    ReorderOnTime,
}

/// What a note is about.
pub enum NoteCode {
    /// Fewer than 30 buyers: fixed thresholds instead of scores by quantile. `value` is how many buyers.
    TooFewForScores,
    /// Fewer than 100 buyers or 200 orders: three score levels instead of five. `value` is how many buyers.
    ThreeLevels,
    /// Most buyers bought once: second-order conversion matters more than loyalty. `value` is their share.
    MostlyOneTime,
    /// No day and month order could be decided.
    DateOrderAmbiguous,
    /// Net revenue, not profit: there is no cost column.
    NoCost,
    /// The history is shorter than two usual gaps: no churn rate.
    HistoryTooShort,
    /// Fewer distinct customers than groups: no clusters.
    TooFewForClusters,
    /// Text in the file was damaged before it came here.
    DamagedText,
    /// The file has no dates: recency and stages are not known.
    NoDates,
    /// The customer table does not say how many orders there were: every customer counts as one.
    NoOrderCounts,
    /// Some dates lie years from all others, and the as-of date may be one of them. `value` is how many rows.
    FarDates,
    /// Rows in other currencies were set aside. `value` is how many.
    OtherCurrencies,
    /// Rows repeat another in every column that is read, and count. `value` is how many.
    Duplicates,
    /// Customers may be the same person under several names. `value` is how many customers there would be fewer.
    AlikeNames,
    /// A spreadsheet has rounded customer numbers: one of them may be many customers. `value` is how many.
    RoundedNames,
    /// Nobody has the value that the report was to be of, so it is of everybody.
    NoSuchPart,
}
}

impl IndexPart {
    /// Every part, in the order of the weights.
    pub const ALL: [IndexPart; 7] = [
        IndexPart::Recency,
        IndexPart::Frequency,
        IndexPart::Monetary,
        IndexPart::Tenure,
        IndexPart::Margin,
        IndexPart::Satisfaction,
        IndexPart::Referral,
    ];
}
