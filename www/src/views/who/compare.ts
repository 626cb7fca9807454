/** Groups side by side: one measure as bars, habits by weekday and month, and everything as a table. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { bar } from '../../charts/bar.js';
import type { ComparedGroup, Comparison, Report, SplitBy } from '../../engine/types.js';
import type { CompareMeasure } from '../../messages/compare.types.js';
import { behind } from '../back-test.js';
import type { ViewContext } from '../context.js';
import { columnName } from '../shown.js';

const MEASURES: readonly CompareMeasure[] = [
  'share_net', 'share_customers', 'order_value', 'basket', 'orders_each', 'gap', 'gap_p80', 'refunds', 'discounts', 'csat', 'nps', 'expected', 'top_fifth',
];
const SPLITS: readonly Exclude<SplitBy, 'column'>[] = ['segments', 'tiers', 'stages'];

/** The name of a group. Values are text of the file. */
function nameOf(group: ComparedGroup, ctx: ViewContext): string {
  const { terms, compare } = ctx.m;
  if (group.segment) return terms.segment[group.segment];
  if (group.tier) return terms.valueTier[group.tier];
  if (group.stage) return terms.stage[group.stage];
  return group.value ?? (group.kind === 'others' ? compare.others : compare.blank);
}

function figure(group: ComparedGroup, measure: CompareMeasure): number | undefined {
  const found = group[measure];
  return typeof found === 'object' ? found.value : found;
}

/** Of whom a measure is known. */
function counted(group: ComparedGroup, measure: CompareMeasure): number {
  if (measure === 'csat' || measure === 'nps') return group[measure]?.n ?? 0;
  return measure === 'gap' || measure === 'gap_p80' ? group.gap_customers : group.customers;
}

function text(value: number | undefined, measure: CompareMeasure, ctx: ViewContext): string {
  if (value === undefined) return ctx.m.none;
  if (measure === 'nps') return ctx.fmt.fixed(value, 0);
  if (measure === 'order_value' || measure === 'basket') return ctx.fmt.money(value);
  if (measure === 'expected') return ctx.fmt.moneyShort(value);
  if (measure === 'orders_each') return ctx.fmt.number(value, 2);
  if (measure === 'gap' || measure === 'gap_p80') return ctx.fmt.number(value, 1);
  return ctx.fmt.share(value);
}

/** The same with its interval, where there is one. */
function known(group: ComparedGroup, measure: CompareMeasure, ctx: ViewContext): string {
  const found = group[measure];
  if (typeof found !== 'object') return text(found, measure, ctx);
  const [low, high] = found.interval;
  const say = (value: number): string => text(value, measure, ctx);
  return ctx.m.compare.surveyed(ctx.fmt, { value: say(found.value), low: say(low), high: say(high), answers: found.n });
}

function choices(found: Comparison, measures: readonly CompareMeasure[], measure: CompareMeasure | undefined, ctx: ViewContext): TemplateResult {
  const words = ctx.m.compare;
  const chosen = found.split === 'column' ? String(found.column) : found.split;
  const option = (value: string, name: string, at: string | undefined): TemplateResult =>
    html`<option value=${value} ?selected=${value === at}>${name}</option>`;
  return html`
    <div class="r-compare-question">
      <label class="r-field">
        <span>${words.split}</span>
        <select data-compare="split" @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          const split = SPLITS.find((id) => id === value);
          ctx.compare.ask(split ? { split, column: 0 } : { split: 'column', column: Number(value) });
        }}>
          ${SPLITS.map((id) => option(id, words.splits[id], chosen))}
          ${found.columns.map(({ column, name, measure: how }) =>
            option(String(column), columnName({ column: name, measure: how }, ctx), chosen))}
        </select>
      </label>
      <label class="r-field">
        <span>${words.measure}</span>
        <select data-compare="measure" @change=${(event: Event) => ctx.choose({ compare: (event.target as HTMLSelectElement).value as CompareMeasure })}>
          ${measures.map((id) => option(id, words.measures[id], measure))}
        </select>
      </label>
    </div>
  `;
}

/** The share of each group's purchase days, as a row of shades. */
function heat(title: string, heads: string[], groups: ComparedGroup[], counts: (group: ComparedGroup) => number[], few: number, ctx: ViewContext): TemplateResult | typeof nothing {
  const rows = groups.filter((group) => group.customers >= few && counts(group).length === heads.length);
  if (rows.length === 0) return nothing;
  const share = (group: ComparedGroup, at: number): number => {
    const all = counts(group).reduce((sum, count) => sum + count, 0);
    return all > 0 ? (counts(group)[at] ?? 0) / all : 0;
  };
  const most = Math.max(...rows.flatMap((group) => heads.map((_, at) => share(group, at))));
  return html`
    <h4 class="r-minor">${title}</h4>
    <div class="r-scroll" tabindex="0" role="region" aria-label=${title}>
      <table class="r-heat">
        <caption class="r-hidden">${title}</caption>
        <thead><tr><td></td>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${rows.map((group) => html`<tr>
          <th scope="row">${nameOf(group, ctx)}</th>
          ${heads.map((_, at) => html`<td class="r-shade-${Math.min(4, Math.ceil((share(group, at) / most) * 4))}">${ctx.fmt.share(share(group, at))}</td>`)}
        </tr>`)}</tbody>
      </table>
    </div>
  `;
}

export function renderCompare(_: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.compare;
  const { document: found, failure } = ctx.compare.state;
  if (!found) return html`<p class="r-off" role=${failure ? 'alert' : 'status'}>${failure ? words.off : words.working}</p>`;
  const measures = MEASURES.filter((id) => found.groups.some((group) => group[id] !== undefined));
  const measure = measures.find((id) => id === ctx.choices.compare) ?? measures[0] ?? 'share_customers';
  const named = words.measures[measure];
  const valueOf = (group: ComparedGroup): number => Math.max(0, figure(group, measure) ?? 0);
  const gap = measure === 'gap' || measure === 'gap_p80';
  const survey = measure === 'csat' || measure === 'nps';
  const small = (group: ComparedGroup): boolean => counted(group, measure) < found.few;
  const ranked = found.groups
    .filter((group) => !small(group) && group[measure] !== undefined)
    .sort((a, b) => (figure(b, measure) ?? 0) - (figure(a, measure) ?? 0));
  const [most, least] = [ranked[0], ranked.at(-1)];
  const title = most && least && most !== least
    ? words.title(fmt, {
        measure: named, name: nameOf(most, ctx), most: text(figure(most, measure), measure, ctx), other: nameOf(least, ctx), least: text(figure(least, measure), measure, ctx),
      })
    : words.alone(fmt, { measure: named });
  const longest = Math.max(...found.groups.map(valueOf)) || 1;
  const orders = found.groups.some((group) => group.orders !== undefined);
  const categories = found.groups.some((group) => group.categories.length > 0);
  return html`
    <div class="r-compare" data-split=${found.split}>
      ${choices(found, measures, measure, ctx)}
      <h3 class="r-heading">${title}</h3>
      <p class="r-about">${words.about}</p>
      <table class="r-groups">
        <caption class="r-hidden">${title}</caption>
        <thead><tr>
          <th scope="col">${words.group}</th>
          <th scope="col" class="r-num">${gap ? words.repeat : survey ? words.answers : words.customers}</th>
          <th scope="col" class="r-num">${named}</th>
        </tr></thead>
        <tbody>${found.groups.map((group) => html`<tr class=${small(group) ? 'r-none' : ''}>
          <th scope="row">${nameOf(group, ctx)}</th>
          <td class="r-num">${fmt.count(counted(group, measure))}</td>
          <td class="r-num">
            <span class="r-figure"><span>${text(figure(group, measure), measure, ctx)}</span></span>
            ${bar(valueOf(group) / longest, small(group) ? 'var(--value-tiers-quiet)' : 'var(--value-tiers-accent)')}
          </td>
        </tr>`)}</tbody>
      </table>
      ${found.groups.some(small) ? html`<p class="r-aside">${words.few(fmt, { few: found.few })}</p>` : nothing}
      ${gap ? html`<p class="r-aside">${words.gapAbout}</p>` : survey ? html`<p class="r-aside">${words.surveyAbout}</p>` : nothing}
      ${measure === 'expected' ? html`<p class="r-aside">${words.expectedAbout(fmt, { months: found.months })}</p>` : nothing}
      ${behind(
        title,
        [
          { name: words.group },
          { name: words.customers, number: true },
          { name: words.net, number: true },
          ...(orders ? [{ name: words.orders, number: true }] : []),
          { name: words.repeat, number: true },
          ...measures.map((id) => ({ name: words.measures[id], number: true })),
          ...(categories ? [{ name: words.categories, number: true }] : []),
        ],
        found.groups.map((group) => [
          nameOf(group, ctx),
          fmt.count(group.customers),
          fmt.money(group.net),
          ...(orders ? [group.orders === undefined ? ctx.m.none : fmt.count(group.orders)] : []),
          fmt.count(group.gap_customers),
          ...measures.map((id) => known(group, id, ctx)),
          ...(categories ? [fmt.list(group.categories.map((one) => words.category(fmt, one))) || ctx.m.none] : []),
        ]),
        ctx,
      )}
      ${found.by_day ? heat(words.weekdays, words.days, found.groups, (group) => group.weekdays, found.few, ctx) : nothing}
      ${heat(words.months, Array.from({ length: 12 }, (_month, at) => words.month(fmt, { month: at + 1 })), found.groups, (group) => group.months, found.few, ctx)}
    </div>
  `;
}
