/**
 * From a file to a report: runs what the state machine describes.
 *
 * Each file has an engine of its own. The engine behind the shown report is kept until the next report is there; to
 * cancel is to end the draft's engine, and the next one is ready already.
 */

import { Analysis, headOf, Overtaken, type Given, type Source } from '../engine/analysis.js';
import type { Engine, Engines } from '../engine/client.js';
import { FailureError, failureOf, type Failure } from '../engine/protocol.js';
import type { Day, Report, Settings } from '../engine/types.js';
import { mayBeWorkbook, type Workbooks } from '../engine/workbook.js';
import { forAnother } from './settings.js';
import { initial, next, type Happening, type Notice, type State } from './state.js';

/** How long to wait for another change before the whole file is read again, in milliseconds. */
const SETTLE_MILLISECONDS = 250;

/** Whoever draws the state. */
export interface Audience {
  changed(): void;
  /** A report is on the screen: a new one, or the same rows with other settings. */
  reported(report: Report): void;
  failed(failure: Failure): void;
}

export class Flow {
  state: State = initial;
  /** What each new file starts with: given by the host, or restored. */
  settings: Settings = {};
  /** What the host says of every file, whatever it starts with. */
  fixed: { as_of?: Day; currency?: string } = {};
  #engines: Engines;
  #workbooks: Workbooks;
  #audience: Audience;
  #draft: Analysis | undefined;
  #shown: Analysis | undefined;
  /** Ends the workbook that is being opened. */
  #opening = new AbortController();
  /** Grows with everything that makes an answer under way worthless. */
  #turn = 0;
  /** The same for the shown report with other settings. */
  #update = 0;
  /** What a hand has moved to and nobody has asked for yet. */
  #wished: Partial<Settings> | undefined;
  #glancing = false;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(engines: Engines, workbooks: Workbooks, audience: Audience) {
    this.#engines = engines;
    this.#workbooks = workbooks;
    this.#audience = audience;
  }

  /** The analysis behind the shown report. */
  get shown(): Analysis | undefined {
    return this.#shown;
  }

  /** The analysis that is being checked or read. */
  get draft(): Analysis | undefined {
    return this.#draft;
  }

  /** Reads a file, with others beside it: more orders, or more about the same customers. */
  take(source: Source, others: readonly Source[] = []): Promise<void> {
    const { as_of, currency } = this.fixed;
    const rest = forAnother(this.settings);
    const settings: Settings = { ...rest, ...(as_of && { as_of }), ...(currency && { formats: { ...rest.formats, currency } }) };
    if (others.length === 0) return this.#begin(source, settings, false, async () => [{ source }]);
    return this.#begin(source, settings, false, (engine) => this.#several(engine, [source, ...others]));
  }

  /** Reads the sample that the engine makes. */
  sample(name: string): Promise<void> {
    return this.#begin({ name, size: 0 }, {}, false, async (engine) => {
      const blob = new Blob([(await engine.call('sample')) as BlobPart]);
      return [{ source: { name, size: blob.size, slice: (start, end) => blob.slice(start, end) } }];
    });
  }

  /** Checks the columns of the shown file again. */
  async edit(): Promise<void> {
    const { shown } = this.state;
    const given = this.#shown;
    if (shown && given) await this.#begin(given.book?.file ?? given.source, shown.settings, true, async () => given.given);
  }

  /** Reads the shown file with these settings, and every file after it. */
  async restore(settings: Settings): Promise<void> {
    this.settings = settings;
    // Of a workbook the file itself: the settings may name another sheet.
    const source = this.#shown?.book?.file ?? this.#shown?.source;
    const notice: Notice = { kind: 'restored' };
    const others = this.#shown?.others ?? [];
    if (source) await this.#begin(source, settings, false, async () => [{ source }, ...others], notice);
    else this.tell(notice);
  }

  /** Changes the draft's settings; the preview follows at once, the count over the whole file as soon as it is read. */
  async change(settings: Settings): Promise<void> {
    const draft = this.#draft;
    if (!draft) return;
    this.#happen({ type: 'changed', settings });
    await this.#look(draft, SETTLE_MILLISECONDS);
  }

  /** Reads another sheet of the draft's workbook. What was said of columns was said of the other one's. */
  async chooseSheet(sheet: string): Promise<void> {
    const draft = this.#draft;
    if (!draft?.book) return;
    const { mapping: _, without: __, formats: ___, ...rest } = this.state.draft?.settings ?? {};
    this.#happen({ type: 'changed', settings: { ...rest, sheet } });
    await this.#unpack(draft.book.file, draft.engine, { code: 'workbook-damaged' });
  }

  /** Shows the draft's report as soon as it is there. */
  want(): void {
    const draft = this.#draft;
    const report = this.state.draft?.report;
    this.#happen({ type: 'wanted' });
    if (draft && report) this.#promote(report);
  }

  /** Gives up the draft, whatever it is doing. */
  cancel(): void {
    this.#turn += 1;
    this.#opening.abort();
    this.#draft?.dispose();
    this.#draft = undefined;
    this.#happen({ type: 'cancelled' });
  }

  /** Forgets everything: files, reports, settings. */
  wipe(): void {
    this.dispose();
    this.settings = {};
    this.#happen({ type: 'wiped' });
  }

  /** Keeps settings that no number of the report depends on. */
  keep(change: Partial<Settings>): void {
    const { shown } = this.state;
    if (!this.#shown || !shown) return;
    // What is on its way was asked for without them.
    if (shown.updating || shown.asOf !== undefined) return void this.recalculate(change);
    const report: Report = { ...shown.report, settings: { ...shown.report.settings, ...change } };
    this.#shown.report = report;
    this.#happen({ type: 'updated', report, settings: { ...shown.settings, ...change } });
  }

  /** Calculates the shown report with other settings; the last call wins. */
  async recalculate(change: Partial<Settings>): Promise<void> {
    this.#rest();
    const analysis = this.#shown;
    const { shown } = this.state;
    if (!analysis || !shown) return;
    const settings: Settings = { ...shown.settings, ...change };
    const update = ++this.#update;
    this.#happen({ type: 'updating' });
    try {
      const report = await analysis.recalculate(settings);
      if (update !== this.#update || analysis !== this.#shown) return;
      this.#happen({ type: 'updated', report, settings });
      this.#audience.reported(report);
    } catch (thrown) {
      if (update !== this.#update || analysis !== this.#shown) return;
      const failure = failureOf(thrown);
      this.#happen({ type: 'notUpdated', failure });
      this.#audience.failed(failure);
    }
  }

  /**
   * The as-of date, a cut or a weight moves under a hand: the page follows with what the engine can say at once, the rest comes
   * when the hand has come to rest.
   */
  follow(change: Partial<Settings>): void {
    clearTimeout(this.#settling);
    if (!this.#shown || !this.state.shown) return;
    // A report under way is of a day that is no longer wanted.
    this.#update += 1;
    this.#wished = change;
    this.#happen({ type: 'slid', asOf: change.as_of });
    if (!this.#glancing) void this.#glance();
  }

  /** The hand has let go. */
  settle(change: Partial<Settings>): void {
    this.#rest();
    this.#settling = setTimeout(() => void this.recalculate(change), SETTLE_MILLISECONDS);
  }

  /** Nothing is to follow of what a hand has moved. */
  #rest(): void {
    clearTimeout(this.#settling);
    this.#wished = undefined;
  }

  /** One question at a time; of the places in between only the latest counts. */
  async #glance(): Promise<void> {
    this.#glancing = true;
    while (this.#wished !== undefined) {
      const analysis = this.#shown;
      const { shown } = this.state;
      const wished = this.#wished;
      this.#wished = undefined;
      if (!analysis || !shown) break;
      try {
        const report = await analysis.glance({ ...shown.settings, ...wished });
        // The whole report may be there already, or another file.
        if (analysis === this.#shown && this.state.shown?.moving) this.#happen({ type: 'glanced', report });
      } catch (thrown) {
        if (analysis === this.#shown) this.#happen({ type: 'notUpdated', failure: failureOf(thrown) });
      }
    }
    this.#glancing = false;
  }

  tell(notice?: Notice, failure?: Failure): void {
    this.#happen({ type: 'told', notice, failure });
    if (failure) this.#audience.failed(failure);
  }

  /** Ends every engine it has taken. */
  dispose(): void {
    this.#turn += 1;
    this.#rest();
    this.#opening.abort();
    this.#draft?.dispose();
    this.#shown?.dispose();
    this.#draft = undefined;
    this.#shown = undefined;
  }

  async #begin(
    { name, size }: Pick<Source, 'name' | 'size'>,
    settings: Settings,
    review: boolean,
    open: (engine: Engine) => Promise<Given[]>,
    notice?: Notice,
  ): Promise<void> {
    const turn = ++this.#turn;
    this.#opening.abort();
    this.#draft?.dispose();
    this.#draft = undefined;
    this.#happen({ type: 'taken', name, size, settings, review, notice });
    try {
      const engine = await this.#engines.take();
      const [given, ...others] = await open(engine);
      if (turn !== this.#turn || !given) {
        engine.terminate();
        return;
      }
      this.#draft = new Analysis(given, engine, others, () => this.#engines.more());
      if (given.book) this.#happen({ type: 'opened', book: given.book });
      await this.#look(this.#draft, 0);
    } catch (thrown) {
      if (turn === this.#turn) this.#fail(thrown);
    }
  }

  /** Several files: opens the workbooks among them, and puts the orders first. */
  async #several(engine: Engine, sources: readonly Source[]): Promise<Given[]> {
    const given: Given[] = [];
    for (const source of sources) {
      try {
        const [head, whole] = await headOf(source);
        await engine.call('inspect', head, whole, {});
        given.push({ source });
      } catch (thrown) {
        const refusal = failureOf(thrown);
        if (!mayBeWorkbook(refusal)) throw new FailureError({ ...refusal, file: source.name });
        const { book, text } = await this.#workbooks.open(source, undefined, this.#opening.signal);
        given.push({ source: text, book });
      }
    }
    const [first] = given;
    if (first) {
      const [head, whole] = await headOf(first.source);
      await engine.call('inspect', head, whole, {});
      for (const [place, { source }] of given.entries()) {
        if (place === 0) continue;
        const { part } = await engine.call('inspectAlso', ...await headOf(source), source.name, {});
        if (part === 'lead') return [...given.splice(place, 1), ...given];
      }
    }
    return given;
  }

  /** Opens a workbook and goes on with one sheet of it. `refusal`: what to tell of a file that turns out to be none. */
  async #unpack(file: Source, engine: Engine, refusal: Failure): Promise<void> {
    const turn = ++this.#turn;
    this.#opening.abort();
    this.#opening = new AbortController();
    this.#happen({ type: 'opening' });
    try {
      const { sheet } = this.state.draft?.settings ?? {};
      const { book, text } = await this.#workbooks.open(file, sheet, this.#opening.signal);
      if (turn !== this.#turn) return;
      this.#draft = new Analysis({ source: text, book }, engine, this.#draft?.others, () => this.#engines.more());
      this.#happen({ type: 'opened', book });
      await this.#look(this.#draft, 0);
    } catch (thrown) {
      if (turn !== this.#turn) return;
      const failure = failureOf(thrown);
      this.#fail(new FailureError(failure.code === 'not-a-workbook' ? refusal : failure));
    }
  }

  /** Inspects the draft with its settings, then reads the whole file if nothing is missing. */
  async #look(analysis: Analysis, settle: number): Promise<void> {
    const turn = ++this.#turn;
    const stale = (): boolean => turn !== this.#turn;
    try {
      const preview = await analysis.inspect(this.state.draft?.settings ?? {});
      if (stale()) return;
      this.#happen({ type: 'inspected', preview, beside: analysis.beside });
      if (preview.missing.length > 0) return;
      if (settle > 0) await new Promise((resolve) => setTimeout(resolve, settle));
      if (stale()) return;
      const report = await analysis.run(this.state.draft?.settings ?? {}, (progress) => {
        if (!stale()) this.#happen({ type: 'progress', progress });
      });
      if (stale()) return;
      this.#happen({ type: 'reported', report });
      this.#promote(report);
    } catch (thrown) {
      if (thrown instanceof Overtaken || stale()) return;
      const refusal = failureOf(thrown);
      if (!analysis.book && mayBeWorkbook(refusal)) return this.#unpack(analysis.source, analysis.engine, refusal);
      const { settings } = this.state.draft ?? {};
      if (!analysis.preview && settings?.mapping && Object.keys(settings.mapping).length > 0) {
        // Settings of another file: look without them, so that the columns can be chosen anew.
        const { mapping: _, without: __, formats: ___, ...rest } = settings;
        this.#happen({ type: 'changed', settings: rest });
        await this.#look(analysis, 0);
        if (this.#draft === analysis) this.#happen({ type: 'failed', failure: failureOf(thrown) });
        return;
      }
      this.#fail(thrown);
    }
  }

  /** Where the state machine put the draft's report on the screen, its engine takes the place of the older one. */
  #promote(report: Report): void {
    if (this.state.draft || this.state.shown?.report !== report || !this.#draft) return;
    this.#shown?.release();
    this.#shown = this.#draft;
    this.#draft = undefined;
    this.#audience.reported(report);
  }

  #fail(thrown: unknown): void {
    const failure = thrown instanceof FailureError ? thrown.failure : failureOf(thrown);
    this.#happen({ type: 'failed', failure });
    if (!this.state.draft) {
      this.#draft?.dispose();
      this.#draft = undefined;
    }
    this.#audience.failed(failure);
  }

  #happen(happening: Happening): void {
    this.state = next(this.state, happening);
    this.#audience.changed();
  }
}
