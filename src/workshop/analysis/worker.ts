import { analyseLevel } from './analyse.ts';
import type { AnalysisAnswer, AnalysisRequest } from './analyses.ts';
import { timedBudget } from './timed-budget.ts';

/* Analyses levels beside the page, so that the form never waits for it. */

/** Longer than this, an author would go on without the answer. */
const PATIENCE_MS = 8000;

addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  const { number, files, languages } = data;
  const analysis = analyseLevel(
    files,
    languages,
    timedBudget(PATIENCE_MS, () => performance.now()),
  );
  const answer: AnalysisAnswer = { number, analysis };
  postMessage(answer);
});
