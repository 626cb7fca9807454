/** Modules and Workers from files of a host: fetched once, while the page loads. */

import { notCompiled, type Spawn } from './client.js';
import type { Reply, Request } from './protocol.js';
import { FailureError, failureOf } from './protocol.js';

/** Fetches and compiles the engine, while it still loads where the server allows. */
export async function compile(url: URL): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new FailureError({ code: 'engine-unavailable' });
  const response = await fetch(url).catch((thrown: unknown) => {
    throw new FailureError({ code: 'engine-unavailable', value: failureOf(thrown).value });
  });
  if (!response.ok) throw new FailureError({ code: 'engine-unavailable', value: String(response.status) });
  try {
    // Some servers send another type than application/wasm, which streaming refuses.
    return response.headers.get('content-type')?.startsWith('application/wasm')
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (thrown) {
    throw notCompiled(thrown);
  }
}

/** Fetches a module that is compiled later, if at all. */
export async function bytes(url: URL): Promise<ArrayBuffer> {
  try {
    const response = await fetch(url);
    if (response.ok) return await response.arrayBuffer();
    throw new Error(String(response.status));
  } catch (thrown) {
    throw new FailureError({ code: 'engine-unavailable', value: failureOf(thrown).value });
  }
}

/** Fetches the Worker's script once, and says how Workers are made: from its text, else from its address. */
export async function spawners<Asked = Request, Said = Reply>(url: string): Promise<Spawn<Asked, Said>[]> {
  const fromAddress: Spawn<Asked, Said> = () => new Worker(url, { type: 'module' });
  try {
    const response = await fetch(url);
    const text = await response.text();
    // The development server gives a script that imports others by relative address: useless as text.
    if (!response.ok || /\bimport\s*["'{*]|\bfrom\s*["']/.test(text)) return [fromAddress];
    const blob = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    return [() => new Worker(blob, { type: 'module' }), fromAddress];
  } catch {
    return [fromAddress];
  }
}
