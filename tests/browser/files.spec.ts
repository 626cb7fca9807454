// Every difficult file gives the same columns, roles and questions in wasm and natively, or is refused by both.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../..', `file://${__dirname}/`));
const HEAD = 256 * 1024;

/** The corpus beside the project where it is there, else the part that may be passed on. */
const corpus = [join(root, '../shared/data/messy'), join(root, 'tests/data/messy')].find((folder) =>
  existsSync(join(folder, 'expectations.json')),
);

interface Listed { file: string }

test('difficult files are seen alike, in wasm and natively', async () => {
  test.setTimeout(240_000);
  if (!corpus) throw new Error('tests/data/messy is gone');
  const { files } = JSON.parse(readFileSync(join(corpus, 'expectations.json'), 'utf8')) as { files: Listed[] };
  execFileSync('cargo', ['build', '--quiet', '--bin', 'value-tiers'], { cwd: root });
  const binary = join(root, 'target/debug/value-tiers');

  const pkg = join(root, 'www/src/engine');
  const engine = await import(join(pkg, 'pkg/value_tiers.js'));
  await engine.default({ module_or_path: readFileSync(join(pkg, 'pkg/value_tiers_bg.wasm')) });
  const excel = await import(join(pkg, 'pkg-excel/value_tiers_excel.js'));
  await excel.default({ module_or_path: readFileSync(join(pkg, 'pkg-excel/value_tiers_excel_bg.wasm')) });

  /** The columns as the engine in wasm sees them; of a workbook, those of the sheet that it chooses. */
  const seen = (bytes: Uint8Array): unknown => {
    const inspect = (text: Uint8Array): unknown => new engine.Engine().inspect(text.slice(0, HEAD), text.length <= HEAD, {});
    try {
      return inspect(bytes);
    } catch (refusal) {
      if ((refusal as { code?: string }).code !== 'not-text') throw refusal;
      const pieces: Uint8Array[] = [];
      const book = new excel.Book(bytes);
      book.convert(book.choose(), (piece: Uint8Array) => pieces.push(piece.slice()));
      return inspect(Buffer.concat(pieces));
    }
  };

  const different: string[] = [];
  let refused = 0;
  for (const { file } of files) {
    const path = join(corpus, file);
    let native: unknown;
    try {
      native = JSON.parse(execFileSync(binary, ['columns', path], { maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    } catch {
      native = undefined;
    }
    let wasm: unknown;
    try {
      wasm = JSON.parse(JSON.stringify(seen(readFileSync(path))));
    } catch {
      wasm = undefined;
    }
    refused += Number(native === undefined);
    if (!isDeepStrictEqual(native, wasm)) different.push(file);
  }
  console.log(`${files.length} files, ${refused} of them refused by both`);
  expect(different).toEqual([]);
  expect(refused).toBeLessThan(files.length / 5);
});
