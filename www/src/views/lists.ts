/** Lists: the customers of the table as a file for people or tools, and what a list that came back has brought. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { bar } from '../charts/bar.js';
import type { Formatter } from '../element/format.js';
import type { ListChoices, ListsState } from '../element/lists.js';
import type { Lift, ListDifference, ListGroup, Lifts, Preset } from '../engine/types.js';
import type { Messages } from '../messages/types.js';

export interface ListHandlers {
  choose(choice: Partial<ListChoices>): void;
  save(): void;
  saveRecord(): void;
  saveAbout(): void;
  measure(): void;
}

const PRESETS: readonly Preset[] = ['plain', 'mailchimp', 'klaviyo', 'google_ads', 'meta'];
/** Largest share that the engine holds out, in per cent. */
const MOST = 50;

const valueOf = (event: Event): string => (event.target as HTMLSelectElement | HTMLInputElement).value;

/** `total`: customers in the table. */
export function renderLists(m: Messages, f: Formatter, state: ListsState, total: number, masked: boolean, on: ListHandlers): TemplateResult {
  const words = m.lists;
  const { choices, made, failure } = state;
  const preset = masked ? 'plain' : choices.preset;
  return html`
    <form class="lists" aria-labelledby="lists-title" @submit=${(event: Event) => { event.preventDefault(); on.save(); }}>
      <h3 id="lists-title">${words.title(f, { customers: total })}</h3>
      <div class="filters">
        <label class="field">
          <span>${words.preset}</span>
          <select ?disabled=${masked} @change=${(event: Event) => on.choose({ preset: valueOf(event) as Preset })}>
            ${PRESETS.map((id) => html`<option value=${id} .selected=${live(id === preset)}>${words.presets[id]}</option>`)}
          </select>
        </label>
        <label class="field">
          <span>${words.format}</span>
          <select @change=${(event: Event) => on.choose({ format: valueOf(event) as 'csv' | 'xlsx' })}>
            <option value="csv" .selected=${live(choices.format === 'csv')}>${words.formats.csv}</option>
            <option value="xlsx" .selected=${live(choices.format === 'xlsx')}>${words.formats.xlsx}</option>
          </select>
        </label>
        <label class="field">
          <span>${words.holdOut}</span>
          <input type="number" min="0" max=${MOST} step="any" required .value=${live(String(Math.round(choices.holdOut * 1000) / 10))}
            @change=${(event: Event) => on.choose({ holdOut: Number(valueOf(event)) / 100 })} />
        </label>
        <label class="field">
          <span>${words.seed}</span>
          <input type="number" min="0" max="4294967295" step="1" required .value=${live(String(choices.seed))}
            @change=${(event: Event) => on.choose({ seed: Number(valueOf(event)) })} />
        </label>
        ${preset === 'plain' ? nothing : html`
          <label class="field">
            <span>${words.callingCode}</span>
            <input inputmode="numeric" pattern="[0-9]{0,4}" autocomplete="off" .value=${live(choices.callingCode)}
              @change=${(event: Event) => on.choose({ callingCode: valueOf(event).trim() })} />
          </label>`}
      </div>
      <p class="muted">${masked ? words.masked : words.about[preset]}</p>
      <p class="lists-buttons">
        <button type="submit" class="button primary" ?disabled=${total === 0}>${words.save}</button>
        <button type="button" class="button" @click=${on.measure}>${words.measure}</button>
      </p>
      <div role="status">
        ${failure ? html`<p>${m.failures[failure.code](f, failure)}</p>` : nothing}
        ${made ? html`
          <p>${words.made(f, made)}</p>
          <p class="lists-buttons">
            ${preset === 'plain' ? nothing : html`<button type="button" class="link" @click=${on.saveRecord}>${words.record}</button>`}
            <button type="button" class="link" @click=${on.saveAbout}>${words.aboutFile}</button>
          </p>
          ${preset === 'plain' ? nothing : html`<p class="muted">${words.recordAbout}</p>`}` : nothing}
      </div>
    </form>
  `;
}

export interface LiftHandlers {
  dismiss(): void;
  /** What a contact cost. */
  costing(cost: number | undefined): void;
}

/** What came back, above everything else: it needs no report. */
export function renderLifts(m: Messages, f: Formatter, state: ListsState, on: LiftHandlers): TemplateResult | typeof nothing {
  const { lifts, unmeasured } = state;
  if (!lifts && !unmeasured) return nothing;
  const words = m.lists.lift;
  return html`
    <section class="lifts" aria-labelledby="lifts-title">
      <div class="lifts-head">
        <h2 id="lifts-title" tabindex="-1">${words.title}</h2>
        <button type="button" class="button" @click=${on.dismiss}>${m.dismiss}</button>
      </div>
      ${unmeasured ? html`<p role="alert">${unmeasured.value === 'responded' ? words.noOutcomes : m.failures[unmeasured.code](f, unmeasured)}</p>` : nothing}
      ${lifts ? html`<p class="muted">${words.source[lifts.source]}</p>${!lifts.lists.some(({ treated }) => treated.revenue !== undefined) ? nothing : html`
        <label class="field">
          <span>${words.cost}</span>
          <input type="number" min="0" step="any" inputmode="decimal" .value=${String(state.cost ?? '')}
            @change=${(event: Event) => {
              const cost = Number((event.target as HTMLInputElement).value);
              on.costing(cost > 0 ? cost : undefined);
            }} />
        </label>`}${lifts.lists.map((lift) => one(m, f, lifts, lift))}` : nothing}
    </section>
  `;
}

function one(m: Messages, f: Formatter, lifts: Lifts, lift: Lift): TemplateResult {
  const words = m.lists.lift;
  const { response, revenue, treated, hold_out: held } = lift;
  const whole = Math.max(treated.interval[1], held.interval[1]) || 1;
  const groups: [string, ListGroup, string][] = [
    [words.treated, treated, 'var(--value-tiers-accent)'], [words.heldOut, held, 'var(--value-tiers-quiet)'],
  ];
  const range = (difference: ListDifference, show: (value: number) => string): string =>
    `${show(difference.interval[0])} – ${show(difference.interval[1])}`;
  const points = (value: number): string => words.points(f, { points: 100 * value });
  const money = (value: number): string => f.money(value);
  return html`
    <article class="lift">
      <h3>${lift.missing
        ? `${lift.list_id}: ${words.missing[lift.missing]}`
        : response ? words.finding(f, { list: lift.list_id, response, revenue }) : lift.list_id}</h3>
      ${lift.from && lift.to ? html`<p class="muted">${words.days(f, { from: lift.from, to: lift.to })}</p>` : nothing}
      <div class="lift-bars">
        ${groups.map(([name, group, tone]) => html`
          <span>${name}</span>
          <b>${f.share(group.share, 1)} <span class="muted">${words.counts(f, { responded: group.responded, customers: group.customers })}</span></b>
          ${bar(group.share / whole, tone)}`)}
      </div>
      ${lift.roi ? html`<p>${words.roi(f, lift.roi)}</p>` : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label=${lift.list_id}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.measure}</th><th scope="col" class="number">${words.treated}</th><th scope="col" class="number">${words.heldOut}</th>
              <th scope="col" class="number">${words.difference}</th><th scope="col" class="number">${words.interval}</th>
              <th scope="col" class="number">${words.relative}</th><th scope="col" class="number">${words.brought}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">${words.response}</th>
              <td class="number">${f.share(treated.share, 1)}</td><td class="number">${f.share(held.share, 1)}</td>
              ${response ? html`
                <td class="number">${points(response.difference)}</td><td class="number">${range(response, points)}</td>
                <td class="number">${response.relative === undefined ? m.none : f.share(response.relative)}</td>
                <td class="number">${f.number(response.brought)} (${f.number(response.brought_interval[0])} – ${f.number(response.brought_interval[1])})</td>`
              : [0, 1, 2, 3].map(() => html`<td class="number">${m.none}</td>`)}
            </tr>
            ${treated.revenue_per_head === undefined ? nothing : html`
              <tr>
                <th scope="row">${words.revenue}</th>
                <td class="number">${money(treated.revenue_per_head)}</td>
                <td class="number">${held.revenue_per_head === undefined ? m.none : money(held.revenue_per_head)}</td>
                ${revenue ? html`
                  <td class="number">${money(revenue.difference)}</td><td class="number">${range(revenue, money)}</td>
                  <td class="number">${revenue.relative === undefined ? m.none : f.share(revenue.relative)}</td>
                  <td class="number">${money(revenue.brought)} (${money(revenue.brought_interval[0])} – ${money(revenue.brought_interval[1])})</td>`
                : [0, 1, 2, 3].map(() => html`<td class="number">${m.none}</td>`)}
              </tr>`}
          </tbody>
        </table>
      </div>
      <p class="muted">${words.method}${lifts.source !== 'list' && lift.unknown > 0 ? ` ${words.unknown(f, { customers: lift.unknown })}` : nothing}</p>
    </article>
  `;
}
