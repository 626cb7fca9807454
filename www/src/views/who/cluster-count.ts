/** Every number of clusters that was tried: how real the groups are and how well they come again; and the choice of another. */

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { dots } from '../../charts/dots.js';
import type { Clustering, Report } from '../../engine/types.js';
import { behind } from '../back-test.js';
import type { ViewContext } from '../context.js';
import { saveChart } from '../save-chart.js';
import { oneOf } from '../switch.js';

const AUTO = 'auto';

export function renderCount(report: Report, c: Clustering, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.clusters.count;
  const title = words.title(fmt, { k: c.k, silhouette: c.silhouette, reference: c.reference, person: c.chosen_by_person });
  const here = c.tried.find((one) => one.k === c.k);
  const chosen = report.settings.clusters === undefined ? AUTO : String(report.settings.clusters);
  return html`
    <div class="r-cluster-part">
      <h4 class="r-heading">${title}</h4>
      <p class="r-about">${words.about(fmt, { n: c.silhouette_n })}</p>
      ${oneOf(
        'cluster-count',
        words.switch,
        [{ id: AUTO, name: words.auto }, ...c.tried.map(({ k }) => ({ id: String(k), name: fmt.count(k) }))],
        chosen,
        (id) => ctx.recalculate({ clusters: id === AUTO ? undefined : Number(id) }),
      )}
      <div class="r-cluster-counts">
        ${dots(
          c.tried.map((one) => ({
            name: words.groups(fmt, one),
            predicted: Math.max(0, one.reference),
            actual: Math.max(0, one.silhouette),
            rule: one.jaccard,
            predictedText: fmt.fixed(one.reference, 2),
            actualText: fmt.fixed(one.silhouette, 2),
          })),
          { label: title, predicted: words.reference, actual: words.silhouette, rule: words.jaccard },
        )}
      </div>
      ${saveChart(ctx, 'cluster-counts')}
      ${here
        ? html`<p class="r-aside">${words.quality(fmt, { jaccard: here.jaccard, least: here.jaccard_least, agreement: here.agreement })}</p>`
        : ''}
      ${behind(
        title,
        [
          { name: words.switch },
          { name: words.silhouette, number: true },
          { name: words.reference, number: true },
          { name: words.jaccard, number: true },
          { name: words.jaccardLeast, number: true },
          { name: words.agreement, number: true },
        ],
        c.tried.map((one) => [
          words.groups(fmt, one),
          ...[one.silhouette, one.reference, one.jaccard, one.jaccard_least, one.agreement].map((value) => fmt.fixed(value, 3)),
        ]),
        ctx,
      )}
    </div>
  `;
}
