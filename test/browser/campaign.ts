import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressDesks } from '../../src/engine/analysis/address-desks.ts';
import { bestRouting } from '../../src/engine/analysis/analysis.ts';
import { courseSchema } from '../../src/engine/level/course.ts';
import {
  levelSchema,
  type ContactId,
  type Field,
  type Level,
  type LevelText,
  type MailId,
} from '../../src/engine/level/level.ts';
import type { MailRouting } from '../../src/engine/mail/routing.ts';
import type { Desk } from '../../src/engine/play/desk.ts';

/** The campaign as it is hosted, and how each of its levels is played best: a level that is added is walked without a line here. */

const FOLDER = join(import.meta.dirname, '../../levels');
const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

/** A desk, and where its cards lie best. */
export interface BestDesk {
  readonly desk: Desk;
  readonly placement: MailRouting;
}

/** One level of the campaign, and its desks as they come when each is addressed best. */
export interface BestPlay {
  readonly level: Level;
  readonly desks: readonly BestDesk[];
}

/** The levels of the campaign, in its order. */
export const CAMPAIGN: readonly Level[] = (courseSchema.parse(read('course.json')).chapters ?? []).flatMap(
  ({ levels }) => levels.map((file) => levelSchema.parse(read(file))),
);

/** How a level is played to as many stars as it can give, by the engine's own analysis. */
export function bestPlay(level: Level): BestPlay {
  const { routing } = bestRouting(level);
  const desks: BestDesk[] = [];
  addressDesks(level, (desk) => {
    const placement = Object.fromEntries(
      desk.contacts.map((contact): [ContactId, Field] => {
        const fields = desk.mails.map((mail) => routing[mail]?.[contact] ?? 'none');
        return [contact, fields.find((field) => field !== 'none') ?? 'none'];
      }),
    );
    desks.push({ desk, placement });
    return placement;
  });
  return { level, desks };
}

interface Translation {
  readonly title: string;
  readonly contacts: readonly { readonly id: string; readonly name: string }[];
  readonly mails: readonly {
    readonly id: string;
    readonly subject?: string;
    readonly instead?: { readonly name: string };
  }[];
}

/** The names that a level has in one language: from the level itself, or from the file of its translation. */
export interface LevelWords {
  readonly title: string;
  /** The whole name on a contact's card. */
  readonly name: (contact: ContactId) => string;
  /** The tray that a mail has beside the fields of mail. */
  readonly instead: (mail: MailId) => string;
}

/** @throws for a text that the language does not have */
export function levelWords(level: Level, language: string): LevelWords {
  const translated = level.translations?.includes(language)
    ? (read(`${level.id}.${language}.json`) as Translation)
    : null;
  const own = (text: LevelText | undefined) => {
    const words = typeof text === 'object' ? text[language] : text;
    if (words === undefined) throw new Error(`${language} has not all texts of ${level.id}.`);
    return words;
  };
  const withId = <Part extends { readonly id: string }>(parts: readonly Part[] | undefined, id: string) =>
    parts?.find((part) => part.id === id);
  return {
    title: translated?.title ?? own(level.title),
    name: (contact) => withId(translated?.contacts, contact)?.name ?? own(withId(level.contacts, contact)?.name),
    instead: (mail) => withId(translated?.mails, mail)?.instead?.name ?? own(withId(level.mails, mail)?.instead?.name),
  };
}
