/** NEXT: what customers buy next, for whom, in each segment; and what leads from the first order to the second and third. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { bar } from '../charts/bar.js';
import { lift } from '../charts/lift.js';
import { sankey, type SankeyNode } from '../charts/sankey.js';
import type { DemandState } from '../element/demand.js';
import type { CrossSell, CrossSellSettings, ItemRule, Journey, Report } from '../engine/types.js';
import { behind } from './back-test.js';
import type { ColourName, ViewContext } from './context.js';
import { showList } from './list.js';
import { oneOf } from './switch.js';

/** Rules that are drawn, and items. */
const RULES = 10;
const ITEMS = 8;
/** Rules in the table behind. */
const TABLE = 50;

const ruleName = (rule: ItemRule): string => `${rule.from} → ${rule.to}`;

function rules(found: CrossSell, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.next.rules;
  const [first] = found.rules;
  if (!first) return html`<h3 class="r-heading">${words.none(fmt, { least: found.min_customers })}</h3>`;
  const title = words.title(fmt, first);
  return html`
    <div class="r-next-part">
      <h3 class="r-heading">${title}</h3>
      <p class="r-about">${words.about(fmt, found)}</p>
      ${lift(
        found.rules.slice(0, RULES).map((rule) => ({
          name: html`${ruleName(rule)}
            ${showList(ctx, rule.open, ruleName(rule), { bought: rule.from, not_bought: rule.to })}`,
          share: rule.confidence,
          interval: rule.interval,
          all: rule.to_customers / found.customers,
          text: `${words.lift} ${fmt.times(rule.lift)}`,
          aside: fmt.share(rule.confidence),
        })),
        { label: title, share: words.confidence, all: words.base, interval: words.interval },
      )}
      ${behind(
        title,
        [
          { name: words.rule },
          { name: words.support, number: true },
          { name: words.confidence, number: true },
          { name: words.interval, number: true },
          { name: words.lift, number: true },
          { name: words.n, number: true },
          { name: words.later, number: true },
          { name: words.open, number: true },
        ],
        found.rules.slice(0, TABLE).map((rule) => [
          ruleName(rule),
          fmt.share(rule.support, 1),
          fmt.share(rule.confidence, 1),
          `${fmt.share(rule.interval[0])}–${fmt.share(rule.interval[1])}`,
          fmt.fixed(rule.lift, 2),
          fmt.count(rule.n),
          fmt.count(rule.later),
          fmt.count(rule.open),
        ]),
        ctx,
      )}
      <p class="r-aside">${words.caution}</p>
    </div>
  `;
}

function offers(found: CrossSell, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.next.offer;
  const [first] = found.next;
  if (!first) return nothing;
  const title = words.title(fmt, { ...first, all: found.with_next });
  return html`
    <div class="r-next-part">
      <h3 class="r-heading">${title}</h3>
      <div class="r-rivals r-next-items">
        ${found.next.slice(0, ITEMS).map(({ item, customers }) => html`
          <div class="r-rival">
            <span>${item}</span>
            ${showList(ctx, customers, item, { next: item })}
            ${bar(customers / first.customers, 'var(--value-tiers-accent)')}
          </div>`)}
      </div>
      <h4 class="r-minor">${words.segments}</h4>
      <div class="r-scroll" tabindex="0" role="region" aria-label=${words.segments}>
        <table class="r-plain">
          <thead>
            <tr>
              <th scope="col">${words.segment}</th>
              <th scope="col" class="r-num">${ctx.m.risk.customers}</th>
              <th scope="col">${words.next}</th>
              <th scope="col">${words.own}</th>
            </tr>
          </thead>
          <tbody>
            ${found.segments.map(({ id, customers, next, rule }) => html`
              <tr>
                <th scope="row">${ctx.m.terms.segment[id]}</th>
                <td class="r-num">${fmt.count(customers)}</td>
                <td>${next
                  ? html`${next.item} ${showList(ctx, next.customers, `${ctx.m.terms.segment[id]}, ${next.item}`, { segment: id, next: next.item })}`
                  : ctx.m.none}</td>
                <td>${rule ? `${ruleName(rule)}: ${words.figures(fmt, rule)}` : words.tooFew(fmt, { least: found.min_customers })}</td>
              </tr>`)}
          </tbody>
        </table>
      </div>
    </div>
  `;
}

const COLOURS: readonly ColourName[] = ['group-1', 'group-2', 'group-3', 'group-4', 'group-5', 'group-6', 'group-7'];

function journey(journey: Journey, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.next.journey;
  const [first, second] = journey.steps;
  if (!first || !second) return html``;
  const title = words.title(fmt, { first: first.customers, second: second.customers, days: second.days?.[1] });
  const named = (place: number | undefined): string => (place === undefined ? words.stop : (journey.items[place] ?? words.other));
  const tone = (place: number | undefined): string => `var(--value-tiers-${place === undefined ? 'quiet' : (journey.items[place] === undefined ? undefined : COLOURS[place]) ?? 'muted'})`;
  const idOf = (order: number, place: number | undefined): string => `${order} ${place ?? 'stop'}`;
  const counted = new Map<string, { order: number; place: number | undefined; customers: number }>();
  for (const flow of journey.flows) {
    const count = (order: number, place: number | undefined): void => {
      const id = idOf(order, place);
      const node = counted.get(id) ?? { order, place, customers: 0 };
      node.customers += flow.customers;
      counted.set(id, node);
    };
    if (flow.order === 1) count(1, flow.from);
    count(flow.order + 1, flow.to);
  }
  // In the order of the items, those who stop last.
  const order = (place: number | undefined): number => place ?? journey.items.length + 1;
  const nodes: SankeyNode[] = [...counted.entries()]
    .sort(([, a], [, b]) => a.order - b.order || order(a.place) - order(b.place))
    .map(([id, { order: step, place, customers }]) => ({
      id, name: named(place), count: fmt.count(customers), tone: tone(place), column: step - 1,
    }));
  const overall = second.share ?? 0;
  const startTitle = words.starts(fmt, { share: overall });
  return html`
    <div class="r-next-part">
      <h3 class="r-heading">${title}</h3>
      <div class="r-rivals r-next-steps">
        ${journey.steps.map((step) => html`
          <div class="r-rival">
            <span>${words.step(fmt, { order: step.order })}${step.days ? html` <span class="r-share">${words.days(fmt, { low: step.days[0], middle: step.days[1], high: step.days[2] })}</span>` : nothing}</span>
            <b>${fmt.count(step.customers)}${step.share === undefined ? nothing : html` <span class="r-share">${words.ofBefore(fmt, { share: step.share })}</span>`}</b>
            ${bar(step.customers / (first.customers || 1), 'var(--value-tiers-accent)')}
          </div>`)}
      </div>
      <p class="r-aside">${words.waiting(fmt, { second: second.waiting, third: journey.steps[2]?.waiting ?? 0 })}</p>
      ${journey.items.length === 0 ? nothing : html`
        <h4 class="r-minor">${words.flow}</h4>
        ${sankey(
          nodes,
          journey.flows.map((flow) => ({
            from: idOf(flow.order, flow.from),
            to: idOf(flow.order + 1, flow.to),
            value: flow.customers,
            text: words.flowOf(fmt, { from: named(flow.from), to: named(flow.to), customers: flow.customers }),
          })),
          words.flow,
          (id) => nodes.filter((node) => node.id === id).map(({ name, count }) => `${name} ${count}`).join(''),
        )}
        ${behind(
          words.flow,
          [{ name: words.order }, { name: words.from, number: true }, { name: words.to, number: true }, { name: ctx.m.risk.customers, number: true }],
          journey.flows.map((flow) => [words.step(fmt, { order: flow.order }), named(flow.from), named(flow.to), fmt.count(flow.customers)]),
          ctx,
        )}
        <h4 class="r-minor">${startTitle}</h4>
        ${lift(
          journey.starts.map((start) => ({
            name: named(start.item),
            share: start.share,
            interval: start.interval,
            all: overall,
            text: fmt.share(start.share),
            aside: words.began(fmt, { customers: start.customers }),
          })),
          { label: startTitle, share: words.cameBack, all: words.all, interval: ctx.m.next.rules.interval },
        )}
        ${behind(
          startTitle,
          [
            { name: words.began1 },
            { name: ctx.m.risk.customers, number: true },
            { name: words.cameBack, number: true },
            { name: ctx.m.next.rules.interval, number: true },
            { name: words.medianDays, number: true },
          ],
          journey.starts.map((start) => [
            named(start.item),
            fmt.count(start.customers),
            fmt.share(start.share, 1),
            `${fmt.share(start.interval[0])}–${fmt.share(start.interval[1])}`,
            start.days === undefined ? ctx.m.none : fmt.number(start.days),
          ]),
          ctx,
        )}
      `}
    </div>
  `;
}

/** What the form says; absent where it can't be. */
export function crossSellOf(data: FormData, by: CrossSell['by']): CrossSellSettings | undefined {
  const least = String(data.get('least') ?? '').trim();
  const without = String(data.get('without') ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '');
  if (least === '') return { by, without };
  const count = Number(least);
  return Number.isInteger(count) && count >= 1 ? { by, min_customers: count, without } : undefined;
}

function settings(report: Report, found: CrossSell, ctx: ViewContext): TemplateResult {
  const words = ctx.m.next.settings;
  const chosen = report.settings.cross_sell;
  return html`
    ${found.choices.length < 2 ? nothing : oneOf(
      'cross-sell',
      words.by,
      found.choices.map((id) => ({ id, name: words.kinds[id] })),
      found.by ?? 'category',
      (by) => ctx.recalculate({ cross_sell: { ...chosen, by } }),
    )}
    <details class="r-details r-rulebook">
      <summary>${words.title}</summary>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const cross_sell = crossSellOf(new FormData(event.currentTarget as HTMLFormElement), chosen?.by);
          if (cross_sell) ctx.recalculate({ cross_sell });
        }}
      >
        <label class="r-field">
          <span>${words.least}</span>
          <input name="least" type="number" min="1" step="1" .value=${String(chosen?.min_customers ?? '')} />
        </label>
        <p class="r-aside">${words.leastAuto}</p>
        <label class="r-field">
          <span>${words.without}</span>
          <textarea name="without" rows="3" .value=${(chosen?.without ?? []).join('\n')}></textarea>
        </label>
        <button type="submit" class="r-button">${ctx.m.risk.settings.apply}</button>
      </form>
    </details>
  `;
}

export function renderNext(report: Report, state: DemandState<CrossSell>, ctx: ViewContext): TemplateResult {
  const words = ctx.m.next;
  const { document: found, failure } = state;
  if (report.input.shape === 'customers') return html`<div class="r-view r-next"><p class="r-off">${words.noOrders}</p></div>`;
  if (!found) {
    return html`<div class="r-view r-next">
      ${failure
        ? html`<p class="r-off" role="alert">${ctx.m.failures[failure.code](ctx.fmt, failure)}</p>`
        : html`<p class="r-aside" role="status">${words.working}</p>`}
    </div>`;
  }
  return html`
    <div class="r-view r-next" aria-busy=${state.asking}>
      ${found.by === undefined
        ? html`<p class="r-off">${words.noItems}</p>`
        : html`${rules(found, ctx)} ${settings(report, found, ctx)} ${offers(found, ctx)}`}
      ${journey(found.journey, ctx)}
    </div>
  `;
}
