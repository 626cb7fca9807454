//! How a list came to be: everything that is needed to make the same one again from the same file. It goes beside a CSV as a
//! file of its own (JSON), because tools import the first line of a CSV as names of columns; in a workbook it is the second
//! sheet.

use serde::Serialize;

use super::workbook::Cell;
use super::{ListFormat, ListRequest};
use crate::export::show;
use crate::lists::preset::Preset;
use crate::query::CustomerQuery;
use crate::report::{InputFile, identifier};
use crate::settings::Settings;
use crate::units::Day;

/// Version of this document.
pub const VERSION: u32 = 1;

/// A file that was read, and what tells it from another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct HashedFile {
    /// The file.
    #[serde(flatten)]
    pub file: InputFile,
    /// XXH64 of its bytes, of a sheet those of its CSV, in hexadecimal digits. Absent for a file joined.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub xxh64: Option<String>,
}

/// How a list came to be.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct About {
    /// Version of this document.
    pub version: u32,
    /// Made of who is on the list, the day and the draw: `VT-7KQ2M-9XDP4`.
    pub list_id: String,
    /// Version of the engine.
    pub engine: String,
    /// Rows up to and including this day were used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// The files.
    pub files: Vec<HashedFile>,
    /// Who; without the key of pseudonyms.
    pub query: CustomerQuery,
    /// Whether customers have pseudonyms.
    pub masked: bool,
    /// For whom or what.
    pub preset: Preset,
    /// What it is written as.
    pub format: ListFormat,
    /// Customers of both groups.
    pub customers: u64,
    /// Of them held out.
    pub held_out: u64,
    /// Customers of the selection without a way to reach them: on no list.
    pub unreachable: u64,
    /// Rows of this file.
    pub rows: u64,
    /// Share that is held out.
    pub hold_out: f64,
    /// Which lots were drawn.
    pub seed: u32,
    /// How: always `xxh64(customer, seed) / 2^64 < hold_out`.
    pub drawn_by: String,
    /// All rules and thresholds.
    pub settings: Settings,
}

impl About {
    /// What is known before anybody is selected.
    pub fn new(
        request: &ListRequest,
        settings: &Settings,
        as_of: Option<Day>,
        files: Vec<HashedFile>,
    ) -> About {
        About {
            version: VERSION,
            engine: env!("CARGO_PKG_VERSION").into(),
            as_of,
            files,
            query: CustomerQuery { mask: None, offset: 0, limit: 0, ..request.query.clone() },
            masked: request.query.mask.is_some(),
            preset: request.preset,
            format: request.format,
            hold_out: request.hold_out,
            seed: request.seed,
            drawn_by: "xxh64(customer, seed) / 2^64 < hold_out".into(),
            settings: settings.clone(),
            ..About::default()
        }
    }

    /// The same for the second sheet of a workbook: a name and a value in each row.
    pub(super) fn rows_of_text(&self) -> Vec<Vec<Cell>> {
        let mut rows: Vec<(String, String)> = Vec::new();
        let mut add = |name: &str, value: String| {
            if !value.is_empty() {
                rows.push((name.into(), value));
            }
        };
        add("list_id", self.list_id.clone());
        add("engine", self.engine.clone());
        add("as_of", show(self.as_of));
        for HashedFile { file, xxh64 } in &self.files {
            add("file", file.name.clone());
            add("sheet", file.sheet.clone().unwrap_or_default());
            add("bytes", file.bytes.to_string());
            add("xxh64", xxh64.clone().unwrap_or_default());
        }
        add("preset", identifier(&self.preset));
        for (name, count) in [
            ("customers", self.customers),
            ("held_out", self.held_out),
            ("unreachable", self.unreachable),
            ("rows", self.rows),
        ] {
            add(name, count.to_string());
        }
        add("hold_out", self.hold_out.to_string());
        add("seed", self.seed.to_string());
        add("drawn_by", self.drawn_by.clone());
        add("masked", self.masked.to_string());
        let q = &self.query;
        for (name, value) in [
            ("segment", named(q.segment)),
            ("action", named(q.action)),
            ("stage", named(q.stage)),
            ("value_tier", named(q.value_tier)),
            ("potential_tier", named(q.potential_tier)),
            ("cluster", show(q.cluster)),
            ("risk_band", named(q.risk_band)),
            ("cause", named(q.cause)),
            ("r", show(q.r)),
            ("f", show(q.f)),
            ("search", q.search.clone().unwrap_or_default()),
            ("next", q.next.clone().unwrap_or_default()),
            ("bought", q.bought.clone().unwrap_or_default()),
            ("not_bought", q.not_bought.clone().unwrap_or_default()),
        ] {
            add(&format!("query.{name}"), value);
        }
        let s = &self.settings;
        for (role, column) in &s.mapping {
            add(&format!("mapping.{}", identifier(role)), column.clone());
        }
        for part in crate::report::IndexPart::ALL {
            add(&format!("weights.{}", identifier(&part)), s.weights.of(part).to_string());
        }
        add("tiers.high", s.tiers.high.to_string());
        add("tiers.medium", s.tiers.medium.to_string());
        add("tiers.potential", s.tiers.potential.to_string());
        add("warning.days", show(s.warning.days));
        add("warning.red", s.warning.red.to_string());
        add("warning.amber", s.warning.amber.to_string());
        add("value.margin", show(s.value.margin));
        add("value.discount_per_year", s.value.discount_per_year.to_string());
        add("value.months", s.value.months.to_string());
        add("clusters", show(s.clusters));
        add("cross_sell.min_customers", show(s.cross_sell.min_customers));
        rows.into_iter().map(|(name, value)| vec![Cell::Text(name), Cell::Text(value)]).collect()
    }
}

fn named<T: Serialize>(value: Option<T>) -> String {
    value.as_ref().map(identifier).unwrap_or_default()
}
