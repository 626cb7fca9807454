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
    width: 100%;
    min-width: 0;
    box-sizing: border-box;
    padding: 8px;
    border: 1px solid var(--value-tiers-line);
    border-radius: 6px;
    background: var(--value-tiers-raised);
    color: inherit;
    font: 12px/1.5 ui-monospace, monospace;
    resize: vertical;
  }
`;
