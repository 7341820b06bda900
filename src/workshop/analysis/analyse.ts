import { analyse, type Analysis, type Budget, type Routing } from '../../engine/index.ts';
import type { LevelFiles } from '../../levels/check.ts';
import { checkDraft, type PlacedProblem } from '../draft.ts';

/** What a way to address a level earns. */
export interface Earned {
  readonly routing: Routing;
  readonly score: number;
  readonly stars: number;
  readonly privacy: number;
  readonly purpose: number;
}

/** Everything that follows from the facts of a level, for its author. Plain data, so that a worker can send it. */
export interface LevelAnalysis {
  /** The checker's problems, in its words, each at its value. */
  readonly problems: readonly PlacedProblem[];
  /** What playing the level shows; null while it cannot be played. */
  readonly played: PlayedLevel | null;
}

export interface PlayedLevel {
  readonly best: Earned & {
    /** True when no way is better. */
    readonly exact: boolean;
  };
  /** Without decoys: a habit leaves out those who must not get the mail. */
  readonly habits: readonly (Earned & {
    readonly habit: Analysis['habits'][number]['habit'];
    readonly wins: boolean;
  })[];
  /** What the engine finds, with the facts that cause it. */
  readonly advice: Analysis['advice'];
  /** True when the time was up, so that there may be more to find. */
  readonly stopped: boolean;
}

/**
 * Checks a level and plays it in many ways.
 *
 * @param languages of the course
 * @param budget how much may be computed
 */
export function analyseLevel(files: LevelFiles, languages: readonly string[], budget: Budget): LevelAnalysis {
  const found: Analysis[] = [];
  const { problems } = checkDraft(files, languages, (level) => {
    const analysis = analyse(level, budget);
    found.push(analysis);
    return analysis.advice;
  });
  const [analysis] = found;
  return { problems, played: analysis ? played(analysis) : null };
}

function played({ best, habits, advice, stopped }: Analysis): PlayedLevel {
  return {
    best: { ...earned(best), exact: best.exact },
    habits: habits.map(({ habit, wins, ...way }) => ({ ...earned(way), habit, wins })),
    advice,
    stopped,
  };
}

function earned({ routing, outcome }: Pick<Analysis['best'], 'routing' | 'outcome'>): Earned {
  const { score, stars, privacy, purpose } = outcome;
  return { routing, score, stars, privacy, purpose };
}
