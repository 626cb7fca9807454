/**
 * Shares beside the share of everybody, on one axis from zero: a dot with its interval, and a small bar for all. The farther
 * the dot lies from the bar, the more the group differs.
 */

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from './vars.js';

export interface LiftRow {
  name: string | TemplateResult;
  share: number;
  interval: [number, number];
  /** The share of all. */
  all: number;
  text: string;
  /** What stands beside it, in grey. */
  aside: string;
}

/** `label` says the finding to those who don't see the marks; `share` and `all` say what the marks are. */
export function lift(rows: LiftRow[], words: { label: string; share: string; all: string; interval: string }): TemplateResult {
  const whole = Math.max(...rows.flatMap((row) => [row.interval[1], row.all])) || 1;
  return html`
    <ul class="r-marks">
      <li><span class="r-dot r-dot-actual"></span>${words.share}</li>
      <li><span class="r-lift-line"></span>${words.interval}</li>
      <li><span class="r-dot r-dot-rule"></span>${words.all}</li>
    </ul>
    <div class="r-dots r-lift" role="group" aria-label=${words.label}>
      ${rows.map(
        (row) => html`
          <div class="r-dots-row">
            <span class="r-dots-name">${row.name}</span>
            <span class="r-dots-track" aria-hidden="true"
              ${vars({ actual: row.share / whole, rule: row.all / whole, from: row.interval[0] / whole, to: row.interval[1] / whole })}>
              <span class="r-dots-error"></span>
              <span class="r-dot r-dot-rule"></span>
              <span class="r-dot r-dot-actual"></span>
            </span>
            <span class="r-dots-text"><span>${row.aside}</span><b>${row.text}</b></span>
          </div>
        `,
      )}
    </div>
  `;
}
