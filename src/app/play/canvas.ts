import type { openBoard } from '../../board/board.ts';
import type { openReplay } from '../../replay/replay.ts';
import type { Stage } from '../../stage/stage.ts';
import { whenIdle } from '../shell/when-idle.ts';

/** Loads the code that draws the board, after the home page, which must not wait for it. */
export interface Canvas {
  readonly openBoard: typeof openBoard;
  /** The one stage of the session, in the current element. */
  stageIn(host: HTMLElement): Promise<Stage>;
  /** Starts the stage out of sight, so that it is ready when a desk needs it. */
  prepare(): void;
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
  const [{ createStage }, board] = await Promise.all([import('../../stage/stage.ts'), import('../../board/board.ts')]);
  let stage: Promise<Stage> | null = null;
  const start = (host: HTMLElement) =>
    (stage ??= createStage(host).catch((error: unknown) => {
      stage = null;
      throw error;
    }));
  return {
    openBoard: board.openBoard,
    async stageIn(host) {
      const built = await start(host);
      if (built.host !== host) built.moveTo(host);
      return built;
    },
    prepare() {
      // The desk itself says if this fails.
      void start(document.createElement('div')).catch(() => null);
    },
  };
}

/** Loads the code that draws the replay, which comes after the desk; after a failure (no network) the next call tries again. */
export async function loadReplay(): Promise<typeof openReplay> {
  return (await import('../../replay/replay.ts')).openReplay;
}

/** Prefetches the code, so that the desk opens at once; if the network fails, the desk says so when it is opened. */
export async function prefetchCanvas(): Promise<void> {
  await loadCanvas().catch(() => null);
}

/** Prefetches the code of the replay, which nobody needs before a mail is sent. */
export async function prefetchReplay(): Promise<void> {
  await loadReplay().catch(() => null);
}

/** Prepares the desk while the player reads the briefing. */
export function prepareCanvas(): void {
  void loadCanvas()
    .then((canvas) => whenIdle(() => canvas.prepare()))
    .catch(() => null);
}

/**
 * Tries again after code did not load. Browsers remember a failed module, so if there is a connection the page is
 * reloaded, and progress is kept. Without one, a reload would only give an empty page.
 * @param again tries once more without a reload
 */
export function tryAgain(again: () => void): void {
  if (navigator.onLine) location.reload();
  else again();
}
