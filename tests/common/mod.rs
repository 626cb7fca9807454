//! What the integration tests share: test data, and a file run through a session as the page and the command line do.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::io::Read;
use std::path::PathBuf;

use value_tiers::error::Result;
use value_tiers::ingest;
use value_tiers::report::{InputFile, Report};
use value_tiers::session::{Finish, Session};
use value_tiers::settings::Settings;

/// A file of `tests/data`, unpacked where it is compressed.
pub fn data(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    if let Ok(bytes) = std::fs::read(&path) {
        return bytes;
    }
    let packed = std::fs::File::open(path.with_file_name(format!("{name}.gz"))).expect(name);
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(packed).read_to_end(&mut bytes).expect(name);
    bytes
}

/// Runs a file through a session in slices of the given sizes, in turn.
pub fn run_in_slices(bytes: &[u8], settings: &Settings, sizes: &[usize]) -> Result<(Session, Report)> {
    let mut session = Session::new();
    let head = &bytes[..bytes.len().min(ingest::HEAD)];
    session.inspect(head, bytes.len() <= ingest::HEAD, settings)?;
    session.start(
        vec![InputFile { name: "file.csv".into(), bytes: bytes.len() as u64, sheet: None }],
        settings,
    )?;
    for pass in 0..2 {
        let mut rest = bytes;
        for size in sizes.iter().cycle() {
            if rest.is_empty() {
                break;
            }
            let (slice, tail) = rest.split_at((*size).clamp(1, rest.len()));
            session.push(slice)?;
            rest = tail;
        }
        match session.finish()? {
            Finish::Report(report) => return Ok((session, *report)),
            Finish::Reread => assert_eq!(pass, 0, "a file is read twice at most"),
        }
    }
    unreachable!("the second pass gives a report");
}

/// Runs a file through a session.
pub fn run(bytes: &[u8], settings: &Settings) -> Result<(Session, Report)> {
    run_in_slices(bytes, settings, &[4 << 20])
}

/// The report of a file under default settings.
pub fn report(bytes: &[u8]) -> Report {
    run(bytes, &Settings::default()).expect("a report").1
}

/// The report as JSON, for comparing reports as a whole.
pub fn json(report: &Report) -> serde_json::Value {
    serde_json::to_value(report).unwrap()
}

/// The lines of a file below its header in another order: reversed, or shuffled by a fixed generator.
pub fn reorder(bytes: &[u8], shuffle: bool) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).unwrap();
    let (header, body) = text.split_once('\n').unwrap();
    let mut lines: Vec<&str> = body.lines().collect();
    if shuffle {
        let mut state = 12345_u64;
        for i in (1..lines.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            lines.swap(i, (state >> 33) as usize % (i + 1));
        }
    } else {
        lines.reverse();
    }
    let mut out = header.as_bytes().to_vec();
    out.push(b'\n');
    for line in lines {
        out.extend_from_slice(line.as_bytes());
        out.push(b'\n');
    }
    out
}
