//! The value models against published figures, high-precision cases, numerical integration and simulation.
//!
//! `tests/data/golden_formulas.json` holds closed forms at fixed parameters in 50-digit arithmetic;
//! `tests/data/cdnow_transactions.csv` is the 1/10 sample of CDNOW (Fader and Hardie), first bought January to March 1997.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

#[path = "lifetime/cdnow.rs"]
mod cdnow;
#[path = "lifetime/golden.rs"]
mod golden;
#[path = "lifetime/periods.rs"]
mod periods;
#[path = "lifetime/simulate.rs"]
mod simulate;
#[path = "lifetime/small.rs"]
mod small;
#[path = "lifetime/speed.rs"]
mod speed;
#[path = "lifetime/stories.rs"]
mod stories;
#[path = "lifetime/study.rs"]
mod study;
