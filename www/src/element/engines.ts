/** Loads the engine once for the page, however many elements it has and however often they come and go. */

import { moduleUrl, workerUrl } from '../engine/assets.js';
import { compile, Engines, spawner } from '../engine/client.js';

let loading: { module: ReturnType<typeof compile>; spawn: ReturnType<typeof spawner> } | undefined;

/** Engines for one element. */
export function engines(): Engines {
  loading ??= { module: compile(moduleUrl), spawn: spawner(workerUrl) };
  // Told when an engine is taken.
  loading.module.catch(() => undefined);
  return new Engines(loading.module, loading.spawn);
}
