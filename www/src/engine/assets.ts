/**
 * Where the two files of the engine are. The one place that knows the bundler; another build has another one.
 */

import workerScript from './worker.ts?worker&url';

export const workerUrl: string = new URL(workerScript, import.meta.url).href;
export const moduleUrl: URL = new URL('./pkg/value_tiers_bg.wasm', import.meta.url);
