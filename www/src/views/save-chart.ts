/** Two links below a chart that save it as a picture. Stands right after the chart, inside what its finding heads. */

import { html, type TemplateResult } from 'lit';

import type { ViewContext } from './context.js';

/** A chart's name for the file: `concentration` gives `orders-concentration.png`. */
export function saveChart(ctx: ViewContext, name: string): TemplateResult {
  const save = (event: Event, kind: 'png' | 'svg'): void => {
    const place = (event.currentTarget as Element).closest('.r-save');
    const chart = place?.previousElementSibling;
    if (chart) ctx.picture(chart, name, kind);
  };
  const words = ctx.m.saveChart;
  return html`
    <p class="r-save">
      <button type="button" class="r-link" @click=${(event: Event) => save(event, 'png')}>${words.png}</button>
      <button type="button" class="r-link" @click=${(event: Event) => save(event, 'svg')}>${words.svg}</button>
    </p>
  `;
}
