//! Finds a Rust that can compile for wasm: one that has the standard library for `wasm32-unknown-unknown`.
//!
//! In this order:
//! 1. the active toolchain has it, or `rustup target add` brings it;
//! 2. on Debian, `rustc-web` and `cargo-web` compile it from `rust-web-src`. Debian's compiler brings no linker for
//!    wasm, so the one inside the active toolchain links, or Debian's `lld`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{cargo, command, output, run};
use crate::{debian, places};

pub const TARGET: &str = "wasm32-unknown-unknown";

const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
/// Where `rust-web-src` puts the standard library.
const DEBIAN_SOURCE: &str = "/usr/lib/rustlib/src/rust";

/// A Rust that compiles for wasm.
pub enum Toolchain {
    /// The active one.
    Active,
    /// Debian's, with the standard library compiled from source.
    Debian { linker: PathBuf },
}

impl Toolchain {
    /// Finds one, or installs what is missing.
    pub fn find() -> Result<Toolchain> {
        if active_has_target() {
            return Ok(Toolchain::Active);
        }
        // rustup's refusal takes seconds; it was heard at the last build.
        let known = fs::read_to_string(note()).is_ok_and(|name| name == "debian");
        if known && DEBIAN_PACKAGES.iter().all(|package| debian::is_installed(package)) {
            return Toolchain::debian();
        }
        if output(command("rustup").args(["target", "add", TARGET])).is_some() && active_has_target() {
            println!("xtask: rustup added the target {TARGET}");
            return Ok(Toolchain::Active);
        }
        if !debian::is_here() {
            bail!(
                "the active Rust toolchain has no standard library for {TARGET}, and `rustup target add {TARGET}` \
                 could not fetch it. Run that command where the network allows it"
            );
        }
        debian::install(
            &DEBIAN_PACKAGES,
            "rustup can't fetch the wasm target here, Debian's Rust can compile it",
        )?;
        let toolchain = Toolchain::debian()?;
        fs::create_dir_all(places::target().join("wasm"))?;
        fs::write(note(), "debian")?;
        Ok(toolchain)
    }

    fn debian() -> Result<Toolchain> {
        Ok(Toolchain::Debian { linker: linker()? })
    }

    /// cargo of this toolchain, ready for `build`.
    pub fn cargo(&self) -> Command {
        let Toolchain::Debian { linker } = self else {
            return cargo();
        };
        let mut cargo = command("/usr/bin/cargo");
        // What rustup and the outer cargo set is about another compiler.
        for name in ["RUSTUP_TOOLCHAIN", "CARGO", "RUSTC_WRAPPER", "LD_LIBRARY_PATH"] {
            cargo.env_remove(name);
        }
        cargo.env("RUSTC", "/usr/bin/rustc");
        // Building std is an unstable option of cargo, behind this on a stable compiler.
        cargo.env("RUSTC_BOOTSTRAP", "1");
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        cargo
    }

    /// Arguments of `cargo build` that only this toolchain needs.
    pub fn arguments(&self) -> &'static [&'static str] {
        match self {
            Toolchain::Active => &[],
            Toolchain::Debian { .. } => &["-Z", "build-std=std,panic_abort"],
        }
    }

    /// Where the standard library's own source files lie, which the compiler writes into panic messages.
    pub fn source(&self) -> Option<PathBuf> {
        match self {
            Toolchain::Active => active_sysroot().map(|sysroot| sysroot.join("lib/rustlib/src/rust")),
            Toolchain::Debian { .. } => Some(DEBIAN_SOURCE.into()),
        }
    }

    /// A sentence for the person.
    pub fn sentence(&self) -> &'static str {
        match self {
            Toolchain::Active => "the active toolchain's own std for wasm",
            Toolchain::Debian { .. } => "Debian's Rust, std for wasm compiled from source",
        }
    }
}

/// Which toolchain made the last build.
fn note() -> PathBuf {
    places::target().join("wasm/toolchain")
}

fn active_has_target() -> bool {
    let folder = output(command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    let Some(inside) = folder.and_then(|folder| fs::read_dir(folder).ok()) else {
        return false;
    };
    inside.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn active_sysroot() -> Option<PathBuf> {
    output(command("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}

/// The wasm linker: the one that comes with rustup's toolchains, or LLVM's.
fn linker() -> Result<PathBuf> {
    let host = output(command("rustc").arg("-vV"))
        .and_then(|text| text.lines().find_map(|line| line.strip_prefix("host: ").map(str::to_owned)))
        .context("rustc does not say which host it runs on")?;
    let inside = active_sysroot().map(|sysroot| sysroot.join("lib/rustlib").join(host).join("bin/rust-lld"));
    if let Some(linker) = inside.filter(|linker| linker.exists()) {
        return Ok(linker);
    }
    debian::install(&["lld"], "the active Rust toolchain has no linker for wasm")?;
    let linker = Path::new("/usr/bin/wasm-ld");
    if !linker.exists() {
        run(command(linker).arg("--version")).context("Debian's lld did not bring a linker for wasm")?;
    }
    Ok(linker.to_owned())
}
