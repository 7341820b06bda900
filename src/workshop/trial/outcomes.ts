import type { Level, Outcome, Routing } from '../../engine/index.ts';

/** A routing of a level, to be played beside the page. */
export interface OutcomeRequest {
  readonly level: Level;
  readonly routing: Routing;
}

/** The part of a Worker that is used here. */
export interface OutcomeWorker {
  readonly post: (request: OutcomeRequest) => void;
  readonly end: () => void;
}

/** Plays routings one after another; of those that wait only the latest is played. */
export interface Outcomes {
  readonly ask: (request: OutcomeRequest) => void;
  /** Forgets what was asked. */
  readonly forget: () => void;
  readonly end: () => void;
}

/**
 * @param start starts the worker, which answers each request in turn
 * @param answered called with the outcome of the latest request, and never with an earlier one
 * @param failed called when the worker could not start or broke
 */
export function openOutcomes(
  start: (received: (outcome: Outcome) => void, broken: () => void) => OutcomeWorker,
  answered: (outcome: Outcome) => void,
  failed: () => void,
): Outcomes {
  let worker: OutcomeWorker | null = null;
  let isBusy = false;
  let isWanted = false;
  let next: OutcomeRequest | null = null;

  const post = (request: OutcomeRequest) => {
    isBusy = true;
    isWanted = true;
    next = null;
    worker ??= start(
      (outcome) => {
        isBusy = false;
        if (next) post(next);
        else if (isWanted) answered(outcome);
      },
      () => {
        worker = null;
        isBusy = false;
        failed();
      },
    );
    worker.post(request);
  };
  return {
    ask(request) {
      if (isBusy) next = request;
      else post(request);
    },
    forget() {
      next = null;
      isWanted = false;
    },
    end() {
      worker?.end();
      worker = null;
      isBusy = false;
    },
  };
}
