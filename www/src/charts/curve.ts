/**
 * How few customers make how much of the revenue: the cumulative curve, best customers first, against the straight
 * line of equal customers. Words stand in HTML above the drawing, so that they keep their size at any width.
 */

import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from './vars.js';

export interface CurveWords {
  /** The finding, for those who don't see the curve. */
  label: string;
  x: string;
  y: string;
  even: string;
  /** At the mark. */
  mark: string;
  /** Values on both axes, at 0, 25, 50, 75 and 100 percent. */
  ticks: string[];
}

/** `curve[i]` is the share made by the best `i` percent; `mark` is the percent to point at. */
export function curve(values: number[], mark: number, words: CurveWords): TemplateResult {
  // Refunds can lift the curve above the whole before its end.
  const top = Math.max(1, ...values);
  const y = (share: number): number => 100 - (share / top) * 100;
  const line = values.map((share, i) => `${i === 0 ? 'M' : 'L'}${i} ${y(share).toFixed(2)}`).join('');
  const at = values[mark] ?? 0;
  return html`
    <div class="r-curve">
      <div class="r-curve-y" aria-hidden="true">${words.y}</div>
      <div class="r-curve-plot" role="img" aria-label=${words.label}>
        ${words.ticks.map(
          (tick, i) => html`
            <span class="r-curve-tick r-curve-ty" ${vars({ at: y(i / 4) / 100 })}>${tick}</span>
            <span class="r-curve-tick r-curve-tx" ${vars({ at: i / 4 })}>${tick}</span>
          `,
        )}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          ${[0, 0.25, 0.5, 0.75, 1].map((share) => svg`<path class="r-curve-grid" d=${`M0 ${y(share)}H100`} />`)}
          <path class="r-curve-area" d=${`${line}V100H0Z`} />
          <path class="r-curve-even" d=${`M0 ${y(0)}L100 ${y(1)}`} />
          <path class="r-curve-drop" d=${`M${mark} 100V${y(at)}H0`} />
          <path class="r-curve-line" d=${line} />
        </svg>
        <span class="r-curve-dot" ${vars({ x: mark / 100, y: y(at) / 100 })}></span>
        <span class="r-curve-mark" ${vars({ x: mark / 100, y: y(at) / 100 })}>${words.mark}</span>
        <span class="r-curve-label" ${vars({ x: 0.72, y: y(0.68) / 100 })}>${words.even}</span>
      </div>
      <div class="r-curve-x" aria-hidden="true">${words.x}</div>
    </div>
  `;
}
