//! Counts tests over all runners, from what the runners themselves say.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// How many tests passed and failed.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// A line of cargo's, such as `test result: ok. 12 passed; 0 failed; 0 ignored; …`. Any other line counts nothing.
    pub fn of_cargo_line(line: &str) -> Tally {
        let Some(counts) = line.trim_start().strip_prefix("test result:") else {
            return Tally::default();
        };
        let count = |what: &str| {
            let mut words = counts.split_whitespace().map(|word| word.trim_end_matches([';', '.']));
            let mut before = "";
            words.find_map(|word| {
                let found = (word == what).then(|| before.parse().ok()).flatten();
                before = word;
                found
            })
        };
        Tally { passed: count("passed").unwrap_or(0), failed: count("failed").unwrap_or(0) }
    }

    /// The report of vitest's JSON reporter. A test file that could not be loaded has no tests and counts as one failure.
    pub fn of_vitest(report: &Path) -> Result<Tally> {
        let report = read(report)?;
        let tests =
            Tally { passed: number(&report["numPassedTests"]), failed: number(&report["numFailedTests"]) };
        let broken = report["testResults"].as_array().into_iter().flatten();
        let broken = broken
            .filter(|file| file["status"] == "failed" && file["assertionResults"] == Value::Array(vec![]));
        Ok(Tally { failed: tests.failed + broken.count() as u64, ..tests })
    }

    /// The report of Playwright's JSON reporter. A flaky test failed once, and that is a failure.
    pub fn of_playwright(report: &Path) -> Result<Tally> {
        let report = read(report)?;
        let stats = &report["stats"];
        Ok(Tally {
            passed: number(&stats["expected"]),
            failed: number(&stats["unexpected"]) + number(&stats["flaky"]),
        })
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "value-tiers: {} passed, {} failed", self.passed, self.failed)
    }
}

fn read(report: &Path) -> Result<Value> {
    let text =
        fs::read(report).with_context(|| format!("the runner left no report in {}", report.display()))?;
    serde_json::from_slice(&text).with_context(|| format!("{} is not JSON", report.display()))
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_lines() {
        let cases = [
            (
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
                12,
                0,
            ),
            (
                "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 7 filtered out; finished in 1.20s",
                3,
                2,
            ),
            ("test tally::tests::cargo_lines ... ok", 0, 0),
            ("running 3 tests", 0, 0),
        ];
        for (line, passed, failed) in cases {
            assert_eq!(Tally::of_cargo_line(line), Tally { passed, failed }, "{line}");
        }
    }

    #[test]
    fn reports() -> Result<()> {
        let file = std::env::temp_dir().join(format!("value-tiers-tally-{}.json", std::process::id()));
        fs::write(
            &file,
            r#"{"numPassedTests":4,"numFailedTests":1,"testResults":[
            {"status":"failed","assertionResults":[]},
            {"status":"failed","assertionResults":[{"status":"failed"}]},
            {"status":"passed","assertionResults":[{"status":"passed"}]}]}"#,
        )?;
        assert_eq!(Tally::of_vitest(&file)?, Tally { passed: 4, failed: 2 });
        fs::write(&file, r#"{"stats":{"expected":5,"unexpected":1,"flaky":1,"skipped":2}}"#)?;
        assert_eq!(Tally::of_playwright(&file)?, Tally { passed: 5, failed: 2 });
        fs::remove_file(&file)?;
        assert!(Tally::of_vitest(&file).is_err(), "no report is no pass");
        Ok(())
    }
}
