// What the offline page and the package's /inline have in common: the page's scripts with the packed assets in place of
// the fetched ones, and the parts to pack.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compress } from 'lzma1';
import { build } from 'vite';

export const www = fileURLToPath(new URL('..', import.meta.url));
const engine = `${www}src/engine/`;

/** Puts another file in the place of `assets.ts`, and of others by their name in `src/engine/`. */
export const instead = (names) => ({
  name: 'value-tiers-assets',
  enforce: 'pre',
  resolveId(source) {
    const name = /(?:^|\/)([a-z-]+)\.js$/.exec(source)?.[1];
    return name && names[name] ? names[name] : null;
  },
});

/** One script of one entry, with all that it imports. */
export async function script(entry, format, plugins = []) {
  const result = await build({
    configFile: false,
    root: www,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
      minify: true,
      lib: { entry, formats: [format], name: 'valueTiers', fileName: 'script' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const chunks = [result].flat().flatMap(({ output }) => output).filter(({ type }) => type === 'chunk');
  if (chunks.length !== 1) throw new Error(`${entry} became ${chunks.length} scripts`);
  return chunks[0].code;
}

export const packedAssets = instead({ assets: `${engine}assets.packed.ts` });

/** By LZMA, in 91 letters: packed.ts has the way back. */
export function pack(content) {
  const bytes = new Uint8Array(compress(typeof content === 'string' ? new TextEncoder().encode(content) : content, 9).buffer);
  const letters = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((letter) => !'"<\\'.includes(letter));
  let [bits, held, text] = [0, 0, ''];
  const put = (value) => { text += letters[value % 91] + letters[Math.floor(value / 91)]; };
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits <= 13) continue;
    // 91 × 91 pairs are a little more than 13 bits: 14 fit into those that would be left.
    const width = (held & 8191) > 88 ? 13 : 14;
    put(held & ((1 << width) - 1));
    held >>= width;
    bits -= width;
  }
  if (bits > 0) put(held);
  return text;
}

/** The parts that `packed.ts` names. */
export async function parts() {
  return {
    engine: pack(readFileSync(`${engine}pkg/value_tiers_bg.wasm`)),
    'engine-rest': pack(readFileSync(`${engine}pkg/value_tiers_rest.wasm`)),
    worker: pack(await script(`${engine}worker.ts`, 'iife')),
    excel: pack(readFileSync(`${engine}pkg-excel/value_tiers_excel_bg.wasm`)),
    'excel-worker': pack(await script(`${engine}excel-worker.ts`, 'iife')),
  };
}
