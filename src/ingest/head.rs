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
    if text.trim().is_empty() {
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
