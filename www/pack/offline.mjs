// Writes the offline page: one file with the whole widget in it, charts and workbooks included, whose policy forbids every
// connection. Scripts are allowed by their hash: the one that unpacks, and the one that it unpacks.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { pack, packedAssets, parts, script, www } from './parts.mjs';

/** What a minifier writes might end the element it stands in. */
const inside = (text) => {
  if (/<\/script|<!--/i.test(text)) throw new Error('the script holds what would end its element');
  return text;
};
const hash = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

// The whole page script is packed as well. A script that is put in by another one runs if the policy knows its hash.
const first = inside(await script(`${www}src/offline.ts`, 'iife'));
const page = await script(`${www}src/page.ts`, 'es', [packedAssets]);
const style = readFileSync(`${www}src/page.css`, 'utf8');
const policy = [
  "default-src 'none'",
  `script-src ${hash(first)} ${hash(page)} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  'img-src data: blob:',
  'worker-src blob:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
const data = Object.entries({ page: pack(page), ...(await parts()) })
  .map(([name, text]) => `    <script type="text/plain" id="value-tiers-${name}">${text}</script>\n`);

writeFileSync(`${www}dist/value-tiers.html`, `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>Value Tiers</title>
    <link rel="icon" href="data:," />
    <style>${style}</style>
  </head>
  <body>
    <main>
      <h1 class="name">Value Tiers</h1>
      <value-tiers></value-tiers>
    </main>
${data.join('')}    <script>${first}</script>
  </body>
</html>
`);
