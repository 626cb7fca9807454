/** ACT: one play for each named segment, the most money first. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../charts/tone.js';
import type { Advice, Report } from '../engine/types.js';
import type { ViewContext } from './context.js';
import { showList } from './list.js';
import { ownWords, wordsOf } from './own-words.js';

function play(report: Report, advice: Advice, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report;
  const said = words.act;
  const { act, avoid } = said.playbook[advice.segment];
  const tone = advice.action;
  const name = ctx.m.terms.segment[advice.segment];
  const segment = report.segments.rfm.find((each) => each.id === advice.segment);
  return html`
    <li class="r-play r-tone-${tone}">
      <h4>
        ${icon(tone)}<span>${name}</span>
        <span class="r-group">${ctx.m.terms.action[tone]}</span>
      </h4>
      <p class="r-big">
        <b>${fmt.moneyShort(advice.money)}</b>
        ${segment ? html`<span>${fmt.share(segment.share_net)} ${words.shareOfNet}</span>` : nothing}
        <span>${words.customers(fmt, { count: advice.customers })}</span>
      </p>
      <dl class="r-plan">
        <div class="r-do"><dt>${said.act}</dt><dd>${wordsOf(report, advice.segment, act)}</dd></div>
        <div class="r-dont"><dt>${said.avoid}</dt><dd>${avoid}</dd></div>
        <div><dt>${said.channel}</dt><dd>${advice.channel.map((id) => said.channels[id]).join(' → ')}</dd></div>
        <div><dt>${said.offer}</dt><dd>${advice.offer.map((id) => said.offers[id]).join(' → ')}</dd></div>
        <div><dt>${said.watch}</dt><dd>${said.watches[advice.kpi]}</dd></div>
      </dl>
      ${ownWords(report, advice.segment, name, act, ctx)}
      ${showList(ctx, advice.customers, name, { segment: advice.segment, sort: 'net', descending: true })}
    </li>
  `;
}

export function renderActions(report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report.act;
  const plays = [...report.advice]
    .filter((advice) => advice.customers > 0)
    .sort((a, b) => Number(b.money) - Number(a.money));
  const [first] = plays;
  if (!first) return html`<div class="r-view"><p class="r-off">${words.empty}</p></div>`;
  const segment = report.segments.rfm.find((each) => each.id === first.segment);
  return html`
    <div class="r-view r-act">
      ${segment
        ? html`<h3 class="r-heading">${words.finding(fmt, { ...segment, name: ctx.m.terms.segment[segment.id] })}</h3>`
        : nothing}
      <p class="r-about">${words.about}</p>
      <ul class="r-plays">
        ${plays.map((advice) => play(report, advice, ctx))}
      </ul>
    </div>
  `;
}
