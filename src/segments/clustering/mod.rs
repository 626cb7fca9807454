//! Clusters worth having: k-means over whatever is known of the customers, with what it takes to trust, name and explain
//! them.
//!
//! Takes an [`Analysis`]; gives a [`Clustering`] and the cluster of each buyer. It is made when it is asked for; the report
//! has quick groups over recency, frequency and money of its own ([`super::choose`]).
//!
//! ```text
//! buyers ─▶ one-time buyers aside ─▶ features ─▶ k = 3…8 on a sample ─▶ silhouette, stability, reference ─▶ k
//!                                                        all customers ◀─ nearest centre ◀──────────────────┘
//!        names · effects · profile · map · tree ◀─┘
//! ```
//!
//! One-time buyers (exactly one order) are a group by rule where orders are known and they are a tenth or more: they lie on
//! a plane that any clustering finds first and learns nothing from.
//!
//! Of the numbers of clusters whose least stable cluster has a bootstrap Jaccard index of [`TRUSTED`] or more, the one with
//! the highest silhouette is taken; where there is none, the one with the highest product of silhouette and mean index.

mod document;
mod map;
mod profile;
pub mod space;
mod stability;
mod tree;

pub use document::*;
pub use tree::round_between;

use crate::analysis::Analysis;
use crate::order;
use crate::segments::features::{self, Encoding, Feature, FeatureId};
use crate::units::Total;
use space::{Fit, Points};
use stability::References;

/// Numbers of clusters that are tried.
const TRIED: std::ops::RangeInclusive<usize> = 3..=8;
/// Customers the clusters are fitted on at most.
pub const FIT_SAMPLE: usize = 2_500;
/// Customers that silhouette and stability are computed on at most.
pub const JUDGED: usize = 1_000;
/// Starts of k-means.
const SEEDS: u64 = 6;
/// Share of one-time buyers from which they are a group of their own.
const MANY_ONE_TIME: f64 = 0.1;
/// Bootstrap Jaccard index below which a cluster should not be trusted (Hennig 2007).
const TRUSTED: f64 = 0.6;
/// That from which it is stable.
const STABLE: f64 = 0.75;
/// By how much the silhouette is above that of data without groups where there are clear groups, and where there may be.
const ABOVE: [f64; 2] = [0.05, 0.015];
/// Different values up to which the values of a number fall in heaps by themselves.
const HEAPS: usize = 12;
/// Customers on the map at most.
const MAPPED: usize = 1_500;
/// Customers assigned at a time.
const BLOCK: usize = 4_096;

/// What was clustered, for the stages that explain it.
struct Clustered<'a> {
    analysis: &'a Analysis,
    features: Vec<Feature<'a>>,
    encodings: Vec<Encoding>,
    used: Vec<usize>,
    /// Places among the buyers that were grouped.
    grouped: Vec<u32>,
    /// The others, where one-time buyers are a group.
    one_time: Vec<u32>,
}

/// A number of clusters and how they did.
struct Candidate {
    fit: Fit,
    silhouette: f64,
    reference: f64,
    jaccard: Vec<f64>,
    agreement: f64,
}

impl Candidate {
    fn k(&self) -> usize {
        self.fit.centres.len()
    }

    fn mean(&self) -> f64 {
        self.jaccard.iter().fold(0.0, |a, b| a + b) / self.jaccard.len().max(1) as f64
    }

    fn least(&self) -> f64 {
        self.jaccard.iter().copied().fold(1.0, f64::min)
    }

    fn structure(&self) -> Structure {
        let above = self.silhouette - self.reference;
        if above > ABOVE[0] && self.mean() >= STABLE {
            Structure::Clear
        } else if above > ABOVE[1] && self.mean() >= TRUSTED {
            Structure::Weak
        } else {
            Structure::Absent
        }
    }
}

/// The clusters of the buyers: the document, and for each buyer the id of the cluster, 0 for none.
pub fn clusters(analysis: &Analysis) -> (Clustering, Vec<u8>) {
    let customers = &analysis.customers;
    let settings = &analysis.settings;
    let all = 0..analysis.buyers.len() as u32;
    let once =
        |p: &u32| customers.orders_known && customers.orders[analysis.buyers[*p as usize] as usize] == 1;
    let (mut one_time, mut grouped): (Vec<u32>, Vec<u32>) = all.clone().partition(once);
    if (one_time.len() as f64) < MANY_ONE_TIME * analysis.buyers.len() as f64 || grouped.is_empty() {
        (one_time, grouped) = (Vec::new(), all.collect());
    }
    let rows: Vec<u32> = grouped.iter().map(|&p| analysis.buyers[p as usize]).collect();
    let features = features::known(customers);
    let orders = !customers.days.days.is_empty();
    let rfm = [FeatureId::Recency, FeatureId::Frequency, FeatureId::Monetary];
    let encodings: Vec<Encoding> =
        features.iter().map(|f| Encoding::new(f, &rows, orders && rfm.contains(&f.id))).collect();
    let used = features::used(&features, &encodings, &rows, settings.features.as_ref());
    let clustered = Clustered { analysis, features, encodings, used, grouped, one_time };
    let fitted = clustered.points(&space::spread(rows.len(), FIT_SAMPLE));
    let candidates = clustered.candidates(&fitted, settings.clusters.map(|k| k as usize));
    let chosen = choose(&candidates, settings.clusters.map(|k| k as usize));
    clustered.document(&candidates, chosen)
}

/// The candidate that is taken.
fn choose(candidates: &[Candidate], wanted: Option<usize>) -> Option<&Candidate> {
    let best = |of: &dyn Fn(&Candidate) -> f64| {
        candidates.iter().reduce(|best, next| if of(next) > of(best) { next } else { best })
    };
    let distrusted = |c: &Candidate| if c.least() >= TRUSTED { c.silhouette } else { -1.0 };
    match wanted {
        Some(k) => candidates.iter().find(|candidate| candidate.k() == k),
        None if candidates.iter().any(|c| c.least() >= TRUSTED) => best(&distrusted),
        None => best(&|c| c.silhouette * c.mean()),
    }
}

/// Figures that come out of smartcore's linear algebra, without the last digits, in which machines may differ.
fn rounded(value: f64) -> f64 {
    libm::round(value * 1e6) / 1e6 + 0.0
}

impl Clustered<'_> {
    /// Number of the customer at a place among the grouped.
    fn customer(&self, at: usize) -> usize {
        self.analysis.buyers[self.grouped[at] as usize] as usize
    }

    /// The first and the slot behind the last of each used feature.
    fn slots(&self) -> Vec<(usize, usize)> {
        let mut next = 0;
        let each = self.used.iter().map(|&f| {
            let from = next;
            next += self.encodings[f].width();
            (from, next)
        });
        each.collect()
    }

    /// Coordinates of some of the grouped.
    fn points(&self, places: &[usize]) -> Points {
        let slots = self.slots();
        let width = slots.last().map_or(0, |(_, to)| *to);
        let mut values = vec![0.0; places.len() * width];
        if width > 0 {
            for (row, &at) in values.chunks_exact_mut(width).zip(places) {
                let i = self.customer(at);
                for (&f, &(from, to)) in self.used.iter().zip(&slots) {
                    self.encodings[f].encode(&self.features[f], i, &mut row[from..to]);
                }
            }
        }
        Points { width, values }
    }

    /// Every number of clusters that the customers have, with its figures.
    fn candidates(&self, fitted: &Points, wanted: Option<usize>) -> Vec<Candidate> {
        let judged = space::spread(fitted.len(), JUDGED);
        let points = fitted.taken(&judged);
        let slots = self.slots();
        let heaps = self
            .used
            .iter()
            .zip(&slots)
            .filter(|(f, _)| self.features[**f].is_words() || self.encodings[**f].distinct <= HEAPS);
        let heaps: Vec<(usize, usize)> = heaps.map(|(_, slots)| *slots).collect();
        let mut references = None;
        let ks = wanted.into_iter().filter(|k| !TRIED.contains(k)).chain(TRIED);
        let mut candidates = Vec::new();
        for k in ks {
            let mut fits = space::fit(fitted, k, 0..SEEDS);
            if fits.is_empty() {
                continue;
            }
            let agreement = stability::agreement(&fits);
            let fit = fits.swap_remove(0);
            let labels: Vec<u8> = judged.iter().map(|&i| fit.labels[i]).collect();
            let references = references.get_or_insert_with(|| References::new(&points, &heaps));
            candidates.push(Candidate {
                silhouette: space::silhouette(&points, &labels, k),
                reference: rounded(references.silhouette(k)),
                jaccard: stability::jaccard(&points, &labels, k),
                agreement,
                fit,
            });
        }
        candidates
    }

    /// Cluster of each of the grouped, the highest mean net first; and for each cluster its place in the fit.
    fn assigned(&self, fit: &Fit) -> (Vec<u8>, Vec<usize>) {
        let k = fit.centres.len();
        let mut labels = Vec::with_capacity(self.grouped.len());
        let places: Vec<usize> = (0..self.grouped.len()).collect();
        for block in places.chunks(BLOCK) {
            labels.extend(space::assign(&self.points(block), &fit.centres).0);
        }
        let mut sums = vec![(0_i128, 0_i128); k];
        for (at, &label) in labels.iter().enumerate() {
            let sum = &mut sums[usize::from(label)];
            sum.0 += self.analysis.customers.net(self.customer(at)).0;
            sum.1 += 1;
        }
        let mean = |g: usize| sums[g].0 / sums[g].1.max(1);
        let order = order::places(k, &|a, b| mean(b).cmp(&mean(a)).then(a.cmp(&b)));
        let mut rank = vec![0_u8; k];
        for (new, &old) in order.iter().enumerate() {
            rank[old as usize] = new as u8;
        }
        labels.iter_mut().for_each(|label| *label = rank[usize::from(*label)]);
        (labels, order.into_iter().map(|old| old as usize).collect())
    }

    fn document(&self, candidates: &[Candidate], chosen: Option<&Candidate>) -> (Clustering, Vec<u8>) {
        let analysis = self.analysis;
        let (labels, order) = match chosen {
            Some(chosen) => self.assigned(&chosen.fit),
            None => (Vec::new(), Vec::new()),
        };
        let k = order.len();
        let mut of_buyers = vec![0_u8; analysis.buyers.len()];
        for (&p, &label) in self.grouped.iter().zip(&labels) {
            of_buyers[p as usize] = label + 1;
        }
        for &p in &self.one_time {
            of_buyers[p as usize] = k as u8 + 1;
        }
        let described = profile::Described::new(self, &labels, k);
        let (tree, rules) = profile::rules(self, &labels, k);
        let net = |p: usize| analysis.net(p);
        let whole: i128 = (0..of_buyers.len()).map(net).sum();
        let share = |part: f64, all: f64| if all != 0.0 { part / all } else { 0.0 };
        let groups = k + usize::from(!self.one_time.is_empty());
        let members = (0..groups).map(|g| {
            let inside = || (0..of_buyers.len()).filter(|&p| usize::from(of_buyers[p]) == g + 1);
            let (customers, money) = inside().fold((0_u64, 0_i128), |(n, sum), p| (n + 1, sum + net(p)));
            let (traits, beside) = described.traits(g);
            let mut name = traits.clone();
            name.retain(|t| t.effect.abs() >= profile::TELLING);
            Cluster {
                id: g as u32 + 1,
                one_time: g == k,
                customers,
                share_customers: share(customers as f64, analysis.buyers.len() as f64),
                net: Total(money),
                share_net: share(money as f64, whole as f64),
                jaccard: chosen.and_then(|c| c.jaccard.get(*order.get(g)?).copied()),
                name,
                traits,
                beside,
                profile: described.profile(g),
                rule: rules.get(g).cloned().flatten(),
            }
        });
        let members = members.collect();
        let structure = match chosen {
            _ if self.used.is_empty() => Structure::NoFeatures,
            None => Structure::TooFew,
            Some(chosen) => chosen.structure(),
        };
        let tried = candidates.iter().map(|candidate| TriedCount {
            k: candidate.k() as u32,
            silhouette: candidate.silhouette,
            reference: candidate.reference,
            jaccard: candidate.mean(),
            jaccard_least: candidate.least(),
            agreement: candidate.agreement,
        });
        let document = Clustering {
            version: VERSION,
            customers: self.grouped.len() as u64,
            one_time: !self.one_time.is_empty(),
            structure,
            k: k as u32,
            chosen_by_person: analysis.settings.clusters.is_some(),
            features_by_person: analysis.settings.features.is_some(),
            silhouette: chosen.map_or(0.0, |c| c.silhouette),
            silhouette_n: self.grouped.len().min(JUDGED) as u64,
            reference: chosen.map_or(0.0, |c| c.reference),
            tried: tried.collect(),
            fitted_n: self.grouped.len().min(FIT_SAMPLE) as u64,
            features: described.states(),
            members,
            described_n: described.len() as u64,
            map: self.map(&labels),
            tree,
        };
        (document, of_buyers)
    }

    fn map(&self, labels: &[u8]) -> ClusterMap {
        if labels.is_empty() {
            return ClusterMap::default();
        }
        let places = space::spread(self.grouped.len(), MAPPED);
        let points = self.points(&places);
        let axes = map::axes(&points);
        let along = |axis: usize| points.rows().map(|row| rounded(axes.along(axis, row))).collect();
        let slots = self.slots();
        let made_of = axes.axes.iter().take(2).map(|axis| {
            let mut parts: Vec<(u32, f64)> = self
                .used
                .iter()
                .zip(&slots)
                .map(|(&f, &(from, to))| {
                    // The part of a feature of several slots is the length of its parts; its sign says nothing.
                    let part = match axis.direction.get(from..to).unwrap_or_default() {
                        [part] => *part,
                        parts => libm::sqrt(parts.iter().fold(0.0, |sum, part| sum + part * part)),
                    };
                    (f as u32, rounded(part))
                })
                .collect();
            order::by(&mut parts, |a, b| b.1.abs().total_cmp(&a.1.abs()));
            parts.truncate(3);
            parts
        });
        ClusterMap {
            explained: rounded(axes.explained(2)),
            made_of: made_of.collect(),
            x: along(0),
            y: along(1),
            cluster: places.iter().map(|&at| u32::from(labels[at]) + 1).collect(),
        }
    }
}
