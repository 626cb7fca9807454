/**
 * The frame's side of `frame.ts`: the page `embed.html`.
 *
 * Whose page may talk to it stands in its `<meta name="value-tiers-origins">`, written by whoever serves it, and is its own
 * origin otherwise: a page of anyone else that frames it gets no answer and hears of no report.
 */

import './preload.js';
import './index.js';
import { EVENTS, type Asked, type FrameCalls, type Told } from './frame.js';

const element = document.querySelector('value-tiers');
const named = document.querySelector<HTMLMetaElement>('meta[name="value-tiers-origins"]')?.content.split(/\s+/).filter(Boolean);
const origins = named?.length ? named : [location.origin];
let origin: string | undefined;

const tell = (told: Told): void => {
  if (origin !== undefined) parent.postMessage(told, origin);
};

if (element) {
  const calls: { [K in keyof FrameCalls]: (argument: never) => unknown } = {
    file: (file: File) => { element.file = file; },
    rows: (rows: Parameters<FrameCalls['rows']>[0]) => { element.rows = rows; },
    set: (attributes: Parameters<FrameCalls['set']>[0]) => {
      for (const [name, value] of Object.entries(attributes)) {
        if (!/^[a-z-]+$/.test(name) || name.startsWith('on')) continue;
        if (typeof value === 'boolean') element.toggleAttribute(name, value);
        else element.setAttribute(name, value);
      }
    },
    report: () => element.report,
    save: () => element.save(),
    restore: (settings: Parameters<FrameCalls['restore']>[0]) => element.restore(settings),
    wipe: () => element.wipe(),
  };
  addEventListener('message', ({ data, source, origin: from }: MessageEvent<Asked>) => {
    if (source !== parent || !origins.includes(from) || data?.valueTiers !== 1) return;
    origin = from;
    const call = data.call === 'hello' ? () => undefined : Object.hasOwn(calls, data.call) ? calls[data.call] : undefined;
    Promise.resolve()
      .then(() => {
        if (!call) throw new Error('no such call');
        return call(data.argument as never);
      })
      .then(
        (value) => tell({ valueTiers: 1, id: data.id, value }),
        (thrown: unknown) => tell({ valueTiers: 1, id: data.id, thrown: String(thrown) }),
      );
  });
  for (const event of EVENTS) {
    element.addEventListener(`value-tiers-${event}`, ({ detail }) => tell({ valueTiers: 1, event, detail }));
  }
  new ResizeObserver(() => tell({ valueTiers: 1, event: 'resized', detail: { height: element.scrollHeight } })).observe(element);
}
