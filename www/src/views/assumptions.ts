/** What a person sets for the value of the forecast, and no model knows: margin, discount, horizon. */

import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Report } from '../engine/types.js';
import type { ViewContext } from './context.js';

export function renderAssumptions(_report: Report, _ctx: ViewContext): TemplateResult | typeof nothing {
  return nothing;
}
