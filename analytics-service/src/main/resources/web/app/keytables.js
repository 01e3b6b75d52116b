import { html, nothing } from 'lit-html';
import { styleMap } from 'lit-html/directives/style-map.js';
import { t, word, zh } from './language.js';
import { called } from './matters.js';

/** Bars that a picture has room for. */
const MOST_BARS = 12;
const LINES = 5;

const known = value => value !== undefined && value !== null;

/** What of a view its picture shows. */
export function drawn(view, { fields, items }) {
  if (view === 'people') return fields.filter(({ people, groups }) => known(people) || groups.some(group => known(group.people)));
  if (view === 'events') return items.slice(0, MOST_BARS);
  if (view === 'units') {
    const worth = items.filter(({ perThousand }) => perThousand);
    return (worth.length > 0 ? worth.sort((a, b) => b.perThousand.value - a.perThousand.value) : items.filter(({ complaints }) => known(complaints)))
      .slice(0, MOST_BARS);
  }
  return items.filter(({ complaints }) => known(complaints)).sort((a, b) => b.complaints - a.complaints).slice(0, LINES);
}

const hidden = () => html`<td class="number none">${t('withheld')}</td>`;

const number = value => (known(value) ? html`<td class=${value === 0 ? 'number none' : 'number'}>${value.toLocaleString('en')}</td>` : hidden());

const percent = value => `${(value * 100).toFixed(1)}%`;

function growth(value, share) {
  if (!known(value)) return hidden();
  const sign = value > 0 ? '+' : '';
  return html`<td class="number">${sign}${value.toLocaleString('en')}${known(share) ? html` <small>${sign}${percent(share)}</small>` : nothing}</td>`;
}

/** A picture beside its table, and under both what they leave out and why. */
function both(view, found, heads, rows, notes, some) {
  if (rows.length === 0) return html`<p class="empty">${t('view.none')}</p>${notes}`;
  const shown = drawn(view, found).length;
  const tall = view === 'fields' ? Math.min(30, Math.max(16, rows.length * 1.6 + 3)) : Math.max(12, shown * (view === 'events' ? 2.6 : 2) + 5);
  return html`<div class="split pictured">
      ${shown === 0 ? nothing : html`<div class="chart" aria-hidden="true" style=${styleMap({ height: `${tall}rem` })}></div>`}
      <div class="scroll" tabindex="0" role="group" aria-label=${t(`view.${view}`)}><table class=${`view-${view}`}>
        <caption class="hidden">${t('keyviews.title')} · ${t(`view.${view}`)}</caption>
        <thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${rows}</tbody>
      </table></div>
    </div>
    ${notes}
    ${some ? html`<p class="quiet">${t('withheld.why')}</p>` : nothing}`;
}

const heads = (...keys) => keys.map(key => t(`column.${key}`));
const note = (...parts) => html`<p class="quiet">${parts.join(' ')}</p>`;

function people(found) {
  const bands = found.fields[0]?.groups.map(({ name }) => called(name)) ?? [];
  const some = !known(found.people) || found.fields.some(field => field.withheld || field.groups.some(group => group.withheld));
  const sum = t('people.sum', known(found.people) ? found.people.toLocaleString('en') : t('withheld'));
  const unknown = found.unknown > 0 ? [t('people.unknown', found.unknown.toLocaleString('en'))] : [];
  return both(
    'people',
    found,
    [...heads('field', 'people'), ...bands],
    found.fields.map(field => html`<tr><th scope="row">${called(field.name)}</th>${number(field.people)}${field.groups.map(group => number(group.people))}</tr>`),
    note(sum, ...unknown, t('people.note')),
    some,
  );
}

function events(found) {
  const shown = drawn('events', found).length;
  return both(
    'events',
    found,
    heads('place', 'matter', 'complaints', 'before', 'growth'),
    found.items.map(item => html`<tr>
      <th scope="row">${zh(item.placeName)}</th><td>${called(item.name)}</td>
      ${number(item.complaints)}${number(item.before)}${growth(item.growth, item.growthShare)}
    </tr>`),
    note(...(found.items.length > shown ? [t('view.more', found.items.length, shown)] : []), t('events.note', found.beforeFrom, found.beforeTo)),
    found.items.some(({ withheld }) => withheld),
  );
}

const rate = item =>
  item?.withheld ? hidden() : known(item?.value) ? html`<td class="number">${percent(item.value)} <small>${item.numerator}/${item.denominator}</small></td>` : html`<td class="number none">–</td>`;

const worth = ({ perThousand, withheld }) =>
  perThousand
    ? html`<td class="number strong">${perThousand.value.toFixed(2)} ${known(perThousand.lower) ? html`<small>${perThousand.lower.toFixed(2)}–${perThousand.upper.toFixed(2)}</small>` : nothing}</td>`
    : withheld ? hidden() : html`<td class="number none">–</td>`;

const served = households =>
  households ? html`<td class="number" title=${households.source}>${t('units.year', households.households.toLocaleString('en'), households.year)}</td>` : html`<td class="number none">${t('units.unknown')}</td>`;

function units(found) {
  return both(
    'units',
    found,
    heads('unit', 'trade', 'complaints', 'households', 'per-thousand', 'rank', 'solution', 'satisfaction'),
    found.items.map(item => html`<tr>
      <th scope="row">${zh(item.name)}</th><td>${item.line ? word('trade', item.line) : '–'}</td>
      ${number(item.complaints)}${served(item.households)}${worth(item)}<td class="number">${item.rank ?? '–'}</td>${rate(item.solution)}${rate(item.satisfaction)}
    </tr>`),
    note(t('units.note')),
    found.items.some(({ withheld, solution, satisfaction }) => withheld || solution?.withheld || satisfaction?.withheld),
  );
}

export const fieldName = ({ by }, { key, name }) => (by === 'line' ? word('trade', key) : called(name));

function fields(found) {
  const sum = known(found.complaints) ? found.complaints.toLocaleString('en') : t('withheld');
  return both(
    'fields',
    found,
    heads(found.by === 'line' ? 'trade' : 'field', 'complaints', 'share', 'before', 'growth'),
    found.items.map(item => html`<tr>
      <th scope="row">${fieldName(found, item)}</th>${number(item.complaints)}
      ${known(item.share) ? html`<td class="number">${percent(item.share)}</td>` : hidden()}${number(item.before)}${growth(item.growth)}
    </tr>`),
    note(t('fields.sum', sum), t('fields.note', found.beforeFrom, found.beforeTo, drawn('fields', found).length)),
    !known(found.complaints) || found.items.some(item => item.withheld || !known(item.before)),
  );
}

/** Each view as a table, with the place of its picture. */
export const tables = { people, events, units, fields };
