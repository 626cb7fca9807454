/** The two bars above: whose page this is (language, colours), and which report (file, date, export, wipe). */

import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { dayAfter, daysBetween, type Formatter, type Language } from '../element/format.js';
import type { Shown } from '../element/state.js';
import { languages } from '../messages/index.js';
import type { Report } from '../engine/types.js';
import type { Messages } from '../messages/types.js';

export type Theme = 'auto' | 'light' | 'dark';

export interface HeaderHandlers {
  language(language: Language): void;
  theme(theme: Theme): void;
}

const valueOf = (event: Event): string => (event.target as HTMLSelectElement | HTMLInputElement).value;

export function renderHeader(m: Messages, language: Language, theme: Theme, on: HeaderHandlers): TemplateResult {
  const themes: readonly Theme[] = ['auto', 'light', 'dark'];
  return html`
    <header class="head" part="header">
      <p class="brand">Value Tiers</p>
      <label class="field inline">
        <span>${m.topbar.language}</span>
        <select @change=${(event: Event) => on.language(valueOf(event) as Language)}>
          ${languages.map(({ id, name }) => html`
            <option value=${id} lang=${id} .selected=${live(id === language)}>${name}</option>`)}
        </select>
      </label>
      <label class="field inline">
        <span>${m.topbar.theme}</span>
        <select @change=${(event: Event) => on.theme(valueOf(event) as Theme)}>
          ${themes.map((id) => html`<option value=${id} .selected=${live(id === theme)}>${m.topbar.themes[id]}</option>`)}
        </select>
      </label>
    </header>
  `;
}

export type ExportKind = 'customers' | 'setAside' | 'settings' | 'report' | 'page' | 'print';

export interface TopbarHandlers {
  /** `undefined`: the last day of the file. */
  asOf(day: string | undefined): void;
  /** A hand moves the as-of date. */
  slide(day: string): void;
  /** It has let go. */
  settle(day: string): void;
  change(): void;
  another(): void;
  export(kind: ExportKind): void;
  mask(): void;
  wipe(): void;
}

/** The files of a report, orders first, and the sheets of workbooks. */
function names(f: Formatter, { input }: Report): string {
  const files = [...input.files, ...(input.joined ?? []).map(({ file }) => file)];
  return f.list(files.map(({ name, sheet }) => (sheet === undefined ? name : `${name} · ${sheet}`)));
}

/** The as-of date as a slider over the days of the file. */
function renderSlider(m: Messages, f: Formatter, { report, asOf }: Shown, on: TopbarHandlers): TemplateResult | '' {
  const { first_day: first, last_day: last } = report;
  const now = asOf ?? report.as_of;
  if (report.input.shape === 'customers' || first === undefined || last === undefined || now === undefined || first === last) return '';
  const dayOf = (event: Event): string => dayAfter(first, Number(valueOf(event)));
  return html`
    <input type="range" class="slider" aria-label=${m.topbar.asOfSlider} min="0" max=${daysBetween(first, last)} step="1"
      aria-valuetext=${f.day(now)} .value=${live(String(daysBetween(first, now)))}
      @input=${(event: Event) => on.slide(dayOf(event))}
      @change=${(event: Event) => on.settle(dayOf(event))} />
  `;
}

export function renderTopbar(
  m: Messages, f: Formatter, shown: Shown, on: TopbarHandlers, masked: boolean,
): TemplateResult {
  const { report } = shown;
  // Rows set aside are cells of the file as written, names among them.
  const kinds: readonly ExportKind[] = ['customers', ...(masked ? [] : ['setAside' as const]), 'page', 'report', 'settings', 'print'];
  const leave = (event: Event): void => (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');
  return html`
    <div class="bar" role="group" aria-label=${m.topbar.label}>
      <p class="file">${m.topbar.file(f, { name: names(f, report), rows: report.input.rows_read, customers: report.totals.customers })}</p>
      ${report.as_of === undefined ? '' : html`<div class="as-of">
        <label class="field inline">
          <span>${m.topbar.asOf}</span>
          <input type="date" .value=${live(shown.asOf ?? report.as_of)} min=${report.first_day ?? ''} max=${report.last_day ?? ''}
            ?disabled=${shown.updating}
            @change=${(event: Event) => { if (valueOf(event)) on.asOf(valueOf(event)); }} />
        </label>
        ${renderSlider(m, f, shown, on)}
        ${report.last_day !== (shown.asOf ?? report.as_of)
          ? html`<button type="button" class="link" @click=${() => on.asOf(undefined)}>${m.topbar.asOfReset}</button>`
          : ''}
        <span role="status" class="muted">${shown.updating ? m.topbar.updating : ''}</span>
      </div>`}
      <div class="buttons">
        <button type="button" class="button" @click=${on.change}>${m.topbar.change}</button>
        <button type="button" class="button" @click=${on.another}>${m.topbar.another}</button>
        <details class="menu"
          @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape') leave(event); }}
          @focusout=${(event: FocusEvent) => {
            const menu = event.currentTarget as HTMLElement;
            if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) leave(event);
          }}>
          <summary class="button">${m.topbar.export}</summary>
          <ul>
            ${kinds.map((kind) => html`
              <li><button type="button" @click=${(event: Event) => { leave(event); on.export(kind); }}>${m.topbar.exports[kind]}</button></li>`)}
          </ul>
        </details>
        <button type="button" class="button" aria-pressed=${masked} @click=${on.mask}>${m.topbar.mask}</button>
        <button type="button" class="button danger" @click=${on.wipe}>${m.topbar.wipe}</button>
      </div>
    </div>
  `;
}
