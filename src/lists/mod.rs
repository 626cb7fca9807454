//! Lists that leave as files: any selection of customers, for people, for e-mail tools, for advertising audiences; and what
//! became of it.
//!
//! Takes an analysis and a [`ListRequest`]; gives a [`ListFile`]. Each list has an id, made of who is on it, and where a share
//! is given a **hold-out**: customers drawn by lot who are not addressed, so that the difference can be measured
//! ([`lift`]). Files for tools hold the treated alone; the *record* (the plain preset) holds both groups and is what is dropped
//! again with outcomes.
//!
//! | file | idea |
//! |---|---|
//! | [`preset`] | whom a tool can take, and the columns it wants |
//! | [`identity`] | addresses and numbers in one form, and hashed |
//! | [`workbook`] | XLSX |
//! | [`about`] | how a list came to be, for whoever has to make it again |
//! | [`record`] | a list that comes back |
//! | [`lift`] | treated against held out |

pub mod about;
pub mod identity;
pub mod lift;
pub mod preset;
pub mod record;
pub mod workbook;

use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::error::{Code, Error, Result};
use crate::export;
use crate::hash::xxh64;
use crate::mask;
use crate::notes::{NOTE, Notes};
use crate::order;
use crate::query::CustomerQuery;
use about::About;
use preset::{Contacts, Preset};
use workbook::Cell;

/// Largest share that can be held out.
pub const MOST_HELD_OUT: f64 = 0.5;

/// What a list is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum ListFormat {
    /// UTF-8 with a byte order mark, which Excel needs to read Chinese.
    #[default]
    Csv,
    /// A workbook: the list, and a sheet that says how it came to be.
    Xlsx,
}

/// Which customers, for what.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct ListRequest {
    /// Who; offset and limit are not asked.
    pub query: CustomerQuery,
    /// For whom or what.
    pub preset: Preset,
    /// The record of the same list instead: both groups, in the columns of the plain preset.
    pub record: bool,
    /// What it is written as.
    pub format: ListFormat,
    /// Share of customers who are not addressed, 0 to 0.5.
    pub hold_out: f64,
    /// Which lots are drawn.
    pub seed: u32,
    /// Calling code of telephone numbers that have none, digits only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calling_code: Option<String>,
}

/// A list as a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ListFile {
    /// How it came to be: beside a CSV, which tools must be able to import as it is, and within a workbook.
    pub about: About,
    /// The file.
    pub bytes: Vec<u8>,
}

/// One customer of a list.
struct Member {
    customer: u32,
    contacts: Contacts,
    held_out: bool,
}

/// Makes a list.
///
/// # Errors
///
/// [`Code::BadSetting`] with `hold_out` for a share out of range, with `calling_code` for one that is none, and with `preset` for a
/// list of addresses while customers are masked.
pub fn make(analysis: &Analysis, request: &ListRequest, about: About) -> Result<ListFile> {
    let bad = |name: &str| Err(Error::new(Code::BadSetting).value(name));
    if !(0.0..=MOST_HELD_OUT).contains(&request.hold_out) {
        return bad("hold_out");
    }
    let code = request.calling_code.as_deref();
    if code.is_some_and(|code| code.len() > 4 || !code.bytes().all(|b| b.is_ascii_digit())) {
        return bad("calling_code");
    }
    // A hash of an address leads back to it: whoever has the address has the hash.
    if request.query.mask.is_some() && request.preset != Preset::Plain {
        return bad("preset");
    }
    let selected = analysis.select(&request.query);
    let mut members: Vec<Member> = Vec::with_capacity(selected.len());
    for &customer in &selected {
        let contacts = Contacts::of(&analysis.customers, customer as usize, code);
        if request.preset.reaches(&contacts) {
            let name = analysis.customers.names.bytes(customer);
            members.push(Member {
                customer,
                contacts,
                held_out: drawn(name, request.seed, request.hold_out),
            });
        }
    }
    let mut about = About {
        list_id: id(analysis, &members, request),
        customers: members.len() as u64,
        held_out: members.iter().filter(|member| member.held_out).count() as u64,
        unreachable: (selected.len() - members.len()) as u64,
        ..about
    };
    let plain = request.record || request.preset == Preset::Plain;
    let sent = if plain { members } else { request.preset.addressed(members) };
    about.rows = sent.len() as u64;
    let preset = if plain { Preset::Plain } else { request.preset };
    let notes = Notes::of(analysis, &request.query).filter(|_| plain);
    let head = preset.columns().iter().copied().chain(notes.as_ref().map(|_| NOTE));
    let mut rows = vec![head.map(|name| Cell::Text(name.into())).collect::<Vec<_>>()];
    rows.extend(sent.iter().map(|member| {
        let mut row = preset.row(analysis, request, &about, member);
        row.extend(notes.as_ref().map(|notes| Cell::Text(notes.on(member.customer))));
        row
    }));
    let bytes = match request.format {
        ListFormat::Csv => csv(&rows),
        ListFormat::Xlsx => workbook::xlsx(&[("List", rows), ("About", about.rows_of_text())]),
    };
    Ok(ListFile { about, bytes })
}

fn csv(rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut out = String::from(export::BOM);
    for row in rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Text(text) => export::text(text),
            Cell::Number(number) => number.clone(),
        });
        export::line(&mut out, cells);
    }
    out.into_bytes()
}

/// Whether the lot falls on a customer: by name and seed alone, whoever else is on the list. XXH64 of the name under the seed,
/// as a share of all its values.
pub fn drawn(name: &[u8], seed: u32, share: f64) -> bool {
    let lot = (xxh64(name, u64::from(seed)) >> 11) as f64 / (1_u64 << 53) as f64;
    lot < share
}

/// The same customers drawn in the same way on the same day are the same list.
fn id(analysis: &Analysis, members: &[Member], request: &ListRequest) -> String {
    let mut customers: Vec<u32> = members.iter().map(|member| member.customer).collect();
    order::ascending(&mut customers);
    let mut all = Vec::new();
    for customer in customers {
        match &request.query.mask {
            // Else whoever guesses the names of a short list could try them against its id.
            Some(key) => {
                all.extend_from_slice(
                    mask::pseudonym(&analysis.customers.names.text(customer), key).as_bytes(),
                );
            }
            None => all.extend_from_slice(analysis.customers.names.bytes(customer)),
        }
        all.push(b'\n');
    }
    let day = analysis.customers.as_of.map_or(0, |day| day.0);
    all.extend_from_slice(&day.to_le_bytes());
    all.extend_from_slice(&request.hold_out.to_bits().to_le_bytes());
    format!("VT-{}", mask::letters(xxh64(&all, u64::from(request.seed))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lots_are_fair_and_fall_on_the_same_customers_whoever_else_is_there() {
        let names: Vec<String> = (0..20_000).map(|i| format!("C{i:05}")).collect();
        let held = |seed| names.iter().filter(|name| drawn(name.as_bytes(), seed, 0.1)).count() as f64;
        for seed in [0, 1, 7, 2024] {
            // Four standard deviations of a binomial draw.
            assert!((held(seed) - 2000.0).abs() < 4.0 * 42.4, "{seed}: {}", held(seed));
        }
        // Whoever is held out at a tenth is so at a fifth, and other lots fall on others.
        for name in &names {
            assert!(!drawn(name.as_bytes(), 7, 0.1) || drawn(name.as_bytes(), 7, 0.2));
        }
        let both =
            names.iter().filter(|n| drawn(n.as_bytes(), 7, 0.1) && drawn(n.as_bytes(), 8, 0.1)).count();
        assert!((both as f64 - 200.0).abs() < 60.0, "{both}");
        assert!(!drawn(b"anyone", 7, 0.0));
    }
}
