//! Report to findings: at most five things a person should hear first, for what they want to reach.
//!
//! | rule | when | money |
//! |---|---|---|
//! | late | customers of the save group | at stake |
//! | core | customers of the protect group | at stake |
//! | grow | customers of the grow group | at stake |
//! | high risk | customers of the high tier at red risk | at stake |
//! | cause | the cause seen with most value at stake | at stake with them |
//! | headroom | customers of the potential tier | up to the upper quarter of their stage |
//! | one customer | one customer brought a tenth of net revenue or more | what they brought |
//! | refunds | 3 % of gross revenue or more was given back | refunds |
//! | one time | fewer than half of the buyers ordered more than once | none |
//! | welcome | else, customers of the welcome group | at stake |
//! | one category | buyers of one category only, where the file has categories | what they brought |
//! | no categories | a person wants cross-selling and the file has none | none |
//!
//! Money at stake is the early warning's; without one, what the customers brought. Those that serve the goal come first, then the
//! most money. What is about the next order has no money of its own yet, and keeps the last place.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::customers::Measure;
use crate::query::CustomerSort;
use crate::report::*;
use crate::segments::named;
use crate::settings::Role;
use crate::units::Total;
use crate::warning::document::{CauseId, RiskBand};

/// Findings at most.
const AT_MOST: usize = 5;
/// From here on one customer is a risk of its own.
const DEPENDENT: f64 = 0.1;
/// From here on refunds are worth a look before anything else.
const MANY_REFUNDS: f64 = 0.03;
/// Below this share of repeat customers, the second order is the question.
const FEW_REPEAT: f64 = 0.5;

/// Declares an enum of identifiers: snake_case in the document, a union of strings in TypeScript.
macro_rules! identifiers {
    ($($item:item)*) => { $(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(rename_all = "snake_case")]
        $item
    )* };
}

identifiers! {
/// What a person wants to reach.
pub enum Goal {
    /// Keep the most valuable customers.
    ProtectVips,
    /// Lose fewer.
    StopChurn,
    /// Make more of those in the middle.
    GrowMiddle,
    /// Spend a budget where it keeps most.
    SplitBudget,
    /// Sell more kinds of goods to the same customers.
    CrossSell,
}

/// Why something is a finding.
pub enum FindingRule {
    /// Customers of the save group.
    Late,
    /// Customers of the protect group.
    Core,
    /// Customers of the grow group.
    Grow,
    /// Customers of the high tier at red risk.
    HighRisk,
    /// The cause seen with most value at stake.
    Cause,
    /// Customers of the potential tier.
    Headroom,
    /// Revenue depends on one customer.
    OneCustomer,
    /// Much was given back.
    Refunds,
    /// Few ordered twice.
    OneTime,
    /// Customers of the welcome group.
    Welcome,
    /// Customers who bought of one category only.
    OneCategory,
    /// The file has no categories.
    NoCategories,
}

/// What the money of a finding is.
pub enum FindingMoney {
    /// Risk × value to come.
    AtStake,
    /// What the customers brought.
    Net,
    /// What is missing to the upper quarter of their stage.
    Headroom,
    /// What was given back.
    Refunds,
}
}

/// One thing to hear first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Finding {
    /// Why it is one.
    pub rule: FindingRule,
    /// It serves the goal of the settings.
    pub for_goal: bool,
    /// The group whose step is the action.
    pub action: ActionId,
    /// The segment that brought most of it: its step comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<SegmentId>,
    /// The cause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<CauseId>,
    /// How many customers.
    pub customers: u64,
    /// Of all buyers.
    pub buyers: u64,
    /// Their share of the buyers' net revenue; of refunds their share of gross revenue.
    pub share: f64,
    /// Median days since their last order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<f64>,
    /// Share of first orders that led to a second within 90 days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<f64>,
    /// The money it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money: Option<Total>,
    /// What that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money_is: Option<FindingMoney>,
    /// Who they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<FindingList>,
}

/// The customers of a finding, as a query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct FindingList {
    /// Action group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<ActionId>,
    /// Value tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_tier: Option<ValueTier>,
    /// Potential tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub potential_tier: Option<PotentialTier>,
    /// Level of the early warning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk_band: Option<RiskBand>,
    /// Cause that is seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<CauseId>,
    /// Sorted by this column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<CustomerSort>,
    /// Highest first.
    pub descending: bool,
}

impl FindingRule {
    /// Whether it serves a goal.
    fn serves(self, goal: Goal) -> bool {
        use FindingRule::*;
        let rules: &[FindingRule] = match goal {
            Goal::ProtectVips => &[Core, HighRisk, OneCustomer],
            Goal::StopChurn => &[Late, HighRisk, Cause],
            Goal::GrowMiddle => &[Grow, Headroom, OneTime, Welcome],
            Goal::SplitBudget => &[Late, Core, Grow],
            Goal::CrossSell => &[OneCategory, NoCategories, Grow],
        };
        rules.contains(&self)
    }
}

/// The findings of a report, the first one first.
pub fn findings(report: &Report, analysis: &Analysis) -> Vec<Finding> {
    let buyers = report.totals.buyers;
    let goal = analysis.settings.goal;
    let kpi = |id: KpiId| report.kpis.iter().find(|kpi| kpi.id == id).and_then(|kpi| kpi.value);
    let second = kpi(KpiId::SecondOrder90);
    let mut found = Vec::new();
    let mut add = |rule, action, size: Size, money, list| {
        found.push(Finding {
            rule,
            for_goal: goal.is_some_and(|goal| FindingRule::serves(rule, goal)),
            action,
            segment: None,
            cause: None,
            customers: size.customers,
            buyers,
            share: size.share,
            days: None,
            second: None,
            money: Option::map(money, |(money, _)| money),
            money_is: Option::map(money, |(_, is)| is),
            list,
        });
        found.len() - 1
    };

    let group = |id: ActionId| report.actions.iter().find(|group| group.id == id && group.customers > 0);
    let mut about = Vec::new();
    let next_order = kpi(KpiId::RepeatRate).filter(|repeat| *repeat < FEW_REPEAT);
    for (rule, id) in [
        (FindingRule::Late, ActionId::Save),
        (FindingRule::Core, ActionId::Protect),
        (FindingRule::Grow, ActionId::Grow),
        (FindingRule::Welcome, ActionId::Welcome),
    ] {
        let Some(action) = group(id).filter(|_| rule != FindingRule::Welcome || next_order.is_none()) else {
            continue;
        };
        let fits = |p: usize| analysis.named.get(p).is_some_and(|(segment, _)| named::action(*segment) == id);
        let money = at_stake(analysis, fits);
        let sort = if money.is_some() { CustomerSort::ValueAtRisk } else { CustomerSort::Net };
        let list =
            FindingList { action: Some(id), sort: Some(sort), descending: true, ..FindingList::default() };
        let size = Size { customers: action.customers, share: action.share_net };
        let place = add(
            rule,
            id,
            size,
            Some(money.map_or((action.net, FindingMoney::Net), |money| (money, FindingMoney::AtStake))),
            Some(list),
        );
        about.push((place, action));
    }
    let vip = |p: usize| {
        let red = analysis.warning.as_ref().and_then(|w| w.band.get(p).copied().flatten());
        red == Some(RiskBand::Red) && analysis.tiers.value.get(p) == Some(&ValueTier::High)
    };
    let size = size(analysis, vip);
    if size.customers > 0 {
        let list = FindingList {
            value_tier: Some(ValueTier::High),
            risk_band: Some(RiskBand::Red),
            sort: Some(CustomerSort::ValueAtRisk),
            descending: true,
            ..FindingList::default()
        };
        let money = at_stake(analysis, vip).map(|money| (money, FindingMoney::AtStake));
        add(FindingRule::HighRisk, ActionId::Save, size, money, Some(list));
    }
    let causes = report.warnings.iter().flat_map(|warnings| &warnings.causes);
    let cause = causes
        .filter(|cause| cause.customers > 0 && cause.id != CauseId::Seasonal)
        .reduce(|a, b| if b.value_at_risk > a.value_at_risk { b } else { a });
    let mut of_cause = None;
    if let Some(cause) = cause {
        let list = FindingList {
            cause: Some(cause.id),
            sort: Some(CustomerSort::ValueAtRisk),
            descending: true,
            ..FindingList::default()
        };
        let size = Size { customers: cause.customers, share: 0.0 };
        let money = (cause.value_at_risk, FindingMoney::AtStake);
        of_cause = Some((add(FindingRule::Cause, ActionId::Save, size, Some(money), Some(list)), cause.id));
    }
    let tier = report.tiers.potential.iter().find(|tier| tier.id == PotentialTier::Potential);
    if let Some(tier) = tier.filter(|tier| tier.customers > 0 && tier.potential.0 > 0) {
        let list = FindingList {
            potential_tier: Some(PotentialTier::Potential),
            sort: Some(CustomerSort::PotentialValue),
            descending: true,
            ..FindingList::default()
        };
        let size = Size { customers: tier.customers, share: tier.share_net };
        let money = (tier.potential, FindingMoney::Headroom);
        add(FindingRule::Headroom, ActionId::Grow, size, Some(money), Some(list));
    }
    let dependence = report.concentration.top_1_customer_share;
    if dependence >= DEPENDENT && buyers > 1 {
        let most = (0..analysis.buyers.len()).map(|p| analysis.net(p)).max().unwrap_or(0);
        let list = FindingList { sort: Some(CustomerSort::Net), descending: true, ..FindingList::default() };
        let size = Size { customers: 1, share: dependence };
        let money = (Total(most), FindingMoney::Net);
        add(FindingRule::OneCustomer, ActionId::Protect, size, Some(money), Some(list));
    }
    if let Some(share) = kpi(KpiId::RefundRate).filter(|rate| *rate >= MANY_REFUNDS) {
        let size = Size { customers: buyers, share };
        let money = (report.totals.refunds, FindingMoney::Refunds);
        add(FindingRule::Refunds, ActionId::Save, size, Some(money), None);
    }
    categories(analysis, goal, &mut add);
    if let Some(repeat) = next_order {
        let size = Size { customers: buyers, share: repeat };
        add(FindingRule::OneTime, ActionId::Welcome, size, None, None);
    }

    for (place, action) in about {
        if let Some(finding) = found.get_mut(place) {
            finding.segment = action.leading;
            finding.days = action.median_recency_days;
        }
    }
    if let Some((finding, id)) = of_cause.and_then(|(place, id)| Some((found.get_mut(place)?, id))) {
        finding.cause = Some(id);
    }
    for finding in &mut found {
        if [FindingRule::Welcome, FindingRule::OneTime].contains(&finding.rule) {
            finding.second = second;
        }
    }
    chosen(found)
}

/// The goal's first, then by money; the next order keeps the last place.
fn chosen(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by_key(|finding| Reverse((finding.for_goal, finding.money)));
    let next = found
        .iter()
        .position(|f| [FindingRule::Welcome, FindingRule::OneTime].contains(&f.rule))
        .filter(|place| *place >= AT_MOST)
        .map(|place| found.remove(place));
    if let Some(next) = next {
        found.insert(AT_MOST - 1, next);
    }
    found.truncate(AT_MOST);
    found
}

/// How many buyers, and their share of net revenue.
#[derive(Clone, Copy)]
struct Size {
    customers: u64,
    share: f64,
}

fn size(analysis: &Analysis, fits: impl Fn(usize) -> bool) -> Size {
    let (mut customers, mut net, mut all) = (0, 0_i128, 0_i128);
    for p in 0..analysis.buyers.len() {
        all += analysis.net(p);
        if fits(p) {
            customers += 1;
            net += analysis.net(p);
        }
    }
    Size { customers, share: if all > 0 { net as f64 / all as f64 } else { 0.0 } }
}

/// Value at stake with some buyers; `None` where no risk is known.
fn at_stake(analysis: &Analysis, fits: impl Fn(usize) -> bool) -> Option<Total> {
    let warning = analysis.warning.as_ref().filter(|w| w.document.source.is_some())?;
    let each = warning.at_risk.iter().enumerate().filter(|(p, _)| fits(*p));
    Some(Total(each.filter_map(|(_, money)| *money).map(|money| money.0).sum()))
}

/// Who bought of one category only.
fn categories(
    analysis: &Analysis,
    goal: Option<Goal>,
    add: &mut impl FnMut(FindingRule, ActionId, Size, Option<(Total, FindingMoney)>, Option<FindingList>) -> usize,
) {
    let kinds = analysis
        .customers
        .attributes
        .iter()
        .find(|a| a.measure == Measure::Distinct && a.column.role == Some(Role::Category));
    let Some(kinds) = kinds else {
        if goal == Some(Goal::CrossSell) {
            let size = Size { customers: 0, share: 0.0 };
            add(FindingRule::NoCategories, ActionId::Grow, size, None, None);
        }
        return;
    };
    let one = |p: usize| {
        let kinds = analysis.buyers.get(p).and_then(|&i| kinds.column.number(i as usize));
        kinds.is_some_and(|kinds| kinds <= 1.0)
    };
    let size = size(analysis, one);
    if size.customers > 0 {
        let net: i128 = (0..analysis.buyers.len()).filter(|&p| one(p)).map(|p| analysis.net(p)).sum();
        add(FindingRule::OneCategory, ActionId::Grow, size, Some((Total(net), FindingMoney::Net)), None);
    }
}
