/** English words about data that stay in a warehouse. */

import type { WarehouseMessages } from './warehouse.types.js';

export const warehouseEn: WarehouseMessages = {
  warehouse: {
    title: 'My data is in a warehouse',
    show: 'Show the queries',
    about:
      'The same rules as SQL, for a table with the columns of this file. Run the summary there, save its result as CSV and drop it here: the report follows from one row per customer. Nothing is sent anywhere.',
    engine: 'Engine',
    table: 'Table',
    query: {
      summary: { name: 'Summary', about: 'One row for each customer, with the cleaning rules of this page.', copy: 'Copy the summary' },
      reconciliation: { name: 'Reconciliation', about: 'How many rows are used, and how many are set aside for which reason.', copy: 'Copy the reconciliation' },
      score: { name: 'Scores', about: 'Segments, stages, tiers, forecasts and risk of each customer, by the cuts and models of this report.', copy: 'Copy the scores' },
    },
    copied: 'Copied.',
    leftOut: {
      forecast: 'The scores have no forecasts: this report has none, or its model (BG/BB) is not covered.',
      value_index: 'The scores have no value index: it weighs what a summary does not contain.',
      cluster: 'The scores have no clusters: this report has none.',
      risk: 'The scores have no risk: this report has none, or it depends on a label or on the season.',
      kept: 'The scores know no review day: kept_tier is the tier that whoever had it keeps.',
    },
    working: 'Writing the queries',
  },
};
