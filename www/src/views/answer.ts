/** ANSWER: who matters, who is slipping away, and the first step for each of six groups. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { flow } from '../charts/flow.js';
import { icon } from '../charts/tone.js';
import type { ActionGroup, Report } from '../engine/types.js';
import type { ViewContext } from './context.js';
import { renderFindings, stepOf } from './findings.js';
import { renderKpis, renderKpiTable } from './kpis.js';
import { showList } from './list.js';
import { renderNotes } from './notes.js';
import { renderPart } from './shown.js';
import { saveChart } from './save-chart.js';

function facts(group: ActionGroup, name: string): { name: string; customers: number; share_customers: number; share_net: number } {
  const { customers, share_customers, share_net } = group;
  return { name, customers, share_customers, share_net };
}

function headline(report: Report, scored: boolean, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report.answer;
  const save = report.actions.find((group) => group.id === 'save');
  const { half } = report.concentration;
  return html`
    <h3 class="r-headline">
      ${half > 0 ? html`<span>${words.half(fmt, { half, buyers: report.totals.buyers })}</span>` : nothing}
      ${save && save.customers > 0
        ? html`<span class="r-tone-save">${words.save(fmt, { customers: save.customers, share_net: save.share_net })}</span>`
        : scored
          ? html`<span>${words.allWell}</span>`
          : nothing}
    </h3>
  `;
}

function card(group: ActionGroup, report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report;
  const name = ctx.m.terms.action[group.id];
  return html`
    <li class="r-action r-tone-${group.id}">
      <h4>${icon(group.id)}<span>${name}</span></h4>
      <p class="r-meaning">${words.answer.meaning[group.id]}</p>
      <p class="r-big">
        <b>${fmt.moneyShort(group.net)}</b>
        <span>${fmt.share(group.share_net)} ${words.shareOfNet}</span>
      </p>
      <p class="r-step">
        ${group.leading
          ? html`<span class="r-first">${words.answer.startWith(fmt, { segment: ctx.m.terms.segment[group.leading] })}</span>`
          : nothing}
        ${stepOf(group, report, ctx)}
      </p>
      ${showList(ctx, group.customers, name, { action: group.id })}
    </li>
  `;
}

function actions(report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report;
  const names = ctx.m.terms.action;
  const present = report.actions.filter((group) => group.customers > 0);
  const absent = report.actions.filter((group) => group.customers === 0);
  const label = present.map((group) => words.answer.bars(fmt, facts(group, names[group.id]))).join(' · ');
  return html`
    ${flow(
      present.map((group) => ({
        id: group.id,
        name: names[group.id],
        above: group.share_customers,
        below: group.share_net,
        aboveText: fmt.share(group.share_customers),
        belowText: fmt.share(group.share_net),
      })),
      { label, above: words.answer.customersBar, below: words.answer.netBar },
    )}
    ${saveChart(ctx, 'action-groups')}
    <ul class="r-actions">
      ${present.map((group) => card(group, report, ctx))}
    </ul>
    ${absent.length > 0
      ? html`<p class="r-aside">${words.answer.nobody(fmt, { groups: absent.map((group) => names[group.id]) })}</p>`
      : nothing}
    <details class="r-details">
      <summary>${words.behind}</summary>
      <div class="r-scroll" tabindex="0" role="region" aria-label=${words.behind}>
        <table class="r-plain">
          <thead>
            <tr>
              <th scope="col">${words.answer.table.group}</th>
              <th scope="col" class="r-num">${words.who.customers}</th>
              <th scope="col" class="r-num">${words.who.net}</th>
              <th scope="col" class="r-num">${words.who.recency}</th>
              <th scope="col" class="r-num">${words.who.orders}</th>
              <th scope="col">${words.answer.table.segments}</th>
            </tr>
          </thead>
          <tbody>
            ${report.actions.map(
              (group) => html`<tr>
                <th scope="row">${names[group.id]}</th>
                <td class="r-num">${fmt.count(group.customers)}</td>
                <td class="r-num">${fmt.money(group.net)}</td>
                <td class="r-num">
                  ${group.median_recency_days === undefined ? ctx.m.none : fmt.count(group.median_recency_days)}
                </td>
                <td class="r-num">${group.median_orders === undefined ? ctx.m.none : fmt.number(group.median_orders)}</td>
                <td>${fmt.list(group.segments.map((id) => ctx.m.terms.segment[id])) || ctx.m.none}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}

export function renderAnswer(report: Report, ctx: ViewContext): TemplateResult {
  const scored = report.actions.some((group) => group.customers > 0);
  return html`
    <div class="r-view r-answer">
      ${renderPart(report, ctx)} ${headline(report, scored, ctx)} ${renderKpis(report, ctx)} ${scored ? actions(report, ctx) : nothing}
      ${renderNotes(report, ctx)} ${scored ? renderFindings(report, ctx) : nothing} ${renderKpiTable(report, ctx)}
    </div>
  `;
}
