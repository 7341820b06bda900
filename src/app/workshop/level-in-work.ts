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
  /** What playing it in every way has shown; null while that is being worked out, or it cannot be played. */
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
  const ask = () => {
    analysed = null;
    clearTimeout(pause);
    const { played } = checked;
    if (played) pause = setTimeout(() => analyses.ask(played, []), PAUSE_MS);
  };
  ask();
  return {
    draft: () => draft,
    level: () => checked.level,
    problems: () => (checked.played === checked.files && analysed ? analysed.problems : checked.problems),
    analysis: () => analysed?.played ?? null,
    follow(next) {
      draft = draftOf(next);
      checked = quickly(next);
      ask();
    },
    close() {
      clearTimeout(pause);
      analyses.end();
    },
  };
}

interface Checked extends CheckedDraft {
  readonly files: LevelFiles;
  /** The files of the level that can be played: these, or these with gaps in place of missing texts; null for none. */
  readonly played: LevelFiles | null;
}

/** Checks a level without playing it. */
function quickly(files: LevelFiles): Checked {
  const checked = checkDraft(files, [], () => []);
  if (checked.level) return { ...checked, files, played: files };
  const filled = withGapsFilled(files);
  const { level } = checkDraft(filled, [], () => []);
  return { ...checked, level, files, played: level && filled };
}
