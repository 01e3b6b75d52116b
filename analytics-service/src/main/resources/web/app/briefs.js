import './words-later.js';
import { html, nothing } from 'lit-html';
import { send } from './api.js';
import { t } from './language.js';
import { matterChoice } from './matterchoice.js';
import { readMatters } from './matters.js';
import { words } from './panel.js';
import { cover, PAPER, sheetOfPaper } from './paper.js';
import { path } from './place.js';
import { openSheet, paintSheet, shows } from './sheet.js';
import { daysAgo } from './time.js';

const KINDS = ['daily', 'weekly', 'special'];

/** Choosing a brief (日报 周报 专报), and reading it here, on a page of its own, or as a file. */
export function openBriefs() {
  let kind = 'daily';
  let said = null;
  let wrong = null;
  let paper = null;
  let busy = false;
  let gone = false;

  let taken = { asked: null, text: null };

  const paint = () => shows(content) && paintSheet();

  /** A page for A4. Who has just read it and then prints it takes it once. */
  async function briefOf(query) {
    const asked = JSON.stringify(query);
    if (taken.asked !== asked) {
      const reply = await send('/briefs', { query, headers: { Accept: 'text/html' } });
      taken = { asked, text: await reply.text() };
    }
    return taken.text;
  }

  async function want(event) {
    event.preventDefault();
    if (busy) return;
    const { region, day, category } = event.target.elements;
    const query = { kind, day: day.value, region: region.value, ...(kind === 'special' && { category: category.value }) };
    const how = HOW[event.submitter?.value ?? 'show'];
    busy = true;
    wrong = null;
    said = () => t('reading');
    paint();
    try {
      said = await how(query);
    } catch (failure) {
      said = null;
      wrong = () => t('failed', words(failure));
    }
    busy = false;
    if (!gone) paint();
  }

  const title = query => t('brief.paper', t(`brief.${query.kind}`), query.day);

  const HOW = {
    async show(query) {
      paper = { text: await briefOf(query), title: () => title(query) };
      return () => t('brief.shown', title(query));
    },
    async print(query) {
      // at once, while the browser still knows that somebody has clicked
      const tab = sheetOfPaper();
      if (tab === null) {
        wrong = () => t('brief.blocked');
        return null;
      }
      try {
        await tab.lay(await briefOf(query));
      } catch (failure) {
        tab.close();
        throw failure;
      }
      return null;
    },
    async save(query) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([await briefOf(query)], { type: 'text/html' }));
      link.download = `brief-${query.kind}-${query.day}-${query.region}.html`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      return null;
    },
  };

  const choose = event => {
    kind = event.target.value;
    paint();
  };

  const form = () => html`<form class="asking" aria-label=${t('brief.title')} @submit=${want}>
    <label>${t('brief.kind')} <select name="kind" @change=${choose}>
      ${KINDS.map(name => html`<option value=${name} ?selected=${name === kind}>${t(`brief.${name}`)}</option>`)}
    </select></label>
    <label>${t('column.place')} <select name="region">
      ${path.get().map(({ code, name }, i, all) => html`<option value=${code} ?selected=${i === all.length - 1} lang="zh-CN">${name ?? code}</option>`)}
    </select></label>
    <label>${t('brief.day')} <input type="date" name="day" required value=${daysAgo(1)} max=${daysAgo(0)}></label>
    ${kind === 'special' ? html`<label>${t('column.matter')} ${matterChoice('', true)}</label>` : nothing}
    <p class="quiet">${t(`brief.span.${kind}`)}</p>
    <p class="buttons">
      <button class="primary" value="show">${t('brief.show')}</button>
      <button value="print">${t('brief.print')}</button>
      <button value="save">${t('brief.save')}</button>
    </p>
    <p role="status">${said === null ? nothing : said()}</p>
    ${wrong === null ? nothing : html`<p class="failure" role="alert">${wrong()}</p>`}
  </form>`;

  const content = {
    title: () => t('brief.title'),
    draw: () => html`${form()}
      ${paper === null ? nothing : html`<iframe class="paper" src=${PAPER} title=${paper.title()} @load=${event => cover(event.target, paper.text)}></iframe>`}`,
    drawn(sheet) {
      const frame = sheet.querySelector('iframe.paper');
      if (frame !== null) cover(frame, paper.text);
    },
    closed() {
      gone = true;
    },
  };
  openSheet(content);
  readMatters().then(paint, () => {});
}
