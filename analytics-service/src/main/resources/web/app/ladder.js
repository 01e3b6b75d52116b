import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { styleMap } from 'lit-html/directives/style-map.js';
import { get } from './api.js';
import { openCourse } from './course.js';
import { t, word, zh } from './language.js';
import { matter } from './matters.js';
import { panel } from './panel.js';
import { here } from './place.js';
import { atMinute } from './time.js';

const RUNGS = ['PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'COMMUNITY', 'GRID'];

function rungs(levels) {
  const of = rung => levels.find(({ level }) => level === rung) ?? { level: rung, open: 0, climbed: 0 };
  const most = Math.max(1, ...levels.map(({ open }) => open));
  return html`<table class="rungs">
    <caption class="hidden">${t('ladder.caption')}</caption>
    <thead><tr>
      <th scope="col">${t('column.level')}</th><th scope="col" colspan="2">${t('count.open')}</th><th scope="col">${t('column.climbed')}</th>
    </tr></thead>
    <tbody>
      ${RUNGS.map(of).map(
        ({ level, label, open, climbed }) => html`<tr>
          <th scope="row">${word('rung', level, label)}</th>
          <td class="wide"><span class="bar" aria-hidden="true"><i style=${styleMap({ width: `${(open / most) * 100}%` })}></i></span></td>
          <td class=${open === 0 ? 'number none' : 'number'}>${open}</td>
          <td class=${climbed === 0 ? 'number none' : 'number climbed'}>${climbed === 0 ? 0 : html`<span aria-hidden="true">↑</span> ${climbed}`}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Up from one level to another, or to the head of the same. */
const step = ({ from, to }) =>
  from === to
    ? html`${word('rung', to)} · ${t('ladder.own')}`
    : html`${word('rung', from)} <span aria-hidden="true">→</span><span class="hidden">${t('to')}</span> ${word('rung', to)}`;

const climb = item => html`<li>
  <time datetime=${item.at}>${atMinute(item.at)}</time>
  <button class="link" @click=${() => openCourse(item.ticket)}>${item.number ?? t('secret')}</button>
  <span class="step">${step(item)}</span>
  ${item.supervision ? html`<span class="tag">${t('ladder.supervision', item.supervision)}</span>` : nothing}
  <span class="where">${zh(item.regionName)}</span>
  <span class="matter">${matter(item.category, item.categoryName)}</span>
  <span class="state">${word('cause', item.cause, item.causeLabel)}</span>
</li>`;

/** The six levels, and what climbs them because time has run out below. */
export const ladder = () =>
  panel({
    id: 'ladder',
    title: () => t('ladder.title'),
    every: 10_000,
    read: signal => get('/ladder', { region: here(), limit: 30 }, signal),
    draw: ({ levels, items }) => html`${rungs(levels)}
      <h3>${t('ladder.climbing')}</h3>
      ${items.length === 0
        ? html`<p class="empty">${t('ladder.none')}</p>`
        : html`<ol class="events" tabindex="0" aria-label=${t('ladder.climbing')}>${repeat(items, ({ ticket, at, to, toUnit }) => `${ticket} ${at} ${to} ${toUnit}`, climb)}</ol>`}`,
  });
