/** Customers who flow from group to group: a Sankey diagram of two columns or more. */

import { directive } from 'lit/directive.js';
import { Canvas } from './canvas.js';
import type { ChartOption } from './echarts.js';

export interface SankeyNode {
  /** Unique in all columns. */
  id: string;
  label: string;
  colour: string;
  /** From left to right. */
  column: number;
}

export interface SankeyPlot {
  /** What the plot depends on: drawn again when it differs. */
  key: unknown[];
  nodes: SankeyNode[];
  links: { from: string; to: string; value: number; text: string }[];
  /** What is said about a group. */
  tooltip: (id: string) => string;
  colours: { text: string; line: string; surface: string };
  font: string;
}

/** Below this many pixels the names stand inside the diagram. */
const NARROW = 560;

function option(plot: SankeyPlot, width: number): ChartOption {
  const { colours } = plot;
  const narrow = width < NARROW;
  const room = narrow ? 4 : 168;
  const last = Math.max(...plot.nodes.map(({ column }) => column));
  /** Names stand outside, or inside where there is no room; those between the ends to the right of their bar. */
  const side = (column: number): 'left' | 'right' => (column === last ? (narrow ? 'left' : 'right') : column > 0 || narrow ? 'right' : 'left');
  return {
    animation: false,
    tooltip: {
      // As an HTML tooltip it would write style attributes, which a strict policy refuses.
      renderMode: 'richText',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontFamily: plot.font, fontSize: 13 },
      formatter: (item) => {
        const { dataType, name, data } = Array.isArray(item) ? { dataType: '', name: '', data: undefined } : item;
        return dataType === 'edge' ? String((data as { text?: string } | undefined)?.text ?? '') : plot.tooltip(name);
      },
    },
    series: [{
      type: 'sankey',
      left: room,
      right: room,
      top: 6,
      bottom: 6,
      nodeWidth: 14,
      nodeGap: narrow ? 18 : 14,
      // In the order of the report, from best to last, and not in that of the fewest crossings.
      layoutIterations: 0,
      draggable: false,
      emphasis: { focus: 'adjacency' },
      lineStyle: { color: 'source', opacity: 0.35, curveness: 0.5 },
      data: plot.nodes.map(({ id, label, colour, column }) => ({
        name: id,
        depth: column,
        itemStyle: { color: colour },
        label: {
          // Where names stand inside there is no room for those between the ends; the table behind has them.
          show: !narrow || column === 0 || column === last,
          position: side(column),
          formatter: label,
          color: colours.text,
          fontFamily: plot.font,
          fontSize: 12,
          ...(narrow || (column > 0 && column < last) ? { textBorderColor: colours.surface, textBorderWidth: 3 } : {}),
        },
      })),
      links: plot.links.map(({ from, to, value, text }) => ({ source: from, target: to, value, text })),
    }],
  };
}

class Sankey extends Canvas<SankeyPlot> {
  protected override option(plot: SankeyPlot, width: number): ChartOption {
    return option(plot, width);
  }
}

export const sankey = directive(Sankey);
