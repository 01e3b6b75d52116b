import { html } from 'lit-html';
import { get } from './api.js';
import { colour } from './colours.js';
import { t } from './language.js';
import { panel } from './panel.js';
import { counted, line, named, picture, tip } from './picture.js';
import { here } from './place.js';
import { daysAgo } from './time.js';

const DAYS = 30;

/** Every day has its place, also one on which nothing came. */
function complete(items) {
  const known = new Map(items.map(item => [item.day, item]));
  return Array.from({ length: DAYS }, (_, i) => daysAgo(DAYS - 1 - i)).map(day => known.get(day) ?? { day, received: 0, closed: 0 });
}

const option = days => ({
  grid: { left: 44, right: 12, top: 34, bottom: 26 },
  tooltip: tip('axis'),
  xAxis: named(days.map(({ day }) => day.slice(5)), { boundaryGap: false }),
  yAxis: counted(),
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
  const drawing = picture(() => import('./charts.js'));
  const made = panel({
    id: 'days',
    title: () => t('days.title', DAYS),
    every: 60_000,
    lazy: true,
    read: async signal => complete((await get('/figures/days', { region: here() }, signal)).items),
    draw: found => html`<div class="chart" aria-hidden="true"></div>${table(found)}`,
    drawn: (found, host) => drawing.draw(host.querySelector('.chart'), () => option(found)),
  });
  return {
    ...made,
    stop() {
      made.stop();
      drawing.stop();
    },
  };
}
