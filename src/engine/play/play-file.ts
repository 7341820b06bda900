import * as z from 'zod/mini';
import { fingerprint } from './fingerprint.ts';
import type { Level } from '../level/level.ts';
import { SCORING } from '../level/scoring-version.ts';
import { logSchema } from './log-schema.ts';
import { replayLog, type Command, type Play } from './play.ts';

/**
 * A play as a small file: the level, the version of its facts, and the log of commands. It says nothing about the
 * player or the date, and opens as the same replay.
 */

const FORMAT = 'blind-copy-play';
const VERSION = 1;
/** Most characters of a file. A play of a hundred moves has about ten thousand. */
const LARGEST = 1_000_000;
/** Most commands of a log. Each costs at most one simulation of the level. */
const LONGEST = 5_000;

const headSchema = z.object({ kind: z.literal(FORMAT), version: z.int() });
const fileSchema = z.object({
  kind: z.literal(FORMAT),
  version: z.literal(VERSION),
  level: z.string().check(z.maxLength(80), z.regex(/^[a-z0-9-]+$/)),
  facts: z.string().check(z.regex(/^[0-9a-f]{14}$/)),
  /** The scoring version; files of earlier versions do not state it. */
  scoring: z.optional(z.int()),
  /** A composed level, which is in no course. The page checks it before it opens. */
  situation: z.optional(z.looseObject({})),
  log: logSchema.check(z.maxLength(LONGEST)),
});

export interface PlayFile {
  /** Id of the level. */
  readonly level: string;
  /** Fingerprint of the facts of the level at the time. */
  readonly facts: string;
  /** The scoring version at the time; 0 if the file does not state it. */
  readonly scoring: number;
  /** The level itself if it was composed, unchecked; absent for a level of a course. */
  readonly situation?: unknown;
  readonly log: readonly Command[];
}

/** Why a file cannot be replayed. */
export type PlayFileProblem =
  /** It is not a play. */
  | 'not-a-play'
  /** The play is damaged, or was made by hand. */
  | 'damaged'
  /** A later version of the game wrote it. */
  | 'newer'
  /** It belongs to a level that is not available. */
  | 'unknown-level'
  /** The level has changed since, so some of its commands are no longer possible. */
  | 'other-version'
  /** Nothing was sent in it. */
  | 'nothing-sent';

export type PlayFileResult =
  | { readonly ok: true; readonly file: PlayFile }
  | { readonly ok: false; readonly problem: 'not-a-play' | 'damaged' | 'newer' };

/**
 * Writes the play as the text of a file.
 * @param composed true for a level that no course has, so that the file has to carry it
 */
export function writePlayFile(level: Level, log: readonly Command[], composed = false): string {
  const head = { kind: FORMAT, version: VERSION, level: level.id, facts: factsOf(level), scoring: SCORING };
  const file = { ...head, ...(composed && { situation: level }), log };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** True for a text that claims to be a play, so that a file picker can tell it from a level. */
export function looksLikePlay(text: string): boolean {
  return text.length <= LARGEST && headSchema.safeParse(parsed(text)).success;
}

/** Reads the text of a file that someone chose. It never throws, whatever the text. */
export function readPlayFile(text: string): PlayFileResult {
  const data = text.length <= LARGEST ? parsed(text) : null;
  const head = headSchema.safeParse(data);
  if (!head.success) return { ok: false, problem: 'not-a-play' };
  if (head.data.version > VERSION) return { ok: false, problem: 'newer' };
  const read = fileSchema.safeParse(data);
  if (!read.success) return { ok: false, problem: 'damaged' };
  const { scoring = 0, ...file } = read.data;
  return { ok: true, file: { ...file, scoring } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Someone's play, to be watched. */
export interface WatchedPlay {
  readonly play: Play;
  /** True when the level or the scoring has changed since, so that the score may be different. */
  readonly rescored: boolean;
  /** True for what the author of a level tries out, which no file has. */
  readonly triedOut?: true;
  /** True for what people in a room did, which no file has either. */
  readonly ofRoom?: true;
}

export type OpenedPlay =
  | ({ readonly ok: true } & WatchedPlay)
  | { readonly ok: false; readonly problem: 'other-version' | 'damaged' | 'nothing-sent' };

/**
 * Opens the play of a file in its level. If the facts have changed since, it opens if every command is still valid, and
 * is scored again.
 * @param level the available level with the file's id
 */
export function openPlayFile(level: Level, file: PlayFile): OpenedPlay {
  if (file.level !== level.id) return { ok: false, problem: 'other-version' };
  const sameFacts = file.facts === factsOf(level);
  const play = replayLog(level, file.log);
  // The game never writes a command that does nothing.
  if (play.log.length !== file.log.length) return { ok: false, problem: sameFacts ? 'damaged' : 'other-version' };
  if (!play.beforeSend) return { ok: false, problem: 'nothing-sent' };
  return { ok: true, play, rescored: !sameFacts || file.scoring !== SCORING };
}

/**
 * Returns a fingerprint of the facts of a level, from which everything else follows. Its texts do not count, because a
 * translation does not make it another level.
 */
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

/** Sorts the names of every object, so that the order in a file does not count. */
function inOrder(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(inOrder);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => [name, inOrder(value)]),
  );
}
