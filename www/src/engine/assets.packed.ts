/**
 * The same where everything is in one file: the offline page and the package's `/inline`. Nothing is fetched.
 *
 * The Workers are classic scripts: a page opened from a disk may not make others from text.
 */

import type { Assets, Spawn } from './client.js';
import { notCompiled } from './client.js';
import { unpacked } from './packed.js';

async function spawn<Asked, Said>(name: 'worker' | 'excel-worker'): Promise<Spawn<Asked, Said>[]> {
  const address = URL.createObjectURL(new Blob([unpacked(name)], { type: 'text/javascript' }));
  return [() => new Worker(address)];
}

async function compiled(name: 'engine' | 'engine-rest'): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(unpacked(name));
  } catch (thrown) {
    throw notCompiled(thrown);
  }
}

export const assets: Assets = {
  engine: () => compiled('engine'),
  engineRest: () => compiled('engine-rest'),
  engineWorkers: () => spawn('worker'),
  excel: async () => unpacked('excel'),
  excelWorkers: () => spawn('excel-worker'),
};
