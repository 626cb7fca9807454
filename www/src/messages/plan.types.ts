/** The words about a budget, hours of service and what if. */

import type { BudgetMissing, Total } from '../engine/types.js';
import type { Sentence } from './types.js';

export interface PlanMessages {
  plan: {
    working: string;
    /** The honest label of what a person assumes. */
    yours: string;
    example: string;
    exampleNote: string;
    budget: {
      title: Sentence<{ amount: Total; spent: Total; kept: Total; at_stake: Total }>;
      open: Sentence<{ at_stake: Total }>;
      objective: string;
      near: string;
      revenue: string;
      missing: Record<BudgetMissing, string>;
      form: string;
      amount: string;
      cost: string;
      response: string;
      floor: string;
      cap: string;
      apply: string;
      clear: string;
      bars: string;
      spend: string;
      kept: string;
      group: Sentence<{ contacts: number; customers: number }>;
      breakEven: Sentence<{ share: number }>;
      never: string;
      noCost: string;
      table: { group: string; customers: string; atStake: string; contacts: string; spend: string; reached: string; kept: string; even: string; contactEven: string };
    };
    service: {
      title: Sentence<{ name: string; tier: string; share: number }>;
      none: string;
      about: string;
      hours: string;
      cell: Sentence<{ hours?: number; share: number }>;
      minutes: Sentence<{ minutes: number }>;
      table: string;
      value: string;
    };
    whatIf: {
      title: Sentence<{ base: Total; next: Total; months: number }>;
      flat: Sentence<{ base: Total; months: number }>;
      formula: string;
      segment: string;
      frequency: string;
      basket: string;
      retention: string;
      reset: string;
      base: string;
      next: string;
      table: string;
    };
  };
}
