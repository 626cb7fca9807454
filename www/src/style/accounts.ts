/** ACCOUNTS: one bar for each of the largest customers. */

import { css } from 'lit';

export const accounts = css`
  .r-accounts,
  .r-losses,
  .r-referrals {
    margin-top: calc(var(--value-tiers-space) * 5);
  }
  .r-view .r-account-rows {
    display: grid;
    grid-template-columns: minmax(0, 14em) minmax(0, 1fr) max-content max-content;
    gap: 6px 16px;
    margin-block: calc(var(--value-tiers-space) * 2);
    font-size: var(--value-tiers-size-1);
  }
  .r-view .r-account-rows ol {
    margin: 0;
    list-style: none;
  }
  .r-account-rows :is(p, ol, li) {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
  }
  .r-account-rows ol {
    row-gap: 6px;
  }
  .r-view .r-account-head {
    margin: 0;
    color: var(--value-tiers-muted);
  }
  .r-account-head span {
    text-align: end;
  }
  .r-account-head span:first-child {
    grid-column: -3 / -2;
  }
  .r-account-rows .r-link {
    justify-self: start;
    max-width: 100%;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .r-account-rows .r-bar {
    margin: 0;
    height: 12px;
  }
  .r-account-figure {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  @container view (max-width: 560px) {
    .r-view .r-account-rows {
      grid-template-columns: minmax(0, 1fr) max-content max-content;
    }
    .r-account-rows .r-bar {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
