/**
 * `<value-tiers>`: customer value from an order file, inside the page.
 *
 * Attributes: `lang` (en, zh-Hans, zh-Hant; else that of the document or browser), `theme` (light, dark; else the system's),
 * `no-header`, `masked` (pseudonyms instead of customers), `as-of` (day of the report, else the file's last), `currency` (the one that is
 * summed, else that of most rows), `offline-copy` (address of the offline page, to be linked). Properties: `file` or `rows` (set one to
 * start), `settings`, `report` (read-only). Methods: `save()`, `restore()`, `wipe()`. Events are in `events.ts`. Nothing is stored, and after loading nothing is requested.
 */

import { html, LitElement, noChange, nothing, type PropertyValues, type TemplateResult } from 'lit';

import type { Engines } from '../engine/client.js';
import { disposed, engines, prefetchWorkbooks, workbooks } from '../engine/engines.js';
import { failureOf, type Failure } from '../engine/protocol.js';
import { fileOf, type Row } from '../engine/rows.js';
import type { AgendaQuery, CompareQuery, CustomerQuery, Report, Settings, SqlQuery } from '../engine/types.js';
import { pictureOf, pngOf } from '../export/picture.js';
import { nameFor, save } from '../export/save.js';
import { standalone } from '../export/standalone.js';
import { addWords, firstLanguage, messages } from '../messages/index.js';
import type { Messages, SectionId } from '../messages/types.js';
import { renderCheck } from '../views/check.js';
import type { ColourName, ViewChoices, ViewContext } from '../views/context.js';
import { renderDrop } from '../views/drop.js';
import { renderTold } from '../views/failure.js';
import { renderPrivacy } from '../views/privacy.js';
import { shellStyles } from '../views/shell.styles.js';
import { renderHeader, renderTopbar, type ExportKind, type Theme } from '../views/topbar.js';
import { renderWorking } from '../views/working.js';
import { Browse, cleared, firstQuery } from './browse.js';
import { Card } from './card.js';
import { Demand } from './demand.js';
import { emit } from './events.js';
import { Flow } from './flow.js';
import { listAmong, Lists } from './lists.js';
import { Moves } from './moves.js';
import { Own } from './own.js';
import { Plan } from './plan.js';
import { formatter, type Formatter, type Language } from './format.js';
import { Requests } from './requests.js';
import { parseSettings } from './settings.js';
import type { Shown } from './state.js';
import { tokens } from './tokens.js';

const SECTIONS: readonly SectionId[] = ['answer', 'who', 'worth', 'risk', 'moves', 'next', 'actions', 'agenda', 'plan', 'customers', 'data'];
const SAMPLE_NAME = 'sample-shop.csv';
/** How long a section that somebody went to is kept in its place. */
const KEPT_MILLISECONDS = 5000;

type Sections = typeof import('../views/report.js');

/** The sections of the report, once they are loaded: for all elements of the page. */
let sections: Sections | undefined;

async function loadSections(): Promise<Sections> {
  if (!sections) {
    const loaded = await import('../views/report.js');
    addWords(loaded.sectionWords);
    sections = loaded;
  }
  return sections;
}

export class ValueTiersElement extends LitElement {
  static override styles = [tokens, shellStyles];
  static override properties = {
    lang: { type: String, reflect: true },
    theme: { type: String, reflect: true },
    noHeader: { type: Boolean, attribute: 'no-header', reflect: true },
    masked: { type: Boolean, reflect: true },
    asOf: { type: String, attribute: 'as-of', reflect: true },
    currency: { type: String, reflect: true },
    offlineCopy: { type: String, attribute: 'offline-copy' },
    ready: { state: true },
    held: { state: true },
    section: { state: true },
    drawn: { state: true },
    choices: { state: true },
    brief: { state: true },
  };

  /** Language of the page, as a BCP 47 tag. */
  declare lang: string;
  /** Colours: `light`, `dark`, or the system's. */
  declare theme: 'light' | 'dark' | null;
  /** Whether the bar with language and colours is left out. */
  declare noHeader: boolean;
  /** Whether customers have pseudonyms, on the screen and in lists that are saved. */
  declare masked: boolean;
  /** Day of the report as YYYY-MM-DD, of every file; else the file's last day. */
  declare asOf: string | null;
  /** Code of the currency that is summed, of files from now on; else that of most rows. */
  declare currency: string | null;
  /** Address of the offline page, for a link in the footer. */
  declare offlineCopy: string | null;
  declare private ready: boolean;
  declare private held: boolean;
  declare private section: SectionId;
  /** Sections drawn so far: a report appears one by one, so that no single task holds the page up. */
  declare private drawn: number;
  declare private choices: ViewChoices;
  /** The one page for the boss is being printed, instead of the report. */
  declare private brief: boolean;

  #engines: Engines | undefined;
  #flow: Flow | undefined;
  #settings: Settings = {};
  #file: File | undefined;
  #browse = new Browse(() => this.requestUpdate(), (failure) => this.#flow?.tell(undefined, failure));
  #clusters = new Demand((analysis) => analysis.clusters(), () => this.requestUpdate());
  #split: CompareQuery = { split: 'segments', column: 0 };
  #compare = new Demand((analysis) => analysis.comparison(this.#split), () => this.requestUpdate());
  #moves = new Moves(() => this.requestUpdate(), (failure) => this.#flow?.tell(undefined, failure));
  #card = new Card(() => this.requestUpdate(), (failure) => this.#flow?.tell(undefined, failure));
  #own = new Own(() => this.requestUpdate(), (failure) => this.#flow?.tell(undefined, failure));
  #accounts = new Demand(
    (analysis) => analysis.accounts({ mask: this.#browse.state.query.mask }),
    () => this.requestUpdate(),
  );
  #levels = new Demand((analysis) => analysis.levels(), () => this.requestUpdate());
  #next = new Demand((analysis) => analysis.crossSell(), () => this.requestUpdate());
  #lists = new Lists(() => this.requestUpdate(), (...file) => this.#save(...file));
  #plan = new Plan(() => this.requestUpdate());
  #agenda = new Demand(
    (analysis) => analysis.agenda({ ...this.#week, mask: this.#browse.state.query.mask }),
    () => this.requestUpdate(),
  );
  /** What the agenda is asked for. */
  #week: AgendaQuery = { days: 7, per_day: 10, limit: 8, follow_ups: [3, 14, 30], cadence: [14, 30, 60] };
  #warehouse = new Demand((analysis) => analysis.sql(this.#sql), () => this.requestUpdate());
  /** The queries that are asked for. */
  #sql: SqlQuery = { dialect: 'duckdb', table: 'orders' };
  #requests: Requests | undefined;
  #formatter: Formatter = formatter('en');
  #dark: MediaQueryList | undefined;
  #themeChanged = (): void => this.requestUpdate();
  #kept: AbortController | undefined;
  #seen: IntersectionObserver | undefined;
  #near: IntersectionObserver | undefined;
  #focus = false;
  #screen = '';
  #progress: unknown;

  constructor() {
    super();
    this.theme = null;
    this.noHeader = false;
    this.masked = false;
    this.asOf = null;
    this.currency = null;
    this.offlineCopy = null;
    this.ready = false;
    this.held = false;
    this.section = 'answer';
    this.drawn = 0;
    this.choices = { worth: 'value', values: 'value', moves: 'tiers', cohorts: 'retention' };
  }

  /** The file being read or shown. Setting one starts an analysis. */
  get file(): File | undefined {
    return this.#file;
  }

  set file(file: File | null | undefined) {
    this.#file = file ?? undefined;
    if (file) void this.#take(file);
  }

  /** Rows instead of a file: objects with the same names. They are read like a file, whose columns are the names. */
  set rows(rows: readonly Row[] | null | undefined) {
    this.file = rows ? fileOf(rows) : undefined;
  }

  /** What each new file starts with. For settings of the file on the screen, use `restore`. */
  get settings(): Settings {
    return this.#settings;
  }

  set settings(settings: Settings) {
    this.#settings = settings;
    if (this.#flow) this.#flow.settings = settings;
  }

  /** The report on the screen. It holds sums, no customers. */
  get report(): Report | undefined {
    return this.#flow?.state.shown?.report;
  }

  /** The settings of the report on the screen; given to `restore`, they make the same report. */
  save(): Settings {
    const { settings } = this.report ?? {};
    return structuredClone(settings ? { ...settings, budget: this.#plan.state.assumed } : this.#settings);
  }

  /** Reads the file on the screen, and those after it, with these settings. */
  async restore(settings: Settings): Promise<void> {
    this.#settings = settings;
    this.#plan.restore();
    await this.#flow?.restore(settings);
  }

  /** Forgets the file, the report and the settings. */
  wipe(): void {
    this.#file = undefined;
    this.#settings = {};
    this.#flow?.wipe();
    this.#browse.forget();
    this.#moves.of(undefined);
    this.#card.of(undefined);
    this.#own.of(undefined, []);
    this.#clusters.of(undefined);
    this.#split = { split: 'segments', column: 0 };
    this.#compare.of(undefined);
    this.#levels.of(undefined);
    this.#accounts.of(undefined);
    this.#next.of(undefined);
    this.#lists.forget();
    this.#lists.dismiss();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#flow) return;
    this.#dark = matchMedia('(prefers-color-scheme: dark)');
    this.#dark.addEventListener('change', this.#themeChanged);
    this.#requests = new Requests(() => this.requestUpdate());
    this.#engines = engines();
    this.#flow = new Flow(this.#engines, workbooks, {
      changed: () => this.#stateChanged(),
      reported: (report) => this.#reported(report),
      failed: (failure) => emit(this, 'value-tiers-error', failure),
    });
    this.#flow.settings = this.#settings;
    this.#fix();
    this.#engines.ready().then(
      (engine) => {
        this.ready = true;
        emit(this, 'value-tiers-ready', { engine });
        // The report's sections and what opens workbooks belong to loading too: fetched now that the page can be used, so that nothing is
        // later.
        void this.#dress();
        const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 50));
        idle(() => prefetchWorkbooks());
      },
      (thrown: unknown) => this.#flow?.tell(undefined, failureOf(thrown)),
    );
    if (this.#file) void this.#take(this.#file);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved within the document: it is connected again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#flow?.dispose();
      if (this.#engines) void disposed(this.#engines);
      this.#requests?.end();
      this.#kept?.abort();
      this.#seen?.disconnect();
      this.#near?.disconnect();
      this.#dark?.removeEventListener('change', this.#themeChanged);
      this.#flow = undefined;
      this.#engines = undefined;
      this.#file = undefined;
      this.ready = false;
      this.#forget();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('masked')) {
      this.#card.close();
      this.#own.close();
      void this.#browse.mask(this.masked);
      this.#accounts.again();
      this.#agenda.again();
    }
    if (changed.has('asOf') || changed.has('currency')) this.#fix();
    if (changed.has('asOf') && changed.get('asOf') !== undefined) void this.#flow?.recalculate({ as_of: this.asOf ?? undefined });
    const language = this.#language();
    if (this.#formatter.language !== language) this.#formatter = formatter(language);
    if (changed.has('choices')) {
      this.#clusters.near(this.choices.who === 'clusters');
      this.#compare.near(this.choices.who === 'compare');
    }
    const root = this.renderRoot as ShadowRoot | undefined;
    this.#focus = root?.activeElement != null;
    const screen = this.#screenNow;
    if (screen === 'report' && screen !== this.#screen) this.drawn = 1;
  }

  /** The screen as far as it can be drawn. */
  get #screenNow(): string {
    const screen = this.#flow?.state.screen ?? 'empty';
    return screen === 'report' && !sections ? 'loading' : screen;
  }

  protected override render(): TemplateResult {
    const m = messages(this.#formatter.language);
    const f = this.#formatter;
    const state = this.#flow?.state ?? { screen: 'empty' as const };
    const busy = state.shown !== undefined || state.draft !== undefined;
    return html`
      <div class="root" lang=${this.#formatter.language} data-held=${this.held} data-brief=${this.brief}
        @dragenter=${this.#dragged} @dragover=${this.#dragged} @dragleave=${this.#left} @drop=${this.#dropped}>
        ${renderHeader(m, f.language, this.theme ?? 'auto', {
          language: (language) => {
            this.lang = language;
            emit(this, 'value-tiers-language', { language });
          },
          theme: (theme: Theme) => { this.theme = theme === 'auto' ? null : theme; },
        })}
        ${sections?.renderLifts(m, f, this.#lists.state, { dismiss: () => this.#lists.dismiss(), costing: (cost) => void this.#lists.costing(cost) })}
        ${renderTold(m, f, state.failure, state.notice, () => this.#flow?.tell())}
        ${state.screen === 'check' && state.draft ? renderCheck(m, f, state.draft, {
          change: (settings) => void this.#flow?.change(settings),
          sheet: (name) => void this.#flow?.chooseSheet(name),
          make: () => this.#flow?.want(),
          back: () => this.#flow?.cancel(),
        })
        : state.screen === 'working' && state.draft ? renderWorking(m, f, state.draft, () => this.#flow?.cancel())
        : state.screen === 'report' && state.shown ? sections ? this.#renderReport(m, f, state.shown, sections) : nothing
        : renderDrop(m, this.ready, this.held, { choose: () => this.#choose(), sample: () => void this.#sample() })}
        ${this.brief && state.shown ? sections?.renderBrief(state.shown.report, state.shown.name, this.#context(m, f)) : nothing}
        ${renderPrivacy(m, f, busy ? (this.#requests?.count ?? 0) : undefined, this.offlineCopy)}
        <span class="hidden" id="probe" aria-hidden="true"></span>
      </div>
    `;
  }

  protected override updated(): void {
    const screen = this.#screenNow;
    if (screen !== this.#screen) {
      this.#screen = screen;
      this.#watchSections();
      // Whoever pressed something that is gone now goes on reading at the new heading.
      if (this.#focus) this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
    }
    if (screen === 'report' && this.drawn < SECTIONS.length) setTimeout(() => { this.drawn = Math.min(this.drawn + 1, SECTIONS.length); });
  }

  /** Loads what a report is shown with. */
  async #dress(): Promise<void> {
    await this.#try(async () => {
      const { reportStyles } = await loadSections();
      const root = this.renderRoot as ShadowRoot;
      const sheets = reportStyles.flatMap(({ styleSheet }) => styleSheet ?? []).filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
      root.adoptedStyleSheets.push(...sheets);
      this.requestUpdate();
    });
  }

  #renderReport(m: Messages, f: Formatter, shown: Shown, sections: Sections): TemplateResult {
    const {
      ASIDE_LIMIT, renderActions, renderAgenda, renderAnswer, renderCard, renderCustomers, renderData, renderLists, renderMoves, renderNext, renderOwn, renderPlan, renderRisk, renderWarehouse,
      renderWho, renderWorth,
    } = sections;
    // While a hand moves the date, the sections that can follow do; the others wait as they are.
    const report = shown.glance ?? shown.report;
    const waits = (id: SectionId): boolean => shown.glance !== undefined && !this.#follows(id, shown);
    const ctx = this.#context(m, f);
    const go = (id: SectionId): void => this.#go(id);
    const bodies: Record<SectionId, () => TemplateResult> = {
      answer: () => renderAnswer(report, ctx),
      who: () => html`${renderWho(report, ctx)}${renderOwn(report.settings.own_segments ?? [], this.#own.state, this.masked, ctx, {
        edit: (rule, place) => this.#own.edit(rule, place, this.masked),
        change: (rule) => this.#own.change(rule),
        close: () => this.#own.close(),
        keep: (own_segments) => {
          this.#flow?.keep({ own_segments });
          void this.#own.count(own_segments);
        },
      })}`,
      worth: () => renderWorth(report, this.#levels.state, this.#accounts.state, ctx, {
        explain: (number) => void this.#card.open(number, this.#browse.state.query.mask),
      }),
      risk: () => renderRisk(report, ctx),
      moves: () => renderMoves(report, this.#moves.state, ctx, {
        ask: (change) => this.#moves.ask(change),
        list: (query) => void this.#moves.list(query),
      }),
      next: () => renderNext(report, this.#next.state, ctx),
      actions: () => renderActions(report, ctx),
      agenda: () => renderAgenda(report, this.#agenda.state, this.#week, ctx, {
        ask: (change) => {
          this.#week = { ...this.#week, ...change };
          this.#agenda.again();
        },
        explain: (number) => void this.#card.open(number, this.#browse.state.query.mask),
      }),
      plan: () => renderPlan(this.#plan.state, ctx, {
        assume: (change, example) => this.#plan.assume(change, example),
        turn: (segment) => this.#plan.turn(segment),
      }),
      customers: () => html`${renderCustomers(m, f, report, this.#browse.state, {
        ask: (change) => void this.#browse.ask(change),
        type: (search) => this.#browse.type(search),
        clear: () => void this.#browse.ask(cleared),
        explain: (row) => void this.#card.open(row.number, this.#browse.state.query.mask),
        download: () => void this.#saveCustomers(this.#browse.state.query, 'list'),
      })}
      ${renderLists(m, f, this.#lists.state, this.#browse.state.customers?.total ?? 0, this.masked, {
        choose: (choice) => this.#lists.choose(choice),
        save: () => void this.#saveList(),
        saveRecord: () => void this.#saveList(true),
        saveAbout: () => { if (this.#flow?.shown) this.#lists.saveAbout(this.#flow.shown); },
        measure: () => pick('.csv,.xlsx,text/csv', (file, others) => void this.#measure(file, others), true),
      })}`,
      data: () => html`${renderData(m, f, report, this.#browse.state, {
        aside: (offset) => void this.#browse.aside(offset, ASIDE_LIMIT),
        downloadAside: () => void this.#export('setAside'),
        saveSettings: () => void this.#export('settings'),
        restoreSettings: () => this.#chooseSettings(),
      }, this.masked)}${renderWarehouse(this.#warehouse.state, this.#sql, ctx, {
        open: (open) => this.#warehouse.near(open),
        ask: (change) => {
          this.#sql = { ...this.#sql, ...change };
          this.#warehouse.again();
        },
      })}`,
    };
    return html`
      ${renderTopbar(m, f, shown, {
        asOf: (as_of) => void this.#flow?.recalculate({ as_of }),
        slide: (day) => this.#flow?.follow({ as_of: day }),
        settle: (day) => this.#flow?.settle({ as_of: day }),
        change: () => void this.#flow?.edit(),
        another: () => this.#choose(),
        export: (kind) => void this.#export(kind),
        mask: () => { this.masked = !this.masked; },
        wipe: () => this.wipe(),
      }, this.masked)}
      <div class="report">
        <nav class="contents" aria-label=${m.contents}>
          <ul>
            ${SECTIONS.map((id) => html`
              <li><button type="button" aria-current=${this.section === id ? 'true' : nothing} @click=${() => go(id)}>${m.sections[id]}</button></li>`)}
          </ul>
          <label class="field">
            <span>${m.contents}</span>
            <select @change=${(event: Event) => go((event.target as HTMLSelectElement).value as SectionId)}>
              ${SECTIONS.map((id) => html`<option value=${id} .selected=${this.section === id}>${m.sections[id]}</option>`)}
            </select>
          </label>
        </nav>
        <div class="sections">
          ${SECTIONS.map((id, place) => html`
            <section class="section" part="section" data-section=${id} aria-labelledby=${`section-${id}`} aria-busy=${waits(id)}>
              <h2 id=${`section-${id}`} tabindex="-1">${m.sections[id]}</h2>
              ${waits(id) ? noChange : place < this.drawn ? drawn(m, bodies[id]) : nothing}
            </section>`)}
        </div>
      </div>
      ${renderCard(report, this.#card.shown, ctx, {
        close: () => this.#card.close(),
        ...(this.masked ? {} : { note: { text: this.#card.note, change: (text: string) => { this.#card.note = text; } } }),
      })}
    `;
  }

  /** What a glance says enough for: as of another day everything but models, k-means groups and lists of customers; where cuts
   * move, all but lists and what is asked for on demand. */
  #follows(id: SectionId, { asOf }: Shown): boolean {
    if (asOf === undefined) return !['customers', 'moves', 'next', 'agenda', 'plan', 'data'].includes(id);
    return id === 'answer' || id === 'actions' || (id === 'who' && this.choices.who !== 'clusters' && this.choices.who !== 'compare');
  }

  #context(m: Messages, fmt: Formatter): ViewContext {
    return {
      m,
      fmt,
      choices: this.choices,
      choose: (choice) => { this.choices = { ...this.choices, ...choice }; },
      open: (query) => {
        void this.#browse.show(query);
        this.#go('customers');
      },
      recalculate: (settings) => void this.#flow?.recalculate(settings),
      clusters: this.#clusters.state,
      compare: {
        state: this.#compare.state,
        ask: (query) => {
          this.#split = query;
          this.#compare.again();
        },
      },
      follow: (settings) => this.#flow?.follow(settings),
      settle: (settings) => this.#flow?.settle(settings),
      keep: (settings) => this.#flow?.keep(settings),
      brief: () => void this.#printBrief(),
      picture: (chart, name, kind) => void this.#try(() => this.#picture(chart, name, kind)),
      colour: (name) => this.#colour(name),
      theme: this.#isDark() ? 'dark' : 'light',
    };
  }

  /** The language in effect: of this element, of what it stands in, of the browser. */
  #language(): Language {
    const around = this.parentElement?.closest('[lang]')?.getAttribute('lang');
    return firstLanguage([this.lang, around, ...navigator.languages]);
  }

  #isDark(): boolean {
    return this.theme === null ? this.#dark?.matches === true : this.theme === 'dark';
  }

  async #picture(chart: Element, name: string, kind: 'png' | 'svg'): Promise<void> {
    // The nearest heading before it is what the chart says.
    const headings = [...this.renderRoot.querySelectorAll('h3, h4, h5')];
    const before = headings.filter((heading) => heading.compareDocumentPosition(chart) & Node.DOCUMENT_POSITION_FOLLOWING);
    const svg = pictureOf(chart, before.at(-1)?.textContent?.trim() ?? '');
    const file = nameFor(this.#flow?.state.shown?.name ?? '', name, kind);
    if (kind === 'svg') this.#save(file, svg, 'image/svg+xml');
    else this.#save(file, await pngOf(svg), 'image/png');
  }

  /** What the host page says of every file. */
  #fix(): void {
    if (this.#flow) this.#flow.fixed = { ...(this.asOf && { as_of: this.asOf }), ...(this.currency && { currency: this.currency }) };
  }

  #save(name: string, content: Uint8Array | string, type: string): void {
    save(name, content, type);
    emit(this, 'value-tiers-export', { name, type });
  }

  #colour(name: ColourName): string {
    const probe = this.renderRoot.querySelector<HTMLElement>('#probe');
    if (!probe) return 'currentcolor';
    probe.style.color = `var(--value-tiers-${name})`;
    return getComputedStyle(probe).color;
  }

  #stateChanged(): void {
    const progress = this.#flow?.state.draft?.progress;
    if (progress && progress !== this.#progress) emit(this, 'value-tiers-progress', progress);
    this.#progress = progress;
    this.requestUpdate();
  }

  #reported(report: Report): void {
    void this.#browse.of(this.#flow?.shown);
    this.#moves.of(this.#flow?.shown);
    this.#card.of(this.#flow?.shown);
    this.#own.of(this.#flow?.shown, report.settings.own_segments ?? [], this.masked);
    this.#clusters.of(this.#flow?.shown);
    this.#compare.of(this.#flow?.shown);
    this.#levels.of(this.#flow?.shown);
    this.#accounts.of(this.#flow?.shown);
    this.#next.of(this.#flow?.shown);
    this.#lists.forget();
    this.#plan.of(this.#flow?.shown);
    this.#agenda.of(this.#flow?.shown);
    this.#warehouse.of(this.#flow?.shown);
    emit(this, 'value-tiers-report', { report });
  }

  #forget(): void {
    void this.#browse.of(undefined);
    this.#moves.of(undefined);
    this.#card.of(undefined);
    this.#own.of(undefined, []);
    this.#clusters.of(undefined);
    this.#split = { split: 'segments', column: 0 };
    this.#compare.of(undefined);
    this.#levels.of(undefined);
    this.#accounts.of(undefined);
    this.#next.of(undefined);
    this.#plan.of(undefined);
    this.#agenda.of(undefined);
    this.#warehouse.of(undefined);
  }

  async #take(file: File, others: readonly File[] = []): Promise<void> {
    if (await listAmong([file, ...others])) return this.#measure(file, others);
    this.#file = file;
    this.#requests?.begin();
    await this.#flow?.take(file, others);
  }

  async #sample(): Promise<void> {
    this.#requests?.begin();
    await this.#flow?.sample(SAMPLE_NAME);
  }

  #choose(): void {
    pick('', (file, others) => void this.#take(file, others), true);
  }

  #chooseSettings(): void {
    pick('.json,application/json', async (file) => {
      try {
        await this.restore(parseSettings(await file.text()));
      } catch (thrown) {
        this.#flow?.tell(undefined, failureOf(thrown));
      }
    });
  }

  async #export(kind: ExportKind): Promise<void> {
    const shown = this.#flow?.state.shown;
    const analysis = this.#flow?.shown;
    if (!shown || !analysis) return;
    switch (kind) {
      case 'customers':
        return this.#saveCustomers({ ...firstQuery, mask: this.#browse.state.query.mask }, 'customers');
      case 'setAside':
        return this.#try(async () => this.#save(nameFor(shown.name, 'set-aside', 'csv'), await analysis.setAsideCsv(), 'text/csv'));
      case 'settings':
        return this.#save(nameFor(shown.name, 'settings', 'json'), JSON.stringify(this.save(), null, 2), 'application/json');
      case 'report':
        return this.#save(nameFor(shown.name, 'report', 'json'), JSON.stringify(shown.report, null, 2), 'application/json');
      case 'page': {
        const title = messages(this.#formatter.language).topbar.file(this.#formatter, {
          name: shown.name, rows: shown.report.input.rows_read, customers: shown.report.totals.customers,
        });
        const text = standalone(this.renderRoot as ShadowRoot, title, this.#formatter.language, this.#isDark());
        return this.#save(nameFor(shown.name, 'report', 'html'), text, 'text/html');
      }
      case 'print':
        window.print();
    }
  }

  /** A question for a file: with what was noted, unless nobody is to be named. */
  #leaving(query: CustomerQuery): CustomerQuery {
    return this.masked ? query : { ...query, notes: this.#card.notes };
  }

  async #saveList(record = false): Promise<void> {
    const analysis = this.#flow?.shown;
    if (!analysis) return;
    // For a tool it would be of no use under pseudonyms; the engine refuses it.
    if (this.masked) this.#lists.choose({ preset: 'plain' });
    await this.#lists.save(analysis, this.#leaving(this.#browse.state.query), record);
  }

  /** A list that came back, with results beside it or without. */
  async #measure(file: File, others: readonly File[]): Promise<void> {
    const engines = this.#engines;
    const files = [file, ...others];
    const list = (await listAmong(files)) ?? file;
    const results = files.find((other) => other !== list);
    await this.#dress();
    if (engines) await this.#lists.measure(list, results, this.#flow?.shown, engines, this.#browse.state.query.mask);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#lifts-title')?.focus();
  }

  /** Draws the one page, prints it, and takes it away again. */
  async #printBrief(): Promise<void> {
    this.brief = true;
    await this.updateComplete;
    addEventListener('afterprint', () => { this.brief = false; }, { once: true });
    window.print();
  }

  #saveCustomers(query: CustomerQuery, what: string): Promise<void> {
    return this.#try(async () => {
      const analysis = this.#flow?.shown;
      if (analysis) this.#save(nameFor(analysis.source.name, what, 'csv'), await analysis.customersCsv(this.#leaving(query)), 'text/csv');
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const failure: Failure = failureOf(thrown);
      this.#flow?.tell(undefined, failure);
    }
  }

  #go(id: SectionId): void {
    this.section = id;
    const section = this.renderRoot.querySelector<HTMLElement>(`[data-section="${id}"]`);
    if (!section) return;
    // At once: on the way there everything that is computed near the screen would be, and push the section away.
    section.scrollIntoView({ block: 'start' });
    this.#keep(section);
    section.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  /** What loads above a section pushes it away: it stays where it was put until somebody moves, or for a while. */
  #keep(section: HTMLElement): void {
    this.#kept?.abort();
    const kept = this.#kept = new AbortController();
    const { signal } = kept;
    const top = section.getBoundingClientRect().top;
    const sizes = new ResizeObserver(() => {
      if (Math.abs(section.getBoundingClientRect().top - top) > 1) section.scrollIntoView({ block: 'start' });
    });
    for (const each of this.renderRoot.querySelectorAll('[data-section]')) sizes.observe(each);
    const stop = (): void => kept.abort();
    signal.addEventListener('abort', () => sizes.disconnect());
    for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) addEventListener(type, stop, { signal, passive: true });
    setTimeout(stop, KEPT_MILLISECONDS);
  }

  /** Marks in the index which section is being read. */
  #watchSections(): void {
    this.#seen?.disconnect();
    this.#seen = new IntersectionObserver((entries) => {
      const entry = entries.find(({ isIntersecting }) => isIntersecting);
      const id = (entry?.target as HTMLElement | undefined)?.dataset['section'];
      if (id) this.section = id as SectionId;
    }, { rootMargin: '-15% 0px -80% 0px' });
    for (const section of this.renderRoot.querySelectorAll('[data-section]')) this.#seen.observe(section);
    // What is computed on demand is asked for a screen before it is seen.
    this.#near?.disconnect();
    const worth = {
      near: (near: boolean): void => {
        this.#levels.near(near);
        this.#accounts.near(near);
      },
    };
    const asked = { worth, moves: this.#moves, next: this.#next, agenda: this.#agenda, plan: this.#plan };
    this.#near = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        asked[(target as HTMLElement).dataset['section'] as keyof typeof asked].near(isIntersecting);
      }
    }, { rootMargin: '100% 0px' });
    for (const [id, asks] of Object.entries(asked)) {
      const section = this.renderRoot.querySelector(`[data-section="${id}"]`);
      if (section) this.#near.observe(section);
      else asks.near(false);
    }
  }

  #dragged = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.held = true;
  };

  #left = (event: DragEvent): void => {
    const root = event.currentTarget as HTMLElement;
    if (!(event.relatedTarget instanceof Node) || !root.contains(event.relatedTarget)) this.held = false;
  };

  #dropped = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.held = false;
    const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file');
    const files = items
      .filter((item) => !item.webkitGetAsEntry?.()?.isDirectory)
      .map((item) => item.getAsFile())
      .filter((file) => file !== null);
    const [file, ...others] = files;
    if (file) void this.#take(file, others);
    else this.#flow?.tell(undefined, { code: 'directory' });
  };
}

/** One section that fails must not take the others, or the way out, with it. */
function drawn(m: Messages, body: () => TemplateResult): TemplateResult {
  try {
    return body();
  } catch (thrown) {
    console.error(thrown);
    return html`<p class="nothing">${m.sectionFailed}</p>`;
  }
}

/** Lets a person choose a file, or several. */
function pick(accept: string, chosen: (file: File, others: File[]) => void, multiple = false): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = multiple;
  input.addEventListener('change', () => {
    const [file, ...others] = input.files ?? [];
    if (file) chosen(file, others);
  });
  input.click();
}
