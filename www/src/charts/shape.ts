/** Eight shapes for eight groups, so that a group is known without its colour: the same in the plot and beside its name. */

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { toneOfCluster } from './tone.js';
import { vars } from './vars.js';

/** Outlines in 16 × 16: circle, diamond, triangle, square, cross, triangle on its head, plus, hexagon. */
const OUTLINES = [
  'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z',
  'M8 0l8 8-8 8-8-8z',
  'M8 1l8 14H0z',
  'M1.5 1.5h13v13h-13z',
  'M3 0l5 5 5-5 3 3-5 5 5 5-3 3-5-5-5 5-3-3 5-5-5-5z',
  'M0 1h16L8 15z',
  'M5.5 0h5v5.5H16v5h-5.5V16h-5v-5.5H0v-5h5.5z',
  'M4 1h8l4 7-4 7H4L0 8z',
] as const;

/** The outline of a k-means group, from 1. */
export const outlineOf = (id: number): string => OUTLINES[(id - 1) % OUTLINES.length] ?? OUTLINES[0];

/** The mark of a k-means group in its colour. */
export function mark(id: number): TemplateResult {
  return html`<svg
    class="r-mark"
    viewBox="0 0 16 16"
    aria-hidden="true"
    focusable="false"
    ${vars({ tone: toneOfCluster(id) })}
  >
    <path d=${outlineOf(id)} />
  </svg>`;
}
