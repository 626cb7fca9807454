/** From group to group: a Sankey diagram, and the matrix behind it, in which every number opens its customers. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { sankey } from '../../charts/sankey.js';
import { MOVERS } from '../../element/moves.js';
import type { MigrationCell, Movement, MoveView, Report } from '../../engine/types.js';
import type { ViewContext } from '../context.js';
import type { MovesHandlers } from '../moves.js';
import { oneOf } from '../switch.js';
import { toneOf, migrationOf, nameOf, NONE } from './groups.js';

const VIEWS: readonly MoveView[] = ['tiers', 'actions', 'segments'];

interface Flow extends MigrationCell {
  /** Identifiers of the groups. */
  before: string;
  after: string;
}

export function renderMigration(report: Report, movement: Movement, ctx: ViewContext, on: MovesHandlers): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.moves;
  const view = migrationOf(movement, ctx.choices.moves) ? ctx.choices.moves : 'tiers';
  const { groups, cells } = migrationOf(movement, view) ?? movement.tiers;
  const idOf = (place: number | undefined): string => (place === undefined ? NONE : (groups[place] ?? NONE));
  const flows: Flow[] = cells.map((cell) => ({ ...cell, before: idOf(cell.from), after: idOf(cell.to) }));
  const name = (id: string, later: boolean): string => nameOf(ctx, view, id, later);
  const title = words.migration.title(fmt, {
    risers: movement.risers.customers, fallers: movement.fallers.customers, from: movement.from,
  });
  const here = [...groups, NONE];
  const rows = here.filter((id) => flows.some(({ before }) => before === id));
  const columns = here.filter((id) => flows.some(({ after }) => after === id));
  const nobody = groups.filter((id) => !rows.includes(id) && !columns.includes(id));
  const sum = (side: 'before' | 'after', id: string): number =>
    flows.reduce((all, flow) => all + (flow[side] === id ? flow.customers : 0), 0);
  return html`
    <div class="r-move-part">
      <h3 class="r-heading">${title}</h3>
      ${oneOf(
        'moves',
        words.migration.switch,
        VIEWS.filter((id) => migrationOf(movement, id)).map((id) => ({ id, name: words.views[id] })),
        view,
        (moves) => ctx.choose({ moves }),
      )}
      <p class="r-aside">${words.migration.legend}</p>
      ${sankey(
        ([['before', rows, 0], ['after', columns, 1]] as const).flatMap(([side, ids, column]) =>
          ids.map((id) => ({
            id: `${side} ${id}`,
            name: name(id, column === 1),
            count: fmt.count(sum(side, id)),
            tone: toneOf(report, view, id),
            column,
          })),
        ),
        flows.map((flow) => ({
          from: `before ${flow.before}`,
          to: `after ${flow.after}`,
          value: flow.customers,
          text: words.migration.flow(fmt, {
            customers: flow.customers, from: name(flow.before, false), to: name(flow.after, true), net: flow.net_between,
          }),
        })),
        title,
        (id) => {
          const [side, group = ''] = id.split(' ');
          const later = side === 'after';
          return words.migration.node(fmt, {
            name: name(group, later),
            customers: sum(later ? 'after' : 'before', group),
            day: later ? movement.to : movement.from,
          });
        },
      )}
      <details class="r-details r-matrix">
        <summary>${words.migration.table}</summary>
        <div class="r-scroll" tabindex="0" role="region" aria-label=${words.migration.table}>
          <table class="r-heat">
            <caption class="r-hidden">${words.migration.table}</caption>
            <thead>
              <tr>
                <td>${words.migration.corner(fmt, movement)}</td>
                ${columns.map((id) => html`<th scope="col">${name(id, true)}</th>`)}
                <th scope="col">${words.migration.all}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                (before) => html`<tr>
                  <th scope="row">${name(before, false)}</th>
                  ${columns.map((after) => {
                    const flow = flows.find((one) => one.before === before && one.after === after);
                    const stays = before === after && before !== NONE;
                    return flow
                      ? html`<td class="r-shade-${shade(flow.share)}" data-stays=${stays}>
                          <button type="button" class="r-link"
                            @click=${() => on.list({ by: view, from: before, to: after, offset: 0, limit: MOVERS })}>
                            ${fmt.count(flow.customers)}</button>
                          <span>${fmt.share(flow.share)}</span><span>${fmt.moneyShort(flow.net_between)}</span>
                        </td>`
                      : html`<td data-stays=${stays}>${ctx.m.none}</td>`;
                  })}
                  <td><b>${fmt.count(sum('before', before))}</b></td>
                </tr>`,
              )}
              <tr>
                <th scope="row">${words.migration.all}</th>
                ${columns.map((after) => html`<td><b>${fmt.count(sum('after', after))}</b></td>`)}
                <td><b>${fmt.count(flows.reduce((all, { customers }) => all + customers, 0))}</b></td>
              </tr>
            </tbody>
          </table>
        </div>
        ${nobody.length > 0
          ? html`<p class="r-aside">${words.migration.empty(fmt, { groups: nobody.map((id) => name(id, false)) })}</p>`
          : nothing}
      </details>
    </div>
  `;
}

/** Quarters of a whole, as one of four shades. */
const shade = (share: number): number => Math.min(4, 1 + Math.floor(share * 4));
