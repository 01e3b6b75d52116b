/** A value that others hear of when it changes. */
export function cell(value) {
  const hearers = new Set();
  return {
    get: () => value,
    set(next) {
      value = next;
      hearers.forEach(hear => hear(next));
    },
    on(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
}
