/**
 * For a portal that can't take the widget into its own page: the widget in an iframe (`embed.html`), and what the two say
 * to each other. This module is the portal's side.
 *
 *     const widget = await connect(iframe, 'https://widget.example');
 *     widget.addEventListener('report', ({ detail }) => …);     // sums, no customers
 *     await widget.call('file', file);
 *
 * Each side takes messages from the other's window and origin only.
 */

import type { ValueTiersEvents } from './element/events.js';
import type { Row } from './engine/rows.js';
import type { Report, Settings } from './engine/types.js';

/** What the portal may ask. */
export interface FrameCalls {
  file(file: File): void;
  rows(rows: readonly Row[]): void;
  /** Attributes of the element. */
  set(attributes: Readonly<Record<string, string | boolean>>): void;
  report(): Report | undefined;
  save(): Settings;
  restore(settings: Settings): void;
  wipe(): void;
}

export type FrameCall = keyof FrameCalls;

/** From the portal to the frame. */
export interface Asked {
  valueTiers: 1;
  id: number;
  call: FrameCall | 'hello';
  argument?: unknown;
}

/** From the frame to the portal: an answer, an event of the element without its prefix, or the height it needs. */
export type Told = { valueTiers: 1 } & (
  | { id: number; value: unknown }
  | { id: number; thrown: string }
  | { event: string; detail: unknown }
);

/** The widget in a frame. Its events are those of the element without `value-tiers-`, and `resized`. */
export interface Framed extends EventTarget {
  call<K extends FrameCall>(call: K, ...argument: Parameters<FrameCalls[K]>): Promise<ReturnType<FrameCalls[K]>>;
  /** Takes no more messages. */
  end(): void;
}

/** How long to wait for the frame before greeting it again. */
const HELLO_MILLISECONDS = 200;

/** Names of the element's events. */
export const EVENTS = ['ready', 'progress', 'report', 'error', 'language'] as const satisfies readonly (
  keyof ValueTiersEvents extends `value-tiers-${infer Name}` ? Name : never)[];

/** Meets the widget in an iframe whose page is of this origin. */
export async function connect(frame: HTMLIFrameElement, origin: string): Promise<Framed> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const target = new EventTarget();
  let next = 1;
  const heard = ({ data, source, origin: from }: MessageEvent<Told>): void => {
    if (source !== frame.contentWindow || from !== origin || data?.valueTiers !== 1) return;
    if ('event' in data) {
      target.dispatchEvent(new CustomEvent(data.event, { detail: data.detail }));
    } else {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ('value' in data) asked?.resolve(data.value);
      else asked?.reject(new Error(data.thrown));
    }
  };
  addEventListener('message', heard);
  const ask = (call: FrameCall, argument?: unknown): Promise<unknown> => new Promise((resolve, reject) => {
    const id = next++;
    waiting.set(id, { resolve, reject });
    frame.contentWindow?.postMessage({ valueTiers: 1, id, call, argument } satisfies Asked, origin);
  });
  // The frame may not listen yet. It answers each, and the first answer counts.
  const hello = (): unknown => frame.contentWindow?.postMessage({ valueTiers: 1, id: 0, call: 'hello' } satisfies Asked, origin);
  const again = setInterval(hello, HELLO_MILLISECONDS);
  await new Promise<unknown>((resolve, reject) => {
    waiting.set(0, { resolve, reject });
    hello();
  }).finally(() => clearInterval(again));
  return Object.assign(target, {
    call: (call: FrameCall, argument?: unknown) => ask(call, argument),
    end: () => removeEventListener('message', heard),
  }) as Framed;
}
