//! Builds the page: `www/` to `www/dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{npm, run};
use crate::places;
use crate::size::Size;
use crate::stamp::Stamp;

/// Installs the npm packages of a folder's lock file, if it changed.
pub fn packages(folder: &Path) -> Result<()> {
    let inputs = [folder.join("package.json"), folder.join("package-lock.json")];
    // Inside node_modules: whoever deletes the packages deletes the stamp.
    let stamp = Stamp::of(folder.join("node_modules/.value-tiers-stamp"), &inputs, &[])?;
    if stamp.is_current() {
        return Ok(());
    }
    println!("xtask: installing the npm packages of {}", folder.join("package-lock.json").display());
    run(npm(folder).args(["ci", "--no-audit", "--no-fund"]))?;
    stamp.write()
}

/// Builds the page if anything it is made of changed. The engine has to be built before.
pub fn build() -> Result<()> {
    let dist = places::dist();
    let skip = ["node_modules", "dist", "test-results", "playwright-report", "playwright.config.ts"];
    let stamp = Stamp::of(places::target().join("page-stamp"), &[places::www()], &skip)?;
    let offline = dist.join("value-tiers.html");
    if !stamp.is_current() || !offline.exists() {
        println!("xtask: building the page");
        run(npm(&places::www()).args(["run", "--silent", "build"]))?;
        stamp.write()?;
    }
    let mut total = Size::default();
    let files = files(&dist).context("the page is not built")?;
    for file in files.iter().filter(|file| **file != offline) {
        total += Size::of(file)?;
    }
    println!("xtask: page {total} in {} files", files.len() - 1);
    println!("xtask: offline page {}", Size::of(&offline)?);
    Ok(())
}

/// Every file of the built page.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
