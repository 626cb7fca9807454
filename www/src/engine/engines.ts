/** Loads the modules once for the page, however many elements it has and however often they come and go. */

import { assets as usual } from './assets.js';
import { Engines, type Assets } from './client.js';
import { Workbooks, type Opener } from './workbook.js';

let assets: Assets = usual;
let loading: { module: Promise<WebAssembly.Module>; rest: Promise<WebAssembly.Module>; ways: ReturnType<typeof assets.engineWorkers> } | undefined;
let opener: Opener | undefined;
/** A Worker for a workbook, made before there is one. */
let ahead: ReturnType<Awaited<Opener['ways']>[number]> | undefined;
let users = 0;

/** Takes modules or Workers from elsewhere. To be called before the first element is connected. */
export function configure(others: Partial<Assets>): void {
  assets = { ...assets, ...others };
}

function load(): NonNullable<typeof loading> {
  const ways = assets.engineWorkers();
  const module = assets.engine();
  // Behind what the page waits for.
  const rest = module.then(() => assets.engineRest());
  // Told when an engine is taken.
  module.catch(() => undefined);
  rest.catch(() => undefined);
  return { module, rest, ways };
}

/** Engines for one element. */
export function engines(): Engines {
  users += 1;
  loading ??= load();
  return new Engines(loading.module, loading.rest, loading.ways);
}

/** Ends what one element had; with the last one goes what they shared, but for the compiled engine. */
export async function disposed(engines: Engines): Promise<void> {
  users -= 1;
  if (users === 0) {
    ahead?.terminate();
    ahead = undefined;
    opener = undefined;
  }
  await engines.dispose();
}

/** What opens workbooks, for all elements. */
export const workbooks = new Workbooks(prefetchWorkbooks);

/** Fetches what opens workbooks, unless that was done. What could not be fetched is fetched again at the next call. */
export function prefetchWorkbooks(): Opener {
  if (opener) return opener;
  const module = assets.excel();
  module.catch(() => { opener = undefined; });
  opener = { module, ways: ways() };
  return opener;
}

/** Where the engine's Worker could only be made from its address, this one is made so too. */
async function ways(): Promise<Awaited<Opener['ways']>> {
  const own = await assets.excelWorkers();
  const left = (await loading?.ways)?.length ?? own.length;
  const [first, ...others] = own.slice(Math.max(0, own.length - left));
  if (!first?.asks) return first ? [first, ...others] : [];
  // One is made ahead, so that the first workbook costs no request.
  if (users > 0) ahead ??= first();
  return [() => {
    const port = ahead ?? first();
    ahead = undefined;
    return port;
  }, ...others];
}
