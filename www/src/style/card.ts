/** The card of one customer: a dialog above the page. */

import { css } from 'lit';

export const card = css`
  .r-card {
    inline-size: min(100vw - 24px, 920px);
    max-inline-size: none;
    max-block-size: calc(100dvh - 24px);
    padding: 0;
    color: var(--value-tiers-text);
    background: var(--value-tiers-surface);
    border: 1px solid var(--value-tiers-control);
    border-radius: var(--value-tiers-radius);
    overscroll-behavior: contain;
  }
  .r-card::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  .r-card-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--value-tiers-space) * 3);
    padding: calc(var(--value-tiers-space) * 2);
  }
  .r-card-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    justify-content: space-between;
    align-items: start;
    gap: 16px;
    margin: calc(var(--value-tiers-space) * -2);
    margin-block-end: calc(var(--value-tiers-space) * -1);
    padding: calc(var(--value-tiers-space) * 2);
    background: var(--value-tiers-surface);
    border-block-end: 1px solid var(--value-tiers-line);
  }
  .r-card-head h3 {
    overflow-wrap: anywhere;
    min-inline-size: 0;
    font-size: var(--value-tiers-size-4);
    line-height: 1.3;
  }
  .r-card-head h3:focus-visible {
    outline: none;
  }
  .r-card-why {
    display: grid;
    gap: 8px;
  }
  .r-card-why .why {
    max-inline-size: 70ch;
  }
  .r-card-note {
    display: grid;
    gap: 4px;
  }
  .r-card-note label {
    font-weight: 600;
  }
  .r-card-part {
    min-inline-size: 0;
  }
  .r-view .r-card-part > h4 {
    font-size: var(--value-tiers-size-2);
    font-weight: 600;
    max-inline-size: 70ch;
  }
  .r-timeline {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    margin-block: calc(var(--value-tiers-space) * 1.5) var(--value-tiers-space);
    font-size: var(--value-tiers-size-1);
  }
  .r-timeline-plot {
    position: relative;
    block-size: 72px;
    margin-inline: 20px;
    border-block-end: 1px solid var(--value-tiers-line);
    forced-color-adjust: none;
  }
  .r-timeline-line {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--at) * 100%);
    border-inline-start: 2px solid var(--value-tiers-text);
  }
  .r-timeline-dot {
    --d: calc(8px + var(--size) * 30px);
    position: absolute;
    box-sizing: border-box;
    inline-size: var(--d);
    block-size: var(--d);
    inset-block-start: calc(50% - var(--d) / 2);
    inset-inline-start: calc(var(--at) * 100% - var(--d) / 2);
    border-radius: 50%;
    background: color-mix(in srgb, var(--value-tiers-value-4) 55%, transparent);
    border: 1.5px solid var(--value-tiers-value-5);
  }
  .r-timeline-off {
    background: linear-gradient(45deg, transparent 42%, var(--value-tiers-muted) 42% 58%, transparent 58%), linear-gradient(-45deg, transparent 42%, var(--value-tiers-muted) 42% 58%, transparent 58%);
    border-color: var(--value-tiers-muted);
  }
  .r-timeline-next {
    background: none;
    border: 2px dashed var(--value-tiers-text);
  }
  .r-timeline-name {
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-inline-start: calc(var(--at) * 100%);
    translate: calc(var(--at) * -100%) 0;
    font-weight: 600;
    white-space: nowrap;
  }
  .r-timeline-axis {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    color: var(--value-tiers-muted);
  }
  .r-card .r-plain {
    inline-size: 100%;
  }
  .r-view .r-card-outlook {
    display: grid;
    gap: 6px;
    margin-block-start: var(--value-tiers-space);
  }
  .r-view .r-card-outlook li {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--value-tiers-line);
  }
  .r-view .r-card-outlook li[data-change='up'] {
    border-color: var(--value-tiers-grow);
  }
  .r-view .r-card-outlook li[data-change='down'] {
    border-color: var(--value-tiers-risk);
  }
  @media print {
    .r-card {
      display: none;
    }
  }
`;
