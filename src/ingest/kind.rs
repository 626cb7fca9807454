//! What a file is when it isn't a table in text form: told by its first bytes, never by its name.
//!
//! Browsers and shops give wrong endings often enough (an XLSX named `.csv`, an HTML table named `.xls`), and a person
//! who is told what the file is can save it again in the right form.

use memchr::memmem;

/// First bytes that tell a format. Order matters where one format contains another.
const MAGIC: [(&[u8], &str); 17] = [
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
    (b"\x09\x08\x10\0", "xls"),
    (b"\x1f\x8b", "gzip"),
    (b"PK\x05\x06", "zip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"BZh9", "bzip2"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PAR1", "parquet"),
    (b"SQLite format 3\0", "sqlite"),
    (b"RIFF", "unknown"),
    (b"\x7fELF", "unknown"),
    (b"\0asm", "unknown"),
];

/// Share of zero bytes from which a file holds no text. UTF-16 has half of them at most.
const ZEROS: f64 = 0.9;

/// Share of control characters from which something is no text.
const CONTROLS: f64 = 0.01;

/// The name of the format, where the bytes are none of a text.
pub(super) fn of_bytes(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"PK\x03\x04") {
        return Some(archive(head));
    }
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(name);
    }
    let zeros = memchr::memchr_iter(0, head).count();
    (!head.is_empty() && zeros as f64 >= ZEROS * head.len() as f64).then_some("zeros")
}

/// Workbooks are ZIP archives; the names of their parts stand in clear near the start.
fn archive(head: &[u8]) -> &'static str {
    let has = |name: &[u8]| memmem::find(head, name).is_some();
    if has(b"opendocument.spreadsheet") {
        "ods"
    } else if has(b"xl/") || has(b"[Content_Types].xml") && !has(b"word/") && !has(b"ppt/") {
        "xlsx"
    } else {
        "zip"
    }
}

/// The name of the format, where the text is none of a table.
pub(super) fn of_text(text: &str) -> Option<&'static str> {
    let start: String = text.trim_start().chars().take(2000).collect::<String>().to_ascii_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| start.starts_with(word));
    if begins(&["<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<style", "<script", "<div"])
        || (start.starts_with('<') && (start.contains("<html") || start.contains("<table")))
        || (start.starts_with("mime-version:") && start.contains("multipart/related"))
    {
        return Some("html");
    }
    if begins(&["<?xml"]) {
        return Some("xml");
    }
    if begins(&["{\\rtf"]) {
        return Some("rtf");
    }
    let dense: String = start.chars().filter(|c| !c.is_whitespace()).take(2).collect();
    if ["{\"", "[{", "[[", "[\"", "{}", "[]"].contains(&dense.as_str()) {
        return Some("json");
    }
    // A form feed and the end-of-file mark of old systems stand in real exports, NUL in some.
    let control = |c: char| matches!(c, '\u{1}'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{19}' | '\u{1b}'..='\u{1f}' | '\u{7f}');
    let (mut characters, mut controls, mut zeros) = (0.0, 0.0, 0.0);
    for c in text.chars() {
        characters += 1.0;
        controls += f64::from(u8::from(control(c)));
        zeros += f64::from(u8::from(c == '\0'));
    }
    (controls > CONTROLS * characters || zeros * 2.0 > characters).then_some("unknown")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_content() {
        let zip = |part: &str| format!("PK\u{3}\u{4}....{part}").into_bytes();
        for (bytes, expected) in [
            (b"%PDF-1.7\n".to_vec(), Some("pdf")),
            (b"\x89PNG\r\n\x1a\n".to_vec(), Some("png")),
            (b"\xff\xd8\xff\xe0".to_vec(), Some("jpeg")),
            (b"GIF89a".to_vec(), Some("gif")),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), Some("xls")),
            (b"\x1f\x8b\x08".to_vec(), Some("gzip")),
            (zip("[Content_Types].xml"), Some("xlsx")),
            (zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), Some("ods")),
            (zip("[Content_Types].xml word/document.xml"), Some("zip")),
            (zip("photos/1.raw"), Some("zip")),
            (vec![0; 4096], Some("zeros")),
            (b"a,b\n1,2\n".to_vec(), None),
            (b"P\0K\0,\0a\0".to_vec(), None),
            (b"".to_vec(), None),
        ] {
            assert_eq!(of_bytes(&bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn texts_are_told_by_content() {
        for (text, expected) in [
            ("\n<!DOCTYPE HTML><html>", Some("html")),
            ("<table border=1><tr><td>a,b</td>", Some("html")),
            ("<?xml version=\"1.0\"?><Workbook>", Some("xml")),
            ("<?xml version=\"1.0\"?><html>", Some("html")),
            ("MIME-Version: 1.0\nContent-Type: multipart/related;", Some("html")),
            ("[\n  {\"id\": 1}]", Some("json")),
            ("{\"rows\": []}", Some("json")),
            ("{\\rtf1\\ansi", Some("rtf")),
            ("\u{1}\u{2}\u{3}a,b", Some("unknown")),
            ("<name>,amount\nx,1", None),
            ("[name],[amount]\nx,1", None),
            ("a\0,b\n1,2\n3,4", None),
        ] {
            assert_eq!(of_text(text), expected, "{text:?}");
        }
    }
}
