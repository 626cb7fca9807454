/**
 * What stands out, as at most five sentences: the number first, the money it is about, the next step, the list.
 *
 * Chosen by fixed thresholds from what the report says, ordered by money; nothing is calculated here.
 */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../charts/tone.js';
import type { ActionGroup, ActionId, CustomerQuery, Report, RfmSegment, Total } from '../engine/types.js';
import type { ViewContext } from './context.js';
import { kpiOf } from './kpis.js';
import { showList } from './list.js';

const AT_MOST = 5;
/** From here on one customer is a risk of its own. */
const DEPENDENT = 0.1;
/** From here on refunds are worth a look before anything else. */
const MANY_REFUNDS = 0.03;
/** Below this share of repeat customers, the second order is the question. */
const FEW_REPEAT = 0.5;

export interface Finding {
  tone: ActionId;
  sentence: string;
  step: string;
  money?: { value: Total; label: string } | undefined;
  list?: { count: number; query: Partial<CustomerQuery> } | undefined;
}

/** The segment of a group that brought the most money: its step is the group's first step. */
export function leading(report: Report, group: ActionGroup): RfmSegment | undefined {
  let best: RfmSegment | undefined;
  for (const segment of report.segments.rfm) {
    if (!group.segments.includes(segment.id) || segment.customers === 0) continue;
    if (!best || Number(segment.net) > Number(best.net)) best = segment;
  }
  return best;
}

/** The first step towards a group. */
export function stepOf(report: Report, group: ActionGroup, ctx: ViewContext): string {
  const words = ctx.m.report;
  const segment = leading(report, group);
  return segment ? words.act.playbook[segment.id].step : words.answer.convertStep;
}

export function findings(report: Report, ctx: ViewContext): Finding[] {
  const { fmt } = ctx;
  const words = ctx.m.report;
  const said = words.findings;
  const found: Finding[] = [];
  const second = kpiOf(report, 'second_order_90')?.value;
  const group = (id: ActionId): ActionGroup | undefined =>
    report.actions.find((action) => action.id === id && action.customers > 0);
  const about = (action: ActionGroup, sentence: string): Finding => ({
    tone: action.id,
    sentence,
    step: stepOf(report, action, ctx),
    money: { value: action.net, label: words.netSoFar },
    list: { count: action.customers, query: { action: action.id } },
  });

  const save = group('save');
  if (save) {
    const { customers, share_net, median_recency_days: days } = save;
    found.push(about(save, said.late(fmt, { customers, share_net, days })));
  }
  const protect = group('protect');
  if (protect) {
    const { customers, share_customers, share_net } = protect;
    found.push(about(protect, said.core(fmt, { customers, share_customers, share_net })));
  }
  const grow = group('grow');
  if (grow) found.push(about(grow, said.grow(fmt, { customers: grow.customers, share_net: grow.share_net })));

  const potential = report.tiers.potential.find((tier) => tier.id === 'potential' && tier.customers > 0);
  if (potential && Number(potential.potential) > 0) {
    found.push({
      tone: 'grow',
      sentence: said.headroom(fmt, { customers: potential.customers }),
      step: said.headroomStep,
      money: { value: potential.potential, label: said.headroomMoney },
      list: {
        count: potential.customers,
        query: { potential_tier: 'potential', sort: 'potential_value', descending: true },
      },
    });
  }
  const dependence = report.concentration.top_1_customer_share;
  if (dependence >= DEPENDENT && report.totals.buyers > 1) {
    found.push({
      tone: 'protect',
      sentence: said.oneCustomer(fmt, { share: dependence }),
      step: said.oneCustomerStep,
      list: { count: report.totals.customers, query: { sort: 'net', descending: true } },
    });
  }
  const refunds = kpiOf(report, 'refund_rate')?.value;
  if (refunds !== undefined && refunds >= MANY_REFUNDS) {
    found.push({
      tone: 'save',
      sentence: said.refunds(fmt, { share: refunds }),
      step: said.refundsStep,
      money: { value: report.totals.refunds, label: said.refundsMoney },
    });
  }
  found.sort((a, b) => Number(b.money?.value ?? 0) - Number(a.money?.value ?? 0));

  // What is about the next order has no money of its own yet, and its place is kept.
  const repeat = kpiOf(report, 'repeat_rate')?.value;
  const welcome = group('welcome');
  if (repeat !== undefined && repeat < FEW_REPEAT) {
    const sentence = said.oneTime(fmt, { repeat, buyers: report.totals.buyers, second });
    found.splice(AT_MOST - 1, 0, { tone: 'welcome', sentence, step: said.oneTimeStep });
  } else if (welcome) {
    found.splice(AT_MOST - 1, 0, about(welcome, said.welcome(fmt, { customers: welcome.customers, second })));
  }
  return found.slice(0, AT_MOST);
}

export function renderFindings(report: Report, ctx: ViewContext): TemplateResult | typeof nothing {
  const words = ctx.m.report;
  const found = findings(report, ctx);
  if (found.length === 0) return nothing;
  return html`
    <h3 class="r-heading">${words.answer.findings}</h3>
    <ol class="r-findings">
      ${found.map(
        (finding) => html`
          <li class="r-finding r-tone-${finding.tone}">
            ${icon(finding.tone)}
            <div class="r-said">
              <p class="r-sentence">${finding.sentence}</p>
              <p class="r-step">${finding.step}</p>
            </div>
            <div class="r-money">
              ${finding.money
                ? html`<b>${ctx.fmt.moneyShort(finding.money.value)}</b><span>${finding.money.label}</span>`
                : nothing}
            </div>
            <div class="r-go">
              ${finding.list ? showList(ctx, finding.list.count, finding.sentence, finding.list.query) : nothing}
            </div>
          </li>
        `,
      )}
    </ol>
  `;
}
