/** WHO: the grid, tables of groups, clusters. */

import { css } from 'lit';

export const who = css`
  .r-grid {
    width: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 3px;
    margin-top: calc(var(--value-tiers-space) * 2);
    font-size: var(--value-tiers-size-1);
  }
  .r-grid :is(th, .r-corner) {
    font-weight: 400;
    color: var(--value-tiers-muted);
    text-align: center;
    padding: 2px;
    line-height: 1.3;
  }
  .r-grid :is(tbody th, .r-corner) {
    text-align: start;
    padding-inline-end: 8px;
  }
  .r-grid thead > tr > * {
    vertical-align: bottom;
    padding-bottom: 6px;
  }
  .r-grid th :is(b, span) {
    display: block;
  }
  .r-grid th b {
    font-weight: 600;
    color: var(--value-tiers-text);
  }
  .r-grid td {
    padding: 0;
  }
  .r-cell {
    position: relative;
    display: flex;
    flex-direction: column;
    justify-content: center;
    align-items: center;
    box-sizing: border-box;
    width: 100%;
    min-height: 56px;
    padding: 4px 2px;
    border: 0;
    border-radius: 4px;
    font: inherit;
    line-height: 1.25;
    color: inherit;
    forced-color-adjust: none;
  }
  button.r-cell {
    cursor: pointer;
  }
  button.r-cell:hover {
    outline: 2px solid var(--value-tiers-text);
  }
  .r-cell b {
    font-size: var(--value-tiers-size-2);
    font-weight: 600;
  }
  .r-shade-0 { background: var(--value-tiers-raised); }
  .r-shade-1 { background: var(--value-tiers-value-1); color: var(--value-tiers-text); }
  .r-shade-2 { background: var(--value-tiers-value-2); color: var(--value-tiers-text); }
  /* Between the second and the fourth step, where text keeps its contrast. */
  .r-shade-3 { background: color-mix(in srgb, var(--value-tiers-value-2) 70%, var(--value-tiers-value-4)); color: var(--value-tiers-text); }
  .r-shade-4 { background: var(--value-tiers-value-4); color: var(--value-tiers-on-value); }
  .r-shade-5 { background: var(--value-tiers-value-5); color: var(--value-tiers-on-value); }
  .r-view .r-key {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-top: var(--value-tiers-space);
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-key > span:first-child {
    margin-inline-end: 8px;
  }
  .r-swatch {
    width: 20px;
    height: 12px;
    border-radius: 2px;
    forced-color-adjust: none;
  }
  @container view (max-width: 520px) {
    .r-grid {
      border-spacing: 2px;
    }
    .r-cell {
      min-height: 46px;
    }
    .r-cell span {
      font-size: 0.75rem;
    }
    .r-grid :is(tbody th, .r-corner) {
      padding-inline-end: 2px;
    }
    .r-grid :is(th, .r-corner) {
      font-size: 0.75rem;
      overflow-wrap: anywhere;
    }
    .r-grid th b {
      font-weight: 400;
    }
  }

  .r-groups {
    width: 100%;
    border-collapse: collapse;
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  .r-groups :is(th, td) {
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    padding: 10px 0 10px calc(var(--value-tiers-space) * 3);
    border-bottom: 1px solid var(--value-tiers-line);
  }
  .r-groups :is(th, td):first-child {
    padding-inline-start: 0;
  }
  .r-groups thead th {
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
    vertical-align: bottom;
    line-height: 1.3;
  }
  .r-groups td {
    width: 26%;
  }
  .r-groups:not(:has(.r-wide)) td {
    width: 33%;
  }
  .r-groups .r-num {
    text-align: start;
  }
  .r-groups .r-num.r-wide {
    text-align: end;
    width: 10%;
  }
  .r-name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    font-weight: 600;
  }
  .r-rule {
    color: var(--value-tiers-muted);
    font-weight: 400;
    white-space: nowrap;
  }
  .r-remark {
    display: block;
    padding-inline-start: calc(1.125em + 10px);
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-none {
    color: var(--value-tiers-muted);
  }
  .r-none .r-bar {
    visibility: hidden;
  }
  .r-none .r-name {
    font-weight: 400;
  }
  @container view (max-width: 760px) {
    .r-groups .r-wide {
      display: none;
    }
  }
  @container view (max-width: 520px) {
    .r-groups :is(thead, tbody, tr) {
      display: block;
    }
    .r-groups thead {
      display: none;
    }
    .r-groups tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 6px 16px;
      padding-block: 10px;
      border-bottom: 1px solid var(--value-tiers-line);
    }
    .r-groups :is(th, td) {
      padding: 0;
      border: 0;
      width: auto;
    }
    .r-groups th {
      grid-column: 1 / -1;
    }
  }

  .r-view .r-legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin-bottom: var(--value-tiers-space);
    font-size: var(--value-tiers-size-1);
  }
  .r-mark {
    width: 0.7em;
    height: 0.7em;
    fill: var(--tone);
    margin-inline-end: 8px;
    forced-color-adjust: none;
  }
  .r-view .r-stage-tiers {
    margin-top: calc(var(--value-tiers-space) * 4);
  }
  .r-scatter-frame {
    position: relative;
  }
  .r-scatter {
    position: relative;
    width: 100%;
    height: clamp(300px, 46cqi, 480px);
  }
  .r-scatter canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .r-scatter-x,
  .r-scatter-y {
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-view .r-scatter-x {
    max-width: none;
    text-align: end;
  }
  .r-tip {
    position: absolute;
    z-index: 1;
    left: var(--x);
    top: var(--y);
    width: max-content;
    max-width: min(280px, 60%);
    white-space: pre-line;
    padding: 6px 10px;
    translate: 12px -50%;
    color: var(--value-tiers-text);
    background: var(--value-tiers-surface);
    border: 1px solid var(--value-tiers-line);
    border-radius: var(--value-tiers-radius);
    font-size: var(--value-tiers-size-1);
    line-height: 1.4;
    pointer-events: none;
  }
  .r-tip[data-side='left'] {
    translate: calc(-100% - 12px) -50%;
  }
  .r-clusters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 256px), 1fr));
    gap: 4px calc(var(--value-tiers-space) * 3);
  }
  .r-view .r-clusters {
    margin-block: calc(var(--value-tiers-space) * 2);
  }
  .r-cluster {
    display: grid;
    grid-row: span 6;
    grid-template-rows: subgrid;
    align-content: start;
    margin-bottom: var(--value-tiers-space);
    padding-top: 10px;
    border-top: 3px solid var(--tone);
  }
  .r-cluster h4 {
    font-size: var(--value-tiers-size-2);
    font-weight: 600;
  }
  .r-cluster .r-big b {
    flex-basis: 100%;
  }
  .r-cluster > * {
    margin-bottom: 8px;
  }
  .r-cluster-what {
    font-size: var(--value-tiers-size-1);
    font-weight: 600;
  }
  .r-cluster .r-facts + .r-cluster-what {
    margin-top: 8px;
  }
  .r-cluster :is(.r-share, .r-meaning) {
    font-size: var(--value-tiers-size-1);
  }
  .r-cluster-part > .r-switch {
    margin-top: var(--value-tiers-space);
  }
  .r-cluster-part {
    margin-block: calc(var(--value-tiers-space) * 4);
  }
  .r-cluster-counts {
    max-width: 760px;
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  .r-cluster-profile thead th {
    white-space: normal;
    min-width: 96px;
  }
  .r-rulebook .r-features {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
    gap: 12px calc(var(--value-tiers-space) * 3);
    max-width: none;
  }
  .r-features > p {
    grid-column: 1 / -1;
  }
  .r-feature {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 10px;
    align-items: start;
  }
  .r-feature input {
    width: 20px;
    height: 20px;
    margin: 2px 0 0;
    accent-color: var(--value-tiers-accent);
  }
  .r-feature .r-share {
    display: block;
  }
`;
