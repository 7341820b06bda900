import type { PlayDoor, PlayPage } from './play-door.ts';

/** What the page has of the way in for saved plays before anybody takes it. */
export interface PlayRoom {
  /** Lets the player choose a file. */
  pick(): void;
  /** Why the last file gave no replay, in words; null when there is nothing to say. */
  problem(): string | null;
}

export function playRoom(page: PlayPage): PlayRoom {
  let door: PlayDoor | null = null;
  const pick = async () => {
    // Few players ever open a file: what reads it comes when one does.
    door ??= (await import('./play-door.ts')).playDoor(page);
    door.pick();
  };
  return {
    pick: () => void pick().catch(reportError),
    problem: () => door?.problem() ?? null,
  };
}
