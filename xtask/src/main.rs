//! The commands of this repository. `cargo xtask` lists them; each is a file of its own here.
//!
//! Each one installs what it lacks, says in a sentence what it did or what a person has to do, and does nothing
//! twice: a second run builds only what changed.

mod bench;
mod build;
mod chromium;
mod command;
mod debian;
mod orders;
mod page;
mod places;
mod serve;
mod shots;
mod size;
mod split;
mod stamp;
mod std_for_wasm;
mod tally;
mod test;
mod warehouse;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

const HELP: &str = "\
cargo xtask serve [--port N] [--no-build]        builds the page and serves it on this machine
cargo xtask test  [--only rust|page|browser]     runs every test
cargo xtask test  --warehouse                    runs the queries in DuckDB, PostgreSQL and Spark
cargo xtask build                                builds the page into www/dist
cargo xtask shots                                pictures of every view into target/shots
cargo xtask bench [--rows N] [--repeat N]        times the engine against what else a browser can run
";

/// What the person asked for.
enum Task {
    Serve { port: Option<u16>, build: bool },
    Test { only: Option<test::Part>, warehouse: bool },
    Build,
    Shots,
    Bench { rows: u32, repeat: u32 },
    Help,
}

fn main() -> ExitCode {
    let outcome = task().and_then(|task| match task {
        Task::Serve { port, build } => serve::run(port, build),
        Task::Test { warehouse: true, .. } => warehouse::whole(),
        Task::Test { only, .. } => return_code(test::run(only)),
        Task::Build => build::run(),
        Task::Shots => shots::run(),
        Task::Bench { rows, repeat } => bench::run(rows, repeat),
        Task::Help => {
            print!("{HELP}");
            Ok(())
        }
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The tests have said what failed, and their last line is the count.
            if !error.is::<Failed>() {
                eprintln!("xtask: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Something failed and has already been named.
#[derive(Debug)]
struct Failed;

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("failed")
    }
}

impl std::error::Error for Failed {}

fn return_code(passed: bool) -> Result<()> {
    if passed { Ok(()) } else { Err(Failed.into()) }
}

fn task() -> Result<Task> {
    let mut args = lexopt::Parser::from_env();
    let mut task = match args.next()? {
        Some(Value(name)) => match name.to_string_lossy().as_ref() {
            "serve" => Task::Serve { port: None, build: true },
            "test" => Task::Test { only: None, warehouse: false },
            "build" => Task::Build,
            "shots" => Task::Shots,
            "bench" => Task::Bench { rows: 1_000_000, repeat: 5 },
            other => bail!("there is no command '{other}'\n{HELP}"),
        },
        Some(Long("help") | Short('h')) | None => return Ok(Task::Help),
        Some(other) => return Err(other.unexpected().into()),
    };
    while let Some(arg) = args.next()? {
        match (&mut task, arg) {
            (_, Long("help") | Short('h')) => return Ok(Task::Help),
            (Task::Serve { port, .. }, Long("port")) => *port = Some(args.value()?.parse()?),
            (Task::Serve { build, .. }, Long("no-build")) => *build = false,
            (Task::Test { only, .. }, Long("only")) => *only = Some(args.value()?.parse()?),
            (Task::Test { warehouse, .. }, Long("warehouse")) => *warehouse = true,
            (Task::Bench { rows, .. }, Long("rows")) => *rows = args.value()?.parse()?,
            (Task::Bench { repeat, .. }, Long("repeat")) => *repeat = args.value()?.parse()?,
            (_, other) => return Err(other.unexpected().into()),
        }
    }
    Ok(task)
}
