//! Bytes in any chunks become records, each a row of trimmed UTF-8 cells.
//!
//! [`Reader`] is pushed: it does no input of its own, and gives the same records however the bytes are cut into chunks.
//! A record that lies whole in one chunk and has no quote in it, which is nearly every record of nearly every export, is
//! found by searching for its line end and its delimiters, and is never copied. Everything else goes through a machine
//! that takes one byte at a time. The tests hold the two to the same answer.
//!
//! What it makes of difficult files:
//!
//! - LF, CRLF and CR each end a line, in any mixture. Inside quotes they are text.
//! - `""` inside quotes is a quote. Blanks around a quoted cell don't matter. Text after a closing quote belongs to the
//!   cell. A quote inside an unquoted cell is text.
//! - **A quote that never closes** doesn't swallow the rest of the file. It is taken for a slip of the pen, left out, and
//!   its line read without it, when the file ends before the quote closes, when [`QUOTED`] bytes pass, or when line
//!   breaks lie between the two quotes and text follows the second (it then is the opening quote of a later cell).
//!   [`Reader::stray_quotes`] says on which lines this was so. After [`STRAYS`] of them, quotes are text.
//! - A record of more than [`LONGEST`] bytes is cut there and counted ([`Reader::cut`]).
//! - Rows may have any number of cells. Rows without any text are left out, blank lines are counted nowhere.
//!
//! It does not know what the cells mean, and not which rows are totals or notes.

use std::ops::Range;

use memchr::{memchr_iter, memchr2, memchr3};

use super::Layout;
use super::decoder::Decoder;
use super::dialect::Dialect;
use crate::error::Result;

/// Bytes after which a quote that has not closed counts as stray. Excel's longest cell, 32,767 characters, is 96 KiB
/// of Chinese.
pub const QUOTED: usize = 128 * 1024;

/// Bytes of a record beyond which its text is cut. Bounds the memory that a file without line ends can take.
pub const LONGEST: usize = 1024 * 1024;

/// Stray quotes after which quotes are no longer quotes. Each may cost a second reading of [`QUOTED`] bytes.
pub const STRAYS: usize = 1000;

/// Turns the bytes of a file, in chunks, into records.
///
/// ```
/// use value_tiers::ingest::{Dialect, Encoding, Layout, Reader};
///
/// let dialect = Dialect { delimiter: b';', ..Dialect::default() };
/// let layout = Layout { encoding: Encoding::Utf8, encoding_sure: true, damaged: false, dialect };
/// let mut reader = Reader::new(&layout)?;
/// let mut amounts = Vec::new();
/// let mut sink = |record: value_tiers::ingest::Record<'_>| {
///     amounts.push((record.line(), String::from_utf8_lossy(record.get(1).unwrap_or_default()).into_owned()));
/// };
/// reader.feed(b"customer;amo", &mut sink);
/// reader.feed(b"unt\nAda; 12,50", &mut sink);
/// reader.finish(&mut sink);
/// assert_eq!(amounts, [(2, "12,50".to_string())]);
/// # Ok::<(), value_tiers::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Reader {
    decoder: Decoder,
    parser: Parser,
    started: bool,
}

impl Reader {
    /// A reader for a file laid out like this.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownEncoding`](crate::error::Code::UnknownEncoding) where the browser can't decode the encoding.
    pub fn new(layout: &Layout) -> Result<Self> {
        Ok(Reader {
            decoder: Decoder::new(layout.encoding)?,
            parser: Parser::new(&layout.dialect),
            started: false,
        })
    }

    /// Takes the next bytes of the file, and passes on every record that ends in them. No bytes are fine too.
    pub fn feed<F: FnMut(Record<'_>)>(&mut self, bytes: &[u8], sink: &mut F) {
        let Reader { decoder, parser, started } = self;
        decoder.decode(bytes, &mut |text| parser.feed(without_bom(text, started), sink));
    }

    /// Says that the file has ended, and passes on the record that has no line end.
    pub fn finish<F: FnMut(Record<'_>)>(&mut self, sink: &mut F) {
        let Reader { decoder, parser, started } = self;
        decoder.finish(&mut |text| parser.feed(without_bom(text, started), sink));
        parser.finish(sink);
    }

    /// Number of places where the bytes were no characters of the encoding and U+FFFD stands instead.
    pub fn replaced(&self) -> u64 {
        self.decoder.replaced()
    }

    /// Lines with a quote that opened a cell and never closed it, in the order of the file. Each was left out.
    pub fn stray_quotes(&self) -> &[u64] {
        &self.parser.strays
    }

    /// Number of records that were longer than [`LONGEST`] and have been cut.
    pub fn cut(&self) -> u64 {
        self.parser.cut
    }
}

/// Takes the byte order mark off the first text of a file.
fn without_bom<'a>(text: &'a [u8], started: &mut bool) -> &'a [u8] {
    if *started || text.is_empty() {
        return text;
    }
    *started = true;
    text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text)
}

/// One row of the file: its cells, and the line it starts on.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    line: u64,
    text: &'a [u8],
    cells: &'a [Range<u32>],
}

impl<'a> Record<'a> {
    /// The line of the file, from 1, on which the record starts.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is no text in any cell.
    pub fn is_empty(&self) -> bool {
        self.cells().all(<[u8]>::is_empty)
    }

    /// The text of a cell, as UTF-8 without the blanks around it. `None` where the row is shorter.
    pub fn get(&self, i: usize) -> Option<&'a [u8]> {
        let Range { start, end } = self.cells.get(i)?.clone();
        self.text.get(start as usize..end as usize).map(trim)
    }

    /// The text of all cells, in order.
    pub fn cells(&self) -> impl Iterator<Item = &'a [u8]> + use<'a, '_> {
        (0..self.len()).filter_map(|i| self.get(i))
    }
}

/// Characters that are blank to the eye, apart from those of ASCII. Exports put them around ids and dates.
const BLANKS: [&[u8]; 14] = [
    "\u{a0}".as_bytes(),
    "\u{2007}".as_bytes(),
    "\u{2009}".as_bytes(),
    "\u{200b}".as_bytes(),
    "\u{200c}".as_bytes(),
    "\u{200d}".as_bytes(),
    "\u{200e}".as_bytes(),
    "\u{200f}".as_bytes(),
    "\u{202a}".as_bytes(),
    "\u{202c}".as_bytes(),
    "\u{202f}".as_bytes(),
    "\u{2060}".as_bytes(),
    "\u{3000}".as_bytes(),
    "\u{feff}".as_bytes(),
];

/// Takes blanks off both ends: ASCII blanks and control characters (NUL among them), and [`BLANKS`].
pub fn trim(mut text: &[u8]) -> &[u8] {
    loop {
        match text {
            [0..=b' ', rest @ ..] => text = rest,
            [0xc2 | 0xe2 | 0xe3 | 0xef, ..] => {
                match BLANKS.iter().find_map(|blank| text.strip_prefix(*blank)) {
                    Some(rest) => text = rest,
                    None => break,
                }
            }
            _ => break,
        }
    }
    loop {
        match text {
            [rest @ .., 0..=b' '] => text = rest,
            [.., 0x80..=0xbf] => match BLANKS.iter().find_map(|blank| text.strip_suffix(*blank)) {
                Some(rest) => text = rest,
                None => break,
            },
            _ => break,
        }
    }
    text
}

/// Where the machine stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before the first byte of a record.
    Start,
    /// Before the first byte of a cell that is no blank.
    Cell,
    /// In a cell without quotes.
    Plain,
    /// Between quotes.
    Quoted,
    /// After an escape character between quotes.
    Escaped,
    /// After a quote between quotes: the closing one, or the first of two.
    Closing,
    /// After the closing quote and blanks.
    Closed,
}

/// Which records reach the sink.
#[derive(Debug)]
struct Gate {
    /// Records still to come before the first row of data: preamble and header.
    ahead: u64,
    comment: Option<u8>,
    /// Whether rows without text pass, for those who look for the start of the table.
    empty: bool,
}

impl Gate {
    fn pass<F: FnMut(Record<'_>)>(&mut self, record: Record<'_>, sink: &mut F) {
        let single = record.len() == 1;
        // A blank line is no record at all.
        if single && record.is_empty() {
            return;
        }
        if self.ahead > 0 {
            self.ahead -= 1;
            return;
        }
        let comment = single && self.comment.is_some() && record.text.first().copied() == self.comment;
        if !comment && (self.empty || !record.is_empty()) {
            sink(record);
        }
    }
}

/// Decoded text to records.
#[derive(Debug)]
pub(super) struct Parser {
    delimiter: u8,
    quote: Option<u8>,
    escape: Option<u8>,
    gate: Gate,
    state: State,
    /// Line of the next byte.
    line: u64,
    /// The last byte was a CR: a LF now belongs to it.
    after_cr: bool,
    /// Line on which the record starts.
    start: u64,
    /// Text of the record, as far as the machine has read it, and its cells.
    text: Vec<u8>,
    cells: Vec<Range<u32>>,
    /// Start in `text` of the cell being read.
    cell: usize,
    /// The same record as it stands in the file, from the chunks before this one, for a second reading.
    raw: Vec<u8>,
    /// Bytes of the record in the chunks before this one.
    before: usize,
    /// Where in the record, and on which line, the last quote opened.
    opened: usize,
    opened_line: u64,
    /// Where in the record stands a quote that is known to be stray.
    stray: Option<usize>,
    overlong: bool,
    strays: Vec<u64>,
    cut: u64,
}

impl Parser {
    pub(super) fn new(dialect: &Dialect) -> Self {
        Parser {
            delimiter: dialect.delimiter,
            quote: dialect.quote,
            escape: dialect.escape,
            gate: Gate {
                ahead: u64::from(dialect.skip) + u64::from(dialect.header),
                comment: dialect.comment,
                empty: false,
            },
            state: State::Start,
            line: 1,
            after_cr: false,
            start: 1,
            text: Vec::new(),
            cells: Vec::new(),
            cell: 0,
            raw: Vec::new(),
            before: 0,
            opened: 0,
            opened_line: 1,
            stray: None,
            overlong: false,
            strays: Vec::new(),
            cut: 0,
        }
    }

    /// A parser that leaves out nothing but blank lines: neither preamble, nor header, nor rows without text.
    pub(super) fn of_everything(dialect: &Dialect) -> Self {
        let mut parser = Parser::new(&Dialect { skip: 0, header: false, comment: None, ..*dialect });
        parser.gate.empty = true;
        parser
    }

    pub(super) fn feed<F: FnMut(Record<'_>)>(&mut self, text: &[u8], sink: &mut F) {
        let mut rest = text;
        while !rest.is_empty() {
            if self.state == State::Start {
                rest = self.plain_lines(rest, sink);
            }
            rest = self.record(rest, sink);
        }
    }

    pub(super) fn finish<F: FnMut(Record<'_>)>(&mut self, sink: &mut F) {
        // Every turn leaves out one quote, so that the text left over gets shorter.
        while matches!(self.state, State::Quoted | State::Escaped) {
            self.reread(&[], sink);
        }
        if self.state != State::Start {
            self.end_cell();
            self.end_record(sink);
        }
    }

    /// Reads records without quotes that end in `text`, and returns what follows them.
    fn plain_lines<'t, F: FnMut(Record<'_>)>(&mut self, text: &'t [u8], sink: &mut F) -> &'t [u8] {
        let mut rest = text;
        loop {
            if self.after_cr && !rest.is_empty() {
                self.after_cr = false;
                rest = rest.strip_prefix(b"\n").unwrap_or(rest);
            }
            let found = match self.quote {
                Some(quote) => memchr3(b'\n', b'\r', quote, rest),
                None => memchr2(b'\n', b'\r', rest),
            };
            let Some((line, [end, following @ ..])) = found.and_then(|at| rest.split_at_checked(at)) else {
                return rest;
            };
            if !matches!(end, b'\n' | b'\r') || line.len() > LONGEST {
                return rest;
            }
            self.cells.clear();
            let mut start = 0;
            for at in memchr_iter(self.delimiter, line) {
                self.cells.push(start..at as u32);
                start = at as u32 + 1;
            }
            self.cells.push(start..line.len() as u32);
            self.gate.pass(Record { line: self.line, text: line, cells: &self.cells }, sink);
            self.line += 1;
            self.after_cr = *end == b'\r';
            rest = following;
        }
    }

    /// Reads on to the end of the record or of `text`, and returns what follows.
    fn record<'t, F: FnMut(Record<'_>)>(&mut self, text: &'t [u8], sink: &mut F) -> &'t [u8] {
        let mut rest = text;
        while let [byte, following @ ..] = rest {
            let at = text.len() - rest.len();
            if self.state == State::Plain {
                let run = memchr3(self.delimiter, b'\n', b'\r', rest).unwrap_or(rest.len());
                if run > 0 {
                    let (run, after) = rest.split_at(run);
                    self.push(run);
                    rest = after;
                    continue;
                }
            }
            if self.state == State::Quoted {
                let room = (self.opened + QUOTED).saturating_sub(self.before + at);
                let window = rest.get(..room).unwrap_or(rest);
                if window.is_empty() {
                    self.reread(text.get(..at).unwrap_or_default(), sink);
                    return rest;
                }
                let run = self.quoted_run(window);
                if run > 0 {
                    self.after_cr = false;
                    let (run, after) = rest.split_at(run);
                    self.push(run);
                    rest = after;
                    continue;
                }
            }
            // What follows a closing quote after line breaks tells whether it did close, so look before stepping.
            let known = self.before + at < LONGEST;
            if known && matches!(self.state, State::Closing | State::Closed) && self.opens_later(*byte) {
                self.reread(text.get(..at).unwrap_or_default(), sink);
                return rest;
            }
            if self.step(*byte, self.before + at) {
                self.end_record(sink);
                return following;
            }
            rest = following;
        }
        let kept = LONGEST.saturating_sub(self.raw.len());
        self.raw.extend_from_slice(text.get(..kept).unwrap_or(text));
        self.before += text.len();
        rest
    }

    /// Bytes until the next one that means something between quotes.
    fn quoted_run(&self, window: &[u8]) -> usize {
        let quote = self.quote.unwrap_or(b'"');
        match self.escape {
            None => memchr3(quote, b'\n', b'\r', window),
            Some(escape) => {
                window.iter().position(|b| *b == quote || *b == escape || matches!(b, b'\n' | b'\r'))
            }
        }
        .unwrap_or(window.len())
    }

    /// Whether this byte, after a closing quote, shows that the quote opens a cell and the one before it was stray.
    fn opens_later(&self, byte: u8) -> bool {
        let text = !matches!(byte, b'\n' | b'\r' | b' ' | b'\t')
            && byte != self.delimiter
            && !(self.state == State::Closing && Some(byte) == self.quote);
        text && memchr2(b'\n', b'\r', self.text.get(self.cell..).unwrap_or_default()).is_some()
    }

    /// Takes one byte, `at` bytes into the record. True when it ends the record.
    fn step(&mut self, byte: u8, at: usize) -> bool {
        if self.state == State::Start {
            self.start = self.line;
            self.cells.clear();
            self.state = State::Cell;
        }
        self.line += u64::from(byte == b'\r' || (byte == b'\n' && !self.after_cr));
        self.after_cr = byte == b'\r';
        let quote = Some(byte) == self.quote;
        match self.state {
            State::Quoted if quote => self.state = State::Closing,
            State::Quoted if Some(byte) == self.escape => self.state = State::Escaped,
            State::Quoted => self.push(&[byte]),
            State::Escaped => {
                // Before anything but itself and a quote, an escape character is a character: `C:\new`.
                if let Some(escape) = self.escape.filter(|escape| !quote && byte != *escape) {
                    self.push(&[escape]);
                }
                self.push(&[byte]);
                self.state = State::Quoted;
            }
            State::Closing if quote => {
                self.push(&[byte]);
                self.state = State::Quoted;
            }
            State::Cell if quote && at < LONGEST - QUOTED => {
                self.text.truncate(self.cell);
                if self.stray == Some(at) {
                    self.state = State::Plain;
                } else {
                    self.state = State::Quoted;
                    self.opened = at;
                    self.opened_line = self.line;
                }
            }
            _ if byte == self.delimiter => {
                self.end_cell();
                self.state = State::Cell;
            }
            _ if matches!(byte, b'\n' | b'\r') => {
                self.end_cell();
                return true;
            }
            state => {
                self.push(&[byte]);
                self.state = match (state, byte) {
                    (State::Cell, b' ' | b'\t') => State::Cell,
                    (State::Closing | State::Closed, b' ' | b'\t') => State::Closed,
                    _ => State::Plain,
                };
            }
        }
        false
    }

    fn push(&mut self, bytes: &[u8]) {
        let room = LONGEST.saturating_sub(self.text.len());
        match bytes.get(..room) {
            Some(first) if first.len() < bytes.len() => {
                self.overlong = true;
                self.text.extend_from_slice(first);
            }
            _ => self.text.extend_from_slice(bytes),
        }
    }

    fn end_cell(&mut self) {
        self.cells.push(self.cell as u32..self.text.len() as u32);
        self.cell = self.text.len();
    }

    fn end_record<F: FnMut(Record<'_>)>(&mut self, sink: &mut F) {
        if self.overlong {
            self.cut += 1;
            self.whole_characters();
        }
        self.gate.pass(Record { line: self.start, text: &self.text, cells: &self.cells }, sink);
        self.forget();
    }

    /// Makes ready for the next record.
    fn forget(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.raw.clear();
        self.cell = 0;
        self.before = 0;
        self.stray = None;
        self.overlong = false;
        self.state = State::Start;
    }

    /// Takes off the character that the cut went through.
    fn whole_characters(&mut self) {
        let valid = match std::str::from_utf8(&self.text) {
            Ok(_) => return,
            Err(error) => error.valid_up_to(),
        };
        self.text.truncate(valid);
        for cell in &mut self.cells {
            cell.start = cell.start.min(valid as u32);
            cell.end = cell.end.min(valid as u32);
        }
    }

    /// Reads the record again from its start, this time without the quote that opened last. `seen` is what the
    /// present chunk has had of it so far.
    fn reread<F: FnMut(Record<'_>)>(&mut self, seen: &[u8], sink: &mut F) {
        let mut raw = std::mem::take(&mut self.raw);
        raw.extend_from_slice(seen);
        let stray = self.opened;
        self.strays.push(self.opened_line);
        self.line = self.start;
        self.after_cr = false;
        self.forget();
        if self.strays.len() >= STRAYS {
            self.quote = None;
        } else {
            self.stray = Some(stray);
        }
        self.feed(&raw, sink);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ingest::Encoding;

    /// Everything a reader says about a file.
    #[derive(Debug, PartialEq)]
    struct Read {
        rows: Vec<(u64, Vec<String>)>,
        stray: Vec<u64>,
        replaced: u64,
        cut: u64,
    }

    fn read<'b>(encoding: Encoding, dialect: Dialect, chunks: impl IntoIterator<Item = &'b [u8]>) -> Read {
        let layout = Layout { encoding, encoding_sure: true, damaged: false, dialect };
        let mut reader = Reader::new(&layout).unwrap();
        let mut rows = Vec::new();
        let mut sink = |record: Record<'_>| {
            let cells = record.cells().map(|c| std::str::from_utf8(c).unwrap().to_owned()).collect();
            rows.push((record.line(), cells));
        };
        for chunk in chunks {
            reader.feed(chunk, &mut sink);
        }
        reader.finish(&mut sink);
        Read { rows, stray: reader.stray_quotes().to_vec(), replaced: reader.replaced(), cut: reader.cut() }
    }

    fn no_header() -> Dialect {
        Dialect { header: false, ..Dialect::default() }
    }

    /// Reads a text in one chunk, byte by byte, and cut in two at every place; all must agree.
    fn read_every_way(text: &[u8], dialect: Dialect) -> Read {
        let whole = read(Encoding::Utf8, dialect, [text]);
        assert_eq!(read(Encoding::Utf8, dialect, text.chunks(1)), whole, "byte by byte: {text:?}");
        for at in 0..text.len() {
            let (a, b) = text.split_at(at);
            assert_eq!(read(Encoding::Utf8, dialect, [a, b""]), read(Encoding::Utf8, dialect, [b"", a]));
            assert_eq!(read(Encoding::Utf8, dialect, [a, b"", b]), whole, "cut at {at}: {text:?}");
        }
        whole
    }

    /// Writes rows as `1:a|b 2:c`: line, cells.
    fn shown(read: &Read) -> String {
        let row = |(line, cells): &(u64, Vec<String>)| format!("{line}:{}", cells.join("|"));
        read.rows.iter().map(row).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn records_are_found() {
        for (case, text, expected) in [
            ("nothing", "", ""),
            ("one cell", "a", "1:a"),
            ("no final line end", "a,b\nc,d", "1:a|b 2:c|d"),
            ("LF", "a,b\nc,d\n", "1:a|b 2:c|d"),
            ("CRLF", "a,b\r\nc,d\r\n", "1:a|b 2:c|d"),
            ("CR", "a,b\rc,d\r", "1:a|b 2:c|d"),
            ("all three", "a\nb\rc\r\nd", "1:a 2:b 3:c 4:d"),
            ("blank lines count as lines only", "\n\na,b\r\n\r\n  \nc,d", "3:a|b 6:c|d"),
            ("rows of empty cells are left out", ",,\na,b\n , \n\"\",\"\"\nc", "2:a|b 5:c"),
            ("empty cells", ",b\na,\n,,c\n", "1:|b 2:a| 3:||c"),
            ("blanks around cells", " a , b b\t\n\u{3000}c\u{a0},d\0\n", "1:a|b b 2:c|d"),
            ("marks of direction", "\u{200e}1/2\u{200f},\u{feff}x", "1:1/2|x"),
            ("quoted", "\"a\",\"b\"\n", "1:a|b"),
            ("quoted delimiter", "\"a,b\",c\n", "1:a,b|c"),
            ("doubled quotes", "\"a \"\"b\"\"\",\"\"\"\"\n", "1:a \"b\"|\""),
            ("line break in a cell", "\"a\nb\",c\nd,e", "1:a\nb|c 3:d|e"),
            ("CRLF in a cell is one line", "\"a\r\nb\rc\"\r\nd,e", "1:a\r\nb\rc 4:d|e"),
            ("blanks around quotes", "a, \"b,c\" ,d\n", "1:a|b,c|d"),
            ("text after a closing quote", "\"a\"b,c\n\"d\" e \"f\",g", "1:ab|c 2:d e \"f\"|g"),
            ("quote inside a cell", "5\" disk,=\"007\"\n", "1:5\" disk|=\"007\""),
            ("ragged", "a\nb,c,d\ne,f", "1:a 2:b|c|d 3:e|f"),
            ("NUL", "a\0,b\0c\n", "1:a|b\0c"),
            ("byte order mark", "\u{feff}a,b\n", "1:a|b"),
            ("byte order mark before a quote", "\u{feff}\"a,b\",c\n", "1:a,b|c"),
            ("letters", "é,買家\n😀,\"ß\"", "1:é|買家 2:😀|ß"),
            ("double CR", "a,b\r\r\nc", "1:a|b 3:c"),
        ] {
            let read = read_every_way(text.as_bytes(), no_header());
            assert_eq!(shown(&read), expected, "{case}");
            assert_eq!((read.stray.len(), read.replaced, read.cut), (0, 0, 0), "{case}");
        }
    }

    #[test]
    fn a_quote_that_never_closes_costs_nothing_but_itself() {
        for (case, text, expected, stray) in [
            ("to the end", "a,b\n\"c,d\ne,f\n", "1:a|b 2:c|d 3:e|f", vec![2]),
            ("in the last line", "a,b\nc,\"d", "1:a|b 2:c|d", vec![2]),
            ("after a good one", "\"a,a\",\"b\nc,d\n", "1:a,a|b 2:c|d", vec![1]),
            ("two", "\"a\nx\nc,\"\"\"d\n", "1:a 2:x 3:c|\"\"d", vec![1, 3]),
            ("before a quoted cell", "\"a,b\nc,\"d,d\"\n\"e\",f", "1:a|b 2:c|d,d 3:e|f", vec![1]),
            ("CRLF", "1,\"a\r\n2,b\r\n", "1:1|a 2:2|b", vec![1]),
        ] {
            let read = read_every_way(text.as_bytes(), no_header());
            assert_eq!((shown(&read).as_str(), &read.stray), (expected, &stray), "{case}");
        }
    }

    #[test]
    fn quotes_stay_open_for_so_many_bytes() {
        let long = "line\n".repeat(QUOTED / 5 - 1);
        let fits = read(Encoding::Utf8, no_header(), [format!("a,\"{long}\",b\nc").as_bytes()]);
        assert_eq!((fits.rows.len(), fits.stray.len()), (2, 0));
        let text = format!("a,\"{long}0123456789\",b\nc\n");
        let over = read(Encoding::Utf8, no_header(), [text.as_bytes()]);
        assert_eq!(over.stray, [1]);
        assert_eq!(over.rows.len(), QUOTED / 5 + 1);
        for size in [7, 1000, 65536] {
            assert_eq!(read(Encoding::Utf8, no_header(), text.as_bytes().chunks(size)), over);
        }
    }

    #[test]
    fn after_many_stray_quotes_they_are_text() {
        let text = "\"a,b\"x\nc\"d,e\n\"f\ng,\"h\"\n".repeat(STRAYS + 10);
        let whole = read(Encoding::Utf8, no_header(), [text.as_bytes()]);
        assert_eq!(whole.stray.len(), STRAYS);
        assert_eq!(whole.rows.last().unwrap().1, ["g", "\"h\""]);
        assert_eq!(read(Encoding::Utf8, no_header(), text.as_bytes().chunks(13)), whole);
    }

    #[test]
    fn a_record_without_end_is_cut() {
        let text = format!("a,{}é,b\nc,d", "x".repeat(LONGEST - 2));
        let whole = read(Encoding::Utf8, no_header(), [text.as_bytes()]);
        assert_eq!(whole.cut, 1);
        assert_eq!(whole.rows.len(), 2);
        assert_eq!(whole.rows[0].1.len(), 3);
        assert_eq!(read(Encoding::Utf8, no_header(), text.as_bytes().chunks(4099)), whole);
    }

    #[test]
    fn escapes_comments_and_preambles_are_honoured() {
        let escape = Dialect { escape: Some(b'\\'), ..no_header() };
        let read = read_every_way(br#""\"Big\" Jim",1,"C:\x","a\\""#, escape);
        assert_eq!(shown(&read), r#"1:"Big" Jim|1|C:\x|a\"#);

        let comment = Dialect { comment: Some(b'#'), ..no_header() };
        let read = read_every_way(b"a,b\n# why\n#1001,c\n", comment);
        assert_eq!(shown(&read), "1:a|b 3:#1001|c");

        let preamble = Dialect { skip: 2, ..Dialect::default() };
        let read = read_every_way(b"Report\n\n,,\nid,day\n7,8\n", preamble);
        assert_eq!(shown(&read), "5:7|8");

        let unquoted = Dialect { quote: None, ..no_header() };
        assert_eq!(shown(&read_every_way(b"\"a,b\"\nc", unquoted)), "1:\"a|b\" 2:c");
    }

    #[test]
    fn bytes_that_are_no_characters_are_replaced_and_counted() {
        for (bytes, expected, replaced) in [
            (&b"a\xff,b\n"[..], "1:a\u{fffd}|b", 1),
            (b"a\xe4\xb9,b\n", "1:a\u{fffd}|b", 1),
            (b"\xe4\xb9\xe4\xb9\xb0", "1:\u{fffd}买", 1),
            (b"a,\xf0\x9f\x98", "1:a|\u{fffd}", 1),
            (b"\xed\xa0\x80", "1:\u{fffd}\u{fffd}\u{fffd}", 3),
        ] {
            let read = read_every_way(bytes, no_header());
            assert_eq!((shown(&read).as_str(), read.replaced), (expected, replaced));
            assert_eq!(
                shown(&read),
                format!("1:{}", String::from_utf8_lossy(bytes).trim().replace(',', "|"))
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// Any bytes, cut anywhere, in any encoding, read the same.
        #[test]
        fn chunks_make_no_difference(
            text in "([a-c,\"\"\n\r \\\\#é买]|\"\"|\r\n|,\"|\",){0,60}",
            noise in proptest::option::of((0usize..60, any::<u8>())),
            sizes in proptest::collection::vec(0usize..9, 1..40),
            escape in proptest::option::of(Just(b'\\')),
            encoding in proptest::sample::select(vec![Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le]),
        ) {
            let mut bytes = text.into_bytes();
            if let Some((at, byte)) = noise && let Some(place) = bytes.get_mut(at) {
                *place = byte;
            }
            let dialect = Dialect { escape, comment: Some(b'#'), ..no_header() };
            let whole = read(encoding, dialect, [&bytes[..]]);
            let mut chunks = Vec::new();
            let mut rest = &bytes[..];
            for size in sizes {
                let (chunk, after) = rest.split_at(size.min(rest.len()));
                chunks.push(chunk);
                rest = after;
            }
            chunks.push(rest);
            prop_assert_eq!(&read(encoding, dialect, chunks), &whole);
            prop_assert_eq!(&read(encoding, dialect, bytes.chunks(1)), &whole);
        }

        /// Text that is quoted by the rules reads as the `csv-core` crate reads it.
        #[test]
        fn agrees_with_csv_core(rows in proptest::collection::vec(
            proptest::collection::vec("[a-c,\"\n\r]{0,5}[a-c]", 1..5), 1..8))
        {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let lines: Vec<String> =
                rows.iter().map(|r| r.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n").collect();
            let text = lines.concat();
            let ours: Vec<Vec<String>> =
                read(Encoding::Utf8, no_header(), [text.as_bytes()]).rows.into_iter().map(|(_, c)| c).collect();
            let blank = |cell: &String| cell.trim().to_owned();
            let expected: Vec<Vec<String>> = rows.iter().map(|r| r.iter().map(blank).collect()).collect();
            prop_assert_eq!(&ours, &expected);
            let mut core = csv_core::Reader::new();
            let (mut out, mut ends) = ([0u8; 4096], [0usize; 64]);
            let (mut input, mut theirs) = (text.as_bytes(), Vec::new());
            loop {
                let (result, read, _, cells) = core.read_record(input, &mut out, &mut ends);
                input = &input[read..];
                if result == csv_core::ReadRecordResult::End { break }
                if result == csv_core::ReadRecordResult::InputEmpty { continue }
                let mut from = 0;
                theirs.push(ends[..cells].iter().map(|end| {
                    let cell = String::from_utf8(out[from..*end].to_vec()).unwrap().trim().to_owned();
                    from = *end;
                    cell
                }).collect::<Vec<_>>());
            }
            prop_assert_eq!(ours, theirs);
        }
    }
}
