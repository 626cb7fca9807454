/** Loads the engine once for the page, however many elements it has and however often they come and go. */

import { moduleUrl, workerUrl } from '../engine/assets.js';
import { compile, Engines, spawners } from '../engine/client.js';

let loading: { module: ReturnType<typeof compile>; ways: ReturnType<typeof spawners> } | undefined;

/** Engines for one element. */
export function engines(): Engines {
  loading ??= { module: compile(moduleUrl), ways: spawners(workerUrl) };
  // Told when an engine is taken.
  loading.module.catch(() => undefined);
  return new Engines(loading.module, loading.ways);
}
