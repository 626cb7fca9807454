//! Pseudonyms: another name for each customer, the same for as long as the key is the same.
//!
//! For showing a report to others, and for lists that leave the house. The key is made by whoever asks and kept nowhere;
//! without it a pseudonym does not lead back to a name, not even by trying all names there can be. The function is
//! SipHash-2-4 (J.-P. Aumasson, D. J. Bernstein: SipHash: a fast short-input PRF. INDOCRYPT 2012) of the customer's name.

use std::hash::Hasher;

/// Digits and letters that nobody takes for one another (D. Crockford, Base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The pseudonym of a name under a key: ten letters in two groups, `7KQ2M-9XDP4`. Among a million customers one pair in
/// two thousand files shares one.
pub fn pseudonym(name: &str, key: &str) -> String {
    letters(keyed(keyed(0, 0, key), keyed(0, 1, key), name))
}

/// The lower fifty bits as ten letters in two groups.
pub fn letters(bits: u64) -> String {
    let letter = |place: u32| char::from(LETTERS[(bits >> (5 * place)) as usize & 31]);
    let (first, last): (String, String) = ((0..5).map(letter).collect(), (5..10).map(letter).collect());
    format!("{first}-{last}")
}

fn keyed(key_0: u64, key_1: u64, text: &str) -> u64 {
    // Deprecated in favour of a hasher that may change from one Rust to the next; this one may not.
    #[expect(deprecated)]
    let mut hasher = std::hash::SipHasher::new_with_keys(key_0, key_1);
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_published_function() {
        // Key 00 01 … 0f and input 00 01 … 0e: the example in appendix A of the paper.
        let text: String = (0..15).map(char::from).collect();
        assert_eq!(keyed(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908, &text), 0xa129_ca61_49be_45e5);
    }

    #[test]
    fn a_name_keeps_its_pseudonym_under_one_key_and_changes_it_under_another() {
        let one = pseudonym("Anna Müller", "key");
        assert_eq!(one, pseudonym("Anna Müller", "key"));
        assert_ne!(one, pseudonym("Anna Müller", "other key"));
        assert_ne!(one, pseudonym("Anna Muller", "key"));
        assert_eq!(one.len(), 11);
        let many: std::collections::BTreeSet<_> =
            (0..20_000).map(|i| pseudonym(&i.to_string(), "key")).collect();
        assert_eq!(many.len(), 20_000);
    }
}
