/** CUSTOMERS: the paged table behind every number, and the card that says why a customer is where they are. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { PAGE_SIZES, type BrowseState } from '../element/browse.js';
import type { Formatter } from '../element/format.js';
import type { CustomerQuery, CustomerRow, CustomerSort, Report, Seen } from '../engine/types.js';
import type { Messages } from '../messages/types.js';

export interface CustomersHandlers {
  ask(change: Partial<CustomerQuery>): void;
  type(search: string): void;
  clear(): void;
  toggle(place: number): void;
  download(): void;
}

/** Whatever the number of levels, the scores run from 1 to this. */
const HIGHEST_SCORE = 5;

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
  [query.search, query.segment, query.action, query.stage, query.value_tier, query.potential_tier, query.cluster, query.risk_band, query.cause, query.r, query.f, query.next, query.bought, query.not_bought]
    .some((value) => value !== undefined);

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
    ...(query.next === undefined && query.bought === undefined && query.not_bought === undefined
      ? []
      : [m.next.tag(f, { next: query.next, bought: query.bought, notBought: query.not_bought })]),
    ...(query.cluster === undefined ? [] : [terms.cluster(f, { id: query.cluster })]),
  ];
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
    </div>
    ${narrowed(query) ? html`
      <p class="narrowed">
        ${from.map((text) => html`<span class="tag">${text}</span>`)}
        <button type="button" class="link" @click=${on.clear}>${m.customers.clear}</button>
      </p>` : nothing}
  `;
}

function renderTable(
  m: Messages, f: Formatter, report: Report, { query, customers, open }: BrowseState, on: CustomersHandlers,
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
          ${rows.map((row, place) => html`
            <tr data-open=${open === place}>
              <th scope="row">
                <button type="button" class="link" aria-expanded=${open === place}
                  title=${m.customers.card.open(f, { customer: row.customer })}
                  @click=${() => on.toggle(place)}>${row.customer}</button>
              </th>
              <td>${row.rfm_segment
                ? html`<span class="group"><span class="dot" data-action=${row.action ?? ''}></span>${m.terms.segment[row.rfm_segment]}</span>`
                : m.none}</td>
              <td class="wide">${row.value_tier ? m.terms.valueTier[row.value_tier] : m.none}</td>
              <td class="number middle">${row.last_order
                ? html`<span title=${f.day(row.last_order)}>${row.recency_days === undefined ? f.day(row.last_order) : m.customers.daysAgo(f, { days: row.recency_days })}</span>`
                : m.customers.noOrders}</td>
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
            ${open === place ? html`
              <tr class="card"><td colspan=${columns.length}>${renderCard(m, f, report, row)}</td></tr>` : nothing}
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

/** Why, and everything known of one customer. */
function renderCard(m: Messages, f: Formatter, report: Report, row: CustomerRow): TemplateResult {
  const names = m.customers.card.facts;
  const facts: (readonly [string, string | undefined])[] = [
    [names.firstOrder, row.first_order && f.day(row.first_order)],
    [names.lastOrder, row.last_order && f.day(row.last_order)],
    [names.orders, f.count(row.orders)],
    [names.gross, f.money(row.gross)],
    [names.refunds, f.money(row.refunds)],
    [names.net, f.money(row.net)],
    [names.usualGap, row.usual_gap === undefined ? undefined : f.days(row.usual_gap)],
    [names.overdue, row.overdue === undefined ? undefined : f.times(row.overdue)],
    [names.scores, row.r === undefined ? undefined : [row.r, row.f, row.m].map((s) => (s === undefined ? m.none : f.count(s))).join(' · ')],
    [names.stage, row.lifecycle && m.terms.stage[row.lifecycle]],
    [names.valueTier, row.value_tier && m.terms.valueTier[row.value_tier]],
    [names.potentialTier, row.potential_tier && m.terms.potentialTier[row.potential_tier]],
    [names.potential, row.potential_value && f.money(row.potential_value)],
    [names.valueIndex, row.value_index === undefined ? undefined : f.fixed(row.value_index, 1)],
    [names.cluster, row.cluster === undefined ? undefined : m.terms.cluster(f, { id: row.cluster })],
  ];
  return html`
    <div class="card-body">
      <p class="why">${m.customers.card.why(f, { row, levels: report.rfm ? HIGHEST_SCORE : undefined })}</p>
      ${row.rfm_segment ? html`<p><strong>${m.customers.card.next}:</strong> ${m.report.act.playbook[row.rfm_segment].step}</p>` : nothing}
      ${renderAhead(m, f, report, row)}
      ${renderRiskOf(m, f, report, row)}
      <dl class="facts-list">
        ${facts.map(([name, value]) => (value === undefined ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}
      </dl>
    </div>
  `;
}

/** What models expect of one customer. The chance to be active is shown beside the chance to buy, never alone. */
function renderAhead(m: Messages, f: Formatter, report: Report, row: CustomerRow): TemplateResult | typeof nothing {
  const { models } = report;
  const words = m.customers.card.ahead;
  const { expected_value_12m: value, expected_orders_12m: orders, p_buy_90d: buy, p_alive: alive } = row;
  if (!models || (value === undefined && buy === undefined)) return nothing;
  return html`
    <p class="ahead" data-trusted=${models.trusted}>
      ${models.trusted ? nothing : html`<strong>${words.notTrusted}</strong>`}
      ${value === undefined ? nothing : words.value(f, { months: models.months, value, orders })}
      ${buy === undefined ? nothing : words.chance(f, { days: models.p_buy_days, buy, alive })}
    </p>`;
}

/** The risk of one customer, the patterns that are seen, and what to do about the one that says most. */
function renderRiskOf(m: Messages, f: Formatter, report: Report, row: CustomerRow): TemplateResult | typeof nothing {
  const { warnings } = report;
  if (!warnings || row.risk === undefined || row.risk_band === undefined) return nothing;
  const names = (seen: Seen): string => f.list(row.evidence.filter((each) => each.seen === seen).map((each) => m.risk.cause[each.cause].name));
  const all = (['seen', 'not_seen', 'no_data'] as const).filter((seen) => names(seen) !== '');
  return html`
    <p class="ahead">${m.risk.table.says(f, { risk: row.risk, level: m.risk.band[row.risk_band], days: warnings.days, money: row.value_at_risk })}
      ${row.risk_cause ? html`<strong>${m.risk.cause[row.risk_cause].name}:</strong> ${m.risk.cause[row.risk_cause].act}` : nothing}</p>
    <p class="muted">${m.risk.table.evidence}: ${all.map((seen) => html`<strong>${m.risk.seen[seen]}</strong> ${names(seen)}. `)}</p>`;
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
