/** The words of the table of customers. */

import type { Sentence, WhyFacts } from './types.js';

export interface CustomersMessages {
  customers: {
    lead: Sentence<{ total: number }>;
    search: string;
    filters: { segment: string; action: string; valueTier: string; potentialTier: string; stage: string };
    all: string;
    clear: string;
    cell: Sentence<{ r: number | undefined; f: number | undefined }>;
    columns: {
      customer: string;
      segment: string;
      tier: string;
      lastOrder: string;
      orders: string;
      net: string;
      valueIndex: string;
      potential: string;
      overdue: string;
      expected: string;
      risk: string;
      atRisk: string;
    };
    caption: Sentence<{ from: number; to: number; total: number }>;
    sortedBy: Sentence<{ column: string; descending: boolean }>;
    empty: string;
    perPage: string;
    previous: string;
    next: string;
    page: Sentence<{ page: number; pages: number }>;
    download: string;
    daysAgo: Sentence<{ days: number }>;
    card: {
      open: Sentence<{ customer: string }>;
      why: Sentence<WhyFacts>;
      next: string;
      facts: {
        firstOrder: string;
        lastOrder: string;
        orders: string;
        gross: string;
        refunds: string;
        net: string;
        usualGap: string;
        overdue: string;
        scores: string;
        stage: string;
        valueTier: string;
        potentialTier: string;
        potential: string;
        valueIndex: string;
        cluster: string;
      };
      /** What the models expect of this customer. */
      ahead: {
        value: Sentence<{ months: number; value: number; orders: number | undefined }>;
        /** The chance to buy first; the chance to be active never without it. */
        chance: Sentence<{ days: number; buy: number; alive: number | undefined }>;
        notTrusted: string;
      };
    };
    noOrders: string;
  };
}
