import * as z from 'zod/mini';
import { fingerprint } from './fingerprint.ts';
import type { Level } from '../level/level.ts';
import { SCORING } from '../level/weights.ts';
import { logSchema } from './log-schema.ts';
import { replayLog, type Command, type Play } from './play.ts';

/**
 * A play as a small file: which level, in which version of its facts, and the log of commands. It holds nothing of who
 * played or when, and opens again as the same replay.
 */

const FORMAT = 'blind-copy-play';
const VERSION = 1;
/** Characters of a file. A play of a hundred moves has about ten thousand. */
const LARGEST = 1_000_000;
/** Commands of a log. Each costs at most one replay of the level. */
const LONGEST = 5_000;

const headSchema = z.object({ kind: z.literal(FORMAT), version: z.int() });
const fileSchema = z.object({
  kind: z.literal(FORMAT),
  version: z.literal(VERSION),
  level: z.string().check(z.maxLength(80), z.regex(/^[a-z0-9-]+$/)),
  facts: z.string().check(z.regex(/^[0-9a-f]{14}$/)),
  /** Which way of scoring it was made with; files of earlier versions do not say. */
  scoring: z.optional(z.int()),
  log: logSchema.check(z.maxLength(LONGEST)),
});

export interface PlayFile {
  /** Id of the level. */
  readonly level: string;
  /** Fingerprint of the facts that the play was made with. */
  readonly facts: string;
  /** The way of scoring that it was made with; 0 where the file does not say. */
  readonly scoring: number;
  readonly log: readonly Command[];
}

/** Why a file gives no replay. */
export type PlayFileProblem =
  /** It is no play at all. */
  | 'not-a-play'
  /** A play that is damaged, or was made by hand. */
  | 'damaged'
  /** A later version of the game wrote it. */
  | 'newer'
  /** It belongs to a level that is not here. */
  | 'unknown-level'
  /** The level has changed since, so that not all that was done in it can be done. */
  | 'other-version'
  /** Nothing was sent in it. */
  | 'nothing-sent';

export type PlayFileResult =
  | { readonly ok: true; readonly file: PlayFile }
  | { readonly ok: false; readonly problem: 'not-a-play' | 'damaged' | 'newer' };

/** The play as the text of a file. */
export function writePlayFile(level: Level, log: readonly Command[]): string {
  const file = { kind: FORMAT, version: VERSION, level: level.id, facts: factsOf(level), scoring: SCORING, log };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** True for a text that says it is a play, so that a picker can tell it from a level. */
export function looksLikePlay(text: string): boolean {
  return text.length <= LARGEST && headSchema.safeParse(parsed(text)).success;
}

/** Reads the text of a file that somebody chose. It never throws, whatever the text. */
export function readPlayFile(text: string): PlayFileResult {
  const data = text.length <= LARGEST ? parsed(text) : null;
  const head = headSchema.safeParse(data);
  if (!head.success) return { ok: false, problem: 'not-a-play' };
  if (head.data.version > VERSION) return { ok: false, problem: 'newer' };
  const read = fileSchema.safeParse(data);
  if (!read.success) return { ok: false, problem: 'damaged' };
  const { level, facts, scoring = 0, log } = read.data;
  return { ok: true, file: { level, facts, scoring, log } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A play of somebody's, to be watched. */
export interface WatchedPlay {
  readonly play: Play;
  /** True when the level or the scoring has changed since, so that it may have had another score. */
  readonly rescored: boolean;
}

export type OpenedPlay =
  | ({ readonly ok: true } & WatchedPlay)
  | { readonly ok: false; readonly problem: 'other-version' | 'damaged' | 'nothing-sent' };

/**
 * The play of a file, in the level that it belongs to. Where the facts have changed since, it opens if every command still
 * counts, and is scored again.
 *
 * @param level the level of the file's id, as it is here
 */
export function openPlayFile(level: Level, file: PlayFile): OpenedPlay {
  if (file.level !== level.id) return { ok: false, problem: 'other-version' };
  const sameFacts = file.facts === factsOf(level);
  const play = replayLog(level, file.log);
  // A command that does nothing is never in a log that the game has written.
  if (play.log.length !== file.log.length) return { ok: false, problem: sameFacts ? 'damaged' : 'other-version' };
  if (!play.beforeSend) return { ok: false, problem: 'nothing-sent' };
  return { ok: true, play, rescored: !sameFacts || file.scoring !== SCORING };
}

/** Names the facts of a level, from which all else follows. Its texts do not count: a translation is no other level. */
export function factsOf(level: Level): string {
  const { id, sender, contacts, circles = [], mails, received, regulator, beats = [] } = level;
  return fingerprint(
    inOrder({
      id,
      sender: sender.address,
      contacts: contacts.map((contact) => without(contact, ['name', 'about'])),
      circles: circles.map((circle) => without(circle, ['about'])),
      mails: mails.map((mail) => without(mail, ['subject', 'body'])),
      ...(received && { received: received.map((mail) => without(mail, ['subject', 'body'])) }),
      regulator: regulator ? without(regulator, ['name']) : null,
      beats: beats.map((beat) => without(beat, ['text'])),
    }),
  );
}

function without<Facts extends object>(facts: Facts, texts: readonly (keyof Facts & string)[]): object {
  const names: readonly string[] = texts;
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
}

/** The same data with the names of every object in order, so that the order in a file does not count. */
function inOrder(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(inOrder);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => [name, inOrder(value)]),
  );
}
