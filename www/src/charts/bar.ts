/** A bar from zero: the number beside it is the value, the length only shows it. */

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from './vars.js';

/** `share` of the whole length, from 0 to 1. */
export function bar(share: number, tone: string): TemplateResult {
  const length = Number.isFinite(share) ? Math.min(Math.max(share, 0), 1) : 0;
  return html`<span class="r-bar" aria-hidden="true" ${vars({ share: length, tone })}></span>`;
}
