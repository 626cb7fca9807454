/** Data that stay in a warehouse: the same rules as queries, to be copied. Part of DATA. */

import { html, nothing, type TemplateResult } from 'lit';
import type { DemandState } from '../element/demand.js';
import type { Dialect, Sql, SqlQuery } from '../engine/types.js';
import type { QueryId } from '../messages/warehouse.types.js';
import type { ViewContext } from './context.js';
import { failureText } from './failure.js';

const DIALECTS: readonly (readonly [Dialect, string])[] = [
  ['duckdb', 'DuckDB'], ['spark', 'Apache Spark'], ['postgresql', 'PostgreSQL'], ['bigquery', 'BigQuery'],
  ['snowflake', 'Snowflake'], ['clickhouse', 'ClickHouse'],
];
const QUERIES: readonly QueryId[] = ['summary', 'reconciliation', 'score'];

export interface WarehouseHandlers {
  /** Whether the queries are shown. */
  open(open: boolean): void;
  ask(change: Partial<SqlQuery>): void;
}

/** Copies what a text field shows, also where the page may not write to the clipboard by itself. */
async function copy(field: HTMLTextAreaElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    field.ownerDocument.execCommand('copy');
  }
}

export function renderWarehouse(state: DemandState<Sql>, query: SqlQuery, ctx: ViewContext, on: WarehouseHandlers): TemplateResult {
  const words = ctx.m.warehouse;
  const { document: sql, failure, asking } = state;
  const copied = async (event: Event): Promise<void> => {
    const block = (event.currentTarget as HTMLElement).closest('[data-query]');
    const field = block?.querySelector('textarea');
    const said = block?.querySelector('[role="status"]');
    if (!field || !said) return;
    await copy(field);
    said.textContent = words.copied;
  };
  return html`
    <div data-warehouse>
      <h3>${words.title}</h3>
      <p>${words.about}</p>
      <details @toggle=${(event: Event) => on.open((event.target as HTMLDetailsElement).open)}>
        <summary>${words.show}</summary>
        <div class="r-warehouse-question">
          <label class="r-field">
            <span>${words.engine}</span>
            <select @change=${(event: Event) => on.ask({ dialect: (event.target as HTMLSelectElement).value as Dialect })}>
              ${DIALECTS.map(([id, name]) => html`<option value=${id} ?selected=${id === query.dialect}>${name}</option>`)}
            </select>
          </label>
          <label class="r-field">
            <span>${words.table}</span>
            <input type="text" spellcheck="false" autocomplete="off" .value=${query.table}
              @change=${(event: Event) => on.ask({ table: (event.target as HTMLInputElement).value.trim() || 'orders' })} />
          </label>
        </div>
        ${failure ? html`<p role="alert">${failureText(ctx.m, ctx.fmt, failure)}</p>` : nothing}
        ${asking && !sql ? html`<p role="status">${words.working}</p>` : nothing}
        ${sql ? QUERIES.map((id) => block(id, sql[id], ctx, copied)) : nothing}
        ${sql?.left_out.length ? html`<ul>${sql.left_out.map((what) => html`<li>${words.leftOut[what]}</li>`)}</ul>` : nothing}
      </details>
    </div>
  `;
}

function block(id: QueryId, text: string | undefined, ctx: ViewContext, copied: (event: Event) => void): TemplateResult | typeof nothing {
  if (text === undefined) return nothing;
  const words = ctx.m.warehouse.query[id];
  return html`
    <div data-query=${id}>
      <label class="r-query">
        <b>${words.name}</b> <span>${words.about}</span>
        <textarea readonly rows="8" wrap="off" spellcheck="false" .value=${text}></textarea>
      </label>
      <p><button type="button" class="button" @click=${copied}>${words.copy}</button> <span role="status"></span></p>
    </div>
  `;
}
