/** Whom the report is of: everybody, or those with one value of a column. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Report, Split } from '../engine/types.js';
import type { ViewContext } from './context.js';

/** How a column is called: with what was made of its cells, where that is not the cell itself. */
export function columnName({ column, measure }: Pick<Split, 'column' | 'measure'>, ctx: ViewContext): string {
  return ['as_is', 'latest', 'main'].includes(measure) ? column : `${column} · ${ctx.m.card.attributes.measure[measure]}`;
}

/** In a sentence. */
export function partSentence({ part }: Report, ctx: ViewContext): string | undefined {
  if (!part) return undefined;
  const { only: { column, measure, value }, customers, of } = part;
  return ctx.m.report.part.of(ctx.fmt, { column: measure ? columnName({ column, measure }, ctx) : column, value, customers, of });
}

export function renderPart(report: Report, ctx: ViewContext): TemplateResult | typeof nothing {
  const splits = report.splits ?? [];
  const words = ctx.m.report.part;
  if (splits.length === 0) return nothing;
  const only = report.part?.only;
  const choose = (event: Event): void => {
    const [split, value] = (event.target as HTMLSelectElement).value.split('.').map(Number);
    const { column, measure, values } = splits[split ?? -1] ?? {};
    const chosen = values?.[value ?? -1];
    ctx.recalculate({ only: column && measure && chosen ? { column, measure, value: chosen.value } : undefined });
  };
  // One that is not among the largest was asked for by settings.
  const at = splits.findIndex(({ column, measure }) => column === only?.column && (!only.measure || measure === only.measure));
  const listed = splits[at]?.values.some(({ value }) => value === only?.value);
  const said = partSentence(report, ctx);
  return html`
    <div class="r-part" ?data-part=${said !== undefined}>
      <label class="r-field">
        <span>${words.label}</span>
        <select data-part @change=${choose}>
          <option value="" ?selected=${!only}>${words.all}</option>
          ${only && !listed ? html`<option value="" selected disabled>${only.value}</option>` : nothing}
          ${splits.map((split, place) => html`<optgroup label=${columnName(split, ctx)}>
            ${split.values.map(({ value, customers }, which) => html`<option value="${place}.${which}"
              ?selected=${place === at && value === only?.value}
            >${words.value(ctx.fmt, { value, customers })}</option>`)}
          </optgroup>`)}
        </select>
      </label>
      ${said === undefined ? nothing : html`<p class="r-part-of" role="status">${said}
        <button type="button" class="r-link" @click=${() => ctx.recalculate({ only: undefined })}>${words.back}</button></p>`}
    </div>
  `;
}
