/** Loads the two modules once for the page, however many elements it has and however often they come and go. */

import { excelModuleUrl, excelWorkerUrl, moduleUrl, workerUrl } from '../engine/assets.js';
import { compile, Engines, spawners } from '../engine/client.js';
import { FailureError, failureOf } from '../engine/protocol.js';
import { Workbooks, type BookReply, type BookRequest, type Opener } from '../engine/workbook.js';

let loading: { module: ReturnType<typeof compile>; ways: ReturnType<typeof spawners> } | undefined;
let opener: Opener | undefined;

/** Engines for one element. */
export function engines(): Engines {
  loading ??= { module: compile(moduleUrl), ways: spawners(workerUrl) };
  // Told when an engine is taken.
  loading.module.catch(() => undefined);
  return new Engines(loading.module, loading.ways);
}

/** What opens workbooks, for all elements. */
export const workbooks = new Workbooks(prefetchWorkbooks);

/** Fetches what opens workbooks, unless that was done. What could not be fetched is fetched again at the next call. */
export function prefetchWorkbooks(): Opener {
  if (opener) return opener;
  const module = bytes(excelModuleUrl);
  module.catch(() => { opener = undefined; });
  opener = { module, ways: ways() };
  return opener;
}

async function bytes(url: URL): Promise<ArrayBuffer> {
  try {
    const response = await fetch(url);
    if (response.ok) return await response.arrayBuffer();
    throw new Error(String(response.status));
  } catch (thrown) {
    throw new FailureError({ code: 'engine-unavailable', value: failureOf(thrown).value });
  }
}

/** Where the engine's Worker could only be made from its address, this one is made so too. */
async function ways(): Promise<Awaited<Opener['ways']>> {
  const own = await spawners<BookRequest, BookReply>(excelWorkerUrl);
  const left = (await loading?.ways)?.length ?? own.length;
  return own.slice(Math.max(0, own.length - left));
}
