import type { LevelFiles } from '../../levels/check.ts';
import { analyseLevel } from './analyse.ts';
import type { AnalysisAnswer, AnalysisRequest } from './analyses.ts';
import { quickCheck } from './quick-check.ts';
import { timedBudget } from './timed-budget.ts';

/* Checks and analyses levels beside the page, so that the form never waits for it. */

/** Longer than this, an author would go on without the answer. */
const PATIENCE_MS = 8000;

/** The files of a level to check, or a level to analyse. A page has a worker for each, since an analysis takes seconds. */
addEventListener('message', ({ data }: MessageEvent<LevelFiles | AnalysisRequest>) => {
  postMessage('number' in data ? analysed(data) : quickCheck(data));
});

function analysed({ number, files, languages }: AnalysisRequest): AnalysisAnswer {
  const budget = timedBudget(PATIENCE_MS, () => performance.now());
  return { number, analysis: analyseLevel(files, languages, budget) };
}
