/** Where the packed parts are: here in elements of the page. `/inline` of the package has them in its script instead. */

export type PartName = 'page' | 'engine' | 'engine-rest' | 'worker' | 'excel' | 'excel-worker';

/** A part as it was packed. */
export function part(name: PartName): string {
  return document.getElementById(`value-tiers-${name}`)?.textContent ?? '';
}
