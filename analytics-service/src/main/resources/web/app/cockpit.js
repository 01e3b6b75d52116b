import { html, nothing, render } from 'lit-html';
import { reached } from './api.js';
import { backtests } from './backtests.js';
import { takeBrief, trouble } from './brief.js';
import { counts } from './counts.js';
import { happenedTo } from './course.js';
import { days } from './days.js';
import { heat } from './heat.js';
import { keyviews } from './keyviews.js';
import { ladder } from './ladder.js';
import { t, word, zh } from './language.js';
import { live } from './live.js';
import { words } from './panel.js';
import { path, start } from './place.js';
import { rates } from './rates.js';
import { search } from './search.js';
import { session, signOut } from './session.js';
import { closeSheet, paintSheet } from './sheet.js';
import { languages } from './signin.js';
import { keepAges } from './time.js';
import { warnings } from './warnings.js';
import { whistles } from './whistles.js';

/** Which part of the page shows which view of the API. */
const PARTS = [
  ['heatmap', heat],
  ['ladder', ladder],
  ['whistles', whistles],
  ['live', live],
  ['warnings', warnings],
  ['rates', rates],
  ['counts', days],
  ['counts', counts],
  ['keyviews', keyviews],
  ['backtests', backtests],
];
const ON_TICKETS = ['heat', 'ladder', 'whistles'];
const ON_WARNINGS = ['warnings', 'heat'];

/** The page of somebody who is signed in. */
export function cockpit(page) {
  const me = session.get();
  const parts = [];
  const happened = (name, event) => {
    const moved = name === 'warning' ? ON_WARNINGS : ON_TICKETS;
    parts.filter(({ host }) => moved.includes(host.id)).forEach(part => part.nudge());
    if (name === 'ticket') happenedTo(event.ticket);
  };
  PARTS.filter(([view]) => me.views.has(view)).forEach(([, make]) => parts.push(make(happened)));
  const finding = me.views.has('courses') ? search() : null;

  const who = () => html`<span class="who">
    <strong>${word('role', me.role)}</strong>
    ${me.regions.length > 0 ? zh(path.get()[0].name ?? me.regions.join(' ')) : me.unit}
  </span>`;

  const jumps = () => html`<nav class="jumps" aria-label=${t('jumps')}>
    ${parts.map(({ host }) => html`<a href="#${host.id}">${t(`jump.${host.id}`)}</a>`)}
  </nav>`;

  function paint() {
    render(
      html`<a class="skip" href="#main">${t('skip')}</a>
        <header class="top">
          <h1>${t('title')}</h1>
          ${who()}
          <span class=${reached.get() ? 'reached' : 'reached lost'} role="status">${reached.get() ? nothing : t('lost')}</span>
          ${me.views.has('briefs') ? html`<button aria-haspopup="dialog" @click=${takeBrief}>${t('brief')}</button>` : nothing}
          ${finding?.host ?? nothing}
          ${languages()}
          <button @click=${() => signOut()}>${t('signout')}</button>
        </header>
        ${trouble.get() === null ? nothing : html`<p class="failure" role="alert">${t('failed', words(trouble.get()))}</p>`}
        ${jumps()}
        <main id="main" tabindex="-1">
          ${me.regions.length > 0 ? nothing : html`<p class="note">${t('unit.sees', me.unit)}</p>`}
          <div class="board">${parts.map(({ host }) => host)}</div>
        </main>`,
      page,
    );
    finding?.paint();
  }

  function turned() {
    const region = path.get().at(-1).code;
    paint();
    if (region === at) return parts.forEach(part => part.host.id === 'heat' && part.paint());
    at = region;
    parts.forEach(part => part.turn());
  }

  let at = me.root;
  start(me.root);
  paint();
  parts.forEach(part => part.turn());
  const off = [path.on(turned), reached.on(paint), trouble.on(paint)];
  const ticking = setInterval(keepAges, 1_000);
  return {
    translate() {
      paint();
      parts.forEach(part => (part.translate ?? part.paint)());
      paintSheet();
    },
    stop() {
      off.forEach(end => end());
      clearInterval(ticking);
      finding?.stop();
      parts.forEach(part => part.stop());
      closeSheet();
    },
  };
}
