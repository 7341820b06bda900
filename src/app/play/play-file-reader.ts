import { openPlayFile, readPlayFile, type Level, type PlayFileProblem, type WatchedPlay } from '../../engine/index.ts';
import type { LooseFile } from '../../levels/index.ts';
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
  /** Adds a composed level, which no course has, and shows the replay of a play of it. */
  readonly preview: (files: readonly LooseFile[], level: string, watched: WatchedPlay) => void;
  /** Called when `problem` has changed. */
  readonly changed: () => void;
}

/** A size that no play reaches, in bytes. Larger files are not even read. */
const TOO_LARGE = 1_000_000;

export function playFileReader({ levelOf, opened, preview, changed }: PlayFileContext): PlayFileReader {
  let problem: string | null = null;
  const say = async (found: PlayFileProblem, level = '') => {
    await loadAllTexts();
    problem = t(`play-file.${found}`, { level });
    changed();
  };

  const take = async (text: string) => {
    const read = readPlayFile(text);
    if (!read.ok) return say(read.problem);
    const { situation } = read.file;
    const composed = situation === undefined ? null : JSON.stringify(situation);
    const level = composed === null ? await levelOf(read.file.level) : await checkedLevel(read.file.level, composed);
    if (!level && composed !== null) return say('damaged');
    if (!level) return say('unknown-level', read.file.level);
    const found = openPlayFile(level, read.file);
    if (!found.ok) return say(found.problem);
    problem = null;
    if (composed === null) opened(level, found);
    else preview([looseFile(level.id, composed)], level.id, found);
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

/** Checks a level that a file carries as strictly as one that a trainer drops on the page; null if it cannot be played. */
async function checkedLevel(id: string, text: string): Promise<Level | null> {
  const { checkLevelFiles } = await import('../../levels/check.ts');
  return checkLevelFiles({ file: `${id}.json`, text, translations: [] }, [], () => []).level;
}

function looseFile(id: string, text: string): LooseFile {
  const bytes = new TextEncoder().encode(text);
  return { name: `${id}.json`, size: bytes.length, folder: false, bytes: () => Promise.resolve(bytes) };
}
