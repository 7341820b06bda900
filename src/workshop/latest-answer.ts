/** The part of a Worker that is used here. */
export interface AnsweringWorker<Request> {
  readonly post: (request: Request) => void;
  readonly end: () => void;
}

/** Sends requests to a worker one after another; of those that wait only the latest is sent. */
export interface LatestAnswer<Request> {
  readonly ask: (request: Request) => void;
  /** Forgets what was asked. */
  readonly forget: () => void;
  readonly end: () => void;
}

/**
 * @param start starts the worker, which answers each request in turn
 * @param answered called with the answer to the latest request, and never with an earlier one
 * @param failed called when the worker could not start or broke, and an answer was awaited
 */
export function openLatestAnswer<Request, Answer>(
  start: (received: (answer: Answer) => void, broken: () => void) => AnsweringWorker<Request>,
  answered: (answer: Answer) => void,
  failed: () => void,
): LatestAnswer<Request> {
  let worker: AnsweringWorker<Request> | null = null;
  let isBusy = false;
  let isWanted = false;
  let next: { readonly request: Request } | null = null;

  const post = (request: Request) => {
    isBusy = true;
    isWanted = true;
    next = null;
    worker ??= begin();
    worker.post(request);
  };
  const end = () => {
    worker?.end();
    worker = null;
    isBusy = false;
    next = null;
  };
  const begin = (): AnsweringWorker<Request> => {
    const mine = start(
      (answer) => {
        if (worker !== mine) return;
        isBusy = false;
        if (next) post(next.request);
        else if (isWanted) answered(answer);
      },
      () => {
        // An ended worker may still report an error.
        if (worker !== mine) return;
        end();
        if (isWanted) failed();
      },
    );
    return mine;
  };
  return {
    ask(request) {
      if (isBusy) next = { request };
      else post(request);
    },
    forget() {
      next = null;
      isWanted = false;
    },
    end,
  };
}
