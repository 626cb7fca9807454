//! One recommendation for each named segment: how to reach them, what to offer, what to watch.
//!
//! Codes only; the page has the words. To change a recommendation, change its line here and its sentence there.

use crate::report::{Channel, Offer, SegmentId, Watch};

/// A recommendation.
#[derive(Clone, Copy, Debug)]
pub struct Play {
    /// Whom it is for.
    pub segment: SegmentId,
    /// Ways to reach them, best first.
    pub channel: &'static [Channel],
    /// What to offer.
    pub offer: &'static [Offer],
    /// What to watch.
    pub watch: Watch,
}

use Channel::{Ads, App, Email, Messenger, Personal, Phone, Sms, Visit};
use Offer::{Bundle, DeepDiscount, Nothing, Points, SmallCoupon, Value};

/// The playbook, in the order of the segments.
pub const PLAYBOOK: [Play; 11] = [
    play(SegmentId::Champions, &[Personal, Messenger, Email], &[Value, Points], Watch::HighValueRetention),
    play(SegmentId::Loyal, &[App, Messenger, Email], &[Points, Bundle], Watch::BasketAndCategories),
    play(SegmentId::PotentialLoyalist, &[Email, App, Sms], &[Points, SmallCoupon], Watch::MoveToLoyal),
    play(SegmentId::New, &[Email, Messenger, Sms], &[Value, SmallCoupon], Watch::SecondOrder),
    play(SegmentId::Promising, &[Email, Ads], &[Bundle], Watch::OrdersAndBasket),
    play(SegmentId::NeedAttention, &[Email, Sms], &[SmallCoupon, Bundle], Watch::ReorderInOneGap),
    play(SegmentId::AboutToSleep, &[Email, App, Sms], &[Value, SmallCoupon], Watch::ReactivationInTwoGaps),
    play(SegmentId::AtRisk, &[Phone, Personal, Email], &[Value, SmallCoupon], Watch::MoneySaved),
    play(SegmentId::CannotLoseThem, &[Phone, Visit], &[Value], Watch::WinBack),
    play(SegmentId::Hibernating, &[Email, Ads], &[DeepDiscount], Watch::CostPerReactivated),
    play(SegmentId::Lost, &[Email], &[Nothing], Watch::Unsubscribes),
];

const fn play(
    segment: SegmentId,
    channel: &'static [Channel],
    offer: &'static [Offer],
    watch: Watch,
) -> Play {
    Play { segment, channel, offer, watch }
}
