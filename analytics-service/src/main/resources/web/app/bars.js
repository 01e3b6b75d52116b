import { install as BarChart } from 'echarts/lib/chart/bar/install.js';
import { use } from 'echarts/core';
import { init } from './charts.js';

/** Bars stand only in parts that are read late: the first view does without them. */
use([BarChart]);

export { init };
