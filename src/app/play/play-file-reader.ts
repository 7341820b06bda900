import { openPlayFile, readPlayFile, type Level, type PlayFileProblem, type WatchedPlay } from '../../engine/index.ts';
import { loadAllTexts, t } from '../../i18n/index.ts';

/** Reads a play that was saved as a file and opens its replay, for a debriefing. */
export interface PlayFileReader {
  /** Lets the player choose a file. */
  pick(): void;
  /** Opens the play in a text, or says why it cannot. */
  take(text: string): Promise<void>;
  /** Says why the last file could not be opened; null if there is nothing to say. */
  problem(): string | null;
}

export interface PlayFileContext {
  readonly levelOf: (id: string) => Promise<Level | null>;
  readonly opened: (level: Level, watched: WatchedPlay) => void;
  /** Called when `problem` has changed. */
  readonly changed: () => void;
}

/** A size that no play reaches, in bytes. Larger files are not even read. */
const TOO_LARGE = 1_000_000;

export function playFileReader({ levelOf, opened, changed }: PlayFileContext): PlayFileReader {
  let problem: string | null = null;
  const say = async (found: PlayFileProblem, level = '') => {
    await loadAllTexts();
    problem = t(`play-file.${found}`, { level });
    changed();
  };

  const take = async (text: string) => {
    const read = readPlayFile(text);
    if (!read.ok) return say(read.problem);
    const level = await levelOf(read.file.level);
    if (!level) return say('unknown-level', read.file.level);
    const found = openPlayFile(level, read.file);
    if (!found.ok) return say(found.problem);
    problem = null;
    opened(level, found);
  };

  return {
    problem: () => problem,
    take,
    pick() {
      const input = document.createElement('input');
      Object.assign(input, { type: 'file', accept: '.json,application/json' });
      input.addEventListener('change', () => {
        const [file] = input.files ?? [];
        if (!file) return;
        if (file.size > TOO_LARGE) void say('not-a-play');
        else void file.text().then(take);
      });
      input.click();
    },
  };
}
