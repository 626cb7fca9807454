/** English words about what stands out. */

import type { FindingsMessages } from './findings.types.js';
import type { Formatter } from '../element/format.js';

const customers = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'customer', other: 'customers' })}`;

export const findingsEn: FindingsMessages = {
  findings: {
    title: 'What stands out',
    goal: 'What do you want to reach?',
    goals: {
      none: 'Most money first', protect_vips: 'Protect VIPs', stop_churn: 'Stop churn', grow_middle: 'Grow the middle',
      split_budget: 'Split a budget', cross_sell: 'Cross-sell',
    },
    forGoal: 'For your goal',
    says: {
      late: (f, p) =>
        `${customers(f, p.customers)} who brought ${f.share(p.share)} of net revenue ` +
        (p.days === undefined
          ? `${f.plural(p.customers, { one: 'is', other: 'are' })} slipping away.`
          : `ordered last ${f.days(p.days)} ago (median).`),
      core: (f, p) =>
        `${customers(f, p.customers)} of ${f.count(p.buyers)} brought ${f.share(p.share)} of net revenue and still ${f.plural(p.customers, { one: 'buys', other: 'buy' })}.`,
      grow: (f, p) =>
        `${customers(f, p.customers)} who brought ${f.share(p.share)} of net revenue ${f.plural(p.customers, { one: 'is', other: 'are' })} recent and can buy more.`,
      high_risk: (f, p) =>
        `${customers(f, p.customers)} of high value ${f.plural(p.customers, { one: 'is', other: 'are' })} at high risk; they brought ${f.share(p.share)} of net revenue.`,
      cause: (f, p) => `${customers(f, p.customers)} at risk ${f.plural(p.customers, { one: 'shows', other: 'show' })} the same pattern: ${p.name}.`,
      headroom: (f, p) =>
        `${customers(f, p.customers)} ${f.plural(p.customers, { one: 'spends', other: 'spend' })} well below the upper quarter of customers at the same stage.`,
      one_customer: (f, p) => `1 customer brought ${f.share(p.share)} of net revenue.`,
      refunds: (f, p) => `${f.share(p.share, 1)} of gross revenue was given back.`,
      one_time: (f, p) =>
        `${f.share(p.share)} of ${customers(f, p.buyers)} ordered more than once` +
        (p.second === undefined ? '.' : `; ${f.share(p.second)} of first orders led to a second within 90 days.`),
      welcome: (f, p) =>
        `${customers(f, p.customers)} ordered for the first time not long ago` +
        (p.second === undefined ? '.' : `; of those before them, ${f.share(p.second)} ordered again within 90 days.`),
      one_category: (f, p) =>
        `${customers(f, p.customers)} of ${f.count(p.buyers)} bought of one category only; they brought ${f.share(p.share)} of net revenue.`,
      no_categories: () => '0 categories are named in this file: what could be sold across them is not known.',
    },
    step: {
      late: 'Contact those with the most at stake first.',
      core: 'Thank them and protect their service.',
      grow: 'Win the next order within the usual gap.',
      high_risk: 'Call them this week, the most at stake first; solve the problem before any offer.',
      cause: 'Answer the pattern, not the customer.',
      headroom: 'Offer a bundle or the next line up; measure what they really take.',
      one_customer: 'Give this customer a named owner and a plan for the case that the orders stop.',
      refunds: 'Look at which orders were refunded before you spend on winning new ones.',
      one_time: 'Help new customers use what they bought; suggest the second order before the usual gap ends.',
      welcome: 'Help them use it well; suggest the second order before the gap ends.',
      one_category: 'Introduce one neighbouring category to those who buy regularly.',
      no_categories: 'Export the orders with a category column, or choose it under “Change columns”.',
    },
    rule: {
      late: 'Segments at risk, about to sleep and not to be lost',
      core: 'Segments champions and loyal',
      grow: 'Segments potential loyalist, promising and need attention',
      high_risk: 'Value tier high, risk level high',
      cause: 'High risk and watch, the pattern with the most money at stake',
      headroom: 'Tier potential: spend against the upper quarter of the same stage',
      one_customer: 'One customer brought 10% of net revenue or more',
      refunds: 'Refunds are 3% of gross revenue or more',
      one_time: 'Fewer than half ordered more than once',
      welcome: 'Segment new',
      one_category: 'Buyers with one category in all their orders',
      no_categories: 'No category column was found',
    },
    ruleName: 'Rule',
    money: { at_stake: 'at stake', net: 'net revenue so far', headroom: 'to the upper quarter of their stage', refunds: 'refunded' },
    brief: {
      print: 'Print one page',
      title: (_, p) => `${p.name}: what stands out`,
      asOf: (_, p) => `As of ${p.day}`,
      buyers: 'Customers with orders',
      net: 'Net revenue',
      orders: 'Orders',
      atStake: 'At stake',
      list: (f, p) => `List: ${customers(f, p.customers)}`,
      made: (_, p) => `Value Tiers ${p.engine}. Made in the browser; no customer data left this computer. Money at stake is risk × value to come, not a financial value-at-risk.`,
    },
  },
};
