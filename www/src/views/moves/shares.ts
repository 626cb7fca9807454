/** Indicators of two periods beside each other, with what is more than chance. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { dots } from '../../charts/dots.js';
import type { Movement, ShareChange } from '../../engine/types.js';
import { behind } from '../back-test.js';
import type { ViewContext } from '../context.js';
import { saveChart } from '../save-chart.js';

/** Whether a difference is larger than chance makes it; unknown without an interval. */
const isClear = ({ interval }: ShareChange): boolean | undefined => interval && (interval[0] > 0 || interval[1] < 0);

export function renderShares(movement: Movement, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.moves.shares;
  const { change } = movement;
  const [first] = change?.shares ?? [];
  if (!change || !first) return nothing;
  const { before, after } = change;
  // What has changed for sure comes first in the sentence, by how much.
  const largest = change.shares
    .filter(isClear)
    .reduce<ShareChange | undefined>((best, one) => (best && Math.abs(best.after - best.before) >= Math.abs(one.after - one.before) ? best : one), undefined);
  const title = largest ? words.title(fmt, { name: words.names[largest.id], ...largest }) : words.same;
  const points = (share: number): string => `${share > 0 ? '+' : ''}${fmt.fixed(share * 100, 1)}`;
  const verdict = (one: ShareChange): string => {
    const clear = isClear(one);
    return clear === undefined ? ctx.m.none : clear ? words.clear : words.chance;
  };
  return html`
    <div class="r-move-part">
      <h3 class="r-heading">${title}</h3>
      <p class="r-about">${words.about}</p>
      <div class="r-shares">
        ${dots(
          change.shares.map((one) => ({
            name: words.names[one.id],
            predicted: one.before,
            actual: one.after,
            predictedText: fmt.share(one.before, 1),
            actualText: fmt.share(one.after, 1),
          })),
          {
            label: title,
            predicted: `${ctx.m.moves.change.before}: ${ctx.m.moves.change.period(fmt, before)}`,
            actual: `${ctx.m.moves.change.after}: ${ctx.m.moves.change.period(fmt, after)}`,
          },
          1,
        )}
      </div>
      ${saveChart(ctx, 'indicators')}
      ${behind(
        title,
        [
          { name: words.table.indicator }, { name: words.table.rule }, { name: ctx.m.moves.change.before, number: true }, { name: ctx.m.moves.change.after, number: true },
          { name: words.table.points, number: true }, { name: words.table.interval, number: true }, { name: words.table.verdict },
        ],
        change.shares.map((one) => [
          words.names[one.id],
          words.rules[one.id](fmt, { before: before.customers, after: after.customers }),
          fmt.share(one.before, 1),
          fmt.share(one.after, 1),
          points(one.after - one.before),
          one.interval ? `${points(one.interval[0])} … ${points(one.interval[1])}` : ctx.m.none,
          verdict(one),
        ]),
        ctx,
      )}
    </div>
  `;
}
