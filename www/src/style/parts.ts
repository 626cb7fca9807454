/** What several sections of the report share: type, bars, tables, switches, buttons. */

import { css } from 'lit';

export const parts = css`
  .r-view {
    container: view / inline-size;
    color: var(--value-tiers-text);
    font-size: var(--value-tiers-size-2);
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
  }
  .r-view :is(h3, h4, p, ul, ol, dl, dd, figure, fieldset) {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .r-view :is(ul, ol) {
    list-style: none;
  }
  .r-tone-protect { --tone: var(--value-tiers-protect); }
  .r-tone-grow { --tone: var(--value-tiers-grow); }
  .r-tone-welcome { --tone: var(--value-tiers-welcome); }
  .r-tone-save { --tone: var(--value-tiers-save); }
  .r-tone-rest { --tone: var(--value-tiers-rest); }
  .r-tone-convert { --tone: var(--value-tiers-convert); }

  .r-heading {
    font-size: var(--value-tiers-size-3);
    font-weight: 600;
    line-height: 1.35;
    max-width: 70ch;
    text-wrap: balance;
  }
  .r-about,
  .r-aside,
  .r-off {
    color: var(--value-tiers-muted);
    max-width: 70ch;
  }
  .r-view .r-about {
    margin-top: calc(var(--value-tiers-space) * 0.5);
  }
  .r-aside {
    font-size: var(--value-tiers-size-1);
  }
  .r-view .r-aside {
    margin-top: var(--value-tiers-space);
  }
  .r-off {
    padding-block: calc(var(--value-tiers-space) * 3);
  }
  .r-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .r-icon {
    width: 1.125em;
    height: 1.125em;
    flex: none;
    fill: none;
    stroke: var(--tone, currentColor);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :where(.r-view, .r-query) textarea {
    box-sizing: border-box;
    inline-size: 100%;
    padding: 8px;
    font: inherit;
    color: inherit;
    background: var(--value-tiers-surface);
    border: 1px solid var(--value-tiers-control);
    border-radius: var(--value-tiers-radius);
  }
  .r-num {
    text-align: end;
  }

  /* A bar and the number it shows. */
  .r-bar {
    display: block;
    height: 8px;
    margin-top: 4px;
    border-radius: 2px;
    background: var(--value-tiers-quiet-soft);
    position: relative;
    overflow: hidden;
    forced-color-adjust: none;
  }
  .r-bar::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    width: calc(var(--share) * 100%);
    min-width: calc(min(var(--share) * 1000, 1) * 2px);
    border-radius: 2px;
    background: var(--tone);
  }
  .r-figure {
    display: flex;
    justify-content: space-between;
    gap: var(--value-tiers-space);
    align-items: baseline;
  }
  .r-share {
    color: var(--value-tiers-muted);
  }

  .r-big {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 12px;
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-big b {
    color: var(--value-tiers-text);
    font-size: var(--value-tiers-size-4);
    font-weight: 600;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  .r-meaning {
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-facts {
    display: grid;
    align-content: start;
    gap: 4px;
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }

  /* Buttons */
  .r-list,
  .r-link,
  .r-button {
    font: inherit;
    cursor: pointer;
    color: var(--value-tiers-accent);
    background: none;
    border: 0;
    padding: 0;
    text-align: start;
  }
  .r-list {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    font-size: var(--value-tiers-size-1);
    font-weight: 600;
  }
  .r-view .r-save {
    display: flex;
    flex-wrap: wrap;
    gap: 4px calc(var(--value-tiers-space) * 2);
    margin-top: 4px;
    font-size: var(--value-tiers-size-1);
    color: var(--value-tiers-muted);
  }
  .r-link {
    min-height: 24px;
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentColor 35%, transparent);
    text-underline-offset: 3px;
    color: inherit;
  }
  .r-list:hover,
  .r-link:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .r-arrow {
    width: 6px;
    height: 6px;
    border: solid currentColor;
    border-width: 1.75px 1.75px 0 0;
    rotate: 45deg;
    margin-inline-end: 3px;
  }
  .r-button {
    min-height: 40px;
    padding: 0 calc(var(--value-tiers-space) * 2);
    border: 1px solid var(--value-tiers-control);
    border-radius: var(--value-tiers-radius);
    font-weight: 600;
    margin-top: var(--value-tiers-space);
  }
  .r-button:hover {
    background: var(--value-tiers-accent-soft);
  }
  .r-view :is(button, summary, input, .r-scroll):focus-visible,
  .r-choice:has(:focus-visible) {
    outline: 2px solid var(--value-tiers-accent);
    outline-offset: 2px;
    border-radius: 4px;
  }

  /* One of several views */
  .r-choices {
    display: contents;
  }
  .r-view .r-switch {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 3px;
    background: var(--value-tiers-quiet-soft);
    border-radius: var(--value-tiers-radius);
    margin-bottom: calc(var(--value-tiers-space) * 2.5);
  }
  .r-choice {
    position: relative;
    cursor: pointer;
    border-radius: 6px;
  }
  .r-choice input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .r-choice span {
    display: block;
    padding: 5px 14px;
    border-radius: 6px;
    color: var(--value-tiers-muted);
    border: 1px solid transparent;
  }
  .r-choice:hover span {
    color: var(--value-tiers-text);
  }
  .r-choice input:checked + span {
    background: var(--value-tiers-surface);
    color: var(--value-tiers-text);
    font-weight: 600;
    border-color: var(--value-tiers-line);
  }

  /* What is behind a chart */
  .r-details {
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  .r-details > summary {
    cursor: pointer;
    width: fit-content;
    min-height: 28px;
    line-height: 28px;
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-details > summary:hover {
    color: var(--value-tiers-text);
  }
  .r-scroll {
    overflow-x: auto;
  }
  .r-plain {
    border-collapse: collapse;
    font-size: var(--value-tiers-size-1);
    margin-top: var(--value-tiers-space);
  }
  .r-plain :is(th, td) {
    padding: 6px 24px 6px 0;
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    border-bottom: 1px solid var(--value-tiers-line);
  }
  .r-plain :is(th, td):last-child {
    padding-inline-end: 0;
  }
  /* Chinese breaks after any character: a narrow column would stand on its head. */
  .r-scroll .r-plain :is(th, td):not(.r-num) {
    min-inline-size: 5em;
  }
  .r-plain thead th {
    color: var(--value-tiers-muted);
  }
  .r-plain :is(th, td).r-num {
    text-align: end;
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .r-choice input:checked + span {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .r-icon {
      stroke: CanvasText;
    }
    .r-bar {
      background: Canvas;
      border: 1px solid CanvasText;
    }
    .r-bar::before {
      background: CanvasText;
    }
  }
`;
