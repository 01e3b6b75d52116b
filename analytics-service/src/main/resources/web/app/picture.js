import { moving, colour, onColours } from './colours.js';

/**
 * A chart that keeps to the size of its element and to the colours of the page.
 *
 * @param load brings the module with ECharts' init
 */
export function picture(load) {
  let chart = null;
  let last = null;
  const fit = new ResizeObserver(() => chart?.resize());

  /** @param option makes what is to be drawn in so many pixels, in the colours and the language of the moment */
  async function draw(element, option) {
    const mine = { element, option };
    last = mine;
    const { init } = await load();
    if (last !== mine || !element.isConnected) return;
    if (chart?.getDom() !== element) {
      chart?.dispose();
      chart = init(element, null, { renderer: 'svg' });
      fit.disconnect();
      fit.observe(element);
    }
    chart.setOption({ ...common(), ...option(element.clientWidth) }, true);
  }

  /** There is nothing to be drawn now. */
  function clear() {
    last = null;
    fit.disconnect();
    chart?.dispose();
    chart = null;
  }

  const off = onColours(() => last && draw(last.element, last.option));
  return {
    draw,
    clear,
    stop() {
      off();
      clear();
    },
  };
}

/** By its name: of a font that is inherited, the width of a text is not known. */
const common = () => ({
  animation: moving(),
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
  legend: { top: 0, left: 0, textStyle: { color: colour('ink') }, itemWidth: 24, itemGap: 10 },
});

const ROW = 22;
const MARK = 44;
const wide = name => MARK + [...name].reduce((all, letter) => all + (letter > '\u2e7f' ? 12.5 : 7), 0);

/** Where the drawing begins below a legend, which takes as many rows as its names need. */
export function below(names, width) {
  let rows = 1;
  let used = 0;
  for (const name of names) {
    if (used > 0 && used + wide(name) > width) {
      rows++;
      used = 0;
    }
    used += wide(name);
  }
  return 12 + rows * ROW;
}

export const tip = trigger => ({
  trigger, confine: true, transitionDuration: 0, backgroundColor: colour('card'), borderColor: colour('line'),
  textStyle: { color: colour('ink') },
});

/** The axis of what is counted. */
export const counted = more => ({
  type: 'value', minInterval: 1, axisLabel: { color: colour('soft') }, splitLine: { lineStyle: { color: colour('line') } }, ...more,
});

/** The axis of what has a name. */
export const named = (data, more) => ({
  type: 'category', data, axisLabel: { color: colour('soft') }, axisLine: { lineStyle: { color: colour('line') } }, axisTick: { show: false }, ...more,
});

export const line = (name, data, tone, type) => ({
  name, data, type: 'line', symbol: 'circle', symbolSize: 4, showSymbol: false,
  lineStyle: { color: tone, width: 2, type }, itemStyle: { color: tone },
});

export const bar = (name, data, tone, more) => ({ name, data, type: 'bar', barMaxWidth: 18, itemStyle: { color: tone }, ...more });
