//! `cargo xtask build`: the page with the engine in it, in `www/dist`, ready for any static host.

use anyhow::Result;

use crate::{page, places, wasm};

pub fn run() -> Result<()> {
    wasm::build()?;
    page::build()?;
    println!("xtask: the page is in {}", places::dist().display());
    Ok(())
}
