/**
 * Customers who flow from group to group: a Sankey diagram of two columns or more. Bands and bars are drawn in one SVG that
 * stretches; names stand in HTML beside it, so that they keep their size at any width.
 */

import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { tip } from './tip.js';
import { vars } from './vars.js';

export interface SankeyNode {
  /** Unique in all columns. */
  id: string;
  name: string;
  /** Beside the name: how many. */
  count: string;
  /** A colour, as CSS has it. */
  tone: string;
  /** From left to right. */
  column: number;
}

export interface SankeyLink {
  from: string;
  to: string;
  value: number;
  /** What is said of it. */
  text: string;
}

/** A node and where it stands, in shares of the diagram's width and height. */
export interface SankeyBar extends SankeyNode {
  x: number;
  y: number;
  height: number;
}

/** A link with its two ends: the upper edges, and how thick it is. */
export interface SankeyBand extends SankeyLink {
  start: { x: number; y: number };
  end: { x: number; y: number };
  thick: number;
  tone: string;
}

/** Width of a bar, in shares of the width. */
const BAR = 0.02;
/** Least distance between bars of a column: their names stand beside each other. */
const GAP = 0.045;

/** Columns from top to bottom in the order given, each in the middle; bands leave and arrive in the order of their other ends. */
export function layout(nodes: SankeyNode[], links: SankeyLink[]): { bars: SankeyBar[]; bands: SankeyBand[] } {
  const sum = (side: 'from' | 'to', id: string): number => links.reduce((all, link) => all + (link[side] === id ? link.value : 0), 0);
  // Those who stop leave nothing, those of the first column did not come from anywhere.
  const size = new Map(nodes.map(({ id }) => [id, Math.max(sum('from', id), sum('to', id))]));
  const last = Math.max(1, ...nodes.map(({ column }) => column));
  const columns = Array.from({ length: last + 1 }, (_, column) => nodes.filter((node) => node.column === column));
  const whole = (column: SankeyNode[]): number => column.reduce((all, { id }) => all + (size.get(id) ?? 0), 0);
  const scales = columns.filter((column) => whole(column) > 0).map((column) => (1 - GAP * (column.length - 1)) / whole(column));
  const scale = Math.min(...scales, 1);
  const bars = columns.flatMap((column, place) => {
    let y = (1 - whole(column) * scale - GAP * (column.length - 1)) / 2;
    return column.map((node) => {
      const height = (size.get(node.id) ?? 0) * scale;
      const bar = { ...node, x: (place / last) * (1 - BAR), y, height };
      y += height + GAP;
      return bar;
    });
  });
  const barOf = new Map(bars.map((bar) => [bar.id, bar]));
  const ranked = new Map(bars.map(({ id }, i) => [id, i]));
  const rank = (id: string): number => ranked.get(id) ?? 0;
  /** Where each link of one side begins, from the top of its bar. */
  const offsets = (side: 'from' | 'to', other: 'from' | 'to'): Map<SankeyLink, number> => {
    const used = new Map<string, number>();
    return new Map(
      [...links].sort((a, b) => rank(a[other]) - rank(b[other])).map((link) => {
        const at = used.get(link[side]) ?? 0;
        used.set(link[side], at + link.value * scale);
        return [link, at];
      }),
    );
  };
  const leaving = offsets('from', 'to');
  const arriving = offsets('to', 'from');
  const bands = links.flatMap((link) => {
    const [from, to] = [barOf.get(link.from), barOf.get(link.to)];
    if (!from || !to || link.value <= 0) return [];
    return [{
      ...link,
      start: { x: from.x + BAR, y: from.y + (leaving.get(link) ?? 0) },
      end: { x: to.x, y: to.y + (arriving.get(link) ?? 0) },
      thick: link.value * scale,
      tone: from.tone,
    }];
  });
  return { bars, bands };
}

/** The outline of a band in a drawing of 100 × 100. */
function outline({ start, end, thick }: SankeyBand): string {
  const at = (x: number, y: number): string => `${(x * 100).toFixed(2)} ${(y * 100).toFixed(2)}`;
  const middle = (start.x + end.x) / 2;
  const upper = `M${at(start.x, start.y)}C${at(middle, start.y)} ${at(middle, end.y)} ${at(end.x, end.y)}`;
  const lower = `L${at(end.x, end.y + thick)}C${at(middle, end.y + thick)} ${at(middle, start.y + thick)} ${at(start.x, start.y + thick)}`;
  return `${upper}${lower}Z`;
}

/** `label` is the finding, for those who don't see the flows; `about` says what a node is. */
export function sankey(nodes: SankeyNode[], links: SankeyLink[], label: string, about: (id: string) => string): TemplateResult {
  const { bars, bands } = layout(nodes, links);
  const last = Math.max(...bars.map(({ column }) => column));
  const side = (column: number): string => (column === 0 ? 'first' : column === last ? 'last' : 'between');
  const point = (event: PointerEvent): void => {
    const chart = event.currentTarget as HTMLElement;
    const mark = (event.target as Element).closest<SVGElement>('[data-from]');
    const { from, to } = mark?.dataset ?? {};
    // A band alone, or a bar with all that leaves it and comes to it.
    chart.toggleAttribute('data-some', from !== undefined);
    for (const band of chart.querySelectorAll<SVGElement>('.r-sankey-band')) {
      const { from: start, to: end } = band.dataset;
      band.toggleAttribute('data-on', to === undefined ? start === from || end === from : start === from && end === to);
    }
    const box = chart.getBoundingClientRect();
    const said = from === undefined ? undefined : to === undefined ? about(from) : links.find((link) => link.from === from && link.to === to)?.text;
    tip(chart, said, event.clientX - box.left, event.clientY - box.top);
  };
  return html`
    <div class="r-sankey" role="img" aria-label=${label} @pointermove=${point} @pointerdown=${point} @pointerleave=${point}>
      <div class="r-sankey-plot">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          ${bands.map((band) => svg`<path class="r-sankey-band" data-from=${band.from} data-to=${band.to} d=${outline(band)} ${vars({ tone: band.tone })} />`)}
          ${bars.map((bar) => svg`<rect class="r-sankey-bar" data-from=${bar.id} x=${bar.x * 100} y=${bar.y * 100}
            width=${BAR * 100} height=${Math.max(bar.height * 100, 0.4)} ${vars({ tone: bar.tone })} />`)}
        </svg>
        ${bars.map(
          ({ name, count, column, x, y, height }) => html`
            <span class="r-sankey-name" data-side=${side(column)} ${vars({ x, y: y + height / 2, bar: BAR })}>${name} <b>${count}</b></span>
          `,
        )}
      </div>
    </div>
  `;
}
