import { html } from 'lit-html';
import { send } from './api.js';
import { chinese, zh } from './language.js';

let reading = null;
let known = new Map();

/** What matters are called in English; read once, by who needs it. */
export function readMatters() {
  reading ??= send('/matters', { cache: 'default' })
    .then(reply => reply.json())
    .then(({ items }) => {
      known = new Map(items.map(item => [item.code, item]));
    })
    .catch(failure => {
      reading = null;
      throw failure;
    });
  return reading;
}

export const matters = () => [...known.values()];

/** A name that the service says in both languages. */
export const called = name => (chinese() ? name.zh : name.en);

const matterOf = code => known.get(String(code ?? '').split('.')[0]);

/** The English of a category: of its matter, where it is finer than that; undefined where it is a province's own. */
export const inEnglish = code => matterOf(code)?.name.en;

/** A category in the language of the page; where there is only its Chinese, that. */
export function matter(code, name) {
  const english = chinese() ? undefined : inEnglish(code);
  return english ?? zh(name ?? matterOf(code)?.name.zh ?? code ?? '');
}

/** The same, and where the English says less than the Chinese, that beside it. */
export const matterWhole = (code, name) =>
  chinese() || known.has(code) || !inEnglish(code) ? matter(code, name) : html`${matter(code, name)} · ${zh(name)}`;
