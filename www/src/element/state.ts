/**
 * What is on the screen, and how it changes: one value, one pure function.
 *
 * There are at most two files at a time: the one whose report is shown, and a draft (being checked or read) that takes
 * its place only when its own report is there. Whatever happens to the draft, what was shown before stays.
 */

import type { Beside, Progress } from '../engine/analysis.js';
import type { Failure } from '../engine/protocol.js';
import type { Day, Preview, Report, Settings } from '../engine/types.js';
import type { Book } from '../engine/workbook.js';

export type Screen = 'empty' | 'check' | 'working' | 'report';

/** Something to tell that is no failure. */
export type Notice =
  | { kind: 'wiped' }
  | { kind: 'cancelled' }
  | { kind: 'restored' };

/** A file on its way to a report. */
export interface Draft {
  name: string;
  size: number;
  settings: Settings;
  /** The workbook that is being opened or was, with its sheets once they are known. */
  book?: Book | 'opening' | undefined;
  preview?: Preview | undefined;
  /** What the files beside it are. */
  beside?: readonly Beside[];
  progress?: Progress | undefined;
  /** The report of the settings above, where the whole file has been read with them. */
  report?: Report | undefined;
  /** Why the settings above give no report. */
  failure?: Failure | undefined;
  /** Whether a person (or a sure preview) wants the report as soon as it is there. */
  wanted: boolean;
  /** Whether a person has changed something that the preview has not answered yet. */
  asked: boolean;
}

export interface Shown {
  name: string;
  report: Report;
  settings: Settings;
  /** Whether the report is being calculated with other settings. */
  updating: boolean;
  /** Whether a hand moves the as-of date, a cut or a weight. */
  moving?: boolean | undefined;
  /** The as-of date under a hand that moves it. */
  asOf?: Day | undefined;
  /** The report of where the hand is about; as of another day without what takes long. */
  glance?: Report | undefined;
}

export interface State {
  screen: Screen;
  draft?: Draft | undefined;
  shown?: Shown | undefined;
  failure?: Failure | undefined;
  notice?: Notice | undefined;
}

export type Happening =
  /** A file was given. `review`: a person wants to see what the columns mean, sure or not. */
  | { type: 'taken'; name: string; size: number; settings: Settings; review: boolean; notice?: Notice | undefined }
  /** The file is a workbook, or another sheet of it was chosen. */
  | { type: 'opening' }
  | { type: 'opened'; book: Book }
  | { type: 'inspected'; preview: Preview; beside?: readonly Beside[] }
  /** A person changed a setting in CHECK. */
  | { type: 'changed'; settings: Settings }
  | { type: 'progress'; progress: Progress }
  /** The report of the draft is wanted. */
  | { type: 'wanted' }
  | { type: 'reported'; report: Report }
  | { type: 'updating' }
  /** The shown report was calculated with other settings. */
  | { type: 'updated'; report: Report; settings: Settings }
  /** The shown report could not be calculated with other settings, and stays as it was. */
  | { type: 'slid'; asOf: Day | undefined }
  | { type: 'glanced'; report: Report }
  | { type: 'notUpdated'; failure: Failure }
  /** Of the draft. */
  | { type: 'failed'; failure: Failure }
  /** What happened before any file, or beside it. */
  | { type: 'told'; notice?: Notice | undefined; failure?: Failure | undefined }
  | { type: 'cancelled' }
  | { type: 'wiped' };

export const initial: State = { screen: 'empty' };

/** Failures that another choice in CHECK can repair. */
const REPAIRABLE: ReadonlySet<Failure['code']> = new Set<Failure['code']>([
  'no-customer-column', 'no-date-column', 'no-amount-column', 'unknown-column', 'unknown-role', 'no-usable-row',
  'as-of-too-early', 'bad-setting', 'unknown-encoding', 'one-column',
]);

/** Failures that another sheet of the workbook may not have. */
const OTHER_SHEET: ReadonlySet<Failure['code']> = new Set<Failure['code']>([
  'workbook-empty', 'workbook-damaged', 'workbook-too-large', 'empty-file', 'header-only', 'not-text',
]);

/** Where to go when the draft is given up. */
const without = (state: State): State => ({
  screen: state.shown ? 'report' : 'empty',
  shown: state.shown && { ...state.shown, updating: false },
});

const shown = (draft: Draft, report: Report): State => ({
  screen: 'report',
  shown: { name: draft.name, report, settings: draft.settings, updating: false },
});

export function next(state: State, happening: Happening): State {
  const { draft } = state;
  switch (happening.type) {
    case 'taken': {
      const { name, size, settings, review, notice } = happening;
      return {
        screen: 'working',
        shown: state.shown,
        draft: { name, size, settings, wanted: !review, asked: true },
        notice,
      };
    }
    case 'opening':
      if (!draft) return state;
      // What was read of another sheet says nothing of this one; the list of sheets stays where a person is choosing.
      return {
        ...state,
        draft: {
          ...draft, book: draft.book ?? 'opening', preview: undefined, report: undefined, failure: undefined,
          progress: undefined, asked: true,
        },
      };
    case 'opened':
      return draft ? { ...state, draft: { ...draft, book: happening.book } } : state;
    case 'inspected': {
      if (!draft) return state;
      const { preview, beside = [] } = happening;
      const sheetSure = draft.book === undefined || draft.book === 'opening' || draft.book.sure;
      // Sure: straight to the report. A draft that is being checked stays there until its report is asked for.
      const besideSure = beside.every(({ part, preview: other }) => part !== 'append' || other.sure);
      const straight = draft.wanted && preview.sure && besideSure && sheetSure && state.screen === 'working';
      const next: Draft = { ...draft, preview, beside, asked: false, wanted: straight };
      return { ...state, draft: next, screen: straight ? 'working' : 'check' };
    }
    case 'changed':
      if (!draft) return state;
      return {
        ...state,
        failure: undefined,
        notice: undefined,
        draft: { ...draft, settings: happening.settings, report: undefined, failure: undefined, progress: undefined, asked: true },
      };
    case 'progress':
      return draft ? { ...state, draft: { ...draft, progress: happening.progress } } : state;
    case 'wanted':
      if (!draft) return state;
      return draft.report
        ? shown(draft, draft.report)
        : { ...state, screen: 'working', draft: { ...draft, wanted: true } };
    case 'reported':
      if (!draft) return state;
      return draft.wanted
        ? { ...shown(draft, happening.report), notice: state.notice }
        : { ...state, draft: { ...draft, report: happening.report, failure: undefined } };
    case 'updating':
      return state.shown ? { ...state, failure: undefined, shown: { ...state.shown, updating: true } } : state;
    case 'updated': {
      const { report, settings } = happening;
      return state.shown
        ? { ...state, shown: { name: state.shown.name, report, settings, updating: false } }
        : state;
    }
    case 'notUpdated':
      return { ...state, failure: happening.failure, shown: state.shown && { ...state.shown, updating: false, moving: undefined, asOf: undefined, glance: undefined } };
    case 'slid':
      return state.shown ? { ...state, failure: undefined, shown: { ...state.shown, moving: true, asOf: happening.asOf } } : state;
    case 'glanced':
      return state.shown ? { ...state, shown: { ...state.shown, glance: happening.report } } : state;
    case 'failed': {
      const { failure } = happening;
      // Another choice, or another sheet.
      const sheets = typeof draft?.book === 'object' ? draft.book.sheets.length : 0;
      const repairable = (draft?.preview || sheets > 1) && REPAIRABLE.has(failure.code);
      if (draft && (repairable || (sheets > 1 && OTHER_SHEET.has(failure.code)))) {
        return { ...state, screen: 'check', draft: { ...draft, failure, report: undefined, wanted: false, asked: false } };
      }
      return { ...without(state), failure };
    }
    case 'told':
      return { ...state, notice: happening.notice, failure: happening.failure };
    case 'cancelled':
      return { ...without(state), notice: { kind: 'cancelled' } };
    case 'wiped':
      return { screen: 'empty', notice: { kind: 'wiped' } };
  }
}
