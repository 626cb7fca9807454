/** Two running totals, predicted and actual, over the time held back. Words stand in HTML above the drawing. */

import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { ticks } from './scale.js';
import { vars } from './vars.js';

export interface ProgressPoint {
  /** Share of the time that has passed, from 0 to 1. */
  at: number;
  predicted: number;
  actual: number;
}

export interface ProgressWords {
  /** The finding, for those who don't see the lines. */
  label: string;
  y: string;
  /** The ends of the time. */
  from: string;
  to: string;
  /** At the ends of the lines; where there is little room the names stand above. */
  predicted: { figure: string; name: string };
  actual: { figure: string; name: string };
  tick: (value: number) => string;
}

export function progress(points: ProgressPoint[], words: ProgressWords): TemplateResult {
  const values = ticks(Math.max(...points.flatMap((point) => [point.predicted, point.actual])));
  const top = values.at(-1) ?? 1;
  const y = (value: number): number => 1 - value / top;
  const path = (of: (point: ProgressPoint) => number): string =>
    `M0 100${points.map((point) => `L${(point.at * 100).toFixed(2)} ${(y(of(point)) * 100).toFixed(2)}`).join('')}`;
  const last = points.at(-1);
  const higher = (last?.predicted ?? 0) >= (last?.actual ?? 0) ? 'predicted' : 'actual';
  return html`
    <div class="r-curve r-progress">
      <ul class="r-marks r-progress-key" aria-hidden="true">
        <li><span class="r-dash r-dash-predicted"></span>${words.predicted.name}</li>
        <li><span class="r-dash r-dash-actual"></span>${words.actual.name}</li>
      </ul>
      <div class="r-curve-y" aria-hidden="true">${words.y}</div>
      <div class="r-curve-plot" role="img" aria-label=${words.label}>
        ${values.map((value) => html`<span class="r-curve-tick r-curve-ty" ${vars({ at: y(value) })}>${words.tick(value)}</span>`)}
        <span class="r-curve-tick r-progress-from">${words.from}</span>
        <span class="r-curve-tick r-progress-to">${words.to}</span>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          ${values.map((value) => svg`<path class="r-curve-grid" d=${`M0 ${y(value) * 100}H100`} />`)}
          <path class="r-progress-predicted" d=${path((point) => point.predicted)} />
          <path class="r-progress-actual" d=${path((point) => point.actual)} />
        </svg>
        <span class="r-progress-label r-progress-predicted" data-side=${higher === 'predicted' ? 'above' : 'below'}
          ${vars({ y: y(last?.predicted ?? 0) })}><b>${words.predicted.figure}</b> <span>${words.predicted.name}</span></span>
        <span class="r-progress-label r-progress-actual" data-side=${higher === 'actual' ? 'above' : 'below'}
          ${vars({ y: y(last?.actual ?? 0) })}><b>${words.actual.figure}</b> <span>${words.actual.name}</span></span>
      </div>
    </div>
  `;
}
