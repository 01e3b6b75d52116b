/** The page's colours, for what is drawn and cannot read the style sheet. */
export const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const dark = matchMedia('(prefers-color-scheme: dark)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');

export const onColours = hear => {
  dark.addEventListener('change', hear);
  return () => dark.removeEventListener('change', hear);
};

export const moving = () => !calm.matches;

/** @param share 0 to 1 of the hottest; by the square root, so that a hot city does not wash out the rest */
export function heatOf(share) {
  const steps = ['heat-0', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5'];
  return colour(steps[share === 0 ? 0 : Math.min(5, 1 + Math.floor(Math.sqrt(share) * 4.999))]);
}
