//! Who can be reached: buyers with an e-mail address, with a telephone number, with either. An address is what has the form of one
//! ([`identity::email`]), whether in a column of its own or as the customer's name; a number has seven digits or more. Whether
//! anybody reads there is not known.

use super::kpi;
use crate::customers::Customers;
use crate::ledger::Column;
use crate::lists::identity;
use crate::report::{Kpi, KpiId, Missing};
use crate::settings::Role;

/// Digits of a telephone number at least, without its country.
const DIGITS: usize = 7;

/// The indicators: all three where both are known, one where one or none is.
pub(super) fn reach(customers: &Customers, buyers: &[u32]) -> Vec<Kpi> {
    let columns = |role: Role| -> Vec<&Column> {
        let all = customers.attributes.iter().map(|attribute| attribute.column.as_ref());
        all.filter(|column| column.role == Some(role)).collect()
    };
    let (emails, phones) = (columns(Role::Email), columns(Role::Phone));
    let text = |columns: &[&Column], i: usize| {
        columns.iter().map(|column| column.text(i)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    let (mut email, mut phone, mut either) = (0_u64, 0_u64, 0_u64);
    for &i in buyers {
        let address = identity::email(&text(&emails, i as usize)).is_some()
            || identity::email(&customers.names.text(i)).is_some();
        let number = text(&phones, i as usize).chars().filter(|letter| letter.is_numeric()).count() >= DIGITS;
        email += u64::from(address);
        phone += u64::from(number);
        either += u64::from(address || number);
    }
    let n = buyers.len() as u64;
    let share = |part: u64| (n > 0).then(|| part as f64 / n as f64);
    let formula = "buyers with an e-mail address or a telephone number / buyers";
    let known = !emails.is_empty() || email > 0 || !phones.is_empty();
    if !known || n == 0 {
        let missing = if n == 0 { Missing::NoBuyers } else { Missing::NoContacts };
        return vec![kpi(KpiId::Reachable, None, 0, formula, Some(missing))];
    }
    let mut list = vec![kpi(KpiId::Reachable, share(either), n, formula, None)];
    if (!emails.is_empty() || email > 0) && !phones.is_empty() {
        list.push(kpi(
            KpiId::ReachableEmail,
            share(email),
            n,
            "buyers with an e-mail address / buyers",
            None,
        ));
        list.push(kpi(
            KpiId::ReachablePhone,
            share(phone),
            n,
            "buyers with a telephone number / buyers",
            None,
        ));
    }
    list
}
