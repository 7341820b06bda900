import type { PageWorker } from './service-worker.ts';

/** Offline play through a service worker, which tools/offline.ts builds. */
export interface Offline extends PageWorker {
  /**
   * Starts the service worker, if there can be one.
   * @param offer called when a new version has arrived and waits to be accepted
   */
  start(offer: () => void): Promise<void>;
}

/** Not in development, not in a frame (the platform looks after its files), and not from the file system. */
function isWanted(): boolean {
  // The origin of a package is the platform's.
  if (import.meta.env.PACKAGE) return false;
  return import.meta.env.PROD && globalThis.self === globalThis.top && isSecureContext && 'serviceWorker' in navigator;
}

export function openOffline(): Offline {
  let worker: PageWorker | null = null;
  return {
    async start(offer) {
      if (!isWanted()) return;
      // Loaded after the home page, which must not wait for it.
      const { startWorker } = await import('./service-worker.ts');
      worker = startWorker(offer);
    },
    keep: () => worker?.keep(),
    look: () => worker?.look(),
    update() {
      if (worker) worker.update();
      else location.reload();
    },
  };
}
