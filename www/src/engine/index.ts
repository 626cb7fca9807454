/**
 * The engine without any page around it: a file in, a report out, customers on request.
 *
 *     const analysis = await analyse(file, { as_of: '2024-06-30' });
 *     analysis.report;                                  // sums, no customers
 *     await analysis.customers({ offset: 0, limit: 25 });
 *     analysis.dispose();                               // ends its Worker
 */

import { Analysis, Overtaken, type Progress, type Source } from './analysis.js';
import { engines, workbooks } from './engines.js';
import type { Engines } from './client.js';
import { FailureError, failureOf } from './protocol.js';
import type { Report, Settings } from './types.js';
import { mayBeWorkbook } from './workbook.js';

export type { Analysis, Progress, Source } from './analysis.js';
export { configure } from './engines.js';
export type { Failure } from './protocol.js';
export { FailureError } from './protocol.js';
export { fileOf, type Cell, type Row } from './rows.js';
export type * from './types.js';

export interface Options {
  /** Called several times a second while the file is read. */
  progress?: (progress: Progress) => void;
  /** Ends the analysis at once. */
  signal?: AbortSignal;
}

let shared: Engines | undefined;

/**
 * Reads a file and makes its report. The file is read in slices and never kept.
 *
 * Fails with a [`FailureError`]: the file is no table, needs a choice (`no-customer-column` …), or the engine could not be
 * loaded. What settings there are is in `Settings`; without any, columns and formats are found by what is in them.
 */
export async function analyse(
  file: Source, settings: Settings = {}, { progress = () => undefined, signal }: Options = {},
): Promise<Analysis & { report: Report }> {
  signal?.throwIfAborted();
  shared ??= engines();
  const engine = await shared.take();
  const end = (): void => analysis.dispose();
  signal?.addEventListener('abort', end, { once: true });
  const more = (): ReturnType<Engines['more']> => shared?.more();
  let analysis = new Analysis({ source: file }, engine, [], more);
  try {
    try {
      await analysis.inspect(settings);
    } catch (thrown) {
      if (!mayBeWorkbook(failureOf(thrown))) throw thrown;
      const { book, text } = await workbooks.open(file, settings.sheet, signal ?? new AbortController().signal);
      analysis = new Analysis({ source: text, book }, engine, [], more);
      await analysis.inspect(settings);
    }
    await analysis.run(settings, progress);
    return analysis as Analysis & { report: Report };
  } catch (thrown) {
    analysis.dispose();
    signal?.throwIfAborted();
    throw thrown instanceof FailureError || thrown instanceof Overtaken ? thrown : new FailureError(failureOf(thrown));
  } finally {
    signal?.removeEventListener('abort', end);
  }
}
