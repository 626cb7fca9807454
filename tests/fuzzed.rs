//! A short run of what `fuzz/` runs long: the kept corpus, and seeded changes of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "common/fuzz.rs"]
mod fuzz;

use std::fs;

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }
}

/// Bytes changed in one to four places: another byte, a piece gone, a piece twice, a piece of another file.
fn changed(bytes: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    const TELLING: &[u8] = b",;\t|\"'\n\r\0\xff\xfe\xef-+.0129e%()/: ";
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(12)).min(bytes.len());
        match dice.below(5) {
            0 if at < bytes.len() => bytes[at] = dice.below(256) as u8,
            1 => bytes.insert(at, TELLING[dice.below(TELLING.len())]),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => {
                let from = dice.below(other.len() + 1);
                let piece = other[from..(from + dice.below(40)).min(other.len())].to_vec();
                bytes.splice(at..end, piece);
            }
        }
    }
    bytes
}

/// Goes over the corpus of a target; answers with the number of inputs.
fn go_over(target: &str, changes: usize, run: impl Fn(&[u8])) -> usize {
    let mut names: Vec<_> =
        fs::read_dir(format!("fuzz/corpus/{target}")).expect(target).map(|f| f.unwrap().path()).collect();
    names.sort();
    let corpus: Vec<Vec<u8>> = names.iter().map(|name| fs::read(name).unwrap()).collect();
    let mut dice = Dice(2024);
    for bytes in &corpus {
        run(bytes);
        for _ in 0..changes {
            let other = &corpus[dice.below(corpus.len())];
            run(&changed(bytes, other, &mut dice));
        }
    }
    corpus.len() * (changes + 1)
}

#[test]
fn any_text_is_a_report_or_a_refusal() {
    assert!(go_over("report", 12, fuzz::report) > 300);
}

#[test]
fn any_cell_is_a_date_or_none() {
    assert!(go_over("dates", 2_000, fuzz::dates) > 30_000);
}

#[test]
fn any_cell_is_a_number_or_none() {
    assert!(go_over("numbers", 2_000, fuzz::numbers) > 30_000);
}

/// Last, as it silences the messages of panics for all.
#[test]
fn any_workbook_is_opened_or_refused() {
    assert!(go_over("workbook", 40, fuzz::workbook) > 300);
}
