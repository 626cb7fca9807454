/** The middle of every cluster on every feature, as rows of a heat table: its shades and its numbers are the same thing. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { mark } from '../../charts/shape.js';
import type { Cluster, Clustering } from '../../engine/types.js';
import type { ViewContext } from '../context.js';
import { featureName, nameOf, valueText, wordText } from './cluster-words.js';

const SHADES = 5;

/** The feature whose groups are furthest apart, with its highest and lowest group. */
function furthest(c: Clustering): { feature: number; high: Cluster; low: Cluster } | undefined {
  let found: { feature: number; high: Cluster; low: Cluster; apart: number } | undefined;
  const members = c.members.filter((one) => !one.one_time);
  c.features.forEach((feature, place) => {
    if (!feature.used || feature.unit === 'words') return;
    const at = (one: Cluster): number => one.profile.find((point) => point.feature === place)?.position ?? 0.5;
    const [first] = members;
    if (!first) return;
    const high = members.reduce((a, b) => (at(b) > at(a) ? b : a), first);
    const low = members.reduce((a, b) => (at(b) < at(a) ? b : a), first);
    const apart = at(high) - at(low);
    if (!found || apart > found.apart) found = { feature: place, high, low, apart };
  });
  return found;
}

export function renderProfile(c: Clustering, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.clusters.profile;
  const most = furthest(c);
  const feature = most && c.features[most.feature];
  const title = most && feature
    ? words.title(fmt, { feature: featureName(feature, ctx), high: nameOf(most.high, c, ctx), low: nameOf(most.low, c, ctx) })
    : words.about;
  return html`
    <div class="r-cluster-part">
      <h4 class="r-heading">${title}</h4>
      <p class="r-about">${words.about}</p>
      <div class="r-scroll" tabindex="0" role="region" aria-label=${title}>
        <table class="r-heat r-cluster-profile">
          <caption class="r-hidden">${title}</caption>
          <thead>
            <tr>
              <th scope="col">${words.feature}</th>
              ${c.members.map((one) => html`<th scope="col">${mark(one.id)}${nameOf(one, c, ctx)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${c.features.map((state, place) =>
              state.used
                ? html`<tr>
                    <th scope="row">${featureName(state, ctx)}</th>
                    ${c.members.map((one) => {
                      const point = one.profile.find((each) => each.feature === place);
                      if (!point) return html`<td>${ctx.m.none}</td>`;
                      if (point.word !== undefined) return html`<td>${wordText(point.word, ctx)}</td>`;
                      const shade = Math.min(SHADES - 1, Math.floor(point.position * SHADES));
                      return html`<td class="r-shade-${shade}">${valueText(state, point.median, ctx)}</td>`;
                    })}
                  </tr>`
                : nothing,
            )}
          </tbody>
        </table>
      </div>
    </div>
  `;
}
