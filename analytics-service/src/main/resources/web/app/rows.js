import { t, word } from './language.js';
import { shapeOf } from './marks.js';
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

/** What happened to a ticket, as a row of the live line. Rows come by the hundred: they are made without a template. */
export function ticketRow(event, open) {
  const row = element('li', event.late ? 'late' : '');
  row.append(
    line(
      element('time', '', atClock(event.at)),
      element('span', 'what', word('event', event.type, event.label)),
      opener(event.number ?? event.ticket.slice(-12), () => open(event.ticket)),
      event.late ? element('span', 'tag', t('late')) : element('span', 'state', word('state', event.state, event.stateLabel)),
    ),
    line(element('span', 'where', event.regionName, 'zh-CN'), element('span', 'matter', event.categoryName, 'zh-CN')),
  );
  return row;
}

/** A warning among them. */
export function warningRow(event, open) {
  const row = element('li', `alarm ${event.level.toLowerCase()}`);
  row.append(
    line(
      element('time', '', atClock(event.at)),
      element('span', 'what', t('live.warning')),
      opener(word('rule', event.rule, event.ruleLabel), () => open(event.id)),
      element('span', `mark ${event.level.toLowerCase()}`, `${shapeOf(event.level)} ${word('level', event.level)}`),
    ),
    line(element('span', 'where', event.regionName, 'zh-CN'), element('span', 'matter', word('life', event.state))),
  );
  return row;
}
