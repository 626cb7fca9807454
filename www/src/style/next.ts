/** NEXT: shares beside the share of all, steps, what is next; and the lists above and below the table of customers. */

import { css } from 'lit';

export const next = css`
  .r-next[aria-busy='true'] {
    opacity: 0.6;
  }
  .r-view .r-next-part + .r-next-part,
  .r-view .r-details + .r-next-part {
    margin-top: calc(var(--value-tiers-space) * 5);
  }
  .r-view .r-lift,
  .r-view .r-marks + .r-lift {
    margin-top: var(--value-tiers-space);
  }
  .r-lift .r-dots-row {
    padding-block: 4px;
  }
  .r-lift .r-dots-name {
    overflow-wrap: anywhere;
  }
  .r-lift .r-list {
    display: flex;
    width: fit-content;
  }
  .r-view .r-next-part > :is(.r-marks, .r-minor, .r-sankey) {
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  .r-lift-line {
    width: 18px;
    height: 2px;
    background: var(--value-tiers-accent);
    opacity: 0.5;
    forced-color-adjust: none;
  }
  .r-view .r-next-items,
  .r-view .r-next-steps {
    margin-block: calc(var(--value-tiers-space) * 2);
  }
  .r-next textarea {
    inline-size: min(24em, 60%);
  }

  .lists {
    margin-top: calc(var(--value-tiers-space) * 4);
    padding: calc(var(--value-tiers-space) * 2);
    border: 1px solid var(--value-tiers-line);
    border-radius: var(--value-tiers-radius);
  }
  .lists h3,
  .lifts h2,
  .lifts h3 {
    margin: 0 0 var(--value-tiers-space);
  }
  .lists > * + *,
  .lift > * + * {
    margin-block: calc(var(--value-tiers-space) * 1.5) 0;
  }
  .lifts table :is(th, td) {
    white-space: nowrap;
  }
  .lists-buttons,
  .lifts-head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
  }
  .lifts-head {
    justify-content: space-between;
  }
  .lifts {
    margin: calc(var(--value-tiers-space) * 2) 0;
    padding: calc(var(--value-tiers-space) * 2);
    border: 1px solid var(--value-tiers-line);
    border-radius: var(--value-tiers-radius);
    background: var(--value-tiers-surface);
  }
  .lift-bars {
    display: grid;
    grid-template-columns: max-content max-content minmax(0, 1fr);
    align-items: center;
    gap: 6px 12px;
    margin-block: var(--value-tiers-space);
  }
  .lift-bars .r-bar {
    height: 16px;
  }
  @media (max-width: 560px) {
    .lift-bars {
      grid-template-columns: minmax(0, 1fr) max-content;
    }
    .lift-bars .r-bar {
      grid-column: 1 / -1;
    }
  }
`;
