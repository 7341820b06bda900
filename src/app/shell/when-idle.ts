/** Runs a function when the page is idle, or after some seconds at the latest. */
export function whenIdle(action: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => action(), { timeout: 4000 });
  else setTimeout(action, 1500);
}

const SETTLING_MS = 300;

/** Waits until the page has been there for a moment and is idle; a quick player's first click comes before. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => whenIdle(resolve), SETTLING_MS);
  });
}
