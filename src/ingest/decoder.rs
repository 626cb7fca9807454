//! Bytes of any encoding become UTF-8, in chunks.
//!
//! UTF-8 is checked, never copied. Other encodings go through the browser's own `TextDecoder` in wasm, and through
//! `encoding_rs`, which implements the same standard, natively. A character that is split between two chunks is put
//! together again. What is no character becomes U+FFFD and is counted; nothing fails.

use super::encoding::Encoding;
use crate::error::Result;

/// What stands for bytes that are no character.
const REPLACEMENT: &[u8] = "\u{fffd}".as_bytes();

/// A streaming decoder to UTF-8. Everything it passes on consists of whole characters.
#[derive(Debug)]
pub struct Decoder {
    kind: Kind,
    replaced: u64,
}

#[derive(Debug)]
enum Kind {
    /// The first bytes of a character whose rest is still to come.
    Utf8(Vec<u8>),
    Foreign(foreign::Foreign),
}

impl Decoder {
    /// A decoder at the start of a file. Byte order marks are characters to it.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownEncoding`](crate::error::Code::UnknownEncoding) where the browser doesn't know the encoding.
    pub fn new(encoding: Encoding) -> Result<Self> {
        let kind = match encoding {
            Encoding::Utf8 => Kind::Utf8(Vec::new()),
            _ => Kind::Foreign(foreign::Foreign::new(encoding)?),
        };
        Ok(Decoder { kind, replaced: 0 })
    }

    /// Decodes the next bytes, and passes the text on in pieces.
    pub fn decode<F: FnMut(&[u8])>(&mut self, bytes: &[u8], out: &mut F) {
        match &mut self.kind {
            Kind::Utf8(held) => self.replaced += utf8(held, bytes, out),
            Kind::Foreign(foreign) => {
                let replaced = &mut self.replaced;
                foreign.decode(bytes, false, &mut |text| {
                    *replaced += replacements(text);
                    out(text);
                });
            }
        }
    }

    /// Ends the file. Half a character at its end becomes U+FFFD.
    pub fn finish<F: FnMut(&[u8])>(&mut self, out: &mut F) {
        match &mut self.kind {
            Kind::Utf8(held) => {
                if !held.is_empty() {
                    held.clear();
                    self.replaced += 1;
                    out(REPLACEMENT);
                }
            }
            Kind::Foreign(foreign) => {
                let replaced = &mut self.replaced;
                foreign.decode(&[], true, &mut |text| {
                    *replaced += replacements(text);
                    out(text);
                });
            }
        }
    }

    /// Whether what follows is decoded as if nothing had gone before, after a line end: it never is the middle of a character
    /// where characters are one byte or begin with one beyond ASCII.
    pub fn at_border(&self) -> bool {
        match &self.kind {
            Kind::Utf8(held) => held.is_empty(),
            Kind::Foreign(_) => true,
        }
    }

    /// Number of U+FFFD put in so far.
    pub fn replaced(&self) -> u64 {
        self.replaced
    }
}

/// Decodes all of `bytes` at once; the end may cut a character, which is then left out.
///
/// # Errors
///
/// As [`Decoder::new`].
pub(super) fn decode_start(encoding: Encoding, bytes: &[u8]) -> Result<(String, u64)> {
    let mut decoder = Decoder::new(encoding)?;
    let mut text = Vec::with_capacity(bytes.len());
    decoder.decode(bytes, &mut |piece| text.extend_from_slice(piece));
    let text = String::from_utf8(text).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned());
    Ok((text, decoder.replaced()))
}

fn replacements(text: &[u8]) -> u64 {
    memchr::memmem::find_iter(text, REPLACEMENT).count() as u64
}

/// Passes on what is valid and U+FFFD for each longest piece that is not, as the WHATWG standard has it.
fn utf8<F: FnMut(&[u8])>(held: &mut Vec<u8>, bytes: &[u8], out: &mut F) -> u64 {
    let mut replaced = 0;
    let mut rest = bytes;
    while !held.is_empty() {
        let [byte, following @ ..] = rest else { return replaced };
        held.push(*byte);
        match std::str::from_utf8(held) {
            Ok(_) => {
                out(held);
                held.clear();
                rest = following;
            }
            Err(error) if error.error_len().is_none() => rest = following,
            // The byte begins something else.
            Err(_) => {
                out(REPLACEMENT);
                replaced += 1;
                held.clear();
            }
        }
    }
    while !rest.is_empty() {
        let error = match std::str::from_utf8(rest) {
            Ok(_) => {
                out(rest);
                return replaced;
            }
            Err(error) => error,
        };
        let (valid, bad) = rest.split_at(error.valid_up_to());
        if !valid.is_empty() {
            out(valid);
        }
        let Some(length) = error.error_len() else {
            held.extend_from_slice(bad);
            return replaced;
        };
        out(REPLACEMENT);
        replaced += 1;
        rest = bad.get(length..).unwrap_or_default();
    }
    replaced
}

#[cfg(not(target_arch = "wasm32"))]
mod foreign {
    use crate::error::{Code, Error, Result};
    use crate::ingest::encoding::Encoding;

    /// Any encoding but UTF-8, natively.
    pub struct Foreign {
        decoder: encoding_rs::Decoder,
        text: Vec<u8>,
    }

    impl std::fmt::Debug for Foreign {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "Foreign({})", self.decoder.encoding().name())
        }
    }

    impl Foreign {
        pub fn new(encoding: Encoding) -> Result<Self> {
            let label = encoding.label();
            let known = encoding_rs::Encoding::for_label(label.as_bytes())
                .ok_or_else(|| Error::new(Code::UnknownEncoding).value(label))?;
            Ok(Foreign { decoder: known.new_decoder_without_bom_handling(), text: vec![0; 64 * 1024] })
        }

        pub fn decode<F: FnMut(&[u8])>(&mut self, bytes: &[u8], last: bool, out: &mut F) {
            let mut rest = bytes;
            loop {
                let (result, read, written, _) = self.decoder.decode_to_utf8(rest, &mut self.text, last);
                if let Some(text) = self.text.get(..written).filter(|text| !text.is_empty()) {
                    out(text);
                }
                rest = rest.get(read..).unwrap_or_default();
                if result == encoding_rs::CoderResult::InputEmpty {
                    return;
                }
            }
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod foreign {
    use crate::error::{Code, Error, Result};
    use crate::ingest::encoding::Encoding;

    /// Any encoding but UTF-8, by the browser.
    #[derive(Debug)]
    pub struct Foreign(web_sys::TextDecoder);

    impl Foreign {
        pub fn new(encoding: Encoding) -> Result<Self> {
            let label = encoding.label();
            let options = web_sys::TextDecoderOptions::new();
            // The mark is taken off later, in one place for all encodings. web-sys doesn't have this option.
            let kept = js_sys::Reflect::set(&options, &"ignoreBOM".into(), &true.into());
            debug_assert_eq!(kept, Ok(true));
            web_sys::TextDecoder::new_with_label_and_options(label, &options)
                .map(Foreign)
                .map_err(|_| Error::new(Code::UnknownEncoding).value(label))
        }

        pub fn decode<F: FnMut(&[u8])>(&mut self, bytes: &[u8], last: bool, out: &mut F) {
            let options = web_sys::TextDecodeOptions::new();
            options.set_stream(!last);
            // Only a `fatal` decoder throws, and this is none.
            if let Ok(text) = self.0.decode_with_u8_array_and_options(bytes, &options)
                && !text.is_empty()
            {
                out(text.as_bytes());
            }
        }
    }
}
