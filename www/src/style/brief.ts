/** Whom the report is of, the goal above the findings, and the one page for the boss on A4. */

import { css } from 'lit';

export const brief = css`
  .r-part {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 20px;
    margin-block-end: var(--value-tiers-space);
  }
  .r-part .r-field {
    display: flex;
    align-items: center;
    gap: 12px;
    max-inline-size: 100%;
  }
  .r-part .r-field > span {
    white-space: nowrap;
  }
  .r-part select {
    min-inline-size: 0;
  }
  .r-part-of {
    flex: 1 1 20em;
    margin: 0;
    padding: 6px 12px;
    border-inline-start: 3px solid var(--value-tiers-accent);
  }
  .r-goal {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 20px;
  }
  .r-view .r-goal .r-switch {
    margin-block: var(--value-tiers-space);
  }
  .r-brief {
    display: none;
  }
  @media print {
    .root[data-brief='true'] > :not(.r-brief) {
      display: none;
    }
    .root[data-brief='true'] {
      background: none;
    }
    .r-brief {
      display: block;
      font-size: 10.5pt;
      break-inside: avoid;
    }
    .r-view.r-brief h1 {
      margin: 0;
      font-size: 18pt;
      line-height: 1.25;
    }
    .r-view.r-brief .r-brief-facts {
      display: grid;
      grid-template-columns: repeat(4, 1fr);
      gap: 12pt;
      margin-block: 14pt;
    }
    .r-brief-facts dt {
      color: var(--value-tiers-muted);
      font-size: 9pt;
    }
    .r-brief-facts dd {
      font-size: 17pt;
      font-weight: 600;
    }
    .r-brief li {
      display: grid;
      grid-template-columns: 18pt minmax(0, 1fr) 92pt;
      gap: 8pt;
      padding-block: 8pt;
      border-top: 0.75pt solid var(--value-tiers-line);
    }
    .r-brief li .r-share {
      font-size: 8.5pt;
    }
    .r-brief-money {
      display: grid;
      align-content: start;
      text-align: end;
    }
    .r-brief-money b {
      font-size: 14pt;
    }
    .r-brief-money span {
      color: var(--value-tiers-muted);
      font-size: 8.5pt;
    }
  }
`;
