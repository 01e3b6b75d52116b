import { html, nothing, render } from 'lit-html';
import { t } from './language.js';
import { words } from './panel.js';

/** The one sheet over the page: a ticket's life, or a warning. What opens another one can be gone back to. */
const sheet = document.createElement('dialog');
sheet.className = 'sheet';
sheet.setAttribute('aria-labelledby', 'sheet-title');
document.body.append(sheet);

let stack = [];

export const paintSheet = () => {
  const top = stack.at(-1);
  if (top === undefined) return;
  render(
    html`<header>
        ${stack.length > 1 ? html`<button class="back" @click=${back}>${t('back')}</button>` : nothing}
        <h2 id="sheet-title" tabindex="-1">${top.title()}</h2>
        <button class="close" @click=${() => sheet.close()}>${t('close')}</button>
      </header>
      <div class="body">${top.draw()}</div>`,
    sheet,
  );
  top.drawn?.(sheet);
};

function show() {
  paintSheet();
  sheet.scrollTop = 0;
  sheet.querySelector('#sheet-title').focus();
}

function back() {
  stack.pop()?.closed?.();
  show();
}

/** @param content title() and draw() of the sheet; drawn() is called when it stands there, closed() is called when it goes */
export function openSheet(content) {
  // what was closed a moment ago may not have been told yet
  if (!sheet.open) clear();
  stack.push(content);
  if (!sheet.open) sheet.showModal();
  show();
}

function clear() {
  stack.forEach(content => content.closed?.());
  stack = [];
  render(nothing, sheet);
}

/** What a sheet says of what it reads: itself, or why it did not come, or that it is still to come. */
export function soFar(found, failure, draw) {
  if (failure !== null) return html`<p class="failure" role="alert">${t('failed', words(failure))}</p>`;
  return found === null ? html`<p class="empty">${t('reading')}</p>` : draw(found);
}

export const shows = content => stack.at(-1) === content;

export function closeSheet() {
  if (sheet.open) sheet.close();
}

sheet.addEventListener('close', () => {
  if (!sheet.open) clear();
});
sheet.addEventListener('click', event => {
  if (event.target === sheet) sheet.close();
});
