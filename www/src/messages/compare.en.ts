/** English words about groups side by side. */

import type { CompareMessages } from './compare.types.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const compareEn: CompareMessages = {
  compare: {
    working: 'Comparing groups…',
    off: 'The groups could not be compared.',
    split: 'Divide customers by',
    splits: { segments: 'Segments', tiers: 'Value tiers', stages: 'Lifecycle stages' },
    measure: 'Compare by',
    measures: {
      share_net: 'Share of net revenue',
      share_customers: 'Share of customers',
      order_value: 'Net revenue per order',
      basket: 'Median basket',
      orders_each: 'Orders per customer',
      gap: 'Usual gap in days (median)',
      gap_p80: 'Usual gap in days (80th percentile)',
      refunds: 'Refunded share of money in',
      discounts: 'Share of rows with a discount',
      csat: 'Satisfied answers (CSAT)',
      nps: 'Net promoter score (NPS)',
      expected: 'Expected value',
      top_fifth: 'Revenue share of the top fifth',
    },
    others: 'All others',
    blank: 'Not known',
    title: (_, p) => `${p.measure}: ${p.most} for ${p.name}, ${p.least} for ${p.other}`,
    alone: (_, p) => `${p.measure}: no two groups are large enough to compare`,
    about: 'Customers with an order, as of the report’s date. Differences are described, not explained.',
    few: (f, p) => `Groups with fewer than ${f.count(p.few)} customers are grey and left out of the title: they say little.`,
    gapAbout: 'A customer’s usual gap is the median of days between purchase days; only customers with two or more count.',
    surveyAbout: 'Answers of customers in the group, with the 95 % interval behind: who did not answer is not in it, and who answers is not chosen by lot.',
    surveyed: (f, p) => `${p.value} (${p.low} to ${p.high}; n = ${f.count(p.answers)})`,
    answers: 'Answers',
    expectedAbout: (f, p) => `Expected value is what the chosen model of Three values expects of the next ${f.count(p.months)} months, in total.`,
    group: 'Group',
    customers: 'Customers',
    net: 'Net revenue',
    orders: 'Orders',
    repeat: 'Customers with a gap',
    categories: 'Main categories',
    category: (f, p) => `${p.name} (${f.share(p.share)})`,
    weekdays: 'Purchase days by weekday, share of each group’s',
    months: 'Purchase days by month, share of each group’s; months that the file covers twice count twice',
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    month: (f, p) => MONTHS[p.month - 1] ?? f.count(p.month),
  },
};
