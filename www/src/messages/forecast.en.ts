/** English words of the forecast. */

import type { Formatter } from '../element/format.js';
import type { ForecastMessages } from './forecast.types.js';

const customers = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'customer', other: 'customers' })}`;
const orders = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(Math.round(count), { one: 'order', other: 'orders' })}`;
const months = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'month', other: 'months' })}`;
/** Below this an error is none: it would be shown as 0%. */
const NONE = 0.005;
const off = (f: Formatter, error: number): string =>
  Math.abs(error) < NONE ? 'right to within 1%' : `${f.share(Math.abs(error))} too ${error > 0 ? 'many' : 'few'}`;
const repeats = (f: Formatter, from: number, last: boolean): string =>
  from === 0 ? 'no repeat order' : `${f.count(from)}${last ? ' or more' : ''} repeat ${f.plural(last ? 2 : from, { one: 'order', other: 'orders' })}`;

export const forecastEn: ForecastMessages = {
  forecast: {
    title: 'What they will bring if nothing changes',
    noDates: 'A forecast needs the date of every order. This file has one row per customer, so the value index stands alone.',

    verdict: {
      trusted: 'This forecast passed the test on your own data',
      test: (f, p) =>
        `The last ${f.days(p.days)} of the file were held back and predicted from the rest: ${orders(f, p.predicted)} predicted, ${f.count(p.actual)} came, ${off(f, p.error)}. ` +
        `The error per customer is ${f.share(1 - p.ratio)} below that of the better of two simple rules.`,
      notTrusted: 'No forecast that can be trusted from this file',
      reasons: {
        'no-purchases': () => 'Nobody has bought by the date of the report.',
        'few-customers': (f, p) => `${customers(f, p.value)}: a stable forecast needs ${f.count(p.limit)}.`,
        'short-history': (f, p) => `The file covers ${f.days(p.value)}: less than the ${f.days(p.limit)} it takes to tell the active from the lost.`,
        'no-repeats': () => 'Nobody bought on a second day, so nothing is known of repeat orders.',
        'few-repeaters': (f, p) => `${customers(f, p.value)} came back: a forecast needs ${f.count(p.limit)}.`,
        regularised: (f, p) => `The data of ${customers(f, p.value)} do not settle the model; a cautious assumption decided the rest.`,
        'no-fit': () => 'No model fits these orders.',
        'no-back-test': (f, p) =>
          p.value > 0
            ? `Only ${f.days(p.value)} could be held back for a test: it takes ${f.days(p.limit)}.`
            : 'There is too little time in the file to hold a part back for a test.',
        'beaten-by-baseline': (f, p) =>
          `A simple rule predicted the part held back as well or better: the model’s error is ${f.fixed(p.value, 3)} times the rule’s.`,
        'total-far-off': (f, p) => `The test’s total was ${off(f, p.value)}: more than ${f.share(p.limit)} is too far off.`,
        'no-spend': () => 'Nobody ever paid: there is no money to forecast.',
        'left-censored': (f, p) =>
          `${f.share(p.value)} of customers first bought at the very start of the file: either they are older customers than it shows, or the file holds the new customers of one period.`,
        'closed-cohort': (f, p) => `The last new customer came ${f.days(p.value)} before the end: a file of one group that gets no newcomers.`,
        'quiet-end': (f, p) =>
          `The last order lies ${f.days(p.value)} before the date of the report. If the file simply ends earlier, everybody looks more lost than they are.`,
        'no-full-year': (f, p) => `${f.days(p.value)} of history is less than a year: a season can’t be told from a trend.`,
        'horizon-beyond-history': (f, p) => `The forecast looks ${f.days(p.limit)} ahead, the file only ${f.days(p.value)} back.`,
        'spend-depends-on-frequency': (f, p) =>
          `Customers who order more often spend ${p.value > 0 ? 'more' : 'less'} per order (correlation ${f.number(p.value, 2)}); the model of spend takes the two as unrelated.`,
        'spend-is-mean': (f, p) =>
          `Only ${customers(f, p.value)} paid again, or all paid the same: everybody’s mean amount is used for each order.`,
        'spend-regularised': (f, p) =>
          `The amounts of ${customers(f, p.value)} with paid repeat orders are too uneven, or too alike, to settle the model of spend; a cautious assumption decided.`,
        periodic: (f, p) => `All orders fall on one day in every ${f.count(p.value)}: a model that counts in rounds is used.`,
        'zero-amounts': (f, p) =>
          `${f.count(p.value)} order ${f.plural(p.value, { one: 'day has', other: 'days have' })} an amount of 0: counted as orders, not for spend.`,
      },
      gates: 'Why not',
      notes: 'To know when reading it',
      off: 'History too short to predict; showing the usual gap only',
      offOther: 'The test was not passed; showing the usual gap only',
      usualGap: (f, p) => `${f.days(p.gap)} between two orders`,
      usualGapMeans: 'The usual gap: the median over customers with repeat orders. Later than twice this is worth a look.',
      noGap: 'Nobody has ordered on a second day, so there is no usual gap yet.',
      unfold: 'Show the forecast that did not pass, and its test',
      unfoldWarning: 'Do not plan with these figures.',
    },

    outlook: {
      revenue: (f, p) =>
        `If nothing changes, today’s ${customers(f, p.customers)} bring ${f.moneyShort(p.band.expected)} in the next ${months(f, p.months)}: between ${f.moneyShort(p.band.low)} and ${f.moneyShort(p.band.high)}`,
      orders: (f, p) =>
        `They place ${orders(f, p.band.expected)} in the next ${months(f, p.months)}: between ${f.count(p.band.low)} and ${f.count(p.band.high)}`,
      months: (f, p) => `Next ${months(f, p.months)}`,
      range: (_, p) => `${p.low} to ${p.high}`,
      today: (_, p) => `Counted from ${p.day}, the date of the report.`,
      excluded: 'Only customers who have ordered already. Who comes new after that day is not in it.',
      unit: 'Repeat revenue in the currency of the file: not profit, not discounted.',
      band: 'Bands of 95%: uncertainty of the model’s parameters, chance, and how far off the test was.',
      value: (f, p) =>
        `Worth today: ${f.moneyShort(p.band.expected)} (${f.moneyShort(p.band.low)} to ${f.moneyShort(p.band.high)}), what they bring in ${months(f, p.months)} discounted at ${f.share(p.discount, 1)} a year` +
        (p.margin === undefined ? ', as revenue and not profit.' : `, times a margin of ${f.share(p.margin, 1)}.`),
      table: {
        horizon: 'Horizon', what: 'What', expected: 'Expected', low: 'Low', high: 'High', orders: 'Repeat orders', revenue: 'Repeat revenue',
      },
    },

    values: {
      switch: 'Groups',
      views: { value: 'Value tiers', potential: 'Potential tiers', segments: 'Segments' },
      title: (f, p) =>
        `${p.name}: ${f.moneyShort(p.net)} brought so far` +
        (p.expected === undefined ? '' : `, ${f.moneyShort(p.expected)} expected`) +
        `, ${f.moneyShort(p.potential)} within reach`,
      about: 'Three values on one scale. They answer different questions and are never added up.',
      group: 'Group',
      existing: 'Existing value',
      existingMeans: 'net revenue so far',
      existingMargin: 'margin so far: net revenue less the cost of the goods',
      expected: (f, p) => `Expected value, ${f.count(p.months)} months`,
      expectedMeans: 'by the model, if nothing changes; the whisker is the 95% band',
      potential: 'Potential value',
      potentialMeans: 'distance to the upper quarter of their stage',
      notTrusted: 'The expected value is left out: the forecast did not pass its test.',
    },

    weights: {
      parts: { recency: 'Recency', frequency: 'Frequency', monetary: 'Money', tenure: 'Tenure', margin: 'Margin', satisfaction: 'Satisfaction', referral: 'Recommendation' },
      sum: (f, p) => `Sum ${f.number(p.sum)}`,
      slider: (_, p) => `Weight: ${p.part}`,
      pairs: {
        title: 'Find the weights by comparing pairs',
        about: 'For each two: which counts more for you? The weights follow.',
        pair: (_, p) => `${p.one} against ${p.other}`,
        choice: (_, p) => `${p.part}: ${{ 3: 'somewhat more', 5: 'clearly more', 7: 'much more', 9: 'extremely more' }[p.degree]}`,
        same: 'Both the same',
        apply: 'Use these weights',
        sound: (f, p) => `Your comparisons fit together (consistency ratio ${f.fixed(p.ratio, 2)}, sound up to 0.10).`,
        unsound: (f, p) => `Your comparisons contradict each other (consistency ratio ${f.fixed(p.ratio, 2)}, sound up to 0.10): look at them once more.`,
      },
      sensitivity: {
        title: (f, p) => `The weight of ${p.part.toLowerCase()} decides most: ten points move ${customers(f, p.moved)} to another tier`,
        none: 'Ten points more or less of any weight move nobody to another tier',
        about: 'Each weight by itself, ten points of 100 less and more; the others give or take in proportion.',
        head: { weight: 'Weight', less: '10 points less', more: '10 points more' },
        change: (f, p) => `${f.count(p.up)} up, ${f.count(p.down)} down`,
      },
    },

    assumptions: {
      title: 'Margin, discount and horizon',
      yours: 'You set this rate; it is not a prediction',
      margin: 'Margin on revenue, %',
      noMargin: 'Left empty: value is net revenue, not profit.',
      discount: 'Discount per year, %',
      months: 'Months ahead',
      apply: 'Recalculate',
    },

    test: {
      title: (f, p) =>
        `How good is this? Of the last ${f.days(p.days)} it said ${orders(f, p.predicted)}; ${f.count(p.actual)} came: ${off(f, p.error)}`,
      about: (f, p) =>
        `Models saw the file up to ${p.split} and predicted the ${f.days(p.days)} after it for ${customers(f, p.customers)}.` +
        (p.newCustomers > 0 ? ` ${customers(f, p.newCustomers)} who first bought later ${f.plural(p.newCustomers, { one: 'is', other: 'are' })} left out: nothing was known of them.` : ''),
      predicted: 'predicted',
      came: 'came',
      rate: 'same rate as before',
      ranking: (f, p) => {
        const figures = `(${f.fixed(p.auc, 2)} against ${f.fixed(p.silence, 2)}; 1 ranks perfectly, 0.5 is a coin)`;
        if (p.auc - p.silence > 0.01) return `It ranks who will buy again better than days since the last order alone ${figures}.`;
        if (p.silence - p.auc > 0.01) return `Days since the last order alone rank who will buy again better ${figures}.`;
        return `Days since the last order alone rank who will buy again as well ${figures}.`;
      },
      revenue: (f, p) => `In money: ${f.moneyShort(p.predicted)} predicted, ${f.moneyShort(p.actual)} came: ${f.share(Math.abs(p.error))} too ${p.error > 0 ? 'much' : 'little'}.`,
      weeks: {
        title: (f, p) => `Week by week: ${f.count(p.predicted)} predicted and ${f.count(p.actual)} come by ${p.until}`,
        y: 'Orders since the test began',
        until: 'Until',
      },
      rivals: {
        title: (f, p) =>
          p.better
            ? `The error per customer is ${f.share(1 - p.ratio)} below the better simple rule’s`
            : `A simple rule does as well: the model’s error is ${f.fixed(p.ratio, 3)} times the rule’s`,
        about: 'Error per customer in orders; large misses count more (root of the mean square). Shorter is better.',
        rules: {
          bg_nbd: 'BG/NBD',
          mbg_nbd: 'MBG/NBD',
          pareto_nbd: 'Pareto/NBD',
          bg_bb: 'BG/BB',
          same_rate: 'Simple rule: each goes on as before',
          recency_frequency_table: 'Simple rule: as others of the same recency and frequency did',
        },
        rule: 'Model or rule',
        error: 'Error per customer',
        total: 'Total',
        auc: 'Ranking (1 is perfect)',
        off: (f, p) => off(f, p.error),
      },
      frequency: {
        title: (f, p) =>
          `By orders so far: customers with ${repeats(f, p.from, p.last)} were to place ${f.fixed(p.predicted, 2)} each and placed ${f.fixed(p.actual, 2)}`,
        about: 'Orders per customer in the part held back, by repeat orders before it.',
        row: (f, p) => repeats(f, p.from, p.last),
        bucket: 'Repeat orders before',
      },
      decile: {
        title: (f, p) => `By predicted value: the top tenth was to bring ${f.number(p.predicted)} each and brought ${f.number(p.actual)}`,
        about: 'Money per customer in the part held back, by tenth of predicted value, highest first.',
        row: (f, p) => (p.from === 1 ? 'Top tenth' : `Tenth ${f.count(p.from)}`),
        bucket: 'Tenth by predicted value',
      },
      buy: {
        title: (f, p) => `Chance to buy: of customers given ${f.share(p.predicted)}, ${f.share(p.actual)} bought within ${f.days(p.days)}`,
        about: 'On the dashed line, chances were right. Large dots are many customers.',
      },
      alive: {
        title: (f, p) => `Chance to be active: of customers given ${f.share(p.predicted)}, ${f.share(p.actual)} bought within ${f.days(p.days)}`,
        about: 'Whoever bought was active; who did not buy may be active still. So dots below the line are no error, dots above it are.',
      },
      calibration: { x: 'Chance predicted', y: 'Share who bought', even: 'as predicted', from: 'Chance from' },
      customers: 'Customers',
    },

    models: {
      title: 'How it is calculated: the models and their sources',
      chosen: (_, p) => `${p.name} values your customers`,
      chosenBy: {
        'held-out-likelihood': 'Of all models tried it found the orders held back least surprising.',
        likelihood: 'It fits best what there is; the file is too short to hold a part back.',
      },
      explained: {
        bg_nbd: {
          name: 'BG/NBD',
          says: 'Each customer buys at a pace of their own, and after every repeat order there is a chance that they leave without a word. Who has been silent for long against their own pace has probably left.',
        },
        mbg_nbd: {
          name: 'MBG/NBD',
          says: 'Like BG/NBD, but a customer may leave right after the first order as well. That suits shops where many buy once and never come back.',
        },
        pareto_nbd: {
          name: 'Pareto/NBD',
          says: 'Each customer buys at a pace of their own and may leave at any moment, not only after an order. The longer the silence against that pace, the more likely it is that they have left.',
        },
        bg_bb: {
          name: 'BG/BB',
          says: 'Orders come in rounds, such as once a month, and in every round an active customer buys or does not. Before each round there is a chance to leave for good.',
        },
        gamma_gamma: {
          name: 'Gamma-Gamma',
          says: 'The orders of one customer scatter around an amount of their own, and these amounts differ between customers. Few orders say little, so the amount expected lies between the customer’s own mean and everybody’s.',
        },
      },
      spendMean: 'Every order is expected to bring everybody’s mean amount.',
      reference: 'Source',
      inUse: 'in use',
      parameters: 'Parameters, for analysts',
      parameter: 'Parameter',
      estimate: 'Estimate',
      error: 'Standard error',
      noError: 'none',
      logLikelihood: 'Log-likelihood',
      heldOut: (f, p) => `Log-likelihood of the part held back: ${f.fixed(p.value, 1)}`,
      time: 'Time in weeks.',
      regularised: 'No maximum inside: a weak prior decided where the data could not.',
    },
  },
};
