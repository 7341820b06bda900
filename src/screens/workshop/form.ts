import type { TemplateResult } from 'lit';
import type { Problem } from '../../levels/index.ts';
import type { Draft } from '../../workshop/draft.ts';
import type { LevelFiles } from '../../workshop/level-files.ts';
import type { Json } from '../../workshop/json/value.ts';

/** A text of a draft: in one language, or in several by their tags. */
export type DraftText = string | { readonly [tag: string]: string | undefined };

/** Where a part of a level is in its file. */
export type Place = readonly (string | number)[];

/** The level as the form shows it, and what the author does to it. */
export interface Form {
  readonly draft: Draft;
  /** The language that is being written. */
  readonly language: string;
  /** Returns what is wrong with the value at a place, for the field that shows it. */
  readonly problemsAt: (place: Place) => readonly Problem[];
  /** Returns what is wrong at a place or below it, for a field that shows a list or a text in several languages. */
  readonly problemsBelow: (place: Place) => readonly Problem[];
  /** Returns the same without showing it anywhere. */
  readonly countBelow: (place: Place) => readonly Problem[];
  /** Returns a text in the language that is being written; empty when it has none. */
  readonly said: (text: DraftText | undefined) => string;
  /** Returns the same to name something by; in another language when it has none in this one. */
  readonly titled: (text: DraftText | undefined) => string;
  /** Returns the name on a contact's card. */
  readonly nameOf: (contact: string | undefined) => string;
  /**
   * Returns a part of the form as it was made before, unless what it shows has changed: a key changes one card of
   * thirty.
   * @param shows all that the part shows of the level, beside what is wrong at its place
   */
  readonly kept: (place: Place, shows: readonly unknown[], make: () => TemplateResult) => TemplateResult;
  /** Makes a part again at the next drawing, since its fields may show what the level does not say. */
  readonly touch: (place: Place) => void;
  /** True for a card or a box that is unfolded. */
  readonly isOpen: (name: string) => boolean;
  readonly fold: (name: string, open: boolean) => void;
  /** Changes one value; undefined removes it. */
  readonly set: (place: Place, value: Json | undefined) => void;
  /** Changes the value at a place by an edit of its own; what the author types there in a row is one step to undo. */
  readonly edit: (place: Place, edit: (files: LevelFiles) => LevelFiles) => void;
  /** Changes a text in the language that is being written. */
  readonly say: (place: Place, text: string) => void;
  /**
   * Changes the level in any other way.
   * @param focus id of the element that gets the focus when the change is drawn
   */
  readonly change: (edit: (files: LevelFiles) => LevelFiles, focus?: string) => void;
  /** Removes something: says so, and moves the focus to the heading. @param name of what is removed */
  readonly remove: (name: string, edit: (files: LevelFiles) => LevelFiles) => void;
  /** Names the level by its title, when the author leaves the title. */
  readonly settle: () => void;
}

/** Returns the id of the element for a place, by which its label and its problems name it. */
export function elementId(place: Place): string {
  return `at-${place.join('-')}`;
}
