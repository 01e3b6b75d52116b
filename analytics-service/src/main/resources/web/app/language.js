import { html } from 'lit-html';
import { cell } from './cell.js';
import { words } from './words.js';

const KEPT = 'chuishao.language';

export const language = cell(localStorage.getItem(KEPT) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'));

language.on(chosen => localStorage.setItem(KEPT, chosen));

export const chinese = () => language.get() === 'zh';

/** The dictionary's words in the language of the page, with {0}, {1}... filled in. */
export function t(key, ...values) {
  const [zh, en] = words[key];
  return (chinese() ? zh : en).replace(/\{(\d)\}/g, (_, i) => values[i]);
}

/** Of a code: the service's own Chinese word, or the dictionary's English one; a code that is in neither stands for itself. */
export function word(kind, code, label) {
  const known = words[`${kind}.${code}`];
  return chinese() ? label ?? known?.[0] ?? code : known?.[1] ?? plain(code);
}

const plain = code => String(code ?? '').split('.').pop().replaceAll(/[-_]/g, ' ').toLowerCase();

/** Names that there are in Chinese only, said to be Chinese. */
export const zh = text => html`<span lang="zh-CN">${text}</span>`;
