//! What divides the buyers: a rule of the report, or a column of the file.
//!
//! A column makes a group of each of its [`MOST`] values with the most buyers; of values with as many, the lesser comes first.
//! Those of all other values are one group, those without a value another.

use super::document::{CompareQuery, GroupKind, SplitBy, SplitColumn};
use crate::analysis::Analysis;
use crate::customers::{Attribute, part};
use crate::error::{Code, Error, Result};
use crate::ledger::column::EMPTY;
use crate::order;
use crate::report::{SegmentId, Stage, ValueTier};
use crate::segments::{lifecycle, named};
use crate::tiers;

/// Groups of values at most.
pub const MOST: usize = 8;

/// A group and the places of its buyers.
#[derive(Debug)]
pub struct Part {
    pub kind: GroupKind,
    pub segment: Option<SegmentId>,
    pub tier: Option<ValueTier>,
    pub stage: Option<Stage>,
    pub value: Option<String>,
    pub places: Vec<usize>,
}

fn group(kind: GroupKind) -> Part {
    Part { kind, segment: None, tier: None, stage: None, value: None, places: Vec::new() }
}

/// The buyers, divided. Groups without buyers are left out.
///
/// # Errors
///
/// [`Code::BadSetting`] with `column` for one that is not among [`columns`].
pub fn parts(analysis: &Analysis, query: &CompareQuery) -> Result<Vec<Part>> {
    let named = || group(GroupKind::Named);
    let places = 0..analysis.buyers.len();
    let mut parts: Vec<Part> = match query.split {
        SplitBy::Segments => named::ALL.map(|id| Part { segment: Some(id), ..named() }).into_iter().collect(),
        SplitBy::Tiers => tiers::ALL.map(|id| Part { tier: Some(id), ..named() }).into_iter().collect(),
        SplitBy::Stages => lifecycle::ALL.map(|id| Part { stage: Some(id), ..named() }).into_iter().collect(),
        SplitBy::Column => {
            let attribute = analysis.customers.attributes.get(query.column);
            let attribute =
                attribute.filter(|attribute| part::dividing(attribute, &analysis.buyers).is_some());
            let attribute = attribute.ok_or_else(|| Error::new(Code::BadSetting).value("column"))?;
            return Ok(by_value(analysis, attribute));
        }
    };
    parts.push(group(GroupKind::Blank));
    let last = parts.len() - 1;
    for p in places {
        let at = match query.split {
            SplitBy::Segments => {
                let id = analysis.named.get(p).map(|(id, _)| *id);
                named::ALL.iter().position(|known| Some(*known) == id)
            }
            SplitBy::Tiers => {
                let id = analysis.tiers.value.get(p).copied();
                tiers::ALL.iter().position(|known| Some(*known) == id)
            }
            _ => {
                let id = analysis.stages.get(p).copied().flatten();
                lifecycle::ALL.iter().position(|known| Some(*known) == id)
            }
        };
        if let Some(part) = parts.get_mut(at.unwrap_or(last)) {
            part.places.push(p);
        }
    }
    parts.retain(|part| !part.places.is_empty());
    Ok(parts)
}

/// The columns that buyers can be divided by.
pub fn columns(analysis: &Analysis) -> Vec<SplitColumn> {
    let attributes = analysis.customers.attributes.iter().enumerate();
    let usable = attributes.filter_map(|(column, attribute)| {
        let values = part::dividing(attribute, &analysis.buyers)?.len() as u64;
        let name = attribute.column.name.clone();
        Some(SplitColumn { column, name, measure: attribute.measure, values })
    });
    usable.collect()
}

fn cell(analysis: &Analysis, attribute: &Attribute, p: usize) -> i64 {
    let i = analysis.buyers.get(p).copied().unwrap_or(u32::MAX);
    attribute.column.cells.get(i as usize).copied().unwrap_or(EMPTY)
}

fn by_value(analysis: &Analysis, attribute: &Attribute) -> Vec<Part> {
    let mut largest = part::counted(attribute, &analysis.buyers);
    order::by(&mut largest, |a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    largest.truncate(MOST);
    let mut parts: Vec<Part> = largest.iter().map(|_| group(GroupKind::Value)).collect();
    parts.push(group(GroupKind::Others));
    parts.push(group(GroupKind::Blank));
    for p in 0..analysis.buyers.len() {
        let value = cell(analysis, attribute, p);
        let at = match value {
            EMPTY => largest.len() + 1,
            _ => largest.iter().position(|(known, _)| *known == value).unwrap_or(largest.len()),
        };
        let Some(part) = parts.get_mut(at) else { continue };
        if part.kind == GroupKind::Value && part.value.is_none() {
            part.value = Some(attribute.column.shown(value));
        }
        part.places.push(p);
    }
    parts.retain(|part| !part.places.is_empty());
    parts
}
