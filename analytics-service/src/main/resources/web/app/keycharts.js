import { colour } from './colours.js';
import { fieldName } from './keytables.js';
import { t } from './language.js';
import { called } from './matters.js';
import { bar, below, counted, line, named, tip } from './picture.js';

const BANDS = ['heat-2', 'heat-3', 'heat-4', 'heat-5'];
const TONES = ['accent', 'light-red', 'light-green', 'light-yellow', 'soft'];
const STROKES = ['solid', 'dashed', 'dotted', [12, 4, 2, 4], [2, 6]];
const POINTS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'];

/** Bars that lie, the first on top, with room for names. */
const lying = (width, names, series, more) => ({
  grid: { left: 14, right: 34, top: below(series.map(({ name }) => name), width), bottom: 8, containLabel: true },
  tooltip: { ...tip('axis'), axisPointer: { type: 'shadow' } },
  yAxis: named(names, { inverse: true, axisLabel: { color: colour('ink'), width: Math.min(180, width * 0.36), overflow: 'truncate' } }),
  xAxis: counted({ splitNumber: 3, axisLabel: { color: colour('soft'), hideOverlap: true }, ...more }),
  series,
});

const people = (_, shown, width) =>
  lying(
    width,
    shown.map(({ name }) => called(name)),
    (shown[0]?.groups ?? []).map(({ name }, band) =>
      bar(called(name), shown.map(({ groups }) => groups[band].people ?? null), colour(BANDS[band]), {
        stack: 'people', itemStyle: { color: colour(BANDS[band]), borderColor: colour('card'), borderWidth: 1 },
      }),
    ),
  );

const events = (_, shown, width) =>
  lying(
    width,
    shown.map(({ placeName, name }) => `${placeName.split(' ').pop()} ${called(name)}`),
    [
      bar(t('column.complaints'), shown.map(({ complaints }) => complaints), colour('accent')),
      bar(t('column.before'), shown.map(({ before }) => before ?? null), colour('heat-2')),
    ],
  );

function units(_, shown, width) {
  const rates = shown.some(({ perThousand }) => perThousand);
  const values = shown.map(({ perThousand, complaints }) => (rates ? perThousand.value : complaints));
  const label = { show: true, position: 'right', color: colour('ink'), formatter: ({ value }) => (rates ? value.toFixed(2) : String(value)) };
  return lying(
    width,
    shown.map(({ name }) => name),
    [bar(t(rates ? 'column.per-thousand' : 'column.complaints'), values, colour('accent'), { label })],
    { minInterval: rates ? undefined : 1 },
  );
}

const fields = (found, shown, width) => ({
  grid: { left: 44, right: 12, top: below(shown.map(item => fieldName(found, item)), width), bottom: 26 },
  tooltip: tip('axis'),
  xAxis: named(found.parts.map(day => day.slice(5)), { boundaryGap: false }),
  yAxis: counted(),
  series: shown.map((item, i) => ({
    ...line(fieldName(found, item), item.trend, colour(TONES[i]), STROKES[i]),
    // a day between two that are withheld would not be seen without its point
    symbol: POINTS[i], showSymbol: true, symbolSize: 5,
  })),
});

/** What each view is drawn as. */
export const charts = { people, events, units, fields };
