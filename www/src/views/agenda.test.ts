import { expect, test } from 'vitest';
import { cadence, followUps } from './agenda.js';

test.each([
  ['3, 14, 30', [3, 14, 30]],
  ['30，3、3', [3, 30]],
  [' 7 ', [7]],
  ['', undefined],
  ['0', undefined],
  ['3, 366', undefined],
  ['1,2,3,4,5,6,7', undefined],
  ['a week', undefined],
])('days after a first order: %s', (text, days) => {
  expect(followUps(text)).toEqual(days);
});

test.each([
  ['14, 30, 60', [14, 30, 60]],
  ['0，0，0', [0, 0, 0]],
  ['14, 30', undefined],
  ['14, 30, 366', undefined],
  ['-1, 30, 60', undefined],
])('days between contacts: %s', (text, days) => {
  expect(cadence(text)).toEqual(days);
});
