import type { ContactId, Level, Outcome, Routing } from '../engine/index.ts';
import type { Drawn } from './dots/dot-budget.ts';

export type { Drawn } from './dots/dot-budget.ts';

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
  /** Index of the current beat in the outcome; -1 when there is none. */
  readonly beat: number;
  /** The furthest beat that was shown so far: what the log may tell without giving the story away. */
  readonly reached: number;
  readonly ended: boolean;
  /** What the picture shows, in words. */
  readonly scene: string;
}

export interface ReplayEvents {
  /** At once when the beat, the speed or play and pause change; about 12 times a second while time goes by. */
  onChange(status: ReplayStatus): void;
  /** Somebody's stamp or field was clicked: show this one's screen. `index` is the person of a crowd, counted from 0. */
  onPick(contact: ContactId, index: number): void;
  /** How many dots are drawn, of how many people in crowds: fewer where the machine is slow, which the page must say. */
  onDrawn?(drawn: Drawn): void;
  /** The picture cannot be drawn: the page tells the story in words alone. */
  onFail?(error: unknown): void;
}

/**
 * The replay on the stage. It starts to play by itself; `onChange` is called for the first time when the picture stands.
 *
 * The page shows what `onChange` gives in `replayScreen` (src/screens/replay.ts), and its actions call the methods here:
 *
 *     const replay = openReplay(stage, { level, routing, outcome, from }, {
 *       onChange: (status) => draw({ position: status, marks: replay.marks, state: 'ready' }),
 *       onPick: (contact, index) => draw({ looking: { contact, index, mail: null } }),
 *     });
 *
 * After a change of language `relabel`, on leaving the screen `close`. A changed size or motion setting it notices itself.
 */
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
  /** Puts somebody into the light, or nobody: whom they learned of, and who learned of them. */
  choose(person: ContactId | null): void;
  /** A picture of the outcome to take away, as a PNG. */
  exportPicture(): Promise<Blob>;
  /** Draws all texts again, after the language has changed: the same story, that may say more now. */
  relabel(model: ReplayModel): void;
  close(): void;
}
