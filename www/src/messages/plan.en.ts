/** English words about a budget, hours of service and what if. */

import type { PlanMessages } from './plan.types.js';
import type { Formatter } from '../element/format.js';

const customers = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'customer', other: 'customers' })}`;

export const planEn: PlanMessages = {
  plan: {
    working: 'Working it out',
    yours: 'You set these figures; they are not predictions. Nothing is measured here.',
    example: 'Fill in example figures',
    exampleNote: 'These are example figures, not measured and not advice: put your own in their place.',
    budget: {
      title: (f, p) =>
        `Of a budget of ${f.money(p.amount)}, ${f.money(p.spent)} would keep ${f.moneyShort(p.kept)} of the ${f.moneyShort(p.at_stake)} at stake, if your figures hold`,
      open: (f, p) => `${f.moneyShort(p.at_stake)} is at stake: say what a contact costs, and see where a budget keeps most of it`,
      objective:
        'The split maximises response × value at stake, less the cost of the contacts, over whole customers, those with the most at stake first in each group. Money that would keep less than it costs is not spent. Floors and caps hold.',
      near: 'Too many equal combinations to try all of them: the split is within one contact of the best.',
      revenue: 'The value is revenue, not profit: set your margin under “What they are worth”, or a contact looks cheaper than it is.',
      missing: {
        no_risk: 'No value is known to be at stake: the file gives no risks.',
        no_amount: 'Enter a budget to split it.',
        no_assumptions: 'Enter a cost and a response for one group at least.',
        floors_over_budget: 'The floors add up to more than the budget.',
      },
      form: 'Budget and assumptions',
      amount: 'Budget',
      cost: 'Cost per contact',
      response: 'Response, %',
      floor: 'Floor',
      cap: 'Cap',
      apply: 'Split the budget',
      clear: 'Empty the form',
      bars: 'Cost of the contacts and value kept, by group',
      spend: 'Cost',
      kept: 'Kept',
      group: (f, p) => `${f.count(p.contacts)} of ${customers(f, p.customers)} contacted`,
      breakEven: (f, p) => `All of them pay from a response of ${f.share(p.share, 2)}`,
      never: 'Contacting all of them never pays: it costs more than is at stake',
      noCost: 'No cost given',
      table: {
        group: 'Group', customers: 'Customers', atStake: 'At stake', contacts: 'Contacts', spend: 'Cost', reached: 'At stake with them',
        kept: 'Kept', even: 'Break-even, all', contactEven: 'Break-even, contacts',
      },
    },
    service: {
      title: (f, p) => `${f.share(p.share)} of the value at stake is with ${p.name}, ${p.tier}: so much of the service hours`,
      none: 'No value at stake to share hours by',
      about: 'Hours in proportion to the value at stake: the same minutes for the same money. Compare with where your hours go today.',
      hours: 'Hours of service to share out',
      cell: (f, p) => (p.hours === undefined ? f.share(p.share, 1) : `${f.number(p.hours, 2)} h`),
      minutes: (f, p) => `${f.number(p.minutes)} min each`,
      table: 'Hours by group and value tier',
      value: 'Value to come',
    },
    whatIf: {
      title: (f, p) => `With your changes ${f.moneyShort(p.base)} in the next ${f.count(p.months)} months becomes ${f.moneyShort(p.next)}`,
      flat: (f, p) => `As things are, ${f.moneyShort(p.base)} is expected to come in the next ${f.count(p.months)} months: move a slider to see what changes`,
      formula: 'Of each segment: (1 + orders) × (1 + basket) × (value to come − (1 − kept) × value at stake).',
      segment: 'Segment',
      frequency: 'Orders',
      basket: 'Money per order',
      retention: 'Kept of what is at stake',
      reset: 'Undo all changes',
      base: 'As it is',
      next: 'With your changes',
      table: 'Value to come by segment',
    },
  },
};
