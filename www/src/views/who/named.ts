/** The views of WHO that are a list of named groups: segments, lifecycle, eight types, NES. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { actionOf, NES_TONE, STAGE_TONE } from '../../charts/tone.js';
import type { EightType, Report, ValueTier } from '../../engine/types.js';
import type { EightTypeId } from '../../messages/report.types.js';
import type { ViewContext } from '../context.js';
import { groupTable } from '../groups.js';
import type { GroupRow } from '../groups.js';

const wholeOf = (report: Report): { buyers: number; net: string } => ({
  buyers: report.totals.buyers,
  net: report.totals.net,
});

function frame(report: Report, ctx: ViewContext, finding: string, about: string, rows: GroupRow[]): TemplateResult {
  const words = ctx.m.report.who;
  const { customers } = report.segments.without_orders;
  if (!rows.some((row) => row.customers > 0)) return html`<p class="r-off">${words.grid.off}</p>`;
  return html`
    <h3 class="r-heading">${finding}</h3>
    <p class="r-about">${about}</p>
    ${groupTable(ctx, rows, wholeOf(report), finding)}
    ${customers > 0 ? html`<p class="r-aside">${words.withoutOrders(ctx.fmt, { count: customers })}</p>` : nothing}
  `;
}

/** "Asleep is the largest group: 1,635 of 2,357 customers". */
function largest(report: Report, ctx: ViewContext, rows: GroupRow[]): string {
  const most = rows.reduce<GroupRow | undefined>((best, row) => (best && best.customers >= row.customers ? best : row), undefined);
  if (!most) return ctx.m.report.notEnough;
  const { name, customers } = most;
  return ctx.m.report.who.largest(ctx.fmt, { name, customers, buyers: report.totals.buyers });
}

export function renderSegments(report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report.who;
  const { rfm } = report.segments;
  const rows = rfm.map(
    (segment): GroupRow => ({
      name: ctx.m.terms.segment[segment.id],
      tone: actionOf(report, segment.id),
      remark: segment.moved_in > 0 ? words.movedIn(fmt, { count: segment.moved_in }) : undefined,
      customers: segment.customers,
      net: segment.net,
      recency: segment.median_recency_days,
      orders: segment.median_orders,
      query: { segment: segment.id },
    }),
  );
  const best = rfm.reduce((a, b) => (b.share_net > a.share_net ? b : a));
  const finding = words.finding(fmt, { ...best, name: ctx.m.terms.segment[best.id] });
  return frame(report, ctx, finding, words.segments.about, rows);
}

/** The engine's own multiples, where a report names none. */
const USUAL = { slowing: 1.5, dormant: 3, dormant_one: 2, lost: 2 };

/** What is said where everybody has one cycle. */
function cycleOf(report: Report, ctx: ViewContext): string | undefined {
  const days = report.settings.segments?.cycle_days;
  return days === undefined ? undefined : ctx.m.thresholds.cycleFixed(ctx.fmt, { days });
}

export function renderLifecycle(report: Report, ctx: ViewContext): TemplateResult {
  const words = ctx.m.report.who;
  const rows = report.segments.lifecycle.map(
    (stage): GroupRow => ({
      name: ctx.m.terms.stage[stage.id],
      tone: STAGE_TONE[stage.id],
      remark: ctx.m.thresholds.stages[stage.id](ctx.fmt, { ...USUAL, ...report.settings.segments?.stages }),
      customers: stage.customers,
      net: stage.net,
      query: { stage: stage.id },
    }),
  );
  return html`
    ${frame(report, ctx, largest(report, ctx, rows), cycleOf(report, ctx) ?? words.lifecycle.about, rows)}
    ${matrix(report, ctx)}
  `;
}

const TIERS: readonly ValueTier[] = ['high', 'medium', 'low'];

/** Stage by tier: how many customers and what they brought, each number the way to its list. */
function matrix(report: Report, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.report.who.lifecycle;
  const stages = report.segments.lifecycle.filter(({ tiers }) => tiers.some(({ customers }) => customers > 0));
  const late = stages.filter(({ id }) => STAGE_TONE[id] === 'save' || STAGE_TONE[id] === 'rest');
  const all = stages.reduce((sum, { tiers }) => sum + tiers[0].customers, 0);
  if (all === 0) return nothing;
  const most = Math.max(...stages.flatMap(({ tiers }) => tiers.map(({ customers }) => customers)));
  const title = words.matrix(fmt, { late: late.reduce((sum, { tiers }) => sum + tiers[0].customers, 0), high: all });
  return html`
    <h4 class="r-minor r-stage-tiers">${title}</h4>
    <div class="r-scroll" tabindex="0" role="region" aria-label=${title}>
      <table class="r-heat">
        <caption class="r-hidden">${title}</caption>
        <thead><tr><td></td>${TIERS.map((tier) => html`<th scope="col">${ctx.m.terms.valueTier[tier]}</th>`)}</tr></thead>
        <tbody>
          ${stages.map(({ id, tiers }) => html`<tr>
            <th scope="row">${ctx.m.terms.stage[id]}</th>
            ${tiers.map(({ customers, net }, place) => {
              const tier = TIERS[place];
              return customers === 0 || !tier
                ? html`<td>${ctx.m.none}</td>`
                : html`<td class="r-shade-${Math.min(4, Math.ceil((customers / most) * 4))}">
                    <button type="button" class="r-link"
                      aria-label=${ctx.m.report.showOf(fmt, { count: customers, name: `${ctx.m.terms.stage[id]} · ${ctx.m.terms.valueTier[tier]}` })}
                      @click=${() => ctx.open({ stage: id, value_tier: tier, sort: 'net', descending: true })}>${fmt.count(customers)}</button>
                    <span>${fmt.moneyShort(net)}</span>
                  </td>`;
            })}
          </tr>`)}
        </tbody>
      </table>
    </div>
  `;
}

export function renderNes(report: Report, ctx: ViewContext): TemplateResult {
  const words = ctx.m.report.who;
  const { nes: [active, drowsy, half] = [1, 2, 3], cycle_days: days } = report.settings.segments ?? {};
  const rows = report.segments.nes.map(
    (state): GroupRow => ({
      name: ctx.m.terms.nes[state.id],
      tone: NES_TONE[state.id],
      remark: ctx.m.thresholds.nes[state.id](ctx.fmt, { active, drowsy, half, days }),
      customers: state.customers,
      net: state.net,
    }),
  );
  const about = cycleOf(report, ctx) ?? words.nes.about(ctx.fmt, { gap: report.rfm?.usual_gap });
  return frame(report, ctx, largest(report, ctx, rows), about, rows);
}

function typeId(type: EightType): EightTypeId {
  const letter = (high: boolean): 'h' | 'l' => (high ? 'h' : 'l');
  return `${letter(type.r_high)}${letter(type.f_high)}${letter(type.m_high)}`;
}

export function renderEightTypes(report: Report, ctx: ViewContext): TemplateResult {
  const words = ctx.m.report.who;
  const arrow = (high: boolean): string => (high ? '↑' : '↓');
  const rows = report.segments.eight_types.map((type): GroupRow => {
    const { r_high: r, f_high: f, m_high: m } = type;
    return {
      name: words.eightTypes.names[typeId(type)],
      rule: `R${arrow(r)}F${arrow(f)}M${arrow(m)}`,
      // Recent customers are worth keeping or growing; those who are late and spent much are to be saved.
      tone: r ? (f && m ? 'protect' : 'grow') : m ? 'save' : 'rest',
      customers: type.customers,
      net: type.net,
    };
  });
  const said = ctx.m.thresholds.eight;
  const cuts = report.segments.eight_cuts;
  const by = report.settings.segments?.eight?.by ?? 'median';
  const about = cuts ? said.about(ctx.fmt, { ...cuts, by }) : '';
  const skewed = by === 'mean' && cuts !== undefined && cuts.skewed.includes('monetary');
  return html`
    ${frame(report, ctx, largest(report, ctx, rows), about, rows)}
    ${skewed
      ? html`<p class="r-aside" role="status">${said.skewed(ctx.fmt, {
          axes: ctx.fmt.list(cuts.skewed.map((axis) => ctx.m.thresholds.axis[axis])), high: cuts.high[2], buyers: report.totals.buyers,
        })}</p>`
      : nothing}
  `;
}

export function renderAbc(report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.thresholds.abc;
  const { abc } = report.segments;
  const rows = abc.map(
    ({ id, from, customers, net }): GroupRow => ({
      name: words.name[id],
      tone: id === 'a' ? 'protect' : id === 'b' ? 'grow' : 'rest',
      remark: from === undefined ? undefined : words.from(fmt, { from }),
      customers,
      net,
      query: { abc: id },
    }),
  );
  const [first] = abc;
  const finding = first ? words.finding(fmt, { ...first, buyers: report.totals.buyers }) : ctx.m.report.notEnough;
  const [a, b] = report.settings.segments?.abc ?? [0.8, 0.95];
  return frame(report, ctx, finding, words.about(fmt, { a, b }), rows);
}
