/** The thresholds of a view by rule: as a ruler, and open to change. Templates for trades, and why a simpler view is shown. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ruler } from '../../charts/ruler.js';
import type { Axis, EightBy, EightCutsFound, Four, Report, Rfm, ScoreCuts, SegmentRules, StageCuts } from '../../engine/types.js';
import type { ViewContext, WhoView } from '../context.js';

/** What a form of thresholds says: the rules, or what is wrong with them. */
export type Said = { rules: SegmentRules } | { fault: { above: number; below: number } | 'missing' };

const AXES: readonly Axis[] = ['recency', 'frequency', 'monetary'];
const STAGES: readonly (keyof StageCuts)[] = ['slowing', 'dormant', 'dormant_one', 'lost'];
const PERCENT = 100;

/** The numbers of some fields; NaN for those that are empty. */
const read = (data: FormData, names: string[]): number[] =>
  names.map((name) => Number(String(data.get(name) ?? '').trim() || NaN));

/** Two neighbours that are not in order; `strictly`: equal ones neither. */
function crossed(values: number[], strictly: boolean): { above: number; below: number } | undefined {
  for (const [place, below] of values.slice(1).entries()) {
    const above = values[place] ?? 0;
    if (strictly ? above >= below : above > below) return { above, below };
  }
  return undefined;
}

const scoreNames = (axis: Axis): string[] => [0, 1, 2, 3].map((place) => `${axis}-${place}`);

/** The rules with what a form of this view says in place of what was; `found` are the cuts of the eight types in effect. */
export function rulesOf(view: WhoView, data: FormData, rules: SegmentRules, found?: EightCutsFound): Said {
  const checked = (values: number[], strictly: boolean): Said | undefined => {
    if (values.some((value) => !Number.isFinite(value))) return { fault: 'missing' };
    const fault = crossed(values, strictly);
    return fault && { fault };
  };
  const cycle = String(data.get('cycle') ?? '').trim();
  const days = cycle === '' ? undefined : Number(cycle);
  if (days !== undefined && !(days >= 1 && days <= 3650)) return { fault: 'missing' };
  switch (view) {
    case 'nes': {
      const cuts = read(data, ['nes-0', 'nes-1', 'nes-2']);
      return checked([0, ...cuts], true) ?? { rules: { ...rules, cycle_days: days, nes: cuts as [number, number, number] } };
    }
    case 'lifecycle': {
      const [slowing = NaN, dormant = NaN, one = NaN, lost = NaN] = read(data, [...STAGES]);
      return checked([1, slowing, dormant], true) ?? checked([1, one], true) ?? checked([1, lost], true) ??
        { rules: { ...rules, cycle_days: days, stages: { slowing, dormant, dormant_one: one, lost } } };
    }
    case 'abc': {
      const [a = NaN, b = NaN] = read(data, ['a', 'b']);
      return checked([0, a, b], true) ?? (b > PERCENT ? { fault: { above: b, below: PERCENT } } : { rules: { ...rules, abc: [a / PERCENT, b / PERCENT] } });
    }
    case 'eight_types': {
      const by = String(data.get('by')) as EightBy;
      if (by !== 'given') return { rules: { ...rules, eight: { by } } };
      // Just chosen: the fields are not drawn yet, and begin with the cuts in effect.
      const [recency = NaN, frequency = NaN, monetary = NaN] = found && !data.has('recency') ? AXES.map((axis) => found[axis]) : read(data, [...AXES]);
      return checked([recency], false) ?? checked([frequency], false) ?? checked([monetary], false) ??
        { rules: { ...rules, eight: { by, recency, frequency, monetary } } };
    }
    default: {
      const cuts = AXES.map((axis) => read(data, scoreNames(axis)));
      const [recency, frequency, monetary] = cuts as [Four, Four, Four];
      return cuts.map((each) => checked(each, false)).find((said) => said !== undefined) ??
        { rules: { ...rules, scores: { recency, frequency, monetary } } };
    }
  }
}

/** What a person reads: two decimals are enough. */
const shown = (value: number | undefined): string => (value === undefined ? '' : String(Math.round(value * 100) / 100));

function number(name: string, label: string, value: number | undefined): TemplateResult {
  return html`
    <label class="r-field">
      <span>${label}</span>
      <input name=${name} type="number" step="any" required .value=${live(shown(value))} />
    </label>
  `;
}

/** The cuts of the report; where there are three levels only, those that a template would take. */
function cutsOf(report: Report): ScoreCuts | undefined {
  const { rfm } = report;
  if (!rfm) return undefined;
  if (rfm.method === 'tertiles') return fixedOf(report);
  return { recency: rfm.recency_edges as Four, frequency: rfm.frequency_edges as Four, monetary: rfm.monetary_edges as Four };
}

const fixedOf = (report: Report): ScoreCuts | undefined =>
  report.segments.templates.find(({ id }) => id === 'manufacturing')?.segments.scores;

function scoreRulers(rfm: Rfm, ctx: ViewContext): TemplateResult[] {
  const { fmt } = ctx;
  const words = ctx.m.thresholds;
  return AXES.map((axis) => {
    const edges = { recency: rfm.recency_edges, frequency: rfm.frequency_edges, monetary: rfm.monetary_edges }[axis];
    const step = edges.length === 2 ? 2 : 1;
    const scores = Array.from({ length: edges.length + 1 }, (_, place) => 1 + step * (axis === 'recency' ? edges.length - place : place));
    const cells = scores.map((score, place) => {
      const last = edges[place - 1] ?? 0;
      const to = edges[place];
      return {
        name: words.score(fmt, { score }),
        tone: `var(--value-tiers-value-${score})`,
        from: to === undefined ? words.over(fmt, { axis, from: last }) : words.upTo(fmt, { axis, to }),
      };
    });
    const title = words.rulers(fmt, { axis });
    return html`
      <h4 class="r-finding-title">${title}</h4>
      ${ruler(cells, `${title}: ${cells.map(({ name, from }) => `${name} ${from}`).join(', ')}`)}
    `;
  });
}

function fields(view: WhoView, report: Report, rules: SegmentRules, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.thresholds;
  const cycle = html`
    <label class="r-field">
      <span>${words.cycle}</span>
      <input name="cycle" type="number" min="1" max="3650" step="any" .value=${live(shown(rules.cycle_days))} />
    </label>
    <p class="r-aside">${words.cycleAuto}</p>
  `;
  switch (view) {
    case 'nes':
      return html`${words.nesField.map((label, place) => number(`nes-${place}`, label, rules.nes?.[place]))} ${cycle}`;
    case 'lifecycle':
      return html`${STAGES.map((name) => number(name, words.stageField[name], rules.stages?.[name]))} ${cycle}`;
    case 'abc':
      return html`${number('a', words.abc.a, PERCENT * (rules.abc?.[0] ?? 0))} ${number('b', words.abc.b, PERCENT * (rules.abc?.[1] ?? 0))}`;
    case 'eight_types': {
      const cuts = report.segments.eight_cuts;
      const by = rules.eight?.by ?? 'median';
      return html`
        <label class="r-field">
          <span>${words.eight.by}</span>
          <select name="by">
            ${(['median', 'mean', 'given'] as const).map((id) => html`<option value=${id} .selected=${live(id === by)}>${words.eight.from[id]}</option>`)}
          </select>
        </label>
        ${by === 'given' && cuts ? AXES.map((axis) => number(axis, words.axis[axis], cuts[axis])) : nothing}
      `;
    }
    default: {
      const cuts = cutsOf(report);
      if (!cuts) return nothing;
      return html`${AXES.map(
        (axis) => html`
          <fieldset class="r-numbers">
            <legend>${words.axis[axis]}</legend>
            ${scoreNames(axis).map((name, place) =>
              number(name, words.field(fmt, { axis, score: axis === 'recency' ? 5 - place : place + 1 }), cuts[axis][place]))}
          </fieldset>
        `,
      )}`;
    }
  }
}

function presets(view: WhoView, report: Report, rules: SegmentRules, ctx: ViewContext): TemplateResult | typeof nothing {
  const words = ctx.m.thresholds;
  if (view !== 'grid' && view !== 'segments') return nothing;
  const fixed = fixedOf(report);
  const take = (scores: ScoreCuts | undefined): void => ctx.recalculate({ segments: { ...rules, scores } });
  return html`
    <div class="r-row">
      <button type="button" class="r-button" @click=${() => take(undefined)}>${words.fromData}</button>
      ${fixed ? html`<button type="button" class="r-button" @click=${() => take(fixed)}>${words.fixed}</button>` : nothing}
    </div>
  `;
}

function templates(report: Report, ctx: ViewContext): TemplateResult {
  const words = ctx.m.thresholds;
  const names = report.segments.templates.map((one) => ({ ...one, ...words.template[one.id] }));
  return html`
    <details class="r-details">
      <summary>${words.templates}</summary>
      <p class="r-aside">${words.templatesAbout}</p>
      <ul class="r-facts">
        ${names.map(
          ({ id, name, sets, weights, tiers, segments, view }) => html`
            <li>
              <b>${name}</b> ${report.settings.template === id ? html`<span>· ${words.taken}</span>` : nothing}
              <p>${sets}</p>
              <button type="button" class="r-list" aria-label=${`${words.take}: ${name}`}
                @click=${() => {
                  ctx.choose({ who: view });
                  ctx.recalculate({ template: id, weights, comparisons: [], tiers, segments });
                }}>${words.take}<span class="r-arrow" aria-hidden="true"></span></button>
            </li>
          `,
        )}
      </ul>
    </details>
  `;
}

/** Why a simpler view is shown, where it is. */
export function renderGate(report: Report, ctx: ViewContext): TemplateResult | typeof nothing {
  const { gate } = report.segments;
  if (!gate) return nothing;
  return html`<div class="r-verdict"><p class="r-verdict-says">${ctx.m.thresholds.gate[gate.why](ctx.fmt, { value: gate.value })}</p></div>`;
}

export function renderThresholds(view: WhoView, report: Report, ctx: ViewContext): TemplateResult | typeof nothing {
  const words = ctx.m.thresholds;
  if (view === 'clusters' || view === 'compare') return nothing;
  const rules = report.settings.segments ?? {};
  const scored = view === 'grid' || view === 'segments';
  const told = (form: HTMLFormElement): SegmentRules | undefined => {
    const said = rulesOf(view, new FormData(form), rules, report.segments.eight_cuts);
    const output = form.querySelector('output');
    if (!output) return undefined;
    const fault = 'fault' in said ? said.fault : undefined;
    output.value = fault === undefined ? words.sound : fault === 'missing' ? words.missing : words.fault(ctx.fmt, fault);
    output.classList.toggle('r-fault', fault !== undefined);
    return 'rules' in said ? said.rules : undefined;
  };
  const inForm = (event: Event): SegmentRules | undefined => told(event.currentTarget as HTMLFormElement);
  const form = fields(view, report, rules, ctx);
  return html`
    ${form === nothing ? nothing : html`
      <details class="r-details r-rulebook r-thresholds">
        <summary>${words.title}</summary>
        ${scored && report.rfm ? scoreRulers(report.rfm, ctx) : nothing}
        <form
          @input=${(event: Event) => {
            const segments = inForm(event);
            if (segments) ctx.follow({ segments });
          }}
          @change=${(event: Event) => {
            const segments = inForm(event);
            if (segments) ctx.settle({ segments });
          }}
          @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            const segments = inForm(event);
            if (segments) ctx.recalculate({ segments });
          }}
        >
          ${form}
          <output class="r-aside"></output>
          <button type="submit" class="r-button">${words.apply}</button>
        </form>
        ${presets(view, report, rules, ctx)}
      </details>
    `}
    ${templates(report, ctx)}
  `;
}
