/**
 * What a view of the report gets besides the report: words, number formats, and the few things it may ask for.
 *
 * A view is a function `(report: Report, ctx: ViewContext) => TemplateResult`. It keeps no state of its own: what a
 * person chose within the report is in `ctx.choices`, and `ctx.choose` draws the page again with another choice.
 *
 * The shell draws each section's frame and its `<h2>`; a view begins at `<h3>`. It imports, from the views of the report:
 * `renderAnswer` (answer.ts), `renderWho` (who.ts), `renderWorth` (worth.ts), `renderActions` (actions.ts), and their style
 * sheet `reportStyles` (report.styles.ts). Names of segments, groups, stages, tiers and reasons are in `ctx.m.terms`.
 */

import type { Clustering, CompareQuery, Comparison, CustomerQuery, MoveView, Settings } from '../engine/types.js';
import type { DemandState } from '../element/demand.js';
import type { Formatter } from '../element/format.js';
import type { CompareMeasure } from '../messages/compare.types.js';
import type { Messages } from '../messages/types.js';

/** The views of WHO, of which one is shown. */
export type WhoView = 'grid' | 'segments' | 'clusters' | 'lifecycle' | 'eight_types' | 'nes' | 'abc' | 'compare';

/** What a person has chosen within the report. None of it changes a number. */
export interface ViewChoices {
  /** Absent: the view that the data carry. */
  who?: WhoView;
  /** The tiers that WORTH shows. */
  worth: 'value' | 'potential';
  /** The groups whose three values are compared. */
  values: 'value' | 'potential' | 'segments';
  /** The groups that customers move between. */
  moves: MoveView;
  /** What the cohorts show. */
  cohorts: 'retention' | 'value';
  /** What groups side by side are compared by. */
  compare?: CompareMeasure;
}

/** Colours of the theme in effect, for what CSS can't reach (a canvas). The names are those of `element/tokens.ts`. */
export type ColourName =
  | 'surface' | 'raised' | 'text' | 'muted' | 'line' | 'accent' | 'risk' | 'warn' | 'quiet'
  | 'protect' | 'grow' | 'welcome' | 'save' | 'rest' | 'convert' | 'value-3' | 'value-4' | 'value-5'
  | 'group-1' | 'group-2' | 'group-3' | 'group-4' | 'group-5' | 'group-6' | 'group-7' | 'group-8';

export interface ViewContext {
  /** Every word a person sees. */
  m: Messages;
  /** Numbers, money, days and shares in the page's language. */
  fmt: Formatter;
  choices: ViewChoices;
  choose(choice: Partial<ViewChoices>): void;
  /** Shows these customers in the customers table, and goes there. */
  open(query: Partial<CustomerQuery>): void;
  /** Calculates the report again with other settings (weights, tier cuts, clusters): no second pass over the file. */
  recalculate(settings: Partial<Settings>): void;
  /** The clusters, which are computed when their view is shown. */
  clusters: DemandState<Clustering>;
  /** Groups side by side, computed when their view is shown, and again by another split. */
  compare: { state: DemandState<Comparison>; ask(query: CompareQuery): void };
  /** The same while a hand moves cuts, weights or thresholds: the page follows as far as it can. */
  follow(settings: Partial<Settings>): void;
  /** The hand has let go. */
  settle(settings: Partial<Settings>): void;
  /** Keeps settings that no number of the report depends on. */
  keep(settings: Partial<Settings>): void;
  /** Prints one page with the findings. */
  brief(): void;
  /** Saves a chart that is on the screen, with its finding, as a picture. */
  picture(chart: Element, name: string, kind: 'png' | 'svg'): void;
  /** A colour of the theme as `rgb(…)`. */
  colour(name: ColourName): string;
  /** Changes when the theme changes: a chart that was drawn with another value is drawn again. */
  theme: 'light' | 'dark';
}
