/** CUSTOMERS: the paged table behind every number; each name opens the card that explains it. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { PAGE_SIZES, type BrowseState } from '../element/browse.js';
import type { Formatter } from '../element/format.js';
import type { CustomerQuery, CustomerRow, CustomerSort, Report } from '../engine/types.js';
import type { Messages } from '../messages/types.js';

export interface CustomersHandlers {
  ask(change: Partial<CustomerQuery>): void;
  type(search: string): void;
  clear(): void;
  /** Explains a customer. */
  explain(row: CustomerRow): void;
  download(): void;
}

type Column = keyof Messages['customers']['columns'];

/** The columns, in order; `sort` where the engine sorts by it, `number` where it is aligned right, `from` the width that has room. */
const COLUMNS: readonly { id: Column; sort?: CustomerSort; number?: boolean; from?: 'middle' | 'wide' }[] = [
  { id: 'customer', sort: 'customer' },
  { id: 'segment' },
  { id: 'tier', from: 'wide' },
  { id: 'lastOrder', sort: 'last_order', number: true, from: 'middle' },
  { id: 'orders', sort: 'orders', number: true, from: 'middle' },
  { id: 'net', sort: 'net', number: true },
  { id: 'valueIndex', sort: 'value_index', number: true, from: 'wide' },
  { id: 'potential', sort: 'potential_value', number: true, from: 'wide' },
  { id: 'overdue', sort: 'overdue', number: true, from: 'wide' },
  { id: 'expected', sort: 'expected_value_12m', number: true, from: 'wide' },
  { id: 'risk', sort: 'risk', number: true, from: 'middle' },
  { id: 'atRisk', sort: 'value_at_risk', number: true, from: 'middle' },
];

/** A forecast that did not pass its test has no column: a number in a table is believed. */
const columnsOf = (report: Report): typeof COLUMNS =>
  COLUMNS.filter(({ id }) =>
    id === 'expected' ? report.models?.trusted : id === 'risk' || id === 'atRisk' ? report.warnings?.source : true);

const valueOf = (event: Event): string => (event.target as HTMLSelectElement | HTMLInputElement).value;

/** Whether anything narrows the list. */
const narrowed = (query: CustomerQuery): boolean =>
  [query.search, query.segment, query.action, query.stage, query.value_tier, query.potential_tier, query.cluster, query.risk_band, query.cause, query.own, query.r, query.f, query.next, query.bought, query.not_bought]
    .some((value) => value !== undefined) || query.key_account === true || query.at_a_loss === true;

export function renderCustomers(
  m: Messages, f: Formatter, report: Report, state: BrowseState, on: CustomersHandlers,
): TemplateResult {
  const { query, customers } = state;
  const total = customers?.total ?? 0;
  return html`
    ${renderFilters(m, f, report, query, on)}
    <p role="status" class="muted">${customers ? m.customers.lead(f, { total }) : m.topbar.updating}</p>
    ${total === 0 && customers
      ? html`<p class="nothing">${m.customers.empty}</p>`
      : renderTable(m, f, report, state, on)}
    ${renderPager(m, f, query.offset, query.limit, total, (offset) => on.ask({ offset }), html`
      <label class="field inline">
        <span>${m.customers.perPage}</span>
        <select @change=${(event: Event) => on.ask({ limit: Number(valueOf(event)) })}>
          ${PAGE_SIZES.map((size) => html`<option value=${size} .selected=${live(size === query.limit)}>${f.count(size)}</option>`)}
        </select>
      </label>
      <button type="button" class="button" ?disabled=${total === 0} @click=${on.download}>${m.customers.download}</button>`)}
  `;
}

function renderFilters(
  m: Messages, f: Formatter, report: Report, query: CustomerQuery, on: CustomersHandlers,
): TemplateResult {
  const { terms } = m;
  const filter = <T extends string>(
    label: string, names: Record<T, string>, present: readonly T[], chosen: T | undefined, choose: (value: T | undefined) => void,
  ): TemplateResult => html`
    <label class="field">
      <span>${label}</span>
      <select @change=${(event: Event) => choose((valueOf(event) || undefined) as T | undefined)}>
        <option value="" .selected=${live(chosen === undefined)}>${m.customers.all}</option>
        ${present.map((id) => html`<option value=${id} .selected=${live(id === chosen)}>${names[id]}</option>`)}
      </select>
    </label>`;
  const filled = <T>(groups: readonly { id: T; customers: number }[]): T[] =>
    groups.filter(({ customers }) => customers > 0).map(({ id }) => id);
  const from = [
    ...(query.r === undefined && query.f === undefined ? [] : [m.customers.cell(f, { r: query.r, f: query.f })]),
    ...(query.cause === undefined ? [] : [m.risk.cause[query.cause].name]),
    ...(query.own === undefined ? [] : [query.own.name]),
    ...(query.next === undefined && query.bought === undefined && query.not_bought === undefined
      ? []
      : [m.next.tag(f, { next: query.next, bought: query.bought, notBought: query.not_bought })]),
    ...(query.key_account ? [m.accounts.tag] : []),
    ...(query.at_a_loss ? [m.accounts.losses.tag] : []),
    ...(query.cluster === undefined ? [] : [terms.cluster(f, { id: query.cluster })]),
  ];
  const own = report.settings.own_segments ?? [];
  return html`
    <div class="filters">
      <label class="field search">
        <span>${m.customers.search}</span>
        <input type="search" autocomplete="off" spellcheck="false" .value=${live(query.search ?? '')}
          @input=${(event: Event) => on.type(valueOf(event))} />
      </label>
      ${filter(m.customers.filters.segment, terms.segment, filled(report.segments.rfm), query.segment, (segment) => on.ask({ segment }))}
      ${filter(m.customers.filters.action, terms.action, filled(report.actions), query.action, (action) => on.ask({ action }))}
      ${filter(m.customers.filters.valueTier, terms.valueTier, filled(report.tiers.value), query.value_tier, (value_tier) => on.ask({ value_tier }))}
      ${filter(m.customers.filters.potentialTier, terms.potentialTier, filled(report.tiers.potential), query.potential_tier, (potential_tier) => on.ask({ potential_tier }))}
      ${report.warnings?.source ? filter(m.risk.table.band, m.risk.band, filled(report.warnings.bands), query.risk_band, (risk_band) => on.ask({ risk_band })) : nothing}
      ${filter(m.customers.filters.stage, terms.stage, filled(report.segments.lifecycle), query.stage, (stage) => on.ask({ stage }))}
      ${own.length === 0 ? nothing : filter(
        m.own.filter, Object.fromEntries(own.map(({ name }) => [name, name])), own.map(({ name }) => name), query.own?.name,
        (name) => on.ask({ own: own.find((each) => each.name === name) }))}
    </div>
    ${narrowed(query) ? html`
      <p class="narrowed">
        ${from.map((text) => html`<span class="tag">${text}</span>`)}
        <button type="button" class="link" @click=${on.clear}>${m.customers.clear}</button>
      </p>` : nothing}
  `;
}

function renderTable(
  m: Messages, f: Formatter, report: Report, { query, customers }: BrowseState, on: CustomersHandlers,
): TemplateResult {
  const rows = customers?.rows ?? [];
  const columns = columnsOf(report);
  const sort = COLUMNS.find((column) => column.sort === query.sort);
  const caption = [
    m.customers.caption(f, { from: query.offset + 1, to: query.offset + rows.length, total: customers?.total ?? 0 }),
    ...(sort ? [m.customers.sortedBy(f, { column: m.customers.columns[sort.id], descending: query.descending ?? false })] : []),
  ].join(', ');
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table class="customers" part="customers">
        <caption class="hidden">${caption}</caption>
        <thead>
          <tr>${columns.map((column) => renderHead(m, query, column, on))}</tr>
        </thead>
        <tbody>
          ${rows.map((row) => html`
            <tr>
              <th scope="row">
                <button type="button" class="link" aria-haspopup="dialog"
                  title=${m.customers.card.open(f, { customer: row.customer })}
                  @click=${() => on.explain(row)}>${row.customer}</button>
              </th>
              <td>${row.rfm_segment
                ? html`<span class="group"><span class="dot" data-action=${row.action ?? ''}></span>${m.terms.segment[row.rfm_segment]}</span>`
                : m.none}</td>
              <td class="wide">${row.value_tier ? m.terms.valueTier[row.value_tier] : m.none}</td>
              <td class="number middle">${row.last_order
                ? html`<span title=${f.day(row.last_order)}>${row.recency_days === undefined ? f.day(row.last_order) : m.customers.daysAgo(f, { days: row.recency_days })}</span>`
                : row.recency_days === undefined ? row.orders > 0 ? m.none : m.customers.noOrders : m.customers.daysAgo(f, { days: row.recency_days })}</td>
              <td class="number middle">${f.count(row.orders)}</td>
              <td class="number">${f.money(row.net)}</td>
              <td class="number wide">${row.value_index === undefined ? m.none : f.fixed(row.value_index, 1)}</td>
              <td class="number wide">${row.potential_value === undefined ? m.none : f.money(row.potential_value)}</td>
              <td class="number wide">${row.overdue === undefined ? m.none : f.times(row.overdue)}</td>
              ${report.models?.trusted
                ? html`<td class="number wide">${row.expected_value_12m === undefined ? m.none : f.count(row.expected_value_12m)}</td>`
                : nothing}
              ${report.warnings?.source
                ? html`
                  <td class="number middle">${row.risk === undefined ? m.none : html`<span title=${row.risk_band ? m.risk.band[row.risk_band] : ''}>${f.count(row.risk)}</span>`}</td>
                  <td class="number middle">${row.value_at_risk === undefined ? m.none : f.money(row.value_at_risk)}</td>`
                : nothing}
            </tr>
          `)}
        </tbody>
      </table>
    </div>
  `;
}

function renderHead(
  m: Messages, query: CustomerQuery, { id, sort, number, from }: (typeof COLUMNS)[number], on: CustomersHandlers,
): TemplateResult {
  const name = m.customers.columns[id];
  const classes = [number ? 'number' : '', from ?? ''].join(' ');
  if (!sort) return html`<th scope="col" class=${classes}>${name}</th>`;
  const sorted = query.sort === sort;
  const descending = query.descending ?? false;
  // A second press turns the order round; numbers begin with the largest, names with the first.
  const turn = sorted ? !descending : number ?? false;
  return html`
    <th scope="col" class=${classes} aria-sort=${sorted ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" class="sort" @click=${() => on.ask({ sort, descending: turn })}>
        ${name}<span class="arrow" aria-hidden="true">${sorted ? (descending ? '▼' : '▲') : '↕'}</span>
      </button>
    </th>`;
}

/** Previous, next, where one is, and whatever belongs beside it. */
export function renderPager(
  m: Messages, f: Formatter, offset: number, limit: number, total: number, go: (offset: number) => void,
  beside: TemplateResult | typeof nothing,
): TemplateResult {
  const pages = Math.max(1, Math.ceil(total / limit));
  const page = Math.floor(offset / limit) + 1;
  return html`
    <div class="pager">
      <div class="buttons">
        <button type="button" class="button" ?disabled=${page <= 1} @click=${() => go(Math.max(0, offset - limit))}>${m.customers.previous}</button>
        <span>${m.customers.page(f, { page, pages })}</span>
        <button type="button" class="button" ?disabled=${page >= pages} @click=${() => go(offset + limit)}>${m.customers.next}</button>
      </div>
      ${beside}
    </div>
  `;
}
