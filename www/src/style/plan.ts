/** PLAN: the split of a budget, its form, the hours as a heat table, sliders. */

import { css } from 'lit';

export const plan = css`
  .r-view .r-plan-part {
    margin-top: calc(var(--value-tiers-space) * 5);
  }
  .r-view .r-split-groups {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
    gap: calc(var(--value-tiers-space) * 2) calc(var(--value-tiers-space) * 3);
    margin-top: calc(var(--value-tiers-space) * 2);
    font-size: var(--value-tiers-size-1);
  }
  .r-split-groups h4 {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--value-tiers-size-2);
  }
  .r-split-groups .r-figure {
    margin-top: 6px;
  }
  .r-view .r-assume {
    display: grid;
    gap: calc(var(--value-tiers-space) * 1.5);
    max-width: 720px;
    margin-top: calc(var(--value-tiers-space) * 3);
  }
  .r-assume > .r-field {
    justify-content: flex-start;
    font-weight: 600;
  }
  .r-view .r-assume fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(118px, 1fr));
    gap: 4px 12px;
    padding-top: var(--value-tiers-space);
    border-top: 1px solid var(--value-tiers-line);
  }
  .r-assume legend {
    float: inline-start;
    grid-column: 1 / -1;
    padding: 0;
    font-weight: 600;
  }
  .r-assume fieldset[disabled] {
    color: var(--value-tiers-muted);
  }
  .r-assume fieldset label {
    display: grid;
    gap: 2px;
    font-size: var(--value-tiers-size-1);
  }
  .r-assume fieldset input,
  .r-planning select {
    box-sizing: border-box;
    width: 100%;
    min-height: 36px;
    padding: 0 8px;
    font: inherit;
    color: inherit;
    background: var(--value-tiers-surface);
    border: 1px solid var(--value-tiers-control);
    border-radius: 6px;
  }
  .r-planning select {
    width: auto;
    max-width: 70%;
  }
  .r-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }
  .r-view .r-hours {
    justify-content: flex-start;
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  .r-service td {
    background: color-mix(in srgb, var(--value-tiers-accent) calc(var(--share, 0) * 24%), var(--value-tiers-surface));
    min-width: 84px;
  }
  .r-service thead td {
    background: none;
    min-width: 0;
  }
  .r-service td > span {
    display: block;
    font-size: 0.75rem;
  }
  .r-service .r-link {
    font-size: var(--value-tiers-size-2);
    font-weight: 600;
  }
  .r-what-if {
    display: grid;
    grid-template-columns: minmax(0, 300px) minmax(0, 1fr);
    gap: calc(var(--value-tiers-space) * 4);
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  .r-sliders {
    display: grid;
    align-content: start;
    gap: calc(var(--value-tiers-space) * 1.5);
  }
  .r-slider {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    font-size: var(--value-tiers-size-1);
  }
  .r-slider input {
    grid-column: 1 / -1;
    width: 100%;
    min-height: 28px;
    margin: 0;
    accent-color: var(--value-tiers-accent);
  }
  @container view (max-width: 640px) {
    .r-what-if {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
