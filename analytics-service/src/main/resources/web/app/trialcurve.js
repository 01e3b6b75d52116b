import { colour } from './colours.js';
import { t } from './language.js';
import { bar, below, counted, named, tip } from './picture.js';

const part = share => (share === undefined || share === null ? null : Math.round(share * 1000) / 10);

const perDay = ({ perDay: all, raised }, some) => (raised === 0 ? 0 : Math.round((all * some * 100) / raised) / 100);

const curved = (name, data, tone, type, symbol) => ({
  name, data, type: 'line', symbol, symbolSize: 9, connectNulls: false, z: 3,
  lineStyle: { color: tone, width: 2, type }, itemStyle: { color: tone },
  tooltip: { valueFormatter: value => (value === null || value === undefined ? '–' : `${value}%`) },
});

/** Precision and recall by threshold over the warnings a day, of which what nobody has judged stands on top. */
export const curve = (outcomes, width) => ({
  grid: { left: 8, right: 8, top: 26 + below(['trial.judged', 'trial.unjudged', 'trial.precision', 'trial.recall'].map(key => t(key)), width), bottom: 8, containLabel: true },
  tooltip: { ...tip('axis'), axisPointer: { type: 'shadow' } },
  xAxis: named(outcomes.map(({ tried }) => (tried === undefined || tried === null ? t('trial.steps') : String(tried))), { axisLabel: { color: colour('ink') } }),
  yAxis: [
    counted({ min: 0, max: 100, axisLabel: { color: colour('soft'), formatter: '{value}%' } }),
    counted({ minInterval: undefined, name: t('trial.per-day'), nameTextStyle: { color: colour('soft'), align: 'right' }, splitLine: { show: false } }),
  ],
  series: [
    bar(t('trial.judged'), outcomes.map(it => perDay(it, it.right + it.wrong)), colour('heat-3'), { yAxisIndex: 1, stack: 'day', barMaxWidth: 34 }),
    bar(t('trial.unjudged'), outcomes.map(it => perDay(it, it.unjudged)), colour('heat-1'), {
      yAxisIndex: 1, stack: 'day', barMaxWidth: 34, itemStyle: { color: colour('heat-1'), borderColor: colour('soft'), borderType: 'dashed' },
    }),
    curved(t('trial.precision'), outcomes.map(({ precision }) => part(precision.value)), colour('accent'), 'solid', 'circle'),
    curved(t('trial.recall'), outcomes.map(({ recall }) => part(recall.value)), colour('ink'), 'dashed', 'rect'),
  ],
});
