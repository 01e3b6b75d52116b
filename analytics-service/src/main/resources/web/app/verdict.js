import { html, nothing } from 'lit-html';
import { post } from './api.js';
import { t } from './language.js';
import { words } from './panel.js';
import { paintSheet } from './sheet.js';

const LONGEST = 500;

/** As the service has it: what nobody has judged, even where it has lapsed meanwhile. */
export const mayBeJudged = ({ state }) => state === 'RAISED' || state === 'LAPSED';

/** Of places: an order may follow. */
const OF_PLACES = ['CLUSTER', 'FACILITY', 'ANOMALY'];
const FOLLOWS = ['TICKET', 'INSPECTION'];

const follows = rule =>
  OF_PLACES.includes(rule)
    ? html`<label for="follow">${t('verdict.follow')}</label>
        <select id="follow" name="follow">${FOLLOWS.map(follow => html`<option value=${follow}>${t(`follow.${follow}`)}</option>`)}</select>`
    : nothing;

/** Confirms a warning or calls it false, with a reason. */
export function verdictForm(id, kept) {
  let said = null;
  let wrong = false;
  let busy = false;

  async function judge(event) {
    event.preventDefault();
    const reason = event.target.elements.reason.value.trim();
    const verdict = event.submitter.value;
    const follow = verdict === 'CONFIRMED' ? event.target.elements.follow?.value : undefined;
    if (busy || reason === '') return;
    busy = true;
    try {
      await post(`/warnings/${encodeURIComponent(id)}/verdicts`, { verdict, reason, follow });
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
    draw: (open, rule) => html`<section class="verdict" aria-label=${t('verdict.title')}>
      ${open
        ? html`<form @submit=${judge}>
            <label for="reason">${t('verdict.reason')}</label>
            <textarea id="reason" name="reason" rows="2" maxlength=${LONGEST} required></textarea>
            ${follows(rule)}
            <button class="primary" value="CONFIRMED">${t('verdict.confirm')}</button>
            <button value="FALSE">${t('verdict.false')}</button>
          </form>`
        : nothing}
      <p role="status" class=${wrong ? 'failure' : 'kept'}>${said ?? ''}</p>
    </section>`,
  };
}
