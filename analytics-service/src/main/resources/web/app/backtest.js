import './words-later.js';
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { get } from './api.js';
import { t, word, zh } from './language.js';
import { matter, readMatters } from './matters.js';
import { session } from './session.js';
import { atMinute } from './time.js';
import { openTrial, progress } from './trial.js';
import { trialForm } from './trialform.js';

const row = ({ id, asked, regionName, askedAt, ...job }) => html`<tr>
  <td><time datetime=${askedAt}>${atMinute(askedAt)}</time></td>
  <th scope="row"><button class="link" @click=${() => openTrial(id)}>${word('rule', asked.rule)}</button></th>
  <td>${zh(regionName)}</td>
  <td>${asked.category ? matter(asked.category) : t('all')}</td>
  <td>${t('view.span', asked.from, asked.to)}</td>
  <td>${asked.try?.join(' ') ?? t('trial.steps')}</td>
  <td>${progress(job)}</td>
</tr>`;

const table = items => html`<div class="scroll" tabindex="0" role="group" aria-label=${t('trial.caption')}><table>
  <caption class="hidden">${t('trial.caption')}</caption>
  <thead><tr>${['asked', 'rule', 'place', 'matter', 'days', 'tried', 'state'].map(key => html`<th scope="col">${t(`column.${key}`)}</th>`)}</tr></thead>
  <tbody>${repeat(items, ({ id }) => id, row)}</tbody>
</table></div>`;

/** What was tried, the newest first, and for those who may a form to try more. */
export function part(panel) {
  const form = session.get()?.views.has('backtesting') ? trialForm(panel) : null;
  let rules = null;
  return {
    tools: () => nothing,
    async read(signal) {
      await readMatters();
      rules ??= (await get('/warning-rules', {}, signal)).items;
      return get('/backtests', {}, signal);
    },
    draw: ({ items }) => html`${form?.draw(rules) ?? nothing}
      ${items.length === 0 ? html`<p class="empty">${t('trial.none')}</p>` : table(items)}`,
    drawn() {},
    stop() {},
  };
}
