/**
 * Calls back when an error was caught by nobody, so that the page can say so instead of standing still.
 *
 * @param tell may be called again and again
 */
export function onUncaughtError(tell: () => void): void {
  addEventListener('error', (event) => {
    // Without an error it is the browser's remark on a measurement that it puts off, which harms nobody.
    if (event.error instanceof Error) tell();
  });
  addEventListener('unhandledrejection', tell);
}
