//! Referrals: who brought whom, and what those bring, where a column names the customer who brought this one.
//!
//! A tree: a customer's descendants are those they brought, those these brought, and so on. A circle of names, or a customer
//! named as their own referrer, is nobody's descendant: each link that would close one is left out and counted.

use serde::Serialize;

use crate::analysis::Analysis;
use crate::customers::Customers;
use crate::document::document;
use crate::order;
use crate::query::CustomerQuery;
use crate::settings::Role;
use crate::units::Total;

/// Referrers listed at most.
pub const MOST: usize = 20;

document! {
/// Who brought whom.
pub struct Referrals {
    /// Customers whose referrer is in the file.
    pub referred: u64,
    /// What they brought.
    pub net: Total,
    /// Its share in the net money of all. Absent where that is not above zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// Customers whose referrer is not in the file, or would be their own descendant.
    pub unknown: u64,
    /// Customers who brought somebody.
    pub referrers: u64,
    /// Those whose descendants brought most; of equal ones the first by name.
    pub list: Vec<Referrer>,
}

/// A customer who brought others.
pub struct Referrer {
    /// Number of the customer.
    pub number: u32,
    /// Its name as written in the file, or its pseudonym.
    pub customer: String,
    /// What they brought themselves.
    pub net: Total,
    /// Customers they named themselves.
    pub referred: u64,
    /// Descendants, these among them.
    pub descendants: u64,
    /// Generations of them.
    pub depth: u64,
    /// What the descendants brought.
    pub net_descendants: Total,
}
}

/// The referrals of an analysis; `None` without a column that names referrers, or where it names nobody of the file.
pub fn referrals(analysis: &Analysis, mask: Option<&String>) -> Option<Referrals> {
    let customers = &analysis.customers;
    let column = &customers.attributes.iter().find(|a| a.column.role == Some(Role::Referrer))?.column;
    let n = customers.len();
    let named: Vec<Option<usize>> = (0..n).map(|i| find(customers, &column.text(i))).collect();
    let parents = without_circles(&named);
    let known = |i: &usize| parents.get(*i).copied().flatten().is_some();
    let referred: Vec<usize> = (0..n).filter(known).collect();
    if referred.is_empty() {
        return None;
    }
    let mut sums = vec![(0_u64, 0_u64, 0_u64, 0_i128); n];
    for &i in &referred {
        let (mut at, mut depth) = (parents[i], 1);
        while let Some(above) = at {
            let sum = &mut sums[above];
            sum.0 += u64::from(depth == 1);
            sum.1 += 1;
            sum.2 = sum.2.max(depth);
            sum.3 += customers.net(i).0;
            (at, depth) = (parents[above], depth + 1);
        }
    }
    let mut list: Vec<usize> = (0..n).filter(|&i| sums[i].0 > 0).collect();
    let referrers = list.len() as u64;
    order::by(&mut list, |&a, &b| sums[b].3.cmp(&sums[a].3).then(a.cmp(&b)));
    list.truncate(MOST);
    let net: i128 = referred.iter().map(|&i| customers.net(i).0).sum();
    let all: i128 = (0..n).map(|i| customers.net(i).0).sum();
    let said = (0..n).filter(|&i| !column.text(i).is_empty()).count();
    let query = CustomerQuery { mask: mask.cloned(), ..CustomerQuery::default() };
    Some(Referrals {
        referred: referred.len() as u64,
        net: Total(net),
        share: (all > 0).then(|| net as f64 / all as f64),
        unknown: (said - referred.len()) as u64,
        referrers,
        list: list
            .into_iter()
            .map(|i| {
                let (referred, descendants, depth, net_descendants) = sums[i];
                Referrer {
                    number: i as u32,
                    customer: analysis.shown(i as u32, &query).customer,
                    net: customers.net(i),
                    referred,
                    descendants,
                    depth,
                    net_descendants: Total(net_descendants),
                }
            })
            .collect(),
    })
}

/// The customer of a name: customers are in the order of their bytes.
fn find(customers: &Customers, name: &str) -> Option<usize> {
    let names = &customers.names;
    let (mut low, mut high) = (0, names.len());
    while low < high {
        let middle = (low + high) / 2;
        match names.bytes(middle as u32).cmp(name.as_bytes()) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => return Some(middle),
        }
    }
    None
}

/// The same links without those of circles: every customer on one loses theirs.
fn without_circles(named: &[Option<usize>]) -> Vec<Option<usize>> {
    // 0 not looked at, 1 on the path that is being walked, 2 done.
    let mut state = vec![0_u8; named.len()];
    let mut parents = named.to_vec();
    for start in 0..named.len() {
        let mut path = Vec::new();
        let mut at = Some(start);
        while let Some(i) = at.filter(|&i| state[i] == 0) {
            state[i] = 1;
            path.push(i);
            at = named[i];
        }
        if let Some(closing) = at.filter(|&i| state[i] == 1) {
            let from = path.iter().position(|&i| i == closing).unwrap_or(0);
            for &i in &path[from..] {
                parents[i] = None;
            }
        }
        for i in path {
            state[i] = 2;
        }
    }
    parents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_cut_and_what_hangs_on_them_stays() {
        // 0 ← 1 ← 2; 3 → 4 → 5 → 3, 6 → 3; 7 → 7.
        let named = [None, Some(0), Some(1), Some(4), Some(5), Some(3), Some(3), Some(7)];
        assert_eq!(without_circles(&named), [None, Some(0), Some(1), None, None, None, Some(3), None]);
    }
}
