/**
 * What stands out, as at most five sentences: the number first, the money it is about, the next step, the list. The engine
 * chose them for the goal; here they get words.
 */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../charts/tone.js';
import type { ActionGroup, Finding, Goal, Report } from '../engine/types.js';
import type { ViewContext } from './context.js';
import { showList } from './list.js';
import { wordsOf } from './own-words.js';
import { oneOf } from './switch.js';

const GOALS: readonly (Goal | 'none')[] = ['none', 'protect_vips', 'stop_churn', 'grow_middle', 'split_budget', 'cross_sell'];

/** The first step towards a group. */
export function stepOf(group: ActionGroup, report: Report, ctx: ViewContext): string {
  const words = ctx.m.report;
  return group.leading ? wordsOf(report, group.leading, words.act.playbook[group.leading].step) : words.answer.convertStep;
}

export function sentenceOf(finding: Finding, ctx: ViewContext): string {
  const name = finding.cause ? ctx.m.risk.cause[finding.cause].name : '';
  return ctx.m.findings.says[finding.rule](ctx.fmt, { ...finding, name });
}

/** What to do about a finding. */
export function nextOf(finding: Finding, report: Report, ctx: ViewContext): string {
  if (finding.segment) return wordsOf(report, finding.segment, ctx.m.report.act.playbook[finding.segment].step);
  return finding.cause ? ctx.m.risk.cause[finding.cause].act : ctx.m.findings.step[finding.rule];
}

export function renderFindings(report: Report, ctx: ViewContext): TemplateResult | typeof nothing {
  const words = ctx.m.findings;
  const found = report.findings;
  if (found.length === 0) return nothing;
  return html`
    <h3 class="r-heading">${words.title}</h3>
    <div class="r-goal">
      ${oneOf(
        'goal',
        words.goal,
        GOALS.map((id) => ({ id, name: words.goals[id] })),
        report.settings.goal ?? 'none',
        (id) => ctx.recalculate({ goal: id === 'none' ? undefined : id }),
      )}
      <button type="button" class="r-link" @click=${() => ctx.brief()}>${words.brief.print}</button>
    </div>
    <ol class="r-findings">
      ${found.map((finding) => {
        const sentence = sentenceOf(finding, ctx);
        return html`
          <li class="r-finding r-tone-${finding.action}">
            ${icon(finding.action)}
            <div class="r-said">
              <p class="r-sentence">${sentence}</p>
              <p class="r-step">${nextOf(finding, report, ctx)}</p>
              <p class="r-share">${finding.for_goal ? html`<b>${words.forGoal}</b> · ` : nothing}${words.ruleName}: ${words.rule[finding.rule]}</p>
            </div>
            <div class="r-money">
              ${finding.money && finding.money_is
                ? html`<b>${ctx.fmt.moneyShort(finding.money)}</b><span>${words.money[finding.money_is]}</span>`
                : nothing}
            </div>
            <div class="r-go">${finding.list ? showList(ctx, finding.customers, sentence, finding.list) : nothing}</div>
          </li>
        `;
      })}
    </ol>
  `;
}
