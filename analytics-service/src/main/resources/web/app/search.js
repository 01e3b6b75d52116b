import { html, nothing, render } from 'lit-html';
import { openCourse } from './course.js';
import { t } from './language.js';

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Leads to a ticket by its id. */
export function search() {
  const host = Object.assign(document.createElement('form'), { className: 'search', role: 'search' });
  let wrong = false;

  function find(event) {
    event.preventDefault();
    const id = UUID.exec(host.elements.ticket.value)?.[0].toLowerCase();
    wrong = id === undefined;
    paint();
    if (!wrong) openCourse(id);
  }

  function paint() {
    render(
      html`<label class="hidden" for="ticket">${t('search.ticket')}</label>
        <input id="ticket" name="ticket" placeholder=${t('search.ticket')} autocomplete="off" spellcheck="false" required
          aria-invalid=${wrong} aria-describedby="ticket-wrong">
        <button>${t('search.find')}</button>
        <span id="ticket-wrong" role="alert">${wrong ? t('search.wrong') : nothing}</span>`,
      host,
    );
  }

  host.addEventListener('submit', find);
  return { host, paint };
}
