//! What to do about each cause: codes, from the playbook. The page has the words.

use super::document::{CauseId, Owner, Response, ResponseKpi};
use crate::report::{Channel, Offer};

/// The response to a cause.
pub fn of(cause: CauseId) -> Response {
    use Channel::{Ads, App, Email, Personal, Phone};
    use Owner::{AccountManager, Marketing, Product, Service};
    use ResponseKpi as Kpi;
    let (owner, channel, offer, kpi, no_discount): (_, &[Channel], _, _, _) = match cause {
        CauseId::Overdue => (AccountManager, &[Email, Phone], Offer::Value, Kpi::ReorderInOneGap, true),
        CauseId::Slowing => (Marketing, &[App, Email], Offer::Points, Kpi::GapBackToMedian, true),
        CauseId::Basket => (Marketing, &[Email], Offer::Bundle, Kpi::AverageOrderValue, true),
        CauseId::Category => (AccountManager, &[Personal, Email], Offer::Bundle, Kpi::CategoryReturn, true),
        CauseId::Balance => (AccountManager, &[Phone, App], Offer::Value, Kpi::BalanceReturn, true),
        CauseId::Service => (Service, &[Phone], Offer::Value, Kpi::SatisfactionAndRepeat, true),
        CauseId::Product => (Product, &[Phone, Email], Offer::Value, Kpi::RefundsAndRepeat, true),
        CauseId::Price => (Marketing, &[Email], Offer::SmallCoupon, Kpi::MarginPerCustomer, false),
        CauseId::OneAndDone => (Marketing, &[Email], Offer::SmallCoupon, Kpi::SecondOrder, false),
        CauseId::Unreachable => (Marketing, &[Ads], Offer::Nothing, Kpi::ReachableShare, true),
        CauseId::Seasonal => (Marketing, &[Email], Offer::Nothing, Kpi::ReturnInSeason, true),
    };
    Response { owner, channel: channel.to_vec(), offer, kpi, no_discount }
}
