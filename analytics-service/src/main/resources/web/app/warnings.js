import { html } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { get } from './api.js';
import { cell } from './cell.js';
import { t, word, zh } from './language.js';
import { level } from './marks.js';
import { matter } from './matters.js';
import { panel } from './panel.js';
import { here } from './place.js';
import { atMinute } from './time.js';
import { judged, openWarning } from './warning.js';

const STATES = ['', 'RAISED', 'CONFIRMED', 'FALSE', 'HANDLED', 'CLOSED', 'LAPSED'];

const chosen = cell('');

const choose = () => html`<label class="inline">${t('column.state')}
  <select @change=${event => chosen.set(event.target.value)}>
    ${STATES.map(state => html`<option value=${state} ?selected=${state === chosen.get()}>${state === '' ? t('all') : word('life', state)}</option>`)}
  </select>
</label>`;

const row = item => html`<tr data-warning=${item.id}>
  <td>${level(item.level)}</td>
  <th scope="row">
    <button class="link" @click=${() => openWarning(item.id)}>${word('rule', item.rule, item.ruleLabel)}</button>
  </th>
  <td>${zh(item.regionName)}</td>
  <td>${matter(item.category, item.categoryName)}</td>
  <td class="number">${item.people}</td>
  <td class="number">${item.tickets}</td>
  <td><time datetime=${item.raisedAt}>${atMinute(item.raisedAt)}</time></td>
  <td>${word('life', item.state, item.stateLabel)}</td>
</tr>`;

/** Early warnings (未诉先办), the newest first; each leads to its evidence and, for those who may, to a verdict. */
export function warnings() {
  const made = panel({
    id: 'warnings',
    title: () => t('warnings.title'),
    tools: choose,
    every: 15_000,
    read: signal => get('/warnings', { region: here(), state: chosen.get() || null, limit: 50 }, signal),
    draw: ({ items }) =>
      items.length === 0
        ? html`<p class="empty">${t('warnings.none')}</p>`
        : html`<div class="scroll" tabindex="0" role="group" aria-label=${t('warnings.title')}><table>
            <caption class="hidden">${t('warnings.caption')}</caption>
            <thead><tr>
              ${['gravity', 'rule', 'place', 'matter', 'people', 'tickets', 'raised', 'state'].map(
                key => html`<th scope="col">${t(`column.${key}`)}</th>`,
              )}
            </tr></thead>
            <tbody>${repeat(items, item => item.id, row)}</tbody>
          </table></div>`,
  });
  const off = [chosen.on(made.turn), judged.on(made.load)];
  return {
    ...made,
    stop() {
      off.forEach(end => end());
      made.stop();
    },
  };
}
