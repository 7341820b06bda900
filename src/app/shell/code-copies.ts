/**
 * Lets the service worker copy the code that this page has loaded, for the parts that it does not copy on its own because few
 * people open them. On a first visit the worker is still on its way while they load, and has not seen them.
 */
export async function copyLoadedCode(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await controlled();
  const here = new URL('.', document.baseURI).href;
  for (const { name } of performance.getEntriesByType('resource')) {
    if (name.startsWith(here) && /\.(?:js|css)$/.test(name) && !(await caches.match(name))) await fetch(name);
  }
}

/** Resolves once a service worker handles this page's requests. */
export async function controlled(): Promise<void> {
  const worker = navigator.serviceWorker;
  if (worker.controller !== null) return;
  await new Promise((resolve) => {
    worker.addEventListener('controllerchange', resolve, { once: true });
  });
}
