//! `cargo xtask bench`: our whole report against what else a browser can run on the same file.
//!
//! One Chromium and one run for all, in turns; the peers live in `tests/bench` and are never shipped.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::command::{cargo, command, npm, run as execute};
use crate::serve::Policy;
use crate::stamp::Stamp;
use crate::{build, chromium, orders, page, places, serve};

/// Customers whose models are fitted and scored.
const LIVES: u32 = 100_000;

/// Writes a file unless this version of its writer has written it.
fn written(file: &Path, write: impl Fn(&Path) -> Result<()>) -> Result<()> {
    let source = places::root().join("xtask/src/orders.rs");
    let stamp = Stamp::of(file.with_extension("stamp"), &[source], &[])?;
    if !stamp.is_current() || !file.exists() {
        println!("xtask: writing {}", file.display());
        write(file)?;
        stamp.write()?;
    }
    Ok(())
}

/// A Python with the package lifetimes in it, made where there is none. Without one its line is left out of the table.
fn python(folder: &Path) -> Option<PathBuf> {
    let home = folder.join("python");
    let python = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.exists() || execute(command(&python).args(["-c", "import lifetimes"])).is_err() {
        println!("xtask: installing lifetimes for Python, to be compared with");
        let made = execute(command("python3").args(["-m", "venv"]).arg(&home));
        let installed = made.and_then(|()| {
            execute(command(&python).args(["-m", "pip", "install", "--quiet", "lifetimes==0.11.3"]))
        });
        if let Err(error) = installed {
            println!("xtask: no comparison with lifetimes: {error:#}");
            return None;
        }
    }
    Some(python)
}

/// Times `repeat` rounds on a file of `rows` orders and prints a table of medians.
pub fn run(rows: u32, repeat: u32) -> Result<()> {
    if rows < 1000 || repeat == 0 {
        bail!("a benchmark needs at least 1000 rows and one round");
    }
    build::run()?;
    println!("xtask: building the command line");
    execute(cargo().args(["build", "--release", "--locked", "--bin", "value-tiers"]))?;

    let peers = places::root().join("tests/bench");
    page::packages(&peers)?;
    let folder = places::target().join("bench");
    let built = folder.join("peers");
    let mut vite = npm(&places::www());
    vite.args(["exec", "--offline", "--", "vite", "build", "--logLevel", "warn", "--emptyOutDir"]);
    execute(vite.arg("--outDir").arg(&built).arg(&peers))?;

    let file = folder.join(format!("orders-{rows}.csv"));
    written(&file, |file| orders::write(file, rows))?;
    let lives = folder.join("lives.csv");
    written(&lives, |file| orders::write_lives(file, LIVES))?;
    let python = python(&folder);

    let chromium = chromium::find()?;
    let ours = serve::start(&places::dist(), Some(0), Policy::Ours)?;
    // uDSV makes its parsers with `new Function`, which our policy forbids.
    let theirs = serve::start(&built, Some(0), Policy::None)?;
    let mut node = command("node");
    node.arg(peers.join("run.mjs"));
    node.env("PAGE", &ours.address).env("PEERS", &theirs.address).env("FILE", &file);
    node.env("NATIVE", places::target().join("release/value-tiers"));
    node.env("REPEAT", repeat.to_string()).env("RESULT", folder.join("result.json"));
    node.env("LIVES", &lives);
    if let Some(python) = python {
        node.env("PYTHON", python);
    }
    node.env(chromium::VARIABLE, chromium);
    execute(&mut node)
}
