/** True while keys work without Ctrl. People who dictate, or who hit keys by accident, can switch them off. */
let singleKeys = true;
const listeners = new Set<() => void>();

export function setSingleKeys(on: boolean): void {
  if (on === singleKeys) return;
  singleKeys = on;
  for (const listener of listeners) listener();
}

export const hasSingleKeys = (): boolean => singleKeys;

/** Calls back after single keys were switched on or off; returns the function that stops it. */
export function onSingleKeysChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
