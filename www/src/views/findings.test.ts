/** The words of the findings that the engine made of two real files. */

import { expect, test } from 'vitest';
import { formatter } from '../element/format.js';
import type { Report } from '../engine/types.js';
import { addWords, messages } from '../messages/index.js';
import { sectionWords } from '../messages/sections.js';
import type { ViewContext } from './context.js';
import { nextOf, sentenceOf, stepOf } from './findings.js';
import cdnow from './gallery/cdnow.json';
import retail from './gallery/retail.json';

addWords(sectionWords);
const ctx = { m: messages('en'), fmt: formatter('en') } as ViewContext;
const report = (file: { report: unknown }): Report => file.report as Report;

test.each([['cdnow', cdnow], ['retail', retail]] as const)('%s: each has its number first and a step', (_, file) => {
  const whole = report(file);
  const { findings } = whole;
  expect(findings).toHaveLength(5);
  for (const finding of findings) {
    expect(sentenceOf(finding, ctx), 'the number comes first').toMatch(/^\d/);
    expect(nextOf(finding, whole, ctx)).not.toBe('');
  }
});

test('the step of a group is that of its leading segment', () => {
  const base = report(cdnow);
  const save = base.actions.find((group) => group.id === 'save');
  if (!save) throw new Error('no such group');
  expect(save.leading).toBe('at_risk');
  expect(stepOf(save, base, ctx)).toBe(ctx.m.report.act.playbook.at_risk.step);
  expect(stepOf(save, { ...base, settings: { plays: { at_risk: 'Call them.' } } }, ctx)).toBe('Call them.');
  const { leading: _, ...nobody } = save;
  expect(stepOf({ ...nobody, id: 'convert', segments: [] }, base, ctx)).toBe(ctx.m.report.answer.convertStep);
});
