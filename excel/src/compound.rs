//! Compound files ([MS-CFB]) whose chains of sectors come to an end.
//!
//! A stream is a chain: an entry of the allocation table for each sector, naming the next. Where one names a sector before
//! it, whoever follows the chain reads the same sectors until memory is full. A file that was written and not made up has
//! no such chain, so the tables are looked at before anything is read.

use crate::error::{Error, Result};

/// Entries above this one name no sector: an end, a free sector, a table.
const LARGEST: u32 = 0xFFFF_FFFA;
/// Bytes of the header, with the first 109 entries of the list of tables.
const HEADER: usize = 512;

/// Refuses a compound file with a chain without end.
///
/// # Errors
///
/// [`Code::WorkbookDamaged`](crate::error::Code::WorkbookDamaged).
pub fn check(bytes: &[u8]) -> Result<()> {
    let word = |at: usize| {
        bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(u32::MAX, u32::from_le_bytes)
    };
    let shift = match bytes.get(30..32) {
        Some([9, 0]) => 9,
        Some([12, 0]) => 12,
        // No size that there is: refused by whoever reads it.
        _ => return Ok(()),
    };
    let size = 1_usize << shift;
    let sector = |id: u32| -> &[u8] {
        let start = (id as usize).saturating_add(1).saturating_mul(size);
        bytes.get(start..bytes.len().min(start.saturating_add(size))).unwrap_or_default()
    };
    let sectors = bytes.len() / size + 1;

    let mut tables: Vec<u32> = (76..HEADER).step_by(4).map(word).collect();
    let mut next = word(68);
    for _ in 0..sectors {
        if next >= LARGEST {
            break;
        }
        tables.extend(words(sector(next)));
        next = tables.pop().unwrap_or(u32::MAX);
    }
    tables.retain(|&id| (id as usize) < sectors);
    // Two tables in one sector would make the table longer than the file.
    tables.truncate(sectors);
    let table: Vec<u32> = tables.into_iter().flat_map(|id| words(sector(id))).collect();
    let mut small = Vec::new();
    if !is_endless(&table) {
        let mut next = word(60);
        while next < LARGEST && (next as usize) < table.len() {
            small.extend(words(sector(next)));
            next = table.get(next as usize).copied().unwrap_or(u32::MAX);
        }
        if !is_endless(&small) {
            return Ok(());
        }
    }
    Err(Error::damaged("a chain of sectors without end"))
}

fn words(sector: &[u8]) -> impl Iterator<Item = u32> {
    sector.chunks_exact(4).filter_map(|b| b.try_into().ok()).map(u32::from_le_bytes)
}

/// Whether following the entries from any of them never ends.
fn is_endless(table: &[u32]) -> bool {
    // For each entry the walk that met it, counted from 1.
    let mut met = vec![0_u32; table.len()];
    for start in 0..table.len() {
        let walk = start as u32 + 1;
        let mut at = start;
        while let Some(slot) = met.get_mut(at) {
            match *slot {
                0 => *slot = walk,
                seen if seen == walk => return true,
                _ => break,
            }
            match table.get(at) {
                Some(&next) if next < LARGEST => at = next as usize,
                _ => break,
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: u32 = 0xFFFF_FFFE;

    #[test]
    fn chains_that_come_back_have_no_end() {
        for (table, endless) in [
            (&[][..], false),
            (&[END], false),
            (&[1, 2, END, 0xFFFF_FFFF, 3], false),
            (&[0], true),
            (&[1, 2, 0], true),
            (&[END, 2, 3, 1], true),
            // Two chains with one end.
            (&[2, 2, END], false),
            // Beyond the table.
            (&[9], false),
        ] {
            assert_eq!(is_endless(table), endless, "{table:?}");
        }
    }
}
