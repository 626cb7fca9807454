/** Rows and columns of the grid: every score once, merged scores together, no value in two bands. */

import { expect, test } from 'vitest';
import type { Rfm } from '../../engine/types.js';
import { frequencyBands, recencyBands } from './grid.js';

const rfm = (part: Partial<Rfm>): Rfm => ({
  method: 'quintiles',
  recency_edges: [152, 442, 486, 512],
  frequency_edges: [1, 2, 3, 6],
  monetary_edges: [15, 32, 59, 130],
  merged: [],
  grid: [],
  ...part,
});

test('recency: the best score first, edges belong to the better side', () => {
  expect(recencyBands(rfm({}))).toEqual([
    { low: 5, high: 5, from: 0, to: 152 },
    { low: 4, high: 4, from: 153, to: 442 },
    { low: 3, high: 3, from: 443, to: 486 },
    { low: 2, high: 2, from: 487, to: 512 },
    { low: 1, high: 1, from: 513, to: undefined },
  ]);
});

test('frequency: scores that fell together share a column', () => {
  const bands = frequencyBands(
    rfm({ frequency_edges: [1, 1, 2, 4], merged: [{ axis: 'frequency', from: 1, to: 2 }] }),
  );
  expect(bands).toEqual([
    { low: 1, high: 2, from: 1, to: 1 },
    { low: 3, high: 3, from: 2, to: 2 },
    { low: 4, high: 4, from: 3, to: 4 },
    { low: 5, high: 5, from: 5, to: undefined },
  ]);
});

test('what is merged on one axis leaves the other alone', () => {
  expect(recencyBands(rfm({ merged: [{ axis: 'frequency', from: 1, to: 2 }] }))).toHaveLength(5);
});

test('recency merges by score, which counts down', () => {
  const bands = recencyBands(rfm({ recency_edges: [10, 30, 30, 90], merged: [{ axis: 'recency', from: 3, to: 4 }] }));
  expect(bands.map(({ low, high, from, to }) => [low, high, from, to])).toEqual([
    [5, 5, 0, 10],
    [3, 4, 11, 30],
    [2, 2, 31, 90],
    [1, 1, 91, undefined],
  ]);
});

test('thirds have the scores 1, 3 and 5', () => {
  const three = rfm({ method: 'tertiles', recency_edges: [10, 30], frequency_edges: [1, 4] });
  expect(recencyBands(three).map((band) => band.low)).toEqual([5, 3, 1]);
  expect(frequencyBands(three).map((band) => [band.low, band.from, band.to])).toEqual([
    [1, 1, 1],
    [3, 2, 4],
    [5, 5, undefined],
  ]);
});
