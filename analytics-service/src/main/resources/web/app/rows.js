import { chinese, t, word } from './language.js';
import { shapeOf } from './marks.js';
import { inEnglish } from './matters.js';
import { atClock } from './time.js';

const element = (tag, className, text, lang) =>
  Object.assign(document.createElement(tag), { className, textContent: text ?? '', ...(lang && { lang }) });

function line(...elements) {
  const box = element('div', 'line');
  box.append(...elements);
  return box;
}

function opener(text, open) {
  const button = element('button', 'link', text);
  button.addEventListener('click', open);
  return button;
}

function matterOf({ category, categoryName }) {
  const english = chinese() ? undefined : inEnglish(category);
  return english ? element('span', 'matter', english) : element('span', 'matter', categoryName, 'zh-CN');
}

/** What somebody above has to know. */
const GRAVE = ['deadline.missed', 'ticket.escalated', 'ticket.supervised'];

/** What happened to a ticket, as a row of the live line. Rows come by the hundred: they are made without a template. */
export function ticketRow(event, open) {
  const row = element('li', GRAVE.includes(event.type) ? 'grave' : '');
  row.append(
    line(
      element('time', '', atClock(event.at)),
      element('span', 'what', word('event', event.type, event.label)),
      event.ticket ? opener(event.number ?? event.ticket.slice(-12), () => open(event.ticket)) : element('span', 'matter', t('secret')),
      event.late ? element('span', 'tag', t('late')) : element('span', 'state', word('state', event.state, event.stateLabel)),
    ),
    line(element('span', 'where', event.regionName, 'zh-CN'), matterOf(event)),
  );
  return row;
}

/** A warning among them. */
export function warningRow(event, open) {
  const level = event.level ?? 'YELLOW';
  const rule = event.rule ? word('rule', event.rule, event.ruleLabel) : '';
  const row = element('li', `alarm ${level.toLowerCase()}`);
  row.append(
    line(
      element('time', '', atClock(event.at)),
      element('span', 'what', word('event', event.type)),
      event.id ? opener(rule, () => open(event.id)) : element('span', 'matter', rule),
      element('span', `mark ${level.toLowerCase()}`, `${shapeOf(level)} ${word('level', level)}`),
    ),
    line(element('span', 'where', event.regionName, 'zh-CN'), element('span', 'matter', word('life', event.state))),
  );
  return row;
}
