/**
 * Customers as points on a plane, one colour and one shape for each group.
 *
 * A directive on the element that holds the canvas: `<div ${scatter(plot)}></div>`.
 */

import { directive } from 'lit/directive.js';
import { Canvas } from './canvas.js';
import type { ChartOption } from './echarts.js';
import { outlineOf } from './shape.js';

export interface Group {
  id: number;
  name: string;
  colour: string;
}

export interface Plot {
  /** What the plot depends on: drawn again when it differs. */
  key: unknown[];
  x: number[];
  y: number[];
  /** The group of each point. */
  group: number[];
  groups: Group[];
  names: { x: string; y: string };
  colours: { text: string; muted: string; line: string; surface: string };
  font: string;
}

function option(plot: Plot): ChartOption {
  const { colours } = plot;
  const axis = (name: string, gap: number): ChartOption['xAxis'] & ChartOption['yAxis'] => ({
    type: 'value',
    scale: true,
    name,
    nameLocation: 'middle',
    nameGap: gap,
    nameTextStyle: { color: colours.muted, fontFamily: plot.font, fontSize: 13 },
    // What an axis mixes has no unit: only where points lie to each other says something.
    axisLabel: { show: false },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: colours.line, opacity: 0.6 } },
  });
  return {
    animation: false,
    grid: { left: 30, right: 8, top: 8, bottom: 30, containLabel: false },
    tooltip: {
      // As an HTML tooltip it would write style attributes, which a strict policy refuses.
      renderMode: 'richText',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontFamily: plot.font, fontSize: 13 },
      formatter: '{a}',
    },
    xAxis: axis(plot.names.x, 10),
    yAxis: axis(plot.names.y, 10),
    series: plot.groups.map((group) => ({
      type: 'scatter',
      name: group.name,
      symbol: `path://${outlineOf(group.id)}`,
      symbolSize: 7,
      itemStyle: { color: group.colour, opacity: 0.55 },
      emphasis: { itemStyle: { opacity: 1, borderColor: colours.text, borderWidth: 1 } },
      data: plot.group.flatMap((id, i) => (id === group.id ? [[plot.x[i] ?? 0, plot.y[i] ?? 0]] : [])),
    })),
  };
}

class Scatter extends Canvas<Plot> {
  protected override option(plot: Plot): ChartOption {
    return option(plot);
  }
}

export const scatter = directive(Scatter);
