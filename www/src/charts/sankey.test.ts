import { expect, test } from 'vitest';
import { layout } from './sankey.js';
import type { SankeyLink, SankeyNode } from './sankey.js';

const node = (id: string, column: number): SankeyNode => ({ id, name: id, count: '', tone: 'red', column });
const link = (from: string, to: string, value: number): SankeyLink => ({ from, to, value, text: '' });
const nodes = [node('a', 0), node('b', 0), node('c', 1), node('d', 1), node('e', 1), node('f', 2)];
const links = [link('b', 'c', 3), link('a', 'd', 5), link('a', 'c', 2), link('b', 'e', 1), link('c', 'f', 4)];

test('bars are as high as what they hold, in order and within the diagram', () => {
  const { bars } = layout(nodes, links);
  const of = (id: string): number => bars.find((bar) => bar.id === id)?.height ?? NaN;
  const unit = of('a') / 7;
  expect([of('b'), of('c'), of('d'), of('e'), of('f')].map((height) => height / unit)).toEqual([4, 5, 5, 1, 4].map((v) => expect.closeTo(v, 9)));
  for (const [i, bar] of bars.entries()) {
    const before = bars[i - 1];
    expect(bar.y).toBeGreaterThanOrEqual(before?.column === bar.column ? before.y + before.height : -1e-12);
    expect(bar.y + bar.height).toBeLessThanOrEqual(1 + 1e-12);
  }
});

test('bands fill their bars without overlap, in the order of their other ends', () => {
  const { bars, bands } = layout(nodes, links);
  for (const side of ['from', 'to'] as const) {
    for (const bar of bars) {
      const own = bands.filter((band) => band[side] === bar.id).sort((a, b) => edge(a) - edge(b));
      function edge(band: (typeof bands)[number]): number {
        return side === 'from' ? band.start.y : band.end.y;
      }
      let y = bar.y;
      for (const band of own) {
        expect(edge(band)).toBeCloseTo(y, 9);
        y += band.thick;
      }
      expect(y).toBeLessThanOrEqual(bar.y + bar.height + 1e-9);
      const places = own.map((band) => nodes.findIndex(({ id }) => id === band[side === 'from' ? 'to' : 'from']));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  }
  expect(bands).toHaveLength(links.length);
});

test.each([[[], []], [[node('a', 0)], []], [[node('a', 0), node('b', 1)], [link('a', 'b', 0)]]])('nothing to draw', (some, none) => {
  const { bars, bands } = layout(some, none);
  expect(bands).toEqual([]);
  for (const bar of bars) expect(Number.isFinite(bar.y + bar.height + bar.x)).toBe(true);
});
