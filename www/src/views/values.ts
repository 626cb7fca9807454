/** What each group brought, is expected to bring, and could bring: three columns on one scale, never added up. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from '../charts/vars.js';
import type { CustomerQuery, GroupValues, Report, Total } from '../engine/types.js';
import type { ViewContext } from './context.js';
import { oneOf } from './switch.js';

interface Group {
  name: string;
  customers: number;
  /** Margin where the file knows it, else net money. */
  net: Total;
  values: GroupValues;
  query: Partial<CustomerQuery>;
}

/** The groups of the chosen view that have customers and values. */
function groupsOf(report: Report, ctx: ViewContext): Group[] {
  const { terms } = ctx.m;
  const { value, potential } = report.tiers;
  const sort = { sort: 'potential_value', descending: true } as const;
  const of = <T extends { customers: number; net: Total; values: GroupValues }>(
    groups: T[],
    name: (group: T) => string,
    query: (group: T) => Partial<CustomerQuery>,
  ): Group[] =>
    groups.flatMap((group) =>
      group.customers > 0
        ? [{ name: name(group), customers: group.customers, net: group.values.margin ?? group.net, values: group.values, query: { ...sort, ...query(group) } }]
        : [],
    );
  switch (ctx.choices.values) {
    case 'value':
      return of(value, ({ id }) => terms.valueTier[id], ({ id }) => ({ value_tier: id }));
    case 'potential':
      return of(potential, ({ id }) => terms.potentialTier[id], ({ id }) => ({ potential_tier: id }));
    case 'segments':
      return of(report.segments.rfm, ({ id }) => terms.segment[id], ({ id }) => ({ segment: id }));
  }
}

interface Cell {
  value: number;
  text: string;
  low?: number;
  high?: number;
  band?: string;
}

function cell({ value, text, low, high, band }: Cell, whole: number, tone: string): TemplateResult {
  const share = (amount: number): number => Math.min(Math.max(amount / whole, 0), 1);
  return html`
    <td>
      <b>${text}</b>
      ${band === undefined ? nothing : html`<span class="r-share">${band}</span>`}
      <span class="r-value-track" aria-hidden="true" ${vars({ at: share(value), low: share(low ?? 0), high: share(high ?? 0), tone })}>
        <span class="r-value-bar"></span>
        ${low === undefined ? nothing : html`<span class="r-whisker-band"></span>`}
      </span>
    </td>
  `;
}

export function renderValues(report: Report, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.forecast.values;
  const groups = groupsOf(report, ctx);
  const [any] = groups;
  if (!any) return nothing;
  // The title speaks of the group that brought most.
  const first = groups.reduce((most, group) => (Number(group.net) > Number(most.net) ? group : most), any);
  const { models } = report;
  const trusted = models?.trusted === true;
  const whole = Math.max(
    ...groups.flatMap(({ net, values }) => [Number(net), Number(values.potential), trusted ? (values.model?.high ?? 0) : 0]),
  ) || 1;
  const title = words.title(fmt, {
    name: first.name,
    net: first.net,
    expected: trusted ? first.values.model?.expected : undefined,
    potential: first.values.potential,
  });
  const months = models?.months ?? 0;
  const head = (name: string, means: string): TemplateResult => html`<th scope="col">${name}<span class="r-share">${means}</span></th>`;
  return html`
    <div class="r-values">
      <h3 class="r-heading">${title}</h3>
      <p class="r-about">${words.about} ${models && !trusted ? words.notTrusted : nothing}</p>
      ${oneOf(
        'values',
        words.switch,
        (['value', 'potential', 'segments'] as const).map((id) => ({ id, name: words.views[id] })),
        ctx.choices.values,
        (values) => ctx.choose({ values }),
      )}
      <table class="r-three">
        <caption class="r-hidden">${title}</caption>
        <thead>
          <tr>
            <th scope="col">${words.group}</th>
            ${head(words.existing, any.values.margin === undefined ? words.existingMeans : words.existingMargin)}
            ${trusted ? head(words.expected(fmt, { months }), words.expectedMeans) : nothing}
            ${head(words.potential, words.potentialMeans)}
          </tr>
        </thead>
        <tbody>
          ${groups.map(
            ({ name, customers, net, values, query }) => html`<tr>
              <th scope="row">
                <button type="button" class="r-link" @click=${() => ctx.open(query)}>${name}</button>
                <span class="r-share">${ctx.m.report.customers(fmt, { count: customers })}</span>
              </th>
              ${cell({ value: Number(net), text: fmt.moneyShort(net) }, whole, 'var(--value-tiers-value-5)')}
              ${trusted
                ? values.model
                  ? cell(
                      {
                        value: values.model.expected,
                        text: fmt.moneyShort(values.model.expected),
                        low: values.model.low,
                        high: values.model.high,
                        band: ctx.m.forecast.outlook.range(fmt, {
                          low: fmt.moneyShort(values.model.low),
                          high: fmt.moneyShort(values.model.high),
                        }),
                      },
                      whole,
                      'var(--value-tiers-value-4)',
                    )
                  : html`<td>${ctx.m.none}</td>`
                : nothing}
              ${cell({ value: Number(values.potential), text: fmt.moneyShort(values.potential) }, whole, 'var(--value-tiers-value-3)')}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
