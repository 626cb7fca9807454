//! Everything a person may choose, as one versioned document without any customer data in it.
//!
//! The page, the command line and a saved file all speak [`Settings`]; [`Settings::check`] turns it into what the
//! engine works with, or names the setting that is out of range.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::advice::baskets::ItemKind;
use crate::advice::budget::document::BudgetSettings;
use crate::advice::findings::Goal;
use crate::customers::Measure;
use crate::error::{Code, Error, Result};
use crate::report::{IndexPart, KpiId};
use crate::segments::own::{self, OwnSegment};
use crate::segments::rules::SegmentRules;
use crate::segments::templates::Template;
use crate::units::Day;
use crate::value::ahp;
use crate::warning::document::RiskBand;

/// Version of the settings document that this build writes.
pub const VERSION: u32 = 1;
/// Plays in own words at most, and bytes of each.
const MOST_PLAYS: usize = 500;
const LONGEST_PLAY: usize = 4000;

/// What a column of the file means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// Who: any text that stays the same for one customer.
    Customer,
    /// When: the day, and the time where there is one, of the order or payment.
    Date,
    /// How much: the money of the row.
    Amount,
    /// Which order the row belongs to. Rows of one customer with one order id are one order.
    OrderId,
    /// Number of units; with [`Role::UnitPrice`] it stands in for the amount.
    Quantity,
    /// Price of one unit.
    UnitPrice,
    /// Currency code or sign.
    Currency,
    /// State of the order: paid, cancelled, refunded …
    Status,
    /// Money given back.
    Refund,
    /// Discount given, as money, share or code.
    Discount,
    /// Cost of the goods.
    Cost,
    /// Money left after the cost of the goods.
    Margin,
    /// Product name or code.
    Product,
    /// Product category.
    Category,
    /// Where the order was placed.
    Channel,
    /// Where the customer lives.
    Region,
    /// Customer's e-mail address.
    Email,
    /// Customer's telephone number.
    Phone,
    /// Customer's birthday or year of birth.
    Birthday,
    /// Day on which the customer joined.
    Since,
    /// Day on which the customer was last contacted.
    LastContact,
    /// Satisfaction score.
    Satisfaction,
    /// Willingness to recommend, 0 to 10.
    Nps,
    /// Service tickets, complaints, repairs: how many.
    Tickets,
    /// Customer who brought this one.
    Referrer,
    /// Customer tables whose money is a balance: the balance of the month or quarter before.
    BalanceBefore,
    /// Whether the customer has left (a label in the file).
    Churned,
    /// Customer tables: days since the last order.
    Recency,
    /// Customer tables: number of orders.
    Frequency,
    /// Customer tables: money spent in all.
    Monetary,
    /// Customer tables: length of the relationship.
    Tenure,
    /// Customer tables: day of the first order.
    FirstOrder,
    /// Customer tables: day of the last order.
    LastOrder,
}

impl Role {
    /// Every role, in the order in which the page lists them.
    pub const ALL: [Role; 33] = [
        Role::Customer,
        Role::Date,
        Role::Amount,
        Role::OrderId,
        Role::Quantity,
        Role::UnitPrice,
        Role::Currency,
        Role::Status,
        Role::Refund,
        Role::Discount,
        Role::Cost,
        Role::Margin,
        Role::Product,
        Role::Category,
        Role::Channel,
        Role::Region,
        Role::Email,
        Role::Phone,
        Role::Birthday,
        Role::Since,
        Role::LastContact,
        Role::Satisfaction,
        Role::Nps,
        Role::Tickets,
        Role::Referrer,
        Role::BalanceBefore,
        Role::Churned,
        Role::Recency,
        Role::Frequency,
        Role::Monetary,
        Role::Tenure,
        Role::FirstOrder,
        Role::LastOrder,
    ];
}

/// What one row of the file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// An order, or a line of one.
    #[default]
    Orders,
    /// A customer, already summed up.
    Customers,
}

/// Which order the parts of a numeric date have, decided for a whole column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 2024-12-31
    YearMonthDay,
    /// 31/12/2024
    DayMonthYear,
    /// 12/31/2024
    MonthDayYear,
}

/// Which sign separates the decimals, decided for a whole column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// 1,234.50
    Point,
    /// 1.234,50
    Comma,
}

/// How to read the file, where a person has decided. What is `None` is found out from the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct Formats {
    /// Label of the encoding as the WHATWG standard spells it: `utf-8`, `gb18030`, `big5`, `windows-1252` …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Character between cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// Whether the first row of the table names the columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<bool>,
    /// Order of day, month and year in numeric dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// Decimal mark of amounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal_mark: Option<DecimalMark>,
    /// What a row is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shape: Option<Shape>,
    /// The currency that is summed up, as the report names it; rows in another one are set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// What becomes of rows whose date lies far from all others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub far_dates: Option<FarDates>,
    /// What becomes of rows that repeat another in every column that is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duplicates: Option<Duplicates>,
    /// What becomes of customers whose names are the same but for how they are written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alike: Option<AlikeNames>,
}

/// What becomes of rows whose date lies far from all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum FarDates {
    /// They are used as they are.
    Keep,
    /// They are set aside.
    SetAside,
}

/// What becomes of rows that repeat another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Duplicates {
    /// They count as often as they are there.
    Keep,
    /// All but one are set aside.
    SetAside,
}

/// What becomes of customers whose names are written alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum AlikeNames {
    /// They are different customers.
    Keep,
    /// They are one.
    Merge,
}

/// What a person has decided of one of several files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct FileSettings {
    /// Roles given to columns.
    #[serde(skip_serializing_if = "Mapping::is_empty")]
    pub mapping: Mapping,
    /// Roles taken away from the proposal.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<Role>,
    /// How to read it.
    pub formats: Formats,
}

/// Which column plays which role, by column name. Names are unique: see [`crate::ingest`].
pub type Mapping = BTreeMap<Role, String>;

/// Weights of the value index; only their ratio matters.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct Weights {
    /// Weight of recency (fewer days are better).
    pub recency: f64,
    /// Weight of the number of orders.
    pub frequency: f64,
    /// Weight of net spend.
    pub monetary: f64,
    /// Weight of the days since the first order (more are better).
    pub tenure: f64,
    /// Weight of the money left after the cost of the goods.
    pub margin: f64,
    /// Weight of the satisfaction that the customer stated.
    pub satisfaction: f64,
    /// Weight of the customer's willingness to recommend.
    pub referral: f64,
}

impl Weights {
    /// No part counts.
    pub const NONE: Weights = Weights {
        recency: 0.0,
        frequency: 0.0,
        monetary: 0.0,
        tenure: 0.0,
        margin: 0.0,
        satisfaction: 0.0,
        referral: 0.0,
    };

    /// The weight of a part.
    pub fn of(&self, part: IndexPart) -> f64 {
        match part {
            IndexPart::Recency => self.recency,
            IndexPart::Frequency => self.frequency,
            IndexPart::Monetary => self.monetary,
            IndexPart::Tenure => self.tenure,
            IndexPart::Margin => self.margin,
            IndexPart::Satisfaction => self.satisfaction,
            IndexPart::Referral => self.referral,
        }
    }

    /// The weight of a part, to be set.
    pub fn part(&mut self, part: IndexPart) -> &mut f64 {
        match part {
            IndexPart::Recency => &mut self.recency,
            IndexPart::Frequency => &mut self.frequency,
            IndexPart::Monetary => &mut self.monetary,
            IndexPart::Tenure => &mut self.tenure,
            IndexPart::Margin => &mut self.margin,
            IndexPart::Satisfaction => &mut self.satisfaction,
            IndexPart::Referral => &mut self.referral,
        }
    }
}

impl Default for Weights {
    /// Money counts as much as recency and frequency together: the tiers are about value. Tenure says little about the
    /// future, and counts when a person wants it to.
    fn default() -> Self {
        Weights { recency: 25.0, frequency: 25.0, monetary: 50.0, ..Weights::NONE }
    }
}

/// What a person assumes for the value to come, and no model knows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct ValueSettings {
    /// Share of the revenue that is margin, 0 to 1. `None`: value is revenue, not profit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<f64>,
    /// Discount rate per year: 0.10 is ten percent.
    pub discount_per_year: f64,
    /// Months to look ahead, 1 to 60.
    pub months: u32,
}

impl Default for ValueSettings {
    /// A year, and the ten percent that most textbooks discount by.
    fn default() -> Self {
        ValueSettings { margin: None, discount_per_year: 0.10, months: 12 }
    }
}

/// What the value tiers are cut by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum CutBy {
    /// Shares of the customers, by value index.
    #[default]
    Customers,
    /// Shares of the revenue that the best by value index bring together.
    Revenue,
    /// Amounts of net spend.
    Money,
}

/// Where the tiers are cut. Shares are from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct TierCuts {
    /// By what.
    pub by: CutBy,
    /// Share of customers, or of revenue, in the high tier.
    pub high: f64,
    /// The same of the medium tier.
    pub medium: f64,
    /// Lowest net spend of the high and of the medium tier, where they are cut by money.
    pub money: [f64; 2],
    /// Share of a cut that is enough to keep the tier, 0.5 to 1.
    pub keep: f64,
    /// The review day: who was in a tier on it keeps the tier down to the share above. `None`: nobody keeps anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// Share of all customers, by potential value, that counts as potential when it is not gold already.
    pub potential: f64,
}

impl Default for TierCuts {
    fn default() -> Self {
        TierCuts {
            by: CutBy::Customers,
            high: 0.2,
            medium: 0.3,
            money: [0.0; 2],
            keep: 0.9,
            since: None,
            potential: 0.3,
        }
    }
}

/// What a person assumes of a programme with the tiers as its levels, and no file says.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct Programme {
    /// Points as a share of the money spent, 0 to 1.
    pub points: f64,
    /// Hours of service a month for the high, medium and low tier. `None`: everybody gets the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<[f64; 3]>,
    /// Years since the first order that begin the second, third and fourth grade of tenure.
    pub tenure: [f64; 3],
}

impl Default for Programme {
    /// One point for a hundred, and grades of 1, 3 and 5 years: where a person begins, not what is right.
    fn default() -> Self {
        Programme { points: 0.01, hours: None, tenure: [1.0, 3.0, 5.0] }
    }
}

impl Programme {
    fn sound(&self) -> bool {
        let Programme { points, hours, tenure: [first, second, third] } = self;
        (0.0..=1.0).contains(points)
            && hours.is_none_or(|hours| hours.iter().all(|hours| (0.0..=1e9).contains(hours)))
            && 0.0 < *first
            && first < second
            && second < third
            && third.is_finite()
    }
}

/// How far ahead the early warning looks, and where its levels are cut.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct WarningSettings {
    /// Days ahead, 7 to 365. `None`: one usual gap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// Red from this risk, 0 to 100.
    pub red: f64,
    /// Amber from this risk.
    pub amber: f64,
}

impl WarningSettings {
    /// The level of a risk.
    pub fn band(&self, risk: f64) -> RiskBand {
        match risk {
            r if r >= self.red => RiskBand::Red,
            r if r >= self.amber => RiskBand::Amber,
            _ => RiskBand::Green,
        }
    }
}

impl Default for WarningSettings {
    fn default() -> Self {
        WarningSettings { days: None, red: 70.0, amber: 40.0 }
    }
}

/// What customers buy next is counted by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct CrossSellSettings {
    /// Categories or products. `None`, or what the file has not: categories where there are some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<ItemKind>,
    /// Customers that a rule stands on at least, from 1. `None`: 1 % of all with a known item, 10 at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_customers: Option<u32>,
    /// Items that are none: postage, gift wrapping.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
}

/// Customers with one value of a column on the last day in the file, so that an earlier as-of date is of the same people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Only {
    /// Name of the column.
    pub column: String,
    /// How a customer's cells became one. `None`: the first way that the column has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// The value, as the exports write it.
    pub value: String,
}

/// The settings document. Saved and restored by the page, the element and the command line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(hashmap_as_object))]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Version of this document.
    pub version: u32,
    /// Roles a person has given to columns. Roles not named here are found out from the file.
    pub mapping: Mapping,
    /// Roles that a person has taken away from the proposal: no column plays them.
    pub without: Vec<Role>,
    /// Columns of a customer table whose sum plays a role: the money spent, the number of orders. `None`: as their names
    /// suggest. Empty: no columns are added up.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Partial<Record<Role, string[]>>"))]
    pub sums: Option<BTreeMap<Role, Vec<String>>>,
    /// Names of columns without a role that are carried to the customers. `None`: of a customer table all that tell customers
    /// apart, of an order file none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Vec<String>>,
    /// How to read the file.
    pub formats: Formats,
    /// How to read the files beside the first one, by file name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, FileSettings>,
    /// Name of the sheet that a person has chosen in a workbook. Kept for whoever opens workbooks; the engine reads text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The report uses rows up to and including this day. `None`: the last day in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// The customers that the report is of. `None`: all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only: Option<Only>,
    /// Weights of the value index.
    pub weights: Weights,
    /// Comparisons of pairs that the weights come from instead ([`crate::value::ahp`]): none, three or six, each from 1/9
    /// to 9.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub comparisons: Vec<f64>,
    /// Margin, discount and horizon of the value to come.
    pub value: ValueSettings,
    /// Where the tiers are cut.
    pub tiers: TierCuts,
    /// The tiers as the levels of a programme.
    pub programme: Programme,
    /// Thresholds of the views by rule.
    pub segments: SegmentRules,
    /// The trade whose template a person took. What it set is in the other settings, and may have been changed since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template: Option<Template>,
    /// The early warning.
    pub warning: WarningSettings,
    /// What customers buy next.
    pub cross_sell: CrossSellSettings,
    /// What a person wants indicators to reach, in their own unit: 0.4 is 40 %.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Partial<Record<KpiId, number>>"))]
    pub targets: BTreeMap<KpiId, f64>,
    /// Segments of one's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own_segments: Vec<OwnSegment>,
    /// What a person wants to reach: findings that serve it come first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<Goal>,
    /// Plays in a person's own words, by segment, or by segment, stage, tier and cause with dots between. No number depends on them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
    pub plays: BTreeMap<String, String>,
    /// A budget, and what a person assumes of it.
    #[serde(skip_serializing_if = "is_default")]
    pub budget: BudgetSettings,
    /// Number of clusters, 2 to 8. `None`: chosen by silhouette.
    /// Number of clusters, 2 to 8. `None`: chosen by silhouette, and by how well they come again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clusters: Option<u32>,
    /// What customers are clustered by, by the keys of [`crate::segments::features`]; keys that a file does not have are left
    /// alone. `None`: what fits the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub features: Option<Vec<String>>,
    /// Whether value models are fitted. Without them the report comes sooner and says nothing of the future.
    pub models: bool,
}

/// Whether a person has left something as it was.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            version: VERSION,
            mapping: Mapping::new(),
            without: Vec::new(),
            sums: None,
            attributes: None,
            formats: Formats::default(),
            files: BTreeMap::new(),
            sheet: None,
            as_of: None,
            only: None,
            weights: Weights::default(),
            comparisons: Vec::new(),
            value: ValueSettings::default(),
            tiers: TierCuts::default(),
            programme: Programme::default(),
            segments: SegmentRules::default(),
            template: None,
            warning: WarningSettings::default(),
            cross_sell: CrossSellSettings::default(),
            targets: BTreeMap::new(),
            own_segments: Vec::new(),
            goal: None,
            plays: BTreeMap::new(),
            budget: BudgetSettings::default(),
            clusters: None,
            features: None,
            models: true,
        }
    }
}

impl Settings {
    /// The settings that one of the files beside the first is read with.
    pub fn of_file(&self, name: &str) -> Settings {
        let FileSettings { mapping, without, formats } = self.files.get(name).cloned().unwrap_or_default();
        Settings { mapping, without, formats, ..Settings::default() }
    }

    /// Refuses settings that the engine can't work with.
    ///
    /// # Errors
    ///
    /// [`Code::SettingsTooNew`] for a later document version, [`Code::BadSetting`] with the name of the setting that
    /// is out of range.
    pub fn check(&self) -> Result<()> {
        let bad = |name: &str| Err(Error::new(Code::BadSetting).value(name));
        if self.version > VERSION {
            return Err(Error::new(Code::SettingsTooNew));
        }
        let weights = IndexPart::ALL.map(|part| self.weights.of(part));
        if weights.iter().any(|w| !w.is_finite() || *w < 0.0) || weights.iter().sum::<f64>() <= 0.0 {
            return bad("weights");
        }
        let scale = 1.0 / 9.01..=9.01;
        if !self.comparisons.is_empty()
            && (ahp::parts(self.comparisons.len()).is_none()
                || self.comparisons.iter().any(|c| !scale.contains(c)))
        {
            return bad("comparisons");
        }
        let ValueSettings { margin, discount_per_year, months } = self.value;
        if margin.is_some_and(|m| !(0.0..=1.0).contains(&m))
            || !(0.0..=1.0).contains(&discount_per_year)
            || !(1..=60).contains(&months)
        {
            return bad("value");
        }
        let TierCuts { high, medium, potential, money: [most, less], keep, .. } = self.tiers;
        // A hair more, so that 0.8 + 0.2 is no more than all.
        if [high, medium, potential].iter().any(|s| !(0.0..=1.0).contains(s)) || high + medium > 1.0 + 1e-9 {
            return bad("tiers");
        }
        if !(most >= less && most.is_finite() && less.is_finite()) {
            return bad("tiers.money");
        }
        if !(0.5..=1.0).contains(&keep) {
            return bad("tiers.keep");
        }
        if !self.programme.sound() {
            return bad("programme");
        }
        if let Some(fault) = self.segments.fault() {
            return bad(fault);
        }
        let WarningSettings { days, red, amber } = self.warning;
        if days.is_some_and(|d| !(7..=365).contains(&d)) || !(0.0..=red).contains(&amber) || red > 100.0 {
            return bad("warning");
        }
        if self.cross_sell.min_customers == Some(0) {
            return bad("cross_sell");
        }
        if self.targets.values().any(|target| !target.is_finite()) {
            return bad("targets");
        }
        if self.own_segments.len() > own::MOST_SEGMENTS
            || !self.own_segments.iter().all(OwnSegment::is_complete)
        {
            return bad("own_segments");
        }
        if self.plays.len() > MOST_PLAYS || self.plays.values().any(|words| words.len() > LONGEST_PLAY) {
            return bad("plays");
        }
        if !self.budget.fits() {
            return bad("budget");
        }
        if self.clusters.is_some_and(|k| !(2..=8).contains(&k)) {
            return bad("clusters");
        }
        Ok(())
    }
}
