/** LEVELS and thresholds: rulers, the levels of a programme, forms of numbers. */

import { css } from 'lit';

export const levels = css`
  .r-ruler {
    display: grid;
    grid-template-columns: repeat(var(--cells), minmax(0, 1fr));
    gap: 2px;
    margin-block: calc(var(--value-tiers-space) * 2);
    font-size: var(--value-tiers-size-1);
  }
  .r-ruler-cell {
    display: grid;
    grid-row: span 3;
    grid-template-rows: subgrid;
    gap: 4px;
    min-width: 0;
  }
  .r-ruler-name {
    align-self: end;
    overflow-wrap: anywhere;
  }
  .r-ruler-bar {
    height: 20px;
    background: var(--tone);
    border-radius: 2px;
    forced-color-adjust: none;
  }
  .r-ruler-from {
    color: var(--value-tiers-muted);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .r-ruler-cell:not(:first-child) .r-ruler-from {
    padding-inline-start: 4px;
    border-inline-start: 1px solid var(--value-tiers-control);
  }
  .r-programme {
    margin-top: calc(var(--value-tiers-space) * 5);
    padding-top: calc(var(--value-tiers-space) * 3);
    border-top: 1px solid var(--value-tiers-line);
  }
  .r-programme h4.r-finding-title,
  .r-thresholds h4.r-finding-title {
    margin-top: calc(var(--value-tiers-space) * 4);
  }
  .r-programme .r-plain th[scope='row'] {
    white-space: nowrap;
    padding-inline-end: 16px;
  }
  .r-rulebook .r-field input[type='date'] {
    width: auto;
  }
  .r-key {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--value-tiers-size-1);
  }
  .r-key li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .r-key-mark {
    flex: none;
    width: 12px;
    height: 12px;
    border-radius: 2px;
    background: var(--tone);
    forced-color-adjust: none;
  }
  .r-programme .r-level,
  .r-thresholds form {
    display: grid;
    align-content: start;
    gap: calc(var(--value-tiers-space) * 1.5);
  }
  .r-programme .r-level .r-level-mark {
    background: var(--tone);
  }
  .r-numbers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 96px), 1fr));
    gap: calc(var(--value-tiers-space) * 1.5);
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .r-numbers legend {
    padding: 0;
    margin-bottom: 4px;
    font-weight: 600;
  }
  .r-numbers .r-field {
    display: grid;
    gap: 4px;
  }
  .r-numbers input,
  .r-numbers select {
    width: 100%;
    min-width: 0;
    box-sizing: border-box;
  }
  .r-fault {
    color: var(--value-tiers-risk);
  }
  .r-fault:empty {
    display: none;
  }
  .r-row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
`;
