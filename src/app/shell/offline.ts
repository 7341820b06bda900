import type { PageWorker } from './service-worker.ts';

/** What lets the game go on without its server: a service worker, which tools/offline.ts builds. */
export interface Offline extends PageWorker {
  /**
   * Starts the service worker, where there can be one.
   *
   * @param offer called when a new version has arrived and waits to be taken
   */
  start(offer: () => void): Promise<void>;
}

/** Not while developing, not in the frame of a learning platform, which looks after its files, and not from a folder. */
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
      // Fetched after the home page, which must not wait for it.
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
