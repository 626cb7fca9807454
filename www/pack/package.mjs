// Writes the npm package into a folder: `node pack/package.mjs FOLDER`, after the engine was built.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { instead, parts, packedAssets, script, www } from './parts.mjs';

const [, , target] = process.argv;
if (!target) throw new Error('which folder?');
const source = `${www}src/`;
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
cpSync(`${www}package`, target, { recursive: true });
cpSync(`${www}../LICENSE`, join(target, 'LICENSE'));

// The modules, one by one.
const dist = join(target, 'dist');
execFileSync(process.execPath, [`${www}node_modules/typescript/lib/tsc.js`, '-p', `${www}tsconfig.package.json`, '--outDir', dist], { stdio: 'inherit' });
for (const end of ['js', 'd.ts']) renameSync(join(dist, `engine/assets.package.${end}`), join(dist, `engine/assets.${end}`));
for (const pkg of ['pkg', 'pkg-excel']) {
  cpSync(`${source}engine/${pkg}`, join(dist, `engine/${pkg}`), {
    recursive: true, filter: (path) => !/\.gitignore$|package\.json$/.test(path),
  });
}

// For pages without a bundler, and the page for an iframe.
await build({
  configFile: false,
  root: www,
  base: './',
  logLevel: 'warn',
  plugins: [instead({ assets: `${source}engine/assets.package.ts` })],
  worker: { format: 'es' },
  build: {
    outDir: join(target, 'standalone'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { 'value-tiers': `${source}index.ts`, embed: `${www}embed.html` },
      preserveEntrySignatures: 'allow-extension',
      output: { entryFileNames: '[name].js' },
    },
  },
});

// Everything in one script.
const packed = JSON.stringify(await parts());
const inParts = {
  name: 'value-tiers-parts',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/part.js') ? '\0part' : null),
  load: (id) => (id === '\0part' ? `const parts = ${packed}; export const part = (name) => parts[name] ?? '';` : null),
};
mkdirSync(join(target, 'inline'));
writeFileSync(join(target, 'inline/value-tiers.js'), await script(`${source}index.ts`, 'es', [packedAssets, inParts]));

JSON.parse(readFileSync(join(target, 'custom-elements.json'), 'utf8'));
