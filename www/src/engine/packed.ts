/**
 * What is packed into one file with the page: by LZMA, which leaves a quarter less of wasm than gzip, in base 85.
 *
 * `pack/offline.mjs` writes it into elements that the browser takes for data and never runs, `pack/package.mjs` into the
 * script that is the package's `/inline`.
 */

// The package offers both directions in one; the encoder, four times the size, has no business in the page.
// @ts-expect-error Without types.
import { Decoder } from '../../node_modules/lzma1/lib/decoder.js';
// @ts-expect-error Without types.
import { InputBuffer, OutputBuffer } from '../../node_modules/lzma1/lib/streams.js';

import { part, type PartName } from './part.js';

/** A part as it was before it was packed. */
export function unpacked(name: PartName): ArrayBuffer {
  return unpack(part(name));
}

export function unpack(text: string): ArrayBuffer {
  const packed = decoded(text);
  const output = new OutputBuffer(3 * packed.length) as { buf: Uint8Array<ArrayBuffer>; count: number };
  new Decoder().decompress(new InputBuffer(packed), output);
  return output.buf.slice(0, output.count).buffer;
}

/** Five letters from `(` on are four bytes, the highest first; a shorter group at the end lacks as many of both. `~` is `<`. */
export function decoded(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 4) / 5));
  for (let at = 0, to = 0; at < text.length; at += 5, to += 4) {
    let word = 0;
    for (let place = at; place < at + 5; place += 1) {
      const code = place < text.length ? text.charCodeAt(place) : 124;
      word = word * 85 + (code === 126 ? 60 : code) - 40;
    }
    for (let place = 3; place >= 0; place -= 1, word = Math.floor(word / 256)) bytes[to + place] = word % 256;
  }
  return bytes;
}
