import { announce } from '../../access/announce.ts';
import { matchLanguage, UNSAID } from '../../engine/index.ts';
import { keptInside, language as pageLanguage, t } from '../../i18n/index.ts';
import type { TemplateResult } from '../../screens/page.ts';
import { elementId, type DraftText, type Form, type Place } from '../../screens/workshop/form.ts';
import type { PlacedProblem } from '../../workshop/draft.ts';
import { setValue, type LevelFiles } from '../../workshop/level-files.ts';
import { setText } from '../../workshop/texts.ts';
import { draftIn, writtenLanguage } from '../../workshop/writing-language.ts';
import { settleLevel } from './new-level.ts';

/** What the form is about, and where its changes go. */
export interface FormSource {
  readonly files: () => LevelFiles;
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
  /** The names of the cards that are unfolded. */
  readonly unfolded: () => readonly string[];
  /** Folds all. */
  readonly reset: () => void;
  /** Moves the focus where the last change wants it. */
  readonly drawn: () => void;
}

export function formController({ files, problems, change, draw }: FormSource): FormController {
  const unfolded = new Set<string>();
  let shown = new Set<PlacedProblem>();
  let focus: string | null = null;
  /** The parts of the form without anything wrong, and what they show. */
  const parts = new Map<string, { readonly shows: string; readonly content: TemplateResult }>();

  const show = (found: readonly PlacedProblem[]) => {
    for (const problem of found) shown.add(problem);
    return found;
  };
  const kept = (place: Place, shows: string, make: () => TemplateResult) => {
    const key = elementId(place);
    const part = parts.get(key);
    const isWhole = below(place).length === 0;
    if (isWhole && part?.shows === shows) return part.content;
    const content = make();
    // A part with problems notes which of them it shows each time.
    if (isWhole) parts.set(key, { shows, content });
    else parts.delete(key);
    return content;
  };
  const below = (place: Place) => problems().filter(({ path }) => place.every((step, index) => path[index] === step));
  const editAt: Form['edit'] = (place, edited) => change(edited, isTyping() ? place.join('/') : undefined);

  return {
    form() {
      shown = new Set();
      const language = writtenLanguage(files(), pageLanguage());
      const draft = draftIn(files(), language);
      const said = (text: DraftText | undefined) => saidIn(text, language);
      const titled = (text: DraftText | undefined) => said(text) || anySaid(text);
      const names = new Map((draft.contacts ?? []).map(({ id, name }) => [id, titled(name)]));
      return {
        draft,
        language,
        problemsAt: (place) => show(below(place).filter(({ path }) => path.length === place.length)),
        problemsBelow: (place) => show(below(place)),
        countBelow: below,
        said,
        titled,
        nameOf: (contact) => names.get(contact) ?? '',
        kept: (place, shows, make) =>
          kept(place, JSON.stringify([...shows, language, pageLanguage(), ...unfolded]), make),
        touch: (place) => void parts.delete(elementId(place)),
        isOpen: (name) => unfolded.has(name),
        fold(name, open) {
          if (unfolded.has(name) === open) return;
          if (open) unfolded.add(name);
          else unfolded.delete(name);
          draw();
        },
        set: (place, value) => editAt(place, (all) => setValue(all, place, value)),
        edit: editAt,
        say: (place, text) => change((all) => setText(all, place, language, text), place.join('/')),
        change(edit, next) {
          if (next !== undefined) focus = next;
          change(edit);
        },
        remove(name, edit) {
          focus = 'section-heading';
          change(edit);
          announce(t('workshop.removed', { name: keptInside(name) }));
        },
        settle: () => change((all) => settleLevel(all, language)),
      };
    },
    unshown: (found) => found.filter((problem) => !shown.has(problem)),
    open: (name) => void unfolded.add(name),
    unfolded: () => [...unfolded],
    reset() {
      unfolded.clear();
      parts.clear();
    },
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

/** Returns a text in a language; empty when it has none. A text without a language counts for all. */
export function saidIn(text: DraftText | undefined, language: string): string {
  if (text === undefined || typeof text === 'string') return text ?? '';
  const tag = matchLanguage(language, Object.keys(text)) ?? UNSAID;
  return text[tag] ?? '';
}

/** Returns a text in any of its languages, by which the author knows what has it. */
function anySaid(text: DraftText | undefined): string {
  return typeof text === 'object'
    ? (Object.values(text).find((words) => words !== undefined && words !== '') ?? '')
    : '';
}
