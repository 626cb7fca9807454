/** The words about data that stay in a warehouse. */

import type { LeftOut } from '../engine/types.js';

/** The queries that are shown. */
export type QueryId = 'summary' | 'reconciliation' | 'score';

export interface WarehouseMessages {
  warehouse: {
    title: string;
    show: string;
    about: string;
    engine: string;
    table: string;
    /** Names of the queries, and what each gives. */
    query: Record<QueryId, { name: string; about: string; copy: string }>;
    copied: string;
    leftOut: Record<LeftOut, string>;
    working: string;
  };
}
