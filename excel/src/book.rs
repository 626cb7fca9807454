//! A workbook of any kind: its sheets, and one of them as CSV.

use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, Range, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsb,
    Xlsx,
};

use crate::cell::Value;
use crate::csv::{Merge, Writer};
use crate::error::{Code, Error, Result};
use crate::look::{self, Look};
use crate::table::{Met, Text};
use crate::{compound, guard};

type Bytes = Cursor<Vec<u8>>;

/// First bytes of an archive, of a compound file and of a sheet that is not even in one.
const ARCHIVE: &[u8] = b"PK";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// An open workbook.
pub struct Workbook {
    format: Format,
    merged: bool,
    sheets: Vec<SheetView>,
    chosen: usize,
    sure: bool,
}

enum Format {
    Xlsx(Xlsx<Bytes>),
    Xlsb(Xlsb<Bytes>),
    Xls(Xls<Bytes>),
    Ods(Ods<Bytes>),
    Text(Text),
}

/// A sheet, as a person has to know it to choose one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetView {
    /// Its name.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
    /// What it seems to hold.
    pub look: Look,
}

/// Takes cells, and the merged cells that are told on the way; false when enough was seen.
type Meet<'m> = &'m mut dyn FnMut(Met<'_>) -> Result<bool>;

impl Workbook {
    /// Opens a workbook, whatever its name says, and looks at each of its sheets.
    ///
    /// # Errors
    ///
    /// Every [`Code`] but [`Code::UnknownSheet`].
    pub fn open(bytes: Vec<u8>) -> Result<Workbook> {
        if bytes.len() as u64 > guard::FILE {
            return Err(guard::too_large(guard::FILE));
        }
        let mut merged = true;
        let format = if bytes.starts_with(ARCHIVE) {
            let measured = guard::measure(&bytes)?;
            merged = measured.merged;
            archive(bytes, &measured.names)?
        } else if bytes.starts_with(COMPOUND) {
            compound(bytes)?
        } else {
            Format::Text(Text::open(&bytes).ok_or(Error::new(Code::NotAWorkbook))?)
        };
        let mut book = Workbook { format, merged, sheets: Vec::new(), chosen: 0, sure: true };
        for (name, hidden) in book.names() {
            let mut look = Look::default();
            // A sheet that can't be read is listed as empty: another one may be what is wanted. Once chosen, it says why.
            let _ = book.format.read(&name, &mut |met| {
                Ok(match met {
                    Met::Cell(row, column, value) => look.cell(row, column, &value),
                    Met::Merge(_) => true,
                })
            });
            book.sheets.push(SheetView { name, hidden, look: look.finish() });
        }
        let looks: Vec<_> = book.sheets.iter().map(|sheet| (sheet.hidden, &sheet.look)).collect();
        book.chosen = look::choose(&looks).ok_or(Error::new(Code::WorkbookEmpty))?;
        book.sure = look::is_sure(&looks, book.chosen);
        Ok(book)
    }

    /// The sheets with cells, in the order of the workbook. Sheets of charts and macros are left out.
    pub fn sheets(&self) -> &[SheetView] {
        &self.sheets
    }

    /// Whether the sheet that looks most like orders is the only one that looks like them.
    pub fn is_sure(&self) -> bool {
        self.sure
    }

    /// The place of the sheet to read: the one of this name, or the one that looks most like orders.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownSheet`].
    pub fn choose(&self, name: Option<&str>) -> Result<usize> {
        let Some(name) = name else { return Ok(self.chosen) };
        let place = self.sheets.iter().position(|sheet| sheet.name == name);
        place.ok_or_else(|| Error::new(Code::UnknownSheet).value(name))
    }

    /// Gives a sheet as CSV in UTF-8, piece by piece.
    ///
    /// # Errors
    ///
    /// [`Code::WorkbookDamaged`], [`Code::WorkbookTooLarge`], [`Code::WorkbookEmpty`] where the sheet has no filled cell, or
    /// an error of `give`.
    pub fn convert(&mut self, sheet: usize, give: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()> {
        let view = self.sheets.get(sheet).ok_or(Error::new(Code::UnknownSheet))?;
        let (name, columns) = (view.name.clone(), view.look.columns.clone());
        let merges = if self.merged { self.format.merges(&name)? } else { Vec::new() };
        let mut filled = false;
        let mut writer = Writer::new(columns, merges, give);
        self.format.read(&name, &mut |met| {
            match met {
                Met::Cell(row, column, value) => {
                    filled |= !value.is_blank();
                    writer.cell(row, column, &value)?;
                }
                Met::Merge(merge) => writer.merge(merge),
            }
            Ok(true)
        })?;
        if !filled {
            return Err(Error::new(Code::WorkbookEmpty));
        }
        writer.finish()
    }

    /// Names of the sheets with cells, and whether each is hidden.
    fn names(&self) -> Vec<(String, bool)> {
        let listed = |sheets: &[Sheet]| -> Vec<_> {
            let sheets = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
            sheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
        };
        match &self.format {
            Format::Xlsx(book) => listed(book.sheets_metadata()),
            Format::Xlsb(book) => listed(book.sheets_metadata()),
            Format::Xls(book) => listed(book.sheets_metadata()),
            Format::Ods(book) => listed(book.sheets_metadata()),
            Format::Text(text) => {
                text.tables.iter().map(|table| (table.name.clone(), table.hidden)).collect()
            }
        }
    }
}

fn archive(bytes: Vec<u8>, names: &[String]) -> Result<Format> {
    let has = |part: &str| names.iter().any(|name| name.ends_with(part));
    let bytes = Cursor::new(bytes);
    if has("workbook.bin") {
        Ok(Format::Xlsb(Xlsb::new(bytes)?))
    } else if has("content.xml") && has("mimetype") {
        match Ods::new(bytes) {
            // A text document or a presentation.
            Err(calamine::OdsError::InvalidMime(_)) => Err(Error::new(Code::NotAWorkbook)),
            book => Ok(Format::Ods(book?)),
        }
    } else if names.iter().any(|name| name.contains("workbook") && name.ends_with(".xml")) {
        Ok(Format::Xlsx(Xlsx::new(bytes)?))
    } else {
        Err(Error::new(Code::NotAWorkbook))
    }
}

fn compound(bytes: Vec<u8>) -> Result<Format> {
    compound::check(&bytes)?;
    // An encrypted XLSX is a compound file too.
    if let Err(calamine::XlsxError::Password) = Xlsx::new(Cursor::new(bytes.as_slice())) {
        return Err(Error::new(Code::WorkbookEncrypted));
    }
    guard::check_claims(&bytes)?;
    Ok(Format::Xls(Xls::new(Cursor::new(bytes))?))
}

impl Format {
    /// Reads the cells of a sheet in the order of its rows, until `met` has had enough.
    fn read(&mut self, name: &str, met: Meet<'_>) -> Result<()> {
        match self {
            Format::Xlsx(book) => {
                let from_1904 = book.has_1904_epoch();
                let mut cells = book.worksheet_cells_reader(name)?;
                while let Some(cell) = cells.next_cell()? {
                    if !meet(cell.get_position(), of_reference(cell.get_value(), from_1904), met)? {
                        break;
                    }
                }
                Ok(())
            }
            Format::Xlsb(book) => {
                let from_1904 = book.has_1904_epoch();
                let mut cells = book.worksheet_cells_reader(name)?;
                while let Some(cell) = cells.next_cell()? {
                    if !meet(cell.get_position(), of_reference(cell.get_value(), from_1904), met)? {
                        break;
                    }
                }
                Ok(())
            }
            Format::Xls(book) => {
                let from_1904 = book.has_1904_epoch();
                in_memory(&book.worksheet_range(name)?, from_1904, met)
            }
            // OpenDocument writes its dates as text.
            Format::Ods(book) => in_memory(&book.worksheet_range(name)?, false, met),
            Format::Text(text) => match text.tables.iter().find(|table| table.name == name) {
                Some(table) => text.read(table, met),
                None => Err(Error::new(Code::UnknownSheet).value(name)),
            },
        }
    }

    /// Cells that reach over several rows, where the format says so before or beside its cells.
    fn merges(&mut self, name: &str) -> Result<Vec<Merge>> {
        let found = match self {
            Format::Xlsx(book) => book.merge_cells_by_sheet_name(name)?,
            Format::Xls(book) => book.merge_cells_by_sheet_name(name)?,
            _ => Vec::new(),
        };
        let merge =
            |Dimensions { start, end }| Merge { first: start.0, last: end.0, column: start.1 as usize };
        Ok(found.into_iter().map(merge).collect())
    }
}

fn in_memory(range: &Range<Data>, from_1904: bool, met: Meet<'_>) -> Result<()> {
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, cell) in range.used_cells() {
        if !meet((top + row as u32, left + column as u32), of_data(cell, from_1904), met)? {
            break;
        }
    }
    Ok(())
}

fn meet((row, column): (u32, u32), value: Option<Value<'_>>, met: Meet<'_>) -> Result<bool> {
    match value {
        Some(value) => met(Met::Cell(row, column as usize, value)),
        None => Ok(true),
    }
}

fn of_reference<'a>(cell: &'a DataRef<'_>, from_1904: bool) -> Option<Value<'a>> {
    Some(match cell {
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::SharedString(text) => Value::Text((*text).into()),
        DataRef::String(text) => Value::Text(text.as_str().into()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso(text),
        DataRef::Bool(yes) => Value::Bool(*yes),
        DataRef::DateTime(moment) => self::moment(moment, from_1904),
        DataRef::Error(_) | DataRef::Empty => return None,
    })
}

fn of_data(cell: &Data, from_1904: bool) -> Option<Value<'_>> {
    Some(match cell {
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::String(text) => Value::Text(text.as_str().into()),
        Data::DateTimeIso(text) | Data::DurationIso(text) => iso(text),
        Data::Bool(yes) => Value::Bool(*yes),
        Data::DateTime(moment) => self::moment(moment, from_1904),
        Data::Error(_) | Data::Empty => return None,
    })
}

/// `2021-01-01T10:10:10` as every other date is written.
fn iso(text: &str) -> Value<'_> {
    match text.split_once('T') {
        Some((day, time)) if !day.is_empty() => Value::Text(format!("{day} {time}").into()),
        _ => Value::Text(text.into()),
    }
}

fn moment(moment: &ExcelDateTime, from_1904: bool) -> Value<'static> {
    Value::Moment { serial: moment.as_f64(), from_1904, duration: moment.is_duration() }
}
