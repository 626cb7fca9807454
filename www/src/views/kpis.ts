/** Key figures: six at the top, all of them with rule and base in a table behind. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Kpi, KpiId, Report } from '../engine/types.js';
import type { ViewContext } from './context.js';

/** After how many usual gaps without an order a repeat customer counts as churned; the rule of `churn_rate`. */
const CHURN_GAPS = 3;

const MONEY: ReadonlySet<KpiId> = new Set<KpiId>(['average_order_value', 'net_per_customer']);
const PLAIN: ReadonlySet<KpiId> = new Set<KpiId>(['orders_per_customer', 'nps']);

interface Tile {
  name: string;
  value: string;
  under: string[];
}

/** The value of an indicator in its unit; `decimals` are those of a percentage. */
function valueOf(ctx: ViewContext, kpi: Kpi, decimals: number): string {
  if (kpi.value === undefined) return ctx.m.none;
  if (MONEY.has(kpi.id)) return ctx.fmt.money(kpi.value);
  if (PLAIN.has(kpi.id)) return ctx.fmt.number(kpi.value, 2);
  return ctx.fmt.share(kpi.value, decimals);
}

export function kpiOf(report: Report, id: KpiId): Kpi | undefined {
  return report.kpis.find((kpi) => kpi.id === id);
}

export function renderKpis(report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report;
  const { totals } = report;
  const perCustomer = kpiOf(report, 'orders_per_customer')?.value;
  const noCost = report.notes.some((note) => note.code === 'no_cost');
  const refunded = Number(totals.refunds) > 0 ? words.tiles.refunds(fmt, { refunds: totals.refunds }) : undefined;
  const tile = (id: KpiId, under?: string): Tile[] => {
    const kpi = kpiOf(report, id);
    if (!kpi) return [];
    const rule = kpi.missing ? words.missing[kpi.missing] : (under ?? words.rules[id]);
    return [{ name: words.kpis[id], value: valueOf(ctx, kpi, 1), under: [rule] }];
  };
  // Where every customer counts as one order, a figure made of orders would look like a finding.
  const ordersKnown = !report.notes.some((note) => note.code === 'no_order_counts');
  const tiles: Tile[] = [
    {
      name: words.tiles.customers,
      value: fmt.count(totals.customers),
      under: totals.buyers === totals.customers ? [] : [words.tiles.buyers(fmt, { buyers: totals.buyers })],
    },
    {
      name: words.tiles.net,
      value: fmt.money(totals.net),
      under: [noCost ? words.notes.no_cost(fmt, { value: undefined }) : undefined, refunded].filter(
        (part) => part !== undefined,
      ),
    },
    ...(ordersKnown
      ? [
          {
            name: words.tiles.orders,
            value: fmt.count(totals.orders),
            under: perCustomer === undefined ? [] : [words.tiles.perCustomer(fmt, { orders: perCustomer })],
          },
          ...tile('average_order_value'),
          ...tile('repeat_rate'),
          ...tile('churn_rate', words.tiles.churnMeans(fmt, { gaps: CHURN_GAPS, gap: report.rfm?.usual_gap })),
        ]
      : [...tile('net_per_customer'), ...tile('top_share')]),
  ];
  return html`
    <dl class="r-tiles" aria-label=${words.tiles.label}>
      ${tiles.map(
        (each) => html`<div class="r-tile">
          <dt>${each.name}</dt>
          <dd class="r-value">${each.value}</dd>
          ${each.under.map((line) => html`<dd class="r-under">${line}</dd>`)}
        </div>`,
      )}
    </dl>
  `;
}

/** Where the value rests on the answers of some, how far it may be off. */
function interval(ctx: ViewContext, kpi: Kpi): TemplateResult | typeof nothing {
  if (!kpi.interval) return nothing;
  const [low, high] = kpi.interval.map((value) => valueOf(ctx, { ...kpi, value }, 1)) as [string, string];
  return html`<span class="r-share">${ctx.m.forecast.outlook.range(ctx.fmt, { low, high })}</span>`;
}

/** A target that a person types, in the unit of the indicator, and whether it is met. */
function target(report: Report, kpi: Kpi, ctx: ViewContext): TemplateResult {
  const words = ctx.m.report;
  const unit = MONEY.has(kpi.id) || PLAIN.has(kpi.id) ? 1 : 100;
  const shown = kpi.target === undefined ? '' : String(Number((kpi.target * unit).toPrecision(6)));
  return html`
    <span class="r-target" data-met=${kpi.on_target ?? nothing}>
      <input
        type="number" step="any" .value=${live(shown)}
        aria-label=${words.kpiTable.targetOf(ctx.fmt, { name: words.kpis[kpi.id] })}
        @change=${(event: Event) => {
          const { value } = event.currentTarget as HTMLInputElement;
          const { [kpi.id]: _, ...others } = report.settings.targets ?? {};
          const typed = Number(value) / unit;
          ctx.recalculate({ targets: value === '' || !Number.isFinite(typed) ? others : { ...others, [kpi.id]: typed } });
        }}
      />
      ${unit === 100 ? '%' : nothing}
      ${kpi.on_target === undefined ? nothing : html`<b>${kpi.on_target ? words.kpiTable.met : words.kpiTable.missed}</b>`}
    </span>
  `;
}

export function renderKpiTable(report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report;
  return html`
    <details class="r-details">
      <summary>${words.kpiTable.title}</summary>
      <div class="r-scroll" tabindex="0" role="region" aria-label=${words.kpiTable.title}>
        <table class="r-plain">
          <thead>
            <tr>
              <th scope="col">${words.kpiTable.name}</th>
              <th scope="col" class="r-num">${words.kpiTable.value}</th>
              <th scope="col" class="r-num">${words.kpiTable.base}</th>
              <th scope="col">${words.kpiTable.target}</th>
              <th scope="col">${words.kpiTable.rule}</th>
              <th scope="col">${words.kpiTable.period}</th>
            </tr>
          </thead>
          <tbody>
            ${report.kpis.map(
              (kpi) => html`<tr>
                <th scope="row">${words.kpis[kpi.id]}</th>
                <td class="r-num">${valueOf(ctx, kpi, 2)}${interval(ctx, kpi)}</td>
                <td class="r-num">${fmt.count(kpi.n)}</td>
                <td>${target(report, kpi, ctx)}</td>
                <td>${kpi.missing ? words.missing[kpi.missing] : words.rules[kpi.id]}</td>
                <td>${kpi.period ? words.kpiTable.span(fmt, kpi.period) : ctx.m.none}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}
