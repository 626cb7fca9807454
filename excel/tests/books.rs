//! Workbooks of every kind, as shops and people save them, and as nobody should: which sheets are listed, which is chosen,
//! and the text that a sheet becomes.
//!
//! The files are in `tests/data/excel` of the project (`make.py` there wrote them) and `tests/data/messy`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;

use value_tiers_excel::{Code, Error, Workbook, guard};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn bytes(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data").join(name);
    fs::read(&path).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn csv(bytes: Vec<u8>, sheet: Option<&str>) -> Result<String, Error> {
    let mut book = Workbook::open(bytes)?;
    let mut text = Vec::new();
    let sheet = book.choose(sheet)?;
    book.convert(sheet, &mut |piece| {
        text.extend_from_slice(piece);
        Ok(())
    })?;
    Ok(String::from_utf8(text).unwrap())
}

#[test]
fn every_format_gives_the_same_text() {
    let expected = String::from_utf8(bytes("excel/cdnow.csv")).unwrap();
    for name in ["cdnow.xlsx", "cdnow_1904.xlsx", "cdnow.xlsb", "cdnow.xls", "cdnow.ods"] {
        assert!(csv(bytes(&format!("excel/{name}")), None).unwrap() == expected, "{name}");
    }
    let start: String = expected.lines().take(201).map(|line| format!("{line}\n")).collect();
    assert_eq!(csv(bytes("excel/orders_2003.xml"), None).unwrap(), start);
}

#[test]
fn sheets_are_listed_and_the_orders_chosen() {
    let book = Workbook::open(bytes("excel/sheets.xlsx")).unwrap();
    let listed: Vec<_> = book
        .sheets()
        .iter()
        .map(|s| (s.name.as_str(), s.hidden, s.look.rows, s.look.columns.clone(), s.look.is_dated()))
        .collect();
    assert_eq!(
        listed,
        [
            ("Read me", false, 2, 0..1, false),
            ("Orders 2024", false, 8, 1..7, true),
            ("Refunds", false, 3, 0..3, true),
            ("Rates", true, 21, 0..2, false),
        ]
    );
    assert_eq!(book.choose(None).unwrap(), 1);
    assert!(!book.is_sure(), "refunds could be meant too");
    assert_eq!(book.choose(Some("Rates")).unwrap(), 3);
    let error = book.choose(Some("rates")).unwrap_err();
    assert_eq!((error.code, error.value.as_deref()), (Code::UnknownSheet, Some("rates")));
}

#[test]
fn cells_are_what_a_person_sees() {
    // Line n is row n; the blank first column is left out; texts and dates of merged cells are repeated, the error is not.
    let expected = "\
\"Orders, January to March\",,,,,

Customer,Order,Ordered at,Item,Paid,Gift
4000000000000123,1001,2024-01-05 09:26:18,\"Tea, green\",19.99,FALSE
ann,1002,2024-01-06,\"Cup \"\"blue\"\"\",0.3,TRUE
ann,,2024-01-06,Pot,12,
\"=\"\"007\"\"\",1003,2024-02-29 23:59:59,Tea,,
bob,1004,2024-03-01,two lines,-5.5,
17850,1005,2024-03-02,,1234567.891,
";
    assert_eq!(csv(bytes("excel/sheets.xlsx"), None).unwrap(), expected);
    let refunds = "Customer,Date,Paid\nann,2024-01-09,2.5\nbob,2024-03-09,3\n";
    assert_eq!(csv(bytes("excel/sheets.xlsx"), Some("Refunds")).unwrap(), refunds);
}

#[test]
fn files_of_other_programs_read_as_they_should() {
    for (name, expected) in [
        ("calamine/date.xlsx", "2021-01-01,15\n2021-01-02,16\n255:10:10,17\n"),
        ("calamine/date_1904.xlsx", "2021-01-01,15\n2021-01-02,16\n255:10:10,17\n"),
        ("calamine/date_iso.xlsx", "2021-01-01\n2021-01-01 10:10:10\n10:10:10\n"),
        ("calamine/empty_shared_string.xlsx", "abc\n"),
        (
            "calamine/inventory-table.xlsx",
            "Item,Type,Quantity\n1,Apple,50\n2,Banana,200\n3,Orange,60\n4,Pear,100\n",
        ),
        ("calamine/any_sheets.xlsx", "1,2\n3,4\n5,6\n"),
        ("calamine/encoded_entities.xlsx", "&\n"),
    ] {
        let text = csv(bytes(&format!("messy/{name}")), None).unwrap();
        assert!(text.starts_with(expected), "{name}: {text:?}");
    }
}

#[test]
fn a_sheet_that_claims_seventeen_billion_cells_is_two_lines() {
    let text = csv(bytes("messy/calamine/issue_174.xlsx"), None).unwrap();
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[0].starts_with("Your Ref #,Contact Name,"), "{text}");
}

#[test]
fn what_can_not_be_opened_says_why() {
    let sheets = bytes("excel/sheets.xlsx");
    let cut = sheets[..sheets.len() / 2].to_vec();
    let mut altered = sheets.clone();
    // In the middle of a part: its checksum tells.
    let middle = altered.len() / 3;
    altered[middle..middle + 16].fill(0x55);
    let mut cut_xls = bytes("excel/cdnow.xls");
    cut_xls.truncate(2000);
    let mut claims = bytes("excel/cdnow.xls");
    let record = claims.windows(4).position(|w| w == [0, 2, 14, 0]).unwrap();
    claims[record + 8..record + 12].copy_from_slice(&u32::MAX.to_le_bytes());
    let archive_of_photos = archive(&[("photos/1.jpg", b"x")]);
    for (name, bytes, code) in [
        ("encrypted.xlsx", bytes("excel/encrypted.xlsx"), Code::WorkbookEncrypted),
        ("encrypted.xls", bytes("excel/encrypted.xls"), Code::WorkbookEncrypted),
        ("no cells", bytes("excel/nothing.xlsx"), Code::WorkbookEmpty),
        ("no cells either", bytes("messy/calamine/empty_sheet.xlsx"), Code::WorkbookEmpty),
        ("cut", cut, Code::WorkbookDamaged),
        ("altered", altered, Code::WorkbookDamaged),
        ("cut, old", cut_xls, Code::WorkbookDamaged),
        ("four billion rows", claims, Code::WorkbookDamaged),
        ("photos", archive_of_photos, Code::NotAWorkbook),
        ("a page without a table", b"<html><p>sign in</p></html>".to_vec(), Code::NotAWorkbook),
        ("a table without a cell", b"<table><tr><td> </td></tr></table>".to_vec(), Code::WorkbookEmpty),
        ("text", b"a,b\n1,2\n".to_vec(), Code::NotAWorkbook),
        ("nothing", Vec::new(), Code::NotAWorkbook),
    ] {
        let error = csv(bytes, None).expect_err(name);
        assert_eq!(error.code, code, "{name}: {error:?}");
    }
}

#[test]
fn an_archive_is_measured_before_it_is_opened() {
    // A workbook whose shared texts inflate to more than may be kept, out of a hundredth of it.
    let zeros = vec![b' '; guard::KEPT as usize + 1];
    let bomb = archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", &zeros)]);
    assert!(bomb.len() as u64 * 100 < guard::KEPT);
    let error = csv(bomb, None).unwrap_err();
    assert_eq!((error.code, error.value), (Code::WorkbookTooLarge, Some(guard::KEPT.to_string())));

    // The same with sizes in the directory that are lies: what is inflated counts.
    let mut liar = archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", &zeros)]);
    let size = (guard::KEPT as u32 + 1).to_le_bytes();
    let places: Vec<_> = (0..liar.len() - 4).filter(|at| liar[*at..*at + 4] == size).collect();
    assert!(!places.is_empty());
    for at in places {
        liar[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    let error = csv(liar, None).unwrap_err();
    assert!(matches!(error.code, Code::WorkbookTooLarge | Code::WorkbookDamaged), "{error:?}");
}

#[test]
fn a_stray_cell_at_the_far_corner_costs_its_line_breaks() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>
        <row r="1048576"><c r="XFD1048576"><v>3</v></c></row></sheetData></worksheet>"#;
    let text = csv(workbook(sheet), None).unwrap();
    assert_eq!(text.len(), "1,2\n".len() + 1_048_574 + 16_383 + "3\n".len());
}

#[test]
fn rows_out_of_order_are_damage() {
    let sheet = r#"<worksheet><sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>
        </sheetData></worksheet>"#;
    assert_eq!(csv(workbook(sheet), None).unwrap_err().code, Code::WorkbookDamaged);
}

/// The smallest XLSX that holds this sheet.
fn workbook(sheet: &str) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"rId1\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    archive(&[
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml").as_bytes()),
        (
            "xl/workbook.xml",
            b"<workbook><sheets><sheet name=\"Orders\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        ),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // The quickest way to pack.
        zip.start_file(*name, SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
