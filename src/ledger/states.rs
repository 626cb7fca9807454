//! Where orders stand, by the words of a status column.

use crate::ingest::alias::{self, State};

/// Different cells that are remembered: a column of states has ten, one that was taken for it by mistake a million.
const REMEMBERED: usize = 64;

/// What the cells of a status column say; each different one is looked at once.
#[derive(Debug, Default)]
pub struct States {
    known: Vec<(Vec<u8>, Option<State>)>,
}

impl States {
    /// What a cell says about the money, where its words are known.
    pub fn of(&mut self, cell: &[u8]) -> Option<State> {
        if let Some((_, state)) = self.known.iter().find(|(known, _)| known == cell) {
            return *state;
        }
        let state = alias::order_state(&String::from_utf8_lossy(cell));
        if self.known.len() < REMEMBERED {
            self.known.push((cell.to_vec(), state));
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_the_same_whether_it_is_remembered_or_not() {
        let mut states = States::default();
        let cells: Vec<String> = (0..REMEMBERED + 10).map(|i| format!("paid{}", "!".repeat(i))).collect();
        for _ in 0..2 {
            for cell in &cells {
                assert_eq!(states.of(cell.as_bytes()), Some(State::Paid), "{cell}");
            }
            assert_eq!(states.of("交易關閉".as_bytes()), Some(State::Cancelled));
            assert_eq!(states.of(b"blue"), None);
        }
        assert_eq!(states.known.len(), REMEMBERED);
    }
}
