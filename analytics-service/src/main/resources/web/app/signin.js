import { html, nothing, render } from 'lit-html';
import { chinese, language, t } from './language.js';
import { session, signedOutFor, signIn, signOut } from './session.js';

let wrong = null;

function enter(event) {
  event.preventDefault();
  const field = event.target.elements.token;
  wrong = signIn(field.value) ? null : 'signin.unread';
  if (wrong !== null) {
    drawSignIn(document.getElementById('page'));
    field.focus();
  }
}

export const languages = () => html`<button class="language" lang=${chinese() ? 'en' : 'zh-CN'} @click=${() => language.set(chinese() ? 'en' : 'zh')}>
  ${chinese() ? 'English' : '中文'}
</button>`;

/** The door: whoever wants to see something pastes his token. */
export function drawSignIn(page) {
  const said = wrong ?? signedOutFor;
  render(
    html`<header class="top"><h1>${t('title')}</h1>${languages()}</header>
      <main class="door" id="main">
        <form @submit=${enter}>
          <h2>${t('signin.title')}</h2>
          <p>${t('signin.how')}</p>
          ${said ? html`<p class="failure" role="alert">${t(said)}</p>` : nothing}
          <label for="token">${t('signin.token')}</label>
          <input id="token" type="password" autocomplete="off" spellcheck="false" required>
          <button class="primary">${t('signin.enter')}</button>
          <p class="quiet">${t('signin.kept')}</p>
        </form>
      </main>`,
    page,
  );
}

/** Somebody whose token opens nothing here is told so, and where his own things are. */
export function drawNothingHere(page) {
  const { role, regions, unit } = session.get();
  const key = ['grid-worker', 'citizen'].includes(role) ? `nothing.${role}` : role === null ? 'nothing.role'
    : regions.length === 0 && unit === null ? 'nothing.scope' : 'nothing.other';
  render(
    html`<header class="top"><h1>${t('title')}</h1>${languages()}</header>
      <main class="door" id="main">
        <h2 tabindex="-1" id="nothing">${t('nothing.title')}</h2>
        <p>${t(key)}</p>
        <button class="primary" @click=${() => signOut()}>${t('signout')}</button>
      </main>`,
    page,
  );
}
