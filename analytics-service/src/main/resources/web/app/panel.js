import { html, nothing, render } from 'lit-html';
import { Refusal } from './api.js';
import { t } from './language.js';

/** Nothing is asked for more often, whatever happens. */
const SPARING = 5_000;
const STALE_AFTER = 3;

/** What went wrong, in the service's words or, where it was not reached, in ours. */
export const words = failure => (failure instanceof Refusal ? failure.message : t('lost'));

/**
 * A part of the page that reads something again and again while somebody looks, and says how old it is.
 *
 * @param read asks the service; handed a signal that ends it
 * @param draw makes a template of what was read
 * @param drawn called when it stands in the page
 * @param every milliseconds between two readings, or what says so of what was read
 * @param lazy it is read only while it is in sight: for what costs the service more
 */
export function panel({ id, title, tools = () => nothing, read, draw, drawn = () => {}, every, lazy = false }) {
  const host = document.createElement('section');
  host.id = id;
  host.className = 'panel';
  host.setAttribute('aria-labelledby', `${id}-title`);
  host.setAttribute('aria-busy', 'true');
  const pace = () => (typeof every === 'function' ? every(data) : every);
  let data = null;
  let failure = null;
  let at = 0;
  let begun = 0;
  let running = null;
  let timer = 0;
  let inSight = !lazy;
  const sight = new IntersectionObserver(([entry]) => {
    inSight = entry.isIntersecting;
    if (inSight) wait(data === null ? 0 : Math.max(0, begun + pace() - Date.now()));
  });

  function paint() {
    host.setAttribute('aria-busy', String(data === null && failure === null));
    render(
      html`<header>
          <h2 id="${id}-title">${title()}</h2>
          ${tools()}
          <span class="age" data-since=${at} data-stale=${pace() * STALE_AFTER}></span>
        </header>
        ${failure === null
          ? nothing
          : html`<p class="failure" role="alert">${t('failed', words(failure))} <button @click=${load}>${t('again')}</button></p>`}
        ${data === null ? (failure === null ? html`<p class="empty">${t('reading')}</p>` : nothing) : draw(data)}`,
      host,
    );
    if (data !== null) drawn(data, host);
  }

  async function load() {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    begun = Date.now();
    try {
      const got = await read(mine.signal);
      if (mine.signal.aborted) return;
      data = got;
      failure = null;
      at = Date.now();
    } catch (trouble) {
      if (mine.signal.aborted) return;
      failure = trouble;
      // numbers of another place under this one's name would be wrong
      if (host.classList.contains('turning')) data = null;
    }
    running = null;
    host.classList.remove('turning');
    paint();
    wait(pace());
  }

  function wait(milliseconds) {
    clearTimeout(timer);
    timer = document.hidden || !inSight ? 0 : setTimeout(load, milliseconds);
  }

  function seen() {
    if (document.hidden) clearTimeout(timer);
    else wait(Math.max(0, begun + SPARING - Date.now()));
  }

  document.addEventListener('visibilitychange', seen);
  if (lazy) sight.observe(host);
  return {
    host,
    paint,
    load,
    /** Something has happened: read sooner, but sparingly. */
    nudge() {
      if (running === null && !document.hidden) wait(Math.max(0, begun + SPARING - Date.now()));
    },
    /** What is shown is of another place than what is asked for now. */
    turn() {
      if (inSight) {
        host.classList.add('turning');
        return load();
      }
      running?.abort();
      data = null;
      failure = null;
      at = 0;
      return paint();
    },
    stop() {
      document.removeEventListener('visibilitychange', seen);
      sight.disconnect();
      clearTimeout(timer);
      running?.abort();
    },
  };
}

/**
 * A part whose own code, too, comes over the line only once it is in sight.
 *
 * @param load brings the module whose part(panel) makes tools, read, draw, drawn and stop
 */
export function laterPanel({ id, title, every, load }) {
  let part = null;
  let loading = null;
  async function prepare() {
    loading ??= load();
    try {
      part ??= (await loading).part(made);
    } finally {
      if (part === null) loading = null;
    }
    return part;
  }
  const made = panel({
    id,
    title,
    every,
    lazy: true,
    tools: () => part?.tools() ?? nothing,
    read: async signal => (await prepare()).read(signal),
    draw: found => part.draw(found),
    drawn: (found, host) => part.drawn(found, host),
  });
  return {
    ...made,
    stop() {
      made.stop();
      part?.stop();
    },
  };
}
