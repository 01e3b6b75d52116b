import { html, nothing } from 'lit-html';
import { send } from './api.js';
import { t, word, zh } from './language.js';
import { matterChoice } from './matterchoice.js';
import { words } from './panel.js';
import { here, path } from './place.js';
import { daysAgo } from './time.js';
import { openTrial } from './trial.js';

const RULES = ['CLUSTER', 'FACILITY', 'REPEAT', 'ANOMALY', 'QUALITY'];
const MOST = 20;
const HIGHEST = 100_000;

/** The largest unit that says it without a rest. */
function within(minutes) {
  if (minutes % 1_440 === 0 && minutes > 1_440) return t('trial.days', minutes / 1_440);
  return minutes % 60 === 0 ? t('trial.hours', minutes / 60) : t('trial.minutes', minutes);
}

/** A page that did not come over TLS has no randomUUID. */
const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');

/** Whole numbers between blanks or commas; null where something else stands there. */
function countsOf(text) {
  const parts = text.normalize('NFKC').split(/[\s,、;]+/).filter(part => part !== '');
  const counts = parts.map(Number);
  return parts.length <= MOST && counts.every(count => Number.isInteger(count) && count >= 1 && count <= HIGHEST) ? counts : null;
}

/** The steps that are in force for a rule at a place, for all matters. */
function stepsOf(rules, rule, region) {
  const sets = rules.filter(set => set.rule === rule && set.category === '' && region.startsWith(set.region));
  return sets.sort((a, b) => b.region.length - a.region.length)[0]?.steps ?? [];
}

const step = ({ level, count, withinMinutes, places, sigmas }) =>
  t('trial.step', word('level', level), count, within(withinMinutes)) +
  (places > 1 ? t('trial.places', places) : '') + (sigmas > 0 ? t('trial.sigmas', sigmas) : '');

/** Asks for a back-test of the place that is looked at, and shows how far it is. */
export function trialForm(panel) {
  let rule = RULES[0];
  let wrong = null;
  let busy = false;
  let call = { body: null, key: null };

  /** Asked again because no answer came, it is still the same call. */
  function callOf(body) {
    const text = JSON.stringify(body);
    if (call.body !== text) call = { body: text, key: key() };
    return { method: 'POST', headers: { 'Idempotency-Key': call.key }, body };
  }

  function say(why) {
    wrong = why;
    panel.paint();
  }

  async function start(event) {
    event.preventDefault();
    const { from, to, category, counts } = event.target.elements;
    const tried = countsOf(counts.value);
    if (busy) return;
    if (tried === null) {
      counts.focus();
      return say(() => t('trial.counts-wrong'));
    }
    busy = true;
    try {
      const reply = await send('/backtests', callOf({
        rule, region: here(), from: from.value, to: to.value,
        ...(category.value !== '' && { category: category.value }),
        ...(tried.length > 0 && { try: tried }),
      }));
      const { id } = await reply.json();
      wrong = null;
      call = { body: null, key: null };
      openTrial(id, () => panel.load());
      panel.load();
    } catch (failure) {
      say(() => t('failed', words(failure)));
    }
    busy = false;
  }

  return {
    draw: rules => html`<form class="asking" aria-label=${t('trial.new')} @submit=${start}>
      <p class="strong">${zh(path.get().at(-1).name ?? here())}</p>
      <label>${t('column.rule')}
        <select name="rule" @change=${event => { rule = event.target.value; panel.paint(); }}>
          ${RULES.map(name => html`<option value=${name} ?selected=${name === rule}>${word('rule', name)}</option>`)}
        </select>
      </label>
      <label>${t('column.matter')} ${matterChoice(t('all'))}</label>
      <label>${t('from')} <input type="date" name="from" required value=${daysAgo(90)} max=${daysAgo(0)}></label>
      <label>${t('until')} <input type="date" name="to" required value=${daysAgo(0)} max=${daysAgo(0)}></label>
      <label class="wide">${t('trial.counts')} <input name="counts" value="3 5 8" autocomplete="off" aria-describedby="trial-steps"></label>
      <button class="primary">${t('trial.start')}</button>
      <p class="quiet" id="trial-steps">${t('trial.in-force')} ${stepsOf(rules, rule, here()).map(step).join(t('trial.then'))}</p>
      ${wrong === null ? nothing : html`<p class="failure" role="alert">${wrong()}</p>`}
    </form>`,
  };
}
