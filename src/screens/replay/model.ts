import type { ContactId, Level, Outcome, Routing, WatchedPlay } from '../../engine/index.ts';
import type { Looking } from '../copy/pages.ts';
import type { Sent, SnackbarActions } from '../play/snackbar.ts';
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
  /** The furthest beat shown so far. */
  readonly reached: number;
  readonly ended: boolean;
  /** What the picture shows, in words. */
  readonly scene: string;
}

export interface ReplayScreenModel {
  readonly level: Level;
  readonly routing: Routing;
  readonly outcome: Outcome;
  /** Index of the first beat of this replay; the player has already watched earlier ones. */
  readonly from: number;
  /** null until the picture is ready. */
  readonly position: ReplayPosition | null;
  /** The play time at which each beat begins, from beat `from` on. */
  readonly marks: readonly number[];
  /** How many of the people in crowds are drawn; null until the picture is ready. */
  readonly drawn: { readonly dots: number; readonly people: number } | null;
  readonly state: 'loading' | 'ready' | 'failed';
  /** What follows the replay. */
  readonly next: 'apology' | 'mail' | 'debrief';
  /** Whose screen is open; null when none is. */
  readonly looking: Looking | null;
  /** Whose screen is open beside it. */
  readonly beside: Looking | null;
  /** The highlighted person. */
  readonly chosen: ContactId | null;
  /** The text in the search for a person. */
  readonly query: string;
  /** What became of the player's predictions, each in one line: said at the end. */
  readonly answers: readonly { readonly right: boolean; readonly text: string }[];
  /** The picture shows what would have happened: what it shows, in a sentence; null while it shows what did. */
  readonly supposed: string | null;
  /** The player did well, and can look at what the trap of the level would have done. */
  readonly avoids: boolean;
  /** The play was opened from a file, and does not count as progress. */
  readonly guest: WatchedPlay | null;
  /** Set while the player can still undo the sending of the mails. */
  readonly sent: Sent | null;
  /** null while it is closed. */
  readonly whatIf: WhatIfModel | null;
  /** null while it is closed. */
  readonly taking: TakeAwayModel | null;
}

/** The functions must stay valid: the log is not drawn at every tick, and keeps those of its last drawing. */
export interface ReplayScreenActions {
  toggle(): void;
  step(direction: 1 | -1): void;
  jump(beat: number): void;
  seek(time: number): void;
  setSpeed(speed: ReplaySpeed): void;
  skip(): void;
  look(looking: Looking | null): void;
  /** Opens a second screen beside the first; null closes it. */
  lookBeside(looking: Looking | null): void;
  /** Saves the mail on a screen as a file. */
  saveMail(looking: Looking): void;
  choose(person: ContactId | null): void;
  search(query: string): void;
  /** Returns from what would have happened to what did. */
  showPlayed(): void;
  /** Shows the disaster that the player avoided. */
  showAvoided(): void;
  goOn(): void;
  openSettings(): void;
  retry(): void;
  readonly snackbar: SnackbarActions;
  readonly whatIf: WhatIfActions;
  readonly take: TakeAwayActions;
}

/** Returns everyone whose screen can be opened, in the order of the level. */
export function readersOf(level: Level, outcome: Outcome): ContactId[] {
  const readers = new Set(outcome.sent.flatMap(({ copies }) => copies.map(({ contact }) => contact)));
  return level.contacts.map(({ id }) => id).filter((id) => readers.has(id));
}
