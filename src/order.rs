//! Sorting, in one place.
//!
//! Every kind of item and every closure given to the standard library's sort compiles that sort anew: about 8 kB of wasm
//! each, in fifty places a third of the engine. Here there is one sort by comparison for small things and one by digits
//! for numbers, of which there may be millions.

use std::cmp::Ordering;

/// Numbers that are sorted by insertion.
const FEW: usize = 48;

/// The places 0 to `n` − 1 in the order of `compare`; equal ones stay in theirs.
pub fn places(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..n as u32).collect();
    order.sort_by(|&a, &b| compare(a as usize, b as usize));
    order
}

/// Sorts items by `compare`; equal ones stay in their order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    // A customer's few rows: a call for each customer, without a temporary.
    if items.len() <= FEW {
        for end in 1..items.len() {
            let mut at = end;
            while at > 0 && compare(&items[at], &items[at - 1]).is_lt() {
                items.swap(at, at - 1);
                at -= 1;
            }
        }
        return;
    }
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

/// Sorts numbers from the lowest to the highest; NaN comes last.
pub fn floats(values: &mut [f64]) {
    // A customer's few gaps between orders: a call for each customer, without a temporary.
    if values.len() <= FEW {
        for end in 1..values.len() {
            let value = values[end];
            let mut at = end;
            while at > 0 && value.total_cmp(&values[at - 1]).is_lt() {
                values[at] = values[at - 1];
                at -= 1;
            }
            values[at] = value;
        }
        return;
    }
    let order = of_floats(values);
    let sorted: Vec<f64> = order.into_iter().map(|i| values[i as usize]).collect();
    values.copy_from_slice(&sorted);
}

/// The places of numbers from the lowest to the highest, in the order of `f64::total_cmp`; equal ones stay in theirs.
pub fn of_floats(values: &[f64]) -> Vec<u32> {
    // Negative numbers count down and come before the positive ones: so they do as bits, once turned around.
    of_keys(values.iter().map(|value| {
        let bits = value.to_bits();
        if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
    }))
}

/// The places of keys from the lowest to the highest; equal ones stay in theirs. Sorts by one byte after another,
/// the lowest first (radix sort), and skips those that all keys share.
pub fn of_keys(keys: impl Iterator<Item = u64>) -> Vec<u32> {
    let mut from: Vec<(u64, u32)> = keys.zip(0..).collect();
    let mut counts = [[0_u32; 256]; 8];
    for &(key, _) in &from {
        for (count, byte) in counts.iter_mut().zip(key.to_le_bytes()) {
            count[usize::from(byte)] += 1;
        }
    }
    let mut to = from.clone();
    for (byte, count) in counts.iter_mut().enumerate() {
        if count.iter().any(|&n| n as usize == from.len()) {
            continue;
        }
        let mut before = 0;
        for n in count.iter_mut() {
            before += std::mem::replace(n, before);
        }
        for &item in &from {
            let slot = &mut count[usize::from((item.0 >> (8 * byte)) as u8)];
            to[*slot as usize] = item;
            *slot += 1;
        }
        std::mem::swap(&mut from, &mut to);
    }
    from.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_sign_and_size_are_sorted_as_the_standard_library_sorts_them() {
        let mut state = 3_u64;
        for n in [0, 1, 2, 5, FEW, FEW + 1, 700] {
            let values: Vec<f64> = (0..n)
                .map(|i| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    match i % 7 {
                        0 => 0.0,
                        1 => -0.0,
                        2 => f64::INFINITY,
                        3 => -(i as f64),
                        4 => (state >> 60) as f64,
                        _ => f64::from_bits(state),
                    }
                })
                .collect();
            let bits = |values: &[f64]| values.iter().map(|v| v.to_bits()).collect::<Vec<u64>>();
            let mut expected = values.clone();
            expected.sort_by(f64::total_cmp);
            let mut sorted = values.clone();
            floats(&mut sorted);
            assert_eq!(bits(&sorted), bits(&expected));
            let by_place: Vec<f64> = of_floats(&values).into_iter().map(|i| values[i as usize]).collect();
            assert_eq!(bits(&by_place), bits(&expected));
        }
        assert_eq!(of_keys([7, 7, 3, 7, 3].into_iter()), [2, 4, 0, 1, 3]);
    }

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
