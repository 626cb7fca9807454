/** The words of the report's own sections, as a type. Names of segments, stages and tiers are in `terms`. */

import type {
  ActionId, Axis, Channel, KpiId, Missing, NoteCode, Offer, PotentialTier, SegmentId,
  Template, Total, ValueTier, Watch,
} from '../engine/types.js';
import type { ViewChoices, WhoView } from '../views/context.js';
import type { Sentence } from './types.js';

/** Recency, frequency, money, each high (`h`) or low (`l`). */
export type EightTypeId = 'hhh' | 'lhh' | 'hlh' | 'llh' | 'hhl' | 'hll' | 'lhl' | 'lll';

/** What is said about one group of customers, whatever the rule that made it. */
export interface GroupFacts {
  name: string;
  customers: number;
  share_customers: number;
  share_net: number;
}

/** What to do with one named segment. */
export interface Playbook {
  /** The step in one line. */
  step: string;
  /** What to do, in full. */
  act: string;
  /** What not to do. */
  avoid: string;
}

export interface ReportMessages {
  report: {
    customers: Sentence<{ count: number }>;
    show: Sentence<{ count: number }>;
    showOf: Sentence<{ count: number; name: string }>;
    shareOfCustomers: string;
    shareOfNet: string;
    netSoFar: string;
    behind: string;
    notEnough: string;

    /** Whom the report is of. */
    part: {
      label: string;
      all: string;
      value: Sentence<{ value: string; customers: number }>;
      of: Sentence<{ column: string; value: string; customers: number; of: number }>;
      back: string;
    };

    notesTitle: string;
    notes: Record<NoteCode, Sentence<{ value: number | undefined }>>;
    merged: Sentence<{ axis: Axis; from: number; to: number }>;

    kpis: Record<KpiId, string>;
    /** The rule of an indicator, short enough to stand under it. */
    rules: Record<KpiId, string>;
    missing: Record<Missing, string>;
    kpiTable: {
      period: string;
      span: Sentence<{ from: string; to: string }>;
      target: string;
      targetOf: Sentence<{ name: string }>;
      met: string;
      missed: string;
      title: string;
      name: string;
      value: string;
      base: string;
      rule: string;
    };
    tiles: {
      label: string;
      customers: string;
      buyers: Sentence<{ buyers: number }>;
      net: string;
      refunds: Sentence<{ refunds: Total }>;
      orders: string;
      perCustomer: Sentence<{ orders: number }>;
      churnMeans: Sentence<{ gaps: number; gap: number | undefined }>;
    };

    answer: {
      half: Sentence<{ half: number; buyers: number }>;
      save: Sentence<{ customers: number; share_net: number }>;
      allWell: string;
      bars: Sentence<GroupFacts>;
      customersBar: string;
      netBar: string;
      startWith: Sentence<{ segment: string }>;
      nobody: Sentence<{ groups: string[] }>;
      meaning: Record<ActionId, string>;
      /** The first step towards people who have not ordered yet; the others' steps are those of their segments. */
      convertStep: string;
      table: { group: string; segments: string };
    };
    who: {
      switch: string;
      views: Record<WhoView, string>;
      group: string;
      customers: string;
      net: string;
      recency: string;
      orders: string;
      movedIn: Sentence<{ count: number }>;
      withoutOrders: Sentence<{ count: number }>;
      finding: Sentence<GroupFacts>;
      largest: Sentence<{ name: string; customers: number; buyers: number }>;
      grid: {
        /** `recency` and `orders` as the two sentences below give them. */
        finding: Sentence<{ recency: string; orders: string; customers: number; share_net: number }>;
        axes: string;
        caption: string;
        recency: Sentence<{ from: number; to: number | undefined }>;
        orders: Sentence<{ from: number; to: number | undefined }>;
        score: Sentence<{ from: number; to: number }>;
        cell: Sentence<{ customers: number; share_net: number; net: Total }>;
        empty: string;
        key: string;
        less: string;
        more: string;
        off: string;
      };
      segments: { about: string };
      lifecycle: { about: string; matrix: Sentence<{ late: number; high: number }> };
      nes: { about: Sentence<{ gap: number | undefined }> };
      eightTypes: { names: Record<EightTypeId, string> };
    };

    worth: {
      /** What a trade does for a tier. */
      service: Partial<Record<Template, Partial<Record<ValueTier, string>>>>;
      switch: string;
      views: Record<ViewChoices['worth'], string>;
      finding: Sentence<GroupFacts>;
      cut: Sentence<{ from: number }>;
      range: Sentence<{ from: Total; to: Total }>;
      median: Sentence<{ net: number }>;
      valueAbout: string;
      potentialAbout: string;
      value: Record<ValueTier, string>;
      potential: Record<PotentialTier, string>;
      headroom: Sentence<{ potential: Total }>;
      potentialCut: Sentence<{ from: number }>;
      headroomFinding: Sentence<{ customers: number; potential: Total }>;
      /** How many customers spent how much. */
      spend: {
        /** The fullest range. */
        title: Sentence<{ customers: number; range: string }>;
        range: string;
        customers: string;
        net: string;
        between: Sentence<{ from: string; to: string }>;
        below: Sentence<{ to: string }>;
        above: Sentence<{ from: string }>;
      };
      curve: {
        title: Sentence<{ half: number; buyers: number }>;
        top20: Sentence<{ share: number }>;
        top1: Sentence<{ share: number }>;
        gini: Sentence<{ gini: number }>;
        x: string;
        y: string;
        even: string;
        best: Sentence<{ percent: number }>;
      };
      rule: {
        title: string;
        potential: string;
        weights: string;
        apply: string;
        about: string;
      };
    };

    act: {
      finding: Sentence<GroupFacts>;
      about: string;
      act: string;
      avoid: string;
      channel: string;
      offer: string;
      watch: string;
      empty: string;
      playbook: Record<SegmentId, Playbook>;
      channels: Record<Channel, string>;
      offers: Record<Offer, string>;
      watches: Record<Watch, string>;
    };
  };
}
