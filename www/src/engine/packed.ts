/**
 * What is packed into one file with the page: by LZMA, which leaves a quarter less of wasm than gzip, in 91 letters.
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

/**
 * Joachim Henke's basE91 with other letters: a pair of them is 13 bits, or 14 where these are few enough. The letters are those of
 * ASCII that mean nothing inside an element or a string.
 */
export function decoded(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((text.length * 7) / 8));
  const place = new Uint8Array(127);
  for (let code = 33, next = 0; code < 127; code += 1) if (code !== 34 && code !== 60 && code !== 92) place[code] = next++;
  let [bits, held, to] = [0, 0, 0];
  for (let at = 0; at + 1 < text.length; at += 2) {
    const pair = place[text.charCodeAt(at)]! + 91 * place[text.charCodeAt(at + 1)]!;
    held |= pair << bits;
    bits += (pair & 8191) > 88 ? 13 : 14;
    for (; bits > 7; bits -= 8, held >>= 8) bytes[to++] = held & 255;
  }
  return bytes.subarray(0, to);
}
