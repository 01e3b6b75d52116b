import { html } from 'lit-html';
import { get } from './api.js';
import { t, word, zh } from './language.js';
import { panel } from './panel.js';
import { here } from './place.js';
import { levelBelow, levelOf } from './region.js';
import { stateOrder } from './words.js';

function places(items) {
  const found = new Map();
  for (const item of items) {
    const place = found.get(item.region) ?? { region: item.region, name: item.regionName, tickets: new Map() };
    place.tickets.set(item.state, item.tickets);
    found.set(item.region, place);
  }
  return [...found.values()];
}

const total = place => [...place.tickets.values()].reduce((a, b) => a + b, 0);

function table({ items, total: all }) {
  const states = stateOrder.filter(state => items.some(item => item.state === state));
  const labels = new Map(items.map(item => [item.state, item.stateLabel]));
  const rows = places(items);
  const sum = state => rows.reduce((s, { tickets }) => s + (tickets.get(state) ?? 0), 0);
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t('counts.title')}><table>
    <caption class="hidden">${t('counts.caption')}</caption>
    <thead><tr><th scope="col">${t('column.place')}</th>
      ${states.map(state => html`<th scope="col">${word('state', state, labels.get(state))}</th>`)}<th scope="col">${t('total')}</th></tr></thead>
    <tbody>${rows.map(place => html`<tr><th scope="row">${zh(place.name)}</th>
      ${states.map(state => html`<td class="number">${place.tickets.get(state) ?? ''}</td>`)}<td class="number strong">${total(place)}</td></tr>`)}</tbody>
    <tfoot><tr><th scope="row">${t('total')}</th>
      ${states.map(state => html`<td class="number">${sum(state)}</td>`)}<td class="number strong">${all}</td></tr></tfoot>
  </table></div>`;
}

/** Where all tickets stand, by place and state. */
export const counts = () =>
  panel({
    id: 'counts',
    title: () => t('counts.title'),
    every: 30_000,
    lazy: true,
    read: signal => get('/figures', { region: here(), level: levelBelow(here()) ?? levelOf(here()), by: 'state' }, signal),
    draw: found => (found.items.length === 0 ? html`<p class="empty">${t('counts.none')}</p>` : table(found)),
  });
