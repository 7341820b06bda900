import type { Crowd } from './crowd.ts';
import type { Look } from './dot-look.ts';

/** One crowd in its current state. */
export interface ShownCrowd {
  readonly crowd: Crowd;
  /** The upper left corner of its field, in CSS pixels of the table. */
  readonly left: number;
  readonly top: number;
  /** How far the ink has come; see ink-front.ts. */
  readonly front: number;
  readonly look: Look;
}

export interface DotColours {
  readonly plain: string;
  readonly seen: string;
  readonly paper: string;
  readonly pupil: string;
}

/** Draws crowds on a canvas of its own. The drawing depends only on its input, not on earlier calls. */
export interface DotPainter {
  readonly canvas: HTMLCanvasElement;
  readonly kind: 'webgl' | 'canvas';
  /** False while the WebGL context is lost. */
  ready(): boolean;
  /** @param ratio device pixels for each CSS pixel */
  resize(width: number, height: number, ratio: number): void;
  paint(crowds: readonly ShownCrowd[], colours: DotColours, time: number): void;
  /** Waits until everything has been drawn; for measuring only. */
  finish(): void;
}
