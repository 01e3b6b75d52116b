import { html, nothing } from 'lit-html';
import { get } from './api.js';
import { cell } from './cell.js';
import { openCourse } from './course.js';
import { handlingForm, mayBeHandled } from './handling.js';
import { t, word, zh } from './language.js';
import { level } from './marks.js';
import { matterWhole } from './matters.js';
import { session } from './session.js';
import { openSheet, paintSheet, shows, soFar } from './sheet.js';
import { atMinute } from './time.js';
import { mayBeJudged, verdictForm } from './verdict.js';

/** Told of the warning that somebody has judged here. */
export const judged = cell(null);

const facts = ({ warning: it }) => html`<dl class="facts">
  <div><dt>${t('column.gravity')}</dt><dd>${level(it.level)}</dd></div>
  <div><dt>${t('column.state')}</dt><dd class="strong">${word('life', it.state, it.stateLabel)}</dd></div>
  <div><dt>${t('column.place')}</dt><dd>${zh(it.regionName)}</dd></div>
  <div><dt>${t('column.matter')}</dt><dd>${matterWhole(it.category, it.categoryName)}</dd></div>
  ${it.network ? html`<div><dt>${t('column.network')}</dt><dd>${it.network}</dd></div>` : nothing}
  <div><dt>${t('column.people')}</dt><dd>${it.people}</dd></div>
  <div><dt>${t('column.tickets')}</dt><dd>${it.tickets}</dd></div>
  ${it.ticket
    ? html`<div><dt>${t('warning.ticket')}</dt><dd><button class="link" @click=${() => openCourse(it.ticket)}>${t('warning.open')}</button></dd></div>`
    : nothing}
  <div><dt>${t('warning.between')}</dt><dd>${atMinute(it.firstAt)} – ${atMinute(it.lastAt)}</dd></div>
</dl>`;

const ticket = ({ ticket: id, at, region, regionName, number, deciding, byMeaning }) => html`<tr>
  <td><time datetime=${at}>${atMinute(at)}</time></td>
  <th scope="row">
    ${session.get()?.views.has('courses')
      ? html`<button class="link" @click=${() => openCourse(id)}>${number ?? id.slice(-12)}</button>`
      : number ?? id.slice(-12)}
  </th>
  <td>${zh(regionName ?? region)}</td>
  <td>
    ${deciding ? html`<span class="tag">${t('warning.deciding')}</span>` : nothing}
    ${byMeaning ? html`<span class="tag">${t('warning.meaning')}</span>` : nothing}
  </td>
</tr>`;

const evidence = items => html`<div class="scroll" tabindex="0" role="group" aria-label=${t('warning.evidence')}><table>
  <caption class="hidden">${t('warning.evidence')}</caption>
  <thead><tr>${['received-at', 'ticket', 'place', 'note'].map(key => html`<th scope="col">${t(`column.${key}`)}</th>`)}</tr></thead>
  <tbody>${items.map(ticket)}</tbody>
</table></div>`;

/** Only what was filed as several things: otherwise it is the matter above. */
const filedAs = items => (items.length < 2 ? nothing : html`<p class="soft">${t('warning.filed')}
  ${items.map(({ category, categoryName, tickets }, i) => html`${i > 0 ? ' · ' : nothing}${matterWhole(category, categoryName)} ${tickets}`)}</p>`);

const node = ({ at, type, level: grave, by, words: said }) => html`<li>
  <time datetime=${at}>${atMinute(at)}</time>
  <span class="what">${word('life', type)}</span> ${level(grave)}
  <span class="who">${word('role', by)}</span>
  ${said ? html`<q>${said}</q>` : nothing}
</li>`;

/** How many complaints did not come, and how that is known. */
const effect = ({ days, before, after, prevented, lower, upper }) => html`<h3>${t('effect.title')}</h3>
  <p>${t('effect.counts', days, before, after)} <strong>${t('effect.prevented', prevented, lower, upper)}</strong></p>
  <p class="soft">${t('effect.method')}</p>`;

/** A warning with what it rests on, what became of it, and what is still to be said of it. */
export function openWarning(id) {
  let found = null;
  let failure = null;
  const form = verdictForm(id, async () => {
    await load();
    judged.set(id);
  });
  const done = handlingForm(id, async () => {
    await load();
    judged.set(id);
  });
  const content = {
    title: () => (found === null ? t('warning.title') : `${t('warning.title')} · ${word('rule', found.warning.rule, found.warning.ruleLabel)}`),
    draw: () =>
      soFar(found, failure, () => html`${facts(found)}
          ${session.get()?.views.has('judging') ? form.draw(mayBeJudged(found.warning), found.warning.rule) : nothing}
          ${session.get()?.views.has('judging') ? done.draw(mayBeHandled(found.warning)) : nothing}
          ${found.effect ? effect(found.effect) : nothing}
          <h3>${t('warning.evidence')}</h3>
          ${filedAs(found.filed)}
          ${evidence(found.evidence)}
          <h3>${t('warning.life')}</h3>
          <ol class="timeline">${found.life.map(node)}</ol>`),
  };
  async function load() {
    try {
      found = await get(`/warnings/${encodeURIComponent(id)}`);
      failure = null;
    } catch (trouble) {
      failure = trouble;
    }
    if (shows(content)) paintSheet();
  }
  openSheet(content);
  load();
}
