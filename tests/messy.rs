//! Difficult files, real ones and test suites, against what is known of each: encoding, delimiter, preamble, column
//! names, number of rows.
//!
//! `tests/data/messy` holds those that may be passed on. The larger corpus that the project was made with is read too
//! where it lies beside the project. `docs/files.md` is the table of what was found; it is written again by
//! `VALUE_TIERS_WRITE=1 cargo test --test messy` where the larger corpus is, and held to be true by every run.

#![allow(clippy::expect_used, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use serde_json::Value;
use value_tiers::error::Code;
use value_tiers::ingest::{Encoding, HEAD, Reader, preview, sniff};
use value_tiers::settings::{Formats, Settings};
use value_tiers_excel::Workbook;

/// Files that are read otherwise than the list says, on purpose: file, what differs, why.
const OTHERWISE: &[(&str, &str, &str)] = &[
    ("derived/excel_text_formula_ids.csv", "first row", "=\"000004\" reads 000004"),
    ("spectrum/location_coordinates.csv", "cells", "the suite has another telephone number in its JSON"),
    (
        "messytables/utf8bom.csv",
        "refusal",
        "one row of two words: a header without rows is the likelier reading",
    ),
    (
        "messytables/weird_head_padding.csv",
        "rows",
        "a report: its text above the table is left out as preamble",
    ),
    ("messytables/weird_head_padding.csv", "first row", "as above"),
    (
        "messytables/begrotingsanalyse-2011.csv",
        "header",
        "a report with four header rows: the third is taken",
    ),
    ("messytables/begrotingsanalyse-2011.csv", "rows", "as above"),
    ("messytables/begrotingsanalyse-2011.csv", "first row", "as above"),
    (
        "papaparse/malformed.tsv",
        "rows",
        "a stray quote in front of a figure doesn't swallow the row after it",
    ),
    (
        "derived/unclosed_quote.csv",
        "rows",
        "a quote that never closes doesn't swallow the rest: all 40 rows are read",
    ),
];

/// Files that must be refused, and how.
const REFUSED: &[(&str, Code, Option<&str>)] = &[
    ("messytables/small.csv", Code::OneColumn, None),
    ("derived/utf8_header_only.csv", Code::HeaderOnly, None),
    ("derived/zero_bytes.csv", Code::EmptyFile, None),
    ("derived/only_bom.csv", Code::EmptyFile, None),
    ("derived/only_blank_lines.csv", Code::EmptyFile, None),
];

/// Workbooks without a value in any cell: nothing at all, and nothing but errors.
const EMPTY: &[&str] = &["messytables/libreoffice.xlsx", "calamine/empty_sheet.xlsx", "calamine/errors.xlsx"];

/// Sheets of workbooks, read; the figures of openpyxl: file, columns, rows below the header, a row of all of them.
const WORKBOOKS: &[(&str, usize, usize, &[&str])] = &[
    ("messytables/simple.xlsx", 3, 6, &["2011-01-01", "1", "Galway"]),
    ("messytables/sw_gen.xlsx", 17, 15, &[]),
    ("calamine/inventory-table.xlsx", 3, 4, &["1", "Apple", "50"]),
    ("calamine/issue_174.xlsx", 11, 1, &[]),
    ("derived/xlsx_named_as.csv", 21, 599, &[]),
    ("derived/html_table_named_as.xls", 3, 50, &["mr0932", "748.5", "2018-01-01 09:26:18"]),
    // The total is a row here; the ledger sets it aside.
    ("derived/taobao_report_title_total_sheets.xlsx", 3, 501, &["mr0932", "748.5", "2018-01-01 09:26:18"]),
];

#[test]
fn files_in_the_repository_read_as_listed() {
    let lines = check(Path::new("tests/data/messy"));
    if std::env::var_os("VALUE_TIERS_WRITE").is_some() {
        return;
    }
    let written = fs::read_to_string(TABLE).expect("docs/files.md");
    for line in lines {
        assert!(written.lines().any(|l| l == line.to_string()), "docs/files.md is no longer true: {line}");
    }
}

#[test]
fn files_beside_the_project_read_as_listed() {
    let corpus = Path::new("../shared/data/messy");
    if corpus.join("expectations.json").exists() {
        let lines = check(corpus);
        if std::env::var_os("VALUE_TIERS_WRITE").is_some() {
            fs::write(TABLE, document(&lines)).expect("docs/files.md is written");
        }
        assert_eq!(fs::read_to_string(TABLE).expect("docs/files.md"), document(&lines));
    } else {
        println!("SKIPPED: no corpus at {}", corpus.display());
    }
}

/// The table of all files.
const TABLE: &str = "docs/files.md";

/// A file in the table.
struct Line {
    file: String,
    trap: String,
    expected: String,
    got: String,
    then: String,
    as_listed: bool,
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "|")?;
        for cell in [&self.file, &self.trap, &self.expected, &self.got, &self.then] {
            write!(f, " {} |", cell.replace(['\n', '\r'], " ").replace('|', "\\|").replace('<', "&lt;"))?;
        }
        Ok(())
    }
}

/// The table as a document.
fn document(lines: &[Line]) -> String {
    let as_listed = lines.iter().filter(|line| line.as_listed).count();
    let mut text = format!(
        "# Difficult files\n\nWritten by `VALUE_TIERS_WRITE=1 cargo test --test messy`; every run of that test checks \
         it. Files are opened with no setting at all.\n\nOf {} files {as_listed} are taken apart, or refused, as \
         their list says; {} otherwise, each for the reason given. *Then* is what the check screen would say: the \
         roles that no column plays, or what it asks. Most of these files are no orders, so most lack a customer.\n\n\
         | file | what is hard | expected | got | then |\n| --- | --- | --- | --- | --- |\n",
        lines.len(),
        lines.len() - as_listed
    );
    for line in lines {
        text += &format!("{line}\n");
    }
    text
}

/// What the list says of a file, in short.
fn expected(name: &str, entry: &Value) -> String {
    if let Some((_, code, _)) = REFUSED.iter().find(|(file, ..)| *file == name) {
        return format!("refused: {code:?}");
    }
    let read = &entry["read"];
    if read.is_null() {
        return match entry["facts"]["sheets"].as_array().map_or(0, Vec::len) {
            0 => "a workbook".into(),
            sheets => format!("a workbook, sheets: {sheets}"),
        };
    }
    let delimiter = match text(&read["delimiter"]).as_str() {
        "," => "comma".to_owned(),
        ";" => "semicolon".into(),
        "\t" => "tab".into(),
        " " => "space".into(),
        other => other.into(),
    };
    let rows = read["data_rows"].as_u64().unwrap_or(0) + read["footer_rows"].as_u64().unwrap_or(0);
    format!("{}, {delimiter}, {} columns, rows: {rows}", text(&read["encoding"]), read["width"])
}

/// What the check screen says once the file is open.
fn then(bytes: &[u8]) -> String {
    let start =
        |bytes: &[u8]| sniff(bytes.get(..HEAD).unwrap_or(bytes), bytes.len() <= HEAD, &Formats::default());
    let head = start(bytes).or_else(|error| {
        let mut book = Workbook::open(bytes.to_vec()).map_err(|_| error.clone())?;
        let sheet = book.choose(None).map_err(|_| error)?;
        start(csv(&mut book, sheet).as_bytes())
    });
    let found = head.and_then(|head| preview(&head, &Settings::default()));
    match found {
        Err(_) => "refused".into(),
        Ok((found, _)) if !found.missing.is_empty() => format!("lacks {:?}", found.missing),
        Ok((found, _)) if !found.questions.is_empty() => {
            format!("asks {:?}", found.questions.iter().map(|q| q.code).collect::<Vec<_>>())
        }
        Ok((found, _)) if found.sure => "no click".into(),
        Ok(_) => "shown before it is run".into(),
    }
}

fn check(corpus: &Path) -> Vec<Line> {
    let mut lines = Vec::new();
    let list = fs::read_to_string(corpus.join("expectations.json")).expect("a list of files");
    let list: Value = serde_json::from_str(&list).expect("the list is JSON");
    let mut wrong = Vec::new();
    for entry in list["files"].as_array().expect("files") {
        let name = entry["file"].as_str().expect("a name");
        let bytes = fs::read(corpus.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        let then = then(&bytes);
        let differences = match REFUSED.iter().find(|(file, ..)| *file == name) {
            Some((_, code, value)) => refusal(&bytes, *code, *value),
            None if entry["read"].is_null() => workbook(name, bytes, &entry["facts"]),
            None => reading(&bytes, &entry["read"], exact_cells(corpus, name).as_ref()),
        };
        for (what, expected, got) in &differences {
            let reason = OTHERWISE.iter().find(|(file, field, _)| *file == name && field == what);
            let reason = reason.map_or("<<<", |(.., reason)| reason);
            println!("{name:45} {what:10} expected {expected:40} got {got} ({reason})");
            if reason == "<<<" {
                wrong.push(format!("{name}: {what}"));
            }
        }
        if differences.is_empty() {
            println!("{name:45} as expected");
        }
        for (file, field, _) in OTHERWISE.iter().filter(|(file, ..)| *file == name) {
            if !differences.iter().any(|(what, ..)| what == field) {
                wrong.push(format!("{file}: {field} is no longer different"));
            }
        }
        let got: Vec<String> = differences
            .iter()
            .map(|(what, _, got)| {
                let reason = OTHERWISE.iter().find(|(file, field, _)| *file == name && field == what);
                let shown = if got.len() <= 40 { format!(" {got}") } else { String::new() };
                format!("{what}{shown} ({})", reason.map_or("wrong", |(.., reason)| reason))
            })
            .collect();
        // Refusing a book without a value is ours; the list would have it open.
        let got = if EMPTY.contains(&name) && got.is_empty() {
            vec!["refused: WorkbookEmpty (no cell holds a value)".to_owned()]
        } else {
            got
        };
        let traps: Vec<String> = entry["traps"].as_array().into_iter().flatten().map(text).collect();
        lines.push(Line {
            file: name.to_owned(),
            trap: traps.join("; "),
            expected: expected(name, entry),
            got: if got.is_empty() { "as expected".into() } else { got.join("; ") },
            then,
            as_listed: got.is_empty(),
        });
    }
    println!("{} files", lines.len());
    assert!(!lines.is_empty() && wrong.is_empty(), "{wrong:#?}");
    lines
}

/// What differs: the field, what is expected, what was read.
type Differences = Vec<(&'static str, String, String)>;

fn refusal(bytes: &[u8], code: Code, value: Option<&str>) -> Differences {
    let expected = format!("{code:?} {value:?}");
    let got = match sniff(bytes.get(..HEAD).unwrap_or(bytes), bytes.len() <= HEAD, &Formats::default()) {
        Ok(head) => format!("{:?} {:?}", head.layout, head.names),
        Err(error) => format!("{:?} {:?}", error.code, error.value.as_deref()),
    };
    if got == expected { Vec::new() } else { vec![("refusal", expected, got)] }
}

/// The engine refuses the bytes, the workbook they are is opened, and its sheets are as listed.
fn workbook(name: &str, bytes: Vec<u8>, facts: &Value) -> Differences {
    let refused = sniff(bytes.get(..HEAD).unwrap_or(&bytes), bytes.len() <= HEAD, &Formats::default());
    assert_eq!(refused.expect_err(name).code, Code::NotText, "{name}");
    let mut differences = Vec::new();
    let mut compare = |what, expected: String, got: String| {
        if expected != got {
            differences.push((what, expected, got));
        }
    };
    let mut book = match Workbook::open(bytes) {
        Ok(book) => book,
        Err(error) => {
            compare(
                "refusal",
                if EMPTY.contains(&name) { "WorkbookEmpty" } else { "none" }.into(),
                format!("{:?}", error.code),
            );
            return differences;
        }
    };
    let sheets = facts["sheets"].as_array().map(Vec::as_slice).unwrap_or_default();
    if !sheets.is_empty() {
        let listed = |s: &Value| format!("{} {}", text(&s["name"]), s["state"] != "visible");
        let got = book.sheets().iter().map(|s| format!("{} {}", s.name, s.hidden));
        compare(
            "sheets",
            sheets.iter().map(listed).collect::<Vec<_>>().join("|"),
            got.collect::<Vec<_>>().join("|"),
        );
    }
    for (place, sheet) in sheets.iter().enumerate() {
        let csv = csv(&mut book, place);
        let lines: Vec<&str> = csv.lines().collect();
        for (line, row) in sheet["first_rows"].as_array().into_iter().flatten().enumerate() {
            let cells: Vec<_> = row.as_array().into_iter().flatten().map(written).collect();
            // Of a formula the list has the text, the sheet its value.
            if cells.iter().all(|cell| !cell.starts_with('=')) {
                let got = lines.get(line).copied().unwrap_or_default();
                compare(
                    "first rows",
                    cells.join(",").trim_end_matches([',', ' ']).into(),
                    got.trim_end_matches([',', ' ']).into(),
                );
            }
        }
    }
    let chosen = book.choose(None).expect("a sheet");
    if let Some(sheet) = facts["sheet"].as_str() {
        compare("chosen", sheet.into(), book.sheets()[chosen].name.clone());
    }
    if let Some((_, columns, rows, first)) = WORKBOOKS.iter().find(|(file, ..)| *file == name) {
        let csv = csv(&mut book, chosen);
        let head = sniff(csv.as_bytes(), csv.len() <= HEAD, &Formats::default()).expect(name);
        compare("columns", columns.to_string(), head.names.len().to_string());
        compare("rows", rows.to_string(), head.rows.len().to_string());
        if !first.is_empty() {
            compare("first row", format!("{first:?}"), format!("{:?}", head.rows[0]));
        }
        if let Some(row) = facts["header_row_1based"].as_u64() {
            compare("line", (row + 1).to_string(), head.lines[0].to_string());
        }
        if let Some(header) = facts["header"].as_array() {
            compare("names", names(&Value::Array(header.clone())).join("|"), head.names.join("|"));
        }
    }
    differences
}

fn csv(book: &mut Workbook, sheet: usize) -> String {
    let mut text = Vec::new();
    let mut give = |piece: &[u8]| {
        text.extend_from_slice(piece);
        Ok(())
    };
    match book.convert(sheet, &mut give) {
        Ok(()) => String::from_utf8(text).expect("UTF-8"),
        Err(error) => {
            assert_eq!(error.code, value_tiers_excel::Code::WorkbookEmpty);
            String::new()
        }
    }
}

/// A cell as the list has it, in the words of a sheet: days without midnight, lengths of time in hours, a line for a line.
fn written(cell: &Value) -> String {
    match text(cell).replace(" 00:00:00", "").replace('\n', " ").as_str() {
        "10 days, 15:10:10" => "255:10:10".into(),
        "ABC_x000D_ DEF" => "ABC DEF".into(),
        cell => cell.into(),
    }
}

/// The cells of a file of the spectrum suite, as an array of objects.
fn exact_cells(corpus: &Path, name: &str) -> Option<Value> {
    let stem = name.strip_prefix("spectrum/")?.strip_suffix(".csv")?;
    let json =
        fs::read_to_string(corpus.join(format!("spectrum/expected/{stem}.json"))).expect("exact cells");
    Some(serde_json::from_str(&json).expect("JSON"))
}

fn reading(bytes: &[u8], expected: &Value, cells: Option<&Value>) -> Differences {
    let head = match sniff(bytes.get(..HEAD).unwrap_or(bytes), bytes.len() <= HEAD, &Formats::default()) {
        Ok(head) => head,
        Err(error) => return vec![("refusal", "none".into(), format!("{:?}", error.code))],
    };
    let mut reader = Reader::new(&head.layout).expect("a known encoding");
    let mut rows = Vec::new();
    let mut sink = |record: value_tiers::ingest::Record<'_>| {
        rows.push(record.cells().map(|c| String::from_utf8_lossy(c).into_owned()).collect::<Vec<_>>());
    };
    for chunk in bytes.chunks(4096) {
        reader.feed(chunk, &mut sink);
    }
    reader.finish(&mut sink);

    let mut differences = Vec::new();
    let mut compare = |what, expected: String, got: String| {
        if expected != got {
            differences.push((what, expected, got));
        }
    };
    let label = expected["encoding"].as_str().expect("an encoding");
    let encoding = Encoding::from_label(label).expect("a known encoding");
    compare("encoding", encoding.label().into(), head.layout.encoding.label().into());
    let dialect = head.layout.dialect;
    compare("delimiter", text(&expected["delimiter"]), char::from(dialect.delimiter).to_string());
    let preamble = expected["records_before_header"].as_u64();
    compare("header", preamble.is_some().to_string(), dialect.header.to_string());
    if let Some(preamble) = preamble {
        compare("skip", preamble.to_string(), dialect.skip.to_string());
        compare("names", names(&expected["columns"]).join("|"), head.names.join("|"));
    } else {
        compare("width", expected["width"].to_string(), head.names.len().to_string());
    }
    let count = |field: &str| expected[field].as_u64().unwrap_or(0);
    compare("rows", (count("data_rows") + count("footer_rows")).to_string(), rows.len().to_string());
    if let Some(first) = expected["first_data_row"].as_array() {
        let first: Vec<String> = first.iter().map(text).map(|c| c.trim().to_owned()).collect();
        let got = rows
            .first()
            .map(|row| row.iter().map(String::as_str).zip(&first).map(shortened).collect::<Vec<_>>());
        compare("first row", first.join("|"), got.unwrap_or_default().join("|"));
    }
    if let Some(cells) = cells {
        let row = |object: &Value| {
            head.names.iter().map(|name| text(&object[name]).trim().to_owned()).collect::<Vec<_>>()
        };
        let expected: Vec<_> = rows_of(cells).iter().map(row).collect();
        compare("cells", format!("{expected:?}"), format!("{rows:?}"));
    }
    let shown = head.rows.len();
    compare("head", format!("{:?}", rows.get(..shown).unwrap_or_default()), format!("{:?}", head.rows));
    differences
}

/// The suite writes a single row as an object, several as an array.
fn rows_of(cells: &Value) -> &[Value] {
    cells.as_array().map_or(std::slice::from_ref(cells), Vec::as_slice)
}

/// A cell, cut as the list cuts long ones.
fn shortened((got, expected): (&str, &String)) -> String {
    match expected.strip_suffix("...") {
        Some(start) if got.starts_with(start) => expected.clone(),
        _ => got.to_owned(),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The names that columns get: blank and repeated ones are numbered.
fn names(columns: &Value) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (i, column) in columns.as_array().into_iter().flatten().enumerate() {
        let written = text(column).split_whitespace().collect::<Vec<_>>().join(" ");
        let base = if written.is_empty() { format!("column {}", i + 1) } else { written };
        let copies = (2..).map(|n| format!("{base} ({n})"));
        let name =
            std::iter::once(base.clone()).chain(copies).find(|n| !names.contains(n)).expect("a free name");
        names.push(name);
    }
    names
}
