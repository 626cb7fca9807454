/** AGENDA: what falls on the next days, who that is, and how to do it: one play for each segment, stage, tier and pattern. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { split } from '../charts/split.js';
import { icon } from '../charts/tone.js';
import { bar } from '../charts/bar.js';
import type { DemandState } from '../element/demand.js';
import type { Agenda, AgendaQuery, AgendaRow, PlayGroup, Report } from '../engine/types.js';
import type { LaneId } from '../messages/agenda.types.js';
import { behind } from './back-test.js';
import type { ViewContext } from './context.js';
import { showList } from './list.js';
import { ownWords, wordsOf } from './own-words.js';

const LANES: readonly LaneId[] = ['contacts', 'follow_ups', 'due', 'birthdays', 'anniversaries'];
const TONE: Record<LaneId, string> = {
  contacts: 'var(--value-tiers-save)',
  follow_ups: 'var(--value-tiers-convert)',
  due: 'var(--value-tiers-grow)',
  birthdays: 'var(--value-tiers-welcome)',
  anniversaries: 'var(--value-tiers-protect)',
};
const DAYS = [7, 14, 30] as const;
const MOST_A_DAY = 1000;
/** Rows of a list at first, and all that are shown. */
const FEW = 8;
const MANY = 100;
/** Days after a first order, rising, as they are typed. */
const FOLLOW_UPS = /^\s*[1-9]\d{0,2}(\s*[,，、]\s*[1-9]\d{0,2}){0,5}\s*$/;
/** Days between contacts, of high, medium and low value. */
const CADENCE = /^\s*\d{1,3}(\s*[,，、]\s*\d{1,3}){2}\s*$/;
/** Plays that are open. */
const PLAYS = 4;

export interface AgendaHandlers {
  /** Asks for other days, or more of each list. */
  ask(change: Partial<AgendaQuery>): void;
  explain(number: number): void;
}

function question(agenda: Agenda, query: AgendaQuery, ctx: ViewContext, on: AgendaHandlers): TemplateResult {
  const words = ctx.m.agenda;
  return html`
    <div class="r-agenda-question">
      <label class="r-field">
        <span>${words.days}</span>
        <select @change=${(event: Event) => on.ask({ days: Number((event.target as HTMLSelectElement).value) })}>
          ${DAYS.map((days) => html`<option value=${days} ?selected=${days === query.days}>${ctx.fmt.count(days)}</option>`)}
        </select>
      </label>
      <label class="r-field">
        <span>${words.perDay}</span>
        <input type="number" min="1" max=${MOST_A_DAY} step="1" .value=${live(String(query.per_day))}
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            if (input.value !== '' && input.validity.valid) on.ask({ per_day: Number(input.value) });
          }} />
      </label>
      ${numbers(words.followUps, query.follow_ups, words.followUpsWrong, (text) => {
        const wanted = followUps(text);
        if (wanted) on.ask({ follow_ups: wanted });
        return wanted !== undefined;
      })}
      ${agenda.missing.includes('no_contacts') ? nothing : numbers(words.cadence, query.cadence, words.cadenceWrong, (text) => {
        const wanted = cadence(text);
        if (wanted) on.ask({ cadence: wanted });
        return wanted !== undefined;
      })}
    </div>
  `;
}

/** A field for several numbers; `take` says whether they can be read. */
function numbers(name: string, now: readonly number[], wrong: string, take: (text: string) => boolean): TemplateResult {
  return html`<label class="r-field">
    <span>${name}</span>
    <input type="text" inputmode="numeric" size="12" .value=${live(now.join(', '))}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        input.setCustomValidity(take(input.value) ? '' : wrong);
        input.reportValidity();
      }} />
  </label>`;
}

const parts = (text: string): number[] => text.split(/[,，、]/).map(Number);

/** The days after a first order that were typed, rising; `undefined` where they can't be read. */
export function followUps(text: string): number[] | undefined {
  if (!FOLLOW_UPS.test(text)) return undefined;
  const days = [...new Set(parts(text))].sort((a, b) => a - b);
  return days.every((day) => day <= 365) ? days : undefined;
}

/** The days between contacts that were typed; `undefined` where they can't be read. */
export function cadence(text: string): [number, number, number] | undefined {
  const [high, medium, low] = CADENCE.test(text) ? parts(text) : [];
  if (high === undefined || medium === undefined || low === undefined) return undefined;
  return Math.max(high, medium, low) <= 365 ? [high, medium, low] : undefined;
}

function days(agenda: Agenda, title: string, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.agenda;
  const counts = (day: Agenda['days'][number]): number => LANES.reduce((sum, lane) => sum + day[lane], 0);
  const most = Math.max(1, ...agenda.days.map(counts));
  const lanes = LANES.filter((lane) => agenda[lane].planned > 0);
  return html`
    <p class="r-marks">${lanes.map((lane) => html`<span class="r-agenda-mark" data-lane=${lane}>${words.lanes[lane]}</span>`)}</p>
    <ol class="r-agenda-days">
      ${agenda.days.map((day) => html`
        <li>
          <span class="r-agenda-day">${fmt.weekday(day.day)}${day.works ? nothing : html` <span class="r-share">${words.weekend}</span>`}</span>
          ${split([{ parts: LANES.map((lane) => ({ tone: TONE[lane], share: day[lane] / most })) }], words.day(fmt, day))}
          <b>${fmt.count(counts(day))}</b>
        </li>`)}
    </ol>
    ${behind(
      title,
      [{ name: words.columns.day }, ...LANES.map((lane) => ({ name: words.lanes[lane], number: true }))],
      agenda.days.map((day) => [fmt.day(day.day), ...LANES.map((lane) => fmt.count(day[lane]))]),
      ctx,
    )}
  `;
}

function row(lane: LaneId, row: AgendaRow, seen: boolean, ctx: ViewContext, on: AgendaHandlers): TemplateResult {
  const { fmt, m } = ctx;
  return html`<tr>
    <th scope="row"><button type="button" class="r-link" title=${m.customers.card.open(fmt, { customer: row.customer })}
      @click=${() => on.explain(row.number)}>${row.customer}</button></th>
    <td class="r-agenda-when">${fmt.weekday(row.day)}</td>
    <td>${row.segment ? m.terms.segment[row.segment] : m.none}</td>
    ${lane === 'contacts'
      ? html`${seen ? html`<td>${row.contacted ? fmt.day(row.contacted) : m.none}</td>` : nothing}<td>${m.report.act.channels[row.channel]}</td><td class="r-wide">${row.cause ? m.risk.cause[row.cause].name : m.none}</td>
          <td class="r-num">${row.at_stake === undefined ? m.none : fmt.moneyShort(row.at_stake)}</td>`
      : html`${lane === 'follow_ups' ? html`<td>${m.agenda.after(fmt, { days: row.after ?? 0 })}</td>` : nothing}${lane === 'anniversaries' ? html`<td>${m.agenda.years(fmt, { years: row.years ?? 0 })}</td>` : nothing}
          <td class="r-num">${fmt.moneyShort(row.net)}</td>`}
  </tr>`;
}

/** What each step of following up is for, and its list. */
function steps(agenda: Agenda, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.agenda;
  const last = agenda.steps.length - 1;
  return html`<ul class="r-agenda-steps">
    ${agenda.steps.map((step, place) => {
      const name = words.after(fmt, { days: step.after });
      // Between the first question and the last offer: how it goes.
      const what = words.step[place === 0 ? 'first' : place === last ? 'last' : 'between'];
      return html`<li>
        <b>${name}</b> ${what}
        ${step.ordered_again > 0 ? html`<span class="r-share">${words.orderedAgain(fmt, { customers: step.ordered_again })}</span>` : nothing}
        ${showList(ctx, step.customers, name, {
          first_from: step.first_from, first_to: step.first_to, once: step.once, sort: 'net', descending: true,
        })}
      </li>`;
    })}
  </ul>`;
}

function lane(id: LaneId, agenda: Agenda, query: AgendaQuery, ctx: ViewContext, on: AgendaHandlers): TemplateResult | typeof nothing {
  const { fmt, m } = ctx;
  const words = m.agenda;
  const { total, planned, rows } = agenda[id];
  if (planned === 0) return nothing;
  const title = words.lane[id](fmt, { planned, total });
  const [high, medium, low] = query.cadence;
  const seen = !agenda.missing.includes('no_contacts');
  const heads = id === 'contacts'
    ? [...(seen ? [words.columns.contacted] : []), words.columns.channel, words.columns.pattern, words.columns.atStake]
    : [...(id === 'anniversaries' ? [words.columns.years] : id === 'follow_ups' ? [words.columns.after] : []), m.customers.columns.net];
  return html`
    <div class="r-agenda-lane" data-lane=${id}>
      <h4>${title}</h4>
      <p class="r-aside">${words.laneAbout[id]}</p>
      ${id === 'contacts' && agenda.contacted > 0 ? html`<p class="r-aside">${words.contacted(fmt, { customers: agenda.contacted, high, medium, low })}</p>` : nothing}
      ${id === 'follow_ups' ? steps(agenda, ctx) : nothing}
      <div class="r-scroll" tabindex="0" role="region" aria-label=${title}>
        <table class="r-plain">
          <thead><tr>
            <th scope="col">${m.customers.columns.customer}</th><th scope="col">${words.columns.day}</th><th scope="col">${m.customers.columns.segment}</th>
            ${heads.map((name, i) => html`<th scope="col" class=${i === heads.length - 1 ? 'r-num' : name === words.columns.pattern ? 'r-wide' : ''}>${name}</th>`)}
          </tr></thead>
          <tbody>${rows.map((each) => row(id, each, seen, ctx, on))}</tbody>
        </table>
      </div>
      ${planned > FEW
        ? html`<button type="button" class="r-link" @click=${() => on.ask({ limit: query.limit > FEW ? FEW : MANY })}>${
            query.limit > FEW ? words.fewer : words.more(fmt, { rows: Math.min(planned, MANY) })}</button>`
        : nothing}
    </div>
  `;
}

/** Of whom a play is: segment, stage, tier and pattern. */
function whereOf({ segment, stage, tier, cause }: PlayGroup, ctx: ViewContext): string {
  const { terms, risk } = ctx.m;
  return [terms.segment[segment], stage && terms.stage[stage], terms.valueTier[tier], cause && risk.cause[cause].name].filter(Boolean).join(' · ');
}

const keyOf = ({ segment, stage, tier, cause }: PlayGroup): string => [segment, stage ?? '', tier, cause ?? ''].join('.');

function play(group: PlayGroup, report: Report, ctx: ViewContext): TemplateResult {
  const { fmt, m } = ctx;
  const words = m.agenda.plays;
  const said = m.report.act;
  const { play } = group;
  const playbook = group.cause ? m.risk.cause[group.cause].act : said.playbook[group.segment].act;
  const where = whereOf(group, ctx);
  const { segment, stage, tier, cause } = group;
  const service = play.service && m.report.worth.service[play.service]?.[tier];
  const plain = play.offer === 'value' || play.offer === 'nothing';
  return html`
    <li class="r-play r-tone-${group.action}">
      <h4>${icon(group.action)}<span>${where}</span></h4>
      <p class="r-big">
        <b>${fmt.moneyShort(group.at_stake)}</b>
        <span>${m.risk.atStake}</span>
        <span>${m.report.customers(fmt, { count: group.customers })}</span>
      </p>
      <dl class="r-plan">
        <div class="r-do"><dt>${said.act}</dt><dd>${wordsOf(report, keyOf(group), playbook)}</dd></div>
        ${service ? html`<div><dt>${words.service}</dt><dd>${service}</dd></div>` : nothing}
        <div class="r-dont"><dt>${said.avoid}</dt><dd>${said.playbook[segment].avoid}</dd></div>
        ${cause ? html`<div><dt>${m.risk.causes.unless}</dt><dd>${m.risk.cause[cause].unless}</dd></div>` : nothing}
        <div><dt>${m.risk.causes.owner}</dt><dd>${m.risk.causes.owners[play.owner]}</dd></div>
        <div><dt>${said.channel}</dt><dd>${play.channel.map((id) => said.channels[id]).join(' → ')}</dd></div>
        <div><dt>${said.offer}</dt><dd>${said.offers[play.offer]}${play.no_discount && !plain ? ` · ${words.noDiscount}` : ''}</dd></div>
        <div><dt>${words.tell}</dt><dd>${words.proposition[play.proposition]}</dd></div>
        <div><dt>${words.programme}</dt><dd>${words.membership[play.membership]}</dd></div>
        <div><dt>${words.kpi}</dt><dd>${play.kpi ? m.risk.causes.kpis[play.kpi] : said.watches[play.watch]}</dd></div>
      </dl>
      ${ownWords(report, keyOf(group), where, playbook, ctx)}
      ${showList(ctx, group.customers, where, {
        segment, value_tier: tier, ...(stage && { stage }), ...(cause && { cause }), sort: 'value_at_risk', descending: true,
      })}
    </li>
  `;
}

function channels(agenda: Agenda, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt, m } = ctx;
  const words = m.agenda.channels;
  const [first] = agenda.channels;
  if (!first) return nothing;
  const title = words.title(fmt, first);
  const most = Math.max(...agenda.channels.map(({ net_each }) => net_each), 1);
  return html`
    <div class="r-agenda-part">
      <h3 class="r-heading">${title}</h3>
      <p class="r-about">${words.about}</p>
      <div class="r-rivals">
        ${agenda.channels.map((each) => html`<div class="r-rival">
          <span>${each.name} <span class="r-share">${words.each}</span></span><b>${fmt.moneyShort(each.net_each)}</b>
          ${bar(each.net_each / most, 'var(--value-tiers-accent)')}
        </div>`)}
      </div>
      ${behind(
        title,
        [
          { name: words.name }, { name: m.risk.customers, number: true }, { name: words.repeat, number: true },
          { name: words.each, number: true }, { name: words.red, number: true },
        ],
        agenda.channels.map((each) => [
          each.name, fmt.count(each.customers), fmt.share(each.repeat, 1), fmt.money(each.net_each), each.red === undefined ? m.none : fmt.share(each.red, 1),
        ]),
        ctx,
      )}
    </div>
  `;
}

export function renderAgenda(
  report: Report, state: DemandState<Agenda>, query: AgendaQuery, ctx: ViewContext, on: AgendaHandlers,
): TemplateResult {
  const { fmt, m } = ctx;
  const words = m.agenda;
  const { document: agenda, failure } = state;
  if (!agenda) {
    const says = failure ? m.failures[failure.code](fmt, failure) : words.working;
    return html`<div class="r-view r-agenda"><p class="r-off" role="status">${says}</p></div>`;
  }
  const { contacts } = agenda;
  const title = !agenda.as_of || agenda.days.length === 0 ? words.noDates
    : contacts.planned === 0 ? words.nobody
    : words.title(fmt, {
      planned: contacts.planned, total: contacts.total, money: contacts.at_stake, days: agenda.days.filter((day) => day.contacts > 0).length,
    });
  const [first] = agenda.plays;
  return html`
    <div class="r-view r-agenda" aria-busy=${state.asking}>
      <h3 class="r-heading">${title}</h3>
      ${agenda.days.length === 0 ? nothing : html`
        <p class="r-about">${words.about}</p>
        ${question(agenda, query, ctx, on)} ${days(agenda, title, ctx)}
        <div class="r-agenda-lanes">${LANES.map((id) => lane(id, agenda, query, ctx, on))}</div>`}
      ${agenda.missing.length === 0 ? nothing : html`<ul class="r-reasons">${agenda.missing.map((id) => html`<li>${words.missing[id]}</li>`)}</ul>`}
      ${first
        ? html`
            <div class="r-agenda-part">
              <h3 class="r-heading">${words.plays.title(fmt, { customers: first.customers, where: whereOf(first, ctx), money: first.at_stake })}</h3>
              <p class="r-about">${words.plays.about}</p>
              <ul class="r-plays">${agenda.plays.slice(0, PLAYS).map((group) => play(group, report, ctx))}</ul>
              ${agenda.plays.length > PLAYS
                ? html`<details class="r-details">
                    <summary>${words.plays.rest(fmt, { plays: agenda.plays.length - PLAYS })}</summary>
                    <ul class="r-plays">${agenda.plays.slice(PLAYS).map((group) => play(group, report, ctx))}</ul>
                  </details>`
                : nothing}
              ${agenda.others === 0 ? nothing : html`<p class="r-aside">${words.plays.others(fmt, { customers: agenda.others })}</p>`}
            </div>`
        : nothing}
      ${channels(agenda, ctx)}
    </div>
  `;
}
