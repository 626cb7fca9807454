/** English words about single accounts. */

import type { AccountsMessages } from './accounts.types.js';

export const accountsEn: AccountsMessages = {
  accounts: {
    title: (f, p) =>
      p.accounts === 1
        ? `One customer brings ${f.share(p.share, 1)} of net revenue`
        : `The ${f.count(p.accounts)} largest customers bring ${f.share(p.share, 1)} of net revenue`,
    none: 'There is no net revenue to share out among customers.',
    without: (f, p) =>
      `Without the largest, net revenue in this file would be ${f.share(p.largest, 1)} lower${p.largestThree === undefined ? '.' : `; without the three largest, ${f.share(p.largestThree, 1)}.`}`,
    rule: (f, p) =>
      `Key accounts: the customers with the highest net revenue, ${f.count(p.most)} at most, of ${f.count(p.buyers)} buyers. Spread: standard deviation of the days between a customer’s purchase days by their mean (n: gaps; from ${f.count(p.gaps)} on). Below 1 is steadier than orders at random.`,
    trendOf: (f, p) =>
      `Trend: net revenue of ${f.day(p.after.from)} to ${f.day(p.after.to)} against ${f.day(p.before.from)} to ${f.day(p.before.to)}.`,
    noTrend: 'No trend: the file has no two periods with dates.',
    working: 'Looking at single accounts…',
    off: 'Single accounts could not be looked at.',
    tag: 'Key accounts',
    key: { share: 'share of net revenue', trend: 'trend' },
    fresh: 'nothing before',
    columns: {
      customer: 'Customer', net: 'Net revenue', share: 'Share', tenure: 'Customer for, days', gap: 'Median gap, days', spread: 'Spread', n: 'n',
      before: 'Before', after: 'After', trend: 'Trend', segment: 'Segment', stage: 'Stage', tier: 'Tier', risk: 'Risk',
    },
    breadth: { category: 'Categories', product: 'Products' },

    referrals: {
      title: (f, p) =>
        `${f.count(p.referred)} ${f.plural(p.referred, { one: 'customer', other: 'customers' })} came by a referral and brought ${f.moneyShort(p.net)}${p.share === undefined ? '' : `, ${f.share(p.share, 1)} of net revenue`}`,
      about: (f, p) =>
        `${f.count(p.referrers)} ${f.plural(p.referrers, { one: 'customer', other: 'customers' })} brought them.${p.unknown > 0 ? ` Of ${f.count(p.unknown)} more the referrer is not in the file, or the names go in a circle: they count for nobody.` : ''}`,
      rule: 'Bar: net revenue of everybody a customer brought, of those these brought, and so on. What one brings is counted for each referrer above, so the rows don’t add up. It says who came by whom, not that they would not have come otherwise.',
      customer: 'Referrer',
      own: 'Own net revenue',
      direct: 'Brought themselves',
      descendants: 'With all after them',
      depth: 'Generations',
      brought: 'Net revenue of those',
    },

    losses: {
      title: (f, p) =>
        `${f.count(p.customers)} of ${f.count(p.of)} customers ${f.plural(p.customers, { one: 'costs', other: 'cost' })} more than they bring: ${f.money(p.margin)} together`,
      none: (f, p) => `None of ${f.count(p.of)} customers costs more than they bring`,
      about: (f, p) => `They brought ${f.money(p.net)} before the cost. The margin of all customers is ${f.money(p.all)}.`,
      rule: 'A margin below zero: net revenue less the cost in the file, or the margin column as it is. Costs that the file does not hold are not in it.',
      customers: 'Customers',
      net: 'Net revenue',
      margin: 'Margin',
      losing: 'Cost more than they bring',
      others: 'All others',
      tag: 'Cost more than they bring',
    },
  },
};
