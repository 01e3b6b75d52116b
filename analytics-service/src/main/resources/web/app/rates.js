import { html, nothing } from 'lit-html';
import { styleMap } from 'lit-html/directives/style-map.js';
import { get } from './api.js';
import { chinese, t } from './language.js';
import { panel } from './panel.js';
import { here } from './place.js';
import { daysAgo } from './time.js';

const KEY = [
  'response-rate', 'solution-rate', 'satisfaction', 'signing-on-time',
  'closing-on-time', 'dispatch-accuracy', 'rework-rate', 'repeat-rate',
];
const DAYS = 30;
/** Figures where less is better. */
const LOW = ['rework-rate', 'repeat-rate'];

let definitions = null;

const percent = value => `${(value * 100).toFixed(1)}%`;

const share = value => ({ left: `${value * 100}%` });

/** What is asked for the days before stays the same until midnight, or nearly so. */
const before = new Map();

async function earlier(name, region, signal) {
  const from = daysAgo(2 * DAYS - 1);
  const key = `${name} ${region} ${from}`;
  if (!before.has(key)) {
    before.set(key, (await get('/figures/rates', { name, region, from, to: daysAgo(DAYS) }, signal)).total);
  }
  return before.get(key);
}

async function one(name, region, signal) {
  const found = await get('/figures/rates', { name, region, from: daysAgo(DAYS - 1), to: daysAgo(0) }, signal);
  return { name, title: found.title, now: found.total, then: await earlier(name, region, signal) };
}

function change({ name, now, then }) {
  if (now.value === undefined || then.value === undefined) return nothing;
  const points = (now.value - then.value) * 100;
  if (Math.abs(points) < 0.05) return html`<span class="change">${t('rates.same')}</span>`;
  const good = points > 0 !== LOW.includes(name);
  const text = t(points > 0 ? 'rates.up' : 'rates.down', Math.abs(points).toFixed(1));
  return html`<span class=${good ? 'change good' : 'change bad'}><span aria-hidden="true">${points > 0 ? '▲' : '▼'}</span> ${text}</span>`;
}

const interval = ({ value, lower, upper }) => html`<span class="interval" aria-hidden="true">
  <i style=${styleMap({ left: `${lower * 100}%`, right: `${(1 - upper) * 100}%` })}></i><b style=${styleMap(share(value))}></b>
</span>`;

function counted(now) {
  if (now.withheld) return html`<dd class="none">${t('rates.withheld')}</dd>`;
  if (now.value === undefined) return html`<dd class="none">${t('rates.no-case')}</dd>`;
  return html`<dd class="value">${percent(now.value)}</dd>
    <dd>${interval(now)}</dd>
    <dd class="quiet">${t('rates.of', now.numerator, now.denominator)}</dd>
    <dd class="quiet">${t('rates.between', percent(now.lower), percent(now.upper))}</dd>`;
}

function meaning(name) {
  const known = definitions?.find(definition => definition.name === name);
  if (known === undefined) return nothing;
  return html`<dd><details><summary>${t('rates.meaning')}</summary>
    <p>${chinese() ? known.zh : known.en}</p><p lang="en">${known.formula}</p></details></dd>`;
}

const card = figure => html`<div class="rate">
  <dt>${chinese() ? figure.title.zh : figure.title.en}</dt>
  ${counted(figure.now)}
  <dd>${change(figure)}</dd>
  ${meaning(figure.name)}
</div>`;

/** The figures that units and places are judged by, each with what it is counted from. */
export const rates = () =>
  panel({
    id: 'rates',
    title: () => t('rates.title', DAYS),
    every: 120_000,
    lazy: true,
    async read(signal) {
      const region = here();
      definitions ??= await get('/figures/definitions', {}, signal);
      const found = [];
      for (const name of KEY) found.push(await one(name, region, signal));
      return found;
    },
    draw: found => html`<dl class="rates">${found.map(card)}</dl><p class="quiet">${t('rates.note', DAYS)}</p>`,
  });
