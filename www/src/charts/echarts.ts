/** The chart library, in a chunk of its own: only what a scatter needs. Import it lazily. */

import { ScatterChart } from 'echarts/charts';
import type { ScatterSeriesOption } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import { init, use } from 'echarts/core';
import type { ComposeOption, EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([ScatterChart, GridComponent, TooltipComponent, CanvasRenderer]);

export type ChartOption = ComposeOption<ScatterSeriesOption | GridComponentOption | TooltipComponentOption>;
export type Chart = EChartsType;

/** An empty chart that fills the element. */
export function chart(host: HTMLElement): Chart {
  return init(host, null, { renderer: 'canvas' });
}
