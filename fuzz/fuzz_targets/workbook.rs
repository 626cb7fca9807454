#![no_main]
#[allow(dead_code)]
#[path = "../../tests/common/fuzz.rs"]
mod fuzz;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::workbook(bytes));
