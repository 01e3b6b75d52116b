import { send } from './api.js';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** The service gives a sign of life every 15 s: three missing ones are a dead line. */
const SILENCE = 45_000;
const FINAL = [400, 401, 403, 404];

/** Cuts what comes in into events: {id, event, data}. */
export function parser(hear) {
  let rest = '';
  let found = {};
  return text => {
    const lines = (rest + text).split(/\r\n|\n|\r/);
    rest = lines.pop();
    for (const line of lines) {
      if (line === '') {
        if (found.data !== undefined) hear(found);
        found = {};
      } else if (!line.startsWith(':')) {
        const at = line.indexOf(':');
        const field = at < 0 ? line : line.slice(0, at);
        const value = at < 0 ? '' : line.slice(at + 1).replace(/^ /, '');
        found[field] = field === 'data' && found.data !== undefined ? `${found.data}\n${value}` : value;
      }
    }
  };
}

/**
 * Hears server-sent events by fetch, since an EventSource sends no token. A line that breaks is taken up again behind the
 * last event heard.
 *
 * @param hear called with each event
 * @param tell called with open, lost or refused, and with the service's refusal where there was one
 * @returns what ends it
 */
export function listen(path, query, hear, tell) {
  let last = null;
  let ended = false;
  let wait = FIRST_WAIT;
  let line = null;
  let wake = () => {};

  async function read(body) {
    const parse = parser(event => {
      if (event.id !== undefined) last = event.id;
      hear(event);
    });
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let watch = 0;
    try {
      for (;;) {
        clearTimeout(watch);
        watch = setTimeout(() => line.abort(), SILENCE);
        const { done, value } = await reader.read();
        if (done) return;
        parse(value);
      }
    } finally {
      clearTimeout(watch);
    }
  }

  async function run() {
    while (!ended) {
      line = new AbortController();
      let refusal = null;
      try {
        const headers = { Accept: 'text/event-stream', ...(last !== null && { 'Last-Event-ID': last }) };
        const reply = await send(path, { query, headers, signal: line.signal });
        wait = FIRST_WAIT;
        tell('open');
        await read(reply.body);
      } catch (failure) {
        if (ended) return;
        if (FINAL.includes(failure.status)) return tell('refused', failure);
        if (failure.status !== undefined) refusal = failure;
      }
      if (ended) return;
      tell('lost', refusal);
      await new Promise(go => {
        wake = go;
        setTimeout(go, wait * (0.75 + Math.random() / 2));
      });
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  const online = () => wake();
  const offline = () => line?.abort();
  addEventListener('online', online);
  addEventListener('offline', offline);
  run();
  return () => {
    ended = true;
    removeEventListener('online', online);
    removeEventListener('offline', offline);
    line?.abort();
    wake();
  };
}
