/** The words about what falls on the next days, how to do it, and plays in a person's own words. */

import type { AgendaMissing, ChannelFit, Day, Membership, Proposition, Total } from '../engine/types.js';
import type { Sentence } from './types.js';

/** What a day or a list of the agenda is about. */
export type LaneId = 'contacts' | 'follow_ups' | 'due' | 'birthdays' | 'anniversaries';

export interface AgendaMessages {
  agenda: {
    working: string;
    /** The finding. */
    title: Sentence<{ planned: number; total: number; days: number; money: Total }>;
    nobody: string;
    noDates: string;
    about: string;
    days: string;
    perDay: string;
    followUps: string;
    followUpsWrong: string;
    /** Days between contacts, by tier. */
    cadence: string;
    cadenceWrong: string;
    /** How many were contacted too lately. */
    contacted: Sentence<{ customers: number; high: number; medium: number; low: number }>;
    lanes: Record<LaneId, string>;
    lane: Record<LaneId, Sentence<{ planned: number; total: number }>>;
    laneAbout: Record<LaneId, string>;
    day: Sentence<{ day: Day; contacts: number; due: number; follow_ups: number; birthdays: number; anniversaries: number }>;
    weekend: string;
    empty: string;
    missing: Record<AgendaMissing, string>;
    columns: { day: string; channel: string; pattern: string; atStake: string; years: string; after: string; contacted: string };
    years: Sentence<{ years: number }>;
    /** So many days after the first order. */
    after: Sentence<{ days: number }>;
    /** What a step of following up is for. */
    step: { first: string; between: string; last: string };
    orderedAgain: Sentence<{ customers: number }>;
    more: Sentence<{ rows: number }>;
    fewer: string;

    plays: {
      title: Sentence<{ customers: number; where: string; money: Total }>;
      about: string;
      tell: string;
      programme: string;
      service: string;
      kpi: string;
      proposition: Record<Proposition, string>;
      membership: Record<Membership, string>;
      noDiscount: string;
      rest: Sentence<{ plays: number }>;
      others: Sentence<{ customers: number }>;
    };

    channels: {
      title: Sentence<ChannelFit>;
      about: string;
      name: string;
      repeat: string;
      each: string;
      red: string;
    };

    /** A play in a person's own words. */
    own: { edit: Sentence<{ name: string }>; change: string; label: Sentence<{ name: string }>; keep: string; drop: string; yours: string; about: string };
  };
}
