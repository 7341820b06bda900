import type { AnalysisAnswer, AnalysisWorker } from '../../workshop/analysis/analyses.ts';
// oxlint-disable-next-line import/default -- Vite makes this module: the address of the bundled worker.
import workerScript from '../../workshop/analysis/worker.ts?worker&url';
import { scriptAddress } from '../shell/service-worker.ts';

/** The address of the worker's script. */
export const analysisScript: string = workerScript;

/**
 * Starts the worker that analyses levels.
 *
 * @param received called with each answer
 * @param broken called when the worker's script could not be loaded or has failed
 */
export function startAnalysisWorker(received: (answer: AnalysisAnswer) => void, broken: () => void): AnalysisWorker {
  const worker = new Worker(scriptAddress(workerScript), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<AnalysisAnswer>) => received(data));
  worker.addEventListener('error', broken);
  return { post: (request) => worker.postMessage(request, []), end: () => worker.terminate() };
}
