import type { ContactId, Level } from '../engine/level.ts';
import type { Outcome } from '../engine/outcome.ts';
import type { Routing } from '../engine/routing.ts';

/** What is replayed. */
export interface ReplayModel {
  readonly level: Level;
  readonly routing: Routing;
  readonly outcome: Outcome;
  /** Index of the first beat to show; what came before it is there from the start. */
  readonly from: number;
}

export type Speed = 1 | 2 | 4;

/** Where the replay is. All of it follows from the play time, the speed and whether it runs. */
export interface ReplayStatus {
  /** Seconds of play at speed 1. */
  readonly time: number;
  readonly duration: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Index of the current beat in the outcome. */
  readonly beat: number;
  readonly ended: boolean;
}

export interface ReplayEvents {
  /** At once when the beat, the speed or play and pause change; about 12 times a second while time goes by. */
  onChange(status: ReplayStatus): void;
  /** Somebody's stamp or field was clicked: show this one's screen. `index` is the person of a crowd, counted from 0. */
  onPick(contact: ContactId, index: number): void;
}

/** The replay on the stage. It starts to play by itself. */
export interface Replay {
  status(): ReplayStatus;
  /** The play time at which each shown beat begins, from beat `model.from` on: the marks of a slider. */
  readonly marks: readonly number[];
  play(): void;
  pause(): void;
  /** Play, pause, or play again from the start when it has ended. */
  toggle(): void;
  /** To a play time; playing goes on from there. */
  seek(time: number): void;
  /** To the next (1) or last (-1) beat. */
  step(direction: 1 | -1): void;
  /** To a beat, by its index in the outcome. While paused it shows the beat as it ends. */
  jump(beat: number): void;
  setSpeed(speed: Speed): void;
  /** To the end. */
  skip(): void;
  /** Draws all texts again, after the language has changed. */
  relabel(): void;
  close(): void;
}
