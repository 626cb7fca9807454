/** English words of the card that explains one customer. */

import type { CardMessages } from './card.types.js';
import type { Formatter } from '../element/format.js';

const orders = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'order', other: 'orders' })}`;

const range = (above: string | undefined, upTo: string | undefined): string =>
  above === undefined ? (upTo === undefined ? 'any' : `up to ${upTo}`) : upTo === undefined ? `above ${above}` : `above ${above}, up to ${upTo}`;

export const cardEn: CardMessages = {
  card: {
    close: 'Close',
    note: { label: 'Note', kept: 'Kept in this tab while the file is open. It leaves only in lists that you save, in the column “note”; drop such a list beside the orders and the note is here again.' },
    timeline: {
      title: (f, p) =>
        `${orders(f, p.orders)} ${p.first === p.last ? `on ${f.day(p.last)}` : `from ${f.day(p.first)} to ${f.day(p.last)}`}` +
        (p.gap === undefined ? '' : p.own ? `, usually every ${f.days(p.gap)}` : `; too few for an own rhythm, repeat customers order every ${f.days(p.gap)}`),
      due: (f, p) =>
        p.late === undefined ? `By that rhythm the next is due about ${f.day(p.day)}.` : `By that rhythm the next was due about ${f.day(p.day)}, ${f.days(p.late)} ago.`,
      last: (f, p) => `The last ${f.count(p.shown)} of ${f.count(p.total)} are shown.`,
      asOf: 'As of',
      next: 'Next due',
      sizes: 'The larger the dot, the larger the order. An open dot is the order that is due; a crossed one was given back.',
      day: 'Day',
      amount: 'Net',
      remark: 'Remark',
      void: 'given back: no order',
    },
    scores: {
      title: (_, p) => `Scores ${p.r} · ${p.f} · ${p.m}: recency, frequency, money, each 1 to 5`,
      about: 'Each value falls between two cuts that are the same for all customers of this report.',
      value: {
        recency: (f, p) => f.days(p.value),
        frequency: (f, p) => orders(f, p.value),
        monetary: (f, p) => f.money(p.value),
      },
      between: {
        recency: (f, p) => range(p.above === undefined ? undefined : f.number(p.above), p.upTo === undefined ? undefined : f.number(p.upTo)),
        frequency: (f, p) => range(p.above === undefined ? undefined : f.number(p.above), p.upTo === undefined ? undefined : f.number(p.upTo)),
        monetary: (f, p) => range(p.above === undefined ? undefined : f.money(p.above), p.upTo === undefined ? undefined : f.money(p.upTo)),
      },
      head: { value: 'Value', between: 'Cuts', score: 'Score' },
    },
    index: {
      title: (f, p) =>
        `Value index ${f.fixed(p.index, 1)} of 100: ${p.tier}` + (p.tierFrom === undefined ? '' : `, which begins at ${f.fixed(p.tierFrom, 1)}`),
      head: { part: 'Part', rank: 'Rank among buyers', weight: 'Weight', points: 'Points' },
    },
    outlook: {
      title: 'What would move this customer',
      about: (f, p) =>
        `Scored again by the cuts of this report, everybody else as today. An order is ${f.money(p.size)} (the usual size), one every ${f.days(p.days)}; judged on the day of the last.`,
      orders: (f, p) =>
        `${p.orders === 1 ? 'One more order' : `${f.count(p.orders)} more orders`} within ${f.days(p.days)}${p.day === undefined ? '' : ` (by ${f.day(p.day)})`}: ${p.same ? 'stays ' : ''}${p.place}.`,
      place: (_, p) => (p.segment === undefined ? p.tier : `${p.segment}, ${p.tier.toLowerCase()}`),
      reach: (f, p) => `${p.tier} is ${orders(f, p.orders)} away, ${f.money(p.amount)} in all.`,
      never: (f, p) => `Not even ${orders(f, p.tried)} of this size would lead to ${p.tier.toLowerCase()}.`,
      highest: 'There is no tier above: what counts is to keep them.',
      waiting: (f, p) => `Without an order, in ${f.days(p.days)}${p.day === undefined ? '' : ` (${f.day(p.day)})`}: ${p.place}.`,
      nothing: 'Waiting changes nothing within two years: this is already where silence ends.',
    },
    attributes: {
      title: 'What the files say beside the orders',
      measure: { as_is: '', latest: 'latest', main: 'most often', distinct: 'different ones', share: 'share of rows', sum: 'sum', mean: 'mean' },
      column: 'Column',
      value: 'Value',
    },
    rules: 'All figures',
  },
};
