/** WHO: the same customers, grouped by the rule that the reader prefers, in one frame. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Report } from '../engine/types.js';
import type { ViewContext, WhoView } from './context.js';
import { oneOf } from './switch.js';
import { renderClusters } from './who/clusters.js';
import { renderCompare } from './who/compare.js';
import { renderGrid } from './who/grid.js';
import { renderAbc, renderEightTypes, renderLifecycle, renderNes, renderSegments } from './who/named.js';
import { renderGate, renderThresholds } from './who/thresholds.js';

const VIEWS: Record<WhoView, (report: Report, ctx: ViewContext) => TemplateResult> = {
  grid: renderGrid,
  segments: renderSegments,
  clusters: renderClusters,
  lifecycle: renderLifecycle,
  eight_types: renderEightTypes,
  nes: renderNes,
  abc: renderAbc,
  compare: renderCompare,
};

export function renderWho(report: Report, ctx: ViewContext): TemplateResult {
  const words = ctx.m.report.who;
  const views = (Object.keys(VIEWS) as WhoView[]).map((id) => ({ id, name: words.views[id] }));
  const chosen = ctx.choices.who ?? report.segments.gate?.view ?? 'grid';
  return html`
    <div class="r-view r-who">
      ${oneOf('who', words.switch, views, chosen, (who) => ctx.choose({ who }))}
      ${chosen === report.segments.gate?.view ? renderGate(report, ctx) : nothing} ${VIEWS[chosen](report, ctx)} ${renderThresholds(chosen, report, ctx)}
    </div>
  `;
}
