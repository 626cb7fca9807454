import { expect, test } from 'vitest';
import { reach, ticks } from './scale.js';

test.each([
  [0, [0, 1]],
  [NaN, [0, 1]],
  [-3, [0, 1]],
  [1, [0, 0.25, 0.5, 0.75, 1]],
  [0.97, [0, 0.25, 0.5, 0.75, 1]],
  [4.1, [0, 2, 4, 6]],
  [1159.6, [0, 500, 1000, 1500]],
  [88_470, [0, 25_000, 50_000, 75_000, 100_000]],
  [1e-7, [0, 2.5e-8, 5e-8, 7.5e-8, 1e-7]],
])('an axis up to %d', (largest, values) => {
  expect(ticks(largest)).toEqual(values);
});

test('between the least and the largest', () => {
  expect([-2, 0, 2].map(reach([0, 2, -2]))).toEqual([0, 0.5, 1]);
  expect(reach([7, 7])(7)).toBe(0.5);
});
