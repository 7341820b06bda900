import type { ContactId, Level, Outcome, Routing } from '../engine/index.ts';
import type { Drawn } from './dots/dot-budget.ts';

export type { Drawn } from './dots/dot-budget.ts';

/** What is replayed. */
export interface ReplayModel {
  readonly level: Level;
  readonly routing: Routing;
  readonly outcome: Outcome;
  /** Index of the first beat to show; earlier beats are in the picture from the start. */
  readonly from: number;
}

export type Speed = 1 | 2 | 4;

/** Where the replay is. It follows from the play time, the speed, and whether it is playing. */
export interface ReplayStatus {
  /** Seconds of play at speed 1. */
  readonly time: number;
  readonly duration: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Index of the current beat in the outcome; -1 when there is none. */
  readonly beat: number;
  /** The furthest beat shown so far, beyond which the log would give the story away. */
  readonly reached: number;
  readonly ended: boolean;
  /** What the picture shows, in words. */
  readonly scene: string;
}

export interface ReplayEvents {
  /** Called at once when the beat, the speed or play and pause change, and about 12 times a second while playing. */
  onChange(status: ReplayStatus): void;
  /**
   * Called when the player clicks someone's stamp or field, to show that screen. `index` is the person of a crowd,
   * counted from 0.
   */
  onPick(contact: ContactId, index: number): void;
  /** How many dots are drawn, for how many people in crowds. A slow machine draws fewer, which the page must say. */
  onDrawn?(drawn: Drawn): void;
  /** The picture cannot be drawn, so the page must tell the story in words alone. */
  onFail?(error: unknown): void;
}

/**
 * The replay on the stage. It starts to play by itself; `onChange` is called for the first time when the picture is ready.
 *
 * The page shows the values of `onChange` in `replayScreen` (src/screens/replay/replay.ts), whose actions call these methods:
 *
 *     const replay = openReplay(stage, { level, routing, outcome, from }, {
 *       onChange: (status) => draw({ position: status, marks: replay.marks, state: 'ready' }),
 *       onPick: (contact, index) => draw({ looking: { contact, index, mail: null } }),
 *     });
 *
 * Call `relabel` after a change of language and `close` on leaving the screen. It follows a changed size or motion setting
 * by itself.
 */
export interface Replay {
  status(): ReplayStatus;
  /** The play time at which each shown beat begins, from beat `model.from` on: the marks of a slider. */
  readonly marks: readonly number[];
  play(): void;
  pause(): void;
  /** Plays, pauses, or plays again from the start when it has ended. */
  toggle(): void;
  /** Jumps to a play time and continues from there. */
  seek(time: number): void;
  /** Steps to the next (1) or previous (-1) beat. */
  step(direction: 1 | -1): void;
  /** Jumps to a beat, by its index in the outcome. While paused it shows the end of the beat. */
  jump(beat: number): void;
  setSpeed(speed: Speed): void;
  /** Jumps to the end. */
  skip(): void;
  /** Highlights a person, whom they can see and who can see them; null ends it. */
  choose(person: ContactId | null): void;
  /** Returns a picture of the outcome to save, as a PNG. */
  exportPicture(): Promise<Blob>;
  /** Draws all texts again after the language has changed. The story stays the same; a text may have become longer. */
  relabel(model: ReplayModel): void;
  close(): void;
}
