/** The words about lists that leave as files, and about what became of them. */

import type { About, Day, LiftMissing, ListDifference, ListFormat, OutcomeSource, Preset, Roi } from '../engine/types.js';
import type { Sentence } from './types.js';

export interface ListMessages {
  lists: {
    title: Sentence<{ customers: number }>;
    preset: string;
    presets: Record<Preset, string>;
    /** What the file holds. */
    about: Record<Preset, string>;
    format: string;
    formats: Record<ListFormat, string>;
    holdOut: string;
    seed: string;
    callingCode: string;
    masked: string;
    save: string;
    measure: string;
    made: Sentence<About>;
    record: string;
    recordAbout: string;
    aboutFile: string;

    lift: {
      title: string;
      source: Record<OutcomeSource, string>;
      missing: Record<LiftMissing, string>;
      noOutcomes: string;
      finding: Sentence<{ list: string; response: ListDifference; revenue: ListDifference | undefined }>;
      days: Sentence<{ from: Day; to: Day }>;
      cost: string;
      roi: Sentence<Roi>;
      points: Sentence<{ points: number }>;
      counts: Sentence<{ responded: number; customers: number }>;
      unknown: Sentence<{ customers: number }>;
      treated: string;
      heldOut: string;
      measure: string;
      response: string;
      revenue: string;
      difference: string;
      interval: string;
      relative: string;
      brought: string;
      method: string;
    };
  };
}
