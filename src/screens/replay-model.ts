import type { ContactId, Level } from '../engine/level.ts';
import type { Outcome } from '../engine/outcome.ts';
import type { Routing } from '../engine/routing.ts';
import type { Looking } from './copy-pages.ts';

export type { Looking } from './copy-pages.ts';

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
  goOn(): void;
  openSettings(): void;
  retry(): void;
}

/** Everybody whose screen can be looked at, in the order of the level. */
export function readersOf(level: Level, outcome: Outcome): ContactId[] {
  const readers = new Set(outcome.sent.flatMap(({ copies }) => copies.map(({ contact }) => contact)));
  return level.contacts.map(({ id }) => id).filter((id) => readers.has(id));
}
