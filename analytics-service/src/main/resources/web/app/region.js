/** Division codes: 2 digits province, 4 city, 6 county, 9 town, 12 community, 15 grid. */
const LEVELS = [
  [2, 'province'],
  [4, 'city'],
  [6, 'county'],
  [9, 'town'],
  [12, 'community'],
  [15, 'grid'],
];

export const levelOf = code => LEVELS.find(([digits]) => digits >= code.length)?.[1] ?? 'grid';

/** The level below; nothing below a grid. */
export function levelBelow(code) {
  const here = LEVELS.findIndex(([digits]) => digits >= code.length);
  return LEVELS[here + 1]?.[1] ?? null;
}

/** The smallest division that holds all of them. */
export function holding(codes) {
  const [first, ...others] = codes;
  let shared = first.length;
  for (const other of others) {
    while (!other.startsWith(first.slice(0, shared))) shared--;
  }
  const digits = LEVELS.map(([d]) => d).filter(d => d <= shared).pop() ?? 2;
  return first.slice(0, digits);
}
