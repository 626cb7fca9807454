/** A linear axis from zero: round values that end at or above the largest. */

const STEPS = [1, 2, 2.5, 5, 10] as const;
/** So many intervals at most. */
const INTERVALS = 4;

/** Round values from 0 in equal steps; the last is at least `largest`. Two of them where there is nothing to show. */
export function ticks(largest: number): number[] {
  if (!Number.isFinite(largest) || largest <= 0) return [0, 1];
  const rough = largest / INTERVALS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((s) => s * power >= rough) ?? 10) * power;
  const count = Math.ceil(largest / step - 1e-9);
  // Multiplied, not added up: 3 × 0.1 written once is off by less than three additions.
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** Where a value lies between the least and the largest, 0 to 1; in the middle where all are one. */
export function reach(values: number[]): (value: number) => number {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return (value) => (high > low ? (value - low) / (high - low) : 0.5);
}
