/** LEVELS: the tiers as the levels of a programme. Where they begin, what they cost, who is near a line, and the balance of effort. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ruler } from '../charts/ruler.js';
import { split } from '../charts/split.js';
import { vars } from '../charts/vars.js';
import type { DemandState } from '../element/demand.js';
import type { Level, Levels, Programme, Report, TenureGrade, ValueTier } from '../engine/types.js';
import { behind } from './back-test.js';
import type { ViewContext } from './context.js';
import { showList } from './list.js';

/** The tokens of the levels: value is the accent, dark to light. */
const TONE: Record<ValueTier, string> = {
  high: 'var(--value-tiers-value-5)',
  medium: 'var(--value-tiers-value-4)',
  low: 'var(--value-tiers-value-2)',
};

function rulers(document: Levels, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.levels;
  const { by } = document;
  const title = words.ruler(fmt, { by: words.cutBy[by] });
  const cells = [...document.levels].reverse().map(({ id, from, keep_from: keep }) => ({
    name: ctx.m.terms.valueTier[id],
    tone: TONE[id],
    from: from === undefined ? undefined : words.from(fmt, { by, from }),
    more: keep === undefined ? undefined : words.keptFrom(fmt, { by, from: keep }),
  }));
  const label = cells.map(({ name, from, more }) => [name, from, more].filter((text) => text !== undefined).join(', ')).join('; ');
  return html`
    <h4 class="r-finding-title">${title}</h4>
    ${ruler(cells, [title, label].join('; '))}
  `;
}

function level(found: Level, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.levels;
  const name = ctx.m.terms.valueTier[found.id];
  const order = found.one_order ?? 0;
  return html`
    <li class="r-level" data-level=${found.id} ${vars({ tone: TONE[found.id] })}>
      <h4><span class="r-level-mark" aria-hidden="true"></span>${name}</h4>
      <p class="r-big">
        <b>${fmt.count(found.customers)}</b>
        <span>${fmt.share(found.share_customers)} · ${fmt.moneyShort(found.net)}</span>
      </p>
      ${order > 0 && found.one_order_money !== undefined
        ? html`<p>${words.oneOrder(fmt, { customers: order, money: found.one_order_money })}</p>
            ${showList(ctx, order, words.oneOrderOf(fmt, { name }), { one_order: found.id, sort: 'net', descending: true })}`
        : nothing}
      ${found.on_the_line > 0
        ? html`<p class="r-meaning">${words.onTheLine(fmt, { customers: found.on_the_line })}</p>
            ${showList(ctx, found.on_the_line, words.onTheLineOf(fmt, { name }), { on_the_line: found.id, sort: 'value_index', descending: true })}`
        : nothing}
      ${found.kept > 0 ? html`<p class="r-meaning">${words.kept(fmt, { customers: found.kept })}</p>` : nothing}
    </li>
  `;
}

function key(ctx: ViewContext): TemplateResult {
  const ids: ValueTier[] = ['high', 'medium', 'low'];
  return html`<ul class="r-key">
    ${ids.map((id) => html`<li><span class="r-key-mark" aria-hidden="true" ${vars({ tone: TONE[id] })}></span>${ctx.m.terms.valueTier[id]}</li>`)}
  </ul>`;
}

function balance(document: Levels, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.levels.balance;
  const { levels } = document;
  const [first] = levels;
  if (!first) return nothing;
  const name = ctx.m.terms.valueTier[first.id];
  const title = document.hours_set
    ? words.title(fmt, { name, hours: first.share_hours, net: first.share_net })
    : words.even(fmt, { name, customers: first.share_customers, net: first.share_net });
  const cost = Number(document.points_cost) || 1;
  const row = (label: string, share: (found: Level) => number): { name: string; parts: { tone: string; share: number }[] } => ({
    name: label,
    parts: levels.map((found) => ({ tone: TONE[found.id], share: share(found) })),
  });
  const hours = levels.some((found) => found.hours !== undefined);
  const number = (value: number | undefined): string => (value === undefined ? ctx.m.none : fmt.number(value, 1));
  return html`
    <h4 class="r-finding-title">${title}</h4>
    ${key(ctx)}
    ${split(
      [
        row(words.customers, (found) => found.share_customers),
        row(words.net, (found) => found.share_net),
        row(words.points, (found) => Number(found.points_cost) / cost),
        row(document.hours_set ? words.hours : words.hoursEven, (found) => found.share_hours),
      ],
      title,
    )}
    <p class="r-aside">
      ${ctx.m.levels.points(fmt, { points: document.points, cost: document.points_cost, from: document.period?.from, to: document.period?.to })}
      ${ctx.m.levels.assumption}
    </p>
    ${behind(
      title,
      [
        { name: words.level },
        { name: words.customers, number: true },
        { name: words.net, number: true },
        { name: words.spent, number: true },
        { name: words.cost, number: true },
        { name: words.oneOrder, number: true },
        { name: words.money, number: true },
        { name: words.onTheLine, number: true },
        ...(hours ? [{ name: words.hours, number: true }, { name: words.byValue, number: true }] : []),
      ],
      levels.map((found) => [
        ctx.m.terms.valueTier[found.id],
        fmt.count(found.customers),
        fmt.money(found.net),
        fmt.money(found.spent),
        fmt.money(found.points_cost),
        found.one_order === undefined ? ctx.m.none : fmt.count(found.one_order),
        found.one_order_money === undefined ? ctx.m.none : fmt.money(found.one_order_money),
        fmt.count(found.on_the_line),
        ...(hours ? [number(found.hours), number(found.hours_by_value)] : []),
      ]),
      ctx,
    )}
  `;
}

function tenure(grades: TenureGrade[], ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.levels.tenure;
  const filled = grades.filter((grade) => grade.customers > 0);
  const [longest] = filled;
  if (!longest) return nothing;
  const name = (grade: TenureGrade): string => words.grade(fmt, { from: grade.from, to: grade.to });
  const tiers: ValueTier[] = ['high', 'medium', 'low'];
  const title = filled.length === 1
    ? words.one(fmt, { name: name(longest) })
    : words.title(fmt, {
        name: name(longest), customers: longest.customers, high: longest.tiers[0] / longest.customers, level: ctx.m.terms.valueTier.high,
      });
  return html`
    <h4 class="r-finding-title">${title}</h4>
    ${split(
      filled.map((grade) => ({
        name: words.row(fmt, { name: name(grade), customers: grade.customers, net: grade.net }),
        parts: tiers.map((id, place) => ({ tone: TONE[id], share: (grade.tiers[place] ?? 0) / grade.customers })),
      })),
      title,
    )}
    ${behind(
      title,
      [
        { name: words.head },
        { name: ctx.m.levels.balance.customers, number: true },
        { name: ctx.m.levels.balance.net, number: true },
        ...tiers.map((id) => ({ name: ctx.m.terms.valueTier[id], number: true })),
      ],
      grades.map((grade) => [name(grade), fmt.count(grade.customers), fmt.money(grade.net), ...grade.tiers.map((count) => fmt.count(count))]),
      ctx,
    )}
  `;
}

/** What the form says; absent where it can't be. */
export function programmeOf(data: FormData): Programme | undefined {
  const read = (name: string): number => Number(String(data.get(name) ?? '').trim() || NaN);
  const three = (name: string): [number, number, number] => [read(`${name}-0`), read(`${name}-1`), read(`${name}-2`)];
  const [points, hours, grades] = [read('points') / 100, three('hours'), three('tenure')];
  const [first, second, third] = grades;
  if (!(points >= 0 && points <= 1) || !(first > 0 && second > first && third > second)) return undefined;
  const none = hours.every(Number.isNaN);
  if (!none && !hours.every((each) => each >= 0)) return undefined;
  return none ? { points, tenure: grades } : { points, hours, tenure: grades };
}

function form(report: Report, ctx: ViewContext): TemplateResult {
  const words = ctx.m.levels.form;
  const { points = 0, hours, tenure: grades = [] } = report.settings.programme ?? {};
  const number = (name: string, label: string, value: number | undefined): TemplateResult => html`
    <label class="r-field">
      <span>${label}</span>
      <input name=${name} type="number" min="0" step="any" .value=${value === undefined ? '' : String(value)} />
    </label>
  `;
  const tiers: ValueTier[] = ['high', 'medium', 'low'];
  return html`
    <details class="r-details r-rulebook">
      <summary>${words.title}</summary>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget as HTMLFormElement);
          const programme = programmeOf(data);
          const said = (event.currentTarget as HTMLFormElement).querySelector('output');
          if (said) said.value = programme ? '' : ctx.m.levels.rule.number;
          if (programme) ctx.recalculate({ programme });
        }}
      >
        ${number('points', words.points, Math.round(points * 1e6) / 1e4)}
        <fieldset class="r-numbers">
          <legend>${words.hours}</legend>
          ${tiers.map((id, place) => number(`hours-${place}`, ctx.m.terms.valueTier[id], hours?.[place]))}
        </fieldset>
        <p class="r-aside">${words.hoursAuto}</p>
        <fieldset class="r-numbers">
          <legend>${words.tenure}</legend>
          ${[0, 1, 2].map((place) => number(`tenure-${place}`, words.grade(ctx.fmt, { grade: place + 2 }), grades[place]))}
        </fieldset>
        <output class="r-fault"></output>
        <button type="submit" class="r-button">${words.apply}</button>
      </form>
    </details>
  `;
}

export function renderLevels(report: Report, { document, failure }: DemandState<Levels>, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.levels;
  if (!document) {
    return html`<div class="r-programme"><p class="r-off" role=${failure ? 'alert' : 'status'}>${failure ? words.off : words.working}</p></div>`;
  }
  const near = document.levels.find((found) => (found.one_order ?? 0) > 0);
  const kept = document.levels.reduce((sum, found) => sum + found.kept, 0);
  return html`
    <div class="r-programme">
      <h3 class="r-heading">
        ${near
          ? words.title(fmt, { customers: near.one_order ?? 0, name: ctx.m.terms.valueTier[near.id], money: near.one_order_money ?? '0' })
          : words.none}
      </h3>
      <p class="r-about">${words.about}</p>
      ${rulers(document, ctx)}
      <ul class="r-levels">${document.levels.map((found) => level(found, ctx))}</ul>
      <p class="r-aside">
        ${document.since === undefined
          ? report.as_of === undefined ? nothing : words.notKeeping(fmt, { keep: document.keep })
          : words.keeping(fmt, { since: document.since, kept })}
      </p>
      ${balance(document, ctx)} ${tenure(document.tenure, ctx)} ${form(report, ctx)}
    </div>
  `;
}
