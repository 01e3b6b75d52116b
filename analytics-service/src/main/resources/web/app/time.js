import { t } from './language.js';

const parts = options => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options });
const clock = parts({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const minute = parts({ month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
const date = parts({ year: 'numeric', month: '2-digit', day: '2-digit' });

/** In China, wherever the browser stands. */
export const atClock = iso => clock.format(new Date(iso));
export const atMinute = iso => minute.format(new Date(iso)).replace('/', '-');
export const day = when => date.format(when).replaceAll('/', '-');
export const daysAgo = days => day(new Date(Date.now() - days * 86_400_000));

/** How long, in the largest two units that say something. */
export function span(milliseconds) {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes < 1) return t('time.moment');
  if (minutes < 60) return t('time.minutes', minutes);
  if (minutes < 2_880) return t('time.hours', Math.floor(minutes / 60), minutes % 60);
  return t('time.days', Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60));
}

const ago = at => {
  const seconds = Math.max(0, Math.round((Date.now() - at) / 1_000));
  return seconds < 60 ? t('time.seconds-ago', seconds) : t('time.ago', span(seconds * 1_000));
};

/** Keeps every element with data-since (milliseconds) saying how old it is. */
export function keepAges() {
  for (const element of document.querySelectorAll('[data-since]')) {
    const since = Number(element.dataset.since);
    const text = since > 0 ? ago(since) : '';
    if (element.textContent !== text) element.textContent = text;
    element.classList.toggle('stale', since > 0 && Date.now() - since > Number(element.dataset.stale ?? 60_000));
  }
}
