/** The words about what customers will bring: the verdict, the forecast, its proof, the models, and the weights. */

import type { Band, FindingCode, ModelId, RuleId, Total, Weights } from '../engine/types.js';
import type { ViewChoices } from '../views/context.js';
import type { Sentence } from './types.js';

/** A model, or where the expected amount of an order comes from. */
export type ExplainedId = ModelId | 'gamma_gamma';

/** One model in two sentences. */
export interface Explained {
  name: string;
  /** Two sentences. */
  says: string;
}

export interface ForecastMessages {
  forecast: {
    title: string;
    /** There is no part on models in the report. */
    noDates: string;

    verdict: {
      trusted: string;
      /** How the test was made and what came of it, in a sentence. */
      test: Sentence<{ days: number; customers: number; predicted: number; actual: number; error: number; ratio: number }>;
      notTrusted: string;
      reasons: Record<FindingCode, Sentence<{ value: number; limit: number }>>;
      gates: string;
      notes: string;
      /** Instead of a forecast, where there is too little history. */
      off: string;
      /** Instead of a forecast, where the history is long enough. */
      offOther: string;
      usualGap: Sentence<{ gap: number }>;
      usualGapMeans: string;
      noGap: string;
      unfold: string;
      unfoldWarning: string;
    };

    outlook: {
      revenue: Sentence<{ customers: number; months: number; band: Band }>;
      orders: Sentence<{ customers: number; months: number; band: Band }>;
      months: Sentence<{ months: number }>;
      /** From the lower to the upper end. */
      range: Sentence<{ low: string; high: string }>;
      today: Sentence<{ day: string }>;
      excluded: string;
      unit: string;
      band: string;
      value: Sentence<{ months: number; band: Band; discount: number; margin: number | undefined }>;
      table: { horizon: string; what: string; expected: string; low: string; high: string; orders: string; revenue: string };
    };

    /** Existing, expected and potential value side by side. */
    values: {
      switch: string;
      views: Record<ViewChoices['values'], string>;
      title: Sentence<{ name: string; net: Total; expected: number | undefined; potential: Total }>;
      about: string;
      group: string;
      existing: string;
      existingMeans: string;
      /** Where the file says what the goods cost. */
      existingMargin: string;
      expected: Sentence<{ months: number }>;
      expectedMeans: string;
      potential: string;
      potentialMeans: string;
      notTrusted: string;
    };

    weights: {
      parts: Record<keyof Weights, string>;
      sum: Sentence<{ sum: number }>;
      slider: Sentence<{ part: string }>;
      pairs: {
        title: string;
        about: string;
        pair: Sentence<{ one: string; other: string }>;
        /** From 1 to 9, in steps of two. */
        choice: Sentence<{ part: string; degree: 3 | 5 | 7 | 9 }>;
        same: string;
        apply: string;
        sound: Sentence<{ ratio: number }>;
        unsound: Sentence<{ ratio: number }>;
      };
      sensitivity: {
        title: Sentence<{ part: string; moved: number }>;
        none: string;
        about: string;
        head: { weight: string; less: string; more: string };
        change: Sentence<{ up: number; down: number }>;
      };
    };

    assumptions: {
      title: string;
      /** The honest label, word for word. */
      yours: string;
      margin: string;
      noMargin: string;
      discount: string;
      months: string;
      apply: string;
    };

    test: {
      title: Sentence<{ days: number; predicted: number; actual: number; error: number }>;
      about: Sentence<{ split: string; days: number; customers: number; newCustomers: number }>;
      predicted: string;
      came: string;
      rate: string;
      ranking: Sentence<{ auc: number; silence: number }>;
      revenue: Sentence<{ predicted: number; actual: number; error: number }>;
      weeks: { title: Sentence<{ until: string; predicted: number; actual: number }>; y: string; until: string };
      rivals: {
        title: Sentence<{ ratio: number; better: boolean }>;
        about: string;
        rules: Record<RuleId, string>;
        rule: string;
        error: string;
        total: string;
        auc: string;
        off: Sentence<{ error: number }>;
      };
      frequency: {
        title: Sentence<{ from: number; last: boolean; predicted: number; actual: number }>;
        about: string;
        row: Sentence<{ from: number; last: boolean }>;
        bucket: string;
      };
      decile: {
        title: Sentence<{ predicted: number; actual: number }>;
        about: string;
        row: Sentence<{ from: number }>;
        bucket: string;
      };
      buy: { title: Sentence<{ predicted: number; actual: number; days: number }>; about: string };
      alive: { title: Sentence<{ predicted: number; actual: number; days: number }>; about: string };
      calibration: { x: string; y: string; even: string; from: string };
      customers: string;
    };

    models: {
      title: string;
      chosen: Sentence<{ name: string }>;
      chosenBy: { 'held-out-likelihood': string; likelihood: string };
      explained: Record<ExplainedId, Explained>;
      spendMean: string;
      reference: string;
      inUse: string;
      parameters: string;
      parameter: string;
      estimate: string;
      error: string;
      noError: string;
      logLikelihood: string;
      heldOut: Sentence<{ value: number }>;
      time: string;
      regularised: string;
    };
  };
}
