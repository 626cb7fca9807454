/**
 * Every word a person sees, as a type: a catalogue that lacks one does not compile.
 *
 * A sentence with numbers is a function of the formatter and raw values, so that each language writes its own
 * plurals, dates and order of words: `(f, p) => `${f.count(p.rows)} rows``. Views hold no words.
 */

import type {
  ActionId, Axis, CustomerRow, DateOrder, DecimalMark, ErrorCode, JoinedFile, Nes, PotentialTier, QuestionCode, Reason, Role,
  RoleReasonCode,
  SegmentId, Shape, Stage, Total, ValueTier,
} from '../engine/types.js';
import type { Formatter } from '../element/format.js';
import type { Failure, PageErrorCode } from '../engine/protocol.js';
import type { Sheet } from '../engine/workbook.js';
import type { AccountsMessages } from './accounts.types.js';
import type { AgendaMessages } from './agenda.types.js';
import type { WarehouseMessages } from './warehouse.types.js';
import type { CardMessages } from './card.types.js';
import type { ClustersMessages } from './clusters.types.js';
import type { CompareMessages } from './compare.types.js';
import type { CustomersMessages } from './customers.types.js';
import type { FindingsMessages } from './findings.types.js';
import type { ForecastMessages } from './forecast.types.js';
import type { ListMessages } from './lists.types.js';
import type { MovesMessages } from './moves.types.js';
import type { OwnMessages } from './own.types.js';
import type { NextMessages } from './next.types.js';
import type { PlanMessages } from './plan.types.js';
import type { ReportMessages } from './report.types.js';
import type { LevelsMessages } from './levels.types.js';
import type { RiskMessages } from './risk.types.js';

/** A sentence with parameters. */
export type Sentence<P> = (f: Formatter, p: P) => string;

/** Words of the report's sections. */
export type SectionMessages = ReportMessages & AccountsMessages & ForecastMessages & RiskMessages & MovesMessages & CardMessages & OwnMessages & ClustersMessages & CompareMessages & CustomersMessages & LevelsMessages & NextMessages & ListMessages & PlanMessages & FindingsMessages & AgendaMessages & WarehouseMessages;

export type Messages = ShellMessages & SectionMessages;

/** Names of what the engine finds; used by the report and by the tables. */
export interface Terms {
  segment: Record<SegmentId, string>;
  action: Record<ActionId, string>;
  stage: Record<Stage, string>;
  nes: Record<Nes, string>;
  valueTier: Record<ValueTier, string>;
  potentialTier: Record<PotentialTier, string>;
  axis: Record<Axis, string>;
  reason: Record<Reason, string>;
  /** A k-means group. */
  cluster: Sentence<{ id: number }>;
}

/** Sections of the report, in the order of the page. */
export type SectionId = 'answer' | 'who' | 'worth' | 'risk' | 'moves' | 'next' | 'actions' | 'agenda' | 'plan' | 'customers' | 'data';

/** What puts a customer where they are. */
export interface WhyFacts {
  row: CustomerRow;
  /** The highest score of the report; absent where it has no scores. */
  levels: number | undefined;
}

export interface ShellMessages {
  terms: Terms;
  sections: Record<SectionId, string>;
  /** Label of the index of sections. */
  contents: string;
  dismiss: string;
  /** Instead of a section that could not be drawn. */
  sectionFailed: string;
  none: string;

  drop: {
    title: string;
    lead: string;
    choose: string;
    /** Shown while a file is held above the page. */
    release: string;
    sample: string;
    sampleNote: string;
    needs: { title: string; text: string };
    gives: { title: string; text: string };
    privacy: { title: string; text: string; check: string };
    loading: string;
  };

  check: {
    title: string;
    lead: Sentence<{ file: string }>;
    /** Files beside the first one. */
    beside: string;
    besideAppend: Sentence<{ file: string }>;
    besideJoin: Sentence<{ file: string; columns: number }>;
    besideKey: Sentence<{ file: string }>;
    besideAuto: string;
    /** Of a workbook. */
    sheet: string;
    sheetOption: Sentence<Sheet>;
    /** Why a sheet is proposed, or that it is a guess. */
    sheetWhy: { guess: string; dated: string; rows: string };
    /** While another sheet is read. */
    sheetOpening: string;
    /** Instead of what the engine says of a text that is no table. */
    sheetUnfit: string;
    roles: Record<Role, string>;
    /** What a role means, for the roles that need a word. */
    roleHints: Partial<Record<Role, string>>;
    required: string;
    optional: Sentence<{ set: number }>;
    notInFile: string;
    columnOption: Sentence<{ name: string; samples: string[] }>;
    evidence: Sentence<{ filled: number; distinct: number }>;
    /** What speaks for a column, and what against it; `share` of the rows looked at. */
    reasons: Record<RoleReasonCode, Sentence<{ share: number }>>;
    preview: string;
    previewCaption: Sentence<{ rows: number }>;
    reading: string;
    encoding: string;
    delimiter: string;
    delimiters: Record<',' | ';' | '\t' | '|', string>;
    header: string;
    headerYes: string;
    headerNo: string;
    dateOrder: string;
    dateOrders: Record<DateOrder, string>;
    decimalMark: string;
    decimalMarks: Record<DecimalMark, string>;
    shape: string;
    shapes: Record<Shape, string>;
    /** The choice to leave it to the engine, with what it found. */
    auto(p: { found: string | undefined }): string;
    damaged: string;
    questions: string;
    question: Record<QuestionCode, Sentence<{ column: string | undefined; samples: string[] }>>;
    /** How one sample would be read: a button. */
    readAs: Sentence<{ sample: string; as: string }>;
    keepReading: string;
    sums: { add: string; dont: string };
    farDates: { keep: string; setAside: string };
    duplicates: { says: Sentence<{ rows: number }>; keep: string; setAside: string };
    alike: { says: Sentence<{ customers: number; examples: string[] }>; keep: string; merge: string };
    missing: Sentence<{ roles: string[] }>;
    counting: Sentence<{ share: number; rows: number }>;
    usable: Sentence<{ used: number; read: number; aside: { reason: Reason; rows: number }[]; customers: number }>;
    make: string;
    back: string;
  };

  working: {
    title: Sentence<{ file: string }>;
    opening: string;
    /** A workbook is opened. */
    unpacking: string;
    reading: Sentence<{ bytes: number; size: number; rows: number; customers: number }>;
    valuing: Sentence<{ rows: number; customers: number }>;
    cancel: string;
    cancelled: string;
  };

  topbar: {
    label: string;
    file: Sentence<{ name: string; rows: number; customers: number }>;
    asOf: string;
    asOfReset: string;
    asOfSlider: string;
    change: string;
    another: string;
    export: string;
    exports: {
      customers: string;
      setAside: string;
      settings: string;
      report: string;
      page: string;
      print: string;
    };
    wipe: string;
    /** Pseudonyms instead of names: pressed or not. */
    mask: string;
    language: string;
    theme: string;
    themes: { auto: string; light: string; dark: string };
    updating: string;
  };

  data: {
    rows: string;
    rowsFinding: Sentence<{ read: number; used: number; aside: number }>;
    rowsRead: string;
    rowsUsed: string;
    reason: string;
    count: string;
    money: string;
    moneyFinding: Sentence<{ gross: Total; refunds: Total; net: Total }>;
    gross: string;
    refunds: string;
    net: string;
    orders: string;
    customers: string;
    buyers: string;
    asideTitle: string;
    asideCaption: Sentence<{ from: number; to: number; total: number }>;
    line: string;
    cells: string;
    showAside: string;
    notKept: string;
    downloadAside: string;
    /** Instead of cells, while customers are masked. */
    masked: string;
    how: string;
    currency: string;
    currencyText: Sentence<{ currency: string; others: { currency: string; rows: number }[] }>;
    joined: string;
    joinedText: Sentence<JoinedFile>;
    file: string;
    sheet: string;
    readAs: string;
    mapping: string;
    period: string;
    periodText: Sentence<{ from: string; to: string }>;
    engine: string;
    engineText: Sentence<{ engine: string; report: number }>;
    settings: string;
    settingsText: string;
    saveSettings: string;
    restoreSettings: string;
    restored: string;
  };

  privacy: Sentence<{ requests: number }>;
  privacyIdle: string;
  /** How a person checks it without trusting anyone. */
  privacyCheck: { title: string; steps: readonly string[]; masked: string };
  /** Links below a chart. */
  saveChart: { png: string; svg: string };
  /** Link to the same page as one file. */
  offlineCopy: string;

  notices: {
    wiped: string;
  };

  failures: Record<ErrorCode | PageErrorCode, Sentence<Failure>>;
  failureTitle: string;
  /** A failure of one of several files. */
  failureOf: Sentence<{ file: string; text: string }>;
}
