/** On A4: no controls, colours as they are, nothing cut between two pages that belongs together. */

import { css } from 'lit';

export const print = css`
  @media print {
    .r-view {
      font-size: 10pt;
      print-color-adjust: exact;
    }
    .r-view .r-switch,
    .r-list,
    .r-button,
    .r-save,
    .r-assume,
    .r-what-if select,
    .r-what-if input,
    .r-warehouse,
    .r-own-words,
    .r-agenda-question,
    .r-compare-question,
    .r-own > button,
    .r-rulebook,
    .r-details:not([open]) {
      display: none;
    }
    .r-link {
      text-decoration: none;
    }
    .r-action,
    .r-finding,
    .r-cluster,
    .r-tier,
    .r-play,
    .r-concentration,
    .r-scatter-frame,
    .r-sankey,
    .r-grid,
    .r-groups tr,
    .r-tiles,
    .r-flow,
    .r-proof,
    .r-cause,
    .r-agenda-lane,
    .r-split-groups li,
    .r-test svg,
    .r-rivals {
      break-inside: avoid;
    }
    .r-heading,
    .r-headline {
      break-after: avoid;
    }
    button.r-cell:hover {
      outline: none;
    }
  }
`;
