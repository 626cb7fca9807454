/** English words about levels and thresholds. */

import type { Formatter } from '../element/format.js';
import type { LevelsMessages } from './levels.types.js';

const customers = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'customer', other: 'customers' })}`;
const gaps = (f: Formatter, from: number, days?: number): string =>
  days === undefined ? `${f.number(from)} ${f.plural(from, { one: 'cycle', other: 'cycles' })}` : f.days(Math.round(from * days));
const years = (f: Formatter, count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: 'year', other: 'years' })}`;

export const levelsEn: LevelsMessages = {
  levels: {
    title: (f, p) => `${customers(f, p.customers)} ${f.plural(p.customers, { one: 'is', other: 'are' })} one order away from ${p.name}; those orders would bring ${f.moneyShort(p.money)}`,
    none: 'Nobody is one order away from a better level',
    about: 'One order more: today, of the customer’s usual size, everybody else as they are.',
    working: 'Counting levels…',
    off: 'The levels could not be counted.',
    ruler: (_, p) => `Where the levels begin, cut by ${p.by}`,
    cutBy: { customers: 'share of customers', revenue: 'share of revenue', money: 'net spend' },
    from: (f, p) => (p.by === 'money' ? `from ${f.money(p.from)}` : `index from ${f.number(p.from, 1)}`),
    keptFrom: (f, p) => `kept from ${p.by === 'money' ? f.money(p.from) : f.number(p.from, 1)}`,
    keeping: (f, p) => `Levels of ${f.day(p.since)} are kept down to the keep-threshold: ${customers(f, p.kept)} would otherwise have moved down.`,
    notKeeping: (f, p) => `No review day is set, so nothing is known from before and nobody keeps a level. With one, a level is kept down to ${f.share(p.keep)} of its cut.`,
    oneOrder: (f, p) => `${customers(f, p.customers)} one order away (${f.moneyShort(p.money)})`,
    onTheLine: (f, p) => `${customers(f, p.customers)} on its line: above the keep-threshold, below the cut`,
    kept: (f, p) => `${customers(f, p.customers)} ${f.plural(p.customers, { one: 'keeps', other: 'keep' })} it from the review day`,
    oneOrderOf: (_, p) => `one order away from ${p.name}`,
    onTheLineOf: (_, p) => `on the line of ${p.name}`,
    balance: {
      title: (f, p) => `${p.name} brings ${f.share(p.net)} of net revenue and gets ${f.share(p.hours)} of the service hours`,
      even: (f, p) => `${p.name} is ${f.share(p.customers)} of customers and brings ${f.share(p.net)} of net revenue; with the same service for everybody it gets ${f.share(p.customers)} of it`,
      customers: 'Customers',
      net: 'Net revenue',
      points: 'Cost of points',
      hours: 'Service hours',
      hoursEven: 'Service, the same for everybody',
      level: 'Level',
      spent: 'Spent in the period',
      cost: 'Cost of points',
      byValue: 'Hours by share of revenue',
      oneOrder: 'One order away',
      onTheLine: 'On its line',
      money: 'Those orders',
    },
    points: (f, p) =>
      `Points at ${f.share(p.points, 1)} of the money spent cost ${f.moneyShort(p.cost)}` +
      (p.from === undefined || p.to === undefined ? '.' : ` for ${f.day(p.from)} to ${f.day(p.to)}.`),
    assumption: 'You set this rate; it is not a prediction.',
    tenure: {
      title: (f, p) => `${p.name}: ${f.share(p.high)} of ${customers(f, p.customers)} are ${p.level}`,
      one: (_, p) => `All customers are in one grade of years with you: ${p.name}`,
      grade: (f, p) =>
        p.from === 0 ? `Less than ${years(f, p.to ?? 0)}`
        : p.to === undefined ? `${years(f, p.from)} and more`
        : `${f.number(p.from)} to ${years(f, p.to)}`,
      row: (f, p) => `${p.name}: ${customers(f, p.customers)}, ${f.moneyShort(p.net)}`,
      head: 'Years since the first order',
    },
    form: {
      title: 'Points, service hours and grades of years',
      points: 'Points: % of the money spent',
      hours: 'Service hours a month',
      hoursAuto: 'Empty: the same for every customer.',
      tenure: 'Grades begin at so many years',
      grade: (f, p) => `Grade ${f.count(p.grade)} from`,
      apply: 'Calculate again',
    },
    rule: {
      by: 'Cut the tiers by',
      high: { customers: 'High value: best …% of customers', revenue: 'High value: the best who bring …% of revenue' },
      medium: { customers: 'Medium value: next …%', revenue: 'Medium value: the next who bring …%' },
      moneyHigh: 'High value: net spend from',
      moneyMedium: 'Medium value: net spend from',
      keep: 'Keep a tier down to …% of its cut',
      since: 'Review day whose tiers are kept',
      sinceAbout: 'Empty: tiers are given by the cut alone.',
      over: 'High and medium together are more than 100%: some customers would be in two tiers.',
      crossed: 'Medium begins above high: some customers would be in two tiers.',
      number: 'A number is missing or out of range.',
      moneyAlone: 'The tiers are cut by net spend alone; weights move the value index only.',
    },
  },
  thresholds: {
    title: 'Change the thresholds',
    templates: 'Templates for a trade',
    templatesAbout: 'A place to begin. What a template sets is shown here and can be changed.',
    template: {
      ecommerce: { name: 'E-commerce', sets: 'Scores by fifths of your customers, each by their own rhythm; tiers 20% / 30% / rest.' },
      bank: { name: 'Bank', sets: 'Money is the balance. A cycle of 30 days for everybody, years with you count as much as recency, tiers by share of the money (80% / 15% / rest).' },
      manufacturing: { name: 'Manufacturing and B2B', sets: 'Few accounts: fixed thresholds in days, orders and average orders, ABC first, years with you count, tiers by share of revenue (80% / 15% / rest).' },
    },
    take: 'Use',
    taken: 'in use',
    gate: {
      no_dates: () => 'The file does not say when customers bought, so scores, stages and rhythm say nothing. ABC needs money only.',
      no_order_counts: () => 'The file does not say how often customers bought, so scores say nothing. ABC needs money only.',
      few_customers: (f, p) => `Only ${customers(f, p.value ?? 0)} with an order: fifths of so few mean little. ABC and fixed thresholds are shown.`,
      few_days: (f, p) => `The file covers ${f.days(p.value ?? 0)} of orders: too few for a rhythm. ABC is shown first.`,
      no_repeat: () => 'Nobody has come back yet, so there is no usual gap: stages and NES are empty, segments are shown.',
    },
    axis: { recency: 'Days since the last order', frequency: 'Orders', monetary: 'Net spend' },
    score: (f, p) => `Score ${f.count(p.score)}`,
    upTo: (f, p) => `up to ${p.axis === 'monetary' ? f.money(p.to) : p.axis === 'recency' ? f.days(p.to) : f.number(p.to, 1)}`,
    over: (f, p) => `over ${p.axis === 'monetary' ? f.money(p.from) : p.axis === 'recency' ? f.days(p.from) : f.number(p.from, 1)}`,
    rulers: (_, p) => `Scores by ${p.axis === 'recency' ? 'days since the last order' : p.axis === 'frequency' ? 'number of orders' : 'net spend'}`,
    field: (f, p) => `Score ${f.count(p.score)} ends at`,
    fromData: 'From the data',
    fixed: 'Fixed: 30, 90, 180, 365 days',
    fault: (f, p) => `${f.number(p.above)} comes before ${f.number(p.below)}: a customer would be in two groups, or in none. Thresholds have to rise.`,
    missing: 'A threshold is missing or is no number.',
    sound: 'Every customer is in exactly one group.',
    cycle: 'Cycle of everybody, in days',
    cycleAuto: 'Empty: each customer’s own usual gap.',
    cycleFixed: (f, p) => `The cycle is ${f.days(p.days)} for everybody.`,
    nes: {
      n: (f, p) => `1 order, within ${gaps(f, p.active, p.days)}`,
      e0: (f, p) => `repeat, within ${gaps(f, p.active, p.days)}`,
      s1: (f, p) => `up to ${gaps(f, p.drowsy, p.days)} since the last order`,
      s2: (f, p) => `up to ${gaps(f, p.half, p.days)}`,
      s3: (f, p) => `more than ${gaps(f, p.half, p.days)}`,
    },
    nesField: ['Active: up to … cycles', 'Drowsy (S1): up to', 'Half asleep (S2): up to'],
    stages: {
      prospect: () => 'in the file, no order',
      new: () => '1 order, within 1 cycle',
      developing: (f, p) => `2–3 orders, within ${gaps(f, p.slowing)}`,
      mature: (f, p) => `4 orders or more, within ${gaps(f, p.slowing)}`,
      returned: () => 'ordered again after being dormant, within 1 cycle',
      slowing: (f, p) => `over ${gaps(f, p.slowing)}, or both last gap and wait long for this customer; over 1 cycle after a single order`,
      dormant: (f, p) => `over ${gaps(f, p.dormant)}; after a single order over ${f.number(p.dormant_one)}`,
      lost: (f, p) => `over ${gaps(f, p.dormant * p.lost)}; after a single order over ${f.number(p.dormant_one * p.lost)}`,
    },
    stageField: { slowing: 'Slowing after … cycles', dormant: 'Dormant after', dormant_one: 'Dormant after, one order', lost: 'Lost after … × dormant' },
    eight: {
      by: 'High and low are divided at',
      from: { median: 'the median', mean: 'the mean', given: 'values of your own' },
      about: (f, p) =>
        `Recency, frequency and money, each above (↑) or below (↓) ${p.by === 'median' ? 'the median customer' : p.by === 'mean' ? 'the mean of all customers' : 'the values you gave'}: ` +
        `R↑ less than ${f.days(p.recency)} since the last order, F↑ over ${f.number(p.frequency, 2)} orders, M↑ over ${f.money(p.monetary)}.`,
      skewed: (f, p) => `A few large customers pull the mean of ${p.axes} far from the middle: only ${f.count(p.high)} of ${customers(f, p.buyers)} spent more. The median divides them evenly.`,
    },
    abc: {
      name: { a: 'A', b: 'B', c: 'C' },
      about: (f, p) => `A: the largest, who together bring ${f.share(p.a)} of net revenue. B: the next, up to ${f.share(p.b)}. C: the rest.`,
      finding: (f, p) => `${f.count(p.customers)} of ${customers(f, p.buyers)} are A and bring ${f.share(p.share_net)} of net revenue`,
      from: (f, p) => `from ${f.money(p.from)}`,
      a: 'A brings …% of revenue',
      b: 'A and B bring …%',
    },
    apply: 'Calculate again',
  },
};
