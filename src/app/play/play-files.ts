import type { PlayFileContext, PlayFileReader } from './play-file-reader.ts';

/** Plays that were saved as files, to watch their replays. */
export interface PlayFiles {
  /** Lets the player choose a file. */
  pick(): void;
  /** Opens the play of a text, or says why not. */
  take(text: string): Promise<void>;
  /** Why the last file gave no replay, in words; null when there is nothing to say. */
  problem(): string | null;
}

export function openPlayFiles(context: PlayFileContext): PlayFiles {
  let reader: PlayFileReader | null = null;
  // Few players ever open a file: the code that reads it comes when one does.
  const load = async () => (reader ??= (await import('./play-file-reader.ts')).playFileReader(context));
  return {
    pick: () => void load().then((loaded) => loaded.pick(), reportError),
    take: async (text) => (await load()).take(text),
    problem: () => reader?.problem() ?? null,
  };
}
