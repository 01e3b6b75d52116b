'use strict';

// The token stays in this page's memory: it is not stored, and a reload forgets it.
const english = {
  RECEIVED: 'received', NEEDS_INFO: 'needs info', DECLINED: 'declined', ANSWERED: 'answered', TRANSFERRED: 'transferred',
  PENDING_DISPATCH: 'to dispatch', VERIFYING: 'verifying', PENDING_SIGN: 'to sign', IN_PROGRESS: 'in progress',
  RETURN_REVIEW: 'return asked', DISPUTED: 'disputed', SUSPENDED: 'suspended', PENDING_REVIEW: 'to review',
  PENDING_CALLBACK: 'to call back', REWORK: 'rework', CLOSED: 'closed', ARCHIVED: 'archived', MERGED: 'merged',
  WITHDRAWN: 'withdrawn',
};
const byId = id => document.getElementById(id);

function row(kind, texts) {
  const tr = document.createElement('tr');
  texts.forEach(text => tr.append(Object.assign(document.createElement(kind), { textContent: text })));
  return tr;
}

function draw({ items, total, at, regionName }) {
  const order = Object.keys(english);
  const states = [...new Set(items.map(i => i.state))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const labels = new Map(items.map(i => [i.state, `${i.stateLabel} ${english[i.state] ?? ''}`]));
  const places = new Map();
  for (const item of items) {
    const place = places.get(item.region) ?? { name: item.regionName, tickets: new Map() };
    place.tickets.set(item.state, item.tickets);
    places.set(item.region, place);
  }
  const sum = values => [...values].reduce((a, b) => a + b, 0);
  const head = document.createElement('thead');
  head.append(row('th', ['地点 Place', ...states.map(s => labels.get(s)), '合计 Total']));
  const body = document.createElement('tbody');
  for (const place of places.values()) {
    body.append(row('td', [place.name, ...states.map(s => place.tickets.get(s) ?? ''), sum(place.tickets.values())]));
  }
  const foot = document.createElement('tfoot');
  foot.append(row('td', [regionName, ...states.map(s => sum([...places.values()].map(p => p.tickets.get(s) ?? 0))), total]));
  byId('figures').replaceChildren(head, body, foot);
  byId('said').textContent = '';
  byId('figures').title = at;
}

async function show(event) {
  event.preventDefault();
  const query = new URLSearchParams({ region: byId('region').value, level: byId('level').value, by: 'state' });
  try {
    const reply = await fetch(`api/v1/figures?${query}`, { headers: { Authorization: `Bearer ${byId('token').value.trim()}` } });
    const body = await reply.json().catch(() => ({}));
    if (!reply.ok) {
      throw new Error([`${reply.status} ${body.title ?? ''}`, ...(body.errors ?? []).map(e => `${e.field} ${e.message}`)].join(' · '));
    }
    draw(body);
  } catch (failure) {
    byId('figures').replaceChildren();
    byId('said').textContent = `未能取得数据 could not be read: ${failure.message}`;
  }
}

byId('ask').addEventListener('submit', show);
