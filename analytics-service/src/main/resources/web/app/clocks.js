import { html, nothing } from 'lit-html';
import { styleMap } from 'lit-html/directives/style-map.js';
import { t, word, zh } from './language.js';
import { atMinute, span } from './time.js';

const SHAPES = { RUNNING: '◔', MET: '✓', MISSED: '✕', ANNULLED: '–', EXCUSED: '○' };

/** How far a clock has come, in per cent of what the drawing shows: its limit, or longer where it was overrun. */
function drawing({ startedAt, dueAt, doneAt }, now) {
  const start = Date.parse(startedAt ?? dueAt);
  const due = Date.parse(dueAt);
  const end = doneAt ? Date.parse(doneAt) : now;
  const whole = Math.max(due, end) - start || 1;
  const share = at => `${Math.max(0, Math.min(100, ((at - start) / whole) * 100))}%`;
  return { done: share(end), due: share(due) };
}

function left(clock, now) {
  if (clock.state === 'RUNNING') {
    const rest = Date.parse(clock.dueAt) - now;
    return rest >= 0 ? t('clock.left', span(rest)) : t('clock.over', span(rest));
  }
  return clock.doneAt ? t('clock.done', atMinute(clock.doneAt)) : nothing;
}

/** One clock of a unit's part: what is owed, until when, and what came of it. */
export function clockRow(clock) {
  const now = Date.now();
  const { done, due } = drawing(clock, now);
  return html`<tr class=${clock.state.toLowerCase()}>
    <th scope="row">${word('act', clock.act, clock.actLabel)}</th>
    <td>${zh(clock.unitName ?? clock.unit)}${clock.lead ? html` <span class="tag">${t('clock.lead')}</span>` : nothing}</td>
    <td><span class="bar" aria-hidden="true"><i style=${styleMap({ width: done })}></i><b style=${styleMap({ left: due })}></b></span></td>
    <td><time datetime=${clock.dueAt}>${atMinute(clock.dueAt)}</time></td>
    <td class="outcome"><span aria-hidden="true">${SHAPES[clock.state]}</span> ${t(`clock.${clock.state}`)} <small>${left(clock, now)}</small></td>
  </tr>`;
}
