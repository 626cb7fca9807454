/** Rules of segments of one's own: what can be asked of what, whether a rule is complete, and a rule in words. */

import type { CellKind, OwnCondition, OwnFields, OwnSegment, OwnSubject, OwnTest, OwnTestId } from '../engine/types.js';
import type { ViewContext } from './context.js';

/** Conditions that a rule can have, as the engine has it. */
export const MOST_CONDITIONS = 20;
/** Segments that settings can hold, as the engine has it. */
export const MOST_SEGMENTS = 50;
export const MOST_LETTERS = 80;

/** The tests of each kind of value, the usual one first. */
const TESTS: Record<CellKind, readonly OwnTestId[]> = {
  numbers: ['at_least', 'at_most', 'is', 'known', 'missing'],
  days: ['from', 'until', 'known', 'missing'],
  words: ['is', 'is_not', 'contains', 'known', 'missing'],
};

/** A subject as the value of an option. */
export const keyOf = (of: OwnSubject): string => JSON.stringify('figure' in of ? ['figure', of.figure] : ['column', of.column.name, of.column.measure ?? null]);

/** What a subject holds in this report, and the words to choose from. */
export interface OwnField {
  of: OwnSubject;
  kind: CellKind;
  words: readonly string[];
  more: boolean;
}

export function fieldsOf(fields: OwnFields | undefined): OwnField[] {
  if (!fields) return [];
  return [
    ...fields.figures.map(({ figure, kind, words }): OwnField => ({ of: { figure }, kind, words, more: false })),
    ...fields.columns.map(({ column, kind, words, more }): OwnField => ({ of: { column }, kind, words, more })),
  ];
}

export const fieldOf = (fields: readonly OwnField[], of: OwnSubject): OwnField | undefined =>
  fields.find((field) => keyOf(field.of) === keyOf(of));

export const testsOf = (field: OwnField): readonly OwnTestId[] =>
  TESTS[field.kind].filter((test) => test !== 'contains' || 'column' in field.of);

export const testOf = (test: OwnTest): OwnTestId => (typeof test === 'string' ? test : (Object.keys(test)[0] as OwnTestId));

/** A test with nothing in it yet. */
export function blank(id: OwnTestId): OwnTest {
  switch (id) {
    case 'at_least': return { at_least: NaN };
    case 'at_most': return { at_most: NaN };
    case 'from': return { from: '' };
    case 'until': return { until: '' };
    case 'is': return { is: [] };
    case 'is_not': return { is_not: [] };
    case 'contains': return { contains: '' };
    default: return id;
  }
}

/** What a test compares with. */
export function valueOf(test: OwnTest): number | string | readonly string[] | undefined {
  return typeof test === 'string' ? undefined : Object.values(test)[0] as number | string | readonly string[];
}

function isFilled({ test }: OwnCondition): boolean {
  const value = valueOf(test);
  if (value === undefined) return true;
  return typeof value === 'number' ? Number.isFinite(value) : value.length > 0 && !(Array.isArray(value) && value.includes(''));
}

/** Whether it can be counted; a name is not needed for that. */
export const isComplete = (rule: OwnSegment): boolean => rule.conditions.length > 0 && rule.conditions.every(isFilled);

/** The name of what is looked at. */
export function subject(of: OwnSubject, ctx: ViewContext): string {
  if ('figure' in of) return ctx.m.own.figure[of.figure];
  const measure = of.column.measure === undefined ? '' : ctx.m.card.attributes.measure[of.column.measure];
  return measure === '' ? of.column.name : `${of.column.name} (${measure})`;
}

/** A word as the page names it: those of the report have names in each language. */
export function wordOf(of: OwnSubject, word: string, ctx: ViewContext): string {
  const { terms, risk } = ctx.m;
  if (!('figure' in of)) return word;
  const names: Partial<Record<typeof of.figure, Record<string, string>>> = {
    segment: terms.segment, action: terms.action, stage: terms.stage, nes: terms.nes, value_tier: terms.valueTier,
    potential_tier: terms.potentialTier, risk_band: risk.band,
  };
  return names[of.figure]?.[word] ?? word;
}

/** A rule in words. Masked: without what it asks of columns of the file, which could name somebody. */
export function inWords(rule: OwnSegment, masked: boolean, ctx: ViewContext): string {
  const { fmt } = ctx;
  const words = ctx.m.own;
  const said = rule.conditions.map(({ of, test }) => {
    const value = valueOf(test);
    const text =
      value === undefined ? ''
      : masked && 'column' in of && typeof value !== 'number' ? '…'
      : typeof value === 'number' ? fmt.number(value, 6)
      : typeof value === 'string' ? ('contains' in (test as object) ? value : fmt.day(value))
      : value.map((word) => wordOf(of, word, ctx)).join(words.sep);
    return words.says(fmt, { what: subject(of, ctx), test: words.tests[testOf(test)], value: text });
  });
  return said.join(rule.matching === 'all' ? words.and : words.or);
}
