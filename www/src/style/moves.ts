/** MOVES: the flow, the matrix and the cohorts as heat tables, tiers over time, the waterfall. */

import { css } from 'lit';

export const moves = css`
  .r-moves[aria-busy='true'] {
    opacity: 0.6;
  }
  .r-move-dates,
  .r-move-switches {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
  }
  .r-move-switches {
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  .r-view .r-move-part {
    margin-top: calc(var(--value-tiers-space) * 5);
  }
  .r-move-part > .r-switch {
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  .r-sankey {
    position: relative;
    height: clamp(320px, 48cqi, 460px);
    padding-inline: 172px;
    margin-top: var(--value-tiers-space);
    font-size: var(--value-tiers-size-1);
  }
  .r-sankey-plot {
    position: relative;
    height: 100%;
  }
  .r-sankey svg {
    display: block;
    width: 100%;
    height: 100%;
    forced-color-adjust: none;
  }
  .r-sankey-bar,
  .r-sankey-band {
    fill: var(--tone);
  }
  .r-sankey-band {
    opacity: 0.32;
  }
  .r-sankey[data-some] .r-sankey-band {
    opacity: 0.1;
  }
  .r-sankey[data-some] .r-sankey-band[data-on] {
    opacity: 0.55;
  }
  .r-sankey-name {
    position: absolute;
    top: calc(var(--y) * 100%);
    translate: 0 -50%;
    width: max-content;
    max-width: 164px;
    line-height: 1.25;
    pointer-events: none;
  }
  .r-sankey-name[data-side='first'] {
    right: calc(100% + 8px);
    text-align: end;
  }
  .r-sankey-name[data-side='last'] {
    left: calc(100% + 8px);
  }
  .r-sankey-name[data-side='between'] {
    left: calc((var(--x) + var(--bar)) * 100% + 6px);
    paint-order: stroke;
    -webkit-text-stroke: 3px var(--value-tiers-surface);
  }
  @container view (max-width: 640px) {
    .r-sankey {
      padding-inline: 0;
    }
    .r-sankey-name {
      max-width: 46%;
      paint-order: stroke;
      -webkit-text-stroke: 3px var(--value-tiers-surface);
    }
    .r-sankey-name[data-side='first'] {
      right: auto;
      left: calc(var(--bar) * 100% + 6px);
      text-align: start;
    }
    .r-sankey-name[data-side='last'] {
      left: auto;
      right: calc(var(--bar) * 100% + 6px);
      text-align: end;
    }
    /* No room between the ends: the table behind has the names. */
    .r-sankey-name[data-side='between'] {
      display: none;
    }
  }
  .r-heat {
    border-collapse: separate;
    border-spacing: 2px;
    font-size: var(--value-tiers-size-1);
    margin-top: var(--value-tiers-space);
  }
  .r-heat :is(th, td) {
    padding: 6px 10px;
    text-align: center;
    font-weight: 400;
    white-space: nowrap;
  }
  .r-heat thead :is(th, td) {
    color: var(--value-tiers-muted);
    vertical-align: bottom;
  }
  .r-heat tbody th,
  .r-heat thead > tr > :first-child {
    text-align: start;
    padding-inline-start: 0;
  }
  .r-matrix .r-heat td {
    min-width: 64px;
  }
  .r-matrix .r-heat thead th {
    white-space: normal;
  }
  .r-matrix .r-heat td > span {
    display: block;
    font-size: 0.75rem;
  }
  .r-matrix .r-heat .r-link {
    font-size: var(--value-tiers-size-2);
    font-weight: 600;
  }
  .r-heat td[data-stays='true'] {
    outline: 1px solid var(--value-tiers-control);
    outline-offset: -1px;
  }

  .r-movers .r-plain {
    min-width: 640px;
  }

  .r-mix-key {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    font-size: var(--value-tiers-size-1);
  }
  .r-view .r-mix-key {
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  .r-mix-key i {
    display: inline-block;
    width: 12px;
    height: 12px;
    margin-inline-end: 6px;
    border-radius: 2px;
    background: var(--tone);
    forced-color-adjust: none;
  }
  .r-mix-bars {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    align-items: center;
    gap: 6px 12px;
    margin-top: var(--value-tiers-space);
    font-size: var(--value-tiers-size-1);
  }
  .r-mix-day {
    color: var(--value-tiers-muted);
    text-align: end;
  }
  .r-mix-bar {
    display: flex;
    align-items: center;
    padding-inline-end: 4.5em;
  }
  .r-mix-bar > span {
    height: 20px;
    width: calc(var(--share) * 100%);
    background: var(--tone);
    forced-color-adjust: none;
  }
  .r-mix-bar > b {
    width: 0;
    white-space: nowrap;
    padding-inline-start: 8px;
    font-weight: 400;
  }

  .r-waterfall {
    display: grid;
    grid-template-columns: max-content max-content minmax(0, 1fr);
    align-items: center;
    gap: 8px 16px;
    margin-block: calc(var(--value-tiers-space) * 2) var(--value-tiers-space);
    font-size: var(--value-tiers-size-1);
  }
  .r-fall-text {
    text-align: end;
  }
  .r-fall-text b {
    font-weight: 600;
  }
  .r-fall-track {
    position: relative;
    height: 22px;
  }
  .r-fall-track > span {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--from) * 100%);
    width: max(2px, calc((var(--to) - var(--from)) * 100%));
    border-radius: 2px;
    background: var(--tone);
    forced-color-adjust: none;
  }
  .r-shift-rows {
    display: grid;
    grid-template-columns: max-content max-content minmax(0, 1fr);
    align-items: center;
    gap: 8px 16px;
    margin-block: calc(var(--value-tiers-space) * 2) var(--value-tiers-space);
    font-size: var(--value-tiers-size-1);
  }
  .r-shifts tbody th {
    min-width: 11em;
  }
  .r-arrows td {
    padding-inline: 8px;
    white-space: nowrap;
  }
  .r-arrows td .r-share {
    display: block;
    font-weight: 400;
  }
  .r-arrows th[scope='row'] {
    min-width: 7em;
  }
  .r-arrows .r-clear {
    color: var(--value-tiers-text);
    background: color-mix(in srgb, var(--value-tiers-protect) 18%, transparent);
    font-weight: 600;
  }
  .r-shift-text {
    text-align: end;
  }
  .r-shift-track {
    position: relative;
    height: 22px;
    /* No change: the middle. */
    background: linear-gradient(var(--value-tiers-line), var(--value-tiers-line)) center / 1px 100% no-repeat;
  }
  .r-shift-band,
  .r-shift-dot {
    position: absolute;
    top: 50%;
    forced-color-adjust: none;
  }
  .r-shift-band {
    inset-inline-start: calc(var(--low) * 100%);
    width: calc((var(--high) - var(--low)) * 100%);
    height: 2px;
    margin-top: -1px;
    background: var(--value-tiers-protect);
  }
  .r-shift-dot {
    inset-inline-start: calc(var(--at) * 100%);
    width: 10px;
    height: 10px;
    margin: -6px 0 0 -6px;
    border: 2px solid var(--value-tiers-protect);
    border-radius: 50%;
    background: var(--value-tiers-surface);
  }
  .r-shift-dot[data-clear] {
    background: var(--value-tiers-protect);
  }
  @container view (max-width: 560px) {
    .r-shift-rows {
      grid-template-columns: minmax(0, 1fr) max-content;
      row-gap: 4px;
    }
    .r-shift-track {
      grid-column: 1 / -1;
      margin-bottom: 8px;
    }
    .r-waterfall {
      grid-template-columns: minmax(0, 1fr) max-content;
      row-gap: 4px;
    }
    .r-fall-track {
      grid-column: 1 / -1;
      height: 16px;
      margin-bottom: 8px;
    }
  }
`;
