import type { SectionName } from '../../screens/workshop/sections.ts';
import type { SideName } from '../../screens/workshop/workshop-screen.ts';
import type { LaidCards } from './live-desk.ts';

/** Where an author was when they left the workshop for another page, such as a replay. */
export interface LeftPlace {
  /** The id of the level that was open. */
  readonly draft: string;
  readonly section: SectionName;
  readonly side: SideName;
  /** The names of the cards that were unfolded. */
  readonly unfolded: readonly string[];
  readonly desk: LaidCards;
}

let left: LeftPlace | null = null;
let leaving: Promise<void> = Promise.resolve();

/** Remembers the place until the page closes. @param kept resolves when the level is on the device */
export function leavePlace(place: LeftPlace, kept: Promise<void>): void {
  left = place;
  leaving = kept;
}

/** Returns the place that the author left, once the level can be opened again; null at first. */
export async function leftPlace(): Promise<LeftPlace | null> {
  await leaving;
  return left;
}
