/**
 * Every word a person sees, as a type: a catalogue that lacks one does not compile.
 *
 * A sentence with numbers is a function of the formatter and raw values, so that each language writes its own
 * plurals, dates and order of words: `(f, p) => `${f.count(p.rows)} rows``. Views hold no words.
 */

import type {
  ActionId, Axis, CustomerSort, DateOrder, DecimalMark, ErrorCode, Nes, PotentialTier, QuestionCode, Reason, Role,
  SegmentId, Shape, Stage, Total, ValueTier,
} from '../engine/types.js';
import type { Formatter, Language } from '../element/format.js';
import type { ReportMessages } from './report.types.js';

/** A sentence with parameters. */
export type Sentence<P> = (f: Formatter, p: P) => string;

export type Messages = ShellMessages & ReportMessages;

/** Names of what the engine finds; used by the report and by the tables. */
export interface Terms {
  segment: Record<SegmentId, string>;
  action: Record<ActionId, string>;
  stage: Record<Stage, string>;
  nes: Record<Nes, string>;
  valueTier: Record<ValueTier, string>;
  potentialTier: Record<PotentialTier, string>;
  axis: Record<Axis, string>;
  reason: Record<Reason, string>;
  /** A k-means group. */
  cluster: Sentence<{ id: number }>;
}

export interface ShellMessages {
  terms: Terms;
}
