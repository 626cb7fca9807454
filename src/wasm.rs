//! The seam to JavaScript: one [`Engine`] in a Worker. Bindings only, no logic.
//!
//! Small documents cross as plain objects, files as typed arrays. Every method throws the plain object of
//! [`crate::error::Error`]: `{code, line?, column?, value?}`.

use std::collections::BTreeMap;

use js_sys::Uint8Array;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::advice::accounts::{Accounts, AccountsQuery};
use crate::advice::agenda::document::{Agenda, AgendaQuery};
use crate::advice::budget::document::{Budget, BudgetSettings};
use crate::advice::cross_sell::CrossSell;
use crate::advice::customer::{CardQuery, CustomerCard};
use crate::compare::document::{CompareQuery, Comparison};
use crate::error::Error;
use crate::ingest::Preview;
use crate::lists::ListRequest;
use crate::lists::lift::Lifts;
use crate::movement::{Movement, MovementQuery, MoverPage, MoverQuery};
use crate::query::CustomerQuery;
use crate::report::{CustomerPage, InputFile, Report, SetAsidePage};
use crate::segments::clustering::Clustering;
use crate::segments::own::{OwnCount, OwnFields, OwnSegment};
use crate::session::{self, OtherFile, PushState, Session};
use crate::settings::{FileSettings, Formats, Mapping, Role, Settings};
use crate::sql::{Sql, SqlQuery};
use crate::tiers::Levels;

#[wasm_bindgen(typescript_custom_section)]
const UNITS: &str = r#"
/** Money as a decimal string: `"-12.50"`. */
export type Total = string;
/** Money as a decimal string. */
export type Amount = string;
/** A civil day: `"1998-06-30"`. */
export type Day = string;
"#;

/// What the end of a pass led to.
#[derive(Serialize, Tsify)]
#[serde(tag = "kind", content = "report", rename_all = "snake_case")]
pub enum Finish {
    /// Stream the file once more, from its first byte.
    Reread,
    /// The report.
    Report(Box<Report>),
}

/// A list: how it came to be, and the file.
#[wasm_bindgen(getter_with_clone)]
pub struct List {
    /// How it came to be.
    pub about: JsValue,
    /// The file.
    pub bytes: Uint8Array,
}

fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|e| JsValue::from_str(&e.to_string()))
}

/// What of the settings decides how files are read. What reads settings as a whole belongs to the second part of the engine
/// (`xtask/src/split.rs`): the rest of them is looked at when there is something to report.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Reading {
    version: Option<u32>,
    mapping: Mapping,
    without: Vec<Role>,
    sums: Option<BTreeMap<Role, Vec<String>>>,
    attributes: Option<Vec<String>>,
    formats: Formats,
    files: BTreeMap<String, FileSettings>,
    sheet: Option<String>,
}

fn reading(settings: JsValue) -> Result<Settings, JsValue> {
    let Reading { version, mapping, without, sums, attributes, formats, files, sheet } = given(settings)?;
    let other = Settings::default();
    let version = version.unwrap_or(other.version);
    Ok(Settings { version, mapping, without, sums, attributes, formats, files, sheet, ..other })
}

/// A document that came from JavaScript.
fn given<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}

fn thrown(error: Error) -> JsValue {
    to_js(&error).unwrap_or_else(|e| e)
}

/// Version of the engine.
#[wasm_bindgen]
pub fn engine_version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

/// The demo shop as the bytes of a CSV file; always the same.
#[wasm_bindgen]
pub fn sample_csv() -> Vec<u8> {
    crate::sample::csv().into_bytes()
}

/// Reads one file and answers questions about it. See `Session` in the Rust crate.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    session: Session,
    /// Those that the pass began with.
    settings: JsValue,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without a file.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Engine {
        Engine::default()
    }

    /// Looks at the first 256 KiB of a file (or all of a smaller one) and proposes what its columns are.
    #[wasm_bindgen(unchecked_return_type = "Preview")]
    pub fn inspect(
        &mut self,
        head: &[u8],
        whole: bool,
        #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
    ) -> Result<JsValue, JsValue> {
        let settings = reading(settings)?;
        let preview: Preview = self.session.inspect(head, whole, &settings).map_err(thrown)?;
        to_js(&preview)
    }

    /// Looks at the start of a file beside the first one.
    #[wasm_bindgen(unchecked_return_type = "OtherFile")]
    pub fn inspect_also(
        &self,
        head: &[u8],
        whole: bool,
        name: &str,
        #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
    ) -> Result<JsValue, JsValue> {
        let settings = reading(settings)?;
        let other: OtherFile = self.session.inspect_also(head, whole, name, &settings).map_err(thrown)?;
        to_js(&other)
    }

    /// Begins to read a file that says more of the same customers; `push` takes its bytes, `joined` ends it.
    pub fn join(
        &mut self,
        head: &[u8],
        whole: bool,
        #[wasm_bindgen(unchecked_param_type = "InputFile")] file: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
    ) -> Result<(), JsValue> {
        let settings = reading(settings)?;
        let file: InputFile = given(file)?;
        self.session.join(head, whole, file, &settings).map_err(thrown)
    }

    /// Ends the file that `join` began.
    pub fn joined(&mut self) -> Result<(), JsValue> {
        self.session.joined().map_err(thrown)
    }

    /// Goes on with the next file of orders; `push` then takes all of its bytes.
    pub fn append(
        &mut self,
        head: &[u8],
        whole: bool,
        #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
    ) -> Result<(), JsValue> {
        let settings = reading(settings)?;
        self.session.append(head, whole, &settings).map_err(thrown)
    }

    /// Begins a pass over the file from its first byte.
    pub fn start(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "InputFile[]")] files: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
    ) -> Result<(), JsValue> {
        self.settings = settings.clone();
        let settings = reading(settings)?;
        let files: Vec<InputFile> = given(files)?;
        self.session.start(files, &settings).map_err(thrown)
    }

    /// Takes the next slice of the file, of any size.
    #[wasm_bindgen(unchecked_return_type = "PushState")]
    pub fn push(&mut self, chunk: &[u8]) -> Result<JsValue, JsValue> {
        let state: PushState = self.session.push(chunk).map_err(thrown)?;
        to_js(&state)
    }

    /// Begins to read a later range of the file for another engine, from behind a line feed that ends a row. False where the rows
    /// can't be read apart.
    pub fn start_range(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "InputFile[]")] files: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
    ) -> Result<bool, JsValue> {
        let settings = reading(settings)?;
        let files: Vec<InputFile> = given(files)?;
        self.session.start_range(files, &settings).map_err(thrown)
    }

    /// Takes the next slice of the range, and gives a batch for `take`.
    pub fn read_range(&mut self, chunk: &[u8]) -> Result<Vec<u8>, JsValue> {
        self.session.read_range(chunk).map_err(thrown)
    }

    /// Ends the range, the last one with the end of the file: its last batch, unless it has to be read again with what stands
    /// before it.
    pub fn end_range(&mut self, last: bool) -> Result<Option<Vec<u8>>, JsValue> {
        self.session.end_range(last).map_err(thrown)
    }

    /// Whether what was read so far ends where a range that another engine has read can follow.
    pub fn at_border(&self) -> bool {
        self.session.at_border()
    }

    /// Takes the next batch of a range that another engine has read.
    #[wasm_bindgen(unchecked_return_type = "PushState")]
    pub fn take(&mut self, batch: &[u8]) -> Result<JsValue, JsValue> {
        let state: PushState = self.session.take(batch).map_err(thrown)?;
        to_js(&state)
    }

    /// After the report: looks at the next bytes of the file that others have read, for its hash alone.
    pub fn hash(&mut self, chunk: &[u8]) -> Result<(), JsValue> {
        self.session.hash(chunk).map_err(thrown)
    }

    /// Ends the pass: a report, or the wish to read the file again.
    #[wasm_bindgen(unchecked_return_type = "Finish")]
    pub fn finish(&mut self) -> Result<JsValue, JsValue> {
        self.session.judge_by(given(self.settings.clone())?);
        let finish = match self.session.finish().map_err(thrown)? {
            session::Finish::Reread => Finish::Reread,
            session::Finish::Report(report) => Finish::Report(report),
        };
        to_js(&finish)
    }

    /// The report under other settings of the same reading.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn report(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
    ) -> Result<JsValue, JsValue> {
        let settings: Settings = given(settings)?;
        let report: Report = self.session.report(&settings).map_err(thrown)?;
        to_js(&report)
    }

    /// The report without what takes long.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn glance(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
    ) -> Result<JsValue, JsValue> {
        let settings: Settings = given(settings)?;
        let report: Report = self.session.glance(&settings).map_err(thrown)?;
        to_js(&report)
    }

    /// One page of the customers that a query selects.
    #[wasm_bindgen(unchecked_return_type = "CustomerPage")]
    pub fn customers(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CustomerQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: CustomerQuery = given(query)?;
        let page: CustomerPage = self.session.customers(&query).map_err(thrown)?;
        to_js(&page)
    }

    /// One customer explained.
    #[wasm_bindgen(unchecked_return_type = "CustomerCard")]
    pub fn customer(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CardQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: CardQuery = given(query)?;
        let card: CustomerCard = self.session.customer(&query).map_err(thrown)?;
        to_js(&card)
    }

    /// What the conditions of a segment of one's own can be about.
    #[wasm_bindgen(unchecked_return_type = "OwnFields")]
    pub fn own_fields(&self, masked: bool) -> Result<JsValue, JsValue> {
        let fields: OwnFields = self.session.own_fields(masked).map_err(thrown)?;
        to_js(&fields)
    }

    /// How many customers are in each of these segments.
    #[wasm_bindgen(unchecked_return_type = "OwnCount[]")]
    pub fn own_segments(
        &self,
        #[wasm_bindgen(unchecked_param_type = "OwnSegment[]")] segments: JsValue,
    ) -> Result<JsValue, JsValue> {
        let segments: Vec<OwnSegment> = given(segments)?;
        let counts: Vec<OwnCount> = self.session.own_segments(&segments).map_err(thrown)?;
        to_js(&counts)
    }

    /// All customers that a query selects, as the bytes of a CSV file.
    pub fn customers_csv(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CustomerQuery")] query: JsValue,
    ) -> Result<Vec<u8>, JsValue> {
        let query: CustomerQuery = given(query)?;
        self.session.customers_csv(&query).map_err(thrown)
    }

    /// The clusters; from then on those of the lists and exports, too.
    #[wasm_bindgen(unchecked_return_type = "Clustering")]
    pub fn clusters(&mut self) -> Result<JsValue, JsValue> {
        let clusters: Clustering = self.session.clusters().map_err(thrown)?;
        to_js(&clusters)
    }

    /// What to offer next, to whom, and how orders follow each other.
    #[wasm_bindgen(unchecked_return_type = "CrossSell")]
    pub fn cross_sell(&self) -> Result<JsValue, JsValue> {
        let found: CrossSell = self.session.cross_sell().map_err(thrown)?;
        to_js(&found)
    }

    /// A list as a file.
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ListRequest")] request: JsValue,
    ) -> Result<List, JsValue> {
        let request: ListRequest = given(request)?;
        let made = self.session.list(&request).map_err(thrown)?;
        Ok(List { about: to_js(&made.about)?, bytes: Uint8Array::from(made.bytes.as_slice()) })
    }

    /// What lists have brought.
    #[wasm_bindgen(unchecked_return_type = "Lifts")]
    pub fn lift(
        &self,
        list: &[u8],
        results: Option<Vec<u8>>,
        mask: Option<String>,
        cost: Option<f64>,
    ) -> Result<JsValue, JsValue> {
        let found = self.session.lift(list, results.as_deref(), mask.as_deref()).map_err(thrown)?;
        let found: Lifts = match cost {
            Some(cost) => found.costing(cost).map_err(thrown)?,
            None => found,
        };
        to_js(&found)
    }

    /// What moved between two days.
    #[wasm_bindgen(unchecked_return_type = "Movement")]
    pub fn movement(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "MovementQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: MovementQuery = given(query)?;
        let movement: Movement = self.session.movement(&query).map_err(thrown)?;
        to_js(&movement)
    }

    /// One page of the customers of the last movement.
    #[wasm_bindgen(unchecked_return_type = "MoverPage")]
    pub fn movers(
        &self,
        #[wasm_bindgen(unchecked_param_type = "MoverQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: MoverQuery = given(query)?;
        let page: MoverPage = self.session.movers(&query).map_err(thrown)?;
        to_js(&page)
    }

    /// The tiers of the last report as the levels of a programme.
    #[wasm_bindgen(unchecked_return_type = "Levels")]
    pub fn levels(&self) -> Result<JsValue, JsValue> {
        let levels: Levels = self.session.levels().map_err(thrown)?;
        to_js(&levels)
    }

    /// Groups of buyers side by side.
    #[wasm_bindgen(unchecked_return_type = "Comparison")]
    pub fn comparison(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CompareQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: CompareQuery = given(query)?;
        let comparison: Comparison = self.session.comparison(&query).map_err(thrown)?;
        to_js(&comparison)
    }

    /// The customers who bring most, one by one, and those who cost more than they bring.
    #[wasm_bindgen(unchecked_return_type = "Accounts")]
    pub fn accounts(
        &self,
        #[wasm_bindgen(unchecked_param_type = "AccountsQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: AccountsQuery = given(query)?;
        let found: Accounts = self.session.accounts(&query).map_err(thrown)?;
        to_js(&found)
    }

    /// Whom to contact in the days after the as-of date, and how.
    #[wasm_bindgen(unchecked_return_type = "Agenda")]
    pub fn agenda(
        &self,
        #[wasm_bindgen(unchecked_param_type = "AgendaQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: AgendaQuery = given(query)?;
        let agenda: Agenda = self.session.agenda(&query).map_err(thrown)?;
        to_js(&agenda)
    }

    /// The queries that do the same in a warehouse.
    #[wasm_bindgen(unchecked_return_type = "Sql")]
    pub fn sql(
        &self,
        #[wasm_bindgen(unchecked_param_type = "SqlQuery")] query: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: SqlQuery = given(query)?;
        let settings: Settings = given(settings)?;
        let found: Sql = self.session.sql(&query, &settings).map_err(thrown)?;
        to_js(&found)
    }

    /// What a budget could keep, under assumptions.
    #[wasm_bindgen(unchecked_return_type = "Budget")]
    pub fn budget(
        &self,
        #[wasm_bindgen(unchecked_param_type = "BudgetSettings")] settings: JsValue,
    ) -> Result<JsValue, JsValue> {
        let settings: BudgetSettings = given(settings)?;
        let budget: Budget = self.session.budget(&settings).map_err(thrown)?;
        to_js(&budget)
    }

    /// Part of the rows that were set aside.
    #[wasm_bindgen(unchecked_return_type = "SetAsidePage")]
    pub fn set_aside(&self, offset: usize, limit: usize) -> Result<JsValue, JsValue> {
        let page: SetAsidePage = self.session.set_aside(offset, limit).map_err(thrown)?;
        to_js(&page)
    }

    /// All rows that were set aside, as the bytes of a CSV file.
    pub fn set_aside_csv(&self) -> Result<Vec<u8>, JsValue> {
        self.session.set_aside_csv().map_err(thrown)
    }
}
