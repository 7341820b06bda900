import { openAnalyses, type Analyses } from '../../workshop/analysis/analyses.ts';
import type { LevelAnalysis } from '../../workshop/analysis/analyse.ts';
import { checkDraft, type CheckedDraft, type Draft, type PlacedProblem } from '../../workshop/draft.ts';
import { withGapsFilled } from '../../workshop/gaps.ts';
import { draftOf, type LevelFiles } from '../../workshop/level-files.ts';
import { startAnalysisWorker } from './analysis-worker.ts';

/** What is known of the level that is being written. */
export interface LevelInWork {
  readonly draft: () => Draft;
  /** The level as it can be played now; null while it cannot. */
  readonly level: () => CheckedDraft['level'];
  /** What is wrong with it: at once what reading finds, and a moment later what playing it finds. */
  readonly problems: () => readonly PlacedProblem[];
  /** What playing it in every way has shown; null while that is being worked out. */
  readonly analysis: () => LevelAnalysis['played'];
  /** Reads the files again after a change. */
  readonly follow: (files: LevelFiles) => void;
  readonly close: () => void;
}

/** The author types on; playing the level in every way waits for a pause. */
const PAUSE_MS = 250;

/** @param changed called when an analysis has arrived */
export function levelInWork(files: LevelFiles, changed: () => void): LevelInWork {
  let draft = draftOf(files);
  let checked = quickly(files);
  let analysed: LevelAnalysis | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const analyses: Analyses = openAnalyses(
    startAnalysisWorker,
    (analysis) => {
      analysed = analysis;
      changed();
    },
    // Without the worker the form still says what reading the level finds.
    () => undefined,
  );
  const ask = (asked: LevelFiles) => {
    analysed = null;
    clearTimeout(pause);
    pause = setTimeout(() => analyses.ask(asked, []), PAUSE_MS);
  };
  ask(files);
  return {
    draft: () => draft,
    level: () => checked.level,
    problems: () => analysed?.problems ?? checked.problems,
    analysis: () => analysed?.played ?? null,
    follow(next) {
      draft = draftOf(next);
      checked = quickly(next);
      ask(next);
    },
    close() {
      clearTimeout(pause);
      analyses.end();
    },
  };
}

/** Checks a level without playing it. The level that it returns may have gaps in place of texts that are missing. */
function quickly(files: LevelFiles): CheckedDraft {
  const checked = checkDraft(files, [], () => []);
  if (checked.level) return checked;
  return { ...checked, level: checkDraft(withGapsFilled(files), [], () => []).level };
}
