/**
 * The Worker: owns one engine and answers calls, one after another.
 *
 * It fetches nothing: the engine comes compiled, its first part with the first call, the other whenever it is there. It is
 * thrown away to cancel, and after a crash.
 */

import init, { Engine, engine_version, sample_csv } from './pkg/value_tiers.js';
import type { CallName, Calls, Reply, Request } from './protocol.js';
import { failureOf } from './protocol.js';
import type { About, Accounts, Agenda, Budget, Clustering, Comparison, CrossSell, CustomerCard, Finish, Levels, Lifts, Movement, MoverPage, OwnCount, OwnFields, Report, SetAsidePage, Sql } from './types.js';

let engine: Engine | undefined;

/** What the first part of the engine can do by itself. */
const EARLY: ReadonlySet<CallName> = new Set(['open', 'inspect', 'inspectAlso', 'join', 'joined', 'append', 'start', 'push']);

/** The exports of the first part, to which the other is tied. */
let opens: (first: WebAssembly.Exports) => void;
const first = new Promise<WebAssembly.Exports>((resolve) => { opens = resolve; });
/** Settles when the engine is whole. */
let completes: () => void;
const whole = new Promise<void>((resolve) => { completes = resolve; });

const opened = (): Engine => {
  if (!engine) throw { code: 'out-of-order', value: 'open' };
  return engine;
};

/**
 * The engine's types are generated into one file, where two Rust types of the name `Reason` meet and neither is right.
 * Until they have names of their own, what holds one is taken as `types.ts` describes it.
 */
const described = <T>(value: unknown): T => value as T;

const calls: { [K in keyof Calls]: (...args: Parameters<Calls[K]>) => ReturnType<Calls[K]> | Promise<ReturnType<Calls[K]>> } = {
  open: async (module) => {
    opens(await init({ module_or_path: module }) as unknown as WebAssembly.Exports);
    // A Worker that was taken back: the memory of its last file is given to the next.
    engine?.free();
    engine = new Engine();
    return engine_version();
  },
  complete: async (rest) => {
    await WebAssembly.instantiate(rest, { first: await first as WebAssembly.ModuleImports });
    completes();
  },
  warm: () => {
    const sample = sample_csv();
    const trial = new Engine();
    trial.inspect(sample, true, {});
    trial.start([{ name: '', bytes: sample.length }], {});
    trial.push(sample);
    trial.finish();
    trial.free();
  },
  sample: () => sample_csv(),
  inspect: (head, whole, settings) => opened().inspect(head, whole, settings),
  inspectAlso: (head, whole, name, settings) => opened().inspect_also(head, whole, name, settings),
  join: (head, whole, file, settings) => opened().join(head, whole, file, settings),
  joined: () => opened().joined(),
  append: (head, whole, settings) => opened().append(head, whole, settings),
  start: (files, settings) => opened().start(files, settings),
  push: (chunk) => opened().push(chunk),
  startRange: (files, settings) => opened().start_range(files, settings),
  readRange: (chunk) => opened().read_range(chunk),
  endRange: (last) => opened().end_range(last),
  atBorder: () => opened().at_border(),
  take: (batch) => opened().take(batch),
  hash: (chunk) => opened().hash(chunk),
  finish: () => described<Finish>(opened().finish()),
  report: (settings) => described<Report>(opened().report(settings)),
  glance: (settings) => described<Report>(opened().glance(settings)),
  customers: (query) => opened().customers(query),
  customer: (query) => described<CustomerCard>(opened().customer(query)),
  ownFields: (masked) => described<OwnFields>(opened().own_fields(masked)),
  ownSegments: (segments) => described<OwnCount[]>(opened().own_segments([...segments])),
  customersCsv: (query) => opened().customers_csv(query),
  clusters: () => described<Clustering>(opened().clusters()),
  crossSell: () => described<CrossSell>(opened().cross_sell()),
  list: (request) => {
    const list = opened().list(request);
    const { about, bytes } = list;
    list.free();
    return { about: described<About>(about), bytes };
  },
  lift: (list, results, mask, cost) => described<Lifts>(opened().lift(list, results, mask, cost)),
  movement: (query) => described<Movement>(opened().movement(query)),
  movers: (query) => described<MoverPage>(opened().movers(query)),
  levels: () => described<Levels>(opened().levels()),
  comparison: (query) => described<Comparison>(opened().comparison(query)),
  accounts: (query) => described<Accounts>(opened().accounts(query)),
  agenda: (query) => described<Agenda>(opened().agenda(query)),
  budget: (settings) => described<Budget>(opened().budget(settings)),
  sql: (query, settings) => described<Sql>(opened().sql(query, settings)),
  setAside: (offset, limit) => described<SetAsidePage>(opened().set_aside(offset, limit)),
  setAsideCsv: () => opened().set_aside_csv(),
};

const dispatch = (request: Request): unknown => (calls[request.call] as (...args: unknown[]) => unknown)(...request.args);

/** The buffers in an answer that can be moved instead of copied. */
function transferable(value: unknown): Transferable[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.values(value).flatMap((field) => (ArrayBuffer.isView(field) ? [field.buffer as ArrayBuffer] : []));
}

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(reply: Reply, transfer: Transferable[]): void;
};

async function answer(request: Request): Promise<void> {
  try {
    const value = await dispatch(request);
    scope.postMessage({ id: request.id, value }, transferable(value));
  } catch (thrown) {
    scope.postMessage({ id: request.id, failure: failureOf(thrown) }, []);
  }
}

// Calls are answered in the order in which they came, also while the engine is being opened. What others wait for can't wait
// for them.
let turn: Promise<void> = Promise.resolve();
scope.onmessage = ({ data }) => {
  if (data.call === 'complete') {
    void answer(data);
    return;
  }
  turn = turn.then(async () => {
    if (!EARLY.has(data.call)) await whole;
    await answer(data);
  });
};
