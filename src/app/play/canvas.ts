import type { openBoard } from '../../board/board.ts';
import type { openReplay } from '../../replay/replay.ts';
import type { Stage } from '../../stage/stage.ts';

/** The code that draws board and replay. It is fetched after the home page, which must not wait for it. */
export interface Canvas {
  readonly openBoard: typeof openBoard;
  readonly openReplay: typeof openReplay;
  /** The one stage of the session, in the element that is shown now. */
  stageIn(host: HTMLElement): Promise<Stage>;
  /** Stops the drawing while no canvas is shown. */
  rest(): void;
}

let loading: Promise<Canvas> | null = null;

/** Loads the code, once; after a failure (no network) the next call tries again. */
export function loadCanvas(): Promise<Canvas> {
  loading ??= enter().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function enter(): Promise<Canvas> {
  const [{ createStage }, board, replay] = await Promise.all([
    import('../../stage/stage.ts'),
    import('../../board/board.ts'),
    import('../../replay/replay.ts'),
  ]);
  let stage: Promise<Stage> | null = null;
  return {
    openBoard: board.openBoard,
    openReplay: replay.openReplay,
    async stageIn(host) {
      const started = stage !== null;
      stage ??= createStage(host).catch((error: unknown) => {
        stage = null;
        throw error;
      });
      const built = await stage;
      if (started) built.moveTo(host);
      built.game.loop.wake();
      return built;
    },
    rest() {
      void stage?.then((built) => built.game.loop.sleep()).catch(() => null);
    },
  };
}

/** Stops the drawing while no canvas is shown; nothing is loaded for it. */
export function pauseCanvas(): void {
  void loading?.then((canvas) => canvas.rest()).catch(() => null);
}

/** Fetches the code ahead, so that the desk opens at once; without a network the desk says so when it is opened. */
export function prefetchCanvas(): void {
  void loadCanvas().catch(() => null);
}

/**
 * Tries again after code did not load. Browsers remember a module that failed, so with a connection the page is loaded
 * again: what was played is kept. Without one, loading would only give an empty page.
 *
 * @param again tries once more in the page as it is
 */
export function tryAgain(again: () => void): void {
  if (navigator.onLine) location.reload();
  else again();
}
