/**
 * Every event of the element leaves here. None carries a customer: the report is sums, the progress counts.
 *
 * All bubble and cross the shadow root.
 */

import type { Progress } from '../engine/analysis.js';
import type { Failure } from '../engine/protocol.js';
import type { Report } from '../engine/types.js';
import type { Language } from './format.js';

export interface ValueTiersEvents {
  /** The engine is loaded: a file can be given. */
  'value-tiers-ready': { engine: string };
  'value-tiers-progress': Progress;
  /** A report is on the screen, for a new file or with other settings. */
  'value-tiers-report': { report: Report };
  'value-tiers-error': Failure;
  /** A person saved a file; the event names it, and does not carry it. */
  'value-tiers-export': { name: string; type: string };
  /** A person chose another language. */
  'value-tiers-language': { language: Language };
}

export function emit<K extends keyof ValueTiersEvents>(target: EventTarget, type: K, detail: ValueTiersEvents[K]): void {
  target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
