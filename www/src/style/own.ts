/** Segments of one's own: a table with bars, and the form below it. */

import { css } from 'lit';

export const own = css`
  .r-view.r-own {
    margin-block-start: calc(var(--value-tiers-space) * 4);
    padding-block-start: calc(var(--value-tiers-space) * 3);
    border-block-start: 1px solid var(--value-tiers-line);
  }
  .r-own-rule {
    display: block;
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
    overflow-wrap: anywhere;
  }
  .r-own-table .r-name {
    overflow-wrap: anywhere;
  }
  .r-own-change .r-link {
    margin-inline-end: 12px;
  }
  .r-own .r-own-table td {
    width: 22%;
  }
  .r-own .r-own-table td.r-own-change {
    width: 16%;
  }
  @container view (max-width: 520px) {
    .r-own .r-own-table td {
      width: auto;
    }
    .r-own .r-own-table td:is(.r-own-change, [colspan]) {
      grid-column: 1 / -1;
      width: auto;
    }
  }
  .r-view .r-own-form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--value-tiers-space) * 1.5);
    justify-items: start;
    margin-block-start: calc(var(--value-tiers-space) * 2);
    padding: calc(var(--value-tiers-space) * 2);
    background: var(--value-tiers-raised);
    border-radius: var(--value-tiers-radius);
  }
  .r-own-form .r-switch {
    margin: 0;
  }
  .r-own-label,
  .r-own-form .r-field > span {
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-own-form .r-field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    align-content: start;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .r-own-form .r-field :is(input, select) {
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 9em;
    max-inline-size: 100%;
    min-block-size: 36px;
    padding: 0 8px;
    font: inherit;
    text-align: start;
    color: inherit;
    background: var(--value-tiers-surface);
    border: 1px solid var(--value-tiers-control);
    border-radius: 6px;
  }
  .r-view .r-own-condition {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: end;
    inline-size: 100%;
    min-inline-size: 0;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--value-tiers-line);
  }
  .r-own-words {
    min-inline-size: 0;
    flex: 1 1 260px;
  }
  .r-own-ticks {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    max-block-size: 160px;
    overflow-y: auto;
    padding: 4px;
  }
  .r-own-ticks label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    overflow-wrap: anywhere;
  }
  .r-own-ticks input {
    inline-size: 18px;
    block-size: 18px;
    flex: none;
    accent-color: var(--value-tiers-accent);
  }
  .r-view .r-own-count {
    font-weight: 600;
    min-block-size: 1.5em;
  }
  .r-own-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .r-own-buttons .r-button {
    margin: 0;
  }
  .r-own .r-button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  @media print {
    .r-own-new,
    .r-own-form,
    .r-own-table :is(th, td):last-child {
      display: none;
    }
  }
  .r-own-form :is(select, input):focus-visible {
    outline: 2px solid var(--value-tiers-accent);
    outline-offset: 2px;
  }
`;
