/** Names and colours of the groups that customers move between. */

import { actionOf } from '../../charts/tone.js';
import type { ActionId, Migration, Movement, MoveView, Report, SegmentId, ValueTier } from '../../engine/types.js';
import type { ColourName, ViewContext } from '../context.js';

/** The identifier of having no group, as the engine takes it. */
export const NONE = 'none';

const TIER: Record<ValueTier, ColourName> = { high: 'value-5', medium: 'value-4', low: 'value-3' };

export function migrationOf(movement: Movement, view: MoveView): Migration | undefined {
  return view === 'tiers' ? movement.tiers : movement[view];
}

/** The name of a group; `later` tells what having none means. */
export function nameOf(ctx: ViewContext, view: MoveView, id: string, later: boolean): string {
  const { terms, moves } = ctx.m;
  if (id === NONE) return later ? moves.gone : moves.fresh;
  return view === 'tiers' ? terms.valueTier[id as ValueTier]
    : view === 'actions' ? terms.action[id as ActionId]
    : terms.segment[id as SegmentId];
}

/** The token of a group's colour. */
export function toneOf(report: Report, view: MoveView, id: string): string {
  const name: ColourName = id === NONE ? 'convert'
    : view === 'tiers' ? TIER[id as ValueTier]
    : view === 'actions' ? (id as ActionId)
    : actionOf(report, id as SegmentId);
  return `var(--value-tiers-${name})`;
}
