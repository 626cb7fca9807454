/** The words about segments of one's own. */

import type { OwnCount, OwnFigureId, OwnProblemCode, OwnTestId } from '../engine/types.js';
import type { Sentence } from './types.js';

export interface OwnMessages {
  own: {
    title: string;
    about: string;
    /** The finding: the largest by revenue. */
    first: Sentence<{ name: string; customers: number; share: number }>;
    new: string;
    edit: Sentence<{ name: string }>;
    remove: Sentence<{ name: string }>;
    editShort: string;
    removeShort: string;
    name: string;
    matching: string;
    all: string;
    any: string;
    condition: Sentence<{ number: number }>;
    of: string;
    test: string;
    value: string;
    figures: string;
    columns: string;
    add: string;
    removeCondition: Sentence<{ number: number }>;
    save: string;
    cancel: string;
    show: string;
    tests: Record<OwnTestId, string>;
    count: Sentence<OwnCount>;
    incomplete: string;
    needName: string;
    more: string;
    masked: string;
    and: string;
    or: string;
    sep: string;
    says: Sentence<{ what: string; test: string; value: string }>;
    /** Filter of the customer table. */
    filter: string;
    head: { segment: string; customers: string; net: string; change: string };
    problem: Record<OwnProblemCode, Sentence<{ value: string }>>;
    figure: Record<OwnFigureId, string>;
  };
}
