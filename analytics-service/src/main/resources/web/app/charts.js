import { BarChart, LineChart, MapChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GeoComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([AriaComponent, BarChart, GeoComponent, GridComponent, LegendComponent, LineChart, MapChart, ScatterChart, SVGRenderer, TooltipComponent]);

export { init, registerMap };
