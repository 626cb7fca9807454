//! Whom to contact with a limited budget: how many of each group, the most valuable of each first.
//!
//! The objective: the expected value kept less what the contacts cost, over whole customers, within the budget. Within a group
//! every contact costs the same and the gains fall, so only the numbers of contacts are searched for. This is a knapsack
//! whose classes have equal weights: the bound of Lagrange (G. Fisher: The Lagrangian relaxation method for solving integer
//! programming problems. Management Science 27, 1981) at the price where the budget runs out leaves a few counts around the
//! greedy ones, and those are tried.

/// One group. Money in millionths.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What the contact of each customer brings, its cost taken off, from the highest to the lowest.
    pub gains: Vec<i128>,
    /// What one contact costs.
    pub cost: i128,
    /// Contacts at least, whatever they bring.
    pub least: usize,
    /// Contacts at most.
    pub most: usize,
}

/// How many of each group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// Contacts of each group.
    pub contacts: Vec<usize>,
    /// No other numbers bring more.
    pub exact: bool,
}

/// Combinations that are tried at most; beyond, the best one so far is within the gain of one contact of the best there is.
const TRIES: u32 = 200_000;

/// The best numbers of contacts. `None` where the least of all groups costs more than the budget.
pub fn allocate(choices: &[Choice], budget: i128) -> Option<Allocation> {
    let groups: Vec<Group> = choices.iter().map(Group::new).collect();
    let mut contacts: Vec<usize> = groups.iter().map(|group| group.least).collect();
    let mut left = budget - groups.iter().map(|group| group.cost * group.least as i128).sum::<i128>();
    if left < 0 {
        return None;
    }
    // Gain for money, best first, until the budget runs out; then what still fits.
    let mut price = None;
    let mut at_price = contacts.clone();
    loop {
        let next =
            |g: &usize| contacts.get(*g).is_some_and(|&k| groups.get(*g).is_some_and(|group| k < group.most));
        let open: Vec<usize> = (0..groups.len()).filter(next).collect();
        let Some(&best) = open.iter().reduce(|a, b| {
            let (x, y) = (&groups[*a], &groups[*b]);
            if y.gain(contacts[*b]) * x.cost > x.gain(contacts[*a]) * y.cost { b } else { a }
        }) else {
            break;
        };
        if groups[best].cost <= left {
            left -= groups[best].cost;
            contacts[best] += 1;
            continue;
        }
        if price.is_none() {
            price = Some((groups[best].gain(contacts[best]), groups[best].cost));
            at_price = contacts.clone();
        }
        let fitting = open.into_iter().filter(|&g| groups[g].cost <= left);
        let Some(best) = fitting.reduce(|a, b| {
            let (x, y) = (&groups[a], &groups[b]);
            if y.gain(contacts[b]) * x.cost > x.gain(contacts[a]) * y.cost { b } else { a }
        }) else {
            break;
        };
        left -= groups[best].cost;
        contacts[best] += 1;
    }
    // Everything worth a contact is contacted.
    let Some((gain, cost)) = price else { return Some(Allocation { contacts, exact: true }) };
    let mut search = Search::new(&groups, budget, gain, cost, &at_price, contacts);
    search.run();
    Some(Allocation { contacts: search.best, exact: search.tries > 0 })
}

/// A group with its running sums.
struct Group {
    sums: Vec<i128>,
    cost: i128,
    least: usize,
    most: usize,
}

impl Group {
    fn new(choice: &Choice) -> Group {
        let all = choice.gains.len();
        let mut sums = vec![0];
        sums.extend(choice.gains.iter().scan(0, |sum, gain| {
            *sum += gain;
            Some(*sum)
        }));
        let least = choice.least.min(all);
        let worth = choice.gains.iter().take_while(|gain| **gain > 0).count();
        Group { sums, cost: choice.cost.max(0), least, most: worth.min(choice.most).max(least) }
    }

    fn sum(&self, contacts: usize) -> i128 {
        self.sums.get(contacts).copied().unwrap_or(0)
    }

    /// What the contact after so many brings.
    fn gain(&self, contacts: usize) -> i128 {
        self.sum(contacts + 1) - self.sum(contacts)
    }
}

/// The counts around the greedy ones. Everything is multiplied by the cost at the price, so that the price is a whole number.
struct Search<'a> {
    groups: &'a [Group],
    price: i128,
    scale: i128,
    /// What each group brings at the price.
    at_price: Vec<i128>,
    /// Groups in the order in which they are chosen: the last one takes what is left, so it is the cheapest.
    order: Vec<usize>,
    /// Money that the groups from each place in this order on can take, beyond their least.
    room: Vec<i128>,
    peak: &'a [usize],
    /// An upper bound of everything, less what the best so far brings.
    gap: i128,
    bound: i128,
    best: Vec<usize>,
    chosen: Vec<usize>,
    tries: u32,
    budget: i128,
}

impl<'a> Search<'a> {
    fn new(
        groups: &'a [Group],
        budget: i128,
        price: i128,
        scale: i128,
        peak: &'a [usize],
        best: Vec<usize>,
    ) -> Search<'a> {
        let reduced = |g: usize, k: usize| groups[g].sum(k) * scale - price * groups[g].cost * k as i128;
        let at_price: Vec<i128> = (0..groups.len()).map(|g| reduced(g, peak[g])).collect();
        let bound = price * budget + at_price.iter().sum::<i128>();
        let found: i128 = groups.iter().zip(&best).map(|(group, &k)| group.sum(k)).sum();
        let mut order: Vec<usize> = (0..groups.len()).collect();
        order.sort_by(|&a, &b| groups[b].cost.cmp(&groups[a].cost).then(a.cmp(&b)));
        let mut room = vec![0; order.len() + 1];
        for (place, &g) in order.iter().enumerate().rev() {
            room[place] = room[place + 1] + groups[g].cost * (groups[g].most - groups[g].least) as i128;
        }
        Search {
            room,
            groups,
            price,
            scale,
            at_price,
            order,
            peak,
            gap: bound - found * scale,
            bound,
            chosen: best.clone(),
            best,
            tries: TRIES,
            budget,
        }
    }

    fn run(&mut self) {
        let least: i128 = self.groups.iter().map(|group| group.cost * group.least as i128).sum();
        self.choose(0, self.budget - least, 0);
    }

    /// What choosing so many of a group costs against the bound.
    fn loss(&self, g: usize, contacts: usize) -> i128 {
        let group = &self.groups[g];
        self.at_price[g] - (group.sum(contacts) * self.scale - self.price * group.cost * contacts as i128)
    }

    /// `left`: budget beyond the least of the groups that are still open.
    fn choose(&mut self, depth: usize, left: i128, lost: i128) {
        if self.tries == 0 || self.gap <= lost {
            return;
        }
        self.tries -= 1;
        let Some(&g) = self.order.get(depth) else { return };
        let group = &self.groups[g];
        let (cost, least, most) = (group.cost, group.least, group.most);
        let affordable = match cost {
            0 => most,
            _ => most.min(least + usize::try_from(left / cost).unwrap_or(usize::MAX - most)),
        };
        if depth + 1 == self.order.len() {
            self.chosen[g] = affordable;
            let found: i128 = self.groups.iter().zip(&self.chosen).map(|(group, &k)| group.sum(k)).sum();
            if self.bound - found * self.scale < self.gap {
                self.gap = self.bound - found * self.scale;
                self.best.clone_from(&self.chosen);
            }
            return;
        }
        let peak = self.peak[g].min(affordable);
        // The loss only grows away from the peak, on either side.
        for contacts in (least..=peak).rev() {
            // Fewer contacts leave more idle.
            if !self.descend(depth, left, lost, contacts) || self.idles(depth, left, lost, contacts) {
                break;
            }
        }
        for contacts in peak + 1..=affordable {
            if !self.descend(depth, left, lost, contacts) {
                break;
            }
        }
    }

    /// Whether the money that nobody can take any more after so many contacts already costs too much.
    fn idles(&self, depth: usize, left: i128, lost: i128, contacts: usize) -> bool {
        let group = &self.groups[self.order[depth]];
        let left = left - group.cost * (contacts - group.least) as i128;
        lost + self.price * (left - self.room[depth + 1]).max(0) >= self.gap
    }

    /// Chooses so many of a group and goes on with the next; whether it could still lead to something better.
    fn descend(&mut self, depth: usize, left: i128, lost: i128, contacts: usize) -> bool {
        let g = self.order[depth];
        let lost = lost + self.loss(g, contacts);
        if lost >= self.gap || self.tries == 0 {
            return false;
        }
        self.chosen[g] = contacts;
        if !self.idles(depth, left, lost, contacts) {
            let group = &self.groups[g];
            self.choose(depth + 1, left - group.cost * (contacts - group.least) as i128, lost);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every combination of numbers.
    fn brute_force(choices: &[Choice], budget: i128) -> Option<i128> {
        fn worth(choices: &[Choice], budget: i128) -> Option<i128> {
            let Some((first, rest)) = choices.split_first() else { return Some(0) };
            let all = first.gains.len();
            let least = first.least.min(all);
            let mut best = None;
            for k in least..=first.most.min(all).max(least) {
                let left = budget - first.cost * k as i128;
                if left < 0 {
                    break;
                }
                let sum: i128 = first.gains.iter().take(k).sum();
                best = best.max(worth(rest, left).map(|rest| sum + rest));
            }
            best
        }
        worth(choices, budget)
    }

    fn value(choices: &[Choice], contacts: &[usize]) -> i128 {
        choices.iter().zip(contacts).map(|(c, &k)| c.gains.iter().take(k).sum::<i128>()).sum()
    }

    #[test]
    fn nothing_brings_more_than_what_is_chosen() {
        let mut state = 7_u64;
        let mut random = move |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let (mut refused, mut bound) = (0, 0);
        for case in 0..3000 {
            let choices: Vec<Choice> = (0..1 + random(4))
                .map(|_| {
                    let mut gains: Vec<i128> = (0..random(7)).map(|_| i128::from(random(60)) - 12).collect();
                    gains.sort_unstable_by(|a, b| b.cmp(a));
                    let least = if random(3) == 0 { random(3) as usize } else { 0 };
                    Choice { gains, cost: i128::from(random(13)), least, most: least + random(7) as usize }
                })
                .collect();
            let budget = i128::from(random(90));
            let found = allocate(&choices, budget);
            let best = brute_force(&choices, budget);
            let Some(found) = found else {
                assert_eq!(best, None, "case {case}: {choices:?} {budget}");
                refused += 1;
                continue;
            };
            assert!(found.exact);
            let spent: i128 = choices.iter().zip(&found.contacts).map(|(c, &k)| c.cost * k as i128).sum();
            assert!(spent <= budget, "case {case}");
            for (choice, &k) in choices.iter().zip(&found.contacts) {
                assert!(k >= choice.least.min(choice.gains.len()) && k <= choice.gains.len(), "case {case}");
                assert!(k <= choice.most.max(choice.least), "case {case}: the cap holds");
            }
            assert_eq!(Some(value(&choices, &found.contacts)), best, "case {case}: {choices:?} {budget}");
            bound += usize::from(spent < budget && value(&choices, &found.contacts) > 0);
        }
        assert!(refused > 20 && bound > 500, "the cases are of every kind: {refused}, {bound}");
    }

    #[test]
    fn greedy_alone_would_not_do() {
        // 10 for 60 first leaves 50 of the budget unused; twice 9 for 50 each brings more.
        let choices = [
            Choice { gains: vec![11], cost: 60, least: 0, most: 9 },
            Choice { gains: vec![9, 9], cost: 50, least: 0, most: 9 },
        ];
        let found = allocate(&choices, 100);
        assert_eq!(found, Some(Allocation { contacts: vec![0, 2], exact: true }));
    }

    #[test]
    fn many_customers_of_one_value_are_no_trouble() {
        let choices: Vec<Choice> = [3, 5, 7, 11, 13]
            .into_iter()
            .map(|cost| Choice { gains: vec![cost * 4; 50_000], cost, least: 0, most: usize::MAX })
            .collect();
        let found = allocate(&choices, 1_000_000).unwrap();
        assert!(found.exact);
        assert_eq!(value(&choices, &found.contacts), 4_000_000);
    }
}
