import type { LevelFiles } from '../../levels/check.ts';
import type { AnsweringWorker } from '../latest-answer.ts';
import type { LevelAnalysis } from './analyse.ts';

/** What the page sends to the worker. */
export interface AnalysisRequest {
  readonly number: number;
  readonly files: LevelFiles;
  readonly languages: readonly string[];
}

/** What the worker sends back. */
export interface AnalysisAnswer {
  readonly number: number;
  readonly analysis: LevelAnalysis;
}

/** Analyses the level that is being written, again and again. */
export interface Analyses {
  /** Asks for the analysis of this state of the level. An earlier one that is still under way is given up. */
  readonly ask: (files: LevelFiles, languages: readonly string[]) => void;
  /** The state that was asked about is no longer the latest. */
  readonly forget: () => void;
  /** Ends the worker; the next question starts another. */
  readonly end: () => void;
}

/**
 * Sends questions to a worker, which starts with the first. A worker that computes hears nothing, so one with a stale
 * question is ended and another started.
 *
 * @param start starts a worker
 * @param answered called with the analysis of the latest state
 * @param failed called when the worker could not start or broke
 */
export function openAnalyses(
  start: (received: (answer: AnalysisAnswer) => void, broken: () => void) => AnsweringWorker<AnalysisRequest>,
  answered: (analysis: LevelAnalysis) => void,
  failed: () => void,
): Analyses {
  let worker: AnsweringWorker<AnalysisRequest> | null = null;
  let last = 0;
  let waiting = false;
  const end = () => {
    worker?.end();
    worker = null;
    waiting = false;
  };
  const begin = (): AnsweringWorker<AnalysisRequest> => {
    const mine = start(
      ({ number, analysis }) => {
        if (worker !== mine || number !== last) return;
        waiting = false;
        answered(analysis);
      },
      () => {
        // An ended worker may still report an error.
        if (worker !== mine) return;
        end();
        failed();
      },
    );
    return mine;
  };
  const forget = () => {
    if (waiting) end();
  };
  return {
    ask(files, languages) {
      forget();
      worker ??= begin();
      last += 1;
      waiting = true;
      worker.post({ number: last, files, languages });
    },
    forget,
    end,
  };
}
