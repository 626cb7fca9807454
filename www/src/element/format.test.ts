import { expect, it } from 'vitest';

import { formatter } from './format.js';

it('writes numbers as the language does', () => {
  const [en, hans, hant] = (['en', 'zh-Hans', 'zh-Hant'] as const).map(formatter);
  expect(en?.count(6919)).toBe('6,919');
  expect(en?.money('244091.94')).toBe('244,091.94');
  expect(en?.money('-12.5')).toBe('-12.50');
  expect(en?.share(0.384, 1)).toBe('38.4%');
  expect(en?.day('1998-06-30')).toBe('30 Jun 1998');
  expect(hans?.day('1998-06-30')).toBe('1998年6月30日');
  expect(hant?.day('1998-06-30')).toBe('1998年6月30日');
  expect(hans?.moneyShort('123456789')).toBe('1.23\u2060亿');
  expect(hant?.moneyShort('4956')).toBe('4,960');
  expect(hant?.moneyShort('123456789')).toBe('1.23\u2060億');
  expect(en?.plural(1, { one: 'row', other: 'rows' })).toBe('row');
  expect(en?.plural(0, { one: 'row', other: 'rows' })).toBe('rows');
  expect(en?.days(1)).toBe('1 day');
  expect(hans?.days(12)).toBe('12 天');
  expect(en?.fixed(97, 1)).toBe('97.0');
  expect(en?.bytes(45_000_000)).toBe('45 MB');
});

it('keeps money exact where a floating point number would not', () => {
  expect(formatter('en').money('90071992547409931.27')).toBe('90,071,992,547,409,931.27');
});
