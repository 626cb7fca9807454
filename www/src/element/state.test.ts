import { describe, expect, it } from 'vitest';

import type { Preview, Report } from '../engine/types.js';
import { initial, next, type Happening, type State } from './state.js';

const preview = (sure: boolean, missing: Preview['missing'] = []): Preview => ({
  encoding: 'utf-8', encoding_sure: true, damaged: false, delimiter: ',', header: true, skip: 0, shape: 'orders',
  columns: [], roles: [], mapping: {}, rows: [], questions: [], sure, missing,
});
const report = (name: string): Report => ({ engine: name }) as Report;
const taken = (name: string, review = false): Happening => ({ type: 'taken', name, size: 10, settings: {}, review });
const after = (...happenings: Happening[]): State => happenings.reduce(next, initial);
const first = report('first');
/** A report on the screen. */
const shown: Happening[] = [
  taken('a.csv'), { type: 'inspected', preview: preview(true) }, { type: 'reported', report: first },
];

describe('from a file to a report', () => {
  const cases: [string, Happening[], Partial<State> & { report?: Report | undefined }][] = [
    ['a sure file goes straight through', [taken('a'), { type: 'inspected', preview: preview(true) }], { screen: 'working' }],
    ['an unsure file is checked', [taken('a'), { type: 'inspected', preview: preview(false) }], { screen: 'check' }],
    ['a sure file is checked where a person wants to', [taken('a', true), { type: 'inspected', preview: preview(true) }], { screen: 'check' }],
    ['a report that nobody asked for waits in the check',
      [taken('a'), { type: 'inspected', preview: preview(false) }, { type: 'reported', report: first }], { screen: 'check' }],
    ['asking for a report that is there shows it',
      [taken('a'), { type: 'inspected', preview: preview(false) }, { type: 'reported', report: first }, { type: 'wanted' }],
      { screen: 'report', report: first }],
    ['asking for a report that is not there yet waits for it',
      [taken('a'), { type: 'inspected', preview: preview(false) }, { type: 'wanted' }], { screen: 'working' }],
    ['and then shows it',
      [taken('a'), { type: 'inspected', preview: preview(false) }, { type: 'wanted' }, { type: 'reported', report: first }],
      { screen: 'report', report: first }],
    ['a change in the check outdates its report',
      [taken('a'), { type: 'inspected', preview: preview(false) }, { type: 'reported', report: first }, { type: 'changed', settings: {} }, { type: 'wanted' }],
      { screen: 'working' }],
    ['a changed preview stays in the check, however sure it is',
      [taken('a'), { type: 'inspected', preview: preview(false) }, { type: 'changed', settings: {} }, { type: 'inspected', preview: preview(true) }],
      { screen: 'check' }],
  ];
  it.each(cases)('%s', (_, happenings, expected) => {
    const state = after(...happenings);
    expect({ screen: state.screen, report: state.shown?.report }).toEqual({ report: undefined, ...expected });
  });
});

describe('a workbook', () => {
  const sheet = { name: 'Orders', hidden: false, rows: 3, more: false, columns: 3, dated: true };
  const opened = (sheets: number, sure: boolean): Happening => ({
    type: 'opened',
    book: { file: { name: 'a.xlsx', size: 1, slice: () => new Blob() }, sheets: Array(sheets).fill(sheet), chosen: 0, sure },
  });
  const unfit: Happening = { type: 'failed', failure: { code: 'header-only' } };
  const inspected: Happening = { type: 'inspected', preview: preview(true) };
  it.each<[string, Happening[], State['screen']]>([
    ['with one likely sheet goes straight through', [{ type: 'opening' }, opened(2, true), inspected], 'working'],
    ['with several is checked', [{ type: 'opening' }, opened(2, false), inspected], 'check'],
    ['whose sheet is no table lets another be chosen', [{ type: 'opening' }, opened(2, true), unfit], 'check'],
    ['whose only sheet is no table is given up', [{ type: 'opening' }, opened(1, true), unfit], 'empty'],
    ['that can not be opened is given up', [{ type: 'opening' }, { type: 'failed', failure: { code: 'workbook-damaged' } }], 'empty'],
    ['does not hold an engine that died', [{ type: 'opening' }, opened(2, true), { type: 'failed', failure: { code: 'crashed' } }], 'empty'],
  ])('%s', (_, happenings, screen) => {
    expect(after(taken('a.xlsx'), ...happenings).screen).toBe(screen);
  });

  it('forgets what another sheet said', () => {
    const { draft } = after(taken('a.xlsx'), opened(2, false), inspected, { type: 'opening' });
    expect([draft?.preview, draft?.report, typeof draft?.book]).toEqual([undefined, undefined, 'object']);
  });
});

describe('what goes wrong', () => {
  it('leaves the report of the file before', () => {
    for (const end of [
      { type: 'failed', failure: { code: 'not-text' } },
      { type: 'cancelled' },
    ] satisfies Happening[]) {
      const state = after(...shown, taken('b.csv'), end);
      expect(state.screen).toBe('report');
      expect(state.shown?.report).toBe(first);
      expect(state.draft).toBeUndefined();
    }
  });

  it('leaves the empty page where there was no report', () => {
    expect(after(taken('b.csv'), { type: 'failed', failure: { code: 'empty-file' } })).toMatchObject({
      screen: 'empty', failure: { code: 'empty-file' },
    });
  });

  it('goes to the check where another choice can repair it', () => {
    const state = after(taken('a'), { type: 'inspected', preview: preview(true) }, { type: 'failed', failure: { code: 'no-usable-row' } });
    expect(state).toMatchObject({ screen: 'check', draft: { failure: { code: 'no-usable-row' }, wanted: false } });
  });

  it('is forgotten with the next file', () => {
    const state = after(taken('a'), { type: 'failed', failure: { code: 'empty-file' } }, taken('b'));
    expect(state.failure).toBeUndefined();
  });

  it('does not change the report when other settings fail', () => {
    const state = after(...shown, { type: 'updating' }, { type: 'notUpdated', failure: { code: 'as-of-too-early' } });
    expect(state.shown).toMatchObject({ report: first, updating: false });
    expect(state.failure?.code).toBe('as-of-too-early');
  });
});

describe('the as-of date under a hand', () => {
  const glance = { ...first, as_of: '2024-02-01' };
  const slid: Happening[] = [{ type: 'slid', asOf: '2024-02-02' }, { type: 'glanced', report: glance }];

  it('shows what the engine can say at once, beside the report', () => {
    expect(after(...shown, ...slid).shown).toMatchObject({ report: first, glance, asOf: '2024-02-02' });
  });

  it('ends with the whole report, or with why there is none', () => {
    const settings = { as_of: '2024-02-02' };
    expect(after(...shown, ...slid, { type: 'updated', report: glance, settings }).shown).toEqual({
      name: 'a.csv', report: glance, settings, updating: false,
    });
    const failed = after(...shown, ...slid, { type: 'notUpdated', failure: { code: 'as-of-too-early' } });
    expect(failed.shown).toMatchObject({ report: first, glance: undefined, asOf: undefined });
  });
});

it('forgets everything when wiped', () => {
  expect(after(...shown, taken('b'), { type: 'wiped' })).toEqual({ screen: 'empty', notice: { kind: 'wiped' } });
});
