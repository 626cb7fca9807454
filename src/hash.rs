//! XXH64, a fast 64-bit hash of bytes that come in slices (Y. Collet: xxHash fast digest algorithm, version 0.1.1): it tells
//! one file from another, as `xxhsum -H64` does, and draws lots that stay the same for the same name. It keeps no secret.

const P1: u64 = 0x9E37_79B1_85EB_CA87;
const P2: u64 = 0xC2B2_AE3D_27D4_EB4F;
const P3: u64 = 0x1656_67B1_9E37_79F9;
const P4: u64 = 0x85EB_CA77_C2B2_AE63;
const P5: u64 = 0x27D4_EB2F_1656_67C5;

/// Bytes that are mixed at a time.
const STRIPE: usize = 32;

/// The hash of some bytes under a seed.
pub fn xxh64(bytes: &[u8], seed: u64) -> u64 {
    let mut hasher = Xxh64::new(seed);
    hasher.write(bytes);
    hasher.finish()
}

/// A hash under way.
#[derive(Clone, Debug)]
pub struct Xxh64 {
    lanes: [u64; 4],
    seed: u64,
    length: u64,
    /// Bytes of a stripe that is not full yet.
    held: Vec<u8>,
}

impl Xxh64 {
    /// A hash of nothing yet.
    pub fn new(seed: u64) -> Self {
        let lanes =
            [seed.wrapping_add(P1).wrapping_add(P2), seed.wrapping_add(P2), seed, seed.wrapping_sub(P1)];
        Xxh64 { lanes, seed, length: 0, held: Vec::with_capacity(STRIPE) }
    }

    /// Takes the next bytes.
    pub fn write(&mut self, mut bytes: &[u8]) {
        self.length += bytes.len() as u64;
        if !self.held.is_empty() {
            let (some, rest) = bytes.split_at(bytes.len().min(STRIPE - self.held.len()));
            self.held.extend_from_slice(some);
            bytes = rest;
            if self.held.len() < STRIPE {
                return;
            }
            let held = std::mem::take(&mut self.held);
            stripe(&mut self.lanes, &held);
        }
        let mut stripes = bytes.chunks_exact(STRIPE);
        let mut lanes = self.lanes;
        stripes.by_ref().for_each(|bytes| stripe(&mut lanes, bytes));
        self.lanes = lanes;
        self.held.extend_from_slice(stripes.remainder());
    }

    /// The hash of all bytes so far.
    pub fn finish(&self) -> u64 {
        let [a, b, c, d] = self.lanes;
        let mut hash = if self.length < STRIPE as u64 {
            self.seed.wrapping_add(P5)
        } else {
            let sum = a.rotate_left(1).wrapping_add(b.rotate_left(7)).wrapping_add(c.rotate_left(12));
            let sum = sum.wrapping_add(d.rotate_left(18));
            self.lanes
                .iter()
                .fold(sum, |hash, lane| (hash ^ round(0, *lane)).wrapping_mul(P1).wrapping_add(P4))
        };
        hash = hash.wrapping_add(self.length);
        let mut eights = self.held.chunks_exact(8);
        for eight in &mut eights {
            hash = (hash ^ round(0, read(eight))).rotate_left(27).wrapping_mul(P1).wrapping_add(P4);
        }
        let mut fours = eights.remainder().chunks_exact(4);
        for four in &mut fours {
            hash = (hash ^ read(four).wrapping_mul(P1)).rotate_left(23).wrapping_mul(P2).wrapping_add(P3);
        }
        for byte in fours.remainder() {
            hash = (hash ^ u64::from(*byte).wrapping_mul(P5)).rotate_left(11).wrapping_mul(P1);
        }
        hash = (hash ^ (hash >> 33)).wrapping_mul(P2);
        hash = (hash ^ (hash >> 29)).wrapping_mul(P3);
        hash ^ (hash >> 32)
    }
}

fn stripe(lanes: &mut [u64; 4], bytes: &[u8]) {
    for (lane, eight) in lanes.iter_mut().zip(bytes.chunks_exact(8)) {
        *lane = round(*lane, read(eight));
    }
}

fn round(lane: u64, input: u64) -> u64 {
    lane.wrapping_add(input.wrapping_mul(P2)).rotate_left(31).wrapping_mul(P1)
}

/// Up to eight bytes as a number, the lowest first.
fn read(bytes: &[u8]) -> u64 {
    let mut eight = [0; 8];
    eight[..bytes.len()].copy_from_slice(bytes);
    u64::from_le_bytes(eight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_published_function_in_whatever_slices() {
        // Values that other implementations are tested with (cespare/xxhash).
        let long = b"Call me Ishmael. Some years ago--never mind how long precisely-";
        for (bytes, seed, expected) in [
            (&b""[..], 0, 0xef46_db37_51d8_e999),
            (b"a", 0, 0xd24e_c4f1_a98c_6e5b),
            (b"as", 0, 0x1c33_0fb2_d66b_e179),
            (b"asd", 0, 0x631c_37ce_72a9_7393),
            (b"asdf", 0, 0x4158_72f5_99ce_a71e),
            (long, 0, 0x02a2_e854_70d6_fd96),
        ] {
            assert_eq!(xxh64(bytes, seed), expected, "{bytes:?}");
            for size in [1, 3, 31, 33] {
                let mut hasher = Xxh64::new(seed);
                bytes.chunks(size).for_each(|slice| hasher.write(slice));
                assert_eq!(hasher.finish(), expected, "{bytes:?} by {size}");
            }
        }
        assert_ne!(xxh64(b"a", 7), xxh64(b"a", 8));
    }
}
