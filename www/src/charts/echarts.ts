/** The chart library, in a chunk of its own: only what a scatter and a Sankey diagram need. Import it lazily. */

import { SankeyChart, ScatterChart } from 'echarts/charts';
import type { SankeySeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import { init, use } from 'echarts/core';
import type { ComposeOption, EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([SankeyChart, ScatterChart, GridComponent, TooltipComponent, CanvasRenderer]);

export type ChartOption = ComposeOption<SankeySeriesOption | ScatterSeriesOption | GridComponentOption | TooltipComponentOption>;
export type Chart = EChartsType;

/** An empty chart that fills the element. */
export function chart(host: HTMLElement): Chart {
  return init(host, null, { renderer: 'canvas' });
}
