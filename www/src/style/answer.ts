/** ANSWER: headline, key figures, the two bars, a card for each action group, findings. */

import { css } from 'lit';

export const answer = css`
  .r-answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--value-tiers-space) * 2);
  }
  .r-answer > .r-details {
    margin-top: 0;
  }
  .r-headline {
    font-size: var(--value-tiers-size-4);
    font-weight: 600;
    line-height: 1.3;
    letter-spacing: -0.01em;
    max-width: 44em;
    text-wrap: pretty;
  }
  /* Each sentence on a line of its own. */
  .r-headline span {
    display: block;
  }
  .r-headline .r-tone-save {
    color: var(--value-tiers-risk);
  }

  .r-view .r-tiles {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--value-tiers-space) * 2) calc(var(--value-tiers-space) * 3);
    border-block: 1px solid var(--value-tiers-line);
    padding-block: calc(var(--value-tiers-space) * 1.5);
  }
  .r-tile dt {
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-tile .r-value {
    font-size: var(--value-tiers-size-3);
    font-weight: 600;
    white-space: nowrap;
  }
  .r-tile .r-under {
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
    line-height: 1.35;
  }
  @container view (min-width: 560px) {
    .r-view .r-tiles {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container view (min-width: 880px) {
    .r-view .r-tiles {
      grid-template-columns: repeat(6, auto);
      justify-content: space-between;
    }
    .r-tile {
      max-width: 12em;
    }
    /* Its rule is a sentence. */
    .r-tile:last-child {
      max-width: 14.5em;
    }
  }

  /* Two bars and the bands between them */
  .r-flow {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .r-flow-side {
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  @container view (min-width: 760px) {
    .r-flow {
      grid-template-columns: auto minmax(0, 1fr);
      column-gap: calc(var(--value-tiers-space) * 2);
    }
    /* Beside its bar, which has its own words on the other side. */
    .r-flow-side {
      grid-column: 1;
      line-height: 20px;
    }
    .r-flow-first {
      grid-row: 1;
      align-self: end;
    }
    .r-flow-last {
      grid-row: 3;
    }
    .r-flow :is(.r-flow-bar, .r-flow-bands) {
      grid-column: 2;
    }
  }
  .r-flow-bar {
    display: flex;
  }
  .r-flow-part {
    flex: var(--span) 1 0;
    min-width: 0;
    display: flex;
    flex-direction: column;
    container: part / inline-size;
  }
  .r-flow-below .r-flow-part {
    flex-direction: column-reverse;
  }
  .r-flow-text {
    display: flex;
    align-items: center;
    column-gap: 6px;
    height: 1.6em;
    overflow: hidden;
    white-space: nowrap;
    padding-inline-end: 4px;
  }
  .r-flow-name {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .r-flow-mark {
    height: 20px;
    margin-inline-end: 2px;
    background: var(--tone);
    forced-color-adjust: none;
  }
  .r-flow-part:last-child .r-flow-mark {
    margin-inline-end: 0;
  }
  .r-flow-part:first-child .r-flow-mark {
    border-start-start-radius: 4px;
    border-end-start-radius: 4px;
  }
  .r-flow-part:last-child .r-flow-mark {
    border-start-end-radius: 4px;
    border-end-end-radius: 4px;
  }
  .r-flow-bands {
    display: block;
    width: 100%;
    height: 32px;
    overflow: visible;
    forced-color-adjust: none;
  }
  .r-flow-band {
    fill: var(--tone);
    opacity: 0.18;
  }
  @container part (max-width: 112px) {
    .r-flow-name {
      display: none;
    }
  }
  @container part (max-width: 66px) {
    .r-flow-text .r-icon {
      display: none;
    }
  }
  @container part (max-width: 40px) {
    .r-flow-text b {
      display: none;
    }
  }

  /* A card for each group */
  .r-actions {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px calc(var(--value-tiers-space) * 3);
  }
  @container view (min-width: 480px) {
    .r-actions {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container view (min-width: 760px) {
    .r-actions {
      grid-template-columns: repeat(auto-fit, minmax(184px, 1fr));
    }
  }
  .r-action {
    display: grid;
    /* The same line of every card at the same height. */
    grid-row: span 5;
    grid-template-rows: subgrid;
    align-content: start;
    padding-top: 10px;
    border-top: 3px solid var(--tone);
    margin-bottom: calc(var(--value-tiers-space) * 1.5);
  }
  .r-action h4 {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: var(--value-tiers-size-2);
    font-weight: 600;
  }
  .r-action .r-big b {
    flex-basis: 100%;
  }
  .r-step {
    text-wrap: pretty;
  }
  .r-view .r-action .r-step {
    margin-block: 4px;
  }
  .r-first {
    display: block;
    font-size: var(--value-tiers-size-1);
    color: var(--value-tiers-muted);
  }

  .r-notes {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    padding: calc(var(--value-tiers-space) * 1.5) calc(var(--value-tiers-space) * 2);
    background: var(--value-tiers-warn-soft);
    border-radius: var(--value-tiers-radius);
    font-size: var(--value-tiers-size-1);
  }
  .r-notes b {
    color: var(--value-tiers-warn);
  }

  /* Findings: number first, money and list at the end of the line */
  .r-finding {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 4px 12px;
    padding-block: calc(var(--value-tiers-space) * 1.5);
    border-top: 1px solid var(--value-tiers-line);
  }
  .r-finding .r-icon {
    margin-top: 3px;
  }
  .r-sentence {
    font-weight: 600;
    max-width: 60ch;
  }
  .r-said .r-step {
    color: var(--value-tiers-muted);
    max-width: 64ch;
  }
  .r-money {
    grid-column: 2;
    display: flex;
    gap: 8px;
    align-items: baseline;
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-money b {
    color: var(--value-tiers-text);
    font-size: var(--value-tiers-size-2);
  }
  .r-go {
    grid-column: 2;
  }
  .r-money:empty,
  .r-go:empty {
    display: none;
  }
  @container view (min-width: 760px) {
    .r-finding {
      grid-template-columns: 20px minmax(0, 1fr) 12em 13.5em;
      align-items: start;
    }
    .r-money,
    .r-go {
      grid-column: auto;
    }
    .r-money {
      flex-direction: column;
      gap: 0;
      align-items: end;
      text-align: end;
    }
    .r-go {
      justify-self: end;
    }
    .r-money:empty,
    .r-go:empty {
      display: block;
    }
  }
  @media (forced-colors: active) {
    .r-flow-mark {
      background: CanvasText;
      outline: 1px solid Canvas;
    }
    .r-flow-band {
      fill: CanvasText;
    }
  }
`;
