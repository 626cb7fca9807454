/** One customer explained: when they ordered, where each score comes from, what would move them. */

import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

import { bar } from '../charts/bar.js';
import { timeline } from '../charts/timeline.js';
import { daysBetween, type Formatter } from '../element/format.js';
import type { CustomerCard, CustomerRow, Outlook, OutlookPlace, Report, Seen, ValueTier } from '../engine/types.js';
import type { Messages } from '../messages/types.js';
import { behind } from './back-test.js';
import type { ViewContext } from './context.js';

/** Whatever the number of levels, the scores run from 1 to this. */
const HIGHEST_SCORE = 5;
const TIERS: readonly ValueTier[] = ['low', 'medium', 'high'];

/** A note is for a line or two, not for a file of its own. */
const LONGEST_NOTE = 1000;

export interface CardHandlers {
  close(): void;
  /** What is noted, and how it is changed; absent where nobody is to be named. */
  note?: { text: string; change(text: string): void };
}

/** As a dialog above everything: Escape closes it, and whoever opened it has the focus again. */
const opened = (element: Element | undefined): void => {
  const dialog = element as HTMLDialogElement | undefined;
  // Not yet in the document while it is drawn.
  queueMicrotask(() => { if (dialog?.isConnected && !dialog.open) dialog.showModal(); });
};

export function renderCard(report: Report, card: CustomerCard | undefined, ctx: ViewContext, on: CardHandlers): TemplateResult | typeof nothing {
  if (!card) return nothing;
  const { m, fmt: f } = ctx;
  const { row } = card;
  return html`
    <dialog class="r-card" aria-labelledby="card-title" ${ref(opened)} @close=${on.close}
      @click=${(event: Event) => { if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close(); }}>
      <div class="r-view r-card-body card-body">
        <header class="r-card-head">
          <h3 id="card-title" tabindex="-1" autofocus>${row.customer}</h3>
          <button type="button" class="button" @click=${(event: Event) => (event.currentTarget as Element).closest('dialog')?.close()}>${m.card.close}</button>
        </header>
        <div class="r-card-why">
          <p class="why">${m.customers.card.why(f, { row, levels: report.rfm ? HIGHEST_SCORE : undefined })}</p>
          ${row.rfm_segment ? html`<p><strong>${m.customers.card.next}:</strong> ${m.report.act.playbook[row.rfm_segment].step}</p>` : nothing}
          ${ahead(m, f, report, row)}
        </div>
        ${note(on.note, ctx)}
        ${orders(card, ctx)} ${card.outlook ? outlook(card.outlook, row, ctx) : nothing} ${risk(report, card, ctx)}
        ${scores(card, ctx)} ${index(card, ctx)} ${attributes(card, ctx)} ${figures(m, f, row)}
      </div>
    </dialog>
  `;
}

/** A note of one's own. */
function note(given: CardHandlers['note'], ctx: ViewContext): TemplateResult | typeof nothing {
  if (!given) return nothing;
  const words = ctx.m.card.note;
  return html`
    <p class="r-card-note">
      <label for="card-note">${words.label}</label>
      <textarea id="card-note" rows="2" maxlength=${LONGEST_NOTE} aria-describedby="card-note-kept" .value=${given.text}
        @input=${(event: Event) => given.change((event.target as HTMLTextAreaElement).value)}></textarea>
      <span class="r-aside" id="card-note-kept">${words.kept}</span>
    </p>
  `;
}

/** The orders along time, the day of the report, and the order that is due. */
function orders(card: CustomerCard, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.card.timeline;
  const { as_of, next_order, gap } = card;
  const [first, last] = [card.orders[0], card.orders.at(-1)];
  const { first_order, last_order } = card.row;
  if (!first || !last || as_of === undefined) return nothing;
  const end = next_order !== undefined && next_order > as_of ? next_order : as_of;
  const span = Math.max(1, daysBetween(first.day, end));
  const at = (day: string): number => daysBetween(first.day, day) / span;
  const largest = Math.max(...card.orders.map((order) => Number(order.net)), 0) || 1;
  const title = words.title(fmt, {
    orders: card.row.orders, first: first_order ?? first.day, last: last_order ?? last.day, gap, own: card.own_gap,
  });
  const late = next_order === undefined ? 0 : daysBetween(next_order, as_of);
  return html`
    <section class="r-card-part">
      <h4>${title}</h4>
      ${next_order === undefined ? nothing : html`<p class="r-about">${words.due(fmt, { day: next_order, late: late > 0 ? late : undefined })}</p>`}
      ${timeline(
        card.orders.map(({ day, net, counts }) => ({ at: at(day), size: Math.max(0, Number(net)) / largest, off: !counts })),
        { at: at(as_of), name: `${words.asOf} ${fmt.day(as_of)}` },
        next_order === undefined ? undefined : { at: at(next_order), name: `${words.next} ${fmt.day(next_order)}` },
        { label: title, from: fmt.day(first.day), to: fmt.day(end) },
      )}
      <p class="r-aside">${words.sizes}
        ${card.orders_total > card.orders.length ? words.last(fmt, { shown: card.orders.length, total: card.orders_total }) : nothing}</p>
      ${behind(
        title,
        [{ name: words.day }, { name: words.amount, number: true }, { name: words.remark, number: true }],
        [...card.orders].reverse().map(({ day, net, counts }) => [fmt.day(day), fmt.money(net), counts ? '' : words.void]),
        ctx,
      )}
    </section>
  `;
}

function place({ segment, tier }: OutlookPlace, ctx: ViewContext): string {
  const { terms } = ctx.m;
  return ctx.m.card.outlook.place(ctx.fmt, { segment: segment && terms.segment[segment], tier: terms.valueTier[tier] });
}

function outlook(o: Outlook, row: CustomerRow, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.card.outlook;
  const rank = (tier: ValueTier | undefined): number => (tier === undefined ? -1 : TIERS.indexOf(tier));
  const now = rank(row.value_tier);
  const change = (tier: ValueTier): string => (rank(tier) > now ? 'up' : rank(tier) < now ? 'down' : '');
  const tier = o.next_tier && ctx.m.terms.valueTier[o.next_tier];
  return html`
    <section class="r-card-part">
      <h4>${words.title}</h4>
      <p class="r-about">${words.about(fmt, { size: o.usual_order, days: o.days })}</p>
      <ul class="r-card-outlook">
        ${o.steps.map((step) => {
          const { orders, days, day, standing } = step;
          const same = standing.segment === row.rfm_segment && standing.tier === row.value_tier;
          return html`<li data-change=${change(standing.tier)}>${words.orders(fmt, { orders, days, day, place: place(standing, ctx), same })}</li>`;
        })}
        ${tier === undefined
          ? html`<li>${words.highest}</li>`
          : o.orders_to_tier === undefined || o.money_to_tier === undefined
            ? html`<li>${words.never(fmt, { tried: o.tried, tier })}</li>`
            : html`<li data-change="up">${words.reach(fmt, { orders: o.orders_to_tier, tier, amount: o.money_to_tier })}</li>`}
        ${o.waiting === undefined
          ? row.recency_days === undefined ? nothing : html`<li>${words.nothing}</li>`
          : html`<li data-change="down">${words.waiting(fmt, { ...o.waiting, day: o.waiting.day, place: place(o.waiting.standing, ctx) })}</li>`}
      </ul>
    </section>
  `;
}

function scores(card: CustomerCard, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.card.scores;
  const { r, f, m } = card.row;
  if (card.scores.length === 0 || r === undefined || f === undefined || m === undefined) return nothing;
  const title = words.title(fmt, { r, f, m });
  return html`
    <section class="r-card-part">
      <h4>${title}</h4>
      <p class="r-about">${words.about}</p>
      <table class="r-plain">
        <caption class="r-hidden">${title}</caption>
        <thead><tr>
          <th scope="col">${words.head.score}</th>
          <th scope="col" class="r-num">${words.head.value}</th>
          <th scope="col" class="r-num">${words.head.between}</th>
        </tr></thead>
        <tbody>
          ${card.scores.map(({ axis, score, value, above, up_to }) => html`<tr>
            <th scope="row">${ctx.m.terms.axis[axis]} <b>${fmt.count(score)}</b>${bar(score / HIGHEST_SCORE, 'var(--value-tiers-value-4)')}</th>
            <td class="r-num">${words.value[axis](fmt, { value })}</td>
            <td class="r-num">${words.between[axis](fmt, { above, upTo: up_to })}</td>
          </tr>`)}
        </tbody>
      </table>
    </section>
  `;
}

function index(card: CustomerCard, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.card.index;
  const { value_index, value_tier } = card.row;
  if (card.parts.length === 0 || value_index === undefined || value_tier === undefined) return nothing;
  const [high, medium] = card.tier_cuts;
  const from = value_tier === 'high' ? high : value_tier === 'medium' ? medium : null;
  const title = words.title(fmt, { index: value_index, tier: ctx.m.terms.valueTier[value_tier], tierFrom: from ?? undefined });
  return html`
    <section class="r-card-part">
      <h4>${title}</h4>
      <table class="r-plain">
        <caption class="r-hidden">${title}</caption>
        <thead><tr>
          <th scope="col">${words.head.part}</th>
          <th scope="col" class="r-num">${words.head.rank}</th>
          <th scope="col" class="r-num">${words.head.weight}</th>
          <th scope="col" class="r-num">${words.head.points}</th>
        </tr></thead>
        <tbody>
          ${card.parts.map(({ part, rank, weight, points }) => html`<tr>
            <th scope="row">${ctx.m.forecast.weights.parts[part]}${bar(rank / 100, 'var(--value-tiers-value-4)')}</th>
            <td class="r-num">${fmt.fixed(rank, 1)}</td>
            <td class="r-num">${fmt.share(weight)}</td>
            <td class="r-num">${fmt.fixed(points, 1)}</td>
          </tr>`)}
        </tbody>
      </table>
    </section>
  `;
}

function attributes(card: CustomerCard, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.card.attributes;
  if (card.attributes.length === 0) return nothing;
  return html`
    <section class="r-card-part">
      <h4>${words.title}</h4>
      <dl class="facts-list">
        ${card.attributes.map(({ column, measure, kind, value }) => html`<div>
          <dt>${column}${words.measure[measure] ? html` (${words.measure[measure]})` : nothing}</dt>
          <dd>${measure === 'share' ? fmt.share(Number(value)) : kind === 'days' ? fmt.day(value) : kind === 'numbers' ? fmt.number(Number(value), 2) : value}</dd>
        </div>`)}
      </dl>
    </section>
  `;
}

function figures(m: Messages, f: Formatter, row: CustomerRow): TemplateResult {
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
    [names.stage, row.lifecycle && m.terms.stage[row.lifecycle]],
    [names.valueTier, row.value_tier && m.terms.valueTier[row.value_tier]],
    [names.potentialTier, row.potential_tier && m.terms.potentialTier[row.potential_tier]],
    [names.potential, row.potential_value && f.money(row.potential_value)],
    [names.cluster, row.cluster === undefined ? undefined : m.terms.cluster(f, { id: row.cluster })],
  ];
  return html`
    <section class="r-card-part">
      <h4>${m.card.rules}</h4>
      <dl class="facts-list">
        ${facts.map(([name, value]) => (value === undefined ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}
      </dl>
    </section>
  `;
}

/** What models expect of one customer. The chance to be active is shown beside the chance to buy, never alone. */
function ahead(m: Messages, f: Formatter, report: Report, row: CustomerRow): TemplateResult | typeof nothing {
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
function risk(report: Report, { row, response }: CustomerCard, { m, fmt: f }: ViewContext): TemplateResult | typeof nothing {
  const { warnings } = report;
  if (!warnings || row.risk === undefined || row.risk_band === undefined) return nothing;
  const names = (seen: Seen): string => f.list(row.evidence.filter((each) => each.seen === seen).map((each) => m.risk.cause[each.cause].name));
  const all = (['seen', 'not_seen', 'no_data'] as const).filter((seen) => names(seen) !== '');
  const words = m.risk.causes;
  const cause = row.risk_cause && m.risk.cause[row.risk_cause];
  return html`
    <section class="r-card-part">
      <h4>${m.risk.table.says(f, { risk: row.risk, level: m.risk.band[row.risk_band], days: warnings.days, money: row.value_at_risk })}</h4>
      ${cause ? html`<p><strong>${cause.name}:</strong> ${cause.act}</p>` : nothing}
      ${response
        ? html`<p class="r-aside">${words.owner}: ${words.owners[response.owner]}, ${response.channel.map((id) => m.report.act.channels[id]).join(' → ')}.
            ${words.offer}: ${m.report.act.offers[response.offer]}. ${words.kpi}: ${words.kpis[response.kpi]}.</p>`
        : nothing}
      <p class="muted">${m.risk.table.evidence}: ${all.map((seen) => html`<strong>${m.risk.seen[seen]}</strong> ${names(seen)}. `)}</p>
    </section>`;
}
