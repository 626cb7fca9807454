/**
 * Where the two modules and their Workers come from, on a page that Vite builds: files of their own, fetched once.
 *
 * The one place that knows the build. `assets.packed.ts` (all in one file) and `assets.package.ts` (npm) stand in for it.
 */

import excelScript from './excel-worker.ts?worker&url';
import type { Assets } from './client.js';
import { bytes, compile, spawners } from './fetched.js';
import workerScript from './worker.ts?worker&url';

export const assets: Assets = {
  engine: () => compile(new URL('./pkg/value_tiers_bg.wasm', import.meta.url)),
  engineRest: () => compile(new URL('./pkg/value_tiers_rest.wasm', import.meta.url)),
  engineWorkers: () => spawners(new URL(workerScript, import.meta.url).href),
  excel: () => bytes(new URL('./pkg-excel/value_tiers_excel_bg.wasm', import.meta.url)),
  excelWorkers: () => spawners(new URL(excelScript, import.meta.url).href),
};
