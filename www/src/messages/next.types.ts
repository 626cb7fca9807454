/** The words about what customers buy next, and how orders follow each other. */

import type { CrossSell, ItemKind, ItemRule, NextItem } from '../engine/types.js';
import type { Sentence } from './types.js';

export interface NextMessages {
  next: {
    working: string;
    noOrders: string;
    noItems: string;
    /** Why customers are in the list: for the tag above the table. */
    tag: Sentence<{ next: string | undefined; bought: string | undefined; notBought: string | undefined }>;

    rules: {
      title: Sentence<ItemRule>;
      none: Sentence<{ least: number }>;
      about: Sentence<CrossSell>;
      caution: string;
      rule: string;
      support: string;
      confidence: string;
      base: string;
      interval: string;
      lift: string;
      n: string;
      later: string;
      open: string;
    };

    offer: {
      title: Sentence<NextItem & { all: number }>;
      segments: string;
      segment: string;
      next: string;
      own: string;
      figures: Sentence<ItemRule>;
      tooFew: Sentence<{ least: number }>;
    };

    journey: {
      title: Sentence<{ first: number; second: number; days: number | undefined }>;
      step: Sentence<{ order: number }>;
      days: Sentence<{ low: number; middle: number; high: number }>;
      ofBefore: Sentence<{ share: number }>;
      waiting: Sentence<{ second: number; third: number }>;
      flow: string;
      flowOf: Sentence<{ from: string; to: string; customers: number }>;
      other: string;
      stop: string;
      order: string;
      from: string;
      to: string;
      starts: Sentence<{ share: number }>;
      began: Sentence<{ customers: number }>;
      began1: string;
      cameBack: string;
      all: string;
      medianDays: string;
    };

    settings: {
      title: string;
      by: string;
      kinds: Record<ItemKind, string>;
      least: string;
      leastAuto: string;
      without: string;
    };
  };
}
