//! Bytes in any chunks become records, each a row of trimmed UTF-8 cells.
//!
//! [`Reader`] is pushed: it does no input of its own, and gives the same records however the bytes are cut into chunks.
//!
//! What it makes of difficult files:
//!
//! - LF, CRLF and CR each end a line, in any mixture. Inside quotes they are text.
//! - `""` inside quotes is a quote. Blanks around a quoted cell don't matter. Text after a closing quote belongs to the
//!   cell. A quote inside an unquoted cell is text.
//! - **A quote that never closes** doesn't swallow the rest of the file. It is taken for a slip of the pen, left out, and
//!   its line read without it, when the file ends before the quote closes, when [`QUOTED`](super::QUOTED) bytes pass, or when line
//!   breaks lie between the two quotes and text follows the second (it then is the opening quote of a later cell).
//!   [`Reader::stray_quotes`] says on which lines this was so. After [`STRAYS`](super::STRAYS) of them, quotes are text.
//! - A record of more than [`LONGEST`](super::LONGEST) bytes is cut there and counted ([`Reader::cut`]).
//! - Rows may have any number of cells. Rows without any text are left out, blank lines are counted nowhere.
//!
//! It does not know what the cells mean, and not which rows are totals or notes.

use std::ops::Range;

use super::Layout;
use super::decoder::Decoder;
use super::parser::Parser;
use crate::error::Result;

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

    /// A reader for what stands behind a line end somewhere in such a file. Lines are counted from there.
    ///
    /// # Errors
    ///
    /// As [`Reader::new`].
    pub fn within(layout: &Layout) -> Result<Self> {
        let parser = Parser::within(&layout.dialect);
        Ok(Reader { decoder: Decoder::new(layout.encoding)?, parser, started: true })
    }

    /// Whether a reader that begins [`within`](Reader::within) the file here gives the records that this one would.
    pub fn at_border(&self) -> bool {
        self.decoder.at_border() && self.parser.at_border()
    }

    /// Lines so far that have ended.
    pub fn lines(&self) -> u64 {
        self.parser.lines()
    }

    /// Goes on behind so many lines that another reader has read.
    pub fn pass_by(&mut self, lines: u64) {
        self.parser.pass_by(lines);
    }

    /// Takes the next bytes of the file, and passes on every record that ends in them. No bytes are fine too.
    pub fn feed(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Record<'_>)) {
        let Reader { decoder, parser, started } = self;
        decoder.decode(bytes, &mut |text| parser.feed(without_bom(text, started), sink));
    }

    /// Says that the file has ended, and passes on the record that has no line end.
    pub fn finish(&mut self, sink: &mut dyn FnMut(Record<'_>)) {
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

    /// Number of records that were longer than [`LONGEST`](super::LONGEST) and have been cut.
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
    pub(super) line: u64,
    pub(super) text: &'a [u8],
    pub(super) cells: &'a [Range<u32>],
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
    ///
    /// `="007"` reads `007`: shop back ends write long numbers so, to keep Excel from rounding them.
    pub fn get(&self, i: usize) -> Option<&'a [u8]> {
        let Range { start, end } = self.cells.get(i)?.clone();
        self.text.get(start as usize..end as usize).map(trim).map(unwrapped)
    }

    /// The text of all cells, in order.
    pub fn cells(&self) -> impl Iterator<Item = &'a [u8]> + use<'a, '_> {
        (0..self.len()).filter_map(|i| self.get(i))
    }
}

/// Takes a text out of the formula that does nothing but hold it. No formula is ever run.
fn unwrapped(cell: &[u8]) -> &[u8] {
    match cell {
        [b'=', b'"', inner @ .., b'"'] if !inner.contains(&b'"') => trim(inner),
        _ => cell,
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

/// Takes blanks off both ends: ASCII blanks and control characters (NUL among them), no-break and
/// ideographic blanks, and marks without width.
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ingest::{Dialect, Encoding, LONGEST, QUOTED, STRAYS};

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
            ("quote inside a cell", "5\" disk,7\"\n", "1:5\" disk|7\""),
            ("text held by a formula", "=\"007\",\"=\"\"08\"\"\",=A1\n", "1:007|08|=A1"),
            ("not such a formula", "=\"a\"&\"b\",=\"\n", "1:=\"a\"&\"b\"|=\""),
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
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

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
