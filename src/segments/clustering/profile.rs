//! What a cluster is: its middle on every feature, what sets it apart, and the rule that says who is in it.

use super::tree::{Column, Question, REST, Tree};
use super::{Clustered, Condition, FeatureState, ProfilePoint, Rule, Trait, TreeScore, rounded, space};
use crate::customers::quantile;
use crate::order;
use crate::segments::features::{FeatureId, FeatureRefusal};

/// Customers that are described at most.
const DESCRIBED: usize = 20_000;
/// Customers the tree is grown on at most.
const GROWN: usize = 5_000;
/// Traits of a cluster.
const TRAITS: usize = 3;
/// From here on a difference is worth a name: between a small (0.2) and a medium one (0.5) of Cohen's.
pub const TELLING: f64 = 0.35;
/// From here on a feature that is not in use is worth a word.
const BESIDE: f64 = 0.2;

/// A sample of customers, feature by feature.
pub struct Described<'a> {
    clustered: &'a Clustered<'a>,
    /// Customers of each group, the one-time buyers last; and of all groups together.
    groups: Vec<Vec<usize>>,
}

impl<'a> Described<'a> {
    /// A sample of all groups, evenly spread, so that each has its share.
    pub fn new(clustered: &'a Clustered<'a>, labels: &[u8], k: usize) -> Described<'a> {
        let buyers = &clustered.analysis.buyers;
        let all = clustered.grouped.len() + clustered.one_time.len();
        let take = |n: usize| {
            let part = n as f64 / all.max(1) as f64 * DESCRIBED as f64;
            space::spread(n, if all > DESCRIBED { libm::ceil(part) as usize } else { n })
        };
        let mut groups = vec![Vec::new(); k];
        for at in take(labels.len()) {
            groups[usize::from(labels[at])].push(clustered.customer(at));
        }
        if !clustered.one_time.is_empty() {
            let places = take(clustered.one_time.len());
            groups.push(places.iter().map(|&at| buyers[clustered.one_time[at] as usize] as usize).collect());
        }
        Described { clustered, groups }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.groups.iter().map(Vec::len).sum()
    }

    /// Sorted numbers of some customers, without the missing ones.
    fn numbers(&self, f: usize, of: impl Iterator<Item = usize>) -> Vec<f64> {
        let feature = &self.clustered.features[f];
        let mut values: Vec<f64> = of.filter_map(|i| feature.number(i)).filter(|v| v.is_finite()).collect();
        order::floats(&mut values);
        values
    }

    fn everybody(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().flatten().copied()
    }

    /// The features and what became of them.
    pub fn states(&self) -> Vec<FeatureState> {
        let Clustered { features, encodings, used, .. } = self.clustered;
        let each = features.iter().zip(encodings).enumerate().map(|(f, (feature, encoding))| {
            let values = self.numbers(f, self.everybody());
            let at = |share| quantile(&values, share);
            FeatureState {
                key: feature.key(),
                id: feature.id,
                unit: feature.unit,
                column: feature.attribute.map(|attribute| attribute.column.name.clone()),
                role: feature.attribute.and_then(|attribute| attribute.column.role),
                measure: feature.attribute.map(|attribute| attribute.measure),
                used: used.contains(&f),
                refusal: encoding.refusal,
                log: encoding.log,
                skew: encoding.skew,
                skew_after: encoding.skew_after,
                missing: encoding.missing,
                filled: (encoding.missing > 0 && !feature.is_words()).then_some(encoding.filled),
                capped: encoding.capped,
                words: encoding.levels.len() as u32,
                quantiles: (!values.is_empty()).then(|| [at(0.05), at(0.5), at(0.95)]),
            }
        });
        each.collect()
    }

    /// Whether a feature says anything about a group: by rule the number of orders of one-time buyers is known.
    fn tells(&self, f: usize, g: usize) -> bool {
        let one_time = g >= self.clustered.grouped_groups(&self.groups);
        let refused = matches!(
            self.clustered.encodings[f].refusal,
            Some(FeatureRefusal::Constant | FeatureRefusal::TooManyWords | FeatureRefusal::Personal)
        );
        let by_rule = one_time && self.clustered.features[f].id == FeatureId::Frequency;
        !(refused || by_rule)
    }

    /// What sets a group apart: the first features in use, and some that are not.
    pub fn traits(&self, g: usize) -> (Vec<Trait>, Vec<Trait>) {
        let (mut used, mut beside) = (Vec::new(), Vec::new());
        for f in (0..self.clustered.features.len()).filter(|&f| self.tells(f, g)) {
            let found = match self.clustered.features[f].is_words() {
                true => self.word(f, g),
                false => self.difference(f, g),
            };
            if self.clustered.used.contains(&f) {
                used.extend(found);
            } else {
                beside.extend(found.filter(|t| t.effect.abs() >= BESIDE));
            }
        }
        let label =
            |t: &Trait| self.clustered.encodings[t.feature as usize].refusal == Some(FeatureRefusal::Label);
        order::by(&mut used, |a, b| b.effect.abs().total_cmp(&a.effect.abs()));
        // Whether customers left comes first: it is what groups are looked at for.
        order::by(&mut beside, |a, b| {
            label(b).cmp(&label(a)).then_with(|| b.effect.abs().total_cmp(&a.effect.abs()))
        });
        // Columns that say the same of the same customers are said once.
        let mut said: Vec<(f64, Option<f64>)> = Vec::new();
        beside.retain(|t| {
            let new = t.word.is_none() || !said.contains(&(t.effect, t.share));
            said.push((t.effect, t.share));
            new
        });
        used.truncate(TRAITS);
        beside.truncate(TRAITS);
        (used, beside)
    }

    /// Whom a group is compared with: a cluster with the other clusters, the one-time buyers with all of them.
    fn others(&self, g: usize) -> impl Iterator<Item = usize> {
        let clusters = self.clustered.grouped_groups(&self.groups);
        let others = self.groups.iter().take(clusters).enumerate().filter(move |(h, _)| *h != g);
        others.flat_map(|(_, group)| group).copied()
    }

    /// Difference of the means in pooled standard deviations, on the scale of the feature.
    fn difference(&self, f: usize, g: usize) -> Option<Trait> {
        let encoding = &self.clustered.encodings[f];
        let here = self.numbers(f, self.groups[g].iter().copied());
        let there = self.numbers(f, self.others(g));
        // A few values say nothing of a group.
        if 2 * here.len() < self.groups[g].len() || here.is_empty() || there.is_empty() {
            return None;
        }
        let moments = |values: &[f64]| {
            let n = values.len() as f64;
            let mean = values.iter().fold(0.0, |sum, &v| sum + encoding.scale(v)) / n;
            let square = |v: f64| (encoding.scale(v) - mean) * (encoding.scale(v) - mean);
            (n, mean, values.iter().fold(0.0, |sum, &v| sum + square(v)))
        };
        let (a, b) = (moments(&here), moments(&there));
        let pooled = libm::sqrt((a.2 + b.2) / (a.0 + b.0 - 2.0).max(1.0));
        let effect = if pooled > 0.0 { (a.1 - b.1) / pooled } else { 0.0 };
        Some(Trait {
            feature: f as u32,
            high: effect > 0.0,
            effect,
            value: Some(quantile(&here, 0.5)),
            others: Some(quantile(&there, 0.5)),
            word: None,
            share: None,
            share_others: None,
        })
    }

    /// The word whose share differs most from that of the others (Cohen's h).
    fn word(&self, f: usize, g: usize) -> Option<Trait> {
        let feature = &self.clustered.features[f];
        let share = |rows: &mut dyn Iterator<Item = usize>, level: Option<u32>| {
            let (mut all, mut with) = (0_u64, 0_u64);
            for i in rows {
                all += 1;
                with += u64::from(feature.word(i) == level);
            }
            with as f64 / all.max(1) as f64
        };
        let mut best: Option<Trait> = None;
        for &level in &self.clustered.encodings[f].levels {
            let here = share(&mut self.groups[g].iter().copied(), level);
            let there = share(&mut self.others(g), level);
            let effect = 2.0 * (libm::asin(libm::sqrt(here)) - libm::asin(libm::sqrt(there)));
            if best.as_ref().is_none_or(|found| effect.abs() > found.effect.abs()) {
                best = Some(Trait {
                    feature: f as u32,
                    high: effect > 0.0,
                    effect,
                    value: None,
                    others: None,
                    word: Some(feature.text(level).unwrap_or_default()),
                    share: Some(here),
                    share_others: Some(there),
                });
            }
        }
        best
    }

    /// The middle of a group on the features in use.
    pub fn profile(&self, g: usize) -> Vec<ProfilePoint> {
        let group = || self.groups[g].iter().copied();
        let each = self.clustered.used.iter().filter_map(|&f| {
            let feature = &self.clustered.features[f];
            if !feature.is_words() {
                let here = self.numbers(f, group());
                let all = self.numbers(f, self.everybody());
                let median = (!here.is_empty()).then(|| quantile(&here, 0.5))?;
                let (below, up_to) =
                    (all.partition_point(|v| *v < median), all.partition_point(|v| *v <= median));
                let position = (below + up_to) as f64 / (2 * all.len().max(1)) as f64;
                return Some(ProfilePoint { feature: f as u32, median: Some(median), word: None, position });
            }
            let count = |level: Option<u32>| group().filter(|&i| feature.word(i) == level).count();
            let levels = &self.clustered.encodings[f].levels;
            let (first, _) = levels.split_first()?;
            let most = levels.iter().copied().reduce(|a, b| if count(b) > count(a) { b } else { a })?;
            Some(ProfilePoint {
                feature: f as u32,
                median: None,
                word: Some(feature.text(most).unwrap_or_default()),
                position: count(*first) as f64 / self.groups[g].len().max(1) as f64,
            })
        });
        each.collect()
    }
}

impl Clustered<'_> {
    /// How many of the groups are clusters.
    fn grouped_groups(&self, groups: &[Vec<usize>]) -> usize {
        groups.len() - usize::from(!self.one_time.is_empty())
    }

    /// The used features of some of the grouped, as the tree asks about them.
    fn columns(&self, places: &[usize]) -> Vec<Column> {
        let column = |f: usize| {
            let (feature, encoding) = (&self.features[f], &self.encodings[f]);
            let customers = places.iter().map(|&at| self.customer(at));
            if !feature.is_words() {
                return Column::Numbers(customers.map(|i| encoding.number(feature, i)).collect());
            }
            let level = |i: usize| {
                let word = feature.word(i);
                encoding.levels.iter().position(|level| *level == word).map_or(REST, |level| level as u32)
            };
            Column::Words(customers.map(level).collect())
        };
        self.used.iter().map(|&f| column(f)).collect()
    }
}

/// The tree that tells the clusters apart: how well it does on everybody, and a rule for each cluster.
pub fn rules(clustered: &Clustered<'_>, labels: &[u8], k: usize) -> (Option<TreeScore>, Vec<Option<Rule>>) {
    if k < 2 {
        return (None, Vec::new());
    }
    let grown = space::spread(labels.len(), GROWN);
    let taken: Vec<u8> = grown.iter().map(|&at| labels[at]).collect();
    let paths = Tree::grow(&clustered.columns(&grown), &taken, k).paths();
    // Customers behind each path, by cluster.
    let mut behind = vec![vec![0_u64; k]; paths.len()];
    let places: Vec<usize> = (0..labels.len()).collect();
    for block in places.chunks(super::BLOCK) {
        let columns = clustered.columns(block);
        for (row, &at) in block.iter().enumerate() {
            let fits = |asked: &[(usize, Question, bool)]| {
                asked.iter().all(|(c, question, answer)| question.holds(&columns[*c], row) == *answer)
            };
            if let Some(path) = paths.iter().position(|(asked, _)| fits(asked)) {
                behind[path][usize::from(labels[at])] += 1;
            }
        }
    }
    let found: u64 = paths.iter().zip(&behind).map(|((_, group), counts)| counts[usize::from(*group)]).sum();
    let size = |g: usize| behind.iter().map(|counts| counts[g]).sum::<u64>();
    let n = labels.len().max(1) as f64;
    let score = TreeScore {
        accuracy: rounded(found as f64 / n),
        largest: rounded((0..k).map(size).max().unwrap_or(0) as f64 / n),
        grown_n: grown.len() as u64,
    };
    let rule = |g: usize| {
        // Of the paths that lead to the cluster the one that most take; where none does, the one that most of it take.
        let leads = |path: &usize| usize::from(paths[*path].1) == g;
        let most = |a: usize, b: usize| if behind[b][g] > behind[a][g] { b } else { a };
        let path = (0..paths.len()).filter(leads).reduce(most).or((0..paths.len()).reduce(most))?;
        let customers: u64 = behind[path].iter().sum();
        let inside = behind[path][g] as f64;
        Some(Rule {
            conditions: conditions(clustered, &paths[path].0),
            customers,
            precision: inside / customers.max(1) as f64,
            recall: inside / size(g).max(1) as f64,
        })
    };
    (Some(score), (0..k).map(rule).collect())
}

/// The questions on the way, each feature once.
fn conditions(clustered: &Clustered<'_>, asked: &[(usize, Question, bool)]) -> Vec<Condition> {
    let mut conditions: Vec<Condition> = Vec::new();
    for &(column, question, answer) in asked {
        let f = clustered.used[column];
        let place = conditions.iter().position(|condition| condition.feature == f as u32);
        let place = place.unwrap_or_else(|| {
            let feature = f as u32;
            conditions.push(Condition { feature, over: None, up_to: None, is: None, is_not: Vec::new() });
            conditions.len() - 1
        });
        let condition = &mut conditions[place];
        match (question, answer) {
            // A later question is the narrower one.
            (Question::UpTo(cut), true) => condition.up_to = Some(cut),
            (Question::UpTo(cut), false) => condition.over = Some(cut),
            (Question::Is(level), _) => {
                let level = clustered.encodings[f].levels.get(level as usize).copied().flatten();
                let word = clustered.features[f].text(level).unwrap_or_default();
                if answer {
                    condition.is = Some(word);
                } else {
                    condition.is_not.push(word);
                }
            }
        }
    }
    conditions
}
