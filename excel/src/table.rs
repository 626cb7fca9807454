//! Tables written as text: HTML saved under the name of a workbook, as many shops' back ends do, and the XML of Excel 2003.
//!
//! Of HTML every `<table>` is a sheet, named by its number; one inside another is a sheet of its own. Cells that reach
//! over columns leave the others empty. Colours, formulas and scripts are not looked at.

use encoding_rs::{Encoding, GB18030, UTF_8, WINDOWS_1252};

use crate::cell::Value;
use crate::csv::Merge;
use crate::markup::{Token, Tokens, attribute, is, unescape};

/// Bytes in which an HTML page says its encoding, as browsers look for it.
const DECLARED: usize = 4096;
/// Columns that a cell can reach over, as in browsers.
const SPAN: usize = 1000;

/// One table of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Whether it is hidden from people.
    pub hidden: bool,
    start: usize,
    end: usize,
}

/// A text that holds tables.
#[derive(Clone, Debug)]
pub struct Text {
    text: String,
    xml: bool,
    /// The tables, in their order.
    pub tables: Vec<Table>,
}

/// What is met while a table is read.
pub enum Met<'a> {
    /// A filled cell in a row and a column, both from 0.
    Cell(u32, usize, Value<'a>),
    /// The cell that comes next reaches over several rows.
    Merge(Merge),
}

impl Text {
    /// Finds the tables. None where the bytes are neither HTML nor XML, or hold no table.
    pub fn open(bytes: &[u8]) -> Option<Text> {
        let text = decode(bytes);
        let (mut xml, mut tables) = (false, Vec::new());
        let mut open: Vec<usize> = Vec::new();
        let mut tokens = Tokens::new(&text);
        let mut before = 0;
        let mut visible = false;
        while let Some(token) = tokens.next() {
            let at = tokens.at();
            match token {
                Token::Open(name, ..) if is(name, "workbook") => xml = true,
                // A first tag of another language is no page of tables: SVG, RSS.
                Token::Open(name, attributes, false) if is(name, if xml { "worksheet" } else { "table" }) => {
                    open.push(tables.len());
                    let number = (tables.len() + 1).to_string();
                    let name = attribute(attributes, "name").filter(|_| xml);
                    let name = name.map_or(number, |name| name.into_owned());
                    tables.push(Table { name, hidden: false, start: at, end: text.len() });
                }
                Token::Open(name, ..) if xml && is(name, "visible") => visible = true,
                Token::Text(state) if visible && state.trim_start().starts_with("SheetHidden") => {
                    if let Some(table) = tables.last_mut() {
                        table.hidden = true;
                    }
                }
                Token::Close(name) if is(name, "visible") => visible = false,
                Token::Close(name) if is(name, if xml { "worksheet" } else { "table" }) => {
                    if let Some(table) = open.pop().and_then(|place| tables.get_mut(place)) {
                        table.end = before;
                    }
                }
                _ => {}
            }
            before = at;
        }
        (!tables.is_empty()).then_some(Text { text, xml, tables })
    }

    /// Reads the cells of a table, until `met` has had enough.
    ///
    /// # Errors
    ///
    /// Those of `met`.
    pub fn read<E>(&self, table: &Table, met: &mut dyn FnMut(Met<'_>) -> Result<bool, E>) -> Result<(), E> {
        let text = self.text.get(table.start..table.end).unwrap_or_default();
        let mut reading = Reading { xml: self.xml, ..Reading::default() };
        for token in Tokens::new(text) {
            if !reading.token(token, met)? {
                return Ok(());
            }
        }
        reading.end_cell(met).map(|_| ())
    }
}

/// A place in a table, and the cell that is being read.
#[derive(Default)]
struct Reading {
    xml: bool,
    /// Rows begun.
    rows: u32,
    column: usize,
    /// Tables opened inside this one.
    inner: u32,
    cell: Option<Cell>,
    /// For each column, the last row that a cell above reaches: HTML leaves such cells out.
    taken: Vec<u32>,
    /// Whether text belongs to the cell. In XML only what is in its `Data` does, not its comment.
    listening: bool,
}

#[derive(Default)]
struct Cell {
    text: String,
    kind: String,
    columns: usize,
    rows: u32,
}

type Meet<'m, E> = &'m mut dyn FnMut(Met<'_>) -> Result<bool, E>;

impl Reading {
    /// False when enough was read.
    fn token<E>(&mut self, token: Token<'_>, met: Meet<'_, E>) -> Result<bool, E> {
        match token {
            Token::Open(name, ..) if !self.xml && is(name, "table") => self.inner += 1,
            Token::Close(name) if !self.xml && is(name, "table") => self.inner = self.inner.saturating_sub(1),
            _ if self.inner > 0 => {}
            Token::Open(name, attributes, empty) => {
                if is(name, if self.xml { "row" } else { "tr" }) {
                    return self.begin_row(attributes, met);
                }
                if self.is_cell(name) {
                    let more = self.end_cell(met)?;
                    self.begin_cell(attributes);
                    return if empty { self.end_cell(met) } else { Ok(more) };
                }
                if self.xml && is(name, "data") {
                    // The first: a comment has one too.
                    if let Some(cell) = self.cell.as_mut().filter(|cell| cell.kind.is_empty()) {
                        self.listening = !empty;
                        cell.kind = attribute(attributes, "type").unwrap_or_default().into_owned();
                    }
                } else if !self.xml {
                    // Words on both sides of `<br>` or `<p>` are two words.
                    self.hear(" ");
                }
            }
            Token::Close(name) if self.is_cell(name) || is(name, if self.xml { "row" } else { "tr" }) => {
                return self.end_cell(met);
            }
            Token::Close(name) if self.xml && is(name, "data") => self.listening = false,
            Token::Close(_) => {}
            Token::Text(text) => self.hear(&unescape(text)),
            Token::Literal(text) => self.hear(text),
        }
        Ok(true)
    }

    fn is_cell(&self, name: &str) -> bool {
        if self.xml { is(name, "cell") } else { is(name, "td") || is(name, "th") }
    }

    fn hear(&mut self, text: &str) {
        if self.listening
            && let Some(cell) = &mut self.cell
        {
            cell.text.push_str(text);
        }
    }

    fn begin_row<E>(&mut self, attributes: &str, met: Meet<'_, E>) -> Result<bool, E> {
        let more = self.end_cell(met)?;
        self.column = 0;
        let index = attribute(attributes, "index").filter(|_| self.xml).and_then(|index| index.parse().ok());
        self.rows = index.unwrap_or(0).max(self.rows.saturating_add(1));
        Ok(more)
    }

    fn begin_cell(&mut self, attributes: &str) {
        let number =
            |name: &str| attribute(attributes, name).and_then(|value| value.trim().parse::<usize>().ok());
        let (columns, rows) = if self.xml {
            if let Some(index) = number("index") {
                self.column = index.saturating_sub(1);
            }
            (number("mergeacross").unwrap_or(0) + 1, number("mergedown").unwrap_or(0) + 1)
        } else {
            (number("colspan").unwrap_or(1), number("rowspan").unwrap_or(1))
        };
        while !self.xml && self.taken.get(self.column).is_some_and(|last| *last >= self.rows) {
            self.column += 1;
        }
        let rows = u32::try_from(rows).unwrap_or(u32::MAX).max(1);
        self.cell = Some(Cell { columns: columns.clamp(1, SPAN), rows, ..Cell::default() });
        self.listening = !self.xml;
    }

    fn end_cell<E>(&mut self, met: Meet<'_, E>) -> Result<bool, E> {
        let Some(cell) = self.cell.take() else { return Ok(true) };
        self.listening = false;
        let (row, column) = (self.rows.saturating_sub(1), self.column);
        self.column += cell.columns;
        if cell.rows > 1 {
            let last = row.saturating_add(cell.rows - 1);
            if self.taken.len() < self.column {
                self.taken.resize(self.column, 0);
            }
            for taken in self.taken.iter_mut().take(self.column).skip(column) {
                *taken = last.saturating_add(1);
            }
            if !met(Met::Merge(Merge { first: row, last, column }))? {
                return Ok(false);
            }
        }
        match value(self.xml, &cell) {
            Some(value) if !value.is_blank() => met(Met::Cell(row, column, value)),
            _ => Ok(true),
        }
    }
}

fn value(xml: bool, cell: &Cell) -> Option<Value<'_>> {
    if !xml {
        return Some(Value::Text(cell.text.split_whitespace().collect::<Vec<_>>().join(" ").into()));
    }
    match cell.kind.as_str() {
        "Error" => None,
        "Number" => match cell.text.trim().parse() {
            Ok(number) => Some(Value::Number(number)),
            Err(_) => Some(Value::Text(cell.text.as_str().into())),
        },
        "Boolean" => Some(Value::Bool(cell.text.trim() == "1")),
        // 2021-01-01T10:10:10.000, and midnight for a day without a time. A time alone is one of the last day of 1899.
        "DateTime" => {
            let text = cell.text.trim();
            let text = text.strip_suffix(".000").unwrap_or(text);
            let text = text.strip_suffix("T00:00:00").unwrap_or(text);
            let text = text.strip_prefix("1899-12-31T").unwrap_or(text);
            Some(Value::Text(text.replace('T', " ").into()))
        }
        _ => Some(Value::Text(cell.text.as_str().into())),
    }
}

/// The text, by its byte order mark, by what it says of itself, else UTF-8; where it is none, the encoding of Chinese back
/// ends, and where it isn't that either, that of Western ones.
fn decode(bytes: &[u8]) -> String {
    let declared = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| {
        let head = String::from_utf8_lossy(bytes.get(..DECLARED).unwrap_or(bytes)).to_ascii_lowercase();
        let label = ["charset=", "encoding="].iter().find_map(|key| Some(head.split_once(key)?.1))?;
        let label = label.trim_start_matches(['"', '\'', ' ']);
        let end = label
            .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'))
            .unwrap_or(label.len());
        // A text in which this can be read is not in UTF-16, whatever it says.
        Encoding::for_label(label.get(..end)?.as_bytes()).map(Encoding::output_encoding)
    });
    for encoding in [declared.unwrap_or(UTF_8), GB18030] {
        let (text, _, broken) = encoding.decode(bytes);
        if !broken {
            return text.into_owned();
        }
    }
    declared.unwrap_or(WINDOWS_1252).decode(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn cells(text: &Text, table: usize) -> Vec<String> {
        let mut all = Vec::new();
        let mut met = |met: Met<'_>| {
            all.push(match met {
                Met::Cell(row, column, value) => {
                    let mut text = String::new();
                    value.write(&mut text);
                    format!("{row}:{column} {text}")
                }
                Met::Merge(merge) => format!("{}-{}:{}", merge.first, merge.last, merge.column),
            });
            Ok::<_, Infallible>(true)
        };
        let _ = text.read(&text.tables[table], &mut met);
        all
    }

    #[test]
    fn html_tables_are_sheets() {
        for (html, expected) in [
            (
                "<table><tr><th>id<th>paid<tr><td>a<td>1</table>",
                &["0:0 id", "0:1 paid", "1:0 a", "1:1 1"][..],
            ),
            (
                "<html><TABLE><TR><TD colspan=2>Orders</TD></TR><TR><TD> a &amp;\n b<br>c</TD><TD x:num=\"3\">3</TD></TR></TABLE>",
                &["0:0 Orders", "1:0 a & b c", "1:1 3"],
            ),
            (
                "<table><tr><td rowspan=2>ann</td><td>tea</td></tr><tr><td>cup</td></tr><tr><td>bob</td></tr></table>",
                &["0-1:0", "0:0 ann", "0:1 tea", "1:1 cup", "2:0 bob"],
            ),
            (
                "<table><tr><td>a<table><tr><td>in</td></tr></table></td><td>b</td></tr></table>",
                &["0:0 a", "0:1 b"],
            ),
            ("<table><tr><td><style>td {}</style>&nbsp;</td><td>&#20080;", &["0:1 买"]),
        ] {
            let text = Text::open(html.as_bytes()).unwrap();
            assert_eq!(cells(&text, 0), expected, "{html}");
        }
        let two = Text::open(b"<table><tr><td>a<table><tr><td>in</table></table>").unwrap();
        assert_eq!(two.tables.iter().map(|t| t.name.as_str()).collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(cells(&two, 1), ["0:0 in"]);
        for bytes in [&b"<html><p>no table</p></html>"[..], b"<?xml?><rss></rss>", b"", b"a,b\n1,2\n"] {
            assert!(Text::open(bytes).is_none());
        }
    }

    #[test]
    fn xml_of_2003_is_a_workbook() {
        let xml = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="Notes &amp; more"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>
            <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
            <Worksheet ss:Name="Orders"><Table ss:ExpandedRowCount="999999999">
            <Row ss:Index="3"><Cell ss:Index="2" ss:MergeDown="1"><Data ss:Type="String">a<B> b</B></Data><Comment><Data>no</Data></Comment></Cell>
            <Cell><Data ss:Type="Number">1.2E+3</Data></Cell></Row>
            <Row><Cell ss:Index="3"><Data ss:Type="DateTime">2024-03-05T00:00:00.000</Data></Cell>
            <Cell><Data ss:Type="DateTime">2024-03-05T09:26:18.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell>
            <Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell/></Row></Table></Worksheet></Workbook>"#;
        let text = Text::open(xml.as_bytes()).unwrap();
        let names: Vec<_> = text.tables.iter().map(|t| (t.name.as_str(), t.hidden)).collect();
        assert_eq!(names, [("Notes & more", true), ("Orders", false)]);
        assert_eq!(
            cells(&text, 1),
            ["2-3:1", "2:1 a b", "2:2 1200", "3:2 2024-03-05", "3:3 2024-03-05 09:26:18", "3:4 TRUE"]
        );
    }

    #[test]
    fn letters_are_those_that_were_meant() {
        let cell = |text: &str| format!("<meta charset=gb2312><table><tr><td>{text}</td></tr></table>");
        let bare = "<table><tr><td>买</td></tr></table>";
        let utf_16: Vec<u8> =
            [0xfeff].into_iter().chain(bare.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        for (bytes, expected) in [
            (GB18030.encode(&cell("买")).0.into_owned(), "买"),
            (GB18030.encode(bare).0.into_owned(), "买"),
            (bare.as_bytes().to_vec(), "买"),
            (utf_16, "买"),
            (b"<meta charset=big5><table><tr><td>\xb6R</td></tr></table>".to_vec(), "買"),
            (b"<table><tr><td>caf\xe9</td></tr></table>".to_vec(), "café"),
            // Says GB2312 and is UTF-8: what can be read counts.
            (cell("é").into_bytes(), "茅"),
        ] {
            let text = Text::open(&bytes).unwrap();
            assert_eq!(cells(&text, 0), [format!("0:0 {expected}")]);
        }
    }
}
