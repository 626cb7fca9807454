/** DATA: queries to be copied. */

import { css } from 'lit';

export const warehouse = css`
  .r-warehouse-question {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    margin: var(--value-tiers-space) 0;
  }
  .r-warehouse-question input {
    width: 16em;
    max-width: 100%;
    text-align: start;
  }
  [data-query] + [data-query] {
    margin-top: calc(2 * var(--value-tiers-space));
  }
  .r-query {
    display: grid;
    gap: 4px;
  }
  .r-query span {
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-query textarea {
    min-inline-size: 0;
    background: var(--value-tiers-raised);
    font: 12px/1.5 ui-monospace, monospace;
    resize: vertical;
  }
`;
