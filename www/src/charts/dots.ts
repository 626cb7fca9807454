/**
 * Predicted beside actual, group by group, as marks on one axis from zero: a ring for what was predicted, a dot for
 * what came, a small bar for the simple rule. The line between ring and dot is the error.
 */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from './vars.js';

export interface DotRow {
  name: string;
  predicted: number;
  actual: number;
  /** What a simple rule said, if there is one. */
  rule?: number;
  predictedText: string;
  actualText: string;
}

export interface DotWords {
  /** The finding, for those who don't see the marks. */
  label: string;
  predicted: string;
  actual: string;
  rule?: string;
}

/** What the marks mean. */
export function key(words: { predicted: string; actual: string; rule?: string }): TemplateResult {
  return html`
    <ul class="r-marks">
      <li><span class="r-dot r-dot-predicted"></span>${words.predicted}</li>
      <li><span class="r-dot r-dot-actual"></span>${words.actual}</li>
      ${words.rule === undefined ? nothing : html`<li><span class="r-dot r-dot-rule"></span>${words.rule}</li>`}
    </ul>
  `;
}

/** `most` is the end of the axis; without it the largest value is. */
export function dots(rows: DotRow[], words: DotWords, most?: number): TemplateResult {
  const whole = most ?? (Math.max(...rows.flatMap((row) => [row.predicted, row.actual, row.rule ?? 0])) || 1);
  return html`
    ${key(words)}
    <div class="r-dots" role="img" aria-label=${words.label}>
      ${rows.map(
        (row) => html`
          <div class="r-dots-row">
            <span class="r-dots-name">${row.name}</span>
            <span
              class="r-dots-track"
              ${vars({
                predicted: row.predicted / whole,
                actual: row.actual / whole,
                ...(row.rule === undefined ? {} : { rule: row.rule / whole }),
                from: Math.min(row.predicted, row.actual) / whole,
                to: Math.max(row.predicted, row.actual) / whole,
              })}
            >
              <span class="r-dots-error"></span>
              ${row.rule === undefined ? nothing : html`<span class="r-dot r-dot-rule"></span>`}
              <span class="r-dot r-dot-actual"></span>
              <span class="r-dot r-dot-predicted"></span>
            </span>
            <span class="r-dots-text"><span>${row.predictedText}</span><b>${row.actualText}</b></span>
          </div>
        `,
      )}
    </div>
  `;
}
