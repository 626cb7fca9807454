/** The words about clusters: what customers are grouped by, how many groups there are, and what each of them is. */

import type {
  Clustering, FeatureId, FeatureRefusal, FeatureState, FeatureUnit, Rule, Structure, TreeScore,
} from '../engine/types.js';
import type { Sentence } from './types.js';

/** How a value of a feature is to be said. */
export interface FeatureValue { unit: FeatureUnit; value: number }

export interface ClustersMessages {
  clusters: {
    working: string;
    /** The finding. */
    title: Record<Structure, Sentence<{ k: number; name: string; share: number; shareNet: number }>>;
    about: Sentence<{ c: Clustering; oneTime: number }>;
    /** What is known of every customer, as a name. */
    feature: Sentence<Pick<FeatureState, 'id' | 'column' | 'measure'>>;
    /** In the name of a cluster. */
    high: Record<Exclude<FeatureId, 'attribute'>, string>;
    low: Record<Exclude<FeatureId, 'attribute'>, string>;
    more: Sentence<{ feature: string; date: boolean }>;
    less: Sentence<{ feature: string; date: boolean }>;
    /** A word of a column; without it most have another. */
    with: Sentence<{ feature: string; word: string }>;
    without: Sentence<{ feature: string; word: string }>;
    /** Parts of a name, one after another. */
    name: Sentence<{ parts: string[] }>;
    middle: string;
    oneTime: string;
    /** No word in the cell. */
    blank: string;

    card: {
      id: Sentence<{ id: number }>;
      share: Sentence<{ share: number; shareNet: number }>;
      traits: string;
      trait: Sentence<{ feature: string; value: string; others: string }>;
      effect: Sentence<{ effect: number }>;
      beside: string;
      rule: Sentence<{ conditions: string[] }>;
      fits: Sentence<Rule>;
      oneTime: string;
      again: Sentence<{ jaccard: number }>;
    };
    condition: {
      over: Sentence<{ feature: string; value: string }>;
      upTo: Sentence<{ feature: string; value: string }>;
      between: Sentence<{ feature: string; from: string; to: string }>;
      is: Sentence<{ feature: string; word: string }>;
      isNot: Sentence<{ feature: string; words: string[] }>;
    };
    tree: Sentence<TreeScore>;

    map: {
      title: Sentence<{ explained: number }>;
      /** What an axis is made of; `more` where it grows with the feature, absent where neither. */
      axis: Sentence<{ parts: { feature: string; more: boolean | undefined }[] }>;
      about: string;
      table: { cluster: string; customers: string; share: string; net: string; shareNet: string; jaccard: string };
    };

    profile: {
      title: Sentence<{ feature: string; high: string; low: string }>;
      about: string;
      feature: string;
    };

    count: {
      title: Sentence<{ k: number; silhouette: number; reference: number; person: boolean }>;
      about: Sentence<{ n: number }>;
      switch: string;
      auto: string;
      groups: Sentence<{ k: number }>;
      silhouette: string;
      reference: string;
      jaccard: string;
      jaccardLeast: string;
      agreement: string;
      quality: Sentence<{ jaccard: number; least: number; agreement: number }>;
    };

    features: {
      title: Sentence<{ used: number; all: number }>;
      about: string;
      log: Sentence<{ before: number; after: number }>;
      skew: Sentence<{ skew: number }>;
      missing: Sentence<{ missing: number; filled: string | undefined }>;
      capped: Sentence<{ capped: number }>;
      words: Sentence<{ words: number }>;
      range: Sentence<{ low: string; high: string }>;
      refused: Record<FeatureRefusal, string>;
      apply: string;
      auto: string;
    };
  };
}
