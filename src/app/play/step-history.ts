import { STAGES, type PlayStage } from '../../progress/index.ts';

/**
 * The steps of one run of a level in the browser's history: briefing, desk, replay, debrief. The browser's Back goes
 * one step back within the level, and Forward returns to where the player was.
 */
export interface StepHistory<Step> {
  /** The player has moved to another step, which discards the entries ahead. */
  add(stage: PlayStage, step: Step): void;
  /** The step where the player is has changed. */
  change(step: Step): void;
  close(): void;
}

/** The parts of a window that a step history uses. */
type HistoryView = Pick<typeof globalThis, 'history' | 'location' | 'addEventListener' | 'removeEventListener'>;

/** An entry of the browser's history: the run that made it, the index of its step, and the stage. */
interface Entry {
  readonly run: string;
  readonly index: number;
  readonly stage: PlayStage;
}

/** Returns the stage of the current entry of the browser's history; null if the entry is not from a level. */
export function stageInHistory(): PlayStage | null {
  return readEntry(history.state)?.stage ?? null;
}

function readEntry(state: unknown): Entry | null {
  if (typeof state !== 'object' || state === null) return null;
  const { run, index, stage } = state as Partial<Record<keyof Entry, unknown>>;
  const known = STAGES.find((name) => name === stage);
  return typeof run === 'string' && typeof index === 'number' && known ? { run, index, stage: known } : null;
}

/**
 * @param stage where the run begins
 * @param first its first step
 * @param back called when the browser returns to a step: with the step, or with only its stage if the page was reloaded
 *   since
 * @param view the window whose history it is
 */
export function openStepHistory<Step>(
  stage: PlayStage,
  first: Step,
  back: (to: { readonly stage: PlayStage; readonly step: Step | null }) => void,
  view: HistoryView = globalThis,
): StepHistory<Step> {
  const { history } = view;
  const run = `${String(performance.timeOrigin)}-${String(performance.now())}`;
  let steps: readonly Step[] = [first];
  let index = 0;
  const entry = (at: PlayStage): Entry => ({ run, index, stage: at });
  history.replaceState(entry(stage), '');
  const address = () => view.location.hash;
  let here = address();

  const onPop = (event: PopStateEvent) => {
    const found = readEntry(event.state);
    // Any other entry, such as a link within the page, leaves the level.
    if (!found || (found.run !== run && address() !== here)) return;
    if (found.run !== run) {
      back({ stage: found.stage, step: null });
      return;
    }
    index = found.index;
    back({ stage: found.stage, step: steps[index] ?? null });
  };
  view.addEventListener('popstate', onPop);

  return {
    add(next, step) {
      steps = [...steps.slice(0, index + 1), step];
      index += 1;
      here = address();
      history.pushState(entry(next), '');
    },
    change(step) {
      steps = steps.map((old, at) => (at === index ? step : old));
    },
    close: () => view.removeEventListener('popstate', onPop),
  };
}
