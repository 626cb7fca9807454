//! The start of a file, taken apart: what its bytes are, how its table is written, what its columns are called.

use super::decoder::decode_start;
use super::dialect::{self, Dialect};
use super::encoding::Encoding;
use super::{guess, header, kind};
use crate::error::{Code, Error, Result};
use crate::settings::Formats;

/// Bytes at the start of a file that decide how it is read.
pub const HEAD: usize = 256 * 1024;

/// Rows of data, at most, in a [`Head`].
pub const ROWS: usize = 2000;

/// Where cells begin and end in a file, and which letters its bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The encoding of the bytes.
    pub encoding: Encoding,
    /// Whether the encoding is certain: chosen by a person, marked by the file, or valid UTF-8.
    pub encoding_sure: bool,
    /// Whether letters had been lost before the file came here (`Ã©`, `锟斤拷`, U+FFFD). No encoding mends that.
    pub damaged: bool,
    /// How the table is written.
    pub dialect: Dialect,
}

/// The start of a file, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How to read the whole file: give it to [`Reader::new`](super::Reader::new).
    pub layout: Layout,
    /// Names of the columns, all different, none empty.
    pub names: Vec<String>,
    /// First rows of data, at most [`ROWS`], as the [`Reader`](super::Reader) will give them.
    pub rows: Vec<Vec<String>>,
    /// Line of the file on which each of them starts.
    pub lines: Vec<u64>,
    /// Whether these are all the rows of the file.
    pub complete: bool,
}

/// Takes the start of a file apart.
///
/// `head` is the first [`HEAD`] bytes, or the whole file where it is shorter; `whole` says that nothing follows. What
/// `formats` has decided is not looked for.
///
/// # Errors
///
/// [`Code::EmptyFile`], [`Code::HeaderOnly`], [`Code::OneColumn`], [`Code::NotText`] with what it is instead,
/// [`Code::UnknownEncoding`] or [`Code::BadSetting`] for a choice in `formats` that can't be.
pub fn sniff(head: &[u8], whole: bool, formats: &Formats) -> Result<Head> {
    let whole = whole && head.len() <= HEAD;
    let head = head.get(..HEAD).unwrap_or(head);
    let refusal = |kind: &str| Err(Error::new(Code::NotText).value(kind));
    if let Some(kind) = kind::of_bytes(head) {
        return refusal(kind);
    }
    let (encoding, encoding_sure) = match &formats.encoding {
        Some(label) => (Encoding::from_label(label)?, true),
        None => guess::encoding(head)?,
    };
    let (text, _) = decode_start(encoding, head)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    // Excel writes the empty cells of a sheet that once had something in it.
    if text.chars().all(|c| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '"' | '\0')) {
        return Err(Error::new(Code::EmptyFile));
    }
    if let Some(kind) = kind::of_text(text) {
        return refusal(kind);
    }
    let forced = match formats.delimiter.map(u8::try_from) {
        None => None,
        Some(Ok(delimiter)) if dialect::allowed(delimiter) => Some(delimiter),
        Some(_) => return Err(Error::new(Code::BadSetting).value("formats.delimiter")),
    };
    let found = dialect::detect(text, forced).ok_or_else(|| Error::new(Code::OneColumn))?;
    let layout = Layout { encoding, encoding_sure, damaged: guess::damaged(text), dialect: found };
    table(text, whole, layout, formats)
}

/// Finds the table in a text whose delimiter is known.
fn table(text: &str, whole: bool, layout: Layout, formats: &Formats) -> Result<Head> {
    let mut dialect = layout.dialect;
    let records = dialect::records(text, &dialect, whole, ROWS);
    if records.is_empty() && !whole {
        // Not one line end in all of the head.
        return Err(Error::new(Code::NotText).value("unknown"));
    }
    if records.iter().all(|r| r.filled() == 0) {
        return Err(Error::new(Code::EmptyFile));
    }
    let start = header::find(&records, formats.header);
    if start.width < 2 {
        return Err(Error::new(Code::OneColumn));
    }
    dialect.skip = start.at as u32;
    dialect.header = start.header;
    dialect.comment = header::comment(&records, &dialect);
    let names = header::names(records.get(start.at).filter(|_| start.header), start.width);
    let rows = dialect::rows(text, &dialect, whole, ROWS + 1);
    if rows.is_empty() && whole {
        return Err(Error::new(Code::HeaderOnly));
    }
    let complete = whole && rows.len() <= ROWS;
    let layout = Layout { dialect, ..layout };
    let (lines, rows) = rows.into_iter().take(ROWS).map(|row| (row.line, row.cells)).unzip();
    Ok(Head { layout, names, rows, lines, complete })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ingest::{Reader, Record};

    fn formats() -> Formats {
        Formats::default()
    }

    #[test]
    fn a_file_is_taken_apart() {
        let text = "sep=;\n\n# as of today\nid;day;sum;sum\n#7;2024-01-01;5,00;x\n\n8;2024-01-02;6,50;y";
        let head = sniff(text.as_bytes(), true, &formats()).unwrap();
        assert_eq!(head.names, ["id", "day", "sum", "sum (2)"]);
        assert_eq!(head.lines, [5, 7]);
        assert_eq!(head.rows, [["#7", "2024-01-01", "5,00", "x"], ["8", "2024-01-02", "6,50", "y"]]);
        assert!(head.complete && head.layout.encoding_sure && !head.layout.damaged);
        let dialect = head.layout.dialect;
        assert_eq!((dialect.delimiter, dialect.skip, dialect.header), (b';', 2, true));
        assert_eq!(dialect.comment, Some(b'#'));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        use Code::*;
        let zeros = vec![0; HEAD + 1];
        for (bytes, code, value) in [
            (&b""[..], EmptyFile, None),
            (b"\xef\xbb\xbf", EmptyFile, None),
            (b"\r\n \r\n", EmptyFile, None),
            (b",,,\n,,,\n", EmptyFile, None),
            (b"id,day,sum\n", HeaderOnly, None),
            (b"id,day,sum\n,,\n\n", HeaderOnly, None),
            (b"id\n1\n2\n", OneColumn, None),
            (b"a", OneColumn, None),
            (b"%PDF-1.4", NotText, Some("pdf")),
            (b"\x01\x02,\xff\xfe\x03,\x04", NotText, Some("unknown")),
            (&zeros, NotText, Some("zeros")),
        ] {
            let error = sniff(bytes, true, &formats()).unwrap_err();
            assert_eq!((error.code, error.value.as_deref()), (code, value), "{:?}", bytes.get(..20));
        }
    }

    #[test]
    fn choices_override_what_is_found() {
        let text = "1,2024-01-01;5\n2,2024-01-02;6\n";
        let read = |formats: Formats| sniff(text.as_bytes(), true, &formats);
        let comma = read(Formats { delimiter: Some(','), header: Some(true), ..formats() }).unwrap();
        assert_eq!(comma.names, ["1", "2024-01-01;5"]);
        assert_eq!(comma.rows.len(), 1);
        let latin = read(Formats { encoding: Some("latin1".into()), ..formats() }).unwrap();
        assert_eq!(latin.layout.encoding, Encoding::Windows1252);
        for (formats, code) in [
            (Formats { encoding: Some("klingon".into()), ..formats() }, Code::UnknownEncoding),
            (Formats { delimiter: Some('，'), ..formats() }, Code::BadSetting),
            (Formats { delimiter: Some('\n'), ..formats() }, Code::BadSetting),
            (Formats { delimiter: Some('~'), ..formats() }, Code::OneColumn),
        ] {
            assert_eq!(read(formats).unwrap_err().code, code);
        }
    }

    #[test]
    fn a_head_is_the_start_of_a_longer_file() {
        let text = "id,sum\n".to_owned() + &"7,é\n".repeat(HEAD / 4);
        let head = sniff(text.as_bytes(), true, &formats()).unwrap();
        assert!(!head.complete);
        assert_eq!(head.rows.len(), ROWS);
        // The cut goes through a character, and through a row that is left out.
        let cut = sniff(&text.as_bytes()[..12], false, &formats()).unwrap();
        assert_eq!((cut.rows.len(), cut.complete, cut.layout.encoding_sure), (1, false, true));
        let endless = sniff("a,".repeat(HEAD).as_bytes(), false, &formats()).unwrap_err();
        assert_eq!((endless.code, endless.value.as_deref()), (Code::NotText, Some("unknown")));
        // A header that is still waiting for its rows is no error.
        let waiting = sniff(b"id,sum\n7,", false, &formats()).unwrap();
        assert!(waiting.rows.is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        /// No bytes break it, and the reader gives the rows that the head has promised.
        #[test]
        fn any_bytes_are_read_or_refused(
            bytes in prop_oneof![
                proptest::collection::vec(any::<u8>(), 0..200),
                "([a-c0-9,;|\"#\n\r é买:=]|sep=;|id,day\n|\\\\\"){0,80}".prop_map(String::into_bytes),
            ],
            size in 1usize..50,
        ) {
            let Ok(head) = sniff(&bytes, true, &formats()) else { return Ok(()) };
            prop_assert!(head.complete && head.names.len() >= 2 && head.rows.len() == head.lines.len());
            let mut names = head.names.clone();
            names.sort();
            names.dedup();
            prop_assert!(names.len() == head.names.len() && !names.contains(&String::new()));
            let mut reader = Reader::new(&head.layout).unwrap();
            let (mut rows, mut lines) = (Vec::new(), Vec::new());
            let mut sink = |record: Record<'_>| {
                lines.push(record.line());
                rows.push(record.cells().map(|c| String::from_utf8(c.to_vec()).unwrap()).collect::<Vec<_>>());
            };
            bytes.chunks(size).for_each(|chunk| reader.feed(chunk, &mut sink));
            reader.finish(&mut sink);
            // Half a character at the end is left out of a head and replaced by the reader.
            if reader.replaced() == 0 {
                prop_assert_eq!((rows, lines), (head.rows, head.lines));
            }
        }
    }
}
