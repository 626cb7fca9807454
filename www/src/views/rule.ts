/** The rule that cuts the tiers, open to change: what they are cut by, what keeps a tier, and the weights of the value index. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CutBy, Report, Settings, TierCuts, Weights } from '../engine/types.js';
import type { ViewContext } from './context.js';

type Part = keyof Weights;
/** The parts that comparisons of pairs know. */
const COMPARED: readonly Part[] = ['recency', 'frequency', 'monetary', 'tenure'];

/** What is wrong with a rule. */
type Fault = 'over' | 'crossed' | 'number';

/** What the form says, as settings, or what is wrong with it. `cuts` are those in effect. */
export function settingsOf(data: FormData, parts: Part[], cuts: TierCuts): Partial<Settings> | Fault {
  const read = (name: string): number => Number(data.get(name) || NaN);
  const by = (data.get('by') ?? 'customers') as CutBy;
  const [potential, keep] = [read('potential') / 100, read('keep') / 100];
  const since = String(data.get('since') ?? '') || undefined;
  const weights: Weights = Object.fromEntries(parts.map((part) => [part, read(part)]));
  const all = Object.values(weights);
  const valid = [potential, ...all].every((number) => number >= 0) && potential <= 1 && keep >= 0.5 && keep <= 1;
  if (!valid || !all.some((weight) => weight > 0)) return 'number';
  const rest = { by, potential, keep, ...(since === undefined ? {} : { since }) };
  if (by === 'money') {
    const money: [number, number] = [read('money-high'), read('money-medium')];
    if (!money.every(Number.isFinite)) return 'number';
    if (money[0] < money[1]) return 'crossed';
    return { tiers: { ...cuts, ...rest, money }, weights, comparisons: [] };
  }
  const [high, medium] = [read('high') / 100, read('medium') / 100];
  if (!(high >= 0 && medium >= 0)) return 'number';
  if (high + medium > 1 + 1e-9) return 'over';
  return { tiers: { ...cuts, ...rest, high, medium }, weights, comparisons: [] };
}

/** Shares of the revenue that ABC is usually cut at: where a person begins. */
const OF_REVENUE = { high: 0.8, medium: 0.15 };
const OF_CUSTOMERS = { high: 0.2, medium: 0.3 };

/** The same tiers by another rule, as near as it can be: by money, from the lowest net spend that is in them. */
function cutBy(by: CutBy, report: Report): TierCuts {
  const cuts: TierCuts = { ...report.settings.tiers, by };
  if (by === 'revenue') return { ...cuts, ...OF_REVENUE };
  if (by === 'customers') return { ...cuts, ...OF_CUSTOMERS };
  const median = (place: number): number => Math.max(0, Math.round(report.tiers.value[place]?.median_net ?? 0));
  return { ...cuts, money: [Math.max(median(0), median(1)), median(1)] };
}

/** Keeps slider, number and sum together while a person moves one of them. */
function follow(event: Event, parts: Part[], ctx: ViewContext): void {
  const moved = event.target as HTMLInputElement;
  const form = moved.form;
  if (!form) return;
  const of = (name: string): HTMLInputElement | undefined => {
    const found = form.elements.namedItem(name);
    return found instanceof HTMLInputElement ? found : undefined;
  };
  const part = parts.find((name) => moved.name === name || moved.name === `slide-${name}`);
  const twin = part && of(moved.name === part ? `slide-${part}` : part);
  if (twin) twin.value = moved.value;
  const sum = parts.reduce((whole, name) => whole + Number(of(name)?.value ?? 0), 0);
  const shown = form.querySelector<HTMLOutputElement>('output[name="sum"]');
  if (shown) shown.value = ctx.m.forecast.weights.sum(ctx.fmt, { sum });
}

/** What the form says, where nothing is wrong with it; else the form says what is. */
function told(form: HTMLFormElement, report: Report, ctx: ViewContext): Partial<Settings> | undefined {
  const { since: _, ...cuts } = report.settings.tiers ?? {};
  const said = settingsOf(new FormData(form), report.tiers.parts, cuts);
  const fault = form.querySelector<HTMLOutputElement>('output.r-fault');
  if (fault) fault.value = typeof said === 'string' ? ctx.m.levels.rule[said] : '';
  return typeof said === 'string' ? undefined : said;
}

const DEGREES = [9, 7, 5, 3] as const;
/** Beyond this, comparisons contradict each other too much (Saaty). */
const SOUND = 0.1;

/** The parts that are compared: those of money and time, and tenure where it counts. */
const compared = (weights: Weights): Part[] => COMPARED.filter((part) => part !== 'tenure' || (weights.tenure ?? 0) > 0);

/** Each two of them, in the engine's order. */
const pairsOf = (parts: Part[]): [Part, Part][] =>
  parts.flatMap((one, i) => parts.slice(i + 1).map((other): [Part, Part] => [one, other]));

/** Weights from comparisons of pairs, and whether those fit together. */
function renderPairs(report: Report, ctx: ViewContext): TemplateResult {
  const said = ctx.m.forecast.weights;
  const words = said.pairs;
  const { weights = {}, comparisons = [] } = report.settings;
  const ratio = report.tiers.consistency_ratio;
  const pairs = pairsOf(compared(weights));
  const known = comparisons.length === pairs.length ? comparisons : pairs.map(() => 1);
  const option = (value: number, text: string, chosen: number): TemplateResult =>
    html`<option value=${value} ?selected=${Math.abs(Math.log(value / chosen)) < 0.1}>${text}</option>`;
  return html`
    <details class="r-details r-pairs" ?open=${ratio !== undefined}>
      <summary>${words.title}</summary>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget as HTMLFormElement);
          ctx.recalculate({ comparisons: pairs.map((_, i) => Number(data.get(`pair-${i}`))) });
        }}
      >
        <p class="r-aside">${words.about}</p>
        ${pairs.map(([one, other], i) => {
          const chosen = known[i] ?? 1;
          const [first, second] = [said.parts[one], said.parts[other]];
          return html`
            <label class="r-field">
              <span>${words.pair(ctx.fmt, { one: first, other: second })}</span>
              <select name=${`pair-${i}`}>
                ${DEGREES.map((degree) => option(degree, words.choice(ctx.fmt, { part: first, degree }), chosen))}
                ${option(1, words.same, chosen)}
                ${[...DEGREES].reverse().map((degree) => option(1 / degree, words.choice(ctx.fmt, { part: second, degree }), chosen))}
              </select>
            </label>
          `;
        })}
        ${ratio === undefined ? nothing : html`<p role="status">${(ratio <= SOUND ? words.sound : words.unsound)(ctx.fmt, { ratio })}</p>`}
        <button type="submit" class="r-button">${words.apply}</button>
      </form>
    </details>
  `;
}

/** What the weights decide: who would change tier if one of them were a little more or less. */
function renderSensitivity(report: Report, ctx: ViewContext): TemplateResult | typeof nothing {
  const { sensitivity } = report.tiers;
  const said = ctx.m.forecast.weights;
  const words = said.sensitivity;
  const [any] = sensitivity;
  if (!any) return nothing;
  const moved = ({ up, down }: { up: number; down: number }): number => up + down;
  const most = sensitivity.reduce((a, b) => (moved(b) > moved(a) ? b : a), any);
  const title = moved(most) > 0 ? words.title(ctx.fmt, { part: said.parts[most.part], moved: moved(most) }) : words.none;
  const change = (part: Part, less: boolean): string => {
    const found = sensitivity.find((one) => one.part === part && one.points < 0 === less);
    return found ? words.change(ctx.fmt, found) : ctx.m.none;
  };
  return html`
    <div class="r-sensitivity">
      <p><b>${title}</b></p>
      <p class="r-aside">${words.about}</p>
      <table class="r-plain">
        <caption class="r-hidden">${title}</caption>
        <thead>
          <tr>
            <th scope="col">${words.head.weight}</th>
            <th scope="col">${words.head.less}</th>
            <th scope="col">${words.head.more}</th>
          </tr>
        </thead>
        <tbody>
          ${report.tiers.parts.filter((part) => sensitivity.some((one) => one.part === part)).map(
            (part) => html`<tr>
              <th scope="row">${said.parts[part]}</th>
              <td>${change(part, true)}</td>
              <td>${change(part, false)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

export function renderRule(report: Report, ctx: ViewContext): TemplateResult {
  const words = ctx.m.report.worth.rule;
  const said = ctx.m.forecast.weights;
  const { tiers: cuts = {}, weights = {} } = report.settings;
  const { parts } = report.tiers;
  const by = cuts.by ?? 'customers';
  const rule = ctx.m.levels.rule;
  const names: CutBy[] = ['customers', 'revenue', 'money'];
  const whole = (value: number | undefined): string => (value === undefined ? '' : String(Math.round(value)));
  const money = (name: string, label: string, value: number | undefined): TemplateResult => html`
    <label class="r-field">
      <span>${label}</span>
      <input name=${name} type="number" step="any" required .value=${live(String(value ?? ''))} />
    </label>
  `;
  const percent = (name: string, label: string, share: number | undefined): TemplateResult => html`
    <label class="r-field">
      <span>${label}</span>
      <input name=${name} type="number" min="0" max="100" step="1" required .value=${live(whole(share === undefined ? undefined : share * 100))} />
    </label>
  `;
  const sum = parts.reduce((total, part) => total + (weights[part] ?? 0), 0);
  return html`
    <details class="r-details r-rulebook">
      <summary>${words.title}</summary>
      <form
        @input=${(event: Event) => {
          // Another rule has other fields: it is drawn first.
          if ((event.target as HTMLElement).tagName === 'SELECT') return;
          follow(event, parts, ctx);
          const settings = told(event.currentTarget as HTMLFormElement, report, ctx);
          if (settings) ctx.follow(settings);
        }}
        @change=${(event: Event) => {
          const changed = event.target as HTMLSelectElement;
          if (changed.tagName === 'SELECT') return ctx.recalculate({ tiers: cutBy(changed.value as CutBy, report) });
          const settings = told(event.currentTarget as HTMLFormElement, report, ctx);
          if (settings) ctx.settle(settings);
        }}
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const settings = told(event.currentTarget as HTMLFormElement, report, ctx);
          if (settings) ctx.recalculate(settings);
        }}
      >
        <label class="r-field">
          <span>${rule.by}</span>
          <select name="by">
            ${names.map((id) => html`<option value=${id} .selected=${live(id === by)}>${ctx.m.levels.cutBy[id]}</option>`)}
          </select>
        </label>
        ${by === 'money'
          ? html`${money('money-high', rule.moneyHigh, cuts.money?.[0])} ${money('money-medium', rule.moneyMedium, cuts.money?.[1])}`
          : html`${percent('high', rule.high[by], cuts.high)} ${percent('medium', rule.medium[by], cuts.medium)}`}
        ${percent('potential', words.potential, cuts.potential)} ${percent('keep', rule.keep, cuts.keep)}
        ${report.as_of === undefined
          ? nothing
          : html`
              <label class="r-field">
                <span>${rule.since}</span>
                <input name="since" type="date" min=${report.first_day ?? ''} max=${report.as_of} .value=${live(cuts.since ?? '')} />
              </label>
              <p class="r-aside">${rule.sinceAbout}</p>
            `}
        <output class="r-fault"></output>
        <fieldset class="r-weights">
          <legend>${words.weights}</legend>
          ${parts.map(
            (part) => html`
              <label class="r-field r-weight">
                <span>${said.parts[part]}</span>
                <input
                  name=${`slide-${part}`}
                  type="range"
                  min="0"
                  max="100"
                  step="1"
                  aria-label=${said.slider(ctx.fmt, { part: said.parts[part] })}
                  .value=${live(whole(weights[part]))}
                />
                <input name=${part} type="number" min="0" max="100" step="1" required
                  aria-label=${said.parts[part]} .value=${live(whole(weights[part]))} />
              </label>
            `,
          )}
          ${by === 'money' ? html`<p class="r-aside">${rule.moneyAlone}</p>` : nothing}
          <output name="sum" class="r-aside" .value=${live(said.sum(ctx.fmt, { sum }))}></output>
        </fieldset>
        <p class="r-aside">${words.about}</p>
        <button type="submit" class="r-button">${words.apply}</button>
      </form>
      ${renderPairs(report, ctx)} ${renderSensitivity(report, ctx)}
    </details>
  `;
}
