/**
 * Customers as points on two logarithmic axes, one colour and one shape for each group.
 *
 * A directive on the element that holds the canvas: `<div ${scatter(plot)}></div>`.
 */

import { directive } from 'lit/directive.js';
import type { Points } from '../engine/types.js';
import { Canvas } from './canvas.js';
import type { ChartOption } from './echarts.js';
import { outlineOf } from './shape.js';

export type Measure = 'recency' | 'frequency' | 'monetary';

export interface Group {
  id: number;
  name: string;
  colour: string;
}

export interface Plot {
  /** What the plot depends on: drawn again when it differs. */
  key: unknown[];
  points: () => Promise<Points>;
  x: Measure;
  y: Measure;
  groups: Group[];
  names: Record<Measure, string>;
  /** A value on an axis. */
  tick: (measure: Measure, value: number) => string;
  /** What is said about a point. */
  tooltip: (point: { cluster: number; recency: number; frequency: number; monetary: number }) => string;
  colours: { text: string; muted: string; line: string; surface: string };
  font: string;
}

/** Below this a value has no place on the logarithmic axis; it is drawn here instead, and the page says so. */
export const FLOOR: Record<Measure, number> = { recency: 0.5, frequency: 0.8, monetary: 1 };

function option(plot: Plot, points: Points): ChartOption {
  const { colours } = plot;
  const place = (measure: Measure, i: number): number => Math.max(points[measure][i] ?? 0, FLOOR[measure]);
  const axis = (measure: Measure, horizontal: boolean): ChartOption['xAxis'] & ChartOption['yAxis'] => ({
    type: 'log',
    logBase: 10,
    name: plot.names[measure],
    nameLocation: 'middle',
    nameGap: horizontal ? 30 : 48,
    nameTextStyle: { color: colours.muted, fontFamily: plot.font, fontSize: 13 },
    axisLabel: {
      color: colours.muted,
      fontFamily: plot.font,
      fontSize: 12,
      hideOverlap: true,
      // The floor is no round value, and what is drawn there is less than it.
      formatter: (value: number) => (value < 1 ? (measure === 'recency' ? plot.tick(measure, 0) : '') : plot.tick(measure, value)),
    },
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: colours.line, opacity: 0.6 } },
    min: FLOOR[measure],
    inverse: measure === 'recency' && horizontal,
  });
  return {
    animation: false,
    grid: { left: 64, right: 20, top: 12, bottom: 46, containLabel: false },
    tooltip: {
      // As an HTML tooltip it would write style attributes, which a strict policy refuses.
      renderMode: 'richText',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontFamily: plot.font, fontSize: 13 },
      formatter: (item) => {
        const { value } = Array.isArray(item) ? (item[0] ?? { value: undefined }) : item;
        const i = Array.isArray(value) ? Number(value[2]) : NaN;
        return Number.isNaN(i)
          ? ''
          : plot.tooltip({
              cluster: points.cluster[i] ?? 0,
              recency: points.recency[i] ?? 0,
              frequency: points.frequency[i] ?? 0,
              monetary: points.monetary[i] ?? 0,
            });
      },
    },
    xAxis: axis(plot.x, true),
    yAxis: axis(plot.y, false),
    series: plot.groups.map((group) => ({
      type: 'scatter',
      name: group.name,
      symbol: `path://${outlineOf(group.id)}`,
      symbolSize: 7,
      itemStyle: { color: group.colour, opacity: 0.55 },
      emphasis: { itemStyle: { opacity: 1, borderColor: colours.text, borderWidth: 1 } },
      data: Array.from(points.cluster.keys())
        .filter((i) => points.cluster[i] === group.id)
        .map((i) => [place(plot.x, i), place(plot.y, i), i]),
    })),
  };
}

class Scatter extends Canvas<Plot> {
  protected override async option(plot: Plot): Promise<ChartOption> {
    return option(plot, await plot.points());
  }
}

export const scatter = directive(Scatter);
