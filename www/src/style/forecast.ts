/** WORTH, looking ahead: the verdict, totals with bands, and the proof. Accent is what was predicted, text what came. */

import { css } from 'lit';

export const forecast = css`
  .r-forecast,
  .r-values,
  .r-index {
    margin-top: calc(var(--value-tiers-space) * 6);
  }
  .r-minor {
    margin-top: 10px;
    font-size: var(--value-tiers-size-1);
    font-weight: 600;
    color: var(--value-tiers-muted);
  }
  .r-verdict {
    display: grid;
    gap: 4px;
    max-width: 84ch;
    margin-top: calc(var(--value-tiers-space) * 2);
    padding: 12px 16px;
    border-inline-start: 4px solid var(--value-tiers-warn);
    background: var(--value-tiers-warn-soft);
  }
  .r-verdict[data-trusted='true'] {
    border-color: var(--value-tiers-accent);
    background: var(--value-tiers-accent-soft);
  }
  .r-verdict-says {
    font-weight: 600;
  }
  .r-verdict .r-minor {
    color: var(--value-tiers-text);
  }
  .r-view .r-reasons {
    display: grid;
    gap: 4px;
    padding-inline-start: 1.1em;
    list-style: disc;
    font-size: var(--value-tiers-size-1);
  }
  .r-instead {
    margin-top: calc(var(--value-tiers-space) * 3);
  }
  .r-gap {
    font-size: var(--value-tiers-size-5);
    font-weight: 600;
    line-height: 1.25;
  }
  .r-warning {
    color: var(--value-tiers-risk);
    font-weight: 600;
  }
  .r-view .r-untrusted {
    margin-top: calc(var(--value-tiers-space) * 3);
  }
  .r-finding-title {
    margin: 0;
    font-size: var(--value-tiers-size-2);
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }

  /* Totals with bands */
  .r-outlook {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--value-tiers-space) * 3) calc(var(--value-tiers-space) * 5);
    margin-block: calc(var(--value-tiers-space) * 3) calc(var(--value-tiers-space) * 2);
  }
  @container view (min-width: 760px) {
    .r-outlook {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .r-outlook > div {
    display: grid;
    grid-template-rows: subgrid;
    grid-row: span 2;
    row-gap: 12px;
  }
  .r-whiskers {
    display: grid;
    align-content: start;
    gap: 14px;
  }
  .r-whisker {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 12px;
    align-items: baseline;
  }
  .r-whisker-name,
  .r-whisker-text span {
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-whisker-text {
    text-align: end;
  }
  .r-whisker-text b {
    font-size: var(--value-tiers-size-3);
    font-weight: 600;
    margin-inline-end: 6px;
  }
  .r-whisker-track {
    grid-column: 1 / -1;
    position: relative;
    display: block;
    height: 20px;
    background: var(--value-tiers-quiet-soft);
    border-radius: 2px;
    forced-color-adjust: none;
  }
  .r-whisker-bar {
    position: absolute;
    inset: 0 auto 0 0;
    width: calc(var(--at) * 100%);
    border-radius: 2px;
    background: var(--value-tiers-value-2);
    border-inline-end: 3px solid var(--value-tiers-accent);
    box-sizing: border-box;
  }
  .r-whisker-band {
    position: absolute;
    top: 4px;
    bottom: 4px;
    left: calc(var(--low) * 100%);
    width: calc((var(--high) - var(--low)) * 100%);
    box-sizing: border-box;
    border-inline: 2px solid var(--value-tiers-text);
  }
  .r-whisker-band::before {
    content: '';
    position: absolute;
    inset: calc(50% - 1px) 0 auto 0;
    height: 2px;
    background: var(--value-tiers-text);
  }

  /* The proof */
  .r-test {
    margin-top: calc(var(--value-tiers-space) * 4);
    padding-top: calc(var(--value-tiers-space) * 3);
    border-top: 1px solid var(--value-tiers-line);
  }
  .r-view .r-test > .r-facts {
    max-width: 84ch;
    margin-top: var(--value-tiers-space);
  }
  .r-proofs {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--value-tiers-space) * 5);
    margin-top: calc(var(--value-tiers-space) * 3);
  }
  .r-proof {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 8px;
  }
  .r-proof .r-details {
    margin-top: 0;
  }
  .r-view .r-proof .r-aside {
    margin: 0;
  }
  @container view (min-width: 760px) {
    .r-proofs {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .r-progress .r-curve-plot {
    height: clamp(180px, 24cqi, 240px);
    margin-inline-end: 136px;
  }
  .r-progress .r-progress-predicted { stroke: var(--value-tiers-accent); stroke-width: 2.5; stroke-dasharray: 6 4; }
  .r-progress .r-progress-actual { stroke: var(--value-tiers-text); stroke-width: 2.5; }
  .r-progress-from,
  .r-progress-to {
    top: calc(100% + 6px);
  }
  .r-progress-from {
    left: 0;
  }
  .r-progress-to {
    right: 0;
  }
  .r-progress-label {
    position: absolute;
    left: calc(100% + 8px);
    top: calc(var(--y) * 100%);
    white-space: nowrap;
    color: var(--value-tiers-text);
  }
  .r-progress-label.r-progress-predicted {
    color: var(--value-tiers-accent);
  }
  .r-progress-key {
    display: none;
  }
  .r-dash {
    width: 22px;
    border-top: 2.5px solid var(--value-tiers-text);
  }
  .r-dash-predicted {
    border-top: 2.5px dashed var(--value-tiers-accent);
  }
  .r-progress-label[data-side='above'] {
    translate: 0 -90%;
  }
  .r-progress-label[data-side='below'] {
    translate: 0 -10%;
  }

  .r-rivals {
    display: grid;
    gap: 10px;
  }
  .r-rival {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 12px;
    font-size: var(--value-tiers-size-1);
  }
  .r-rival .r-bar {
    grid-column: 1 / -1;
    height: 12px;
  }

  .r-marks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-marks li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .r-dot {
    flex: none;
    box-sizing: border-box;
    width: 11px;
    height: 11px;
    border-radius: 50%;
    forced-color-adjust: none;
  }
  .r-dot-predicted {
    border: 2.5px solid var(--value-tiers-accent);
  }
  .r-dot-actual {
    background: var(--value-tiers-text);
  }
  .r-dot-rule {
    width: 3px;
    height: 13px;
    border-radius: 0;
    background: var(--value-tiers-quiet);
  }
  .r-dots {
    display: grid;
    grid-template-columns: fit-content(38%) minmax(0, 1fr) auto;
    column-gap: 14px;
    font-size: var(--value-tiers-size-1);
  }
  .r-dots-row {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    align-items: center;
    min-height: 26px;
    border-bottom: 1px solid var(--value-tiers-line);
  }
  .r-dots-track {
    position: relative;
    height: 100%;
    margin-inline: 7px;
  }
  .r-dots-track .r-dot,
  .r-dots-error {
    position: absolute;
    top: 50%;
    translate: -50% -50%;
  }
  .r-dots-track .r-dot-predicted { left: calc(var(--predicted) * 100%); }
  .r-dots-track .r-dot-actual { left: calc(var(--actual) * 100%); }
  .r-dots-track .r-dot-rule { left: calc(var(--rule) * 100%); }
  .r-dots-error {
    left: calc(var(--from) * 100%);
    width: calc((var(--to) - var(--from)) * 100%);
    height: 2px;
    translate: 0 -50%;
    background: var(--value-tiers-accent);
    opacity: 0.5;
  }
  .r-dots-text {
    display: grid;
    grid-template-columns: repeat(2, minmax(3.4em, auto));
    gap: 10px;
    text-align: end;
  }
  .r-dots-text span {
    color: var(--value-tiers-accent);
  }

  .r-calibration .r-curve-plot {
    height: auto;
    aspect-ratio: 1.55;
  }
  .r-calibration-dot {
    position: absolute;
    left: calc(var(--x) * 100%);
    top: calc(var(--y) * 100%);
    width: calc(7px + var(--size) * 13px);
    aspect-ratio: 1;
    border-radius: 50%;
    translate: -50% -50%;
    border: 1.5px solid var(--value-tiers-surface);
    box-sizing: border-box;
    background: var(--value-tiers-accent);
    forced-color-adjust: none;
  }
  .r-calibration-even {
    position: absolute;
    left: 62%;
    top: 40%;
    padding-inline-start: 10px;
    color: var(--value-tiers-muted);
    white-space: nowrap;
  }

  /* Three values side by side */
  .r-values .r-switch {
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  .r-three {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
  }
  .r-three :is(th, td) {
    padding: 8px 16px 8px 0;
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    border-bottom: 1px solid var(--value-tiers-line);
  }
  .r-three :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .r-three thead th {
    font-weight: 600;
    font-size: var(--value-tiers-size-1);
    vertical-align: bottom;
  }
  .r-three thead .r-share,
  .r-three tbody th .r-share {
    display: block;
    font-weight: 400;
    font-size: var(--value-tiers-size-1);
  }
  .r-three td b {
    font-weight: 600;
    margin-inline-end: 6px;
  }
  .r-three td .r-share {
    font-size: var(--value-tiers-size-1);
  }
  .r-value-track {
    display: block;
    position: relative;
    height: 14px;
    margin-top: 4px;
    background: var(--value-tiers-quiet-soft);
    border-radius: 2px;
    forced-color-adjust: none;
  }
  .r-value-bar {
    position: absolute;
    inset: 0 auto 0 0;
    width: calc(var(--at) * 100%);
    background: var(--tone);
    border-radius: 2px;
  }
  .r-value-track .r-whisker-band {
    top: 2px;
    bottom: 2px;
  }
  @container view (max-width: 620px) {
    .r-three :is(th, td) {
      padding-inline-end: 8px;
      font-size: var(--value-tiers-size-1);
      overflow-wrap: anywhere;
    }
    .r-three thead .r-share {
      display: none;
    }
  }

  /* What a person sets */
  .r-assumed {
    font-weight: 600;
  }
  .r-sensitivity {
    margin-top: 20px;
  }
  .r-weight {
    display: grid;
    grid-template-columns: minmax(6em, 1fr) minmax(0, 1.4fr) auto;
  }
  .r-weight input[type='range'] {
    width: 100%;
    min-height: 28px;
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--value-tiers-accent);
  }

  /* The models */
  .r-models > p {
    max-width: 70ch;
    margin-top: var(--value-tiers-space);
  }
  .r-explained {
    display: grid;
    gap: calc(var(--value-tiers-space) * 2);
    max-width: 74ch;
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  .r-explained dt {
    display: flex;
    align-items: baseline;
    gap: 10px;
    font-weight: 600;
  }
  .r-used {
    color: var(--value-tiers-accent);
    font-size: var(--value-tiers-size-1);
  }
  .r-view .r-explained .r-aside {
    margin-top: 2px;
  }
  .r-parameters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
    gap: calc(var(--value-tiers-space) * 3);
  }
  .r-parameters .r-plain :is(th, td) {
    padding-inline-end: 12px;
  }
  .r-caption {
    text-align: start;
    font-weight: 600;
    padding-bottom: 4px;
  }

  @container view (max-width: 420px) {
    .r-dots-row {
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block: 4px;
      row-gap: 2px;
    }
    .r-dots-track {
      grid-column: 1 / -1;
      grid-row: 2;
      height: 16px;
    }
    .r-progress .r-curve-plot {
      margin-inline-end: 60px;
    }
    .r-progress-label span {
      display: none;
    }
    .r-progress-key {
      display: flex;
      margin-bottom: 6px;
    }
  }
  @media (forced-colors: active) {
    .r-whisker-bar,
    .r-dots-error,
    .r-calibration-dot,
    .r-dot-actual {
      background: CanvasText;
    }
    .r-value-bar {
      background: CanvasText;
    }
    .r-dot-predicted {
      border-color: Highlight;
    }
    .r-dot-rule {
      background: GrayText;
    }
    .r-whisker-track {
      background: Canvas;
      outline: 1px solid CanvasText;
    }
    .r-whisker-band,
    .r-whisker-band::before {
      border-color: Highlight;
      background: Highlight;
    }
    .r-progress .r-progress-predicted {
      stroke: Highlight;
    }
    .r-progress .r-progress-actual {
      stroke: CanvasText;
    }
  }
`;
