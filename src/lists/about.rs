//! How a list came to be: everything that is needed to make the same one again from the same file. It goes beside a CSV as a
//! file of its own (JSON), because tools import the first line of a CSV as names of columns; in a workbook it is the second
//! sheet.

use serde::Serialize;

use super::workbook::Cell;
use super::{ListFormat, ListRequest};
use crate::export::{decimal, id, show};
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
            query: CustomerQuery {
                mask: None,
                offset: 0,
                limit: 0,
                notes: Vec::new(),
                ..request.query.clone()
            },
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
        let (q, s) = (&self.query, &self.settings);
        let yes = |it: bool| if it { "yes" } else { "" }.to_owned();
        let mut named: Vec<(&str, String)> = vec![
            ("list_id", self.list_id.clone()),
            ("engine", self.engine.clone()),
            ("as_of", show(self.as_of)),
        ];
        for HashedFile { file, xxh64 } in &self.files {
            named.push(("file", file.name.clone()));
            named.push(("sheet", file.sheet.clone().unwrap_or_default()));
            named.push(("bytes", file.bytes.to_string()));
            named.push(("xxh64", xxh64.clone().unwrap_or_default()));
        }
        let counts = [
            ("customers", self.customers),
            ("held_out", self.held_out),
            ("unreachable", self.unreachable),
            ("rows", self.rows),
            ("seed", self.seed.into()),
        ];
        named.extend(counts.map(|(name, count)| (name, count.to_string())));
        named.extend([
            ("drawn_by", self.drawn_by.clone()),
            ("preset", identifier(&self.preset)),
            ("masked", if self.masked { "yes" } else { "no" }.into()),
            ("query.segment", id(&q.segment)),
            ("query.action", id(&q.action)),
            ("query.stage", id(&q.stage)),
            ("query.value_tier", id(&q.value_tier)),
            ("query.potential_tier", id(&q.potential_tier)),
            ("query.cluster", show(q.cluster)),
            ("query.risk_band", id(&q.risk_band)),
            ("query.cause", id(&q.cause)),
            ("query.on_the_line", id(&q.on_the_line)),
            ("query.one_order", id(&q.one_order)),
            ("query.abc", id(&q.abc)),
            ("query.own", q.own.as_ref().map(|own| own.name.clone()).unwrap_or_default()),
            ("query.first_from", show(q.first_from)),
            ("query.first_to", show(q.first_to)),
            ("query.once", yes(q.once)),
            ("query.key_account", yes(q.key_account)),
            ("query.at_a_loss", yes(q.at_a_loss)),
            ("query.r", show(q.r)),
            ("query.f", show(q.f)),
        ]);
        let texts =
            [("search", &q.search), ("next", &q.next), ("bought", &q.bought), ("not_bought", &q.not_bought)];
        named.extend(texts.map(|(name, text)| (name, text.clone().unwrap_or_default())));
        let only = s.only.as_ref().map(|only| format!("{} = {}", only.column, only.value));
        named.push(("only", only.unwrap_or_default()));
        named.extend([("warning.days", show(s.warning.days)), ("clusters", show(s.clusters))]);
        named.push(("cross_sell.min_customers", show(s.cross_sell.min_customers)));
        let thresholds = [
            ("hold_out", Some(self.hold_out)),
            ("tiers.high", Some(s.tiers.high)),
            ("tiers.medium", Some(s.tiers.medium)),
            ("tiers.potential", Some(s.tiers.potential)),
            ("warning.red", Some(s.warning.red)),
            ("warning.amber", Some(s.warning.amber)),
            ("value.margin", s.value.margin),
            ("value.discount_per_year", Some(s.value.discount_per_year)),
            ("value.months", Some(f64::from(s.value.months))),
        ];
        named.extend(thresholds.map(|(name, value)| (name, decimal(value))));
        let mut rows: Vec<(String, String)> =
            named.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        for part in crate::report::IndexPart::ALL {
            rows.push((format!("weights.{}", identifier(&part)), decimal(Some(s.weights.of(part)))));
        }
        for (role, column) in &s.mapping {
            rows.push((format!("mapping.{}", identifier(role)), column.clone()));
        }
        rows.retain(|(_, value)| !value.is_empty());
        rows.into_iter().map(|(name, value)| vec![Cell::Text(name), Cell::Text(value)]).collect()
    }
}
