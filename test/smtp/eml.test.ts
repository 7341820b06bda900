import { simpleParser } from 'mailparser';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eml } from '../../src/engine/mail/export/eml.ts';
import type { Level, LevelText } from '../../src/engine/level/level.ts';
import type { Routing } from '../../src/engine/mail/routing.ts';
import { viewOf } from '../../src/engine/mail/view.ts';
import { crowd, level, mail, person } from '../engine/levels.ts';

const textOf = (text: LevelText) => (typeof text === 'string' ? text : (text['en'] ?? ''));

function file(of: Level, routing: Routing, contact: string, index = 0): string {
  const copy = viewOf(of, routing, 'mail', { contact, index });
  if (!copy) throw new Error(`${contact} has no copy`);
  return [...eml(copy, { at: 3600, textOf })].join('');
}

const one = (field: Awaited<ReturnType<typeof simpleParser>>['to']) =>
  [field ?? []].flat().flatMap(({ value }) => value);

describe('a copy saved as a mail file is read by a real parser', () => {
  test('with names, fields, date and body', async () => {
    const story = level([person('ana', { name: 'Ana "Nan" Lüg, Ph.D.' }), person('ben', { name: '李' })], {
      mails: [
        mail('mail', { subject: 'Grüße – überall 🎉', body: 'Hallo Ana,\nviele Grüße.', replyTo: 'desk@mail.example' }),
      ],
      sender: { name: 'O’Hara, Office', address: 'office@mail.example' },
    });
    const parsed = await simpleParser(file(story, { mail: { ana: 'to', ben: 'cc' } }, 'ana'));
    expect(one(parsed.from)).toMatchObject([{ name: 'O’Hara, Office', address: 'office@mail.example' }]);
    expect(one(parsed.to)).toMatchObject([{ name: 'Ana "Nan" Lüg, Ph.D.', address: 'ana@mail.example' }]);
    expect(one(parsed.cc)).toMatchObject([{ name: '李', address: 'ben@mail.example' }]);
    expect(one(parsed.replyTo)).toMatchObject([{ address: 'desk@mail.example' }]);
    expect(parsed.subject).toBe('Grüße – überall 🎉');
    expect(parsed.text?.trim()).toBe('Hallo Ana,\nviele Grüße.');
    expect(parsed.date?.toISOString()).toBe('2024-01-08T10:00:00.000Z');
  });

  test('for someone in a crowd, whose 12,000 addresses are in folded lines', async () => {
    const story = level([crowd('many', 12_000)]);
    const text = file(story, { mail: { many: 'to' } }, 'many', 5);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(one((await simpleParser(text)).to)).toHaveLength(12_000);
  });

  test('with undisclosed-recipients when there is nobody to name', () => {
    const text = file(level([person('a'), person('b')]), { mail: { a: 'bcc', b: 'bcc' } }, 'a');
    expect(text).toContain('\r\nTo: undisclosed-recipients:;\r\n');
    expect(text).not.toContain('Bcc');
    expect(text).not.toContain('b@mail.example');
  });

  test("with the Bcc line as the level's mail program keeps it", async () => {
    const story = (blindCopies: 'own' | 'empty') =>
      level([person('a'), person('b')], { mails: [mail('mail', { blindCopies })] });
    const routing = { mail: { a: 'to', b: 'bcc' } } as const;
    expect(one((await simpleParser(file(story('own'), routing, 'b'))).bcc)).toMatchObject([
      { address: 'b@mail.example' },
    ]);
    expect(file(story('empty'), routing, 'a')).toMatch(/\r\nBcc: ?\r\n/);
  });

  test('of a separate mail that carries the Cc line, with To and Cc, the same for both readers', async () => {
    const story = level([person('a'), person('b'), person('tom')], { mails: [mail('mail', { ccOnSeparate: true })] });
    const routing = { mail: { a: 'separate', b: 'separate', tom: 'cc' } } as const;
    const text = file(story, routing, 'a');
    const parsed = await simpleParser(text);
    expect(one(parsed.to)).toMatchObject([{ address: 'a@mail.example' }]);
    expect(one(parsed.cc)).toMatchObject([{ address: 'tom@mail.example' }]);
    expect(file(story, routing, 'tom')).toBe(text);
  });

  test('for any subject, name and body', async () => {
    const anyText = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 90 })
      .map((text) => text.trim())
      .filter((text) => /[^\s]/.test(text));
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (subject, name) => {
        const story = level([person('a', { name })], { mails: [mail('mail', { subject })] });
        const parsed = await simpleParser(file(story, { mail: { a: 'to' } }, 'a'));
        const plain = (text: string | undefined) => text?.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
        expect(plain(parsed.subject)).toBe(plain(subject));
        expect(one(parsed.to)[0]?.address).toBe('a@mail.example');
      }),
      { numRuns: 300 },
    );
  });

  test('with encoded words folded one by one, the first beside the name of its field', () => {
    const name = 'الأستاذة فاطمة الزهراء بنت عبد الرحمن المنصوري';
    const subject = 'دعوة إلى فحص النوم يوم الاثنين المقبل في العيادة مع الطبيب إيتو';
    const story = level([person('fatima', { name })], { mails: [mail('mail', { subject })] });
    const lines = file(story, { mail: { fatima: 'to' } }, 'fatima').split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(lines.filter((line) => /^(To|Subject): =\?/.test(line))).toHaveLength(2);
  });

  test('with a name encoded if it is too long to fold, or has spaces that folding would change', async () => {
    for (const name of [`"${'q'.repeat(58)}`, 'a  b', 'w'.repeat(60)]) {
      const text = file(level([person('a', { name })]), { mail: { a: 'to' } }, 'a');
      expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
      expect(one((await simpleParser(text)).to)[0]?.name).toBe(name);
    }
  });
});

describe('a Message-ID (RFC 5322 §3.6.4)', () => {
  const idOf = (address: string, sender = 'robin@post.example') => {
    const story = level([person('a', { address })], { sender: { name: 'Robin', address: sender } });
    return viewOf(story, { mail: { a: 'separate' } }, 'mail', { contact: 'a', index: 0 })?.messageId ?? '';
  };

  test('is different for every mailbox, and the same for every spelling of one', () => {
    expect(idOf('ana.team@test.example')).not.toBe(idOf('ana@team.test.example'));
    expect(idOf('ana=2e@test.example')).not.toBe(idOf('ana.@test.example'));
    expect(idOf('Ana@TEST.example')).toBe(idOf('ana@test.example'));
  });

  test.each(['jörg@müller.example', '"a b"@x.example', 'a..b@x.example', '李@例.example', '@', ''])(
    'is a dot-atom on both sides for %j too',
    (address) => {
      const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
      for (const id of [idOf(address), idOf('a@x.example', address)])
        expect(id).toMatch(new RegExp(`^${atom}(\\.${atom})*@${atom}(\\.${atom})*$`));
    },
  );
});
