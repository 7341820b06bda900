import type { AnalysisAnswer, AnalysisRequest } from '../../workshop/analysis/analyses.ts';
import type { QuickCheck } from '../../workshop/analysis/quick-check.ts';
// oxlint-disable-next-line import/default -- Vite makes this module: the address of the bundled worker.
import workerScript from '../../workshop/analysis/worker.ts?worker&url';
import type { AnsweringWorker } from '../../workshop/latest-answer.ts';
import type { LevelFiles } from '../../workshop/level-files.ts';
import { scriptAddress } from '../shell/service-worker.ts';

/** The address of the worker's script. */
export const analysisScript: string = workerScript;

/**
 * Starts a worker that analyses levels.
 *
 * @param received called with each answer
 * @param broken called when the worker's script could not be loaded or has failed
 */
export function startAnalysisWorker(
  received: (answer: AnalysisAnswer) => void,
  broken: () => void,
): AnsweringWorker<AnalysisRequest> {
  const worker = startWorker(broken);
  worker.addEventListener('message', ({ data }: MessageEvent<AnalysisAnswer>) => received(data));
  return { post: (request) => worker.postMessage(request, []), end: () => worker.terminate() };
}

/** Starts a worker that checks levels, as above. */
export function startCheckWorker(
  received: (check: QuickCheck) => void,
  broken: () => void,
): AnsweringWorker<LevelFiles> {
  const worker = startWorker(broken);
  worker.addEventListener('message', ({ data }: MessageEvent<QuickCheck>) => received(data));
  return { post: (files) => worker.postMessage(files, []), end: () => worker.terminate() };
}

function startWorker(broken: () => void): Worker {
  const worker = new Worker(scriptAddress(workerScript), { type: 'module' });
  worker.addEventListener('error', broken);
  return worker;
}
