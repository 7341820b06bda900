import type { Outcome } from '../../engine/index.ts';
import type { AnsweringWorker } from '../../workshop/latest-answer.ts';
import type { OutcomeRequest } from '../../workshop/trial/outcomes.ts';
// oxlint-disable-next-line import/default -- Vite makes this module: the address of the bundled worker.
import workerScript from '../../workshop/trial/worker.ts?worker&url';
import { scriptAddress } from '../shell/service-worker.ts';

/** The address of the worker's script. */
export const outcomeScript: string = workerScript;

/** Starts the worker that plays routings of large levels. */
export function startOutcomeWorker(
  received: (outcome: Outcome) => void,
  broken: () => void,
): AnsweringWorker<OutcomeRequest> {
  const worker = new Worker(scriptAddress(workerScript), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Outcome>) => received(data));
  worker.addEventListener('error', broken);
  return { post: (request) => worker.postMessage(request, []), end: () => worker.terminate() };
}
