/** The words about who may not come back: the levels, the proof, the causes and what to do. */

import type {
  CauseId, HitRate, LabelModel, Owner, Refusal, ResponseKpi, RiskBand, RiskSource, Season, Seen, Total, ValueBasis,
  WarningReason,
} from '../engine/types.js';
import type { Sentence } from './types.js';

/** A cause in words. */
export interface CauseWords {
  name: string;
  /** What in the data counts as seen. */
  means: string;
  /** What would show it, where the file has no such data. */
  needs: string;
  /** What to do. */
  act: string;
  /** When it is no cause. */
  unless: string;
}

export interface RiskMessages {
  risk: {
    band: Record<RiskBand, string>;
    cause: Record<CauseId, CauseWords>;
    seen: Record<Seen, string>;

    /** The finding: the red ones, and what is at stake with all. */
    title: Sentence<{ red: number; amber: number; money: Total; scored: number }>;
    off: string;
    about: Record<RiskSource, Sentence<{ days: number | undefined }>>;
    money: Record<ValueBasis, string>;
    why: Record<WarningReason, string>;
    customers: string;
    atStake: string;
    from: Sentence<{ from: number; to: number | undefined }>;
    bars: string;

    hit: {
      title: Sentence<{ days: number; red: number; left: number }>;
      none: Sentence<{ days: number }>;
      about: Sentence<HitRate & { dayText: string }>;
      recall: Sentence<{ recall: number; left: number }>;
      lift: Sentence<{ lift: number; share: number }>;
      ranking: Sentence<{ auc: number; recency: number; better: boolean }>;
      calibration: Sentence<{ predicted: number; actual: number }>;
      x: string;
      y: string;
      even: string;
      tenth: string;
    };

    causes: {
      title: Sentence<{ name: string; customers: number; money: Total }>;
      none: string;
      /** The honest label. */
      about: string;
      cause: string;
      split: Sentence<{ seen: number; notSeen: number; noData: number }>;
      missing: string;
      unless: string;
      do: string;
      owner: string;
      channel: string;
      offer: string;
      kpi: string;
      noDiscount: string;
      discountTested: string;
      owners: Record<Owner, string>;
      kpis: Record<ResponseKpi, string>;
    };

    season: Sentence<Season>;

    label: {
      title: Sentence<{ column: string; auc: number }>;
      about: Sentence<LabelModel>;
      red: Sentence<{ precision: number; recall: number }>;
      drivers: Sentence<{ column: string }>;
      driver: Sentence<{ column: string; word: string | undefined; cut: number | undefined; above: boolean; share: number; others: number }>;
      suspect: Sentence<{ column: string; auc: number }>;
      share: string;
      others: string;
      column: string;
      effect: string;
      refusedTitle: Sentence<{ count: number }>;
      refused: Record<Refusal, string>;
    };

    /** In the customers table and card. */
    table: {
      risk: string;
      band: string;
      cause: string;
      atRisk: string;
      /** Risk and level of one customer. */
      says: Sentence<{ risk: number; level: string; days: number | undefined; money: Total | undefined }>;
      evidence: string;
    };
    settings: { title: string; days: string; daysAuto: string; red: string; amber: string; apply: string };
  };
}

