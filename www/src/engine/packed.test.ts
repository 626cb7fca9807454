/** What the build packs is what the page unpacks. */

import { expect, it } from 'vitest';

// @ts-expect-error The build's own script, without types.
import { pack } from '../../pack/parts.mjs';
import { unpack } from './packed.js';

it('unpacks what was packed, whatever its length', () => {
  for (const length of [0, 1, 2, 3, 4, 5, 63, 1000, 70_001]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * i * 31 + (i >> 3)) % 256);
    const text = (pack as (content: Uint8Array) => string)(bytes);
    expect(text, 'nothing that ends an element').toMatch(/^[!#-;=-[\]-~]*$/);
    expect(new Uint8Array(unpack(text)), String(length)).toEqual(bytes);
  }
});
