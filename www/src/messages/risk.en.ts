/** English words about who may not come back. */

import type { RiskMessages } from './risk.types.js';
import type { Formatter } from '../element/format.js';

const customers = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'customer', other: 'customers' })}`;

export const riskEn: RiskMessages = {
  risk: {
    band: { red: 'High risk', amber: 'Watch', green: 'Normal' },
    seen: { seen: 'seen', not_seen: 'not seen', no_data: 'no data' },
    cause: {
      overdue: {
        name: 'Overdue rhythm',
        means: 'Silent for longer than usual for this customer.',
        needs: 'two orders or more',
        act: 'Send a reminder, then get in touch in person.',
        unless: 'fewer than three orders: then the gap of all customers is the measure',
      },
      slowing: {
        name: 'Slowing frequency',
        means: 'The last three gaps grew, or orders fell by 30 % against the year before.',
        needs: 'four orders or more',
        act: 'Find the lost occasion; offer a subscription or automatic reorder.',
        unless: 'the season explains it',
      },
      basket: {
        name: 'Shrinking basket',
        means: 'The last two orders are below 70 % of the customer’s own median.',
        needs: 'four orders or more',
        act: 'Offer a bundle, or a gift above a threshold.',
        unless: 'you cut the price yourself',
      },
      category: {
        name: 'Category dropped',
        means: 'A category bought regularly is missing for two own cycles, while others are bought.',
        needs: 'a category column',
        act: 'Ask why; offer a substitute and help to compare.',
        unless: 'the item was discontinued',
      },
      balance: {
        name: 'Falling balance',
        means: 'The balance is below 70% of the one before.',
        needs: 'a column of an earlier balance',
        act: 'Call and ask what the money is needed for; name products that fit.',
        unless: 'the money moved to another account with you',
      },
      service: {
        name: 'Service',
        means: 'Low satisfaction, or more service tickets than four in five buyers have.',
        needs: 'a column of satisfaction or service tickets',
        act: 'Apologise, fix it, name an owner.',
        unless: 'the contact was only a question',
      },
      product: {
        name: 'Product',
        means: 'More money given back than with 80 % of the buyers.',
        needs: 'refunds in the file',
        act: 'Replace, explain the quality, show the better model.',
        unless: 'it was an exchange of size or colour',
      },
      price: {
        name: 'Price',
        means: 'At least 60 % of the purchases with a discount.',
        needs: 'a discount column',
        act: 'Say what it is worth; try a larger pack or a loyalty price on a small test group.',
        unless: 'they bought for promotions only from the start',
      },
      one_and_done: {
        name: 'One and done',
        means: 'One order, longer ago than one usual gap.',
        needs: 'repeat customers to know a usual gap',
        act: 'Run a second-order programme; check whether it was a gift.',
        unless: 'the first order was a gift in season',
      },
      unreachable: {
        name: 'Unreachable',
        means: 'Neither e-mail nor telephone.',
        needs: 'an e-mail or telephone column',
        act: 'Collect a contact at the next touch; use an ad audience.',
        unless: 'another list has the contact',
      },
      seasonal: {
        name: 'Seasonal pause',
        means: 'The same pause was made a year ago.',
        needs: 'orders that reach back more than a year',
        act: 'Wait; send a note before the season.',
        unless: 'they bought off season before',
      },
    },

    title: (f, p) =>
      p.red > 0
        ? `${customers(f, p.red)} ${f.plural(p.red, { one: 'is', other: 'are' })} at high risk and ${f.count(p.amber)} to be watched: ${f.moneyShort(p.money)} at stake`
        : `Nobody of ${f.count(p.scored)} is at high risk; ${f.count(p.amber)} to be watched`,
    off: 'Not enough to say who may leave',
    about: {
      model: (f, p) =>
        `Risk is the probability of no purchase in the next ${f.days(p.days ?? 0)}: the model’s, corrected by what happened in the ${f.days(p.days ?? 0)} before.`,
      table: (f, p) =>
        `Risk is the probability of no purchase in the next ${f.days(p.days ?? 0)}: what customers with as many orders and as long a silence did in the ${f.days(p.days ?? 0)} before. No trusted model was available.`,
      label: () => 'Risk is the probability of the file’s own churn label, for customers who have not left. It says nothing of when.',
    },
    money: {
      expected: 'At stake: risk × the value expected of each customer. Not a financial value-at-risk.',
      yearly: 'At stake: risk × what each customer has brought per year so far. Not a financial value-at-risk.',
      so_far: 'At stake: risk × what each customer has brought in all; the file does not say in how long. Not a financial value-at-risk.',
    },
    why: {
      no_dates: 'The file has no order dates and no churn label.',
      no_repeat: 'Nobody has come back yet, so there is no usual gap to be late by.',
      history_too_short: 'The file covers too few days to look back one usual gap.',
      too_few_left: 'Too few customers, or nearly all of them did the same: there is nothing to tell them apart by.',
      not_tested: 'The history is too short to test this warning on the past.',
      no_better_than_recency: 'This warning is no better than recency alone: sorting by days since the last order ranks as well.',
      nearly_all_red: 'In so few days nearly nobody buys, so nearly everybody is at high risk: set more days below, or take the list from the top, where most money is at stake.',
    },
    customers: 'Customers',
    atStake: 'Money at stake',
    from: (f, p) => (p.to === undefined ? `risk ${f.number(p.from)} and more` : p.from === 0 ? `risk below ${f.number(p.to)}` : `risk ${f.number(p.from)} to below ${f.number(p.to)}`),
    bars: 'Customers and money at stake by level',

    hit: {
      title: (f, p) =>
        `Given ${f.days(p.days)} earlier, the same warning called ${customers(f, p.red)} high risk: ${f.count(p.left)} then bought nothing`,
      none: (f, p) => `Given ${f.days(p.days)} earlier, the same warning called nobody high risk`,
      about: (f, p) =>
        `On ${p.dayText}, with the rows up to then only: ${customers(f, p.customers)}, of whom ${f.count(p.left)} bought nothing in the ${f.days(p.days)} after.` +
        (p.precision === undefined ? '' : ` Precision ${f.share(p.precision, 1)}.`),
      recall: (f, p) => `Of the ${f.count(p.left)} who bought nothing, ${f.share(p.recall)} had been called high risk (recall).`,
      lift: (f, p) => `${f.times(p.lift)} the share of all customers, ${f.share(p.share)} of whom bought nothing (lift).`,
      ranking: (f, p) =>
        p.better
          ? `It ranks better than days since the last order alone (AUC ${f.fixed(p.auc, 2)} against ${f.fixed(p.recency, 2)}).`
          : `It ranks no better than days since the last order alone (AUC ${f.fixed(p.auc, 2)} against ${f.fixed(p.recency, 2)}).`,
      calibration: (f, p) => `Given a risk of ${f.number(100 * p.predicted)} on average, ${f.share(p.actual)} left`,
      x: 'Risk given',
      y: 'Share who left',
      even: 'as given',
      tenth: 'Risk from',
    },

    causes: {
      title: (f, p) => `Most money at stake: ${p.name}, seen with ${customers(f, p.customers)} and ${f.moneyShort(p.money)}`,
      none: 'No pattern is seen with the customers at risk',
      about: 'A pattern in your data, not proof of the cause. High risk and watch together; one customer can show several.',
      cause: 'Pattern',
      split: (f, p) => `${f.count(p.seen)} seen, ${f.count(p.notSeen)} not seen, ${f.count(p.noData)} no data`,
      missing: 'No data in this file',
      unless: 'Not a cause when',
      do: 'Do',
      owner: 'Owner',
      channel: 'Channels',
      offer: 'Offer',
      kpi: 'Watch',
      noDiscount: 'No discount: it answers another question.',
      discountTested: 'A discount only as a test against a control group.',
      owners: { marketing: 'marketing', account_manager: 'account manager', service: 'customer service', product: 'product' },
      kpis: {
        reorder_in_one_gap: 'another order within 1 usual gap',
        gap_back_to_median: 'the gap back at its median',
        average_order_value: 'average order value',
        category_return: 'the category bought again',
        balance_return: 'the balance back',
        satisfaction_and_repeat: 'satisfaction, orders after a complaint',
        refunds_and_repeat: 'refunds, orders after one',
        margin_per_customer: 'margin per customer',
        second_order: 'second-order conversion',
        reachable_share: 'share of customers who can be reached',
        return_in_season: 'back in their season',
      },
    },

    season: (f, p) => {
      if (!p.known) return 'Season: the file reaches back too little to compare with the same time last year.';
      const quiet =
        p.base === undefined
          ? ''
          : p.base < 0.8
            ? ` Repeat orders were quiet at this time last year (${f.share(p.base)} of the weeks around), so silence means less.`
            : ` Repeat orders were not unusually quiet at this time last year (${f.share(p.base)} of the weeks around).`;
      const factor =
        p.factor === undefined
          ? 'too few to measure the effect, so their risk stays as it is'
          : `their risk is multiplied by ${f.fixed(p.factor, 2)}, as measured on the past`;
      return `Season: ${customers(f, p.customers)} made the same pause last year${p.customers > 0 ? `; ${factor}` : ''}.${quiet}`;
    },

    label: {
      title: (f, p) => `Learned from the column ${p.column}: ranks who left with an AUC of ${f.fixed(p.auc, 2)}`,
      about: (f, p) =>
        `Logistic regression on ${customers(f, p.customers)}, ${f.count(p.left)} of whom left; cross-validated in ${f.count(p.folds)} parts (seed ${p.seed}), so each risk comes from a model that had not seen the customer.`,
      red: (f, p) => `Of those it called high risk ${f.share(p.precision)} left; they are ${f.share(p.recall)} of all who left.`,
      drivers: (_, p) => `${p.column} moves the risk most`,
      driver: (f, p) =>
        `${p.word === undefined ? `${p.column} ${p.above ? 'above' : 'up to'} ${f.number(p.cut ?? 0)}` : `${p.column}: ${p.word}`}: ${f.share(p.share)} left, of the others ${f.share(p.others)}`,
      suspect: (f, p) =>
        `${p.column} by itself ranks with an AUC of ${f.fixed(p.auc, 2)}. Check that it was known before they left; if not, take it out of the file.`,
      share: 'Left',
      others: 'Others left',
      column: 'Column',
      effect: 'Effect on the log-odds',
      refusedTitle: (f, p) => `${f.count(p.count)} ${f.plural(p.count, { one: 'column was', other: 'columns were' })} refused`,
      refused: {
        names_the_answer: 'its name says that it is known only once the customer has left',
        gives_the_answer: 'by itself it tells who left, nearly without error',
        too_many_words: 'too many different values to learn from',
        constant: 'the same everywhere',
      },
    },

    table: {
      risk: 'Risk',
      band: 'Risk level',
      cause: 'Pattern',
      atRisk: 'At stake',
      says: (f, p) =>
        `Risk ${f.number(p.risk, 0)} of 100 (${p.level.toLowerCase()})` +
        (p.days === undefined ? '' : ` of no purchase in ${f.days(p.days)}`) +
        (p.money === undefined ? '.' : `; ${f.money(p.money)} at stake.`),
      evidence: 'Patterns in your data',
    },
    settings: {
      title: 'Days ahead and levels',
      days: 'Days ahead',
      daysAuto: 'Left empty: one usual gap.',
      red: 'High risk from',
      amber: 'Watch from',
      apply: 'Recalculate',
    },
  },
};
