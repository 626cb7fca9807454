/** The words about groups side by side. */

import type { SplitBy } from '../engine/types.js';
import type { Sentence } from './types.js';

/** What groups are compared by. */
export type CompareMeasure =
  | 'share_net' | 'share_customers' | 'order_value' | 'basket' | 'orders_each' | 'gap' | 'gap_p80' | 'refunds' | 'discounts' | 'csat' | 'nps' | 'expected' | 'top_fifth';

export interface CompareMessages {
  compare: {
    working: string;
    off: string;
    split: string;
    splits: Record<Exclude<SplitBy, 'column'>, string>;
    measure: string;
    measures: Record<CompareMeasure, string>;
    others: string;
    blank: string;
    /** The group with the most, the one with the least, both as text. */
    title: Sentence<{ measure: string; name: string; most: string; other: string; least: string }>;
    /** One group, or all have too few customers. */
    alone: Sentence<{ measure: string }>;
    about: string;
    few: Sentence<{ few: number }>;
    gapAbout: string;
    /** What was answered, and how sure that is. */
    surveyAbout: string;
    surveyed: Sentence<{ value: string; low: string; high: string; answers: number }>;
    answers: string;
    expectedAbout: Sentence<{ months: number }>;
    group: string;
    customers: string;
    net: string;
    orders: string;
    repeat: string;
    categories: string;
    category: Sentence<{ name: string; share: number }>;
    weekdays: string;
    months: string;
    days: [string, string, string, string, string, string, string];
    month: Sentence<{ month: number }>;
  };
}
