//! The rules of this project as SQL, for data that does not leave its warehouse.
//!
//! ```text
//! orders table ──read──▶ entries ──summary──▶ one row per customer ──score──▶ scores, segments, tiers, forecasts
//!              ╰─▶ reconciliation: rows used, rows set aside by reason
//! ```
//!
//! One description for all engines: a query is a list of named steps ([`select`]), written by [`read`], [`summary`] and [`score`];
//! the few things that engines disagree about are functions of a [`Dialect`]. The summary has the columns that the
//! customer-table path reads back without loss, so that its CSV gives the report that the orders would have given, but for what
//! needs single orders.

mod dialect;
mod natively;
mod read;
mod select;
mod summary;

use serde::{Deserialize, Serialize};

pub use dialect::Dialect;
pub use natively::summary_csv;
pub use summary::{COLUMNS, PAST};

use crate::error::Result;
use crate::ingest::Plan;
use crate::units::Day;
use select::Steps;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct SqlQuery {
    /// The engine.
    pub dialect: Dialect,
    /// The table, with its schema before it where there is one: `shop.orders`.
    pub table: String,
}

impl Default for SqlQuery {
    fn default() -> Self {
        SqlQuery { dialect: Dialect::default(), table: "orders".into() }
    }
}

/// Queries to run in a warehouse.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Sql {
    /// One row for each customer, for the page and for scoring.
    pub summary: String,
    /// Rows used and set aside, by reason.
    pub reconciliation: String,
}

/// The queries that sum up an orders table with these columns.
///
/// # Errors
///
/// The plan lacks a customer, a date or an amount, or merges names that are written alike.
pub fn summary(plan: &Plan, query: &SqlQuery, as_of: Option<Day>) -> Result<Sql> {
    let d = query.dialect;
    let mut steps = Steps::default();
    read::judged(&mut steps, plan, d, &query.table)?;
    let reconciliation = steps.query(d, &summary::reconciliation(d, as_of));
    read::entries(&mut steps, plan, d);
    summary::customers(&mut steps, plan, d, as_of);
    Ok(Sql { summary: steps.query(d, &summary::last(plan, d)), reconciliation })
}
