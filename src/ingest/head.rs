//! The first rows of a table, and how its bytes are laid out. A stand-in for the reader's own types until both meet.

/// How the bytes of the file become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(pub &'static str);

impl Encoding {
    /// The label as the WHATWG standard spells it.
    pub fn label(self) -> &'static str {
        self.0
    }
}

/// How the text becomes cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// Between cells.
    pub delimiter: u8,
    /// Around cells.
    pub quote: Option<u8>,
    /// Records above the header.
    pub skip: u32,
    /// Whether the first record names the columns.
    pub header: bool,
}

/// How the file is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Bytes to text.
    pub encoding: Encoding,
    /// Nothing speaks for another encoding.
    pub encoding_sure: bool,
    /// The text was damaged before it came here.
    pub damaged: bool,
    /// Text to cells.
    pub dialect: Dialect,
}

/// The first rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How the file is laid out.
    pub layout: Layout,
    /// Unique column names.
    pub names: Vec<String>,
    /// First data rows, 2000 at most, cells trimmed.
    pub rows: Vec<Vec<String>>,
    /// Line of each row.
    pub lines: Vec<u64>,
    /// The head is the whole file.
    pub complete: bool,
}
