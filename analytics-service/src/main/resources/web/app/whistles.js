import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { get } from './api.js';
import { openCourse } from './course.js';
import { t, word, zh } from './language.js';
import { panel } from './panel.js';
import { here } from './place.js';
import { atClock, atMinute } from './time.js';

function standing({ signedAt, arrivedAt, releasedAt }) {
  if (arrivedAt) return ['✓', 'arrived', arrivedAt];
  if (releasedAt) return ['–', 'released', releasedAt];
  return signedAt ? ['◔', 'signed', signedAt] : ['✕', 'silent', null];
}

function department(called) {
  const [shape, key, at] = standing(called);
  return html`<li class=${key}>
    <span aria-hidden="true">${shape}</span> ${zh(called.unitName)} <small>${t(`whistle.${key}`)}${at ? html` <time datetime=${at}>${atClock(at)}</time>` : nothing}</small>
  </li>`;
}

const whistle = item => html`<li>
  <div class="line">
    <span class="strong">${word('whistle', item.kind, item.kindLabel)}</span>
    <span class="where">${zh(item.regionName)}</span>
    <button class="link" @click=${() => openCourse(item.ticket)}>${item.number ?? t('secret')}</button>
    <time datetime=${item.blownAt}>${atMinute(item.blownAt)}</time>
    ${item.confirmedAt ? nothing : html`<span class="tag">${t('whistle.unconfirmed')}</span>`}
  </div>
  <ul class="departments">${item.departments.map(department)}</ul>
  ${item.missing.length === 0
    ? html`<p class="all">${t('whistle.all')}</p>`
    : html`<p class="missing">${t('whistle.missing', item.missing.length)} ${zh(item.missing.join('、'))}</p>`}
</li>`;

/** Whistles that are out, and who has not come (社区吹哨、部门报到). */
export const whistles = () =>
  panel({
    id: 'whistles',
    title: () => t('whistles.title'),
    every: 10_000,
    read: signal => get('/whistles-out', { region: here(), limit: 30 }, signal),
    draw: ({ items }) =>
      items.length === 0
        ? html`<p class="empty">${t('whistles.none')}</p>`
        : html`<ul class="whistles" tabindex="0" aria-label=${t('whistles.title')}>${repeat(items, item => item.whistle, whistle)}</ul>`,
  });
