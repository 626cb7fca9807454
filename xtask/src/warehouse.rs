//! The queries of `value-tiers sql` in real engines, against this one: DuckDB always, the others when they are asked for.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::command::{cargo, command, output, run as execute};
use crate::{debian, places};

/// What pip installs for DuckDB alone, and for all.
const LIGHT: [&str; 1] = ["duckdb"];
const WHOLE: [&str; 4] = ["duckdb", "sqlglot", "pyspark", "setuptools"];

/// DuckDB only: part of the ordinary tests. Says so and does nothing where there is no Python.
pub fn light() -> Result<()> {
    if output(command("python3").arg("--version")).is_none() {
        println!("xtask: without Python the queries are not run; install Python 3.10 or newer");
        return Ok(());
    }
    // Debian's Python comes without its own way to make another one.
    let python = python(&LIGHT).or_else(|error| {
        if !debian::is_here() {
            return Err(error);
        }
        debian::install(&["python3-venv"], "the queries are run by Python")?;
        self::python(&LIGHT)
    })?;
    compare(&python, &["duckdb"])
}

/// Every engine that can be here: DuckDB, PostgreSQL and Spark run the queries, and the dialects of all six are parsed.
pub fn whole() -> Result<()> {
    if debian::is_here() {
        debian::install(&["python3-venv"], "the queries are run by Python")?;
        debian::install(&["postgresql"], "the queries are run by PostgreSQL")?;
        if output(command("java").arg("-version")).is_none() {
            debian::install(
                &["openjdk-17-jre-headless"],
                "the queries are run by Spark, which is a Java program",
            )?;
        }
    }
    let python = python(&WHOLE)?;
    let mut engines = vec!["parse", "duckdb"];
    if Path::new("/usr/lib/postgresql").exists() {
        engines.push("postgresql");
    } else {
        println!("xtask: without PostgreSQL; on Debian it is the package postgresql");
    }
    if output(command("java").arg("-version")).is_some() {
        engines.push("spark");
    } else {
        println!("xtask: without Spark, which needs Java 17");
    }
    compare(&python, &engines)
}

fn compare(python: &Path, engines: &[&str]) -> Result<()> {
    execute(cargo().args(["build", "--quiet", "--locked", "--bin", "value-tiers"]))?;
    let binary =
        places::target().join("debug").join(if cfg!(windows) { "value-tiers.exe" } else { "value-tiers" });
    let mut compare = command(python);
    compare.arg("tests/warehouse/compare.py").arg(binary).arg("tests/data").args(engines);
    compare.env("PYTHONDONTWRITEBYTECODE", "1");
    execute(&mut compare)
}

/// A Python of our own that has these packages.
fn python(packages: &[&str]) -> Result<PathBuf> {
    let home = places::target().join("warehouse").join("python");
    let python = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let has = |python: &Path| {
        let imports = packages.join(", ");
        python.exists() && output(command(python).args(["-c", &format!("import {imports}")])).is_some()
    };
    if has(&python) {
        return Ok(python);
    }
    println!("xtask: installing {} with pip into {}", packages.join(", "), home.display());
    if !python.exists() {
        execute(command("python3").args(["-m", "venv"]).arg(&home))?;
    }
    execute(
        command(&python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .args(packages),
    )?;
    if !has(&python) {
        bail!("{} has not all of {}", home.display(), packages.join(", "));
    }
    Ok(python)
}
