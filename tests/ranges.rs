//! A file that several engines read in ranges gives what one engine gives, to the byte.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod common;

use std::path::Path;

use common::{data, json, run};
use value_tiers::ingest;
use value_tiers::lists::ListRequest;
use value_tiers::query::CustomerQuery;
use value_tiers::report::{InputFile, Report};
use value_tiers::session::{Finish, Session};
use value_tiers::settings::Settings;

/// Bytes given to an engine at a time: ranges are of several slices.
const SLICE: usize = 1021;

fn begin(bytes: &[u8], settings: &Settings) -> (Session, Vec<InputFile>) {
    let mut session = Session::new();
    let head = &bytes[..bytes.len().min(ingest::HEAD)];
    session.inspect(head, bytes.len() <= ingest::HEAD, settings).unwrap();
    (session, vec![InputFile { name: "file.csv".into(), bytes: bytes.len() as u64, sheet: None }])
}

/// The batches of a range, or nothing where it can't be read apart.
fn range(bytes: &[u8], start: usize, end: usize, settings: &Settings) -> Option<Vec<Vec<u8>>> {
    let (mut session, files) = begin(bytes, settings);
    if !session.start_range(files, settings).unwrap() {
        return None;
    }
    let slices = bytes[start..end].chunks(SLICE);
    let mut batches: Vec<Vec<u8>> = slices.map(|slice| session.read_range(slice).unwrap()).collect();
    batches.push(session.end_range(end == bytes.len()).unwrap()?);
    Some(batches)
}

/// Reads a file as the page does: the first range here, the others by an engine each. What they can't read is read here too.
/// Gives the report, the customers, the rows set aside, and how many ranges were taken.
fn in_ranges(bytes: &[u8], settings: &Settings, parts: usize) -> Option<(Session, Report, usize)> {
    let border = |part: usize| {
        let near = bytes.len() * part / parts;
        bytes[near..].iter().position(|byte| *byte == b'\n').map(|at| near + at + 1)
    };
    let mut borders: Vec<usize> = (1..parts).filter_map(border).collect();
    borders.dedup();
    borders.push(bytes.len());
    let (mut session, files) = begin(bytes, settings);
    session.start(files, settings).unwrap();
    let mut taken = 0;
    let mut read = borders[0];
    bytes[..read].chunks(SLICE).for_each(|slice| {
        session.push(slice).unwrap();
    });
    for pair in borders.windows(2) {
        let batches = range(bytes, pair[0], pair[1], settings);
        let Some(batches) = batches.filter(|_| session.at_border()) else { break };
        for batch in batches {
            session.take(&batch).unwrap();
        }
        read = pair[1];
        taken += 1;
    }
    bytes[read..].chunks(SLICE).for_each(|slice| {
        session.push(slice).unwrap();
    });
    match session.finish() {
        Ok(Finish::Report(report)) => {
            if taken > 0 {
                session.hash(&bytes[borders[0]..]).unwrap();
            }
            assert!(session.hash(b"x").is_err(), "all of it was looked at");
            Some((session, *report, taken))
        }
        // The second pass is one engine's.
        Ok(Finish::Reread) => {
            session.push(bytes).unwrap();
            let Ok(Finish::Report(report)) = session.finish() else { panic!("two passes at most") };
            Some((session, *report, 0))
        }
        Err(_) => None,
    }
}

/// The report with what tells the file from another, the customers, and the rows set aside.
fn everything(session: &Session, report: &Report) -> (serde_json::Value, Vec<u8>, Vec<u8>) {
    let customers = session.customers_csv(&CustomerQuery::default()).unwrap();
    let about = session.list(&ListRequest::default()).unwrap().about;
    assert!(about.files.iter().all(|file| file.xxh64.is_some()), "the hash is whole");
    (serde_json::json!([json(report), about]), customers, session.set_aside_csv().unwrap())
}

/// How many ranges were taken of how many there could have been.
fn compare(name: &str, bytes: &[u8], settings: &Settings) -> (usize, usize) {
    let Ok((session, report)) = run(bytes, settings) else { return (0, 0) };
    let whole = everything(&session, &report);
    let (mut taken, mut wanted) = (0, 0);
    for parts in [2, 3, 7] {
        let (session, report, took) = in_ranges(bytes, settings, parts).expect(name);
        let read = everything(&session, &report);
        assert_eq!(read.0, whole.0, "{name} in {parts}: the report");
        assert!(read.1 == whole.1, "{name} in {parts}: the customers");
        assert!(read.2 == whole.2, "{name} in {parts}: the rows set aside");
        taken += took;
        wanted += parts - 1;
    }
    (taken, wanted)
}

#[test]
fn ranges_of_real_files_are_read_apart() {
    for name in ["cdnow_transactions.csv", "online_retail_slice.csv"] {
        let (taken, wanted) = compare(name, &data(name), &Settings::default());
        assert_eq!(taken, wanted, "{name}: all of its ranges");
    }
}

#[test]
fn difficult_files_are_the_same_in_ranges() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/messy");
    let inside = |folder: &Path| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, mut names): (Vec<_>, Vec<_>) = inside(&folder).partition(|path| path.is_dir());
    names.extend(folders.iter().flat_map(|folder| inside(folder)));
    names.retain(|path| path.is_file());
    names.sort();
    let (mut taken, mut files) = (0, 0);
    for path in names {
        let bytes = std::fs::read(&path).unwrap();
        let head = &bytes[..bytes.len().min(ingest::HEAD)];
        if Session::new().inspect(head, bytes.len() <= ingest::HEAD, &Settings::default()).is_err() {
            continue;
        }
        let (some, wanted) = compare(&path.display().to_string(), &bytes, &Settings::default());
        taken += usize::from(some > 0);
        files += usize::from(wanted > 0);
    }
    assert!(taken * 3 > files * 2, "most of them are read apart: {taken} of {files}");
}

#[test]
fn a_range_that_begins_within_a_cell_is_read_again() {
    let mut text = String::from("customer,date,amount,note\n");
    for i in 0..200 {
        // Whatever line feed is next to the middle, it is one within a cell.
        text.push_str(&format!(
            "C{},2024-{:02}-11,{}.5,\"a\nb\nc\nd\n{}\"\n",
            i % 37,
            1 + i % 12,
            i,
            "x\n".repeat(30)
        ));
    }
    let (taken, wanted) = compare("notes", text.as_bytes(), &Settings::default());
    assert!(taken < wanted, "{taken} of {wanted}");
}

#[test]
fn rows_that_hang_on_others_are_not_read_apart() {
    let bytes = data("cdnow_transactions.csv");
    let settings = Settings {
        formats: value_tiers::settings::Formats {
            duplicates: Some(value_tiers::settings::Duplicates::SetAside),
            ..Default::default()
        },
        ..Settings::default()
    };
    let (taken, wanted) = compare("once", &bytes, &settings);
    assert_eq!((taken, wanted), (0, 9));
}

#[test]
fn only_batches_are_taken() {
    let bytes = data("cdnow_transactions.csv");
    let settings = Settings::default();
    let half = bytes.len() / 2;
    let start = half + bytes[half..].iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let batches = range(&bytes, start, bytes.len(), &settings).unwrap();
    let (mut session, files) = begin(&bytes, &settings);
    assert!(session.take(&batches[0]).is_err(), "not before the start");
    session.start(files, &settings).unwrap();
    assert!(!session.at_border(), "the header is still to come");
    session.push(&bytes[..start]).unwrap();
    assert!(session.at_border());
    for length in [0, 7, 8, 30, batches[0].len() - 1] {
        assert!(session.take(&batches[0][..length]).is_err(), "{length} bytes of it");
    }
}
