//! Installs Debian packages, where this is Debian.

use std::path::Path;

use anyhow::{Result, bail};

use crate::command::{command, output, run};

/// True on a system whose packages apt installs.
pub fn is_here() -> bool {
    Path::new("/etc/debian_version").exists() && output(command("apt-get").arg("--version")).is_some()
}

/// Installs the packages that are missing, if this is root; otherwise says the command.
pub fn install(packages: &[&str], what_for: &str) -> Result<()> {
    let missing: Vec<_> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if output(command("id").arg("-u")).as_deref() != Some("0") {
        bail!("{what_for} needs Debian packages. Please run: sudo apt-get install {list}");
    }
    println!("xtask: installing {list} with apt-get: {what_for}");
    // A machine whose package lists are older than the archive has to fetch them first.
    if run(&mut apt_get(&missing)).is_err() {
        run(command("apt-get").args(["update", "-q"]))?;
        run(&mut apt_get(&missing))?;
    }
    Ok(())
}

/// True if the package is installed, and not merely known or half removed.
pub fn is_installed(package: &str) -> bool {
    output(command("dpkg-query").args(["-W", "-f", "${db:Status-Status}", package])).as_deref()
        == Some("installed")
}

fn apt_get(packages: &[&str]) -> std::process::Command {
    let mut apt_get = command("apt-get");
    apt_get.env("DEBIAN_FRONTEND", "noninteractive");
    apt_get.args(["install", "-y", "-q", "--no-install-recommends"]).args(packages);
    apt_get
}
