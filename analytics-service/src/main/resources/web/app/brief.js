import { send } from './api.js';
import { cell } from './cell.js';
import { here } from './place.js';
import { daysAgo } from './time.js';

/** What went wrong with the last one, in the service's words; null where nothing did. */
export const trouble = cell(null);

/** Yesterday's brief of the place that is looked at, as a file that prints on A4: a page of its own could not show the token. */
export async function takeBrief() {
  const day = daysAgo(1);
  const region = here();
  try {
    const reply = await send('/briefs', { query: { kind: 'daily', day, region }, headers: { Accept: 'text/html' } });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await reply.blob());
    link.download = `brief-daily-${day}-${region}.html`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    trouble.set(null);
  } catch (failure) {
    trouble.set(failure);
  }
}
