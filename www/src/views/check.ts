/**
 * CHECK: what each column means, as one sentence each, and what follows from it for the whole file.
 *
 * Only the first part of the file is shown; the count of usable rows is of all of it.
 */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { Formatter } from '../element/format.js';
import { assign, format } from '../element/settings.js';
import type { Draft } from '../element/state.js';
import type { Beside } from '../engine/analysis.js';
import type {
  DateOrder, DecimalMark, Formats, Preview, PreviewColumn, Question, Role, Settings, Shape,
} from '../engine/types.js';
import type { Book } from '../engine/workbook.js';
import type { Messages } from '../messages/types.js';
import { failureText } from './failure.js';

export interface CheckHandlers {
  change(settings: Settings): void;
  /** Reads another sheet of the workbook. */
  sheet(name: string): void;
  make(): void;
  back(): void;
}

/** Roles above the fold, for each shape. */
const MAIN: Record<Shape, readonly Role[]> = {
  orders: ['customer', 'date', 'amount'],
  customers: ['customer', 'monetary', 'frequency', 'last_order', 'recency'],
};
/** The rest, in the engine's order. */
const REST: Record<Shape, readonly Role[]> = {
  orders: ['order_id', 'quantity', 'unit_price', 'currency', 'status', 'refund', 'discount', 'cost', 'margin', 'product', 'category',
    'channel', 'region', 'email', 'phone', 'birthday', 'since', 'last_contact', 'satisfaction', 'nps', 'tickets', 'referrer', 'churned'],
  customers: ['first_order', 'since', 'tenure', 'currency', 'refund', 'cost', 'margin', 'category', 'channel', 'region', 'email',
    'phone', 'birthday', 'last_contact', 'satisfaction', 'nps', 'tickets', 'referrer', 'balance_before', 'churned'],
};
const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
const DELIMITERS = [',', ';', '\t', '|'] as const;
const DATE_ORDERS: readonly DateOrder[] = ['year_month_day', 'day_month_year', 'month_day_year'];
const DECIMAL_MARKS: readonly DecimalMark[] = ['point', 'comma'];

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;

/** A cell, short enough for an option. */
const short = (text: string): string => (text.length > 18 ? `${text.slice(0, 17)}…` : text);

/** The day that a numeric date means in an order of its parts, or nothing where it means none. */
export function dayIn(sample: string, order: DateOrder): string | undefined {
  const parts = /^\D*(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})/.exec(sample)?.slice(1).map(Number);
  if (!parts || parts.length !== 3) return undefined;
  const [a, b, c] = parts as [number, number, number];
  const [year, month, day] =
    order === 'year_month_day' ? [a, b, c] : order === 'day_month_year' ? [c, b, a] : [c, a, b];
  const full = year < 70 ? year + 2000 : year < 100 ? year + 1900 : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

export function renderCheck(m: Messages, f: Formatter, draft: Draft, on: CheckHandlers): TemplateResult {
  const { preview, settings } = draft;
  const book = typeof draft.book === 'object' ? draft.book : undefined;
  const sheets = book && book.sheets.length > 1 ? renderSheets(m, f, book, settings, on) : nothing;
  if (!preview) {
    // A sheet that is being read, or can't be: another one may be what is wanted.
    return html`
      <section class="check" aria-labelledby="check-title">
        <h2 id="check-title" tabindex="-1">${m.check.title}</h2>
        ${sheets}
        <div class="consequence">
          <p role="status">${sheetStatus(m, f, draft)}</p>
          <div class="buttons"><button type="button" class="button" @click=${on.back}>${m.check.back}</button></div>
        </div>
      </section>
    `;
  }
  const { shape } = preview;
  const main = MAIN[shape].filter((role) => role !== 'amount' || !stands(preview));
  const instead: readonly Role[] = shape === 'orders' && stands(preview) ? ['quantity', 'unit_price'] : [];
  const shownFirst = [...main, ...instead];
  const rest = [...(stands(preview) ? ['amount' as const] : []), ...REST[shape]].filter((role) => !shownFirst.includes(role));
  const row = (role: Role): TemplateResult => renderRole(m, f, preview, settings, role, on);
  return html`
    <section class="check" aria-labelledby="check-title">
      <h2 id="check-title" tabindex="-1">${m.check.title}</h2>
      <p class="muted">${m.check.lead(f, { file: draft.name })}</p>
      ${sheets}
      <div class="check-columns">
        <div class="roles">
          ${preview.questions.length ? html`
            <div class="questions">
              <h3>${m.check.questions}</h3>
              ${preview.questions.map((question) => renderQuestion(m, f, preview, settings, question, on))}
            </div>` : nothing}
          ${shownFirst.map(row)}
          <details>
            <summary>${m.check.optional(f, { set: rest.filter((role) => preview.mapping[role] !== undefined).length })}</summary>
            ${rest.map(row)}
          </details>
        </div>
        <div class="as-read">
          ${renderReading(m, preview, settings, book !== undefined, on)}
          ${renderRows(m, f, preview)}
          ${draft.beside?.length ? renderBeside(m, f, draft.beside, settings, on) : nothing}
        </div>
      </div>
      ${renderRules(m, f, draft, on)}
      <div class="consequence">
        <p role="status">${consequence(m, f, draft)}</p>
        <div class="buttons">
          <button type="button" class="button" @click=${on.back}>${m.check.back}</button>
          <button type="button" class="button primary" @click=${on.make}
            ?disabled=${draft.asked || preview.missing.length > 0 || draft.failure !== undefined}>${m.check.make}</button>
        </div>
      </div>
    </section>
  `;
}

/** Why there is nothing to see of a sheet. */
function sheetStatus(m: Messages, f: Formatter, { failure }: Draft): string {
  if (!failure) return m.check.sheetOpening;
  return failure.code.startsWith('workbook-') ? failureText(m, f, failure) : m.check.sheetUnfit;
}

/** The files beside the first one, and what each is. */
function renderBeside(
  m: Messages, f: Formatter, beside: readonly Beside[], settings: Settings, on: CheckHandlers,
): TemplateResult {
  return html`
    <div class="beside">
      <h3>${m.check.beside}</h3>
      <ul>
        ${beside.map(({ part, preview, given: { source: { name } } }) => html`
          <li>
            ${part === 'append' ? m.check.besideAppend(f, { file: name }) : html`
              <label class="field">
                <span>${m.check.besideJoin(f, { file: name, columns: preview.columns.length })}</span>
                ${renderKey(m, f, name, preview, settings, on)}
              </label>`}
          </li>`)}
      </ul>
    </div>
  `;
}

/** Which column of a file names the customer: the one that matches, until a person says otherwise. */
function renderKey(
  m: Messages, f: Formatter, file: string, preview: Preview, settings: Settings, on: CheckHandlers,
): TemplateResult {
  const own = settings.files?.[file];
  const choose = (event: Event): void => {
    const column = preview.columns[Number(valueOf(event))]?.name;
    const { customer: _, ...mapping } = own?.mapping ?? {};
    on.change({
      ...settings,
      files: { ...settings.files, [file]: { ...own, mapping: column === undefined ? mapping : { ...mapping, customer: column } } },
    });
  };
  return html`
    <select aria-label=${m.check.besideKey(f, { file })} @change=${choose}>
      <option value="-1" .selected=${live(own?.mapping?.customer === undefined)}>${m.check.besideAuto}</option>
      ${preview.columns.map(({ name, samples }, place) => html`
        <option value=${place} .selected=${live(own?.mapping?.customer === name)}>${m.check.columnOption(f, { name: short(name), samples: samples.slice(0, 3).map(short) })}</option>`)}
    </select>
  `;
}

/** Which sheet of the workbook is read. */
function renderSheets(m: Messages, f: Formatter, book: Book, settings: Settings, on: CheckHandlers): TemplateResult {
  const asked = book.sheets.findIndex(({ name }) => name === settings.sheet);
  const place = asked < 0 ? book.chosen : asked;
  const chosen = book.sheets[place];
  const why = asked >= 0 ? undefined
    : !book.sure ? m.check.sheetWhy.guess
    : chosen?.dated ? m.check.sheetWhy.dated
    : m.check.sheetWhy.rows;
  return html`
    <div class="role sheet" data-missing=${!book.sure}>
      <label>
        <span class="role-name">${m.check.sheet}</span>
        <select @change=${(event: Event) => on.sheet(book.sheets[Number(valueOf(event))]?.name ?? '')}>
          ${book.sheets.map((sheet, at) => html`
            <option value=${at} .selected=${live(at === place)}>${m.check.sheetOption(f, sheet)}</option>`)}
        </select>
      </label>
      ${why ? html`<p class="hint">${why}</p>` : nothing}
    </div>
  `;
}

/** Whether quantity and unit price stand in for the amount. */
const stands = ({ mapping }: Preview): boolean =>
  mapping.amount === undefined && mapping.quantity !== undefined && mapping.unit_price !== undefined;

/** What the settings mean for the whole file. */
function consequence(m: Messages, f: Formatter, { preview, failure, report, progress }: Draft): string {
  if (failure) return failureText(m, f, failure);
  if (preview && preview.missing.length > 0) {
    return m.check.missing(f, { roles: preview.missing.map((role) => m.check.roles[role]) });
  }
  if (report) {
    const { rows_read, rows_used, rows_set_aside } = report.input;
    return m.check.usable(f, { used: rows_used, read: rows_read, aside: rows_set_aside, customers: report.totals.customers });
  }
  return m.check.counting(f, {
    rows: progress?.rows ?? 0,
    share: progress ? progress.bytes / Math.max(1, progress.size) : 0,
  });
}

function renderRole(
  m: Messages, f: Formatter, preview: Preview, settings: Settings, role: Role, on: CheckHandlers,
): TemplateResult {
  const required = role === 'customer' || preview.missing.includes(role) || MAIN[preview.shape].slice(0, 3).includes(role);
  const chosen = preview.mapping[role];
  const column = preview.columns.find(({ name }) => name === chosen);
  const hint = m.check.roleHints[role];
  const guess = preview.roles.find((view) => view.role === role && view.column === chosen);
  const reasons = (guess?.reasons ?? []).map(({ code, share }) => m.check.reasons[code](f, { share: share ?? 1 }));
  return html`
    <div class="role" data-missing=${preview.missing.includes(role)}>
      <label>
        <span class="role-name">${m.check.roles[role]}${required ? html` <span class="mark">${m.check.required}</span>` : ''}</span>
        ${renderColumns(m, f, preview, chosen, (name) => on.change(assign(settings, role, name)))}
      </label>
      <p class="hint">
        ${column ? [...reasons, m.check.evidence(f, { filled: column.filled_share, distinct: column.distinct })].join(' · ') : hint ?? ''}
      </p>
    </div>
  `;
}

/** A choice among the columns of the file. */
function renderColumns(
  m: Messages, f: Formatter, preview: Preview, chosen: string | undefined, choose: (name: string | undefined) => void,
): TemplateResult {
  // Options are told apart by place: a column may be called anything, also nothing.
  return html`
    <select @change=${(event: Event) => choose(preview.columns[Number(valueOf(event))]?.name)}>
      <option value="-1" .selected=${live(chosen === undefined)}>${m.check.notInFile}</option>
      ${preview.columns.map(({ name, samples }, place) => html`
        <option value=${place} .selected=${live(name === chosen)}>${m.check.columnOption(f, { name: short(name), samples: samples.slice(0, 3).map(short) })}</option>`)}
    </select>
  `;
}

function renderQuestion(
  m: Messages, f: Formatter, preview: Preview, settings: Settings, question: Question, on: CheckHandlers,
): TemplateResult {
  const { code, column, samples } = question;
  const set = (change: Formats): void => on.change(format(settings, change));
  const role = ({ 'which-customer': 'customer', 'which-date': 'date', 'which-amount': 'amount' } as const)[
    code as 'which-customer'];
  const answers = (): TemplateResult | typeof nothing => {
    switch (code) {
      case 'date-order-ambiguous': {
        const sample = samples[0] ?? '';
        const orders = DATE_ORDERS.filter((order) => dayIn(sample, order) !== undefined);
        return html`${(orders.length > 1 ? orders : DATE_ORDERS.slice(1)).map((order) => {
          const day = dayIn(sample, order);
          const as = day ? f.day(day) : m.check.dateOrders[order];
          return renderAnswer(day ? m.check.readAs(f, { sample, as }) : as, settings.formats?.date_order === order,
            () => set({ date_order: order }));
        })}`;
      }
      case 'decimal-mark-ambiguous': {
        return html`${DECIMAL_MARKS.map((mark) => {
          const sample = samples[0];
          const value = sample === undefined ? undefined : amountIn(sample, mark);
          const as = value === undefined ? m.check.decimalMarks[mark] : f.number(value, 3);
          return renderAnswer(sample === undefined ? as : m.check.readAs(f, { sample, as }),
            settings.formats?.decimal_mark === mark, () => set({ decimal_mark: mark }));
        })}`;
      }
      case 'encoding-unsure':
        return html`
          <select aria-label=${m.check.encoding} @change=${(event: Event) => set({ encoding: valueOf(event) })}>
            ${encodings(preview).map((id) => html`<option value=${id} .selected=${live(id === preview.encoding)}>${id}</option>`)}
          </select>
          ${renderAnswer(m.check.keepReading, settings.formats?.encoding === preview.encoding, () => set({ encoding: preview.encoding }))}`;
      case 'several-currencies':
        return html`${question.choices.map((currency) =>
          renderAnswer(currency, settings.formats?.currency === currency, () => set({ currency })))}`;
      case 'sum-of-columns':
        return html`
          <ul>${(Object.entries(preview.sums ?? {}) as [Role, string[]][]).map(([role, columns]) =>
            html`<li>${m.check.roles[role]} = ${columns.join(' + ')}</li>`)}</ul>
          ${renderAnswer(m.check.sums.add, settings.sums !== undefined && Object.keys(settings.sums).length > 0, () => on.change({ ...settings, sums: preview.sums }))}
          ${renderAnswer(m.check.sums.dont, settings.sums !== undefined && Object.keys(settings.sums).length === 0, () => on.change({ ...settings, sums: {} }))}`;
      case 'far-dates':
        return html`
          ${renderAnswer(m.check.farDates.keep, settings.formats?.far_dates === 'keep', () => set({ far_dates: 'keep' }))}
          ${renderAnswer(m.check.farDates.setAside, settings.formats?.far_dates === 'set_aside', () => set({ far_dates: 'set_aside' }))}`;
      default:
        return nothing;
    }
  };
  return html`
    <fieldset class="question">
      <legend>${m.check.question[code]?.(f, { column, samples: samples.map(short) }) ?? code}</legend>
      ${role
        ? html`<label><span class="role-name">${m.check.roles[role]}</span>
            ${renderColumns(m, f, preview, preview.mapping[role], (name) => on.change(assign(settings, role, name)))}</label>`
        : answers()}
    </fieldset>
  `;
}

/** What the whole file says of its rows, and what a person may decide of it. */
function renderRules(m: Messages, f: Formatter, { report, settings }: Draft, on: CheckHandlers): TemplateResult | typeof nothing {
  if (!report) return nothing;
  const { duplicates, alike, rows_set_aside } = report.input;
  const formats = settings.formats ?? {};
  const set = (change: Formats): void => on.change(format(settings, change));
  const repeated = duplicates || (rows_set_aside.find(({ reason }) => reason === 'duplicate')?.rows ?? 0);
  if (repeated === 0 && !alike) return nothing;
  return html`
    ${repeated > 0 ? html`
      <fieldset class="question">
        <legend>${m.check.duplicates.says(f, { rows: repeated })}</legend>
        ${renderAnswer(m.check.duplicates.keep, formats.duplicates !== 'set_aside', () => set({ duplicates: 'keep' }))}
        ${renderAnswer(m.check.duplicates.setAside, formats.duplicates === 'set_aside', () => set({ duplicates: 'set_aside' }))}
      </fieldset>` : nothing}
    ${alike ? html`
      <fieldset class="question">
        <legend>${m.check.alike.says(f, { customers: alike.customers, examples: alike.examples.map((pair) => f.list(pair.map(short))) })}</legend>
        ${renderAnswer(m.check.alike.keep, formats.alike !== 'merge', () => set({ alike: 'keep' }))}
        ${renderAnswer(m.check.alike.merge, formats.alike === 'merge', () => set({ alike: 'merge' }))}
      </fieldset>` : nothing}
  `;
}

const renderAnswer = (text: string, chosen: boolean, choose: () => void): TemplateResult =>
  html`<button type="button" class="button" aria-pressed=${chosen} @click=${choose}>${text}</button>`;

/** What an amount means with a decimal mark. */
export function amountIn(sample: string, mark: DecimalMark): number | undefined {
  const bare = sample.replace(/[^\d.,-]/g, '');
  const plain = mark === 'point' ? bare.replaceAll(',', '') : bare.replaceAll('.', '').replace(',', '.');
  const value = Number(plain);
  return plain === '' || Number.isNaN(value) ? undefined : value;
}

const encodings = ({ encoding }: Preview): string[] => [...new Set([encoding, ...ENCODINGS])];

function renderReading(
  m: Messages, preview: Preview, settings: Settings, sheet: boolean, on: CheckHandlers,
): TemplateResult {
  const formats = settings.formats ?? {};
  const set = (change: Formats): void => on.change(format(settings, change));
  /** One chip: what was chosen, or what was found out from the file. */
  const chip = <T extends string>(
    label: string, choices: readonly (readonly [T, string])[], chosen: T | undefined, found: string | undefined,
    choose: (value: T | undefined) => void,
  ): TemplateResult => html`
    <label class="field chip">
      <span>${label}</span>
      <select @change=${(event: Event) => choose((valueOf(event) || undefined) as T | undefined)}>
        <option value="" .selected=${live(chosen === undefined)}>${m.check.auto({ found })}</option>
        ${choices.map(([value, text]) => html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`)}
      </select>
    </label>`;
  const column = (role: Role): PreviewColumn | undefined => preview.columns.find(({ name }) => name === preview.mapping[role]);
  const date = (column('date') ?? column('last_order'))?.date;
  const amount = (column('amount') ?? column('unit_price') ?? column('monetary'))?.amount;
  const found = <T>(chosen: unknown, value: T): T | undefined => (chosen === undefined ? value : undefined);
  return html`
    <div class="reading">
      <h3>${m.check.reading}</h3>
      <div class="chips">
        ${sheet ? nothing : html`
        ${chip(m.check.encoding, encodings(preview).map((id) => [id, id] as const), formats.encoding,
          found(formats.encoding, preview.encoding), (encoding) => set({ encoding }))}
        ${chip(m.check.delimiter, DELIMITERS.map((id) => [id, m.check.delimiters[id]] as const),
          formats.delimiter as (typeof DELIMITERS)[number] | undefined,
          found(formats.delimiter, m.check.delimiters[preview.delimiter as ','] ?? preview.delimiter),
          (delimiter) => set({ delimiter }))}`}
        ${chip(m.check.header, [['yes', m.check.headerYes], ['no', m.check.headerNo]] as const,
          formats.header === undefined ? undefined : formats.header ? 'yes' : 'no',
          found(formats.header, preview.header ? m.check.headerYes : m.check.headerNo),
          (header) => set({ header: header === undefined ? undefined : header === 'yes' }))}
        ${chip(m.check.dateOrder, DATE_ORDERS.map((id) => [id, m.check.dateOrders[id]] as const), formats.date_order,
          found(formats.date_order, m.check.dateOrders[date?.format as DateOrder]), (date_order) => set({ date_order }))}
        ${chip(m.check.decimalMark, DECIMAL_MARKS.map((id) => [id, m.check.decimalMarks[id]] as const),
          formats.decimal_mark, found(formats.decimal_mark, amount && m.check.decimalMarks[amount.format.decimal]), (decimal_mark) => set({ decimal_mark }))}
        ${chip(m.check.shape, (['orders', 'customers'] as const).map((id) => [id, m.check.shapes[id]] as const),
          formats.shape, found(formats.shape, m.check.shapes[preview.shape]), (shape) => set({ shape }))}
      </div>
      ${preview.damaged ? html`<p class="hint">${m.check.damaged}</p>` : nothing}
    </div>
  `;
}

function renderRows(m: Messages, f: Formatter, preview: Preview): TemplateResult {
  return html`
    <div>
      <h3 id="rows-title">${m.check.preview}</h3>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="rows-title">
        <table class="plain">
          <caption class="hidden">${m.check.previewCaption(f, { rows: preview.rows.length })}</caption>
          <thead><tr>${preview.columns.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>
            ${preview.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
    </div>
  `;
}
