/**
 * Where the files of the two modules are. The one place that knows the bundler; another build has another one.
 */

import excelScript from './excel-worker.ts?worker&url';
import workerScript from './worker.ts?worker&url';

export const workerUrl: string = new URL(workerScript, import.meta.url).href;
export const moduleUrl: URL = new URL('./pkg/value_tiers_bg.wasm', import.meta.url);
export const excelWorkerUrl: string = new URL(excelScript, import.meta.url).href;
export const excelModuleUrl: URL = new URL('./pkg-excel/value_tiers_excel_bg.wasm', import.meta.url);
