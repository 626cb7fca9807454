//! Where things lie in this repository.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the repository: the folder above this crate.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The page's folder, where its npm packages are installed.
pub fn www() -> PathBuf {
    root().join("www")
}

/// The built page.
pub fn dist() -> PathBuf {
    www().join("dist")
}

/// Cargo's target folder; stamps and reports of the runners lie in it too.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
