/** AGENDA: days as bars, lists side by side, plays and the words of a person. */

import { css } from 'lit';

export const agenda = css`
  .r-agenda[aria-busy='true'] {
    opacity: 0.6;
  }
  .r-view .r-agenda-part {
    margin-top: calc(var(--value-tiers-space) * 5);
  }
  .r-agenda-when {
    white-space: nowrap;
  }
  .r-view .r-compare-question,
  .r-view .r-agenda-question {
    margin-block: var(--value-tiers-space) calc(var(--value-tiers-space) * 2);
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
  }
  .r-compare-question .r-field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .r-compare-question select {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .r-agenda-question input {
    width: 6em;
  }
  .r-agenda-days {
    display: grid;
    gap: 6px;
    margin: var(--value-tiers-space) 0 0;
    padding: 0;
    list-style: none;
  }
  .r-agenda-days li {
    display: grid;
    grid-template-columns: 12em minmax(0, 1fr) 4em;
    align-items: center;
    gap: 12px;
  }
  .r-agenda-days b {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .r-agenda-mark::before {
    content: '';
    display: inline-block;
    width: 10px;
    height: 10px;
    margin-inline-end: 6px;
    border-radius: 2px;
    background: var(--lane);
    forced-color-adjust: none;
  }
  [data-lane='contacts'] {
    --lane: var(--value-tiers-save);
  }
  [data-lane='due'] {
    --lane: var(--value-tiers-grow);
  }
  [data-lane='follow_ups'] {
    --lane: var(--value-tiers-convert);
  }
  [data-lane='birthdays'] {
    --lane: var(--value-tiers-welcome);
  }
  [data-lane='anniversaries'] {
    --lane: var(--value-tiers-protect);
  }
  .r-agenda-steps {
    display: grid;
    gap: 8px;
    margin-block: var(--value-tiers-space);
    padding: 0;
    list-style: none;
    font-size: var(--value-tiers-size-1);
  }
  .r-agenda-lanes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
    gap: calc(var(--value-tiers-space) * 3);
    margin-block: calc(var(--value-tiers-space) * 3);
  }
  .r-agenda-lane {
    min-width: 0;
    border-top: 3px solid var(--lane);
    padding-top: var(--value-tiers-space);
  }
  .r-agenda-lane h4 {
    margin: 0;
  }
  .r-view .r-agenda-lane > .r-link {
    margin-top: 4px;
  }
  .r-own-words summary {
    width: fit-content;
    cursor: pointer;
    color: var(--value-tiers-accent);
    font-size: 13px;
    font-weight: 600;
  }
  .r-own-words textarea {
    margin-top: 8px;
  }
  .r-own-words form {
    margin-bottom: 12px;
  }
  @media (max-width: 560px) {
    .r-agenda-days li {
      grid-template-columns: minmax(0, 1fr) 4em;
    }
    .r-agenda-days .r-split {
      grid-row: 2;
      grid-column: 1 / -1;
    }
  }
`;
