import { html } from 'lit-html';
import { get } from './api.js';
import { colour, moving, onColours } from './colours.js';
import { t } from './language.js';
import { panel } from './panel.js';
import { here } from './place.js';
import { daysAgo } from './time.js';

const DAYS = 30;

/** Every day has its place, also one on which nothing came. */
function complete(items) {
  const known = new Map(items.map(item => [item.day, item]));
  return Array.from({ length: DAYS }, (_, i) => daysAgo(DAYS - 1 - i)).map(day => known.get(day) ?? { day, received: 0, closed: 0 });
}

const line = (name, data, tone, type) => ({
  name, data, type: 'line', symbol: 'circle', symbolSize: 4, showSymbol: false,
  lineStyle: { color: tone, width: 2, type }, itemStyle: { color: tone },
});

const option = days => ({
  animation: moving(),
  textStyle: { fontFamily: 'inherit' },
  grid: { left: 44, right: 12, top: 34, bottom: 26 },
  legend: { top: 0, left: 0, textStyle: { color: colour('ink') }, itemWidth: 24 },
  tooltip: { trigger: 'axis', confine: true, transitionDuration: 0, backgroundColor: colour('card'), borderColor: colour('line'), textStyle: { color: colour('ink') } },
  xAxis: {
    type: 'category', data: days.map(({ day }) => day.slice(5)), boundaryGap: false,
    axisLabel: { color: colour('soft') }, axisLine: { lineStyle: { color: colour('line') } }, axisTick: { show: false },
  },
  yAxis: { type: 'value', minInterval: 1, axisLabel: { color: colour('soft') }, splitLine: { lineStyle: { color: colour('line') } } },
  series: [
    line(t('days.received'), days.map(({ received }) => received), colour('accent'), 'solid'),
    line(t('days.closed'), days.map(({ closed }) => closed), colour('light-green'), 'dashed'),
  ],
});

const table = days => html`<details><summary>${t('days.table')}</summary>
  <div class="scroll" tabindex="0" role="group" aria-label=${t('days.table')}><table>
    <caption class="hidden">${t('days.title', DAYS)}</caption>
    <thead><tr><th scope="col">${t('days.day')}</th><th scope="col">${t('days.received')}</th><th scope="col">${t('days.closed')}</th></tr></thead>
    <tbody>${[...days].reverse().map(({ day, received, closed }) => html`<tr>
      <th scope="row">${day}</th><td class="number">${received}</td><td class="number">${closed}</td>
    </tr>`)}</tbody>
  </table></div>
</details>`;

/** What came in and what was closed, day by day: as a line, and as a table for those who do not see it. */
export function days() {
  let chart = null;
  let last = null;
  const fit = new ResizeObserver(() => chart?.resize());

  async function draw(found, host) {
    last = { found, host };
    const element = host.querySelector('.chart');
    const { init } = await import('./charts.js');
    if (chart?.getDom() !== element) {
      chart?.dispose();
      chart = init(element, null, { renderer: 'svg' });
      fit.disconnect();
      fit.observe(element);
    }
    chart.setOption(option(found));
  }

  const made = panel({
    id: 'days',
    title: () => t('days.title', DAYS),
    every: 60_000,
    lazy: true,
    read: async signal => complete((await get('/figures/days', { region: here() }, signal)).items),
    draw: found => html`<div class="chart" aria-hidden="true"></div>${table(found)}`,
    drawn: draw,
  });
  const off = onColours(() => last && draw(last.found, last.host));
  return {
    ...made,
    stop() {
      off();
      made.stop();
      fit.disconnect();
      chart?.dispose();
    },
  };
}
