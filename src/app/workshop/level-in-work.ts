import type { Level } from '../../engine/index.ts';
import { openAnalyses, type Analyses } from '../../workshop/analysis/analyses.ts';
import type { LevelAnalysis } from '../../workshop/analysis/analyse.ts';
import { quickCheck, type QuickCheck } from '../../workshop/analysis/quick-check.ts';
import type { CheckedDraft, Draft, PlacedProblem } from '../../workshop/draft.ts';
import { openLatestAnswer } from '../../workshop/latest-answer.ts';
import { draftOf, type LevelFiles } from '../../workshop/level-files.ts';
import { startAnalysisWorker, startCheckWorker } from './analysis-worker.ts';

/** What is known of the level that is being written. */
export interface LevelInWork {
  readonly draft: () => Draft;
  /** The level as it could be played when it was checked last, which is a moment ago at most; null while it cannot. */
  readonly level: () => CheckedDraft['level'];
  /** The latest state that could be played, with gaps for missing texts, which the desk shows; null for none. */
  readonly playable: () => PlayableState | null;
  /** What is wrong with it: soon what reading finds, and a moment later what playing it finds. */
  readonly problems: () => readonly PlacedProblem[];
  /** What playing it in every way has shown; null while that is being worked out, or it cannot be played. */
  readonly analysis: () => LevelAnalysis['played'];
  /** True while that is being worked out. */
  readonly isAnalysing: () => boolean;
  /** Reads the files again after a change. A worker checks them, so that the author can type on. */
  readonly follow: (files: LevelFiles) => void;
  /** Checks at once what a worker is still checking, for a step that needs the ids as they are now. */
  readonly catchUp: () => void;
  /** The next files are those of another level, of which nothing is known: they are checked at once. */
  readonly clear: () => void;
  readonly close: () => void;
}

export interface PlayableState {
  readonly files: LevelFiles;
  readonly level: Level;
}

/** The author types on; playing the level in every way waits for a pause. */
const PAUSE_MS = 250;

/**
 * @param wasChecked called when the level has been checked after a change
 * @param wasAnalysed called when an analysis has arrived, and when there will be none
 */
export function levelInWork(files: LevelFiles, wasChecked: () => void, wasAnalysed: () => void): LevelInWork {
  let now = files;
  let isAnother = false;
  let isBehind = false;
  let draft = draftOf(files);
  let checked = quickCheck(files);
  let playable = playableIn(checked);
  let analysed: LevelAnalysis | null = null;
  let isAnalysing = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const analyses: Analyses = openAnalyses(
    startAnalysisWorker,
    (analysis) => {
      analysed = analysis;
      isAnalysing = false;
      wasAnalysed();
    },
    // Without the worker the form still says what reading the level finds.
    () => {
      isAnalysing = false;
      wasAnalysed();
    },
  );
  const ask = () => {
    analysed = null;
    clearTimeout(pause);
    const { played } = checked;
    isAnalysing = played !== null;
    if (played) pause = setTimeout(() => analyses.ask(played, []), PAUSE_MS);
  };
  const become = (check: typeof checked) => {
    checked = check;
    isBehind = false;
    playable = playableIn(check) ?? playable;
    ask();
    wasChecked();
  };
  const checks = openLatestAnswer(
    startCheckWorker,
    // An answer about files that have changed meanwhile is followed by another.
    become,
    // Without the worker the page checks the level, however long that takes.
    () => become(quickCheck(now)),
  );
  const checkNow = () => {
    checks.forget();
    become(quickCheck(now));
  };
  ask();
  return {
    draft: () => draft,
    level: () => checked.level,
    playable: () => playable,
    problems: () => (checked.played === checked.files && analysed ? analysed.problems : checked.problems),
    analysis: () => analysed?.played ?? null,
    isAnalysing: () => isAnalysing,
    follow(next) {
      now = next;
      isBehind = true;
      draft = draftOf(next);
      analysed = null;
      isAnalysing = true;
      analyses.forget();
      clearTimeout(pause);
      if (!isAnother) return checks.ask(next);
      isAnother = false;
      playable = null;
      checkNow();
    },
    catchUp() {
      if (isBehind) checkNow();
    },
    clear() {
      isAnother = true;
    },
    close() {
      clearTimeout(pause);
      checks.end();
      analyses.end();
    },
  };
}

function playableIn({ played, level }: QuickCheck): PlayableState | null {
  return played && level && { files: played, level };
}
