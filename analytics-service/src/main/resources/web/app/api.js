import { cell } from './cell.js';
import { session, signOut } from './session.js';

const BASE = '/api/v1';

/** Whether the service was reached at the last try. */
export const reached = cell(true);

function tell(now) {
  if (reached.get() !== now) reached.set(now);
}

/** An answer that is no success, in the service's own words (RFC 9457). */
export class Refusal extends Error {
  constructor(status, problem) {
    const fields = (problem.errors ?? []).map(({ field, message }) => `${field} ${message}`);
    super([problem.detail ?? problem.title ?? `HTTP ${status}`, ...fields].join(' · '));
    this.status = status;
  }
}

/** Asks with the session's token; a 401 leads back to the sign-in. */
export async function send(path, { query, method = 'GET', body, headers, signal, cache = 'no-store' } = {}) {
  const parameters = Object.entries(query ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const asked = session.get();
  let reply;
  try {
    reply = await fetch(`${BASE}${path}${parameters.length > 0 ? `?${new URLSearchParams(parameters)}` : ''}`, {
      method,
      signal,
      cache,
      body: body && JSON.stringify(body),
      headers: { Authorization: `Bearer ${asked?.token}`, ...(body && { 'Content-Type': 'application/json' }), ...headers },
    });
  } catch (failure) {
    if (failure.name !== 'AbortError') tell(false);
    throw failure;
  }
  tell(true);
  if (reply.ok) return reply;
  if (reply.status === 401 && session.get() === asked) signOut('signin.refused');
  throw new Refusal(reply.status, await reply.json().catch(() => ({})));
}

export async function get(path, query, signal) {
  return (await send(path, { query, signal })).json();
}

export async function post(path, body) {
  await send(path, { method: 'POST', body });
}
