/** English words of movement in time. */

import type { Formatter } from '../element/format.js';
import type { Step } from '../engine/types.js';
import type { MovesMessages } from './moves.types.js';

const customers = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'customer', other: 'customers' })}`;
const STEP: Record<Step, string> = { month: 'month', quarter: 'quarter', year: 'year' };
const basket = (f: Formatter, ratio: number | undefined): string => (ratio === undefined ? '' : ` (${f.times(ratio)} those before)`);
const orders = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'order', other: 'orders' })}`;
const PART = {
  customers: 'the number of customers', orders: 'orders per customer', basket: 'the basket', refunds: 'refunds',
} as const;

export const movesEn: MovesMessages = {
  moves: {
    working: 'Comparing the two days …',
    noDates: 'Movement in time needs the date of every order. This file has one row per customer.',
    tooShort: 'There are not two days in this file that could be compared.',
    from: 'Compare with',
    compared: (f, p) => `${f.day(p.from)} against ${f.day(p.to)}, the as-of date above.`,
    held: (f, p) =>
      `Both days are measured by the cut-offs of ${f.day(p.to)}: who moves, moved by their own doing and not because others did.`,
    views: { tiers: 'Value tiers', actions: 'Action groups', segments: 'Segments' },
    fresh: 'No order yet',
    gone: 'All refunded',

    migration: {
      switch: 'Groups that customers move between',
      title: (f, p) =>
        `Since ${f.day(p.from)} ${customers(f, p.risers)} rose to a higher value tier, ${f.count(p.fallers)} fell to a lower one`,
      flow: (f, p) => `${p.from} → ${p.to}\n${customers(f, p.customers)}, ${f.moneyShort(p.net)} between the days`,
      node: (f, p) => `${p.name}, ${f.day(p.day)}\n${customers(f, p.customers)}`,
      table: 'Migration matrix: customers, and what they brought between the days',
      corner: (f, p) => `${f.day(p.from)} ↓  ${f.day(p.to)} →`,
      all: 'All',
      legend: 'Left: the earlier day. Right: the later. The width of a band is its number of customers.',
      empty: (f, p) => `Nobody on either day: ${f.list(p.groups)}.`,
    },

    movers: {
      switch: 'Risers or fallers',
      up: 'Risers',
      down: 'Fallers',
      titleUp: (f, p) => `${customers(f, p.customers)} rose and brought ${f.moneyShort(p.net)} since ${f.day(p.from)}`,
      titleDown: (f, p) => `${customers(f, p.customers)} fell and brought ${f.moneyShort(p.net)} since ${f.day(p.from)}`,
      titleCell: (f, p) => `${customers(f, p.customers)}: ${p.from} → ${p.to}`,
      back: 'Back to risers and fallers',
      nobody: 'Nobody.',
      customer: 'Customer',
      tier: 'Value tier',
      index: 'Value index',
      why: 'Why',
      net: 'Brought between the days',
      reason: {
        first_order: (f, p) => `First order; ${orders(f, p.orders)} since`,
        refund: (f, p) => `Refunds of ${f.money(p.refunds)}: more went back than came in`,
        ordered_again: (f, p) => `Ordered again: ${orders(f, p.orders)}`,
        larger_basket: (f, p) => `Larger orders${basket(f, p.basket_ratio)}, ${orders(f, p.orders)}`,
        smaller_basket: (f, p) => `Smaller orders${basket(f, p.basket_ratio)}, ${orders(f, p.orders)}`,
        no_order: (f, p) => (p.recency_days === undefined ? 'No order left' : `No order for ${f.days(p.recency_days)}`),
        longer_customer: () => 'A customer for longer, without a new order',
      },
    },

    high: {
      title: (f, p) =>
        `Of ${customers(f, p.customers)} of high value on ${f.day(p.from)}, ${f.share(p.bought_share ?? 0)} have bought since and ${f.share(p.still_high_share ?? 0)} are still of high value`,
      money: (f, p) => `They brought ${f.money(p.since)} between the days, after ${f.money(p.before)} in the equally long period before.`,
      nobody: (f, p) => `Nobody was of high value on ${f.day(p.from)}.`,
    },

    mix: {
      title: (f, p) => `High value: ${f.count(p.first)} on ${f.day(p.from)}, ${f.count(p.last)} on ${f.day(p.to)}`,
      about: (f, p) => `Customers in each tier at the end of each period, by the cut-offs of ${f.day(p.to)}.`,
      day: 'Day',
      of: (f, p) => `${f.count(p.customers)} (${f.share(p.share)})`,
    },

    cohorts: {
      switch: 'Retention or value',
      views: { retention: 'Retention', value: 'Cumulative value' },
      step: 'Cohorts by',
      steps: { month: 'Month', quarter: 'Quarter', year: 'Year' },
      period: (f, p) => {
        const [year = '', month = '1'] = p.start.split('-');
        return p.step === 'year' ? year
          : p.step === 'quarter' ? `Q${f.count(Math.ceil(Number(month) / 3))} ${year}`
          : f.day(p.start).replace(/^\S+ /, '');
      },
      titleRetention: (f, p) => `${f.share(p.share)} of new customers order again in the ${STEP[p.step]} after their first order`,
      titleValue: (f, p) =>
        `Customers who came in ${p.period} have brought ${f.money(p.value)} each after ${f.count(p.after)} ${f.plural(p.after, { one: STEP[p.step], other: `${STEP[p.step]}s` })}`,
      titleNone: 'No cohort is a full period old',
      first: 'First order',
      customers: 'Customers',
      after: (f, p) => (p.after === 0 ? 'Same' : `+${f.count(p.after)}`),
      average: 'All',
      running: 'The last period is not over: its figures, marked …, will still grow.',
      older: (f, p) => `${customers(f, p.customers)} of earlier cohorts are not shown.`,
      left: 'The first cohort may hold customers who are older than the file.',
      about: {
        retention: 'Share of each cohort with an order in the period so long after that of their first order.',
        value: 'Net revenue of each cohort so far, for each of its customers.',
      },
    },

    indicators: {
      title: (f, p) =>
        p.of === 0 ? 'Too few customers to tell a change of the indicators from chance'
        : p.clear.length === 0 ? `None of ${f.count(p.of)} indicators changed by more than chance`
        : `${f.count(p.clear.length)} of ${f.count(p.of)} indicators changed by more than chance: ${f.list(p.clear)}`,
      about: (f, p) =>
        `${f.day(p.after.first)} to ${f.day(p.after.last)} against ${f.day(p.before.first)} to ${f.day(p.before.last)}, equally long.`,
      key: 'Dot: the change relative to the period before. Line: its 95 % interval. A filled dot is a change larger than chance. n: customers counted.',
      how: 'Each customer is one draw, counted once even if in both periods (linearised difference, ±1.96 standard errors); needs 30 customers in each period. Of the indicators that did not change, one in twenty still looks as if it had. A flag says that something changed, not why.',
      indicator: 'Indicator',
      difference: 'Difference',
      verdict: 'Larger than chance?',
      clear: 'Yes',
      chance: 'No: could be chance',
      few: 'Too few customers to say',
      points: (_, p) => `${p.points} points`,
      range: (_, p) => `95 %: ${p.low} to ${p.high}`,
      days: (_, p) => `${p.days} days`,
      names: {
        revenue: 'Net revenue',
        active_customers: 'Active customers',
        new_share: 'New customers’ share',
        net_per_customer: 'Net revenue per customer',
        orders_per_customer: 'Orders per customer',
        basket: 'Basket',
        repeat_rate: 'Repeat rate',
        second_order30: 'Second order in 30 days',
        second_order90: 'Second order in 90 days',
        churn_rate: 'Churn rate',
        refund_rate: 'Refund rate',
        gap: 'Gap between orders',
        discount_share: 'Rows with a discount',
      },
      formula: {
        revenue: 'money in − refunds',
        active_customers: 'customers who ordered',
        new_share: 'customers whose first order in the file it was ÷ customers who ordered',
        net_per_customer: 'net revenue ÷ customers who ordered',
        orders_per_customer: 'orders ÷ customers who ordered',
        basket: 'money in ÷ orders',
        repeat_rate: 'customers with two orders or more in the period ÷ customers who ordered',
        second_order30: 'of those who first ordered at least 30 days before the end of the period',
        second_order90: 'of those who first ordered at least 90 days before the end of the period',
        churn_rate: 'on the last day: repeat buyers without an order for more than 3 usual gaps ÷ repeat buyers',
        refund_rate: 'refunds given ÷ money in',
        gap: 'mean of the days between purchase days, of gaps that end in the period',
        discount_share: 'rows with a discount ÷ rows with money in',
      },
    },

    shifts: {
      title: (f, p) =>
        p.of === 0 ? 'Within segments: too few customers to tell a change from chance'
        : p.larger === 0 ? `Within segments: none of ${f.count(p.of)} comparisons is larger than chance`
        : `Within segments: ${f.count(p.larger)} of ${f.count(p.of)} comparisons ${f.plural(p.larger, { one: 'is', other: 'are' })} larger than chance: ${f.list(p.found)}${p.larger > p.found.length ? ' …' : ''}`,
      finding: (_, p) => `${p.name}: ${p.word} ${p.by}`,
      about: (f, p) => `The same two periods, by the segment of ${f.day(p.day)}, the day before both: a segment by a later day would be chosen by what it did in them.`,
      short: 'Changes by segment need a third period before the two, by which customers are put into segments: compare with a later day.',
      how: 'Coloured: larger than chance, with all comparisons of the table in view (95 %, Bonferroni; the customer is the unit). Grey: fewer than 30 customers in a period. Small: before and after; the interval is under the pointer.',
      segment: 'Segment before',
      customers: 'Customers',
      all: 'Everybody',
      notYet: 'Not yet customers',
      habits: 'Habits: change from the first period to the second',
      categories: 'Categories: change of their share in money in',
      clear: '(larger than chance)',
    },

    change: {
      title: (f, p) =>
        `Net revenue ${Number(p.change.net) < 0 ? 'fell' : 'rose'} from ${f.moneyShort(p.change.before.net)} to ${f.moneyShort(p.change.after.net)}, most of all by ${PART[p.part]}`,
      none: 'The change of revenue can’t be split: the equally long period before the earlier day begins before the file does. Compare with a later day.',
      about:
        'An arithmetic split, not a cause: customers × orders per customer × basket, less refunds. Each part is the mean over all orders in which the factors could have changed (Shapley value); they add up to the last cent.',
      kept: (f, p) => `${f.count(p.before)} customers ordered in the first period, ${f.count(p.after)} in the second, ${f.count(p.kept)} of them in both.`,
      before: 'Before',
      after: 'After',
      customers: 'Number of customers',
      orders: 'Orders per customer',
      basket: 'Basket',
      refunds: 'Refunds',
      difference: 'Difference',
      period: (f, p) => `${f.day(p.first)} to ${f.day(p.last)}`,
      table: { part: 'Part', before: 'Before', after: 'After', effect: 'Effect', ordersEach: 'Orders per customer', net: 'Net revenue' },
    },
  },
};
