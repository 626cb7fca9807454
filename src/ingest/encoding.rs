//! The encodings a customer file comes in, and which of them its bytes are.

use crate::error::{Code, Error, Result};

/// An encoding, as the WHATWG standard defines it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Nearly everything newer.
    Utf8,
    /// Excel's "Unicode text".
    Utf16Le,
    /// The same in the other byte order.
    Utf16Be,
    /// Chinese, simplified: what Excel and shop back ends write in mainland China. Contains GBK and GB2312.
    Gb18030,
    /// Chinese, traditional: Taiwan and Hong Kong.
    Big5,
    /// Japanese.
    ShiftJis,
    /// Western European, Excel's "CSV" on Windows. Contains Latin-1.
    Windows1252,
    /// Western European, Excel's "CSV (Macintosh)".
    Macintosh,
    /// Japanese on Unix. Only by choice.
    EucJp,
    /// Korean. Only by choice.
    EucKr,
    /// Central European.
    Windows1250,
    /// Cyrillic.
    Windows1251,
    /// Turkish.
    Windows1254,
}

/// Every encoding with its label.
const LABELS: [(Encoding, &str); 13] = [
    (Encoding::Utf8, "utf-8"),
    (Encoding::Utf16Le, "utf-16le"),
    (Encoding::Utf16Be, "utf-16be"),
    (Encoding::Gb18030, "gb18030"),
    (Encoding::Big5, "big5"),
    (Encoding::ShiftJis, "shift_jis"),
    (Encoding::Windows1252, "windows-1252"),
    (Encoding::Macintosh, "macintosh"),
    (Encoding::EucJp, "euc-jp"),
    (Encoding::EucKr, "euc-kr"),
    (Encoding::Windows1250, "windows-1250"),
    (Encoding::Windows1251, "windows-1251"),
    (Encoding::Windows1254, "windows-1254"),
];

/// Other names that people and programs use.
const ALIASES: [(&str, Encoding); 20] = [
    ("utf8", Encoding::Utf8),
    ("ascii", Encoding::Utf8),
    ("us-ascii", Encoding::Utf8),
    ("utf-16", Encoding::Utf16Le),
    ("gbk", Encoding::Gb18030),
    ("gb2312", Encoding::Gb18030),
    ("cp936", Encoding::Gb18030),
    ("cp950", Encoding::Big5),
    ("big5-hkscs", Encoding::Big5),
    ("shift-jis", Encoding::ShiftJis),
    ("sjis", Encoding::ShiftJis),
    ("cp932", Encoding::ShiftJis),
    ("latin1", Encoding::Windows1252),
    ("latin-1", Encoding::Windows1252),
    ("iso-8859-1", Encoding::Windows1252),
    ("cp1252", Encoding::Windows1252),
    ("mac_roman", Encoding::Macintosh),
    ("macroman", Encoding::Macintosh),
    ("cp949", Encoding::EucKr),
    ("iso-8859-9", Encoding::Windows1254),
];

impl Encoding {
    /// The label that `TextDecoder` knows it by.
    pub fn label(self) -> &'static str {
        LABELS.iter().find(|(encoding, _)| *encoding == self).map_or("utf-8", |(_, label)| label)
    }

    /// Whether the byte 10 always is the end of a line.
    pub fn keeps_line_ends(self) -> bool {
        !matches!(self, Encoding::Utf16Le | Encoding::Utf16Be)
    }

    /// The encoding with this label, in any case, or with one of the common other names.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownEncoding`] with the label.
    pub fn from_label(label: &str) -> Result<Encoding> {
        let wanted = label.trim();
        let standard = LABELS.iter().find(|(_, l)| l.eq_ignore_ascii_case(wanted)).map(|(e, _)| *e);
        let alias = || ALIASES.iter().find(|(l, _)| l.eq_ignore_ascii_case(wanted)).map(|(_, e)| *e);
        standard.or_else(alias).ok_or_else(|| Error::new(Code::UnknownEncoding).value(label))
    }

    /// Every encoding, in the order in which a page lists them.
    pub fn all() -> impl Iterator<Item = Encoding> {
        LABELS.iter().map(|(encoding, _)| *encoding)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_those_of_the_standard() {
        for encoding in Encoding::all() {
            let label = encoding.label();
            assert_eq!(Encoding::from_label(&label.to_uppercase()), Ok(encoding));
            let known = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
            assert_eq!(known.name().to_lowercase(), label);
        }
    }

    #[test]
    fn other_names_are_understood() {
        for (label, expected) in [
            ("GBK", Some(Encoding::Gb18030)),
            (" latin-1 ", Some(Encoding::Windows1252)),
            ("cp1252", Some(Encoding::Windows1252)),
            ("mac_roman", Some(Encoding::Macintosh)),
            ("klingon", None),
            ("", None),
        ] {
            assert_eq!(Encoding::from_label(label).ok(), expected, "{label}");
        }
    }
}
