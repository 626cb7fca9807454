/** Totals with their bands on one axis from zero: a bar up to what is expected, a whisker from the low to the high end. */

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from './vars.js';

export interface Whisker {
  name: string;
  expected: number;
  low: number;
  high: number;
  /** The expected total, as text. */
  text: string;
  /** Its band, as text. */
  band: string;
}

/** `label` is the finding, for those who don't see the bars. */
export function whiskers(rows: Whisker[], label: string): TemplateResult {
  const whole = Math.max(...rows.map((row) => row.high)) || 1;
  return html`
    <div class="r-whiskers" role="img" aria-label=${label}>
      ${rows.map(
        (row) => html`
          <div class="r-whisker">
            <span class="r-whisker-name">${row.name}</span>
            <span class="r-whisker-text"><b>${row.text}</b> <span>${row.band}</span></span>
            <span
              class="r-whisker-track"
              ${vars({ at: row.expected / whole, low: row.low / whole, high: row.high / whole })}
            ><span class="r-whisker-bar"></span><span class="r-whisker-band"></span></span>
          </div>
        `,
      )}
    </div>
  `;
}
