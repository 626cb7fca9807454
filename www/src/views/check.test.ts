import { expect, it } from 'vitest';

import { amountIn, dayIn } from './check.js';

it('reads a date in each order of its parts', () => {
  const cases = [
    ['03/04/2024', 'day_month_year', '2024-04-03'],
    ['03/04/2024', 'month_day_year', '2024-03-04'],
    ['03.04.24 10:30', 'day_month_year', '2024-04-03'],
    ['13/04/2024', 'month_day_year', undefined],
    ['soon', 'day_month_year', undefined],
  ] as const;
  for (const [sample, order, day] of cases) expect(dayIn(sample, order), sample).toBe(day);
});

it('reads an amount with each decimal mark', () => {
  expect(amountIn('1.234', 'point')).toBe(1.234);
  expect(amountIn('1.234', 'comma')).toBe(1234);
  expect(amountIn('€ 1.234,50', 'comma')).toBe(1234.5);
  expect(amountIn('free', 'point')).toBeUndefined();
});
