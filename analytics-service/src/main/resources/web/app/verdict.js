import { html, nothing } from 'lit-html';
import { post } from './api.js';
import { t } from './language.js';
import { words } from './panel.js';
import { paintSheet } from './sheet.js';

const LONGEST = 500;

/** As the service has it: what nobody has judged, even where it has lapsed meanwhile. */
export const mayBeJudged = ({ state }) => state === 'RAISED' || state === 'LAPSED';

/** Confirms a warning or calls it false, with a reason. */
export function verdictForm(id, kept) {
  let said = null;
  let wrong = false;
  let busy = false;

  async function judge(event) {
    event.preventDefault();
    const reason = event.target.elements.reason.value.trim();
    if (busy || reason === '') return;
    busy = true;
    try {
      await post(`/warnings/${encodeURIComponent(id)}/verdicts`, { verdict: event.submitter.value, reason });
      wrong = false;
      said = t('verdict.kept');
      await kept();
    } catch (failure) {
      wrong = true;
      said = t('failed', words(failure));
    }
    busy = false;
    paintSheet();
    document.getElementById('sheet-title')?.focus();
  }

  return {
    draw: open => html`<section class="verdict" aria-label=${t('verdict.title')}>
      ${open
        ? html`<form @submit=${judge}>
            <label for="reason">${t('verdict.reason')}</label>
            <textarea id="reason" name="reason" rows="2" maxlength=${LONGEST} required></textarea>
            <button class="primary" value="CONFIRMED">${t('verdict.confirm')}</button>
            <button value="FALSE">${t('verdict.false')}</button>
          </form>`
        : nothing}
      <p role="status" class=${wrong ? 'failure' : 'kept'}>${said ?? ''}</p>
    </section>`,
  };
}
