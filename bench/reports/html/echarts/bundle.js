// What the page draws with: the charts and components of Apache ECharts that it uses, and no more.
export { init, use } from 'echarts/core';
import { use } from 'echarts/core';
import { BarChart, CustomChart, LineChart, ParallelChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent, GridComponent, LegendComponent, ParallelComponent, TooltipComponent,
} from 'echarts/components';
import { ScatterJitter } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

use([
  BarChart, CustomChart, LineChart, ParallelChart, ScatterChart,
  AriaComponent, GridComponent, LegendComponent, ParallelComponent, TooltipComponent,
  ScatterJitter, CanvasRenderer, SVGRenderer,
]);
