//! Tells whether the inputs of a step changed since it last succeeded.
//!
//! Contents are compared, not times: a fresh clone and a switched branch have new times and old contents.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The fingerprint of a step's inputs, and the file that keeps the one of the last success.
pub struct Stamp {
    file: PathBuf,
    now: String,
}

impl Stamp {
    /// Reads the inputs: files, and folders with everything in them but what `skip` names. One that is absent
    /// counts as empty.
    pub fn of(file: PathBuf, inputs: &[PathBuf], skip: &[&str]) -> Result<Stamp> {
        let mut hasher = DefaultHasher::new();
        for input in inputs {
            read(input, skip, &mut hasher)?;
        }
        Ok(Stamp { file, now: format!("{:016x}", hasher.finish()) })
    }

    /// True when the inputs are those of the last success.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|then| then == self.now)
    }

    /// Notes the success, in a new file: the folder of another checkout may be linked to this one, file by file.
    pub fn write(&self) -> Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        let new = self.file.with_extension("new");
        fs::write(&new, &self.now)
            .and_then(|()| fs::rename(&new, &self.file))
            .with_context(|| format!("could not write {}", self.file.display()))
    }
}

fn read(path: &Path, skip: &[&str], hasher: &mut DefaultHasher) -> Result<()> {
    if path.file_name().is_some_and(|name| skip.iter().any(|skipped| name == *skipped)) {
        return Ok(());
    }
    if path.is_dir() {
        let mut inside = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        inside.sort();
        for path in inside {
            read(&path, skip, hasher)?;
        }
    } else if path.is_file() {
        path.hash(hasher);
        fs::read(path).with_context(|| format!("could not read {}", path.display()))?.hash(hasher);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_current_until_an_input_changes() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("value-tiers-stamp-{}", std::process::id()));
        fs::create_dir_all(folder.join("in/skipped"))?;
        fs::write(folder.join("in/a"), "1")?;
        let stamp = || Stamp::of(folder.join("stamp"), &[folder.join("in")], &["skipped"]);

        assert!(!stamp()?.is_current(), "nothing was noted yet");
        stamp()?.write()?;
        assert!(stamp()?.is_current());
        fs::write(folder.join("in/skipped/b"), "2")?;
        assert!(stamp()?.is_current(), "a skipped file is no input");
        fs::write(folder.join("in/a"), "2")?;
        assert!(!stamp()?.is_current(), "other contents");
        stamp()?.write()?;
        fs::rename(folder.join("in/a"), folder.join("in/c"))?;
        assert!(!stamp()?.is_current(), "another name");
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}
