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
//!
//! Queries are written once, at leisure: their functions are `cold`, so that the compiler makes them small and not fast.

mod dialect;
mod forecast;
mod natively;
mod read;
mod score;
mod select;
mod summary;

use serde::{Deserialize, Serialize};

pub use dialect::Dialect;
pub use natively::{scores_csv, summary_csv};
pub use score::LeftOut;
pub use summary::{COLUMNS, PAST};

use crate::analysis::Analysis;
use crate::error::{Code, Error, Result};
use crate::ingest::Plan;
use crate::settings::Shape;
use crate::units::Day;
use select::{Select, Steps};

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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Rows used and set aside, by reason. Absent for a table that is a summary already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reconciliation: Option<String>,
    /// Scores, segments, tiers and forecasts of each customer by the last report. Absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<String>,
    /// What the scores don't say.
    pub left_out: Vec<LeftOut>,
}

/// The queries for a table with these columns: of orders, or a summary of them. `analysis` is what the scores are to follow.
///
/// # Errors
///
/// The plan is one of orders and lacks a customer, a date or an amount, or merges names that are written alike; it is a table of
/// customers and no summary ([`Code::NoDateColumn`]).
pub fn queries(
    plan: &Plan,
    query: &SqlQuery,
    as_of: Option<Day>,
    analysis: Option<&Analysis>,
) -> Result<Sql> {
    let d = query.dialect;
    let mut steps = Steps::default();
    let mut found = Sql { summary: None, reconciliation: None, score: None, left_out: Vec::new() };
    if plan.shape == Shape::Orders {
        read::judged(&mut steps, plan, d, &query.table)?;
        found.reconciliation = Some(steps.query(d, &summary::reconciliation(d, as_of)));
        read::entries(&mut steps, plan, d);
        summary::customers(&mut steps, plan, d, as_of);
        found.summary = Some(steps.query(d, &summary::last(plan, d)));
    } else if plan.past.is_empty() {
        return Err(Error::new(Code::NoDateColumn));
    } else {
        // Numbers that name customers are names all the same.
        let table = Select::from(d.table(&query.table)).with("customer", d.cell("customer")).keep(&COLUMNS);
        steps.step("vt_customers", "the summary", table);
    }
    if let Some(analysis) = analysis {
        let (last, left_out) = score::score(&mut steps, analysis, d);
        found.score = Some(steps.query(d, &last));
        found.left_out = left_out;
    }
    Ok(found)
}
