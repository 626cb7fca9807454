/** One page for the boss: four numbers and the findings, for paper. It is drawn only while it is being printed. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../charts/tone.js';
import type { Report } from '../engine/types.js';
import type { ViewContext } from './context.js';
import { nextOf, sentenceOf } from './findings.js';
import { partSentence } from './shown.js';

export function renderBrief(report: Report, name: string, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.findings;
  const { goal } = report.settings;
  const part = partSentence(report, ctx);
  const facts: [string, string][] = [
    [words.brief.buyers, fmt.count(report.totals.buyers)],
    [words.brief.orders, fmt.count(report.totals.orders)],
    [words.brief.net, fmt.moneyShort(report.totals.net)],
  ];
  if (report.warnings?.source) facts.push([words.brief.atStake, fmt.moneyShort(report.warnings.value_at_risk)]);
  return html`
    <article class="r-view r-brief">
      <h1>${words.brief.title(fmt, { name })}</h1>
      <p class="r-share">
        ${report.as_of === undefined ? nothing : words.brief.asOf(fmt, { day: fmt.day(report.as_of) })}
        ${part ? html` · ${part}` : nothing}
        ${goal ? html` · <b>${words.goals[goal]}</b>` : nothing}
      </p>
      <dl class="r-brief-facts">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
      <ol>
        ${report.findings.map(
          (finding) => html`<li class="r-tone-${finding.action}">
            ${icon(finding.action)}
            <div>
              <p class="r-sentence">${sentenceOf(finding, ctx)}</p>
              <p>${nextOf(finding, report, ctx)}</p>
              <p class="r-share">
                ${words.ruleName}: ${words.rule[finding.rule]}${finding.list ? html` · ${words.brief.list(fmt, { customers: finding.customers })}` : nothing}
              </p>
            </div>
            <p class="r-brief-money">
              ${finding.money && finding.money_is
                ? html`<b>${fmt.moneyShort(finding.money)}</b><span>${words.money[finding.money_is]}</span>`
                : nothing}
            </p>
          </li>`,
        )}
      </ol>
      <p class="r-aside">${words.brief.made(fmt, { engine: report.engine })}</p>
    </article>
  `;
}
