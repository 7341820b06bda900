import type { LevelSummary, Problem } from '../../levels/index.ts';
import type { Result } from '../../progress/index.ts';

/** What the home page knows about one entry of the course. */
export type Letter =
  | { readonly kind: 'loading'; readonly file: string }
  | { readonly kind: 'broken'; readonly file: string; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'level';
      readonly file: string;
      readonly level: LevelSummary;
      /** The address that plays it: a link inside the page. */
      readonly address: string;
      readonly result: Pick<Result, 'stars' | 'score'> | null;
      /** The address that reopens its last debrief and replay; null when none is kept. */
      readonly resultAddress: string | null;
      /** The player is in the middle of it. */
      readonly begun: boolean;
    };

export type OpenLetter = Extract<Letter, { kind: 'level' }>;

/** What an entry invites the player to do: the key of its text below `home`. */
export type Invitation = 'start' | 'continue' | 'next' | 'again' | 'play';

const isOpen = (letter: Letter): letter is OpenLetter => letter.kind === 'level';

/**
 * Picks the one level to play first: the one in progress, else the first not yet played, else the first that can be
 * improved. A level that is still loading holds back those after it, so that the answer does not jump.
 */
export function firstLetter(letters: readonly Letter[]): OpenLetter | null {
  const begun = letters.filter(isOpen).find((letter) => letter.begun);
  if (begun) return begun;
  const fresh = letters.find((letter) => letter.kind === 'loading' || (isOpen(letter) && !letter.result));
  if (fresh) return isOpen(fresh) ? fresh : null;
  const open = letters.filter(isOpen);
  return open.find((letter) => (letter.result?.stars ?? 0) < 3) ?? open[0] ?? null;
}

/** What to open first: a level, or the certificate of a course that is passed with no level left to play. */
export function firstThing(letters: readonly Letter[], passed: boolean): OpenLetter | 'certificate' | null {
  const letter = firstLetter(letters);
  return passed && letter && invitation(letter, letters) === 'again' ? 'certificate' : letter;
}

export function invitation(letter: OpenLetter, letters: readonly Letter[]): Invitation {
  if (letter.begun) return 'continue';
  if (letter.result) return 'again';
  if (letter !== firstLetter(letters)) return 'play';
  return letters.some((other) => isOpen(other) && other.result) ? 'next' : 'start';
}
