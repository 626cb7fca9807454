/** RISK: levels from amber to red, patterns as cards. Red is danger, grey needs no attention. */

import { css } from 'lit';

export const risk = css`
  .r-split {
    display: grid;
    gap: 4px;
    margin-block: calc(var(--value-tiers-space) * 2);
  }
  .r-split-name {
    color: var(--value-tiers-muted);
    font-size: var(--value-tiers-size-1);
  }
  .r-split-bar {
    display: flex;
    gap: 2px;
    height: 24px;
    forced-color-adjust: none;
  }
  .r-split-bar > span {
    flex: var(--share) 0 2px;
    background: var(--tone);
    border-radius: 2px;
  }
  .r-cause .r-split {
    margin-block: 4px 0;
  }
  .r-cause .r-split-bar {
    height: 12px;
  }
  .r-target {
    display: inline-flex;
    align-items: baseline;
    gap: 6px;
    white-space: nowrap;
  }
  .r-target input {
    width: 6em;
    min-height: 28px;
    padding: 2px 6px;
    font: inherit;
    color: inherit;
    background: var(--value-tiers-surface);
    border: 1px solid var(--value-tiers-control);
    border-radius: 4px;
  }
  .r-target[data-met='false'] b {
    color: var(--value-tiers-risk);
  }
  .r-levels {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--value-tiers-space) * 3);
  }
  .r-view .r-level h4,
  .r-view .r-cause h5 {
    display: flex;
    align-items: baseline;
    gap: 8px;
    margin: 0;
    font-size: var(--value-tiers-size-2);
    font-weight: 600;
  }
  .r-level-mark {
    flex: none;
    width: 12px;
    height: 12px;
    border-radius: 2px;
    background: var(--value-tiers-quiet);
    forced-color-adjust: none;
  }
  .r-level[data-band='red'] .r-level-mark {
    background: var(--value-tiers-risk);
    rotate: 45deg;
  }
  .r-level[data-band='amber'] .r-level-mark {
    background: var(--value-tiers-warn);
    border-radius: 50%;
  }
  .r-level .r-share,
  .r-cause .r-share {
    font-size: var(--value-tiers-size-1);
  }
  .r-view .r-cause h5 .r-share {
    margin-inline-start: auto;
    font-weight: 400;
  }
  .r-risk .r-about {
    margin-block: calc(var(--value-tiers-space) * 2);
  }
  .r-why .r-minor,
  .r-why > .r-aside {
    margin-top: calc(var(--value-tiers-space) * 2);
  }
  .r-risk .r-verdict {
    margin-block: calc(var(--value-tiers-space) * 2);
  }
  .r-why {
    margin-top: calc(var(--value-tiers-space) * 5);
    padding-top: calc(var(--value-tiers-space) * 3);
    border-top: 1px solid var(--value-tiers-line);
  }
  .r-causes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--value-tiers-space) * 4) calc(var(--value-tiers-space) * 5);
    margin-block: calc(var(--value-tiers-space) * 2);
  }
  .r-cause {
    display: grid;
    align-content: start;
    gap: 4px;
    min-width: 0;
  }
  @container view (min-width: 640px) {
    .r-levels {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container view (min-width: 760px) {
    .r-causes {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .r-split-bar > span {
      background: Canvas;
      border: 1px solid CanvasText;
    }
    .r-split-bar > span:first-child,
    .r-level-mark {
      background: CanvasText;
    }
  }
`;
