//! `cargo xtask test`: every test of every language, in the order in which a mistake is cheapest to find.
//!
//! Stops at the first step that fails and names it. The last line counts the tests of all runners.

use std::fs;
use std::str::FromStr;

use anyhow::{Result, bail};

use crate::command::{cargo, npm, run as execute, watch};
use crate::serve::Policy;
use crate::tally::Tally;
use crate::{chromium, page, places, serve, warehouse, wasm};

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The engine and this task runner, natively.
    Rust,
    /// The page's types and units, the sizes of the modules, and that everything builds.
    Page,
    /// The built page in a real browser.
    Browser,
}

impl FromStr for Part {
    type Err = String;

    fn from_str(name: &str) -> Result<Part, String> {
        match name {
            "rust" => Ok(Part::Rust),
            "page" => Ok(Part::Page),
            "browser" => Ok(Part::Browser),
            _ => Err("the parts are rust, page and browser".to_owned()),
        }
    }
}

/// Runs all parts, or one; true if everything passed.
pub fn run(only: Option<Part>) -> bool {
    let mut run = Run { only, tally: Tally::default() };
    let outcome = run.steps();
    if let Err(error) = &outcome {
        println!("\nxtask: {error:#}");
    }
    println!("{}", run.tally);
    outcome.is_ok()
}

struct Run {
    only: Option<Part>,
    tally: Tally,
}

impl Run {
    fn steps(&mut self) -> Result<()> {
        self.step(Part::Rust, "format", |_| execute(cargo().args(["fmt", "--all", "--check"])))?;
        self.step(Part::Rust, "clippy", |_| {
            execute(cargo().args([
                "clippy",
                "--workspace",
                "--all-targets",
                "--locked",
                "--",
                "-D",
                "warnings",
            ]))
        })?;
        self.step(Part::Rust, "Rust tests", rust)?;
        self.step(Part::Rust, "queries in DuckDB", |_| warehouse::light())?;
        self.step(Part::Page, "sizes of the modules", |_| wasm::check(&wasm::build()?))?;
        self.step(Part::Page, "TypeScript types", |_| {
            execute(npm(&places::www()).args(["run", "--silent", "check"]))
        })?;
        self.step(Part::Page, "page units", units)?;
        self.step(Part::Page, "page build", |_| page::build())?;
        self.step(Part::Browser, "browser tests", browser)?;
        if self.tally == Tally::default() {
            bail!("no test ran");
        }
        Ok(())
    }

    fn step(&mut self, part: Part, name: &str, work: impl FnOnce(&mut Tally) -> Result<()>) -> Result<()> {
        if self.only.is_some_and(|only| only != part) {
            return Ok(());
        }
        println!("\nxtask: {name}");
        work(&mut self.tally).map_err(|error| error.context(format!("the step '{name}' failed")))
    }
}

fn rust(tally: &mut Tally) -> Result<()> {
    // Every target runs, also after one that failed: the count at the end is whole.
    let mut test = cargo();
    test.args(["test", "--workspace", "--locked", "--no-fail-fast"]);
    let passed = watch(&mut test, |line| *tally += Tally::of_cargo_line(line))?;
    outcome(passed, "cargo test")
}

fn units(tally: &mut Tally) -> Result<()> {
    let report = fresh_report("vitest.json")?;
    let mut vitest = npm(&places::www());
    vitest.args(["exec", "--offline", "--", "vitest", "run", "--reporter=default", "--reporter=json"]);
    vitest.arg(format!("--outputFile.json={}", report.display()));
    let passed = execute(&mut vitest).is_ok();
    *tally += Tally::of_vitest(&report)?;
    outcome(passed, "vitest")
}

fn browser(tally: &mut Tally) -> Result<()> {
    // Nothing that is already done: these are the steps before, unless this part runs alone.
    wasm::build()?;
    page::build()?;
    let chromium = chromium::find()?;
    let served = serve::start(&places::dist(), Some(0), Policy::Ours)?;
    let report = fresh_report("playwright.json")?;
    let mut playwright = npm(&places::www());
    playwright.args(["exec", "--offline", "--", "playwright", "test", "--reporter=list,json"]);
    playwright.env(chromium::VARIABLE, &chromium);
    playwright.env("VALUE_TIERS_ADDRESS", &served.address);
    playwright.env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report);
    println!("xtask: {} in {}", served.address, chromium.display());
    let passed = execute(&mut playwright).is_ok();
    *tally += Tally::of_playwright(&report)?;
    outcome(passed, "Playwright")
}

/// Where a runner is to write its report. Yesterday's must not be counted.
fn fresh_report(name: &str) -> Result<std::path::PathBuf> {
    let folder = places::target().join("tests");
    fs::create_dir_all(&folder)?;
    let report = folder.join(name);
    if report.exists() {
        fs::remove_file(&report)?;
    }
    Ok(report)
}

fn outcome(passed: bool, runner: &str) -> Result<()> {
    if !passed {
        bail!("{runner} says so above");
    }
    Ok(())
}
