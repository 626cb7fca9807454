//! ABC: customers by what they bring, cut where they together reach shares of the revenue; for few customers, where scores say
//! little.
//!
//! A: the largest who together bring 80 % of the revenue; B: the next, up to 95 %; C: the rest. Customers with the same net spend
//! are never split: a class takes everybody at its cut.

use crate::order;
use crate::report::Abc;

/// All classes, in the order of the report.
pub const ALL: [Abc; 3] = [Abc::A, Abc::B, Abc::C];

/// Classes of the buyers by net spend in millionths, and the lowest net spend of A and of B; those of nobody are `None`.
pub fn classes(net: &[i128], shares: [f64; 2]) -> (Vec<Abc>, [Option<i128>; 2]) {
    let keys: Vec<f64> = net.iter().map(|&net| net as f64).collect();
    let order = order::of_floats(&keys);
    let whole: i128 = net.iter().map(|&net| net.max(0)).sum();
    let mut cuts = [None; 2];
    let mut sum = 0_i128;
    for &place in order.iter().rev() {
        let Some(&money) = net.get(place as usize) else { continue };
        for (cut, share) in cuts.iter_mut().zip(shares) {
            // Who begins below the share is within it: the one who crosses it belongs to the class.
            if money > 0 && (sum as f64) < share * whole as f64 * (1.0 - 1e-12) {
                *cut = Some(money);
            }
        }
        sum += money.max(0);
    }
    let class = |&net: &i128| match cuts {
        [Some(a), _] if net >= a => Abc::A,
        [_, Some(b)] if net >= b => Abc::B,
        _ => Abc::C,
    };
    (net.iter().map(class).collect(), cuts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_up_to_a_share_of_the_revenue() {
        use Abc::{A, B, C};
        for (net, want) in [
            (&[50, 30, 15, 5][..], &[A, A, B, C][..]),
            (&[5, 15, 30, 50], &[C, B, A, A]),
            // The one who crosses 80 % is in A, and so is everybody like them.
            (&[70, 15, 15], &[A, A, A]),
            (&[100, 0, -20], &[A, C, C]),
            (&[0, -5], &[C, C]),
            (&[], &[]),
        ] {
            assert_eq!(classes(net, [0.8, 0.95]).0, want, "{net:?}");
        }
    }
}
