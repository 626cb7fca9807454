/** Wholes and their parts: bars of one length, aligned, each part in its own colour. The numbers stand beside them. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from './vars.js';

export interface SplitRow {
  /** What is split; absent where it is said elsewhere. */
  name?: string;
  parts: { tone: string; share: number }[];
}

/** `label` says the finding to those who don't see the bars. */
export function split(rows: SplitRow[], label: string): TemplateResult {
  return html`
    <div class="r-split" role="img" aria-label=${label}>
      ${rows.map(
        ({ name, parts }) => html`
          ${name === undefined ? nothing : html`<span class="r-split-name">${name}</span>`}
          <span class="r-split-bar">
            ${parts.map(({ tone, share }) => (share > 0 ? html`<span ${vars({ tone, share })}></span>` : nothing))}
          </span>
        `,
      )}
    </div>
  `;
}
