import { html, nothing } from 'lit-html';
import { get } from './api.js';
import { cell } from './cell.js';
import { t, zh } from './language.js';
import { drawMap, expectMap, forgetMap } from './map.js';
import { panel } from './panel.js';
import { here, into, named, upTo, path } from './place.js';
import { levelBelow, levelOf } from './region.js';
import { regionTable } from './regions.js';

const HOURS = 24;

/** The province is seen by cities, or by all its counties. */
const grain = cell('city');

const levelShown = () => (levelOf(here()) === 'province' ? grain.get() : levelBelow(here()) ?? 'grid');

const sum = (items, key) => items.reduce((all, item) => all + item[key], 0);

function strip(items) {
  const counts = ['received', 'open', 'overdue', 'climbing', 'warnings'];
  return html`<dl class="strip">
    ${counts
      .map(key => [key, sum(items, key)])
      .map(([key, all]) => html`<div class=${`count ${all === 0 ? 'none' : key}`}>
        <dt>${t(`count.${key}`, HOURS)}</dt>
        <dd>${all.toLocaleString('en')}</dd>
      </div>`)}
  </dl>`;
}

function crumbs(go) {
  const steps = path.get();
  return html`<nav class="crumbs" aria-label=${t('crumbs')}>
    <ol>
      ${steps.map(({ code, name }, i) =>
        i === steps.length - 1
          ? html`<li><span aria-current="location">${zh(name ?? code)}</span></li>`
          : html`<li><button class="link" @click=${() => go(code)}>${zh(name ?? code)}</button></li>`,
      )}
    </ol>
  </nav>`;
}

const grains = () =>
  levelOf(here()) === 'province'
    ? html`<div class="choice" role="group" aria-label=${t('grain')}>
        ${['city', 'county'].map(
          level => html`<button aria-pressed=${grain.get() === level} @click=${() => grain.set(level)}>${t(`level.${level}`)}</button>`,
        )}
      </div>`
    : nothing;

/** Where it is hot: a map down to the counties, a table of the places below, and what they come to. */
export function heat() {
  let focus = false;
  expectMap();
  const made = panel({
    id: 'heat',
    title: () => t('heat.title'),
    tools: grains,
    every: 10_000,
    async read(signal) {
      const region = here();
      const level = levelShown();
      const found = await get('/heatmap', { region, level, hours: HOURS }, signal);
      named(region, found.regionName);
      return found;
    },
    draw: ({ items }) => html`${crumbs(code => {
        focus = true;
        upTo(code);
      })}
      ${strip(items)}
      <div class="split">
        <figure class="map">
          <div id="map" role="img"></div>
          <figcaption>
            <span class="scale"><span>0</span><i></i><span id="hottest"></span> <span>${t('map.heat', HOURS)}</span></span>
            <strong>${t('map.schematic')}</strong>
          </figcaption>
        </figure>
        ${regionTable(items, HOURS, (code, name) => {
          focus = true;
          into(code, name);
        })}
      </div>`,
    drawn(found, host) {
      drawMap(host.querySelector('#map'), found, into);
      if (focus && found.region === here()) {
        focus = false;
        host.querySelector('#places').focus();
      }
    },
  });
  const off = grain.on(() => made.turn());
  return {
    ...made,
    stop() {
      off();
      made.stop();
      forgetMap();
    },
  };
}
