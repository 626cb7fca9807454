/** The words about single accounts: who brings most, and who costs more than they bring. */

import type { Day, ItemKind, Total } from '../engine/types.js';
import type { Sentence } from './types.js';

export interface AccountsMessages {
  accounts: {
    /** The finding: what hangs on the largest. */
    title: Sentence<{ accounts: number; share: number }>;
    /** Without a net revenue above zero there is nothing to share. */
    none: string;
    without: Sentence<{ largest: number; largestThree: number | undefined }>;
    rule: Sentence<{ most: number; buyers: number; gaps: number }>;
    trendOf: Sentence<{ before: { from: Day; to: Day }; after: { from: Day; to: Day } }>;
    noTrend: string;
    working: string;
    off: string;
    /** The list of them, for a screen reader and above the table of customers. */
    tag: string;
    key: { share: string; trend: string };
    /** The change of a customer who brought nothing before. */
    fresh: string;
    columns: {
      customer: string; net: string; share: string; tenure: string; gap: string; spread: string; n: string;
      before: string; after: string; trend: string; segment: string; stage: string; tier: string; risk: string;
    };
    breadth: Record<ItemKind, string>;

    /** Who brought whom. */
    referrals: {
      title: Sentence<{ referred: number; net: Total; share: number | undefined }>;
      about: Sentence<{ referrers: number; unknown: number }>;
      rule: string;
      customer: string;
      own: string;
      direct: string;
      descendants: string;
      depth: string;
      brought: string;
    };

    losses: {
      title: Sentence<{ customers: number; of: number; margin: Total }>;
      none: Sentence<{ of: number }>;
      about: Sentence<{ net: Total; all: Total }>;
      rule: string;
      customers: string;
      net: string;
      margin: string;
      losing: string;
      others: string;
      tag: string;
    };
  };
}
