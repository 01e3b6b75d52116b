import { html, nothing, render } from 'lit-html';
import { get } from './api.js';
import { openCourse } from './course.js';
import { t } from './language.js';
import { words } from './panel.js';

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const NUMBER = /^[0-9a-z-]{4,64}$/i;
const NOT_FOUND = 404;

/** Leads to a ticket by the number that its caller was told, or by its id. */
export function search() {
  const host = Object.assign(document.createElement('form'), { className: 'search', role: 'search' });
  let wrong = null;
  let asked = null;

  async function find(event) {
    event.preventDefault();
    asked?.abort();
    // as people paste it: with blanks, or in the wide digits of a Chinese keyboard
    const text = host.elements.ticket.value.normalize('NFKC').replaceAll(/\s/g, '');
    const id = UUID.exec(text)?.[0].toLowerCase();
    if (id === undefined && !NUMBER.test(text)) return say(() => t('search.wrong'));
    say(null);
    if (id !== undefined) return openCourse(id);
    const mine = new AbortController();
    asked = mine;
    try {
      const { ticket } = await get('/courses', { number: text }, mine.signal);
      if (!mine.signal.aborted) openCourse(ticket);
    } catch (failure) {
      if (!mine.signal.aborted) say(() => (failure.status === NOT_FOUND ? t('search.none') : words(failure)));
    }
  }

  /** @param why makes the words of what is wrong; null where nothing is */
  function say(why) {
    wrong = why;
    paint();
  }

  /** What is said of one ticket is not true of the next. */
  function typed() {
    asked?.abort();
    if (wrong !== null) say(null);
  }

  function paint() {
    render(
      html`<label class="hidden" for="ticket">${t('search.ticket')}</label>
        <input id="ticket" name="ticket" placeholder=${t('search.ticket')} autocomplete="off" spellcheck="false" required
          aria-invalid=${wrong !== null} aria-describedby="ticket-wrong" @input=${typed}>
        <button>${t('search.find')}</button>
        <span id="ticket-wrong" role="alert">${wrong === null ? nothing : wrong()}</span>`,
      host,
    );
  }

  host.addEventListener('submit', find);
  return { host, paint, stop: () => asked?.abort() };
}
