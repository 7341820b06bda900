import { readdirSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { FIELDS, type Field, type Level, type LevelText } from '../../src/engine/level/level.ts';
import { eml } from '../../src/engine/mail/export/eml.ts';
import { isExpandable, peopleOf } from '../../src/engine/mail/contacts.ts';
import { mailboxCount, viewOf, type Copy } from '../../src/engine/mail/view.ts';
import { campaignLevel } from '../engine/levels.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ar', 'ja'];
/** Longer headers prove nothing more, and a parser takes minutes for a million addresses. */
const MOST_ADDRESSES = 1500;

const names = readdirSync(new URL('../../levels/', import.meta.url))
  .filter((file) => /^[a-z0-9-]+\.json$/.test(file) && file !== 'course.json')
  .map((file) => file.replace('.json', ''));

function copiesOf(level: Level): Copy[] {
  const everybodyIn = (field: Field) => Object.fromEntries(level.contacts.map(({ id }) => [id, field]));
  return level.mails.flatMap(({ id: mail }) =>
    FIELDS.filter((field) => field !== 'none').flatMap((field) =>
      level.contacts
        .filter((contact) => !isExpandable(contact))
        .flatMap((contact) => [
          { contact: contact.id, index: 0 },
          { contact: contact.id, index: peopleOf(contact) - 1 },
        ])
        .flatMap((who) => viewOf(level, { [mail]: everybodyIn(field) }, mail, who) ?? [])
        .filter((copy) => mailboxCount(copy.to) + mailboxCount(copy.cc) <= MOST_ADDRESSES),
    ),
  );
}

describe('every mail file of the shipped levels', () => {
  test('exists', () => {
    expect(names.length).toBeGreaterThanOrEqual(3);
  });

  test.each(names.flatMap((name) => LANGUAGES.map((language) => [name, language] as const)))(
    '%s in %s: lines conform to RFC 5322 and RFC 2047, and a parser reads the texts back',
    async (name, language) => {
      const textOf = (text: LevelText) => (typeof text === 'string' ? text : (text[language] ?? text['en'] ?? ''));
      const read = new Set<string>();
      for (const copy of copiesOf(campaignLevel(name))) {
        const file = [...eml(copy, { at: 3600, textOf })].join('');
        // Most recipients of a mail have the same header except for their own name.
        const key = JSON.stringify([copy.messageId, copy.to, copy.cc, copy.bcc]);
        if (read.has(key)) continue;
        read.add(key);
        const header = file.slice(0, file.indexOf('\r\n\r\n')).split('\r\n');
        expect(header.filter((line) => line.includes('=?') && line.length > 76)).toEqual([]);
        // A Message-ID is one word, which must not be folded.
        expect(header.filter((line) => line.length > (line.trim().includes(' ') ? 78 : 998))).toEqual([]);
        expect(header.filter((line) => line.trim() === '' || !/^[\x20-\x7e]*$/.test(line))).toEqual([]);
        const parsed = await simpleParser(file);
        expect(parsed.subject).toBe(textOf(copy.subject));
        expect(parsed.messageId).toBe(`<${copy.messageId}>`);
        expect(parsed.from?.value).toEqual([{ name: textOf(copy.from.name ?? ''), address: copy.from.address }]);
        expect(parsed.text?.trim()).toBe(textOf(copy.body).trim());
      }
      expect(read.size).toBeGreaterThan(0);
    },
  );
});
