import { cell } from './cell.js';
import { holding } from './region.js';
import { actingRole, viewsOf } from './roles.js';

/** The token lives in this tab: never in the address, and gone when the tab is closed. */
const KEPT = 'chuishao.token';
const SCOPED = ['dispatcher', 'adjudicator', 'reviewer', 'duty-desk', 'supervisor', 'analyst', 'auditor', 'ops', 'call-centre', 'agent'];

export const session = cell(null);

/** The claims of a token; null where it is none. The service checks it, this page only reads it. */
function claimsOf(token) {
  try {
    const text = atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(text, c => c.charCodeAt(0))));
  } catch {
    return null;
  }
}

function read(token) {
  const claims = claimsOf(token);
  if (claims === null || typeof claims !== 'object') return null;
  const roles = [claims.groups ?? []].flat();
  const byRegion = roles.some(role => SCOPED.includes(role));
  const regions = byRegion ? [claims.region ?? []].flat().filter(code => /^\d{2,15}$/.test(code)) : [];
  return {
    token,
    roles,
    role: actingRole(roles),
    regions,
    unit: claims.unit ?? null,
    root: regions.length > 0 ? holding(regions) : '21',
    views: regions.length > 0 || claims.unit ? viewsOf(roles) : new Set(),
  };
}

/** @returns whether it reads like a token */
export function signIn(text) {
  const token = text.trim().replace(/^Bearer\s+/i, '');
  const read_ = read(token);
  if (read_ === null) return false;
  sessionStorage.setItem(KEPT, token);
  session.set(read_);
  return true;
}

/** @param why key of the dictionary that says why, where it was not asked for */
export function signOut(why = null) {
  sessionStorage.removeItem(KEPT);
  signedOutFor = why;
  session.set(null);
}

export let signedOutFor = null;

export function resume() {
  const kept = sessionStorage.getItem(KEPT);
  session.set(kept === null ? null : read(kept));
}
