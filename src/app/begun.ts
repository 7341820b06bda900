import type { SavedPlay } from '../progress/index.ts';

/** True when the player has done something that a new start would lose. */
export function isBegun(saved: SavedPlay | null): boolean {
  return saved !== null && saved.stage !== 'debrief' && saved.log.length > 0;
}
