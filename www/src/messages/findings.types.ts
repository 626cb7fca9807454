/** The words about what stands out: the goal, the five findings, and the page for the boss. */

import type { Finding, FindingMoney, FindingRule, Goal } from '../engine/types.js';
import type { Sentence } from './types.js';

export interface FindingsMessages {
  findings: {
    title: string;
    goal: string;
    goals: Record<Goal | 'none', string>;
    forGoal: string;
    /** The number first. `name` is that of the cause. */
    says: Record<FindingRule, Sentence<Finding & { name: string }>>;
    /** The next step, where it is not that of a segment or a cause. */
    step: Record<FindingRule, string>;
    /** Why it is a finding. */
    rule: Record<FindingRule, string>;
    ruleName: string;
    money: Record<FindingMoney, string>;
    brief: {
      print: string;
      title: Sentence<{ name: string }>;
      asOf: Sentence<{ day: string }>;
      buyers: string;
      net: string;
      orders: string;
      atStake: string;
      list: Sentence<{ customers: number }>;
      made: Sentence<{ engine: string }>;
    };
  };
}
