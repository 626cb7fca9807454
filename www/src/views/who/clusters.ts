/** Groups found by k-means: what each is, where they lie, how many there are, and what they are made of. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { scatter } from '../../charts/scatter.js';
import { mark } from '../../charts/shape.js';
import { toneOfCluster } from '../../charts/tone.js';
import { vars } from '../../charts/vars.js';
import type { Cluster, Clustering, Report, Trait } from '../../engine/types.js';
import { behind } from '../back-test.js';
import type { ColourName, ViewContext } from '../context.js';
import { showList } from '../list.js';
import { saveChart } from '../save-chart.js';
import { renderCount } from './cluster-count.js';
import { renderFeatures } from './cluster-features.js';
import { renderProfile } from './cluster-profile.js';
import { conditionText, featureName, nameOf, valueText, wordText } from './cluster-words.js';

const colourOf = (id: number): ColourName => `group-${((id - 1) % 8) + 1}` as ColourName;

function map(c: Clustering, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.clusters.map;
  const title = words.title(fmt, { explained: c.map.explained });
  const axis = (at: number): string => words.axis(fmt, {
    parts: (c.map.made_of[at] ?? []).flatMap(([place, part]) => {
      const feature = c.features[place];
      if (!feature) return [];
      return [{ feature: featureName(feature, ctx), more: feature.unit === 'words' ? undefined : part > 0 }];
    }),
  });
  return html`
    <div class="r-cluster-part">
      <h4 class="r-heading">${title}</h4>
      <p class="r-about">${words.about}</p>
      <p class="r-legend" aria-hidden="true">
        ${c.members.filter((one) => !one.one_time).map((one) => html`<span>${mark(one.id)}${nameOf(one, c, ctx)}</span>`)}
      </p>
      <div class="r-scatter-frame">
        <p class="r-scatter-y" aria-hidden="true">${axis(1)}</p>
        <div
          class="r-scatter"
          role="img"
          aria-label=${title}
          ${scatter({
            key: [c, ctx.theme, fmt.language],
            x: c.map.x,
            y: c.map.y,
            group: c.map.cluster,
            groups: c.members.filter((one) => !one.one_time).map((one) => ({
              id: one.id,
              name: nameOf(one, c, ctx),
              colour: ctx.colour(colourOf(one.id)),
            })),
            line: ctx.colour('line'),
          })}
        ></div>
        <p class="r-scatter-x" aria-hidden="true">${axis(0)}</p>
      </div>
      ${saveChart(ctx, 'clusters')}
      ${behind(
        title,
        [
          { name: words.table.cluster },
          { name: words.table.customers, number: true },
          { name: words.table.share, number: true },
          { name: words.table.net, number: true },
          { name: words.table.shareNet, number: true },
          { name: words.table.jaccard, number: true },
        ],
        c.members.map((one) => [
          nameOf(one, c, ctx),
          fmt.count(one.customers),
          fmt.share(one.share_customers),
          fmt.money(one.net),
          fmt.share(one.share_net),
          one.jaccard === undefined ? ctx.m.none : fmt.fixed(one.jaccard, 2),
        ]),
        ctx,
      )}
    </div>
  `;
}

function says(one: Trait, c: Clustering, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.clusters.card;
  const feature = c.features[one.feature];
  if (!feature) return nothing;
  const of = featureName(feature, ctx);
  const text = one.word === undefined
    ? words.trait(fmt, { feature: of, value: valueText(feature, one.value, ctx), others: valueText(feature, one.others, ctx) })
    : words.trait(fmt, {
        feature: `${of}: ${wordText(one.word, ctx)}`, value: fmt.share(one.share ?? 0), others: fmt.share(one.share_others ?? 0),
      });
  return html`<li>${text} <span class="r-share">${words.effect(fmt, one)}</span></li>`;
}

function card(one: Cluster, c: Clustering, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.clusters.card;
  const name = nameOf(one, c, ctx);
  return html`
    <li class="r-cluster" data-cluster=${one.id} ${vars({ tone: toneOfCluster(one.id) })}>
      <h4>${mark(one.id)}${name}</h4>
      <p class="r-share">${words.id(fmt, one)}</p>
      <p class="r-big">
        <b>${fmt.moneyShort(one.net)}</b>
        <span>${words.share(fmt, { share: one.share_customers, shareNet: one.share_net })}</span>
      </p>
      <div>
        <p class="r-cluster-what">${words.traits}</p>
        <ul class="r-facts">${one.traits.map((each) => says(each, c, ctx))}</ul>
        ${one.beside.length === 0
          ? nothing
          : html`<p class="r-cluster-what">${words.beside}</p>
              <ul class="r-facts">${one.beside.map((each) => says(each, c, ctx))}</ul>`}
      </div>
      <div>
        ${one.one_time
          ? html`<p class="r-meaning">${words.oneTime}</p>`
          : one.rule
            ? html`<p class="r-meaning">${words.rule(fmt, { conditions: one.rule.conditions.map((each) => conditionText(each, c, ctx)) })}</p>
                <p class="r-share">${words.fits(fmt, one.rule)}</p>`
            : nothing}
        ${one.jaccard === undefined ? nothing : html`<p class="r-share">${words.again(fmt, { jaccard: one.jaccard })}</p>`}
      </div>
      ${showList(ctx, one.customers, name, { cluster: one.id })}
    </li>
  `;
}

export function renderClusters(report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.clusters;
  const { document: c, failure, asking } = ctx.clusters;
  if (failure) return html`<p class="r-off" role="alert">${ctx.m.failures[failure.code](fmt, failure)}</p>`;
  if (!c) return html`<p class="r-off" role="status">${words.working}</p>`;
  const best = c.members[0];
  const oneTime = c.members.find((one) => one.one_time)?.customers ?? 0;
  const facts = { k: c.k, name: best ? nameOf(best, c, ctx) : '', share: best?.share_customers ?? 0, shareNet: best?.share_net ?? 0 };
  return html`
    <div class="r-clustering" aria-busy=${asking}>
      <h3 class="r-heading">${words.title[c.structure](fmt, facts)}</h3>
      <p class="r-about">${words.about(fmt, { c, oneTime })} <span role="status">${asking ? words.working : nothing}</span></p>
      ${c.k === 0
        ? nothing
        : html`
            ${c.tree ? html`<p class="r-aside">${words.tree(fmt, c.tree)}</p>` : nothing}
            <ul class="r-clusters">${c.members.map((one) => card(one, c, ctx))}</ul>
            ${map(c, ctx)} ${renderProfile(c, ctx)} ${renderCount(report, c, ctx)}
          `}
      ${renderFeatures(c, ctx)}
    </div>
  `;
}
