//! A workbook gives the report that its text would give.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod common;

use std::path::Path;
use std::process::Command;

use common::{data, json, report};
use serde_json::Value;
use value_tiers_excel::Workbook;

fn csv(bytes: Vec<u8>) -> Vec<u8> {
    let mut book = Workbook::open(bytes).expect("a workbook");
    let sheet = book.choose(None).expect("a sheet");
    let mut text = Vec::new();
    let mut give = |piece: &[u8]| {
        text.extend_from_slice(piece);
        Ok(())
    };
    book.convert(sheet, &mut give).expect("a table");
    text
}

#[test]
fn the_same_table_makes_the_same_report_in_every_format() {
    let mut expected = json(&report(&data("excel/cdnow.csv")));
    assert_eq!(expected["totals"]["customers"], 1000);
    for name in ["cdnow.xlsx", "cdnow_1904.xlsx", "cdnow.xlsb", "cdnow.xls", "cdnow.ods"] {
        assert_eq!(json(&report(&csv(data(&format!("excel/{name}"))))), expected, "{name}");
    }
    // CDNOW as it is published has its days as 19970101: another way to write the same.
    let original = String::from_utf8(data("cdnow_transactions.csv")).unwrap();
    let rows = original
        .lines()
        .filter(|line| line.split(',').nth(1).unwrap().parse().is_ok_and(|id: u32| id <= 1000));
    let lines: Vec<_> = original.lines().take(1).chain(rows).collect();
    let mut published = json(&report(lines.join("\n").as_bytes()));
    for report in [&mut expected, &mut published] {
        report.as_object_mut().unwrap().remove("input");
    }
    assert_eq!(published, expected);
}

#[test]
fn the_large_workbook_has_the_figures_of_its_text() {
    // The data the project was made with, where it lies beside it.
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/tx/online_retail_slice.xlsx");
    let Ok(bytes) = std::fs::read(&path) else {
        println!("SKIPPED: no workbook at ../shared/data/tx");
        return;
    };
    let [text, sheet] = [data("online_retail_slice.csv"), csv(bytes)].map(|bytes| json(&report(&bytes)));
    for part in ["as_of", "totals", "kpis", "segments", "tiers", "concentration", "models", "actions"] {
        assert_eq!(text[part], sheet[part], "{part}");
    }
    assert_eq!(text["input"]["rows_set_aside"], sheet["input"]["rows_set_aside"]);
}

#[test]
fn the_command_line_opens_workbooks() {
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_value-tiers")).args(arguments).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
    };
    let path = |name: &str| format!("{}/tests/data/excel/{name}", env!("CARGO_MANIFEST_DIR"));
    let sheets = path("sheets.xlsx");
    for (arguments, sheet, net) in [
        (&["report", &sheets][..], "Orders 2024", "1234594.681"),
        (&["report", &sheets, "--sheet", "Refunds"], "Refunds", "5.50"),
    ] {
        let report: Value = serde_json::from_str(&run(arguments).unwrap()).unwrap();
        let file = &report["input"]["files"][0];
        assert_eq!((&file["name"], &file["sheet"]), (&"sheets.xlsx".into(), &sheet.into()));
        assert_eq!(report["totals"]["net"], net);
    }
    // What makes calamine panic still gets a sentence: a compound file that is cut within a sector.
    let damaged = std::env::temp_dir().join(format!("value-tiers-damaged-{}.xls", std::process::id()));
    std::fs::write(&damaged, &data("excel/encrypted.xls")[..4400]).unwrap();
    let said = run(&["report", damaged.to_str().unwrap()]).unwrap_err();
    std::fs::remove_file(&damaged).unwrap();
    assert!(said.starts_with("The workbook can't be opened: it is damaged. Open it"), "{said}");
    // The error cell is an empty one; its line is the row of the sheet.
    let aside = run(&["set-aside", &sheets]).unwrap();
    assert!(aside.contains("\n7,"), "{aside}");
    for (arguments, sentence) in [
        (
            &["report", &sheets, "--sheet", "Rate"][..],
            "no sheet named Rate. It has: Read me, Orders 2024, Refunds, Rates.",
        ),
        (&["report", &path("encrypted.xlsx")], "protected by a password"),
        (&["report", &path("nothing.xlsx")], "No sheet of the workbook has a filled cell."),
        (&["columns", &path("../../../www/screenshots/report.png")], "it looks like: png"),
    ] {
        let said = run(arguments).unwrap_err();
        assert!(said.contains(sentence), "{said}");
    }
}
