//! Customer names to dense numbers, in the order in which they first appear.
//!
//! One arena holds the text, so a million customers are two allocations and not a million.

use crate::order;
use hashbrown::HashTable;

/// The distinct names seen so far.
#[derive(Clone, Debug, Default)]
pub struct Names {
    text: Vec<u8>,
    /// End of each name in `text`.
    ends: Vec<usize>,
}

/// Finds the number of a name while a file is read.
#[derive(Debug, Default)]
pub struct NameIndex {
    names: Names,
    table: HashTable<Slot>,
}

/// What the table says of a name without a look at its text, which lies elsewhere in memory.
#[derive(Clone, Copy, Debug)]
struct Slot {
    print: u64,
    length: u32,
    number: u32,
}

impl Names {
    /// How many names there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The bytes of name `i`; empty for a number never given.
    pub fn bytes(&self, i: u32) -> &[u8] {
        let i = i as usize;
        let start = if i == 0 { 0 } else { self.ends.get(i - 1).copied().unwrap_or(0) };
        let end = self.ends.get(i).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Name `i` as text.
    pub fn text(&self, i: u32) -> String {
        String::from_utf8_lossy(self.bytes(i)).into_owned()
    }

    /// Appends a name without looking whether it is there already.
    pub fn push(&mut self, name: &[u8]) {
        self.text.extend_from_slice(name);
        self.ends.push(self.text.len());
    }

    /// The numbers of all names in the order of their bytes: an order that does not depend on the file's.
    pub fn sorted(&self) -> Vec<u32> {
        // Most names differ within their first eight bytes, which sort as one number.
        let head = |i: u32| {
            let mut head = [0; 8];
            let bytes = self.bytes(i);
            let n = bytes.len().min(8);
            head[..n].copy_from_slice(&bytes[..n]);
            u64::from_be_bytes(head)
        };
        let mut order = order::of_keys((0..self.len() as u32).map(head));
        for same in order.chunk_by_mut(|&a, &b| head(a) == head(b)).filter(|same| same.len() > 1) {
            order::by(same, |&a, &b| self.bytes(a).cmp(self.bytes(b)));
        }
        order
    }
}

impl NameIndex {
    /// The number of `name`, given now if it is new.
    pub fn number(&mut self, name: &[u8]) -> u32 {
        let Self { names, table } = self;
        let print = fingerprint(name);
        let found = table.entry(print, |slot| slot.is(print, name, names), |slot| slot.print);
        match found {
            hashbrown::hash_table::Entry::Occupied(slot) => slot.get().number,
            hashbrown::hash_table::Entry::Vacant(slot) => {
                let number = names.ends.len() as u32;
                slot.insert(Slot { print, length: name.len() as u32, number });
                names.push(name);
                number
            }
        }
    }

    /// The number of `name`, where it has one.
    pub fn find(&self, name: &[u8]) -> Option<u32> {
        let Self { names, table } = self;
        let print = fingerprint(name);
        table.find(print, |slot| slot.is(print, name, names)).map(|slot| slot.number)
    }

    /// How many names there are.
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// The names.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The names without the index.
    pub fn into_names(self) -> Names {
        self.names
    }
}

impl Slot {
    /// Whether it is the name's. Names of the same length, up to eight bytes, are the same where their fingerprints are: these
    /// mix all bytes by steps that can each be undone.
    fn is(&self, print: u64, name: &[u8], names: &Names) -> bool {
        self.print == print
            && self.length == name.len() as u32
            && (name.len() <= 8 || same(names.bytes(self.number), name))
    }
}

/// Whether two names are the same bytes. Names are short: in wasm a call to compare memory costs more than to compare.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a == b)
}

/// A 64-bit hash of a text, the same on every machine (the hashers of most libraries are as wide as a pointer, and
/// a pointer is 32 bits in wasm). Two order ids of one customer that collide would be taken for one order: for a
/// customer with a thousand orders the odds are one in 10^13.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = (bytes.len() as u64).wrapping_mul(K);
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        let mut eight = [0; 8];
        eight.copy_from_slice(word);
        hash = mix(hash ^ u64::from_le_bytes(eight));
    }
    // The last bytes as a number, the lowest first. A call to copy so few costs more than to read some of them twice.
    let length = words.remainder().len();
    if length == 0 {
        return hash;
    }
    let rest = match (bytes.last_chunk(), bytes.first_chunk(), bytes.last_chunk()) {
        (Some(eight), ..) => u64::from_le_bytes(*eight) >> (64 - 8 * length),
        (_, Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * length - 32)
        }
        _ => bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)),
    };
    mix(hash ^ rest)
}

/// The finaliser of MurmurHash3: every input bit reaches every output bit.
fn mix(mut h: u64) -> u64 {
    h ^= h >> 33;
    h = h.wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    h ^= h >> 33;
    h = h.wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    h ^ (h >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_has_one_number_and_sorting_is_by_bytes() {
        let mut index = NameIndex::default();
        let numbers: Vec<u32> = ["b", "a", "b", "customer-2", "customer-10", "", "a"]
            .iter()
            .map(|n| index.number(n.as_bytes()))
            .collect();
        assert_eq!(numbers, [0, 1, 0, 2, 3, 4, 1]);
        let names = index.into_names();
        let sorted: Vec<String> = names.sorted().into_iter().map(|i| names.text(i)).collect();
        assert_eq!(sorted, ["", "a", "b", "customer-10", "customer-2"]);
    }

    #[test]
    fn the_last_bytes_are_read_as_one_number() {
        let text = b"abcdefghijklmnopqrstuvwxyz";
        for length in 0..text.len() {
            let padded = |part: &[u8]| {
                let mut eight = [0; 8];
                eight[..part.len()].copy_from_slice(part);
                u64::from_le_bytes(eight)
            };
            let start = (length as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            let expected = text[..length].chunks(8).fold(start, |hash, part| mix(hash ^ padded(part)));
            assert_eq!(fingerprint(&text[..length]), expected, "{length}");
        }
    }

    #[test]
    fn fingerprints_differ_by_length_and_by_every_byte() {
        let texts = ["", "\0", "\0\0", "12345678", "123456789", "12345679", "C12345678"];
        for (i, a) in texts.iter().enumerate() {
            for b in &texts[i + 1..] {
                assert_ne!(fingerprint(a.as_bytes()), fingerprint(b.as_bytes()), "{a:?} {b:?}");
            }
        }
    }
}
