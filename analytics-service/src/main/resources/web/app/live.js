import { html, nothing, render } from 'lit-html';
import { openCourse } from './course.js';
import { t } from './language.js';
import { words } from './panel.js';
import { here } from './place.js';
import { ticketRow, warningRow } from './rows.js';
import { listen } from './stream.js';
import { openWarning } from './warning.js';

/** Rows that stay in the page; older ones go. */
export const MOST_ROWS = 200;
/** Rows that are put in at one frame: what comes faster waits, and beyond MOST_ROWS is counted only. */
const A_FRAME = 40;
const SPOKEN_EVERY = 5_000;

const row = ({ name, data }) => (name === 'warning' ? warningRow(data, openWarning) : ticketRow(data, openCourse));

/** What happens, as it happens. {@code happened} is told of each event. */
export function live(happened) {
  const host = document.createElement('section');
  host.id = 'live';
  host.className = 'panel';
  host.setAttribute('aria-labelledby', 'live-title');
  const list = Object.assign(document.createElement('ol'), { className: 'events', tabIndex: 0 });
  let waiting = [];
  let shown = [];
  let left = 0;
  let count = 0;
  let paused = false;
  let spoken = false;
  let unsaid = 0;
  let state = 'opening';
  let refusal = null;
  let frame = 0;
  let stop = () => {};

  function paint() {
    list.setAttribute('aria-label', t('live.title'));
    render(
      html`<header>
          <h2 id="live-title">${t('live.title')}</h2>
          <span class="line ${state}" role="status">${t(`line.${state}`)}</span>
          <button aria-pressed=${paused} @click=${pause}>${paused ? t('live.go-on', waiting.length + left) : t('live.pause')}</button>
          <button aria-pressed=${spoken} @click=${speak}>${t('live.speak')}</button>
        </header>
        ${refusal ? html`<p class="failure" role="alert">${t('failed', words(refusal))}</p>` : nothing}
        <p class="quiet"><span class="count">${t('live.count', count)}</span>${left > 0 && !paused ? html` <span>${t('live.left')}</span>` : nothing}</p>
        ${count === 0 ? html`<p class="empty">${t('live.none')}</p>` : nothing}
        ${list}
        <div class="hidden" aria-live=${spoken ? 'polite' : 'off'} id="said"></div>`,
      host,
    );
  }

  function pause() {
    paused = !paused;
    if (!paused) left = 0;
    paint();
    later();
  }

  function speak() {
    spoken = !spoken;
    unsaid = 0;
    paint();
  }

  function later() {
    if (frame === 0 && !paused && waiting.length > 0) frame = requestAnimationFrame(put);
  }

  function put() {
    frame = 0;
    if (paused) return;
    const now = waiting.splice(0, A_FRAME);
    const fresh = document.createDocumentFragment();
    now.reverse().forEach(event => fresh.append(row(event)));
    list.prepend(fresh);
    shown = [...now, ...shown].slice(0, MOST_ROWS);
    while (list.children.length > MOST_ROWS) drop();
    later();
    paint();
  }

  function drop() {
    const oldest = list.lastElementChild;
    if (oldest.contains(document.activeElement)) list.focus();
    oldest.remove();
  }

  function hear({ event: name, data }) {
    if (name === 'resync') return resync();
    if (name !== 'ticket' && name !== 'warning') return;
    const read = JSON.parse(data);
    count++;
    unsaid++;
    waiting.push({ name, data: read });
    if (waiting.length > MOST_ROWS) {
      waiting.shift();
      left++;
    }
    if (paused || document.hidden) soon();
    else later();
    happened(name, read);
  }

  /** The service itself has left some out: all that is read may have moved. */
  function resync() {
    left++;
    paint();
    happened('warning', {});
    happened('ticket', {});
  }

  let told = 0;
  /** The pause button counts what waits, four times a second at most. */
  function soon() {
    told ||= setTimeout(() => {
      told = 0;
      paint();
    }, 250);
  }

  function say() {
    const newest = list.firstElementChild;
    if (!spoken || unsaid === 0 || newest === null) return;
    host.querySelector('#said').textContent = t('live.said', unsaid, newest.innerText.replaceAll('\n', ' '));
    unsaid = 0;
  }

  const saying = setInterval(say, SPOKEN_EVERY);
  return {
    host,
    paint,
    turn() {
      stop();
      state = 'opening';
      refusal = null;
      const region = here();
      const inside = ({ data }) => data.region?.startsWith(region);
      waiting = waiting.filter(inside);
      shown = shown.filter(inside);
      list.replaceChildren(...shown.map(row));
      paint();
      stop = listen('/live', { region }, hear, (next, failure) => {
        state = next;
        refusal = failure ?? null;
        paint();
      });
    },
    translate() {
      list.replaceChildren(...shown.map(row));
      paint();
    },
    stop() {
      stop();
      clearInterval(saying);
      cancelAnimationFrame(frame);
    },
  };
}
