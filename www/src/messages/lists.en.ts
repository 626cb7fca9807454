/** English words of lists. */

import type { Formatter } from '../element/format.js';
import type { ListMessages } from './lists.types.js';

const customers = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'customer', other: 'customers' })}`;

export const listsEn: ListMessages = {
  lists: {
    title: (f, p) => `Save these ${customers(f, p.customers)} as a list`,
    preset: 'For',
    presets: { plain: 'People, to be measured', mailchimp: 'Mailchimp and the like', klaviyo: 'Klaviyo and the like', google_ads: 'Google Ads audience (hashed)', meta: 'Meta audience (hashed)' },
    about: {
      plain: 'Everything known of each customer, both groups, and two empty columns: fill in responded and revenue, drop the file here again, and it reports its lift.',
      mailchimp: 'E-mail address, telephone, the list as a tag. Only those to be addressed: whoever is held out is not in the file.',
      klaviyo: 'E-mail address, telephone, the list and its groups as properties. Only those to be addressed: whoever is held out is not in the file.',
      google_ads: 'SHA-256 of e-mail address and telephone number (E.164), made in this tab. Only those to be addressed.',
      meta: 'SHA-256 of e-mail address and telephone number (digits with country), made in this tab. Only those to be addressed.',
    },
    format: 'File',
    formats: { csv: 'CSV', xlsx: 'Excel (XLSX)' },
    holdOut: 'Hold-out, % by lot',
    seed: 'Seed of the lots',
    callingCode: 'Country code of numbers without one',
    masked: 'Customers are masked: the list holds pseudonyms and no addresses, so it can’t be for a tool.',
    save: 'Save list',
    measure: 'Measure a list that went out …',
    made: (f, p) =>
      `List ${p.list_id} saved: ${customers(f, p.customers)}, ${f.count(p.held_out)} of them held out, ${f.count(p.rows)} in the file${p.unreachable > 0 ? `; ${f.count(p.unreachable)} without an address are on no list` : ''}.`,
    record: 'Save the record of both groups',
    recordAbout: 'Keep the record: with it, and newer orders or results, this page says what the list has brought.',
    aboutFile: 'Save how it came to be (JSON)',

    lift: {
      title: 'What the list has brought',
      source: {
        list: 'By the columns responded and revenue of the list.',
        results: 'By the file of results.',
        orders: 'By the orders of the file on the screen after the day of the list.',
      },
      missing: {
        no_hold_out: 'nobody was held out, so what would have come by itself is not known',
        no_treated: 'everybody was held out',
        no_later_orders: 'there are no orders after the day of the list; open a newer file and drop the list again',
        nobody_found: 'none of its customers are in the file',
      },
      noOutcomes: 'The list says nothing of what came after it. Fill in its columns responded or revenue, or open a newer file of orders first.',
      finding: (f, p) => {
        const points = f.number(100 * Math.abs(p.response.difference), 1);
        const more = p.response.clear
          ? `${points} points ${p.response.difference > 0 ? 'more' : 'fewer'} of the treated responded than of the held out`
          : 'the response of treated and held out can’t be told apart';
        const money = p.revenue?.clear ? `; it brought ${f.moneyShort(p.revenue.brought)}` : '';
        return `${p.list}: ${more}${money}`;
      },
      days: (f, p) => `Orders from ${f.day(p.from)} to ${f.day(p.to)}.`,
      cost: 'What a contact cost',
      roi: (f, p) =>
        (p.incremental === undefined || !p.interval
          ? 'Return on cost: nobody was held out, so what the list brought by itself is not known. '
          : `Return on a cost of ${f.money(p.cost)}: ${f.share(p.incremental)}, counting only what the list brought (95 % interval ${f.share(p.interval[0])} to ${f.share(p.interval[1])}). `)
        + `Attributed, with everything the treated spent: ${f.share(p.attributed)}. From revenue, not profit.`,
      points: (f, p) => `${f.fixed(p.points, 1)} pts`,
      counts: (f, p) => `${f.count(p.responded)} of ${f.count(p.customers)}`,
      unknown: (f, p) => `${customers(f, p.customers)} not found in the outcomes count as without response.`,
      treated: 'Treated',
      heldOut: 'Held out',
      measure: 'Measure',
      response: 'Response',
      revenue: 'Revenue per head',
      difference: 'Difference',
      interval: '95% interval',
      relative: 'Relative',
      brought: 'Brought by the list (95%)',
      method: 'Everybody on the list counts, whether they opened it or not. Intervals: Newcombe (1998) for response, Welch (1947) for revenue.',
    },
  },
};
