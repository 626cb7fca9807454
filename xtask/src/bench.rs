//! `cargo xtask bench`: our whole report against what else a browser can run on the same file.
//!
//! One Chromium and one run for all, in turns; the peers live in `tests/bench` and are never shipped.

use anyhow::{Result, bail};

use crate::command::{cargo, command, npm, run as execute};
use crate::serve::Policy;
use crate::stamp::Stamp;
use crate::{build, chromium, orders, page, places, serve};

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
    let written = places::root().join("xtask/src/orders.rs");
    let stamp = Stamp::of(file.with_extension("stamp"), &[written], &[])?;
    if !stamp.is_current() || !file.exists() {
        println!("xtask: writing {}", file.display());
        orders::write(&file, rows)?;
        stamp.write()?;
    }

    let chromium = chromium::find()?;
    let ours = serve::start(&places::dist(), Some(0), Policy::Ours)?;
    // uDSV makes its parsers with `new Function`, which our policy forbids.
    let theirs = serve::start(&built, Some(0), Policy::None)?;
    let mut node = command("node");
    node.arg(peers.join("run.mjs"));
    node.env("PAGE", &ours.address).env("PEERS", &theirs.address).env("FILE", &file);
    node.env("NATIVE", places::target().join("release/value-tiers"));
    node.env("REPEAT", repeat.to_string()).env("RESULT", folder.join("result.json"));
    node.env(chromium::VARIABLE, chromium);
    execute(&mut node)
}
