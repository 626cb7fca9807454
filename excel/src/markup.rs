//! Tags and text of HTML and XML, as leniently as browsers read them: shops write both by hand.

use std::borrow::Cow;

/// A piece of markup. Names are as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// `<td colspan=2>`: name, attributes, and whether it ends in `/>`.
    Open(&'a str, &'a str, bool),
    /// `</td>`
    Close(&'a str),
    /// Text with entities in it.
    Text(&'a str),
    /// Text that is meant literally: `<![CDATA[…]]>`.
    Literal(&'a str),
}

/// The tokens of a text, with the place of each.
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    /// Tokens from the start of a text.
    pub fn new(text: &'a str) -> Tokens<'a> {
        Tokens { text, at: 0 }
    }

    /// Where the next token begins, in bytes.
    pub fn at(&self) -> usize {
        self.at
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Skips to behind `end`, or to the end of the text.
    fn skip(&mut self, end: &str) -> &'a str {
        let rest = self.rest();
        let length = memchr::memmem::find(rest.as_bytes(), end.as_bytes());
        self.at += length.map_or(rest.len(), |length| length + end.len());
        rest.get(..length.unwrap_or(rest.len())).unwrap_or_default()
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.rest();
            let mut after = rest.chars();
            match (after.next()?, after.next()) {
                ('<', Some('!')) if rest.starts_with("<!--") => {
                    self.skip("-->");
                }
                ('<', Some('!')) if rest.starts_with("<![CDATA[") => {
                    self.at += "<![CDATA[".len();
                    return Some(Token::Literal(self.skip("]]>")));
                }
                ('<', Some('!' | '?')) => {
                    self.skip(">");
                }
                ('<', Some('/')) => {
                    let tag = self.skip(">").get(2..).unwrap_or_default();
                    return Some(Token::Close(tag.trim()));
                }
                ('<', Some(c)) if c.is_alphabetic() => {
                    let length = tag_length(rest);
                    self.at += length;
                    let tag = rest.get(1..length).unwrap_or_default();
                    let tag = tag.strip_suffix('>').unwrap_or(tag);
                    let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
                    let end = tag.find(|c: char| c.is_whitespace()).unwrap_or(tag.len());
                    let (name, attributes) = tag.split_at(end);
                    if ["script", "style"].iter().any(|raw| name.eq_ignore_ascii_case(raw)) && !empty {
                        self.skip("</");
                        self.skip(">");
                        continue;
                    }
                    return Some(Token::Open(name, attributes, empty));
                }
                _ => {
                    // A `<` that begins no tag is text.
                    let length =
                        rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(at, _)| at);
                    self.at += length;
                    return Some(Token::Text(rest.get(..length).unwrap_or_default()));
                }
            }
        }
    }
}

/// Bytes up to the `>` that ends a tag: one in quotes does not.
fn tag_length(text: &str) -> usize {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            // A quote opens a value; anywhere else it is a slip of the pen.
            (None, '"' | '\'') if before == '=' => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    text.len()
}

/// Whether a tag has this name, whatever its case and its namespace.
pub fn is(tag: &str, name: &str) -> bool {
    local(tag).eq_ignore_ascii_case(name)
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The value of an attribute, whatever the case and the namespace of its name.
pub fn attribute<'a>(attributes: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/' || c == '=');
        let end = rest.find(|c: char| c.is_whitespace() || c == '=')?;
        let (key, after) = rest.split_at_checked(end)?;
        let after = after.trim_start();
        let Some(value) = after.strip_prefix('=').map(str::trim_start) else {
            rest = after;
            continue;
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => {
                let value = value.get(1..)?;
                value.split_once(quote).unwrap_or((value, ""))
            }
            None => value.split_at_checked(value.find(char::is_whitespace).unwrap_or(value.len()))?,
        };
        if local(key).eq_ignore_ascii_case(name) {
            return Some(unescape(value));
        }
        rest = after;
    }
}

/// Text with its entities replaced. One that is not known stays as it is written.
pub fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        // The longest name known here, or a number.
        let end = after.char_indices().take(10).find(|(_, c)| *c == ';');
        let meant = end.and_then(|(end, _)| Some((entity(after.get(..end)?)?, after.get(end + 1..)?)));
        match meant {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        let code = match hexadecimal {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        // Between thousands and in empty cells; a blank is what is meant.
        "nbsp" => ' ',
        "yen" => '¥',
        "euro" => '€',
        "pound" => '£',
        "cent" => '¢',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_text() {
        use Token::*;
        let text = "<?xml?><!DOCTYPE x><TABLE border=1><!-- <tr> --><td title='a>b'>1 < 2&amp;<br/></td>\
            <style>td > p {}</style><![CDATA[<b>]]></table";
        let tokens: Vec<_> = Tokens::new(text).collect();
        assert_eq!(
            tokens,
            [
                Open("TABLE", " border=1", false),
                Open("td", " title='a>b'", false),
                Text("1 "),
                Text("< 2&amp;"),
                Open("br", "", true),
                Close("td"),
                Literal("<b>"),
                Close("table"),
            ]
        );
    }

    #[test]
    fn attributes_are_found() {
        for (attributes, name, expected) in [
            (" border=1 colspan = \"2\"", "colspan", Some("2")),
            (" ss:Name='a &amp; b'", "name", Some("a & b")),
            (" nowrap COLSPAN=3", "colspan", Some("3")),
            (" colspan=3/", "colspan", Some("3/")),
            (" data-colspan=4", "colspan", None),
            (" title=\"colspan=9\"", "colspan", None),
            (" colspan", "colspan", None),
            ("", "colspan", None),
        ] {
            assert_eq!(attribute(attributes, name).as_deref(), expected, "{attributes}");
        }
    }

    #[test]
    fn entities_are_replaced() {
        for (text, expected) in [
            ("a&amp;b&lt;&#20080;&#x4E70;&nbsp;", "a&b<买买 "),
            ("R&D; &unknown; &", "R&D; &unknown; &"),
            ("&#99999999;&#xZZ;", "&#99999999;&#xZZ;"),
            ("plain", "plain"),
        ] {
            assert_eq!(unescape(text), expected);
        }
    }
}
