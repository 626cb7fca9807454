//! Sizes as a host would send them.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};

/// Bytes of a file, as it lies there and gzipped.
#[derive(Clone, Copy, Default)]
pub struct Size {
    pub raw: usize,
    pub gzipped: usize,
}

impl Size {
    pub fn of(path: &Path) -> Result<Size> {
        let bytes = fs::read(path)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        Ok(Size { raw: bytes.len(), gzipped: gzip.finish()?.len() })
    }
}

impl std::ops::AddAssign for Size {
    fn add_assign(&mut self, other: Size) {
        self.raw += other.raw;
        self.gzipped += other.gzipped;
    }
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.1} kB, {:.1} kB gzipped", self.raw as f64 / 1e3, self.gzipped as f64 / 1e3)
    }
}
