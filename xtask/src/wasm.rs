//! Builds the engine for the page: `src/` to `www/src/engine/pkg/`.
//!
//! cargo compiles, wasm-bindgen writes the JavaScript and TypeScript side, binaryen's wasm-opt shrinks. The folder is
//! never committed; it is always made from the sources beside it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{command, run};
use crate::size::Size;
use crate::stamp::Stamp;
use crate::std_for_wasm::{TARGET, Toolchain};
use crate::{page, places};

/// The engine may not weigh more than this, gzipped. The aim is 150 kB; the value models and the reading of messy files
/// brought it beyond. A change may only lower this number.
const LIMIT: usize = 320_000;

const NAME: &str = "value_tiers";

/// Builds what changed and gives the engine's size.
pub fn build() -> Result<Size> {
    page::packages(&places::www())?;
    let root = places::root();
    let inputs = ["src", "Cargo.toml", "Cargo.lock", "xtask/src/wasm.rs", "www/package-lock.json"];
    let inputs: Vec<_> = inputs.iter().map(|input| root.join(input)).collect();
    let stamp = Stamp::of(places::target().join("wasm/stamp"), &inputs, &["bin"])?;
    let module = module();
    if !stamp.is_current() || !module.exists() {
        let toolchain = Toolchain::find()?;
        println!("xtask: building the engine ({})", toolchain.sentence());
        bind(&compile(&toolchain)?)?;
        optimise(&module)?;
        stamp.write()?;
    }
    let size = Size::of(&module)?;
    println!("xtask: engine {size}");
    Ok(size)
}

/// An engine over the limit is a failed test.
pub fn check(size: Size) -> Result<()> {
    if size.gzipped > LIMIT {
        bail!("the engine is {} bytes gzipped; the limit is {LIMIT}", size.gzipped);
    }
    Ok(())
}

/// The engine as the page loads it.
fn module() -> PathBuf {
    places::pkg().join(format!("{NAME}_bg.wasm"))
}

fn compile(toolchain: &Toolchain) -> Result<PathBuf> {
    // A folder of its own: the native build may hold the lock of the other, and its compiler may be another.
    let target = places::target().join("wasm");
    let mut cargo = toolchain.cargo();
    cargo.args(["build", "--release", "--locked", "--lib", "--target", TARGET]);
    cargo.arg("--target-dir").arg(&target).args(toolchain.arguments());
    // Flags meant for the native build would replace these: the module is the same whoever builds it.
    cargo.env_remove("RUSTFLAGS");
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(toolchain).join("\x1f"));
    run(&mut cargo)?;
    Ok(target.join(TARGET).join("release").join(format!("{NAME}.wasm")))
}

/// SIMD, which every current browser has; no source of randomness, which smartcore's portable generator links although
/// every generator in the engine is seeded; and no path of this machine inside the module.
fn flags(toolchain: &Toolchain) -> Vec<String> {
    let mut flags: Vec<String> =
        ["-Ctarget-feature=+simd128", "--cfg", "getrandom_backend=\"unsupported\""].map(str::to_owned).into();
    let mut remap = |from: &Path, to: &str| {
        flags.push(format!("--remap-path-prefix={}={to}", from.display()));
    };
    remap(places::root(), "value-tiers");
    if let Some(source) = toolchain.source() {
        remap(&source, "rust");
    }
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    if let Some(registries) = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok()) {
        let mut registries: Vec<_> = registries.flatten().map(|registry| registry.path()).collect();
        registries.sort();
        for registry in registries {
            remap(&registry, "crates");
        }
    }
    flags
}

fn bind(compiled: &Path) -> Result<()> {
    let pkg = places::pkg();
    if pkg.exists() {
        fs::remove_dir_all(&pkg)?;
    }
    Bindgen::new()
        .input_path(compiled)
        .out_name(NAME)
        .web(true)
        .and_then(|bindgen| {
            // The page hands over a compiled module. A default address inside the bindings would make a bundler
            // ship the module a second time.
            bindgen.omit_default_module_path(true).typescript(true).generate(&pkg)
        })
        .context("wasm-bindgen failed")
}

fn optimise(module: &Path) -> Result<()> {
    let optimised = module.with_extension("optimised");
    let mut wasm_opt = command("node");
    wasm_opt.arg(places::www().join("node_modules/binaryen/bin/wasm-opt"));
    // Never -all: it may use what browsers don't have yet. The features that the compiler used stand in the module.
    wasm_opt.arg("-O3").arg(module).arg("-o").arg(&optimised);
    run(&mut wasm_opt)?;
    fs::rename(optimised, module)?;
    Ok(())
}
