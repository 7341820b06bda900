import type { LevelFiles } from '../../levels/check.ts';
import { checkDraft, type CheckedDraft } from '../draft.ts';
import { withGapsFilled } from '../gaps.ts';

/** What reading a level finds, without playing it. Plain data, so that a worker can send it. */
export interface QuickCheck extends CheckedDraft {
  readonly files: LevelFiles;
  /** The files of the level that can be played: these, or these with gaps in place of missing texts; null for none. */
  readonly played: LevelFiles | null;
}

/** Checks a level without playing it. */
export function quickCheck(files: LevelFiles): QuickCheck {
  const checked = checkDraft(files, [], () => []);
  if (checked.level) return { ...checked, files, played: files };
  const filled = withGapsFilled(files);
  const { level } = checkDraft(filled, [], () => []);
  return { ...checked, level, files, played: level && filled };
}
