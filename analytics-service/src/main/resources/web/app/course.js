import { html, nothing } from 'lit-html';
import { get } from './api.js';
import { clockRow } from './clocks.js';
import { t, word, zh } from './language.js';
import { late } from './marks.js';
import { matterWhole } from './matters.js';
import { openSheet, paintSheet, shows, soFar } from './sheet.js';
import { atMinute } from './time.js';

const SPARING = 2_000;

/** Whoever shows a ticket's life hears of what happens to it. */
const shown = new Map();

export const happenedTo = ticket => shown.get(ticket)?.();

const node = ({ at, type, label, unit, unitName, level, late: isLate }) => html`<li class=${isLate ? 'late' : ''}>
  <time datetime=${at}>${atMinute(at)}</time>
  <span class="what">${word('event', type, label)}</span>
  ${level ? html`<span class="tag">${word('rung', level)}</span>` : nothing}
  ${unit ? html`<span class="who">${zh(unitName ?? unit)}</span>` : nothing}
  ${isLate ? late() : nothing}
</li>`;

const facts = found => html`<dl class="facts">
  <div><dt>${t('column.state')}</dt><dd class="strong">${word('state', found.state, found.stateLabel)}</dd></div>
  <div><dt>${t('column.place')}</dt><dd>${zh(found.regionName)}</dd></div>
  ${found.category ? html`<div><dt>${t('column.matter')}</dt><dd>${matterWhole(found.category, found.categoryName)}</dd></div>` : nothing}
  <div><dt>${t('column.kind')}</dt><dd>${word('kind', found.kind)}</dd></div>
  <div><dt>${t('column.channel')}</dt><dd>${word('channel', found.channel)}</dd></div>
</dl>`;

const drawn = found => html`${facts(found)}
  <h3>${t('course.clocks')}</h3>
  ${found.clocks.length === 0
    ? html`<p class="empty">${t('course.no-clocks')}</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-label=${t('course.clocks')}><table class="clocks">
        <caption class="hidden">${t('course.clocks')}</caption>
        <thead><tr>
          ${['act', 'unit', 'course', 'due', 'outcome'].map(key => html`<th scope="col">${t(`column.${key}`)}</th>`)}
        </tr></thead>
        <tbody>${found.clocks.map(clockRow)}</tbody>
      </table></div>`}
  <h3>${t('course.nodes')}</h3>
  <ol class="timeline">${found.nodes.map(node)}</ol>`;

/** One ticket's whole life; read again when something happens to it. */
export function openCourse(ticket) {
  let found = null;
  let failure = null;
  let timer = 0;
  const content = {
    title: () => t('course.title', found === null ? '' : found.number ?? t('secret')),
    draw: () => soFar(found, failure, drawn),
    closed() {
      clearTimeout(timer);
      shown.delete(ticket);
    },
  };
  async function load() {
    timer = 0;
    try {
      found = await get(`/courses/${encodeURIComponent(ticket)}`);
      failure = null;
    } catch (trouble) {
      failure = trouble;
    }
    if (shows(content)) paintSheet();
  }
  shown.set(ticket, () => (timer ||= setTimeout(load, SPARING)));
  openSheet(content);
  load();
}
