//! Finds a Chromium for the browser tests and the benchmark, or installs one.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::command::{command, npm, output, run};
use crate::{debian, places};

/// Names the browser to use, before any that is found.
pub const VARIABLE: &str = "VALUE_TIERS_CHROMIUM";

const USUAL: [&str; 5] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The browser's program.
pub fn find() -> Result<PathBuf> {
    if let Some(named) = env::var_os(VARIABLE).filter(|named| !named.is_empty()).map(PathBuf::from) {
        if !named.exists() {
            bail!("{VARIABLE} names {}, which does not exist", named.display());
        }
        return Ok(named);
    }
    if let Some(usual) = usual().or_else(playwrights) {
        return Ok(usual);
    }
    println!("xtask: no Chromium found, asking Playwright for its own");
    if run(npm(&places::www()).args(["exec", "--offline", "--", "playwright", "install", "chromium"])).is_ok()
        && let Some(own) = playwrights()
    {
        return Ok(own);
    }
    if debian::is_here() {
        debian::install(&["chromium"], "the browser tests need a Chromium")?;
        if let Some(installed) = usual() {
            return Ok(installed);
        }
    }
    bail!("there is no Chromium here: install one, or name its program in {VARIABLE}")
}

fn usual() -> Option<PathBuf> {
    USUAL.iter().map(PathBuf::from).find(|path| path.exists())
}

/// The one that Playwright keeps for itself, if it was ever installed.
fn playwrights() -> Option<PathBuf> {
    let mut node = command("node");
    node.current_dir(places::www());
    node.args(["-p", "require('@playwright/test').chromium.executablePath()"]);
    output(&mut node).map(PathBuf::from).filter(|path| path.exists())
}
