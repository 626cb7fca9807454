/** DATA: every row and every cent accounted for, how the file was read, and the settings that make the report again. */

import { html, nothing, type TemplateResult } from 'lit';

import type { BrowseState } from '../element/browse.js';
import type { Formatter } from '../element/format.js';
import type { Report, Role } from '../engine/types.js';
import type { Messages } from '../messages/types.js';
import { renderPager } from './customers.js';

/** Rows set aside on a page. */
export const ASIDE_LIMIT = 25;

export interface DataHandlers {
  aside(offset: number): void;
  downloadAside(): void;
  saveSettings(): void;
  restoreSettings(): void;
}

export function renderData(m: Messages, f: Formatter, report: Report, state: BrowseState, on: DataHandlers, masked: boolean): TemplateResult {
  return html`
    <div class="ledgers">
      ${renderRowLedger(m, f, report)}
      ${renderMoneyLedger(m, f, report)}
    </div>
    ${report.input.rows_set_aside.length ? renderAside(m, f, state, on, masked) : nothing}
    ${renderHow(m, f, report)}
    <div>
      <h3>${m.data.settings}</h3>
      <p>${m.data.settingsText}</p>
      <div class="buttons">
        <button type="button" class="button" @click=${on.saveSettings}>${m.data.saveSettings}</button>
        <button type="button" class="button" @click=${on.restoreSettings}>${m.data.restoreSettings}</button>
      </div>
    </div>
  `;
}

function renderRowLedger(m: Messages, f: Formatter, { input }: Report): TemplateResult {
  const aside = input.rows_read - input.rows_used;
  return html`
    <div>
      <h3 id="ledger-rows">${m.data.rowsFinding(f, { read: input.rows_read, used: input.rows_used, aside })}</h3>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="ledger-rows">
        <table class="ledger">
          <caption class="hidden">${m.data.rows}</caption>
          <thead><tr><th scope="col">${m.data.reason}</th><th scope="col" class="number">${m.data.count}</th></tr></thead>
          <tbody>
            <tr><th scope="row">${m.data.rowsRead}</th><td class="number">${f.count(input.rows_read)}</td></tr>
            ${input.rows_set_aside.map(({ reason, rows }) => html`
              <tr>
                <th scope="row">− ${m.terms.reason[reason]}</th>
                <td class="number">${f.count(rows)}</td>
              </tr>`)}
            <tr class="sum"><th scope="row">= ${m.data.rowsUsed}</th><td class="number">${f.count(input.rows_used)}</td></tr>
          </tbody>
        </table>
      </div>
    </div>
  `;
}

function renderMoneyLedger(m: Messages, f: Formatter, { totals }: Report): TemplateResult {
  const rows: (readonly [string, string, string])[] = [
    [m.data.gross, f.money(totals.gross), ''],
    [`− ${m.data.refunds}`, f.money(totals.refunds), ''],
    [m.data.net, f.money(totals.net), 'sum'],
    [m.data.orders, f.count(totals.orders), ''],
    [m.data.buyers, f.count(totals.buyers), ''],
    [m.data.customers, f.count(totals.customers), ''],
  ];
  return html`
    <div>
      <h3>${m.data.moneyFinding(f, totals)}</h3>
      <table class="ledger">
        <caption class="hidden">${m.data.money}</caption>
        <tbody>
          ${rows.map(([name, value, kind]) => html`<tr class=${kind}><th scope="row">${name}</th><td class="number">${value}</td></tr>`)}
        </tbody>
      </table>
    </div>
  `;
}

function renderAside(m: Messages, f: Formatter, { aside, asideOffset }: BrowseState, on: DataHandlers, masked: boolean): TemplateResult {
  // Cells as written, names among them.
  if (masked) return html`<div><h3 id="aside-title">${m.data.asideTitle}</h3><p class="muted">${m.data.masked}</p></div>`;
  const rows = aside?.rows ?? [];
  const toggled = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open && !aside) on.aside(0);
  };
  return html`
    <div>
      <h3 id="aside-title">${m.data.asideTitle}</h3>
      <details @toggle=${toggled}>
        <summary>${m.data.showAside}</summary>
        ${aside ? html`
          <div class="scroll" tabindex="0" role="region" aria-labelledby="aside-title">
            <table class="plain">
              <caption>${m.data.asideCaption(f, { from: asideOffset + 1, to: asideOffset + rows.length, total: aside.total })}</caption>
              <thead><tr><th scope="col" class="number">${m.data.line}</th><th scope="col">${m.data.reason}</th><th scope="col">${m.data.cells}</th></tr></thead>
              <tbody>
                ${rows.map(({ line, reason, cells }) => html`
                  <tr>
                    <td class="number">${f.count(line)}</td>
                    <td>${m.terms.reason[reason]}</td>
                    <td>${cells.length ? cells.map((cell) => html`<span class="cell">${cell}</span>`) : m.data.notKept}</td>
                  </tr>`)}
              </tbody>
            </table>
          </div>
          ${renderPager(m, f, asideOffset, ASIDE_LIMIT, aside.total, on.aside, nothing)}` : nothing}
      </details>
      <button type="button" class="button" @click=${on.downloadAside}>${m.data.downloadAside}</button>
    </div>
  `;
}

function renderHow(m: Messages, f: Formatter, report: Report): TemplateResult {
  const { input } = report;
  const sheets = input.files.flatMap(({ sheet }) => sheet ?? []);
  const read = [
    // Of a workbook, how its text was written on the way is nobody's business.
    ...(sheets.length ? [] : [input.encoding, m.check.delimiters[input.delimiter as ','] ?? input.delimiter]),
    ...(input.date_order ? [m.check.dateOrders[input.date_order]] : []),
    ...(input.decimal_mark ? [m.check.decimalMarks[input.decimal_mark]] : []),
  ];
  const facts: (readonly [string, string | TemplateResult[]])[] = [
    [m.data.file, f.list(input.files.map(({ name, bytes }) => `${name} (${f.bytes(bytes)})`))],
    ...(sheets.length ? [[m.data.sheet, f.list(sheets)] as const] : []),
    ...(input.currency
      ? [[m.data.currency, m.data.currencyText(f, { currency: input.currency, others: (input.currencies ?? []).filter(({ currency }) => currency !== input.currency) })] as const]
      : []),
    ...(input.joined?.length
      ? [[m.data.joined, input.joined.map((joined) => html`<p>${m.data.joinedText(f, joined)}</p>`)] as const]
      : []),
    ...(read.length ? [[m.data.readAs, read.join(' · ')] as const] : []),
    [m.data.mapping, (Object.keys(input.mapping) as Role[]).map((role) => html`
      <span class="cell">${m.check.roles[role]}: ${input.mapping[role]}</span>`)],
    ...(report.first_day && report.as_of
      ? [[m.data.period, m.data.periodText(f, { from: report.first_day, to: report.as_of })] as const]
      : []),
    [m.data.engine, m.data.engineText(f, { engine: report.engine, report: report.version })],
  ];
  return html`
    <div>
      <h3>${m.data.how}</h3>
      <dl class="facts-list">
        ${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
      </dl>
    </div>
  `;
}
