/** Segments of one's own: those that are kept as bars, and the form in which one is made, with a live count. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';

import { bar } from '../charts/bar.js';
import type { OwnDraft, OwnState } from '../element/own.js';
import type { OwnCondition, OwnCount, OwnSegment, OwnTestId } from '../engine/types.js';
import type { ViewContext } from './context.js';
import {
  MOST_CONDITIONS, MOST_LETTERS, MOST_SEGMENTS, fieldOf, fieldsOf, inWords, isComplete, keyOf, subject, subjectOf, testsOf, wordOf,
  type OwnField,
} from './own-rule.js';
import { oneOf } from './switch.js';

export interface OwnHandlers {
  edit(rule: OwnSegment, place: number | undefined): void;
  change(rule: OwnSegment): void;
  close(): void;
  /** Keeps these segments instead of those before. */
  keep(segments: OwnSegment[]): void;
}

/** Two orders or more: something to begin with. */
const FIRST: OwnCondition = { figure: 'orders', test: 'at_least', number: 2 };

const focused = (element: Element | undefined): void => {
  queueMicrotask(() => (element as HTMLElement | undefined)?.focus());
};

/** Back to where a form was opened from. */
const leave = (event: Event, close: () => void): void => {
  const frame = (event.currentTarget as Element).closest('.r-own');
  close();
  frame?.querySelector<HTMLElement>('.r-own-new')?.focus();
};

export function renderOwn(kept: readonly OwnSegment[], state: OwnState, masked: boolean, ctx: ViewContext, on: OwnHandlers): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.own;
  const best = state.counts.reduce<OwnCount | undefined>((found, count) => (found && found.share_net >= count.share_net ? found : count), undefined);
  return html`
    <div class="r-view r-own">
      <h3 class="r-heading">${best && !best.problem ? words.first(fmt, { name: best.name, customers: best.customers, share: best.share_net }) : words.title}</h3>
      <p class="r-about">${words.about}</p>
      ${kept.length === 0 ? nothing : table(kept, state.counts, masked, ctx, on)}
      <button type="button" class="r-button r-own-new" ?disabled=${kept.length >= MOST_SEGMENTS}
        @click=${() => on.edit({ name: '', matching: 'all', conditions: [FIRST] }, undefined)}>${words.new}</button>
      ${state.draft ? form(state.draft, kept, fieldsOf(state.fields), masked, ctx, on) : nothing}
    </div>
  `;
}

function table(
  kept: readonly OwnSegment[], counts: readonly OwnCount[], masked: boolean, ctx: ViewContext, on: OwnHandlers,
): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.own;
  const longest = Math.max(0.01, ...counts.flatMap((count) => [count.share_customers, count.share_net]));
  return html`
    <table class="r-groups r-own-table">
      <caption class="r-hidden">${words.title}</caption>
      <thead>
        <tr>
          <th scope="col">${words.head.segment}</th>
          <th scope="col">${words.head.customers}</th>
          <th scope="col">${words.head.net}</th>
          <th scope="col">${words.head.change}</th>
        </tr>
      </thead>
      <tbody>
        ${kept.map((rule, place) => {
          const count = counts[place]?.name === rule.name ? counts[place] : undefined;
          return html`
            <tr>
              <th scope="row">
                <span class="r-name">${count && count.customers > 0
                  ? html`<button type="button" class="r-link" @click=${() => ctx.open({ own: rule })}>${rule.name}</button>`
                  : rule.name}</span>
                <span class="r-own-rule">${inWords(rule, masked, ctx)}</span>
              </th>
              ${count === undefined ? html`<td>${ctx.m.none}</td><td>${ctx.m.none}</td>`
                : count.problem ? html`<td colspan="2">${problem(count, ctx)}</td>`
                : html`
                  <td>
                    <span class="r-figure"><span>${fmt.count(count.customers)}</span><span class="r-share">${fmt.share(count.share_customers)}</span></span>
                    ${bar(count.share_customers / longest, 'var(--value-tiers-quiet)')}
                  </td>
                  <td>
                    <span class="r-figure"><span>${fmt.money(count.net)}</span><span class="r-share">${fmt.share(count.share_net)}</span></span>
                    ${bar(count.share_net / longest, 'var(--value-tiers-value-4)')}
                  </td>`}
              <td class="r-own-change">
                <button type="button" class="r-link" aria-label=${words.edit(fmt, { name: rule.name })} @click=${() => on.edit(rule, place)}>${words.editShort}</button>
                <button type="button" class="r-link" aria-label=${words.remove(fmt, { name: rule.name })}
                  @click=${(event: Event) => leave(event, () => on.keep(kept.filter((_, other) => other !== place)))}>${words.removeShort}</button>
              </td>
            </tr>
          `;
        })}
      </tbody>
    </table>
  `;
}

function problem(count: OwnCount, ctx: ViewContext): string {
  const { fmt } = ctx;
  const words = ctx.m.own;
  const found = count.problem;
  if (!found) return '';
  const names: Record<string, string> = words.figure;
  return words.problem[found.code](fmt, { value: names[found.value] ?? found.value });
}

function form(
  draft: OwnDraft, kept: readonly OwnSegment[], fields: readonly OwnField[], masked: boolean, ctx: ViewContext, on: OwnHandlers,
): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.own;
  const { rule, count, place } = draft;
  const name = rule.name.trim();
  const named = name !== '' && !kept.some((other, at) => at !== place && other.name === name);
  const complete = isComplete(rule);
  const set = (at: number, condition: OwnCondition): void =>
    on.change({ ...rule, conditions: rule.conditions.map((other, i) => (i === at ? condition : other)) });
  const says = !complete ? words.incomplete : count === undefined ? '' : count.problem ? problem(count, ctx) : words.count(fmt, count);
  return html`
    <form class="r-own-form" aria-label=${rule.name || words.new}
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        if (!named || !complete) return;
        const made = { ...rule, name };
        leave(event, () => {
          on.keep(place === undefined ? [...kept, made] : kept.map((other, at) => (at === place ? made : other)));
          on.close();
        });
      }}
      @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape') leave(event, on.close); }}>
      <label class="r-field"><span>${words.name}</span>
        <input type="text" required maxlength=${MOST_LETTERS} autocomplete="off" .value=${live(rule.name)} ${ref(focused)}
          @input=${(event: Event) => on.change({ ...rule, name: (event.target as HTMLInputElement).value })} />
      </label>
      <p class="r-own-label">${words.matching}</p>
      ${oneOf('own-matching', words.matching, [{ id: 'all', name: words.all }, { id: 'any', name: words.any }], rule.matching, (matching) => on.change({ ...rule, matching }))}
      ${rule.conditions.map((condition, at) => html`
        <fieldset class="r-own-condition">
          <legend class="r-hidden">${words.condition(fmt, { number: at + 1 })}</legend>
          ${conditionOf(condition, fields, ctx, (changed) => set(at, changed))}
          ${rule.conditions.length < 2 ? nothing : html`
            <button type="button" class="r-link" aria-label=${words.removeCondition(fmt, { number: at + 1 })}
              @click=${() => on.change({ ...rule, conditions: rule.conditions.filter((_, other) => other !== at) })}>${words.removeShort}</button>`}
        </fieldset>`)}
      ${masked ? html`<p class="r-aside">${words.masked}</p>` : nothing}
      <button type="button" class="r-link" ?disabled=${rule.conditions.length >= MOST_CONDITIONS}
        @click=${() => on.change({ ...rule, conditions: [...rule.conditions, FIRST] })}>${words.add}</button>
      <p class="r-own-count" role="status">${says}</p>
      ${complete && !named && name !== '' ? html`<p class="r-aside">${words.needName}</p>` : nothing}
      <div class="r-own-buttons">
        <button type="submit" class="r-button" ?disabled=${!named || !complete || count?.problem !== undefined}>${words.save}</button>
        ${count && count.customers > 0
          ? html`<button type="button" class="r-button" @click=${() => ctx.open({ own: { ...rule, name: name || words.new } })}>${words.show}</button>`
          : nothing}
        <button type="button" class="r-button" @click=${(event: Event) => leave(event, on.close)}>${words.cancel}</button>
      </div>
    </form>
  `;
}

const read = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

function conditionOf(condition: OwnCondition, fields: readonly OwnField[], ctx: ViewContext, change: (condition: OwnCondition) => void): TemplateResult {
  const words = ctx.m.own;
  const of = subjectOf(condition);
  const field = fieldOf(fields, of);
  const chosen = condition.test;
  const option = (each: OwnField): TemplateResult =>
    html`<option value=${keyOf(each.of)} .selected=${live(each === field)}>${subject(each.of, ctx)}</option>`;
  const figures = fields.filter((each) => each.of.figure !== undefined);
  const columns = fields.filter((each) => each.of.column !== undefined);
  return html`
    <label class="r-field"><span>${words.of}</span>
      <select @change=${(event: Event) => {
        const next = fields.find((each) => keyOf(each.of) === read(event));
        const [first] = next ? testsOf(next) : [];
        if (next && first) change({ ...next.of, test: first });
      }}>
        ${field ? nothing : html`<option value="" .selected=${live(true)}>${subject(of, ctx)}</option>`}
        <optgroup label=${words.figures}>${figures.map(option)}</optgroup>
        ${columns.length === 0 ? nothing : html`<optgroup label=${words.columns}>${columns.map(option)}</optgroup>`}
      </select>
    </label>
    <label class="r-field"><span>${words.test}</span>
      <select @change=${(event: Event) => change({ ...of, test: read(event) as OwnTestId })}>
        ${(field ? testsOf(field) : [chosen]).map((id) => html`
          <option value=${id} .selected=${live(id === chosen)}>${words.tests[id]}</option>`)}
      </select>
    </label>
    ${field ? input(condition, field, ctx, (value) => change({ ...of, test: chosen, ...value })) : nothing}
  `;
}

/** What the test compares with: a number, a day, words to tick, a text. */
function input(
  condition: OwnCondition, field: OwnField, ctx: ViewContext, change: (value: Pick<OwnCondition, 'number' | 'day' | 'words'>) => void,
): TemplateResult | typeof nothing {
  const words = ctx.m.own;
  const { test, number, day, words: chosen = [] } = condition;
  // Not `live`: of a number half typed, as "1.", the browser says nothing, and it has to stay.
  const box = (type: string, shown: string, given: (text: string) => Pick<OwnCondition, 'number' | 'day' | 'words'>): TemplateResult => html`
    <label class="r-field"><span>${words.value}</span>
      <input type=${type} step="any" autocomplete="off" .value=${shown}
        @input=${(event: Event) => { if (!(event.target as HTMLInputElement).validity.badInput) change(given(read(event))); }} />
    </label>`;
  switch (test) {
    case 'at_least':
    case 'at_most':
    case 'equals':
      return box('number', number === undefined ? '' : String(number), (text) => (text.trim() === '' ? {} : { number: Number(text) }));
    case 'from':
    case 'until':
      return box('date', day ?? '', (text) => (text === '' ? {} : { day: text }));
    case 'contains':
      return box('text', chosen[0] ?? '', (text) => ({ words: [text] }));
    case 'is':
    case 'is_not': {
      // Chosen before, and not among those offered.
      const offered = [...field.words, ...chosen.filter((word) => !field.words.includes(word))];
      return html`
        <fieldset class="r-own-words">
          <legend class="r-own-label">${words.value}</legend>
          <div class="r-own-ticks">
            ${offered.map((word) => html`
              <label><input type="checkbox" .checked=${live(chosen.includes(word))}
                @change=${() => change({ words: chosen.includes(word) ? chosen.filter((other) => other !== word) : [...chosen, word] })} />
                <span>${wordOf(field.of, word, ctx)}</span></label>`)}
          </div>
          ${field.more ? html`<p class="r-aside">${words.more}</p>` : nothing}
        </fieldset>`;
    }
    default:
      return nothing;
  }
}
