/** The words of the card that explains one customer. */

import type { Axis, Day, Measure, Total } from '../engine/types.js';
import type { Sentence } from './types.js';

export interface CardMessages {
  card: {
    close: string;
    note: { label: string; /** Where it is, and how it leaves. */ kept: string };
    timeline: {
      /** What the dots show: how many orders, over which days, and when the next is due. */
      title: Sentence<{ orders: number; first: Day; last: Day; gap: number | undefined; own: boolean }>;
      due: Sentence<{ day: Day; late: number | undefined }>;
      /** Of many orders only the last are drawn. */
      last: Sentence<{ shown: number; total: number }>;
      asOf: string;
      next: string;
      sizes: string;
      day: string;
      amount: string;
      remark: string;
      void: string;
    };
    scores: {
      title: Sentence<{ r: number; f: number; m: number }>;
      about: string;
      value: Record<Axis, Sentence<{ value: number }>>;
      between: Record<Axis, Sentence<{ above: number | undefined; upTo: number | undefined }>>;
      head: { value: string; between: string; score: string };
    };
    index: {
      title: Sentence<{ index: number; tier: string; tierFrom: number | undefined }>;
      head: { part: string; rank: string; weight: string; points: string };
    };
    outlook: {
      title: string;
      about: Sentence<{ size: Total; days: number }>;
      orders: Sentence<{ orders: number; days: number; day: Day | undefined; place: string; same: boolean }>;
      /** Segment and tier in one. */
      place: Sentence<{ segment: string | undefined; tier: string }>;
      reach: Sentence<{ orders: number; tier: string; amount: Total }>;
      never: Sentence<{ tried: number; tier: string }>;
      highest: string;
      waiting: Sentence<{ days: number; day: Day | undefined; place: string }>;
      nothing: string;
    };
    attributes: { title: string; measure: Record<Measure, string>; column: string; value: string };
    rules: string;
  };
}
