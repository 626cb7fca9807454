/** Rules of segments of one's own: what can be asked of what, whether a rule is complete, and a rule in words. */

import type { CellKind, OwnCondition, OwnFields, OwnFigureId, OwnSegment, OwnSubject, OwnTestId } from '../engine/types.js';
import type { ViewContext } from './context.js';

/** Conditions that a rule can have, as the engine has it. */
export const MOST_CONDITIONS = 20;
/** Segments that settings can hold, as the engine has it. */
export const MOST_SEGMENTS = 50;
export const MOST_LETTERS = 80;

/** The tests of each kind of value, the usual one first. */
const TESTS: Record<CellKind, readonly OwnTestId[]> = {
  numbers: ['at_least', 'at_most', 'equals', 'known', 'missing'],
  days: ['from', 'until', 'known', 'missing'],
  words: ['is', 'is_not', 'contains', 'known', 'missing'],
};

/** A subject as the value of an option. */
export const keyOf = ({ figure, column, measure }: OwnSubject): string => JSON.stringify([figure, column, measure]);

/** What a condition looks at, without the test. */
export const subjectOf = ({ figure, column, measure }: OwnSubject): OwnSubject =>
  figure === undefined ? { ...(column === undefined ? {} : { column }), ...(measure === undefined ? {} : { measure }) } : { figure };

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
    ...fields.columns.map(({ column, measure, kind, words, more }): OwnField => ({ of: { column, measure }, kind, words, more })),
  ];
}

export const fieldOf = (fields: readonly OwnField[], of: OwnSubject): OwnField | undefined =>
  fields.find((field) => keyOf(field.of) === keyOf(of)) ??
  // A rule that was written by hand need not say how a column became one cell.
  fields.find((field) => of.column !== undefined && of.measure === undefined && field.of.column === of.column);

export const testsOf = (field: OwnField): readonly OwnTestId[] =>
  TESTS[field.kind].filter((test) => test !== 'contains' || field.of.column !== undefined);

function isFilled({ test, number, day, words = [] }: OwnCondition): boolean {
  switch (test) {
    case 'at_least':
    case 'at_most':
    case 'equals': return Number.isFinite(number);
    case 'from':
    case 'until': return day !== undefined && day !== '';
    case 'is':
    case 'is_not':
    case 'contains': return words.length > 0 && !words.includes('');
    default: return true;
  }
}

/** Whether it can be counted; a name is not needed for that. */
export const isComplete = (rule: OwnSegment): boolean => rule.conditions.length > 0 && rule.conditions.every(isFilled);

/** The name of what is looked at. */
export function subject(of: OwnSubject, ctx: ViewContext): string {
  if (of.figure !== undefined) return ctx.m.own.figure[of.figure];
  const measure = of.measure === undefined ? '' : ctx.m.card.attributes.measure[of.measure];
  return measure === '' ? of.column ?? '' : `${of.column} (${measure})`;
}

/** A word as the page names it: those of the report have names in each language. */
export function wordOf(of: OwnSubject, word: string, ctx: ViewContext): string {
  const { terms, risk } = ctx.m;
  if (of.figure === undefined) return word;
  const names: Partial<Record<OwnFigureId, Record<string, string>>> = {
    segment: terms.segment, action: terms.action, stage: terms.stage, nes: terms.nes, value_tier: terms.valueTier,
    potential_tier: terms.potentialTier, risk_band: risk.band,
  };
  return names[of.figure]?.[word] ?? word;
}

/** A rule in words. Masked: without what it asks of columns of the file, which could name somebody. */
export function inWords(rule: OwnSegment, masked: boolean, ctx: ViewContext): string {
  const { fmt } = ctx;
  const words = ctx.m.own;
  const said = rule.conditions.map((condition) => {
    const { test, number, day, words: chosen = [] } = condition;
    const text =
      number !== undefined ? fmt.number(number, 6)
      : masked && condition.column !== undefined && (day !== undefined || chosen.length > 0) ? '…'
      : day !== undefined ? fmt.day(day)
      : chosen.map((word) => wordOf(condition, word, ctx)).join(words.sep);
    return words.says(fmt, { what: subject(condition, ctx), test: words.tests[test], value: text });
  });
  return said.join(rule.matching === 'all' ? words.and : words.or);
}
