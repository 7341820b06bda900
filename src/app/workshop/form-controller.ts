import { matchLanguage } from '../../engine/index.ts';
import { language as pageLanguage } from '../../i18n/index.ts';
import type { DraftText, Form, Place } from '../../screens/workshop/form.ts';
import type { Draft, PlacedProblem } from '../../workshop/draft.ts';
import { setValue, type LevelFiles } from '../../workshop/level-files.ts';
import { setText } from '../../workshop/texts.ts';
import { settleLevel } from './new-level.ts';

/** What the form is about, and where its changes go. */
export interface FormSource {
  readonly draft: () => Draft;
  readonly problems: () => readonly PlacedProblem[];
  /** @param step changes of the same step are undone together, such as the letters of one word */
  readonly change: (edit: (files: LevelFiles) => LevelFiles, step?: string) => void;
  readonly draw: () => void;
}

export interface FormController {
  /** Makes the form for one drawing; it notes which problems its fields show. */
  readonly form: () => Form;
  /** Returns the problems that no field has shown since. */
  readonly unshown: (problems: readonly PlacedProblem[]) => readonly PlacedProblem[];
  /** Unfolds a card. */
  readonly open: (name: string) => void;
  /** Folds all. */
  readonly reset: () => void;
  /** Moves the focus where the last change wants it. */
  readonly drawn: () => void;
}

export function formController({ draft, problems, change, draw }: FormSource): FormController {
  const unfolded = new Set<string>();
  let shown = new Set<PlacedProblem>();
  let focus: string | null = null;

  const show = (found: readonly PlacedProblem[]) => {
    for (const problem of found) shown.add(problem);
    return found;
  };
  const below = (place: Place) => problems().filter(({ path }) => place.every((step, index) => path[index] === step));

  return {
    form() {
      shown = new Set();
      const now = draft();
      const language = writingLanguage(now);
      const said = (text: DraftText | undefined) => saidIn(text, language);
      const names = new Map((now.contacts ?? []).map(({ id, name }) => [id, said(name)]));
      return {
        draft: now,
        language,
        problemsAt: (place) => show(below(place).filter(({ path }) => path.length === place.length)),
        problemsBelow: (place) => show(below(place)),
        countBelow: below,
        said,
        nameOf: (contact) => names.get(contact) ?? '',
        isOpen: (name) => unfolded.has(name),
        fold(name, open) {
          if (unfolded.has(name) === open) return;
          if (open) unfolded.add(name);
          else unfolded.delete(name);
          draw();
        },
        set: (place, value) =>
          change((files) => setValue(files, place, value), isTyping() ? place.join('/') : undefined),
        say: (place, text) => change((files) => setText(files, place, language, text), place.join('/')),
        change(edit, next) {
          if (next !== undefined) focus = next;
          change(edit);
        },
        settle: () => change((files) => settleLevel(files, language)),
      };
    },
    unshown: (found) => found.filter((problem) => !shown.has(problem)),
    open: (name) => void unfolded.add(name),
    reset: () => unfolded.clear(),
    drawn() {
      if (focus === null) return;
      const target = document.querySelector<HTMLElement>(`#${CSS.escape(focus)}`);
      focus = null;
      target?.focus();
    },
  };
}

/** True while the author types in a field, where the letters of a word are one step; each choice is a step of its own. */
function isTyping(): boolean {
  const field = document.activeElement;
  return (
    field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && /^(text|number)$/.test(field.type))
  );
}

/** The language that the form writes: the page's if the level file has it, else the file's first. */
export function writingLanguage({ title }: Draft): string {
  const tags = typeof title === 'object' ? Object.keys(title) : [];
  return matchLanguage(pageLanguage(), tags) ?? tags[0] ?? pageLanguage();
}

/** Returns a text in a language; empty when it has none. */
export function saidIn(text: DraftText | undefined, language: string): string {
  if (text === undefined || typeof text === 'string') return text ?? '';
  const tag = matchLanguage(language, Object.keys(text));
  return (tag === null ? undefined : text[tag]) ?? '';
}
