import { send } from './api.js';
import { colour, heatOf, moving, onColours } from './colours.js';
import { t } from './language.js';
import { levelOf } from './region.js';
import { session } from './session.js';

const SYMBOLS = { GREEN: 'circle', YELLOW: 'triangle', RED: 'rect' };
const SIZES = { GREEN: 7, YELLOW: 12, RED: 11 };
const COUNTY = 6;

let chart = null;
let element = null;
let outlines = null;
let drawnMap = null;
let last = null;
let unhear = null;

/** The outlines are read once, with ECharts. */
function prepare() {
  outlines ??= Promise.all([
    import('./charts.js'),
    send('/outlines/counties', { cache: 'default' }).then(reply => reply.json()),
  ]);
  return outlines;
}

/** Asks for what a map needs while what it is to show is still being counted. */
export function expectMap() {
  prepare().catch(() => {}); // told of, and asked for again, when it is to be drawn
}

const touch = (one, other) => one.startsWith(other) || other.startsWith(one);

/** Counties below a region, or the one that holds it; of them those that the token has a part in. */
function within(features, region) {
  const own = session.get()?.regions ?? [];
  return features.filter(
    ({ properties: { code } }) => touch(code, region) && (own.length === 0 || own.some(mine => touch(code, mine))),
  );
}

/** Each county is painted as the item that it lies in: by cities, all counties of a city alike. */
function itemOf(items, code) {
  return items.find(({ region }) => code.startsWith(region) || (region.startsWith(code) && region.length === COUNTY));
}

function summary(found) {
  const of = light => found.items.filter(item => item.light === light).length;
  return t('map.summary', found.regionName, of('RED'), of('YELLOW'), of('GREEN'));
}

function whole(found) {
  const gravest = ['RED', 'YELLOW', 'GREEN'].find(light => found.items.some(item => item.light === light)) ?? 'GREEN';
  const add = key => found.items.reduce((all, item) => all + item[key], 0);
  const code = found.region.slice(0, COUNTY);
  return [{ region: code, regionName: found.regionName, light: gravest, received: add('received'), open: add('open'), overdue: add('overdue') }];
}

function tip(item) {
  const box = document.createElement('div');
  box.append(Object.assign(document.createElement('strong'), { textContent: item.regionName }));
  for (const line of [
    t(`light.${item.light}`),
    `${t('column.received', 24)} ${item.received}`,
    `${t('column.open')} ${item.open}`,
    `${t('column.overdue')} ${item.overdue}`,
  ]) {
    box.append(Object.assign(document.createElement('div'), { textContent: line }));
  }
  return box;
}

function centre(features) {
  const points = features.map(({ properties: { cp } }) => cp);
  return [0, 1].map(axis => points.reduce((all, point) => all + point[axis], 0) / points.length);
}

function option(found, features) {
  const countyOrBelow = found.region.length >= COUNTY;
  const items = countyOrBelow ? whole(found) : found.items;
  const hottest = Math.max(1, ...items.map(item => item.received));
  const painted = features.map(({ properties }) => ({ code: properties.code, item: itemOf(items, properties.code) }));
  const lights = items.flatMap(item => {
    const under = features.filter(({ properties: { code } }) => code.startsWith(item.region));
    return under.length === 0 ? [] : [{ item, at: under.length === 1 ? under[0].properties.cp : centre(under) }];
  });
  const crowded = items.length > 20;
  document.getElementById('hottest').textContent = String(hottest);
  return {
    animation: moving(),
    animationDurationUpdate: 300,
    tooltip: { trigger: 'item', confine: true, transitionDuration: 0, formatter: ({ data, name }) => {
      const item = data?.item ?? painted.find(({ code }) => code === name)?.item;
      return item ? tip(item) : '';
    }, backgroundColor: colour('card'), borderColor: colour('line'), textStyle: { color: colour('ink'), fontSize: 13 } },
    geo: {
      map: drawnMap,
      nameProperty: 'code',
      roam: false,
      layoutCenter: ['50%', '50%'],
      layoutSize: '100%',
      aspectScale: 0.76,
      left: 4, right: 4, top: 4, bottom: 4,
      selectedMode: false,
      emphasis: { label: { show: false }, itemStyle: { areaColor: null, borderColor: colour('ink'), borderWidth: 1.5 } },
      regions: painted.map(({ code, item }) => ({
        name: code,
        itemStyle: {
          areaColor: item ? heatOf(item.received / hottest) : colour('heat-0'),
          borderColor: colour('card'),
          borderWidth: item?.region.length === 4 ? 0.4 : 0.8,
        },
      })),
    },
    series: [
      {
        type: 'scatter',
        coordinateSystem: 'geo',
        silent: true,
        data: lights.map(({ item, at }) => ({
          value: at,
          item,
          symbol: SYMBOLS[item.light],
          symbolSize: crowded ? SIZES[item.light] * 0.8 : SIZES[item.light],
          itemStyle: { color: colour(`light-${item.light.toLowerCase()}`), borderColor: colour('card'), borderWidth: 1.5, opacity: 1 },
          label: {
            show: !crowded,
            position: 'right',
            distance: 4,
            formatter: item.regionName.replace(/市$/, ''),
            color: colour('ink'),
            textBorderColor: colour('card'),
            textBorderWidth: 3,
            fontSize: 12,
            fontWeight: 600,
          },
        })),
        labelLayout: { hideOverlap: true },
      },
    ],
  };
}

async function paint(found, into) {
  const [{ init, registerMap }, { features }] = await prepare();
  if (element === null || last?.found !== found) return;
  const shown = within(features, found.region);
  if (drawnMap !== found.region) {
    drawnMap = found.region;
    registerMap(drawnMap, { type: 'FeatureCollection', features: shown });
    chart?.clear();
  }
  if (chart === null) {
    chart = init(element, null, { renderer: 'svg' });
    new ResizeObserver(() => chart?.resize()).observe(element);
  }
  chart.off('click');
  chart.on('click', ({ componentType, name }) => {
    const item = componentType === 'geo' ? itemOf(found.items, name) : undefined;
    if (item && item.region !== found.region) into(item.region, item.regionName);
  });
  chart.setOption(option(found, shown), { notMerge: false, replaceMerge: ['series'] });
  element.setAttribute('aria-label', summary(found));
  element.dataset.region = found.region;
  element.classList.toggle('drillable', ['province', 'city'].includes(levelOf(found.region)));
}

/** Draws what was found; a click on a place leads into it. */
export function drawMap(into_, found, into) {
  if (element !== into_) {
    forgetMap();
    element = into_;
    unhear = onColours(() => last && paint(last.found, last.into));
  }
  last = { found, into };
  paint(found, into).catch(() => {
    outlines = null;
    element?.setAttribute('aria-label', t('map.failed'));
  });
}

export function forgetMap() {
  chart?.dispose();
  unhear?.();
  chart = null;
  element = null;
  last = null;
  drawnMap = null;
}
