/** WORTH and ACT: tier cards, the concentration curve, plays. */

import { css } from 'lit';

export const worth = css`
  .r-tiers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 196px), 1fr));
    gap: 10px calc(var(--value-tiers-space) * 4);
  }
  .r-view .r-tiers {
    margin-top: calc(var(--value-tiers-space) * 2.5);
  }
  .r-tier {
    display: grid;
    grid-row: span 6;
    grid-template-rows: subgrid;
    align-content: start;
    padding-top: 12px;
    margin-bottom: var(--value-tiers-space);
    border-top: 4px solid var(--tone);
  }
  .r-tier h4 {
    font-size: var(--value-tiers-size-2);
    font-weight: 600;
  }
  .r-tier .r-big b {
    font-size: var(--value-tiers-size-5);
    line-height: 1.15;
  }
  .r-pair {
    display: grid;
    gap: 8px;
  }
  .r-pair > div {
    display: grid;
    grid-template-columns: 7.5em minmax(0, 1fr);
    align-items: center;
  }
  .r-pair dt {
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-pair dd {
    display: grid;
    grid-template-columns: 3.25em minmax(0, 1fr);
    align-items: center;
    gap: 8px;
  }
  .r-pair .r-figure {
    justify-content: end;
    font-weight: 600;
  }
  .r-pair .r-bar {
    margin: 0;
    height: 12px;
  }

  .r-worth > .r-heading ~ .r-heading {
    margin-top: calc(var(--value-tiers-space) * 5);
  }
  .r-concentration {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--value-tiers-space) * 3);
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  @container view (min-width: 760px) {
    .r-concentration {
      grid-template-columns: minmax(0, 2.2fr) minmax(0, 1fr);
      align-items: center;
    }
  }
  .r-concentration .r-facts {
    font-size: var(--value-tiers-size-2);
    gap: 10px;
  }
  .r-curve {
    font-size: var(--value-tiers-size-1);
    color: var(--value-tiers-muted);
  }
  .r-curve-plot {
    position: relative;
    height: clamp(200px, 34cqi, 320px);
    margin: 10px 20px 26px 52px;
  }
  .r-curve-plot svg {
    display: block;
    width: 100%;
    height: 100%;
    overflow: visible;
    forced-color-adjust: none;
  }
  .r-curve svg path {
    vector-effect: non-scaling-stroke;
    fill: none;
  }
  .r-curve .r-curve-grid { stroke: var(--value-tiers-line); }
  .r-curve .r-curve-area { fill: var(--value-tiers-accent); opacity: 0.1; }
  .r-curve .r-curve-even { stroke: var(--value-tiers-quiet); stroke-dasharray: 4 4; }
  .r-curve .r-curve-drop { stroke: var(--value-tiers-accent); stroke-dasharray: 2 3; }
  .r-curve .r-curve-line { stroke: var(--value-tiers-accent); stroke-width: 2.5; }
  .r-curve-tick {
    position: absolute;
    white-space: nowrap;
  }
  .r-curve-ty {
    right: calc(100% + 8px);
    top: calc(var(--at) * 100%);
    translate: 0 -50%;
  }
  .r-curve-tx {
    top: calc(100% + 6px);
    left: calc(var(--at) * 100%);
    translate: -50% 0;
  }
  .r-curve-dot,
  .r-curve-mark,
  .r-curve-label {
    position: absolute;
    left: calc(var(--x) * 100%);
    top: calc(var(--y) * 100%);
  }
  .r-curve-dot {
    width: 9px;
    height: 9px;
    border: 2px solid var(--value-tiers-surface);
    border-radius: 50%;
    background: var(--value-tiers-accent);
    translate: -50% -50%;
    forced-color-adjust: none;
  }
  .r-curve-mark {
    padding: 8px 0 0 12px;
    color: var(--value-tiers-text);
    font-weight: 600;
    max-width: 60%;
  }
  .r-curve-label {
    padding: 6px 0 0 10px;
  }
  @container view (max-width: 560px) {
    .r-curve-label {
      display: none;
    }
  }
  .r-curve-x {
    text-align: center;
    padding-inline-start: 52px;
  }

  .r-rulebook form {
    display: grid;
    gap: 10px;
    max-width: 480px;
    padding-block: var(--value-tiers-space);
  }
  .r-field {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 16px;
  }
  .r-field input {
    box-sizing: border-box;
    width: 6em;
    min-height: 36px;
    padding: 0 8px;
    font: inherit;
    text-align: end;
    color: inherit;
    background: var(--value-tiers-surface);
    border: 1px solid var(--value-tiers-control);
    border-radius: 6px;
  }
  .r-view .r-weights {
    display: grid;
    gap: 8px;
    margin-top: 8px;
  }
  .r-weights legend {
    padding: 0 0 6px;
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-rulebook .r-button {
    justify-self: start;
  }

  .r-plays {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--value-tiers-space) * 5);
  }
  @container view (min-width: 640px) {
    .r-plays {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container view (min-width: 1320px) {
    .r-plays {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  .r-view .r-plays {
    margin-top: calc(var(--value-tiers-space) * 2.5);
  }
  .r-play {
    display: grid;
    align-content: start;
    gap: 8px;
    padding-top: 12px;
    border-top: 3px solid var(--tone);
  }
  .r-play h4 {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: var(--value-tiers-size-3);
    font-weight: 600;
  }
  .r-group {
    margin-inline-start: auto;
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
    font-weight: 400;
  }
  .r-plan {
    display: grid;
    gap: 6px;
  }
  .r-plan > div {
    display: grid;
    grid-template-columns: 7.5em minmax(0, 1fr);
    gap: 8px;
  }
  .r-plan dt {
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
    line-height: 1.75;
  }
  .r-do dd {
    font-weight: 600;
  }
  .r-dont dt {
    color: var(--value-tiers-risk);
  }
  @container view ((max-width: 420px) or ((min-width: 640px) and (max-width: 760px))) {
    .r-plan > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
  @media (forced-colors: active) {
    .r-curve .r-curve-line,
    .r-curve .r-curve-drop {
      stroke: CanvasText;
    }
    .r-curve-dot {
      background: CanvasText;
    }
  }
`;
