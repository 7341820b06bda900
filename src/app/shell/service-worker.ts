import { cacheName, pageScope } from '../../progress/index.ts';

const FONT = /\.woff2$/;
/** The families of tools/small-fonts.ts, which hold all characters of the course. */
const OF_THE_COURSE = / Small\b/;

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/**
 * Returns the address of a worker's script as a browser with Trusted Types takes it. The page's policy allows one policy for
 * scripts, which is made once.
 */
export function scriptAddress(path: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('blind-copy', { createScriptURL: (url) => url });
  return policy?.createScriptURL(path) ?? path;
}

/** The service worker of the page, once it was asked for. */
export interface PageWorker {
  /** Keeps copies of what lies beside the build: the course, its levels, its logo, the fonts of the language that is shown. */
  keep(): void;
  /** Looks whether the server has a new version. Before the start it does nothing. */
  look(): void;
  /** Loads the page again with the new version. */
  update(): void;
}

/**
 * Starts the service worker and keeps the first copies.
 *
 * @param offer called when a new version has arrived and waits to be taken
 */
export function startWorker(offer: () => void): PageWorker {
  const registered = register(offer);
  // Without a worker (a private window, a full disk) the game plays on, with its server.
  registered.catch(() => null);
  const keep = () => {
    void registered
      .then(() => navigator.serviceWorker.ready)
      // After all was erased there is none any more, and nothing is kept again.
      .then(() => navigator.serviceWorker.getRegistration())
      .then((registration) => (registration ? keepCopies() : undefined))
      .catch(() => null);
  };
  keep();
  return {
    keep,
    look: () => void registered.then((registration) => registration.update()).catch(() => null),
    update() {
      const reload = () => location.reload();
      void registered.then(({ waiting }) => {
        // Another tab may have taken it already.
        if (!waiting) return reload();
        navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
        waiting.postMessage('take-over', []);
      });
    },
  };
}

async function register(offer: () => void): Promise<ServiceWorkerRegistration> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(scriptAddress('sw.js'));
  // Without a controller it is the first version, which is on the screen already.
  const offerWaiting = () => {
    if (registration.waiting && serviceWorker.controller) offer();
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offerWaiting);
  });
  offerWaiting();
  return registration;
}

/** What the first visit has fetched before the worker was there; later on, the worker keeps what it fetches. */
async function keepCopies(): Promise<void> {
  // What later levels show is asked for now, since then there may be no server.
  const faces = Array.from(document.fonts).filter(({ family }) => OF_THE_COURSE.test(family));
  await Promise.allSettled(faces.map((face) => face.load()));
  const here = pageScope();
  const fetched = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) =>
    name.startsWith(here),
  );
  await Promise.all([
    ...urlsOf(fetched, (entry) => isBesideTheBuild(entry, here)).map(async (url) => {
      if (!(await caches.match(url, { cacheName: cacheName('levels', here) })))
        await store(cacheName('levels', here), url, await fetch(url, { cache: 'no-cache' }));
    }),
    // Those of the script that is read here; the others are among the files of the build already.
    ...urlsOf(fetched, ({ name }) => FONT.test(name)).map(async (url) => {
      if (!(await caches.match(url))) await store(cacheName('fonts', here), url, await fetch(url));
    }),
  ]);
}

const urlsOf = (
  entries: readonly PerformanceResourceTiming[],
  which: (entry: PerformanceResourceTiming) => boolean,
): string[] => [...new Set(entries.filter(which).map(({ name }) => name))];

async function store(cache: string, url: string, response: Response): Promise<void> {
  if (response.ok) await (await caches.open(cache)).put(url, response);
}

function isBesideTheBuild({ name, initiatorType }: PerformanceResourceTiming, here: string): boolean {
  // Only what keeps copies fetches a font, and has a cache for them.
  if (FONT.test(name)) return false;
  return initiatorType === 'fetch' || (initiatorType === 'img' && !name.startsWith(`${here}assets/`));
}
