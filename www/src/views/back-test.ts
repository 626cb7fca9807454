/** How good the forecast is: the last part of the file predicted from the rest, and laid beside what happened. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { bar } from '../charts/bar.js';
import { calibration } from '../charts/calibration.js';
import { dots } from '../charts/dots.js';
import { progress } from '../charts/progress.js';
import { daysBetween } from '../element/format.js';
import type { BackTest, Bin, Bucket, Calibration, RuleId, Score } from '../engine/types.js';
import type { Sentence } from '../messages/types.js';
import type { ViewContext } from './context.js';
import { saveChart } from './save-chart.js';

/** The last group by number of repeat orders holds all above it as well. */
const LAST_FREQUENCY = 7;
/** Below this, money per customer is shown with a decimal. */
const SMALL_MONEY = 1000;

interface Head {
  name: string;
  number?: boolean;
}

/** The table behind a chart. */
export function behind(title: string, heads: Head[], rows: string[][], ctx: ViewContext): TemplateResult {
  return html`
    <details class="r-details">
      <summary>${ctx.m.report.behind}</summary>
      <div class="r-scroll" tabindex="0" role="region" aria-label=${title}>
        <table class="r-plain">
          <thead>
            <tr>${heads.map((head) => html`<th scope="col" class=${head.number ? 'r-num' : ''}>${head.name}</th>`)}</tr>
          </thead>
          <tbody>
            ${rows.map(
              ([first, ...others]) => html`<tr>
                <th scope="row">${first}</th>
                ${others.map((cell) => html`<td class="r-num">${cell}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}

function weeks(test: BackTest, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.forecast.test;
  const last = test.weeks.at(-1);
  if (!last) return nothing;
  const until = fmt.day(last.until);
  const title = words.weeks.title(fmt, { until, predicted: last.predicted, actual: last.actual });
  const points = test.weeks.map((week) => ({
    at: daysBetween(test.split, week.until) / test.days,
    predicted: week.predicted,
    actual: week.actual,
  }));
  return html`
    <div class="r-proof">
      <h5 class="r-finding-title">${title}</h5>
      ${progress(points, {
        label: title,
        y: words.weeks.y,
        from: fmt.day(test.split),
        to: until,
        predicted: { figure: fmt.count(last.predicted), name: words.predicted },
        actual: { figure: fmt.count(last.actual), name: words.came },
        tick: (value) => fmt.number(value),
      })}
      ${saveChart(ctx, 'forecast-test')}
      ${behind(
        title,
        [{ name: words.weeks.until }, { name: words.predicted, number: true }, { name: words.came, number: true }],
        test.weeks.map((week) => [fmt.day(week.until), fmt.fixed(week.predicted, 1), fmt.count(week.actual)]),
        ctx,
      )}
    </div>
  `;
}

function rivals(test: BackTest, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.forecast.test;
  const all: { rule: RuleId; orders: Score }[] = [{ rule: test.model, orders: test.orders }, ...test.rivals];
  const whole = Math.max(...all.map(({ orders }) => orders.root_mean_squared_error)) || 1;
  const title = words.rivals.title(fmt, { ratio: test.error_ratio, better: test.beats_baselines });
  return html`
    <div class="r-proof">
      <h5 class="r-finding-title">${title}</h5>
      <p class="r-aside">${words.rivals.about}</p>
      <div class="r-rivals" role="img" aria-label=${title}>
        ${all.map(
          ({ rule, orders }) => html`
            <div class="r-rival">
              <span>${words.rivals.rules[rule]}</span>
              <b>${fmt.fixed(orders.root_mean_squared_error, 2)}</b>
              ${bar(
                orders.root_mean_squared_error / whole,
                rule === test.model ? 'var(--value-tiers-accent)' : 'var(--value-tiers-quiet)',
              )}
            </div>
          `,
        )}
      </div>
      ${behind(
        title,
        [
          { name: words.rivals.rule },
          { name: words.rivals.error, number: true },
          { name: words.rivals.total, number: true },
          { name: words.rivals.auc, number: true },
        ],
        all.map(({ rule, orders }) => [
          words.rivals.rules[rule],
          fmt.fixed(orders.root_mean_squared_error, 3),
          words.rivals.off(fmt, { error: orders.total_error }),
          orders.auc === undefined ? ctx.m.none : fmt.fixed(orders.auc, 3),
        ]),
        ctx,
      )}
    </div>
  `;
}

interface Grouped {
  title: string;
  about: string;
  bucket: string;
  name: (bucket: Bucket) => string;
  text: (value: number) => string;
}

function grouped(buckets: Bucket[], said: Grouped, ctx: ViewContext): TemplateResult {
  const words = ctx.m.forecast.test;
  const rows = buckets.map((bucket) => ({
    name: said.name(bucket),
    predicted: bucket.predicted,
    actual: bucket.actual,
    rule: bucket.same_rate,
    predictedText: said.text(bucket.predicted),
    actualText: said.text(bucket.actual),
  }));
  return html`
    <div class="r-proof">
      <h5 class="r-finding-title">${said.title}</h5>
      <p class="r-aside">${said.about}</p>
      ${dots(rows, { label: said.title, predicted: words.predicted, actual: words.came, rule: words.rate })}
      ${behind(
        said.title,
        [
          { name: said.bucket },
          { name: words.customers, number: true },
          { name: words.predicted, number: true },
          { name: words.came, number: true },
          { name: words.rate, number: true },
        ],
        buckets.map((bucket) => [
          said.name(bucket),
          ctx.fmt.count(bucket.customers),
          ctx.fmt.fixed(bucket.predicted, 2),
          ctx.fmt.fixed(bucket.actual, 2),
          ctx.fmt.fixed(bucket.same_rate, 2),
        ]),
        ctx,
      )}
    </div>
  `;
}

/** The group that the model missed by most, which is what the title owns up to. */
export function worst(buckets: Bucket[]): Bucket | undefined {
  let found: Bucket | undefined;
  for (const bucket of buckets) {
    const miss = Math.abs(bucket.predicted - bucket.actual);
    if (!found || miss > Math.abs(found.predicted - found.actual)) found = bucket;
  }
  return found;
}

function byFrequency(test: BackTest, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.forecast.test.frequency;
  const missed = worst(test.by_frequency);
  if (!missed) return nothing;
  const last = (bucket: Bucket): boolean => bucket.from === LAST_FREQUENCY;
  return grouped(
    test.by_frequency,
    {
      title: words.title(fmt, { from: missed.from, last: last(missed), predicted: missed.predicted, actual: missed.actual }),
      about: words.about,
      bucket: words.bucket,
      name: (bucket) => words.row(fmt, { from: bucket.from, last: last(bucket) }),
      text: (value) => fmt.fixed(value, 2),
    },
    ctx,
  );
}

function byDecile(test: BackTest, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.forecast.test.decile;
  const [top] = test.by_decile;
  if (!top) return nothing;
  // One number of decimals in the whole column.
  const decimals = top.predicted < SMALL_MONEY ? 1 : 0;
  return grouped(
    test.by_decile,
    {
      title: words.title(fmt, { predicted: top.predicted, actual: top.actual }),
      about: words.about,
      bucket: words.bucket,
      name: (bucket) => words.row(fmt, { from: bucket.from }),
      text: (value) => fmt.fixed(value, decimals),
    },
    ctx,
  );
}

function calibrated(
  found: Calibration,
  said: { title: Sentence<{ predicted: number; actual: number; days: number }>; about: string },
  days: number,
  ctx: ViewContext,
): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.forecast.test;
  const top: Bin | undefined = found.bins.at(-1);
  if (!top) return nothing;
  const title = said.title(fmt, { predicted: top.predicted, actual: top.actual, days });
  return html`
    <div class="r-proof">
      <h5 class="r-finding-title">${title}</h5>
      <p class="r-aside">${said.about}</p>
      ${calibration(found.bins, {
        label: title,
        x: words.calibration.x,
        y: words.calibration.y,
        even: words.calibration.even,
        tick: (share) => fmt.share(share),
      })}
      ${saveChart(ctx, 'calibration')}
      ${behind(
        title,
        [
          { name: words.calibration.from },
          { name: words.customers, number: true },
          { name: words.calibration.x, number: true },
          { name: words.calibration.y, number: true },
        ],
        found.bins.map((bin) => [
          fmt.share(bin.from),
          fmt.count(bin.customers),
          fmt.share(bin.predicted, 1),
          fmt.share(bin.actual, 1),
        ]),
        ctx,
      )}
    </div>
  `;
}

export function renderBackTest(test: BackTest, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.forecast.test;
  const { orders, revenue } = test;
  return html`
    <div class="r-test">
      <h4 class="r-heading">
        ${words.title(fmt, {
          days: test.days,
          predicted: orders.predicted,
          actual: test.actual_orders,
          error: orders.total_error,
        })}
      </h4>
      <ul class="r-facts">
        <li>
          ${words.about(fmt, {
            split: fmt.day(test.split),
            days: test.days,
            customers: test.customers,
            newCustomers: test.new_customers,
          })}
        </li>
        ${revenue
          ? html`<li>
              ${words.revenue(fmt, { predicted: revenue.predicted, actual: test.actual_revenue, error: revenue.total_error })}
            </li>`
          : nothing}
        ${orders.auc === undefined || test.silence_auc === undefined
          ? nothing
          : html`<li>${words.ranking(fmt, { auc: orders.auc, silence: test.silence_auc })}</li>`}
      </ul>
      <div class="r-proofs">
        ${weeks(test, ctx)} ${rivals(test, ctx)} ${byFrequency(test, ctx)} ${byDecile(test, ctx)}
        ${calibrated(test.p_buy, words.buy, test.days, ctx)} ${calibrated(test.p_alive, words.alive, test.days, ctx)}
      </div>
    </div>
  `;
}
