/** WHO: the same customers, grouped by the rule that the reader prefers, in one frame. */

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Report } from '../engine/types.js';
import type { ViewContext, WhoView } from './context.js';
import { oneOf } from './switch.js';
import { renderClusters } from './who/clusters.js';
import { renderGrid } from './who/grid.js';
import { renderEightTypes, renderLifecycle, renderNes, renderSegments } from './who/named.js';

const VIEWS: Record<WhoView, (report: Report, ctx: ViewContext) => TemplateResult> = {
  grid: renderGrid,
  segments: renderSegments,
  clusters: renderClusters,
  lifecycle: renderLifecycle,
  eight_types: renderEightTypes,
  nes: renderNes,
};

export function renderWho(report: Report, ctx: ViewContext): TemplateResult {
  const words = ctx.m.report.who;
  const views = (Object.keys(VIEWS) as WhoView[]).map((id) => ({ id, name: words.views[id] }));
  return html`
    <div class="r-view r-who">
      ${oneOf('who', words.switch, views, ctx.choices.who, (who) => ctx.choose({ who }))}
      ${VIEWS[ctx.choices.who](report, ctx)}
    </div>
  `;
}
