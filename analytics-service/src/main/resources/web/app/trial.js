import { html, nothing } from 'lit-html';
import { get } from './api.js';
import { chinese, t, word, zh } from './language.js';
import { level } from './marks.js';
import { matter } from './matters.js';
import { picture } from './picture.js';
import { openSheet, paintSheet, shows, soFar } from './sheet.js';
import { atMinute, span } from './time.js';
import { curve } from './trialcurve.js';

const SOON = 1_500;
const MINUTE = 60_000;
const UNDER_WAY = ['WAITING', 'RUNNING'];

const known = value => value !== undefined && value !== null;
const percent = value => `${(value * 100).toFixed(1)}%`;

const share = ({ numerator, denominator, value, lower, upper }) =>
  known(value)
    ? html`<td class="number">${t('trial.of', percent(value), numerator, denominator)} <small>${percent(lower)}–${percent(upper)}</small></td>`
    : html`<td class="number none">${t('trial.nothing')}</td>`;

function lead({ medianMinutes, incidents }) {
  if (!known(medianMinutes)) return html`<td class="number none">${t('trial.nothing')}</td>`;
  if (Math.abs(medianMinutes) < 1) return html`<td class="number">${t('trial.same', incidents)}</td>`;
  return html`<td class="number">${t(medianMinutes < 0 ? 'trial.behind' : 'trial.ahead', span(medianMinutes * MINUTE), incidents)}</td>`;
}

/** How far a job is, as a bar and in words. */
export const progress = ({ state, read, total }) =>
  state === 'RUNNING' && total > 0
    ? html`<progress max=${total} value=${read} aria-label=${t('trial.RUNNING')}></progress> <small>${t('trial.read', read.toLocaleString('en'), total.toLocaleString('en'))}</small>`
    : html`<span class=${state === 'FAILED' ? 'mark red' : 'mark'}>${t(`trial.${state}`)}</span>`;

const threshold = ({ tried }) => (known(tried) ? tried : t('trial.steps'));

const outcome = it => html`<tr>
  <th scope="row">${threshold(it)}</th>
  ${share(it.precision)}${share(it.recall)}<td class="number strong">${it.unjudged}</td>
  <td class="number">${it.perDay}</td><td class="number">${it.raised}</td><td class="number">${it.right}</td><td class="number">${it.wrong}</td>
</tr>`;

const ahead = it => html`<tr>
  <th scope="row">${threshold(it)}</th>${lead(it.beforeTenthComplaint)}${lead(it.beforeVerdict)}${lead(it.beforeOwnDecision)}
</tr>`;

const scrolled = (label, heads, rows, name) => html`<div class="scroll" tabindex="0" role="group" aria-label=${label}><table class=${name}>
  <caption class="hidden">${label}</caption>
  <thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
  <tbody>${rows}</tbody>
</table></div>`;

const heads = keys => keys.map(key => t(`column.${key}`));

const outcomes = list =>
  scrolled(
    t('trial.picture'),
    [
      t('column.tried'), t('trial.precision'), t('trial.recall'), t('column.unjudged'), t('trial.per-day'),
      ...heads(['raised-count', 'right', 'wrong']),
    ],
    list.map(outcome),
    'outcomes',
  );

const leads = list => html`<h3>${t('trial.leads')}</h3>
  ${scrolled(t('trial.leads'), heads(['tried', 'tenth', 'verdict', 'own']), list.map(ahead), 'leads')}`;

const raised = list => html`<details><summary>${t('trial.raised', list.length)}</summary>
  ${scrolled(
    t('trial.raised', list.length),
    heads(['gravity', 'place', 'matter', 'received-at', 'people', 'tickets', 'note']),
    list.map(it => html`<tr>
      <td>${level(it.level)}</td><th scope="row">${it.region}</th><td>${matter(it.category)}</td>
      <td><time datetime=${it.at}>${atMinute(it.at)}</time></td><td class="number">${it.people}</td><td class="number">${it.complaints}</td>
      <td>${t(`verdict.${it.verdict}`)}</td>
    </tr>`),
    'raised',
  )}
</details>`;

const terms = list => html`<details><summary>${t('trial.terms')}</summary>
  <dl class="terms">${list.map(({ name, zh: chineseWords, en }) => html`<dt lang="en">${name}</dt><dd>${chinese() ? chineseWords : en}</dd>`)}</dl>
</details>`;

const result = ({ days, complaints, outcomes: list, raised: warnings, definitions }) => html`
  <p>${t('trial.summary', days, complaints.toLocaleString('en'))} <strong>${t('trial.left', list[0].unjudged)}</strong></p>
  <div class="chart tall" aria-hidden="true"></div>
  ${outcomes(list)}
  ${leads(list)}
  ${warnings.length === 0 ? nothing : raised(warnings)}
  ${terms(definitions)}`;

const facts = ({ asked, regionName, askedAt }) => html`<dl class="facts">
  <div><dt>${t('column.rule')}</dt><dd class="strong">${word('rule', asked.rule)}</dd></div>
  <div><dt>${t('column.place')}</dt><dd>${zh(regionName)}</dd></div>
  <div><dt>${t('column.matter')}</dt><dd>${asked.category ? matter(asked.category) : t('all')}</dd></div>
  <div><dt>${t('column.days')}</dt><dd>${t('view.span', asked.from, asked.to)}</dd></div>
  <div><dt>${t('column.asked')}</dt><dd>${atMinute(askedAt)}</dd></div>
</dl>`;

/** A back-test: how far it is, and what it came to. @param ended told when it is over while somebody looks */
export function openTrial(id, ended = () => {}) {
  let found = null;
  let failure = null;
  let timer = 0;
  let gone = false;
  const drawing = picture(() => import('./bars.js'));
  const content = {
    title: () => (found === null ? t('trial.title') : `${t('trial.title')} · ${word('rule', found.asked.rule)}`),
    draw: () =>
      soFar(found, failure, () => html`${facts(found)}
          <p role="status">${progress(found)}</p>
          ${found.cause ? html`<p class="failure">${found.cause}</p>` : nothing}
          ${found.result ? result(found.result) : nothing}`),
    drawn(sheet) {
      const element = sheet.querySelector('.chart');
      if (element !== null) drawing.draw(element, width => curve(found.result.outcomes, width));
    },
    closed() {
      gone = true;
      clearTimeout(timer);
      drawing.stop();
    },
  };
  async function load() {
    try {
      found = await get(`/backtests/${encodeURIComponent(id)}`);
      failure = null;
    } catch (trouble) {
      failure = trouble;
    }
    if (gone) return;
    if (shows(content)) paintSheet();
    if (found !== null && !UNDER_WAY.includes(found.state)) ended();
    else timer = setTimeout(load, SOON);
  }
  openSheet(content);
  load();
}
