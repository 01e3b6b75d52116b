import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { cell } from './cell.js';
import { t, zh } from './language.js';
import { light } from './marks.js';
import { here } from './place.js';
import { levelBelow } from './region.js';

const GRAVITY = { RED: 2, YELLOW: 1, GREEN: 0 };
const COLUMNS = ['light', 'received', 'open', 'overdue', 'climbing', 'warnings'];

/** What the places are ordered by, the most first. */
export const order = cell('light');

const weigh = (item, key) => (key === 'light' ? GRAVITY[item.light] * 1e9 + item.overdue * 1e4 + item.open : item[key]);

function sorted(items) {
  const key = order.get();
  return [...items].sort((a, b) => weigh(b, key) - weigh(a, key) || a.region.localeCompare(b.region));
}

const head = (key, hours) => html`<th scope="col" aria-sort=${order.get() === key ? 'descending' : 'none'}>
  <button class="sort" @click=${() => order.set(key)}>${t(`column.${key}`, hours)}</button>
</th>`;

const number = count => html`<td class=${count === 0 ? 'number none' : 'number'}>${count}</td>`;

/** The places below the present one; each leads further down. */
export function regionTable(items, hours, open) {
  return html`<div class="scroll" id="places" tabindex="0" role="group" aria-label=${t('places')}>
    <table>
      <caption class="hidden">${t('places.caption', hours)}</caption>
      <thead><tr><th scope="col">${t('column.place')}</th>${COLUMNS.map(key => head(key, hours))}</tr></thead>
      <tbody>
        ${repeat(sorted(items), item => item.region, item => html`<tr data-region=${item.region}>
          <th scope="row">
            ${levelBelow(item.region) === null || item.region === here()
              ? zh(item.regionName)
              : html`<button class="link" @click=${() => open(item.region, item.regionName)}>${zh(item.regionName)}</button>`}
          </th>
          <td>${light(item.light)}</td>
          ${COLUMNS.slice(1).map(key => number(item[key]))}
        </tr>`)}
      </tbody>
    </table>
    ${items.length === 0 ? html`<p class="empty">${t('places.none')}</p>` : nothing}
  </div>`;
}
