/** English words of the table of customers. */

import { shellEn } from './shell.en.js';
import type { CustomersMessages } from './customers.types.js';

export const customersEn: CustomersMessages = {
  customers: {
    lead: (f, p) => `${f.count(p.total)} ${f.plural(p.total, { one: 'customer', other: 'customers' })} in this list`,
    search: 'Search customer',
    filters: {
      segment: 'Segment',
      action: 'Action group',
      valueTier: 'Value tier',
      potentialTier: 'Potential tier',
      stage: 'Stage',
    },
    all: 'All',
    clear: 'Show all customers',
    cell: (f, p) =>
      f.list([
        ...(p.r === undefined ? [] : [`recency ${f.count(p.r)}`]),
        ...(p.f === undefined ? [] : [`frequency ${f.count(p.f)}`]),
      ]),
    columns: {
      customer: 'Customer',
      segment: 'Segment',
      tier: 'Tier',
      lastOrder: 'Last order',
      orders: 'Orders',
      net: 'Net spend',
      valueIndex: 'Value index',
      potential: 'Potential',
      overdue: 'Overdue',
      expected: 'Expected value',
      risk: 'Risk',
      atRisk: 'At stake',
    },
    caption: (f, p) => `Customers ${f.count(p.from)} to ${f.count(p.to)} of ${f.count(p.total)}`,
    sortedBy: (_, p) => `sorted by ${p.column}, ${p.descending ? 'largest first' : 'smallest first'}`,
    empty: 'No customer matches. Change the search or the filters.',
    perPage: 'Per page',
    previous: 'Previous',
    next: 'Next',
    page: (f, p) => `Page ${f.count(p.page)} of ${f.count(p.pages)}`,
    download: 'Download this list (CSV)',
    daysAgo: (f, p) => `${f.days(p.days)} ago`,
    card: {
      open: (_, p) => `Why is ${p.customer} here?`,
      why: (f, { row, levels }) => {
        const score = (name: string, value: number | undefined): string =>
          value === undefined || levels === undefined ? '' : ` (${name} ${f.count(value)} of ${f.count(levels)})`;
        const parts = [
          ...(row.recency_days === undefined
            ? []
            : [`last order ${f.days(row.recency_days)} ago${score('recency', row.r)}`]),
          `${f.count(row.orders)} ${f.plural(row.orders, { one: 'order', other: 'orders' })}${score('frequency', row.f)}`,
          `${f.money(row.net)} net${score('money', row.m)}`,
        ];
        const facts = `${parts.join(', ')}`.replace(/^./, (c) => c.toUpperCase());
        if (row.rfm_segment === undefined) {
          return row.orders === 0 ? `${facts}. No order that counts, so in no segment.` : `${facts}. Too few customers for scores.`;
        }
        const segment = shellEn.terms.segment[row.rfm_segment];
        if (row.moved_from === undefined) return `${facts}, so ${segment}.`;
        const times = row.overdue === undefined ? 'much later than usual' : `${f.times(row.overdue)} the usual gap since the last order`;
        return `${facts}. The scores alone say ${shellEn.terms.segment[row.moved_from]}; it is ${times}, so ${segment}.`;
      },
      next: 'What to do',
      facts: {
        firstOrder: 'First order',
        lastOrder: 'Last order',
        orders: 'Orders',
        gross: 'Gross spend',
        refunds: 'Refunds',
        net: 'Net spend',
        usualGap: 'Usual gap between orders',
        overdue: 'Time since last order ÷ usual gap',
        scores: 'Scores: recency, frequency, money',
        stage: 'Stage',
        valueTier: 'Value tier',
        potentialTier: 'Potential tier',
        potential: 'Potential value',
        valueIndex: 'Value index (0 to 100)',
        cluster: 'Group found by k-means',
      },
      ahead: {
        value: (f, p) =>
          `Next ${f.count(p.months)} months: ${f.money(p.value)} expected` +
          (p.orders === undefined ? '.' : ` from ${f.number(p.orders, 2)} ${f.plural(p.orders, { one: 'order', other: 'orders' })}.`),
        chance: (f, p) =>
          `Chance of an order within ${f.days(p.days)}: ${f.share(p.buy)}` +
          (p.alive === undefined ? '.' : `; to be active still, however slow: ${f.share(p.alive)}.`),
        notTrusted: 'The forecast did not pass its test on this file: do not plan with it.',
      },
    },
    noOrders: 'no order',
  },
};
