/** Runs a function when the page is idle, or after some seconds at the latest. */
export function whenIdle(action: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => action(), { timeout: 4000 });
  else setTimeout(action, 1500);
}
