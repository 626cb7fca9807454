import { expect, it } from 'vitest';

import { assign, format, parseSettings, forAnother } from './settings.js';

it('gives a role to one column, and a column to one role', () => {
  const once = assign({ mapping: { customer: 'A', date: 'B' } }, 'amount', 'A');
  expect(once.mapping).toEqual({ amount: 'A', date: 'B' });
  const none = assign(once, 'amount', undefined);
  expect(none).toMatchObject({ mapping: { date: 'B' }, without: ['amount'] });
  expect(assign(none, 'amount', 'C')).toMatchObject({ mapping: { date: 'B', amount: 'C' }, without: [] });
});

it('forgets column names where a format gives them others', () => {
  const settings = { mapping: { customer: 'A' }, without: ['amount' as const] };
  expect(format(settings, { delimiter: ';' })).toEqual({ formats: { delimiter: ';' }, mapping: {}, without: [] });
  expect(format(settings, { date_order: 'day_month_year' }).mapping).toEqual({ customer: 'A' });
  expect(format({ formats: { delimiter: ';' } }, { delimiter: undefined }).formats).toEqual({});
});

it('keeps the date of a report from the next file', () => {
  expect(forAnother({ as_of: '2024-01-01', only: { column: 'city', value: 'Ulm' }, clusters: 4 })).toEqual({ clusters: 4 });
});

it('refuses what is no settings document', () => {
  const cases: [string, string][] = [
    ['', 'unreadable-settings'], ['[]', 'unreadable-settings'], ['null', 'unreadable-settings'], ['{}', 'unreadable-settings'],
    ['customer,date', 'unreadable-settings'], ['{"version": 99}', 'settings-too-new'],
  ];
  for (const [text, code] of cases) {
    expect(() => parseSettings(text), text).toThrow(code);
  }
  expect(parseSettings('{"version": 1, "clusters": 4}')).toEqual({ version: 1, clusters: 4 });
});
