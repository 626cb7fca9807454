//! For whom or what a list is: whom it can take, and the columns it wants.
//!
//! | preset | columns | who |
//! |---|---|---|
//! | plain | everything known, list, group, and two empty columns for outcomes | everybody, both groups |
//! | Mailchimp | `Email Address`, `Phone`, `Tags` and merge fields | treated with an address |
//! | Klaviyo | `Email Address` first, `Phone Number`, properties | treated with an address |
//! | Google Ads | `Email`, `Phone`, hashed | treated with either |
//! | Meta | `email`, `phone`, hashed | treated with either |
//!
//! Whoever is held out must not be addressed, so files for tools hold the treated alone, each address once, and none that
//! somebody held out has too.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::about::About;
use super::workbook::Cell;
use super::{ListRequest, Member, identity};
use crate::analysis::Analysis;
use crate::customers::Customers;
use crate::export::{decimal, id, show};
use crate::settings::Role;

/// For whom or what a list is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// For people, and for measuring later.
    #[default]
    Plain,
    /// Mailchimp and tools like it.
    Mailchimp,
    /// Klaviyo and tools like it.
    Klaviyo,
    /// Customer Match of Google Ads.
    GoogleAds,
    /// Custom Audiences of Meta.
    Meta,
}

/// Columns of a plain list.
const PLAIN: [&str; 22] = [
    "list_id",
    "group",
    "as_of",
    "customer",
    "email",
    "phone",
    "rfm_segment",
    "action",
    "lifecycle",
    "value_tier",
    "potential_tier",
    "orders",
    "net",
    "last_order",
    "recency_days",
    "next_item",
    "risk",
    "risk_band",
    "risk_cause",
    "value_at_risk",
    "responded",
    "revenue",
];
/// Both e-mail tools take names of columns as fields.
const MAILCHIMP: [&str; 6] = ["Email Address", "Phone", "Tags", "Segment", "Value tier", "Next item"];
const KLAVIYO: [&str; 7] = [
    "Email Address",
    "Phone Number",
    "Value Tiers list",
    "Value Tiers segment",
    "Value Tiers tier",
    "Value Tiers net",
    "Value Tiers next item",
];

/// How a customer can be reached.
#[derive(Clone, Debug, Default)]
pub(super) struct Contacts {
    /// As in the file.
    email: String,
    phone: String,
    /// In one form, where they are some.
    address: Option<String>,
    number: Option<String>,
}

impl Contacts {
    pub(super) fn of(customers: &Customers, i: usize, code: Option<&str>) -> Contacts {
        let cell = |role: Role| {
            let columns = customers.attributes.iter().map(|attribute| &attribute.column);
            let mut cells = columns.filter(|column| column.role == Some(role)).map(|column| column.text(i));
            cells.find(|text| !text.is_empty()).unwrap_or_default()
        };
        let (mut email, phone) = (cell(Role::Email), cell(Role::Phone));
        // Many shops name their customers by address.
        if email.is_empty() {
            email = Some(customers.names.text(i as u32))
                .filter(|name| identity::email(name).is_some())
                .unwrap_or_default();
        }
        let (address, number) = (identity::email(&email), identity::phone(&phone, code));
        Contacts { email, phone, address, number }
    }
}

impl Preset {
    /// Whether there is a way to a customer.
    pub(super) fn reaches(self, contacts: &Contacts) -> bool {
        match self {
            Preset::Plain => true,
            Preset::Mailchimp | Preset::Klaviyo => contacts.address.is_some(),
            Preset::GoogleAds | Preset::Meta => contacts.address.is_some() || contacts.number.is_some(),
        }
    }

    /// Those who are addressed: not held out, each address once, and none of somebody held out.
    pub(super) fn addressed(self, members: Vec<Member>) -> Vec<Member> {
        let numbers = matches!(self, Preset::GoogleAds | Preset::Meta);
        let ways = |contacts: &Contacts| {
            let number = contacts.number.clone().filter(|_| numbers);
            [contacts.address.clone(), number].into_iter().flatten().collect::<Vec<String>>()
        };
        let held = members.iter().filter(|member| member.held_out);
        let mut taken: BTreeSet<String> = held.flat_map(|member| ways(&member.contacts)).collect();
        let mut kept = Vec::with_capacity(members.len());
        for member in members {
            let own = ways(&member.contacts);
            if !member.held_out && !own.iter().any(|way| taken.contains(way)) {
                taken.extend(own);
                kept.push(member);
            }
        }
        kept
    }

    /// Names of the columns.
    pub(super) fn columns(self) -> &'static [&'static str] {
        match self {
            Preset::Plain => &PLAIN,
            Preset::Mailchimp => &MAILCHIMP,
            Preset::Klaviyo => &KLAVIYO,
            Preset::GoogleAds => &["Email", "Phone"],
            Preset::Meta => &["email", "phone"],
        }
    }

    /// One customer, cell by cell.
    pub(super) fn row(
        self,
        analysis: &Analysis,
        request: &ListRequest,
        about: &About,
        member: &Member,
    ) -> Vec<Cell> {
        let Member { customer, contacts, held_out } = member;
        let row = analysis.shown(*customer, &request.query);
        let text = |text: String| Cell::Text(text);
        let number = |number: String| Cell::Number(number);
        let given =
            |contact: &str| text(if request.query.mask.is_some() { String::new() } else { contact.into() });
        let address = || text(contacts.address.clone().unwrap_or_default());
        let phone = || text(contacts.number.clone().unwrap_or_else(|| contacts.phone.clone()));
        let next = row.next_item.clone().unwrap_or_default();
        let hashed = |contact: Option<&str>| text(contact.map(identity::sha256).unwrap_or_default());
        match self {
            Preset::Plain => vec![
                text(about.list_id.clone()),
                text(if *held_out { "hold_out" } else { "treated" }.into()),
                text(show(about.as_of)),
                text(row.customer),
                given(&contacts.email),
                given(&contacts.phone),
                text(id(&row.rfm_segment)),
                text(id(&row.action)),
                text(id(&row.lifecycle)),
                text(id(&row.value_tier)),
                text(id(&row.potential_tier)),
                number(row.orders.to_string()),
                number(row.net.to_string()),
                text(show(row.last_order)),
                number(show(row.recency_days)),
                text(next),
                number(decimal(row.risk)),
                text(id(&row.risk_band)),
                text(id(&row.risk_cause)),
                number(show(row.value_at_risk)),
                text(String::new()),
                text(String::new()),
            ],
            Preset::Mailchimp => vec![
                address(),
                phone(),
                text(about.list_id.clone()),
                text(id(&row.rfm_segment)),
                text(id(&row.value_tier)),
                text(next),
            ],
            Preset::Klaviyo => vec![
                address(),
                phone(),
                text(about.list_id.clone()),
                text(id(&row.rfm_segment)),
                text(id(&row.value_tier)),
                number(row.net.to_string()),
                text(next),
            ],
            Preset::GoogleAds => {
                vec![hashed(contacts.address.as_deref()), hashed(contacts.number.as_deref())]
            }
            Preset::Meta => {
                let digits = contacts.number.as_deref().map(|number| number.trim_start_matches('+'));
                vec![hashed(contacts.address.as_deref()), hashed(digits)]
            }
        }
    }
}
