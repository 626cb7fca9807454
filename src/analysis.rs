//! All stages after the ledger, in their order, and everything they found.
//!
//! The report, the customer table and the exports are read off an [`Analysis`]; none of them computes anything that
//! another stage should have.

use std::cell::OnceCell;

use crate::advice::cross_sell::Affinity;
use crate::customers::Customers;
use crate::error::{Code, Error, Result};
use crate::report::{IndexPart, Nes, SegmentId, Sensitivity, Stage};
use crate::segments::{choose, eight_types, lifecycle, named, nes};
use crate::settings::{Settings, ValueSettings};
use crate::tiers::{self, TierList};
use crate::value::ahp;
use crate::value::index::Ranks;
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
    pub eight_types: Option<Vec<[bool; 3]>>,
    /// k-means groups.
    pub grouping: Option<choose::Grouping>,
    /// Value index of each buyer.
    pub index: Vec<f64>,
    /// The parts of it that are known.
    pub parts: Vec<IndexPart>,
    /// Tiers of each buyer.
    pub tiers: TierList,
    /// Who would change tier under other weights.
    pub sensitivity: Vec<Sensitivity>,
    /// Value models, with what they expect of every customer. `None` for a customer table without
    /// first and last orders.
    pub models: Option<Models>,
    /// Who may not come back. `None` where models are switched off.
    pub warning: Option<Warning>,
    /// What buyers have bought and what is next; found when it is first asked for.
    pub affinity: OnceCell<Affinity>,
    /// How far comparisons of pairs contradict each other, where the weights come from some.
    pub consistency_ratio: Option<f64>,
    /// The settings it was made with; the weights are those that comparisons came to.
    pub settings: Settings,
}

impl Analysis {
    /// Runs every stage.
    ///
    /// # Errors
    ///
    /// The settings are out of range, or nobody has a row up to the as-of date.
    pub fn new(customers: Customers, settings: &Settings) -> Result<Analysis> {
        Analysis::as_far(customers, settings, true)
    }

    /// The same without models, k-means groups and what other weights would change: what can follow a hand on a slider.
    ///
    /// # Errors
    ///
    /// As those of [`Analysis::new`].
    pub fn glance(customers: Customers, settings: &Settings) -> Result<Analysis> {
        Analysis::as_far(customers, settings, false)
    }

    fn as_far(customers: Customers, settings: &Settings, whole: bool) -> Result<Analysis> {
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
        let scores = rfm::score(&customers, &buyers);
        let named = scores
            .iter()
            .flat_map(|s| &s.rfm)
            .zip(&buyers)
            .map(|(&code, &i)| named::segment(code, customers.overdue(i as usize)));
        let named = named.collect();
        let stages: Vec<Option<Stage>> =
            buyers.iter().map(|&i| lifecycle::stage(&customers, i as usize)).collect();
        let nes = buyers.iter().map(|&i| nes::state(&customers, i as usize)).collect();
        let eight_types = eight_types::types(&customers, &buyers).filter(|_| customers.orders_known);
        let grouping = if whole { choose::group(&customers, &buyers, settings.clusters) } else { None };
        let ranks = Ranks::new(&customers, &buyers);
        let index = ranks.index(&settings.weights);
        let ValueSettings { margin, discount_per_year, months } = settings.value;
        let options = Options { months, discount_per_year, margin, ..Options::default() };
        let models = match customers.as_of {
            _ if !settings.models || !whole => None,
            Some(as_of) if !customers.days.days.is_empty() => {
                Some(value_customers(&customers.days.purchases(), as_of, &options))
            }
            _ => customers.summed_up().map(|past| value_summary(past, customers.len(), &options)),
        };
        let alive: Vec<Option<f64>> = match models.as_ref().filter(|m| m.chosen.is_some()) {
            Some(models) => buyers.iter().map(|&i| models.columns.p_alive[i as usize]).collect(),
            None => Vec::new(),
        };
        let tiers = tiers::tiers(&customers, &buyers, &index, &stages, &alive, &settings.tiers);
        let sensitivity =
            if whole { tiers::sensitivity(&ranks, &settings, &tiers.value) } else { Vec::new() };
        let warning = (settings.models && whole)
            .then(|| Warning::new(&customers, &buyers, models.as_ref(), &settings.warning));
        Ok(Analysis {
            customers,
            buyers,
            place,
            scores,
            named,
            stages,
            nes,
            eight_types,
            grouping,
            index,
            parts: ranks.parts(),
            tiers,
            sensitivity,
            models,
            warning,
            affinity: OnceCell::new(),
            consistency_ratio: compared.map(|compared| compared.consistency_ratio),
            settings,
        })
    }

    /// Net spend of the buyer at place `p`, in millionths.
    pub fn net(&self, p: usize) -> i128 {
        self.customers.net(self.buyers[p] as usize).0
    }
}
