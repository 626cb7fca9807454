/**
 * The same in the npm package, whose modules are not bundled: these literals are what Vite, webpack and browsers look for.
 *
 * Workers are made from their address, which the strictest policy allows. Each costs a request, answered by the browser's
 * cache, so that the engine keeps two and takes them back (`Engines`).
 */

import type { Assets, Spawn } from './client.js';
import { bytes, compile } from './fetched.js';

const asks = <S extends Spawn<never, never>>(spawn: S): S[] => [Object.assign(spawn, { asks: true })];

export const assets: Assets = {
  engine: () => compile(new URL('./pkg/value_tiers_bg.wasm', import.meta.url)),
  engineRest: () => compile(new URL('./pkg/value_tiers_rest.wasm', import.meta.url)),
  engineWorkers: async () => asks(() => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })),
  excel: () => bytes(new URL('./pkg-excel/value_tiers_excel_bg.wasm', import.meta.url)),
  excelWorkers: async () => asks(() => new Worker(new URL('./excel-worker.js', import.meta.url), { type: 'module' })),
};
