import { expect, test } from 'vitest';
import { assumptionsOf } from './assumptions.js';
import { worst } from './back-test.js';
import { settingsOf } from './rule.js';

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const tiers = { high: '20', medium: '30', potential: '25', keep: '90' };
const cuts = { by: 'customers', high: 0.2, medium: 0.3, potential: 0.25, keep: 0.9 };

test.each([
  ['as offered', { ...tiers, recency: '25', monetary: '75' }, { tiers: cuts, weights: { recency: 25, monetary: 75 }, comparisons: [] }],
  ['one part alone', { ...tiers, recency: '0', monetary: '1' }, { tiers: cuts, weights: { recency: 0, monetary: 1 }, comparisons: [] }],
  ['no weight at all', { ...tiers, recency: '0', monetary: '0' }, 'number'],
  ['a weight missing', { ...tiers, recency: '25' }, 'number'],
  ['a negative weight', { ...tiers, recency: '-1', monetary: '5' }, 'number'],
  ['more than everybody', { ...tiers, high: '80', recency: '25', monetary: '75' }, 'over'],
  ['by revenue', { ...tiers, by: 'revenue', high: '80', medium: '15', recency: '1', monetary: '1' },
    { tiers: { ...cuts, by: 'revenue', high: 0.8, medium: 0.15 }, weights: { recency: 1, monetary: 1 }, comparisons: [] }],
  ['by money, kept from a day', { potential: '25', keep: '80', by: 'money', 'money-high': '500', 'money-medium': '99.5', since: '2024-05-01', recency: '1', monetary: '1' },
    { tiers: { by: 'money', money: [500, 99.5], potential: 0.25, keep: 0.8, since: '2024-05-01' }, weights: { recency: 1, monetary: 1 }, comparisons: [] }],
  ['medium above high', { potential: '25', keep: '90', by: 'money', 'money-high': '50', 'money-medium': '99', recency: '1', monetary: '1' }, 'crossed'],
  ['a keep-threshold above the cut', { ...tiers, keep: '110', recency: '1', monetary: '1' }, 'number'],
])('the rule of the tiers: %s', (_, fields, settings) => {
  expect(settingsOf(form(fields), ['recency', 'monetary'], {})).toEqual(settings);
});

test.each([
  ['no margin', { margin: '', discount: '10', months: '12' }, { discount_per_year: 0.1, months: 12 }],
  ['a margin', { margin: '42.5', discount: '0', months: '24' }, { margin: 0.425, discount_per_year: 0, months: 24 }],
  ['a margin above everything', { margin: '142', discount: '10', months: '12' }, undefined],
  ['no discount', { margin: '', discount: '', months: '12' }, undefined],
  ['half a month', { margin: '', discount: '10', months: '0.5' }, undefined],
])('what a person assumes: %s', (_, fields, settings) => {
  expect(assumptionsOf(form(fields))).toEqual(settings);
});

test('the title of a proof owns up to the largest miss', () => {
  const bucket = (from: number, predicted: number, actual: number) => ({ from, predicted, actual, customers: 1, same_rate: 0 });
  expect(worst([bucket(0, 1, 1.2), bucket(1, 5, 3), bucket(2, 1, 2)])?.from).toBe(1);
  expect(worst([])).toBeUndefined();
});
