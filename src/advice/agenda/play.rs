//! One play out of the playbooks of segment, stage, tier and cause.
//!
//! A cause that is seen decides the offer and how to reach them: evidence before habit. The tier decides how much of a person's
//! time it is worth. A discount is offered only where the file shows that they buy with discounts, and never to the high tier.

use super::document::{Membership, Play, Proposition};
use crate::advice::playbook::PLAYBOOK;
use crate::report::{Channel, Offer, SegmentId, Stage, ValueTier, Watch};
use crate::segments::templates::Template;
use crate::warning::document::{CauseId, Owner};
use crate::warning::response;

/// What to do with customers of one kind. `priced`: most of their purchases had a discount; `None` where the file doesn't say.
/// A bank gives no discounts.
pub fn play(
    segment: SegmentId,
    stage: Option<Stage>,
    tier: ValueTier,
    cause: Option<CauseId>,
    priced: Option<bool>,
    template: Option<Template>,
) -> Play {
    let service = service(template, tier);
    let base = PLAYBOOK.iter().find(|play| play.segment == segment);
    let response = cause.map(response::of);
    let priced = priced == Some(true) || cause == Some(CauseId::Price);
    let ways = match (&response, service) {
        (Some(response), _) => response.channel.clone(),
        (None, Some(service)) => service.channel.to_vec(),
        (None, None) => base.map_or_else(Vec::new, |base| base.channel.to_vec()),
    };
    let offers: &[Offer] = match service {
        Some(service) => std::slice::from_ref(&service.offer),
        None => base.map_or(&[], |base| base.offer),
    };
    let wanted = response.as_ref().map(|response| response.offer).or(offers.first().copied());
    let discount = |offer: Offer| matches!(offer, Offer::SmallCoupon | Offer::DeepDiscount);
    let allowed = priced && tier != ValueTier::High && template != Some(Template::Bank);
    let offer = match wanted {
        Some(offer) if discount(offer) && !allowed => {
            offers.iter().copied().find(|offer| !discount(*offer)).unwrap_or(Offer::Value)
        }
        Some(offer) => offer,
        None => Offer::Value,
    };
    Play {
        owner: match (&response, tier) {
            (Some(response), _) => response.owner,
            (None, ValueTier::High) => Owner::AccountManager,
            (None, _) => Owner::Marketing,
        },
        channel: reach(ways, tier),
        no_discount: !discount(offer),
        offer,
        proposition: match tier {
            _ if priced && tier != ValueTier::High => Proposition::ValueForMoney,
            ValueTier::High => Proposition::Quality,
            _ => Proposition::Fit,
        },
        membership: membership(segment, stage, tier),
        watch: match service {
            Some(service) => service.watch,
            None => base.map_or(Watch::ReorderInOneGap, |base| base.watch),
        },
        service: template.filter(|_| service.is_some()),
        kpi: response.map(|response| response.kpi),
    }
}

/// What a trade does for a tier, whatever the segment.
#[derive(Clone, Copy)]
struct Service {
    channel: &'static [Channel],
    offer: Offer,
    watch: Watch,
}

/// A bank has a manager for the high tier, products that fit when a balance moves for the medium one, basic service and
/// education for the low one. Who sells to companies visits the accounts that carry the revenue.
fn service(template: Option<Template>, tier: ValueTier) -> Option<&'static Service> {
    const MANAGER: Service = Service {
        channel: &[Channel::Visit, Channel::Phone],
        offer: Offer::Value,
        watch: Watch::BalanceKept,
    };
    const FIT: Service =
        Service { channel: &[Channel::App], offer: Offer::Value, watch: Watch::ProductsHeld };
    const EDUCATION: Service =
        Service { channel: &[Channel::App], offer: Offer::Nothing, watch: Watch::ActiveShare };
    const ACCOUNT: Service = Service {
        channel: &[Channel::Visit, Channel::Phone],
        offer: Offer::Value,
        watch: Watch::ReorderOnTime,
    };
    match (template?, tier) {
        (Template::Bank, ValueTier::High) => Some(&MANAGER),
        (Template::Bank, ValueTier::Medium) => Some(&FIT),
        (Template::Bank, ValueTier::Low) => Some(&EDUCATION),
        (Template::Manufacturing, ValueTier::High) => Some(&ACCOUNT),
        _ => None,
    }
}

/// In person first for the high tier; nothing that takes a person's time for the low one.
fn reach(mut ways: Vec<Channel>, tier: ValueTier) -> Vec<Channel> {
    let personal = |way: &Channel| matches!(way, Channel::Personal | Channel::Phone | Channel::Visit);
    match tier {
        ValueTier::High if !ways.iter().any(personal) => ways.insert(0, Channel::Personal),
        ValueTier::High => ways.sort_by_key(|way| !personal(way)),
        ValueTier::Medium => {}
        ValueTier::Low => ways.retain(|way| !personal(way)),
    }
    if ways.is_empty() {
        ways.push(Channel::Email);
    }
    ways
}

fn membership(segment: SegmentId, stage: Option<Stage>, tier: ValueTier) -> Membership {
    match (segment, stage, tier) {
        (SegmentId::Lost | SegmentId::Hibernating, ..) | (_, Some(Stage::Lost), _) => Membership::Nothing,
        (SegmentId::Champions, ..) => Membership::Referral,
        (_, Some(Stage::New | Stage::Returned), _) | (SegmentId::New, ..) => Membership::NextOrder,
        (_, Some(Stage::Mature), ValueTier::High) => Membership::Referral,
        (_, Some(Stage::Developing), _) | (SegmentId::PotentialLoyalist, ..) => Membership::Join,
        (_, _, ValueTier::High | ValueTier::Medium) => Membership::NextLevel,
        _ => Membership::Join,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_discount_needs_evidence_and_never_goes_to_the_high_tier() {
        use Offer::{Bundle, DeepDiscount, SmallCoupon, Value};
        let cases = [
            (SegmentId::NeedAttention, ValueTier::Medium, None, None, Bundle),
            (SegmentId::NeedAttention, ValueTier::Medium, None, Some(true), SmallCoupon),
            (SegmentId::NeedAttention, ValueTier::High, None, Some(true), Bundle),
            (SegmentId::Hibernating, ValueTier::Low, None, None, Value),
            (SegmentId::Hibernating, ValueTier::Low, None, Some(true), DeepDiscount),
            (SegmentId::Hibernating, ValueTier::Low, None, Some(false), Value),
            (SegmentId::AtRisk, ValueTier::Medium, Some(CauseId::Price), None, SmallCoupon),
            (SegmentId::AtRisk, ValueTier::High, Some(CauseId::Price), None, Value),
            (SegmentId::Champions, ValueTier::High, None, None, Value),
        ];
        for (segment, tier, cause, priced, expected) in cases {
            let play = play(segment, None, tier, cause, priced, None);
            assert_eq!(play.offer, expected, "{segment:?} {tier:?} {cause:?} {priced:?}");
            assert_eq!(play.no_discount, !matches!(expected, SmallCoupon | DeepDiscount));
            if tier == ValueTier::High {
                assert_eq!(play.proposition, Proposition::Quality);
            }
        }
    }

    #[test]
    fn the_cause_decides_how_and_the_tier_how_much_of_a_person() {
        let high = play(SegmentId::AtRisk, None, ValueTier::High, Some(CauseId::Overdue), None, None);
        assert_eq!(high.channel, [Channel::Phone, Channel::Email]);
        let low = play(SegmentId::AtRisk, None, ValueTier::Low, Some(CauseId::Service), None, None);
        assert_eq!(low.channel, [Channel::Email]);
        let app = play(SegmentId::Loyal, None, ValueTier::High, None, None, None);
        assert_eq!(app.channel.first(), Some(&Channel::Personal));
    }

    #[test]
    fn a_bank_serves_by_tier_and_gives_no_discount() {
        let bank = |tier, cause, priced| {
            play(SegmentId::Hibernating, None, tier, cause, priced, Some(Template::Bank))
        };
        for (tier, channel, offer, watch) in [
            (ValueTier::High, Channel::Visit, Offer::Value, Watch::BalanceKept),
            (ValueTier::Medium, Channel::App, Offer::Value, Watch::ProductsHeld),
            (ValueTier::Low, Channel::App, Offer::Nothing, Watch::ActiveShare),
        ] {
            let play = bank(tier, None, Some(true));
            assert_eq!((play.channel[0], play.offer, play.watch), (channel, offer, watch));
            assert_eq!(play.service, Some(Template::Bank));
            assert!(play.no_discount && bank(tier, Some(CauseId::Price), Some(true)).no_discount);
        }
        // A cause that is seen still decides how.
        let seen = bank(ValueTier::Medium, Some(CauseId::Service), None);
        assert_eq!(
            seen.channel,
            play(SegmentId::Hibernating, None, ValueTier::Medium, Some(CauseId::Service), None, None).channel
        );
        let shop = play(SegmentId::Lost, None, ValueTier::Low, None, None, Some(Template::Manufacturing));
        assert_eq!((shop.service, shop.watch), (None, Watch::Unsubscribes));
    }
}
