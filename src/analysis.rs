//! All stages after the ledger, in their order, and everything they found.
//!
//! The report, the customer table and the exports are read off an [`Analysis`]; none of them computes anything that
//! another stage should have.

use std::sync::OnceLock;

use crate::advice::cross_sell::Affinity;
use crate::customers::Customers;
use crate::error::{Code, Error, Result};
use crate::report::{Abc, Gate, IndexPart, Nes, SegmentId, Sensitivity, Stage, ValueTier};
use crate::segments::eight_types::EightTypes;
use crate::segments::rules::SegmentRules;
use crate::segments::{abc, choose, eight_types, gate, lifecycle, named, nes};
use crate::settings::{Programme, Settings, TierCuts, ValueSettings, Weights};
use crate::tiers::{self, TierList};
use crate::value::ahp;
use crate::value::index::Ranks;
use crate::value::interval::Weeks;
use crate::value::models::{Models, Options, value_customers, value_summary};
use crate::value::rfm::{self, Scores};
use crate::warning::Warning;

/// What every stage found, customer by customer.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// All customers.
    pub customers: Customers,
    /// Those with an order: the rows of everything below.
    pub buyers: Vec<u32>,
    /// For each customer the place among the buyers, or `u32::MAX`.
    pub place: Vec<u32>,
    /// Recency, frequency and money scores.
    pub scores: Option<Scores>,
    /// Named segment of each buyer, and from where being overdue moved it. Empty without scores.
    pub named: Vec<(SegmentId, Option<SegmentId>)>,
    /// Stage of each buyer.
    pub stages: Vec<Option<Stage>>,
    /// NES state of each buyer.
    pub nes: Vec<Option<Nes>>,
    /// Eight types of each buyer.
    pub eight_types: Option<EightTypes>,
    /// Class of each buyer by revenue.
    pub abc: Vec<Abc>,
    /// The simpler view that the data carry.
    pub gate: Option<Gate>,
    /// k-means groups.
    pub grouping: Option<choose::Grouping>,
    /// Cluster of each buyer as the clusters on demand have it ([`crate::segments::clustering`]), 0 for none. `None`
    /// until they are asked for.
    pub clusters: Option<Vec<u8>>,
    /// Value index of each buyer.
    pub index: Vec<f64>,
    /// The parts of it that are known.
    pub parts: Vec<IndexPart>,
    /// The index before it is weighed.
    ranks: Ranks,
    /// Tiers of each buyer.
    pub tiers: TierList,
    /// Who would change tier under other weights.
    pub sensitivity: Vec<Sensitivity>,
    /// Value models, with what they expect of every customer. `None` for a customer table without
    /// first and last orders.
    pub models: Option<Models>,
    /// What the models expect of the months ahead, kept once the report has asked for it.
    pub(crate) weeks: OnceLock<Weeks>,
    /// Who may not come back. `None` where models are switched off.
    pub warning: Option<Warning>,
    /// What buyers have bought and what is next; found when it is first asked for.
    pub affinity: OnceLock<Affinity>,
    /// How far comparisons of pairs contradict each other, where the weights come from some.
    pub consistency_ratio: Option<f64>,
    /// The settings it was made with; the weights are those that comparisons came to.
    pub settings: Settings,
}

impl Analysis {
    /// Runs every stage. `before` is the tier of each customer on the review day, or empty.
    ///
    /// # Errors
    ///
    /// The settings are out of range, or nobody has a row up to the as-of date.
    pub fn new(customers: Customers, settings: &Settings, before: &[Option<ValueTier>]) -> Result<Analysis> {
        Analysis::as_far(customers, settings, before, true)
    }

    /// The same without models, k-means groups and what other weights would change: what can follow a hand on a slider.
    ///
    /// # Errors
    ///
    /// As those of [`Analysis::new`].
    pub fn glance(
        customers: Customers,
        settings: &Settings,
        before: &[Option<ValueTier>],
    ) -> Result<Analysis> {
        Analysis::as_far(customers, settings, before, false)
    }

    /// Whether other settings move cuts only, so that [`Analysis::cut_again`] is enough.
    pub fn only_cuts_move(&self, settings: &Settings) -> bool {
        let without_cuts = |settings: &Settings| Settings {
            mapping: Default::default(),
            weights: Weights::NONE,
            comparisons: Vec::new(),
            tiers: TierCuts::default(),
            programme: Programme::default(),
            segments: Default::default(),
            template: None,
            targets: Default::default(),
            ..settings.clone()
        };
        let as_of = self.settings.as_of;
        // No day is the last one, which only a report without a day is sure to be of.
        let same_day =
            settings.as_of == as_of || (settings.as_of.is_some() && settings.as_of == self.customers.as_of);
        same_day && without_cuts(&Settings { as_of, ..settings.clone() }) == without_cuts(&self.settings)
    }

    /// Groups and tiers by other cuts, weights and thresholds of the same customers. Models, k-means groups and the warning know
    /// nothing of those and stay.
    ///
    /// # Errors
    ///
    /// The settings are out of range.
    pub fn cut_again(
        &mut self,
        settings: &Settings,
        before: &[Option<ValueTier>],
        whole: bool,
    ) -> Result<()> {
        settings.check()?;
        let segments = self.settings.segments;
        self.settings = settings.clone();
        let compared = ahp::priorities(&settings.comparisons);
        self.consistency_ratio = compared.map(|compared| compared.consistency_ratio);
        if let Some(compared) = compared {
            self.settings.weights = compared.weights;
        }
        self.name(Some(&segments));
        self.rate(before, whole);
        Ok(())
    }

    fn as_far(
        customers: Customers,
        settings: &Settings,
        before: &[Option<ValueTier>],
        whole: bool,
    ) -> Result<Analysis> {
        settings.check()?;
        let mut settings = settings.clone();
        let compared = ahp::priorities(&settings.comparisons);
        if let Some(compared) = compared {
            settings.weights = compared.weights;
        }
        if !customers.present.iter().any(|&p| p) {
            let day = customers.as_of.map(|d| d.to_string()).unwrap_or_default();
            return Err(Error::new(Code::AsOfTooEarly).value(day));
        }
        let buyers = customers.buyers();
        let mut place = vec![u32::MAX; customers.len()];
        for (p, &i) in buyers.iter().enumerate() {
            place[i as usize] = p as u32;
        }
        let grouping = if whole { choose::group(&customers, &buyers, settings.clusters) } else { None };
        let ranks = Ranks::new(&customers, &buyers);
        let ValueSettings { margin, discount_per_year, months } = settings.value;
        let options = Options { months, discount_per_year, margin, ..Options::default() };
        let models = match customers.as_of {
            _ if !settings.models || !whole => None,
            Some(as_of) if !customers.days.days.is_empty() => {
                Some(value_customers(&customers.days.purchases(), as_of, &options))
            }
            _ => customers.summed_up().map(|past| value_summary(past, customers.len(), &options)),
        };
        let warning = (settings.models && whole)
            .then(|| Warning::new(&customers, &buyers, models.as_ref(), &settings.warning));
        let mut analysis = Analysis {
            gate: gate::gate(&customers, &buyers),
            customers,
            buyers,
            place,
            scores: None,
            named: Vec::new(),
            stages: Vec::new(),
            nes: Vec::new(),
            eight_types: None,
            abc: Vec::new(),
            grouping,
            clusters: None,
            index: Vec::new(),
            parts: ranks.parts(),
            ranks,
            tiers: TierList::default(),
            sensitivity: Vec::new(),
            models,
            weeks: OnceLock::new(),
            warning,
            affinity: OnceLock::new(),
            consistency_ratio: compared.map(|compared| compared.consistency_ratio),
            settings,
        };
        analysis.name(None);
        analysis.rate(before, whole);
        Ok(analysis)
    }

    /// The views by rule, as far as their thresholds are not those that they were made by.
    fn name(&mut self, made_by: Option<&SegmentRules>) {
        let (customers, buyers, rules) = (&self.customers, &self.buyers, self.settings.segments);
        let each = || buyers.iter().map(|&i| i as usize);
        if made_by.is_none_or(|was| was.scores != rules.scores) {
            let scores = rfm::score(customers, buyers, rules.scores.as_ref());
            let codes = scores.iter().flat_map(|s| &s.rfm);
            self.named =
                codes.zip(each()).map(|(&code, i)| named::segment(code, customers.overdue(i))).collect();
            self.scores = scores;
        }
        let cycles = |rules: &SegmentRules| (rules.cycle_days, rules.stages);
        if made_by.is_none_or(|was| cycles(was) != cycles(&rules)) {
            self.stages = each().map(|i| lifecycle::stage(customers, i, &rules)).collect();
            // It depends on the stages.
            self.tiers.potential_value = Vec::new();
        }
        self.nes = each().map(|i| nes::state(customers, i, &rules)).collect();
        if made_by.is_none_or(|was| was.eight != rules.eight) {
            self.eight_types =
                eight_types::types(customers, buyers, &rules.eight).filter(|_| customers.orders_known);
        }
        if made_by.is_none_or(|was| was.abc != rules.abc) {
            let net: Vec<i128> = each().map(|i| customers.net(i).0).collect();
            self.abc = abc::classes(&net, rules.abc).0;
        }
    }

    /// The value index, and the tiers by it.
    fn rate(&mut self, before: &[Option<ValueTier>], whole: bool) {
        let Analysis { customers, buyers, settings, ranks, .. } = self;
        self.index = ranks.index(&settings.weights);
        let room = std::mem::take(&mut self.tiers.potential_value);
        let alive: Vec<Option<f64>> = match self.models.as_ref().filter(|m| m.chosen.is_some()) {
            Some(models) if room.is_empty() => {
                buyers.iter().map(|&i| models.columns.p_alive[i as usize]).collect()
            }
            _ => Vec::new(),
        };
        let before: Vec<Option<ValueTier>> = match before {
            [] => Vec::new(),
            _ => buyers.iter().map(|&i| before.get(i as usize).copied().flatten()).collect(),
        };
        let standing =
            tiers::Standing { index: &self.index, stages: &self.stages, alive: &alive, before: &before };
        self.tiers = tiers::tiers(customers, buyers, &standing, room, &settings.tiers);
        self.sensitivity = Vec::new();
        if whole {
            let net: Vec<i128> = buyers.iter().map(|&i| customers.net(i as usize).0).collect();
            self.sensitivity = tiers::sensitivity(ranks, &net, settings, &self.index);
        }
    }

    /// Net spend of the buyer at place `p`, in millionths.
    pub fn net(&self, p: usize) -> i128 {
        self.customers.net(self.buyers[p] as usize).0
    }

    /// The better tier whose keep-threshold the buyer at place `p` reaches without being in it.
    pub fn on_the_line(&self, p: usize) -> Option<ValueTier> {
        let measure = self.tiers.cuts.measure(*self.index.get(p)?, self.net(p));
        let tier = self.tiers.value.get(p)?;
        self.tiers.cuts.on_the_line(measure).filter(|line| line < tier)
    }
}
