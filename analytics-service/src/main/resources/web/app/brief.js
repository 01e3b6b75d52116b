import { cell } from './cell.js';

/** Why no brief can be asked for; null where one can. */
export const trouble = cell(null);

/** Briefs stand on a sheet of their own, whose code comes when somebody asks for one. */
export async function takeBrief() {
  try {
    (await import('./briefs.js')).openBriefs();
    if (trouble.get() !== null) trouble.set(null);
  } catch (failure) {
    trouble.set(failure);
  }
}
