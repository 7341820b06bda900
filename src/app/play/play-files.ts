import type { PlayFileContext, PlayFileReader } from './play-file-reader.ts';

/** Opens the replays of plays that were saved as files. */
export interface PlayFiles {
  /** Lets the player choose a file. */
  pick(): void;
  /** Opens the play in a text, or says why it cannot. */
  take(text: string): Promise<void>;
  /** Says why the last file could not be opened; null if there is nothing to say. */
  problem(): string | null;
}

export function openPlayFiles(context: PlayFileContext): PlayFiles {
  let reader: PlayFileReader | null = null;
  // Few players ever open a file, so the code that reads it is loaded only then.
  const load = async () => (reader ??= (await import('./play-file-reader.ts')).playFileReader(context));
  return {
    pick: () => void load().then((loaded) => loaded.pick(), reportError),
    take: async (text) => (await load()).take(text),
    problem: () => reader?.problem() ?? null,
  };
}
