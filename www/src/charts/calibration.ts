/** Probabilities against what happened: a dot for each tenth, on the diagonal where the probability was right. */

import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Bin } from '../engine/types.js';
import { vars } from './vars.js';

export interface CalibrationWords {
  /** The finding, for those who don't see the dots. */
  label: string;
  x: string;
  y: string;
  /** On the diagonal. */
  even: string;
  tick: (share: number) => string;
}

const TICKS = [0, 0.5, 1] as const;

export function calibration(bins: Bin[], words: CalibrationWords): TemplateResult {
  const most = Math.max(...bins.map((bin) => bin.customers)) || 1;
  return html`
    <div class="r-curve r-calibration">
      <div class="r-curve-y" aria-hidden="true">${words.y}</div>
      <div class="r-curve-plot" role="img" aria-label=${words.label}>
        ${TICKS.map(
          (share) => html`
            <span class="r-curve-tick r-curve-ty" ${vars({ at: 1 - share })}>${words.tick(share)}</span>
            <span class="r-curve-tick r-curve-tx" ${vars({ at: share })}>${words.tick(share)}</span>
          `,
        )}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          ${TICKS.map((share) => svg`<path class="r-curve-grid" d=${`M0 ${share * 100}H100M${share * 100} 0V100`} />`)}
          <path class="r-curve-even" d="M0 100L100 0" />
        </svg>
        <span class="r-calibration-even">${words.even}</span>
        ${bins.map(
          (bin) => html`<span
            class="r-calibration-dot"
            ${vars({ x: bin.predicted, y: 1 - bin.actual, size: Math.sqrt(bin.customers / most) })}
          ></span>`,
        )}
      </div>
      <div class="r-curve-x" aria-hidden="true">${words.x}</div>
    </div>
  `;
}
