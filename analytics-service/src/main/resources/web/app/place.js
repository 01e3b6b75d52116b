import { cell } from './cell.js';

/** Where the eye rests: from the largest region of the token down to the one that is looked at. */
export const path = cell([]);

export const here = () => path.get().at(-1)?.code;

export function start(code) {
  path.set([{ code, name: null }]);
}

export function into(code, name) {
  if (code.startsWith(here()) && code !== here()) path.set([...path.get(), { code, name }]);
}

export function upTo(code) {
  const steps = path.get();
  path.set(steps.slice(0, steps.findIndex(step => step.code === code) + 1));
}

/** The service knows the name of what was asked for. */
export function named(code, name) {
  const steps = path.get();
  if (steps.some(step => step.code === code && step.name === null)) {
    path.set(steps.map(step => (step.code === code ? { ...step, name } : step)));
  }
}
