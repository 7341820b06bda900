/** Does something while the page has nothing else to do, and after some seconds anyway. */
export function whenIdle(action: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => action(), { timeout: 4000 });
  else setTimeout(action, 1500);
}
