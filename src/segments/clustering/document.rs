//! What the clusters are, as one document: made when it is asked for, no part of the report.

use serde::Serialize;

use crate::customers::Measure;
use crate::segments::features::{FeatureId, FeatureRefusal, FeatureUnit};
use crate::settings::Role;
use crate::units::Total;

/// Version of the document.
pub const VERSION: u32 = 1;

/// Whether there are groups in the data at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Structure {
    /// Groups that data without groups would not show, and that come again when the customers are drawn anew.
    Clear,
    /// A little more than data without groups would show, or groups that do not always come again.
    Weak,
    /// No more than data without groups would show: the groups cut through what flows.
    Absent,
    /// Too few different customers to group.
    TooFew,
    /// No feature is switched on that could be used.
    NoFeatures,
}

/// The clusters of a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Clustering {
    /// Version of this document.
    pub version: u32,
    /// Customers that were grouped: those with an order, but the one-time buyers where they are a group of their own.
    pub customers: u64,
    /// Whether one-time buyers are a group of their own, by rule: its id is one higher than the last cluster's.
    pub one_time: bool,
    /// Whether there are groups.
    pub structure: Structure,
    /// How many clusters; 0 without any.
    pub k: u32,
    /// Whether a person has chosen their number.
    pub chosen_by_person: bool,
    /// Whether a person has chosen the features.
    pub features_by_person: bool,
    /// Mean silhouette of these clusters.
    pub silhouette: f64,
    /// Customers the silhouette and the stability are computed on.
    pub silhouette_n: u64,
    /// The highest silhouette of as many groups in data of the same spread without groups.
    pub reference: f64,
    /// Every number of clusters that was tried.
    pub tried: Vec<TriedCount>,
    /// Customers that the centres are fitted on, evenly spread; all others are given to the nearest centre.
    pub fitted_n: u64,
    /// Everything known of the customers, used or not.
    pub features: Vec<FeatureState>,
    /// The clusters, highest mean net money first; then the one-time buyers.
    pub members: Vec<Cluster>,
    /// Customers that medians and effects are computed on.
    pub described_n: u64,
    /// Customers on a plane.
    pub map: ClusterMap,
    /// How well the rules of the members tell the clusters apart. Absent without clusters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tree: Option<TreeScore>,
}

/// A number of clusters that was tried.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TriedCount {
    /// How many.
    pub k: u32,
    /// Mean silhouette.
    pub silhouette: f64,
    /// The highest silhouette of as many groups in data without groups.
    pub reference: f64,
    /// Mean bootstrap Jaccard index of the clusters.
    pub jaccard: f64,
    /// That of the cluster that comes again least.
    pub jaccard_least: f64,
    /// Mean adjusted Rand index between the best start and the others.
    pub agreement: f64,
}

/// A feature and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct FeatureState {
    /// Its name in the settings.
    pub key: String,
    /// What it is.
    pub id: FeatureId,
    /// What its numbers are.
    pub unit: FeatureUnit,
    /// Name of the column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Role of the column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// How the cells of a customer's rows became one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// Whether the clusters are made of it.
    pub used: bool,
    /// Why it can't be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<FeatureRefusal>,
    /// Taken as ln(1 + value).
    pub log: bool,
    /// Skewness.
    pub skew: f64,
    /// Skewness of the logarithms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skew_after: Option<f64>,
    /// Customers without a value.
    pub missing: u64,
    /// What a missing number was taken as: the median.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filled: Option<f64>,
    /// Customers whose number was capped at four standard deviations from the mean.
    pub capped: u64,
    /// Words with an indicator of their own.
    pub words: u32,
    /// 5th, 50th and 95th percentile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantiles: Option<[f64; 3]>,
}

/// A cluster.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Cluster {
    /// From 1.
    pub id: u32,
    /// The one-time buyers, a group by rule.
    pub one_time: bool,
    /// Customers.
    pub customers: u64,
    /// Share of the customers with an order.
    pub share_customers: f64,
    /// Net money.
    pub net: Total,
    /// Share of the net money.
    pub share_net: f64,
    /// Mean bootstrap Jaccard index. Absent for the one-time buyers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jaccard: Option<f64>,
    /// What it is called by: its most distinguishing features in use, none for a cluster in the middle of everything.
    pub name: Vec<Trait>,
    /// The three most distinguishing features in use, first the one that distinguishes most.
    pub traits: Vec<Trait>,
    /// Features that are not in use and distinguish it all the same, at most three.
    pub beside: Vec<Trait>,
    /// Its middle, feature by feature.
    pub profile: Vec<ProfilePoint>,
    /// Who is in it, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
}

/// What distinguishes a cluster from the customers of all others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Trait {
    /// Place of the feature in the list.
    pub feature: u32,
    /// Higher, or more often, than the others.
    pub high: bool,
    /// Standardised difference of the means (Cohen's d), on the scale of the feature; of a word Cohen's h of the two shares.
    pub effect: f64,
    /// Median here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Median of the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub others: Option<f64>,
    /// The word; empty where none is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Share with the word here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// Share with the word among the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share_others: Option<f64>,
}

/// The middle of a cluster on one feature.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ProfilePoint {
    /// Place of the feature in the list.
    pub feature: u32,
    /// Median, of a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median: Option<f64>,
    /// The word of most; empty where none is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Share of all customers with at most the median, the half of equal ones; of words the share with the word that is most
    /// frequent among all.
    pub position: f64,
}

/// Who is in a cluster: all conditions hold.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Rule {
    /// The conditions.
    pub conditions: Vec<Condition>,
    /// Customers whom it fits.
    pub customers: u64,
    /// Share of them who are in the cluster.
    pub precision: f64,
    /// Share of the cluster whom it fits.
    pub recall: f64,
}

/// A condition on one feature.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Condition {
    /// Place of the feature in the list.
    pub feature: u32,
    /// More than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<f64>,
    /// At most this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub up_to: Option<f64>,
    /// This word; empty where none is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<String>,
    /// None of these words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub is_not: Vec<String>,
}

/// How good the rules are.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TreeScore {
    /// Share of the grouped customers whose cluster the tree finds.
    pub accuracy: f64,
    /// Share of the largest cluster: what guessing would find.
    pub largest: f64,
    /// Customers it was grown on; measured on all.
    pub grown_n: u64,
}

/// Customers on the two longest axes of the features: parallel columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ClusterMap {
    /// Share of the variance that the two axes hold.
    pub explained: f64,
    /// For each axis the features that it is made of most: place in the list, and part from -1 to 1.
    pub made_of: Vec<Vec<(u32, f64)>>,
    /// Along the longest axis, in standard deviations.
    pub x: Vec<f64>,
    /// Along the second.
    pub y: Vec<f64>,
    /// The cluster.
    pub cluster: Vec<u32>,
}
