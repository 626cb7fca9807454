/** English words of the agenda. */

import type { AgendaMessages } from './agenda.types.js';
import type { Formatter } from '../element/format.js';

const customers = (f: Formatter, count: number): string =>
  `${f.count(count)} ${f.plural(count, { one: 'customer', other: 'customers' })}`;
const of = (f: Formatter, count: number, one: string, other: string): string => `${f.count(count)} ${f.plural(count, { one, other })}`;

export const agendaEn: AgendaMessages = {
  agenda: {
    working: 'Making the agenda',
    title: (f, p) =>
      `${of(f, p.planned, 'contact', 'contacts')} in ${of(f, p.days, 'working day', 'working days')} ${f.plural(p.planned, { one: 'reaches', other: 'reach' })} ${f.moneyShort(p.money)} at stake`
      + (p.total > p.planned ? `; ${f.count(p.total - p.planned)} more are waiting` : ''),
    nobody: 'Nobody has to be followed up in these days',
    noDates: 'No agenda: the file has no dates',
    about: 'Days after the as-of date of the report. Contacts are made from Monday to Friday.',
    days: 'Days',
    perDay: 'Contacts a day',
    followUps: 'Days after a first order',
    followUpsWrong: 'Up to six numbers of days from 1 to 365, with commas between them: 3, 14, 30',
    cadence: 'Days between contacts (high, medium, low value)',
    cadenceWrong: 'Three numbers of days up to 365, with commas between them: 14, 30, 60',
    contacted: (f, p) => `${customers(f, p.customers)} left out, whose last contact is less than ${f.count(p.high)}, ${f.count(p.medium)} or ${f.count(p.low)} days ago (high, medium, low value).`,
    lanes: { contacts: 'Follow up', follow_ups: 'After the first order', due: 'Due to order', birthdays: 'Birthdays', anniversaries: 'Anniversaries' },
    lane: {
      contacts: (f, p) => (p.total > p.planned ? `Follow up ${f.count(p.planned)} of ${customers(f, p.total)}` : `Follow up ${customers(f, p.planned)}`),
      follow_ups: (f, p) => `${of(f, p.planned, 'first order', 'first orders')} to follow up`,
      due: (f, p) => `${customers(f, p.planned)} due to order`,
      birthdays: (f, p) => `${of(f, p.planned, 'birthday', 'birthdays')}`,
      anniversaries: (f, p) => `${of(f, p.planned, 'anniversary', 'anniversaries')} of a first order`,
    },
    laneAbout: {
      contacts: 'High risk and to be watched, who can be reached: the most value at stake first.',
      follow_ups: 'So many days after the first order in the file. Who has ordered again needs no second reminder and is left out.',
      due: 'By their own rhythm (three purchase days or more): last order plus usual gap. A reminder just before is enough.',
      birthdays: 'By the birthday column of the file.',
      anniversaries: 'Years since the first order in the file.',
    },
    day: (f, p) =>
      `${f.day(p.day)}: ${f.list([
        of(f, p.contacts, 'contact', 'contacts'), of(f, p.follow_ups, 'first order to follow up', 'first orders to follow up'), `${f.count(p.due)} due to order`,
        of(f, p.birthdays, 'birthday', 'birthdays'), of(f, p.anniversaries, 'anniversary', 'anniversaries'),
      ])}`,
    weekend: 'weekend',
    empty: 'nobody in these days',
    missing: {
      no_dates: 'No dates in the file: nothing can be due.',
      no_risk: 'No risks: nobody to follow up.',
      no_rhythm: 'Nobody bought on three days: no rhythm to be due by.',
      no_birthdays: 'No birthday column.',
      no_contacts: 'No column of last contacts: those contacted lately are not left out.',
      no_channel: 'No column says where they bought: no channel fit.',
      no_discount: 'No discount column: nobody is taken for price-sensitive, and discounts are left out.',
    },
    columns: { day: 'Day', channel: 'How', pattern: 'Pattern', atStake: 'At stake', years: 'Years', after: 'After', contacted: 'Last contact' },
    years: (f, p) => of(f, p.years, 'year', 'years'),
    after: (f, p) => of(f, p.days, 'day', 'days'),
    step: {
      first: 'Thank them; ask whether it arrived and works.',
      between: 'Ask how it goes, and for a review; mend what is wrong first.',
      last: 'Suggest the second order: what goes with the first.',
    },
    orderedAgain: (f, p) => `${customers(f, p.customers)} left out, who ordered again`,
    more: (f, p) => `Show ${f.count(p.rows)}`,
    fewer: 'Show fewer',
    plays: {
      title: (f, p) => `Most is at stake with ${customers(f, p.customers)}: ${p.where} (${f.moneyShort(p.money)})`,
      about: 'One play for each meeting of segment, stage, tier and pattern, the most value at stake first. A pattern that is seen decides the offer; the tier how much of a person’s time it is worth.',
      tell: 'Say',
      programme: 'Programme',
      service: 'Service for this tier',
      kpi: 'Watch',
      proposition: {
        quality: 'quality and service, never the price',
        value_for_money: 'value for money: they buy with discounts',
        fit: 'use and fit; nothing shows that the price matters to them',
      },
      membership: {
        referral: 'ask for a referral; recognition instead of points',
        next_level: 'show what is left to the next level',
        join: 'invite to join',
        next_order: 'points on the next order',
        nothing: 'leave it: points don’t bring back who has left',
      },
      noDiscount: 'no discount',
      rest: (f, p) => of(f, p.plays, 'more play', 'more plays'),
      others: (f, p) => `${customers(f, p.customers)} in plays with less at stake are not shown.`,
    },
    channels: {
      title: (f, p) => `${p.name} is where most bought: ${customers(f, p.customers)}, ${f.share(p.repeat)} of them more than once`,
      about: 'Where each customer mostly bought, as the file says. It is what was seen, not what a channel causes.',
      name: 'Channel',
      repeat: 'Ordered again',
      each: 'Net revenue each',
      red: 'At high risk',
    },
    own: {
      edit: (_, p) => `Change the play: ${p.name}`,
      change: 'Change',
      label: (_, p) => `Your own words for: ${p.name}`,
      keep: 'Keep',
      drop: 'Back to the playbook',
      yours: 'Your words',
      about: 'Kept in the settings, and printed. They change no number.',
    },
  },
};
