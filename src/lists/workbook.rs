//! A workbook from its sheets: the smallest XLSX that Excel, LibreOffice and Numbers open (ECMA-376, part 1), in a ZIP file
//! without compression.
//!
//! Text is written as inline strings, which no program takes for a formula, so it stands as it is in the file.

/// A cell: text as it is, or a number in plain digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text, never a formula.
    Text(String),
    /// A number of our own: `-12.50`. Empty for none.
    Number(String),
}

impl Cell {
    /// What is in it.
    pub fn text(&self) -> &str {
        match self {
            Cell::Text(text) | Cell::Number(text) => text,
        }
    }
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// A workbook of sheets, each a name and its rows.
pub fn xlsx(sheets: &[(&str, Vec<Vec<Cell>>)]) -> Vec<u8> {
    let mut zip = Zip::default();
    let each = |made: &dyn Fn(usize, &str) -> String| -> String {
        sheets.iter().enumerate().map(|(at, (name, _))| made(at + 1, name)).collect()
    };
    let parts = each(&|n, _| {
        format!(
            "<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{CONTENT}.worksheet+xml\"/>"
        )
    });
    zip.add("[Content_Types].xml", &format!(
        "{HEAD}<Types xmlns=\"{TYPES}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{CONTENT}.sheet.main+xml\"/>{parts}</Types>"
    ));
    zip.add("_rels/.rels", &format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    ));
    let names =
        each(&|n, name| format!("<sheet name=\"{}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>", escaped(name)));
    zip.add(
        "xl/workbook.xml",
        &format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{names}</sheets></workbook>"),
    );
    let targets = each(&|n, _| {
        format!(
            "<Relationship Id=\"rId{n}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
        )
    });
    zip.add(
        "xl/_rels/workbook.xml.rels",
        &format!("{HEAD}<Relationships xmlns=\"{PACKAGE}\">{targets}</Relationships>"),
    );
    for (at, (_, rows)) in sheets.iter().enumerate() {
        zip.add(&format!("xl/worksheets/sheet{}.xml", at + 1), &sheet(rows));
    }
    zip.finish()
}

fn sheet(rows: &[Vec<Cell>]) -> String {
    let mut out = format!("{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetData>");
    for row in rows {
        out.push_str("<row>");
        for cell in row {
            match cell {
                cell if cell.text().is_empty() => out.push_str("<c/>"),
                Cell::Number(number) => out.push_str(&format!("<c><v>{number}</v></c>")),
                Cell::Text(text) => {
                    out.push_str("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                    out.push_str(&escaped(text));
                    out.push_str("</t></is></c>");
                }
            }
        }
        out.push_str("</row>");
    }
    out.push_str("</sheetData></worksheet>");
    out
}

/// Text as XML: control characters, which XML can't hold, are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A ZIP file of stored entries (PKWARE, APPNOTE 6.3).
#[derive(Default)]
struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    entries: u16,
}

/// 1980-01-01, the first day there is in a ZIP file: the same list is the same file.
const DAY: u32 = 1 << 5 | 1;

impl Zip {
    fn add(&mut self, name: &str, text: &str) {
        let (start, size) = (self.bytes.len() as u32, text.len() as u32);
        let mut common = Vec::new();
        // Version 2.0, names in UTF-8, stored, midnight.
        for short in [20_u16, 1 << 11, 0, 0, DAY as u16] {
            common.extend_from_slice(&short.to_le_bytes());
        }
        for long in [crc32(text.as_bytes()), size, size] {
            common.extend_from_slice(&long.to_le_bytes());
        }
        common.extend_from_slice(&(name.len() as u16).to_le_bytes());
        common.extend_from_slice(&[0; 2]);
        self.bytes.extend_from_slice(b"PK\x03\x04");
        self.bytes.extend_from_slice(&common);
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.extend_from_slice(text.as_bytes());
        self.directory.extend_from_slice(b"PK\x01\x02\x14\x00");
        self.directory.extend_from_slice(&common);
        self.directory.extend_from_slice(&[0; 10]);
        self.directory.extend_from_slice(&start.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.entries += 1;
    }

    fn finish(mut self) -> Vec<u8> {
        let (start, size) = (self.bytes.len() as u32, self.directory.len() as u32);
        self.bytes.append(&mut self.directory);
        self.bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        for _ in 0..2 {
            self.bytes.extend_from_slice(&self.entries.to_le_bytes());
        }
        self.bytes.extend_from_slice(&size.to_le_bytes());
        self.bytes.extend_from_slice(&start.to_le_bytes());
        self.bytes.extend_from_slice(&[0; 2]);
        self.bytes
    }
}

/// CRC-32 as ZIP has it, four bits at a time.
fn crc32(bytes: &[u8]) -> u32 {
    const STEP: [u32; 16] = {
        let mut table = [0; 16];
        let mut at = 0;
        while at < 16 {
            let (mut value, mut bit) = (at as u32, 0);
            while bit < 4 {
                value = if value & 1 == 1 { value >> 1 ^ 0xEDB8_8320 } else { value >> 1 };
                bit += 1;
            }
            table[at] = value;
            at += 1;
        }
        table
    };
    let step = |crc: u32, half: u32| crc >> 4 ^ STEP[((crc ^ half) & 15) as usize];
    !bytes.iter().fold(!0, |crc, &byte| step(step(crc, byte.into()), u32::from(byte >> 4)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crc_is_the_usual_one() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn a_workbook_is_read_back_by_an_independent_reader() {
        let rows = vec![
            vec![Cell::Text("who".into()), Cell::Text("net".into())],
            vec![Cell::Text("=1+1 <b> & \"王\"\u{1}".into()), Cell::Number("-12.50".into())],
            vec![Cell::Text("00123".into()), Cell::Number(String::new())],
        ];
        let bytes = xlsx(&[("List", rows), ("About", vec![vec![Cell::Text("a".into())]])]);
        let mut book = value_tiers_excel::Workbook::open(bytes).unwrap();
        let names: Vec<_> = book.sheets().iter().map(|sheet| sheet.name.clone()).collect();
        assert_eq!(names, ["List", "About"]);
        let mut csv = Vec::new();
        book.convert(0, &mut |piece| {
            csv.extend_from_slice(piece);
            Ok(())
        })
        .unwrap();
        let text = String::from_utf8(csv).unwrap();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines[0], "who,net");
        assert!(lines[1].contains("=1+1 <b> & ") && lines[1].ends_with("-12.5"), "{}", lines[1]);
        assert!(lines[2].starts_with("00123"), "{}", lines[2]);
    }
}
