//! Runs other programs and says which one failed.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::places;

/// A command that starts in the root of the repository.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(places::root());
    command
}

/// The cargo that runs this.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// npm, in a folder that has a package.json.
pub fn npm(folder: &Path) -> Command {
    // On Windows npm is a script, which is found only by its whole name.
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(folder);
    npm
}

/// Runs to the end, with its output on the screen; an exit code other than 0 is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| missing(command, error))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs to the end, with its output on the screen, and hands each line of it over as well; true if it succeeded.
pub fn watch(command: &mut Command, mut line: impl FnMut(&str)) -> Result<bool> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| missing(command, error))?;
    let stdout = child.stdout.take().context("a child without its output")?;
    for read in BufReader::new(stdout).split(b'\n') {
        let read = read?;
        let text = String::from_utf8_lossy(&read);
        println!("{text}");
        line(&text);
    }
    Ok(child.wait()?.success())
}

/// What the command prints, if it is there and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as a person would type it.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

fn missing(command: &Command, error: std::io::Error) -> anyhow::Error {
    let program = command.get_program().to_string_lossy().into_owned();
    if error.kind() != ErrorKind::NotFound {
        return anyhow::Error::new(error).context(format!("could not start `{program}`"));
    }
    match program.trim_end_matches(".cmd") {
        "npm" | "node" => anyhow::anyhow!("`{program}` is not installed: install Node.js 20.19 or newer"),
        _ => anyhow::anyhow!("`{program}` is not installed"),
    }
}
