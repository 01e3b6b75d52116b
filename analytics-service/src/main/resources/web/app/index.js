import './style.css';
import './panels.css';
import './sheet.css';
import { nothing, render } from 'lit-html';
import { cockpit } from './cockpit.js';
import { chinese, language, t } from './language.js';
import { readMatters } from './matters.js';
import { order } from './regions.js';
import { resume, session } from './session.js';
import { drawNothingHere, drawSignIn } from './signin.js';

const page = document.getElementById('page');
let shown = null;

function speak() {
  document.documentElement.lang = chinese() ? 'zh-CN' : 'en';
  document.title = t('title');
}

/** The English of matters comes behind the page; without it their Chinese stands. */
function name() {
  if (!chinese() && shown !== null) readMatters().then(() => shown?.translate(), () => {});
}

function show() {
  speak();
  const me = session.get();
  if (me !== null && me.views.size > 0) {
    shown = cockpit(page);
    name();
  }
  else if (me !== null) drawNothingHere(page);
  else drawSignIn(page);
}

/** Nothing of one who has gone stays in the page for the next. */
session.on(() => {
  shown?.stop();
  shown = null;
  render(nothing, page);
  show();
  page.querySelector('#token, #nothing, main')?.focus();
});
language.on(() => {
  speak();
  if (shown === null) show();
  else {
    shown.translate();
    name();
  }
});
order.on(() => shown?.translate());
resume();
