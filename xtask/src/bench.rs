//! `cargo xtask bench`
use anyhow::Result;
pub fn run(_rows: u32, _repeat: u32) -> Result<()> {
    anyhow::bail!("not there yet")
}
