//! How well the values of a column fit a role, whatever its header says.

use super::{RoleReason, RoleReasonCode};
use crate::ingest::profile::{Kind, Profile};
use crate::settings::{Role, Shape};

/// How well the values of a column fit a role, and why.
pub(super) fn value_score(role: Role, shape: Shape, p: &Profile) -> (f64, Vec<RoleReason>) {
    use RoleReasonCode as R;
    if p.filled == 0 {
        // An empty head refutes nothing, but a column with values is better.
        return (0.35, vec![RoleReason { code: R::PartlyEmpty, share: Some(0.0) }]);
    }
    let mut reasons = Vec::new();
    let mut say = |code: R, share: f64| reasons.push(RoleReason { code, share: Some(share) });
    let date = p.date.map_or(0.0, |d| d.share_read);
    let varied = |score: f64| if p.is_constant() { 0.1 } else { score };
    let few = p.distinct <= 30 || p.distinct_share() < 0.1;
    let filled = p.filled_share();
    let mut score = match role {
        Role::Customer => customer(shape, p, &mut say),
        Role::Date | Role::FirstOrder | Role::LastOrder | Role::Since | Role::LastContact => {
            say(R::ValuesAreDates, date);
            // Plain numbers are dates only by their header: a little less.
            let plain = p.date.is_some_and(|d| d.plain_number);
            varied(date * if plain { 0.9 } else { 1.0 } * (0.9 + 0.1 * filled))
        }
        Role::Birthday => {
            let years = p.range().is_some_and(|(least, most)| least >= 1850 && most <= 2100);
            if years { p.integer_share } else { varied(date) }
        }
        Role::Amount | Role::Monetary => {
            say(R::ValuesAreNumbers, p.number_share);
            if let Some(negative) = p.amount.as_ref().map(|a| a.negative_share).filter(|n| *n > 0.0) {
                say(R::NegativeSeen, negative);
            }
            let shaped = match p.kind {
                Kind::Date | Kind::YesNo | Kind::Text => 0.1,
                _ if p.label_share > 0.5 || p.counter => 0.1,
                _ if p.is_constant() && shape == Shape::Customers => 0.1,
                // Subscriptions cost the same each month.
                _ if p.is_constant() => 0.4,
                Kind::Number => 1.0,
                _ => 0.85,
            };
            shaped * p.number_share * (0.8 + 0.2 * filled)
        }
        Role::UnitPrice | Role::Refund | Role::Cost | Role::Margin => {
            say(R::ValuesAreNumbers, p.number_share);
            // Refunds may all be zero; prices and costs may not all be one.
            let same = p.is_constant() && role != Role::Refund;
            if p.kind == Kind::Date || p.label_share > 0.5 || same { 0.1 } else { p.number_share }
        }
        Role::Quantity | Role::Recency | Role::Frequency | Role::Tenure => {
            say(R::ValuesAreWhole, p.integer_share);
            let below = p.range().is_some_and(|(least, _)| least < 0);
            match role {
                _ if p.kind == Kind::Date => 0.1,
                Role::Quantity => p.number_share.min(0.6 + 0.4 * p.integer_share),
                _ if below || p.is_constant() => 0.1,
                _ => p.number_share,
            }
        }
        Role::OrderId => {
            if p.counter {
                say(R::RowNumber, 1.0);
            }
            say(if p.is_unique() { R::UniquePerRow } else { R::ValuesRepeat }, p.distinct_share());
            match p.kind {
                Kind::Date | Kind::YesNo => 0.0,
                _ if p.has_fractions() || p.is_constant() => 0.1,
                _ if p.distinct_share() < 0.02 => 0.3,
                _ => 1.0,
            }
        }
        Role::Status => {
            say(R::ValuesAreStates, p.state_share);
            if !few || p.kind == Kind::Date { 0.1 } else { 0.5 + 0.5 * p.state_share }
        }
        Role::Currency => {
            if p.lengths.1 <= 8 && few && p.number_share < 0.5 {
                1.0
            } else {
                0.1
            }
        }
        Role::Email => {
            say(R::ValuesAreEmails, p.email_share);
            p.email_share
        }
        Role::Phone => {
            say(R::ValuesArePhones, p.phone_share);
            p.phone_share
        }
        Role::Satisfaction | Role::Nps => {
            let range = p.range().is_some_and(|(least, most)| least >= -100 && most <= 100);
            if range && few { varied(p.number_share) } else { 0.1 }
        }
        Role::Tickets => {
            if p.has_fractions() || p.kind == Kind::Date {
                0.1
            } else {
                p.number_share
            }
        }
        Role::BalanceBefore => p.number_share,
        Role::Churned => {
            if p.distinct <= 3 {
                1.0
            } else {
                0.1
            }
        }
        Role::Category | Role::Channel | Role::Region => {
            let text = if p.kind == Kind::Date || p.has_fractions() { 0.1 } else { 0.6 + 0.4 * p.text_share };
            if role == Role::Region || few { text } else { text * 0.8 }
        }
        Role::Discount => {
            if p.kind == Kind::Date {
                0.1
            } else {
                0.9
            }
        }
        Role::Product | Role::Referrer => {
            if p.kind == Kind::Date || p.has_fractions() {
                0.1
            } else {
                0.7 + 0.3 * p.text_share
            }
        }
    };
    if p.is_constant() {
        say(R::Constant, 1.0);
    }
    if filled < 0.9 {
        say(R::PartlyEmpty, filled);
    }
    // A column that is hardly used loses against one of the same name that is.
    if filled < 0.05 {
        score *= 0.6;
    }
    (score.clamp(0.0, 1.0), reasons)
}

fn customer(shape: Shape, p: &Profile, say: &mut impl FnMut(RoleReasonCode, f64)) -> f64 {
    use RoleReasonCode as R;
    let ratio = p.distinct_share();
    let score = match p.kind {
        Kind::Date | Kind::YesNo => 0.0,
        _ if p.has_fractions() || p.hash_share > 0.5 => 0.05,
        _ if p.is_constant() => {
            say(R::Constant, 1.0);
            0.1
        }
        _ if shape == Shape::Customers => {
            say(R::UniquePerRow, ratio);
            if p.is_unique() { 1.0 } else { ratio }
        }
        // In a new shop's export nobody has come back yet: only a header that says so makes a running number a customer.
        _ if p.counter && p.header.fit(Role::Customer) != (1.0, true) => {
            say(R::RowNumber, 1.0);
            0.2
        }
        _ if p.is_unique() => {
            say(R::UniquePerRow, 1.0);
            0.6
        }
        _ if ratio < 0.03 || p.distinct <= 12 && p.filled > 100 || p.distinct <= 3 && p.filled > 20 => {
            say(R::FewDistinct, ratio);
            0.5
        }
        _ => {
            say(R::ValuesRepeat, ratio);
            if p.lengths.1 > 120 { 0.6 } else { 1.0 }
        }
    };
    score * (0.5 + 0.5 * p.filled_share())
}
