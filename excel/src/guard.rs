//! What an archive really holds, measured before anything of it is kept: sizes in its directory may be lies.
//!
//! Every part is inflated once into a small buffer and counted. The limits lie above the largest workbooks that Excel
//! itself can write, and below what a browser's memory holds.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::error::{Code, Error, Result};

/// Bytes of a workbook. It is held as a whole: the directory of an archive stands at its end. Excel's 1,048,576 rows with a
/// dozen columns come to 60 to 100 MB.
pub const FILE: u64 = 256 << 20;
/// Bytes of a part that is kept while the workbook is open (its shared texts), or read into a table as a whole (the
/// content of an OpenDocument sheet). In memory it takes two to three times as much; a tab has 4 GiB at most.
pub const KEPT: u64 = 256 << 20;
/// Bytes of a sheet that is streamed. Excel's largest number of rows with thirty columns.
pub const SHEET: u64 = 2 << 30;
/// Bytes of the text that a sheet becomes. Each row may be as wide as a stray cell far to the right makes it.
pub const TEXT: u64 = 2 << 30;
/// Rows and columns of Excel's sheets.
pub const ROWS: u32 = 1_048_576;
/// See [`ROWS`].
pub const COLUMNS: usize = 16_384;
/// Rows of the sheets of Excel 97.
const ROWS_97: u32 = 65_536;
/// Parts in an archive. A workbook has a handful, and some for each sheet and picture.
const PARTS: usize = 10_000;

/// An archive that may be opened.
pub struct Measured {
    /// Names of its parts.
    pub names: Vec<String>,
    /// Whether some sheet has merged cells. Finding them takes another pass over it.
    pub merged: bool,
}

/// Inflates all parts and counts their bytes.
///
/// # Errors
///
/// [`Code::WorkbookTooLarge`] with the limit, [`Code::WorkbookEncrypted`], [`Code::WorkbookDamaged`] where a part can't be
/// inflated or its checksum is another.
pub fn measure(bytes: &[u8]) -> Result<Measured> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    if archive.len() > PARTS {
        return Err(Error::damaged(format!("{} parts", archive.len())));
    }
    let mut measured = Measured { names: Vec::new(), merged: false };
    let mut buffer = vec![0; 1 << 16];
    for place in 0..archive.len() {
        let mut part = archive.by_index(place)?;
        let name = part.name()?.into_owned();
        let sheet = name.contains("/worksheets/");
        let limit = if sheet { SHEET } else { KEPT };
        let mut size = 0;
        loop {
            let n = part.read(&mut buffer)?;
            let Some(piece) = buffer.get(..n).filter(|piece| !piece.is_empty()) else { break };
            size += n as u64;
            if size > limit {
                return Err(too_large(limit));
            }
            // Each list of them has the word several times: a border between two pieces can't hide it.
            measured.merged |= sheet && memchr::memmem::find(piece, b"mergeCell").is_some();
        }
        measured.names.push(name);
    }
    Ok(measured)
}

/// Refuses a sheet of Excel 97 that claims more rows than there can be: calamine makes room for as many as its `Dimensions`
/// record says ([MS-XLS] 2.4.90: type, length 14, first row, row behind the last, first column, column behind the last, 0).
///
/// # Errors
///
/// [`Code::WorkbookDamaged`].
pub fn check_claims(bytes: &[u8]) -> Result<()> {
    for at in memchr::memmem::find_iter(bytes, b"\x00\x02\x0e\x00") {
        let Some(&[a, b, c, d, e, f, g, h, _, _, k, l, 0, 0]) = bytes.get(at + 4..at + 18) else { continue };
        let [first, behind] = [[a, b, c, d], [e, f, g, h]].map(u32::from_le_bytes);
        // Anything else is four bytes that happen to look like the record.
        let likely = u16::from_le_bytes([k, l]) <= 256 && first < behind;
        if likely && behind > ROWS_97 {
            return Err(Error::damaged(format!("{behind} rows")));
        }
    }
    Ok(())
}

/// The error for more than a limit.
pub fn too_large(limit: u64) -> Error {
    Error::new(Code::WorkbookTooLarge).value(limit.to_string())
}
