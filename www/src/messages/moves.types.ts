/** The words about movement in time: who moved, cohorts, and why revenue changed. */

import type { Day, HighRetention, IndicatorId, Mover, MoveReason, MoveView, Step, Total, ValueChange } from '../engine/types.js';
import type { Sentence } from './types.js';

export interface MovesMessages {
  moves: {
    working: string;
    noDates: string;
    tooShort: string;
    from: string;
    /** Which days are compared. */
    compared: Sentence<{ from: Day; to: Day }>;
    /** How customers were measured on both days. */
    held: Sentence<{ to: Day }>;
    views: Record<MoveView, string>;
    /** Without an order on the earlier day. */
    fresh: string;
    /** All orders refunded by the later day. */
    gone: string;

    migration: {
      switch: string;
      title: Sentence<{ risers: number; fallers: number; from: Day }>;
      flow: Sentence<{ customers: number; from: string; to: string; net: Total }>;
      node: Sentence<{ name: string; customers: number; day: Day }>;
      table: string;
      /** The corner: rows are the earlier day, columns the later. */
      corner: Sentence<{ from: Day; to: Day }>;
      all: string;
      legend: string;
      empty: Sentence<{ groups: string[] }>;
    };

    movers: {
      switch: string;
      up: string;
      down: string;
      titleUp: Sentence<{ customers: number; net: Total; from: Day }>;
      titleDown: Sentence<{ customers: number; net: Total; from: Day }>;
      titleCell: Sentence<{ customers: number; from: string; to: string }>;
      back: string;
      nobody: string;
      customer: string;
      tier: string;
      index: string;
      why: string;
      net: string;
      reason: Record<MoveReason, Sentence<Mover>>;
    };

    high: {
      title: Sentence<HighRetention & { from: Day }>;
      money: Sentence<{ before: Total; since: Total }>;
      nobody: Sentence<{ from: Day }>;
    };

    mix: {
      title: Sentence<{ first: number; last: number; from: Day; to: Day }>;
      about: Sentence<{ to: Day }>;
      day: string;
      of: Sentence<{ customers: number; share: number }>;
    };

    cohorts: {
      switch: string;
      views: { retention: string; value: string };
      step: string;
      steps: Record<Step, string>;
      /** A period: a month, a quarter, a year. */
      period: Sentence<{ step: Step; start: Day }>;
      titleRetention: Sentence<{ step: Step; share: number }>;
      titleValue: Sentence<{ step: Step; after: number; period: string; value: number }>;
      titleNone: string;
      first: string;
      customers: string;
      after: Sentence<{ step: Step; after: number }>;
      average: string;
      running: string;
      older: Sentence<{ customers: number }>;
      left: string;
      about: { retention: string; value: string };
    };

    indicators: {
      /** The finding: which of those that can be judged differ by more than chance. */
      title: Sentence<{ of: number; clear: string[] }>;
      about: Sentence<{ before: { first: Day; last: Day }; after: { first: Day; last: Day } }>;
      key: string;
      how: string;
      names: Record<IndicatorId, string>;
      formula: Record<IndicatorId, string>;
      indicator: string;
      difference: string;
      verdict: string;
      clear: string;
      chance: string;
      few: string;
      /** A difference of shares, its number with a sign. */
      points: Sentence<{ points: string }>;
      range: Sentence<{ low: string; high: string }>;
      days: Sentence<{ days: string }>;
    };

    /** What changed within each segment. */
    shifts: {
      title: Sentence<{ of: number; larger: number; found: string[] }>;
      finding: Sentence<{ name: string; word: string; by: string }>;
      about: Sentence<{ day: Day }>;
      short: string;
      how: string;
      segment: string;
      customers: string;
      all: string;
      notYet: string;
      habits: string;
      categories: string;
      clear: string;
    };

    change: {
      title: Sentence<{ change: ValueChange; part: 'customers' | 'orders' | 'basket' | 'refunds' }>;
      none: string;
      about: string;
      kept: Sentence<{ kept: number; before: number; after: number }>;
      before: string;
      after: string;
      customers: string;
      orders: string;
      basket: string;
      refunds: string;
      difference: string;
      period: Sentence<{ first: Day; last: Day }>;
      table: { part: string; before: string; after: string; effect: string; ordersEach: string; net: string };
    };
  };
}
