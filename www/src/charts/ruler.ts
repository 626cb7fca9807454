/** A ruler: groups side by side with the thresholds between them. All are equally wide; where a group begins is written below. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from './vars.js';

export interface RulerCell {
  name: string;
  tone: string;
  /** Where it begins; absent for the first. */
  from?: string | undefined;
  /** More about where it begins. */
  more?: string | undefined;
}

/** `label` says the thresholds to those who don't see the ruler. */
export function ruler(cells: RulerCell[], label: string): TemplateResult {
  return html`
    <div class="r-ruler" role="img" aria-label=${label} ${vars({ cells: cells.length })}>
      ${cells.map(
        ({ name, tone, from, more }) => html`
          <span class="r-ruler-cell" ${vars({ tone })}>
            <span class="r-ruler-name">${name}</span>
            <span class="r-ruler-bar"></span>
            <span class="r-ruler-from">${from ?? nothing}${more === undefined ? nothing : html`<br />${more}`}</span>
          </span>
        `,
      )}
    </div>
  `;
}
