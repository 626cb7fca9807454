import { describe, expect, it } from 'vitest';

import { formatter } from '../element/format.js';
import { customersEn } from './customers.en.js';
import { customersZhHans } from './customers.zh-hans.js';
import { customersZhHant } from './customers.zh-hant.js';
import { firstLanguage, languageOf } from './languages.js';
import { shellEn } from './shell.en.js';
import { shellZhHans } from './shell.zh-hans.js';
import { shellZhHant } from './shell.zh-hant.js';

const catalogues = [['en', shellEn], ['zh-Hans', shellZhHans], ['zh-Hant', shellZhHant]] as const;

/** Every plain text of a catalogue, by its path. Sentences with parameters are called with nothing of use. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  }
  return [];
}

describe('catalogues', () => {
  it('say something everywhere', () => {
    for (const [language, catalogue] of catalogues) {
      expect(texts(catalogue).filter(([, text]) => text.trim() === ''), language).toEqual([]);
    }
  });

  it('differ where a text was not translated', () => {
    const same = new Set(texts(shellEn).map(([path, text]) => `${path}=${text}`));
    const shared = texts(shellZhHans).filter(([path, text]) => same.has(`${path}=${text}`)).map(([path]) => path);
    // What is the same in every language: a dash, and numbers as examples.
    expect(shared).toEqual(['.none', '.check.decimalMarks.point', '.check.decimalMarks.comma']);
  });

  it('hold no Simplified word in Traditional Chinese, nor the Mainland’s', () => {
    for (const word of ['数据', '文件', '导出', '默认', '信息', '质量', '营销', '短信', '字段', '记录', '设置', '缺省', '保存', '渠道', '字段', '阈值', '客户', '导入']) {
      expect(texts(shellZhHant).filter(([, text]) => text.includes(word)), word).toEqual([]);
    }
  });
});

describe('failures', () => {
  it('are a sentence in every language, with the value where there is one', () => {
    for (const [language, catalogue] of catalogues) {
      const f = formatter(language);
      for (const [code, sentence] of Object.entries(catalogue.failures)) {
        const text = sentence(f, { code: code as keyof typeof catalogue.failures });
        expect(text, `${language} ${code}`).toMatch(/[.。]$/);
        expect(text, `${language} ${code}`).not.toMatch(/undefined|\[object/);
      }
      expect(catalogue.failures['unknown-column'](f, { code: 'unknown-column', value: 'Kunde' })).toContain('Kunde');
      expect(catalogue.failures['as-of-too-early'](f, { code: 'as-of-too-early', value: '1997-01-01' })).toContain('1997');
    }
  });
});

it('say why a customer is where they are', () => {
  const row = {
    number: 0, customer: 'C1', evidence: [], orders: 9, gross: '1234.50', refunds: '0.00', net: '1234.50', recency_days: 12, overdue: 2.4,
    r: 5, f: 5, m: 4, rfm_segment: 'at_risk', moved_from: 'loyal',
  } as const;
  expect(customersEn.customers.card.why(formatter('en'), { row, levels: 5 })).toBe(
    'Last order 12 days ago (recency 5 of 5), 9 orders (frequency 5 of 5), 1,234.50 net (money 4 of 5). The scores alone say Loyal; it is 2.4 × the usual gap since the last order, so At risk.',
  );
  expect(customersZhHans.customers.card.why(formatter('zh-Hans'), { row, levels: 5 })).toContain('归入流失风险客户');
  expect(customersZhHant.customers.card.why(formatter('zh-Hant'), { row, levels: 5 })).toContain('歸為流失風險顧客');
});

it('know a language by its tag', () => {
  const cases = [
    ['en-US', 'en'], ['zh', 'zh-Hans'], ['zh-CN', 'zh-Hans'], ['zh-TW', 'zh-Hant'], ['zh-HK', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'], ['zh-Hans-HK', 'zh-Hans'], ['de', undefined], ['', undefined],
  ] as const;
  for (const [tag, language] of cases) expect(languageOf(tag), tag).toBe(language);
  expect(firstLanguage(['de', 'zh-TW', 'en'])).toBe('zh-Hant');
  expect(firstLanguage([null, undefined, 'fr'])).toBe('en');
});
