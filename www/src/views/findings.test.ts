/** Which sentences are said, in which order, on the reports of two real files. */

import { expect, test } from 'vitest';
import { formatter } from '../element/format.js';
import type { Report } from '../engine/types.js';
import { addWords, messages } from '../messages/index.js';
import { sectionWords } from '../messages/sections.js';
import type { ViewContext } from './context.js';
import { findings, leading, stepOf } from './findings.js';
import cdnow from './gallery/cdnow.json';
import retail from './gallery/retail.json';

addWords(sectionWords);
const ctx = { m: messages('en'), fmt: formatter('en') } as ViewContext;
const report = (file: { report: unknown }): Report => file.report as Report;

test.each([['cdnow', cdnow], ['retail', retail]] as const)('%s: five at most, the most money first', (_, file) => {
  const found = findings(report(file), ctx);
  expect(found.length).toBeGreaterThan(2);
  expect(found.length).toBeLessThanOrEqual(5);
  const money = found.filter((each) => each.money).map((each) => Number(each.money?.value));
  expect(money).toEqual([...money].sort((a, b) => b - a));
  for (const each of found) expect(each.sentence, 'the number comes first').toMatch(/^\d/);
});

test('a shop of one-time buyers hears about the second order, one of regulars does not', () => {
  const said = (file: { report: unknown }): boolean =>
    findings(report(file), ctx).some((each) => each.sentence.includes('ordered more than once'));
  expect(said(cdnow)).toBe(true);
  expect(said(retail)).toBe(false);
});

test('one customer who makes a tenth of revenue is named as a risk', () => {
  const base = report(retail);
  const dependent = { ...base, concentration: { ...base.concentration, top_1_customer_share: 0.31 }, actions: [] };
  const sentences = findings(dependent, ctx).map((each) => each.sentence);
  expect(sentences).toContain('1 customer brought 31% of net revenue.');
});

test('the step of a group is that of its segment with the most money', () => {
  const base = report(cdnow);
  const save = base.actions.find((group) => group.id === 'save');
  if (!save) throw new Error('no such group');
  expect(leading(base, save)?.id).toBe('at_risk');
  expect(stepOf(base, save, ctx)).toBe(ctx.m.report.act.playbook.at_risk.step);
  expect(stepOf(base, { ...save, id: 'convert', segments: [] }, ctx)).toBe(ctx.m.report.answer.convertStep);
});

test('without scores nothing is made up', () => {
  const base = report(cdnow);
  const bare: Report = {
    ...base,
    actions: base.actions.map((group) => ({ ...group, customers: 0 })),
    tiers: { by: 'customers', parts: [], value: [], potential: [], sensitivity: [] },
    kpis: [],
  };
  expect(findings(bare, ctx)).toEqual([]);
});
