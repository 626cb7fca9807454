//! Sorting, in one place.
//!
//! Every kind of item and every closure given to the standard library's sort compiles that sort anew: about 8 kB of wasm
//! each, in fifty places a third of the engine. Here there is one sort of places and one of floating point numbers, and
//! everything that is not a hot loop goes through them.

use std::cmp::Ordering;

/// The places 0 to `n` − 1 in the order of `compare`; equal ones stay in theirs.
pub fn places(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..n as u32).collect();
    order.sort_by(|&a, &b| compare(a as usize, b as usize));
    order
}

/// Sorts items by `compare`; equal ones stay in their order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    // Each item goes to its place along the cycles of the permutation.
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = order[at] as usize;
            order[at] = at as u32;
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// Sorts items from the lowest to the highest.
pub fn ascending<T: Ord>(items: &mut [T]) {
    by(items, T::cmp);
}

/// Sorts numbers from the lowest to the highest.
pub fn floats(values: &mut [f64]) {
    values.sort_unstable_by(f64::total_cmp);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_end_in_their_places_and_equal_ones_in_their_order() {
        let mut state = 7_u64;
        for n in 0..60 {
            let mut items: Vec<(u64, usize)> = (0..n)
                .map(|i| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (state >> 60, i)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            by(&mut items, |a, b| a.0.cmp(&b.0));
            assert_eq!(items, expected);
        }
    }
}
