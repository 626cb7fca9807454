//! From group to group: the matrix, and the customers behind its cells.

use super::document::{
    Direction, Migration, MigrationCell, MoveReason, MoveView, Mover, MoverPage, MoverQuery,
};
use super::standing::{NONE, Standing, TIERS};
use crate::ledger::Names;
use crate::order;
use crate::report::identifier;
use crate::segments::named;
use crate::units::{Day, Total};

/// No customer: one of two files does not have them.
const NOBODY: u32 = u32::MAX;

/// An order that is so many times that of before is larger, or smaller.
const LARGER: f64 = 1.25;
const SMALLER: f64 = 0.8;

/// All customers on two days.
#[derive(Clone, Debug)]
pub struct Moves {
    /// Names of the later day's customers.
    names: Names,
    /// Where they stood.
    pub earlier: Standing,
    /// Where they stand.
    pub later: Standing,
    /// Who is who: the same customer on both days.
    pairs: Vec<(u32, u32)>,
    /// The later day.
    to: Day,
}

/// One customer on two days.
#[derive(Clone, Copy)]
pub struct Move<'a> {
    moves: &'a Moves,
    before: Option<usize>,
    after: Option<usize>,
}

impl Moves {
    /// Pairs the customers of two days by name. `earlier_names` is `None` where both come from one ledger; customers of two
    /// files meet by the bytes of their names, and the older file must not have anybody that the newer lacks: who is
    /// missing there counts as gone without a trace and is left out.
    pub fn new(
        earlier: Standing,
        earlier_names: Option<&Names>,
        later: Standing,
        names: Names,
        to: Day,
    ) -> Moves {
        let n = later.orders.len() as u32;
        let pairs = match earlier_names {
            None => (0..n).map(|i| (i, i)).collect(),
            Some(earlier_names) => meet(earlier_names, &names),
        };
        Moves { names, earlier, later, pairs, to }
    }

    /// Every customer who has an order on either day.
    pub fn each(&self) -> impl Iterator<Item = Move<'_>> {
        self.pairs.iter().map(|&pair| self.at(pair)).filter(|m| m.placed_before() || m.placed_after())
    }

    fn at(&self, (before, after): (u32, u32)) -> Move<'_> {
        let known = |i: u32| (i != NOBODY).then_some(i as usize);
        Move { moves: self, before: known(before), after: known(after) }
    }

    /// The matrix of a view.
    pub fn migration(&self, view: MoveView) -> Migration {
        let groups = groups(view);
        let n = groups.len();
        // Nobody's group is the last row and column.
        let mut cells = vec![(0_u64, 0_i128, 0_i128); (n + 1) * (n + 1)];
        let mut rows = vec![0_u64; n + 1];
        for moved in self.each() {
            let (from, to) = moved.groups(view);
            let (row, column) = (usize::from(from).min(n), usize::from(to).min(n));
            let cell = &mut cells[row * (n + 1) + column];
            cell.0 += 1;
            cell.1 += moved.net_after();
            cell.2 += moved.net_between();
            rows[row] += 1;
        }
        let place = |i: usize| (i < n).then_some(i as u8);
        let cells = cells.into_iter().enumerate().filter(|(_, cell)| cell.0 > 0);
        let cells = cells.map(|(at, (customers, net, between))| MigrationCell {
            from: place(at / (n + 1)),
            to: place(at % (n + 1)),
            customers,
            share: customers as f64 / rows[at / (n + 1)] as f64,
            net: Total(net),
            net_between: Total(between),
        });
        Migration { groups, cells: cells.collect() }
    }

    /// One page of the customers that a query selects: those who moved furthest first.
    pub fn page(&self, query: &MoverQuery) -> MoverPage {
        let groups = groups(query.by);
        let wanted = |id: &Option<String>| {
            id.as_ref().map(|id| groups.iter().position(|g| g == id).map_or(NONE, |at| at as u8))
        };
        let (from, to) = (wanted(&query.from), wanted(&query.to));
        let fits = |moved: &Move<'_>| {
            let (before, after) = moved.groups(query.by);
            from.is_none_or(|from| from == before)
                && to.is_none_or(|to| to == after)
                && query.direction.is_none_or(|wanted| moved.direction() == Some(wanted))
        };
        let found: Vec<Move<'_>> = self.each().filter(fits).collect();
        let keys: Vec<f64> = found.iter().map(|moved| -moved.change().abs()).collect();
        let sorted = order::of_floats(&keys);
        let end = query.offset.saturating_add(query.limit).min(sorted.len());
        let rows = sorted[query.offset.min(end)..end].iter().map(|&at| self.row(found[at as usize]));
        MoverPage { total: sorted.len() as u64, rows: rows.collect() }
    }

    fn row(&self, moved: Move<'_>) -> Mover {
        let placed = |standing: &Standing, i: Option<usize>| {
            let i = i.filter(|&i| standing.orders[i] > 0)?;
            Some((standing.segment(i), standing.tier(i), standing.index[i]))
        };
        let (before, after) = (placed(&self.earlier, moved.before), placed(&self.later, moved.after));
        Mover {
            customer: moved.after.map(|i| self.names.text(i as u32)).unwrap_or_default(),
            segment_before: before.and_then(|b| b.0),
            segment_after: after.and_then(|a| a.0),
            tier_before: before.and_then(|b| b.1),
            tier_after: after.and_then(|a| a.1),
            index_before: before.map(|b| b.2),
            index_after: after.map(|a| a.2),
            orders: moved.orders_between(),
            net: Total(moved.net_between()),
            refunds: Total(moved.refunds_between()),
            recency_days: moved.waited(),
            basket_ratio: moved.basket_ratio(),
            reason: moved.reason(),
        }
    }
}

impl Move<'_> {
    fn before<T: Copy>(&self, column: impl Fn(&Standing) -> &Vec<T>) -> Option<T> {
        column(&self.moves.earlier).get(self.before?).copied()
    }

    fn after<T: Copy>(&self, column: impl Fn(&Standing) -> &Vec<T>) -> Option<T> {
        column(&self.moves.later).get(self.after?).copied()
    }

    /// Whether there was an order by the earlier day.
    pub fn placed_before(&self) -> bool {
        self.before(|s| &s.orders).is_some_and(|orders| orders > 0)
    }

    /// Whether there is one by the later day.
    pub fn placed_after(&self) -> bool {
        self.after(|s| &s.orders).is_some_and(|orders| orders > 0)
    }

    /// The groups of both days, or [`NONE`].
    fn groups(&self, view: MoveView) -> (u8, u8) {
        let column = |s: &Standing, i: Option<usize>| -> u8 {
            let Some(i) = i else { return NONE };
            match view {
                MoveView::Tiers => s.tier[i],
                MoveView::Segments => s.segment[i],
                MoveView::Actions => s.segment(i).map_or(NONE, |id| {
                    let action = named::action(id);
                    named::ACTIONS.iter().position(|a| *a == action).map_or(NONE, |at| at as u8)
                }),
            }
        };
        (column(&self.moves.earlier, self.before), column(&self.moves.later, self.after))
    }

    /// Whether the value tier rose or fell. New customers did neither.
    pub fn direction(&self) -> Option<Direction> {
        let (before, after) = self.groups(MoveView::Tiers);
        match (before, after) {
            (NONE, _) | (_, NONE) => None,
            // The best comes first.
            (before, after) if after < before => Some(Direction::Up),
            (before, after) if after > before => Some(Direction::Down),
            _ => None,
        }
    }

    /// Whether the customer was in the high tier on the earlier day, and is on the later.
    pub fn high(&self) -> (bool, bool) {
        let (before, after) = self.groups(MoveView::Tiers);
        (before == 0, after == 0)
    }

    /// Number of the customer on the later day.
    pub fn number(&self) -> Option<usize> {
        self.after
    }

    fn change(&self) -> f64 {
        self.after(|s| &s.index).unwrap_or(0.0) - self.before(|s| &s.index).unwrap_or(0.0)
    }

    /// Orders that count, between the days.
    pub fn orders_between(&self) -> i64 {
        i64::from(self.after(|s| &s.orders).unwrap_or(0)) - i64::from(self.before(|s| &s.orders).unwrap_or(0))
    }

    /// Net money up to the later day, in millionths.
    pub fn net_after(&self) -> i128 {
        self.after.map_or(0, |i| self.moves.later.net(i))
    }

    /// Net money between the days, in millionths.
    pub fn net_between(&self) -> i128 {
        self.net_after() - self.before.map_or(0, |i| self.moves.earlier.net(i))
    }

    fn refunds_between(&self) -> i128 {
        let of = |total: Option<Total>| total.map_or(0, |total| total.0);
        of(self.after(|s| &s.refunds)) - of(self.before(|s| &s.refunds))
    }

    /// The last order, counted back from the later day.
    fn waited(&self) -> Option<u32> {
        let last = self.after(|s| &s.last_order).flatten()?;
        Some((self.moves.to.0 - last.0).max(0) as u32)
    }

    /// Money of an order since, in orders before.
    fn basket_ratio(&self) -> Option<f64> {
        let orders_before = f64::from(self.before(|s| &s.orders)?);
        let net_before = self.before.map_or(0, |i| self.moves.earlier.net(i)) as f64;
        let orders_since = self.orders_between() as f64;
        let known = orders_before > 0.0 && net_before > 0.0 && orders_since > 0.0;
        known.then(|| self.net_between() as f64 / orders_since / (net_before / orders_before))
    }

    fn reason(&self) -> MoveReason {
        if !self.placed_before() {
            return MoveReason::FirstOrder;
        }
        if self.net_between() < 0 {
            return MoveReason::Refund;
        }
        let (up, basket) = (self.change() > 0.0, self.basket_ratio());
        if self.orders_between() <= 0 {
            return if up { MoveReason::LongerCustomer } else { MoveReason::NoOrder };
        }
        match basket {
            Some(times) if up && times >= LARGER => MoveReason::LargerBasket,
            _ if up => MoveReason::OrderedAgain,
            Some(times) if times <= SMALLER => MoveReason::SmallerBasket,
            // Money and orders only grow: what takes somebody down is the wait.
            _ => MoveReason::NoOrder,
        }
    }
}

/// Identifiers of the groups of a view.
fn groups(view: MoveView) -> Vec<String> {
    match view {
        MoveView::Segments => named::ALL.iter().map(identifier).collect(),
        // Nobody without an order is in a matrix, so nobody is to be converted.
        MoveView::Actions => named::ACTIONS[..5].iter().map(identifier).collect(),
        MoveView::Tiers => TIERS.iter().map(identifier).collect(),
    }
}

/// Customers of two lists in the order of the bytes of their names: each of the later with the earlier of the same name.
fn meet(earlier: &Names, later: &Names) -> Vec<(u32, u32)> {
    let mut pairs = Vec::with_capacity(later.len());
    let mut before = 0;
    for after in 0..later.len() as u32 {
        let name = later.bytes(after);
        while (before as usize) < earlier.len() && earlier.bytes(before) < name {
            before += 1;
        }
        let same = (before as usize) < earlier.len() && earlier.bytes(before) == name;
        pairs.push((if same { before } else { NOBODY }, after));
        before += u32::from(same);
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str]) -> Names {
        let mut names = Names::default();
        list.iter().for_each(|name| names.push(name.as_bytes()));
        names
    }

    #[test]
    fn customers_of_two_files_meet_by_name() {
        for (earlier, later, pairs) in [
            (&["a", "b", "d"][..], &["a", "c", "d"][..], vec![(0, 0), (NOBODY, 1), (2, 2)]),
            (&[], &["a"], vec![(NOBODY, 0)]),
            (&["a"], &[], vec![]),
            // Two of one name stay two.
            (&["a", "a"], &["a", "a", "a"], vec![(0, 0), (1, 1), (NOBODY, 2)]),
        ] {
            assert_eq!(meet(&names(earlier), &names(later)), pairs);
        }
    }

    #[test]
    fn the_last_action_group_is_the_one_without_orders() {
        assert_eq!(named::ACTIONS[5], crate::report::ActionId::Convert);
    }
}
