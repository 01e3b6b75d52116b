import { html, nothing } from 'lit-html';
import { post } from './api.js';
import { t } from './language.js';
import { words } from './panel.js';
import { paintSheet } from './sheet.js';

const LONGEST = 500;

/** What a ticket stands for is handled when that is closed; the rest when somebody says so. */
export const mayBeHandled = ({ state, ticket }) => state === 'CONFIRMED' && !ticket;

/** Says what was done about a confirmed warning. */
export function handlingForm(id, kept) {
  let failure = null;
  let busy = false;

  async function handle(event) {
    event.preventDefault();
    const said = event.target.elements.done.value.trim();
    if (busy || said === '') return;
    busy = true;
    try {
      await post(`/warnings/${encodeURIComponent(id)}/handlings`, { words: said });
      failure = null;
      await kept();
    } catch (trouble) {
      failure = trouble;
    }
    busy = false;
    paintSheet();
    document.getElementById('sheet-title')?.focus();
  }

  return {
    draw: open =>
      open
        ? html`<section class="verdict" aria-label=${t('handling.title')}>
            <form @submit=${handle}>
              <label for="done">${t('handling.words')}</label>
              <textarea id="done" name="done" rows="2" maxlength=${LONGEST} required></textarea>
              <button class="primary">${t('handling.keep')}</button>
            </form>
            ${failure === null ? nothing : html`<p role="alert" class="failure">${t('failed', words(failure))}</p>`}
          </section>`
        : nothing,
  };
}
