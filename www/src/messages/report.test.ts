/** The three catalogues say the same things, each in its own script, and no sentence leaks a hole. */

import { expect, test } from 'vitest';
import { formatter, type Language } from '../element/format.js';
import { reportEn } from './report.en.js';
import { sectionWords } from './sections.js';
import type { SectionMessages } from './types.js';

type Tree = string | ((...args: never[]) => string) | { [key: string]: Tree };

/** Words that are best left out. */
const UNSAID = new Set(['.card.attributes.measure.as_is']);

/** Every leaf with its path. */
function leaves(tree: Tree, path = ''): [string, string | ((...args: never[]) => string)][] {
  return typeof tree === 'object'
    ? Object.entries(tree).flatMap(([key, value]) => leaves(value, `${path}.${key}`))
    : [[path, tree]];
}

/** Something for any parameter a sentence may ask for; `first` and `last` are days on the card only. */
const given = (path: string): object => new Proxy(
  {},
  {
    get: (_, name) =>
      ['name', 'level', 'dayText', 'column', 'word', 'segment', 'cluster', 'recency_text', 'tier', 'feature'].includes(String(name)) ? 'X'
      : ['groups', 'conditions', 'found'].includes(String(name)) || path.endsWith('.isNot') ? ['X', 'Y']
      : name === 'parts' ? (path === '.clusters.name' ? ['X', 'Y'] : [{ feature: 'X', more: true }])
      : name === 'id' && path === '.clusters.feature' ? 'attribute'
      : name === 'measure' ? 'main'
      : name === 'group' ? { recency_days: 3, orders: 2, monetary: 5 }
      : name === 'c' ? given(path)
      : name === 'interval' ? [1, 3]
      : name === 'degree' ? 3
      : name === 'one' || name === 'other' ? 'X'
      : name === 'axis' ? 'recency'
      : name === 'part' ? 'customers'
      : name === 'clear' ? ['X', 'Y']
      : path === '.moves.indicators.about' ? { first: '2024-03-05', last: '2024-03-05' }
      : path === '.customers.card.why' && name === 'row' ? { orders: 3, net: '5.00' }
      : path === '.accounts.trendOf' ? { from: '2024-03-05', to: '2024-03-05' }
      : name === 'step' ? 'month'
      : name === 'change' ? { before: { net: '3.00' }, after: { net: '5.00' }, net: '2.00' }
      : ['day', 'start'].includes(String(name)) || (path.startsWith('.card.') && ['first', 'last'].includes(String(name))) ? '2024-03-05'
      : name === 'band' ? { expected: 2, low: 1, high: 3 }
      : name === 'split' || name === 'until' ? 'X'
      : 2,
  },
);

const catalogues = Object.entries(sectionWords) as [Language, SectionMessages][];

test.each(catalogues)('%s: every sentence is whole', (language, catalogue) => {
  const f = formatter(language);
  for (const [path, leaf] of leaves(catalogue as unknown as Tree)) {
    const text = typeof leaf === 'string' ? leaf : (leaf as (...args: unknown[]) => string)(f, given(path));
    if (!UNSAID.has(path)) expect(text?.trim(), path).not.toBe('');
    expect(text, path).toBeTypeOf('string');
    expect(text, path).not.toMatch(/undefined|NaN|\[object|null/);
  }
});

test('Chinese is Chinese, and Traditional is not Simplified by another name', () => {
  // Characters that only one of the two scripts has, and Mainland words that Taiwan does not use.
  const simplifiedOnly = /[户数据额单们这为与发东]/u;
  const traditionalOnly = /[戶數據額單們這為與發東]/u;
  // A comma, colon or bracket of another script beside a Chinese character.
  const halfWidth = /[\u4e00-\u9fff][,:;!?(]|[,:;!?)][\u4e00-\u9fff]/u;
  // A date ends and begins with characters of its own: no blank beside it.
  const aroundDate = /日 [\u4e00-\u9fff]|[\u4e00-\u9fff] \d{4}年/u;
  const mainland = /(復購|渠道|短信|默認|閾值|數據庫|營銷|優先級)/u;
  const text = (catalogue: unknown, language: 'zh-Hans' | 'zh-Hant'): [string, string][] =>
    leaves(catalogue as Tree).map(([path, leaf]) => [
      path,
      typeof leaf === 'string' ? leaf : (leaf as (...args: unknown[]) => string)(formatter(language), given(path)),
    ]);
  for (const [path, sentence] of text(sectionWords['zh-Hans'], 'zh-Hans')) {
    expect(sentence, path).not.toMatch(traditionalOnly);
    expect(sentence, path).not.toMatch(halfWidth);
    expect(sentence, path).not.toMatch(aroundDate);
  }
  for (const [path, sentence] of text(sectionWords['zh-Hant'], 'zh-Hant')) {
    expect(sentence, path).not.toMatch(simplifiedOnly);
    expect(sentence, path).not.toMatch(mainland);
    expect(sentence, path).not.toMatch(halfWidth);
    expect(sentence, path).not.toMatch(aroundDate);
  }
});

test('one customer is not "1 customers"', () => {
  const f = formatter('en');
  expect(reportEn.report.show(f, { count: 1 })).toBe('Show 1 customer');
  expect(reportEn.report.show(f, { count: 2357 })).toBe('Show 2,357 customers');
  expect(reportEn.report.answer.half(f, { half: 1, buyers: 3 })).toBe('1 of 3 customers makes half of your net revenue.');
});
