import type { ContactId, Level, Outcome, Routing, WatchedPlay } from '../../engine/index.ts';
import type { Looking } from '../copy/pages.ts';
import type { TakeAwayActions, TakeAwayModel } from './take-away.ts';
import type { WhatIfActions, WhatIfModel } from './what-if.ts';

export type { Looking } from '../copy/pages.ts';

export type ReplaySpeed = 1 | 2 | 4;

/** Where the replay is, as the picture reports it. */
export interface ReplayPosition {
  /** Seconds of play at speed 1. */
  readonly time: number;
  readonly duration: number;
  readonly playing: boolean;
  readonly speed: ReplaySpeed;
  /** Index of the current beat in the outcome; -1 when there is none. */
  readonly beat: number;
  /** The furthest beat that was shown so far. */
  readonly reached: number;
  readonly ended: boolean;
  /** What the picture shows, in words. */
  readonly scene: string;
}

export interface ReplayScreenModel {
  readonly level: Level;
  readonly routing: Routing;
  readonly outcome: Outcome;
  /** Index of the first beat of this replay; those before were watched already. */
  readonly from: number;
  /** null before the picture stands. */
  readonly position: ReplayPosition | null;
  /** The play time at which each beat begins, from beat `from` on. */
  readonly marks: readonly number[];
  /** How many of the people in crowds are drawn; null before the picture stands. */
  readonly drawn: { readonly dots: number; readonly people: number } | null;
  readonly state: 'loading' | 'ready' | 'failed';
  /** What comes after the replay. */
  readonly next: 'apology' | 'mail' | 'debrief';
  /** Whose screen is open; null: nobody's. */
  readonly looking: Looking | null;
  /** Whose screen is open beside it. */
  readonly beside: Looking | null;
  /** The person in the light. */
  readonly chosen: ContactId | null;
  /** What is typed into the search for a person. */
  readonly query: string;
  /** The picture shows what would have happened. */
  readonly supposed: boolean;
  /** The play is one from a file, and nobody's progress. */
  readonly guest: WatchedPlay | null;
  /** null while it is closed. */
  readonly whatIf: WhatIfModel | null;
  /** null while it is closed. */
  readonly taking: TakeAwayModel | null;
}

/** They must stay usable: the log is not drawn again at every tick, and keeps those it was drawn with. */
export interface ReplayScreenActions {
  toggle(): void;
  step(direction: 1 | -1): void;
  jump(beat: number): void;
  seek(time: number): void;
  setSpeed(speed: ReplaySpeed): void;
  skip(): void;
  look(looking: Looking | null): void;
  /** Opens one more screen beside the one that is open; null takes it away. */
  lookBeside(looking: Looking | null): void;
  /** Saves the mail of a screen as a file. */
  saveMail(looking: Looking): void;
  choose(person: ContactId | null): void;
  search(query: string): void;
  /** From what would have happened back to what did. */
  showPlayed(): void;
  goOn(): void;
  openSettings(): void;
  retry(): void;
  readonly whatIf: WhatIfActions;
  readonly take: TakeAwayActions;
}

/** Everybody whose screen can be looked at, in the order of the level. */
export function readersOf(level: Level, outcome: Outcome): ContactId[] {
  const readers = new Set(outcome.sent.flatMap(({ copies }) => copies.map(({ contact }) => contact)));
  return level.contacts.map(({ id }) => id).filter((id) => readers.has(id));
}
