//! The eleven named segments: a code table over the scores, and a guard against "recent" customers who are late.
//!
//! The table assigns each of the 125 codes exactly once (as used in Bloomreach, Squeezely and Power BI guides). Scores
//! are relative: in an ageing customer base the most recent fifth may be months late. So a customer who is later than
//! twice the usual gap never carries a label that says "recent": recency is then scored 2 at most, and the report says
//! from where the customer was moved.

use crate::report::{ActionId, SegmentId};

/// A customer later than this many usual gaps is not shown as a champion, loyal or new.
pub const OVERDUE: f64 = 2.0;

/// Recency score that an overdue customer gets at most in the code table.
const OVERDUE_SCORE: u8 = 2;

/// All segments, in the order of the report.
pub const ALL: [SegmentId; 11] = [
    SegmentId::Champions,
    SegmentId::Loyal,
    SegmentId::PotentialLoyalist,
    SegmentId::New,
    SegmentId::Promising,
    SegmentId::NeedAttention,
    SegmentId::AboutToSleep,
    SegmentId::AtRisk,
    SegmentId::CannotLoseThem,
    SegmentId::Hibernating,
    SegmentId::Lost,
];

/// The codes of each segment: recency, frequency, money.
const CODES: [(SegmentId, &[u16]); 11] = [
    (SegmentId::Champions, &[555, 554, 545, 544, 455, 454, 445]),
    (SegmentId::Loyal, &[543, 444, 435, 355, 354, 345, 344, 335]),
    (
        SegmentId::PotentialLoyalist,
        &[
            553, 552, 551, 542, 541, 533, 532, 531, 453, 452, 451, 442, 441, 433, 432, 431, 423, 353, 352,
            351, 342, 341, 333, 323,
        ],
    ),
    (SegmentId::New, &[512, 511, 422, 421, 412, 411, 311]),
    (SegmentId::Promising, &[525, 524, 523, 522, 521, 515, 514, 513, 425, 424, 415, 414, 413, 315, 314, 313]),
    (SegmentId::NeedAttention, &[535, 534, 443, 434, 343, 334, 325, 324]),
    (SegmentId::AboutToSleep, &[331, 321, 312, 251, 241, 231, 221, 213]),
    (
        SegmentId::AtRisk,
        &[
            255, 254, 253, 252, 245, 244, 243, 242, 235, 234, 225, 224, 153, 152, 145, 143, 142, 135, 134,
            133, 125, 124,
        ],
    ),
    (SegmentId::CannotLoseThem, &[215, 214, 155, 154, 144, 115, 114, 113]),
    (SegmentId::Hibernating, &[332, 322, 233, 232, 223, 222, 212, 211, 132, 123, 122]),
    (SegmentId::Lost, &[151, 141, 131, 121, 112, 111]),
];

/// The segment of every code, at index 25 (r − 1) + 5 (f − 1) + (m − 1).
const TABLE: [SegmentId; 125] = {
    let mut table = [SegmentId::Lost; 125];
    let mut s = 0;
    while s < CODES.len() {
        let (segment, codes) = CODES[s];
        let mut c = 0;
        while c < codes.len() {
            let (r, f, m) = (codes[c] / 100, codes[c] / 10 % 10, codes[c] % 10);
            table[(25 * (r - 1) + 5 * (f - 1) + m - 1) as usize] = segment;
            c += 1;
        }
        s += 1;
    }
    table
};

/// The segment of a code by the table alone. Scores outside 1 to 5 count as the nearest.
pub fn by_code([r, f, m]: [u8; 3]) -> SegmentId {
    let at = |score: u8| usize::from(score.clamp(1, 5) - 1);
    TABLE[25 * at(r) + 5 * at(f) + at(m)]
}

/// The segment of a customer, and the one the scores alone would give where being overdue moved the customer.
pub fn segment(scores: [u8; 3], overdue: Option<f64>) -> (SegmentId, Option<SegmentId>) {
    let by_scores = by_code(scores);
    let recent = matches!(by_scores, SegmentId::Champions | SegmentId::Loyal | SegmentId::New);
    if recent && overdue.is_some_and(|times| times > OVERDUE) {
        let [r, f, m] = scores;
        return (by_code([r.min(OVERDUE_SCORE), f, m]), Some(by_scores));
    }
    (by_scores, None)
}

/// All action groups, in the order of the first screen.
pub const ACTIONS: [ActionId; 6] =
    [ActionId::Protect, ActionId::Grow, ActionId::Welcome, ActionId::Save, ActionId::Rest, ActionId::Convert];

/// The group of the first screen that a segment belongs to.
pub fn action(segment: SegmentId) -> ActionId {
    match segment {
        SegmentId::Champions | SegmentId::Loyal => ActionId::Protect,
        SegmentId::PotentialLoyalist | SegmentId::Promising | SegmentId::NeedAttention => ActionId::Grow,
        SegmentId::New => ActionId::Welcome,
        SegmentId::AtRisk | SegmentId::CannotLoseThem | SegmentId::AboutToSleep => ActionId::Save,
        SegmentId::Hibernating | SegmentId::Lost => ActionId::Rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_exactly_one_segment_and_every_segment_is_reached() {
        let mut seen = std::collections::BTreeMap::new();
        for (segment, codes) in CODES {
            for &code in codes {
                assert_eq!(seen.insert(code, segment), None, "{code} twice");
            }
        }
        assert_eq!(seen.len(), 125);
        let reached: std::collections::BTreeSet<SegmentId> = seen.values().copied().collect();
        assert!(reached.into_iter().eq(ALL));
        for (code, segment) in seen {
            let digits = [(code / 100) as u8, (code / 10 % 10) as u8, (code % 10) as u8];
            assert_eq!(by_code(digits), segment, "{code}");
        }
    }

    #[test]
    fn an_overdue_customer_never_carries_a_recent_label() {
        for r in 1..=5 {
            for f in 1..=5 {
                for m in 1..=5 {
                    let (found, moved) = segment([r, f, m], Some(2.4));
                    assert!(!matches!(found, SegmentId::Champions | SegmentId::Loyal | SegmentId::New));
                    assert_eq!(moved.is_some(), found != by_code([r, f, m]));
                    assert_eq!(segment([r, f, m], Some(2.0)), (by_code([r, f, m]), None));
                    assert_eq!(segment([r, f, m], None), (by_code([r, f, m]), None));
                }
            }
        }
    }
}
