import type { Field, WatchedPlay } from '../../engine/index.ts';
import type { PageModel } from '../../screens/page.ts';
import type { Flow } from './flow.ts';

export type Screen = PageModel['screen'];

/** Controls one stage of a level while it is on the screen. */
export interface ScreenController {
  screen(): Screen;
  /** Returns the title of the page. */
  title(): string;
  /** Called after the page was drawn, to move the canvas into it or to update the canvas. */
  drawn?(): void;
  /** Returns the fields of the desk, in order. */
  fields?(): readonly Field[] | null;
  /** Called when the language has changed. */
  relabel?(): void;
  close?(): void;
}

/** The level in play as a controller sees it and moves it on. */
export interface ControllerContext {
  readonly root: HTMLElement;
  flow(): Flow;
  go(next: Flow): void;
  /** Draws the page again after a change outside the flow. */
  draw(): void;
  openSettings(): void;
  /** The play from a file, which does not count for this player; null for the player's own. */
  guest(): WatchedPlay | null;
  /** True if the level belongs to the first chapter of its course. */
  firstChapter(): boolean;
  /** False to skip the question of who will see too much. */
  readonly predicts?: false;
  /** True for a level that the game composed, which no course has. */
  readonly composed?: true;
  /** False where nothing may explain the fields. */
  readonly helps?: boolean;
}

/** Returns the element that the canvas fills. */
export function hostIn(root: ParentNode): HTMLElement | null {
  return root.querySelector<HTMLElement>('[data-stage-host]');
}

/** True while an open dialog covers the screen and takes the keys. */
export function isCovered(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
