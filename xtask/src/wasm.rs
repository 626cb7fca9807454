//! Builds the two modules of the page: the engine (`src/` to `www/src/engine/pkg/`) and what opens workbooks (`excel/` to
//! `www/src/engine/pkg-excel/`).
//!
//! cargo compiles, wasm-bindgen writes the JavaScript and TypeScript side, binaryen's wasm-opt shrinks; the engine is cut in
//! two, so that the page is ready when it can read a file, and values customers by what comes in behind. The folders are never
//! committed; they are always made from the sources beside them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{command, run};
use crate::size::Size;
use crate::split::split;
use crate::stamp::Stamp;
use crate::std_for_wasm::{TARGET, Toolchain};
use crate::{page, places};

/// A crate that becomes a module.
struct Module {
    /// What a person calls it.
    name: &'static str,
    package: &'static str,
    /// The package as file names have it.
    file: &'static str,
    /// Folder of the bindings.
    pkg: &'static str,
    /// The folder of its sources.
    source: &'static str,
    profile: &'static str,
    /// What the compiler is told besides.
    flags: &'static [&'static str],
    /// What wasm-opt is told.
    optimise: &'static str,
    /// Where it is cut in two: the exports that the first part needs.
    first: &'static [&'static str],
    /// It may not weigh more than this, gzipped.
    limit: usize,
    /// Nor its second part more than this.
    rest: usize,
}

/// The engine.
const ENGINE: Module = Module {
    name: "engine",
    package: "value-tiers",
    file: "value_tiers",
    pkg: "pkg",
    source: "src",
    profile: "release",
    // SHA-256 by its short form: lists are hashed, not files. No source of randomness, which smartcore's portable generator links although every generator in the engine is seeded.
    flags: &[
        "--cfg",
        "getrandom_backend=\"unsupported\"",
        "--cfg",
        "sha2_backend=\"soft\"",
        "--cfg",
        "sha2_backend_soft=\"compact\"",
    ],
    optimise: "-O3",
    // Looking at a file, and reading it.
    first: &[
        "engine_new",
        "engine_version",
        "engine_inspect",
        "engine_inspect_also",
        "engine_join",
        "engine_joined",
        "engine_append",
        "engine_start",
        "engine_push",
    ],
    limit: 286_000,
    rest: 498_000,
};

/// What opens workbooks: loaded when the page is idle, started when a workbook is dropped. It holds calamine's four formats
/// and the letters of the old encodings that XLS and HTML are written in.
const EXCEL: Module = Module {
    name: "excel",
    package: "value-tiers-excel",
    file: "value_tiers_excel",
    pkg: "pkg-excel",
    source: "excel",
    profile: "excel",
    flags: &[],
    optimise: "-Oz",
    first: &[],
    limit: 410_000,
    rest: 0,
};

/// A file that was built, and what it may weigh.
pub struct Built {
    name: String,
    size: Size,
    limit: usize,
}

/// Builds what changed.
pub fn build() -> Result<Vec<Built>> {
    page::packages(&places::www())?;
    let built: Vec<Built> = [ENGINE.build()?, EXCEL.build()?].into_iter().flatten().collect();
    for Built { name, size, .. } in &built {
        println!("xtask: {name} {size}");
    }
    Ok(built)
}

/// A module over its limit is a failed test.
pub fn check(built: &[Built]) -> Result<()> {
    for Built { name, size, limit } in built {
        if size.gzipped > *limit {
            bail!("{name} is {} bytes gzipped; the limit is {limit}", size.gzipped);
        }
    }
    Ok(())
}

impl Module {
    fn build(&self) -> Result<Vec<Built>> {
        let root = places::root();
        let inputs = [
            self.source,
            "Cargo.toml",
            "Cargo.lock",
            "xtask/src/wasm.rs",
            "xtask/src/split.rs",
            "www/package-lock.json",
        ];
        let inputs: Vec<_> = inputs.iter().map(|input| root.join(input)).collect();
        let stamp = Stamp::of(places::target().join("wasm").join(self.pkg), &inputs, &["bin", "tests"])?;
        let module = self.folder().join(format!("{}_bg.wasm", self.file));
        let rest = self.folder().join(format!("{}_rest.wasm", self.file));
        if !stamp.is_current() || !module.exists() {
            let toolchain = Toolchain::find()?;
            println!("xtask: building {} ({})", self.name, toolchain.sentence());
            self.bind(&self.compile(&toolchain)?)?;
            optimise(&module, self.optimise)?;
            if !self.first.is_empty() {
                split(&module, self.first, &rest)?;
            }
            stamp.write()?;
        }
        let mut built = vec![Built { name: self.name.into(), size: Size::of(&module)?, limit: self.limit }];
        if !self.first.is_empty() {
            let name = format!("{}, second part", self.name);
            built.push(Built { name, size: Size::of(&rest)?, limit: self.rest });
        }
        Ok(built)
    }

    /// Where the page imports it from.
    fn folder(&self) -> PathBuf {
        places::www().join("src/engine").join(self.pkg)
    }

    fn compile(&self, toolchain: &Toolchain) -> Result<PathBuf> {
        // A folder of its own: the native build may hold the lock of the other, and its compiler may be another.
        let target = places::target().join("wasm");
        let mut cargo = toolchain.cargo();
        cargo.args(["build", "--package", self.package, "--profile", self.profile]);
        cargo.args(["--locked", "--lib", "--target", TARGET]);
        cargo.arg("--target-dir").arg(&target).args(toolchain.arguments());
        // Flags meant for the native build would replace these: the module is the same whoever builds it.
        cargo.env_remove("RUSTFLAGS");
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(toolchain, self.flags).join("\x1f"));
        run(&mut cargo)?;
        Ok(target.join(TARGET).join(self.profile).join(format!("{}.wasm", self.file)))
    }

    fn bind(&self, compiled: &Path) -> Result<()> {
        let pkg = self.folder();
        if pkg.exists() {
            fs::remove_dir_all(&pkg)?;
        }
        Bindgen::new()
            .input_path(compiled)
            .out_name(self.file)
            .web(true)
            .and_then(|bindgen| {
                // The page hands over a compiled module. A default address inside the bindings would make a bundler
                // ship the module a second time.
                bindgen.omit_default_module_path(true).typescript(true).generate(&pkg)
            })
            .context("wasm-bindgen failed")
    }
}

/// SIMD, which every current browser has; what the module wants; and no path of this machine inside it.
fn flags(toolchain: &Toolchain, own: &[&str]) -> Vec<String> {
    let mut flags = vec!["-Ctarget-feature=+simd128".to_owned()];
    flags.extend(own.iter().copied().map(str::to_owned));
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

fn optimise(module: &Path, how: &str) -> Result<()> {
    let optimised = module.with_extension("optimised");
    let mut wasm_opt = command("node");
    wasm_opt.arg(places::www().join("node_modules/binaryen/bin/wasm-opt"));
    // Never -all: it may use what browsers don't have yet. The features that the compiler used stand in the module.
    wasm_opt.arg(how).arg(module).arg("-o").arg(&optimised);
    run(&mut wasm_opt)?;
    fs::rename(optimised, module)?;
    Ok(())
}
