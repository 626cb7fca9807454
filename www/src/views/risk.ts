/** RISK: who may not come back, ranked by money at stake; why, as evidence; and how the same warning did on the past. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { bar } from '../charts/bar.js';
import { calibration } from '../charts/calibration.js';
import { split } from '../charts/split.js';
import type { Bin, CauseGroup, Driver, LabelModel, Report, RiskBand, WarningSettings, Warnings } from '../engine/types.js';
import { behind } from './back-test.js';
import type { ViewContext } from './context.js';
import { showList } from './list.js';

/** The token of a level: danger from amber to red, what needs no attention is quiet. */
const TONE: Record<RiskBand, string> = {
  red: 'var(--value-tiers-risk)',
  amber: 'var(--value-tiers-warn)',
  green: 'var(--value-tiers-quiet)',
};
/** Drivers that are drawn. */
const DRIVERS = 8;
/** From here on a column by itself ranks suspiciously well. */
const SUSPECT = 0.9;
const MOST_DAYS = 365;
const LEAST_DAYS = 7;

function levels(w: Warnings, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.risk;
  const sum = (of: (band: Warnings['bands'][number]) => number): number => w.bands.reduce((all, band) => all + of(band), 0) || 1;
  const [customers, money] = [sum((band) => band.customers), sum((band) => Number(band.value_at_risk))];
  return html`
    ${split(
      [
        { name: words.customers, parts: w.bands.map((band) => ({ tone: TONE[band.id], share: band.customers / customers })) },
        { name: words.atStake, parts: w.bands.map((band) => ({ tone: TONE[band.id], share: Number(band.value_at_risk) / money })) },
      ],
      words.bars,
    )}
    <ul class="r-levels">
      ${w.bands.map((band, i) => {
        const name = words.band[band.id];
        return html`
          <li class="r-level" data-band=${band.id}>
            <h4><span class="r-level-mark" aria-hidden="true"></span>${name}</h4>
            <p class="r-big">
              <b>${fmt.moneyShort(band.value_at_risk)}</b>
              <span>${ctx.m.report.customers(fmt, { count: band.customers })}</span>
            </p>
            <p class="r-share">${words.from(fmt, { from: band.from, to: w.bands[i - 1]?.from })}</p>
            ${showList(ctx, band.customers, name, { risk_band: band.id, sort: 'value_at_risk', descending: true })}
          </li>
        `;
      })}
    </ul>
  `;
}

function calibrated(bins: Bin[], ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.risk.hit;
  // The title speaks of the tenth with most customers.
  const [any] = bins;
  if (!any) return nothing;
  const most = bins.reduce((found, bin) => (bin.customers > found.customers ? bin : found), any);
  const title = words.calibration(fmt, { predicted: most.predicted, actual: most.actual });
  return html`
    <div class="r-proof">
      <h5 class="r-finding-title">${title}</h5>
      ${calibration(bins, { label: title, x: words.x, y: words.y, even: words.even, tick: (share) => fmt.share(share) })}
      ${behind(
        title,
        [{ name: words.tenth }, { name: ctx.m.risk.customers, number: true }, { name: words.x, number: true }, { name: words.y, number: true }],
        bins.map((bin) => [fmt.number(100 * bin.from), fmt.count(bin.customers), fmt.fixed(100 * bin.predicted, 1), fmt.share(bin.actual, 1)]),
        ctx,
      )}
    </div>
  `;
}

function hitRate(w: Warnings, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.risk.hit;
  const hit = w.hit_rate;
  if (!hit) return nothing;
  const title = hit.red > 0 ? words.title(fmt, { days: hit.days, red: hit.red, left: hit.red_left }) : words.none(fmt, { days: hit.days });
  return html`
    <div class="r-test">
      <h4 class="r-heading">${title}</h4>
      <div class="r-concentration">
        ${calibrated(hit.bins, ctx)}
        <ul class="r-facts">
          <li>${words.about(fmt, { ...hit, dayText: fmt.day(hit.day) })}</li>
          ${hit.recall === undefined ? nothing : html`<li>${words.recall(fmt, { recall: hit.recall, left: hit.left })}</li>`}
          ${hit.lift === undefined ? nothing : html`<li>${words.lift(fmt, { lift: hit.lift, share: hit.left / hit.customers })}</li>`}
          ${hit.auc === undefined || hit.recency_auc === undefined
            ? nothing
            : html`<li>${words.ranking(fmt, { auc: hit.auc, recency: hit.recency_auc, better: hit.better })}</li>`}
        </ul>
      </div>
    </div>
  `;
}

function cause(group: CauseGroup, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.risk.causes;
  const said = ctx.m.risk.cause[group.id];
  const act = ctx.m.report.act;
  const all = group.customers + group.not_seen + group.no_data || 1;
  const counts = words.split(fmt, { seen: group.customers, notSeen: group.not_seen, noData: group.no_data });
  const { response } = group;
  // The offers of value and of nothing say so themselves.
  const plain = response.offer === 'value' || response.offer === 'nothing';
  const about = !response.no_discount ? ` · ${words.discountTested}` : plain ? '' : ` · ${words.noDiscount}`;
  return html`
    <li class="r-cause">
      <h5>${said.name}<span class="r-share">${fmt.moneyShort(group.value_at_risk)}</span></h5>
      <p class="r-meaning">${said.means}</p>
      ${split(
        [
          {
            parts: [
              { tone: 'var(--value-tiers-risk)', share: group.customers / all },
              { tone: 'var(--value-tiers-quiet)', share: group.not_seen / all },
              { tone: 'var(--value-tiers-quiet-soft)', share: group.no_data / all },
            ],
          },
        ],
        `${said.name}: ${counts}`,
      )}
      <p class="r-share">${counts}</p>
      <dl class="r-plan">
        <div class="r-do"><dt>${words.do}</dt><dd>${said.act}</dd></div>
        <div><dt>${words.owner}</dt><dd>${words.owners[response.owner]}, ${response.channel.map((id) => act.channels[id]).join(' → ')}</dd></div>
        <div><dt>${words.offer}</dt><dd>${act.offers[response.offer]}${about}</dd></div>
        <div><dt>${words.kpi}</dt><dd>${words.kpis[response.kpi]}</dd></div>
        <div class="r-dont"><dt>${words.unless}</dt><dd>${said.unless}</dd></div>
      </dl>
      ${showList(ctx, group.customers, said.name, { cause: group.id, sort: 'value_at_risk', descending: true })}
    </li>
  `;
}

function causes(w: Warnings, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.risk.causes;
  if (w.red + w.amber === 0) return nothing;
  const seen = w.causes.filter((group) => group.customers > 0).sort((a, b) => Number(b.value_at_risk) - Number(a.value_at_risk));
  const quiet = w.causes.filter((group) => group.customers === 0 && group.not_seen > 0);
  const missing = w.causes.filter((group) => group.customers + group.not_seen === 0);
  const [first] = seen;
  return html`
    <div class="r-why">
      <h4 class="r-heading">
        ${first
          ? words.title(fmt, { name: ctx.m.risk.cause[first.id].name, customers: first.customers, money: first.value_at_risk })
          : words.none}
      </h4>
      <p class="r-about">${words.about}</p>
      <ul class="r-causes">${seen.map((group) => cause(group, ctx))}</ul>
      ${quiet.length === 0
        ? nothing
        : html`<p class="r-aside"><b>${ctx.m.risk.seen.not_seen}:</b> ${fmt.list(quiet.map(({ id }) => ctx.m.risk.cause[id].name))}</p>`}
      ${missing.length === 0
        ? nothing
        : html`
            <p class="r-minor">${words.missing}</p>
            <ul class="r-reasons">
              ${missing.map(({ id }) => html`<li>${ctx.m.risk.cause[id].name}: ${ctx.m.risk.cause[id].needs}</li>`)}
            </ul>
          `}
      ${w.source === 'label' ? nothing : html`<p class="r-aside">${ctx.m.risk.season(fmt, w.season)}</p>`}
    </div>
  `;
}

/** A column as the file names it: the engine names what it read by role. */
function nameOf(column: string, report: Report): string {
  const { mapping } = report.input;
  const read: Record<string, string | undefined> = {
    net: mapping.monetary ?? mapping.amount, orders: mapping.frequency, recency_days: mapping.recency,
  };
  return read[column] ?? column;
}

function drivers(label: LabelModel, report: Report, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.risk.label;
  const [first] = label.drivers;
  if (!first) return nothing;
  const shown = label.drivers.slice(0, DRIVERS);
  const title = words.drivers(fmt, { column: nameOf(first.column, report) });
  const says = (driver: Driver): string =>
    words.driver(fmt, {
      column: nameOf(driver.column, report), word: driver.word, cut: driver.cut, above: driver.above, share: driver.share, others: driver.share_others,
    });
  return html`
    <div class="r-proof">
      <h5 class="r-finding-title">${title}</h5>
      <div class="r-rivals" role="img" aria-label=${title}>
        ${shown.map(
          (driver) => html`<div class="r-rival">
            <span>${says(driver)}</span>
            <b>${fmt.fixed(driver.effect, 2)}</b>
            ${bar(driver.effect / (first.effect || 1), 'var(--value-tiers-risk)')}
          </div>`,
        )}
      </div>
      ${behind(
        title,
        [
          { name: words.column },
          { name: words.effect, number: true },
          { name: ctx.m.risk.customers, number: true },
          { name: words.share, number: true },
          { name: words.others, number: true },
        ],
        label.drivers.map((driver) => [
          driver.word === undefined ? nameOf(driver.column, report) : `${driver.column}: ${driver.word}`,
          fmt.fixed(driver.effect, 2),
          fmt.count(driver.customers),
          fmt.share(driver.share, 1),
          fmt.share(driver.share_others, 1),
        ]),
        ctx,
      )}
    </div>
  `;
}

function learned(label: LabelModel | undefined, report: Report, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.risk.label;
  if (!label) return nothing;
  const suspects = label.drivers.filter((driver) => driver.auc >= SUSPECT);
  return html`
    <div class="r-test">
      <h4 class="r-heading">${words.title(fmt, { column: label.column, auc: label.auc ?? 0.5 })}</h4>
      <ul class="r-facts">
        <li>${words.about(fmt, label)}</li>
        ${label.precision === undefined || label.recall === undefined
          ? nothing
          : html`<li>${words.red(fmt, { precision: label.precision, recall: label.recall })}</li>`}
      </ul>
      ${suspects.length === 0 && label.refused.length === 0
        ? nothing
        : html`
            <div class="r-verdict">
              ${suspects.map(({ column, auc }) => html`<p>${words.suspect(fmt, { column: nameOf(column, report), auc })}</p>`)}
              ${label.refused.length === 0
                ? nothing
                : html`
                    <p class="r-minor">${words.refusedTitle(fmt, { count: label.refused.length })}</p>
                    <ul class="r-reasons">
                      ${label.refused.map(({ column, reason }) => html`<li>${column}: ${words.refused[reason]}</li>`)}
                    </ul>
                  `}
            </div>
          `}
      <div class="r-proofs">${drivers(label, report, ctx)} ${calibrated(label.bins, ctx)}</div>
    </div>
  `;
}

/** What the form says; absent where it can't be. */
export function warningOf(data: FormData): WarningSettings | undefined {
  const read = (name: string): string => String(data.get(name) ?? '').trim();
  const [red, amber] = [Number(read('red') || NaN), Number(read('amber') || NaN)];
  const days = read('days') === '' ? undefined : Number(read('days'));
  if (!(red >= 0 && red <= 100 && amber >= 0 && amber <= red)) return undefined;
  if (days === undefined) return { red, amber };
  return Number.isInteger(days) && days >= LEAST_DAYS && days <= MOST_DAYS ? { days, red, amber } : undefined;
}

function settings(report: Report, w: Warnings, ctx: ViewContext): TemplateResult {
  const words = ctx.m.risk.settings;
  return html`
    <details class="r-details r-rulebook">
      <summary>${words.title}</summary>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const warning = warningOf(new FormData(event.currentTarget as HTMLFormElement));
          if (warning) ctx.recalculate({ warning });
        }}
      >
        <label class="r-field">
          <span>${words.days}</span>
          <input name="days" type="number" min=${LEAST_DAYS} max=${MOST_DAYS} step="1" .value=${String(report.settings.warning?.days ?? '')} />
        </label>
        <p class="r-aside">${words.daysAuto}</p>
        <label class="r-field">
          <span>${words.red}</span>
          <input name="red" type="number" min="0" max="100" step="any" required .value=${String(w.red_from)} />
        </label>
        <label class="r-field">
          <span>${words.amber}</span>
          <input name="amber" type="number" min="0" max="100" step="any" required .value=${String(w.amber_from)} />
        </label>
        <button type="submit" class="r-button">${words.apply}</button>
      </form>
    </details>
  `;
}

export function renderRisk(report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.risk;
  const w = report.warnings;
  if (!w?.source) {
    return html`<div class="r-view r-risk">
      <h3 class="r-heading">${words.off}</h3>
      ${w ? html`<ul class="r-facts">${w.why.map((why) => html`<li>${words.why[why]}</li>`)}</ul> ${settings(report, w, ctx)}` : nothing}
    </div>`;
  }
  return html`
    <div class="r-view r-risk">
      <h3 class="r-heading">${words.title(fmt, { red: w.red, amber: w.amber, money: w.value_at_risk, scored: w.scored })}</h3>
      ${w.why.map((why) => html`<div class="r-verdict"><p class="r-verdict-says">${words.why[why]}</p></div>`)}
      ${levels(w, ctx)}
      <p class="r-about">${words.about[w.source](fmt, { days: w.days })} ${words.money[w.value_basis]}</p>
      ${settings(report, w, ctx)} ${hitRate(w, ctx)} ${learned(w.label, report, ctx)} ${causes(w, ctx)}
    </div>
  `;
}
