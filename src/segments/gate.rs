//! Which view by rule the data carry: with few customers or without dates a simpler one, and why.

use crate::customers::Customers;
use crate::report::{Gate, GateReason, RuleView};
use crate::value::rfm::FEW_BUYERS;

/// Purchase days in the file below which a rhythm means little.
const FEW_DAYS: i32 = 28;

/// The simpler view that the data carry; `None` where they carry any.
pub fn gate(customers: &Customers, buyers: &[u32]) -> Option<Gate> {
    let shown = |view, why, value| Some(Gate { view, why, value });
    let dated = buyers.iter().all(|&i| customers.recency.get(i as usize).copied().flatten().is_some());
    if buyers.is_empty() {
        return None;
    }
    if !dated {
        return shown(RuleView::Abc, GateReason::NoDates, None);
    }
    if !customers.orders_known {
        return shown(RuleView::Abc, GateReason::NoOrderCounts, None);
    }
    if buyers.len() < FEW_BUYERS {
        return shown(RuleView::Abc, GateReason::FewCustomers, Some(buyers.len() as f64));
    }
    let first = customers.first_order.iter().flatten().min();
    if let (Some(first), Some(as_of)) = (first, customers.as_of)
        && as_of.0 - first.0 < FEW_DAYS
    {
        return shown(RuleView::Abc, GateReason::FewDays, Some(f64::from(as_of.0 - first.0 + 1)));
    }
    if !customers.days.days.is_empty() && customers.usual_gap.is_none() {
        return shown(RuleView::Segments, GateReason::NoRepeat, None);
    }
    None
}
