//! Rows that were not used: each with its line, its reason and, while there is room, its cells.

use crate::order;
use crate::report::{Reason, SetAside, SetAsidePage, SetAsideRow};

/// Bytes of cell text kept for the download. Beyond it, line and reason are still kept for every row.
const TEXT_KEPT: usize = 8 << 20;

/// The rows set aside, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct SetAsideRows {
    rows: Vec<(u64, Reason)>,
    /// Cells of the first rows, joined by [`SEPARATOR`]; one entry for each row that was kept.
    text: String,
    ends: Vec<usize>,
    /// How many rows there were where each file after the first begins.
    borders: Vec<usize>,
}

/// Stands between the cells in memory: a control character that no trimmed cell begins or ends with.
const SEPARATOR: char = '\u{1f}';

impl SetAsideRows {
    /// Notes one row.
    pub fn push<'a>(&mut self, line: u64, reason: Reason, cells: impl Iterator<Item = &'a [u8]>) {
        if !self.note(line, reason) {
            return;
        }
        for (i, cell) in cells.enumerate() {
            if i > 0 {
                self.text.push(SEPARATOR);
            }
            self.text.extend(String::from_utf8_lossy(cell).chars().filter(|&c| c != SEPARATOR));
        }
        self.ends.push(self.text.len());
    }

    /// Notes a row that was set aside elsewhere, with its cells as [`SetAsideRows::rows`] gives them.
    pub fn take(&mut self, line: u64, reason: Reason, cells: Option<&str>) {
        if let (true, Some(cells)) = (self.note(line, reason), cells) {
            self.text.push_str(cells);
            self.ends.push(self.text.len());
        }
    }

    /// Notes a row without its cells. Whether there is room for these.
    fn note(&mut self, line: u64, reason: Reason) -> bool {
        let all_kept = self.ends.len() == self.rows.len();
        self.rows.push((line, reason));
        all_kept && self.text.len() < TEXT_KEPT
    }

    /// The rows with their line and reason, and their joined cells where these were kept.
    pub fn rows(&self) -> impl Iterator<Item = (u64, Reason, Option<&str>)> {
        self.rows.iter().enumerate().map(|(i, &(line, reason))| (line, reason, self.cells(i)))
    }

    fn cells(&self, i: usize) -> Option<&str> {
        let end = *self.ends.get(i)?;
        let start = if i == 0 { 0 } else { self.ends[i - 1] };
        self.text.get(start..end)
    }

    /// What comes now is of another file.
    pub fn next_file(&mut self) {
        self.borders.push(self.rows.len());
    }

    /// How many rows were set aside.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none were.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Counts by reason, most frequent first.
    pub fn summary(&self) -> Vec<SetAside> {
        let mut found: Vec<SetAside> = Vec::new();
        for &(_, reason) in &self.rows {
            match found.iter_mut().find(|s| s.reason == reason) {
                Some(slot) => slot.rows += 1,
                None => found.push(SetAside { reason, rows: 1 }),
            }
        }
        order::by(&mut found, |a, b| b.rows.cmp(&a.rows).then(a.reason.cmp(&b.reason)));
        found
    }

    /// Part of the rows, with their cells where they were kept.
    pub fn page(&self, offset: usize, limit: usize) -> SetAsidePage {
        let end = offset.saturating_add(limit).min(self.rows.len());
        let rows = (offset.min(end)..end).filter_map(|i| self.row(i)).collect();
        SetAsidePage { total: self.rows.len() as u64, rows }
    }

    fn row(&self, i: usize) -> Option<SetAsideRow> {
        let &(line, reason) = self.rows.get(i)?;
        let cells = self.cells(i).map(|cells| cells.split(SEPARATOR).map(str::to_owned).collect());
        let cells = cells.unwrap_or_default();
        let file = self.borders.iter().filter(|&&border| border <= i).count() as u32;
        Some(SetAsideRow { file: (!self.borders.is_empty()).then_some(file), line, reason, cells })
    }
}
