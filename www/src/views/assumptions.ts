/** What a person sets for the value of the forecast, and no model knows: margin, discount, horizon. */

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Report, ValueSettings } from '../engine/types.js';
import type { ViewContext } from './context.js';

const MOST_MONTHS = 60;

/** A share as a form shows it: 7.5, and not 7.500000000000001. */
export const percent = (share: number | undefined): string => (share === undefined ? '' : String(Number((share * 100).toPrecision(6))));

/** What the form says; absent where it can't be. An empty margin is none: value is then revenue. */
export function assumptionsOf(data: FormData): ValueSettings | undefined {
  const read = (name: string): string => String(data.get(name) ?? '').trim();
  const [discount, months] = [Number(read('discount') || NaN) / 100, Number(read('months') || NaN)];
  const margin = read('margin') === '' ? undefined : Number(read('margin')) / 100;
  const fits = (value: number, low: number, high: number): boolean => value >= low && value <= high;
  if (!fits(discount, 0, 1) || !fits(months, 1, MOST_MONTHS) || !Number.isInteger(months)) return undefined;
  if (margin === undefined) return { discount_per_year: discount, months };
  return fits(margin, 0, 1) ? { margin, discount_per_year: discount, months } : undefined;
}

export function renderAssumptions(report: Report, ctx: ViewContext): TemplateResult {
  const words = ctx.m.forecast.assumptions;
  const value = report.settings.value ?? {};
  return html`
    <details class="r-details r-rulebook">
      <summary>${words.title}</summary>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const chosen = assumptionsOf(new FormData(event.currentTarget as HTMLFormElement));
          if (chosen) ctx.recalculate({ value: chosen });
        }}
      >
        <p class="r-assumed">${words.yours}</p>
        <label class="r-field">
          <span>${words.margin}</span>
          <input name="margin" type="number" min="0" max="100" step="any" .value=${percent(value.margin)} />
        </label>
        <p class="r-aside">${words.noMargin}</p>
        <label class="r-field">
          <span>${words.discount}</span>
          <input name="discount" type="number" min="0" max="100" step="any" required .value=${percent(value.discount_per_year)} />
        </label>
        <label class="r-field">
          <span>${words.months}</span>
          <input name="months" type="number" min="1" max=${MOST_MONTHS} step="1" required .value=${String(value.months ?? '')} />
        </label>
        <button type="submit" class="r-button">${words.apply}</button>
      </form>
    </details>
  `;
}
