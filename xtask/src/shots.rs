//! `cargo xtask shots`: pictures of every view, in every language, light and dark, wide and narrow, and on paper.

use anyhow::Result;

use crate::command::{command, run as execute};
use crate::serve::Policy;
use crate::{build, chromium, places, serve};

/// Builds the page and takes the pictures, into `target/shots`.
pub fn run() -> Result<()> {
    build::run()?;
    let chromium = chromium::find()?;
    let served = serve::start(&places::dist(), Some(0), Policy::Ours)?;
    let root = places::root();
    let mut node = command("node");
    node.arg(root.join("tests/shots/shots.mjs")).env("PAGE", &served.address);
    node.env("FILE", root.join("tests/data/cdnow_transactions.csv"))
        .env("OUT", places::target().join("shots"));
    execute(node.env(chromium::VARIABLE, chromium))
}
