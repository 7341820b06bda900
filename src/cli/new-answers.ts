import { readLevel } from '../levels/index.ts';
import { newLevel } from './new.ts';
import { sentenceOf } from './problem-words.ts';
import { word } from './words.ts';

/** The values of the flags of `new`; undefined for a flag that was not given. */
export interface NewFlags {
  readonly title?: string | undefined;
  readonly sender?: string | undefined;
  readonly open: boolean;
  readonly hidden: boolean;
}

export interface NewAnswers {
  readonly title: string;
  readonly sender: string;
  readonly open: boolean;
}

/** The answers, or the problem of the first one that is not valid. */
export type AnswersResult =
  { readonly ok: true; readonly answers: NewAnswers } | { readonly ok: false; readonly wrong: string };

/** Puts a question to the trainer; returns what was typed. */
export type Ask = (question: string) => Promise<string>;

/** A level with the text at its place, so that the checker can test the text. */
const PROBES = {
  title: (title: string) => ({ ...blank(), title }),
  sender: (name: string) => ({ ...blank(), sender: { ...blank().sender, name } }),
} as const;

const blank = () => newLevel({ id: 'new', title: 'New', sender: 'New', open: true });

/**
 * Checks a title or a sender before anything is written.
 * @returns what is wrong; null when it is valid
 */
export function wrongWith(name: keyof typeof PROBES, text: string): string | null {
  const [problem] = readLevel(JSON.stringify(PROBES[name](text)), '').problems;
  return problem ? `--${name}: ${sentenceOf(problem)}` : null;
}

/**
 * Finds out the title of a new level, who sends its mail, and whether its recipients may see each other.
 * @param ask null when nobody can answer: an invalid text is then an error; otherwise the question is repeated
 * @param tell says what is wrong before the question is repeated
 */
export async function newAnswers(
  flags: NewFlags,
  ask: Ask | null,
  tell: (line: string) => void,
): Promise<AnswersResult> {
  const title = await textFor('title', flags.title, ask && (() => ask(word('new-ask-title'))), word('new-title'), tell);
  if (!title.ok) return title;
  const sender = await textFor(
    'sender',
    flags.sender,
    ask && (() => ask(word('new-ask-sender'))),
    word('new-sender'),
    tell,
  );
  if (!sender.ok) return sender;
  const open = flags.open || (!flags.hidden && ask !== null && isYes(await ask(word('new-ask-open'))));
  return { ok: true, answers: { title: title.text, sender: sender.text, open } };
}

type TextResult = { readonly ok: true; readonly text: string } | Extract<AnswersResult, { readonly ok: false }>;

async function textFor(
  name: keyof typeof PROBES,
  flag: string | undefined,
  ask: (() => Promise<string>) | null,
  unsaid: string,
  tell: (line: string) => void,
): Promise<TextResult> {
  let given = flag;
  for (;;) {
    // Enter alone accepts the suggestion.
    const text = given === undefined ? ((await ask?.()) ?? '').trim() || unsaid : given.trim();
    const wrong = wrongWith(name, text);
    if (wrong === null) return { ok: true, text };
    if (ask === null) return { ok: false, wrong };
    tell(wrong);
    given = undefined;
  }
}

const isYes = (answer: string) => answer.trim().toLowerCase().startsWith(word('new-yes'));
