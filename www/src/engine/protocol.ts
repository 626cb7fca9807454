/**
 * What the page and its Worker say to each other: typed calls with a number, and their answers.
 *
 * Bytes are transferred, never copied. A call that fails answers with a [`Failure`]: a code, a place and a value, never a
 * sentence.
 */

import type {
  Accounts, AccountsQuery, Agenda, AgendaQuery, Budget, BudgetSettings, CardQuery, Clustering, CompareQuery, Comparison, CrossSell, CustomerCard, CustomerPage, CustomerQuery, EngineError, ErrorCode, Finish, InputFile, Levels, Lifts, List, ListRequest, Movement, MovementQuery, MoverPage, MoverQuery, OtherFile, OwnCount, OwnFields, OwnSegment, Preview, PushState, Report,
  SetAsidePage, Settings, Sql, SqlQuery,
} from './types.js';

/** Everything the Worker can be asked, in the engine's order. */
export interface Calls {
  /** Takes the first part of the engine, which looks at files and reads them; answers with the engine's version. */
  open(module: WebAssembly.Module): string;
  /** Takes the other part. It may come at any time: calls that need it wait. */
  complete(rest: WebAssembly.Module): void;
  /** Runs the engine once over its sample, for nobody: the browser compiles what a file will need. */
  warm(): void;
  sample(): Uint8Array;
  inspect(head: Uint8Array, whole: boolean, settings: Settings): Preview;
  /** Looks at a file beside the first one. */
  inspectAlso(head: Uint8Array, whole: boolean, name: string, settings: Settings): OtherFile;
  /** Begins to read a file that says more of the same customers; `push` takes its bytes, `joined` ends it. */
  join(head: Uint8Array, whole: boolean, file: InputFile, settings: Settings): void;
  joined(): void;
  /** Goes on with the next file of orders. */
  append(head: Uint8Array, whole: boolean, settings: Settings): void;
  start(files: InputFile[], settings: Settings): void;
  push(chunk: Uint8Array): PushState;
  /** Begins to read a later range of the file for another engine; false where rows can't be read apart. */
  startRange(files: InputFile[], settings: Settings): boolean;
  /** Reads a slice of the range; answers with a batch for `take`. */
  readRange(chunk: Uint8Array): Uint8Array;
  /** The last batch of the range, unless it must be read again with what stands before it. */
  endRange(last: boolean): Uint8Array | undefined;
  /** Whether a range that another engine has read can follow what was pushed. */
  atBorder(): boolean;
  /** Takes a batch of such a range. */
  take(batch: Uint8Array): PushState;
  /** After the report: the next bytes that other engines have read. They belong to the file's hash. */
  hash(chunk: Uint8Array): void;
  finish(): Finish;
  report(settings: Settings): Report;
  /** The report without what takes long; nothing else changes. */
  glance(settings: Settings): Report;
  customers(query: CustomerQuery): CustomerPage;
  /** One customer explained. */
  customer(query: CardQuery): CustomerCard;
  /** What a segment of one's own can be about. */
  ownFields(masked: boolean): OwnFields;
  ownSegments(segments: readonly OwnSegment[]): OwnCount[];
  customersCsv(query: CustomerQuery): Uint8Array;
  /** From then on lists and exports of this report name the clusters. */
  clusters(): Clustering;
  crossSell(): CrossSell;
  list(request: ListRequest): List;
  /** `mask`: key of the pseudonyms in the list. Needs no file where outcomes are in one of the two. */
  lift(list: Uint8Array, results: Uint8Array | undefined, mask: string | undefined, cost: number | undefined): Lifts;
  movement(query: MovementQuery): Movement;
  movers(query: MoverQuery): MoverPage;
  /** The tiers of the last report as the levels of a programme. */
  levels(): Levels;
  /** Groups of buyers side by side. */
  comparison(query: CompareQuery): Comparison;
  /** The customers who bring most, and those who cost more than they bring. */
  accounts(query: AccountsQuery): Accounts;
  /** What falls on the days after the as-of date. */
  agenda(query: AgendaQuery): Agenda;
  /** What a budget could keep, under a person's assumptions. */
  budget(settings: BudgetSettings): Budget;
  /** The queries that do in a warehouse what was done to the file. */
  sql(query: SqlQuery, settings: Settings): Sql;
  setAside(offset: number, limit: number): SetAsidePage;
  setAsideCsv(): Uint8Array;
}

export type CallName = keyof Calls;

export type Request = { [K in CallName]: { id: number; call: K; args: Parameters<Calls[K]> } }[CallName];

export type Reply = { id: number; value: unknown } | { id: number; failure: Failure };

/** What can go wrong outside the engine. */
export type PageErrorCode =
  /** The engine's file did not load, or the browser has no WebAssembly with SIMD. */
  | 'engine-unavailable'
  /** The page's content security policy forbids WebAssembly. */
  | 'wasm-blocked'
  /** The Worker died or the engine panicked. */
  | 'crashed'
  /** The browser refuses to read the file: gone, changed, or without permission. */
  | 'unreadable-file'
  /** A folder was dropped. */
  | 'directory'
  /** A workbook behind a password. */
  | 'workbook-encrypted'
  /** A workbook that can't be opened. */
  | 'workbook-damaged'
  /** A workbook that unpacks to more than `value` bytes. */
  | 'workbook-too-large'
  /** No cell of the sheet, or of any, is filled. */
  | 'workbook-empty'
  /** What looked like a workbook is none. Never shown: the engine's own refusal says more. */
  | 'not-a-workbook'
  /** A file of saved settings that is none. */
  | 'unreadable-settings';

/** Why something could not be done. */
export type Failure = Omit<EngineError, 'code'> & {
  code: ErrorCode | PageErrorCode;
  /** Name of the file, where there were several. */
  file?: string;
};

/** A failure as something to throw. */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
    this.name = 'FailureError';
  }
}

/** The failure in anything that was thrown. What is no failure of the engine is a crash, and its text the value. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  if (typeof thrown === 'object' && thrown !== null && !(thrown instanceof Error) && 'code' in thrown) {
    const { code, line, column, value } = thrown as Failure;
    if (typeof code === 'string') return { code, line, column, value };
  }
  return { code: 'crashed', value: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown) };
}
