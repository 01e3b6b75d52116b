import './words-later.js';
import { html } from 'lit-html';
import { get } from './api.js';
import { drawn, tables } from './keytables.js';
import { charts } from './keycharts.js';
import { t, zh } from './language.js';
import { picture } from './picture.js';
import { here } from './place.js';
import { levelBelow, levelOf } from './region.js';
import { daysAgo } from './time.js';

const VIEWS = ['people', 'events', 'units', 'fields'];
const PERIODS = [7, 30, 90, 365];
const BY = ['field', 'line'];
const LEVELS = ['city', 'county', 'town', 'community', 'grid'];
const MOST = 50;

/** The levels that places of a region can be listed by. */
function levels() {
  const first = levelBelow(here()) ?? levelOf(here());
  return LEVELS.slice(LEVELS.indexOf(first));
}

const select = (label, values, chosen, word, choose) => html`<label class="inline">${label}
  <select @change=${event => choose(event.target.value)}>
    ${values.map(value => html`<option value=${value} ?selected=${value === chosen}>${word(value)}</option>`)}
  </select>
</label>`;

/** Choosing a view, a place and days, and a table with its picture. */
export function part(panel) {
  let view = 'people';
  let days = 30;
  let by = 'field';
  let level = null;
  const drawing = picture(() => import('./bars.js'));

  const grain = () => (levels().includes(level) ? level : levels()[0]);
  const turn = set => value => {
    set(value);
    panel.paint();
    panel.turn();
  };

  const more = {
    people: {},
    units: {},
    get events() {
      return { level: grain(), limit: MOST };
    },
    get fields() {
      return { by };
    },
  };

  return {
    tools: () => html`
      <div class="choice" role="group" aria-label=${t('view.choose')}>
        ${VIEWS.map(name => html`<button aria-pressed=${name === view} @click=${() => turn(it => (view = it))(name)}>${t(`view.${name}`)}</button>`)}
      </div>
      ${select(t('view.days'), PERIODS, days, value => t('view.last', value), turn(it => (days = Number(it))))}
      ${view === 'events' ? select(t('view.level'), levels(), grain(), value => t(`level.of.${value}`), turn(it => (level = it))) : ''}
      ${view === 'fields' ? select(t('view.by'), BY, by, value => t(`view.by.${value}`), turn(it => (by = it))) : ''}`,
    async read(signal) {
      const asked = view;
      const query = { region: here(), from: daysAgo(days - 1), to: daysAgo(0), ...more[asked] };
      return { view: asked, found: await get(`/key-views/${asked}`, query, signal) };
    },
    draw: ({ view: shown, found }) => html`<p class="quiet">${zh(found.regionName)} · ${t('view.span', found.from, found.to)}</p>
      ${tables[shown](found)}`,
    drawn({ view: shown, found }, host) {
      const element = host.querySelector('.chart');
      if (element === null) drawing.clear();
      else drawing.draw(element, width => charts[shown](found, drawn(shown, found), width));
    },
    stop: drawing.stop,
  };
}
