/** What the read API opens to each role, so that nothing is asked for that will be refused. The service decides; this only spares requests. */
const WATCHERS = ['analyst', 'supervisor', 'duty-desk', 'dispatcher', 'auditor', 'ops'];
const INSPECTORS = ['analyst', 'supervisor', 'auditor', 'ops'];
const READERS = [...WATCHERS, 'call-centre', 'unit'];

const VIEWS = {
  heatmap: READERS,
  ladder: READERS,
  whistles: READERS,
  live: READERS,
  warnings: WATCHERS,
  judging: ['analyst', 'supervisor', 'duty-desk'],
  rates: ['analyst', 'supervisor', 'dispatcher', 'auditor', 'ops', 'call-centre', 'unit'],
  counts: ['analyst', 'supervisor', 'dispatcher', 'auditor', 'ops', 'call-centre'],
  briefs: INSPECTORS,
  keyviews: INSPECTORS,
  backtests: INSPECTORS,
  backtesting: ['analyst', 'supervisor'],
  courses: READERS,
};

/** As the mesh ranks them: of several the first one acts. */
const RANKED = [
  'call-centre', 'agent', 'dispatcher', 'adjudicator', 'reviewer', 'duty-desk', 'supervisor', 'analyst', 'auditor', 'ops',
  'unit', 'grid-worker', 'citizen',
];

export const actingRole = roles => RANKED.find(role => roles.includes(role)) ?? null;

export function viewsOf(roles) {
  const open = Object.entries(VIEWS).filter(([, those]) => those.some(role => roles.includes(role)));
  return new Set(open.map(([view]) => view));
}
