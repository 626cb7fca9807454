/** WORTH: tiers by value today or by potential with the rule that cuts them, the forecast, how concentrated revenue is. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { bar } from '../charts/bar.js';
import { curve } from '../charts/curve.js';
import { vars } from '../charts/vars.js';
import type { Accounts, CustomerQuery, CutBy, PotentialTierGroup, Levels, Report, SpendBin, Template, Total, ValueTierGroup } from '../engine/types.js';
import type { ViewContext } from './context.js';
import type { DemandState } from '../element/demand.js';
import { renderAccounts, renderLosses, renderReferrals, type AccountsHandlers } from './accounts.js';
import { renderForecast } from './forecast.js';
import { showList } from './list.js';
import { renderLevels } from './levels.js';
import { renderRule } from './rule.js';
import { oneOf } from './switch.js';
import { renderValues } from './values.js';
import { saveChart } from './save-chart.js';

interface TierCard {
  name: string;
  /** Step of the value ramp, from 1 (little) to 5 (much). */
  ramp: number;
  customers: number;
  share_customers: number;
  share_net: number;
  net: Total;
  facts: string[];
  step: string;
  query: Partial<CustomerQuery>;
}

/** A smaller cut would be shown as 0.00. */
const LEAST = 0.01;

/** Value is the accent, dark to light; what needs no attention is grey. */
const RAMP = [5, 4, 2] as const;

function card(tier: TierCard, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report;
  const tone = `var(--value-tiers-value-${tier.ramp})`;
  return html`
    <li class="r-tier" ${vars({ tone })}>
      <h4>${tier.name}</h4>
      <p class="r-big"><b>${fmt.moneyShort(tier.net)}</b><span>${words.netSoFar}</span></p>
      <dl class="r-pair">
        <div>
          <dt>${words.who.customers}</dt>
          <dd><span class="r-figure"><span>${fmt.share(tier.share_customers)}</span></span>${bar(tier.share_customers, 'var(--value-tiers-quiet)')}</dd>
        </div>
        <div>
          <dt>${words.who.net}</dt>
          <dd><span class="r-figure"><span>${fmt.share(tier.share_net)}</span></span>${bar(tier.share_net, tone)}</dd>
        </div>
      </dl>
      <ul class="r-facts">
        ${tier.facts.map((fact) => html`<li>${fact}</li>`)}
      </ul>
      <p class="r-step">${tier.step}</p>
      ${showList(ctx, tier.customers, tier.name, tier.query)}
    </li>
  `;
}

function byValue(tier: ValueTierGroup, i: number, by: CutBy, template: Template | undefined, ctx: ViewContext): TierCard {
  const { fmt } = ctx;
  const words = ctx.m.report.worth;
  const facts: string[] = [];
  if (tier.customers > 0 && tier.from > 0) facts.push(by === 'money' ? ctx.m.levels.from(fmt, { by, from: tier.from }) : words.cut(fmt, { from: tier.from }));
  if (tier.net_range) facts.push(words.range(fmt, { from: tier.net_range[0], to: tier.net_range[1] }));
  if (tier.median_net !== undefined) facts.push(words.median(fmt, { net: tier.median_net }));
  return {
    ...tier,
    name: ctx.m.terms.valueTier[tier.id],
    ramp: RAMP[i] ?? 2,
    facts,
    step: (template && words.service[template]?.[tier.id]) ?? words.value[tier.id],
    query: { value_tier: tier.id, sort: 'value_index', descending: true },
  };
}

function byPotential(tier: PotentialTierGroup, i: number, by: CutBy, ctx: ViewContext): TierCard {
  const { fmt } = ctx;
  const words = ctx.m.report.worth;
  const facts = [words.headroom(fmt, { potential: tier.potential })];
  if (tier.from !== undefined && tier.from >= LEAST) {
    const { from } = tier;
    facts.push(tier.id !== 'gold' ? words.potentialCut(fmt, { from }) : by === 'money' ? ctx.m.levels.from(fmt, { by, from }) : words.cut(fmt, { from }));
  }
  return {
    ...tier,
    name: ctx.m.terms.potentialTier[tier.id],
    ramp: RAMP[i] ?? 2,
    facts,
    step: words.potential[tier.id],
    query: { potential_tier: tier.id, sort: tier.id === 'potential' ? 'potential_value' : 'net', descending: true },
  };
}

function tiers(report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report.worth;
  const { value, potential, by } = report.tiers;
  const chosen = ctx.choices.worth;
  const cards =
    chosen === 'value' ? value.map((tier, i) => byValue(tier, i, by, report.settings.template, ctx)) : potential.map((tier, i) => byPotential(tier, i, by, ctx));
  const [first] = cards;
  const hidden = potential.find((tier) => tier.id === 'potential');
  const finding =
    chosen === 'potential' && hidden && hidden.customers > 0
      ? words.headroomFinding(fmt, { customers: hidden.customers, potential: hidden.potential })
      : first && words.finding(fmt, first);
  return html`
    ${oneOf(
      'worth',
      words.switch,
      [
        { id: 'value', name: words.views.value },
        { id: 'potential', name: words.views.potential },
      ],
      chosen,
      (worth) => ctx.choose({ worth }),
    )}
    ${finding ? html`<h3 class="r-heading">${finding}</h3>` : nothing}
    <p class="r-about">${chosen === 'value' ? words.valueAbout : words.potentialAbout}</p>
    <ul class="r-tiers">
      ${cards.map((tier) => card(tier, ctx))}
    </ul>
  `;
}

/** The mark on the curve, in percent of customers. */
const TWENTY = 20;

function concentration(report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report;
  const { concentration: found, totals } = report;
  const said = words.worth.curve;
  // What the curve says at its mark: with few customers it lies between two of them.
  const marked = said.top20(fmt, { share: found.curve[TWENTY] ?? found.top_20_share });
  const title = said.title(fmt, { half: found.half, buyers: totals.buyers });
  return html`
    <h3 class="r-heading">${title}</h3>
    <div class="r-concentration">
      <div>
      ${curve(found.curve, TWENTY, {
        label: [title, marked].join(' · '),
        x: said.x,
        y: said.y,
        even: said.even,
        mark: marked,
        ticks: [0, 0.25, 0.5, 0.75, 1].map((share) => fmt.share(share)),
      })}
      ${saveChart(ctx, 'concentration')}
      </div>
      <ul class="r-facts">
        <li>${said.top1(fmt, { share: found.top_1_customer_share })}</li>
        <li>${said.gini(fmt, { gini: found.gini })}</li>
      </ul>
    </div>
    <details class="r-details">
      <summary>${words.behind}</summary>
      <table class="r-plain">
        <thead>
          <tr><th scope="col">${said.x}</th><th scope="col" class="r-num">${said.y}</th></tr>
        </thead>
        <tbody>
          ${found.curve.map((share, percent) =>
            percent > 0 && (percent % 10 === 0 || percent === 1 || percent === 5)
              ? html`<tr>
                  <th scope="row">${said.best(fmt, { percent: percent / 100 })}</th>
                  <td class="r-num">${fmt.share(share, 1)}</td>
                </tr>`
              : nothing,
          )}
        </tbody>
      </table>
    </details>
  `;
}

/** How many customers spent how much; what they brought together stands beside it. */
function spend(report: Report, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.report.worth.spend;
  const bins = report.concentration.spend;
  const [any] = bins;
  if (!any) return nothing;
  const range = ({ from, to }: SpendBin): string => {
    if (from === undefined) return words.below(fmt, { to: fmt.moneyShort(to ?? '0') });
    if (to === undefined) return words.above(fmt, { from: fmt.moneyShort(from) });
    return words.between(fmt, { from: fmt.moneyShort(from), to: fmt.moneyShort(to) });
  };
  const fullest = bins.reduce((most, bin) => (bin.customers > most.customers ? bin : most), any);
  const most = fullest.customers || 1;
  const dearest = Math.max(...bins.map(({ net }) => Number(net))) || 1;
  return html`
    <h3 class="r-heading" id="spend-title">${words.title(fmt, { customers: fullest.customers, range: range(fullest) })}</h3>
    <div class="r-scroll" tabindex="0" role="region" aria-labelledby="spend-title">
      <table class="r-groups">
        <thead>
          <tr><th scope="col">${words.range}</th><th scope="col" class="r-num">${words.customers}</th><th scope="col" class="r-num">${words.net}</th></tr>
        </thead>
        <tbody>
          ${bins.map((bin) => html`<tr>
            <th scope="row">${range(bin)}</th>
            <td class="r-num"><span class="r-figure"><span>${fmt.count(bin.customers)}</span></span>${bar(bin.customers / most, 'var(--value-tiers-quiet)')}</td>
            <td class="r-num"><span class="r-figure"><span>${fmt.moneyShort(bin.net)}</span></span>${bar(Number(bin.net) / dearest, 'var(--value-tiers-value-4)')}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>
  `;
}

export function renderWorth(
  report: Report, levels: DemandState<Levels>, accounts: DemandState<Accounts>, ctx: ViewContext, on: AccountsHandlers,
): TemplateResult {
  return html`
    <div class="r-view r-worth">
      ${tiers(report, ctx)} ${renderRule(report, ctx)} ${renderLevels(report, levels, ctx)}
      <div class="r-forecast">${renderForecast(report, ctx)}</div>
      ${renderValues(report, ctx)}
      ${renderLosses(accounts, ctx)} ${renderReferrals(accounts, ctx, on)}
      ${concentration(report, ctx)}
      ${renderAccounts(accounts, ctx, on)}
      ${spend(report, ctx)}
    </div>
  `;
}
