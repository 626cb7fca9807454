/** The words about levels and thresholds: where groups begin, who is near a line, what a programme costs, templates. */

import type { Abc, Axis, CutBy, Day, EightBy, GateReason, Nes, Stage, Template, Total } from '../engine/types.js';
import type { Sentence } from './types.js';

export interface LevelsMessages {
  levels: {
    /** The finding: who is one order from the best level. */
    title: Sentence<{ customers: number; name: string; money: Total }>;
    none: string;
    /** What one more order is. */
    about: string;
    working: string;
    off: string;
    /** Where the levels begin, and what they are cut by. */
    ruler: Sentence<{ by: string }>;
    cutBy: Record<CutBy, string>;
    /** Where a level begins, and where it is still kept. */
    from: Sentence<{ by: CutBy; from: number }>;
    keptFrom: Sentence<{ from: number; by: CutBy }>;
    /** What was kept, from which day. */
    keeping: Sentence<{ since: Day; kept: number }>;
    notKeeping: Sentence<{ keep: number }>;
    oneOrder: Sentence<{ customers: number; money: Total }>;
    onTheLine: Sentence<{ customers: number }>;
    kept: Sentence<{ customers: number }>;
    oneOrderOf: Sentence<{ name: string }>;
    onTheLineOf: Sentence<{ name: string }>;

    balance: {
      /** Share of the hours and of the revenue of the best level. */
      title: Sentence<{ name: string; hours: number; net: number }>;
      even: Sentence<{ name: string; customers: number; net: number }>;
      customers: string;
      net: string;
      points: string;
      hours: string;
      hoursEven: string;
      level: string;
      spent: string;
      cost: string;
      byValue: string;
      oneOrder: string;
      onTheLine: string;
      money: string;
    };
    points: Sentence<{ points: number; cost: Total; from: Day | undefined; to: Day | undefined }>;
    assumption: string;

    tenure: {
      title: Sentence<{ name: string; customers: number; high: number; level: string }>;
      one: Sentence<{ name: string }>;
      grade: Sentence<{ from: number; to: number | undefined }>;
      /** One grade: its name, its customers and what they brought. */
      row: Sentence<{ name: string; customers: number; net: Total }>;
      head: string;
    };

    form: {
      title: string;
      points: string;
      hours: string;
      hoursAuto: string;
      tenure: string;
      grade: Sentence<{ grade: number }>;
      apply: string;
    };
    rule: {
      by: string;
      high: Record<Exclude<CutBy, 'money'>, string>;
      medium: Record<Exclude<CutBy, 'money'>, string>;
      moneyHigh: string;
      moneyMedium: string;
      keep: string;
      since: string;
      sinceAbout: string;
      over: string;
      crossed: string;
      number: string;
      moneyAlone: string;
    };
  };

  thresholds: {
    title: string;
    templates: string;
    templatesAbout: string;
    template: Record<Template, { name: string; sets: string }>;
    take: string;
    taken: string;
    gate: Record<GateReason, Sentence<{ value: number | undefined }>>;
    /** What a threshold cuts, and in which unit. */
    axis: Record<Axis, string>;
    score: Sentence<{ score: number }>;
    upTo: Sentence<{ axis: Axis; to: number }>;
    over: Sentence<{ axis: Axis; from: number }>;
    rulers: Sentence<{ axis: Axis }>;
    field: Sentence<{ axis: Axis; score: number }>;
    fromData: string;
    fixed: string;
    /** Thresholds that are no partition. */
    fault: Sentence<{ above: number; below: number }>;
    missing: string;
    sound: string;
    cycle: string;
    cycleAuto: string;
    cycleFixed: Sentence<{ days: number }>;
    nes: Record<Nes, Sentence<{ active: number; drowsy: number; half: number; days: number | undefined }>>;
    nesField: [string, string, string];
    stages: Record<Stage, Sentence<{ slowing: number; dormant: number; dormant_one: number; lost: number }>>;
    stageField: Record<'slowing' | 'dormant' | 'dormant_one' | 'lost', string>;
    eight: {
      by: string;
      from: Record<EightBy, string>;
      about: Sentence<{ recency: number; frequency: number; monetary: number; by: EightBy }>;
      skewed: Sentence<{ axes: string; high: number; buyers: number }>;
    };
    abc: {
      name: Record<Abc, string>;
      about: Sentence<{ a: number; b: number }>;
      finding: Sentence<{ customers: number; share_net: number; buyers: number }>;
      from: Sentence<{ from: Total }>;
      a: string;
      b: string;
    };
    apply: string;
  };
}
