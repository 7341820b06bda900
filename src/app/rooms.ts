import type { Stage } from '../stage/stage.ts';

/** The rooms with a canvas. They come after the home page, which must not wait for them. */
export interface Rooms {
  readonly openBoard: typeof import('./stand-in.ts').openBoard;
  /** The one stage of the session, in the element that is shown now. */
  stageIn(host: HTMLElement): Promise<Stage>;
  /** Stops the drawing while no canvas is shown. */
  rest(): void;
}

let loading: Promise<Rooms> | null = null;

/** Loads the rooms, once; after a failure (no network) the next call tries again. */
export function loadRooms(): Promise<Rooms> {
  loading ??= enter().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function enter(): Promise<Rooms> {
  const [{ createStage }, { openBoard }] = await Promise.all([import('../stage/stage.ts'), import('./stand-in.ts')]);
  let stage: Promise<Stage> | null = null;
  return {
    openBoard,
    async stageIn(host) {
      const started = stage !== null;
      stage ??= createStage(host);
      const built = await stage;
      if (started) built.moveTo(host);
      built.game.loop.wake();
      return built;
    },
    rest() {
      void stage?.then((built) => built.game.loop.sleep());
    },
  };
}

/** Fetches the rooms while the page has nothing else to do, so that the desk opens at once. */
export function prefetchRooms(): void {
  const fetchRooms = () => void loadRooms().catch(() => null);
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchRooms, { timeout: 4000 });
  else setTimeout(fetchRooms, 1500);
}
