/** Groups found by k-means: where they lie, what their centres are, and how well each number of groups did. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { bar } from '../../charts/bar.js';
import { scatter } from '../../charts/scatter.js';
import type { Measure } from '../../charts/scatter.js';
import { mark } from '../../charts/shape.js';
import { toneOfCluster } from '../../charts/tone.js';
import { vars } from '../../charts/vars.js';
import type { Axis, ClusterGroup, Clusters, Report } from '../../engine/types.js';
import type { ColourName, ViewChoices, ViewContext } from '../context.js';
import { showList } from '../list.js';
import { oneOf } from '../switch.js';
import { saveChart } from '../save-chart.js';

/** Kaufman and Rousseeuw's reading of a silhouette: above 0.5 reasonable structure, up to 0.25 none worth the name. */
const CLEAR = 0.5;
const FAIR = 0.25;
/** Within this many standard deviations of the average customer, an axis is in the middle. */
const MIDDLE = 0.35;

const SCATTERS: Record<ViewChoices['scatter'], [Measure, Measure]> = {
  recency_monetary: ['recency', 'monetary'],
  recency_frequency: ['recency', 'frequency'],
  frequency_monetary: ['frequency', 'monetary'],
};
const AXES: readonly Axis[] = ['recency', 'frequency', 'monetary'];

const colourOf = (id: number): ColourName => `group-${((id - 1) % 8) + 1}` as ColourName;

/** "recent, often, much": the group against the average customer. */
function character(group: ClusterGroup, ctx: ViewContext): string {
  const { against } = ctx.m.report.who.clusters;
  return AXES.map((axis, i) => {
    const z = group.z[i] ?? 0;
    return z > MIDDLE ? against[axis].high : z < -MIDDLE ? against[axis].low : against[axis].middle;
  }).join(' · ');
}

function map(report: Report, clusters: Clusters, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report.who.clusters;
  const chosen = ctx.choices.scatter;
  const [x, y] = SCATTERS[chosen];
  const names = { recency: words.recency, frequency: words.frequency, monetary: words.monetary };
  const name = (id: number): string => ctx.m.terms.cluster(fmt, { id });
  const best = clusters.members[0];
  const label = best ? words.finding(fmt, { ...best, name: name(best.id), k: clusters.k }) : words.about;
  return html`
    ${oneOf(
      'scatter',
      words.axesLabel,
      (Object.keys(SCATTERS) as ViewChoices['scatter'][]).map((id) => ({ id, name: words.axes[id] })),
      chosen,
      (scatterChoice) => ctx.choose({ scatter: scatterChoice }),
    )}
    <p class="r-legend" aria-hidden="true">
      ${clusters.members.map(
        (group) => html`<span>${mark(group.id)}${name(group.id)}</span>`,
      )}
    </p>
    <div class="r-scatter-frame">
      <div
        class="r-scatter"
        role="img"
        aria-label=${label}
        ${scatter({
          key: [report, chosen, ctx.theme, fmt.language],
          points: ctx.points,
          x,
          y,
          groups: clusters.members.map((group) => ({
            id: group.id,
            name: name(group.id),
            colour: ctx.colour(colourOf(group.id)),
          })),
          names,
          tick: (measure, value) => (measure === 'monetary' ? fmt.moneyShort(value) : fmt.number(value)),
          tooltip: (point) =>
            words.point(fmt, {
              cluster: name(point.cluster),
              recency: point.recency,
              orders: point.frequency,
              net: point.monetary,
            }),
          colours: {
            text: ctx.colour('text'),
            muted: ctx.colour('muted'),
            line: ctx.colour('line'),
            surface: ctx.colour('surface'),
          },
          font: 'system-ui, sans-serif',
        })}
      ></div>
      <p class="r-loading">${words.loading}</p>
      <p class="r-failed" role="status">${words.failed}</p>
    </div>
    ${saveChart(ctx, 'clusters')}
  `;
}

function groups(clusters: Clusters, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report;
  return html`
    <ul class="r-clusters">
      ${clusters.members.map((group) => {
        const name = ctx.m.terms.cluster(fmt, { id: group.id });
        return html`<li class="r-cluster" ${vars({ tone: toneOfCluster(group.id) })}>
          <h4>${mark(group.id)}${name}</h4>
          <p class="r-meaning">${character(group, ctx)}</p>
          <p class="r-big">
            <b>${fmt.moneyShort(group.net)}</b>
            <span>${fmt.share(group.share_net)} ${words.shareOfNet}</span>
            <span>${fmt.share(group.share_customers)} ${words.shareOfCustomers}</span>
          </p>
          <p class="r-aside">${words.who.clusters.centre(fmt, { group })}</p>
          ${showList(ctx, group.customers, name, { cluster: group.id })}
        </li>`;
      })}
    </ul>
  `;
}

/** Every k that was tried, with its silhouette, and the way to use another. */
function counts(clusters: Clusters, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report.who.clusters;
  const highest = Math.max(0.01, ...clusters.tried.map((each) => each.silhouette));
  return html`
    <details class="r-details">
      <summary>${words.k}</summary>
      <p class="r-aside">${words.kAbout}</p>
      <table class="r-plain r-tried">
        <thead>
          <tr>
            <th scope="col">${words.k}</th>
            <th scope="col">${words.silhouette}</th>
            <th scope="col"><span class="r-hidden">${words.used}</span></th>
          </tr>
        </thead>
        <tbody>
          ${clusters.tried.map(
            (each) => html`<tr>
              <th scope="row">${words.groups(fmt, { k: each.k })}</th>
              <td>
                <span class="r-figure"><span>${fmt.number(each.silhouette, 2)}</span></span>
                ${bar(each.silhouette / highest, each.k === clusters.k ? 'var(--value-tiers-accent)' : 'var(--value-tiers-quiet)')}
              </td>
              <td>
                ${each.k === clusters.k
                  ? html`<b>${words.used}</b>`
                  : html`<button type="button" class="r-link" @click=${() => ctx.recalculate({ clusters: each.k })}>
                      ${words.use(fmt, { k: each.k })}
                    </button>`}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${clusters.chosen_by_person
        ? html`<button type="button" class="r-button" @click=${() => ctx.recalculate({ clusters: undefined })}>
            ${words.automatic}
          </button>`
        : nothing}
    </details>
  `;
}

export function renderClusters(report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report.who.clusters;
  const { clusters } = report.segments;
  if (!clusters) return html`<p class="r-off">${words.off}</p>`;
  const { silhouette } = clusters;
  const best = clusters.members[0];
  const quality = silhouette > CLEAR ? words.clear : silhouette > FAIR ? words.fair : words.weak;
  return html`
    ${best
      ? html`<h3 class="r-heading">
          ${words.finding(fmt, { ...best, name: ctx.m.terms.cluster(fmt, { id: best.id }), k: clusters.k })}
        </h3>`
      : nothing}
    <p class="r-about">${words.about}</p>
    ${map(report, clusters, ctx)} ${groups(clusters, ctx)}
    <p class="r-aside">
      <b>${quality}</b> ${words.quality(fmt, { silhouette, n: clusters.silhouette_n, stability: clusters.stability })}
    </p>
    <p class="r-aside">${words.floor}</p>
    ${counts(clusters, ctx)}
  `;
}
