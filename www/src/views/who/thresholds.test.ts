import { expect, test } from 'vitest';
import { rulesOf } from './thresholds.js';

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const four = (axis: string, values: number[]): Record<string, string> =>
  Object.fromEntries(values.map((value, place) => [`${axis}-${place}`, String(value)]));
const scores = { ...four('recency', [30, 90, 180, 365]), ...four('frequency', [1, 1, 2, 4]), ...four('monetary', [10, 20, 40, 80]) };
const kept = { abc: [0.8, 0.95] as [number, number] };

test.each([
  ['cuts that are in order', 'segments', scores,
    { rules: { ...kept, scores: { recency: [30, 90, 180, 365], frequency: [1, 1, 2, 4], monetary: [10, 20, 40, 80] } } }],
  ['days that go back', 'grid', { ...scores, ...four('recency', [30, 90, 60, 365]) }, { fault: { above: 90, below: 60 } }],
  ['an amount missing', 'segments', { ...scores, 'monetary-2': '' }, { fault: 'missing' }],
  ['NES by days', 'nes', { ...four('nes', [1, 2, 4]), cycle: '30' }, { rules: { ...kept, cycle_days: 30, nes: [1, 2, 4] } }],
  ['NES twice the same', 'nes', { ...four('nes', [1, 2, 2]), cycle: '' }, { fault: { above: 2, below: 2 } }],
  ['a cycle of no days', 'nes', { ...four('nes', [1, 2, 3]), cycle: '0' }, { fault: 'missing' }],
  ['slowing after dormant', 'lifecycle', { slowing: '4', dormant: '3', dormant_one: '2', lost: '2', cycle: '' }, { fault: { above: 4, below: 3 } }],
  ['B below A', 'abc', { a: '95', b: '80' }, { fault: { above: 95, below: 80 } }],
  ['more than all', 'abc', { a: '80', b: '120' }, { fault: { above: 120, below: 100 } }],
  ['the mean', 'eight_types', { by: 'mean' }, { rules: { ...kept, eight: { by: 'mean' } } }],
  ['values just chosen', 'eight_types', { by: 'given' }, { rules: { ...kept, eight: { by: 'given', recency: 90, frequency: 2, monetary: 43 } } }],
  ['values of one\u2019s own', 'eight_types', { by: 'given', recency: '60', frequency: '3', monetary: '' }, { fault: 'missing' }],
] as const)('%s', (_, view, fields, said) => {
  const found = { recency: 90, frequency: 2, monetary: 43, skewed: [], high: [1, 1, 1] as [number, number, number] };
  expect(rulesOf(view, form(fields as Record<string, string>), kept, found)).toEqual(said);
});
