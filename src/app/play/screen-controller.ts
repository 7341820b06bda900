import type { Field, WatchedPlay } from '../../engine/index.ts';
import type { PageModel } from '../../screens/page.ts';
import type { Flow } from './flow.ts';

export type Screen = PageModel['screen'];

/** One stage of a level, for as long as it is on the screen. */
export interface ScreenController {
  screen(): Screen;
  /** What the title of the page says of it. */
  title(): string;
  /** The page has been drawn: the canvas moves into it, or shows what has changed. */
  drawn?(): void;
  /** The fields of the desk that is shown, in their order. */
  fields?(): readonly Field[] | null;
  /** The language has changed. */
  relabel?(): void;
  close?(): void;
}

/** What an controller sees of the level that is being played, and how it moves it on. */
export interface ControllerContext {
  readonly root: HTMLElement;
  flow(): Flow;
  go(next: Flow): void;
  /** Draws the page again when something beside the flow has changed. */
  draw(): void;
  openSettings(): void;
  /** The play is one from a file: nothing of it counts for this player. */
  guest(): WatchedPlay | null;
  /** The level belongs to the first chapter of its course. */
  firstChapter(): boolean;
  /** False where nobody is asked to predict what an email will show. */
  readonly predicts?: false;
}

/** The element of the page that the canvas fills. */
export function hostIn(root: ParentNode): HTMLElement | null {
  return root.querySelector<HTMLElement>('[data-stage-host]');
}

/** True while a dialog lies over the screen and has the keys. */
export function isCovered(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
