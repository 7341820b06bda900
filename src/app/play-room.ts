import type { PlayFileReader, PlayFileContext } from './play/play-file-reader.ts';

/** What the page has of the way in for saved plays before anybody takes it. */
export interface PlayFiles {
  /** Lets the player choose a file. */
  pick(): void;
  /** Opens the play of a text, or says why not. */
  take(text: string): Promise<void>;
  /** Why the last file gave no replay, in words; null when there is nothing to say. */
  problem(): string | null;
}

export function lazyPlayFiles(page: PlayFileContext): PlayFiles {
  let door: PlayFileReader | null = null;
  // Few players ever open a file: what reads it comes when one does.
  const open = async () => (door ??= (await import('./play/play-file-reader.ts')).playFileReader(page));
  return {
    pick: () => void open().then((opened) => opened.pick(), reportError),
    take: async (text) => (await open()).take(text),
    problem: () => door?.problem() ?? null,
  };
}
