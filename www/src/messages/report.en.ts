/** English words of the report. */

import type { Formatter } from '../element/format.js';
import type { ReportMessages } from './report.types.js';

const customers = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'customer', other: 'customers' })}`;
const orders = (f: Formatter, count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: 'order', other: 'orders' })}`;

export const reportEn: ReportMessages = {
  report: {
    customers: (f, p) => customers(f, p.count),
    show: (f, p) => `Show ${customers(f, p.count)}`,
    showOf: (f, p) => `Show ${customers(f, p.count)}: ${p.name}`,
    shareOfCustomers: 'of customers',
    shareOfNet: 'of net revenue',
    netSoFar: 'net revenue so far',
    behind: 'The numbers behind this',
    notEnough: 'Not enough data',

    part: {
      label: 'Report of',
      all: 'Everybody',
      value: (f, p) => `${p.value} (${f.count(p.customers)})`,
      of: (f, p) => `Only customers with ${p.column} = ${p.value}: ${f.count(p.customers)} of ${f.count(p.of)}. Every figure, chart and list below is of them.`,
      back: 'Show everybody',
    },

    notesTitle: 'Before you rely on this',
    notes: {
      too_few_for_scores: () => 'Too few customers for scores; showing fixed thresholds',
      three_levels: () => 'Fewer than 100 buyers or 200 orders: scores run from 1 to 3 instead of 1 to 5',
      mostly_one_time: (f, p) =>
        p.value === undefined
          ? 'Most customers bought once: the second order matters more than loyalty here'
          : `${f.share(p.value)} of customers bought once: the second order matters more than loyalty here`,
      date_order_ambiguous: () => 'No row of the file decides between day and month: check the date format',
      no_cost: () => 'Net revenue, not profit',
      history_too_short: () => 'History too short to predict; showing the usual gap only',
      too_few_for_clusters: () => 'Too few different customers to group them by computation',
      far_dates: (f, p) => `${f.count(p.value ?? 0)} ${f.plural(p.value ?? 0, { one: 'row is', other: 'rows are' })} dated years away from all others, and the as-of date may be one of them: correct the rows, or set an earlier as-of date`,
      other_currencies: (f, p) => `${f.count(p.value ?? 0)} ${f.plural(p.value ?? 0, { one: 'row', other: 'rows' })} in other currencies were set aside: choose the currency under “Change columns”`,
      duplicates: (f, p) => `${f.count(p.value ?? 0)} ${f.plural(p.value ?? 0, { one: 'row repeats', other: 'rows repeat' })} another and count: count them once under “Change columns” if the export has them twice`,
      alike_names: (f, p) => `${f.count(p.value ?? 0)} ${f.plural(p.value ?? 0, { one: 'customer is', other: 'customers are' })} written like another and may be the same person: merge them under “Change columns”`,
      rounded_names: (f, p) => `${f.count(p.value ?? 0)} customer ${f.plural(p.value ?? 0, { one: 'number was', other: 'numbers were' })} rounded by a spreadsheet (1.38E+10): export again with the column as text`,
      no_such_part: () => 'Nobody in this file has the value that the report was to be limited to: it is of everybody',
      damaged_text: () => 'Some text in the file was damaged before it came here: names may look wrong, amounts are not affected',
      no_dates: () => 'The file has no dates: recency and stages are not known',
      no_order_counts: () => 'The file does not say how many orders there were: every customer counts as one order',
    },
    merged: (_, p) => `Many customers share this value, so scores ${p.from}–${p.to} are merged`,

    kpis: {
      repeat_rate: 'Repeat-purchase rate',
      average_order_value: 'Average order value',
      orders_per_customer: 'Orders per customer',
      net_per_customer: 'Net revenue per customer',
      refund_rate: 'Refund rate',
      second_order_30: 'Second order within 30 days',
      second_order_60: 'Second order within 60 days',
      second_order_90: 'Second order within 90 days',
      retention_rate: 'Retention rate',
      churn_rate: 'Churn rate',
      top_share: 'Revenue share of the best 20%',
      csat: 'Customer satisfaction (CSAT)',
      nps: 'Net promoter score (NPS)',
      reachable: 'Reachable',
      reachable_email: 'Reachable by e-mail',
      reachable_phone: 'Reachable by telephone',
      roi: 'Marketing ROI',
    },
    rules: {
      repeat_rate: '≥ 2 orders ÷ ≥ 1 order',
      average_order_value: 'net revenue ÷ orders',
      orders_per_customer: 'orders ÷ customers with an order',
      net_per_customer: 'net revenue ÷ customers with an order',
      refund_rate: 'refunded ÷ gross money',
      second_order_30: '2nd order within 30 days of the 1st ÷ customers whose 30 days have passed',
      second_order_60: '2nd order within 60 days of the 1st ÷ customers whose 60 days have passed',
      second_order_90: '2nd order within 90 days of the 1st ÷ customers whose 90 days have passed',
      retention_rate: 'bought in the last period and in the one before ÷ bought in the one before (a year where the file spans two, else 90 days)',
      churn_rate: 'repeat customers later than 3 × usual gap ÷ repeat customers',
      top_share: 'net revenue of the best 20% of customers ÷ net revenue',
      csat: 'share of satisfied answers',
      nps: 'share of 9–10 less share of 0–6',
      reachable: 'buyers with an e-mail address or a telephone number ÷ buyers',
      reachable_email: 'buyers with an e-mail address ÷ buyers',
      reachable_phone: 'buyers with a telephone number ÷ buyers',
      roi: '(revenue brought − cost) ÷ cost',
    },
    missing: {
      no_buyers: 'No customer with an order',
      no_repeat: 'No customer ordered twice, so there is no usual gap',
      history_too_short: 'History too short',
      no_dates: 'Needs the date of every order',
      no_order_counts: 'No column says how many orders there were',
      no_survey: 'Not measured: no survey column',
      no_cost: 'Not in a file of orders: measure a list that went out (under the table of customers) and say what a contact cost',
      no_contacts: 'No column of addresses or telephone numbers',
      no_money: 'No money came in',
    },
    kpiTable: {
      period: 'Period',
      span: (f, p) => `${f.day(p.from)} to ${f.day(p.to)}`,
      target: 'Target',
      targetOf: (_, p) => `Target for ${p.name}`,
      met: 'met',
      missed: 'missed',
      title: 'All indicators and how they are calculated',
      name: 'Indicator',
      value: 'Value',
      base: 'Based on',
      rule: 'Rule',
    },
    tiles: {
      label: 'Key figures',
      customers: 'Customers',
      buyers: (f, p) => `${f.count(p.buyers)} with an order that counts`,
      net: 'Net revenue',
      refunds: (f, p) => `after ${f.moneyShort(p.refunds)} refunds`,
      orders: 'Orders',
      perCustomer: (f, p) => `${f.number(p.orders, 2)} per customer`,
      churnMeans: (f, p) =>
        p.gap === undefined
          ? `Churn here means: no order for ${f.count(p.gaps)} × usual gap`
          : `Churn here means: no order for ${f.count(p.gaps)} × usual gap (${f.days(p.gap)})`,
    },

    answer: {
      half: (f, p) =>
        `${f.count(p.half)} of ${customers(f, p.buyers)} ${f.plural(p.half, { one: 'makes', other: 'make' })} half of your net revenue.`,
      save: (f, p) =>
        `${f.count(p.customers)} ${f.plural(p.customers, { one: 'is', other: 'are' })} slipping away; they brought ${f.share(p.share_net)} of net revenue.`,
      allWell: 'Nobody is in the group to save.',
      bars: (f, p) => `${p.name}: ${f.share(p.share_customers)} of customers, ${f.share(p.share_net)} of net revenue`,
      customersBar: 'Customers',
      netBar: 'Net revenue',
      startWith: (_, p) => `Start with: ${p.segment}`,
      nobody: (f, p) => `Nobody in: ${f.list(p.groups)}`,
      meaning: {
        protect: 'Buy lately, often, and much',
        grow: 'Recent, room to buy more',
        welcome: 'First order not long ago',
        save: 'Used to buy, now late',
        rest: 'Long gone, little spent',
        convert: 'Known, no order yet',
      },
      convertStep: 'Give a reason for the first order: a trial size, proof, an answer to the main doubt.',
      table: { group: 'Action group', segments: 'Segments in it' },
    },
    who: {
      switch: 'Group customers by',
      views: {
        grid: 'RFM grid',
        segments: 'Segments',
        clusters: 'Clusters',
        lifecycle: 'Lifecycle',
        eight_types: 'Eight types',
        nes: 'NES',
        abc: 'ABC',
        compare: 'Side by side',
      },
      group: 'Group',
      customers: 'Customers',
      net: 'Net revenue',
      recency: 'Days since last order, median',
      orders: 'Orders, median',
      movedIn: (f, p) => `${f.count(p.count)} moved here: later than 2 × usual gap`,
      withoutOrders: (f, p) => `${customers(f, p.count)} without an order that counts (all refunded): in no group.`,
      finding: (f, p) =>
        `${p.name}: ${f.share(p.share_customers)} of customers, ${f.share(p.share_net)} of net revenue`,
      largest: (f, p) => `${p.name} is the largest group: ${f.count(p.customers)} of ${customers(f, p.buyers)}`,
      grid: {
        finding: (f, p) =>
          `${customers(f, p.customers)} with ${p.orders}, last ${p.recency}, brought ${f.share(p.share_net)} of net revenue`,
        axes: 'Last order ↓  ·  Number of orders →',
        caption: 'Customers and share of net revenue by recency and frequency score. Choose a cell to see its customers.',
        recency: (f, p) =>
          p.to === undefined ? `over ${f.days(p.from - 1)} ago`
          : p.from === p.to ? `${f.days(p.to)} ago`
          : `${f.count(p.from)}–${f.days(p.to)} ago`,
        orders: (f, p) =>
          p.to === undefined ? `${f.count(p.from)}+ orders`
          : p.from === p.to ? orders(f, p.to)
          : `${f.count(p.from)}–${orders(f, p.to)}`,
        score: (_, p) => (p.from === p.to ? `score ${p.to}` : `scores ${p.from}–${p.to}`),
        cell: (f, p) => `${customers(f, p.customers)}, ${f.share(p.share_net)} of net revenue (${f.money(p.net)})`,
        empty: 'nobody',
        key: 'Share of net revenue',
        less: 'less',
        more: 'more',
        off: 'Scores need the day of the last order and the number of orders; this file lacks one of them.',
      },
      segments: { about: 'Eleven segments, named by the scores for recency, frequency and money. A customer later than twice the usual gap is never shown as Champions, Loyal or New.' },
      lifecycle: {
        about: 'The stage of the relationship, by each customer’s own rhythm: the usual gap between two orders.',
        matrix: (f, p) =>
          p.late === 0 ? 'Nobody of high value is late'
            : `${f.count(p.late)} of ${f.count(p.high)} high-value customers ${f.plural(p.late, { one: 'is', other: 'are' })} slowing, asleep or lost`,
      },
      nes: {
        about: (f, p) =>
          'New, existing and sleeping customers, by multiples of the usual gap' +
          (p.gap === undefined ? '.' : ` (${f.days(p.gap)} where a customer has too few orders for a gap of their own).`),
      },
      eightTypes: {
        names: {
          hhh: 'Important: value',
          lhh: 'Important: keep',
          hlh: 'Important: develop',
          llh: 'Important: win back',
          hhl: 'General: value',
          hll: 'General: develop',
          lhl: 'General: keep',
          lll: 'General: win back',
        },
      },
    },

    worth: {
      service: {
        bank: {
          high: 'A relationship manager by name and a priority desk. Watch the balance that stays.',
          medium: 'Tell them of products that fit when their balance moves. Watch the products they hold.',
          low: 'Basic service and financial education, in the app and without offers. Watch how many are active.',
        },
        manufacturing: { high: 'Call before the next order and the next service are due, have parts ready before the cycle ends, review each quarter. Watch whether one account is more than 20% of revenue.' },
      },
      switch: 'Show tiers by',
      views: { value: 'Value today', potential: 'Potential' },
      finding: (f, p) =>
        `${p.name}: ${f.share(p.share_customers)} of customers, ${f.share(p.share_net)} of net revenue`,
      cut: (f, p) => `Value index from ${f.number(p.from)}`,
      range: (f, p) => `Net revenue from ${f.money(p.from)} to ${f.money(p.to)}`,
      median: (f, p) => `Median ${f.money(p.net)}`,
      valueAbout: 'The value index (0 to 100) weighs recency, frequency and money of each customer against all others.',
      potentialAbout:
        'Gold: high value today. Potential: not high today, but far below the upper quarter of customers at the same stage. General: the rest.',
      value: {
        high: 'Named manager, priority service, a check-in each quarter.',
        medium: 'Points and member days; show what is left to the next level.',
        low: 'Good self-service, education, low-cost cross-sell.',
      },
      potential: {
        gold: 'Keep: guaranteed service, no discount by default.',
        potential: 'Invest: a trial of the higher line, advice, a bundle.',
        general: 'Standard good service and a survey now and then.',
      },
      headroom: (f, p) => `Headroom to their peers: ${f.moneyShort(p.potential)}`,
      potentialCut: (f, p) => `From ${f.money(p.from)} headroom each`,
      headroomFinding: (f, p) =>
        `${customers(f, p.customers)} ${f.plural(p.customers, { one: 'has', other: 'have' })} ${f.moneyShort(p.potential)} headroom to the upper quarter of their stage`,
      spend: {
        title: (f, p) => `How much customers spent: ${p.range} is the commonest, with ${f.count(p.customers)} of them`,
        range: 'Net spend',
        customers: 'Customers',
        net: 'Their net revenue',
        between: (_, p) => `${p.from} to ${p.to}`,
        below: (_, p) => `less than ${p.to}`,
        above: (_, p) => `${p.from} or more`,
      },
      curve: {
        title: (f, p) => `${f.count(p.half)} of ${customers(f, p.buyers)} make half of net revenue`,
        top20: (f, p) => `The best 20% of customers make ${f.share(p.share)}`,
        top1: (f, p) => `The single best customer makes ${f.share(p.share, 1)}`,
        gini: (f, p) => `Gini coefficient ${f.number(p.gini, 2)} (0: all alike, 1: one has all)`,
        x: 'Best customers first, share of customers',
        y: 'Share of net revenue',
        even: 'if all were alike',
        best: (f, p) => `Best ${f.share(p.percent)}`,
      },
      rule: {
        title: 'Change the rule',
        potential: 'Potential: top …% by headroom',
        weights: 'Weight of each part in the value index',
        apply: 'Calculate again',
        about: 'Only the ratio of the weights matters. High and medium together are at most 100%.',
      },
    },

    act: {
      finding: (f, p) =>
        `Start with ${p.name}: ${f.share(p.share_customers)} of customers, ${f.share(p.share_net)} of net revenue`,
      about: 'One play for each segment, the most money first.',
      act: 'Do',
      avoid: 'Do not',
      channel: 'Channels',
      offer: 'Offer',
      watch: 'Watch',
      empty: 'Without scores for recency and frequency there is no play to recommend.',
      playbook: {
        champions: {
          step: 'Thank them, give early access, ask for a referral. No discount.',
          act: 'Thank by name, give early access, ask for a referral or a review. Assign an owner to the largest.',
          avoid: 'Discount what they buy anyway.',
        },
        loyal: {
          step: 'Show what is left to the next level; introduce one new category.',
          act: 'Show how much is left to the next level; introduce one new category.',
          avoid: 'Flood them with every campaign.',
        },
        potential_loyalist: {
          step: 'Invite to the membership; win the next order within the usual gap.',
          act: 'Invite to the programme; win the second and third order within the usual gap.',
          avoid: 'Treat them as VIP already.',
        },
        new: {
          step: 'Help them use it well; suggest the second order before the gap ends.',
          act: 'Welcome series: help with use on day 3, a story in the second week, a request for a review in the fourth; a hint at the second order before the usual gap ends.',
          avoid: 'Sell hard on day 1.',
        },
        promising: {
          step: 'Grow the basket with a bundle just above their usual order.',
          act: 'Raise the basket: a bundle, a free-delivery line just above their usual order value.',
          avoid: 'Discount deeply.',
        },
        need_attention: {
          step: 'Offer on their own category and ask one question: what changed?',
          act: 'A time-limited offer on their own category; a survey with one question: what changed?',
          avoid: 'Send the generic newsletter.',
        },
        about_to_sleep: {
          step: 'Remind now; waiting makes it dearer.',
          act: 'A reminder when the usual gap is over, with useful content and news of their main category.',
          avoid: 'Wait until they are asleep.',
        },
        at_risk: {
          step: 'Check service and returns first, then contact the largest amounts in person.',
          act: 'Check service and returns first. Then a call list by money at stake: in person for the largest, e-mail for the rest.',
          avoid: 'Send the same coupon to all.',
        },
        cannot_lose_them: {
          step: 'The owner calls this week and solves the problem.',
          act: 'The owner calls within the week, solves the problem, makes an offer for this one customer.',
          avoid: 'Leave it to automated mail.',
        },
        hibernating: {
          step: 'One low-cost seasonal message, then pause.',
          act: 'One seasonal message through a cheap channel; ask again for consent. Then pause.',
          avoid: 'Write every week.',
        },
        lost: {
          step: 'One last message; then stop spending and exclude from ads.',
          act: 'A last message, then exclude them from advertising. Ask a sample why they left.',
          avoid: 'Spend on them.',
        },
      },
      channels: {
        personal: 'in person',
        phone: 'telephone',
        visit: 'visit',
        messenger: 'messenger (WhatsApp, LINE, WeCom)',
        app: 'app',
        email: 'e-mail',
        sms: 'SMS',
        ads: 'advertising audiences',
      },
      offers: {
        value: 'access, service, content: no discount',
        points: 'points or the next level',
        bundle: 'bundle or another category',
        small_coupon: 'small coupon',
        deep_discount: 'deep discount, once, limited in time',
        nothing: 'nothing',
      },
      watches: {
        high_value_retention: 'retention of the best, referrals, their share of revenue',
        basket_and_categories: 'order value, categories per customer',
        move_to_loyal: 'moves to Loyal within 90 days',
        second_order: 'second orders within 30, 60, 90 days',
        orders_and_basket: 'orders per customer, order value',
        reorder_in_one_gap: 'another order within 1 usual gap',
        reactivation_in_two_gaps: 'active again before 2 usual gaps',
        money_saved: 'money saved against a hold-out group',
        win_back: 'win-back rate, what returners bring in 90 days',
        cost_per_reactivated: 'cost per reactivated customer, who leaves again',
        unsubscribes: 'complaints, unsubscribes, spend saved',
        balance_kept: 'balance kept',
        products_held: 'products held per customer',
        active_share: 'share of customers who are active',
        reorder_on_time: 'orders on time, service tickets per unit',
      },
    },
  },
};
