// by their own files: what the barrel names would all come in one piece, bars too
import { install as LineChart } from 'echarts/lib/chart/line/install.js';
import { install as ScatterChart } from 'echarts/lib/chart/scatter/install.js';
import { GeoComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

/** Only what is drawn here: the map is a geo, its lights are scattered over it. */
use([GeoComponent, GridComponent, LegendComponent, LineChart, ScatterChart, SVGRenderer, TooltipComponent]);

export { init, registerMap };
