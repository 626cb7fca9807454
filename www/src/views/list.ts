/** The way from a number to its customers. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CustomerQuery } from '../engine/types.js';
import type { ViewContext } from './context.js';

/** A button that shows these customers; `name` tells a screen reader which, where many such buttons stand together. */
export function showList(
  ctx: ViewContext,
  count: number,
  name: string,
  query: Partial<CustomerQuery>,
): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  const { report: words } = ctx.m;
  return html`<button
    type="button"
    class="r-list"
    aria-label=${words.showOf(ctx.fmt, { count, name })}
    @click=${() => ctx.open(query)}
  >
    ${words.show(ctx.fmt, { count })}<span class="r-arrow" aria-hidden="true"></span>
  </button>`;
}
