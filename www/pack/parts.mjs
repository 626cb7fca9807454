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

/** By LZMA, in base 85: packed.ts has the way back. */
export function pack(content) {
  const bytes = new Uint8Array(compress(typeof content === 'string' ? new TextEncoder().encode(content) : content, 9).buffer);
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    let word = 0;
    for (let place = at; place < at + 4; place += 1) word = word * 256 + (bytes[place] ?? 0);
    const letters = [];
    for (let place = 0; place < 5; place += 1, word = Math.floor(word / 85)) letters.unshift((word % 85) + 40);
    text += String.fromCharCode(...letters.map((code) => (code === 60 ? 126 : code))).slice(0, bytes.length - at + 1);
  }
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
