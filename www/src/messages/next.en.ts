/** English words of what customers buy next. */

import type { Formatter } from '../element/format.js';
import type { NextMessages } from './next.types.js';

const customers = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'customer', other: 'customers' })}`;

export const nextEn: NextMessages = {
  next: {
    working: 'Counting who buys what …',
    noOrders: 'What is bought next needs orders. This file has one row per customer.',
    noItems: 'What is bought next needs a column with products or categories. Name one on the check screen. How orders follow each other is known without it.',
    tag: (_, p) =>
      [p.next === undefined ? '' : `Next: ${p.next}`, p.bought === undefined ? '' : `bought ${p.bought}`, p.notBought === undefined ? '' : `not yet ${p.notBought}`]
        .filter((text) => text !== '').join(', '),

    rules: {
      title: (f, p) => `Who buys ${p.from} buys ${p.to} ${f.times(p.lift)} as often as all customers do`,
      none: (f, p) => `No pair of items stands on ${customers(f, p.least)} and is bought together more often than by chance`,
      about: (f, p) =>
        `Customers who have bought the first item, whenever, and the second too. ${customers(f, p.customers)} with a known item; a rule stands on ${f.count(p.min_customers)} at least. Of ${f.count(p.pairs)} pairs with that many, ${f.count(p.rules_found)} count: the lower end of the share lies above that of all customers.${p.items_left > 0 ? ` ${f.count(p.items_left)} rarer items were left out.` : ''}`,
      caution: 'Whoever buys much buys more of everything: part of every lift is that. It is a pattern, not a proof that one purchase brings the other. Send with a hold-out to know.',
      rule: 'Bought → bought too',
      support: 'Support',
      confidence: 'Confidence: share of those who bought the first',
      base: 'Share of all customers',
      interval: '95% interval',
      lift: 'Lift',
      n: 'n: bought both',
      later: 'On a later day',
      open: 'Bought only the first',
    },

    offer: {
      title: (f, p) => `${p.item} is next for ${customers(f, p.customers)}, of ${f.count(p.all)} for whom something is`,
      segments: 'Next in each segment',
      segment: 'Segment',
      next: 'Next for most',
      own: 'Best rule among its own customers',
      figures: (f, p) => `confidence ${f.share(p.confidence)}, lift ${f.fixed(p.lift, 2)}, n ${f.count(p.n)}`,
      tooFew: (f, p) => `none on ${customers(f, p.least)}`,
    },

    journey: {
      title: (f, p) =>
        `${f.count(p.second)} of ${customers(f, p.first)} placed a second order${p.days === undefined ? '' : `, half of them within ${f.days(p.days)}`}`,
      step: (_, p) => ['First order', 'Second order', 'Third order'][p.order - 1] ?? '',
      days: (f, p) => `after ${f.count(p.middle)} days (middle half: ${f.count(p.low)} to ${f.count(p.high)})`,
      ofBefore: (f, p) => `${f.share(p.share)} of those before`,
      waiting: (f, p) => `Not all the others are gone: ${f.count(p.second)} wait for the second and ${f.count(p.third)} for the third order no longer than the usual gap.`,
      flow: 'From the first order to the third, by the item that brought most of the order',
      flowOf: (f, p) => `${p.from} → ${p.to}\n${customers(f, p.customers)}`,
      other: 'Others',
      stop: 'No next order',
      order: 'Order',
      from: 'Item',
      to: 'Item of the next order',
      starts: (f, p) => `What the first order leads to: ${f.share(p.share)} of all come back`,
      began: (f, p) => f.count(p.customers),
      began1: 'First order',
      cameBack: 'Came back',
      all: 'All customers',
      medianDays: 'Days to the second order (median)',
    },

    settings: {
      title: 'Minimum and items left out',
      by: 'Counted by',
      kinds: { category: 'Categories', product: 'Products' },
      least: 'Customers that a rule stands on at least',
      leastAuto: 'Empty: 1% of all with a known item, 10 at least.',
      without: 'No goods, such as postage: one in each line',
    },
  },
};
