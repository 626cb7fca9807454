/** One colour and one icon for each action group, the same in every chart, card and table. */

import { svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { html } from 'lit';
import type { ActionId, Nes, Report, SegmentId, Stage } from '../engine/types.js';

/** The token that holds an action group's colour. */
export const toneOf = (action: ActionId): string => `var(--value-tiers-${action})`;

/** The token of a k-means group, from 1. */
export const toneOfCluster = (id: number): string => `var(--value-tiers-group-${((id - 1) % 8) + 1})`;

/** The action group that a segment belongs to. */
export function actionOf(report: Report, segment: SegmentId): ActionId {
  return report.actions.find((action) => action.segments.includes(segment))?.id ?? 'rest';
}

/** Stages and states mean what the action groups mean: early is welcome, on time is worth protecting, late is to be saved. */
export const STAGE_TONE: Record<Stage, ActionId> = {
  prospect: 'convert',
  new: 'welcome',
  developing: 'grow',
  mature: 'protect',
  returned: 'grow',
  slowing: 'save',
  dormant: 'save',
  lost: 'rest',
};
export const NES_TONE: Record<Nes, ActionId> = { n: 'welcome', e0: 'protect', s1: 'save', s2: 'save', s3: 'rest' };

/** Drawn in 16 × 16, in the colour of the text around it. */
const SHAPES: Record<ActionId, SVGTemplateResult> = {
  protect: svg`<path d="M8 1.8 13.2 3.6v4c0 3.2-2.1 5.5-5.2 6.6-3.1-1.1-5.2-3.4-5.2-6.6v-4z" />`,
  grow: svg`<path d="M2 12.5 6.2 8.3l2.6 2.6L14 5.2M10 5h4.2v4.2" />`,
  welcome: svg`<circle cx="6.5" cy="5" r="2.7" /><path d="M1.8 14c.3-2.9 2.2-4.6 4.7-4.6 1.4 0 2.6.5 3.5 1.5M12.4 8.5v5M9.9 11h5" />`,
  save: svg`<circle cx="8" cy="8" r="6.2" /><path d="M8 4.2V8l2.6 1.9" />`,
  rest: svg`<path d="M13.6 9.8A6 6 0 0 1 6.2 2.4a6 6 0 1 0 7.4 7.4z" />`,
  convert: svg`<path d="M1.8 8h9M7.4 4.4 11 8l-3.6 3.6M14.2 2.5v11" />`,
};

/** The icon of an action group; the name stands beside it, so it says nothing to a screen reader. */
export function icon(action: ActionId): TemplateResult {
  return html`<svg class="r-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${SHAPES[action]}</svg>`;
}
