//! Decoded text, in any pieces, becomes records.
//!
//! A record that lies whole in one piece and has no quote in it, which is nearly every record of nearly every export, is
//! found by searching for its line end and its delimiters, and is never copied. Everything else goes through a machine
//! that takes one byte at a time and can stop after any of them. The tests of [`records`](super::records) hold the two
//! to the same answer. What it makes of difficult files is written there.

use std::ops::Range;

use memchr::{memchr_iter, memchr2, memchr3};

use super::dialect::Dialect;
use super::records::Record;

/// Bytes after which a quote that has not closed counts as stray. Excel's longest cell, 32,767 characters, is 96 KiB
/// of Chinese.
pub const QUOTED: usize = 128 * 1024;

/// Bytes of a record beyond which its text is cut. Bounds the memory that a file without line ends can take.
pub const LONGEST: usize = 1024 * 1024;

/// Stray quotes after which quotes are no longer quotes. Each may cost a second reading of [`QUOTED`] bytes.
pub const STRAYS: usize = 1000;

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
    fn pass(&mut self, record: Record<'_>, sink: &mut dyn FnMut(Record<'_>)) {
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
    /// Lines of the stray quotes.
    pub strays: Vec<u64>,
    /// Records that were cut.
    pub cut: u64,
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

    /// A parser that begins behind a line end somewhere in the file: there is no preamble and no header.
    pub(super) fn within(dialect: &Dialect) -> Self {
        Parser::new(&Dialect { skip: 0, header: false, ..*dialect })
    }

    /// Whether all that was read ends in the line end of a row of data, and what follows would be read as by [`Parser::within`].
    pub(super) fn at_border(&self) -> bool {
        self.state == State::Start && self.gate.ahead == 0 && !self.after_cr && self.strays.len() < STRAYS
    }

    /// Lines so far that have ended.
    pub(super) fn lines(&self) -> u64 {
        self.line - 1
    }

    /// Goes on behind so many lines that another has read.
    pub(super) fn pass_by(&mut self, lines: u64) {
        self.line += lines;
    }

    /// A parser that leaves out nothing but blank lines: neither preamble, nor header, nor rows without text.
    pub(super) fn of_everything(dialect: &Dialect) -> Self {
        let mut parser = Parser::new(&Dialect { skip: 0, header: false, comment: None, ..*dialect });
        parser.gate.empty = true;
        parser
    }

    pub(super) fn feed(&mut self, text: &[u8], sink: &mut dyn FnMut(Record<'_>)) {
        let mut rest = text;
        while !rest.is_empty() {
            if self.state == State::Start {
                rest = self.plain_lines(rest, sink);
            }
            rest = self.record(rest, sink);
        }
    }

    pub(super) fn finish(&mut self, sink: &mut dyn FnMut(Record<'_>)) {
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
    fn plain_lines<'t>(&mut self, text: &'t [u8], sink: &mut dyn FnMut(Record<'_>)) -> &'t [u8] {
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
    fn record<'t>(&mut self, text: &'t [u8], sink: &mut dyn FnMut(Record<'_>)) -> &'t [u8] {
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
                    // The usual end of a cell, taken in one stride.
                    if let [quote, delimiter, following @ ..] = after
                        && run.len() < window.len()
                        && Some(*quote) == self.quote
                        && *delimiter == self.delimiter
                    {
                        self.end_cell();
                        self.state = State::Cell;
                        rest = following;
                    }
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
    #[inline]
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

    #[inline]
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
        // No record that is whole in a piece of text can have more cells than this.
        if self.cells.len() <= LONGEST {
            self.cells.push(self.cell as u32..self.text.len() as u32);
        } else {
            self.overlong = true;
        }
        self.cell = self.text.len();
    }

    fn end_record(&mut self, sink: &mut dyn FnMut(Record<'_>)) {
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
    fn reread(&mut self, seen: &[u8], sink: &mut dyn FnMut(Record<'_>)) {
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
